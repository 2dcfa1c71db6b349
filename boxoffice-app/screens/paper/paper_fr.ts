<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PaperScreen</name>
    <message>
        <source>&amp;Choose a file</source>
        <translation>&amp;Choisir un fichier</translation>
    </message>
    <message>
        <source>Use it for &amp;this event</source>
        <translation>Utiliser &amp;pour cet événement</translation>
    </message>
    <message>
        <source>&amp;Use it for all events</source>
        <translation>Utiliser pour &amp;tous</translation>
    </message>
    <message>
        <source>Take it a&amp;way again</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Print &amp;one</source>
        <translation>I&amp;mprimer un exemplaire</translation>
    </message>
    <message>
        <source>&amp;Back to the printers</source>
        <translation>Retour au&amp;x imprimantes</translation>
    </message>
    <message>
        <source>A template</source>
        <translation>Un modèle</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>Modèles (*.json)</translation>
    </message>
    <message>
        <source>File: it cannot be read: %1</source>
        <translation>Fichier : illisible : %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Fichier : %1</translation>
    </message>
    <message>
        <source>This is how it will look. Nothing is used yet.</source>
        <translation>Voici l’aspect. Rien n’est encore utilisé.</translation>
    </message>
    <message>
        <source>File: choose a template first.</source>
        <translation>Fichier : choisir d’abord un modèle.</translation>
    </message>
    <message>
        <source>It is used from the next ticket on.</source>
        <translation>Utilisé dès le prochain billet.</translation>
    </message>
    <message>
        <source>It is taken away.</source>
        <translation>Retiré.</translation>
    </message>
    <message>
        <source>The plain ticket is in use: there is nothing to take away.</source>
        <translation>Le billet simple est utilisé : rien à retirer.</translation>
    </message>
    <message>
        <source>No ticket printer is set up.</source>
        <translation>Aucune imprimante de billets n’est configurée.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>One is on its way to the printer. It admits nobody.</source>
        <translation>Un exemplaire part à l’imprimante. Il n’admet personne.</translation>
    </message>
    <message>
        <source>It cannot be printed: %1</source>
        <translation>Impression impossible : %1</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>La file d’impression n’accepte plus rien.</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Nom de l’événement</translation>
    </message>
    <message>
        <source>Name of the venue</source>
        <translation>Nom de la salle</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>Sans accès</translation>
    </message>
    <message>
        <source>%1 has a template of its own.</source>
        <translation>%1 a son propre modèle.</translation>
    </message>
    <message>
        <source>The template for all events is in use.</source>
        <translation>Le modèle de tous les événements est utilisé.</translation>
    </message>
    <message>
        <source>The plain ticket is in use.</source>
        <translation>Le billet simple est utilisé.</translation>
    </message>
    <message>
        <source>A template that is not in use yet</source>
        <translation>Un modèle pas encore utilisé</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>Ignoré : %1</translation>
    </message>
    <message>
        <source>%1: %2 by %3 inches, %4 dots an inch</source>
        <translation>%1 : %2 sur %3 pouces, %4 points par pouce</translation>
    </message>
    <message>
        <source>&amp;File of a template, Enter shows it</source>
        <translation>&amp;Fichier d’un modèle, Entrée l’affiche</translation>
    </message>
    <message>
        <source>File of a template</source>
        <translation>Fichier d’un modèle</translation>
    </message>
    <message>
        <source>How a ticket looks</source>
        <translation>Aspect d’un billet</translation>
    </message>
    <message>
        <source>Ticket pa&amp;per</source>
        <translation>&amp;Papier des billets</translation>
    </message>
</context>
</TS>
