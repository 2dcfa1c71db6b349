<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AccountPanel</name>
    <message>
        <source>What is typed is not saved.</source>
        <translation>Lo escrito no está guardado.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Another password for %1? The one there is and the PIN are over.</source>
        <translation>¿Otra contraseña para %1? La actual y el PIN dejan de valer.</translation>
    </message>
    <message>
        <source>Make another password</source>
        <translation>Crear otra contraseña</translation>
    </message>
    <message>
        <source>%1 signs in by the password alone then.</source>
        <translation>%1 entrará entonces solo con la contraseña.</translation>
    </message>
    <message>
        <source>Take the second factor away</source>
        <translation>Quitar el segundo factor</translation>
    </message>
    <message>
        <source>%1 signs in with a code of a telephone, too, from now on.</source>
        <translation>%1 entrará desde ahora también con un código del teléfono.</translation>
    </message>
    <message>
        <source>Make a second factor</source>
        <translation>Crear un segundo factor</translation>
    </message>
    <message>
        <source>%1 may sign in again, with the password that there was.</source>
        <translation>%1 puede entrar de nuevo, con la contraseña que tenía.</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Volver a admitir</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in any more.</source>
        <translation>%1 queda fuera en todas partes y ya no podrá entrar.</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>Copiado. Se quita del portapapeles al salir.</translation>
    </message>
    <message>
        <source>Second factor of %1</source>
        <translation>Segundo factor de %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Contraseña de %1</translation>
    </message>
    <message>
        <source>Shown this once. The telephone reads the code, or the key is typed.</source>
        <translation>Solo se muestra esta vez. El teléfono lee el código, o se escribe la clave.</translation>
    </message>
    <message>
        <source>Shown this once, and gone when it is left.</source>
        <translation>Solo se muestra esta vez, y desaparece al salir.</translation>
    </message>
    <message>
        <source>Take the second &amp;factor away</source>
        <translation>Quitar el segundo &amp;factor</translation>
    </message>
    <message>
        <source>Make a second &amp;factor</source>
        <translation>Crear un segundo &amp;factor</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>&amp;Volver a admitir</translation>
    </message>
    <message>
        <source>Shut o&amp;ut</source>
        <translation>Blo&amp;quear</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Cuenta nueva</translation>
    </message>
    <message>
        <source>The password is made by the server, and shown this once.</source>
        <translation>La contraseña la crea el servidor y se muestra una sola vez.</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out by a change of the name. Another administrator changes the rest.</source>
        <translation>Es la cuenta propia: cambiar el nombre cierra la sesión. Lo demás lo cambia otro administrador.</translation>
    </message>
    <message>
        <source>Whoever is signed in by it is signed out by a change.</source>
        <translation>Un cambio cierra la sesión de quien esté dentro.</translation>
    </message>
    <message>
        <source>F&amp;ind an account</source>
        <translation>&amp;Buscar una cuenta</translation>
    </message>
    <message>
        <source>Enter opens. After ten wrong passwords a person is locked on one device for a quarter of an hour: that passes by itself, and is not shown here.</source>
        <translation>Intro abre. Tras diez contraseñas erróneas una persona queda bloqueada un cuarto de hora en un dispositivo: pasa solo y no se muestra aquí.</translation>
    </message>
    <message>
        <source>Lo&amp;gin, for good</source>
        <translation>&amp;Usuario, para siempre</translation>
    </message>
    <message>
        <source>Na&amp;me, as others see it</source>
        <translation>Nombre, como &amp;lo ven los demás</translation>
    </message>
    <message>
        <source>&amp;Role: each may whatever the one before may</source>
        <translation>Func&amp;ión: cada una puede lo que la anterior</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile: %1</source>
        <translation>Alguien lo ha cambiado entretanto: %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::DevicePanel</name>
    <message>
        <source>Another code for %1? Once it is used, the certificate that there is is taken no more.</source>
        <translation>¿Otro código para %1? Una vez usado, el certificado actual ya no vale.</translation>
    </message>
    <message>
        <source>Make another code</source>
        <translation>Crear otro código</translation>
    </message>
    <message>
        <source>Take %1, at which you sit, out of use for good? Why, for the trail, without personal data:</source>
        <translation>¿Retirar %1, este mismo dispositivo, para siempre? Por qué, para el registro, sin datos personales:</translation>
    </message>
    <message>
        <source>Take %1 out of use for good? Why, for the trail, without personal data:</source>
        <translation>¿Retirar %1 para siempre? Por qué, para el registro, sin datos personales:</translation>
    </message>
    <message>
        <source>At most 200 bytes.</source>
        <translation>Como mucho 200 bytes.</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>Copiado. Se quita del portapapeles al salir.</translation>
    </message>
    <message>
        <source>Typed at the device within %1. Shown this once.</source>
        <translation>Escribirlo en el dispositivo en %1. Solo se muestra esta vez.</translation>
    </message>
    <message>
        <source>One-time code for %1</source>
        <translation>Código de un solo uso para %1</translation>
    </message>
    <message>
        <source>It was taken out of use for good: what comes in its place is a new device.</source>
        <translation>Está fuera de servicio para siempre: lo que lo sustituya es un dispositivo nuevo.</translation>
    </message>
    <message>
        <source>You sit at this device.</source>
        <translation>Es el dispositivo que se usa aquí.</translation>
    </message>
    <message>
        <source>It keeps its place in the list with another code.</source>
        <translation>Con otro código conserva su lugar en la lista.</translation>
    </message>
    <message>
        <source>F&amp;ind a device</source>
        <translation>&amp;Buscar un dispositivo</translation>
    </message>
    <message>
        <source>Enter opens. Yours is in bold type.</source>
        <translation>Intro abre. El de aquí está en negrita.</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Dispositivo nuevo</translation>
    </message>
    <message>
        <source>Na&amp;me, as staff see it</source>
        <translation>&amp;Nombre, como lo ve el personal</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PersonPanel</name>
    <message>
        <source>This customer has no e-mail.</source>
        <translation>Este cliente no tiene correo.</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>Dónde escribirlo</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Erase everything that names this person? Nobody can take that back.</source>
        <translation>¿Borrar todo lo que nombra a esta persona? Nadie puede deshacerlo.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>F&amp;ind a customer</source>
        <translation>Buscar &amp;un cliente</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Clientes encontrados</translation>
    </message>
    <message>
        <source>What is known of a person</source>
        <translation>Lo que se sabe de una persona</translation>
    </message>
    <message>
        <source>E-&amp;mail of the person</source>
        <translation>Correo de &amp;la persona</translation>
    </message>
    <message>
        <source>The file has orders, tickets, mails and customers of this e-mail. It is personal data: give it to that person alone, and delete it then.</source>
        <translation>El archivo tiene pedidos, entradas, correos y clientes de este correo. Son datos personales: dárselo solo a esa persona y borrarlo después.</translation>
    </message>
    <message>
        <source>Erase the person</source>
        <translation>Borrar a la persona</translation>
    </message>
    <message>
        <source>Name, e-mail, telephone and notes are replaced by a pseudonym. What is kept: amounts, payments, tickets and the trail, without the name, because the books must stay true; invoices that were drawn, as papers of the house; orders of events to come, until they are over. Files that were saved at tills are not reached.</source>
        <translation>Nombre, correo, teléfono y notas se sustituyen por un seudónimo. Se conservan: importes, pagos, entradas y el registro, sin el nombre, porque los libros deben ser ciertos; las facturas emitidas, como papeles de la casa; los pedidos de eventos futuros, hasta que pasen. Los archivos guardados en las cajas no se alcanzan.</translation>
    </message>
    <message>
        <source>The e-mail &amp;once more, to be sure</source>
        <translation>El correo &amp;otra vez, por seguridad</translation>
    </message>
    <message>
        <source>&amp;Why, for the trail, without personal data</source>
        <translation>Por qué, para el &amp;registro, sin datos personales</translation>
    </message>
    <message>
        <source>Who bought without being a customer is found by the e-mail alone: type it in its field.</source>
        <translation>Quien compró sin ser cliente solo se encuentra por el correo: escribirlo en su campo.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SecretCard</name>
    <message>
        <source>QR code of the second factor</source>
        <translation>Código QR del segundo factor</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::StaffScreen</name>
    <message>
        <source>Accoun&amp;ts</source>
        <translation>&amp;Cuentas</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>&amp;Dispositivos</translation>
    </message>
    <message>
        <source>A &amp;person&apos;s data</source>
        <translation>Da&amp;tos de una persona</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>&amp;Leer de nuevo</translation>
    </message>
    <message>
        <source>Copy &amp;what is shown once</source>
        <translation>Copiar lo que se &amp;muestra una vez</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>Cuenta &amp;nueva</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>An&amp;other password</source>
        <translation>Otra contra&amp;seña</translation>
    </message>
    <message>
        <source>&amp;Code for a new device</source>
        <translation>Códi&amp;go para un dispositivo nuevo</translation>
    </message>
    <message>
        <source>Another code &amp;for the device</source>
        <translation>&amp;Otro código para el dispositivo</translation>
    </message>
    <message>
        <source>Take out of &amp;use</source>
        <translation>Poner f&amp;uera de servicio</translation>
    </message>
    <message>
        <source>E&amp;xport to a file</source>
        <translation>E&amp;xportar a un archivo</translation>
    </message>
    <message>
        <source>E&amp;rase the person</source>
        <translation>&amp;Borrar a la persona</translation>
    </message>
    <message>
        <source>Accounts and devices are shown to whoever may manage staff: an administrator.</source>
        <translation>Las cuentas y los dispositivos los ve quien puede gestionar al personal: un administrador.</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Volver a la venta</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>A person&apos;s data</source>
        <translation>Datos de una persona</translation>
    </message>
    <message>
        <source>Sta&amp;ff and devices</source>
        <translation>&amp;Personal y dispositivos</translation>
    </message>
</context>
</TS>
