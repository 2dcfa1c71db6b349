<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintingScreen</name>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>إعداد الطابعات &amp;والجهاز</translation>
    </message>
    <message>
        <source>&amp;Back to work</source>
        <translation>ال&amp;عودة إلى العمل</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة</translation>
    </message>
</context>
</TS>
