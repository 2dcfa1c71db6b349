<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::ExchangePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between places</comment>
        <translation> ; </translation>
    </message>
    <message>
        <source>Choose the new places</source>
        <translation>Choisir les nouvelles places</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>À payer : %1</translation>
    </message>
    <message>
        <source>Goes back: %1</source>
        <translation>À rendre : %1</translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>Le plan se charge.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>Le plan est peut-être ancien : il reprend dès que le serveur répond.</translation>
    </message>
    <message>
        <source>The map is not followed any more.</source>
        <translation>Le plan n’est plus suivi.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Réservé pour %1</translation>
    </message>
    <message>
        <source>Nothing is held; the old tickets are as they were.</source>
        <translation>Rien n’est réservé ; les anciens billets restent tels quels.</translation>
    </message>
    <message>
        <source>Given up, %1: %2</source>
        <comment>amount, places</comment>
        <translation>Rendu, %1 : %2</translation>
    </message>
    <message>
        <source>Taken, %1: %2</source>
        <comment>amount, places</comment>
        <translation>Pris, %1 : %2</translation>
    </message>
    <message>
        <source>Exchange, upgrade or move</source>
        <translation>Échanger, surclasser ou déplacer</translation>
    </message>
    <message>
        <source>Seat map of the exchange</source>
        <translation>Plan de l’échange</translation>
    </message>
    <message>
        <source>New &amp;places: the letter of a band, a number and a letter, or on the map; nothing is the best for as many</source>
        <translation>&amp;Nouvelles places : lettre d’une catégorie, nombre et lettre, ou sur le plan ; vide, les meilleures pour autant de personnes</translation>
    </message>
    <message>
        <source>New places</source>
        <translation>Nouvelles places</translation>
    </message>
    <message>
        <source>b or 2b, Enter</source>
        <translation>b ou 2b, Entrée</translation>
    </message>
    <message>
        <source>Space selects, Enter takes what is selected, Esc goes to the line.</source>
        <translation>Espace choisit, Entrée prend la sélection, Échap va à la ligne.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrderPage</name>
    <message>
        <source>Sold %1, %2</source>
        <comment>where, when</comment>
        <translation>Vendu %1, %2</translation>
    </message>
    <message>
        <source>Sold %1 by %2, %3</source>
        <comment>where, who, when</comment>
        <translation>Vendu %1 par %2, %3</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Commande %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>payé %1</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>rendu %1</translation>
    </message>
    <message>
        <source>still to go back %1</source>
        <translation>encore à rendre %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between sums</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The order is being read.</source>
        <translation>La commande est en cours de lecture.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
    <message>
        <source>What is shown may be old, it is being read again: %1</source>
        <translation>L’affichage est peut-être ancien, il est relu : %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Note : %1</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Argent</translation>
    </message>
    <message>
        <source>Tickets of the order</source>
        <translation>Billets de la commande</translation>
    </message>
    <message>
        <source>Payments and refunds of the order</source>
        <translation>Paiements et remboursements de la commande</translation>
    </message>
    <message>
        <source>Tickets; without a choice all are meant</source>
        <translation>Billets ; sans choix, tous</translation>
    </message>
    <message>
        <source>Mails to the buyer</source>
        <translation>Courriels à l’acheteur</translation>
    </message>
    <message>
        <source>Mails to the order&apos;s buyer</source>
        <translation>Courriels à l’acheteur de la commande</translation>
    </message>
    <message>
        <source>No mail went to the buyer</source>
        <translation>Aucun courriel n’est allé à l’acheteur</translation>
    </message>
    <message>
        <source>An older order, whose tickets paid for these, cannot be read: whether cash is to be handed over there is not known.</source>
        <translation>Une commande plus ancienne, dont les billets ont payé ceux-ci, ne peut être lue : on ne sait pas si des espèces y sont à remettre.</translation>
    </message>
    <message>
        <source>%1 is to be handed over in cash, from the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>%1 à remettre en espèces, de la commande plus ancienne %2. « Remis en main » y mène.</translation>
    </message>
    <message>
        <source>%1 is to go back by the house, in the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>%1 à rendre par la maison, dans la commande plus ancienne %2. « Remis en main » y mène.</translation>
    </message>
    <message>
        <source>%1 goes back in the older order %2, and is not back yet.</source>
        <translation>%1 est à rendre dans la commande plus ancienne %2 et n’est pas encore rendu.</translation>
    </message>
    <message>
        <source>%1 went on to older orders, whose tickets paid for these: what of it is still to go back is being looked for.</source>
        <translation>%1 est passé à des commandes plus anciennes, dont les billets ont payé ceux-ci : ce qui en reste à rendre est recherché.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrdersScreen</name>
    <message>
        <source>&amp;Find an order</source>
        <translation>&amp;Chercher une commande</translation>
    </message>
    <message>
        <source>To the &amp;tickets</source>
        <translation>Vers les &amp;billets</translation>
    </message>
    <message>
        <source>&amp;Print tickets</source>
        <translation>Imprimer &amp;les billets</translation>
    </message>
    <message>
        <source>Han&amp;d out</source>
        <translation>&amp;Remettre</translation>
    </message>
    <message>
        <source>Not handed out after a&amp;ll</source>
        <translation>Finalement non re&amp;mis</translation>
    </message>
    <message>
        <source>E&amp;xchange or move</source>
        <translation>É&amp;changer ou déplacer</translation>
    </message>
    <message>
        <source>Another na&amp;me</source>
        <translation>Autre &amp;nom</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>&amp;Refund</source>
        <translation>Rem&amp;bourser</translation>
    </message>
    <message>
        <source>Refund, &amp;keep the fee</source>
        <translation>Rembourser, &amp;garder les frais</translation>
    </message>
    <message>
        <source>Handed o&amp;ver</source>
        <translation>Remis en &amp;main</translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation>Encai&amp;sser</translation>
    </message>
    <message>
        <source>&amp;Invoice as PDF</source>
        <translation>&amp;Facture en PDF</translation>
    </message>
    <message>
        <source>Open the saved invoice, to print it</source>
        <translation>Ouvrir la facture enregistrée, pour l’imprimer</translation>
    </message>
    <message>
        <source>Read or ask a&amp;gain</source>
        <translation>&amp;Relire ou redemander</translation>
    </message>
    <message>
        <source>Ex&amp;change them</source>
        <translation>Éc&amp;hanger</translation>
    </message>
    <message>
        <source>Leave it as it &amp;was</source>
        <translation>Laisser &amp;tel quel</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>Aucune imprimante de billets : rien n’est imprimé.</translation>
    </message>
    <message>
        <source>Printed before. Why again?</source>
        <translation>Déjà imprimé. Pourquoi encore ?</translation>
    </message>
    <message>
        <source>Tickets: none of those chosen admits.</source>
        <translation>Billets : aucun de ceux choisis n’est valable.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1 less the organiser&apos;s fee.</source>
        <translation>
            <numerusform>Reprendre %n billet pour %1 moins les frais.</numerusform>
            <numerusform>Reprendre %n billets pour %1 moins les frais.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1.</source>
        <translation>
            <numerusform>Reprendre %n billet pour %1.</numerusform>
            <numerusform>Reprendre %n billets pour %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are void at once.</source>
        <translation>Ils sont aussitôt annulés.</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>Re&amp;prendre</translation>
    </message>
    <message>
        <source>Nothing waits to be handed over.</source>
        <translation>Rien n’attend d’être remis.</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>%1 a été remis</translation>
    </message>
    <message>
        <source>%1. Receipt&apos;s number, or how</source>
        <translation>%1. Numéro du reçu, ou comment</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>en espèces</translation>
    </message>
    <message numerus="yes">
        <source>New name on %n ticket(s)</source>
        <translation>
            <numerusform>Nouveau nom sur %n billet</numerusform>
            <numerusform>Nouveau nom sur %n billets</numerusform>
        </translation>
    </message>
    <message>
        <source>Their e-mail; may be empty</source>
        <translation>Son e-mail ; peut être vide</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>Note de la commande</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, for the difference is to be paid.</source>
        <translation>Une vente est en cours à cette caisse : la terminer ou la rendre, car la différence est à payer.</translation>
    </message>
    <message>
        <source>Exchange, %1 goes back</source>
        <translation>Échange, %1 à rendre</translation>
    </message>
    <message>
        <source>The event is being read: take the payment in a moment.</source>
        <translation>L’événement est en cours de lecture : encaisser dans un instant.</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, then take the payment of this order.</source>
        <translation>Une vente est en cours à cette caisse : la terminer ou la rendre, puis encaisser cette commande.</translation>
    </message>
    <message>
        <source>There are more: type more of what is known.</source>
        <translation>Il y en a d’autres : taper davantage.</translation>
    </message>
    <message>
        <source>Scanned: this house has no order with this code.</source>
        <translation>Scanné : cette maison n’a pas de commande avec ce code.</translation>
    </message>
    <message>
        <source>Scanned, and not opened: finish first what is being done with this order, or leave it by Esc.</source>
        <translation>Scanné, et non ouvert : terminer d’abord ce qui est en cours avec cette commande, ou quitter par Échap.</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>N&amp;umber, name, e-mail, telephone, seat, card&apos;s last four digits; or scan a ticket</source>
        <translation>Numéro, nom, e-mail, téléphone, place, &amp;quatre derniers chiffres de la carte ; ou scanner un billet</translation>
    </message>
    <message>
        <source>Orders that were found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter opens, Esc goes to the tickets.</source>
        <translation>Les flèches parcourent la liste, Entrée ouvre, Échap va aux billets.</translation>
    </message>
    <message>
        <source>No order is open. Search for one, or scan a ticket.</source>
        <translation>Aucune commande ouverte. En chercher une, ou scanner un billet.</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>C&amp;ommandes</translation>
    </message>
    <message>
        <source>Not known whether it was done. It is being asked again: hand nothing out until the answer is here.</source>
        <translation>On ne sait pas si c’est fait. On redemande : ne rien remettre avant la réponse.</translation>
    </message>
    <message>
        <source>Leave what is not known for later</source>
        <translation>Remettre à plus tard ce qui n’est pas connu</translation>
    </message>
    <message>
        <source>Mail the confirmation and the tickets to</source>
        <translation>Envoyer la confirmation et les billets à</translation>
    </message>
    <message>
        <source>Find out what became of order %1.</source>
        <translation>Savoir ce qu’il est advenu de la commande %1.</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n ticket(s), %1 at most goes back.</source>
        <translation>
            <numerusform>Échanger %n billet, %1 au plus est rendu.</numerusform>
            <numerusform>Échanger %n billets, %1 au plus est rendu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it was done. Somebody whose role may do it signs in here to find out; %1 leaves it for later. Hand nothing out until then.</source>
        <translation>On ne sait pas si c’est fait. Quelqu’un dont le rôle le permet se connecte ici pour le savoir ; %1 remet à plus tard. Ne rien remettre d’ici là.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval. %1 asks for it, %2 leaves it.</source>
        <translation>Ce n’est pas fait : il faut une autre approbation. %1 la demande, %2 y renonce.</translation>
    </message>
    <message>
        <source>Not known whether it was done. An approval finds out: %1 asks for it, %2 leaves it for later. Hand nothing out until then.</source>
        <translation>On ne sait pas si c’est fait. Une approbation le dira : %1 la demande, %2 remet à plus tard. Ne rien remettre d’ici là.</translation>
    </message>
    <message>
        <source>Not known whether it was done: %1</source>
        <translation>On ne sait pas si c’est fait : %1</translation>
    </message>
    <message>
        <source>&amp;Leave it for later</source>
        <translation>Remettre à &amp;plus tard</translation>
    </message>
    <message>
        <source>Not done yet: %1</source>
        <translation>Pas encore fait : %1</translation>
    </message>
    <message>
        <source>&amp;Get the approval</source>
        <translation>Ob&amp;tenir l’approbation</translation>
    </message>
    <message>
        <source>Mail it agai&amp;n</source>
        <translation>Renvoyer par co&amp;urriel</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>Le tiroir n&apos;a pas été ouvert : aucune imprimante de reçus n&apos;est configurée.</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Places en ta&amp;bleau</translation>
    </message>
    <message>
        <source>What became of the last question of the sell screen is not known yet: ask again there first.</source>
        <translation>On ne sait pas encore ce qu’est devenue la dernière demande de l’écran de vente : la reposer là-bas d’abord.</translation>
    </message>
    <message>
        <source>Orders of which event?</source>
        <translation>Commandes de quel événement ?</translation>
    </message>
    <message>
        <source>Name, venue or town of the event</source>
        <translation>Nom, salle ou ville de l’événement</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Événements trouvés</translation>
    </message>
    <message>
        <source>Also those that are over. Enter searches in one of them, Esc in all.</source>
        <translation>Aussi ceux qui sont passés. Entrée cherche dans l’un d’eux, Échap dans tous.</translation>
    </message>
    <message>
        <source>Of one event, older ones too</source>
        <translation>Un événement, même ancien</translation>
    </message>
    <message>
        <source>Of all events again</source>
        <translation>De nouveau dans tous</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Il y en a d’autres : saisir plus du nom, de la salle ou de la ville.</translation>
    </message>
    <message>
        <source>Nothing is found in this event.</source>
        <translation>Rien trouvé dans cet événement.</translation>
    </message>
    <message>
        <source>Only of: %1</source>
        <translation>Seulement de : %1</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was.</source>
        <translation>Échangé. Remettre %1 en espèces, puis le confirmer.</translation>
    </message>
    <message>
        <source>The older order in which this was paid. Once it is said that %1 was handed over, the newer one is shown again.</source>
        <translation>La commande plus ancienne où cela fut payé. Une fois confirmé que %1 est remis, la plus récente revient.</translation>
    </message>
    <message>
        <source>Also events of long ago</source>
        <translation>Même passés depuis longtemps</translation>
    </message>
    <message>
        <source>Nothing is found: this house has no order with this number or code.</source>
        <translation>Rien trouvé : cette maison n’a pas de commande avec ce numéro ou ce code.</translation>
    </message>
    <message>
        <source>Nothing is found, of long ago neither. Seats are found in their event: %1 chooses it.</source>
        <translation>Rien trouvé, même passé depuis longtemps. Les places se trouvent dans leur événement : %1 le choisit.</translation>
    </message>
    <message>
        <source>Nothing is found. Events that ended over 30 days ago were not looked at: %1 looks at them, too. Seats are found in their event: %2 chooses it.</source>
        <translation>Rien trouvé. Les événements finis depuis plus de 30 jours n’ont pas été parcourus : %1 les parcourt aussi. Les places se trouvent dans leur événement : %2 le choisit.</translation>
    </message>
    <message>
        <source>Of all events, however long ago</source>
        <translation>Dans tous les événements, même passés depuis longtemps</translation>
    </message>
    <message>
        <source>Older orders are being read: what waits there is said in a moment.</source>
        <translation>Les commandes plus anciennes sont en lecture : ce qui y attend sera dit dans un instant.</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>Échangé. Remettre %1 en espèces, puis le confirmer. Davantage peut attendre dans une commande plus ancienne, qui ne peut être lue.</translation>
    </message>
    <message>
        <source>Exchanged. How much goes back in cash is not known: an older order, whose tickets paid for the old ones, cannot be read. Order %1 says it once it can be.</source>
        <translation>Échangé. On ne sait pas combien est à rendre en espèces : une commande plus ancienne, dont les billets ont payé les anciens, ne peut être lue. La commande %1 le dira dès que possible.</translation>
    </message>
</context>
</TS>
