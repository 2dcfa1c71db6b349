<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::DashboardScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>Andere &amp;Veranstaltung</translation>
    </message>
    <message>
        <source>Plots or &amp;tables</source>
        <translation>Bilder oder &amp;Tabellen</translation>
    </message>
    <message>
        <source>Another s&amp;pan of time</source>
        <translation>Andere &amp;Zeitspanne</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Es gibt mehr: mehr von Name, Haus oder Ort eingeben.</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>Tickets per minute</source>
        <translation>Karten pro Minute</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>Zeit, %1</translation>
    </message>
    <message>
        <source>Choose an event.</source>
        <translation>Eine Veranstaltung wählen.</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Noch nichts gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>Old: counted at %1, %n second(s) ago. Nothing newer has come since.</source>
        <translation>
            <numerusform>Veraltet: gezählt um %1, vor %n Sekunde. Seither ist nichts Neueres gekommen.</numerusform>
            <numerusform>Veraltet: gezählt um %1, vor %n Sekunden. Seither ist nichts Neueres gekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted at %1, %n second(s) ago.</source>
        <translation>
            <numerusform>Gezählt um %1, vor %n Sekunde.</numerusform>
            <numerusform>Gezählt um %1, vor %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Veranstaltung wählen</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>Na&amp;me, Haus oder Ort</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Gefundene Veranstaltungen</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>Pfeile gehen durch die Liste, Enter wählt, Esc verlässt.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>Die letzte Minute</numerusform>
            <numerusform>Die letzten %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>By price band</source>
        <translation>Nach Preisband</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Nach Kanal</translation>
    </message>
    <message>
        <source>Plot of tickets per minute: F11 shows it as a table</source>
        <translation>Bild der Karten pro Minute: F11 zeigt es als Tabelle</translation>
    </message>
    <message>
        <source>Bars by price band: F11 shows them as a table</source>
        <translation>Balken nach Preisband: F11 zeigt sie als Tabelle</translation>
    </message>
    <message>
        <source>Bars by channel: F11 shows them as a table</source>
        <translation>Balken nach Kanal: F11 zeigt sie als Tabelle</translation>
    </message>
    <message>
        <source>Sold by price band</source>
        <translation>Verkauft nach Preisband</translation>
    </message>
    <message>
        <source>Sold by channel</source>
        <translation>Verkauft nach Kanal</translation>
    </message>
    <message>
        <source>Tickets or &amp;revenue</source>
        <translation>Karten oder &amp;Umsatz</translation>
    </message>
    <message>
        <source>Revenue per minute</source>
        <translation>Umsatz pro Minute</translation>
    </message>
    <message>
        <source>Plot of revenue per minute: F11 shows it as a table</source>
        <translation>Bild des Umsatzes pro Minute: F11 zeigt es als Tabelle</translation>
    </message>
    <message>
        <source>Tickets and revenue per minute</source>
        <translation>Karten und Umsatz pro Minute</translation>
    </message>
</context>
</TS>
