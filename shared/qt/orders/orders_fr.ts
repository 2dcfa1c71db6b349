<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>OrderWords</name>
    <message>
        <source>being paid</source>
        <translation>en cours de paiement</translation>
    </message>
    <message>
        <source>payment ran out, being settled</source>
        <translation>paiement échu, en règlement</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>en cours d’annulation</translation>
    </message>
    <message>
        <source>sold, being booked</source>
        <translation>vendu, en cours d’enregistrement</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>payé</translation>
    </message>
    <message>
        <source>not paid: the card was refused</source>
        <translation>impayé : carte refusée</translation>
    </message>
    <message>
        <source>money is going back</source>
        <translation>remboursement en cours</translation>
    </message>
    <message>
        <source>not sold, places are free</source>
        <translation>non vendu, places libres</translation>
    </message>
    <message>
        <source>the house looks into it</source>
        <translation>la maison s’en occupe</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>does not admit yet</source>
        <translation>pas encore valable</translation>
    </message>
    <message>
        <source>admits, is being exchanged</source>
        <translation>valable, en cours d’échange</translation>
    </message>
    <message>
        <source>admits</source>
        <translation>valable</translation>
    </message>
    <message>
        <source>admits, is offered by a link</source>
        <translation>valable, proposé par un lien</translation>
    </message>
    <message>
        <source>void</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>being asked for</source>
        <translation>en cours de demande</translation>
    </message>
    <message>
        <source>to be handed over</source>
        <translation>à remettre</translation>
    </message>
    <message>
        <source>not known yet: the bank is asked</source>
        <translation>pas encore connu : la banque est interrogée</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>is back</source>
        <translation>rendu</translation>
    </message>
    <message>
        <source>bought nothing</source>
        <translation>n’a rien acheté</translation>
    </message>
    <message>
        <source>returned by the buyer</source>
        <translation>rendu par l’acheteur</translation>
    </message>
    <message>
        <source>taken back by the house</source>
        <translation>repris par la maison</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>événement annulé</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>événement reporté</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>échangé</translation>
    </message>
    <message>
        <source>paid too late</source>
        <translation>payé trop tard</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>sur le web</translation>
    </message>
    <message>
        <source>at a kiosk</source>
        <translation>à une borne</translation>
    </message>
    <message>
        <source>at the box office</source>
        <translation>au guichet</translation>
    </message>
    <message>
        <source>The event is cancelled: all that was paid goes back by itself.</source>
        <translation>L’événement est annulé : tout ce qui a été payé est rendu automatiquement.</translation>
    </message>
    <message>
        <source>The event was moved from %1.</source>
        <translation>L’événement a été déplacé du %1.</translation>
    </message>
    <message>
        <source>Tickets: this order has none like that. It is shown anew.</source>
        <translation>Billets : cette commande n’en a pas de tel. Elle est réaffichée.</translation>
    </message>
    <message>
        <source>Tickets: one of them is void already, or does not admit yet. Nothing was done; the order is shown anew.</source>
        <translation>Billets : l’un d’eux est déjà annulé ou pas encore valable. Rien n’a été fait ; la commande est réaffichée.</translation>
    </message>
    <message>
        <source>Tickets: one of them is being exchanged. Have the new order paid, or given up, first.</source>
        <translation>Billets : l’un d’eux est en cours d’échange. D’abord faire payer ou abandonner la nouvelle commande.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed on to somebody else.</source>
        <translation>Billets : l’un d’eux a été cédé à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>Type de billet : non vendu dans cette catégorie.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow this exchange: for cheaper places, or no longer. Refund the tickets and sell others instead.</source>
        <translation>Les règles de l’événement ne permettent pas cet échange : contre des places moins chères, ou plus maintenant. Rembourser les billets et en vendre d’autres.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow that any more.</source>
        <translation>Les règles de l’événement ne le permettent plus.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow another name any more.</source>
        <translation>Les règles de l’événement ne permettent plus un autre nom.</translation>
    </message>
    <message>
        <source>The tickets were given another name meanwhile. The order is shown anew.</source>
        <translation>Les billets ont entre-temps un autre nom. La commande est réaffichée.</translation>
    </message>
    <message>
        <source>This order is not there any more.</source>
        <translation>Cette commande n’existe plus.</translation>
    </message>
    <message>
        <source>The order is not paid: that can be done with paid orders alone.</source>
        <translation>La commande n’est pas payée : cela ne vaut que pour les commandes payées.</translation>
    </message>
    <message>
        <source>The refund waits for nobody any more: it is done.</source>
        <translation>Le remboursement n’attend plus personne : il est fait.</translation>
    </message>
    <message>
        <source>The event was cancelled: its tickets go back by themselves, and nothing else is done with them.</source>
        <translation>L’événement a été annulé : ses billets sont repris automatiquement, et rien d’autre n’en est fait.</translation>
    </message>
    <message>
        <source>This house makes no invoices: it has not said who sells.</source>
        <translation>Cette maison ne fait pas de factures : le vendeur n’est pas indiqué.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one on the pay screen, for cash goes out of it.</source>
        <translation>Aucun service n’est ouvert à cette caisse : en ouvrir un à l’écran de paiement, car des espèces en sortent.</translation>
    </message>
    <message>
        <source>The difference cannot be paid by this house&apos;s card provider.</source>
        <translation>La différence ne peut pas être payée chez le prestataire de cartes de cette maison.</translation>
    </message>
    <message>
        <source>The hold of the new places has run out: nothing was exchanged.</source>
        <translation>La réservation des nouvelles places a expiré : rien n’a été échangé.</translation>
    </message>
    <message>
        <source>An order was made of the new places already.</source>
        <translation>Une commande a déjà été faite des nouvelles places.</translation>
    </message>
    <message>
        <source>This event is not there any more.</source>
        <translation>Cet événement n’existe plus.</translation>
    </message>
    <message>
        <source>This house sends no mail.</source>
        <translation>Cette maison n’envoie pas de courriels.</translation>
    </message>
    <message>
        <source>E-mail: mail cannot go to this address.</source>
        <translation>E-mail : aucun courriel ne peut aller à cette adresse.</translation>
    </message>
    <message>
        <source>This order has had all the mails that it may have.</source>
        <translation>Cette commande a déjà reçu tous les courriels permis.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed out already, at another window or before. Nothing was done; the order is shown anew.</source>
        <translation>Billets : l’un d’eux a déjà été remis, à un autre guichet ou auparavant. Rien n’a été fait ; la commande est réaffichée.</translation>
    </message>
    <message>
        <source>%1, %2 still to go back</source>
        <comment>state of an order, amount</comment>
        <translation>%1, encore à rendre : %2</translation>
    </message>
</context>
<context>
    <name>tessera::orders::Exchange</name>
    <message>
        <source>The hold has run out: the new places are free again, the old ones are as they were.</source>
        <translation>La réservation a expiré : les nouvelles places sont libres, les anciennes restent telles quelles.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>Billets : aucun de cette commande n’est valable.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Le serveur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Choose the new places first.</source>
        <translation>Choisir d’abord les nouvelles places.</translation>
    </message>
    <message>
        <source>The server has not answered yet: the exchange stays open until it has.</source>
        <translation>Le serveur n’a pas encore répondu : l’échange reste ouvert jusque-là.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::InvoiceSaver</name>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>La facture ne peut pas être écrite dans %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MailModel</name>
    <message>
        <source>Mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>État</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>confirmation</translation>
    </message>
    <message>
        <source>confirmation again</source>
        <translation>confirmation, à nouveau</translation>
    </message>
    <message>
        <source>another mail</source>
        <translation>autre courriel</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>en route</translation>
    </message>
    <message>
        <source>on its way: the mail server did not take it yet</source>
        <translation>en route : le serveur de messagerie ne l’a pas encore pris</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>non envoyé : %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>the mail server refuses it or its address</source>
        <translation>le serveur de messagerie le refuse, ou son adresse</translation>
    </message>
    <message>
        <source>there is no address that mail can go to</source>
        <translation>aucune adresse où envoyer un courriel</translation>
    </message>
    <message>
        <source>no mail server took it for days</source>
        <translation>aucun serveur ne l’a pris pendant des jours</translation>
    </message>
    <message>
        <source>no ticket of the order admits any more</source>
        <translation>plus aucun billet de la commande n’est valable</translation>
    </message>
    <message>
        <source>why is not known</source>
        <translation>on ne sait pas pourquoi</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>remboursement</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>événement annulé</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>événement reporté</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MoneyModel</name>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
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
        <source>%1, card …%2</source>
        <translation>%1, carte …%2</translation>
    </message>
    <message>
        <source>paid by the buyer</source>
        <translation>payé par l’acheteur</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>Rendu : %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>What with</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>goes back in the older order</source>
        <translation>rendu dans la commande plus ancienne</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderDeeds</name>
    <message>
        <source>What became of the last question is not known yet: nothing else is done before.</source>
        <translation>Le sort de la dernière demande n’est pas encore connu : rien d’autre n’est fait avant.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Le serveur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>Aucune commande ouverte.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>Billets : aucun de cette commande n’est valable.</translation>
    </message>
    <message numerus="yes">
        <source>Tickets: %n at a time at most.</source>
        <translation>
            <numerusform>Billets : %n au plus à la fois.</numerusform>
            <numerusform>Billets : %n au plus à la fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1 bytes at most.</source>
        <translation>Note : %1 octets au plus.</translation>
    </message>
    <message>
        <source>Reason to print again: 1 to %1 bytes.</source>
        <translation>Raison de réimprimer : 1 à %1 octets.</translation>
    </message>
    <message>
        <source>How it was given back: 1 to %1 bytes.</source>
        <translation>Comment il a été rendu : 1 à %1 octets.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Cette caisse ne peut pas écrire sur son disque : rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is being asked again, and nothing is done twice.</source>
        <translation>Le serveur n’a pas répondu. On ne sait pas si c’est fait : on redemande, et rien n’est fait deux fois.</translation>
    </message>
    <message>
        <source>The mark is taken back: not handed out.</source>
        <translation>La marque est retirée : non remis.</translation>
    </message>
    <message numerus="yes">
        <source>Handed out: %n ticket(s).</source>
        <translation>
            <numerusform>Remis : %n billet.</numerusform>
            <numerusform>Remis : %n billets.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is written.</source>
        <translation>La note est écrite.</translation>
    </message>
    <message>
        <source>The new places are kept: the difference is to be paid.</source>
        <translation>Les nouvelles places sont gardées : la différence est à payer.</translation>
    </message>
    <message>
        <source>Exchanged: the new tickets admit as soon as it is booked.</source>
        <translation>Échangé : les nouveaux billets sont valables dès l’enregistrement.</translation>
    </message>
    <message>
        <source>It is given back, and booked.</source>
        <translation>Rendu, et enregistré.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void, the money is on its way.</source>
        <translation>Repris : les billets sont annulés, l’argent est en route.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was.</source>
        <translation>Repris : les billets sont annulés. Remettre %1 en espèces, puis le confirmer.</translation>
    </message>
    <message>
        <source>The tickets are %1&apos;s now. Print them: what was printed before is refused at the door.</source>
        <translation>Les billets sont maintenant à %1. Les imprimer : ce qui l’était avant est refusé à l’entrée.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were handed on to somebody else: only their holder can print them.</source>
        <translation>
            <numerusform>%n billet a été cédé : seul son détenteur peut l’imprimer.</numerusform>
            <numerusform>%n billets ont été cédés : seul leur détenteur peut les imprimer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) go to the printer.</source>
        <translation>
            <numerusform>%n billet part à l’imprimante.</numerusform>
            <numerusform>%n billets partent à l’imprimante.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something of this order was left for later, and it is not known whether it was done: that comes first.</source>
        <translation>Quelque chose de cette commande a été remis à plus tard, et on ne sait pas si c’est fait : cela d’abord.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @.</source>
        <translation>E-mail : de 3 à %1 octets avec un @.</translation>
    </message>
    <message>
        <source>Of what was begun earlier nothing was done: %1</source>
        <translation>De ce qui avait été commencé plus tôt, rien n’a été fait : %1</translation>
    </message>
    <message>
        <source>The confirmation is on its way: the list of mails says what becomes of it.</source>
        <translation>La confirmation est en route : la liste des courriels dit ce qu’elle devient.</translation>
    </message>
    <message>
        <source>Not printed: %1 Print again once that is mended.</source>
        <translation>Non imprimé : %1 Imprimer à nouveau une fois cela réglé.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody whose role may do it signs in here.</source>
        <translation>On ne sait pas si c’est fait. Pour le savoir, quelqu’un dont le rôle le permet se connecte ici.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval.</source>
        <translation>Ce n’est pas fait : il faut une autre approbation.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody must approve it: it is done once, however often it is asked.</source>
        <translation>On ne sait pas si c’est fait. Pour le savoir, quelqu’un doit l’approuver : cela se fait une seule fois, même demandé plusieurs fois.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Something else was left for later already: this must be found out first.</source>
        <translation>Autre chose a déjà été remis à plus tard : il faut d’abord savoir ce qu’il en est ici.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: it cannot be left.</source>
        <translation>Cette caisse ne peut pas écrire sur son disque : impossible de remettre à plus tard.</translation>
    </message>
    <message>
        <source>Left for later: whether it was done is not known. It is asked again when somebody signs in here.</source>
        <translation>Remis à plus tard : on ne sait pas si c’est fait. La question est reposée dès que quelqu’un se connecte ici.</translation>
    </message>
    <message>
        <source>There is no printer here.</source>
        <translation>Il n’y a pas d’imprimante ici.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. How much of it goes back in cash is not known: an older order, whose tickets paid for these, cannot be read.</source>
        <translation>Repris : les billets sont annulés. On ne sait pas combien est à rendre en espèces : une commande plus ancienne, dont les billets ont payé ceux-ci, ne peut être lue.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>Repris : les billets sont annulés. Remettre %1 en espèces, puis le confirmer. Davantage peut attendre dans une commande plus ancienne, qui ne peut être lue.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderSearch</name>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
</context>
<context>
    <name>tessera::orders::TicketModel</name>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Type de billet</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name on it</source>
        <translation>Nom inscrit</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Imprimé</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>never</source>
        <comment>printed</comment>
        <translation>jamais</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>handed out</comment>
        <translation>pas encore</translation>
    </message>
</context>
</TS>
