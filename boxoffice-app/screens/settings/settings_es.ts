<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SettingsScreen</name>
    <message>
        <source>How it looks</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Idio&amp;ma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Size of te&amp;xt, 100 to 200 %</source>
        <translation>&amp;Tamaño del texto, de 100 a 200 %</translation>
    </message>
    <message>
        <source>Size of text in per cent</source>
        <translation>Tamaño del texto en tanto por ciento</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Own PIN</source>
        <translation>PIN propio</translation>
    </message>
    <message>
        <source>Own pass&amp;word</source>
        <translation>Contra&amp;seña propia</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>Contraseña propia</translation>
    </message>
    <message>
        <source>New &amp;PIN, 4 to 12 digits; empty: no PIN any more</source>
        <translation>&amp;Nuevo PIN, de 4 a 12 cifras; vacío: ya sin PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Nuevo PIN</translation>
    </message>
    <message>
        <source>Change the P&amp;IN</source>
        <translation>Cambiar el P&amp;IN</translation>
    </message>
    <message>
        <source>Own password: it is missing.</source>
        <translation>Contraseña propia: falta.</translation>
    </message>
    <message>
        <source>New PIN: it must be 4 to 12 digits, or empty.</source>
        <translation>Nuevo PIN: debe tener de 4 a 12 cifras, o estar vacío.</translation>
    </message>
    <message>
        <source>The PIN was changed.</source>
        <translation>Se ha cambiado el PIN.</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>A&amp;justes</translation>
    </message>
</context>
</TS>
