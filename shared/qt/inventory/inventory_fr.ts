<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Allocation</name>
    <message>
        <source>House</source>
        <translation>Maison</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artiste</translation>
    </message>
    <message>
        <source>Promoter</source>
        <translation>Promoteur</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>Accessible</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Its release time has come: its seats are the public&apos;s. Move the time first.</source>
        <translation>L&apos;heure de libération est passée : ses places sont au public. Déplacer d&apos;abord l&apos;heure.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing is set aside any more.</source>
        <translation>L&apos;événement est annulé : plus rien n&apos;est mis de côté.</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Box office</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Borne</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
</context>
<context>
    <name>SalesBars</name>
    <message>
        <source>Sold</source>
        <translation>Vendues</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Réservées</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <comment>sold, places, share</comment>
        <translation>%1 sur %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>sold, revenue</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <comment>time of a minute</comment>
        <translation>
            <numerusform>%1 : %n billet</numerusform>
            <numerusform>%1 : %n billets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time of a minute, revenue</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationEditor</name>
    <message>
        <source>Name: it must not be empty.</source>
        <translation>Nom : ne doit pas être vide.</translation>
    </message>
    <message>
        <source>Name: %1 bytes at most; a letter with an accent has two.</source>
        <translation>Nom : %1 octets au plus ; une lettre accentuée en a deux.</translation>
    </message>
    <message>
        <source>The list is still being saved: wait until that is answered.</source>
        <translation>La liste est encore en cours d&apos;enregistrement : attendre la réponse.</translation>
    </message>
    <message>
        <source>The server has not answered. Nothing was saved yet: save again.</source>
        <translation>Le serveur n&apos;a pas répondu. Rien n&apos;est encore enregistré : enregistrer de nouveau.</translation>
    </message>
    <message>
        <source>An event names %1 allocations at most.</source>
        <translation>Un événement nomme %1 contingents au plus.</translation>
    </message>
    <message>
        <source>Somebody has taken this name away meanwhile. Save again to put it back.</source>
        <translation>Quelqu&apos;un a retiré ce nom entre-temps. Enregistrer de nouveau pour le remettre.</translation>
    </message>
    <message>
        <source>Somebody has named number %1 meanwhile: &quot;%2&quot;. Save again, it gets another one.</source>
        <translation>Quelqu&apos;un a nommé le numéro %1 entre-temps : « %2 ». Enregistrer de nouveau : il en reçoit un autre.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile: it is &quot;%1&quot; now. Save again to replace it.</source>
        <translation>Quelqu&apos;un l&apos;a changé entre-temps : c&apos;est maintenant « %1 ». Enregistrer de nouveau pour le remplacer.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>The name is taken away; the seats stay.</source>
        <translation>Le nom est retiré ; les places restent.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether this is saved is not known: it is being asked again, and nothing is done twice.</source>
        <translation>Le serveur n&apos;a pas répondu. On ne sait pas si c&apos;est enregistré : la question est reposée, rien n&apos;est fait deux fois.</translation>
    </message>
    <message>
        <source>Nothing was saved: another event was chosen meanwhile.</source>
        <translation>Rien n’a été enregistré : un autre événement a été choisi entre-temps.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationMarks</name>
    <message>
        <source>The public</source>
        <translation>Le public</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Numéro %1</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationModel</name>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur le plan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Public from</source>
        <translation>Public dès</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationSetter</name>
    <message>
        <source>Seats are still being set aside: wait until that is answered.</source>
        <translation>Des places sont encore en cours de mise de côté : attendre la réponse.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>Aucune place n&apos;est choisie.</translation>
    </message>
    <message>
        <source>Nothing was sent: this device cannot write into its folder.</source>
        <translation>Rien n&apos;a été envoyé : cet appareil ne peut pas écrire dans son dossier.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether these seats are set aside is not known: it is being asked again, and nothing is done twice.</source>
        <translation>Le serveur n&apos;a pas répondu. On ne sait pas si ces places sont mises de côté : la question est reposée, rien n&apos;est fait deux fois.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are the public&apos;s now.</source>
        <translation>
            <numerusform>%n place est maintenant au public.</numerusform>
            <numerusform>%n places sont maintenant au public.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are set aside.</source>
        <translation>
            <numerusform>%n place est mise de côté.</numerusform>
            <numerusform>%n places sont mises de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held or sold meanwhile, and left as they are: %1.</source>
        <translation>Réservées ou vendues entre-temps, et laissées telles quelles : %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Et %n autre.</numerusform>
            <numerusform>Et %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) were held or sold meanwhile, and are left as they are.</source>
        <translation>
            <numerusform>%n place a été réservée ou vendue entre-temps et reste telle quelle.</numerusform>
            <numerusform>%n places ont été réservées ou vendues entre-temps et restent telles quelles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the last of these seats are set aside is not known: the map shows how they stand.</source>
        <translation>On ne sait pas si les dernières de ces places sont mises de côté : le plan montre où elles en sont.</translation>
    </message>
    <message numerus="yes">
        <source>Not approved: %n seat(s) were left as they are.</source>
        <translation>
            <numerusform>Pas approuvé : %n place reste comme elle est.</numerusform>
            <numerusform>Pas approuvé : %n places restent comme elles sont.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::EventInView</name>
    <message>
        <source>Band %1</source>
        <translation>Catégorie %1</translation>
    </message>
    <message>
        <source>Ticket type %1</source>
        <translation>Tarif %1</translation>
    </message>
    <message>
        <source>The event is being read.</source>
        <translation>L&apos;événement est en cours de lecture.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Aucun événement n&apos;est choisi</translation>
    </message>
    <message>
        <source>not open yet</source>
        <translation>pas encore ouvert</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>vente close</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestFiles</name>
    <message>
        <source>A file is still on its way.</source>
        <translation>Un fichier est encore en route.</translation>
    </message>
    <message>
        <source>The server has not answered: nothing was saved.</source>
        <translation>Le serveur n&apos;a pas répondu : rien n&apos;est enregistré.</translation>
    </message>
    <message>
        <source>The list is too long for one document: filter it.</source>
        <translation>La liste est trop longue pour un document : la filtrer.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 ne peut pas être écrit : %2.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestModel</name>
    <message>
        <source>The server has not answered: the list is not complete. Read it again.</source>
        <translation>Le serveur n&apos;a pas répondu : la liste est incomplète. La relire.</translation>
    </message>
    <message>
        <source>handed out %1</source>
        <translation>remis %1</translation>
    </message>
    <message>
        <source>paid, not handed out</source>
        <translation>payé, non remis</translation>
    </message>
    <message>
        <source>not paid: does not admit</source>
        <translation>non payé : n&apos;admet pas</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Vendu par</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Will call</source>
        <translation>À retirer</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Liste des places</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n billet</numerusform>
            <numerusform>%n billets</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::MinutesModel</name>
    <message>
        <source>Minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Billets</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Recette</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::SalesModel</name>
    <message>
        <source>Number %1</source>
        <translation>Numéro %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>Mises de côté pour</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendues</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Réservées</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libres</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Recette</translation>
    </message>
</context>
</TS>
