<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CopyPage</name>
    <message>
        <source>Again: %1</source>
        <translation>Noch einmal: %1</translation>
    </message>
    <message>
        <source>a whole number from 1</source>
        <translation>eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 bis %1</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>eine Zeit wie 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>No date yet.</source>
        <translation>Noch kein Termin.</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>%n Termin: %1</numerusform>
            <numerusform>%n Termine: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The first time</source>
        <translation>Das erste Mal</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Every how many weeks</source>
        <translation>Alle wie viele Wochen</translation>
    </message>
    <message>
        <source>How many times, then Enter</source>
        <translation>Wie oft, dann Eingabetaste</translation>
    </message>
    <message>
        <source>Dates by the venue&apos;s clocks, one a line</source>
        <translation>Termine nach den Uhren des Hauses, einer je Zeile</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Another name; empty: the same</source>
        <translation>Anderer Name; leer: derselbe</translation>
    </message>
    <message>
        <source>With its codes</source>
        <translation>Mit den Codes</translation>
    </message>
    <message>
        <source>With seats that are set aside</source>
        <translation>Mit zurückgelegten Plätzen</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EditPage</name>
    <message>
        <source>No event is open</source>
        <translation>Keine Veranstaltung geöffnet</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neue Veranstaltung</translation>
    </message>
    <message>
        <source>sale open</source>
        <translation>Verkauf offen</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>Verkauf geschlossen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>draft, nothing is sold</source>
        <translation>Entwurf, nichts wird verkauft</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>wird gespeichert</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>After sale</source>
        <translation>Nach dem Kauf</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>Teile der Veranstaltung</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>5 min, 2 h or 1 d</source>
        <translation>5 min, 2 h oder 1 d</translation>
    </message>
    <message>
        <source>across down, like 900 120</source>
        <translation>quer und hinab, wie 900 120</translation>
    </message>
    <message>
        <source>Type in a cell; Ctrl+Delete removes a row.</source>
        <translation>In eine Zelle schreiben; Strg+Entf entfernt eine Zeile.</translation>
    </message>
    <message>
        <source>A row for each band, a column for each ticket type; an empty one is not sold.</source>
        <translation>Eine Zeile je Preisgruppe, eine Spalte je Kartenart; was leer ist, wird nicht verkauft.</translation>
    </message>
    <message>
        <source>Sections and areas by their numbers on the plan; with neither it is for all the others.</source>
        <translation>Blöcke und Stehbereiche nach ihren Nummern im Plan; ohne beides gilt er für alle übrigen.</translation>
    </message>
    <message>
        <source>Prices in %1</source>
        <translation>Preise in %1</translation>
    </message>
    <message>
        <source>Venue: %1</source>
        <translation>Spielstätte: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>Choose a code first.</source>
        <translation>Zuerst einen Code wählen.</translation>
    </message>
    <message>
        <source>Withdraw %1? Nobody gets it from then on; reservations that have it keep it.</source>
        <translation>%1 zurückziehen? Ab dann bekommt ihn niemand mehr; Reservierungen, die ihn haben, behalten ihn.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>A code is made at once. How often and how long one is good can be typed over, and is changed at once.</source>
        <translation>Ein Code wird sofort angelegt. Wie oft und wie lange einer gilt, lässt sich überschreiben und ändert sich sofort.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EndPage</name>
    <message>
        <source>Sold tickets are being counted.</source>
        <translation>Verkaufte Karten werden gezählt.</translation>
    </message>
    <message>
        <source>It takes place at another time</source>
        <translation>Sie findet zu einer anderen Zeit statt</translation>
    </message>
    <message>
        <source>It does not take place</source>
        <translation>Sie findet nicht statt</translation>
    </message>
    <message>
        <source>Nothing is sold any more, all tickets are void, and all that was paid goes back. This cannot be taken back.</source>
        <translation>Nichts wird mehr verkauft, alle Karten werden ungültig, alles Bezahlte geht zurück. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Words for the buyers; may be empty</source>
        <translation>Worte an die Käufer; darf leer sein</translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>Beginnt nun</translation>
    </message>
    <message>
        <source>2026-12-04 19:30</source>
        <comment>an example</comment>
        <translation>2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Buyers may answer until</source>
        <translation>Käufer können antworten bis</translation>
    </message>
    <message>
        <source>Who does not answer gets the money back</source>
        <translation>Wer nicht antwortet, bekommt das Geld zurück</translation>
    </message>
    <message>
        <source>Name of the event, to be sure</source>
        <translation>Name der Veranstaltung, zur Sicherheit</translation>
    </message>
    <message>
        <source>How far the refunds are</source>
        <translation>Wie weit die Erstattungen sind</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EventsScreen</name>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Venues an&amp;d plans</source>
        <translation>Häuser &amp;und Pläne</translation>
    </message>
    <message>
        <source>&amp;New event on the plan</source>
        <translation>Neue Veranstaltung auf &amp;dem Plan</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Open the sale</source>
        <translation>Verkauf &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Close the sale</source>
        <translation>Verkauf s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Throw away what is typed</source>
        <translation>Eingaben &amp;verwerfen</translation>
    </message>
    <message>
        <source>A&amp;gain at other times</source>
        <translation>Weitere &amp;Termine</translation>
    </message>
    <message>
        <source>Cance&amp;l or move</source>
        <translation>Absagen oder ver&amp;legen</translation>
    </message>
    <message>
        <source>Ne&amp;w venue</source>
        <translation>N&amp;eues Haus</translation>
    </message>
    <message>
        <source>&amp;Price bands of the plan</source>
        <translation>&amp;Preisgruppen des Plans</translation>
    </message>
    <message>
        <source>&amp;Import a plan&apos;s file</source>
        <translation>Datei eines Plans &amp;einlesen</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Zum &amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Paint what is selected</source>
        <translation>Auswahl &amp;färben</translation>
    </message>
    <message>
        <source>Select the &amp;whole section</source>
        <translation>Ganzen Block &amp;wählen</translation>
    </message>
    <message>
        <source>An&amp;other band</source>
        <translation>Weitere Preis&amp;gruppe</translation>
    </message>
    <message>
        <source>&amp;Remove the band</source>
        <translation>&amp;Preisgruppe entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Write these dates</source>
        <translation>Diese Termine &amp;eintragen</translation>
    </message>
    <message>
        <source>&amp;Move the event</source>
        <translation>Veranstaltung &amp;verlegen</translation>
    </message>
    <message>
        <source>&amp;Cancel the event for good</source>
        <translation>Veranstaltung &amp;endgültig absagen</translation>
    </message>
    <message>
        <source>Remove the row of a ta&amp;ble</source>
        <translation>Zeile einer Ta&amp;belle entfernen</translation>
    </message>
    <message>
        <source>This row stays: an event keeps its ticket types.</source>
        <translation>Diese Zeile bleibt: Eine Veranstaltung behält ihre Kartenarten.</translation>
    </message>
    <message>
        <source>Name and &amp;time of the event</source>
        <translation>Name und &amp;Zeit der Veranstaltung</translation>
    </message>
    <message>
        <source>Ticket types and &amp;prices</source>
        <translation>Kartenarten und &amp;Preise</translation>
    </message>
    <message>
        <source>Fees and ta&amp;xes</source>
        <translation>Gebühren und &amp;Steuern</translation>
    </message>
    <message>
        <source>&amp;When and how it sells</source>
        <translation>&amp;Wann und wie verkauft wird</translation>
    </message>
    <message>
        <source>&amp;After the sale</source>
        <translation>&amp;Nach dem Kauf</translation>
    </message>
    <message>
        <source>&amp;Entrances and allocations</source>
        <translation>&amp;Eingänge und Kontingente</translation>
    </message>
    <message>
        <source>C&amp;odes</source>
        <translation>C&amp;odes</translation>
    </message>
    <message>
        <source>Save &amp;the venue</source>
        <translation>Haus speiche&amp;rn</translation>
    </message>
    <message>
        <source>&amp;Make these events</source>
        <translation>Diese &amp;Veranstaltungen anlegen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>Save &amp;the bands</source>
        <translation>Pr&amp;eisgruppen speichern</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spe&amp;ichern</translation>
    </message>
    <message>
        <source>Choose venue and plan first, then the same key again.</source>
        <translation>Zuerst Haus und Plan wählen, dann dieselbe Taste noch einmal.</translation>
    </message>
    <message>
        <source>Open an event first.</source>
        <translation>Zuerst eine Veranstaltung öffnen.</translation>
    </message>
    <message>
        <source>There are more: type more of the name.</source>
        <translation>Es gibt mehr: mehr vom Namen eingeben.</translation>
    </message>
    <message>
        <source>No event yet.</source>
        <translation>Noch keine Veranstaltung.</translation>
    </message>
    <message>
        <source>Enter opens. Without a search only those to come are shown.</source>
        <translation>Eingabetaste öffnet. Ohne Suche stehen hier nur kommende.</translation>
    </message>
    <message>
        <source>What was asked before the app ended is done.</source>
        <translation>Was vor dem Ende der App beauftragt wurde, ist erledigt.</translation>
    </message>
    <message>
        <source>What was asked before the app ended was refused: nothing was done.</source>
        <translation>Was vor dem Ende der App beauftragt wurde, wurde abgelehnt: Nichts ist geschehen.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation>Veranstaltung suchen</translation>
    </message>
    <message>
        <source>name, venue or town</source>
        <translation>Name, Haus oder Ort</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Veranstaltungen</translation>
    </message>
    <message>
        <source>&amp;Choose a plan&apos;s file</source>
        <translation>Datei eines Plans &amp;wählen</translation>
    </message>
    <message>
        <source>Ma&amp;ke the code</source>
        <translation>Code anle&amp;gen</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Plätze als Ta&amp;belle</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neue Veranstaltung</translation>
    </message>
    <message>
        <source>&amp;Withdraw the code</source>
        <translation>Code &amp;zurückziehen</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PaintPage</name>
    <message>
        <source>%1: not imported yet</source>
        <translation>%1: noch nicht eingelesen</translation>
    </message>
    <message>
        <source>So it will look. Import it, or go back.</source>
        <translation>So wird es aussehen. Einlesen oder zurückgehen.</translation>
    </message>
    <message>
        <source>Select seats on the map, choose a band, paint. Saving makes a new version of the plan; events keep theirs.</source>
        <translation>Plätze im Plan wählen, Preisgruppe wählen, färben. Speichern macht eine neue Fassung des Plans; Veranstaltungen behalten ihre.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>area, band</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Select seats on the map first.</source>
        <translation>Zuerst Plätze im Plan wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) painted.</source>
        <translation>
            <numerusform>%n Platz gefärbt.</numerusform>
            <numerusform>%n Plätze gefärbt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to a seat on the map first, by the arrow keys.</source>
        <translation>Zuerst mit den Pfeiltasten zu einem Platz gehen.</translation>
    </message>
    <message>
        <source>There are as many bands as a plan may have.</source>
        <translation>Mehr Preisgruppen kann ein Plan nicht haben.</translation>
    </message>
    <message>
        <source>This band has places, or it is the only one: paint them otherwise first.</source>
        <translation>Diese Preisgruppe hat Plätze oder ist die einzige: zuerst anders färben.</translation>
    </message>
    <message>
        <source>Map of the plan</source>
        <translation>Karte des Plans</translation>
    </message>
    <message>
        <source>Price bands</source>
        <translation>Preisgruppen</translation>
    </message>
    <message>
        <source>Standin&amp;g areas: Enter paints</source>
        <translation>Steh&amp;bereiche: Eingabetaste färbt</translation>
    </message>
    <message>
        <source>Standing areas</source>
        <translation>Stehbereiche</translation>
    </message>
    <message>
        <source>Name of the new plan; empty: as it is</source>
        <translation>Name des neuen Plans; leer: wie bisher</translation>
    </message>
    <message>
        <source>Beside the name is the colour of this map; the web has its own.</source>
        <translation>Neben dem Namen steht die Farbe dieser Karte; das Web hat eine eigene.</translation>
    </message>
    <message>
        <source>Space selects, Enter paints what is selected, Esc goes to the map.</source>
        <translation>Leertaste wählt, Eingabe malt die Auswahl an, Esc geht zum Plan.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::VenuePage</name>
    <message>
        <source>Plans of %1</source>
        <translation>Pläne von %1</translation>
    </message>
    <message>
        <source>Plans: save the venue first</source>
        <translation>Pläne: zuerst das Haus speichern</translation>
    </message>
    <message>
        <source>A seating plan</source>
        <translation>Ein Saalplan</translation>
    </message>
    <message>
        <source>Seating plans (*.json)</source>
        <translation>Saalpläne (*.json)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Häuser</translation>
    </message>
    <message>
        <source>Plans of the venue</source>
        <translation>Pläne des Hauses</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country, two letters; may be empty</source>
        <translation>Land, zwei Buchstaben; darf leer sein</translation>
    </message>
    <message>
        <source>DE</source>
        <comment>an example</comment>
        <translation>DE</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Europe/Berlin</source>
        <comment>an example</comment>
        <translation>Europe/Berlin</translation>
    </message>
    <message>
        <source>Import a plan: its file, then Enter</source>
        <translation>Plan einlesen: seine Datei, dann Eingabetaste</translation>
    </message>
    <message>
        <source>the seating-plan editor&apos;s JSON</source>
        <translation>JSON des Saalplan-Editors</translation>
    </message>
</context>
</TS>
