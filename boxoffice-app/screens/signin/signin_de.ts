<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SigninScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>L&amp;ogin</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code of the second &amp;factor</source>
        <translation>Code des zweiten &amp;Faktors</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code des zweiten Faktors</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>Anm&amp;elden</translation>
    </message>
    <message>
        <source>Back by PIN</source>
        <translation>Zurück mit PIN</translation>
    </message>
    <message>
        <source>Who signed in here today</source>
        <translation>Heute hier angemeldet</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Wei&amp;ter</translation>
    </message>
    <message>
        <source>Login: it is missing.</source>
        <translation>Benutzername: Er fehlt.</translation>
    </message>
    <message>
        <source>Password: it is missing.</source>
        <translation>Passwort: Es fehlt.</translation>
    </message>
    <message>
        <source>PIN: it is missing.</source>
        <translation>PIN: Sie fehlt.</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Angemeldet: %1</translation>
    </message>
    <message>
        <source>Wait for the next one. If that is wrong too, look at the clock of the telephone: it may be half a minute wrong, no more.</source>
        <translation>Auf den nächsten warten. Ist auch der falsch, die Uhr des Telefons prüfen: Sie darf eine halbe Minute falsch gehen, nicht mehr.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
</context>
</TS>
