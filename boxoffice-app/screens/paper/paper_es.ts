<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PaperScreen</name>
    <message>
        <source>&amp;Choose a file</source>
        <translation>E&amp;legir un archivo</translation>
    </message>
    <message>
        <source>Use it for &amp;this event</source>
        <translation>&amp;Usar para este evento</translation>
    </message>
    <message>
        <source>&amp;Use it for all events</source>
        <translation>Usar para &amp;todos los eventos</translation>
    </message>
    <message>
        <source>Take it a&amp;way again</source>
        <translation>&amp;Quitarla de nuevo</translation>
    </message>
    <message>
        <source>Print &amp;one</source>
        <translation>I&amp;mprimir una</translation>
    </message>
    <message>
        <source>&amp;Back to the printers</source>
        <translation>&amp;Volver a las impresoras</translation>
    </message>
    <message>
        <source>A template</source>
        <translation>Una plantilla</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>Plantillas (*.json)</translation>
    </message>
    <message>
        <source>File: it cannot be read: %1</source>
        <translation>Archivo: no se puede leer: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Archivo: %1</translation>
    </message>
    <message>
        <source>This is how it will look. Nothing is used yet.</source>
        <translation>Así se verá. Todavía no se usa nada.</translation>
    </message>
    <message>
        <source>File: choose a template first.</source>
        <translation>Archivo: elegir antes una plantilla.</translation>
    </message>
    <message>
        <source>It is used from the next ticket on.</source>
        <translation>Se usa desde la próxima entrada.</translation>
    </message>
    <message>
        <source>It is taken away.</source>
        <translation>Quitada.</translation>
    </message>
    <message>
        <source>The plain ticket is in use: there is nothing to take away.</source>
        <translation>Se usa la entrada sencilla: no hay nada que quitar.</translation>
    </message>
    <message>
        <source>No ticket printer is set up.</source>
        <translation>No hay impresora de entradas configurada.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>One is on its way to the printer. It admits nobody.</source>
        <translation>Una va camino de la impresora. No da acceso a nadie.</translation>
    </message>
    <message>
        <source>It cannot be printed: %1</source>
        <translation>No se puede imprimir: %1</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>La cola de impresión no admite más.</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Nombre del evento</translation>
    </message>
    <message>
        <source>Name of the venue</source>
        <translation>Nombre del recinto</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Tipo de entrada</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>Sin acceso</translation>
    </message>
    <message>
        <source>%1 has a template of its own.</source>
        <translation>%1 tiene su propia plantilla.</translation>
    </message>
    <message>
        <source>The template for all events is in use.</source>
        <translation>Se usa la plantilla de todos los eventos.</translation>
    </message>
    <message>
        <source>The plain ticket is in use.</source>
        <translation>Se usa la entrada sencilla.</translation>
    </message>
    <message>
        <source>A template that is not in use yet</source>
        <translation>Una plantilla que aún no se usa</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>Se pasa por alto: %1</translation>
    </message>
    <message>
        <source>%1: %2 by %3 inches, %4 dots an inch</source>
        <translation>%1: %2 por %3 pulgadas, %4 puntos por pulgada</translation>
    </message>
    <message>
        <source>&amp;File of a template, Enter shows it</source>
        <translation>Archivo &amp;de una plantilla, Intro la muestra</translation>
    </message>
    <message>
        <source>File of a template</source>
        <translation>Archivo de una plantilla</translation>
    </message>
    <message>
        <source>How a ticket looks</source>
        <translation>Aspecto de una entrada</translation>
    </message>
    <message>
        <source>Ticket pa&amp;per</source>
        <translation>Papel de las e&amp;ntradas</translation>
    </message>
</context>
</TS>
