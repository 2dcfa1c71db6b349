<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::orders::OrderDeeds</name>
    <message numerus="yes">
        <source>Tickets: %n at a time at most.</source>
        <translation>
            <numerusform>Tickets: %n at a time at most.</numerusform>
            <numerusform>Tickets: %n at a time at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handed out: %n ticket(s).</source>
        <translation>
            <numerusform>Handed out: %n ticket.</numerusform>
            <numerusform>Handed out: %n tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were handed on to somebody else: only their holder can print them.</source>
        <translation>
            <numerusform>%n ticket was handed on to somebody else: only its holder can print it.</numerusform>
            <numerusform>%n tickets were handed on to somebody else: only their holder can print them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) go to the printer.</source>
        <translation>
            <numerusform>%n ticket goes to the printer.</numerusform>
            <numerusform>%n tickets go to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::orders::TicketModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
</TS>
