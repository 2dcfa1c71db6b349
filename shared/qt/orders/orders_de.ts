<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>OrderWords</name>
    <message>
        <source>being paid</source>
        <translation>wird bezahlt</translation>
    </message>
    <message>
        <source>payment ran out, being settled</source>
        <translation>Zahlung abgelaufen, wird geklärt</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>wird storniert</translation>
    </message>
    <message>
        <source>sold, being booked</source>
        <translation>verkauft, wird gebucht</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>not paid: the card was refused</source>
        <translation>nicht bezahlt: Karte abgelehnt</translation>
    </message>
    <message>
        <source>money is going back</source>
        <translation>Geld geht zurück</translation>
    </message>
    <message>
        <source>not sold, places are free</source>
        <translation>nicht verkauft, Plätze sind frei</translation>
    </message>
    <message>
        <source>the house looks into it</source>
        <translation>das Haus kümmert sich</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>does not admit yet</source>
        <translation>gilt noch nicht</translation>
    </message>
    <message>
        <source>admits, is being exchanged</source>
        <translation>gilt, wird umgetauscht</translation>
    </message>
    <message>
        <source>admits</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>admits, is offered by a link</source>
        <translation>gilt, per Link angeboten</translation>
    </message>
    <message>
        <source>void</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>being asked for</source>
        <translation>wird angefordert</translation>
    </message>
    <message>
        <source>to be handed over</source>
        <translation>zu übergeben</translation>
    </message>
    <message>
        <source>not known yet: the bank is asked</source>
        <translation>noch nicht bekannt: die Bank wird gefragt</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>is back</source>
        <translation>ist zurück</translation>
    </message>
    <message>
        <source>bought nothing</source>
        <translation>nichts gekauft</translation>
    </message>
    <message>
        <source>returned by the buyer</source>
        <translation>vom Käufer zurückgegeben</translation>
    </message>
    <message>
        <source>taken back by the house</source>
        <translation>vom Haus zurückgenommen</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>Veranstaltung abgesagt</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>Veranstaltung verlegt</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>umgetauscht</translation>
    </message>
    <message>
        <source>paid too late</source>
        <translation>zu spät bezahlt</translation>
    </message>
    <message>
        <source>on the web</source>
        <translation>im Web</translation>
    </message>
    <message>
        <source>at a kiosk</source>
        <translation>am Automaten</translation>
    </message>
    <message>
        <source>at the box office</source>
        <translation>an der Kasse</translation>
    </message>
    <message>
        <source>The event is cancelled: all that was paid goes back by itself.</source>
        <translation>Die Veranstaltung ist abgesagt: alles Bezahlte geht von selbst zurück.</translation>
    </message>
    <message>
        <source>The event was moved from %1.</source>
        <translation>Die Veranstaltung wurde vom %1 verlegt.</translation>
    </message>
    <message>
        <source>Tickets: this order has none like that. It is shown anew.</source>
        <translation>Karten: diese Bestellung hat keine solche. Sie wird neu gezeigt.</translation>
    </message>
    <message>
        <source>Tickets: one of them is void already, or does not admit yet. Nothing was done; the order is shown anew.</source>
        <translation>Karten: eine davon ist schon ungültig oder gilt noch nicht. Nichts wurde getan; die Bestellung wird neu gezeigt.</translation>
    </message>
    <message>
        <source>Tickets: one of them is being exchanged. Have the new order paid, or given up, first.</source>
        <translation>Karten: eine davon wird umgetauscht. Zuerst die neue Bestellung bezahlen lassen oder aufgeben.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed on to somebody else.</source>
        <translation>Karten: eine davon wurde an jemand anderen weitergegeben.</translation>
    </message>
    <message>
        <source>Ticket type: it is not sold in this band.</source>
        <translation>Kartenart: sie wird in diesem Preisband nicht verkauft.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow this exchange: for cheaper places, or no longer. Refund the tickets and sell others instead.</source>
        <translation>Die Regeln der Veranstaltung erlauben diesen Umtausch nicht: gegen billigere Plätze, oder nicht mehr. Stattdessen die Karten erstatten und andere verkaufen.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow that any more.</source>
        <translation>Die Regeln der Veranstaltung erlauben das nicht mehr.</translation>
    </message>
    <message>
        <source>The event&apos;s rules do not allow another name any more.</source>
        <translation>Die Regeln der Veranstaltung erlauben keinen anderen Namen mehr.</translation>
    </message>
    <message>
        <source>The tickets were given another name meanwhile. The order is shown anew.</source>
        <translation>Die Karten haben inzwischen einen anderen Namen. Die Bestellung wird neu gezeigt.</translation>
    </message>
    <message>
        <source>This order is not there any more.</source>
        <translation>Diese Bestellung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The order is not paid: that can be done with paid orders alone.</source>
        <translation>Die Bestellung ist nicht bezahlt: das geht nur mit bezahlten.</translation>
    </message>
    <message>
        <source>The refund waits for nobody any more: it is done.</source>
        <translation>Die Erstattung wartet auf niemanden mehr: sie ist erledigt.</translation>
    </message>
    <message>
        <source>The event was cancelled: its tickets go back by themselves, and nothing else is done with them.</source>
        <translation>Die Veranstaltung wurde abgesagt: ihre Karten gehen von selbst zurück, sonst geschieht nichts mit ihnen.</translation>
    </message>
    <message>
        <source>This house makes no invoices: it has not said who sells.</source>
        <translation>Dieses Haus stellt keine Rechnungen aus: der Verkäufer ist nicht angegeben.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one on the pay screen, for cash goes out of it.</source>
        <translation>An dieser Kasse ist keine Schicht offen: auf der Zahlseite eine öffnen, denn Bargeld geht aus ihr heraus.</translation>
    </message>
    <message>
        <source>The difference cannot be paid by this house&apos;s card provider.</source>
        <translation>Der Unterschied kann beim Kartenanbieter dieses Hauses nicht bezahlt werden.</translation>
    </message>
    <message>
        <source>The hold of the new places has run out: nothing was exchanged.</source>
        <translation>Die Reservierung der neuen Plätze ist abgelaufen: nichts wurde umgetauscht.</translation>
    </message>
    <message>
        <source>An order was made of the new places already.</source>
        <translation>Aus den neuen Plätzen wurde schon eine Bestellung.</translation>
    </message>
    <message>
        <source>This event is not there any more.</source>
        <translation>Diese Veranstaltung gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::Exchange</name>
    <message>
        <source>The hold has run out: the new places are free again, the old ones are as they were.</source>
        <translation>Die Reservierung ist abgelaufen: die neuen Plätze sind wieder frei, die alten sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>Karten: keine dieser Bestellung gilt.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Choose the new places first.</source>
        <translation>Zuerst die neuen Plätze wählen.</translation>
    </message>
    <message>
        <source>The server has not answered yet: the exchange stays open until it has.</source>
        <translation>Der Server hat noch nicht geantwortet: der Umtausch bleibt so lange offen.</translation>
    </message>
</context>
<context>
    <name>tessera::orders::InvoiceSaver</name>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>Die Rechnung kann nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>tessera::orders::MoneyModel</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>%1, card …%2</source>
        <translation>%1, Karte …%2</translation>
    </message>
    <message>
        <source>paid by the buyer</source>
        <translation>vom Käufer bezahlt</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>Zurück: %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What with</source>
        <translation>Womit</translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderDeeds</name>
    <message>
        <source>What became of the last question is not known yet: nothing else is done before.</source>
        <translation>Was aus der letzten Anfrage wurde, ist noch nicht bekannt: vorher geschieht nichts anderes.</translation>
    </message>
    <message>
        <source>The server has not answered yet.</source>
        <translation>Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>Keine Bestellung offen.</translation>
    </message>
    <message>
        <source>Tickets: none of this order admits.</source>
        <translation>Karten: keine dieser Bestellung gilt.</translation>
    </message>
    <message numerus="yes">
        <source>Tickets: %n at a time at most.</source>
        <translation>
            <numerusform>Karten: höchstens %n auf einmal.</numerusform>
            <numerusform>Karten: höchstens %n auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1 bytes at most.</source>
        <translation>Notiz: höchstens %1 Bytes.</translation>
    </message>
    <message>
        <source>Reason to print again: 1 to %1 bytes.</source>
        <translation>Grund für den Neudruck: 1 bis %1 Bytes.</translation>
    </message>
    <message>
        <source>How it was given back: 1 to %1 bytes.</source>
        <translation>Wie es zurückgegeben wurde: 1 bis %1 Bytes.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Diese Kasse kann nicht auf ihre Platte schreiben: nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is being asked again, and nothing is done twice.</source>
        <translation>Der Server hat nicht geantwortet. Ob es geschehen ist, ist nicht bekannt: es wird noch einmal gefragt, und nichts geschieht zweimal.</translation>
    </message>
    <message>
        <source>Of what was begun before the app was started nothing was done: %1</source>
        <translation>Von dem vor dem Start Begonnenen ist nichts geschehen: %1</translation>
    </message>
    <message>
        <source>The mark is taken back: not handed out.</source>
        <translation>Vermerk zurückgenommen: nicht ausgehändigt.</translation>
    </message>
    <message numerus="yes">
        <source>Handed out: %n ticket(s).</source>
        <translation>
            <numerusform>Ausgehändigt: %n Karte.</numerusform>
            <numerusform>Ausgehändigt: %n Karten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The note is written.</source>
        <translation>Die Notiz ist geschrieben.</translation>
    </message>
    <message>
        <source>The new places are kept: the difference is to be paid.</source>
        <translation>Die neuen Plätze sind sicher: der Unterschied ist zu zahlen.</translation>
    </message>
    <message>
        <source>Exchanged: the new tickets admit as soon as it is booked.</source>
        <translation>Umgetauscht: die neuen Karten gelten, sobald es gebucht ist.</translation>
    </message>
    <message>
        <source>It is given back, and booked.</source>
        <translation>Zurückgegeben und gebucht.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void, the money is on its way.</source>
        <translation>Zurückgenommen: die Karten sind ungültig, das Geld ist unterwegs.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was.</source>
        <translation>Zurückgenommen: die Karten sind ungültig. %1 bar übergeben, dann bestätigen.</translation>
    </message>
    <message>
        <source>The tickets are %1&apos;s now. Print them: what was printed before is refused at the door.</source>
        <translation>Die Karten gehören jetzt %1. Drucken: das früher Gedruckte wird am Einlass abgewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were handed on to somebody else: only their holder can print them.</source>
        <translation>
            <numerusform>%n Karte wurde weitergegeben: nur ihr Inhaber kann sie drucken.</numerusform>
            <numerusform>%n Karten wurden weitergegeben: nur ihr Inhaber kann sie drucken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) go to the printer.</source>
        <translation>
            <numerusform>%n Karte geht zum Drucker.</numerusform>
            <numerusform>%n Karten gehen zum Drucker.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::orders::OrderSearch</name>
    <message>
        <source> · </source>
        <comment>between facts of an order</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
</context>
<context>
    <name>tessera::orders::TicketModel</name>
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
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Name on it</source>
        <translation>Name darauf</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Ausgehändigt</translation>
    </message>
    <message>
        <source>never</source>
        <comment>printed</comment>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>printed</comment>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>handed out</comment>
        <translation>noch nicht</translation>
    </message>
</context>
</TS>
