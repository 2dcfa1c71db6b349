<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::HeadBar</name>
    <message>
        <source>No event chosen</source>
        <translation>Aucun événement choisi</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Personne n’est connecté</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Qui travaille ici</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● Connecté</translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Non connecté</translation>
    </message>
    <message>
        <source>The server&apos;s time</source>
        <translation>Heure du serveur</translation>
    </message>
    <message>
        <source>%1 (device: %2)</source>
        <comment>the server&apos;s time, this device&apos;s</comment>
        <translation>%1 (appareil : %2)</translation>
    </message>
    <message>
        <source>This device&apos;s clock is wrong by %1 min: have it set. Everything here goes by the server&apos;s time.</source>
        <translation>L’horloge de cet appareil est décalée de %1 min : la faire régler. Ici, tout suit l’heure du serveur.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::LegendDialog</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>&amp;Search for an action or a key; Enter does it</source>
        <translation>&amp;Chercher une action ou une touche ; Entrée l’exécute</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Chercher une action ou une touche</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MainWindow</name>
    <message>
        <source>To the &amp;beginning of the screen</source>
        <translation>Au &amp;début de l’écran</translation>
    </message>
    <message>
        <source>&amp;Lock, or hand over to somebody else</source>
        <translation>&amp;Verrouiller, ou passer la main</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Touches</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>Tessera Box Office, version %1</source>
        <translation>Tessera Billetterie, version %1</translation>
    </message>
    <message>
        <source>The session is over. Sign in again: nothing typed is lost.</source>
        <translation>La session est terminée. Se reconnecter : rien de ce qui a été saisi n’est perdu.</translation>
    </message>
    <message>
        <source>%1 – Tessera Box Office</source>
        <translation>%1 – Tessera Billetterie</translation>
    </message>
    <message>
        <source>No connection to the server. What is typed stays; work goes on by itself as soon as the server answers.</source>
        <translation>Pas de connexion au serveur. Ce qui est saisi reste ; le travail reprend de lui-même dès que le serveur répond.</translation>
    </message>
    <message>
        <source>&amp;Screens</source>
        <translation>&amp;Écrans</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>&amp;Actions</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>S&amp;ession</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>This version of the box office, %1, is too old for the server: it asks for %2 or later. Install the newer version, then start again.</source>
        <translation>Cette version de la billetterie, %1, est trop ancienne pour le serveur : il demande %2 ou plus récent. Installer la nouvelle version, puis redémarrer.</translation>
    </message>
    <message>
        <source>Tessera Box Office</source>
        <translation>Tessera Billetterie</translation>
    </message>
    <message>
        <source>&amp;Enrol this device anew</source>
        <translation>Aucun événement choisi</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MapLegend</name>
    <message>
        <source>Free, in the band&apos;s colour</source>
        <translation>Libre, à la couleur de sa catégorie</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Sélectionnée</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Réservée</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Vendue</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mise de côté</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Fauteuil roulant</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MessageLine</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintLine</name>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>printing has halted</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>printing warns</comment>
        <translation>▲ %1</translation>
    </message>
    <message numerus="yes">
        <source>Of %n document(s) it is not known whether they are on paper: look at the printer, then say so under Printing.</source>
        <translation>
            <numerusform>On ne sait pas si %n document est sur papier : regarder l&apos;imprimante, puis le dire sous « Impression ».</numerusform>
            <numerusform>On ne sait pas si %n documents sont sur papier : regarder l&apos;imprimante, puis le dire sous « Impression ».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintPanel</name>
    <message>
        <source>The print queue cannot write: %1</source>
        <translation>La file d&apos;impression ne peut pas écrire : %1</translation>
    </message>
    <message>
        <source>No printer is set up at this till.</source>
        <translation>Aucune imprimante à cette caisse.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>printer, its state</comment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed.</source>
        <translation>
            <numerusform>%n commande attend l&apos;impression.</numerusform>
            <numerusform>%n commandes attendent l&apos;impression.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at the paper: of %n document(s) it is not known whether they came out. Print again, or say that it is there.</source>
        <translation>
            <numerusform>Regarder le papier : on ne sait pas si %n document est sorti. Réimprimer, ou dire qu&apos;il est là.</numerusform>
            <numerusform>Regarder le papier : on ne sait pas si %n documents sont sortis. Réimprimer, ou dire qu&apos;ils sont là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what is to be printed again.</source>
        <translation>Choisir ce qui est à réimprimer.</translation>
    </message>
    <message>
        <source>That cannot be said of it as it stands.</source>
        <translation>Impossible dans cet état.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Impression</translation>
    </message>
    <message>
        <source>Documents of the print queue</source>
        <translation>Documents de la file d&apos;impression</translation>
    </message>
    <message>
        <source>&amp;Reason to print again</source>
        <translation>&amp;Motif de la réimpression</translation>
    </message>
    <message>
        <source>Reason to print again</source>
        <translation>Motif de la réimpression</translation>
    </message>
    <message>
        <source>%1 has stopped: its queue could not be written. Try the printer to begin anew.</source>
        <translation>%1 est arrêtée : sa file n&apos;a pas pu être écrite. Essayer l&apos;imprimante pour recommencer.</translation>
    </message>
    <message>
        <source>&amp;Try the printer now</source>
        <translation>Essayer l&apos;im&amp;primante maintenant</translation>
    </message>
    <message>
        <source>&amp;Leave it unprinted</source>
        <translation>&amp;Ne pas imprimer</translation>
    </message>
    <message>
        <source>&amp;Print again</source>
        <translation>&amp;Réimprimer</translation>
    </message>
    <message>
        <source>&amp;It is on the paper</source>
        <translation>C&apos;est sur &amp;le papier</translation>
    </message>
    <message>
        <source>Left unprinted: %1</source>
        <translation>Laissé sans impression : %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SeatTablePage</name>
    <message>
        <source>Seats as a table</source>
        <translation>Places en tableau</translation>
    </message>
    <message>
        <source>Sectio&amp;n</source>
        <translation>&amp;Section</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Seats of the section</source>
        <translation>Places de la section</translation>
    </message>
</context>
</TS>
