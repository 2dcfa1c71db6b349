<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintersScreen</name>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Test the t&amp;icket printer</source>
        <translation>Probar &amp;la impresora de entradas</translation>
    </message>
    <message>
        <source>Test the &amp;receipt printer</source>
        <translation>Probar la impresora de &amp;recibos</translation>
    </message>
    <message>
        <source>Address and port, &amp;or a device; empty: there is none</source>
        <translation>&amp;Dirección y puerto, o un dispositivo; vacío: ninguna</translation>
    </message>
    <message>
        <source>A&amp;ddress and port, or a device; empty: there is none</source>
        <translation>D&amp;irección y puerto, o un dispositivo; vacío: ninguna</translation>
    </message>
    <message>
        <source>Address of the ticket printer</source>
        <translation>Dirección de la impresora de entradas</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>Dirección de la impresora de recibos</translation>
    </message>
    <message>
        <source>It says what it has printed</source>
        <translation>Informa de lo que ha impreso</translation>
    </message>
    <message>
        <source>A &amp;cash drawer hangs at it: open it when cash is taken</source>
        <translation>Tiene un &amp;cajón: abrirlo al cobrar en efectivo</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Terminal de tarjetas</translation>
    </message>
    <message>
        <source>&amp;The provider&apos;s id of the terminal; empty: there is none</source>
        <translation>Identificador del &amp;terminal en el proveedor; vacío: ninguno</translation>
    </message>
    <message>
        <source>Id of the card terminal</source>
        <translation>Identificador del terminal</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Save an address first.</source>
        <translation>Guardar primero una dirección.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>Entrada de prueba</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>No da acceso</translation>
    </message>
    <message>
        <source>A test is on its way to the printer.</source>
        <translation>Una prueba va camino de la impresora.</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>La cola de impresión está llena.</translation>
    </message>
    <message>
        <source>Printers and &amp;terminal</source>
        <translation>Impresoras y &amp;terminal</translation>
    </message>
    <message>
        <source>192.168.1.20:9100 or /dev/usb/lp0</source>
        <translation>192.168.1.20:9100 o /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Ticket &amp;paper</source>
        <translation>Papel de las e&amp;ntradas</translation>
    </message>
    <message>
        <source>FGL, by its address</source>
        <translation>FGL, por su dirección</translation>
    </message>
    <message>
        <source>ESC/POS, by its address</source>
        <translation>ESC/POS, por su dirección</translation>
    </message>
    <message>
        <source>PDF: %1</source>
        <translation>PDF: %1</translation>
    </message>
    <message>
        <source>Ticket printer</source>
        <translation>Impresora de entradas</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Impresora de recibos</translation>
    </message>
    <message>
        <source>&amp;Kind of ticket printer</source>
        <translation>Tip&amp;o de impresora de entradas</translation>
    </message>
    <message>
        <source>Ki&amp;nd of receipt printer</source>
        <translation>Tipo de impre&amp;sora de recibos</translation>
    </message>
    <message>
        <source>Kind of ticket printer</source>
        <translation>Tipo de impresora de entradas</translation>
    </message>
    <message>
        <source>Kind of receipt printer</source>
        <translation>Tipo de impresora de recibos</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Volver</translation>
    </message>
</context>
</TS>
