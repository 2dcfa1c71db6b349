<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CountPanel</name>
    <message>
        <source>Currencies: 1 to %1 codes of three letters, like EUR, CHF.</source>
        <translation>Monedas: de 1 a %1 códigos de tres letras, como EUR, CHF.</translation>
    </message>
    <message>
        <source>What is in the drawer now</source>
        <translation>Lo que hay en el cajón</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>Contar el cajón</translation>
    </message>
    <message>
        <source>By note and coin, or in one sum for each currency at its end.</source>
        <translation>Por billete y moneda, o en una suma al final de cada divisa.</translation>
    </message>
    <message>
        <source>By note and coin. What must be there is told afterwards. Once it is counted no more cash goes through this shift.</source>
        <translation>Por billete y moneda. Lo que debe haber se dice después. Una vez contado, no pasa más efectivo por este turno.</translation>
    </message>
    <message>
        <source>Currencies in the dra&amp;wer</source>
        <translation>Monedas en el ca&amp;jón</translation>
    </message>
    <message>
        <source>Currencies in the drawer</source>
        <translation>Monedas en el cajón</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Fondo inicial</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Open &amp;the shift</source>
        <translation>Abrir e&amp;l turno</translation>
    </message>
    <message>
        <source>&amp;This is what is there</source>
        <translation>Esto es &amp;lo que hay</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EntryPanel</name>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>Abrir el cajón sin venta</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>A&amp;brir el cajón</translation>
    </message>
    <message>
        <source>Put cash into the drawer</source>
        <translation>Poner efectivo en el cajón</translation>
    </message>
    <message>
        <source>It &amp;goes in</source>
        <translation>Pone&amp;r</translation>
    </message>
    <message>
        <source>Take cash out of the drawer</source>
        <translation>Sacar efectivo del cajón</translation>
    </message>
    <message>
        <source>It goes o&amp;ut</source>
        <translation>Saca&amp;r</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Importe</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Currenc&amp;y</source>
        <translation>Mone&amp;da</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>&amp;Reason, without names of people</source>
        <translation>&amp;Motivo, sin nombres de personas</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MoneyScreen</name>
    <message>
        <source>Open a shi&amp;ft</source>
        <translation>Abrir un t&amp;urno</translation>
    </message>
    <message>
        <source>Cash &amp;in</source>
        <translation>En&amp;trada</translation>
    </message>
    <message>
        <source>Cash &amp;out</source>
        <translation>&amp;Salida</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>A&amp;brir el cajón</translation>
    </message>
    <message>
        <source>Cou&amp;nt the drawer</source>
        <translation>C&amp;ontar el cajón</translation>
    </message>
    <message>
        <source>&amp;Close the shift</source>
        <translation>Cerrar el turno</translation>
    </message>
    <message>
        <source>X or &amp;Z report</source>
        <translation>Informe X o &amp;Z</translation>
    </message>
    <message>
        <source>Shi&amp;fts that there were</source>
        <translation>Turnos a&amp;nteriores</translation>
    </message>
    <message>
        <source>&amp;Print the report</source>
        <translation>&amp;Imprimir el informe</translation>
    </message>
    <message>
        <source>Sa&amp;ve it as PDF</source>
        <translation>&amp;Guardar como PDF</translation>
    </message>
    <message>
        <source>This till has a shift already.</source>
        <translation>Esta caja ya tiene un turno.</translation>
    </message>
    <message>
        <source>In the drawer: count it, or type 0 where it is empty.</source>
        <translation>En el cajón: contar, o escribir 0 si está vacío.</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>Se está abriendo el turno.</translation>
    </message>
    <message>
        <source>Count: nothing is typed. Where the drawer is empty, type 0.</source>
        <translation>Recuento: no hay nada escrito. Si el cajón está vacío, escribir 0.</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>El cajón no se ha abierto: no hay impresora de recibos.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>El cajón no se ha abierto: su impresora no responde.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>El turno está abierto.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float.</source>
        <translation>Ya había un turno abierto en esta caja, con su propio fondo.</translation>
    </message>
    <message>
        <source>It is in the shift.</source>
        <translation>Está en el turno.</translation>
    </message>
    <message>
        <source>Counted: it is even.</source>
        <translation>Contado: cuadra.</translation>
    </message>
    <message>
        <source>Counted: it differs.</source>
        <translation>Contado: hay diferencia.</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>El turno está cerrado.</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>Entradas y salidas aparte de ventas</translation>
    </message>
    <message>
        <source>&amp;Money</source>
        <translation>&amp;Dinero</translation>
    </message>
    <message>
        <source>The till&apos;s shift</source>
        <translation>Turno de la caja</translation>
    </message>
    <message>
        <source>At the beginning: %1</source>
        <translation>Al principio: %1</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s. Cash of your sales goes into it; they or a supervisor count it.</source>
        <translation>El turno de esta caja es de un colega. El efectivo de sus ventas entra en él; lo cuenta esa persona o un supervisor.</translation>
    </message>
    <message>
        <source>How the shift stands is not known yet: the server is being asked.</source>
        <translation>Aún no se sabe cómo está el turno: se pregunta al servidor.</translation>
    </message>
    <message>
        <source>Whether the last step was done is not known: it is being asked again.</source>
        <translation>No se sabe si se hizo el último paso: se vuelve a preguntar.</translation>
    </message>
    <message>
        <source>The count is kept; it waits for cash of sales that is under way.</source>
        <translation>El recuento se conserva; espera el efectivo de ventas en curso.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Se pregunta al servidor.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Aún no se sabe.</translation>
    </message>
    <message>
        <source>No shift is open: no cash can be taken.</source>
        <translation>No hay turno abierto: no se puede cobrar en efectivo.</translation>
    </message>
    <message>
        <source>A colleague&apos;s shift is open.</source>
        <translation>Está abierto el turno de un colega.</translation>
    </message>
    <message>
        <source>%1. Opened by %2, %3</source>
        <translation>%1. Abierto por %2, %3</translation>
    </message>
    <message>
        <source>%1: nothing is typed. Where there is none, type 0.</source>
        <translation>%1: no se ha escrito nada. Si no hay, escribir 0.</translation>
    </message>
    <message>
        <source>Coun&amp;t the chosen shift</source>
        <translation>Contar el turno e&amp;legido</translation>
    </message>
    <message>
        <source>This ti&amp;ll&apos;s shift</source>
        <translation>Turno de esta &amp;caja</translation>
    </message>
    <message>
        <source>Choose a shift that is not closed.</source>
        <translation>Elegir un turno que no esté cerrado.</translation>
    </message>
    <message>
        <source>Ea&amp;rlier shifts</source>
        <translation>Tu&amp;rnos anteriores</translation>
    </message>
    <message>
        <source>Close &amp;the shift</source>
        <translation>Ce&amp;rrar el turno</translation>
    </message>
    <message>
        <source>What this page is for</source>
        <translation>Para lo que sirve esta página</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ReportPanel</name>
    <message>
        <source>No report is shown yet</source>
        <translation>Aún no hay informe</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SettlePanel</name>
    <message>
        <source>It differs by %1. It needs an explanation, and somebody who has neither opened nor counted this shift to sign it off.</source>
        <translation>Difiere en %1. Hace falta una explicación y la firma de alguien que no haya abierto ni contado este turno.</translation>
    </message>
    <message>
        <source>What was counted is what must be there.</source>
        <translation>Lo contado es lo que debe haber.</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Cerrar el turno</translation>
    </message>
    <message>
        <source>What was counted and what must be there</source>
        <translation>Lo contado y lo que debe haber</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>E&amp;xplicación</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Hand over to (lo&amp;gin); nobody where the shift ends</source>
        <translation>Entregar a (&amp;usuario); vacío si el turno termina</translation>
    </message>
    <message>
        <source>Hand over to (login)</source>
        <translation>Entregar a (usuario)</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ShiftsPanel</name>
    <message>
        <source>Shifts</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Enter shows the report of the chosen shift. Whoever may sign shifts off counts one whose cashier went home from here, too.</source>
        <translation>Intro muestra el informe del turno elegido. Quien puede firmar turnos cuenta desde aquí también el de alguien que ya se fue.</translation>
    </message>
</context>
</TS>
