<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Sale</name>
    <message>
        <source>Quick line: type a number and a letter, for example 2, 4b or 2+1c.</source>
        <translation>Ligne rapide : saisir un nombre et une lettre, par exemple 2, 4b ou 2+1c.</translation>
    </message>
    <message>
        <source>Quick line: the number must be 1 or more.</source>
        <translation>Ligne rapide : le nombre doit être au moins 1.</translation>
    </message>
    <message numerus="yes">
        <source>Quick line: this event has %n ticket type(s), so there are as many numbers.</source>
        <translation>
            <numerusform>Ligne rapide : cet événement a %n tarif, donc un seul nombre.</numerusform>
            <numerusform>Ligne rapide : cet événement a %n tarifs, donc autant de nombres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick line: an order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Ligne rapide : une commande peut avoir %n place au plus.</numerusform>
            <numerusform>Ligne rapide : une commande peut avoir %n places au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quick line: letters of bands and areas go from a to %1.</source>
        <translation>Ligne rapide : les lettres des catégories et zones vont de a à %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between seats</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>row %1, seat(s) %2</source>
        <translation>
            <numerusform>rang %1, place %2</numerusform>
            <numerusform>rang %1, places %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, row %2, seat(s) %3</source>
        <translation>
            <numerusform>%1, rang %2, place %3</numerusform>
            <numerusform>%1, rang %2, places %3</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between rows of seats</comment>
        <translation> ; </translation>
    </message>
    <message>
        <source>Taken by somebody else: %1. The others stay selected.</source>
        <translation>Pris par quelqu’un d’autre : %1. Les autres restent sélectionnées.</translation>
    </message>
    <message>
        <source>A single seat would be left over: %1. Move by one seat, or take that, too.</source>
        <translation>Une place isolée resterait : %1. Décaler d’une place, ou la prendre aussi.</translation>
    </message>
    <message>
        <source>Companion seats go with their wheelchair place: %1.</source>
        <translation>Les places accompagnateur vont avec leur place fauteuil : %1.</translation>
    </message>
    <message>
        <source>There are not so many free seats side by side there.</source>
        <translation>Il n’y a pas autant de places libres côte à côte à cet endroit.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are left in this area.</source>
        <translation>
            <numerusform>Il reste %n place dans cette zone.</numerusform>
            <numerusform>Il reste %n places dans cette zone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>Tarif : il n’est pas vendu dans cette catégorie.</translation>
    </message>
    <message>
        <source>The event was changed meanwhile. Choose it again.</source>
        <translation>L’événement a été modifié entre-temps. Le choisir à nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Une commande peut avoir %n place au plus.</numerusform>
            <numerusform>Une commande peut avoir %n places au plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One buyer may have %n place(s) at most.</source>
        <translation>
            <numerusform>Un acheteur peut avoir %n place au plus.</numerusform>
            <numerusform>Un acheteur peut avoir %n places au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: this event has none like it.</source>
        <translation>Code : cet événement n’en a pas de tel.</translation>
    </message>
    <message>
        <source>Code: it is not valid now.</source>
        <translation>Code : il n’est pas valable actuellement.</translation>
    </message>
    <message>
        <source>Code: it is used up.</source>
        <translation>Code : il est épuisé.</translation>
    </message>
    <message>
        <source>The sale opens at %1.</source>
        <translation>La vente ouvre le %1.</translation>
    </message>
    <message>
        <source>The sale is not open yet.</source>
        <translation>La vente n’est pas encore ouverte.</translation>
    </message>
    <message>
        <source>The sale of this event is closed.</source>
        <translation>La vente de cet événement est close.</translation>
    </message>
    <message>
        <source>This event is not sold at the box office.</source>
        <translation>Cet événement n’est pas vendu au guichet.</translation>
    </message>
    <message>
        <source>This event is cancelled: nothing of it is sold any more.</source>
        <translation>Cet événement est annulé : plus rien n’en est vendu.</translation>
    </message>
    <message>
        <source>This event is not there any more. Choose another.</source>
        <translation>Cet événement n’existe plus. En choisir un autre.</translation>
    </message>
    <message>
        <source>This server cannot do that yet.</source>
        <translation>Ce serveur ne sait pas encore le faire.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again.</source>
        <translation>La réservation a expiré : les places sont de nouveau libres.</translation>
    </message>
    <message>
        <source>An order was made of it already.</source>
        <translation>Une commande en a déjà été faite.</translation>
    </message>
    <message>
        <source>The approval came too late: its two minutes are over. Ask for another.</source>
        <translation>L’autorisation est arrivée trop tard : ses deux minutes sont passées. En demander une autre.</translation>
    </message>
    <message>
        <source>This approval was used already. Ask for another.</source>
        <translation>Cette autorisation a déjà servi. En demander une autre.</translation>
    </message>
    <message>
        <source>The approval is good for less than this. Ask for another.</source>
        <translation>L’autorisation vaut pour moins que cela. En demander une autre.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>L’autorisation est pour autre chose. En demander une autre.</translation>
    </message>
    <message>
        <source>%1, seat %2</source>
        <translation>%1, place %2</translation>
    </message>
    <message>
        <source>Row %1, seat %2</source>
        <translation>Rang %1, place %2</translation>
    </message>
    <message>
        <source>%1, row %2, seat %3</source>
        <translation>%1, rang %2, place %3</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
</context>
<context>
    <name>tessera::sale::BandModel</name>
    <message>
        <source> / </source>
        <comment>between prices</comment>
        <translation> / </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Band or area</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CartModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>ticket type, reason</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Name: 1 to %1 bytes.</source>
        <translation>Nom : de 1 à %1 octets.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @, or nothing.</source>
        <translation>E-mail : de 3 à %1 octets avec un @, ou rien.</translation>
    </message>
    <message>
        <source>Telephone: %1 to %2 of digits, blanks, +, -, / and brackets, or nothing.</source>
        <translation>Téléphone : de %1 à %2 chiffres, espaces, +, -, / et parenthèses, ou rien.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerWriter</name>
    <message>
        <source>Whether the customer was saved is not known. Look for them: what is found is what is so.</source>
        <translation>On ne sait pas si le client a été enregistré. Le rechercher : ce qui est trouvé fait foi.</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile, and they are not found as they were. Look for them again.</source>
        <translation>Ce client a été modifié ailleurs entre-temps et ne se trouve plus tel qu’il était. Le rechercher à nouveau.</translation>
    </message>
    <message>
        <source>Somebody else has changed them meanwhile; nothing was saved. Look for them again.</source>
        <translation>Ce client a été modifié ailleurs entre-temps ; rien n’a été enregistré. Le rechercher à nouveau.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::EventSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Not open yet: %1</source>
        <translation>Pas encore ouvert : %1</translation>
    </message>
    <message>
        <source>Sale closed: %1</source>
        <translation>Vente close : %1</translation>
    </message>
</context>
<context>
    <name>tessera::sale::OrderNotes</name>
    <message>
        <source>The note was not kept: too many wait for the server.</source>
        <translation>La note n’a pas été conservée : trop de notes attendent le serveur.</translation>
    </message>
    <message>
        <source>The note was not kept: %1</source>
        <translation>La note n’a pas été conservée : %1</translation>
    </message>
    <message>
        <source>The note of an order waits: it is sent once somebody whose role may write it signs in here.</source>
        <translation>La note d’une commande attend : elle est envoyée dès que se connecte ici quelqu’un dont le rôle le permet.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Pricing</name>
    <message>
        <source>Nothing is held that could be priced.</source>
        <translation>Rien n’est réservé dont le prix puisse changer.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Le serveur n’a pas encore répondu.</translation>
    </message>
    <message numerus="yes">
        <source>Code: %n character(s) at most.</source>
        <translation>
            <numerusform>Code : %n caractère au plus.</numerusform>
            <numerusform>Code : %n caractères au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes, without names.</source>
        <translation>Motif : de 1 à %1 octets, sans noms.</translation>
    </message>
    <message>
        <source>New total: %1</source>
        <translation>Nouveau total : %1</translation>
    </message>
    <message>
        <source>This is a new hold: the prices that were made by hand are made again.</source>
        <translation>Nouvelle réservation : les prix fixés à la main sont appliqués de nouveau.</translation>
    </message>
    <message>
        <source>It was not approved: nothing is changed.</source>
        <translation>Ce n’est pas approuvé : rien n’est changé.</translation>
    </message>
    <message numerus="yes">
        <source>It was not approved: %n price(s) made by hand are not made again.</source>
        <translation>
            <numerusform>Ce n’est pas approuvé : %n prix fixé à la main n’est pas appliqué de nouveau.</numerusform>
            <numerusform>Ce n’est pas approuvé : %n prix fixés à la main ne sont pas appliqués de nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>Cette vente est en cours de paiement.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) made by hand are not made again: the cart shows what is charged.</source>
        <translation>
            <numerusform>%n prix fixé à la main n’est pas appliqué de nouveau : le panier montre ce qui est demandé.</numerusform>
            <numerusform>%n prix fixés à la main ne sont pas appliqués de nouveau : le panier montre ce qui est demandé.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::sale::SeatInfo</name>
    <message>
        <source>Set aside for %1</source>
        <translation>Mise de côté pour %1</translation>
    </message>
    <message>
        <source>Set aside under %1</source>
        <translation>Mise de côté sous %1</translation>
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
        <source>Held here until %1</source>
        <translation>Réservée ici jusqu’à %1</translation>
    </message>
    <message>
        <source>Being paid %1, until %2 at the latest</source>
        <translation>En cours de paiement %1, au plus tard à %2</translation>
    </message>
    <message>
        <source>Sold %1</source>
        <translation>Vendue %1</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>this till</source>
        <translation>cette caisse</translation>
    </message>
    <message>
        <source>the web</source>
        <translation>le web</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>une borne</translation>
    </message>
    <message>
        <source>the box office</source>
        <translation>le guichet</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a colleague and a till</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>Held %1 until %2, %3 left</source>
        <translation>Réservée %1 jusqu’à %2, encore %3</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Seller</name>
    <message>
        <source>Something is reserved. Sell it or give it back, then choose another event.</source>
        <translation>Quelque chose est réservé. Le vendre ou le rendre, puis choisir un autre événement.</translation>
    </message>
    <message>
        <source>No event is chosen yet.</source>
        <translation>Aucun événement n’est encore choisi.</translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>Cette vente est en cours de paiement.</translation>
    </message>
    <message>
        <source>What became of the last question is not known yet. Ask again first.</source>
        <translation>On ne sait pas encore ce qu’est devenue la dernière demande. La reposer d’abord.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Le serveur n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>Aucune place n’est sélectionnée.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n seat(s) at most; %1 are selected.</source>
        <translation>
            <numerusform>Une commande peut avoir %n place au plus ; %1 sont sélectionnées.</numerusform>
            <numerusform>Une commande peut avoir %n places au plus ; %1 sont sélectionnées.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>The answer came too late: the places are free again.</source>
        <translation>La réponse est arrivée trop tard : les places sont de nouveau libres.</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Réservé : %1</translation>
    </message>
    <message>
        <source>The places are free again.</source>
        <translation>Les places sont de nouveau libres.</translation>
    </message>
    <message>
        <source>Held before the app was started, and still ours: %1</source>
        <translation>Réservé avant le démarrage de l’application et toujours à nous : %1</translation>
    </message>
    <message>
        <source>What was held before the app was started is free again.</source>
        <translation>Ce qui était réservé avant le démarrage est de nouveau libre.</translation>
    </message>
    <message>
        <source>What was held before the app was started was checked out. See how its order stands before anything is sold again.</source>
        <translation>Ce qui était réservé avant le démarrage est devenu une commande. Voir où elle en est avant de revendre quoi que ce soit.</translation>
    </message>
    <message>
        <source>The sale from before the app was started is left: what it held is free again by itself.</source>
        <translation>La vente d’avant le démarrage de l’application est abandonnée : ce qu’elle retenait se libère de soi-même.</translation>
    </message>
</context>
</TS>
