<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::EnrolScreen</name>
    <message>
        <source>Enrol this device</source>
        <translation>Inscrire cet appareil</translation>
    </message>
    <message>
        <source>An administrator makes a one-time code, good for ten minutes, and gives the house&apos;s authority certificate with it. The key that is made here never leaves this device.</source>
        <translation>Un administrateur crée un code à usage unique, valable dix minutes, et remet avec lui le certificat d’autorité de l’établissement. La clé créée ici ne quitte jamais cet appareil.</translation>
    </message>
    <message>
        <source>Server address, as host:&amp;port</source>
        <translation>Adresse du &amp;serveur, sous la forme hôte:port</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Authority &amp;certificate (authority.crt), pasted or from a file</source>
        <translation>&amp;Certificat d’autorité (authority.crt), collé ou depuis un fichier</translation>
    </message>
    <message>
        <source>Authority certificate</source>
        <translation>Certificat d’autorité</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Depuis un &amp;fichier…</translation>
    </message>
    <message>
        <source>One-time c&amp;ode, 26 letters and digits</source>
        <translation>C&amp;ode à usage unique, 26 lettres et chiffres</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message>
        <source>E&amp;nrol</source>
        <translation>I&amp;nscrire</translation>
    </message>
    <message>
        <source>Authority certificate: the file cannot be read.</source>
        <translation>Certificat d’autorité : le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Server address: it is missing.</source>
        <translation>Adresse du serveur : elle manque.</translation>
    </message>
    <message>
        <source>Server address: it must be host:port, the port from 1 to 65535.</source>
        <translation>Adresse du serveur : elle doit être hôte:port, le port de 1 à 65535.</translation>
    </message>
    <message>
        <source>Authority certificate: it is missing.</source>
        <translation>Certificat d’autorité : il manque.</translation>
    </message>
    <message>
        <source>Authority certificate: this is no certificate in PEM, at most 64 KiB.</source>
        <translation>Certificat d’autorité : ce n’est pas un certificat PEM de 64 Kio au plus.</translation>
    </message>
    <message>
        <source>One-time code: it is missing.</source>
        <translation>Code à usage unique : il manque.</translation>
    </message>
    <message>
        <source>No key could be made on this device.</source>
        <translation>Aucune clé n’a pu être créée sur cet appareil.</translation>
    </message>
    <message>
        <source>Server address: nothing answers there, or not with a certificate of this authority. Where it still fails with both right, ask for another code.</source>
        <translation>Adresse du serveur : rien n’y répond, ou pas avec un certificat de cette autorité. Si les deux sont justes et que cela échoue encore, demander un autre code.</translation>
    </message>
    <message>
        <source>The certificate could not be kept in %1: is the disk full?</source>
        <translation>Le certificat n’a pas pu être conservé dans %1 : le disque est-il plein ?</translation>
    </message>
    <message>
        <source>This device is “%1” now.</source>
        <translation>Cet appareil est maintenant « %1 ».</translation>
    </message>
</context>
</TS>
