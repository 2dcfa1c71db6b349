<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::qt::SeatMapModel</name>
    <message>
        <source>Available</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendu</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Bloqué : %1</translation>
    </message>
    <message>
        <source>Section %1, row %2, seat %3. %4. %5.</source>
        <translation>Bloc %1, rang %2, place %3. %4. %5.</translation>
    </message>
    <message>
        <source>By %1 until %2.</source>
        <translation>Par %1 jusqu’à %2.</translation>
    </message>
    <message>
        <source>Wheelchair place.</source>
        <translation>Place pour fauteuil roulant.</translation>
    </message>
    <message>
        <source>Selected.</source>
        <translation>Sélectionné.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>Plan de salle</translation>
    </message>
    <message>
        <source>Arrow keys go from seat to seat, space selects. The table of seats has the same seats as text.</source>
        <translation>Les flèches vont de place en place, la barre d’espace sélectionne. Le tableau des places contient les mêmes places en texte.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatTableModel</name>
    <message>
        <source>Section</source>
        <translation>Bloc</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Retenu par</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Retenu jusqu’à</translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation>%1, sélectionnée</translation>
    </message>
</context>
</TS>
