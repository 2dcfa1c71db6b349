<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::HeadBar</name>
    <message>
        <source>No event chosen</source>
        <translation>Keine Veranstaltung gewählt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Wer hier arbeitet</translation>
    </message>
    <message>
        <source>● Connected</source>
        <translation>● Verbunden</translation>
    </message>
    <message>
        <source>○ Not connected</source>
        <translation>○ Nicht verbunden</translation>
    </message>
    <message>
        <source>The server&apos;s time</source>
        <translation>Zeit des Servers</translation>
    </message>
    <message>
        <source>%1 (device: %2)</source>
        <comment>the server&apos;s time, this device&apos;s</comment>
        <translation>%1 (Gerät: %2)</translation>
    </message>
    <message>
        <source>This device&apos;s clock is wrong by %1 min: have it set. Everything here goes by the server&apos;s time.</source>
        <translation>Die Uhr dieses Geräts geht um %1 min falsch: stellen lassen. Hier gilt überall die Zeit des Servers.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::LegendDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Search for an action or a key; Enter does it</source>
        <translation>Aktion oder Taste &amp;suchen; Enter führt sie aus</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MainWindow</name>
    <message>
        <source>To the &amp;beginning of the screen</source>
        <translation>Zum &amp;Anfang der Ansicht</translation>
    </message>
    <message>
        <source>&amp;Lock, or hand over to somebody else</source>
        <translation>&amp;Sperren oder an jemand anderen übergeben</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Abm&amp;elden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>Tessera Box Office, version %1</source>
        <translation>Tessera Kasse, Version %1</translation>
    </message>
    <message>
        <source>The session is over. Sign in again: nothing typed is lost.</source>
        <translation>Die Sitzung ist zu Ende. Neu anmelden: Nichts Eingegebenes ist verloren.</translation>
    </message>
    <message>
        <source>%1 – Tessera Box Office</source>
        <translation>%1 – Tessera Kasse</translation>
    </message>
    <message>
        <source>No connection to the server. What is typed stays; work goes on by itself as soon as the server answers.</source>
        <translation>Keine Verbindung zum Server. Eingegebenes bleibt; es geht von selbst weiter, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>&amp;Screens</source>
        <translation>A&amp;nsichten</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>&amp;Aktionen</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>This version of the box office, %1, is too old for the server: it asks for %2 or later. Install the newer version, then start again.</source>
        <translation>Diese Version der Kasse, %1, ist zu alt für den Server: Er verlangt %2 oder neuer. Neuere Version installieren und neu starten.</translation>
    </message>
    <message>
        <source>Tessera Box Office</source>
        <translation>Tessera Kasse</translation>
    </message>
    <message>
        <source>&amp;Enrol this device anew</source>
        <translation>Keine Veranstaltung gewählt</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MapLegend</name>
    <message>
        <source>Free, in the band&apos;s colour</source>
        <translation>Frei, in der Farbe des Preisbands</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Rollstuhl</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MessageLine</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintLine</name>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>printing has halted</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>printing warns</comment>
        <translation>▲ %1</translation>
    </message>
    <message numerus="yes">
        <source>Of %n document(s) it is not known whether they are on paper: look at the printer, then say so under Printing.</source>
        <translation>
            <numerusform>Von %n Dokument ist unbekannt, ob es auf Papier ist: am Drucker nachsehen und es unter „Drucken“ melden.</numerusform>
            <numerusform>Von %n Dokumenten ist unbekannt, ob sie auf Papier sind: am Drucker nachsehen und es unter „Drucken“ melden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PrintPanel</name>
    <message>
        <source>The print queue cannot write: %1</source>
        <translation>Die Druckliste kann nicht schreiben: %1</translation>
    </message>
    <message>
        <source>No printer is set up at this till.</source>
        <translation>An dieser Kasse ist kein Drucker eingerichtet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>printer, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) wait to be printed.</source>
        <translation>
            <numerusform>%n Bestellung wartet auf den Druck.</numerusform>
            <numerusform>%n Bestellungen warten auf den Druck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at the paper: of %n document(s) it is not known whether they came out. Print again, or say that it is there.</source>
        <translation>
            <numerusform>Papier ansehen: von %n Dokument ist unbekannt, ob es gedruckt wurde. Noch einmal drucken oder als vorhanden melden.</numerusform>
            <numerusform>Papier ansehen: von %n Dokumenten ist unbekannt, ob sie gedruckt wurden. Noch einmal drucken oder als vorhanden melden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what is to be printed again.</source>
        <translation>Auswählen, was noch einmal gedruckt wird.</translation>
    </message>
    <message>
        <source>That cannot be said of it as it stands.</source>
        <translation>Das ist in diesem Zustand nicht möglich.</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Documents of the print queue</source>
        <translation>Dokumente der Druckliste</translation>
    </message>
    <message>
        <source>&amp;Reason to print again</source>
        <translation>Grund, noch einmal zu dr&amp;ucken</translation>
    </message>
    <message>
        <source>Reason to print again</source>
        <translation>Grund, noch einmal zu drucken</translation>
    </message>
    <message>
        <source>%1 has stopped: its queue could not be written. Try the printer to begin anew.</source>
        <translation>%1 steht: Die Warteschlange ließ sich nicht schreiben. Den Drucker neu versuchen, um wieder zu beginnen.</translation>
    </message>
    <message>
        <source>&amp;Try the printer now</source>
        <translation>Drucker &amp;jetzt versuchen</translation>
    </message>
    <message>
        <source>&amp;Leave it unprinted</source>
        <translation>Nich&amp;t drucken</translation>
    </message>
    <message>
        <source>&amp;Print again</source>
        <translation>Noch einmal &amp;drucken</translation>
    </message>
    <message>
        <source>&amp;It is on the paper</source>
        <translation>Liegt auf Pap&amp;ier vor</translation>
    </message>
    <message>
        <source>Left unprinted: %1</source>
        <translation>Nicht gedruckt: %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SeatTablePage</name>
    <message>
        <source>Seats as a table</source>
        <translation>Plätze als Tabelle</translation>
    </message>
    <message>
        <source>Sectio&amp;n</source>
        <translation>Abschn&amp;itt</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Seats of the section</source>
        <translation>Plätze des Abschnitts</translation>
    </message>
</context>
</TS>
