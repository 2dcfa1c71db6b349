<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PlanFile</name>
    <message>
        <source>The plan cannot be imported. %1: %2</source>
        <comment>a path in a file, what is wrong</comment>
        <translation>Der Plan lässt sich nicht einlesen. %1: %2</translation>
    </message>
    <message>
        <source>missing, or not what it must be</source>
        <translation>fehlt oder ist nicht, was es sein muss</translation>
    </message>
    <message>
        <source>no category “%1”</source>
        <translation>keine Kategorie „%1“</translation>
    </message>
    <message>
        <source>neither seats nor standing areas</source>
        <translation>weder Plätze noch Stehbereiche</translation>
    </message>
    <message>
        <source>no JSON from byte %1 on</source>
        <translation>ab Byte %1 kein JSON</translation>
    </message>
    <message>
        <source>larger than 64 MiB</source>
        <translation>größer als 64 MiB</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>1 to 100 bytes</source>
        <translation>1 bis 100 Bytes</translation>
    </message>
    <message>
        <source>at most %1 rows</source>
        <translation>höchstens %1 Zeilen</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>mindestens eine</translation>
    </message>
    <message>
        <source>an amount from 0, like 12.50</source>
        <translation>ein Betrag ab 0, wie 12,50</translation>
    </message>
    <message>
        <source>0 to 100, with up to 4 decimals</source>
        <translation>0 bis 100, mit bis zu 4 Nachkommastellen</translation>
    </message>
    <message>
        <source>numbers from the plan, like 1 2 5</source>
        <translation>Nummern aus dem Plan, wie 1 2 5</translation>
    </message>
    <message>
        <source>1 to 999, each once</source>
        <translation>1 bis 999, jede einmal</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>eine Zeit wie 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>at least one of them</source>
        <translation>mindestens einer davon</translation>
    </message>
    <message>
        <source>after the sale opens</source>
        <translation>nach der Öffnung des Verkaufs</translation>
    </message>
    <message>
        <source>three capital letters, like EUR</source>
        <translation>drei Großbuchstaben, wie EUR</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, row %2, %3</source>
        <translation>%1, Zeile %2, %3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Address of a picture</source>
        <translation>Adresse eines Bildes</translation>
    </message>
    <message>
        <source>Printed on tickets</source>
        <translation>Auf Karten gedruckt</translation>
    </message>
    <message>
        <source>What people look at, on the plan</source>
        <translation>Blickpunkt auf dem Plan</translation>
    </message>
    <message>
        <source>When it sells</source>
        <translation>Wann verkauft wird</translation>
    </message>
    <message>
        <source>Presale opens</source>
        <translation>Vorverkauf öffnet</translation>
    </message>
    <message>
        <source>Sale opens</source>
        <translation>Verkauf öffnet</translation>
    </message>
    <message>
        <source>Sale closes</source>
        <translation>Verkauf schließt</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Places an order</source>
        <translation>Plätze je Bestellung</translation>
    </message>
    <message>
        <source>Places a buyer</source>
        <translation>Plätze je Käufer</translation>
    </message>
    <message>
        <source>A hold lasts</source>
        <translation>Eine Reservierung gilt</translation>
    </message>
    <message>
        <source>Time to pay</source>
        <translation>Zeit zum Bezahlen</translation>
    </message>
    <message>
        <source>An unpaid order is kept</source>
        <translation>Unbezahltes wird behalten</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Verkauft über</translation>
    </message>
    <message>
        <source>No single seats left free</source>
        <translation>Keine Einzelplätze frei lassen</translation>
    </message>
    <message>
        <source>Companion seats sell alone from</source>
        <translation>Begleitplätze einzeln ab</translation>
    </message>
    <message>
        <source>After the sale</source>
        <translation>Nach dem Kauf</translation>
    </message>
    <message>
        <source>Returns until</source>
        <translation>Rückgabe bis</translation>
    </message>
    <message>
        <source>Kept of each return, in %</source>
        <translation>Einbehalten je Rückgabe, in %</translation>
    </message>
    <message>
        <source>Exchanges until</source>
        <translation>Umtausch bis</translation>
    </message>
    <message>
        <source>Handing on until</source>
        <translation>Weitergabe bis</translation>
    </message>
    <message>
        <source>Amount or %</source>
        <translation>Betrag oder %</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>In the price</source>
        <translation>Im Preis</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>Erhoben auf</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Stehbereiche</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Back on sale from</source>
        <translation>Wieder im Verkauf ab</translation>
    </message>
    <message>
        <source>Ticket types</source>
        <translation>Kartenarten</translation>
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
        <source>Taxes</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>Entrances</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Allocations</source>
        <translation>Kontingente</translation>
    </message>
    <message>
        <source>at most %1 bytes</source>
        <translation>höchstens %1 Bytes</translation>
    </message>
    <message>
        <source>%1 to %2 bytes</source>
        <translation>%1 bis %2 Bytes</translation>
    </message>
    <message>
        <source>a time by the venue&apos;s clocks, like 2026-12-04 19:30, that these clocks show</source>
        <translation>eine Zeit nach den Uhren des Hauses, wie 2026-12-04 19:30, die diese Uhren zeigen</translation>
    </message>
    <message>
        <source>%1 to %2, as 30 s, 5 min, 2 h or 1 d</source>
        <translation>%1 bis %2, als 30 s, 5 min, 2 h oder 1 d</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>two numbers, across and down, like 900 120</source>
        <translation>zwei Zahlen, quer und hinab, wie 900 120</translation>
    </message>
    <message>
        <source>Sold on the web</source>
        <translation>Verkauf im Web</translation>
    </message>
    <message>
        <source>Sold at the box office</source>
        <translation>Verkauf an der Kasse</translation>
    </message>
    <message>
        <source>Sold at kiosks</source>
        <translation>Verkauf an Automaten</translation>
    </message>
</context>
<context>
    <name>tessera::setup::CodeBook</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Off each ticket</source>
        <translation>Nachlass je Karte</translation>
    </message>
    <message>
        <source>Uses at most</source>
        <translation>Höchstens benutzbar</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Opens the presale</source>
        <translation>Öffnet den Vorverkauf</translation>
    </message>
    <message>
        <source>For bands</source>
        <translation>Für Preisgruppen</translation>
    </message>
    <message>
        <source>Sells allocation</source>
        <translation>Verkauft Kontingent</translation>
    </message>
    <message>
        <source>3 to 32 of A-Z, 0-9 and -</source>
        <translation>3 bis 32 aus A-Z, 0-9 und -</translation>
    </message>
    <message>
        <source>10 % or an amount like 5.00</source>
        <translation>10 % oder ein Betrag wie 5,00</translation>
    </message>
    <message>
        <source>a whole number; empty: any number</source>
        <translation>eine ganze Zahl; leer: beliebig oft</translation>
    </message>
    <message>
        <source>numbers like 1 2; empty: all</source>
        <translation>Nummern wie 1 2; leer: alle</translation>
    </message>
    <message>
        <source>1 to 999; empty: none</source>
        <translation>1 bis 999; leer: keines</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30</source>
        <translation>eine Zeit wie 2026-12-04 19:30</translation>
    </message>
    <message>
        <source>Save the event first: then it can have codes.</source>
        <translation>Zuerst die Veranstaltung speichern: dann kann sie Codes haben.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The code %1 is made.</source>
        <translation>Der Code %1 ist angelegt.</translation>
    </message>
    <message>
        <source>Code: the event has this one already.</source>
        <translation>Code: Diesen hat die Veranstaltung schon.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>it must end after it begins</source>
        <translation>das Ende muss nach dem Beginn liegen</translation>
    </message>
    <message>
        <source>The code %1 is changed.</source>
        <translation>Der Code %1 ist geändert.</translation>
    </message>
    <message>
        <source>The code %1 is over already.</source>
        <translation>Der Code %1 ist schon abgelaufen.</translation>
    </message>
    <message>
        <source>The code %1 is withdrawn.</source>
        <translation>Der Code %1 ist zurückgezogen.</translation>
    </message>
    <message>
        <source>not sent: type it again</source>
        <translation>nicht gesendet: noch einmal eintippen</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Drafts</name>
    <message>
        <source>This is what was typed before; it is not sent yet.</source>
        <translation>Das wurde vorher eingegeben und ist noch nicht gesendet.</translation>
    </message>
    <message>
        <source>What is typed cannot be kept on this device&apos;s disk: finish it soon.</source>
        <translation>Die Eingabe lässt sich auf diesem Gerät nicht aufbewahren: bald abschließen.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Errands</name>
    <message>
        <source>This device cannot write to its disk: nothing was sent.</source>
        <translation>Dieses Gerät kann nicht auf seine Platte schreiben: Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEditor</name>
    <message>
        <source>This is what was typed before and is not saved yet.</source>
        <translation>Das wurde früher eingegeben und ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>This device cannot write to its disk: save soon.</source>
        <translation>Dieses Gerät kann nicht auf seine Platte schreiben: bald speichern.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The event is made, as a draft: nothing is sold yet.</source>
        <translation>Die Veranstaltung ist als Entwurf angelegt: Noch wird nichts verkauft.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message>
        <source>Saved. It is in force for what is reserved from now on.</source>
        <translation>Gespeichert. Es gilt für das, was von nun an reserviert wird.</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 ist jetzt: %2</translation>
    </message>
    <message>
        <source>Changed by others meanwhile, and taken over: %1.</source>
        <translation>Inzwischen von anderen geändert und übernommen: %1.</translation>
    </message>
    <message>
        <source>Others have changed the same meanwhile. Look at it: save again to put yours in its place, or throw yours away.</source>
        <translation>Andere haben inzwischen dasselbe geändert. Bitte ansehen: noch einmal speichern, damit das eigene gilt, oder das eigene verwerfen.</translation>
    </message>
    <message>
        <source>Prices: at least one is needed before the sale can open.</source>
        <translation>Preise: Mindestens einer ist nötig, bevor der Verkauf öffnen kann.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>Die Veranstaltung ist abgesagt: An ihr ändert sich nichts mehr.</translation>
    </message>
    <message>
        <source>Save first, or throw away what is typed.</source>
        <translation>Zuerst speichern oder die Eingaben verwerfen.</translation>
    </message>
    <message>
        <source>The sale is open, within its times.</source>
        <translation>Der Verkauf ist offen, innerhalb seiner Zeiten.</translation>
    </message>
    <message>
        <source>The sale is closed. What is being paid is finished.</source>
        <translation>Der Verkauf ist geschlossen. Was gerade bezahlt wird, läuft zu Ende.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventEnd</name>
    <message>
        <source>Sold: %1, %2 in all. Held or being paid for: %3.</source>
        <translation>Verkauft: %1, zusammen %2. Reserviert oder in Zahlung: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>The event does not take place.</source>
        <translation>Die Veranstaltung findet nicht statt.</translation>
    </message>
    <message>
        <source>The event is moved from %1. Buyers may answer until %2.</source>
        <translation>Die Veranstaltung ist verlegt, vorher %1. Käufer können antworten bis %2.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many refunds, how much</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>%n Erstattung</numerusform>
            <numerusform>%n Erstattungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders concerned: %1. Not returned yet: %2.</source>
        <translation>Betroffene Bestellungen: %1. Noch nicht zurückgegeben: %2.</translation>
    </message>
    <message>
        <source>Accepted the new time: %1.</source>
        <translation>Neue Zeit angenommen: %1.</translation>
    </message>
    <message>
        <source>On their way: %1.</source>
        <translation>Unterwegs: %1.</translation>
    </message>
    <message>
        <source>Paid back: %1.</source>
        <translation>Erstattet: %1.</translation>
    </message>
    <message>
        <source>For staff to hand over or see to: %1.</source>
        <translation>Vom Personal auszuzahlen oder anzusehen: %1.</translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation>Fertig: %1.</translation>
    </message>
    <message>
        <source>Words for the buyers: at most 1,000 bytes.</source>
        <translation>Worte an die Käufer: höchstens 1.000 Bytes.</translation>
    </message>
    <message>
        <source>Name of the event: type it as it is, “%1”.</source>
        <translation>Name der Veranstaltung: so eingeben, wie er ist, „%1“.</translation>
    </message>
    <message>
        <source>The event is cancelled. All that was paid goes back now.</source>
        <translation>Die Veranstaltung ist abgesagt. Alles Bezahlte geht jetzt zurück.</translation>
    </message>
    <message>
        <source>Begins now: a time to come by the venue&apos;s clocks, like 2026-12-04 19:30.</source>
        <translation>Beginnt nun: eine künftige Zeit nach den Uhren des Hauses, wie 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>Answers until: a time to come, before the event begins.</source>
        <translation>Antworten bis: eine künftige Zeit vor Beginn der Veranstaltung.</translation>
    </message>
    <message>
        <source>The event is moved. Its buyers may accept or return.</source>
        <translation>Die Veranstaltung ist verlegt. Käufer können annehmen oder zurückgeben.</translation>
    </message>
    <message>
        <source>It is a draft, which nobody has bought of: change it instead.</source>
        <translation>Es ist ein Entwurf, von dem niemand gekauft hat: stattdessen ändern.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing of it changes any more.</source>
        <translation>Die Veranstaltung ist abgesagt: An ihr ändert sich nichts mehr.</translation>
    </message>
    <message>
        <source>Orders: more than %1.</source>
        <translation>Bestellungen: mehr als %1.</translation>
    </message>
    <message>
        <source>Orders: %1.</source>
        <translation>Bestellungen: %1.</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventForm</name>
    <message>
        <source>a ticket</source>
        <translation>je Karte</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>je Bestellung</translation>
    </message>
    <message>
        <source>% of price</source>
        <translation>% vom Preis</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no: added</source>
        <translation>nein: kommt dazu</translation>
    </message>
    <message>
        <source>tickets and fees</source>
        <translation>Karten und Gebühren</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>house</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>artist</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>promoter</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>barrierefrei</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>cannot be changed any more</source>
        <translation>lässt sich nicht mehr ändern</translation>
    </message>
</context>
<context>
    <name>tessera::setup::EventList</name>
    <message>
        <source>Draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>Moved: %1</source>
        <translation>Verlegt: %1</translation>
    </message>
</context>
<context>
    <name>tessera::setup::PaintBoard</name>
    <message>
        <source>This was painted before and is not saved yet.</source>
        <translation>Das wurde früher gefärbt und ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Band %1</source>
        <translation>Preisgruppe %1</translation>
    </message>
    <message>
        <source>Name of band %1: 1 to 100 bytes, each once.</source>
        <translation>Name der Preisgruppe %1: 1 bis 100 Bytes, jeder einmal.</translation>
    </message>
    <message>
        <source>Colour of band %1: like #b5651d.</source>
        <translation>Farbe der Preisgruppe %1: wie #b5651d.</translation>
    </message>
    <message>
        <source>The bands are saved as version %1 of the plan.</source>
        <translation>Die Preisgruppen sind als Fassung %1 des Plans gespeichert.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Preisgruppe</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Web colour</source>
        <translation>Farbe im Web</translation>
    </message>
</context>
<context>
    <name>tessera::setup::Series</name>
    <message>
        <source>Line %1: %2</source>
        <comment>a line of dates, what is wrong</comment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>a time like 2026-12-04 19:30.</source>
        <translation>eine Zeit wie 2026-12-04 19:30.</translation>
    </message>
    <message>
        <source>the clocks are put forward over it that night.</source>
        <translation>die Uhren werden in dieser Nacht darüber vorgestellt.</translation>
    </message>
    <message>
        <source>it is there twice.</source>
        <translation>sie steht zweimal da.</translation>
    </message>
    <message>
        <source>at most %1 at once.</source>
        <translation>höchstens %1 auf einmal.</translation>
    </message>
    <message>
        <source>at least one time.</source>
        <translation>mindestens eine Zeit.</translation>
    </message>
    <message>
        <source>Name: at most 200 bytes.</source>
        <translation>Name: höchstens 200 Bytes.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) made, as drafts.</source>
        <translation>
            <numerusform>%n Veranstaltung angelegt, als Entwurf.</numerusform>
            <numerusform>%n Veranstaltungen angelegt, als Entwürfe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::setup::VenueBook</name>
    <message>
        <source>%1, %2</source>
        <comment>venue, town</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, version %2, %3</source>
        <comment>plan, number, seats</comment>
        <translation>%1, Fassung %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>Name: 1 bis 200 Bytes.</translation>
    </message>
    <message>
        <source>Town: 1 to 100 bytes.</source>
        <translation>Ort: 1 bis 100 Bytes.</translation>
    </message>
    <message>
        <source>Country: two capital letters, like DE, or nothing.</source>
        <translation>Land: zwei Großbuchstaben, wie DE, oder nichts.</translation>
    </message>
    <message>
        <source>Time zone: a name like Europe/Berlin.</source>
        <translation>Zeitzone: ein Name wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>The venue is saved.</source>
        <translation>Das Haus ist gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>The plan is imported: %n seat(s).</source>
        <translation>
            <numerusform>Der Plan ist eingelesen: %n Platz.</numerusform>
            <numerusform>Der Plan ist eingelesen: %n Plätze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
</context>
</TS>
