<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationLegend</name>
    <message numerus="yes">
        <source>%n more: look at a seat to read whose it is.</source>
        <translation>
            <numerusform>%n more: look at a seat to read whose it is.</numerusform>
            <numerusform>%n more: look at a seat to read whose they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerPanel</name>
    <message numerus="yes">
        <source>%n customer(s) are changed and not saved yet: save one of them first.</source>
        <translation>
            <numerusform>One customer is changed and not saved yet: save that one first.</numerusform>
            <numerusform>%n customers are changed and not saved yet: save one of them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellScreen</name>
    <message numerus="yes">
        <source>%n place(s): %1</source>
        <translation>
            <numerusform>%n place: %1</numerusform>
            <numerusform>%n places: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
