<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationForm</name>
    <message>
        <source>Change allocation %1</source>
        <translation>Kontingent %1 ändern</translation>
    </message>
    <message>
        <source>New allocation %1</source>
        <translation>Neues Kontingent %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Name of the allocation</source>
        <translation>Name des Kontingents</translation>
    </message>
    <message>
        <source>Set asi&amp;de for</source>
        <translation>Zu&amp;rückgelegt für</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>Zurückgelegt für</translation>
    </message>
    <message>
        <source>Public by itself &amp;from</source>
        <translation>Von sel&amp;bst frei ab</translation>
    </message>
    <message>
        <source>Release time</source>
        <translation>Freigabezeit</translation>
    </message>
    <message>
        <source>By the clocks of the venue: %1. Enter saves, Esc leaves.</source>
        <translation>Nach den Uhren des Hauses: %1. Enter speichert, Esc verlässt.</translation>
    </message>
    <message>
        <source>There is no such hour at the venue: its clock is put on in that night.</source>
        <translation>Diese Stunde gibt es am Spielort nicht: Die Uhr wird in dieser Nacht vorgestellt.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::InventoryScreen</name>
    <message>
        <source>An&amp;other event</source>
        <translation>Andere &amp;Veranstaltung</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Zum &amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Sold by price band</source>
        <translation>Verkauft nach P&amp;reisband</translation>
    </message>
    <message>
        <source>Ma&amp;nifest: who comes</source>
        <translation>Gäste&amp;liste: wer kommt</translation>
    </message>
    <message>
        <source>&amp;Will call</source>
        <translation>Ab&amp;holung</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>Der &amp;ganze Plan</translation>
    </message>
    <message>
        <source>To the &amp;allocations</source>
        <translation>Zu den &amp;Kontingenten</translation>
    </message>
    <message>
        <source>Set the selected seats as&amp;ide</source>
        <translation>Auswahl zur&amp;ücklegen</translation>
    </message>
    <message>
        <source>Give to the &amp;public</source>
        <translation>Freig&amp;eben</translation>
    </message>
    <message>
        <source>Selec&amp;t its seats</source>
        <translation>Seine Plätze &amp;wählen</translation>
    </message>
    <message>
        <source>Ne&amp;w allocation</source>
        <translation>Neues &amp;Kontingent</translation>
    </message>
    <message>
        <source>Na&amp;me and time</source>
        <translation>Name und Zei&amp;t</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>Letzte A&amp;uswahl zurücknehmen</translation>
    </message>
    <message>
        <source>Stop a&amp;fter this piece</source>
        <translation>Nach diesem Te&amp;il anhalten</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>Ne&amp;u lesen</translation>
    </message>
    <message>
        <source>Save as &amp;CSV</source>
        <translation>Als &amp;CSV speichern</translation>
    </message>
    <message>
        <source>Save as P&amp;DF</source>
        <translation>Als &amp;PDF speichern</translation>
    </message>
    <message>
        <source>Print the &amp;list</source>
        <translation>Liste &amp;drucken</translation>
    </message>
    <message>
        <source>Choose an allocation first: F7 goes to the list, Ctrl+N makes one.</source>
        <translation>Zuerst ein Kontingent wählen: F7 geht zur Liste, Strg+N legt eines an.</translation>
    </message>
    <message>
        <source>Seats of %1 to the public</source>
        <translation>Plätze von %1 für das Publikum</translation>
    </message>
    <message>
        <source>Seats of %1 set aside: %2</source>
        <translation>Plätze von %1 zurücklegen: %2</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are at the printer.</source>
        <translation>
            <numerusform>%n Seite ist beim Drucker.</numerusform>
            <numerusform>%n Seiten sind beim Drucker.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer has not taken the list: save it as PDF instead.</source>
        <translation>Der Drucker hat die Liste nicht angenommen: stattdessen als PDF speichern.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Es gibt mehr: mehr von Name, Haus oder Ort eingeben.</translation>
    </message>
    <message>
        <source>&amp;Inventory</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>Kein Platz wird betrachtet.</translation>
    </message>
    <message>
        <source>The map is being read.</source>
        <translation>Der Plan wird gelesen.</translation>
    </message>
    <message>
        <source>The map may be old: it follows again by itself.</source>
        <translation>Der Plan kann veraltet sein: Er folgt von selbst wieder.</translation>
    </message>
    <message>
        <source>The map does not follow any more. Choose the event again.</source>
        <translation>Der Plan folgt nicht mehr. Die Veranstaltung neu wählen.</translation>
    </message>
    <message>
        <source>No seat is selected: arrows and Space, or the pointer.</source>
        <translation>Kein Platz ist ausgewählt: Pfeile und Leertaste oder Zeiger.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are selected.</source>
        <translation>
            <numerusform>%n Platz ist ausgewählt.</numerusform>
            <numerusform>%n Plätze sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet: %1 of %2</source>
        <translation>Noch unbekannt: %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Noch nichts gezählt.</translation>
    </message>
    <message>
        <source>Counted at %1: nothing newer has come since.</source>
        <translation>Gezählt um %1: Seither ist nichts Neueres gekommen.</translation>
    </message>
    <message>
        <source>Counted at %1, and again every two seconds.</source>
        <translation>Gezählt um %1 und alle zwei Sekunden neu.</translation>
    </message>
    <message>
        <source>Choose an event</source>
        <translation>Veranstaltung wählen</translation>
    </message>
    <message>
        <source>&amp;Name, venue or town</source>
        <translation>Na&amp;me, Haus oder Ort</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Gefundene Veranstaltungen</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter chooses, Esc leaves.</source>
        <translation>Pfeile gehen durch die Liste, Enter wählt, Esc verlässt.</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Kontingente</translation>
    </message>
    <message>
        <source>Seats that are done</source>
        <translation>Erledigte Plätze</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Plätze als Ta&amp;belle</translation>
    </message>
    <message>
        <source>Waits for an approval: Ctrl+. gives up</source>
        <translation>Wartet auf eine Genehmigung: Strg+. bricht ab</translation>
    </message>
    <message>
        <source>Space selects, Enter sets aside what is selected, Esc goes back.</source>
        <translation>Leertaste wählt, Enter legt die Auswahl zurück, Esc geht zurück.</translation>
    </message>
    <message>
        <source>Select the whole sect&amp;ion</source>
        <translation>Ganzen &amp;Block wählen</translation>
    </message>
    <message>
        <source>Sa&amp;ve the allocation</source>
        <translation>Kontingent spei&amp;chern</translation>
    </message>
    <message>
        <source>Ta&amp;ke the name away</source>
        <translation>Name ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Zurück zur Liste</translation>
    </message>
    <message>
        <source>Go to a seat first, by the arrow keys.</source>
        <translation>Zuerst mit den Pfeiltasten zu einem Platz gehen.</translation>
    </message>
    <message>
        <source>Not approved yet: Ctrl+Enter asks for it again, Ctrl+. gives it up.</source>
        <translation>Noch nicht genehmigt: Strg+Eingabe fragt noch einmal danach, Strg+. bricht ab.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ManifestPage</name>
    <message>
        <source>Will call: who has not collected yet</source>
        <translation>Abholung: wer noch nicht abgeholt hat</translation>
    </message>
    <message>
        <source>Manifest: who comes</source>
        <translation>Gästeliste: wer kommt</translation>
    </message>
    <message>
        <source>Nothing is read yet.</source>
        <translation>Noch nichts gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Being read: %n ticket(s) so far.</source>
        <translation>
            <numerusform>Wird gelesen: bisher %n Karte.</numerusform>
            <numerusform>Wird gelesen: bisher %n Karten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of %1</source>
        <translation>
            <numerusform>%n Karte von %1</numerusform>
            <numerusform>%n Karten von %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list is longer: the first %n ticket(s) are here. The file has all.</source>
        <translation>
            <numerusform>Die Liste ist länger: Hier ist die erste %n Karte. Die Datei hat alle.</numerusform>
            <numerusform>Die Liste ist länger: Hier sind die ersten %n Karten. Die Datei hat alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Filter by place, name, e-mail, note or order</source>
        <translation>Filtern nach P&amp;latz, Name, E-Mail, Notiz oder Bestellung</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellThroughPage</name>
    <message>
        <source>Sold by price band</source>
        <translation>Verkauft nach Preisband</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Bars of what is sold by price band</source>
        <translation>Balken des Verkauften nach Preisband</translation>
    </message>
    <message>
        <source>Set aside and sold by allocation</source>
        <translation>Zurückgelegt und verkauft nach Kontingent</translation>
    </message>
</context>
</TS>
