<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ReceiptWords</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>%1 is in it</source>
        <translation>dont %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Commande %1</translation>
    </message>
</context>
<context>
    <name>tessera::payment::BilledSearch</name>
    <message>
        <source>Who is billed: the beginning of a customer&apos;s name.</source>
        <translation>Facturer à : le début du nom d’un client.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no customer of that name.</source>
        <translation>Facturer à : la maison n’a aucun client de ce nom.</translation>
    </message>
    <message numerus="yes">
        <source>Who is billed: %n customers are found (%1). Type more of the name.</source>
        <translation>
            <numerusform>Facturer à : %n client trouvé (%1). Saisir une plus grande partie du nom.</numerusform>
            <numerusform>Facturer à : %n clients trouvés (%1). Saisir une plus grande partie du nom.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is billed: %1 may not buy on account. Who may sell on account can allow it at the sale, by changing the customer.</source>
        <translation>Facturer à : %1 ne peut pas acheter sur facture. Qui peut vendre sur facture peut le permettre à la vente, en modifiant le client.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::Papers</name>
    <message numerus="yes">
        <source>%n order(s) wait for the ticket printer: this one is to be printed later from its order.</source>
        <translation>
            <numerusform>%n commande attend l&apos;imprimante : imprimer celle-ci plus tard depuis la commande.</numerusform>
            <numerusform>%n commandes attendent l&apos;imprimante : imprimer celle-ci plus tard depuis la commande.</numerusform>
        </translation>
    </message>
    <message>
        <source>This till cannot write to its disk: print these tickets before it is switched off.</source>
        <translation>Cette caisse ne peut pas écrire sur son disque : imprimer avant de l&apos;éteindre.</translation>
    </message>
    <message>
        <source>No ticket printer is set up: the tickets wait.</source>
        <translation>Aucune imprimante de billets : les billets attendent.</translation>
    </message>
    <message>
        <source>The ticket&apos;s layout is not used: %1</source>
        <translation>Le modèle de billet n&apos;est pas utilisé : %1</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 letters.</source>
        <translation>Motif : 1 à %1 caractères.</translation>
    </message>
    <message>
        <source>Not printed again: %1</source>
        <translation>Pas réimprimé : %1</translation>
    </message>
    <message>
        <source>This is not printed again now.</source>
        <translation>Ceci n&apos;est pas réimprimé maintenant.</translation>
    </message>
    <message>
        <source>The receipt cannot be printed: %1</source>
        <translation>Le reçu ne peut pas être imprimé : %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Reçu %1</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>Aucune imprimante de billets : rien n’est imprimé.</translation>
    </message>
    <message>
        <source>The file of the print queue cannot be written: %1.</source>
        <translation>Impossible d’écrire le fichier de la file d’impression : %1.</translation>
    </message>
    <message>
        <source>The ticket printer is not one of this till&apos;s any more.</source>
        <translation>L’imprimante à billets n’est plus celle de cette caisse.</translation>
    </message>
    <message>
        <source>The print queue takes no more: see to the printer first.</source>
        <translation>La file d’impression n’accepte plus rien : voir d’abord l’imprimante.</translation>
    </message>
    <message>
        <source>The printer&apos;s queue has stopped: try the printer, to begin anew.</source>
        <translation>La file de l’imprimante est arrêtée : essayer l’imprimante pour la relancer.</translation>
    </message>
    <message>
        <source>The printer for tickets prints receipts alone: set up another one.</source>
        <translation>L’imprimante pour les billets n’imprime que des reçus : en configurer une autre.</translation>
    </message>
    <message>
        <source>A document cannot be made with its layout: look at it on the paper screen.</source>
        <translation>Un document ne peut pas être fait avec son modèle : le voir à l’écran des modèles.</translation>
    </message>
    <message>
        <source>A document is larger than what can be printed.</source>
        <translation>Un document est plus grand que ce qui peut être imprimé.</translation>
    </message>
    <message>
        <source>the till</source>
        <translation>la caisse</translation>
    </message>
    <message>
        <source>Order %1: its tickets are void, none is printed.</source>
        <translation>Commande %1 : ses billets sont annulés, aucun n’est imprimé.</translation>
    </message>
    <message>
        <source>No receipt is printed. %1</source>
        <translation>Aucun reçu n’est imprimé. %1</translation>
    </message>
    <message>
        <source>Order %1 is not printed: %2</source>
        <translation>La commande %1 n’est pas imprimée : %2</translation>
    </message>
    <message>
        <source>Order %1 is left: print its tickets from the order.</source>
        <translation>La commande %1 est laissée : imprimer ses billets depuis la commande.</translation>
    </message>
    <message>
        <source>Which tickets wait to be printed cannot be read any more. Look at the last orders, and print from there what is missing.</source>
        <translation>Les billets qui attendent d’être imprimés ne sont plus lisibles. Regarder les dernières commandes et imprimer de là ce qui manque.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the reprint is noted is not known: it is being asked again, and printed once it is.</source>
        <translation>Le serveur n&apos;a pas répondu. On ne sait pas si la réimpression est notée : il est interrogé de nouveau, et elle est imprimée une fois notée.</translation>
    </message>
    <message>
        <source>The reprint is taken back: nothing is printed. It may be noted all the same.</source>
        <translation>La réimpression est annulée : rien n&apos;est imprimé. Elle peut être notée quand même.</translation>
    </message>
    <message numerus="yes">
        <source>%n reprint(s): whether they are noted is being asked again</source>
        <translation>
            <numerusform>%n réimpression : on redemande si elle est notée</numerusform>
            <numerusform>%n réimpressions : on redemande si elles sont notées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::Payer</name>
    <message>
        <source>The server has not answered yet: nothing else is done before.</source>
        <translation>Le serveur n&apos;a pas encore répondu : rien d&apos;autre avant.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>Il n&apos;y a rien à payer.</translation>
    </message>
    <message>
        <source>Cash: an amount of more than nothing, in %1.</source>
        <translation>Espèces : un montant supérieur à zéro, en %1.</translation>
    </message>
    <message>
        <source>No card terminal is set up at this till.</source>
        <translation>Aucun terminal de carte à cette caisse.</translation>
    </message>
    <message>
        <source>Gift card: scan it, or type its code.</source>
        <translation>Carte cadeau : la scanner ou saisir son code.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Cette caisse ne peut pas écrire sur son disque : rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was paid is not known: it is being asked again, and nothing is paid twice.</source>
        <translation>Le serveur n&apos;a pas répondu. On ne sait pas si c&apos;est payé : la question est reposée, rien n&apos;est payé deux fois.</translation>
    </message>
    <message>
        <source>The hold has run out: nothing was sold, nothing was paid.</source>
        <translation>La réservation a expiré : rien n&apos;a été vendu ni payé.</translation>
    </message>
    <message>
        <source>Gift card: there is none with this code. Compare it letter by letter.</source>
        <translation>Carte cadeau : aucune avec ce code. Le comparer lettre par lettre.</translation>
    </message>
    <message>
        <source>This way to pay is not set up at this house.</source>
        <translation>Ce moyen de paiement n&apos;existe pas dans cette maison.</translation>
    </message>
    <message>
        <source>This role may not take that way to pay.</source>
        <translation>Ce rôle ne peut pas accepter ce moyen de paiement.</translation>
    </message>
    <message>
        <source>That is more than can be paid so.</source>
        <translation>C&apos;est plus que ce qui peut être payé ainsi.</translation>
    </message>
    <message>
        <source>Amount: %1 at most.</source>
        <translation>Montant : %1 au plus.</translation>
    </message>
    <message>
        <source>This order takes no payment any more: look at how it stands.</source>
        <translation>Cette commande n&apos;accepte plus de paiement : voir son état.</translation>
    </message>
    <message>
        <source>The event was cancelled: nothing of it is sold.</source>
        <translation>L&apos;événement est annulé : rien n&apos;en est vendu.</translation>
    </message>
    <message>
        <source>That was not paid, and nothing was taken: choose how to go on.</source>
        <translation>Ce n&apos;est pas payé et rien n&apos;a été prélevé : choisir la suite.</translation>
    </message>
    <message>
        <source>Not sold: the house looks into the money of this order.</source>
        <translation>Pas vendu : la maison vérifie l&apos;argent de cette commande.</translation>
    </message>
    <message>
        <source>Not sold: the places are free again.</source>
        <translation>Pas vendu : les places sont de nouveau libres.</translation>
    </message>
    <message>
        <source>A payment that this till had begun before cannot be read any more. Look at its last orders before any money is taken again.</source>
        <translation>Un paiement commencé plus tôt à cette caisse n’est plus lisible. Voir ses dernières commandes avant de reprendre de l’argent.</translation>
    </message>
    <message>
        <source>The card is being cancelled: nothing else is taken before.</source>
        <translation>La carte est en cours d’annulation : rien d’autre n’est pris avant.</translation>
    </message>
    <message>
        <source>Cash given: %1 at most for this; a scanned code is no amount.</source>
        <translation>Espèces reçues : %1 au plus pour cela ; un code scanné n’est pas un montant.</translation>
    </message>
    <message>
        <source>Who is billed: a customer of the house.</source>
        <translation>Facturer à : un client de la maison.</translation>
    </message>
    <message>
        <source>So often no order is tried to be paid: give it up (%1) and sell it anew.</source>
        <translation>Le paiement d’une commande ne s’essaie pas si souvent : l’abandonner (%1) et vendre à nouveau.</translation>
    </message>
    <message>
        <source>Who is billed: this customer may not buy on account.</source>
        <translation>Facturer à : ce client ne peut pas acheter sur facture.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no such customer any more.</source>
        <translation>Facturer à : la maison n’a plus ce client.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintRoom</name>
    <message numerus="yes">
        <source>Printers: %n at most.</source>
        <translation>
            <numerusform>Imprimantes : %n au plus.</numerusform>
            <numerusform>Imprimantes : %n au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the printer: 1 to %1 letters.</source>
        <translation>Nom de l&apos;imprimante : 1 à %1 caractères.</translation>
    </message>
    <message>
        <source>%1: a port from 1 to %2.</source>
        <translation>%1 : un port de 1 à %2.</translation>
    </message>
    <message>
        <source>Two printers have the name %1.</source>
        <translation>Deux imprimantes ont le nom %1.</translation>
    </message>
    <message>
        <source>The print queue cannot be opened: %1</source>
        <translation>La file d&apos;impression ne s&apos;ouvre pas : %1</translation>
    </message>
    <message>
        <source>%1: an address, a device or a printer of the system.</source>
        <translation>%1 : une adresse, un appareil ou une imprimante du système.</translation>
    </message>
    <message>
        <source>the printers&apos; set-up</source>
        <translation>la configuration des imprimantes</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintWatch</name>
    <message>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <source>paper runs low</source>
        <translation>papier bientôt épuisé</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>occupée</translation>
    </message>
    <message>
        <source>out of paper</source>
        <translation>plus de papier</translation>
    </message>
    <message>
        <source>paper or cutter is jammed</source>
        <translation>bourrage de papier ou de coupe</translation>
    </message>
    <message>
        <source>cover is open</source>
        <translation>capot ouvert</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>signale une panne</translation>
    </message>
    <message>
        <source>does not answer: is it on?</source>
        <translation>ne répond pas : est-elle allumée ?</translation>
    </message>
    <message>
        <source>has stopped</source>
        <translation>est arrêtée</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait</source>
        <translation>
            <numerusform>%n document attend</numerusform>
            <numerusform>%n documents attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Printer %1: %2</source>
        <comment>its name, its state</comment>
        <translation>Imprimante %1 : %2</translation>
    </message>
    <message>
        <source>Ticket printer: %1</source>
        <translation>Imprimante de billets : %1</translation>
    </message>
    <message>
        <source>Receipt printer: %1</source>
        <translation>Imprimante de reçus : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s): look at the paper</source>
        <translation>
            <numerusform>%n document : regarder le papier</numerusform>
            <numerusform>%n documents : regarder le papier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed</source>
        <translation>
            <numerusform>%n commande attend l&apos;impression</numerusform>
            <numerusform>%n commandes attendent l&apos;impression</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::TemplateStore</name>
    <message>
        <source>This event has no name for a file.</source>
        <translation>Cet événement n’a pas de nom de fichier.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk.</source>
        <translation>Cette caisse ne peut pas écrire sur son disque.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::TenderModel</name>
    <message>
        <source>Paid with</source>
        <translation>Payé avec</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Espèces</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Carte cadeau</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Tickets given up</source>
        <translation>Billets rendus</translation>
    </message>
    <message>
        <source>Card at the terminal</source>
        <translation>Carte au terminal</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>the terminal is being asked</source>
        <translation>le terminal est sollicité</translation>
    </message>
    <message>
        <source>being opened</source>
        <translation>en cours d&apos;ouverture</translation>
    </message>
    <message>
        <source>waiting for the card</source>
        <translation>attend la carte</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>réservé</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>payé</translation>
    </message>
    <message>
        <source>cancelled, nothing taken</source>
        <translation>annulé, rien prélevé</translation>
    </message>
    <message>
        <source>refused, nothing taken</source>
        <translation>refusé, rien prélevé</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>remboursé</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1, card …%2</source>
        <translation>%1, carte …%2</translation>
    </message>
    <message>
        <source>not enough money on it</source>
        <translation>provision insuffisante</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>elle a expiré</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>code PIN faux</translation>
    </message>
    <message>
        <source>too many wrong PINs</source>
        <translation>trop de codes PIN faux</translation>
    </message>
    <message>
        <source>it does not pay here</source>
        <translation>elle ne paie pas ici</translation>
    </message>
    <message>
        <source>its limit is reached</source>
        <translation>son plafond est atteint</translation>
    </message>
    <message>
        <source>its bank does not answer</source>
        <translation>sa banque ne répond pas</translation>
    </message>
    <message>
        <source>its bank has declined it</source>
        <translation>refusée par sa banque</translation>
    </message>
    <message>
        <source>card declined: %1</source>
        <translation>carte refusée : %1</translation>
    </message>
    <message>
        <source>the terminal is offline</source>
        <translation>le terminal est hors ligne</translation>
    </message>
    <message>
        <source>the terminal is busy with another payment</source>
        <translation>le terminal est occupé par un autre paiement</translation>
    </message>
    <message>
        <source>the card provider does not know this terminal</source>
        <translation>le prestataire de cartes ne connaît pas ce terminal</translation>
    </message>
    <message>
        <source>no card was shown in time</source>
        <translation>aucune carte n’a été présentée à temps</translation>
    </message>
    <message>
        <source>the terminal does not ask for it</source>
        <translation>le terminal n’en demande pas</translation>
    </message>
    <message>
        <source>no card asked for: %1</source>
        <translation>aucune carte demandée : %1</translation>
    </message>
</context>
</TS>
