<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SettingsScreen</name>
    <message>
        <source>How it looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Size of te&amp;xt, 100 to 200 %</source>
        <translation>Schrift&amp;größe, 100 bis 200 %</translation>
    </message>
    <message>
        <source>Size of text in per cent</source>
        <translation>Schriftgröße in Prozent</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Own PIN</source>
        <translation>Eigene PIN</translation>
    </message>
    <message>
        <source>Own pass&amp;word</source>
        <translation>Eigenes Pass&amp;wort</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>Eigenes Passwort</translation>
    </message>
    <message>
        <source>New &amp;PIN, 4 to 12 digits; empty: no PIN any more</source>
        <translation>Neue &amp;PIN, 4 bis 12 Ziffern; leer: keine PIN mehr</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>Change the P&amp;IN</source>
        <translation>P&amp;IN ändern</translation>
    </message>
    <message>
        <source>Own password: it is missing.</source>
        <translation>Eigenes Passwort: Es fehlt.</translation>
    </message>
    <message>
        <source>New PIN: it must be 4 to 12 digits, or empty.</source>
        <translation>Neue PIN: Sie muss aus 4 bis 12 Ziffern bestehen oder leer sein.</translation>
    </message>
    <message>
        <source>The PIN was changed.</source>
        <translation>Die PIN wurde geändert.</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
</context>
</TS>
