<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::PrintersScreen</name>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>Test the t&amp;icket printer</source>
        <translation>Tester l&apos;imprimante de &amp;billets</translation>
    </message>
    <message>
        <source>Test the &amp;receipt printer</source>
        <translation>Tester &amp;l&apos;imprimante de reçus</translation>
    </message>
    <message>
        <source>Address and port, &amp;or a device; empty: there is none</source>
        <translation>Adresse et port, ou un périphérique ; &amp;vide : aucune</translation>
    </message>
    <message>
        <source>A&amp;ddress and port, or a device; empty: there is none</source>
        <translation>A&amp;dresse et port, ou un périphérique ; vide : aucune</translation>
    </message>
    <message>
        <source>Address of the ticket printer</source>
        <translation>Adresse de l&apos;imprimante de billets</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>Adresse de l&apos;imprimante de reçus</translation>
    </message>
    <message>
        <source>It says what it has printed</source>
        <translation>Elle signale ce qu&apos;elle a imprimé</translation>
    </message>
    <message>
        <source>A &amp;cash drawer hangs at it: open it when cash is taken</source>
        <translation>Un &amp;tiroir-caisse y est relié : l&apos;ouvrir à l&apos;encaissement</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>Terminal de carte</translation>
    </message>
    <message>
        <source>&amp;The provider&apos;s id of the terminal; empty: there is none</source>
        <translation>Identifiant du terminal &amp;chez le prestataire ; vide : aucun</translation>
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
        <translation>Enregistrer d&apos;abord une adresse.</translation>
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
        <translation>N&apos;admet personne</translation>
    </message>
    <message>
        <source>A test is on its way to the printer.</source>
        <translation>Un test est en route vers l&apos;imprimante.</translation>
    </message>
    <message>
        <source>The print queue takes no more.</source>
        <translation>La file d&apos;impression est pleine.</translation>
    </message>
    <message>
        <source>Printers and &amp;terminal</source>
        <translation>Imprimantes et &amp;terminal</translation>
    </message>
    <message>
        <source>192.168.1.20:9100 or /dev/usb/lp0</source>
        <translation>192.168.1.20:9100 ou /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Ticket &amp;paper</source>
        <translation>&amp;Papier des billets</translation>
    </message>
    <message>
        <source>FGL, by its address</source>
        <translation>FGL, par son adresse</translation>
    </message>
    <message>
        <source>ESC/POS, by its address</source>
        <translation>ESC/POS, par son adresse</translation>
    </message>
    <message>
        <source>PDF: %1</source>
        <translation>PDF : %1</translation>
    </message>
    <message>
        <source>Ticket printer</source>
        <translation>Imprimante de billets</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Imprimante de reçus</translation>
    </message>
    <message>
        <source>&amp;Kind of ticket printer</source>
        <translation>Type d’i&amp;mprimante de billets</translation>
    </message>
    <message>
        <source>Ki&amp;nd of receipt printer</source>
        <translation>T&amp;ype d’imprimante de reçus</translation>
    </message>
    <message>
        <source>Kind of ticket printer</source>
        <translation>Type d’imprimante de billets</translation>
    </message>
    <message>
        <source>Kind of receipt printer</source>
        <translation>Type d’imprimante de reçus</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
</context>
</TS>
