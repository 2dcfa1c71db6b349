<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Sale</name>
    <message>
        <source>Quick line: type a number and a letter, for example 2, 4b or 2+1c.</source>
        <translation>Línea rápida: escribir un número y una letra, por ejemplo 2, 4b o 2+1c.</translation>
    </message>
    <message>
        <source>Quick line: the number must be 1 or more.</source>
        <translation>Línea rápida: el número debe ser 1 o más.</translation>
    </message>
    <message numerus="yes">
        <source>Quick line: this event has %n ticket type(s), so there are as many numbers.</source>
        <translation>
            <numerusform>Línea rápida: este evento tiene %n tipo de entrada, así que hay un número.</numerusform>
            <numerusform>Línea rápida: este evento tiene %n tipos de entrada, así que hay otros tantos números.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick line: an order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Línea rápida: un pedido puede tener %n plaza como máximo.</numerusform>
            <numerusform>Línea rápida: un pedido puede tener %n plazas como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quick line: letters of bands and areas go from a to %1.</source>
        <translation>Línea rápida: las letras de franjas y zonas van de la a a la %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between seats</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>row %1, seat(s) %2</source>
        <translation>
            <numerusform>fila %1, asiento %2</numerusform>
            <numerusform>fila %1, asientos %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, row %2, seat(s) %3</source>
        <translation>
            <numerusform>%1, fila %2, asiento %3</numerusform>
            <numerusform>%1, fila %2, asientos %3</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between rows of seats</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Taken by somebody else: %1. The others stay selected.</source>
        <translation>Ocupados por otra persona: %1. Los demás siguen seleccionados.</translation>
    </message>
    <message>
        <source>A single seat would be left over: %1. Move by one seat, or take that, too.</source>
        <translation>Quedaría un asiento suelto: %1. Correrse un asiento o tomarlo también.</translation>
    </message>
    <message>
        <source>Companion seats go with their wheelchair place: %1.</source>
        <translation>Los asientos de acompañante van con su plaza de silla de ruedas: %1.</translation>
    </message>
    <message>
        <source>There are not so many free seats side by side there.</source>
        <translation>Ahí no hay tantos asientos libres juntos.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are left in this area.</source>
        <translation>
            <numerusform>Queda %n plaza en esta zona.</numerusform>
            <numerusform>Quedan %n plazas en esta zona.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>Tipo de entrada: no se vende en esta franja.</translation>
    </message>
    <message>
        <source>The event was changed meanwhile. Choose it again.</source>
        <translation>El evento se ha modificado entretanto. Elegirlo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Un pedido puede tener %n plaza como máximo.</numerusform>
            <numerusform>Un pedido puede tener %n plazas como máximo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One buyer may have %n place(s) at most.</source>
        <translation>
            <numerusform>Un comprador puede tener %n plaza como máximo.</numerusform>
            <numerusform>Un comprador puede tener %n plazas como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: this event has none like it.</source>
        <translation>Código: este evento no tiene ninguno así.</translation>
    </message>
    <message>
        <source>Code: it is not valid now.</source>
        <translation>Código: ahora no es válido.</translation>
    </message>
    <message>
        <source>Code: it is used up.</source>
        <translation>Código: está agotado.</translation>
    </message>
    <message>
        <source>The sale opens at %1.</source>
        <translation>La venta se abre el %1.</translation>
    </message>
    <message>
        <source>The sale is not open yet.</source>
        <translation>La venta aún no está abierta.</translation>
    </message>
    <message>
        <source>The sale of this event is closed.</source>
        <translation>La venta de este evento está cerrada.</translation>
    </message>
    <message>
        <source>This event is not sold at the box office.</source>
        <translation>Este evento no se vende en taquilla.</translation>
    </message>
    <message>
        <source>This event is cancelled: nothing of it is sold any more.</source>
        <translation>Este evento está cancelado: ya no se vende nada.</translation>
    </message>
    <message>
        <source>This event is not there any more. Choose another.</source>
        <translation>Este evento ya no existe. Elegir otro.</translation>
    </message>
    <message>
        <source>This server cannot do that yet.</source>
        <translation>Este servidor aún no puede hacerlo.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again.</source>
        <translation>La reserva ha vencido: las plazas vuelven a estar libres.</translation>
    </message>
    <message>
        <source>An order was made of it already.</source>
        <translation>Ya se ha hecho un pedido con ello.</translation>
    </message>
    <message>
        <source>The approval came too late: its two minutes are over. Ask for another.</source>
        <translation>La autorización llegó tarde: pasaron sus dos minutos. Pedir otra.</translation>
    </message>
    <message>
        <source>This approval was used already. Ask for another.</source>
        <translation>Esta autorización ya se usó. Pedir otra.</translation>
    </message>
    <message>
        <source>The approval is good for less than this. Ask for another.</source>
        <translation>La autorización vale para menos. Pedir otra.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>La autorización es para otra cosa. Pedir otra.</translation>
    </message>
    <message>
        <source>%1, seat %2</source>
        <translation>%1, asiento %2</translation>
    </message>
    <message>
        <source>Row %1, seat %2</source>
        <translation>Fila %1, asiento %2</translation>
    </message>
    <message>
        <source>%1, row %2, seat %3</source>
        <translation>%1, fila %2, asiento %3</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
</context>
<context>
    <name>tessera::sale::BandModel</name>
    <message>
        <source> / </source>
        <comment>between prices</comment>
        <translation> / </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Band or area</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CartModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>ticket type, reason</comment>
        <translation>%1 (%2)</translation>
    </message>
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
</context>
<context>
    <name>tessera::sale::CustomerSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Name: 1 to %1 bytes.</source>
        <translation>Nombre: de 1 a %1 bytes.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @, or nothing.</source>
        <translation>Correo: de 3 a %1 bytes con una @, o nada.</translation>
    </message>
    <message>
        <source>Telephone: %1 to %2 of digits, blanks, +, -, / and brackets, or nothing.</source>
        <translation>Teléfono: de %1 a %2 entre cifras, espacios, +, -, / y paréntesis, o nada.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerWriter</name>
    <message>
        <source>Whether the customer was saved is not known. Look for them: what is found is what is so.</source>
        <translation>No se sabe si el cliente se guardó. Buscarlo: vale lo que se encuentre.</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile, and they are not found as they were. Look for them again.</source>
        <translation>Entretanto se ha modificado este cliente en otro lugar y ya no se encuentra como era. Buscarlo de nuevo.</translation>
    </message>
    <message>
        <source>Somebody else has changed them meanwhile; nothing was saved. Look for them again.</source>
        <translation>Entretanto se ha modificado este cliente en otro lugar; no se ha guardado nada. Buscarlo de nuevo.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::EventSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Cancelado: %1</translation>
    </message>
    <message>
        <source>Not open yet: %1</source>
        <translation>Aún no abierto: %1</translation>
    </message>
    <message>
        <source>Sale closed: %1</source>
        <translation>Venta cerrada: %1</translation>
    </message>
</context>
<context>
    <name>tessera::sale::OrderNotes</name>
    <message>
        <source>The note was not kept: too many wait for the server.</source>
        <translation>La nota no se ha guardado: demasiadas esperan al servidor.</translation>
    </message>
    <message>
        <source>The note was not kept: %1</source>
        <translation>La nota no se ha guardado: %1</translation>
    </message>
    <message>
        <source>The note of an order waits: it is sent once somebody whose role may write it signs in here.</source>
        <translation>La nota de un pedido espera: se envía en cuanto inicia sesión aquí alguien cuyo rol lo permita.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Pricing</name>
    <message>
        <source>Nothing is held that could be priced.</source>
        <translation>No hay nada reservado a lo que poner precio.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>El servidor aún no ha respondido.</translation>
    </message>
    <message numerus="yes">
        <source>Code: %n character(s) at most.</source>
        <translation>
            <numerusform>Código: %n carácter como máximo.</numerusform>
            <numerusform>Código: %n caracteres como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes, without names.</source>
        <translation>Motivo: de 1 a %1 bytes, sin nombres.</translation>
    </message>
    <message>
        <source>New total: %1</source>
        <translation>Nuevo total: %1</translation>
    </message>
    <message>
        <source>This is a new hold: the prices that were made by hand are made again.</source>
        <translation>Reserva nueva: los precios puestos a mano se aplican otra vez.</translation>
    </message>
    <message>
        <source>It was not approved: nothing is changed.</source>
        <translation>No se ha aprobado: no se cambia nada.</translation>
    </message>
    <message numerus="yes">
        <source>It was not approved: %n price(s) made by hand are not made again.</source>
        <translation>
            <numerusform>No se ha aprobado: un precio puesto a mano no se aplica otra vez.</numerusform>
            <numerusform>No se ha aprobado: %n precios puestos a mano no se aplican otra vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>Esta venta se está pagando.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) made by hand are not made again: the cart shows what is charged.</source>
        <translation>
            <numerusform>Un precio puesto a mano no se aplica otra vez: el carrito muestra lo que se cobra.</numerusform>
            <numerusform>%n precios puestos a mano no se aplican otra vez: el carrito muestra lo que se cobra.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::sale::SeatInfo</name>
    <message>
        <source>Set aside for %1</source>
        <translation>Apartado para %1</translation>
    </message>
    <message>
        <source>Set aside under %1</source>
        <translation>Apartado bajo %1</translation>
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
        <translation>en taquilla</translation>
    </message>
    <message>
        <source>Held here until %1</source>
        <translation>Reservado aquí hasta las %1</translation>
    </message>
    <message>
        <source>Being paid %1, until %2 at the latest</source>
        <translation>En pago %1, a más tardar a las %2</translation>
    </message>
    <message>
        <source>Sold %1</source>
        <translation>Vendido %1</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, a %2</translation>
    </message>
    <message>
        <source>this till</source>
        <translation>esta caja</translation>
    </message>
    <message>
        <source>the web</source>
        <translation>la web</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>un quiosco</translation>
    </message>
    <message>
        <source>the box office</source>
        <translation>la taquilla</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a colleague and a till</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>Held %1 until %2, %3 left</source>
        <translation>Reservado %1 hasta las %2, quedan %3</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Seller</name>
    <message>
        <source>Something is reserved. Sell it or give it back, then choose another event.</source>
        <translation>Hay algo reservado. Venderlo o devolverlo y luego elegir otro evento.</translation>
    </message>
    <message>
        <source>No event is chosen yet.</source>
        <translation>Aún no se ha elegido evento.</translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>Esta venta se está pagando.</translation>
    </message>
    <message>
        <source>What became of the last question is not known yet. Ask again first.</source>
        <translation>Aún no se sabe qué fue de la última petición. Preguntar otra vez primero.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>El servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>No hay ningún asiento seleccionado.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n seat(s) at most; %1 are selected.</source>
        <translation>
            <numerusform>Un pedido puede tener %n asiento como máximo; hay %1 seleccionados.</numerusform>
            <numerusform>Un pedido puede tener %n asientos como máximo; hay %1 seleccionados.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>The answer came too late: the places are free again.</source>
        <translation>La respuesta llegó tarde: las plazas vuelven a estar libres.</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Reservado: %1</translation>
    </message>
    <message>
        <source>The places are free again.</source>
        <translation>Las plazas vuelven a estar libres.</translation>
    </message>
    <message>
        <source>Held before the app was started, and still ours: %1</source>
        <translation>Reservado antes de iniciar la aplicación y aún nuestro: %1</translation>
    </message>
    <message>
        <source>What was held before the app was started is free again.</source>
        <translation>Lo reservado antes de iniciar la aplicación vuelve a estar libre.</translation>
    </message>
    <message>
        <source>What was held before the app was started was checked out. See how its order stands before anything is sold again.</source>
        <translation>Lo reservado antes de iniciar la aplicación pasó a ser un pedido. Ver cómo está antes de volver a vender nada.</translation>
    </message>
    <message>
        <source>The sale from before the app was started is left: what it held is free again by itself.</source>
        <translation>La venta de antes de iniciar la aplicación se deja: lo que retenía queda libre por sí solo.</translation>
    </message>
</context>
</TS>
