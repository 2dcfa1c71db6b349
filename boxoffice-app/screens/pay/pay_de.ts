<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PayScreen</name>
    <message>
        <source>E&amp;xact cash</source>
        <translation>&amp;Passend bar</translation>
    </message>
    <message>
        <source>Next &amp;note</source>
        <translation>Nächster &amp;Schein</translation>
    </message>
    <message>
        <source>Second next n&amp;ote</source>
        <translation>&amp;Übernächster Schein</translation>
    </message>
    <message>
        <source>T&amp;hird next note</source>
        <translation>&amp;Dritter Schein</translation>
    </message>
    <message>
        <source>Car&amp;d at the terminal</source>
        <translation>&amp;Karte am Terminal</translation>
    </message>
    <message>
        <source>&amp;Gift card</source>
        <translation>&amp;Gutschein</translation>
    </message>
    <message>
        <source>In&amp;voice</source>
        <translation>&amp;Rechnung</translation>
    </message>
    <message>
        <source>&amp;Back to choosing</source>
        <translation>&amp;Zurück zur Auswahl</translation>
    </message>
    <message>
        <source>Give &amp;up the order</source>
        <translation>B&amp;estellung aufgeben</translation>
    </message>
    <message>
        <source>&amp;Next sale</source>
        <translation>Nächster &amp;Verkauf</translation>
    </message>
    <message>
        <source>To the &amp;print queue</source>
        <translation>Zur &amp;Druckliste</translation>
    </message>
    <message>
        <source>%1: an amount like 12.50, in %2.</source>
        <translation>%1: ein Betrag wie 12,50, in %2.</translation>
    </message>
    <message>
        <source>&amp;Who is billed</source>
        <translation>&amp;Wer bekommt die Rechnung</translation>
    </message>
    <message>
        <source>C&amp;ode of the gift card, or scan it</source>
        <translation>C&amp;ode des Gutscheins, oder scannen</translation>
    </message>
    <message>
        <source>%1 on account: %2</source>
        <translation>%1 auf Rechnung: %2</translation>
    </message>
    <message>
        <source>Nothing is to be paid.</source>
        <translation>Nichts zu bezahlen.</translation>
    </message>
    <message>
        <source>Nothing to pay: Enter takes it.</source>
        <translation>Nichts zu bezahlen: Eingabe schließt ab.</translation>
    </message>
    <message>
        <source>A part is paid. How is the rest paid?</source>
        <translation>Ein Teil ist bezahlt. Wie wird der Rest bezahlt?</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>Wie wird bezahlt?</translation>
    </message>
    <message>
        <source>The server is asked.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>Not known whether it is paid. It is being asked again: take no money, hand out no tickets until the answer is here.</source>
        <translation>Unbekannt, ob bezahlt ist. Es wird erneut gefragt: kein Geld nehmen und keine Karten ausgeben, bis die Antwort da ist.</translation>
    </message>
    <message>
        <source>The payment is being booked.</source>
        <translation>Die Zahlung wird gebucht.</translation>
    </message>
    <message>
        <source>Sold. Give the change. Enter: next sale.</source>
        <translation>Verkauft. Rückgeld geben. Eingabe: nächster Verkauf.</translation>
    </message>
    <message>
        <source>Sold. Enter: next sale.</source>
        <translation>Verkauft. Eingabe: nächster Verkauf.</translation>
    </message>
    <message>
        <source>Not sold. Give the cash back. Enter: next sale.</source>
        <translation>Nicht verkauft. Bargeld zurückgeben. Eingabe: nächster Verkauf.</translation>
    </message>
    <message>
        <source>Not sold. Enter: next sale.</source>
        <translation>Nicht verkauft. Eingabe: nächster Verkauf.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>number of places, area</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>und %n weiterer Platz</numerusform>
            <numerusform>und %n weitere Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>amount, key</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation>Bar %1</translation>
    </message>
    <message>
        <source>Ta&amp;ke it for nothing</source>
        <translation>Kostenlos abs&amp;chließen</translation>
    </message>
    <message>
        <source>Ta&amp;ke cash</source>
        <translation>&amp;Bar nehmen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>&amp;Cash given; nothing typed is the exact amount</source>
        <translation>Bargeld erhalten; leer ist &amp;passend</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Bargeld erhalten</translation>
    </message>
    <message>
        <source>To be paid b&amp;y</source>
        <translation>Zah&amp;lbar bis</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>Zahlbar bis</translation>
    </message>
    <message>
        <source>Parts of the payment</source>
        <translation>Teile der Zahlung</translation>
    </message>
    <message>
        <source>Take i&amp;t</source>
        <translation>Überneh&amp;men</translation>
    </message>
    <message>
        <source>&amp;Pay</source>
        <translation>&amp;Zahlen</translation>
    </message>
    <message>
        <source>Set up printers and ter&amp;minal</source>
        <translation>Drucker und Ter&amp;minal einrichten</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>Die Lade wurde nicht geöffnet: kein Bondrucker eingerichtet.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>Die Lade wurde nicht geöffnet: ihr Drucker antwortet nicht.</translation>
    </message>
    <message>
        <source>Waiting for the card at the terminal. After a decline the card key asks it again; another way to pay cancels it.</source>
        <translation>Warten auf die Karte am Terminal. Nach einer Ablehnung fragt die Kartentaste erneut; eine andere Zahlart bricht ab.</translation>
    </message>
    <message>
        <source>Held for %1</source>
        <translation>Reserviert für %1</translation>
    </message>
    <message>
        <source>To be paid within %1</source>
        <translation>Zu zahlen innerhalb von %1</translation>
    </message>
    <message>
        <source>Open the shi&amp;ft</source>
        <translation>Schicht ö&amp;ffnen</translation>
    </message>
    <message>
        <source>In the dra&amp;wer now, in %1</source>
        <translation>&amp;Jetzt in der Lade, in %1</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>Die Schicht wird geöffnet.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>Die Schicht ist offen.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float: cash goes into that one.</source>
        <translation>An dieser Kasse war schon eine Schicht offen, mit eigenem Anfangsbestand: Bargeld geht in diese.</translation>
    </message>
    <message>
        <source>%1 on account</source>
        <translation>%1 auf Rechnung</translation>
    </message>
    <message>
        <source>Whether it was paid on account is not known. To find out, somebody must approve it again; nothing is paid twice.</source>
        <translation>Ob auf Rechnung verkauft wurde, ist nicht bekannt. Um es zu erfahren, ist eine neue Freigabe nötig; nichts wird doppelt bezahlt.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that waited for another kind of printer are cancelled: print them from their orders.</source>
        <translation>
            <numerusform>%n Dokument, das auf einen anderen Drucker wartete, ist verworfen: aus der Bestellung drucken.</numerusform>
            <numerusform>%n Dokumente, die auf einen anderen Drucker warteten, sind verworfen: aus den Bestellungen drucken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known whether it is paid on account. F9: approve it again, to find out.</source>
        <translation>Nicht bekannt, ob auf Rechnung verkauft ist. F9: neu freigeben, um es zu erfahren.</translation>
    </message>
    <message>
        <source>The card at the terminal is being cancelled: take no more money until that is done.</source>
        <translation>Die Karte am Terminal wird abgebrochen: kein weiteres Geld nehmen, bis das geschehen ist.</translation>
    </message>
    <message>
        <source>The card was declined: %1. The card key asks for one again; another way to pay cancels it.</source>
        <translation>Die Karte wurde abgelehnt: %1. Die Kartentaste fragt erneut nach einer; eine andere Zahlart bricht ab.</translation>
    </message>
    <message>
        <source>No card is being asked for: %1. The card key asks the terminal again; another way to pay cancels it.</source>
        <translation>Es wird nach keiner Karte gefragt: %1. Die Kartentaste fragt das Terminal erneut; eine andere Zahlart bricht ab.</translation>
    </message>
</context>
</TS>
