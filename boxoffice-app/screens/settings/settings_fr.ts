<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SettingsScreen</name>
    <message>
        <source>How it looks</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Lang&amp;ue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Size of te&amp;xt, 100 to 200 %</source>
        <translation>&amp;Taille du texte, de 100 à 200 %</translation>
    </message>
    <message>
        <source>Size of text in per cent</source>
        <translation>Taille du texte en pour cent</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Own PIN</source>
        <translation>Code PIN personnel</translation>
    </message>
    <message>
        <source>Own pass&amp;word</source>
        <translation>&amp;Mot de passe personnel</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>Mot de passe personnel</translation>
    </message>
    <message>
        <source>New &amp;PIN, 4 to 12 digits; empty: no PIN any more</source>
        <translation>Nouveau code &amp;PIN, 4 à 12 chiffres ; vide : plus de code PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Nouveau code PIN</translation>
    </message>
    <message>
        <source>Change the P&amp;IN</source>
        <translation>Cha&amp;nger le code PIN</translation>
    </message>
    <message>
        <source>Own password: it is missing.</source>
        <translation>Mot de passe personnel : il manque.</translation>
    </message>
    <message>
        <source>New PIN: it must be 4 to 12 digits, or empty.</source>
        <translation>Nouveau code PIN : il doit avoir de 4 à 12 chiffres, ou être vide.</translation>
    </message>
    <message>
        <source>The PIN was changed.</source>
        <translation>Le code PIN a été changé.</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>&amp;Réglages</translation>
    </message>
</context>
</TS>
