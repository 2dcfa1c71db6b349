<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>PrintNote</name>
    <message>
        <source>the printer is out of paper</source>
        <translation>l’imprimante n’a plus de papier</translation>
    </message>
    <message>
        <source>paper or cutter jam</source>
        <translation>bourrage du papier ou du massicot</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>le capot de l’imprimante est ouvert</translation>
    </message>
    <message>
        <source>the printer reports a fault</source>
        <translation>l’imprimante signale une panne</translation>
    </message>
    <message>
        <source>the printer is busy or off line</source>
        <translation>l’imprimante est occupée ou hors ligne</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>l’imprimante ne répond pas</translation>
    </message>
    <message>
        <source>the printer refused what it was sent</source>
        <translation>l’imprimante a refusé ce qui lui a été envoyé</translation>
    </message>
    <message>
        <source>the printer was switched off and on</source>
        <translation>l’imprimante a été éteinte et rallumée</translation>
    </message>
    <message>
        <source>the printer has not said that the ticket is printed</source>
        <translation>l’imprimante n’a pas confirmé que le billet est imprimé</translation>
    </message>
    <message>
        <source>the printer has not said that the receipt is printed</source>
        <translation>l’imprimante n’a pas confirmé que le reçu est imprimé</translation>
    </message>
    <message>
        <source>the printer does not fall silent</source>
        <translation>l’imprimante ne cesse d’émettre</translation>
    </message>
    <message>
        <source>the printer closed the connection</source>
        <translation>l’imprimante a fermé la connexion</translation>
    </message>
    <message>
        <source>the printer has not taken everything</source>
        <translation>l’imprimante n’a pas tout accepté</translation>
    </message>
    <message>
        <source>the printer took too long</source>
        <translation>l’imprimante a mis trop de temps</translation>
    </message>
    <message>
        <source>sending took too long</source>
        <translation>l’envoi a pris trop de temps</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>la connexion a pris trop de temps</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>la connexion a été coupée</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>pas de connexion</translation>
    </message>
    <message>
        <source>no such printer</source>
        <translation>cette imprimante n’existe pas</translation>
    </message>
    <message>
        <source>the printer has no address</source>
        <translation>l’imprimante n’a pas d’adresse</translation>
    </message>
    <message>
        <source>the device does not open</source>
        <translation>l’appareil ne s’ouvre pas</translation>
    </message>
    <message>
        <source>the device is gone</source>
        <translation>l’appareil a disparu</translation>
    </message>
    <message>
        <source>the system does not take the document</source>
        <translation>le système n’accepte pas le document</translation>
    </message>
    <message>
        <source>the system has no way to print</source>
        <translation>le système ne peut pas imprimer</translation>
    </message>
    <message>
        <source>the system has not said that it took the document</source>
        <translation>le système n’a pas confirmé avoir pris le document</translation>
    </message>
    <message>
        <source>this program is ending</source>
        <translation>ce programme se termine</translation>
    </message>
    <message>
        <source>the program ended while this was being sent</source>
        <translation>le programme s’est arrêté pendant l’envoi</translation>
    </message>
    <message>
        <source>the printer of this name speaks another language now</source>
        <translation>l’imprimante de ce nom parle maintenant un autre langage</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>annulé par %1</translation>
    </message>
    <message>
        <source>seen on paper by %1</source>
        <translation>vu sur papier par %1</translation>
    </message>
    <message>
        <source>%1 of %2 tickets are certain</source>
        <translation>%1 billets sur %2 sont certains</translation>
    </message>
    <message>
        <source>%1 of %2 copies are printed</source>
        <translation>%1 exemplaires sur %2 sont imprimés</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1 ; %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>tessera::qt::PrintQueueModel</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Exemplaires</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>imprimé</translation>
    </message>
    <message>
        <source>unknown: look at the paper</source>
        <translation>inconnu : regarder le papier</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>unknown, printed again</source>
        <translation>inconnu, réimprimé</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1 ; %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>a person must decide</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>it waits for the printer</comment>
        <translation>▲ %1</translation>
    </message>
</context>
</TS>
