<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>PrintNote</name>
    <message>
        <source>the printer is out of paper</source>
        <translation>la impresora no tiene papel</translation>
    </message>
    <message>
        <source>paper or cutter jam</source>
        <translation>atasco de papel o de la cuchilla</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>la tapa de la impresora está abierta</translation>
    </message>
    <message>
        <source>the printer reports a fault</source>
        <translation>la impresora avisa de una avería</translation>
    </message>
    <message>
        <source>the printer is busy or off line</source>
        <translation>la impresora está ocupada o desconectada</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>la impresora no responde</translation>
    </message>
    <message>
        <source>the printer refused what it was sent</source>
        <translation>la impresora rechazó lo que se le envió</translation>
    </message>
    <message>
        <source>the printer was switched off and on</source>
        <translation>la impresora se apagó y se encendió</translation>
    </message>
    <message>
        <source>the printer has not said that the ticket is printed</source>
        <translation>la impresora no ha confirmado que la entrada esté impresa</translation>
    </message>
    <message>
        <source>the printer has not said that the receipt is printed</source>
        <translation>la impresora no ha confirmado que el recibo esté impreso</translation>
    </message>
    <message>
        <source>the printer does not fall silent</source>
        <translation>la impresora no deja de enviar datos</translation>
    </message>
    <message>
        <source>the printer closed the connection</source>
        <translation>la impresora cerró la conexión</translation>
    </message>
    <message>
        <source>the printer has not taken everything</source>
        <translation>la impresora no lo ha aceptado todo</translation>
    </message>
    <message>
        <source>the printer took too long</source>
        <translation>la impresora tardó demasiado</translation>
    </message>
    <message>
        <source>sending took too long</source>
        <translation>el envío tardó demasiado</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>la conexión tardó demasiado</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>se cortó la conexión</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>no such printer</source>
        <translation>no existe esa impresora</translation>
    </message>
    <message>
        <source>the printer has no address</source>
        <translation>la impresora no tiene dirección</translation>
    </message>
    <message>
        <source>the device does not open</source>
        <translation>no se puede abrir el dispositivo</translation>
    </message>
    <message>
        <source>the device is gone</source>
        <translation>el dispositivo ya no está</translation>
    </message>
    <message>
        <source>the system does not take the document</source>
        <translation>el sistema no acepta el documento</translation>
    </message>
    <message>
        <source>the system has no way to print</source>
        <translation>el sistema no puede imprimir</translation>
    </message>
    <message>
        <source>the system has not said that it took the document</source>
        <translation>el sistema no ha confirmado que aceptó el documento</translation>
    </message>
    <message>
        <source>this program is ending</source>
        <translation>este programa se está cerrando</translation>
    </message>
    <message>
        <source>the program ended while this was being sent</source>
        <translation>el programa terminó durante el envío</translation>
    </message>
    <message>
        <source>the printer of this name speaks another language now</source>
        <translation>la impresora de este nombre usa ahora otro lenguaje</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>cancelado por %1</translation>
    </message>
    <message>
        <source>seen on paper by %1</source>
        <translation>visto en papel por %1</translation>
    </message>
    <message>
        <source>%1 of %2 tickets are certain</source>
        <translation>%1 de %2 entradas son seguras</translation>
    </message>
    <message>
        <source>%1 of %2 copies are printed</source>
        <translation>%1 de %2 copias están impresas</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::qt::PrintQueueModel</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>enviando</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>impreso</translation>
    </message>
    <message>
        <source>unknown: look at the paper</source>
        <translation>desconocido: mirar el papel</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>unknown, printed again</source>
        <translation>desconocido, impreso otra vez</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>a person must decide</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>it waits for the printer</comment>
        <translation>▲ %1</translation>
    </message>
</context>
</TS>
