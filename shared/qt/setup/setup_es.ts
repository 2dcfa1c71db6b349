<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>PlanFile</name>
    <message>
        <source>The plan cannot be imported. %1: %2</source>
        <comment>a path in a file, what is wrong</comment>
        <translation>El plano no se puede importar. %1: %2</translation>
    </message>
    <message>
        <source>missing, or not what it must be</source>
        <translation>falta o no es lo que debe ser</translation>
    </message>
    <message>
        <source>no category “%1”</source>
        <translation>ninguna categoría «%1»</translation>
    </message>
    <message>
        <source>neither seats nor standing areas</source>
        <translation>ni plazas ni zonas de pie</translation>
    </message>
    <message>
        <source>no JSON from byte %1 on</source>
        <translation>no es JSON desde el byte %1</translation>
    </message>
    <message>
        <source>larger than 64 MiB</source>
        <translation>mayor que 64 MiB</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>1 to 100 bytes</source>
        <translation>de 1 a 100 bytes</translation>
    </message>
    <message>
        <source>at most %1 rows</source>
        <translation>como máximo %1 filas</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>al menos uno</translation>
    </message>
    <message>
        <source>an amount from 0, like 12.50</source>
        <translation>un importe desde 0, como 12,50</translation>
    </message>
    <message>
        <source>0 to 100, with up to 4 decimals</source>
        <translation>de 0 a 100, con hasta 4 decimales</translation>
    </message>
    <message>
        <source>numbers from the plan, like 1 2 5</source>
        <translation>números del plano, como 1 2 5</translation>
    </message>
    <message>
        <source>1 to 999, each once</source>
        <translation>de 1 a 999, cada uno una vez</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>una hora como 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>at least one of them</source>
        <translation>al menos uno de ellos</translation>
    </message>
    <message>
        <source>after the sale opens</source>
        <translation>después de abrirse la venta</translation>
    </message>
    <message>
        <source>three capital letters, like EUR</source>
        <translation>tres mayúsculas, como EUR</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, fila %2</translation>
    </message>
    <message>
        <source>%1, row %2, %3</source>
        <translation>%1, fila %2, %3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Address of a picture</source>
        <translation>Dirección de una imagen</translation>
    </message>
    <message>
        <source>Printed on tickets</source>
        <translation>Impreso en las entradas</translation>
    </message>
    <message>
        <source>What people look at, on the plan</source>
        <translation>Punto de vista en el plano</translation>
    </message>
    <message>
        <source>When it sells</source>
        <translation>Cuándo se vende</translation>
    </message>
    <message>
        <source>Presale opens</source>
        <translation>Abre la preventa</translation>
    </message>
    <message>
        <source>Sale opens</source>
        <translation>Abre la venta</translation>
    </message>
    <message>
        <source>Sale closes</source>
        <translation>Cierra la venta</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Places an order</source>
        <translation>Plazas por pedido</translation>
    </message>
    <message>
        <source>Places a buyer</source>
        <translation>Plazas por comprador</translation>
    </message>
    <message>
        <source>A hold lasts</source>
        <translation>Una reserva dura</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Tiempo para pagar</translation>
    </message>
    <message>
        <source>An unpaid order is kept</source>
        <translation>Un pedido sin pagar se guarda</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Se vende por</translation>
    </message>
    <message>
        <source>No single seats left free</source>
        <translation>No dejar plazas sueltas</translation>
    </message>
    <message>
        <source>Companion seats sell alone from</source>
        <translation>Plazas de acompañante sueltas desde</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>Después de la venta</translation>
    </message>
    <message>
        <source>Returns until</source>
        <translation>Devoluciones hasta</translation>
    </message>
    <message>
        <source>Kept of each return, in %</source>
        <translation>Retenido por devolución, en %</translation>
    </message>
    <message>
        <source>Exchanges until</source>
        <translation>Cambios hasta</translation>
    </message>
    <message>
        <source>Handing on until</source>
        <translation>Cesión hasta</translation>
    </message>
    <message>
        <source>Amount or %</source>
        <translation>Importe o %</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>In the price</source>
        <translation>En el precio</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>Se aplica a</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sectores</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Zonas</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Back on sale from</source>
        <translation>De nuevo a la venta desde</translation>
    </message>
    <message>
        <source>Ticket types</source>
        <translation>Tipos de entrada</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Precios</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Cargos</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Impuestos</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Cupos</translation>
    </message>
    <message>
        <source>at most %1 bytes</source>
        <translation>como máximo %1 bytes</translation>
    </message>
    <message>
        <source>%1 to %2 bytes</source>
        <translation>de %1 a %2 bytes</translation>
    </message>
    <message>
        <source>a time by the venue&apos;s clocks, like 2026-12-04 19:30, that these clocks show</source>
        <translation>una hora que marquen los relojes de la sala, como 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>%1 to %2, as 30 s, 5 min, 2 h or 1 d</source>
        <translation>de %1 a %2, como 30 s, 5 min, 2 h o 1 d</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>two numbers, across and down, like 900 120</source>
        <translation>dos números, horizontal y vertical, como 900 120</translation>
    </message>
    <message>
        <source>Sold on the web</source>
        <translation>Se vende en la web</translation>
    </message>
    <message>
        <source>Sold at the box office</source>
        <translation>Se vende en taquilla</translation>
    </message>
    <message>
        <source>Sold at kiosks</source>
        <translation>Se vende en quioscos</translation>
    </message>
</context>
<context>
    <name>tessera::setup::CodeBook</name>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Off each ticket</source>
        <translation>Descuento por entrada</translation>
    </message>
    <message>
        <source>Uses at most</source>
        <translation>Usos como máximo</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Opens the presale</source>
        <translation>Abre la preventa</translation>
    </message>
    <message>
        <source>For bands</source>
        <translation>Para zonas</translation>
    </message>
    <message>
        <source>Sells allocation</source>
        <translation>Vende el cupo</translation>
    </message>
    <message>
        <source>3 to 32 of A-Z, 0-9 and -</source>
        <translation>de 3 a 32 de A-Z, 0-9 y -</translation>
    </message>
    <message>
        <source>10 % or an amount like 5.00</source>
        <translation>10 % o un importe como 5,00</translation>
    </message>
    <message>
        <source>a whole number; empty: any number</source>
        <translation>un número entero; vacío: sin límite</translation>
    </message>
    <message>
        <source>numbers like 1 2; empty: all</source>
        <translation>números como 1 2; vacío: todas</translation>
    </message>
    <message>
        <source>1 to 999; empty: none</source>
        <translation>de 1 a 999; vacío: ninguno</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>una hora como 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Save the event first: then it can have codes.</source>
        <translation>Guardar primero el evento: luego puede tener códigos.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The code %1 is made.</source>
        <translation>El código %1 está creado.</translation>
    </message>
    <message>
        <source>Code: the event has this one already.</source>
        <translation>Código: el evento ya lo tiene.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usado</translation>
    </message>
    <message>
        <source>it must end after it begins</source>
        <translation>debe terminar después de empezar</translation>
    </message>
    <message>
        <source>The code %1 is changed.</source>
        <translation>El código %1 está cambiado.</translation>
    </message>
    <message>
        <source>The code %1 is over already.</source>
        <translation>El código %1 ya ha caducado.</translation>
    </message>
    <message>
        <source>The code %1 is withdrawn.</source>
        <translation>El código %1 está retirado.</translation>
    </message>
    <message>
        <source>not sent: type it again</source>
        <translation>no enviado: escríbalo otra vez</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Drafts</name>
    <message>
        <source>This is what was typed before; it is not sent yet.</source>
        <translation>Esto se escribió antes; aún no se ha enviado.</translation>
    </message>
    <message>
        <source>What is typed cannot be kept on this device&apos;s disk: finish it soon.</source>
        <translation>Lo escrito no se puede guardar en el disco de este dispositivo: terminarlo pronto.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Errands</name>
    <message>
        <source>This device cannot write to its disk: nothing was sent.</source>
        <translation>Este equipo no puede escribir en su disco: no se envió nada.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEditor</name>
    <message>
        <source>This is what was typed before and is not saved yet.</source>
        <translation>Esto se escribió antes y aún no está guardado.</translation>
    </message>
    <message>
        <source>This device cannot write to its disk: save soon.</source>
        <translation>Este equipo no puede escribir en su disco: guardar pronto.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The event is made, as a draft: nothing is sold yet.</source>
        <translation>El evento está creado como borrador: aún no se vende nada.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>No hay cambios.</translation>
    </message>
    <message>
        <source>Saved. It is in force for what is reserved from now on.</source>
        <translation>Guardado. Vale para lo que se reserve desde ahora.</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 es ahora: %2</translation>
    </message>
    <message>
        <source>Changed by others meanwhile, and taken over: %1.</source>
        <translation>Cambiado entretanto por otros, y tomado: %1.</translation>
    </message>
    <message>
        <source>Others have changed the same meanwhile. Look at it: save again to put yours in its place, or throw yours away.</source>
        <translation>Otros han cambiado lo mismo. Revisarlo: guardar otra vez para poner lo propio, o descartarlo.</translation>
    </message>
    <message>
        <source>Prices: at least one is needed before the sale can open.</source>
        <translation>Precios: hace falta al menos uno para abrir la venta.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>El evento está cancelado: ya no cambia nada.</translation>
    </message>
    <message>
        <source>Save first, or throw away what is typed.</source>
        <translation>Guardar primero o descartar lo escrito.</translation>
    </message>
    <message>
        <source>The sale is open, within its times.</source>
        <translation>La venta está abierta, en sus horarios.</translation>
    </message>
    <message>
        <source>The sale is closed. What is being paid is finished.</source>
        <translation>La venta está cerrada. Lo que se está pagando se termina.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEnd</name>
    <message>
        <source>Sold: %1, %2 in all. Held or being paid for: %3.</source>
        <translation>Vendido: %1, %2 en total. Reservado o pagándose: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>The event does not take place.</source>
        <translation>El evento no se celebra.</translation>
    </message>
    <message>
        <source>The event is moved from %1. Buyers may answer until %2.</source>
        <translation>El evento se aplaza, antes %1. Los compradores pueden responder hasta %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many refunds, how much</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n reembolso</numerusform>
            <numerusform>%n reembolsos</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders concerned: %1. Not returned yet: %2.</source>
        <translation>Pedidos afectados: %1. Aún sin devolver: %2.</translation>
    </message>
    <message>
        <source>Accepted the new time: %1.</source>
        <translation>Aceptaron la nueva fecha: %1.</translation>
    </message>
    <message>
        <source>On their way: %1.</source>
        <translation>En camino: %1.</translation>
    </message>
    <message>
        <source>Paid back: %1.</source>
        <translation>Reembolsado: %1.</translation>
    </message>
    <message>
        <source>For staff to hand over or see to: %1.</source>
        <translation>A entregar o revisar por el personal: %1.</translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation>Terminado: %1.</translation>
    </message>
    <message>
        <source>Words for the buyers: at most 1,000 bytes.</source>
        <translation>Mensaje a los compradores: como máximo 1000 bytes.</translation>
    </message>
    <message>
        <source>Name of the event: type it as it is, “%1”.</source>
        <translation>Nombre del evento: escribirlo tal cual, «%1».</translation>
    </message>
    <message>
        <source>The event is cancelled. All that was paid goes back now.</source>
        <translation>El evento está cancelado. Ahora se devuelve todo lo pagado.</translation>
    </message>
    <message>
        <source>Begins now: a time to come by the venue&apos;s clocks, like 2026-12-04 19:30.</source>
        <translation>Empieza ahora: una hora futura según la sala, como 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>Answers until: a time to come, before the event begins.</source>
        <translation>Respuestas hasta: una hora futura, antes de que empiece el evento.</translation>
    </message>
    <message>
        <source>The event is moved. Its buyers may accept or return.</source>
        <translation>El evento se aplaza. Sus compradores pueden aceptar o devolver.</translation>
    </message>
    <message>
        <source>It is a draft, which nobody has bought of: change it instead.</source>
        <translation>Es un borrador del que nadie ha comprado: mejor cambiarlo.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>El evento está cancelado: ya no cambia nada.</translation>
    </message>
    <message>
        <source>Orders: more than %1.</source>
        <translation>Pedidos: más de %1.</translation>
    </message>
    <message>
        <source>Orders: %1.</source>
        <translation>Pedidos: %1.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventForm</name>
    <message>
        <source>a ticket</source>
        <translation>por entrada</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>por pedido</translation>
    </message>
    <message>
        <source>% of price</source>
        <translation>% del precio</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no: added</source>
        <translation>no: se añade</translation>
    </message>
    <message>
        <source>tickets and fees</source>
        <translation>entradas y cargos</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>entradas</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>cargos</translation>
    </message>
    <message>
        <source>house</source>
        <translation>casa</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>artista</translation>
    </message>
    <message>
        <source>promoter</source>
        <translation>promotor</translation>
    </message>
    <message>
        <source>press</source>
        <translation>prensa</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>accesible</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>cannot be changed any more</source>
        <translation>ya no se puede cambiar</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventList</name>
    <message>
        <source>Draft: %1</source>
        <translation>Borrador: %1</translation>
    </message>
    <message>
        <source>Moved: %1</source>
        <translation>Aplazado: %1</translation>
    </message>
</context>
<context>
    <name>tessera::setup::PaintBoard</name>
    <message>
        <source>This was painted before and is not saved yet.</source>
        <translation>Esto se pintó antes y aún no está guardado.</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>Zona %1</translation>
    </message>
    <message>
        <source>Name of band %1: 1 to 100 bytes, each once.</source>
        <translation>Nombre de la zona %1: de 1 a 100 bytes, cada uno una vez.</translation>
    </message>
    <message>
        <source>Colour of band %1: like #b5651d.</source>
        <translation>Color de la zona %1: como #b5651d.</translation>
    </message>
    <message>
        <source>The bands are saved as version %1 of the plan.</source>
        <translation>Las zonas están guardadas como versión %1 del plano.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plazas</translation>
    </message>
    <message>
        <source>Web colour</source>
        <translation>Color web</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Series</name>
    <message>
        <source>Line %1: %2</source>
        <comment>a line of dates, what is wrong</comment>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30.</source>
        <translation>una hora como 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>the clocks are put forward over it that night.</source>
        <translation>esa noche los relojes se adelantan por encima.</translation>
    </message>
    <message>
        <source>it is there twice.</source>
        <translation>está dos veces.</translation>
    </message>
    <message>
        <source>at most %1 at once.</source>
        <translation>como máximo %1 a la vez.</translation>
    </message>
    <message>
        <source>at least one time.</source>
        <translation>al menos una hora.</translation>
    </message>
    <message>
        <source>Name: at most 200 bytes.</source>
        <translation>Nombre: como máximo 200 bytes.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) made, as drafts.</source>
        <translation>
            <numerusform>%n evento creado, como borrador.</numerusform>
            <numerusform>%n eventos creados, como borradores.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::setup::VenueBook</name>
    <message>
        <source>%1, %2</source>
        <comment>venue, town</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, version %2, %3</source>
        <comment>plan, number, seats</comment>
        <translation>%1, versión %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n plaza</numerusform>
            <numerusform>%n plazas</numerusform>
        </translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>Nombre: de 1 a 200 bytes.</translation>
    </message>
    <message>
        <source>Town: 1 to 100 bytes.</source>
        <translation>Ciudad: de 1 a 100 bytes.</translation>
    </message>
    <message>
        <source>Country: two capital letters, like DE, or nothing.</source>
        <translation>País: dos mayúsculas, como DE, o nada.</translation>
    </message>
    <message>
        <source>Time zone: a name like Europe/Berlin.</source>
        <translation>Zona horaria: un nombre como Europe/Berlin.</translation>
    </message>
    <message>
        <source>The venue is saved.</source>
        <translation>La sala está guardada.</translation>
    </message>
    <message numerus="yes">
        <source>The plan is imported: %n seat(s).</source>
        <translation>
            <numerusform>El plano está importado: %n plaza.</numerusform>
            <numerusform>El plano está importado: %n plazas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>No hay cambios.</translation>
    </message>
</context>
</TS>
