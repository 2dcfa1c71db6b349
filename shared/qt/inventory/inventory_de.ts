<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Allocation</name>
    <message>
        <source>House</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Promoter</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>Barrierefrei</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
    <message>
        <source>Its release time has come: its seats are the public&apos;s. Move the time first.</source>
        <translation>Die Freigabezeit ist erreicht: Die Plätze gehören dem Publikum. Zuerst die Zeit verschieben.</translation>
    </message>
    <message>
        <source>The event is cancelled: nothing is set aside any more.</source>
        <translation>Die Veranstaltung ist abgesagt: Es wird nichts mehr zurückgelegt.</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Box office</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Automat</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
    </message>
</context>
<context>
    <name>SalesBars</name>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <comment>sold, places, share</comment>
        <translation>%1 von %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>sold, revenue</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <comment>time of a minute</comment>
        <translation>
            <numerusform>%1: %n Karte</numerusform>
            <numerusform>%1: %n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time of a minute, revenue</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationEditor</name>
    <message>
        <source>Name: it must not be empty.</source>
        <translation>Name: darf nicht leer sein.</translation>
    </message>
    <message>
        <source>Name: %1 bytes at most; a letter with an accent has two.</source>
        <translation>Name: höchstens %1 Bytes; ein Umlaut hat zwei.</translation>
    </message>
    <message>
        <source>The list is still being saved: wait until that is answered.</source>
        <translation>Die Liste wird noch gespeichert: die Antwort abwarten.</translation>
    </message>
    <message>
        <source>The server has not answered. Nothing was saved yet: save again.</source>
        <translation>Der Server hat nicht geantwortet. Es wurde noch nichts gespeichert: erneut speichern.</translation>
    </message>
    <message>
        <source>An event names %1 allocations at most.</source>
        <translation>Eine Veranstaltung hat höchstens %1 Kontingente mit Namen.</translation>
    </message>
    <message>
        <source>Somebody has taken this name away meanwhile. Save again to put it back.</source>
        <translation>Jemand hat diesen Namen inzwischen entfernt. Erneut speichern, um ihn wieder einzusetzen.</translation>
    </message>
    <message>
        <source>Somebody has named number %1 meanwhile: &quot;%2&quot;. Save again, it gets another one.</source>
        <translation>Jemand hat Nummer %1 inzwischen benannt: „%2“. Erneut speichern, es bekommt eine andere.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile: it is &quot;%1&quot; now. Save again to replace it.</source>
        <translation>Jemand hat dies inzwischen geändert: Es heißt jetzt „%1“. Erneut speichern, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The name is taken away; the seats stay.</source>
        <translation>Der Name ist entfernt; die Plätze bleiben.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether this is saved is not known: it is being asked again, and nothing is done twice.</source>
        <translation>Der Server hat nicht geantwortet. Ob dies gespeichert ist, ist unbekannt: Es wird erneut gefragt, nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>Nothing was saved: another event was chosen meanwhile.</source>
        <translation>Nichts gespeichert: Inzwischen wurde eine andere Veranstaltung gewählt.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationMarks</name>
    <message>
        <source>The public</source>
        <translation>Das Publikum</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationModel</name>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Public from</source>
        <translation>Frei ab</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::AllocationSetter</name>
    <message>
        <source>Seats are still being set aside: wait until that is answered.</source>
        <translation>Es werden noch Plätze zurückgelegt: die Antwort abwarten.</translation>
    </message>
    <message>
        <source>No seat is selected.</source>
        <translation>Kein Platz ist ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing was sent: this device cannot write into its folder.</source>
        <translation>Nichts wurde gesendet: Dieses Gerät kann nicht in seinen Ordner schreiben.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether these seats are set aside is not known: it is being asked again, and nothing is done twice.</source>
        <translation>Der Server hat nicht geantwortet. Ob diese Plätze zurückgelegt sind, ist unbekannt: Es wird erneut gefragt, nichts geschieht doppelt.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are the public&apos;s now.</source>
        <translation>
            <numerusform>%n Platz ist jetzt frei.</numerusform>
            <numerusform>%n Plätze sind jetzt frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) are set aside.</source>
        <translation>
            <numerusform>%n Platz ist zurückgelegt.</numerusform>
            <numerusform>%n Plätze sind zurückgelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Held or sold meanwhile, and left as they are: %1.</source>
        <translation>Inzwischen reserviert oder verkauft und so belassen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiterer.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) were held or sold meanwhile, and are left as they are.</source>
        <translation>
            <numerusform>%n Platz wurde inzwischen reserviert oder verkauft und bleibt, wie er ist.</numerusform>
            <numerusform>%n Plätze wurden inzwischen reserviert oder verkauft und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the last of these seats are set aside is not known: the map shows how they stand.</source>
        <translation>Ob die letzten dieser Plätze zurückgelegt sind, ist nicht bekannt: Die Karte zeigt, wie sie stehen.</translation>
    </message>
    <message numerus="yes">
        <source>Not approved: %n seat(s) were left as they are.</source>
        <translation>
            <numerusform>Nicht genehmigt: %n Platz bleibt, wie er ist.</numerusform>
            <numerusform>Nicht genehmigt: %n Plätze bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::EventInView</name>
    <message>
        <source>Band %1</source>
        <translation>Preisband %1</translation>
    </message>
    <message>
        <source>Ticket type %1</source>
        <translation>Kartenart %1</translation>
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
        <source>not open yet</source>
        <translation>noch nicht eröffnet</translation>
    </message>
    <message>
        <source>sale closed</source>
        <translation>Verkauf beendet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestFiles</name>
    <message>
        <source>A file is still on its way.</source>
        <translation>Eine Datei ist noch unterwegs.</translation>
    </message>
    <message>
        <source>The server has not answered: nothing was saved.</source>
        <translation>Der Server hat nicht geantwortet: Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The list is too long for one document: filter it.</source>
        <translation>Die Liste ist zu lang für ein Dokument: filtern.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::ManifestModel</name>
    <message>
        <source>The server has not answered: the list is not complete. Read it again.</source>
        <translation>Der Server hat nicht geantwortet: Die Liste ist unvollständig. Neu lesen.</translation>
    </message>
    <message>
        <source>handed out %1</source>
        <translation>ausgegeben %1</translation>
    </message>
    <message>
        <source>paid, not handed out</source>
        <translation>bezahlt, nicht ausgegeben</translation>
    </message>
    <message>
        <source>not paid: does not admit</source>
        <translation>nicht bezahlt: kein Einlass</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>Verkauft über</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Will call</source>
        <translation>Abholung</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Gästeliste</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <comment>between facts of an event</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::MinutesModel</name>
    <message>
        <source>Minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
</context>
<context>
    <name>tessera::inventory::SalesModel</name>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Price band</source>
        <translation>Preisband</translation>
    </message>
    <message>
        <source>Set aside for</source>
        <translation>Zurückgelegt für</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
</context>
</TS>
