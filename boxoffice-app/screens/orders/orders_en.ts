<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::ExchangePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrdersScreen</name>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1 less the organiser&apos;s fee.</source>
        <translation>
            <numerusform>Take %n ticket back for %1 less the organiser&apos;s fee.</numerusform>
            <numerusform>Take %n tickets back for %1 less the organiser&apos;s fee.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1.</source>
        <translation>
            <numerusform>Take %n ticket back for %1.</numerusform>
            <numerusform>Take %n tickets back for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New name on %n ticket(s)</source>
        <translation>
            <numerusform>New name on %n ticket</numerusform>
            <numerusform>New name on %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n ticket(s), %1 at most goes back.</source>
        <translation>
            <numerusform>Exchange %n ticket, %1 at most goes back.</numerusform>
            <numerusform>Exchange %n tickets, %1 at most goes back.</numerusform>
        </translation>
    </message>
</context>
</TS>
