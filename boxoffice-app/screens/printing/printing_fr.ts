<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintingScreen</name>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>Configurer imprimantes et ter&amp;minal</translation>
    </message>
    <message>
        <source>&amp;Back to work</source>
        <translation>&amp;Retour au travail</translation>
    </message>
    <message>
        <source>P&amp;rinting</source>
        <translation>Imp&amp;ression</translation>
    </message>
</context>
</TS>
