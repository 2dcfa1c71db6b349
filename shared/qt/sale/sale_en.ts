<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Sale</name>
    <message numerus="yes">
        <source>Quick line: this event has %n ticket type(s), so there are as many numbers.</source>
        <translation>
            <numerusform>Quick line: this event has %n ticket type, so there is one number.</numerusform>
            <numerusform>Quick line: this event has %n ticket types, so there are as many numbers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick line: an order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Quick line: an order may have %n place at most.</numerusform>
            <numerusform>Quick line: an order may have %n places at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>row %1, seat(s) %2</source>
        <translation>
            <numerusform>row %1, seat %2</numerusform>
            <numerusform>row %1, seats %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, row %2, seat(s) %3</source>
        <translation>
            <numerusform>%1, row %2, seat %3</numerusform>
            <numerusform>%1, row %2, seats %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are left in this area.</source>
        <translation>
            <numerusform>%n place is left in this area.</numerusform>
            <numerusform>%n places are left in this area.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n place(s) at most.</source>
        <translation>
            <numerusform>An order may have %n place at most.</numerusform>
            <numerusform>An order may have %n places at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One buyer may have %n place(s) at most.</source>
        <translation>
            <numerusform>One buyer may have %n place at most.</numerusform>
            <numerusform>One buyer may have %n places at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::sale::Pricing</name>
    <message numerus="yes">
        <source>Code: %n character(s) at most.</source>
        <translation>
            <numerusform>Code: %n character at most.</numerusform>
            <numerusform>Code: %n characters at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was not approved: %n price(s) made by hand are not made again.</source>
        <translation>
            <numerusform>It was not approved: one price made by hand is not made again.</numerusform>
            <numerusform>It was not approved: %n prices made by hand are not made again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) made by hand are not made again: the cart shows what is charged.</source>
        <translation>
            <numerusform>One price made by hand is not made again: the cart shows what is charged.</numerusform>
            <numerusform>%n prices made by hand are not made again: the cart shows what is charged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::sale::Seller</name>
    <message numerus="yes">
        <source>An order may have %n seat(s) at most; %1 are selected.</source>
        <translation>
            <numerusform>An order may have %n seat at most; %1 are selected.</numerusform>
            <numerusform>An order may have %n seats at most; %1 are selected.</numerusform>
        </translation>
    </message>
</context>
</TS>
