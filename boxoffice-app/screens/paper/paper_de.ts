<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PaperScreen</name>
    <message>
        <source>&amp;Choose a file</source>
        <translation>&amp;Datei wählen</translation>
    </message>
    <message>
        <source>Use it for &amp;this event</source>
        <translation>Für diese Veranstaltun&amp;g verwenden</translation>
    </message>
    <message>
        <source>&amp;Use it for all events</source>
        <translation>&amp;Für alle Veranstaltungen verwenden</translation>
    </message>
    <message>
        <source>Take it a&amp;way again</source>
        <translation>&amp;Wieder entfernen</translation>
    </message>
    <message>
        <source>Print &amp;one</source>
        <translation>&amp;Eine drucken</translation>
    </message>
    <message>
        <source>&amp;Back to the printers</source>
        <translation>&amp;Zurück zu den Druckern</translation>
    </message>
    <message>
        <source>A template</source>
        <translation>Eine Vorlage</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>Vorlagen (*.json)</translation>
    </message>
    <message>
        <source>File: it cannot be read: %1</source>
        <translation>Datei: nicht lesbar: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>This is how it will look. Nothing is used yet.</source>
        <translation>So wird es aussehen. Noch wird nichts verwendet.</translation>
    </message>
    <message>
        <source>File: choose a template first.</source>
        <translation>Datei: zuerst eine Vorlage wählen.</translation>
    </message>
    <message>
        <source>It is used from the next ticket on.</source>
        <translation>Ab der nächsten Karte wird sie verwendet.</translation>
    </message>
    <message>
        <source>It is taken away.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>The plain ticket is in use: there is nothing to take away.</source>
        <translation>Die schlichte Karte ist in Gebrauch: nichts zu entfernen.</translation>
    </message>
    <message>
        <source>No ticket printer is set up.</source>
        <translation>Kein Kartendrucker ist eingerichtet.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>One is on its way to the printer. It admits nobody.</source>
        <translation>Eine ist unterwegs zum Drucker. Sie gewährt keinen Einlass.</translation>
    </message>
    <message>
        <source>It cannot be printed: %1</source>
        <translation>Nicht druckbar: %1</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>Die Druckwarteschlange nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Name der Veranstaltung</translation>
    </message>
    <message>
        <source>Name of the venue</source>
        <translation>Name des Hauses</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>Kein Einlass</translation>
    </message>
    <message>
        <source>%1 has a template of its own.</source>
        <translation>%1 hat eine eigene Vorlage.</translation>
    </message>
    <message>
        <source>The template for all events is in use.</source>
        <translation>Die Vorlage für alle Veranstaltungen ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The plain ticket is in use.</source>
        <translation>Die schlichte Karte ist in Gebrauch.</translation>
    </message>
    <message>
        <source>A template that is not in use yet</source>
        <translation>Eine Vorlage, die noch nicht verwendet wird</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>Übergangen: %1</translation>
    </message>
    <message>
        <source>%1: %2 by %3 inches, %4 dots an inch</source>
        <translation>%1: %2 mal %3 Zoll, %4 Punkte je Zoll</translation>
    </message>
    <message>
        <source>&amp;File of a template, Enter shows it</source>
        <translation>Datei einer &amp;Vorlage, Enter zeigt sie</translation>
    </message>
    <message>
        <source>File of a template</source>
        <translation>Datei einer Vorlage</translation>
    </message>
    <message>
        <source>How a ticket looks</source>
        <translation>Aussehen einer Karte</translation>
    </message>
    <message>
        <source>Ticket pa&amp;per</source>
        <translation>Karten&amp;papier</translation>
    </message>
</context>
</TS>
