<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Report</name>
    <message>
        <source>Z report, shift %1</source>
        <translation>Z-Bericht, Schicht %1</translation>
    </message>
    <message>
        <source>X report, shift %1</source>
        <translation>X-Bericht, Schicht %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Till: %1</source>
        <translation>Kasse: %1</translation>
    </message>
    <message>
        <source>Opened by %1, %2</source>
        <translation>Geöffnet von %1, %2</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>Geschlossen %1</translation>
    </message>
    <message>
        <source>Not closed yet; as of %1</source>
        <translation>Noch nicht geschlossen; Stand %1</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Lade</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Zu Beginn</translation>
    </message>
    <message>
        <source>What cash came in is told once the drawer is counted.</source>
        <translation>Was bar eingenommen wurde, steht hier, sobald die Lade gezählt ist.</translation>
    </message>
    <message>
        <source>Cash of sales</source>
        <translation>Bar aus Verkäufen</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Bar zurückgegeben</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Must be there</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>%1, payments: %2</source>
        <translation>%1, Zahlungen: %2</translation>
    </message>
    <message>
        <source>%1, given back: %2</source>
        <translation>%1, Rückgaben: %2</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>   sold: %1, taken back: %2</source>
        <translation>   verkauft: %1, zurückgenommen: %2</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>Einlagen und Entnahmen</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Signed off by %1</source>
        <translation>Abgezeichnet von %1</translation>
    </message>
    <message>
        <source>Handed over with what was counted</source>
        <translation>Übergeben mit dem gezählten Bestand</translation>
    </message>
    <message>
        <source>SHA-256 of this report</source>
        <translation>SHA-256 dieses Berichts</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4</source>
        <comment>time, what was done, by whom, reason</comment>
        <translation>%1 %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>Shifts</name>
    <message>
        <source>Paid in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Drawer opened</source>
        <translation>Lade geöffnet</translation>
    </message>
    <message>
        <source>Shift %1, %2</source>
        <translation>Schicht %1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Being counted</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>Geöffnet um</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Geschlossen um</translation>
    </message>
</context>
<context>
    <name>tessera::till::CountModel</name>
    <message>
        <source>%1 in one sum</source>
        <translation>%1 in einer Summe</translation>
    </message>
    <message>
        <source>%1: an amount like 200.</source>
        <translation>%1: ein Betrag wie 200.</translation>
    </message>
    <message>
        <source>%1, how many: 0 to %2.</source>
        <translation>%1, wie viele: 0 bis %2.</translation>
    </message>
    <message>
        <source>Note or coin</source>
        <translation>Schein oder Münze</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftOpener</name>
    <message>
        <source>The shift is being opened: the server has not answered yet.</source>
        <translation>Die Schicht wird geöffnet: Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>In the drawer: choose an event first, its currency is the shift&apos;s.</source>
        <translation>In der Lade: erst eine Veranstaltung wählen, ihre Währung ist die der Schicht.</translation>
    </message>
    <message>
        <source>In the drawer: an amount like 200 in %1, or 0 where it is empty.</source>
        <translation>In der Lade: ein Betrag wie 200 in %1, oder 0, wenn sie leer ist.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether the shift is open is not known: it is being asked again, and one is opened only.</source>
        <translation>Der Server hat nicht geantwortet. Ob die Schicht offen ist, ist nicht bekannt: Die Frage wird wiederholt, und nur eine wird geöffnet.</translation>
    </message>
    <message>
        <source>The last shift of this till is being counted: it must be closed before another is opened.</source>
        <translation>Die letzte Schicht dieser Kasse wird gezählt: Sie muss geschlossen sein, bevor eine andere geöffnet wird.</translation>
    </message>
    <message>
        <source>Currencies: 1 to %1 of them.</source>
        <translation>Währungen: 1 bis %1.</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftReports</name>
    <message>
        <source>The report cannot be shown: %1</source>
        <translation>Der Bericht kann nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>No receipt printer is set up: the report was not printed.</source>
        <translation>Kein Bondrucker eingerichtet: Der Bericht wurde nicht gedruckt.</translation>
    </message>
    <message>
        <source>The report cannot be printed: %1</source>
        <translation>Der Bericht kann nicht gedruckt werden: %1</translation>
    </message>
    <message>
        <source>%1 is being printed.</source>
        <translation>%1 wird gedruckt.</translation>
    </message>
    <message>
        <source>The print queue takes no more: the report was not printed.</source>
        <translation>Die Druckwarteschlange ist voll: Der Bericht wurde nicht gedruckt.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>This file cannot be written: %1</source>
        <translation>Diese Datei kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 is being printed, and kept as %2.</source>
        <translation>%1 wird gedruckt und ist aufbewahrt als %2.</translation>
    </message>
    <message>
        <source>%1 is being printed, but not kept: this file cannot be written: %2</source>
        <translation>%1 wird gedruckt, aber nicht aufbewahrt: diese Datei kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>tessera::till::ShiftWork</name>
    <message>
        <source>Amount: more than 0, like 12.50, in %1.</source>
        <translation>Betrag: mehr als 0, wie 12,50, in %1.</translation>
    </message>
    <message>
        <source>Something is under way: the server has not answered yet.</source>
        <translation>Etwas ist im Gange: Der Server hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>This till cannot write to its disk: nothing was sent.</source>
        <translation>Diese Kasse kann nicht auf ihre Festplatte schreiben: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Whether it was done is not known: whose shift it is must sign in here.</source>
        <translation>Ob es getan ist, ist nicht bekannt: Wem die Schicht gehört, muss sich hier anmelden.</translation>
    </message>
    <message>
        <source>The count is kept. Sales whose cash is under way: %1. It is asked again by itself until they are settled.</source>
        <translation>Die Zählung ist aufbewahrt. Verkäufe, deren Bargeld noch unterwegs ist: %1. Die Frage wird von selbst wiederholt, bis sie erledigt sind.</translation>
    </message>
    <message>
        <source>The server found a fault in its books. Nothing was closed: call whoever looks after it.</source>
        <translation>Der Server hat einen Fehler in seinen Büchern gefunden. Nichts wurde geschlossen: Die Betreuung des Servers anrufen.</translation>
    </message>
    <message>
        <source>The server has not answered. Whether it was done is not known: it is asked again, and done once.</source>
        <translation>Der Server hat nicht geantwortet. Ob es getan ist, ist nicht bekannt: Die Frage wird wiederholt, getan wird es einmal.</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s.</source>
        <translation>Die Schicht dieser Kasse gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The shift is further by now: look how it stands.</source>
        <translation>Die Schicht ist inzwischen weiter: Den Stand ansehen.</translation>
    </message>
    <message>
        <source>That approval does not count here: it must be somebody who has neither opened nor counted this shift.</source>
        <translation>Diese Freigabe gilt hier nicht: Es muss jemand sein, der diese Schicht weder geöffnet noch gezählt hat.</translation>
    </message>
    <message>
        <source>Hand over to: this is the login of nobody who works here.</source>
        <translation>Übergeben an: Mit diesem Anmeldenamen arbeitet hier niemand.</translation>
    </message>
    <message>
        <source>Amount: it is too large.</source>
        <translation>Betrag: Er ist zu groß.</translation>
    </message>
    <message>
        <source>Open the drawer without a sale: %1</source>
        <translation>Lade ohne Verkauf öffnen: %1</translation>
    </message>
    <message>
        <source>Sign off shift %1 with a difference of %2: %3</source>
        <translation>Schicht %1 mit einer Differenz von %2 abzeichnen: %3</translation>
    </message>
    <message>
        <source>Reason: 1 to %1 bytes; a letter with a mark takes two or more.</source>
        <translation>Grund: 1 bis %1 Bytes; ein Buchstabe mit Zeichen wie ä zählt zwei oder mehr.</translation>
    </message>
    <message>
        <source>Explanation: what was counted differs, so it must say why.</source>
        <translation>Erklärung: Das Gezählte weicht ab, also angeben, warum.</translation>
    </message>
    <message>
        <source>Explanation: %1 bytes at most; a letter with a mark takes two or more.</source>
        <translation>Erklärung: höchstens %1 Bytes; ein Buchstabe mit Zeichen wie ä zählt zwei oder mehr.</translation>
    </message>
</context>
</TS>
