<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CountPanel</name>
    <message>
        <source>Currencies: 1 to %1 codes of three letters, like EUR, CHF.</source>
        <translation>Währungen: 1 bis %1 Kürzel aus drei Buchstaben, wie EUR, CHF.</translation>
    </message>
    <message>
        <source>What is in the drawer now</source>
        <translation>Was jetzt in der Lade ist</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>Lade zählen</translation>
    </message>
    <message>
        <source>By note and coin, or in one sum for each currency at its end.</source>
        <translation>Nach Scheinen und Münzen, oder am Ende jeder Währung in einer Summe.</translation>
    </message>
    <message>
        <source>By note and coin. What must be there is told afterwards. Once it is counted no more cash goes through this shift.</source>
        <translation>Nach Scheinen und Münzen. Was da sein muss, steht erst danach. Ist gezählt, geht kein Bargeld mehr durch diese Schicht.</translation>
    </message>
    <message>
        <source>Currencies in the dra&amp;wer</source>
        <translation>&amp;Währungen in der Lade</translation>
    </message>
    <message>
        <source>Currencies in the drawer</source>
        <translation>Währungen in der Lade</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Anfangsbestand</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Open &amp;the shift</source>
        <translation>Schicht öf&amp;fnen</translation>
    </message>
    <message>
        <source>&amp;This is what is there</source>
        <translation>Das ist &amp;da</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EntryPanel</name>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>Lade ohne Verkauf öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>&amp;Lade öffnen</translation>
    </message>
    <message>
        <source>Put cash into the drawer</source>
        <translation>Bargeld einlegen</translation>
    </message>
    <message>
        <source>It &amp;goes in</source>
        <translation>E&amp;inlegen</translation>
    </message>
    <message>
        <source>Take cash out of the drawer</source>
        <translation>Bargeld entnehmen</translation>
    </message>
    <message>
        <source>It goes o&amp;ut</source>
        <translation>Entneh&amp;men</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Betrag</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currenc&amp;y</source>
        <translation>&amp;Währung</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>&amp;Reason, without names of people</source>
        <translation>&amp;Grund, ohne Namen von Personen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MoneyScreen</name>
    <message>
        <source>Open a shi&amp;ft</source>
        <translation>Schicht öf&amp;fnen</translation>
    </message>
    <message>
        <source>Cash &amp;in</source>
        <translation>Bargeld &amp;ein</translation>
    </message>
    <message>
        <source>Cash &amp;out</source>
        <translation>Bargeld a&amp;us</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>&amp;Lade öffnen</translation>
    </message>
    <message>
        <source>Cou&amp;nt the drawer</source>
        <translation>Lade &amp;zählen</translation>
    </message>
    <message>
        <source>&amp;Close the shift</source>
        <translation>Schich&amp;t schließen</translation>
    </message>
    <message>
        <source>X or &amp;Z report</source>
        <translation>&amp;X- oder Z-Bericht</translation>
    </message>
    <message>
        <source>Shi&amp;fts that there were</source>
        <translation>Frühere S&amp;chichten</translation>
    </message>
    <message>
        <source>&amp;Print the report</source>
        <translation>Bericht &amp;drucken</translation>
    </message>
    <message>
        <source>Sa&amp;ve it as PDF</source>
        <translation>Als &amp;PDF speichern</translation>
    </message>
    <message>
        <source>This till has a shift already.</source>
        <translation>Diese Kasse hat schon eine Schicht.</translation>
    </message>
    <message>
        <source>In the drawer: count it, or type 0 where it is empty.</source>
        <translation>In der Lade: zählen, oder 0 eingeben, wenn sie leer ist.</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>Die Schicht wird geöffnet.</translation>
    </message>
    <message>
        <source>Count: nothing is typed. Where the drawer is empty, type 0.</source>
        <translation>Zählung: Nichts ist eingegeben. Ist die Lade leer, 0 eingeben.</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>Die Lade wurde nicht geöffnet: Kein Bondrucker eingerichtet.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>Die Lade wurde nicht geöffnet: Ihr Drucker antwortet nicht.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>Die Schicht ist offen.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float.</source>
        <translation>An dieser Kasse war schon eine Schicht offen, mit eigenem Anfangsbestand.</translation>
    </message>
    <message>
        <source>It is in the shift.</source>
        <translation>Es steht in der Schicht.</translation>
    </message>
    <message>
        <source>Counted: it is even.</source>
        <translation>Gezählt: Es stimmt.</translation>
    </message>
    <message>
        <source>Counted: it differs.</source>
        <translation>Gezählt: Es weicht ab.</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>Die Schicht ist geschlossen.</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>Einlagen und Entnahmen</translation>
    </message>
    <message>
        <source>&amp;Money</source>
        <translation>&amp;Geld</translation>
    </message>
    <message>
        <source>The till&apos;s shift</source>
        <translation>Schicht der Kasse</translation>
    </message>
    <message>
        <source>At the beginning: %1</source>
        <translation>Zu Beginn: %1</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s. Cash of your sales goes into it; they or a supervisor count it.</source>
        <translation>Die Schicht dieser Kasse gehört jemand anderem. Bargeld aus Verkäufen geht hinein; gezählt wird sie von dieser Person oder der Aufsicht.</translation>
    </message>
    <message>
        <source>How the shift stands is not known yet: the server is being asked.</source>
        <translation>Wie die Schicht steht, ist noch nicht bekannt: Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>Whether the last step was done is not known: it is being asked again.</source>
        <translation>Ob der letzte Schritt getan ist, ist nicht bekannt: Die Frage wird wiederholt.</translation>
    </message>
    <message>
        <source>The count is kept; it waits for cash of sales that is under way.</source>
        <translation>Die Zählung ist aufbewahrt; sie wartet auf Bargeld aus laufenden Verkäufen.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Noch nicht bekannt.</translation>
    </message>
    <message>
        <source>No shift is open: no cash can be taken.</source>
        <translation>Keine Schicht ist offen: Bargeld kann nicht angenommen werden.</translation>
    </message>
    <message>
        <source>A colleague&apos;s shift is open.</source>
        <translation>Die Schicht von jemand anderem ist offen.</translation>
    </message>
    <message>
        <source>%1. Opened by %2, %3</source>
        <translation>%1. Geöffnet von %2, %3</translation>
    </message>
    <message>
        <source>%1: nothing is typed. Where there is none, type 0.</source>
        <translation>%1: Nichts eingegeben. Wo nichts da ist, 0 eingeben.</translation>
    </message>
    <message>
        <source>Coun&amp;t the chosen shift</source>
        <translation>&amp;Gewählte Schicht zählen</translation>
    </message>
    <message>
        <source>This ti&amp;ll&apos;s shift</source>
        <translation>Schicht dieser &amp;Kasse</translation>
    </message>
    <message>
        <source>Choose a shift that is not closed.</source>
        <translation>Eine Schicht wählen, die nicht geschlossen ist.</translation>
    </message>
    <message>
        <source>Ea&amp;rlier shifts</source>
        <translation>F&amp;rühere Schichten</translation>
    </message>
    <message>
        <source>Close &amp;the shift</source>
        <translation>Sch&amp;icht schließen</translation>
    </message>
    <message>
        <source>What this page is for</source>
        <translation>Wofür diese Seite da ist</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ReportPanel</name>
    <message>
        <source>No report is shown yet</source>
        <translation>Noch kein Bericht</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SettlePanel</name>
    <message>
        <source>It differs by %1. It needs an explanation, and somebody who has neither opened nor counted this shift to sign it off.</source>
        <translation>Abweichung: %1. Es braucht eine Erklärung und jemanden, der diese Schicht weder geöffnet noch gezählt hat und sie abzeichnet.</translation>
    </message>
    <message>
        <source>What was counted is what must be there.</source>
        <translation>Gezählt ist, was da sein muss.</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>What was counted and what must be there</source>
        <translation>Was gezählt wurde und was da sein muss</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>E&amp;rklärung</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Hand over to (lo&amp;gin); nobody where the shift ends</source>
        <translation>Übergeben an (An&amp;meldename); leer, wenn die Schicht endet</translation>
    </message>
    <message>
        <source>Hand over to (login)</source>
        <translation>Übergeben an (Anmeldename)</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ShiftsPanel</name>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Enter shows the report of the chosen shift. Whoever may sign shifts off counts one whose cashier went home from here, too.</source>
        <translation>Enter zeigt den Bericht der gewählten Schicht. Wer Schichten abzeichnen darf, zählt von hier auch eine, deren Kassenkraft schon gegangen ist.</translation>
    </message>
</context>
</TS>
