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
    <message>
        <source>On the map: to the next seat</source>
        <translation>Sur le plan : à la place suivante</translation>
    </message>
    <message>
        <source>On the map: select the next seat, too</source>
        <translation>Sur le plan : choisir aussi la place suivante</translation>
    </message>
    <message>
        <source>On the map: select the seat, or not any more</source>
        <translation>Sur le plan : choisir la place, ou ne plus la choisir</translation>
    </message>
    <message>
        <source>On the map: to the first or last seat of the row</source>
        <translation>Sur le plan : à la première ou dernière place du rang</translation>
    </message>
    <message>
        <source>On the map: select as far as the first or last seat of the row</source>
        <translation>Sur le plan : choisir jusqu&apos;à la première ou dernière place du rang</translation>
    </message>
    <message>
        <source>On the map: larger or smaller</source>
        <translation>Sur le plan : plus grand ou plus petit</translation>
    </message>
    <message>
        <source>On the map: all of it</source>
        <translation>Sur le plan : tout montrer</translation>
    </message>
    <message>
        <source>On the map: a page up or down</source>
        <translation>Sur le plan : une page vers le haut ou le bas</translation>
    </message>
    <message>
        <source>On the map: select nothing any more</source>
        <translation>Sur le plan : ne plus rien choisir</translation>
    </message>
    <message>
        <source>On the map: undo the last selection</source>
        <translation>Sur le plan : annuler la dernière sélection</translation>
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
