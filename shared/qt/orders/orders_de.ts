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
    <message>
        <source>This house sends no mail.</source>
        <translation>Dieses Haus verschickt keine Mails.</translation>
    </message>
    <message>
        <source>E-mail: mail cannot go to this address.</source>
        <translation>E-Mail: An diese Adresse kann keine Mail gehen.</translation>
    </message>
    <message>
        <source>This order has had all the mails that it may have.</source>
        <translation>Zu dieser Bestellung gingen schon so viele Mails, wie es sein dürfen.</translation>
    </message>
    <message>
        <source>Tickets: one of them was handed out already, at another window or before. Nothing was done; the order is shown anew.</source>
        <translation>Karten: Eine davon wurde schon ausgegeben, an einem anderen Schalter oder früher. Nichts wurde getan; die Bestellung wird neu gezeigt.</translation>
    </message>
    <message>
        <source>%1, %2 still to go back</source>
        <comment>state of an order, amount</comment>
        <translation>%1, noch zurückzugeben: %2</translation>
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
    <name>tessera::orders::MailModel</name>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>confirmation again</source>
        <translation>Bestätigung, erneut</translation>
    </message>
    <message>
        <source>another mail</source>
        <translation>andere Mail</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemanden</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>on its way: the mail server did not take it yet</source>
        <translation>unterwegs: Der Mailserver hat sie noch nicht angenommen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verschickt</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>nicht verschickt: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>the mail server refuses it or its address</source>
        <translation>Der Mailserver lehnt sie oder ihre Adresse ab</translation>
    </message>
    <message>
        <source>there is no address that mail can go to</source>
        <translation>Es gibt keine Adresse, an die Mail gehen kann</translation>
    </message>
    <message>
        <source>no mail server took it for days</source>
        <translation>tagelang nahm sie kein Mailserver an</translation>
    </message>
    <message>
        <source>no ticket of the order admits any more</source>
        <translation>keine Karte der Bestellung gilt noch</translation>
    </message>
    <message>
        <source>why is not known</source>
        <translation>warum, ist nicht bekannt</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>event cancelled</source>
        <translation>Veranstaltung abgesagt</translation>
    </message>
    <message>
        <source>event moved</source>
        <translation>Veranstaltung verlegt</translation>
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
    <message>
        <source>goes back in the older order</source>
        <translation>geht in der älteren Bestellung zurück</translation>
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
    <message>
        <source>Something of this order was left for later, and it is not known whether it was done: that comes first.</source>
        <translation>Etwas zu dieser Bestellung wurde auf später verschoben, und ob es geschah, ist nicht bekannt: das kommt zuerst.</translation>
    </message>
    <message>
        <source>E-mail: 3 to %1 bytes with one @.</source>
        <translation>E-Mail: 3 bis %1 Byte mit einem @.</translation>
    </message>
    <message>
        <source>Of what was begun earlier nothing was done: %1</source>
        <translation>Von dem früher Begonnenen geschah nichts: %1</translation>
    </message>
    <message>
        <source>The confirmation is on its way: the list of mails says what becomes of it.</source>
        <translation>Die Bestätigung ist unterwegs: Die Liste der Mails zeigt, was aus ihr wird.</translation>
    </message>
    <message>
        <source>Not printed: %1 Print again once that is mended.</source>
        <translation>Nicht gedruckt: %1 Erneut drucken, sobald das behoben ist.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody whose role may do it signs in here.</source>
        <translation>Ob es geschah, ist nicht bekannt. Um es herauszufinden, meldet sich hier jemand an, dessen Rolle es darf.</translation>
    </message>
    <message>
        <source>It was not done: it needs another approval.</source>
        <translation>Es ist nicht geschehen: Es braucht eine andere Freigabe.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. To find out, somebody must approve it: it is done once, however often it is asked.</source>
        <translation>Ob es geschah, ist nicht bekannt. Um es herauszufinden, muss jemand es freigeben: Es geschieht einmal, wie oft auch gefragt wird.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Something else was left for later already: this must be found out first.</source>
        <translation>Etwas anderes wurde schon auf später verschoben: Das hier ist zuerst herauszufinden.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: it cannot be left.</source>
        <translation>Diese Kasse kann nicht auf ihre Platte schreiben: es kann nicht verschoben werden.</translation>
    </message>
    <message>
        <source>Left for later: whether it was done is not known. It is asked again when somebody signs in here.</source>
        <translation>Auf später verschoben: Ob es geschah, ist nicht bekannt. Es wird erneut gefragt, sobald sich hier jemand anmeldet.</translation>
    </message>
    <message>
        <source>There is no printer here.</source>
        <translation>Hier gibt es keinen Drucker.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. How much of it goes back in cash is not known: an older order, whose tickets paid for these, cannot be read.</source>
        <translation>Zurückgenommen: die Karten sind ungültig. Wie viel davon bar zurückgeht, ist nicht bekannt: eine ältere Bestellung, mit deren Karten diese bezahlt sind, ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Taken back: the tickets are void. Hand over %1 in cash, then say that it was. More may wait in an older order, which cannot be read.</source>
        <translation>Zurückgenommen: die Karten sind ungültig. %1 bar übergeben, dann bestätigen. In einer älteren Bestellung, die nicht zu lesen ist, kann mehr warten.</translation>
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
