<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PayScreen</name>
    <message>
        <source>E&amp;xact cash</source>
        <translation>&amp;Montant exact</translation>
    </message>
    <message>
        <source>Next &amp;note</source>
        <translation>&amp;Billet suivant</translation>
    </message>
    <message>
        <source>Second next n&amp;ote</source>
        <translation>&amp;Deuxième billet suivant</translation>
    </message>
    <message>
        <source>T&amp;hird next note</source>
        <translation>&amp;Troisième billet suivant</translation>
    </message>
    <message>
        <source>Car&amp;d at the terminal</source>
        <translation>Carte au &amp;terminal</translation>
    </message>
    <message>
        <source>&amp;Gift card</source>
        <translation>Carte &amp;cadeau</translation>
    </message>
    <message>
        <source>In&amp;voice</source>
        <translation>&amp;Facture</translation>
    </message>
    <message>
        <source>&amp;Back to choosing</source>
        <translation>Retour au choi&amp;x</translation>
    </message>
    <message>
        <source>Give &amp;up the order</source>
        <translation>A&amp;bandonner la commande</translation>
    </message>
    <message>
        <source>&amp;Next sale</source>
        <translation>Vente s&amp;uivante</translation>
    </message>
    <message>
        <source>To the &amp;print queue</source>
        <translation>Vers la file d&apos;im&amp;pression</translation>
    </message>
    <message>
        <source>%1: an amount like 12.50, in %2.</source>
        <translation>%1 : un montant comme 12,50, en %2.</translation>
    </message>
    <message>
        <source>&amp;Who is billed</source>
        <translation>&amp;Qui est facturé</translation>
    </message>
    <message>
        <source>C&amp;ode of the gift card, or scan it</source>
        <translation>C&amp;ode de la carte cadeau, ou la scanner</translation>
    </message>
    <message>
        <source>%1 on account: %2</source>
        <translation>%1 sur facture : %2</translation>
    </message>
    <message>
        <source>Nothing is to be paid.</source>
        <translation>Rien à payer.</translation>
    </message>
    <message>
        <source>Nothing to pay: Enter takes it.</source>
        <translation>Rien à payer : Entrée conclut.</translation>
    </message>
    <message>
        <source>A part is paid. How is the rest paid?</source>
        <translation>Une partie est payée. Comment payer le reste ?</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>Comment est-ce payé ?</translation>
    </message>
    <message>
        <source>The server is asked.</source>
        <translation>Le serveur est interrogé.</translation>
    </message>
    <message>
        <source>Not known whether it is paid. It is being asked again: take no money, hand out no tickets until the answer is here.</source>
        <translation>On ne sait pas si c&apos;est payé. La question est reposée : ne rien encaisser et ne remettre aucun billet avant la réponse.</translation>
    </message>
    <message>
        <source>The payment is being booked.</source>
        <translation>Le paiement est enregistré.</translation>
    </message>
    <message>
        <source>Sold. Give the change. Enter: next sale.</source>
        <translation>Vendu. Rendre la monnaie. Entrée : vente suivante.</translation>
    </message>
    <message>
        <source>Sold. Enter: next sale.</source>
        <translation>Vendu. Entrée : vente suivante.</translation>
    </message>
    <message>
        <source>Not sold. Give the cash back. Enter: next sale.</source>
        <translation>Pas vendu. Rendre les espèces. Entrée : vente suivante.</translation>
    </message>
    <message>
        <source>Not sold. Enter: next sale.</source>
        <translation>Pas vendu. Entrée : vente suivante.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>number of places, area</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>et %n place de plus</numerusform>
            <numerusform>et %n places de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>amount, key</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation>Espèces %1</translation>
    </message>
    <message>
        <source>Ta&amp;ke it for nothing</source>
        <translation>Conclure &amp;sans paiement</translation>
    </message>
    <message>
        <source>Ta&amp;ke cash</source>
        <translation>Encai&amp;sser</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payé</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Reste à payer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>&amp;Cash given; nothing typed is the exact amount</source>
        <translation>Espèces &amp;données ; vide : montant exact</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Espèces données</translation>
    </message>
    <message>
        <source>To be paid b&amp;y</source>
        <translation>À pa&amp;yer avant le</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>À payer avant le</translation>
    </message>
    <message>
        <source>Parts of the payment</source>
        <translation>Parties du paiement</translation>
    </message>
    <message>
        <source>Take i&amp;t</source>
        <translation>&amp;Prendre</translation>
    </message>
    <message>
        <source>&amp;Pay</source>
        <translation>Pa&amp;yer</translation>
    </message>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>&amp;Configurer imprimantes et terminal</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>Le tiroir n&apos;a pas été ouvert : aucune imprimante de reçus.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>Le tiroir n&apos;a pas été ouvert : son imprimante ne répond pas.</translation>
    </message>
    <message>
        <source>Waiting for the card at the terminal. After a decline the card key asks it again; another way to pay cancels it.</source>
        <translation>En attente de la carte au terminal. Après un refus, la touche carte redemande ; un autre moyen annule.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Réservé pour %1</translation>
    </message>
    <message>
        <source>To be paid within %1</source>
        <translation>À payer sous %1</translation>
    </message>
    <message>
        <source>Open the shi&amp;ft</source>
        <translation>Ouvrir le ser&amp;vice</translation>
    </message>
    <message>
        <source>In the dra&amp;wer now, in %1</source>
        <translation>Dans le tir&amp;oir maintenant, en %1</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>Le service est en cours d’ouverture.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>Le service est ouvert.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float: cash goes into that one.</source>
        <translation>Un service était déjà ouvert à cette caisse, avec son propre fonds de caisse : les espèces vont dans celui-ci.</translation>
    </message>
    <message>
        <source>%1 on account</source>
        <translation>%1 sur facture</translation>
    </message>
    <message>
        <source>Whether it was paid on account is not known. To find out, somebody must approve it again; nothing is paid twice.</source>
        <translation>On ne sait pas si la vente sur facture a eu lieu. Pour le savoir, il faut une nouvelle approbation ; rien n’est payé deux fois.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that waited for another kind of printer are cancelled: print them from their orders.</source>
        <translation>
            <numerusform>%n document qui attendait une autre imprimante est annulé : l’imprimer depuis sa commande.</numerusform>
            <numerusform>%n documents qui attendaient une autre imprimante sont annulés : les imprimer depuis leurs commandes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it is paid on account. F9: approve it again, to find out.</source>
        <translation>On ne sait pas si la vente sur facture a eu lieu. F9 : approuver à nouveau pour le savoir.</translation>
    </message>
    <message>
        <source>The card at the terminal is being cancelled: take no more money until that is done.</source>
        <translation>La carte au terminal est en cours d’annulation : ne plus prendre d’argent d’ici là.</translation>
    </message>
    <message>
        <source>The card was declined: %1. The card key asks for one again; another way to pay cancels it.</source>
        <translation>La carte a été refusée : %1. La touche de carte en redemande une ; un autre moyen l’annule.</translation>
    </message>
    <message>
        <source>No card is being asked for: %1. The card key asks the terminal again; another way to pay cancels it.</source>
        <translation>Aucune carte n’est demandée : %1. La touche carte interroge de nouveau le terminal ; un autre mode de paiement l’annule.</translation>
    </message>
</context>
</TS>
