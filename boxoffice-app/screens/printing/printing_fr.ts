<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintingScreen</name>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>&amp;Configurer imprimantes et terminal</translation>
    </message>
    <message>
        <source>&amp;Back to work</source>
        <translation>Retour au &amp;travail</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
</context>
</TS>
