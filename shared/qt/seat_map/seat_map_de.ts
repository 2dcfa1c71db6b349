<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::qt::SeatMapModel</name>
    <message>
        <source>Available</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Section %1, row %2, seat %3. %4. %5.</source>
        <translation>Block %1, Reihe %2, Platz %3. %4. %5.</translation>
    </message>
    <message>
        <source>By %1 until %2.</source>
        <translation>Durch: %1, bis %2.</translation>
    </message>
    <message>
        <source>Wheelchair place.</source>
        <translation>Rollstuhlplatz.</translation>
    </message>
    <message>
        <source>Selected.</source>
        <translation>Ausgewählt.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Arrow keys go from seat to seat, space selects. The table of seats has the same seats as text.</source>
        <translation>Pfeiltasten gehen von Platz zu Platz, Leertaste wählt aus. Die Platztabelle hat dieselben Plätze als Text.</translation>
    </message>
    <message>
        <source>On the map: to the next seat</source>
        <translation>Im Plan: zum nächsten Platz</translation>
    </message>
    <message>
        <source>On the map: select the next seat, too</source>
        <translation>Im Plan: den nächsten Platz dazuwählen</translation>
    </message>
    <message>
        <source>On the map: select the seat, or not any more</source>
        <translation>Im Plan: den Platz wählen oder abwählen</translation>
    </message>
    <message>
        <source>On the map: to the first or last seat of the row</source>
        <translation>Im Plan: zum ersten oder letzten Platz der Reihe</translation>
    </message>
    <message>
        <source>On the map: select as far as the first or last seat of the row</source>
        <translation>Im Plan: bis zum ersten oder letzten Platz der Reihe wählen</translation>
    </message>
    <message>
        <source>On the map: larger or smaller</source>
        <translation>Im Plan: größer oder kleiner</translation>
    </message>
    <message>
        <source>On the map: all of it</source>
        <translation>Im Plan: alles zeigen</translation>
    </message>
    <message>
        <source>On the map: a page up or down</source>
        <translation>Im Plan: eine Seite hinauf oder hinunter</translation>
    </message>
    <message>
        <source>On the map: select nothing any more</source>
        <translation>Im Plan: Auswahl aufheben</translation>
    </message>
    <message>
        <source>On the map: undo the last selection</source>
        <translation>Im Plan: letzte Auswahl zurücknehmen</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatTableModel</name>
    <message>
        <source>Section</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Gehalten von</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Gehalten bis</translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation>%1, ausgewählt</translation>
    </message>
</context>
</TS>
