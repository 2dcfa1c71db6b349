<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PrintNote</name>
    <message>
        <source>the printer is out of paper</source>
        <translation>der Drucker hat kein Papier</translation>
    </message>
    <message>
        <source>paper or cutter jam</source>
        <translation>Papier oder Messer klemmt</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>die Klappe des Druckers ist offen</translation>
    </message>
    <message>
        <source>the printer reports a fault</source>
        <translation>der Drucker meldet einen Fehler</translation>
    </message>
    <message>
        <source>the printer is busy or off line</source>
        <translation>der Drucker ist beschäftigt oder offline</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>der Drucker antwortet nicht</translation>
    </message>
    <message>
        <source>the printer refused what it was sent</source>
        <translation>der Drucker hat das Gesendete abgelehnt</translation>
    </message>
    <message>
        <source>the printer was switched off and on</source>
        <translation>der Drucker wurde aus- und eingeschaltet</translation>
    </message>
    <message>
        <source>the printer has not said that the ticket is printed</source>
        <translation>der Drucker hat nicht gemeldet, dass die Karte gedruckt ist</translation>
    </message>
    <message>
        <source>the printer has not said that the receipt is printed</source>
        <translation>der Drucker hat nicht gemeldet, dass der Beleg gedruckt ist</translation>
    </message>
    <message>
        <source>the printer does not fall silent</source>
        <translation>der Drucker meldet unaufhörlich</translation>
    </message>
    <message>
        <source>the printer closed the connection</source>
        <translation>der Drucker hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the printer has not taken everything</source>
        <translation>der Drucker hat nicht alles angenommen</translation>
    </message>
    <message>
        <source>the printer took too long</source>
        <translation>der Drucker hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>sending took too long</source>
        <translation>das Senden hat zu lange gedauert</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>das Verbinden hat zu lange gedauert</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>no such printer</source>
        <translation>diesen Drucker gibt es nicht</translation>
    </message>
    <message>
        <source>the printer has no address</source>
        <translation>der Drucker hat keine Adresse</translation>
    </message>
    <message>
        <source>the device does not open</source>
        <translation>das Gerät lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>the device is gone</source>
        <translation>das Gerät ist weg</translation>
    </message>
    <message>
        <source>the system does not take the document</source>
        <translation>das System nimmt das Dokument nicht an</translation>
    </message>
    <message>
        <source>the system has no way to print</source>
        <translation>das System kann nicht drucken</translation>
    </message>
    <message>
        <source>the system has not said that it took the document</source>
        <translation>das System hat nicht gemeldet, dass es das Dokument angenommen hat</translation>
    </message>
    <message>
        <source>this program is ending</source>
        <translation>dieses Programm wird beendet</translation>
    </message>
    <message>
        <source>the program ended while this was being sent</source>
        <translation>das Programm endete während des Sendens</translation>
    </message>
    <message>
        <source>the printer of this name speaks another language now</source>
        <translation>der Drucker dieses Namens spricht jetzt eine andere Sprache</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>abgebrochen von %1</translation>
    </message>
    <message>
        <source>seen on paper by %1</source>
        <translation>auf Papier gesehen von %1</translation>
    </message>
    <message>
        <source>%1 of %2 tickets are certain</source>
        <translation>%1 von %2 Karten sind sicher</translation>
    </message>
    <message>
        <source>%1 of %2 copies are printed</source>
        <translation>%1 von %2 Exemplaren sind gedruckt</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::qt::PrintQueueModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>gedruckt</translation>
    </message>
    <message>
        <source>unknown: look at the paper</source>
        <translation>unbekannt: Papier ansehen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>unknown, printed again</source>
        <translation>unbekannt, noch einmal gedruckt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>■ %1</source>
        <comment>a person must decide</comment>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <comment>it waits for the printer</comment>
        <translation>▲ %1</translation>
    </message>
</context>
</TS>
