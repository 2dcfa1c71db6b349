<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationLegend</name>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>letter, allocation, number of seats</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n more: look at a seat to read whose it is.</source>
        <translation>
            <numerusform>%n más: mirar una plaza para leer de quién es.</numerusform>
            <numerusform>%n más: mirar una plaza para leer de quién es.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CartPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>fee, amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between fees</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Nada reservado</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Reservado por %1</translation>
    </message>
    <message>
        <source>The hold has run out</source>
        <translation>La reserva ha vencido</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Carrito</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Places in the cart</source>
        <translation>Plazas del carrito</translation>
    </message>
    <message>
        <source>%1: %2 included</source>
        <comment>tax, amount</comment>
        <translation>%1: %2 incluido</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerForm</name>
    <message>
        <source>They are sent an invoice that is due on a day, and pay later.</source>
        <translation>Recibe una factura con fecha de vencimiento y paga después.</translation>
    </message>
    <message>
        <source>May buy on account. Who may sell on account can change that.</source>
        <translation>Puede comprar a cuenta. Puede cambiarlo quien puede vender a cuenta.</translation>
    </message>
    <message>
        <source>May not buy on account. Who may sell on account can change that.</source>
        <translation>No puede comprar a cuenta. Puede cambiarlo quien puede vender a cuenta.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Alguien nuevo</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Modificar: %1</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>Telé&amp;fono</translation>
    </message>
    <message>
        <source>Or&amp;ganisation</source>
        <translation>Organi&amp;zación</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota interna</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Organisation, as an invoice names it</source>
        <translation>Organización, como figura en la factura</translation>
    </message>
    <message>
        <source>Note of the customer</source>
        <translation>Nota del cliente</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Language in which they are written to</source>
        <translation>Idioma de los mensajes</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>May &amp;buy on account</source>
        <translation>P&amp;uede comprar a cuenta</translation>
    </message>
    <message>
        <source>E-ma&amp;il</source>
        <translation>&amp;Correo</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>&amp;Name, e-mail or telephone</source>
        <translation>&amp;Nombre, correo o teléfono</translation>
    </message>
    <message>
        <source>Customers that were found</source>
        <translation>Clientes encontrados</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile. What was typed here still stands, the rest is as it is now. Save again to keep both.</source>
        <translation>Entretanto se ha modificado este cliente en otro lugar. Lo escrito aquí sigue, el resto está como es ahora. Guardar otra vez conserva ambas cosas.</translation>
    </message>
    <message>
        <source>The customer is saved.</source>
        <translation>El cliente está guardado.</translation>
    </message>
    <message>
        <source>Enter takes the chosen one; where nobody is found, it goes to the form for somebody new. Esc leaves.</source>
        <translation>Intro toma la persona elegida; si no se encuentra a nadie, abre el formulario para alguien nuevo. Esc sale.</translation>
    </message>
    <message>
        <source>There is an order already, and it keeps the name that it has.</source>
        <translation>Ya hay un pedido, y conserva el nombre que tiene.</translation>
    </message>
    <message>
        <source>The customer is saved. There is an order already, and it keeps the name that it has.</source>
        <translation>El cliente está guardado. Ya hay un pedido, y conserva el nombre que tiene.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are changed and not saved yet: save one of them first.</source>
        <translation>
            <numerusform>Hay un cliente cambiado y sin guardar: guardarlo primero.</numerusform>
            <numerusform>Hay %n clientes cambiados y sin guardar: guardar primero uno de ellos.</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>alguien nuevo</translation>
    </message>
    <message>
        <source>Typed and not saved, and forgotten with the sale: %1</source>
        <translation>Escrito y sin guardar; se olvida con la venta: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between customers</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>The server has not answered. Whether the customer is saved is not known: it is being asked again, and they are saved once. Until then no other customer is changed.</source>
        <translation>El servidor no ha respondido. No se sabe si el cliente está guardado: se pregunta de nuevo y se guarda una sola vez. Hasta entonces no se cambia ningún otro cliente.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellScreen</name>
    <message>
        <source>Space selects, Enter holds what is selected, Esc goes back.</source>
        <translation>Espacio selecciona, Intro reserva lo seleccionado, Esc vuelve.</translation>
    </message>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;Buscar un evento</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Al &amp;plano</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>El plano &amp;entero</translation>
    </message>
    <message>
        <source>&amp;Hold what is selected</source>
        <translation>&amp;Reservar lo seleccionado</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>&amp;Deshacer la última selección</translation>
    </message>
    <message>
        <source>&amp;Best places instead</source>
        <translation>&amp;Mejores plazas en su lugar</translation>
    </message>
    <message>
        <source>Take or ask a&amp;gain</source>
        <translation>Tomar o preguntar &amp;otra vez</translation>
    </message>
    <message>
        <source>To &amp;pay</source>
        <translation>A pa&amp;gar</translation>
    </message>
    <message>
        <source>Give bac&amp;k</source>
        <translation>&amp;Devolver</translation>
    </message>
    <message>
        <source>Next ticket t&amp;ype</source>
        <translation>&amp;Siguiente tipo de entrada</translation>
    </message>
    <message>
        <source>To the &amp;cart</source>
        <translation>Al &amp;carrito</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>C&amp;liente</translation>
    </message>
    <message>
        <source>&amp;Note of the order</source>
        <translation>&amp;Nota del pedido</translation>
    </message>
    <message>
        <source>Co&amp;de</source>
        <translation>C&amp;ódigo</translation>
    </message>
    <message>
        <source>&amp;Complimentary</source>
        <translation>In&amp;vitación</translation>
    </message>
    <message>
        <source>Another p&amp;rice</source>
        <translation>Otro p&amp;recio</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>El servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>This app has no screen to pay at.</source>
        <translation>Esta aplicación no tiene pantalla de pago.</translation>
    </message>
    <message>
        <source>Promotion or access code</source>
        <translation>Código promocional o de acceso</translation>
    </message>
    <message>
        <source>Why complimentary</source>
        <translation>Motivo de la invitación</translation>
    </message>
    <message>
        <source>Price of each ticket</source>
        <translation>Precio de cada entrada</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Motivo de este precio</translation>
    </message>
    <message>
        <source>Price: an amount like 12.50, in %1.</source>
        <translation>Precio: un importe como 12,50, en %1.</translation>
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
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>El plano se está cargando.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>El plano puede estar atrasado: sigue en cuanto responda el servidor.</translation>
    </message>
    <message>
        <source>The map is not followed any more. Choose the event again.</source>
        <translation>El plano ya no se sigue. Elegir de nuevo el evento.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Nadie en particular</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Elegir un evento</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>&amp;Nombre, sala o ciudad</translation>
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
        <source>&amp;Quick line: number, then letter of band or area</source>
        <translation>Línea rápida: número y letra de fran&amp;ja o zona</translation>
    </message>
    <message>
        <source>Quick line</source>
        <translation>Línea rápida</translation>
    </message>
    <message>
        <source>2 or 4b or 2+1c, Enter</source>
        <translation>2 o 4b o 2+1c, Intro</translation>
    </message>
    <message>
        <source>Price bands and areas</source>
        <translation>Franjas de precio y zonas</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>Nota del pedido</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>Ningún asiento a la vista.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Hay más: escribir más del nombre, la sala o la ciudad.</translation>
    </message>
    <message>
        <source>The hold runs out in a minute.</source>
        <translation>La reserva vence en un minuto.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again. Enter takes them again if they still are.</source>
        <translation>La reserva ha vencido: las plazas están libres. Intro las toma otra vez si aún lo están.</translation>
    </message>
    <message>
        <source>&amp;Sell</source>
        <translation>&amp;Vender</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Asientos en ta&amp;bla</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s): %1</source>
        <translation>
            <numerusform>%n localidad: %1</numerusform>
            <numerusform>%n localidades: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Up to %2 less in all.</source>
        <comment>what, amount</comment>
        <translation>%1. Hasta %2 menos en total.</translation>
    </message>
    <message>
        <source>Prices of this sale, as changed</source>
        <translation>Precios de esta venta, tal como se han cambiado</translation>
    </message>
    <message>
        <source>Somebody ne&amp;w</source>
        <translation>Alguien n&amp;uevo</translation>
    </message>
    <message>
        <source>Chan&amp;ge the customer</source>
        <translation>&amp;Modificar el cliente</translation>
    </message>
    <message>
        <source>Sa&amp;ve and take</source>
        <translation>Guardar y &amp;tomar</translation>
    </message>
</context>
</TS>
