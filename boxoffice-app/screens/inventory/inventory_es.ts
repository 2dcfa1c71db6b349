<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationForm</name>
    <message>
        <source>Change allocation %1</source>
        <translation>Cambiar el cupo %1</translation>
    </message>
    <message>
        <source>New allocation %1</source>
        <translation>Nuevo cupo %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>Name of the allocation</source>
        <translation>Nombre del cupo</translation>
    </message>
    <message>
        <source>Set asi&amp;de for</source>
        <translation>Apartad&amp;os para</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>Apartados para</translation>
    </message>
    <message>
        <source>Public by itself &amp;from</source>
        <translation>Público por sí m&amp;ismo desde</translation>
    </message>
    <message>
        <source>Release time</source>
        <translation>Hora de liberación</translation>
    </message>
    <message>
        <source>By the clocks of the venue: %1. Enter saves, Esc leaves.</source>
        <translation>Según los relojes del recinto: %1. Intro guarda, Esc sale.</translation>
    </message>
    <message>
        <source>There is no such hour at the venue: its clock is put on in that night.</source>
        <translation>Esa hora no existe en el recinto: esa noche se adelanta el reloj.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::InventoryScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>Otro e&amp;vento</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Al &amp;plano</translation>
    </message>
    <message>
        <source>&amp;Sold by price band</source>
        <translation>&amp;Vendido por franja</translation>
    </message>
    <message>
        <source>Ma&amp;nifest: who comes</source>
        <translation>&amp;Lista: quién viene</translation>
    </message>
    <message>
        <source>&amp;Will call</source>
        <translation>&amp;Recogida</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>El plano en&amp;tero</translation>
    </message>
    <message>
        <source>To the &amp;allocations</source>
        <translation>A los &amp;cupos</translation>
    </message>
    <message>
        <source>Set the selected seats as&amp;ide</source>
        <translation>Apar&amp;tar la selección</translation>
    </message>
    <message>
        <source>Give to the &amp;public</source>
        <translation>Dar al pú&amp;blico</translation>
    </message>
    <message>
        <source>Selec&amp;t its seats</source>
        <translation>Elegir &amp;sus asientos</translation>
    </message>
    <message>
        <source>Ne&amp;w allocation</source>
        <translation>&amp;Nuevo cupo</translation>
    </message>
    <message>
        <source>Na&amp;me and time</source>
        <translation>Nombre y &amp;hora</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>Deshacer la última &amp;selección</translation>
    </message>
    <message>
        <source>Stop a&amp;fter this piece</source>
        <translation>Parar tras esta par&amp;te</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>&amp;Releer</translation>
    </message>
    <message>
        <source>Save as &amp;CSV</source>
        <translation>Guardar como &amp;CSV</translation>
    </message>
    <message>
        <source>Save as P&amp;DF</source>
        <translation>Guardar como P&amp;DF</translation>
    </message>
    <message>
        <source>Print the &amp;list</source>
        <translation>&amp;Imprimir la lista</translation>
    </message>
    <message>
        <source>Choose an allocation first: F7 goes to the list, Ctrl+N makes one.</source>
        <translation>Elegir primero un cupo: F7 va a la lista, Ctrl+N crea uno.</translation>
    </message>
    <message>
        <source>Seats of %1 to the public</source>
        <translation>Asientos de %1 al público</translation>
    </message>
    <message>
        <source>Seats of %1 set aside: %2</source>
        <translation>Asientos de %1 apartados: %2</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are at the printer.</source>
        <translation>
            <numerusform>%n página está en la impresora.</numerusform>
            <numerusform>%n páginas están en la impresora.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer has not taken the list: save it as PDF instead.</source>
        <translation>La impresora no ha aceptado la lista: guardarla como PDF.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Hay más: escribir más del nombre, del recinto o de la ciudad.</translation>
    </message>
    <message>
        <source>&amp;Inventory</source>
        <translation>&amp;Inventario</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>No se mira ningún asiento.</translation>
    </message>
    <message>
        <source>The map is being read.</source>
        <translation>Se está leyendo el plano.</translation>
    </message>
    <message>
        <source>The map may be old: it follows again by itself.</source>
        <translation>El plano puede estar anticuado: vuelve a seguir por sí mismo.</translation>
    </message>
    <message>
        <source>The map does not follow any more. Choose the event again.</source>
        <translation>El plano ya no sigue. Elegir de nuevo el evento.</translation>
    </message>
    <message>
        <source>No seat is selected: arrows and Space, or the pointer.</source>
        <translation>Ningún asiento seleccionado: flechas y Espacio, o el puntero.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are selected.</source>
        <translation>
            <numerusform>%n asiento seleccionado.</numerusform>
            <numerusform>%n asientos seleccionados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet: %1 of %2</source>
        <translation>Aún no se sabe: %1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Aún no se ha contado nada.</translation>
    </message>
    <message>
        <source>Counted at %1: nothing newer has come since.</source>
        <translation>Contado a las %1: desde entonces nada más nuevo.</translation>
    </message>
    <message>
        <source>Counted at %1, and again every two seconds.</source>
        <translation>Contado a las %1, y otra vez cada dos segundos.</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Elegir un evento</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>Nombre, &amp;recinto o ciudad</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Eventos encontrados</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>Las flechas recorren la lista, Intro elige, Esc sale.</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Plano de asientos</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Cupos</translation>
    </message>
    <message>
        <source>Seats that are done</source>
        <translation>Asientos hechos</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Asientos como ta&amp;bla</translation>
    </message>
    <message>
        <source>Waits for an approval: Ctrl+. gives up</source>
        <translation>Espera una aprobación: Ctrl+. abandona</translation>
    </message>
    <message>
        <source>Space selects, Enter sets aside what is selected, Esc goes back.</source>
        <translation>Espacio elige, Intro aparta la selección, Esc vuelve.</translation>
    </message>
    <message>
        <source>Select the whole sect&amp;ion</source>
        <translation>Elegir todo el &amp;sector</translation>
    </message>
    <message>
        <source>Sa&amp;ve the allocation</source>
        <translation>&amp;Guardar el cupo</translation>
    </message>
    <message>
        <source>Ta&amp;ke the name away</source>
        <translation>&amp;Quitar el nombre</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>Volver a la &amp;lista</translation>
    </message>
    <message>
        <source>Go to a seat first, by the arrow keys.</source>
        <translation>Ir primero a un asiento con las flechas.</translation>
    </message>
    <message>
        <source>Not approved yet: Ctrl+Enter asks for it again, Ctrl+. gives it up.</source>
        <translation>Aún sin aprobar: Ctrl+Intro lo pide de nuevo, Ctrl+. lo abandona.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ManifestPage</name>
    <message>
        <source>Will call: who has not collected yet</source>
        <translation>Recogida: quién aún no ha recogido</translation>
    </message>
    <message>
        <source>Manifest: who comes</source>
        <translation>Lista de asistentes: quién viene</translation>
    </message>
    <message>
        <source>Nothing is read yet.</source>
        <translation>Aún no se ha leído nada.</translation>
    </message>
    <message numerus="yes">
        <source>Being read: %n ticket(s) so far.</source>
        <translation>
            <numerusform>Leyendo: %n entrada hasta ahora.</numerusform>
            <numerusform>Leyendo: %n entradas hasta ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of %1</source>
        <translation>
            <numerusform>%n entrada de %1</numerusform>
            <numerusform>%n entradas de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is longer: the first %n ticket(s) are here. The file has all.</source>
        <translation>
            <numerusform>La lista es más larga: aquí está la primera entrada (%n). El archivo las tiene todas.</numerusform>
            <numerusform>La lista es más larga: aquí están las primeras %n entradas. El archivo las tiene todas.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Filter by place, name, e-mail, note or order</source>
        <translation>Filtrar por &amp;localidad, nombre, correo, nota o pedido</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Entradas</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellThroughPage</name>
    <message>
        <source>Sold by price band</source>
        <translation>Vendido por franja</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartados</translation>
    </message>
    <message>
        <source>Bars of what is sold by price band</source>
        <translation>Barras de lo vendido por franja</translation>
    </message>
    <message>
        <source>Set aside and sold by allocation</source>
        <translation>Apartado y vendido por cupo</translation>
    </message>
</context>
</TS>
