<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CopyPage</name>
    <message>
        <source>Again: %1</source>
        <translation>À nouveau : %1</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>un nombre entier à partir de 1</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>de 1 à %1</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>une heure comme 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>No date yet.</source>
        <translation>Pas encore de date.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>%n date : %1</numerusform>
            <numerusform>%n dates : %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>La première fois</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Every how many weeks</source>
        <translation>Toutes les combien de semaines</translation>
    </message>
    <message>
        <source>How many times, then Enter</source>
        <translation>Combien de fois, puis Entrée</translation>
    </message>
    <message>
        <source>Dates by the venue&apos;s clocks, one a line</source>
        <translation>Dates à l&apos;heure de la salle, une par ligne</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Another name; empty: the same</source>
        <translation>Autre nom ; vide : le même</translation>
    </message>
    <message>
        <source>With its codes</source>
        <translation>Avec ses codes</translation>
    </message>
    <message>
        <source>With seats that are set aside</source>
        <translation>Avec les places réservées à part</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EditPage</name>
    <message>
        <source>No event is open</source>
        <translation>Aucun événement ouvert</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>sale open</source>
        <translation>vente ouverte</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>vente fermée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>draft, nothing is sold</source>
        <translation>brouillon, rien n&apos;est vendu</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>lecture en cours</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>enregistrement en cours</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
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
        <source>Sale</source>
        <translation>Vente</translation>
    </message>
    <message>
        <source>After sale</source>
        <translation>Après-vente</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>Parties de l&apos;événement</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>5 min, 2 h or 1 d</source>
        <translation>5 min, 2 h ou 1 d</translation>
    </message>
    <message>
        <source>across down, like 900 120</source>
        <translation>en travers et vers le bas, comme 900 120</translation>
    </message>
    <message>
        <source>Type in a cell; Ctrl+Delete removes a row.</source>
        <translation>Écrire dans une cellule ; Ctrl+Suppr retire une ligne.</translation>
    </message>
    <message>
        <source>A row for each band, a column for each ticket type; an empty one is not sold.</source>
        <translation>Une ligne par catégorie, une colonne par type de billet ; une case vide n&apos;est pas vendue.</translation>
    </message>
    <message>
        <source>Sections and areas by their numbers on the plan; with neither it is for all the others.</source>
        <translation>Secteurs et zones par leurs numéros sur le plan ; sans aucun, c&apos;est pour tous les autres.</translation>
    </message>
    <message>
        <source>Prices in %1</source>
        <translation>Prix en %1</translation>
    </message>
    <message>
        <source>Venue: %1</source>
        <translation>Lieu : %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plan : %1</translation>
    </message>
    <message>
        <source>Choose a code first.</source>
        <translation>Choisissez d&apos;abord un code.</translation>
    </message>
    <message>
        <source>Withdraw %1? Nobody gets it from then on; reservations that have it keep it.</source>
        <translation>Retirer %1 ? Dès lors, personne ne l&apos;obtient plus ; les réservations qui l&apos;ont le gardent.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>A code is made at once. How often and how long one is good can be typed over, and is changed at once.</source>
        <translation>Un code est créé aussitôt. Sa durée et son nombre d&apos;utilisations se corrigent sur place et changent aussitôt.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EndPage</name>
    <message>
        <source>Sold tickets are being counted.</source>
        <translation>Les billets vendus sont en cours de comptage.</translation>
    </message>
    <message>
        <source>It takes place at another time</source>
        <translation>Il a lieu à un autre moment</translation>
    </message>
    <message>
        <source>It does not take place</source>
        <translation>Il n&apos;a pas lieu</translation>
    </message>
    <message>
        <source>Nothing is sold any more, all tickets are void, and all that was paid goes back. This cannot be taken back.</source>
        <translation>Plus rien n&apos;est vendu, tous les billets sont nuls et tout ce qui a été payé est remboursé. C&apos;est irréversible.</translation>
    </message>
    <message>
        <source>Words for the buyers; may be empty</source>
        <translation>Message aux acheteurs ; peut être vide</translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>Commence désormais</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Buyers may answer until</source>
        <translation>Les acheteurs peuvent répondre jusqu&apos;au</translation>
    </message>
    <message>
        <source>Who does not answer gets the money back</source>
        <translation>Qui ne répond pas est remboursé</translation>
    </message>
    <message>
        <source>Name of the event, to be sure</source>
        <translation>Nom de l&apos;événement, pour être sûr</translation>
    </message>
    <message>
        <source>How far the refunds are</source>
        <translation>Avancement des remboursements</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EventsScreen</name>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;Chercher un événement</translation>
    </message>
    <message>
        <source>Venues an&amp;d plans</source>
        <translation>&amp;Salles et plans</translation>
    </message>
    <message>
        <source>&amp;New event on the plan</source>
        <translation>Nou&amp;vel événement sur le plan</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Open the sale</source>
        <translation>&amp;Ouvrir la vente</translation>
    </message>
    <message>
        <source>&amp;Close the sale</source>
        <translation>&amp;Fermer la vente</translation>
    </message>
    <message>
        <source>&amp;Throw away what is typed</source>
        <translation>A&amp;bandonner la saisie</translation>
    </message>
    <message>
        <source>A&amp;gain at other times</source>
        <translation>À d&apos;autres &amp;dates</translation>
    </message>
    <message>
        <source>Cance&amp;l or move</source>
        <translation>Annu&amp;ler ou déplacer</translation>
    </message>
    <message>
        <source>Ne&amp;w venue</source>
        <translation>&amp;Nouvelle salle</translation>
    </message>
    <message>
        <source>&amp;Price bands of the plan</source>
        <translation>Catégories de &amp;prix du plan</translation>
    </message>
    <message>
        <source>&amp;Import a plan&apos;s file</source>
        <translation>&amp;Importer le fichier d&apos;un plan</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Vers le &amp;plan</translation>
    </message>
    <message>
        <source>&amp;Paint what is selected</source>
        <translation>&amp;Peindre la sélection</translation>
    </message>
    <message>
        <source>Select the &amp;whole section</source>
        <translation>C&amp;hoisir tout le secteur</translation>
    </message>
    <message>
        <source>An&amp;other band</source>
        <translation>Autre ca&amp;tégorie</translation>
    </message>
    <message>
        <source>&amp;Remove the band</source>
        <translation>Retirer la &amp;catégorie</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>&amp;Write these dates</source>
        <translation>Écrire ces &amp;dates</translation>
    </message>
    <message>
        <source>&amp;Move the event</source>
        <translation>&amp;Déplacer l&apos;événement</translation>
    </message>
    <message>
        <source>&amp;Cancel the event for good</source>
        <translation>Annuler &amp;l&apos;événement définitivement</translation>
    </message>
    <message>
        <source>Remove the row of a ta&amp;ble</source>
        <translation>Retirer la ligne d&apos;un ta&amp;bleau</translation>
    </message>
    <message>
        <source>This row stays: an event keeps its ticket types.</source>
        <translation>Cette ligne reste : un événement garde ses types de billets.</translation>
    </message>
    <message>
        <source>Name and &amp;time of the event</source>
        <translation>Nom et &amp;heure de l&apos;événement</translation>
    </message>
    <message>
        <source>Ticket types and &amp;prices</source>
        <translation>Types de billets et &amp;prix</translation>
    </message>
    <message>
        <source>Fees and ta&amp;xes</source>
        <translation>Frais et ta&amp;xes</translation>
    </message>
    <message>
        <source>&amp;When and how it sells</source>
        <translation>&amp;Quand et comment c&apos;est vendu</translation>
    </message>
    <message>
        <source>&amp;After the sale</source>
        <translation>&amp;Après la vente</translation>
    </message>
    <message>
        <source>&amp;Entrances and allocations</source>
        <translation>&amp;Entrées et contingents</translation>
    </message>
    <message>
        <source>C&amp;odes</source>
        <translation>C&amp;odes</translation>
    </message>
    <message>
        <source>Save &amp;the venue</source>
        <translation>Enregistrer &amp;la salle</translation>
    </message>
    <message>
        <source>&amp;Make these events</source>
        <translation>&amp;Créer ces événements</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>I&amp;mporter</translation>
    </message>
    <message>
        <source>Save &amp;the bands</source>
        <translation>Enregistrer &amp;les catégories</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Choose venue and plan first, then the same key again.</source>
        <translation>Choisir d&apos;abord la salle et le plan, puis la même touche.</translation>
    </message>
    <message>
        <source>Open an event first.</source>
        <translation>Ouvrir d&apos;abord un événement.</translation>
    </message>
    <message>
        <source>There are more: type more of the name.</source>
        <translation>Il y en a d&apos;autres : taper plus du nom.</translation>
    </message>
    <message>
        <source>No event yet.</source>
        <translation>Pas encore d&apos;événement.</translation>
    </message>
    <message>
        <source>Enter opens. Without a search only those to come are shown.</source>
        <translation>Entrée ouvre. Sans recherche, seuls ceux à venir sont affichés.</translation>
    </message>
    <message>
        <source>What was asked before the app ended is done.</source>
        <translation>Ce qui était demandé avant la fin de l&apos;application est fait.</translation>
    </message>
    <message>
        <source>What was asked before the app ended was refused: nothing was done.</source>
        <translation>Ce qui était demandé avant la fin de l&apos;application a été refusé : rien n&apos;est fait.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Chercher un événement</translation>
    </message>
    <message>
        <source>name, venue or town</source>
        <translation>nom, salle ou ville</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>É&amp;vénements</translation>
    </message>
    <message>
        <source>&amp;Choose a plan&apos;s file</source>
        <translation>C&amp;hoisir le fichier d&apos;un plan</translation>
    </message>
    <message>
        <source>Ma&amp;ke the code</source>
        <translation>&amp;Créer le code</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Places en ta&amp;bleau</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>&amp;Withdraw the code</source>
        <translation>&amp;Retirer le code</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PaintPage</name>
    <message>
        <source>%1: not imported yet</source>
        <translation>%1 : pas encore importé</translation>
    </message>
    <message>
        <source>So it will look. Import it, or go back.</source>
        <translation>Voilà l&apos;aspect. Importer ou revenir.</translation>
    </message>
    <message>
        <source>Select seats on the map, choose a band, paint. Saving makes a new version of the plan; events keep theirs.</source>
        <translation>Choisir des places, une catégorie, peindre. Enregistrer crée une nouvelle version du plan ; les événements gardent la leur.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>area, band</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Select seats on the map first.</source>
        <translation>Choisir d&apos;abord des places sur le plan.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) painted.</source>
        <translation>
            <numerusform>%n place peinte.</numerusform>
            <numerusform>%n places peintes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to a seat on the map first, by the arrow keys.</source>
        <translation>Aller d&apos;abord à une place avec les flèches.</translation>
    </message>
    <message>
        <source>There are as many bands as a plan may have.</source>
        <translation>Un plan ne peut pas avoir plus de catégories.</translation>
    </message>
    <message>
        <source>This band has places, or it is the only one: paint them otherwise first.</source>
        <translation>Cette catégorie a des places ou est la seule : les peindre d&apos;abord autrement.</translation>
    </message>
    <message>
        <source>Map of the plan</source>
        <translation>Carte du plan</translation>
    </message>
    <message>
        <source>Price bands</source>
        <translation>Catégories de prix</translation>
    </message>
    <message>
        <source>Standin&amp;g areas: Enter paints</source>
        <translation>&amp;Zones debout : Entrée peint</translation>
    </message>
    <message>
        <source>Standing areas</source>
        <translation>Zones debout</translation>
    </message>
    <message>
        <source>Name of the new plan; empty: as it is</source>
        <translation>Nom du nouveau plan ; vide : inchangé</translation>
    </message>
    <message>
        <source>Beside the name is the colour of this map; the web has its own.</source>
        <translation>À côté du nom, la couleur de cette carte ; le web a la sienne.</translation>
    </message>
    <message>
        <source>Space selects, Enter paints what is selected, Esc goes to the map.</source>
        <translation>Espace choisit, Entrée peint la sélection, Échap va au plan.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::VenuePage</name>
    <message>
        <source>Plans of %1</source>
        <translation>Plans de %1</translation>
    </message>
    <message>
        <source>Plans: save the venue first</source>
        <translation>Plans : enregistrer d&apos;abord la salle</translation>
    </message>
    <message>
        <source>A seating plan</source>
        <translation>Un plan de salle</translation>
    </message>
    <message>
        <source>Seating plans (*.json)</source>
        <translation>Plans de salle (*.json)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Salles</translation>
    </message>
    <message>
        <source>Plans of the venue</source>
        <translation>Plans de la salle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Country, two letters; may be empty</source>
        <translation>Pays, deux lettres ; peut être vide</translation>
    </message>
    <message>
        <source>DE</source>
        <comment>an example</comment>
        <translation>DE</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Europe/Berlin</source>
        <comment>an example</comment>
        <translation>Europe/Berlin</translation>
    </message>
    <message>
        <source>Import a plan: its file, then Enter</source>
        <translation>Importer un plan : son fichier, puis Entrée</translation>
    </message>
    <message>
        <source>the seating-plan editor&apos;s JSON</source>
        <translation>le JSON de l&apos;éditeur de plans</translation>
    </message>
</context>
</TS>
