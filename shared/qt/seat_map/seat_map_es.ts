<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::qt::SeatMapModel</name>
    <message>
        <source>Available</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendido</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Bloqueado: %1</translation>
    </message>
    <message>
        <source>Section %1, row %2, seat %3. %4. %5.</source>
        <translation>Sector %1, fila %2, asiento %3. %4. %5.</translation>
    </message>
    <message>
        <source>By %1 until %2.</source>
        <translation>Por %1 hasta las %2.</translation>
    </message>
    <message>
        <source>Wheelchair place.</source>
        <translation>Plaza para silla de ruedas.</translation>
    </message>
    <message>
        <source>Selected.</source>
        <translation>Seleccionado.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>Plano de asientos</translation>
    </message>
    <message>
        <source>Arrow keys go from seat to seat, space selects. The table of seats has the same seats as text.</source>
        <translation>Las flechas van de asiento en asiento, la barra espaciadora selecciona. La tabla de asientos tiene los mismos asientos como texto.</translation>
    </message>
    <message>
        <source>On the map: to the next seat</source>
        <translation>En el plano: al asiento siguiente</translation>
    </message>
    <message>
        <source>On the map: select the next seat, too</source>
        <translation>En el plano: elegir también el asiento siguiente</translation>
    </message>
    <message>
        <source>On the map: select the seat, or not any more</source>
        <translation>En el plano: elegir el asiento, o dejar de elegirlo</translation>
    </message>
    <message>
        <source>On the map: to the first or last seat of the row</source>
        <translation>En el plano: al primer o último asiento de la fila</translation>
    </message>
    <message>
        <source>On the map: select as far as the first or last seat of the row</source>
        <translation>En el plano: elegir hasta el primer o último asiento de la fila</translation>
    </message>
    <message>
        <source>On the map: larger or smaller</source>
        <translation>En el plano: más grande o más pequeño</translation>
    </message>
    <message>
        <source>On the map: all of it</source>
        <translation>En el plano: mostrarlo todo</translation>
    </message>
    <message>
        <source>On the map: a page up or down</source>
        <translation>En el plano: una página arriba o abajo</translation>
    </message>
    <message>
        <source>On the map: select nothing any more</source>
        <translation>En el plano: no elegir nada más</translation>
    </message>
    <message>
        <source>On the map: undo the last selection</source>
        <translation>En el plano: deshacer la última selección</translation>
    </message>
</context>
<context>
    <name>tessera::qt::SeatTableModel</name>
    <message>
        <source>Section</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Asiento</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Retenido por</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Retenido hasta</translation>
    </message>
    <message>
        <source>%1, selected</source>
        <translation>%1, seleccionado</translation>
    </message>
</context>
</TS>
