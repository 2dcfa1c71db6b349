<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PayScreen</name>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>and %n more place</numerusform>
            <numerusform>and %n more places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that waited for another kind of printer are cancelled: print them from their orders.</source>
        <translation>
            <numerusform>%n document that waited for another kind of printer is cancelled: print it from its order.</numerusform>
            <numerusform>%n documents that waited for another kind of printer are cancelled: print them from their orders.</numerusform>
        </translation>
    </message>
</context>
</TS>
