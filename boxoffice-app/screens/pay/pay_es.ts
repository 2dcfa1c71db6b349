<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PayScreen</name>
    <message>
        <source>E&amp;xact cash</source>
        <translation>Importe e&amp;xacto</translation>
    </message>
    <message>
        <source>Next &amp;note</source>
        <translation>&amp;Billete siguiente</translation>
    </message>
    <message>
        <source>Second next n&amp;ote</source>
        <translation>&amp;Segundo billete siguiente</translation>
    </message>
    <message>
        <source>T&amp;hird next note</source>
        <translation>&amp;Tercer billete siguiente</translation>
    </message>
    <message>
        <source>Car&amp;d at the terminal</source>
        <translation>&amp;Tarjeta en el terminal</translation>
    </message>
    <message>
        <source>&amp;Gift card</source>
        <translation>Tarjeta re&amp;galo</translation>
    </message>
    <message>
        <source>In&amp;voice</source>
        <translation>&amp;Factura</translation>
    </message>
    <message>
        <source>&amp;Back to choosing</source>
        <translation>&amp;Volver a elegir</translation>
    </message>
    <message>
        <source>Give &amp;up the order</source>
        <translation>A&amp;bandonar el pedido</translation>
    </message>
    <message>
        <source>&amp;Next sale</source>
        <translation>&amp;Siguiente venta</translation>
    </message>
    <message>
        <source>To the &amp;print queue</source>
        <translation>A la cola de im&amp;presión</translation>
    </message>
    <message>
        <source>%1: an amount like 12.50, in %2.</source>
        <translation>%1: un importe como 12,50, en %2.</translation>
    </message>
    <message>
        <source>&amp;Who is billed</source>
        <translation>A &amp;quién se factura</translation>
    </message>
    <message>
        <source>C&amp;ode of the gift card, or scan it</source>
        <translation>Códig&amp;o de la tarjeta regalo, o escanearla</translation>
    </message>
    <message>
        <source>%1 on account: %2</source>
        <translation>%1 a cuenta: %2</translation>
    </message>
    <message>
        <source>Nothing is to be paid.</source>
        <translation>No hay nada que pagar.</translation>
    </message>
    <message>
        <source>Nothing to pay: Enter takes it.</source>
        <translation>Nada que pagar: Intro lo cierra.</translation>
    </message>
    <message>
        <source>A part is paid. How is the rest paid?</source>
        <translation>Una parte está pagada. ¿Cómo se paga el resto?</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>¿Cómo se paga?</translation>
    </message>
    <message>
        <source>The server is asked.</source>
        <translation>Se pregunta al servidor.</translation>
    </message>
    <message>
        <source>Not known whether it is paid. It is being asked again: take no money, hand out no tickets until the answer is here.</source>
        <translation>No se sabe si está pagado. Se pregunta de nuevo: no cobrar ni entregar entradas hasta la respuesta.</translation>
    </message>
    <message>
        <source>The payment is being booked.</source>
        <translation>Se está registrando el pago.</translation>
    </message>
    <message>
        <source>Sold. Give the change. Enter: next sale.</source>
        <translation>Vendido. Dar el cambio. Intro: siguiente venta.</translation>
    </message>
    <message>
        <source>Sold. Enter: next sale.</source>
        <translation>Vendido. Intro: siguiente venta.</translation>
    </message>
    <message>
        <source>Not sold. Give the cash back. Enter: next sale.</source>
        <translation>No vendido. Devolver el efectivo. Intro: siguiente venta.</translation>
    </message>
    <message>
        <source>Not sold. Enter: next sale.</source>
        <translation>No vendido. Intro: siguiente venta.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>number of places, area</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>y %n plaza más</numerusform>
            <numerusform>y %n plazas más</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>amount, key</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation>Efectivo %1</translation>
    </message>
    <message>
        <source>Ta&amp;ke it for nothing</source>
        <translation>&amp;Cerrar sin pago</translation>
    </message>
    <message>
        <source>Ta&amp;ke cash</source>
        <translation>&amp;Cobrar</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Falta por pagar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>&amp;Cash given; nothing typed is the exact amount</source>
        <translation>Efectivo entregado; vacío es el importe e&amp;xacto</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Efectivo entregado</translation>
    </message>
    <message>
        <source>To be paid b&amp;y</source>
        <translation>A pagar a&amp;ntes del</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>A pagar antes del</translation>
    </message>
    <message>
        <source>Parts of the payment</source>
        <translation>Partes del pago</translation>
    </message>
    <message>
        <source>Take i&amp;t</source>
        <translation>To&amp;mar</translation>
    </message>
    <message>
        <source>&amp;Pay</source>
        <translation>&amp;Pagar</translation>
    </message>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>Configurar impresoras y ter&amp;minal</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>El cajón no se abrió: no hay impresora de recibos.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>El cajón no se abrió: su impresora no responde.</translation>
    </message>
    <message>
        <source>Waiting for the card at the terminal. After a decline the card key asks it again; another way to pay cancels it.</source>
        <translation>Esperando la tarjeta en el terminal. Tras un rechazo, la tecla de tarjeta pide de nuevo; otro medio lo cancela.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Reservado durante %1</translation>
    </message>
    <message>
        <source>To be paid within %1</source>
        <translation>A pagar en %1</translation>
    </message>
    <message>
        <source>Open the shi&amp;ft</source>
        <translation>Abrir el t&amp;urno</translation>
    </message>
    <message>
        <source>In the dra&amp;wer now, in %1</source>
        <translation>Ahora en el ca&amp;jón, en %1</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>Se está abriendo el turno.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>El turno está abierto.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float: cash goes into that one.</source>
        <translation>Ya había un turno abierto en esta caja, con su propio fondo inicial: el efectivo va a ese turno.</translation>
    </message>
    <message>
        <source>%1 on account</source>
        <translation>%1 a cuenta</translation>
    </message>
    <message>
        <source>Whether it was paid on account is not known. To find out, somebody must approve it again; nothing is paid twice.</source>
        <translation>No se sabe si se vendió a cuenta. Para saberlo, alguien debe aprobarlo de nuevo; nada se paga dos veces.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that waited for another kind of printer are cancelled: print them from their orders.</source>
        <translation>
            <numerusform>Se anuló %n documento que esperaba otra clase de impresora: imprimirlo desde su pedido.</numerusform>
            <numerusform>Se anularon %n documentos que esperaban otra clase de impresora: imprimirlos desde sus pedidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it is paid on account. F9: approve it again, to find out.</source>
        <translation>No se sabe si está vendido a cuenta. F9: aprobarlo de nuevo para saberlo.</translation>
    </message>
    <message>
        <source>The card at the terminal is being cancelled: take no more money until that is done.</source>
        <translation>Se está cancelando la tarjeta en el terminal: no tomar más dinero hasta entonces.</translation>
    </message>
    <message>
        <source>The card was declined: %1. The card key asks for one again; another way to pay cancels it.</source>
        <translation>La tarjeta fue rechazada: %1. La tecla de tarjeta pide otra vez una; otra forma de pago la cancela.</translation>
    </message>
    <message>
        <source>No card is being asked for: %1. The card key asks the terminal again; another way to pay cancels it.</source>
        <translation>No se pide ninguna tarjeta: %1. La tecla de tarjeta vuelve a pedirla al terminal; otra forma de pago la cancela.</translation>
    </message>
</context>
</TS>
