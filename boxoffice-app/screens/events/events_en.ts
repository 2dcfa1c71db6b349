<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CopyPage</name>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>%n date: %1</numerusform>
            <numerusform>%n dates: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PaintPage</name>
    <message numerus="yes">
        <source>%n seat(s) painted.</source>
        <translation>
            <numerusform>%n seat painted.</numerusform>
            <numerusform>%n seats painted.</numerusform>
        </translation>
    </message>
</context>
</TS>
