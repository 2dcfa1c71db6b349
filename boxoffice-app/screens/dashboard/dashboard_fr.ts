<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::DashboardScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>Autre é&amp;vénement</translation>
    </message>
    <message>
        <source>Plots or &amp;tables</source>
        <translation>Graphiques ou &amp;tableaux</translation>
    </message>
    <message>
        <source>Another s&amp;pan of time</source>
        <translation>Autre &amp;durée</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Il y en a plus : saisir davantage du nom, du lieu ou de la ville.</translation>
    </message>
    <message>
        <source>&amp;Dashboard</source>
        <translation>Table&amp;au de bord</translation>
    </message>
    <message>
        <source>Tickets per minute</source>
        <translation>Billets par minute</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>Heure, %1</translation>
    </message>
    <message>
        <source>Choose an event.</source>
        <translation>Choisir un événement.</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Rien n&apos;est encore compté.</translation>
    </message>
    <message numerus="yes">
        <source>Old: counted at %1, %n second(s) ago. Nothing newer has come since.</source>
        <translation>
            <numerusform>Ancien : compté à %1, il y a %n seconde. Rien de plus récent depuis.</numerusform>
            <numerusform>Ancien : compté à %1, il y a %n secondes. Rien de plus récent depuis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted at %1, %n second(s) ago.</source>
        <translation>
            <numerusform>Compté à %1, il y a %n seconde.</numerusform>
            <numerusform>Compté à %1, il y a %n secondes.</numerusform>
        </translation>
    </message>
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
        <source>Revenue</source>
        <translation>Recette</translation>
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
    <message numerus="yes">
        <source>The last %n minute(s)</source>
        <translation>
            <numerusform>La dernière minute</numerusform>
            <numerusform>Les %n dernières minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>By price band</source>
        <translation>Par catégorie</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Par canal</translation>
    </message>
    <message>
        <source>Plot of tickets per minute: F11 shows it as a table</source>
        <translation>Graphique des billets par minute : F11 le montre en tableau</translation>
    </message>
    <message>
        <source>Bars by price band: F11 shows them as a table</source>
        <translation>Barres par catégorie : F11 les montre en tableau</translation>
    </message>
    <message>
        <source>Bars by channel: F11 shows them as a table</source>
        <translation>Barres par canal : F11 les montre en tableau</translation>
    </message>
    <message>
        <source>Sold by price band</source>
        <translation>Vendu par catégorie</translation>
    </message>
    <message>
        <source>Sold by channel</source>
        <translation>Vendu par canal</translation>
    </message>
    <message>
        <source>Tickets or &amp;revenue</source>
        <translation>Billets ou &amp;recette</translation>
    </message>
    <message>
        <source>Revenue per minute</source>
        <translation>Recette par minute</translation>
    </message>
    <message>
        <source>Plot of revenue per minute: F11 shows it as a table</source>
        <translation>Graphique de la recette par minute : F11 le montre en tableau</translation>
    </message>
    <message>
        <source>Tickets and revenue per minute</source>
        <translation>Billets et recette par minute</translation>
    </message>
</context>
</TS>
