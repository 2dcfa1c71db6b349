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
        <source>The print queue takes no more: the tickets wait.</source>
        <translation>La cola de impresión está llena: las entradas esperan.</translation>
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
        <source>A ticket cannot be printed: %1</source>
        <translation>Una entrada no se puede imprimir: %1</translation>
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
        <source>The print queue takes no more: no receipt.</source>
        <translation>La cola de impresión está llena: sin recibo.</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>No hay impresora de entradas: no se imprime nada.</translation>
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
        <source>Who is billed: 1 to %1 letters.</source>
        <translation>Destinatario: de 1 a %1 caracteres.</translation>
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
        <source>This order was paid in too many parts: pay the rest in one.</source>
        <translation>Demasiados pagos parciales: pagar el resto de una vez.</translation>
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
</context>
</TS>
