<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ReceiptWords</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>%1 is in it</source>
        <translation>incluye %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Pedido %1</translation>
    </message>
</context>
<context>
    <name>tessera::payment::BilledSearch</name>
    <message>
        <source>Who is billed: the beginning of a customer&apos;s name.</source>
        <translation>Facturar a: el principio del nombre de un cliente.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no customer of that name.</source>
        <translation>Facturar a: la casa no tiene ningún cliente con ese nombre.</translation>
    </message>
    <message numerus="yes">
        <source>Who is billed: %n customers are found (%1). Type more of the name.</source>
        <translation>
            <numerusform>Facturar a: se encontró %n cliente (%1). Escribir más del nombre.</numerusform>
            <numerusform>Facturar a: se encontraron %n clientes (%1). Escribir más del nombre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is billed: %1 may not buy on account. Who may sell on account can allow it at the sale, by changing the customer.</source>
        <translation>Facturar a: %1 no puede comprar a cuenta. Quien puede vender a cuenta puede permitirlo en la venta, modificando el cliente.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::Papers</name>
    <message numerus="yes">
        <source>%n order(s) wait for the ticket printer: this one is to be printed later from its order.</source>
        <translation>
            <numerusform>%n pedido espera la impresora: imprimir este más tarde desde el pedido.</numerusform>
            <numerusform>%n pedidos esperan la impresora: imprimir este más tarde desde el pedido.</numerusform>
        </translation>
    </message>
    <message>
        <source>This till cannot write to its disk: print these tickets before it is switched off.</source>
        <translation>Esta caja no puede escribir en su disco: imprimir antes de apagarla.</translation>
    </message>
    <message>
        <source>No ticket printer is set up: the tickets wait.</source>
        <translation>No hay impresora de entradas: las entradas esperan.</translation>
    </message>
    <message>
        <source>The ticket&apos;s layout is not used: %1</source>
        <translation>La plantilla de la entrada no se usa: %1</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 letters.</source>
        <translation>Motivo: de 1 a %1 caracteres.</translation>
    </message>
    <message>
        <source>Not printed again: %1</source>
        <translation>No reimpreso: %1</translation>
    </message>
    <message>
        <source>This is not printed again now.</source>
        <translation>Esto no se reimprime ahora.</translation>
    </message>
    <message>
        <source>The receipt cannot be printed: %1</source>
        <translation>El recibo no se puede imprimir: %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Recibo %1</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>No hay impresora de entradas: no se imprime nada.</translation>
    </message>
    <message>
        <source>The file of the print queue cannot be written: %1.</source>
        <translation>No se puede escribir el archivo de la cola de impresión: %1.</translation>
    </message>
    <message>
        <source>The ticket printer is not one of this till&apos;s any more.</source>
        <translation>La impresora de entradas ya no es de esta caja.</translation>
    </message>
    <message>
        <source>The print queue takes no more: see to the printer first.</source>
        <translation>La cola de impresión no acepta más: atender primero la impresora.</translation>
    </message>
    <message>
        <source>The printer&apos;s queue has stopped: try the printer, to begin anew.</source>
        <translation>La cola de la impresora está parada: probar la impresora para empezar de nuevo.</translation>
    </message>
    <message>
        <source>The printer for tickets prints receipts alone: set up another one.</source>
        <translation>La impresora para entradas solo imprime recibos: configurar otra.</translation>
    </message>
    <message>
        <source>A document cannot be made with its layout: look at it on the paper screen.</source>
        <translation>Un documento no se puede hacer con su plantilla: mirarla en la pantalla de plantillas.</translation>
    </message>
    <message>
        <source>A document is larger than what can be printed.</source>
        <translation>Un documento es más grande de lo que se puede imprimir.</translation>
    </message>
    <message>
        <source>the till</source>
        <translation>la caja</translation>
    </message>
    <message>
        <source>Order %1: its tickets are void, none is printed.</source>
        <translation>Pedido %1: sus entradas están anuladas, no se imprime ninguna.</translation>
    </message>
    <message>
        <source>No receipt is printed. %1</source>
        <translation>No se imprime ningún recibo. %1</translation>
    </message>
    <message>
        <source>Order %1 is not printed: %2</source>
        <translation>El pedido %1 no está impreso: %2</translation>
    </message>
    <message>
        <source>Order %1 is left: print its tickets from the order.</source>
        <translation>El pedido %1 queda sin imprimir: imprimir sus entradas desde el pedido.</translation>
    </message>
    <message>
        <source>Which tickets wait to be printed cannot be read any more. Look at the last orders, and print from there what is missing.</source>
        <translation>Ya no se puede leer qué entradas esperan a imprimirse. Mirar los últimos pedidos e imprimir desde allí lo que falta.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the reprint is noted is not known: it is being asked again, and printed once it is.</source>
        <translation>El servidor no ha respondido. No se sabe si la reimpresión está anotada: se le pregunta de nuevo y se imprime en cuanto lo esté.</translation>
    </message>
    <message>
        <source>The reprint is taken back: nothing is printed. It may be noted all the same.</source>
        <translation>La reimpresión se ha anulado: no se imprime nada. Aun así puede quedar anotada.</translation>
    </message>
    <message numerus="yes">
        <source>%n reprint(s): whether they are noted is being asked again</source>
        <translation>
            <numerusform>%n reimpresión: se pregunta de nuevo si está anotada</numerusform>
            <numerusform>%n reimpresiones: se pregunta de nuevo si están anotadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::Payer</name>
    <message>
        <source>The server has not answered yet: nothing else is done before.</source>
        <translation>El servidor aún no ha respondido: antes no se hace nada más.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>No hay nada que pagar.</translation>
    </message>
    <message>
        <source>Cash: an amount of more than nothing, in %1.</source>
        <translation>Efectivo: un importe mayor que cero, en %1.</translation>
    </message>
    <message>
        <source>No card terminal is set up at this till.</source>
        <translation>No hay terminal de tarjetas en esta caja.</translation>
    </message>
    <message>
        <source>Gift card: scan it, or type its code.</source>
        <translation>Tarjeta regalo: escanearla o escribir su código.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Esta caja no puede escribir en su disco: no se envió nada.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was paid is not known: it is being asked again, and nothing is paid twice.</source>
        <translation>El servidor no ha respondido. No se sabe si se pagó: se pregunta de nuevo, nada se paga dos veces.</translation>
    </message>
    <message>
        <source>The hold has run out: nothing was sold, nothing was paid.</source>
        <translation>La reserva ha caducado: no se vendió ni se pagó nada.</translation>
    </message>
    <message>
        <source>Gift card: there is none with this code. Compare it letter by letter.</source>
        <translation>Tarjeta regalo: ninguna con este código. Compararlo letra por letra.</translation>
    </message>
    <message>
        <source>This way to pay is not set up at this house.</source>
        <translation>Este medio de pago no está disponible en esta casa.</translation>
    </message>
    <message>
        <source>This role may not take that way to pay.</source>
        <translation>Este rol no puede aceptar ese medio de pago.</translation>
    </message>
    <message>
        <source>That is more than can be paid so.</source>
        <translation>Es más de lo que se puede pagar así.</translation>
    </message>
    <message>
        <source>Amount: %1 at most.</source>
        <translation>Importe: %1 como máximo.</translation>
    </message>
    <message>
        <source>This order takes no payment any more: look at how it stands.</source>
        <translation>Este pedido ya no admite pagos: mirar su estado.</translation>
    </message>
    <message>
        <source>The event was cancelled: nothing of it is sold.</source>
        <translation>El evento se canceló: no se vende nada.</translation>
    </message>
    <message>
        <source>That was not paid, and nothing was taken: choose how to go on.</source>
        <translation>No se pagó y no se cobró nada: elegir cómo seguir.</translation>
    </message>
    <message>
        <source>Not sold: the house looks into the money of this order.</source>
        <translation>No vendido: la casa revisa el dinero de este pedido.</translation>
    </message>
    <message>
        <source>Not sold: the places are free again.</source>
        <translation>No vendido: las plazas vuelven a estar libres.</translation>
    </message>
    <message>
        <source>A payment that this till had begun before cannot be read any more. Look at its last orders before any money is taken again.</source>
        <translation>Un pago empezado antes en esta caja ya no se puede leer. Mirar sus últimos pedidos antes de volver a tomar dinero.</translation>
    </message>
    <message>
        <source>The card is being cancelled: nothing else is taken before.</source>
        <translation>Se está cancelando la tarjeta: antes no se toma nada más.</translation>
    </message>
    <message>
        <source>Cash given: %1 at most for this; a scanned code is no amount.</source>
        <translation>Efectivo entregado: %1 como máximo para esto; un código escaneado no es un importe.</translation>
    </message>
    <message>
        <source>Who is billed: a customer of the house.</source>
        <translation>Facturar a: un cliente de la casa.</translation>
    </message>
    <message>
        <source>So often no order is tried to be paid: give it up (%1) and sell it anew.</source>
        <translation>El pago de un pedido no se intenta tantas veces: abandonarlo (%1) y venderlo de nuevo.</translation>
    </message>
    <message>
        <source>Who is billed: this customer may not buy on account.</source>
        <translation>Facturar a: este cliente no puede comprar a cuenta.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no such customer any more.</source>
        <translation>Facturar a: la casa ya no tiene ese cliente.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintRoom</name>
    <message numerus="yes">
        <source>Printers: %n at most.</source>
        <translation>
            <numerusform>Impresoras: %n como máximo.</numerusform>
            <numerusform>Impresoras: %n como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the printer: 1 to %1 letters.</source>
        <translation>Nombre de la impresora: de 1 a %1 caracteres.</translation>
    </message>
    <message>
        <source>%1: a port from 1 to %2.</source>
        <translation>%1: un puerto de 1 a %2.</translation>
    </message>
    <message>
        <source>Two printers have the name %1.</source>
        <translation>Dos impresoras se llaman %1.</translation>
    </message>
    <message>
        <source>The print queue cannot be opened: %1</source>
        <translation>La cola de impresión no se abre: %1</translation>
    </message>
    <message>
        <source>%1: an address, a device or a printer of the system.</source>
        <translation>%1: una dirección, un dispositivo o una impresora del sistema.</translation>
    </message>
    <message>
        <source>the printers&apos; set-up</source>
        <translation>la configuración de las impresoras</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintWatch</name>
    <message>
        <source>ready</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>paper runs low</source>
        <translation>queda poco papel</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>ocupada</translation>
    </message>
    <message>
        <source>out of paper</source>
        <translation>sin papel</translation>
    </message>
    <message>
        <source>paper or cutter is jammed</source>
        <translation>papel o cortador atascado</translation>
    </message>
    <message>
        <source>cover is open</source>
        <translation>tapa abierta</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>informa de un fallo</translation>
    </message>
    <message>
        <source>does not answer: is it on?</source>
        <translation>no responde: ¿está encendida?</translation>
    </message>
    <message>
        <source>has stopped</source>
        <translation>se ha detenido</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait</source>
        <translation>
            <numerusform>%n documento espera</numerusform>
            <numerusform>%n documentos esperan</numerusform>
        </translation>
    </message>
    <message>
        <source>Printer %1: %2</source>
        <comment>its name, its state</comment>
        <translation>Impresora %1: %2</translation>
    </message>
    <message>
        <source>Ticket printer: %1</source>
        <translation>Impresora de entradas: %1</translation>
    </message>
    <message>
        <source>Receipt printer: %1</source>
        <translation>Impresora de recibos: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s): look at the paper</source>
        <translation>
            <numerusform>%n documento: mirar el papel</numerusform>
            <numerusform>%n documentos: mirar el papel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed</source>
        <translation>
            <numerusform>%n pedido espera la impresión</numerusform>
            <numerusform>%n pedidos esperan la impresión</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::TemplateStore</name>
    <message>
        <source>This event has no name for a file.</source>
        <translation>Este evento no tiene nombre de archivo.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk.</source>
        <translation>Esta caja no puede escribir en su disco.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::TenderModel</name>
    <message>
        <source>Paid with</source>
        <translation>Pagado con</translation>
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
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Tarjeta regalo</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Factura</translation>
    </message>
    <message>
        <source>Tickets given up</source>
        <translation>Entradas entregadas</translation>
    </message>
    <message>
        <source>Card at the terminal</source>
        <translation>Tarjeta en el terminal</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>the terminal is being asked</source>
        <translation>se pide al terminal</translation>
    </message>
    <message>
        <source>being opened</source>
        <translation>abriéndose</translation>
    </message>
    <message>
        <source>waiting for the card</source>
        <translation>espera la tarjeta</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reservado</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pagado</translation>
    </message>
    <message>
        <source>cancelled, nothing taken</source>
        <translation>cancelado, nada cobrado</translation>
    </message>
    <message>
        <source>refused, nothing taken</source>
        <translation>rechazado, nada cobrado</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>devuelto</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>%1, card …%2</source>
        <translation>%1, tarjeta …%2</translation>
    </message>
    <message>
        <source>not enough money on it</source>
        <translation>saldo insuficiente</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>está caducada</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>PIN incorrecto</translation>
    </message>
    <message>
        <source>too many wrong PINs</source>
        <translation>demasiados PIN incorrectos</translation>
    </message>
    <message>
        <source>it does not pay here</source>
        <translation>aquí no se acepta</translation>
    </message>
    <message>
        <source>its limit is reached</source>
        <translation>se alcanzó su límite</translation>
    </message>
    <message>
        <source>its bank does not answer</source>
        <translation>su banco no responde</translation>
    </message>
    <message>
        <source>its bank has declined it</source>
        <translation>rechazada por su banco</translation>
    </message>
    <message>
        <source>card declined: %1</source>
        <translation>tarjeta rechazada: %1</translation>
    </message>
    <message>
        <source>the terminal is offline</source>
        <translation>el terminal está sin conexión</translation>
    </message>
    <message>
        <source>the terminal is busy with another payment</source>
        <translation>el terminal está ocupado con otro pago</translation>
    </message>
    <message>
        <source>the card provider does not know this terminal</source>
        <translation>el proveedor de tarjetas no conoce este terminal</translation>
    </message>
    <message>
        <source>no card was shown in time</source>
        <translation>no se presentó ninguna tarjeta a tiempo</translation>
    </message>
    <message>
        <source>the terminal does not ask for it</source>
        <translation>el terminal no la pide</translation>
    </message>
    <message>
        <source>no card asked for: %1</source>
        <translation>no se pide tarjeta: %1</translation>
    </message>
</context>
</TS>
