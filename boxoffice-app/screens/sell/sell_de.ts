<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AllocationLegend</name>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>letter, allocation, number of seats</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n more: look at a seat to read whose it is.</source>
        <translation>
            <numerusform>%n weiteres Kontingent: einen Platz ansehen, um zu lesen, wessen er ist.</numerusform>
            <numerusform>%n weitere Kontingente: einen Platz ansehen, um zu lesen, wessen er ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CartPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>fee, amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between fees</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Nichts reserviert</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Reserviert für %1</translation>
    </message>
    <message>
        <source>The hold has run out</source>
        <translation>Reservierung abgelaufen</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Places in the cart</source>
        <translation>Plätze im Warenkorb</translation>
    </message>
    <message>
        <source>%1: %2 included</source>
        <comment>tax, amount</comment>
        <translation>%1: %2 enthalten</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerForm</name>
    <message>
        <source>They are sent an invoice that is due on a day, and pay later.</source>
        <translation>Erhält eine Rechnung mit Fälligkeitstag und zahlt später.</translation>
    </message>
    <message>
        <source>May buy on account. Who may sell on account can change that.</source>
        <translation>Darf auf Rechnung kaufen. Ändern kann das, wer auf Rechnung verkaufen darf.</translation>
    </message>
    <message>
        <source>May not buy on account. Who may sell on account can change that.</source>
        <translation>Darf nicht auf Rechnung kaufen. Ändern kann das, wer auf Rechnung verkaufen darf.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>E-ma&amp;il</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>Or&amp;ganisation</source>
        <translation>Or&amp;ganisation</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Notiz dazu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Organisation, as an invoice names it</source>
        <translation>Organisation, wie sie auf der Rechnung steht</translation>
    </message>
    <message>
        <source>Note of the customer</source>
        <translation>Notiz zur Kundschaft</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Language in which they are written to</source>
        <translation>Sprache der Nachrichten</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>May &amp;buy on account</source>
        <translation>Kauf auf Rechnung er&amp;laubt</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>&amp;Name, e-mail or telephone</source>
        <translation>Name, E-Mail oder &amp;Telefon</translation>
    </message>
    <message>
        <source>Customers that were found</source>
        <translation>Gefundene Kunden</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile. What was typed here still stands, the rest is as it is now. Save again to keep both.</source>
        <translation>Diese Kundendaten wurden inzwischen anderswo geändert. Das hier Getippte steht noch, der Rest ist auf dem jetzigen Stand. Noch einmal speichern behält beides.</translation>
    </message>
    <message>
        <source>The customer is saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Enter takes the chosen one; where nobody is found, it goes to the form for somebody new. Esc leaves.</source>
        <translation>Enter übernimmt den gewählten Eintrag; ist niemand gefunden, geht es zum Formular zum Anlegen. Esc verlässt die Suche.</translation>
    </message>
    <message>
        <source>There is an order already, and it keeps the name that it has.</source>
        <translation>Es gibt schon eine Bestellung, und sie behält den Namen, den sie hat.</translation>
    </message>
    <message>
        <source>The customer is saved. There is an order already, and it keeps the name that it has.</source>
        <translation>Gespeichert. Es gibt schon eine Bestellung, und sie behält den Namen, den sie hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are changed and not saved yet: save one of them first.</source>
        <translation>
            <numerusform>Eine Person ist geändert und noch nicht gespeichert: zuerst speichern.</numerusform>
            <numerusform>%n Personen sind geändert und noch nicht gespeichert: zuerst eine davon speichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody new</source>
        <translation>jemand Neues</translation>
    </message>
    <message>
        <source>Typed and not saved, and forgotten with the sale: %1</source>
        <translation>Getippt und nicht gespeichert, mit dem Verkauf wieder vergessen: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between customers</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>The server has not answered. Whether the customer is saved is not known: it is being asked again, and they are saved once. Until then no other customer is changed.</source>
        <translation>Der Server hat nicht geantwortet. Ob gespeichert wurde, ist nicht bekannt: Es wird noch einmal gefragt und nur einmal gespeichert. Bis dahin wird niemand sonst geändert.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SellScreen</name>
    <message>
        <source>Space selects, Enter holds what is selected, Esc goes back.</source>
        <translation>Leertaste wählt aus, Eingabe reserviert das Ausgewählte, Esc geht zurück.</translation>
    </message>
    <message>
        <source>&amp;Find an event</source>
        <translation>&amp;Veranstaltung suchen</translation>
    </message>
    <message>
        <source>To the &amp;map</source>
        <translation>Zum &amp;Plan</translation>
    </message>
    <message>
        <source>The &amp;whole map</source>
        <translation>&amp;Ganzer Plan</translation>
    </message>
    <message>
        <source>&amp;Hold what is selected</source>
        <translation>Ausgewähltes &amp;reservieren</translation>
    </message>
    <message>
        <source>&amp;Undo the last selection</source>
        <translation>Letzte Auswahl &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Best places instead</source>
        <translation>&amp;Beste Plätze stattdessen</translation>
    </message>
    <message>
        <source>Take or ask a&amp;gain</source>
        <translation>&amp;Erneut nehmen oder fragen</translation>
    </message>
    <message>
        <source>To &amp;pay</source>
        <translation>Zum &amp;Bezahlen</translation>
    </message>
    <message>
        <source>Give bac&amp;k</source>
        <translation>&amp;Zurückgeben</translation>
    </message>
    <message>
        <source>Next ticket t&amp;ype</source>
        <translation>Nächste &amp;Kartenart</translation>
    </message>
    <message>
        <source>To the &amp;cart</source>
        <translation>Zum &amp;Warenkorb</translation>
    </message>
    <message>
        <source>C&amp;ustomer</source>
        <translation>K&amp;unde</translation>
    </message>
    <message>
        <source>&amp;Note of the order</source>
        <translation>&amp;Notiz zum Auftrag</translation>
    </message>
    <message>
        <source>Co&amp;de</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Complimentary</source>
        <translation>&amp;Freikarten</translation>
    </message>
    <message>
        <source>Another p&amp;rice</source>
        <translation>Anderer P&amp;reis</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>This app has no screen to pay at.</source>
        <translation>Diese App hat keine Ansicht zum Bezahlen.</translation>
    </message>
    <message>
        <source>Promotion or access code</source>
        <translation>Aktions- oder Zugangscode</translation>
    </message>
    <message>
        <source>Why complimentary</source>
        <translation>Warum Freikarten</translation>
    </message>
    <message>
        <source>Price of each ticket</source>
        <translation>Preis je Karte</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Warum dieser Preis</translation>
    </message>
    <message>
        <source>Price: an amount like 12.50, in %1.</source>
        <translation>Preis: ein Betrag wie 12,50, in %1.</translation>
    </message>
    <message>
        <source>The event is being read.</source>
        <translation>Die Veranstaltung wird gelesen.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Keine Veranstaltung gewählt</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>Der Plan wird geladen.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>Der Plan ist vielleicht veraltet: Er folgt wieder, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>The map is not followed any more. Choose the event again.</source>
        <translation>Der Plan wird nicht mehr verfolgt. Bitte die Veranstaltung neu wählen.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
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
        <translation>Pfeiltasten gehen durch die Liste, Eingabe wählt, Esc verlässt.</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>&amp;Quick line: number, then letter of band or area</source>
        <translation>Schnellzeile: Zahl, &amp;dann Buchstabe von Preisband oder Bereich</translation>
    </message>
    <message>
        <source>Quick line</source>
        <translation>Schnellzeile</translation>
    </message>
    <message>
        <source>2 or 4b or 2+1c, Enter</source>
        <translation>2 oder 4b oder 2+1c, Eingabe</translation>
    </message>
    <message>
        <source>Price bands and areas</source>
        <translation>Preisbänder und Bereiche</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>Notiz zum Auftrag</translation>
    </message>
    <message>
        <source>No seat is looked at.</source>
        <translation>Kein Platz im Blick.</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Es gibt mehr: mehr von Name, Haus oder Ort eingeben.</translation>
    </message>
    <message>
        <source>The hold runs out in a minute.</source>
        <translation>Die Reservierung läuft in einer Minute ab.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again. Enter takes them again if they still are.</source>
        <translation>Die Reservierung ist abgelaufen: Die Plätze sind wieder frei. Eingabe nimmt sie erneut, falls sie es noch sind.</translation>
    </message>
    <message>
        <source>&amp;Sell</source>
        <translation>&amp;Verkaufen</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Plätze als Ta&amp;belle</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s): %1</source>
        <translation>
            <numerusform>%n Platz: %1</numerusform>
            <numerusform>%n Plätze: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Up to %2 less in all.</source>
        <comment>what, amount</comment>
        <translation>%1. Insgesamt bis zu %2 weniger.</translation>
    </message>
    <message>
        <source>Prices of this sale, as changed</source>
        <translation>Preise dieses Verkaufs, wie geändert</translation>
    </message>
    <message>
        <source>Somebody ne&amp;w</source>
        <translation>Neu an&amp;legen</translation>
    </message>
    <message>
        <source>Chan&amp;ge the customer</source>
        <translation>Kund&amp;endaten ändern</translation>
    </message>
    <message>
        <source>Sa&amp;ve and take</source>
        <translation>Spe&amp;ichern und übernehmen</translation>
    </message>
</context>
</TS>
