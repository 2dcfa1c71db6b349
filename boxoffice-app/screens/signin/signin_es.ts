<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SigninScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>L&amp;ogin</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Code of the second &amp;factor</source>
        <translation>Código del segundo &amp;factor</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Código del segundo factor</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>Back by PIN</source>
        <translation>Volver con PIN</translation>
    </message>
    <message>
        <source>Who signed in here today</source>
        <translation>Quién inició sesión aquí hoy</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>PI&amp;N</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>C&amp;ontinuar</translation>
    </message>
    <message>
        <source>Login: it is missing.</source>
        <translation>Usuario: falta.</translation>
    </message>
    <message>
        <source>Password: it is missing.</source>
        <translation>Contraseña: falta.</translation>
    </message>
    <message>
        <source>PIN: it is missing.</source>
        <translation>PIN: falta.</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Sesión iniciada: %1</translation>
    </message>
    <message>
        <source>Wait for the next one. If that is wrong too, look at the clock of the telephone: it may be half a minute wrong, no more.</source>
        <translation>Esperar el siguiente. Si también es incorrecto, mirar el reloj del teléfono: puede desviarse medio minuto, no más.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Bloq Mayús está activado.</translation>
    </message>
</context>
</TS>
