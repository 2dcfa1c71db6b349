<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintingScreen</name>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>Configurar impresoras y ter&amp;minal</translation>
    </message>
    <message>
        <source>&amp;Back to work</source>
        <translation>&amp;Volver al trabajo</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impresión</translation>
    </message>
</context>
</TS>
