<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintLine</name>
    <message numerus="yes">
        <source>Of %n document(s) it is not known whether they are on paper: look at the printer, then say so under Printing.</source>
        <translation>
            <numerusform>Of %n document it is not known whether it is on paper: look at the printer, then say so under Printing.</numerusform>
            <numerusform>Of %n documents it is not known whether they are on paper: look at the printer, then say so under Printing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintPanel</name>
    <message numerus="yes">
        <source>%n order(s) wait to be printed.</source>
        <translation>
            <numerusform>%n order waits to be printed.</numerusform>
            <numerusform>%n orders wait to be printed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at the paper: of %n document(s) it is not known whether they came out. Print again, or say that it is there.</source>
        <translation>
            <numerusform>Look at the paper: of %n document it is not known whether it came out. Print again, or say that it is there.</numerusform>
            <numerusform>Look at the paper: of %n documents it is not known whether they came out. Print again, or say that they are there.</numerusform>
        </translation>
    </message>
</context>
</TS>
