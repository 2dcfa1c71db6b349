<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::setup::EventEnd</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n refund</numerusform>
            <numerusform>%n refunds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::setup::Series</name>
    <message numerus="yes">
        <source>%n event(s) made, as drafts.</source>
        <translation>
            <numerusform>%n event made, as a draft.</numerusform>
            <numerusform>%n events made, as drafts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::setup::VenueBook</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The plan is imported: %n seat(s).</source>
        <translation>
            <numerusform>The plan is imported: %n seat.</numerusform>
            <numerusform>The plan is imported: %n seats.</numerusform>
        </translation>
    </message>
</context>
</TS>
