<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::staff::DeviceBook</name>
    <message>
        <source>The code is over: make another one for the same device.</source>
        <translation>El código ha caducado: crear otro para el mismo dispositivo.</translation>
    </message>
    <message>
        <source>Name of the device: 1 to 200 bytes.</source>
        <translation>Nombre del dispositivo: de 1 a 200 bytes.</translation>
    </message>
    <message>
        <source>The code for %1 is shown this once.</source>
        <translation>El código para %1 solo se muestra esta vez.</translation>
    </message>
    <message>
        <source>No such device was made by now. Look at the list, then ask again.</source>
        <translation>Hasta ahora no se ha creado tal dispositivo. Mirar la lista y volver a pedirlo.</translation>
    </message>
    <message>
        <source>%1 is taken out of use.</source>
        <translation>%1 queda fuera de servicio.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>Registrado el</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Certificado hasta</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Creado el</translation>
    </message>
    <message>
        <source>The code for %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>El código para %1 se creó, pero se perdió: nadie había entrado. Crear otro.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a code that was made is lost with its answer: make another one.</source>
        <translation>%1 ha cambiado entretanto, y un código creado se perdió con su respuesta: crear otro.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>Alguien ha cambiado %1 entretanto: se ha leído de nuevo. Mirarlo y repetir.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::PersonDesk</name>
    <message>
        <source>E-mail: 3 to 254 bytes with one @.</source>
        <translation>Correo: de 3 a 254 bytes con una @.</translation>
    </message>
    <message>
        <source>Nothing is known of anybody with this e-mail.</source>
        <translation>No se sabe nada de este correo.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>No se puede escribir el archivo: %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>It is not the e-mail above: type it again.</source>
        <translation>No es el correo de arriba: escribirlo de nuevo.</translation>
    </message>
    <message>
        <source>Reason: 1 to 200 bytes.</source>
        <translation>Motivo: de 1 a 200 bytes.</translation>
    </message>
    <message>
        <source>It is done, or goes on by itself.</source>
        <translation>Está hecho o continúa por sí solo.</translation>
    </message>
    <message>
        <source>Customers erased: %1</source>
        <translation>Clientes borrados: %1</translation>
    </message>
    <message>
        <source>Orders erased: %1</source>
        <translation>Pedidos borrados: %1</translation>
    </message>
    <message>
        <source>Orders that are being erased: %1</source>
        <translation>Pedidos que se están borrando: %1</translation>
    </message>
    <message>
        <source>Orders of events to come, erased after them: %1</source>
        <translation>Pedidos de eventos futuros, se borran después: %1</translation>
    </message>
    <message>
        <source>More orders are known of this e-mail than one file holds: nothing was written.</source>
        <translation>Para este correo se conocen más pedidos de los que caben en un archivo: no se ha escrito nada.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::StaffBook</name>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Creado el</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>cannot sign in</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>puede entrar</translation>
    </message>
    <message>
        <source>Login: 2 to 40 of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, beginning with a letter or a digit.</source>
        <translation>Usuario: de 2 a 40 de a-z, 0-9, &apos;.&apos;, &apos;_&apos; y &apos;-&apos;, empezando por letra o cifra.</translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>Nombre: de 1 a 200 bytes.</translation>
    </message>
    <message>
        <source>%1 is made. The password is shown this once.</source>
        <translation>%1 está creado. La contraseña solo se muestra esta vez.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>Alguien ya tiene este usuario.</translation>
    </message>
    <message>
        <source>%1 is made, but the answer with the password was lost: make another one.</source>
        <translation>%1 está creado, pero la respuesta con la contraseña se perdió: crear otra.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>No hay cambios.</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in.</source>
        <translation>%1 queda fuera en todas partes y no puede entrar.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 puede entrar de nuevo.</translation>
    </message>
    <message>
        <source>Another administrator does that to your account: you would be signed out before you could read it.</source>
        <translation>En la propia cuenta lo hace otro administrador: se cerraría la sesión antes de poder leerlo.</translation>
    </message>
    <message>
        <source>The password of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>La contraseña de %1 se creó, pero se perdió: nadie había entrado. Crear otra.</translation>
    </message>
    <message>
        <source>The second factor of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>El segundo factor de %1 se creó, pero se perdió: nadie había entrado. Crear otro.</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever is signed in by it signs in again.</source>
        <translation>Guardado: %1. Quien esté dentro con esta cuenta debe entrar de nuevo.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a password that was made is lost with its answer: make another one.</source>
        <translation>%1 ha cambiado entretanto, y una contraseña creada se perdió con su respuesta: crear otra.</translation>
    </message>
    <message>
        <source>The password of %1 is shown this once. The former one and the PIN are over.</source>
        <translation>La contraseña de %1 solo se muestra esta vez. La anterior y el PIN ya no valen.</translation>
    </message>
    <message>
        <source>The second factor of %1 is taken away.</source>
        <translation>Se ha quitado el segundo factor de %1.</translation>
    </message>
    <message>
        <source>The second factor of %1 is shown this once: let the telephone read it now.</source>
        <translation>El segundo factor de %1 solo se muestra esta vez: leerlo ahora con el teléfono.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a second factor that was made is lost with its answer: make another one.</source>
        <translation>%1 ha cambiado entretanto, y un segundo factor creado se perdió con su respuesta: crear otro.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>Alguien ha cambiado %1 entretanto: se ha leído de nuevo. Mirarlo y repetir.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::staff::Words</name>
    <message>
        <source>Cashier</source>
        <translation>Cajero</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gerente</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>waits for its code</source>
        <translation>espera su código</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en servicio</translation>
    </message>
    <message>
        <source>certificate over</source>
        <translation>certificado caducado</translation>
    </message>
    <message>
        <source>taken out of use</source>
        <translation>fuera de servicio</translation>
    </message>
</context>
</TS>
