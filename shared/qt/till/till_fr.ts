<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::till::ShiftOpener</name>
    <message>
        <source>The shift is being opened: the server has not answered yet.</source>
        <translation>Le service est en cours d’ouverture : le serveur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>In the drawer: choose an event first, its currency is the shift&apos;s.</source>
        <translation>Dans le tiroir : choisir d’abord un événement, sa devise est celle du service.</translation>
    </message>
    <message>
        <source>In the drawer: an amount like 200 in %1, or 0 where it is empty.</source>
        <translation>Dans le tiroir : un montant comme 200 en %1, ou 0 s’il est vide.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the shift is open is not known: it is being asked again, and one is opened only.</source>
        <translation>Le serveur n’a pas répondu. On ne sait pas si le service est ouvert : la question est reposée, et un seul est ouvert.</translation>
    </message>
    <message>
        <source>The last shift of this till is being counted: it must be closed before another is opened.</source>
        <translation>Le dernier service de cette caisse est en cours de comptage : il faut le clôturer avant d’en ouvrir un autre.</translation>
    </message>
</context>
</TS>
