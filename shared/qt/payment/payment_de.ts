<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ReceiptWords</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>%1 is in it</source>
        <translation>enthält %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
</context>
<context>
    <name>tessera::payment::BilledSearch</name>
    <message>
        <source>Who is billed: the beginning of a customer&apos;s name.</source>
        <translation>Rechnung an: Anfang eines Kundennamens eingeben.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no customer of that name.</source>
        <translation>Rechnung an: Unter diesem Namen gibt es im Haus niemanden.</translation>
    </message>
    <message numerus="yes">
        <source>Who is billed: %n customers are found (%1). Type more of the name.</source>
        <translation>
            <numerusform>Rechnung an: %n Eintrag gefunden (%1). Mehr vom Namen eingeben.</numerusform>
            <numerusform>Rechnung an: %n Einträge gefunden (%1). Mehr vom Namen eingeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is billed: %1 may not buy on account. Who may sell on account can allow it at the sale, by changing the customer.</source>
        <translation>Rechnung an: %1 darf nicht auf Rechnung kaufen. Wer auf Rechnung verkaufen darf, kann es beim Verkauf in den Kundendaten erlauben.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::Papers</name>
    <message numerus="yes">
        <source>%n order(s) wait for the ticket printer: this one is to be printed later from its order.</source>
        <translation>
            <numerusform>%n Bestellung wartet auf den Kartendrucker: diese später aus der Bestellung drucken.</numerusform>
            <numerusform>%n Bestellungen warten auf den Kartendrucker: diese später aus der Bestellung drucken.</numerusform>
        </translation>
    </message>
    <message>
        <source>This till cannot write to its disk: print these tickets before it is switched off.</source>
        <translation>Diese Kasse kann nicht auf ihre Platte schreiben: Karten vor dem Ausschalten drucken.</translation>
    </message>
    <message>
        <source>No ticket printer is set up: the tickets wait.</source>
        <translation>Kein Kartendrucker eingerichtet: die Karten warten.</translation>
    </message>
    <message>
        <source>The ticket&apos;s layout is not used: %1</source>
        <translation>Die Kartenvorlage wird nicht verwendet: %1</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 letters.</source>
        <translation>Grund: 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>Not printed again: %1</source>
        <translation>Nicht noch einmal gedruckt: %1</translation>
    </message>
    <message>
        <source>This is not printed again now.</source>
        <translation>Das wird jetzt nicht noch einmal gedruckt.</translation>
    </message>
    <message>
        <source>The receipt cannot be printed: %1</source>
        <translation>Der Bon lässt sich nicht drucken: %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Bon %1</translation>
    </message>
    <message>
        <source>No ticket printer is set up: nothing is printed.</source>
        <translation>Kein Kartendrucker eingerichtet: nichts wird gedruckt.</translation>
    </message>
    <message>
        <source>The file of the print queue cannot be written: %1.</source>
        <translation>Die Datei der Druckschlange kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The ticket printer is not one of this till&apos;s any more.</source>
        <translation>Der Kartendrucker gehört nicht mehr zu dieser Kasse.</translation>
    </message>
    <message>
        <source>The print queue takes no more: see to the printer first.</source>
        <translation>Die Druckschlange nimmt nichts mehr an: zuerst nach dem Drucker sehen.</translation>
    </message>
    <message>
        <source>The printer&apos;s queue has stopped: try the printer, to begin anew.</source>
        <translation>Die Warteschlange des Druckers steht: den Drucker neu versuchen, um sie wieder zu starten.</translation>
    </message>
    <message>
        <source>The printer for tickets prints receipts alone: set up another one.</source>
        <translation>Der Drucker für Karten druckt nur Belege: einen anderen einrichten.</translation>
    </message>
    <message>
        <source>A document cannot be made with its layout: look at it on the paper screen.</source>
        <translation>Ein Dokument lässt sich mit seiner Vorlage nicht herstellen: auf der Seite für Vorlagen ansehen.</translation>
    </message>
    <message>
        <source>A document is larger than what can be printed.</source>
        <translation>Ein Dokument ist größer, als gedruckt werden kann.</translation>
    </message>
    <message>
        <source>the till</source>
        <translation>die Kasse</translation>
    </message>
    <message>
        <source>Order %1: its tickets are void, none is printed.</source>
        <translation>Bestellung %1: Die Karten sind ungültig, keine wird gedruckt.</translation>
    </message>
    <message>
        <source>No receipt is printed. %1</source>
        <translation>Kein Beleg gedruckt. %1</translation>
    </message>
    <message>
        <source>Order %1 is not printed: %2</source>
        <translation>Bestellung %1 ist nicht gedruckt: %2</translation>
    </message>
    <message>
        <source>Order %1 is left: print its tickets from the order.</source>
        <translation>Bestellung %1 bleibt ungedruckt: Karten aus der Bestellung drucken.</translation>
    </message>
    <message>
        <source>Which tickets wait to be printed cannot be read any more. Look at the last orders, and print from there what is missing.</source>
        <translation>Welche Karten auf den Druck warten, ist nicht mehr lesbar. Die letzten Bestellungen ansehen und von dort drucken, was fehlt.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the reprint is noted is not known: it is being asked again, and printed once it is.</source>
        <translation>Der Server hat nicht geantwortet. Ob der Nachdruck vermerkt ist, ist unbekannt: er wird erneut gefragt, und einmal gedruckt, sobald es feststeht.</translation>
    </message>
    <message>
        <source>The reprint is taken back: nothing is printed. It may be noted all the same.</source>
        <translation>Der Nachdruck ist zurückgenommen: nichts wird gedruckt. Vermerkt sein kann er trotzdem.</translation>
    </message>
    <message numerus="yes">
        <source>%n reprint(s): whether they are noted is being asked again</source>
        <translation>
            <numerusform>%n Nachdruck: ob er vermerkt ist, wird erneut gefragt</numerusform>
            <numerusform>%n Nachdrucke: ob sie vermerkt sind, wird erneut gefragt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::Payer</name>
    <message>
        <source>The server has not answered yet: nothing else is done before.</source>
        <translation>Der Server hat noch nicht geantwortet: vorher geschieht nichts anderes.</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>Es ist nichts zu bezahlen.</translation>
    </message>
    <message>
        <source>Cash: an amount of more than nothing, in %1.</source>
        <translation>Bargeld: ein Betrag über null, in %1.</translation>
    </message>
    <message>
        <source>No card terminal is set up at this till.</source>
        <translation>An dieser Kasse ist kein Kartenterminal eingerichtet.</translation>
    </message>
    <message>
        <source>Gift card: scan it, or type its code.</source>
        <translation>Gutschein: scannen oder Code eingeben.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Diese Kasse kann nicht auf ihre Platte schreiben: nichts gesendet.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was paid is not known: it is being asked again, and nothing is paid twice.</source>
        <translation>Der Server hat nicht geantwortet. Ob bezahlt wurde, ist unbekannt: es wird erneut gefragt, nichts wird doppelt bezahlt.</translation>
    </message>
    <message>
        <source>The hold has run out: nothing was sold, nothing was paid.</source>
        <translation>Die Reservierung ist abgelaufen: nichts verkauft, nichts bezahlt.</translation>
    </message>
    <message>
        <source>Gift card: there is none with this code. Compare it letter by letter.</source>
        <translation>Gutschein: keiner mit diesem Code. Zeichen für Zeichen vergleichen.</translation>
    </message>
    <message>
        <source>This way to pay is not set up at this house.</source>
        <translation>Diese Zahlart ist in diesem Haus nicht eingerichtet.</translation>
    </message>
    <message>
        <source>This role may not take that way to pay.</source>
        <translation>Diese Rolle darf diese Zahlart nicht annehmen.</translation>
    </message>
    <message>
        <source>That is more than can be paid so.</source>
        <translation>Das ist mehr, als so bezahlt werden kann.</translation>
    </message>
    <message>
        <source>Amount: %1 at most.</source>
        <translation>Betrag: höchstens %1.</translation>
    </message>
    <message>
        <source>This order takes no payment any more: look at how it stands.</source>
        <translation>Diese Bestellung nimmt keine Zahlung mehr an: ihren Stand ansehen.</translation>
    </message>
    <message>
        <source>The event was cancelled: nothing of it is sold.</source>
        <translation>Die Veranstaltung ist abgesagt: es wird nichts verkauft.</translation>
    </message>
    <message>
        <source>That was not paid, and nothing was taken: choose how to go on.</source>
        <translation>Das wurde nicht bezahlt und nichts abgebucht: wählen, wie es weitergeht.</translation>
    </message>
    <message>
        <source>Not sold: the house looks into the money of this order.</source>
        <translation>Nicht verkauft: das Haus klärt das Geld dieser Bestellung.</translation>
    </message>
    <message>
        <source>Not sold: the places are free again.</source>
        <translation>Nicht verkauft: die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>A payment that this till had begun before cannot be read any more. Look at its last orders before any money is taken again.</source>
        <translation>Eine früher begonnene Zahlung dieser Kasse ist nicht mehr lesbar. Die letzten Bestellungen ansehen, bevor wieder Geld genommen wird.</translation>
    </message>
    <message>
        <source>The card is being cancelled: nothing else is taken before.</source>
        <translation>Die Kartenzahlung wird abgebrochen: Vorher wird nichts anderes genommen.</translation>
    </message>
    <message>
        <source>Cash given: %1 at most for this; a scanned code is no amount.</source>
        <translation>Bar gegeben: höchstens %1 dafür; ein gescannter Code ist kein Betrag.</translation>
    </message>
    <message>
        <source>Who is billed: a customer of the house.</source>
        <translation>Rechnung an: jemanden aus der Kundschaft des Hauses.</translation>
    </message>
    <message>
        <source>So often no order is tried to be paid: give it up (%1) and sell it anew.</source>
        <translation>So oft lässt sich keine Bestellung zu zahlen versuchen: aufgeben (%1) und neu verkaufen.</translation>
    </message>
    <message>
        <source>Who is billed: this customer may not buy on account.</source>
        <translation>Rechnung an: Kauf auf Rechnung ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>Who is billed: the house has no such customer any more.</source>
        <translation>Rechnung an: Diesen Eintrag gibt es im Haus nicht mehr.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintRoom</name>
    <message numerus="yes">
        <source>Printers: %n at most.</source>
        <translation>
            <numerusform>Drucker: höchstens %n.</numerusform>
            <numerusform>Drucker: höchstens %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the printer: 1 to %1 letters.</source>
        <translation>Name des Druckers: 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>%1: a port from 1 to %2.</source>
        <translation>%1: ein Port von 1 bis %2.</translation>
    </message>
    <message>
        <source>Two printers have the name %1.</source>
        <translation>Zwei Drucker heißen %1.</translation>
    </message>
    <message>
        <source>The print queue cannot be opened: %1</source>
        <translation>Die Druckliste lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>%1: an address, a device or a printer of the system.</source>
        <translation>%1: eine Adresse, ein Gerät oder ein Drucker des Systems.</translation>
    </message>
    <message>
        <source>the printers&apos; set-up</source>
        <translation>die Druckereinrichtung</translation>
    </message>
</context>
<context>
    <name>tessera::payment::PrintWatch</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>paper runs low</source>
        <translation>Papier geht zu Ende</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>out of paper</source>
        <translation>kein Papier</translation>
    </message>
    <message>
        <source>paper or cutter is jammed</source>
        <translation>Papier oder Schneider klemmt</translation>
    </message>
    <message>
        <source>cover is open</source>
        <translation>Deckel offen</translation>
    </message>
    <message>
        <source>reports a fault</source>
        <translation>meldet eine Störung</translation>
    </message>
    <message>
        <source>does not answer: is it on?</source>
        <translation>antwortet nicht: eingeschaltet?</translation>
    </message>
    <message>
        <source>has stopped</source>
        <translation>steht</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait</source>
        <translation>
            <numerusform>%n Dokument wartet</numerusform>
            <numerusform>%n Dokumente warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Printer %1: %2</source>
        <comment>its name, its state</comment>
        <translation>Drucker %1: %2</translation>
    </message>
    <message>
        <source>Ticket printer: %1</source>
        <translation>Kartendrucker: %1</translation>
    </message>
    <message>
        <source>Receipt printer: %1</source>
        <translation>Bondrucker: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s): look at the paper</source>
        <translation>
            <numerusform>%n Dokument: Papier ansehen</numerusform>
            <numerusform>%n Dokumente: Papier ansehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed</source>
        <translation>
            <numerusform>%n Bestellung wartet auf den Druck</numerusform>
            <numerusform>%n Bestellungen warten auf den Druck</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::payment::TemplateStore</name>
    <message>
        <source>This event has no name for a file.</source>
        <translation>Diese Veranstaltung hat keinen Namen für eine Datei.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk.</source>
        <translation>Diese Kasse kann nicht auf ihre Platte schreiben.</translation>
    </message>
</context>
<context>
    <name>tessera::payment::TenderModel</name>
    <message>
        <source>Paid with</source>
        <translation>Bezahlt mit</translation>
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
        <source>Cash</source>
        <translation>Bargeld</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Tickets given up</source>
        <translation>Zurückgegebene Karten</translation>
    </message>
    <message>
        <source>Card at the terminal</source>
        <translation>Karte am Terminal</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>the terminal is being asked</source>
        <translation>das Terminal wird gefragt</translation>
    </message>
    <message>
        <source>being opened</source>
        <translation>wird eröffnet</translation>
    </message>
    <message>
        <source>waiting for the card</source>
        <translation>wartet auf die Karte</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>cancelled, nothing taken</source>
        <translation>abgebrochen, nichts abgebucht</translation>
    </message>
    <message>
        <source>refused, nothing taken</source>
        <translation>abgelehnt, nichts abgebucht</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, card …%2</source>
        <translation>%1, Karte …%2</translation>
    </message>
    <message>
        <source>not enough money on it</source>
        <translation>nicht genug Guthaben</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>falsche PIN</translation>
    </message>
    <message>
        <source>too many wrong PINs</source>
        <translation>zu oft falsche PIN</translation>
    </message>
    <message>
        <source>it does not pay here</source>
        <translation>hier nicht angenommen</translation>
    </message>
    <message>
        <source>its limit is reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>its bank does not answer</source>
        <translation>die Bank antwortet nicht</translation>
    </message>
    <message>
        <source>its bank has declined it</source>
        <translation>von der Bank abgelehnt</translation>
    </message>
    <message>
        <source>card declined: %1</source>
        <translation>Karte abgelehnt: %1</translation>
    </message>
    <message>
        <source>the terminal is offline</source>
        <translation>das Terminal ist offline</translation>
    </message>
    <message>
        <source>the terminal is busy with another payment</source>
        <translation>am Terminal läuft eine andere Zahlung</translation>
    </message>
    <message>
        <source>the card provider does not know this terminal</source>
        <translation>der Kartendienst kennt dieses Terminal nicht</translation>
    </message>
    <message>
        <source>no card was shown in time</source>
        <translation>rechtzeitig wurde keine Karte gezeigt</translation>
    </message>
    <message>
        <source>the terminal does not ask for it</source>
        <translation>das Terminal fragt nicht danach</translation>
    </message>
    <message>
        <source>no card asked for: %1</source>
        <translation>keine Karte verlangt: %1</translation>
    </message>
</context>
</TS>
