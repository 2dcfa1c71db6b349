<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationForm</name>
    <message>
        <source>Change allocation %1</source>
        <translation>Modifier le contingent %1</translation>
    </message>
    <message>
        <source>New allocation %1</source>
        <translation>Nouveau contingent %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>N&amp;om</translation>
    </message>
    <message>
        <source>Name of the allocation</source>
        <translation>Nom du contingent</translation>
    </message>
    <message>
        <source>Set asi&amp;de for</source>
        <translation>Mises de &amp;côté pour</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>Mises de côté pour</translation>
    </message>
    <message>
        <source>Public by itself &amp;from</source>
        <translation>Public &amp;d&apos;office dès</translation>
    </message>
    <message>
        <source>Release time</source>
        <translation>Heure de libération</translation>
    </message>
    <message>
        <source>By the clocks of the venue: %1. Enter saves, Esc leaves.</source>
        <translation>À l&apos;heure du lieu : %1. Entrée enregistre, Échap quitte.</translation>
    </message>
    <message>
        <source>There is no such hour at the venue: its clock is put on in that night.</source>
        <translation>Cette heure n&apos;existe pas sur le lieu : l&apos;horloge est avancée cette nuit-là.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::InventoryScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>Autre é&amp;vénement</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Au p&amp;lan</translation>
    </message>
    <message>
        <source>&amp;Sold by price band</source>
        <translation>&amp;Vendu par catégorie</translation>
    </message>
    <message>
        <source>Ma&amp;nifest: who comes</source>
        <translation>&amp;Liste : qui vient</translation>
    </message>
    <message>
        <source>&amp;Will call</source>
        <translation>À &amp;retirer</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>Le plan en&amp;tier</translation>
    </message>
    <message>
        <source>To the &amp;allocations</source>
        <translation>Aux &amp;contingents</translation>
    </message>
    <message>
        <source>Set the selected seats as&amp;ide</source>
        <translation>&amp;Mettre la sélection de côté</translation>
    </message>
    <message>
        <source>Give to the &amp;public</source>
        <translation>Rendre au &amp;public</translation>
    </message>
    <message>
        <source>Selec&amp;t its seats</source>
        <translation>C&amp;hoisir ses places</translation>
    </message>
    <message>
        <source>Ne&amp;w allocation</source>
        <translation>&amp;Nouveau contingent</translation>
    </message>
    <message>
        <source>Na&amp;me and time</source>
        <translation>Nom et he&amp;ure</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>Ann&amp;uler la dernière sélection</translation>
    </message>
    <message>
        <source>Stop a&amp;fter this piece</source>
        <translation>Arrêter après ce &amp;morceau</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>&amp;Relire</translation>
    </message>
    <message>
        <source>Save as &amp;CSV</source>
        <translation>Enregistrer en &amp;CSV</translation>
    </message>
    <message>
        <source>Save as P&amp;DF</source>
        <translation>Enregistrer en P&amp;DF</translation>
    </message>
    <message>
        <source>Print the &amp;list</source>
        <translation>Imprimer la lis&amp;te</translation>
    </message>
    <message>
        <source>Choose an allocation first: F7 goes to the list, Ctrl+N makes one.</source>
        <translation>Choisir d&apos;abord un contingent : F7 va à la liste, Ctrl+N en crée un.</translation>
    </message>
    <message>
        <source>Seats of %1 to the public</source>
        <translation>Places de %1 au public</translation>
    </message>
    <message>
        <source>Seats of %1 set aside: %2</source>
        <translation>Places de %1 mises de côté : %2</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Enregistrer la liste</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are at the printer.</source>
        <translation>
            <numerusform>%n page est à l&apos;imprimante.</numerusform>
            <numerusform>%n pages sont à l&apos;imprimante.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer has not taken the list: save it as PDF instead.</source>
        <translation>L&apos;imprimante n&apos;a pas pris la liste : l&apos;enregistrer en PDF.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Il y en a plus : saisir davantage du nom, du lieu ou de la ville.</translation>
    </message>
    <message>
        <source>&amp;Inventory</source>
        <translation>&amp;Inventaire</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>Aucune place n&apos;est regardée.</translation>
    </message>
    <message>
        <source>The map is being read.</source>
        <translation>Le plan est en cours de lecture.</translation>
    </message>
    <message>
        <source>The map may be old: it follows again by itself.</source>
        <translation>Le plan peut être ancien : il suit de nouveau de lui-même.</translation>
    </message>
    <message>
        <source>The map does not follow any more. Choose the event again.</source>
        <translation>Le plan ne suit plus. Choisir de nouveau l&apos;événement.</translation>
    </message>
    <message>
        <source>No seat is selected: arrows and Space, or the pointer.</source>
        <translation>Aucune place n&apos;est choisie : flèches et Espace, ou la souris.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are selected.</source>
        <translation>
            <numerusform>%n place est choisie.</numerusform>
            <numerusform>%n places sont choisies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet: %1 of %2</source>
        <translation>Pas encore connu : %1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Rien n&apos;est encore compté.</translation>
    </message>
    <message>
        <source>Counted at %1: nothing newer has come since.</source>
        <translation>Compté à %1 : rien de plus récent depuis.</translation>
    </message>
    <message>
        <source>Counted at %1, and again every two seconds.</source>
        <translation>Compté à %1, et de nouveau toutes les deux secondes.</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Choisir un événement</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>Nom, &amp;lieu ou ville</translation>
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
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Contingents</translation>
    </message>
    <message>
        <source>Seats that are done</source>
        <translation>Places traitées</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Places en ta&amp;bleau</translation>
    </message>
    <message>
        <source>Waits for an approval: Ctrl+. gives up</source>
        <translation>Attend une approbation : Ctrl+. abandonne</translation>
    </message>
    <message>
        <source>Space selects, Enter sets aside what is selected, Esc goes back.</source>
        <translation>Espace choisit, Entrée met la sélection de côté, Échap revient.</translation>
    </message>
    <message>
        <source>Select the whole sect&amp;ion</source>
        <translation>Choisir tout le &amp;secteur</translation>
    </message>
    <message>
        <source>Sa&amp;ve the allocation</source>
        <translation>Enregistrer le con&amp;tingent</translation>
    </message>
    <message>
        <source>Ta&amp;ke the name away</source>
        <translation>Retirer &amp;le nom</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Retour à la liste</translation>
    </message>
    <message>
        <source>Go to a seat first, by the arrow keys.</source>
        <translation>Aller d&apos;abord à une place avec les flèches.</translation>
    </message>
    <message>
        <source>Not approved yet: Ctrl+Enter asks for it again, Ctrl+. gives it up.</source>
        <translation>Pas encore approuvé : Ctrl+Entrée le redemande, Ctrl+. y renonce.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ManifestPage</name>
    <message>
        <source>Will call: who has not collected yet</source>
        <translation>À retirer : qui n&apos;a pas encore retiré</translation>
    </message>
    <message>
        <source>Manifest: who comes</source>
        <translation>Liste des places : qui vient</translation>
    </message>
    <message>
        <source>Nothing is read yet.</source>
        <translation>Rien n&apos;est encore lu.</translation>
    </message>
    <message numerus="yes">
        <source>Being read: %n ticket(s) so far.</source>
        <translation>
            <numerusform>En cours de lecture : %n billet jusqu&apos;ici.</numerusform>
            <numerusform>En cours de lecture : %n billets jusqu&apos;ici.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of %1</source>
        <translation>
            <numerusform>%n billet sur %1</numerusform>
            <numerusform>%n billets sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is longer: the first %n ticket(s) are here. The file has all.</source>
        <translation>
            <numerusform>La liste est plus longue : le premier billet (%n) est ici. Le fichier les a tous.</numerusform>
            <numerusform>La liste est plus longue : les %n premiers billets sont ici. Le fichier les a tous.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Filter by place, name, e-mail, note or order</source>
        <translation>Filtrer par p&amp;lace, nom, e-mail, note ou commande</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Billets</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellThroughPage</name>
    <message>
        <source>Sold by price band</source>
        <translation>Vendu par catégorie</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Bars of what is sold by price band</source>
        <translation>Barres du vendu par catégorie</translation>
    </message>
    <message>
        <source>Set aside and sold by allocation</source>
        <translation>Mis de côté et vendu par contingent</translation>
    </message>
</context>
</TS>
