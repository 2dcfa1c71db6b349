<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::HeadBar</name>
    <message>
        <source>No event chosen</source>
        <translation>Ningún evento elegido</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Quién trabaja aquí</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● Conectado</translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Sin conexión</translation>
    </message>
    <message>
        <source>The server&apos;s time</source>
        <translation>Hora del servidor</translation>
    </message>
    <message>
        <source>%1 (device: %2)</source>
        <comment>the server&apos;s time, this device&apos;s</comment>
        <translation>%1 (dispositivo: %2)</translation>
    </message>
    <message>
        <source>This device&apos;s clock is wrong by %1 min: have it set. Everything here goes by the server&apos;s time.</source>
        <translation>El reloj de este dispositivo se desvía %1 min: hacer que lo ajusten. Aquí todo va por la hora del servidor.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::LegendDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>&amp;Search for an action or a key; Enter does it</source>
        <translation>&amp;Buscar una acción o una tecla; Intro la ejecuta</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Buscar una acción o una tecla</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MainWindow</name>
    <message>
        <source>To the &amp;beginning of the screen</source>
        <translation>Al &amp;principio de la pantalla</translation>
    </message>
    <message>
        <source>&amp;Lock, or hand over to somebody else</source>
        <translation>&amp;Bloquear, o ceder el puesto a otra persona</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Cerrar &amp;sesión</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Versión</translation>
    </message>
    <message>
        <source>Tessera Box Office, version %1</source>
        <translation>Tessera Taquilla, versión %1</translation>
    </message>
    <message>
        <source>The session is over. Sign in again: nothing typed is lost.</source>
        <translation>La sesión ha terminado. Volver a iniciarla: no se pierde nada de lo escrito.</translation>
    </message>
    <message>
        <source>%1 – Tessera Box Office</source>
        <translation>%1 – Tessera Taquilla</translation>
    </message>
    <message>
        <source>No connection to the server. What is typed stays; work goes on by itself as soon as the server answers.</source>
        <translation>Sin conexión con el servidor. Lo escrito se conserva; el trabajo sigue por sí solo en cuanto el servidor responda.</translation>
    </message>
    <message>
        <source>&amp;Screens</source>
        <translation>&amp;Pantallas</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>&amp;Acciones</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>S&amp;esión</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>This version of the box office, %1, is too old for the server: it asks for %2 or later. Install the newer version, then start again.</source>
        <translation>Esta versión de la taquilla, %1, es demasiado antigua para el servidor: pide %2 o posterior. Instalar la versión nueva y volver a empezar.</translation>
    </message>
    <message>
        <source>Tessera Box Office</source>
        <translation>Tessera Taquilla</translation>
    </message>
    <message>
        <source>&amp;Enrol this device anew</source>
        <translation>Ningún evento elegido</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MapLegend</name>
    <message>
        <source>Free, in the band&apos;s colour</source>
        <translation>Libre, con el color de su franja</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Seleccionado</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendido</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Silla de ruedas</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MessageLine</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintLine</name>
    <message>
        <source>Printing</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>printing has halted</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>printing warns</comment>
        <translation>▲ %1</translation>
    </message>
    <message numerus="yes">
        <source>Of %n document(s) it is not known whether they are on paper: look at the printer, then say so under Printing.</source>
        <translation>
            <numerusform>No se sabe si %n documento está en papel: mirar la impresora y decirlo en «Impresión».</numerusform>
            <numerusform>No se sabe si %n documentos están en papel: mirar la impresora y decirlo en «Impresión».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintPanel</name>
    <message>
        <source>The print queue cannot write: %1</source>
        <translation>La cola de impresión no puede escribir: %1</translation>
    </message>
    <message>
        <source>No printer is set up at this till.</source>
        <translation>No hay impresora en esta caja.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>printer, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed.</source>
        <translation>
            <numerusform>%n pedido espera la impresión.</numerusform>
            <numerusform>%n pedidos esperan la impresión.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at the paper: of %n document(s) it is not known whether they came out. Print again, or say that it is there.</source>
        <translation>
            <numerusform>Mirar el papel: de %n documento no se sabe si salió. Imprimir de nuevo o decir que está.</numerusform>
            <numerusform>Mirar el papel: de %n documentos no se sabe si salieron. Imprimir de nuevo o decir que están.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what is to be printed again.</source>
        <translation>Elegir qué se imprime de nuevo.</translation>
    </message>
    <message>
        <source>That cannot be said of it as it stands.</source>
        <translation>No es posible en este estado.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>Documents of the print queue</source>
        <translation>Documentos de la cola de impresión</translation>
    </message>
    <message>
        <source>&amp;Reason to print again</source>
        <translation>Motivo para &amp;reimprimir</translation>
    </message>
    <message>
        <source>Reason to print again</source>
        <translation>Motivo para reimprimir</translation>
    </message>
    <message>
        <source>%1 has stopped: its queue could not be written. Try the printer to begin anew.</source>
        <translation>%1 está parada: no se pudo escribir su cola. Probar la impresora para empezar de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Try the printer now</source>
        <translation>Pro&amp;bar la impresora ahora</translation>
    </message>
    <message>
        <source>&amp;Leave it unprinted</source>
        <translation>No &amp;imprimirlo</translation>
    </message>
    <message>
        <source>&amp;Print again</source>
        <translation>Imprimir &amp;de nuevo</translation>
    </message>
    <message>
        <source>&amp;It is on the paper</source>
        <translation>Está en e&amp;l papel</translation>
    </message>
    <message>
        <source>Left unprinted: %1</source>
        <translation>Sin imprimir: %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SeatTablePage</name>
    <message>
        <source>Seats as a table</source>
        <translation>Asientos en tabla</translation>
    </message>
    <message>
        <source>Sectio&amp;n</source>
        <translation>Secc&amp;ión</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Seats of the section</source>
        <translation>Asientos de la sección</translation>
    </message>
</context>
</TS>
