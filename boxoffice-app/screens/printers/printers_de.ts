<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintersScreen</name>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spe&amp;ichern</translation>
    </message>
    <message>
        <source>Test the t&amp;icket printer</source>
        <translation>Kartendrucker &amp;testen</translation>
    </message>
    <message>
        <source>Test the &amp;receipt printer</source>
        <translation>&amp;Bondrucker testen</translation>
    </message>
    <message>
        <source>Address and port, &amp;or a device; empty: there is none</source>
        <translation>Adresse und Port, oder ein &amp;Gerät; leer: keiner</translation>
    </message>
    <message>
        <source>A&amp;ddress and port, or a device; empty: there is none</source>
        <translation>A&amp;dresse und Port, oder ein Gerät; leer: keiner</translation>
    </message>
    <message>
        <source>Address of the ticket printer</source>
        <translation>Adresse des Kartendruckers</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>Adresse des Bondruckers</translation>
    </message>
    <message>
        <source>It says what it has printed</source>
        <translation>Er meldet, was er gedruckt hat</translation>
    </message>
    <message>
        <source>A &amp;cash drawer hangs at it: open it when cash is taken</source>
        <translation>Eine &amp;Lade hängt daran: bei Barzahlung öffnen</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Kartenterminal</translation>
    </message>
    <message>
        <source>&amp;The provider&apos;s id of the terminal; empty: there is none</source>
        <translation>&amp;Kennung des Terminals beim Anbieter; leer: keines</translation>
    </message>
    <message>
        <source>Id of the card terminal</source>
        <translation>Kennung des Kartenterminals</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Save an address first.</source>
        <translation>Zuerst eine Adresse speichern.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>Testkarte</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>Kein Einlass</translation>
    </message>
    <message>
        <source>A test is on its way to the printer.</source>
        <translation>Ein Test ist unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>Die Druckliste ist voll.</translation>
    </message>
    <message>
        <source>Printers and &amp;terminal</source>
        <translation>Drucker und &amp;Terminal</translation>
    </message>
    <message>
        <source>192.168.1.20:9100 or /dev/usb/lp0</source>
        <translation>192.168.1.20:9100 oder /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Ticket &amp;paper</source>
        <translation>Karten&amp;papier</translation>
    </message>
    <message>
        <source>FGL, by its address</source>
        <translation>FGL, nach Adresse</translation>
    </message>
    <message>
        <source>ESC/POS, by its address</source>
        <translation>ESC/POS, nach Adresse</translation>
    </message>
    <message>
        <source>PDF: %1</source>
        <translation>PDF: %1</translation>
    </message>
    <message>
        <source>Ticket printer</source>
        <translation>Kartendrucker</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Bondrucker</translation>
    </message>
    <message>
        <source>&amp;Kind of ticket printer</source>
        <translation>A&amp;rt des Kartendruckers</translation>
    </message>
    <message>
        <source>Ki&amp;nd of receipt printer</source>
        <translation>Art des B&amp;ondruckers</translation>
    </message>
    <message>
        <source>Kind of ticket printer</source>
        <translation>Art des Kartendruckers</translation>
    </message>
    <message>
        <source>Kind of receipt printer</source>
        <translation>Art des Bondruckers</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
</TS>
