<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::till::ShiftOpener</name>
    <message>
        <source>The shift is being opened: the server has not answered yet.</source>
        <translation>Se está abriendo el turno: el servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>In the drawer: choose an event first, its currency is the shift&apos;s.</source>
        <translation>En el cajón: elegir antes un evento, su moneda es la del turno.</translation>
    </message>
    <message>
        <source>In the drawer: an amount like 200 in %1, or 0 where it is empty.</source>
        <translation>En el cajón: un importe como 200 en %1, o 0 si está vacío.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the shift is open is not known: it is being asked again, and one is opened only.</source>
        <translation>El servidor no ha respondido. No se sabe si el turno está abierto: se pregunta de nuevo, y solo se abre uno.</translation>
    </message>
    <message>
        <source>The last shift of this till is being counted: it must be closed before another is opened.</source>
        <translation>El último turno de esta caja se está contando: hay que cerrarlo antes de abrir otro.</translation>
    </message>
</context>
</TS>
