<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CopyPage</name>
    <message>
        <source>Again: %1</source>
        <translation>Otra vez: %1</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>un número entero desde 1</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>de 1 a %1</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>una hora como 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>No date yet.</source>
        <translation>Aún no hay fechas.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>%n fecha: %1</numerusform>
            <numerusform>%n fechas: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>La primera vez</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Every how many weeks</source>
        <translation>Cada cuántas semanas</translation>
    </message>
    <message>
        <source>How many times, then Enter</source>
        <translation>Cuántas veces, luego Intro</translation>
    </message>
    <message>
        <source>Dates by the venue&apos;s clocks, one a line</source>
        <translation>Fechas según la hora de la sala, una por línea</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Another name; empty: the same</source>
        <translation>Otro nombre; vacío: el mismo</translation>
    </message>
    <message>
        <source>With its codes</source>
        <translation>Con sus códigos</translation>
    </message>
    <message>
        <source>With seats that are set aside</source>
        <translation>Con las plazas apartadas</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EditPage</name>
    <message>
        <source>No event is open</source>
        <translation>Ningún evento abierto</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Evento nuevo</translation>
    </message>
    <message>
        <source>sale open</source>
        <translation>venta abierta</translation>
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
        <source>draft, nothing is sold</source>
        <translation>borrador, no se vende nada</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>leyéndose</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>guardándose</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
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
        <source>Sale</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>After sale</source>
        <translation>Posventa</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>Partes del evento</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>5 min, 2 h or 1 d</source>
        <translation>5 min, 2 h o 1 d</translation>
    </message>
    <message>
        <source>across down, like 900 120</source>
        <translation>horizontal y vertical, como 900 120</translation>
    </message>
    <message>
        <source>Type in a cell; Ctrl+Delete removes a row.</source>
        <translation>Escribir en una celda; Ctrl+Supr quita una fila.</translation>
    </message>
    <message>
        <source>A row for each band, a column for each ticket type; an empty one is not sold.</source>
        <translation>Una fila por zona de precio, una columna por tipo de entrada; lo vacío no se vende.</translation>
    </message>
    <message>
        <source>Sections and areas by their numbers on the plan; with neither it is for all the others.</source>
        <translation>Sectores y zonas por su número en el plano; sin ninguno, vale para los demás.</translation>
    </message>
    <message>
        <source>Prices in %1</source>
        <translation>Precios en %1</translation>
    </message>
    <message>
        <source>Venue: %1</source>
        <translation>Sala: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plano: %1</translation>
    </message>
    <message>
        <source>Choose a code first.</source>
        <translation>Elija primero un código.</translation>
    </message>
    <message>
        <source>Withdraw %1? Nobody gets it from then on; reservations that have it keep it.</source>
        <translation>¿Retirar %1? Desde entonces nadie lo obtiene; las reservas que lo tienen lo conservan.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>A code is made at once. How often and how long one is good can be typed over, and is changed at once.</source>
        <translation>Un código se crea al momento. Cuántas veces y hasta cuándo vale se puede sobrescribir y cambia al momento.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EndPage</name>
    <message>
        <source>Sold tickets are being counted.</source>
        <translation>Se cuentan las entradas vendidas.</translation>
    </message>
    <message>
        <source>It takes place at another time</source>
        <translation>Se celebra en otra fecha</translation>
    </message>
    <message>
        <source>It does not take place</source>
        <translation>No se celebra</translation>
    </message>
    <message>
        <source>Nothing is sold any more, all tickets are void, and all that was paid goes back. This cannot be taken back.</source>
        <translation>No se vende nada más, todas las entradas quedan anuladas y se devuelve todo lo pagado. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Words for the buyers; may be empty</source>
        <translation>Mensaje a los compradores; puede estar vacío</translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>Empieza ahora</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Buyers may answer until</source>
        <translation>Los compradores pueden responder hasta</translation>
    </message>
    <message>
        <source>Who does not answer gets the money back</source>
        <translation>A quien no responda se le devuelve el dinero</translation>
    </message>
    <message>
        <source>Name of the event, to be sure</source>
        <translation>Nombre del evento, para asegurarse</translation>
    </message>
    <message>
        <source>How far the refunds are</source>
        <translation>Avance de los reembolsos</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EventsScreen</name>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;Buscar un evento</translation>
    </message>
    <message>
        <source>Venues an&amp;d plans</source>
        <translation>&amp;Salas y planos</translation>
    </message>
    <message>
        <source>&amp;New event on the plan</source>
        <translation>Evento &amp;nuevo en el plano</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>&amp;Open the sale</source>
        <translation>Abrir la &amp;venta</translation>
    </message>
    <message>
        <source>&amp;Close the sale</source>
        <translation>&amp;Cerrar la venta</translation>
    </message>
    <message>
        <source>&amp;Throw away what is typed</source>
        <translation>&amp;Descartar lo escrito</translation>
    </message>
    <message>
        <source>A&amp;gain at other times</source>
        <translation>En &amp;otras fechas</translation>
    </message>
    <message>
        <source>Cance&amp;l or move</source>
        <translation>Cance&amp;lar o aplazar</translation>
    </message>
    <message>
        <source>Ne&amp;w venue</source>
        <translation>Sala nue&amp;va</translation>
    </message>
    <message>
        <source>&amp;Price bands of the plan</source>
        <translation>&amp;Zonas de precio del plano</translation>
    </message>
    <message>
        <source>&amp;Import a plan&apos;s file</source>
        <translation>&amp;Importar el archivo de un plano</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Al &amp;plano</translation>
    </message>
    <message>
        <source>&amp;Paint what is selected</source>
        <translation>Pintar &amp;lo elegido</translation>
    </message>
    <message>
        <source>Select the &amp;whole section</source>
        <translation>Elegir todo el se&amp;ctor</translation>
    </message>
    <message>
        <source>An&amp;other band</source>
        <translation>Otra &amp;zona</translation>
    </message>
    <message>
        <source>&amp;Remove the band</source>
        <translation>&amp;Quitar la zona</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Write these dates</source>
        <translation>Escribir estas &amp;fechas</translation>
    </message>
    <message>
        <source>&amp;Move the event</source>
        <translation>Apla&amp;zar el evento</translation>
    </message>
    <message>
        <source>&amp;Cancel the event for good</source>
        <translation>&amp;Cancelar el evento definitivamente</translation>
    </message>
    <message>
        <source>Remove the row of a ta&amp;ble</source>
        <translation>Quitar la fila de una ta&amp;bla</translation>
    </message>
    <message>
        <source>This row stays: an event keeps its ticket types.</source>
        <translation>Esta fila se queda: un evento conserva sus tipos de entrada.</translation>
    </message>
    <message>
        <source>Name and &amp;time of the event</source>
        <translation>Nombre y &amp;hora del evento</translation>
    </message>
    <message>
        <source>Ticket types and &amp;prices</source>
        <translation>Tipos de entrada y &amp;precios</translation>
    </message>
    <message>
        <source>Fees and ta&amp;xes</source>
        <translation>Cargos e &amp;impuestos</translation>
    </message>
    <message>
        <source>&amp;When and how it sells</source>
        <translation>&amp;Cuándo y cómo se vende</translation>
    </message>
    <message>
        <source>&amp;After the sale</source>
        <translation>&amp;Después de la venta</translation>
    </message>
    <message>
        <source>&amp;Entrances and allocations</source>
        <translation>&amp;Accesos y cupos</translation>
    </message>
    <message>
        <source>C&amp;odes</source>
        <translation>Códig&amp;os</translation>
    </message>
    <message>
        <source>Save &amp;the venue</source>
        <translation>&amp;Guardar la sala</translation>
    </message>
    <message>
        <source>&amp;Make these events</source>
        <translation>&amp;Crear estos eventos</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Save &amp;the bands</source>
        <translation>&amp;Guardar las zonas</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Choose venue and plan first, then the same key again.</source>
        <translation>Elegir primero sala y plano, y luego la misma tecla.</translation>
    </message>
    <message>
        <source>Open an event first.</source>
        <translation>Abrir primero un evento.</translation>
    </message>
    <message>
        <source>There are more: type more of the name.</source>
        <translation>Hay más: escribir más del nombre.</translation>
    </message>
    <message>
        <source>No event yet.</source>
        <translation>Aún no hay eventos.</translation>
    </message>
    <message>
        <source>Enter opens. Without a search only those to come are shown.</source>
        <translation>Intro abre. Sin búsqueda solo se ven los próximos.</translation>
    </message>
    <message>
        <source>What was asked before the app ended is done.</source>
        <translation>Lo pedido antes de cerrarse la aplicación está hecho.</translation>
    </message>
    <message>
        <source>What was asked before the app ended was refused: nothing was done.</source>
        <translation>Lo pedido antes de cerrarse la aplicación fue rechazado: no se hizo nada.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Buscar un evento</translation>
    </message>
    <message>
        <source>name, venue or town</source>
        <translation>nombre, sala o ciudad</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Eventos</translation>
    </message>
    <message>
        <source>&amp;Choose a plan&apos;s file</source>
        <translation>Elegir el arc&amp;hivo de un plano</translation>
    </message>
    <message>
        <source>Ma&amp;ke the code</source>
        <translation>C&amp;rear el código</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Asientos como ta&amp;bla</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nuevo evento</translation>
    </message>
    <message>
        <source>&amp;Withdraw the code</source>
        <translation>Re&amp;tirar el código</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PaintPage</name>
    <message>
        <source>%1: not imported yet</source>
        <translation>%1: aún sin importar</translation>
    </message>
    <message>
        <source>So it will look. Import it, or go back.</source>
        <translation>Así se verá. Importar o volver.</translation>
    </message>
    <message>
        <source>Select seats on the map, choose a band, paint. Saving makes a new version of the plan; events keep theirs.</source>
        <translation>Elegir plazas, una zona y pintar. Guardar crea otra versión del plano; los eventos conservan la suya.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>area, band</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Select seats on the map first.</source>
        <translation>Elegir primero plazas en el plano.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) painted.</source>
        <translation>
            <numerusform>%n plaza pintada.</numerusform>
            <numerusform>%n plazas pintadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to a seat on the map first, by the arrow keys.</source>
        <translation>Ir primero a una plaza con las flechas.</translation>
    </message>
    <message>
        <source>There are as many bands as a plan may have.</source>
        <translation>Un plano no puede tener más zonas.</translation>
    </message>
    <message>
        <source>This band has places, or it is the only one: paint them otherwise first.</source>
        <translation>Esta zona tiene plazas o es la única: pintarlas antes de otro modo.</translation>
    </message>
    <message>
        <source>Map of the plan</source>
        <translation>Mapa del plano</translation>
    </message>
    <message>
        <source>Price bands</source>
        <translation>Zonas de precio</translation>
    </message>
    <message>
        <source>Standin&amp;g areas: Enter paints</source>
        <translation>Zonas de pie: Int&amp;ro pinta</translation>
    </message>
    <message>
        <source>Standing areas</source>
        <translation>Zonas de pie</translation>
    </message>
    <message>
        <source>Name of the new plan; empty: as it is</source>
        <translation>Nombre del plano nuevo; vacío: igual</translation>
    </message>
    <message>
        <source>Beside the name is the colour of this map; the web has its own.</source>
        <translation>Junto al nombre está el color de este mapa; la web tiene el suyo.</translation>
    </message>
    <message>
        <source>Space selects, Enter paints what is selected, Esc goes to the map.</source>
        <translation>Espacio elige, Intro pinta la selección, Esc va al plano.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::VenuePage</name>
    <message>
        <source>Plans of %1</source>
        <translation>Planos de %1</translation>
    </message>
    <message>
        <source>Plans: save the venue first</source>
        <translation>Planos: guardar primero la sala</translation>
    </message>
    <message>
        <source>A seating plan</source>
        <translation>Un plano de sala</translation>
    </message>
    <message>
        <source>Seating plans (*.json)</source>
        <translation>Planos de sala (*.json)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Este archivo no se puede leer.</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Plans of the venue</source>
        <translation>Planos de la sala</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Country, two letters; may be empty</source>
        <translation>País, dos letras; puede estar vacío</translation>
    </message>
    <message>
        <source>DE</source>
        <comment>an example</comment>
        <translation>DE</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Europe/Berlin</source>
        <comment>an example</comment>
        <translation>Europe/Berlin</translation>
    </message>
    <message>
        <source>Import a plan: its file, then Enter</source>
        <translation>Importar un plano: su archivo, luego Intro</translation>
    </message>
    <message>
        <source>the seating-plan editor&apos;s JSON</source>
        <translation>el JSON del editor de planos</translation>
    </message>
</context>
</TS>
