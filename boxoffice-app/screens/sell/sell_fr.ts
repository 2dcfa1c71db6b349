<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationLegend</name>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>letter, allocation, number of seats</comment>
        <translation>%1 : %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n more: look at a seat to read whose it is.</source>
        <translation>
            <numerusform>%n autre : regarder une place pour lire à qui elle est.</numerusform>
            <numerusform>%n autres : regarder une place pour lire à qui elle est.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CartPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>fee, amount</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between fees</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Rien de réservé</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Réservé pour %1</translation>
    </message>
    <message>
        <source>The hold has run out</source>
        <translation>La réservation a expiré</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Panier</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Places in the cart</source>
        <translation>Places du panier</translation>
    </message>
    <message>
        <source>%1: %2 included</source>
        <comment>tax, amount</comment>
        <translation>%1 : %2 compris</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerForm</name>
    <message>
        <source>They are sent an invoice that is due on a day, and pay later.</source>
        <translation>Reçoit une facture avec une date d’échéance et paie plus tard.</translation>
    </message>
    <message>
        <source>May buy on account. Who may sell on account can change that.</source>
        <translation>Peut acheter sur facture. Seul qui peut vendre sur facture peut le changer.</translation>
    </message>
    <message>
        <source>May not buy on account. Who may sell on account can change that.</source>
        <translation>Ne peut pas acheter sur facture. Seul qui peut vendre sur facture peut le changer.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Quelqu’un de nouveau</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Modifier : %1</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>E-ma&amp;il</source>
        <translation>E-&amp;mail</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>Télép&amp;hone</translation>
    </message>
    <message>
        <source>Or&amp;ganisation</source>
        <translation>Or&amp;ganisation</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>No&amp;te</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Organisation, as an invoice names it</source>
        <translation>Organisation, telle que la facture la nomme</translation>
    </message>
    <message>
        <source>Note of the customer</source>
        <translation>Note sur le client</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Lang&amp;ue</translation>
    </message>
    <message>
        <source>Language in which they are written to</source>
        <translation>Langue des messages</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnue</translation>
    </message>
    <message>
        <source>May &amp;buy on account</source>
        <translation>Achat &amp;sur facture permis</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>&amp;Name, e-mail or telephone</source>
        <translation>&amp;Nom, e-mail ou téléphone</translation>
    </message>
    <message>
        <source>Customers that were found</source>
        <translation>Clients trouvés</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile. What was typed here still stands, the rest is as it is now. Save again to keep both.</source>
        <translation>Ce client a été modifié ailleurs entre-temps. Ce qui a été tapé ici y est toujours, le reste est à jour. Enregistrer à nouveau pour garder les deux.</translation>
    </message>
    <message>
        <source>The customer is saved.</source>
        <translation>Le client est enregistré.</translation>
    </message>
    <message>
        <source>Enter takes the chosen one; where nobody is found, it goes to the form for somebody new. Esc leaves.</source>
        <translation>Entrée prend la personne choisie ; si personne n’est trouvé, elle ouvre le formulaire pour quelqu’un de nouveau. Échap quitte.</translation>
    </message>
    <message>
        <source>There is an order already, and it keeps the name that it has.</source>
        <translation>Il y a déjà une commande, et elle garde le nom qu’elle a.</translation>
    </message>
    <message>
        <source>The customer is saved. There is an order already, and it keeps the name that it has.</source>
        <translation>Le client est enregistré. Il y a déjà une commande, et elle garde le nom qu’elle a.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are changed and not saved yet: save one of them first.</source>
        <translation>
            <numerusform>%n client est modifié et pas encore enregistré : l’enregistrer d’abord.</numerusform>
            <numerusform>%n clients sont modifiés et pas encore enregistrés : en enregistrer un d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>quelqu’un de nouveau</translation>
    </message>
    <message>
        <source>Typed and not saved, and forgotten with the sale: %1</source>
        <translation>Saisi et pas enregistré, oublié avec la vente : %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between customers</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>The server has not answered. Whether the customer is saved is not known: it is being asked again, and they are saved once. Until then no other customer is changed.</source>
        <translation>Le serveur n’a pas répondu. On ne sait pas si le client est enregistré : la demande est répétée, et il n’est enregistré qu’une fois. D’ici là, aucun autre client n’est modifié.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellScreen</name>
    <message>
        <source>Space selects, Enter holds what is selected, Esc goes back.</source>
        <translation>Espace sélectionne, Entrée réserve la sélection, Échap revient.</translation>
    </message>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;Chercher un événement</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Au &amp;plan</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>Le plan &amp;entier</translation>
    </message>
    <message>
        <source>&amp;Hold what is selected</source>
        <translation>&amp;Réserver la sélection</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>&amp;Annuler la dernière sélection</translation>
    </message>
    <message>
        <source>&amp;Best places instead</source>
        <translation>&amp;Meilleures places à la place</translation>
    </message>
    <message>
        <source>Take or ask a&amp;gain</source>
        <translation>&amp;Reprendre ou redemander</translation>
    </message>
    <message>
        <source>To &amp;pay</source>
        <translation>Pa&amp;yer</translation>
    </message>
    <message>
        <source>Give bac&amp;k</source>
        <translation>&amp;Rendre</translation>
    </message>
    <message>
        <source>Next ticket t&amp;ype</source>
        <translation>Tari&amp;f suivant</translation>
    </message>
    <message>
        <source>To the &amp;cart</source>
        <translation>Au pa&amp;nier</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>C&amp;lient</translation>
    </message>
    <message>
        <source>&amp;Note of the order</source>
        <translation>&amp;Note de la commande</translation>
    </message>
    <message>
        <source>Co&amp;de</source>
        <translation>Co&amp;de</translation>
    </message>
    <message>
        <source>&amp;Complimentary</source>
        <translation>In&amp;vitation</translation>
    </message>
    <message>
        <source>Another p&amp;rice</source>
        <translation>Autre pri&amp;x</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Le serveur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>This app has no screen to pay at.</source>
        <translation>Cette application n’a pas d’écran de paiement.</translation>
    </message>
    <message>
        <source>Promotion or access code</source>
        <translation>Code promotionnel ou d’accès</translation>
    </message>
    <message>
        <source>Why complimentary</source>
        <translation>Motif de l’invitation</translation>
    </message>
    <message>
        <source>Price of each ticket</source>
        <translation>Prix de chaque billet</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Motif de ce prix</translation>
    </message>
    <message>
        <source>Price: an amount like 12.50, in %1.</source>
        <translation>Prix : un montant comme 12,50, en %1.</translation>
    </message>
    <message>
        <source>The event is being read.</source>
        <translation>L’événement est en cours de lecture.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Aucun événement choisi</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
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
        <source>The map is not followed any more. Choose the event again.</source>
        <translation>Le plan n’est plus suivi. Choisir à nouveau l’événement.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Personne en particulier</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Choisir un événement</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>&amp;Nom, salle ou ville</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Événements trouvés</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>Les flèches parcourent la liste, Entrée choisit, Échap quitte.</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Plan de salle</translation>
    </message>
    <message>
        <source>&amp;Quick line: number, then letter of band or area</source>
        <translation>Ligne rapide : nom&amp;bre, puis lettre de catégorie ou zone</translation>
    </message>
    <message>
        <source>Quick line</source>
        <translation>Ligne rapide</translation>
    </message>
    <message>
        <source>2 or 4b or 2+1c, Enter</source>
        <translation>2 ou 4b ou 2+1c, Entrée</translation>
    </message>
    <message>
        <source>Price bands and areas</source>
        <translation>Catégories de prix et zones</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>Note de la commande</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>Aucune place regardée.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Il y en a d’autres : saisir plus du nom, de la salle ou de la ville.</translation>
    </message>
    <message>
        <source>The hold runs out in a minute.</source>
        <translation>La réservation expire dans une minute.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again. Enter takes them again if they still are.</source>
        <translation>La réservation a expiré : les places sont libres. Entrée les reprend si elles le sont encore.</translation>
    </message>
    <message>
        <source>&amp;Sell</source>
        <translation>&amp;Vendre</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Places en ta&amp;bleau</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s): %1</source>
        <translation>
            <numerusform>%n place : %1</numerusform>
            <numerusform>%n places : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Up to %2 less in all.</source>
        <comment>what, amount</comment>
        <translation>%1. Jusqu’à %2 de moins en tout.</translation>
    </message>
    <message>
        <source>Prices of this sale, as changed</source>
        <translation>Prix de cette vente, tels que modifiés</translation>
    </message>
    <message>
        <source>Somebody ne&amp;w</source>
        <translation>&amp;Quelqu’un de nouveau</translation>
    </message>
    <message>
        <source>Chan&amp;ge the customer</source>
        <translation>Modifier le clien&amp;t</translation>
    </message>
    <message>
        <source>Sa&amp;ve and take</source>
        <translation>Enregistrer et &amp;prendre</translation>
    </message>
</context>
</TS>
