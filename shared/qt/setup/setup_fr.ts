<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>PlanFile</name>
    <message>
        <source>The plan cannot be imported. %1: %2</source>
        <comment>a path in a file, what is wrong</comment>
        <translation>Le plan ne peut pas être importé. %1 : %2</translation>
    </message>
    <message>
        <source>missing, or not what it must be</source>
        <translation>absent ou pas ce qu&apos;il doit être</translation>
    </message>
    <message>
        <source>no category “%1”</source>
        <translation>pas de catégorie « %1 »</translation>
    </message>
    <message>
        <source>neither seats nor standing areas</source>
        <translation>ni places ni zones debout</translation>
    </message>
    <message>
        <source>no JSON from byte %1 on</source>
        <translation>pas du JSON à partir de l&apos;octet %1</translation>
    </message>
    <message>
        <source>larger than 64 MiB</source>
        <translation>plus grand que 64 Mio</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>1 to 100 bytes</source>
        <translation>1 à 100 octets</translation>
    </message>
    <message>
        <source>at most %1 rows</source>
        <translation>au plus %1 lignes</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>au moins un</translation>
    </message>
    <message>
        <source>an amount from 0, like 12.50</source>
        <translation>un montant à partir de 0, comme 12,50</translation>
    </message>
    <message>
        <source>0 to 100, with up to 4 decimals</source>
        <translation>0 à 100, avec 4 décimales au plus</translation>
    </message>
    <message>
        <source>numbers from the plan, like 1 2 5</source>
        <translation>numéros du plan, comme 1 2 5</translation>
    </message>
    <message>
        <source>1 to 999, each once</source>
        <translation>1 à 999, chacun une fois</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>une heure comme 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>at least one of them</source>
        <translation>au moins un d&apos;entre eux</translation>
    </message>
    <message>
        <source>after the sale opens</source>
        <translation>après l&apos;ouverture de la vente</translation>
    </message>
    <message>
        <source>three capital letters, like EUR</source>
        <translation>trois majuscules, comme EUR</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>%1, row %2, %3</source>
        <translation>%1, ligne %2, %3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Commence</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Address of a picture</source>
        <translation>Adresse d&apos;une image</translation>
    </message>
    <message>
        <source>Printed on tickets</source>
        <translation>Imprimé sur les billets</translation>
    </message>
    <message>
        <source>What people look at, on the plan</source>
        <translation>Point de mire sur le plan</translation>
    </message>
    <message>
        <source>When it sells</source>
        <translation>Quand c&apos;est vendu</translation>
    </message>
    <message>
        <source>Presale opens</source>
        <translation>Ouverture de la prévente</translation>
    </message>
    <message>
        <source>Sale opens</source>
        <translation>Ouverture de la vente</translation>
    </message>
    <message>
        <source>Sale closes</source>
        <translation>Fermeture de la vente</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Places an order</source>
        <translation>Places par commande</translation>
    </message>
    <message>
        <source>Places a buyer</source>
        <translation>Places par acheteur</translation>
    </message>
    <message>
        <source>A hold lasts</source>
        <translation>Une réservation dure</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Temps pour payer</translation>
    </message>
    <message>
        <source>An unpaid order is kept</source>
        <translation>Une commande impayée est gardée</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Vendu par</translation>
    </message>
    <message>
        <source>No single seats left free</source>
        <translation>Ne pas laisser de place isolée</translation>
    </message>
    <message>
        <source>Companion seats sell alone from</source>
        <translation>Places d&apos;accompagnant seules à partir du</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>Après la vente</translation>
    </message>
    <message>
        <source>Returns until</source>
        <translation>Retours jusqu&apos;au</translation>
    </message>
    <message>
        <source>Kept of each return, in %</source>
        <translation>Retenu par retour, en %</translation>
    </message>
    <message>
        <source>Exchanges until</source>
        <translation>Échanges jusqu&apos;au</translation>
    </message>
    <message>
        <source>Handing on until</source>
        <translation>Cession jusqu&apos;au</translation>
    </message>
    <message>
        <source>Amount or %</source>
        <translation>Montant ou %</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>In the price</source>
        <translation>Dans le prix</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>Appliquée à</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secteurs</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Back on sale from</source>
        <translation>De nouveau en vente à partir du</translation>
    </message>
    <message>
        <source>Ticket types</source>
        <translation>Types de billets</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Contingents</translation>
    </message>
    <message>
        <source>at most %1 bytes</source>
        <translation>au plus %1 octets</translation>
    </message>
    <message>
        <source>%1 to %2 bytes</source>
        <translation>%1 à %2 octets</translation>
    </message>
    <message>
        <source>a time by the venue&apos;s clocks, like 2026-12-04 19:30, that these clocks show</source>
        <translation>une heure que les horloges de la salle affichent, comme 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>%1 to %2, as 30 s, 5 min, 2 h or 1 d</source>
        <translation>%1 à %2, comme 30 s, 5 min, 2 h ou 1 d</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>two numbers, across and down, like 900 120</source>
        <translation>deux nombres, en travers et vers le bas, comme 900 120</translation>
    </message>
    <message>
        <source>Sold on the web</source>
        <translation>Vendu sur le web</translation>
    </message>
    <message>
        <source>Sold at the box office</source>
        <translation>Vendu en billetterie</translation>
    </message>
    <message>
        <source>Sold at kiosks</source>
        <translation>Vendu aux bornes</translation>
    </message>
</context>
<context>
    <name>tessera::setup::CodeBook</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Off each ticket</source>
        <translation>Remise par billet</translation>
    </message>
    <message>
        <source>Uses at most</source>
        <translation>Utilisations au plus</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable à partir du</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu&apos;au</translation>
    </message>
    <message>
        <source>Opens the presale</source>
        <translation>Ouvre la prévente</translation>
    </message>
    <message>
        <source>For bands</source>
        <translation>Pour les catégories</translation>
    </message>
    <message>
        <source>Sells allocation</source>
        <translation>Vend le contingent</translation>
    </message>
    <message>
        <source>3 to 32 of A-Z, 0-9 and -</source>
        <translation>3 à 32 parmi A-Z, 0-9 et -</translation>
    </message>
    <message>
        <source>10 % or an amount like 5.00</source>
        <translation>10 % ou un montant comme 5,00</translation>
    </message>
    <message>
        <source>a whole number; empty: any number</source>
        <translation>un nombre entier ; vide : sans limite</translation>
    </message>
    <message>
        <source>numbers like 1 2; empty: all</source>
        <translation>numéros comme 1 2 ; vide : toutes</translation>
    </message>
    <message>
        <source>1 to 999; empty: none</source>
        <translation>1 à 999 ; vide : aucun</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>une heure comme 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Save the event first: then it can have codes.</source>
        <translation>Enregistrer d&apos;abord l&apos;événement : il pourra alors avoir des codes.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>The code %1 is made.</source>
        <translation>Le code %1 est créé.</translation>
    </message>
    <message>
        <source>Code: the event has this one already.</source>
        <translation>Code : l&apos;événement l&apos;a déjà.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>it must end after it begins</source>
        <translation>la fin doit suivre le début</translation>
    </message>
    <message>
        <source>The code %1 is changed.</source>
        <translation>Le code %1 est modifié.</translation>
    </message>
    <message>
        <source>The code %1 is over already.</source>
        <translation>Le code %1 est déjà expiré.</translation>
    </message>
    <message>
        <source>The code %1 is withdrawn.</source>
        <translation>Le code %1 est retiré.</translation>
    </message>
    <message>
        <source>not sent: type it again</source>
        <translation>pas envoyé : saisissez-le encore</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Drafts</name>
    <message>
        <source>This is what was typed before; it is not sent yet.</source>
        <translation>Voici ce qui a été saisi auparavant ; ce n&apos;est pas encore envoyé.</translation>
    </message>
    <message>
        <source>What is typed cannot be kept on this device&apos;s disk: finish it soon.</source>
        <translation>La saisie ne peut pas être gardée sur le disque de cet appareil : terminer bientôt.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Errands</name>
    <message>
        <source>This device cannot write to its disk: nothing was sent.</source>
        <translation>Cet appareil ne peut pas écrire sur son disque : rien n&apos;a été envoyé.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEditor</name>
    <message>
        <source>This is what was typed before and is not saved yet.</source>
        <translation>Ceci a été saisi avant et n&apos;est pas encore enregistré.</translation>
    </message>
    <message>
        <source>This device cannot write to its disk: save soon.</source>
        <translation>Cet appareil ne peut pas écrire sur son disque : enregistrer vite.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>The event is made, as a draft: nothing is sold yet.</source>
        <translation>L&apos;événement est créé comme brouillon : rien n&apos;est encore vendu.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Rien n&apos;est modifié.</translation>
    </message>
    <message>
        <source>Saved. It is in force for what is reserved from now on.</source>
        <translation>Enregistré. Cela vaut pour ce qui est réservé désormais.</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 est maintenant : %2</translation>
    </message>
    <message>
        <source>Changed by others meanwhile, and taken over: %1.</source>
        <translation>Modifié entre-temps par d&apos;autres, et repris : %1.</translation>
    </message>
    <message>
        <source>Others have changed the same meanwhile. Look at it: save again to put yours in its place, or throw yours away.</source>
        <translation>D&apos;autres ont modifié la même chose. Vérifier : enregistrer encore pour imposer la sienne, ou l&apos;abandonner.</translation>
    </message>
    <message>
        <source>Prices: at least one is needed before the sale can open.</source>
        <translation>Prix : il en faut au moins un avant d&apos;ouvrir la vente.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>L&apos;événement est annulé : plus rien n&apos;y change.</translation>
    </message>
    <message>
        <source>Save first, or throw away what is typed.</source>
        <translation>Enregistrer d&apos;abord, ou abandonner la saisie.</translation>
    </message>
    <message>
        <source>The sale is open, within its times.</source>
        <translation>La vente est ouverte, dans ses horaires.</translation>
    </message>
    <message>
        <source>The sale is closed. What is being paid is finished.</source>
        <translation>La vente est fermée. Les paiements en cours se terminent.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEnd</name>
    <message>
        <source>Sold: %1, %2 in all. Held or being paid for: %3.</source>
        <translation>Vendu : %1, %2 en tout. Réservé ou en cours de paiement : %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n billet</numerusform>
            <numerusform>%n billets</numerusform>
        </translation>
    </message>
    <message>
        <source>The event does not take place.</source>
        <translation>L&apos;événement n&apos;a pas lieu.</translation>
    </message>
    <message>
        <source>The event is moved from %1. Buyers may answer until %2.</source>
        <translation>L&apos;événement est déplacé, prévu avant le %1. Réponses des acheteurs jusqu&apos;au %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many refunds, how much</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n remboursement</numerusform>
            <numerusform>%n remboursements</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders concerned: %1. Not returned yet: %2.</source>
        <translation>Commandes concernées : %1. Pas encore retournées : %2.</translation>
    </message>
    <message>
        <source>Accepted the new time: %1.</source>
        <translation>Nouvelle date acceptée : %1.</translation>
    </message>
    <message>
        <source>On their way: %1.</source>
        <translation>En cours : %1.</translation>
    </message>
    <message>
        <source>Paid back: %1.</source>
        <translation>Remboursé : %1.</translation>
    </message>
    <message>
        <source>For staff to hand over or see to: %1.</source>
        <translation>À remettre ou à traiter par le personnel : %1.</translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation>Terminé : %1.</translation>
    </message>
    <message>
        <source>Words for the buyers: at most 1,000 bytes.</source>
        <translation>Message aux acheteurs : au plus 1 000 octets.</translation>
    </message>
    <message>
        <source>Name of the event: type it as it is, “%1”.</source>
        <translation>Nom de l&apos;événement : le taper tel quel, « %1 ».</translation>
    </message>
    <message>
        <source>The event is cancelled. All that was paid goes back now.</source>
        <translation>L&apos;événement est annulé. Tout ce qui a été payé est remboursé maintenant.</translation>
    </message>
    <message>
        <source>Begins now: a time to come by the venue&apos;s clocks, like 2026-12-04 19:30.</source>
        <translation>Commence désormais : une heure à venir, à l&apos;heure de la salle, comme 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>Answers until: a time to come, before the event begins.</source>
        <translation>Réponses jusqu&apos;au : une heure à venir, avant le début de l&apos;événement.</translation>
    </message>
    <message>
        <source>The event is moved. Its buyers may accept or return.</source>
        <translation>L&apos;événement est déplacé. Ses acheteurs peuvent accepter ou rendre.</translation>
    </message>
    <message>
        <source>It is a draft, which nobody has bought of: change it instead.</source>
        <translation>C&apos;est un brouillon dont personne n&apos;a acheté : le modifier plutôt.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>L&apos;événement est annulé : plus rien n&apos;y change.</translation>
    </message>
    <message>
        <source>Orders: more than %1.</source>
        <translation>Commandes : plus de %1.</translation>
    </message>
    <message>
        <source>Orders: %1.</source>
        <translation>Commandes : %1.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventForm</name>
    <message>
        <source>a ticket</source>
        <translation>par billet</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>par commande</translation>
    </message>
    <message>
        <source>% of price</source>
        <translation>% du prix</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no: added</source>
        <translation>non : ajoutée</translation>
    </message>
    <message>
        <source>tickets and fees</source>
        <translation>billets et frais</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>billets</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>frais</translation>
    </message>
    <message>
        <source>house</source>
        <translation>maison</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>artiste</translation>
    </message>
    <message>
        <source>promoter</source>
        <translation>producteur</translation>
    </message>
    <message>
        <source>press</source>
        <translation>presse</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>accessible</translation>
    </message>
    <message>
        <source>other</source>
        <translation>autre</translation>
    </message>
    <message>
        <source>cannot be changed any more</source>
        <translation>ne peut plus être modifié</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventList</name>
    <message>
        <source>Draft: %1</source>
        <translation>Brouillon : %1</translation>
    </message>
    <message>
        <source>Moved: %1</source>
        <translation>Déplacé : %1</translation>
    </message>
</context>
<context>
    <name>tessera::setup::PaintBoard</name>
    <message>
        <source>This was painted before and is not saved yet.</source>
        <translation>Ceci a été peint avant et n&apos;est pas encore enregistré.</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>Catégorie %1</translation>
    </message>
    <message>
        <source>Name of band %1: 1 to 100 bytes, each once.</source>
        <translation>Nom de la catégorie %1 : 1 à 100 octets, chacun une fois.</translation>
    </message>
    <message>
        <source>Colour of band %1: like #b5651d.</source>
        <translation>Couleur de la catégorie %1 : comme #b5651d.</translation>
    </message>
    <message>
        <source>The bands are saved as version %1 of the plan.</source>
        <translation>Les catégories sont enregistrées comme version %1 du plan.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Web colour</source>
        <translation>Couleur web</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Series</name>
    <message>
        <source>Line %1: %2</source>
        <comment>a line of dates, what is wrong</comment>
        <translation>Ligne %1 : %2</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30.</source>
        <translation>une heure comme 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>the clocks are put forward over it that night.</source>
        <translation>les horloges sont avancées au-delà cette nuit-là.</translation>
    </message>
    <message>
        <source>it is there twice.</source>
        <translation>elle y est deux fois.</translation>
    </message>
    <message>
        <source>at most %1 at once.</source>
        <translation>au plus %1 à la fois.</translation>
    </message>
    <message>
        <source>at least one time.</source>
        <translation>au moins une heure.</translation>
    </message>
    <message>
        <source>Name: at most 200 bytes.</source>
        <translation>Nom : au plus 200 octets.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) made, as drafts.</source>
        <translation>
            <numerusform>%n événement créé, comme brouillon.</numerusform>
            <numerusform>%n événements créés, comme brouillons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::setup::VenueBook</name>
    <message>
        <source>%1, %2</source>
        <comment>venue, town</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, version %2, %3</source>
        <comment>plan, number, seats</comment>
        <translation>%1, version %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>Nom : 1 à 200 octets.</translation>
    </message>
    <message>
        <source>Town: 1 to 100 bytes.</source>
        <translation>Ville : 1 à 100 octets.</translation>
    </message>
    <message>
        <source>Country: two capital letters, like DE, or nothing.</source>
        <translation>Pays : deux majuscules, comme DE, ou rien.</translation>
    </message>
    <message>
        <source>Time zone: a name like Europe/Berlin.</source>
        <translation>Fuseau horaire : un nom comme Europe/Berlin.</translation>
    </message>
    <message>
        <source>The venue is saved.</source>
        <translation>La salle est enregistrée.</translation>
    </message>
    <message numerus="yes">
        <source>The plan is imported: %n seat(s).</source>
        <translation>
            <numerusform>Le plan est importé : %n place.</numerusform>
            <numerusform>Le plan est importé : %n places.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Rien n&apos;est modifié.</translation>
    </message>
</context>
</TS>
