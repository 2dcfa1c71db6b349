<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::InventoryScreen</name>
    <message numerus="yes">
        <source>%n page(s) are at the printer.</source>
        <translation>
            <numerusform>%n page is at the printer.</numerusform>
            <numerusform>%n pages are at the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are selected.</source>
        <translation>
            <numerusform>%n seat is selected.</numerusform>
            <numerusform>%n seats are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ManifestPage</name>
    <message numerus="yes">
        <source>Being read: %n ticket(s) so far.</source>
        <translation>
            <numerusform>Being read: %n ticket so far.</numerusform>
            <numerusform>Being read: %n tickets so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of %1</source>
        <translation>
            <numerusform>%n ticket of %1</numerusform>
            <numerusform>%n tickets of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is longer: the first %n ticket(s) are here. The file has all.</source>
        <translation>
            <numerusform>The list is longer: the first %n ticket is here. The file has all.</numerusform>
            <numerusform>The list is longer: the first %n tickets are here. The file has all.</numerusform>
        </translation>
    </message>
</context>
</TS>
