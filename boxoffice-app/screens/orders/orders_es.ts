<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::ExchangePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between places</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Choose the new places</source>
        <translation>Elegir las plazas nuevas</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Sin diferencia</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>A pagar: %1</translation>
    </message>
    <message>
        <source>Goes back: %1</source>
        <translation>Se devuelve: %1</translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>Se carga el plano.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>El plano puede ser antiguo: sigue en cuanto responda el servidor.</translation>
    </message>
    <message>
        <source>The map is not followed any more.</source>
        <translation>El plano ya no se actualiza.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Reservado durante %1</translation>
    </message>
    <message>
        <source>Nothing is held; the old tickets are as they were.</source>
        <translation>Nada reservado; las entradas antiguas siguen como estaban.</translation>
    </message>
    <message>
        <source>Given up, %1: %2</source>
        <comment>amount, places</comment>
        <translation>Se entrega, %1: %2</translation>
    </message>
    <message>
        <source>Taken, %1: %2</source>
        <comment>amount, places</comment>
        <translation>Se toma, %1: %2</translation>
    </message>
    <message>
        <source>Exchange, upgrade or move</source>
        <translation>Cambiar, mejorar o mover</translation>
    </message>
    <message>
        <source>Seat map of the exchange</source>
        <translation>Plano del cambio</translation>
    </message>
    <message>
        <source>New &amp;places: the letter of a band, a number and a letter, or on the map; nothing is the best for as many</source>
        <translation>Plazas &amp;nuevas: letra de una banda, número y letra, o en el plano; vacío, las mejores para otras tantas</translation>
    </message>
    <message>
        <source>New places</source>
        <translation>Plazas nuevas</translation>
    </message>
    <message>
        <source>b or 2b, Enter</source>
        <translation>b o 2b, Intro</translation>
    </message>
    <message>
        <source>Space selects, Enter takes what is selected, Esc goes to the line.</source>
        <translation>Espacio elige, Intro toma la selección, Esc va a la línea.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrderPage</name>
    <message>
        <source>Sold %1, %2</source>
        <comment>where, when</comment>
        <translation>Vendido %1, %2</translation>
    </message>
    <message>
        <source>Sold %1 by %2, %3</source>
        <comment>where, who, when</comment>
        <translation>Vendido %1 por %2, %3</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pedido %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>pagado %1</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>devuelto %1</translation>
    </message>
    <message>
        <source>still to go back %1</source>
        <translation>por devolver %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between sums</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The order is being read.</source>
        <translation>Se lee el pedido.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
    <message>
        <source>What is shown may be old, it is being read again: %1</source>
        <translation>Lo que se ve puede ser antiguo, se lee de nuevo: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Nota: %1</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Tickets of the order</source>
        <translation>Entradas del pedido</translation>
    </message>
    <message>
        <source>Payments and refunds of the order</source>
        <translation>Pagos y devoluciones del pedido</translation>
    </message>
    <message>
        <source>Tickets; without a choice all are meant</source>
        <translation>Entradas; sin elegir, todas</translation>
    </message>
    <message>
        <source>Mails to the buyer</source>
        <translation>Correos al comprador</translation>
    </message>
    <message>
        <source>Mails to the order&apos;s buyer</source>
        <translation>Correos al comprador del pedido</translation>
    </message>
    <message>
        <source>No mail went to the buyer</source>
        <translation>Ningún correo fue al comprador</translation>
    </message>
    <message>
        <source>An older order, whose tickets paid for these, cannot be read: whether cash is to be handed over there is not known.</source>
        <translation>Un pedido anterior, con cuyas entradas se pagaron estas, no se puede leer: no se sabe si hay efectivo por entregar en él.</translation>
    </message>
    <message>
        <source>%1 is to be handed over in cash, from the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>%1 por entregar en efectivo, del pedido anterior %2. «Entregado en mano» lleva allí.</translation>
    </message>
    <message>
        <source>%1 is to go back by the house, in the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>%1 lo devuelve la casa, en el pedido anterior %2. «Entregado en mano» lleva allí.</translation>
    </message>
    <message>
        <source>%1 goes back in the older order %2, and is not back yet.</source>
        <translation>%1 se devuelve en el pedido anterior %2 y aún no está devuelto.</translation>
    </message>
    <message>
        <source>%1 went on to older orders, whose tickets paid for these: what of it is still to go back is being looked for.</source>
        <translation>%1 pasó a pedidos anteriores, con cuyas entradas se pagaron estas: se busca lo que falta por devolver.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrdersScreen</name>
    <message>
        <source>&amp;Find an order</source>
        <translation>&amp;Buscar un pedido</translation>
    </message>
    <message>
        <source>To the &amp;tickets</source>
        <translation>A las &amp;entradas</translation>
    </message>
    <message>
        <source>&amp;Print tickets</source>
        <translation>&amp;Imprimir entradas</translation>
    </message>
    <message>
        <source>Han&amp;d out</source>
        <translation>Entre&amp;gar</translation>
    </message>
    <message>
        <source>Not handed out after a&amp;ll</source>
        <translation>Al final no e&amp;ntregado</translation>
    </message>
    <message>
        <source>E&amp;xchange or move</source>
        <translation>&amp;Cambiar o mover</translation>
    </message>
    <message>
        <source>Another na&amp;me</source>
        <translation>Otro &amp;nombre</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>&amp;Refund</source>
        <translation>&amp;Devolver</translation>
    </message>
    <message>
        <source>Refund, &amp;keep the fee</source>
        <translation>Devolver, &amp;guardar el gasto</translation>
    </message>
    <message>
        <source>Handed o&amp;ver</source>
        <translation>Entregado en &amp;mano</translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation>Co&amp;brar</translation>
    </message>
    <message>
        <source>&amp;Invoice as PDF</source>
        <translation>&amp;Factura en PDF</translation>
    </message>
    <message>
        <source>Open the saved invoice, to print it</source>
        <translation>Abrir la factura guardada, para imprimirla</translation>
    </message>
    <message>
        <source>Read or ask a&amp;gain</source>
        <translation>&amp;Leer o preguntar otra vez</translation>
    </message>
    <message>
        <source>Ex&amp;change them</source>
        <translation>&amp;Cambiar</translation>
    </message>
    <message>
        <source>Leave it as it &amp;was</source>
        <translation>&amp;Dejar como estaba</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>No hay impresora de entradas: no se imprime nada.</translation>
    </message>
    <message>
        <source>Printed before. Why again?</source>
        <translation>Ya impreso. ¿Por qué otra vez?</translation>
    </message>
    <message>
        <source>Tickets: none of those chosen admits.</source>
        <translation>Entradas: ninguna de las elegidas vale.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1 less the organiser&apos;s fee.</source>
        <translation>
            <numerusform>Recoger %n entrada por %1 menos el gasto.</numerusform>
            <numerusform>Recoger %n entradas por %1 menos el gasto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1.</source>
        <translation>
            <numerusform>Recoger %n entrada por %1.</numerusform>
            <numerusform>Recoger %n entradas por %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are void at once.</source>
        <translation>Quedan anuladas al momento.</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>&amp;Recoger</translation>
    </message>
    <message>
        <source>Nothing waits to be handed over.</source>
        <translation>Nada espera ser entregado.</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>Se entregó %1</translation>
    </message>
    <message>
        <source>%1. Receipt&apos;s number, or how</source>
        <translation>%1. Número del recibo, o cómo</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>en efectivo</translation>
    </message>
    <message numerus="yes">
        <source>New name on %n ticket(s)</source>
        <translation>
            <numerusform>Nombre nuevo en %n entrada</numerusform>
            <numerusform>Nombre nuevo en %n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Their e-mail; may be empty</source>
        <translation>Su correo; puede quedar vacío</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>Nota del pedido</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, for the difference is to be paid.</source>
        <translation>Hay una venta abierta en esta caja: terminarla o devolverla, pues hay que pagar la diferencia.</translation>
    </message>
    <message>
        <source>Exchange, %1 goes back</source>
        <translation>Cambio, se devuelve %1</translation>
    </message>
    <message>
        <source>The event is being read: take the payment in a moment.</source>
        <translation>Se lee el evento: cobrar en un momento.</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, then take the payment of this order.</source>
        <translation>Hay una venta abierta en esta caja: terminarla o devolverla, luego cobrar este pedido.</translation>
    </message>
    <message>
        <source>There are more: type more of what is known.</source>
        <translation>Hay más: escribir más de lo que se sabe.</translation>
    </message>
    <message>
        <source>Scanned: this house has no order with this code.</source>
        <translation>Escaneado: esta casa no tiene pedido con este código.</translation>
    </message>
    <message>
        <source>Scanned, and not opened: finish first what is being done with this order, or leave it by Esc.</source>
        <translation>Escaneado y no abierto: terminar antes lo que se hace con este pedido, o dejarlo con Esc.</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Buscar un pedido</translation>
    </message>
    <message>
        <source>N&amp;umber, name, e-mail, telephone, seat, card&apos;s last four digits; or scan a ticket</source>
        <translation>Número, nombre, correo, &amp;teléfono, plaza, últimas cuatro cifras de la tarjeta; o escanear una entrada</translation>
    </message>
    <message>
        <source>Orders that were found</source>
        <translation>Pedidos encontrados</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter opens, Esc goes to the tickets.</source>
        <translation>Las flechas recorren la lista, Intro abre, Esc va a las entradas.</translation>
    </message>
    <message>
        <source>No order is open. Search for one, or scan a ticket.</source>
        <translation>Ningún pedido abierto. Buscar uno, o escanear una entrada.</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>&amp;Pedidos</translation>
    </message>
    <message>
        <source>Not known whether it was done. It is being asked again: hand nothing out until the answer is here.</source>
        <translation>No se sabe si se hizo. Se pregunta otra vez: no entregar nada hasta que haya respuesta.</translation>
    </message>
    <message>
        <source>Leave what is not known for later</source>
        <translation>Dejar lo desconocido para más tarde</translation>
    </message>
    <message>
        <source>Mail the confirmation and the tickets to</source>
        <translation>Enviar la confirmación y las entradas a</translation>
    </message>
    <message>
        <source>Find out what became of order %1.</source>
        <translation>Averiguar qué fue del pedido %1.</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n ticket(s), %1 at most goes back.</source>
        <translation>
            <numerusform>Cambiar %n entrada, se devuelve como mucho %1.</numerusform>
            <numerusform>Cambiar %n entradas, se devuelve como mucho %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it was done. Somebody whose role may do it signs in here to find out; %1 leaves it for later. Hand nothing out until then.</source>
        <translation>No se sabe si se hizo. Para saberlo, alguien cuyo rol lo permita inicia sesión aquí; %1 lo deja para más tarde. No entregar nada hasta entonces.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval. %1 asks for it, %2 leaves it.</source>
        <translation>No se hizo: requiere otra aprobación. %1 la pide, %2 lo deja.</translation>
    </message>
    <message>
        <source>Not known whether it was done. An approval finds out: %1 asks for it, %2 leaves it for later. Hand nothing out until then.</source>
        <translation>No se sabe si se hizo. Una aprobación lo aclara: %1 la pide, %2 lo deja para más tarde. No entregar nada hasta entonces.</translation>
    </message>
    <message>
        <source>Not known whether it was done: %1</source>
        <translation>No se sabe si se hizo: %1</translation>
    </message>
    <message>
        <source>&amp;Leave it for later</source>
        <translation>De&amp;jarlo para más tarde</translation>
    </message>
    <message>
        <source>Not done yet: %1</source>
        <translation>Aún no se hizo: %1</translation>
    </message>
    <message>
        <source>&amp;Get the approval</source>
        <translation>Pedir &amp;la aprobación</translation>
    </message>
    <message>
        <source>Mail it agai&amp;n</source>
        <translation>Enviar otra &amp;vez por correo</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>El cajón no se ha abierto: no hay impresora de recibos.</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Asientos como ta&amp;bla</translation>
    </message>
    <message>
        <source>What became of the last question of the sell screen is not known yet: ask again there first.</source>
        <translation>Aún no se sabe qué fue de la última petición de la pantalla de venta: preguntar allí otra vez primero.</translation>
    </message>
    <message>
        <source>Orders of which event?</source>
        <translation>¿Pedidos de qué evento?</translation>
    </message>
    <message>
        <source>Name, venue or town of the event</source>
        <translation>Nombre, sala o ciudad del evento</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Eventos encontrados</translation>
    </message>
    <message>
        <source>Also those that are over. Enter searches in one of them, Esc in all.</source>
        <translation>También los pasados. Intro busca en uno de ellos, Esc en todos.</translation>
    </message>
    <message>
        <source>Of one event, older ones too</source>
        <translation>Un evento, también pasado</translation>
    </message>
    <message>
        <source>Of all events again</source>
        <translation>Otra vez en todos</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Hay más: escribir más del nombre, la sala o la ciudad.</translation>
    </message>
    <message>
        <source>Nothing is found in this event.</source>
        <translation>Nada encontrado en este evento.</translation>
    </message>
    <message>
        <source>Only of: %1</source>
        <translation>Solo de: %1</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was.</source>
        <translation>Cambiado. Entregar %1 en efectivo y confirmarlo.</translation>
    </message>
    <message>
        <source>The older order in which this was paid. Once it is said that %1 was handed over, the newer one is shown again.</source>
        <translation>El pedido anterior en el que se pagó. Una vez confirmado que se entregó %1, vuelve el más reciente.</translation>
    </message>
    <message>
        <source>Also events of long ago</source>
        <translation>También los muy antiguos</translation>
    </message>
    <message>
        <source>Nothing is found: this house has no order with this number or code.</source>
        <translation>Nada encontrado: esta casa no tiene ningún pedido con este número o código.</translation>
    </message>
    <message>
        <source>Nothing is found, of long ago neither. Seats are found in their event: %1 chooses it.</source>
        <translation>Nada encontrado, tampoco muy antiguo. Las plazas se buscan en su evento: %1 lo elige.</translation>
    </message>
    <message>
        <source>Nothing is found. Events that ended over 30 days ago were not looked at: %1 looks at them, too. Seats are found in their event: %2 chooses it.</source>
        <translation>Nada encontrado. No se ha buscado en eventos terminados hace más de 30 días: %1 busca también en ellos. Las plazas se buscan en su evento: %2 lo elige.</translation>
    </message>
    <message>
        <source>Of all events, however long ago</source>
        <translation>En todos los eventos, por antiguos que sean</translation>
    </message>
    <message>
        <source>Older orders are being read: what waits there is said in a moment.</source>
        <translation>Se están leyendo pedidos anteriores: lo que queda allí se dirá enseguida.</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>Cambiado. Entregar %1 en efectivo y confirmarlo. Puede quedar más en un pedido anterior, que no se puede leer.</translation>
    </message>
    <message>
        <source>Exchanged. How much goes back in cash is not known: an older order, whose tickets paid for the old ones, cannot be read. Order %1 says it once it can be.</source>
        <translation>Cambiado. No se sabe cuánto se devuelve en efectivo: un pedido anterior, con cuyas entradas se pagaron las antiguas, no se puede leer. El pedido %1 lo dirá en cuanto se pueda.</translation>
    </message>
</context>
</TS>
