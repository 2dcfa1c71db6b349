<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::payment::BilledSearch</name>
    <message numerus="yes">
        <source>Who is billed: %n customers are found (%1). Type more of the name.</source>
        <translation>
            <numerusform>Who is billed: %n customer is found (%1). Type more of the name.</numerusform>
            <numerusform>Who is billed: %n customers are found (%1). Type more of the name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::Papers</name>
    <message numerus="yes">
        <source>%n order(s) wait for the ticket printer: this one is to be printed later from its order.</source>
        <translation>
            <numerusform>%n order waits for the ticket printer: this one is to be printed later from its order.</numerusform>
            <numerusform>%n orders wait for the ticket printer: this one is to be printed later from its order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reprint(s): whether they are noted is being asked again</source>
        <translation>
            <numerusform>%n reprint: whether it is noted is being asked again</numerusform>
            <numerusform>%n reprints: whether they are noted is being asked again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintRoom</name>
    <message numerus="yes">
        <source>Printers: %n at most.</source>
        <translation>
            <numerusform>Printers: %n at most.</numerusform>
            <numerusform>Printers: %n at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintWatch</name>
    <message numerus="yes">
        <source>%n document(s) wait</source>
        <translation>
            <numerusform>%n document waits</numerusform>
            <numerusform>%n documents wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s): look at the paper</source>
        <translation>
            <numerusform>%n document: look at the paper</numerusform>
            <numerusform>%n documents: look at the paper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed</source>
        <translation>
            <numerusform>%n order waits to be printed</numerusform>
            <numerusform>%n orders wait to be printed</numerusform>
        </translation>
    </message>
</context>
</TS>
