<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Sale</name>
    <message>
        <source>Quick line: type a number and a letter, for example 2, 4b or 2+1c.</source>
        <translation>Schnellzeile: Zahl und Buchstabe eingeben, zum Beispiel 2, 4b oder 2+1c.</translation>
    </message>
    <message>
        <source>Quick line: the number must be 1 or more.</source>
        <translation>Schnellzeile: Die Zahl muss mindestens 1 sein.</translation>
    </message>
    <message numerus="yes">
        <source>Quick line: this event has %n ticket type(s), so there are as many numbers.</source>
        <translation>
            <numerusform>Schnellzeile: Diese Veranstaltung hat %n Kartenart, also gibt es eine Zahl.</numerusform>
            <numerusform>Schnellzeile: Diese Veranstaltung hat %n Kartenarten, also gibt es ebenso viele Zahlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quick line: an order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Schnellzeile: Ein Auftrag kann höchstens %n Platz haben.</numerusform>
            <numerusform>Schnellzeile: Ein Auftrag kann höchstens %n Plätze haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quick line: letters of bands and areas go from a to %1.</source>
        <translation>Schnellzeile: Buchstaben für Preisbänder und Bereiche gehen von a bis %1.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between seats</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>row %1, seat(s) %2</source>
        <translation>
            <numerusform>Reihe %1, Platz %2</numerusform>
            <numerusform>Reihe %1, Plätze %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, row %2, seat(s) %3</source>
        <translation>
            <numerusform>%1, Reihe %2, Platz %3</numerusform>
            <numerusform>%1, Reihe %2, Plätze %3</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between rows of seats</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Taken by somebody else: %1. The others stay selected.</source>
        <translation>Von jemand anderem genommen: %1. Die übrigen bleiben ausgewählt.</translation>
    </message>
    <message>
        <source>A single seat would be left over: %1. Move by one seat, or take that, too.</source>
        <translation>Ein einzelner Platz bliebe übrig: %1. Um einen Platz verschieben oder diesen mitnehmen.</translation>
    </message>
    <message>
        <source>Companion seats go with their wheelchair place: %1.</source>
        <translation>Begleitplätze gehören zu ihrem Rollstuhlplatz: %1.</translation>
    </message>
    <message>
        <source>There are not so many free seats side by side there.</source>
        <translation>Dort sind nicht so viele Plätze nebeneinander frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are left in this area.</source>
        <translation>
            <numerusform>In diesem Bereich ist noch %n Platz frei.</numerusform>
            <numerusform>In diesem Bereich sind noch %n Plätze frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>Kartenart: In diesem Preisband gibt es sie nicht.</translation>
    </message>
    <message>
        <source>The event was changed meanwhile. Choose it again.</source>
        <translation>Die Veranstaltung wurde inzwischen geändert. Bitte neu auswählen.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n place(s) at most.</source>
        <translation>
            <numerusform>Ein Auftrag kann höchstens %n Platz haben.</numerusform>
            <numerusform>Ein Auftrag kann höchstens %n Plätze haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One buyer may have %n place(s) at most.</source>
        <translation>
            <numerusform>Eine Person kann höchstens %n Platz haben.</numerusform>
            <numerusform>Eine Person kann höchstens %n Plätze haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: this event has none like it.</source>
        <translation>Code: Für diese Veranstaltung gibt es ihn nicht.</translation>
    </message>
    <message>
        <source>Code: it is not valid now.</source>
        <translation>Code: Er gilt zurzeit nicht.</translation>
    </message>
    <message>
        <source>Code: it is used up.</source>
        <translation>Code: Er ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The sale opens at %1.</source>
        <translation>Der Verkauf beginnt am %1.</translation>
    </message>
    <message>
        <source>The sale is not open yet.</source>
        <translation>Der Verkauf hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The sale of this event is closed.</source>
        <translation>Der Verkauf dieser Veranstaltung ist beendet.</translation>
    </message>
    <message>
        <source>This event is not sold at the box office.</source>
        <translation>Diese Veranstaltung wird an der Kasse nicht verkauft.</translation>
    </message>
    <message>
        <source>This event is cancelled: nothing of it is sold any more.</source>
        <translation>Diese Veranstaltung ist abgesagt: Sie wird nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>This event is not there any more. Choose another.</source>
        <translation>Diese Veranstaltung gibt es nicht mehr. Bitte eine andere auswählen.</translation>
    </message>
    <message>
        <source>This server cannot do that yet.</source>
        <translation>Dieser Server kann das noch nicht.</translation>
    </message>
    <message>
        <source>The hold has run out: the places are free again.</source>
        <translation>Die Reservierung ist abgelaufen: Die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>An order was made of it already.</source>
        <translation>Daraus wurde bereits ein Auftrag.</translation>
    </message>
    <message>
        <source>The approval came too late: its two minutes are over. Ask for another.</source>
        <translation>Die Freigabe kam zu spät: Ihre zwei Minuten sind vorbei. Bitte erneut freigeben lassen.</translation>
    </message>
    <message>
        <source>This approval was used already. Ask for another.</source>
        <translation>Diese Freigabe wurde schon verwendet. Bitte erneut freigeben lassen.</translation>
    </message>
    <message>
        <source>The approval is good for less than this. Ask for another.</source>
        <translation>Die Freigabe gilt für einen kleineren Betrag. Bitte erneut freigeben lassen.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>Die Freigabe gilt für etwas anderes. Bitte erneut freigeben lassen.</translation>
    </message>
    <message>
        <source>%1, seat %2</source>
        <translation>%1, Platz %2</translation>
    </message>
    <message>
        <source>Row %1, seat %2</source>
        <translation>Reihe %1, Platz %2</translation>
    </message>
    <message>
        <source>%1, row %2, seat %3</source>
        <translation>%1, Reihe %2, Platz %3</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
</context>
<context>
    <name>tessera::sale::BandModel</name>
    <message>
        <source> / </source>
        <comment>between prices</comment>
        <translation> / </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Band or area</source>
        <translation>Platzart</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CartModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>ticket type, reason</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Name: 1 to %1 bytes.</source>
        <translation>Name: 1 bis %1 Byte.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @, or nothing.</source>
        <translation>E-Mail: 3 bis %1 Byte mit einem @, oder nichts.</translation>
    </message>
    <message>
        <source>Telephone: %1 to %2 of digits, blanks, +, -, / and brackets, or nothing.</source>
        <translation>Telefon: %1 bis %2 Zeichen aus Ziffern, Leerzeichen, +, -, / und Klammern, oder nichts.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::CustomerWriter</name>
    <message>
        <source>Whether the customer was saved is not known. Look for them: what is found is what is so.</source>
        <translation>Ob gespeichert wurde, ist nicht bekannt. Bitte danach suchen: Was gefunden wird, gilt.</translation>
    </message>
    <message>
        <source>Somebody else has changed this customer meanwhile, and they are not found as they were. Look for them again.</source>
        <translation>Diese Kundendaten wurden inzwischen anderswo geändert und sind so nicht mehr zu finden. Bitte noch einmal suchen.</translation>
    </message>
    <message>
        <source>Somebody else has changed them meanwhile; nothing was saved. Look for them again.</source>
        <translation>Diese Kundendaten wurden inzwischen anderswo geändert; gespeichert wurde nichts. Bitte noch einmal suchen.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::EventSearch</name>
    <message>
        <source>, </source>
        <comment>between parts of a line</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgesagt: %1</translation>
    </message>
    <message>
        <source>Not open yet: %1</source>
        <translation>Noch nicht eröffnet: %1</translation>
    </message>
    <message>
        <source>Sale closed: %1</source>
        <translation>Verkauf beendet: %1</translation>
    </message>
</context>
<context>
    <name>tessera::sale::OrderNotes</name>
    <message>
        <source>The note was not kept: too many wait for the server.</source>
        <translation>Notiz nicht behalten: Zu viele warten auf den Server.</translation>
    </message>
    <message>
        <source>The note was not kept: %1</source>
        <translation>Notiz nicht behalten: %1</translation>
    </message>
    <message>
        <source>The note of an order waits: it is sent once somebody whose role may write it signs in here.</source>
        <translation>Die Notiz einer Bestellung wartet: Sie wird gesendet, sobald sich hier jemand anmeldet, dessen Rolle es darf.</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Pricing</name>
    <message>
        <source>Nothing is held that could be priced.</source>
        <translation>Es ist nichts reserviert, dessen Preis sich ändern ließe.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>Code: %n character(s) at most.</source>
        <translation>
            <numerusform>Code: höchstens %n Zeichen.</numerusform>
            <numerusform>Code: höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes, without names.</source>
        <translation>Grund: 1 bis %1 Byte, ohne Namen.</translation>
    </message>
    <message>
        <source>New total: %1</source>
        <translation>Neue Summe: %1</translation>
    </message>
    <message>
        <source>This is a new hold: the prices that were made by hand are made again.</source>
        <translation>Neue Reservierung: Von Hand gemachte Preise werden wieder gesetzt.</translation>
    </message>
    <message>
        <source>It was not approved: nothing is changed.</source>
        <translation>Nicht freigegeben: Es bleibt alles, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>It was not approved: %n price(s) made by hand are not made again.</source>
        <translation>
            <numerusform>Nicht freigegeben: Ein von Hand gemachter Preis wird nicht wieder gesetzt.</numerusform>
            <numerusform>Nicht freigegeben: %n von Hand gemachte Preise werden nicht wieder gesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>Dieser Verkauf wird gerade bezahlt.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) made by hand are not made again: the cart shows what is charged.</source>
        <translation>
            <numerusform>Ein von Hand gemachter Preis wird nicht wieder gesetzt: Der Warenkorb zeigt, was verlangt wird.</numerusform>
            <numerusform>%n von Hand gemachte Preise werden nicht wieder gesetzt: Der Warenkorb zeigt, was verlangt wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::sale::SeatInfo</name>
    <message>
        <source>Set aside for %1</source>
        <translation>Zurückgelegt für %1</translation>
    </message>
    <message>
        <source>Set aside under %1</source>
        <translation>Zurückgelegt unter %1</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>im Web</translation>
    </message>
    <message>
        <source>at a kiosk</source>
        <translation>an einem Automaten</translation>
    </message>
    <message>
        <source>at the box office</source>
        <translation>an der Kasse</translation>
    </message>
    <message>
        <source>Held here until %1</source>
        <translation>Hier reserviert bis %1</translation>
    </message>
    <message>
        <source>Being paid %1, until %2 at the latest</source>
        <translation>Wird %1 bezahlt, spätestens bis %2</translation>
    </message>
    <message>
        <source>Sold %1</source>
        <translation>Verkauft %1</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, an %2</translation>
    </message>
    <message>
        <source>this till</source>
        <translation>diese Kasse</translation>
    </message>
    <message>
        <source>the web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>a kiosk</source>
        <translation>Automat</translation>
    </message>
    <message>
        <source>the box office</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a colleague and a till</comment>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Held %1 until %2, %3 left</source>
        <translation>Reserviert %1 bis %2, noch %3</translation>
    </message>
</context>
<context>
    <name>tessera::sale::Seller</name>
    <message>
        <source>Something is reserved. Sell it or give it back, then choose another event.</source>
        <translation>Es ist etwas reserviert. Erst verkaufen oder zurückgeben, dann eine andere Veranstaltung wählen.</translation>
    </message>
    <message>
        <source>No event is chosen yet.</source>
        <translation>Es ist noch keine Veranstaltung gewählt.</translation>
    </message>
    <message>
        <source>This sale is being paid for.</source>
        <translation>Dieser Verkauf wird gerade bezahlt.</translation>
    </message>
    <message>
        <source>What became of the last question is not known yet. Ask again first.</source>
        <translation>Was aus der letzten Anfrage wurde, ist noch unbekannt. Bitte erst erneut fragen.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>Es ist kein Platz ausgewählt.</translation>
    </message>
    <message numerus="yes">
        <source>An order may have %n seat(s) at most; %1 are selected.</source>
        <translation>
            <numerusform>Ein Auftrag kann höchstens %n Platz haben; ausgewählt sind %1.</numerusform>
            <numerusform>Ein Auftrag kann höchstens %n Plätze haben; ausgewählt sind %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>The answer came too late: the places are free again.</source>
        <translation>Die Antwort kam zu spät: Die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Reserviert: %1</translation>
    </message>
    <message>
        <source>The places are free again.</source>
        <translation>Die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>Held before the app was started, and still ours: %1</source>
        <translation>Vor dem Start der App reserviert und noch unser: %1</translation>
    </message>
    <message>
        <source>What was held before the app was started is free again.</source>
        <translation>Was vor dem Start der App reserviert war, ist wieder frei.</translation>
    </message>
    <message>
        <source>What was held before the app was started was checked out. See how its order stands before anything is sold again.</source>
        <translation>Was vor dem Start der App reserviert war, wurde zur Bestellung. Deren Stand ansehen, bevor etwas noch einmal verkauft wird.</translation>
    </message>
    <message>
        <source>The sale from before the app was started is left: what it held is free again by itself.</source>
        <translation>Der Verkauf von vor dem Start der App ist aufgegeben: Was er hielt, wird von selbst wieder frei.</translation>
    </message>
</context>
</TS>
