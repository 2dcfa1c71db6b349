<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintingScreen</name>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>Drucker und Ter&amp;minal einrichten</translation>
    </message>
    <message>
        <source>&amp;Back to work</source>
        <translation>Zu&amp;rück zur Arbeit</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
</context>
</TS>
