<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SalesBars</name>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <comment>time of a minute</comment>
        <translation>
            <numerusform>%1: %n ticket</numerusform>
            <numerusform>%1: %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationSetter</name>
    <message numerus="yes">
        <source>%n seat(s) are the public&apos;s now.</source>
        <translation>
            <numerusform>%n seat is the public&apos;s now.</numerusform>
            <numerusform>%n seats are the public&apos;s now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are set aside.</source>
        <translation>
            <numerusform>%n seat is set aside.</numerusform>
            <numerusform>%n seats are set aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) were held or sold meanwhile, and are left as they are.</source>
        <translation>
            <numerusform>%n seat was held or sold meanwhile, and is left as it is.</numerusform>
            <numerusform>%n seats were held or sold meanwhile, and are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not approved: %n seat(s) were left as they are.</source>
        <translation>
            <numerusform>Not approved: %n seat was left as it is.</numerusform>
            <numerusform>Not approved: %n seats were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestModel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
</TS>
