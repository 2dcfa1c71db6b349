<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::EnrolScreen</name>
    <message>
        <source>Enrol this device</source>
        <translation>Gerät anmelden</translation>
    </message>
    <message>
        <source>An administrator makes a one-time code, good for ten minutes, and gives the house&apos;s authority certificate with it. The key that is made here never leaves this device.</source>
        <translation>Die Verwaltung erzeugt einen Einmalcode, der zehn Minuten gilt, und gibt das Stammzertifikat des Hauses dazu. Der Schlüssel, der hier entsteht, verlässt dieses Gerät nie.</translation>
    </message>
    <message>
        <source>Server address, as host:&amp;port</source>
        <translation>Serveradresse als Name:&amp;Port</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Authority &amp;certificate (authority.crt), pasted or from a file</source>
        <translation>Stamm&amp;zertifikat (authority.crt), eingefügt oder aus einer Datei</translation>
    </message>
    <message>
        <source>Authority certificate</source>
        <translation>Stammzertifikat</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Aus einer &amp;Datei …</translation>
    </message>
    <message>
        <source>One-time c&amp;ode, 26 letters and digits</source>
        <translation>Einmalc&amp;ode, 26 Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>E&amp;nrol</source>
        <translation>Anme&amp;lden</translation>
    </message>
    <message>
        <source>Authority certificate: the file cannot be read.</source>
        <translation>Stammzertifikat: Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Server address: it is missing.</source>
        <translation>Serveradresse: Sie fehlt.</translation>
    </message>
    <message>
        <source>Server address: it must be host:port, the port from 1 to 65535.</source>
        <translation>Serveradresse: Sie muss Name:Port sein, der Port von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Authority certificate: it is missing.</source>
        <translation>Stammzertifikat: Es fehlt.</translation>
    </message>
    <message>
        <source>Authority certificate: this is no certificate in PEM, at most 64 KiB.</source>
        <translation>Stammzertifikat: Das ist kein Zertifikat in PEM, höchstens 64 KiB.</translation>
    </message>
    <message>
        <source>One-time code: it is missing.</source>
        <translation>Einmalcode: Er fehlt.</translation>
    </message>
    <message>
        <source>No key could be made on this device.</source>
        <translation>Auf diesem Gerät ließ sich kein Schlüssel erzeugen.</translation>
    </message>
    <message>
        <source>Server address: nothing answers there, or not with a certificate of this authority. Where it still fails with both right, ask for another code.</source>
        <translation>Serveradresse: Dort antwortet nichts, oder nicht mit einem Zertifikat dieser Stelle. Stimmt beides und es gelingt nicht, einen neuen Code anfordern.</translation>
    </message>
    <message>
        <source>The certificate could not be kept in %1: is the disk full?</source>
        <translation>Das Zertifikat ließ sich in %1 nicht sichern: Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>This device is “%1” now.</source>
        <translation>Dieses Gerät heißt jetzt „%1“.</translation>
    </message>
</context>
</TS>
