<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::EnrolScreen</name>
    <message>
        <source>Enrol this device</source>
        <translation>Registrar este equipo</translation>
    </message>
    <message>
        <source>An administrator makes a one-time code, good for ten minutes, and gives the house&apos;s authority certificate with it. The key that is made here never leaves this device.</source>
        <translation>Un administrador crea un código de un solo uso, válido diez minutos, y entrega con él el certificado de autoridad de la casa. La clave que se crea aquí nunca sale de este equipo.</translation>
    </message>
    <message>
        <source>Server address, as host:&amp;port</source>
        <translation>&amp;Dirección del servidor, como host:puerto</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Authority &amp;certificate (authority.crt), pasted or from a file</source>
        <translation>&amp;Certificado de autoridad (authority.crt), pegado o de un archivo</translation>
    </message>
    <message>
        <source>Authority certificate</source>
        <translation>Certificado de autoridad</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>De &amp;un archivo…</translation>
    </message>
    <message>
        <source>One-time c&amp;ode, 26 letters and digits</source>
        <translation>Códig&amp;o de un solo uso, 26 letras y cifras</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Código de un solo uso</translation>
    </message>
    <message>
        <source>E&amp;nrol</source>
        <translation>&amp;Registrar</translation>
    </message>
    <message>
        <source>Authority certificate: the file cannot be read.</source>
        <translation>Certificado de autoridad: no se puede leer el archivo.</translation>
    </message>
    <message>
        <source>Server address: it is missing.</source>
        <translation>Dirección del servidor: falta.</translation>
    </message>
    <message>
        <source>Server address: it must be host:port, the port from 1 to 65535.</source>
        <translation>Dirección del servidor: debe ser host:puerto, el puerto de 1 a 65535.</translation>
    </message>
    <message>
        <source>Authority certificate: it is missing.</source>
        <translation>Certificado de autoridad: falta.</translation>
    </message>
    <message>
        <source>Authority certificate: this is no certificate in PEM, at most 64 KiB.</source>
        <translation>Certificado de autoridad: no es un certificado PEM de 64 KiB como máximo.</translation>
    </message>
    <message>
        <source>One-time code: it is missing.</source>
        <translation>Código de un solo uso: falta.</translation>
    </message>
    <message>
        <source>No key could be made on this device.</source>
        <translation>No se pudo crear ninguna clave en este equipo.</translation>
    </message>
    <message>
        <source>Server address: nothing answers there, or not with a certificate of this authority. Where it still fails with both right, ask for another code.</source>
        <translation>Dirección del servidor: nada responde allí, o no con un certificado de esta autoridad. Si ambos son correctos y sigue fallando, pedir otro código.</translation>
    </message>
    <message>
        <source>The certificate could not be kept in %1: is the disk full?</source>
        <translation>No se pudo guardar el certificado en %1: ¿está lleno el disco?</translation>
    </message>
    <message>
        <source>This device is “%1” now.</source>
        <translation>Este equipo es ahora «%1».</translation>
    </message>
</context>
</TS>
