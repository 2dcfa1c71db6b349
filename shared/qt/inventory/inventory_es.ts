<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Allocation</name>
    <message>
        <source>House</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artista</translation>
    </message>
    <message>
        <source>Promoter</source>
        <translation>Promotor</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Prensa</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>Accesible</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Its release time has come: its seats are the public&apos;s. Move the time first.</source>
        <translation>La hora de liberación ha llegado: sus asientos son del público. Cambiar primero la hora.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing is set aside any more.</source>
        <translation>El evento está cancelado: ya no se aparta nada.</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Box office</source>
        <translation>Taquilla</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Quiosco</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
</context>
<context>
    <name>SalesBars</name>
    <message>
        <source>Sold</source>
        <translation>Vendidos</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservados</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <comment>sold, places, share</comment>
        <translation>%1 de %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>sold, revenue</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <comment>time of a minute</comment>
        <translation>
            <numerusform>%1: %n entrada</numerusform>
            <numerusform>%1: %n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time of a minute, revenue</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationEditor</name>
    <message>
        <source>Name: it must not be empty.</source>
        <translation>Nombre: no puede estar vacío.</translation>
    </message>
    <message>
        <source>Name: %1 bytes at most; a letter with an accent has two.</source>
        <translation>Nombre: %1 bytes como máximo; una letra con acento tiene dos.</translation>
    </message>
    <message>
        <source>The list is still being saved: wait until that is answered.</source>
        <translation>La lista aún se está guardando: esperar la respuesta.</translation>
    </message>
    <message>
        <source>The server has not answered. Nothing was saved yet: save again.</source>
        <translation>El servidor no ha respondido. Aún no se ha guardado nada: guardar otra vez.</translation>
    </message>
    <message>
        <source>An event names %1 allocations at most.</source>
        <translation>Un evento nombra %1 cupos como máximo.</translation>
    </message>
    <message>
        <source>Somebody has taken this name away meanwhile. Save again to put it back.</source>
        <translation>Alguien ha quitado este nombre entretanto. Guardar otra vez para reponerlo.</translation>
    </message>
    <message>
        <source>Somebody has named number %1 meanwhile: &quot;%2&quot;. Save again, it gets another one.</source>
        <translation>Alguien ha nombrado el número %1 entretanto: «%2». Guardar otra vez: recibe otro.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile: it is &quot;%1&quot; now. Save again to replace it.</source>
        <translation>Alguien lo ha cambiado entretanto: ahora es «%1». Guardar otra vez para reemplazarlo.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>The name is taken away; the seats stay.</source>
        <translation>El nombre se ha quitado; los asientos quedan.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether this is saved is not known: it is being asked again, and nothing is done twice.</source>
        <translation>El servidor no ha respondido. No se sabe si está guardado: se pregunta de nuevo y nada se hace dos veces.</translation>
    </message>
    <message>
        <source>Nothing was saved: another event was chosen meanwhile.</source>
        <translation>No se ha guardado nada: entretanto se eligió otro evento.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationMarks</name>
    <message>
        <source>The public</source>
        <translation>El público</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Número %1</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationModel</name>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>En el plano</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Asientos</translation>
    </message>
    <message>
        <source>Public from</source>
        <translation>Público desde</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationSetter</name>
    <message>
        <source>Seats are still being set aside: wait until that is answered.</source>
        <translation>Aún se están apartando asientos: esperar la respuesta.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>Ningún asiento está seleccionado.</translation>
    </message>
    <message>
        <source>Nothing was sent: this device cannot write into its folder.</source>
        <translation>No se envió nada: este dispositivo no puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether these seats are set aside is not known: it is being asked again, and nothing is done twice.</source>
        <translation>El servidor no ha respondido. No se sabe si estos asientos están apartados: se pregunta de nuevo y nada se hace dos veces.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are the public&apos;s now.</source>
        <translation>
            <numerusform>%n asiento es ahora del público.</numerusform>
            <numerusform>%n asientos son ahora del público.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are set aside.</source>
        <translation>
            <numerusform>%n asiento está apartado.</numerusform>
            <numerusform>%n asientos están apartados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held or sold meanwhile, and left as they are: %1.</source>
        <translation>Reservados o vendidos entretanto, y dejados como están: %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Y %n más.</numerusform>
            <numerusform>Y %n más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) were held or sold meanwhile, and are left as they are.</source>
        <translation>
            <numerusform>%n asiento fue reservado o vendido entretanto y queda como está.</numerusform>
            <numerusform>%n asientos fueron reservados o vendidos entretanto y quedan como están.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the last of these seats are set aside is not known: the map shows how they stand.</source>
        <translation>No se sabe si las últimas de estas plazas están apartadas: el plano muestra cómo están.</translation>
    </message>
    <message numerus="yes">
        <source>Not approved: %n seat(s) were left as they are.</source>
        <translation>
            <numerusform>Sin aprobar: %n asiento queda como está.</numerusform>
            <numerusform>Sin aprobar: %n asientos quedan como están.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::EventInView</name>
    <message>
        <source>Band %1</source>
        <translation>Franja %1</translation>
    </message>
    <message>
        <source>Ticket type %1</source>
        <translation>Tipo de entrada %1</translation>
    </message>
    <message>
        <source>The event is being read.</source>
        <translation>Se está leyendo el evento.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Ningún evento elegido</translation>
    </message>
    <message>
        <source>not open yet</source>
        <translation>aún no abierto</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>venta cerrada</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestFiles</name>
    <message>
        <source>A file is still on its way.</source>
        <translation>Aún hay un archivo en camino.</translation>
    </message>
    <message>
        <source>The server has not answered: nothing was saved.</source>
        <translation>El servidor no ha respondido: no se guardó nada.</translation>
    </message>
    <message>
        <source>The list is too long for one document: filter it.</source>
        <translation>La lista es demasiado larga para un documento: filtrarla.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 no se puede escribir: %2.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestModel</name>
    <message>
        <source>The server has not answered: the list is not complete. Read it again.</source>
        <translation>El servidor no ha respondido: la lista está incompleta. Leerla otra vez.</translation>
    </message>
    <message>
        <source>handed out %1</source>
        <translation>entregada %1</translation>
    </message>
    <message>
        <source>paid, not handed out</source>
        <translation>pagada, no entregada</translation>
    </message>
    <message>
        <source>not paid: does not admit</source>
        <translation>no pagada: no da acceso</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Localidad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Tipo de entrada</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Vendida en</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Will call</source>
        <translation>Recogida</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Lista de asistentes</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::MinutesModel</name>
    <message>
        <source>Minute</source>
        <translation>Minuto</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pedidos</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Ingresos</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::SalesModel</name>
    <message>
        <source>Number %1</source>
        <translation>Número %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>Franja</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>Apartados para</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Localidades</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendidos</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservados</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Ingresos</translation>
    </message>
</context>
</TS>
