<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>OrderWords</name>
    <message>
        <source>being paid</source>
        <translation>pagándose</translation>
    </message>
    <message>
        <source>payment ran out, being settled</source>
        <translation>pago vencido, en aclaración</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>anulándose</translation>
    </message>
    <message>
        <source>sold, being booked</source>
        <translation>vendido, registrándose</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pagado</translation>
    </message>
    <message>
        <source>not paid: the card was refused</source>
        <translation>no pagado: tarjeta rechazada</translation>
    </message>
    <message>
        <source>money is going back</source>
        <translation>el dinero vuelve</translation>
    </message>
    <message>
        <source>not sold, places are free</source>
        <translation>no vendido, plazas libres</translation>
    </message>
    <message>
        <source>the house looks into it</source>
        <translation>la casa lo revisa</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>does not admit yet</source>
        <translation>aún no vale</translation>
    </message>
    <message>
        <source>admits, is being exchanged</source>
        <translation>vale, en cambio</translation>
    </message>
    <message>
        <source>admits</source>
        <translation>vale</translation>
    </message>
    <message>
        <source>admits, is offered by a link</source>
        <translation>vale, ofrecida por enlace</translation>
    </message>
    <message>
        <source>void</source>
        <translation>anulada</translation>
    </message>
    <message>
        <source>being asked for</source>
        <translation>solicitándose</translation>
    </message>
    <message>
        <source>to be handed over</source>
        <translation>por entregar</translation>
    </message>
    <message>
        <source>not known yet: the bank is asked</source>
        <translation>aún no se sabe: se pregunta al banco</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>is back</source>
        <translation>devuelto</translation>
    </message>
    <message>
        <source>bought nothing</source>
        <translation>no compró nada</translation>
    </message>
    <message>
        <source>returned by the buyer</source>
        <translation>devuelto por el comprador</translation>
    </message>
    <message>
        <source>taken back by the house</source>
        <translation>recogido por la casa</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>evento cancelado</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>evento aplazado</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>paid too late</source>
        <translation>pagado demasiado tarde</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>en la web</translation>
    </message>
    <message>
        <source>at a kiosk</source>
        <translation>en un quiosco</translation>
    </message>
    <message>
        <source>at the box office</source>
        <translation>en la taquilla</translation>
    </message>
    <message>
        <source>The event is cancelled: all that was paid goes back by itself.</source>
        <translation>El evento está cancelado: todo lo pagado vuelve por sí solo.</translation>
    </message>
    <message>
        <source>The event was moved from %1.</source>
        <translation>El evento se movió del %1.</translation>
    </message>
    <message>
        <source>Tickets: this order has none like that. It is shown anew.</source>
        <translation>Entradas: este pedido no tiene ninguna así. Se muestra de nuevo.</translation>
    </message>
    <message>
        <source>Tickets: one of them is void already, or does not admit yet. Nothing was done; the order is shown anew.</source>
        <translation>Entradas: una ya está anulada o aún no vale. No se hizo nada; el pedido se muestra de nuevo.</translation>
    </message>
    <message>
        <source>Tickets: one of them is being exchanged. Have the new order paid, or given up, first.</source>
        <translation>Entradas: una se está cambiando. Antes hay que cobrar o abandonar el pedido nuevo.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed on to somebody else.</source>
        <translation>Entradas: una se cedió a otra persona.</translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>Tipo de entrada: no se vende en esta banda.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow this exchange: for cheaper places, or no longer. Refund the tickets and sell others instead.</source>
        <translation>Las reglas del evento no permiten este cambio: por plazas más baratas, o ya no. Devolver las entradas y vender otras.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow that any more.</source>
        <translation>Las reglas del evento ya no lo permiten.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow another name any more.</source>
        <translation>Las reglas del evento ya no permiten otro nombre.</translation>
    </message>
    <message>
        <source>The tickets were given another name meanwhile. The order is shown anew.</source>
        <translation>Las entradas recibieron otro nombre entretanto. El pedido se muestra de nuevo.</translation>
    </message>
    <message>
        <source>This order is not there any more.</source>
        <translation>Este pedido ya no existe.</translation>
    </message>
    <message>
        <source>The order is not paid: that can be done with paid orders alone.</source>
        <translation>El pedido no está pagado: solo se puede con pedidos pagados.</translation>
    </message>
    <message>
        <source>The refund waits for nobody any more: it is done.</source>
        <translation>La devolución ya no espera a nadie: está hecha.</translation>
    </message>
    <message>
        <source>The event was cancelled: its tickets go back by themselves, and nothing else is done with them.</source>
        <translation>El evento se canceló: sus entradas vuelven por sí solas y no se hace nada más con ellas.</translation>
    </message>
    <message>
        <source>This house makes no invoices: it has not said who sells.</source>
        <translation>Esta casa no hace facturas: no ha dicho quién vende.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one on the pay screen, for cash goes out of it.</source>
        <translation>No hay turno abierto en esta caja: abrir uno en la pantalla de pago, pues sale efectivo.</translation>
    </message>
    <message>
        <source>The difference cannot be paid by this house&apos;s card provider.</source>
        <translation>La diferencia no se puede pagar con el proveedor de tarjetas de esta casa.</translation>
    </message>
    <message>
        <source>The hold of the new places has run out: nothing was exchanged.</source>
        <translation>La reserva de las plazas nuevas venció: no se cambió nada.</translation>
    </message>
    <message>
        <source>An order was made of the new places already.</source>
        <translation>Ya se hizo un pedido de las plazas nuevas.</translation>
    </message>
    <message>
        <source>This event is not there any more.</source>
        <translation>Este evento ya no existe.</translation>
    </message>
    <message>
        <source>This house sends no mail.</source>
        <translation>Esta casa no envía correos.</translation>
    </message>
    <message>
        <source>E-mail: mail cannot go to this address.</source>
        <translation>Correo: no se puede enviar a esta dirección.</translation>
    </message>
    <message>
        <source>This order has had all the mails that it may have.</source>
        <translation>Este pedido ya tuvo todos los correos que puede tener.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed out already, at another window or before. Nothing was done; the order is shown anew.</source>
        <translation>Entradas: una de ellas ya se entregó, en otra ventanilla o antes. No se ha hecho nada; el pedido se muestra de nuevo.</translation>
    </message>
    <message>
        <source>%1, %2 still to go back</source>
        <comment>state of an order, amount</comment>
        <translation>%1, aún por devolver: %2</translation>
    </message>
</context>
<context>
    <name>tessera::orders::Exchange</name>
    <message>
        <source>The hold has run out: the new places are free again, the old ones are as they were.</source>
        <translation>La reserva venció: las plazas nuevas están libres, las antiguas siguen como estaban.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>Entradas: ninguna de este pedido vale.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>El servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>Choose the new places first.</source>
        <translation>Elegir antes las plazas nuevas.</translation>
    </message>
    <message>
        <source>The server has not answered yet: the exchange stays open until it has.</source>
        <translation>El servidor aún no ha respondido: el cambio queda abierto hasta entonces.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::InvoiceSaver</name>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>La factura no se puede escribir en %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MailModel</name>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>confirmación</translation>
    </message>
    <message>
        <source>confirmation again</source>
        <translation>confirmación, otra vez</translation>
    </message>
    <message>
        <source>another mail</source>
        <translation>otro correo</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>on its way: the mail server did not take it yet</source>
        <translation>en camino: el servidor de correo aún no lo aceptó</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>no enviado: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>the mail server refuses it or its address</source>
        <translation>el servidor de correo lo rechaza, o su dirección</translation>
    </message>
    <message>
        <source>there is no address that mail can go to</source>
        <translation>no hay dirección a la que enviar</translation>
    </message>
    <message>
        <source>no mail server took it for days</source>
        <translation>ningún servidor lo aceptó en días</translation>
    </message>
    <message>
        <source>no ticket of the order admits any more</source>
        <translation>ninguna entrada del pedido vale ya</translation>
    </message>
    <message>
        <source>why is not known</source>
        <translation>no se sabe por qué</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>reembolso</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>evento cancelado</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>evento aplazado</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MoneyModel</name>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>%1, card …%2</source>
        <translation>%1, tarjeta …%2</translation>
    </message>
    <message>
        <source>paid by the buyer</source>
        <translation>pagado por el comprador</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>Devuelto: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>What with</source>
        <translation>Con qué</translation>
    </message>
    <message>
        <source>goes back in the older order</source>
        <translation>se devuelve en el pedido anterior</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderDeeds</name>
    <message>
        <source>What became of the last question is not known yet: nothing else is done before.</source>
        <translation>Aún no se sabe qué fue de la última petición: antes no se hace nada más.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>El servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>Ningún pedido abierto.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>Entradas: ninguna de este pedido vale.</translation>
    </message>
    <message numerus="yes">
        <source>Tickets: %n at a time at most.</source>
        <translation>
            <numerusform>Entradas: %n como máximo a la vez.</numerusform>
            <numerusform>Entradas: %n como máximo a la vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1 bytes at most.</source>
        <translation>Nota: %1 bytes como máximo.</translation>
    </message>
    <message>
        <source>Reason to print again: 1 to %1 bytes.</source>
        <translation>Motivo para reimprimir: de 1 a %1 bytes.</translation>
    </message>
    <message>
        <source>How it was given back: 1 to %1 bytes.</source>
        <translation>Cómo se devolvió: de 1 a %1 bytes.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Esta caja no puede escribir en su disco: no se envió nada.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is being asked again, and nothing is done twice.</source>
        <translation>El servidor no ha respondido. No se sabe si se hizo: se pregunta otra vez y nada se hace dos veces.</translation>
    </message>
    <message>
        <source>The mark is taken back: not handed out.</source>
        <translation>Se retira la marca: no entregado.</translation>
    </message>
    <message numerus="yes">
        <source>Handed out: %n ticket(s).</source>
        <translation>
            <numerusform>Entregado: %n entrada.</numerusform>
            <numerusform>Entregado: %n entradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is written.</source>
        <translation>La nota está escrita.</translation>
    </message>
    <message>
        <source>The new places are kept: the difference is to be paid.</source>
        <translation>Las plazas nuevas están guardadas: hay que pagar la diferencia.</translation>
    </message>
    <message>
        <source>Exchanged: the new tickets admit as soon as it is booked.</source>
        <translation>Cambiado: las entradas nuevas valen en cuanto se registre.</translation>
    </message>
    <message>
        <source>It is given back, and booked.</source>
        <translation>Devuelto y registrado.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void, the money is on its way.</source>
        <translation>Recogido: las entradas quedan anuladas, el dinero está en camino.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was.</source>
        <translation>Recogido: las entradas quedan anuladas. Entregar %1 en efectivo y confirmarlo.</translation>
    </message>
    <message>
        <source>The tickets are %1&apos;s now. Print them: what was printed before is refused at the door.</source>
        <translation>Las entradas son ahora de %1. Imprimirlas: lo impreso antes se rechaza en la puerta.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were handed on to somebody else: only their holder can print them.</source>
        <translation>
            <numerusform>%n entrada se cedió: solo su titular puede imprimirla.</numerusform>
            <numerusform>%n entradas se cedieron: solo su titular puede imprimirlas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) go to the printer.</source>
        <translation>
            <numerusform>%n entrada va a la impresora.</numerusform>
            <numerusform>%n entradas van a la impresora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something of this order was left for later, and it is not known whether it was done: that comes first.</source>
        <translation>Algo de este pedido se dejó para más tarde y no se sabe si se hizo: eso va primero.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @.</source>
        <translation>Correo: de 3 a %1 bytes con una @.</translation>
    </message>
    <message>
        <source>Of what was begun earlier nothing was done: %1</source>
        <translation>De lo que se empezó antes no se hizo nada: %1</translation>
    </message>
    <message>
        <source>The confirmation is on its way: the list of mails says what becomes of it.</source>
        <translation>La confirmación está en camino: la lista de correos dice qué es de ella.</translation>
    </message>
    <message>
        <source>Not printed: %1 Print again once that is mended.</source>
        <translation>No se imprimió: %1 Imprimir otra vez cuando esté arreglado.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody whose role may do it signs in here.</source>
        <translation>No se sabe si se hizo. Para saberlo, alguien cuyo rol lo permita inicia sesión aquí.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval.</source>
        <translation>No se hizo: requiere otra aprobación.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody must approve it: it is done once, however often it is asked.</source>
        <translation>No se sabe si se hizo. Para saberlo, alguien debe aprobarlo: se hace una sola vez, por más que se pregunte.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>No se hizo nada.</translation>
    </message>
    <message>
        <source>Something else was left for later already: this must be found out first.</source>
        <translation>Ya se dejó otra cosa para más tarde: esto hay que averiguarlo primero.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: it cannot be left.</source>
        <translation>Esta caja no puede escribir en su disco: no se puede dejar.</translation>
    </message>
    <message>
        <source>Left for later: whether it was done is not known. It is asked again when somebody signs in here.</source>
        <translation>Dejado para más tarde: no se sabe si se hizo. Se vuelve a preguntar cuando alguien inicie sesión aquí.</translation>
    </message>
    <message>
        <source>There is no printer here.</source>
        <translation>Aquí no hay impresora.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. How much of it goes back in cash is not known: an older order, whose tickets paid for these, cannot be read.</source>
        <translation>Recogido: las entradas quedan anuladas. No se sabe cuánto se devuelve en efectivo: un pedido anterior, con cuyas entradas se pagaron estas, no se puede leer.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>Recogido: las entradas quedan anuladas. Entregar %1 en efectivo y confirmarlo. Puede quedar más en un pedido anterior, que no se puede leer.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderSearch</name>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
</context>
<context>
    <name>tessera::orders::TicketModel</name>
    <message>
        <source>Place</source>
        <translation>Plaza</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Tipo de entrada</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name on it</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Entregada</translation>
    </message>
    <message>
        <source>never</source>
        <comment>printed</comment>
        <translation>nunca</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>handed out</comment>
        <translation>aún no</translation>
    </message>
</context>
</TS>
