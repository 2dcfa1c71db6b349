<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::ExchangePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between places</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Choose the new places</source>
        <translation>Neue Plätze wählen</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>To pay: %1</source>
        <translation>Zu zahlen: %1</translation>
    </message>
    <message>
        <source>Goes back: %1</source>
        <translation>Geht zurück: %1</translation>
    </message>
    <message>
        <source>The map is being loaded.</source>
        <translation>Der Saalplan wird geladen.</translation>
    </message>
    <message>
        <source>The map may be old: it goes on as soon as the server answers.</source>
        <translation>Der Saalplan ist vielleicht veraltet: es geht weiter, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>The map is not followed any more.</source>
        <translation>Der Saalplan wird nicht mehr nachgeführt.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Reserviert für %1</translation>
    </message>
    <message>
        <source>Nothing is held; the old tickets are as they were.</source>
        <translation>Nichts reserviert; die alten Karten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Given up, %1: %2</source>
        <comment>amount, places</comment>
        <translation>Zurückgegeben, %1: %2</translation>
    </message>
    <message>
        <source>Taken, %1: %2</source>
        <comment>amount, places</comment>
        <translation>Genommen, %1: %2</translation>
    </message>
    <message>
        <source>Exchange, upgrade or move</source>
        <translation>Umtauschen, aufwerten oder umsetzen</translation>
    </message>
    <message>
        <source>Seat map of the exchange</source>
        <translation>Saalplan des Umtauschs</translation>
    </message>
    <message>
        <source>New &amp;places: the letter of a band, a number and a letter, or on the map; nothing is the best for as many</source>
        <translation>Neue &amp;Plätze: Buchstabe eines Preisbands, Zahl und Buchstabe, oder im Saalplan; leer sind es die besten für ebenso viele</translation>
    </message>
    <message>
        <source>New places</source>
        <translation>Neue Plätze</translation>
    </message>
    <message>
        <source>b or 2b, Enter</source>
        <translation>b oder 2b, Eingabe</translation>
    </message>
    <message>
        <source>Space selects, Enter takes what is selected, Esc goes to the line.</source>
        <translation>Leertaste wählt, Eingabe nimmt die Auswahl, Esc geht zur Zeile.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrderPage</name>
    <message>
        <source>Sold %1, %2</source>
        <comment>where, when</comment>
        <translation>Verkauft %1, %2</translation>
    </message>
    <message>
        <source>Sold %1 by %2, %3</source>
        <comment>where, who, when</comment>
        <translation>Verkauft %1 von %2, %3</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>bezahlt %1</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>zurück %1</translation>
    </message>
    <message>
        <source>still to go back %1</source>
        <translation>noch zurückzugeben %1</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between sums</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>The order is being read.</source>
        <translation>Die Bestellung wird gelesen.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
    <message>
        <source>What is shown may be old, it is being read again: %1</source>
        <translation>Das Gezeigte ist vielleicht veraltet, es wird neu gelesen: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Tickets of the order</source>
        <translation>Karten der Bestellung</translation>
    </message>
    <message>
        <source>Payments and refunds of the order</source>
        <translation>Zahlungen und Erstattungen der Bestellung</translation>
    </message>
    <message>
        <source>Tickets; without a choice all are meant</source>
        <translation>Karten; ohne Auswahl sind alle gemeint</translation>
    </message>
    <message>
        <source>Mails to the buyer</source>
        <translation>Mails an die kaufende Person</translation>
    </message>
    <message>
        <source>Mails to the order&apos;s buyer</source>
        <translation>Mails zur Bestellung</translation>
    </message>
    <message>
        <source>No mail went to the buyer</source>
        <translation>Keine Mail ging an die kaufende Person</translation>
    </message>
    <message>
        <source>An older order, whose tickets paid for these, cannot be read: whether cash is to be handed over there is not known.</source>
        <translation>Eine ältere Bestellung, mit deren Karten diese bezahlt sind, ist nicht zu lesen: ob dort Bargeld zu übergeben ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 is to be handed over in cash, from the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>%1 bar zu übergeben, aus der älteren Bestellung %2. „Übergeben“ führt dorthin.</translation>
    </message>
    <message>
        <source>%1 is to go back by the house, in the older order %2. &quot;Handed over&quot; leads there.</source>
        <translation>%1 gibt das Haus zurück, in der älteren Bestellung %2. „Übergeben“ führt dorthin.</translation>
    </message>
    <message>
        <source>%1 goes back in the older order %2, and is not back yet.</source>
        <translation>%1 geht in der älteren Bestellung %2 zurück und ist noch nicht zurück.</translation>
    </message>
    <message>
        <source>%1 went on to older orders, whose tickets paid for these: what of it is still to go back is being looked for.</source>
        <translation>%1 ging an ältere Bestellungen weiter, mit deren Karten diese bezahlt sind: was davon noch zurückgeht, wird gesucht.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::OrdersScreen</name>
    <message>
        <source>&amp;Find an order</source>
        <translation>Bestellung &amp;suchen</translation>
    </message>
    <message>
        <source>To the &amp;tickets</source>
        <translation>Zu den &amp;Karten</translation>
    </message>
    <message>
        <source>&amp;Print tickets</source>
        <translation>&amp;Karten drucken</translation>
    </message>
    <message>
        <source>Han&amp;d out</source>
        <translation>Aushänd&amp;igen</translation>
    </message>
    <message>
        <source>Not handed out after a&amp;ll</source>
        <translation>Doch nicht aus&amp;gehändigt</translation>
    </message>
    <message>
        <source>E&amp;xchange or move</source>
        <translation>&amp;Umtauschen oder umsetzen</translation>
    </message>
    <message>
        <source>Another na&amp;me</source>
        <translation>An&amp;derer Name</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>&amp;Refund</source>
        <translation>&amp;Erstatten</translation>
    </message>
    <message>
        <source>Refund, &amp;keep the fee</source>
        <translation>Erstatten, Gebü&amp;hr behalten</translation>
    </message>
    <message>
        <source>Handed o&amp;ver</source>
        <translation>Über&amp;geben</translation>
    </message>
    <message>
        <source>&amp;Take the payment</source>
        <translation>&amp;Zahlung annehmen</translation>
    </message>
    <message>
        <source>&amp;Invoice as PDF</source>
        <translation>&amp;Rechnung als PDF</translation>
    </message>
    <message>
        <source>Open the saved invoice, to print it</source>
        <translation>Gespeicherte Rechnung öffnen, zum Drucken</translation>
    </message>
    <message>
        <source>Read or ask a&amp;gain</source>
        <translation>Neu &amp;lesen oder fragen</translation>
    </message>
    <message>
        <source>Ex&amp;change them</source>
        <translation>Um&amp;tauschen</translation>
    </message>
    <message>
        <source>Leave it as it &amp;was</source>
        <translation>Alles &amp;belassen</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>Kein Kartendrucker eingerichtet: nichts wird gedruckt.</translation>
    </message>
    <message>
        <source>Printed before. Why again?</source>
        <translation>Schon gedruckt. Warum noch einmal?</translation>
    </message>
    <message>
        <source>Tickets: none of those chosen admits.</source>
        <translation>Karten: keine der gewählten gilt.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1 less the organiser&apos;s fee.</source>
        <translation>
            <numerusform>%n Karte für %1 abzüglich der Gebühr zurücknehmen.</numerusform>
            <numerusform>%n Karten für %1 abzüglich der Gebühr zurücknehmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n ticket(s) back for %1.</source>
        <translation>
            <numerusform>%n Karte für %1 zurücknehmen.</numerusform>
            <numerusform>%n Karten für %1 zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are void at once.</source>
        <translation>Sie sind sofort ungültig.</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>Zurü&amp;cknehmen</translation>
    </message>
    <message>
        <source>Nothing waits to be handed over.</source>
        <translation>Nichts wartet auf Übergabe.</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>%1 wurde übergeben</translation>
    </message>
    <message>
        <source>%1. Receipt&apos;s number, or how</source>
        <translation>%1. Belegnummer, oder wie</translation>
    </message>
    <message>
        <source>in cash</source>
        <translation>bar</translation>
    </message>
    <message numerus="yes">
        <source>New name on %n ticket(s)</source>
        <translation>
            <numerusform>Neuer Name auf %n Karte</numerusform>
            <numerusform>Neuer Name auf %n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Their e-mail; may be empty</source>
        <translation>E-Mail dazu; darf leer sein</translation>
    </message>
    <message>
        <source>Note of the order</source>
        <translation>Notiz zur Bestellung</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, for the difference is to be paid.</source>
        <translation>An dieser Kasse ist ein Verkauf offen: abschließen oder zurückgeben, denn der Unterschied ist zu zahlen.</translation>
    </message>
    <message>
        <source>Exchange, %1 goes back</source>
        <translation>Umtausch, %1 geht zurück</translation>
    </message>
    <message>
        <source>The event is being read: take the payment in a moment.</source>
        <translation>Die Veranstaltung wird gelesen: Zahlung gleich annehmen.</translation>
    </message>
    <message>
        <source>A sale is in hand at this till: finish it or give it back, then take the payment of this order.</source>
        <translation>An dieser Kasse ist ein Verkauf offen: abschließen oder zurückgeben, dann die Zahlung dieser Bestellung annehmen.</translation>
    </message>
    <message>
        <source>There are more: type more of what is known.</source>
        <translation>Es gibt mehr: mehr vom Bekannten eingeben.</translation>
    </message>
    <message>
        <source>Scanned: this house has no order with this code.</source>
        <translation>Gescannt: dieses Haus hat keine Bestellung mit diesem Code.</translation>
    </message>
    <message>
        <source>Scanned, and not opened: finish first what is being done with this order, or leave it by Esc.</source>
        <translation>Gescannt und nicht geöffnet: zuerst abschließen, was mit dieser Bestellung geschieht, oder mit Esc verlassen.</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Bestellung suchen</translation>
    </message>
    <message>
        <source>N&amp;umber, name, e-mail, telephone, seat, card&apos;s last four digits; or scan a ticket</source>
        <translation>Nummer, Name, E-Mail, Telefon, Platz, &amp;letzte vier Ziffern der Karte; oder eine Karte scannen</translation>
    </message>
    <message>
        <source>Orders that were found</source>
        <translation>Gefundene Bestellungen</translation>
    </message>
    <message>
        <source>Arrows go through the list, Enter opens, Esc goes to the tickets.</source>
        <translation>Pfeile gehen durch die Liste, Eingabe öffnet, Esc geht zu den Karten.</translation>
    </message>
    <message>
        <source>No order is open. Search for one, or scan a ticket.</source>
        <translation>Keine Bestellung offen. Eine suchen, oder eine Karte scannen.</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>&amp;Bestellungen</translation>
    </message>
    <message>
        <source>Not known whether it was done. It is being asked again: hand nothing out until the answer is here.</source>
        <translation>Nicht bekannt, ob es geschehen ist. Es wird noch einmal gefragt: nichts aushändigen, bis die Antwort da ist.</translation>
    </message>
    <message>
        <source>Leave what is not known for later</source>
        <translation>Nicht Bekanntes auf später verschieben</translation>
    </message>
    <message>
        <source>Mail the confirmation and the tickets to</source>
        <translation>Bestätigung und Karten mailen an</translation>
    </message>
    <message>
        <source>Find out what became of order %1.</source>
        <translation>Herausfinden, was aus Bestellung %1 wurde.</translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n ticket(s), %1 at most goes back.</source>
        <translation>
            <numerusform>%n Karte tauschen, höchstens %1 geht zurück.</numerusform>
            <numerusform>%n Karten tauschen, höchstens %1 geht zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it was done. Somebody whose role may do it signs in here to find out; %1 leaves it for later. Hand nothing out until then.</source>
        <translation>Nicht bekannt, ob es geschah. Um es herauszufinden, meldet sich hier jemand an, dessen Rolle es darf; %1 verschiebt es auf später. Bis dahin nichts herausgeben.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval. %1 asks for it, %2 leaves it.</source>
        <translation>Es ist nicht geschehen: Es braucht eine andere Freigabe. %1 fordert sie an, %2 lässt es.</translation>
    </message>
    <message>
        <source>Not known whether it was done. An approval finds out: %1 asks for it, %2 leaves it for later. Hand nothing out until then.</source>
        <translation>Nicht bekannt, ob es geschah. Eine Freigabe klärt es: %1 fordert sie an, %2 verschiebt es auf später. Bis dahin nichts herausgeben.</translation>
    </message>
    <message>
        <source>Not known whether it was done: %1</source>
        <translation>Nicht bekannt, ob es geschah: %1</translation>
    </message>
    <message>
        <source>&amp;Leave it for later</source>
        <translation>Auf später &amp;verschieben</translation>
    </message>
    <message>
        <source>Not done yet: %1</source>
        <translation>Noch nicht geschehen: %1</translation>
    </message>
    <message>
        <source>&amp;Get the approval</source>
        <translation>&amp;Freigabe holen</translation>
    </message>
    <message>
        <source>Mail it agai&amp;n</source>
        <translation>Erneut &amp;mailen</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>Die Lade wurde nicht geöffnet: Kein Bondrucker eingerichtet.</translation>
    </message>
    <message>
        <source>Seats as a ta&amp;ble</source>
        <translation>Plätze als Ta&amp;belle</translation>
    </message>
    <message>
        <source>What became of the last question of the sell screen is not known yet: ask again there first.</source>
        <translation>Was aus der letzten Anfrage im Verkauf wurde, ist noch unbekannt: bitte erst dort erneut fragen.</translation>
    </message>
    <message>
        <source>Orders of which event?</source>
        <translation>Bestellungen welcher Veranstaltung?</translation>
    </message>
    <message>
        <source>Name, venue or town of the event</source>
        <translation>Name, Haus oder Ort der Veranstaltung</translation>
    </message>
    <message>
        <source>Events that were found</source>
        <translation>Gefundene Veranstaltungen</translation>
    </message>
    <message>
        <source>Also those that are over. Enter searches in one of them, Esc in all.</source>
        <translation>Auch vergangene. Eingabe sucht in einer davon, Esc in allen.</translation>
    </message>
    <message>
        <source>Of one event, older ones too</source>
        <translation>Veranstaltung, auch ältere</translation>
    </message>
    <message>
        <source>Of all events again</source>
        <translation>Wieder in allen</translation>
    </message>
    <message>
        <source>There are more: type more of the name, the venue or the town.</source>
        <translation>Es gibt mehr: mehr von Name, Haus oder Ort eingeben.</translation>
    </message>
    <message>
        <source>Nothing is found in this event.</source>
        <translation>In dieser Veranstaltung nichts gefunden.</translation>
    </message>
    <message>
        <source>Only of: %1</source>
        <translation>Nur von: %1</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was.</source>
        <translation>Umgetauscht. %1 bar übergeben, dann bestätigen.</translation>
    </message>
    <message>
        <source>The older order in which this was paid. Once it is said that %1 was handed over, the newer one is shown again.</source>
        <translation>Die ältere Bestellung, in der dies bezahlt wurde. Ist bestätigt, dass %1 übergeben ist, erscheint wieder die neuere.</translation>
    </message>
    <message>
        <source>Also events of long ago</source>
        <translation>Auch lange vergangene</translation>
    </message>
    <message>
        <source>Nothing is found: this house has no order with this number or code.</source>
        <translation>Nichts gefunden: dieses Haus hat keine Bestellung mit dieser Nummer oder diesem Code.</translation>
    </message>
    <message>
        <source>Nothing is found, of long ago neither. Seats are found in their event: %1 chooses it.</source>
        <translation>Nichts gefunden, auch nicht lange vergangen. Plätze werden in ihrer Veranstaltung gefunden: %1 wählt sie.</translation>
    </message>
    <message>
        <source>Nothing is found. Events that ended over 30 days ago were not looked at: %1 looks at them, too. Seats are found in their event: %2 chooses it.</source>
        <translation>Nichts gefunden. Veranstaltungen, die vor mehr als 30 Tagen endeten, sind nicht durchsucht: %1 durchsucht auch sie. Plätze werden in ihrer Veranstaltung gefunden: %2 wählt sie.</translation>
    </message>
    <message>
        <source>Of all events, however long ago</source>
        <translation>In allen Veranstaltungen, auch lange vergangenen</translation>
    </message>
    <message>
        <source>Older orders are being read: what waits there is said in a moment.</source>
        <translation>Ältere Bestellungen werden gelesen: was dort wartet, steht gleich fest.</translation>
    </message>
    <message>
        <source>Exchanged. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>Umgetauscht. %1 bar übergeben, dann bestätigen. In einer älteren Bestellung, die nicht zu lesen ist, kann mehr warten.</translation>
    </message>
    <message>
        <source>Exchanged. How much goes back in cash is not known: an older order, whose tickets paid for the old ones, cannot be read. Order %1 says it once it can be.</source>
        <translation>Umgetauscht. Wie viel bar zurückgeht, ist nicht bekannt: eine ältere Bestellung, mit deren Karten die alten bezahlt sind, ist nicht zu lesen. Bestellung %1 zeigt es, sobald es geht.</translation>
    </message>
</context>
</TS>
