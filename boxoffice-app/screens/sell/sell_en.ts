<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SellScreen</name>
    <message numerus="yes">
        <source>%n place(s), up to %1 less: %2</source>
        <translation>
            <numerusform>%n place, up to %1 less: %2</numerusform>
            <numerusform>%n places, up to %1 less: %2</numerusform>
        </translation>
    </message>
</context>
</TS>
