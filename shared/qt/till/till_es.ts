<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>Z report, shift %1</source>
        <translation>Informe Z, turno %1</translation>
    </message>
    <message>
        <source>X report, shift %1</source>
        <translation>Informe X, turno %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Till: %1</source>
        <translation>Caja: %1</translation>
    </message>
    <message>
        <source>Opened by %1, %2</source>
        <translation>Abierto por %1, %2</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>Cerrado %1</translation>
    </message>
    <message>
        <source>Not closed yet; as of %1</source>
        <translation>Aún sin cerrar; a fecha de %1</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Cajón</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Al principio</translation>
    </message>
    <message>
        <source>What cash came in is told once the drawer is counted.</source>
        <translation>El efectivo cobrado se muestra cuando el cajón está contado.</translation>
    </message>
    <message>
        <source>Cash of sales</source>
        <translation>Efectivo de ventas</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Efectivo devuelto</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation>Debe haber</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Pagado con</translation>
    </message>
    <message>
        <source>%1, payments: %2</source>
        <translation>%1, pagos: %2</translation>
    </message>
    <message>
        <source>%1, given back: %2</source>
        <translation>%1, devoluciones: %2</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>   sold: %1, taken back: %2</source>
        <translation>   vendidas: %1, devueltas: %2</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>Entradas y salidas aparte de ventas</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Signed off by %1</source>
        <translation>Firmado por %1</translation>
    </message>
    <message>
        <source>Handed over with what was counted</source>
        <translation>Entregado con lo contado</translation>
    </message>
    <message>
        <source>SHA-256 of this report</source>
        <translation>SHA-256 de este informe</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <comment>time, what was done, by whom, reason</comment>
        <translation>%1 %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>Paid in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Drawer opened</source>
        <translation>Cajón abierto</translation>
    </message>
    <message>
        <source>Shift %1, %2</source>
        <translation>Turno %1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Being counted</source>
        <translation>En recuento</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contado</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Abierto a las</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Cerrado a las</translation>
    </message>
</context>
<context>
    <name>tessera::till::CountModel</name>
    <message>
        <source>%1 in one sum</source>
        <translation>%1 en una suma</translation>
    </message>
    <message>
        <source>%1: an amount like 200.</source>
        <translation>%1: un importe como 200.</translation>
    </message>
    <message>
        <source>%1, how many: 0 to %2.</source>
        <translation>%1, cuántos: de 0 a %2.</translation>
    </message>
    <message>
        <source>Note or coin</source>
        <translation>Billete o moneda</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
</context>
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
    <message>
        <source>Currencies: 1 to %1 of them.</source>
        <translation>Monedas: de 1 a %1.</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftReports</name>
    <message>
        <source>The report cannot be shown: %1</source>
        <translation>El informe no se puede mostrar: %1</translation>
    </message>
    <message>
        <source>No receipt printer is set up: the report was not printed.</source>
        <translation>No hay impresora de recibos: el informe no se ha impreso.</translation>
    </message>
    <message>
        <source>The report cannot be printed: %1</source>
        <translation>El informe no se puede imprimir: %1</translation>
    </message>
    <message>
        <source>%1 is being printed.</source>
        <translation>Se está imprimiendo: %1.</translation>
    </message>
    <message>
        <source>The print queue takes no more: the report was not printed.</source>
        <translation>La cola de impresión está llena: el informe no se ha impreso.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Este archivo no se puede escribir: %1</translation>
    </message>
    <message>
        <source>%1 is being printed, and kept as %2.</source>
        <translation>Se está imprimiendo %1 y queda guardado como %2.</translation>
    </message>
    <message>
        <source>%1 is being printed, but not kept: this file cannot be written: %2</source>
        <translation>Se está imprimiendo %1, pero no queda guardado: este archivo no se puede escribir: %2</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftWork</name>
    <message>
        <source>Amount: more than 0, like 12.50, in %1.</source>
        <translation>Importe: más de 0, como 12,50, en %1.</translation>
    </message>
    <message>
        <source>Something is under way: the server has not answered yet.</source>
        <translation>Hay algo en curso: el servidor aún no ha respondido.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Esta caja no puede escribir en su disco: no se ha enviado nada.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: whose shift it is must sign in here.</source>
        <translation>No se sabe si se hizo: quien tiene el turno debe iniciar sesión aquí.</translation>
    </message>
    <message>
        <source>The count is kept. Sales whose cash is under way: %1. It is asked again by itself until they are settled.</source>
        <translation>El recuento se conserva. Ventas con efectivo en curso: %1. Se vuelve a preguntar solo hasta que se resuelvan.</translation>
    </message>
    <message>
        <source>The server found a fault in its books. Nothing was closed: call whoever looks after it.</source>
        <translation>El servidor ha encontrado un fallo en sus cuentas. No se ha cerrado nada: llamar a quien lo atiende.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is asked again, and done once.</source>
        <translation>El servidor no ha respondido. No se sabe si se hizo: se vuelve a preguntar y se hace una sola vez.</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s.</source>
        <translation>El turno de esta caja es de un colega.</translation>
    </message>
    <message>
        <source>The shift is further by now: look how it stands.</source>
        <translation>El turno ya ha avanzado: mirar cómo está.</translation>
    </message>
    <message>
        <source>That approval does not count here: it must be somebody who has neither opened nor counted this shift.</source>
        <translation>Esa aprobación no vale aquí: debe ser alguien que no haya abierto ni contado este turno.</translation>
    </message>
    <message>
        <source>Hand over to: this is the login of nobody who works here.</source>
        <translation>Entregar a: nadie trabaja aquí con ese usuario.</translation>
    </message>
    <message>
        <source>Amount: it is too large.</source>
        <translation>Importe: es demasiado grande.</translation>
    </message>
    <message>
        <source>Open the drawer without a sale: %1</source>
        <translation>Abrir el cajón sin venta: %1</translation>
    </message>
    <message>
        <source>Sign off shift %1 with a difference of %2: %3</source>
        <translation>Firmar el turno %1 con una diferencia de %2: %3</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes; a letter with a mark takes two or more.</source>
        <translation>Motivo: de 1 a %1 bytes; una letra con tilde ocupa dos o más.</translation>
    </message>
    <message>
        <source>Explanation: what was counted differs, so it must say why.</source>
        <translation>Explicación: lo contado difiere; indicar por qué.</translation>
    </message>
    <message>
        <source>Explanation: %1 bytes at most; a letter with a mark takes two or more.</source>
        <translation>Explicación: %1 bytes como máximo; una letra con tilde ocupa dos o más.</translation>
    </message>
</context>
</TS>
