<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintersScreen</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Test the t&amp;icket printer</source>
        <translation>Tester l'imprimante de b&amp;illets</translation>
    </message>
    <message>
        <source>Test the &amp;receipt printer</source>
        <translation>Tester l'imprimante de &amp;reçus</translation>
    </message>
    <message>
        <source>&amp;Back to selling</source>
        <translation>&amp;Retour à la vente</translation>
    </message>
    <message>
        <source>Ticket printer (FGL)</source>
        <translation>Imprimante de billets (FGL)</translation>
    </message>
    <message>
        <source>Receipt printer (ESC/POS)</source>
        <translation>Imprimante de reçus (ESC/POS)</translation>
    </message>
    <message>
        <source>&amp;Address and port, or a device; empty: there is none</source>
        <translation>&amp;Adresse et port, ou un périphérique ; vide : aucune</translation>
    </message>
    <message>
        <source>A&amp;ddress and port, or a device; empty: there is none</source>
        <translation>A&amp;dresse et port, ou un périphérique ; vide : aucune</translation>
    </message>
    <message>
        <source>Address of the ticket printer</source>
        <translation>Adresse de l'imprimante de billets</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>Adresse de l'imprimante de reçus</translation>
    </message>
    <message>
        <source>It says what it has printed</source>
        <translation>Elle signale ce qu'elle a imprimé</translation>
    </message>
    <message>
        <source>A cash &amp;drawer hangs at it: open it when cash is taken</source>
        <translation>Un &amp;tiroir-caisse y est relié : l'ouvrir à l'encaissement</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Terminal de carte</translation>
    </message>
    <message>
        <source>The &amp;provider&apos;s id of the terminal; empty: there is none</source>
        <translation>&amp;Identifiant du terminal chez le prestataire ; vide : aucun</translation>
    </message>
    <message>
        <source>Id of the card terminal</source>
        <translation>Identifiant du terminal de carte</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Save an address first.</source>
        <translation>Enregistrer d'abord une adresse.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test ticket</source>
        <translation>Billet de test</translation>
    </message>
    <message>
        <source>Admits nobody</source>
        <translation>N'admet personne</translation>
    </message>
    <message>
        <source>A test is on its way to the printer.</source>
        <translation>Un test est en route vers l'imprimante.</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>La file d'impression est pleine.</translation>
    </message>
    <message>
        <source>Printers and &amp;terminal</source>
        <translation>Imprimantes et &amp;terminal</translation>
    </message>
    <message>
        <source>192.168.1.20:9100 or /dev/usb/lp0</source>
        <translation>192.168.1.20:9100 ou /dev/usb/lp0</translation>
    </message>
</context>
</TS>
