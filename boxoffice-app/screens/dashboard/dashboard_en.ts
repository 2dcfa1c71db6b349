<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::DashboardScreen</name>
    <message numerus="yes">
        <source>Old: counted at %1, %n second(s) ago. Nothing newer has come since.</source>
        <translation>
            <numerusform>Old: counted at %1, %n second ago. Nothing newer has come since.</numerusform>
            <numerusform>Old: counted at %1, %n seconds ago. Nothing newer has come since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted at %1, %n second(s) ago.</source>
        <translation>
            <numerusform>Counted at %1, %n second ago.</numerusform>
            <numerusform>Counted at %1, %n seconds ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>The last minute</numerusform>
            <numerusform>The last %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
