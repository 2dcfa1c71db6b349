<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>Z report, shift %1</source>
        <translation>Rapport Z, service %1</translation>
    </message>
    <message>
        <source>X report, shift %1</source>
        <translation>Rapport X, service %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Till: %1</source>
        <translation>Caisse : %1</translation>
    </message>
    <message>
        <source>Opened by %1, %2</source>
        <translation>Ouvert par %1, %2</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>Fermé %1</translation>
    </message>
    <message>
        <source>Not closed yet; as of %1</source>
        <translation>Pas encore fermé ; état au %1</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Tiroir</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>What cash came in is told once the drawer is counted.</source>
        <translation>Les espèces encaissées sont indiquées une fois le tiroir compté.</translation>
    </message>
    <message>
        <source>Cash of sales</source>
        <translation>Espèces des ventes</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Espèces rendues</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Payé par</translation>
    </message>
    <message>
        <source>%1, payments: %2</source>
        <translation>%1, paiements : %2</translation>
    </message>
    <message>
        <source>%1, given back: %2</source>
        <translation>%1, remboursements : %2</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Billets</translation>
    </message>
    <message>
        <source>   sold: %1, taken back: %2</source>
        <translation>   vendus : %1, repris : %2</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>Entrées et sorties hors ventes</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>Signed off by %1</source>
        <translation>Validé par %1</translation>
    </message>
    <message>
        <source>Handed over with what was counted</source>
        <translation>Transmis avec le montant compté</translation>
    </message>
    <message>
        <source>SHA-256 of this report</source>
        <translation>SHA-256 de ce rapport</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <comment>time, what was done, by whom, reason</comment>
        <translation>%1 %2, %3 : %4</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>Paid in</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Drawer opened</source>
        <translation>Tiroir ouvert</translation>
    </message>
    <message>
        <source>Shift %1, %2</source>
        <translation>Service %1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Being counted</source>
        <translation>En cours de comptage</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Ouvert à</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Fermé à</translation>
    </message>
</context>
<context>
    <name>tessera::till::CountModel</name>
    <message>
        <source>%1 in one sum</source>
        <translation>%1 en une somme</translation>
    </message>
    <message>
        <source>%1: an amount like 200.</source>
        <translation>%1 : un montant comme 200.</translation>
    </message>
    <message>
        <source>%1, how many: 0 to %2.</source>
        <translation>%1, combien : de 0 à %2.</translation>
    </message>
    <message>
        <source>Note or coin</source>
        <translation>Billet ou pièce</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
</context>
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
    <message>
        <source>Currencies: 1 to %1 of them.</source>
        <translation>Devises : de 1 à %1.</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftReports</name>
    <message>
        <source>The report cannot be shown: %1</source>
        <translation>Le rapport ne peut pas être affiché : %1</translation>
    </message>
    <message>
        <source>No receipt printer is set up: the report was not printed.</source>
        <translation>Aucune imprimante de reçus n&apos;est configurée : le rapport n&apos;a pas été imprimé.</translation>
    </message>
    <message>
        <source>The report cannot be printed: %1</source>
        <translation>Le rapport ne peut pas être imprimé : %1</translation>
    </message>
    <message>
        <source>%1 is being printed.</source>
        <translation>%1 est en cours d&apos;impression.</translation>
    </message>
    <message>
        <source>The print queue takes no more: the report was not printed.</source>
        <translation>La file d&apos;impression est pleine : le rapport n&apos;a pas été imprimé.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Ce fichier ne peut pas être écrit : %1</translation>
    </message>
    <message>
        <source>%1 is being printed, and kept as %2.</source>
        <translation>%1 est en cours d&apos;impression, et conservé sous %2.</translation>
    </message>
    <message>
        <source>%1 is being printed, but not kept: this file cannot be written: %2</source>
        <translation>%1 est en cours d&apos;impression, mais n&apos;est pas conservé : ce fichier ne peut pas être écrit : %2</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftWork</name>
    <message>
        <source>Amount: more than 0, like 12.50, in %1.</source>
        <translation>Montant : plus de 0, comme 12,50, en %1.</translation>
    </message>
    <message>
        <source>Something is under way: the server has not answered yet.</source>
        <translation>Une opération est en cours : le serveur n&apos;a pas encore répondu.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Cette caisse ne peut pas écrire sur son disque : rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: whose shift it is must sign in here.</source>
        <translation>On ne sait pas si c&apos;est fait : la personne dont c&apos;est le service doit se connecter ici.</translation>
    </message>
    <message>
        <source>The count is kept. Sales whose cash is under way: %1. It is asked again by itself until they are settled.</source>
        <translation>Le comptage est conservé. Ventes dont les espèces sont en cours : %1. La demande se répète d&apos;elle-même jusqu&apos;à leur règlement.</translation>
    </message>
    <message>
        <source>The server found a fault in its books. Nothing was closed: call whoever looks after it.</source>
        <translation>Le serveur a trouvé une erreur dans ses comptes. Rien n&apos;a été fermé : appeler la personne qui s&apos;en occupe.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is asked again, and done once.</source>
        <translation>Le serveur n&apos;a pas répondu. On ne sait pas si c&apos;est fait : la demande est répétée, et faite une seule fois.</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s.</source>
        <translation>Le service de cette caisse est celui d&apos;un collègue.</translation>
    </message>
    <message>
        <source>The shift is further by now: look how it stands.</source>
        <translation>Le service a avancé entre-temps : regarder où il en est.</translation>
    </message>
    <message>
        <source>That approval does not count here: it must be somebody who has neither opened nor counted this shift.</source>
        <translation>Cette approbation ne vaut pas ici : il faut quelqu&apos;un qui n&apos;a ni ouvert ni compté ce service.</translation>
    </message>
    <message>
        <source>Hand over to: this is the login of nobody who works here.</source>
        <translation>Transmettre à : personne ici ne travaille avec cet identifiant.</translation>
    </message>
    <message>
        <source>Amount: it is too large.</source>
        <translation>Montant : il est trop grand.</translation>
    </message>
    <message>
        <source>Open the drawer without a sale: %1</source>
        <translation>Ouvrir le tiroir sans vente : %1</translation>
    </message>
    <message>
        <source>Sign off shift %1 with a difference of %2: %3</source>
        <translation>Valider le service %1 avec un écart de %2 : %3</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes; a letter with a mark takes two or more.</source>
        <translation>Motif : de 1 à %1 octets ; une lettre accentuée en prend deux ou plus.</translation>
    </message>
    <message>
        <source>Explanation: what was counted differs, so it must say why.</source>
        <translation>Explication : le comptage diffère, donc dire pourquoi.</translation>
    </message>
    <message>
        <source>Explanation: %1 bytes at most; a letter with a mark takes two or more.</source>
        <translation>Explication : %1 octets au plus ; une lettre accentuée en prend deux ou plus.</translation>
    </message>
</context>
</TS>
