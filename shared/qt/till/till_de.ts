<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
</context>
</TS>
