<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AccountPanel</name>
    <message>
        <source>What is typed is not saved.</source>
        <translation>Die Eingabe ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Another password for %1? The one there is and the PIN are over.</source>
        <translation>Neues Passwort für %1? Das jetzige und die PIN gelten dann nicht mehr.</translation>
    </message>
    <message>
        <source>Make another password</source>
        <translation>Neues Passwort erzeugen</translation>
    </message>
    <message>
        <source>%1 signs in by the password alone then.</source>
        <translation>%1 meldet sich dann mit dem Passwort allein an.</translation>
    </message>
    <message>
        <source>Take the second factor away</source>
        <translation>Zweiten Faktor entfernen</translation>
    </message>
    <message>
        <source>%1 signs in with a code of a telephone, too, from now on.</source>
        <translation>%1 meldet sich ab jetzt auch mit einem Code vom Telefon an.</translation>
    </message>
    <message>
        <source>Make a second factor</source>
        <translation>Zweiten Faktor erzeugen</translation>
    </message>
    <message>
        <source>%1 may sign in again, with the password that there was.</source>
        <translation>%1 darf sich wieder anmelden, mit dem bisherigen Passwort.</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Wieder zulassen</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in any more.</source>
        <translation>%1 wird überall abgemeldet und kann sich nicht mehr anmelden.</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>Kopiert. Beim Verlassen wird es aus der Zwischenablage genommen.</translation>
    </message>
    <message>
        <source>Second factor of %1</source>
        <translation>Zweiter Faktor von %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Shown this once. The telephone reads the code, or the key is typed.</source>
        <translation>Nur dieses eine Mal zu sehen. Den Code mit dem Telefon einlesen oder den Schlüssel eintippen.</translation>
    </message>
    <message>
        <source>Shown this once, and gone when it is left.</source>
        <translation>Nur dieses eine Mal zu sehen, nach dem Verlassen nicht mehr.</translation>
    </message>
    <message>
        <source>Take the second &amp;factor away</source>
        <translation>Zweiten &amp;Faktor entfernen</translation>
    </message>
    <message>
        <source>Make a second &amp;factor</source>
        <translation>Zweiten &amp;Faktor erzeugen</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>Wieder &amp;zulassen</translation>
    </message>
    <message>
        <source>Shut o&amp;ut</source>
        <translation>Spe&amp;rren</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>The password is made by the server, and shown this once.</source>
        <translation>Das Passwort erzeugt der Server, und es ist nur einmal zu sehen.</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out by a change of the name. Another administrator changes the rest.</source>
        <translation>Das eigene Konto: Eine Änderung des Namens meldet ab. Den Rest ändert ein anderer Administrator.</translation>
    </message>
    <message>
        <source>Whoever is signed in by it is signed out by a change.</source>
        <translation>Eine Änderung meldet ab, wer damit angemeldet ist.</translation>
    </message>
    <message>
        <source>F&amp;ind an account</source>
        <translation>Konto su&amp;chen</translation>
    </message>
    <message>
        <source>Enter opens. After ten wrong passwords a person is locked on one device for a quarter of an hour: that passes by itself, and is not shown here.</source>
        <translation>Enter öffnet. Nach zehn falschen Passwörtern ist jemand an einem Gerät eine Viertelstunde gesperrt: Das vergeht von selbst und ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>Lo&amp;gin, for good</source>
        <translation>Anmeldena&amp;me, für immer</translation>
    </message>
    <message>
        <source>Na&amp;me, as others see it</source>
        <translation>Name, &amp;wie andere ihn sehen</translation>
    </message>
    <message>
        <source>&amp;Role: each may whatever the one before may</source>
        <translation>R&amp;olle: jede darf, was die vorige darf</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile: %1</source>
        <translation>Inzwischen hat jemand es geändert: %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::DevicePanel</name>
    <message>
        <source>Another code for %1? Once it is used, the certificate that there is is taken no more.</source>
        <translation>Neuer Code für %1? Ist er benutzt, gilt das jetzige Zertifikat nicht mehr.</translation>
    </message>
    <message>
        <source>Make another code</source>
        <translation>Neuen Code erzeugen</translation>
    </message>
    <message>
        <source>Take %1, at which you sit, out of use for good? Why, for the trail, without personal data:</source>
        <translation>%1, dieses Gerät hier, für immer außer Betrieb nehmen? Warum, für das Protokoll, ohne personenbezogene Daten:</translation>
    </message>
    <message>
        <source>Take %1 out of use for good? Why, for the trail, without personal data:</source>
        <translation>%1 für immer außer Betrieb nehmen? Warum, für das Protokoll, ohne personenbezogene Daten:</translation>
    </message>
    <message>
        <source>At most 200 bytes.</source>
        <translation>Höchstens 200 Byte.</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>Kopiert. Beim Verlassen wird es aus der Zwischenablage genommen.</translation>
    </message>
    <message>
        <source>Typed at the device within %1. Shown this once.</source>
        <translation>Binnen %1 am Gerät eingeben. Nur dieses eine Mal zu sehen.</translation>
    </message>
    <message>
        <source>One-time code for %1</source>
        <translation>Einmalcode für %1</translation>
    </message>
    <message>
        <source>It was taken out of use for good: what comes in its place is a new device.</source>
        <translation>Es ist für immer außer Betrieb: An seine Stelle kommt ein neues Gerät.</translation>
    </message>
    <message>
        <source>You sit at this device.</source>
        <translation>Das ist dieses Gerät hier.</translation>
    </message>
    <message>
        <source>It keeps its place in the list with another code.</source>
        <translation>Mit einem neuen Code behält es seinen Platz in der Liste.</translation>
    </message>
    <message>
        <source>F&amp;ind a device</source>
        <translation>Ge&amp;rät suchen</translation>
    </message>
    <message>
        <source>Enter opens. Yours is in bold type.</source>
        <translation>Enter öffnet. Dieses Gerät hier ist fett gedruckt.</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Neues Gerät</translation>
    </message>
    <message>
        <source>Na&amp;me, as staff see it</source>
        <translation>Name, &amp;wie das Personal ihn sieht</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PersonPanel</name>
    <message>
        <source>This customer has no e-mail.</source>
        <translation>Dieser Kunde hat keine E-Mail.</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>Wohin schreiben</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Erase everything that names this person? Nobody can take that back.</source>
        <translation>Alles löschen, was diese Person nennt? Niemand kann das zurücknehmen.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>F&amp;ind a customer</source>
        <translation>K&amp;unden suchen</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Gefundene Kunden</translation>
    </message>
    <message>
        <source>What is known of a person</source>
        <translation>Was über eine Person bekannt ist</translation>
    </message>
    <message>
        <source>E-&amp;mail of the person</source>
        <translation>&amp;E-Mail der Person</translation>
    </message>
    <message>
        <source>The file has orders, tickets, mails and customers of this e-mail. It is personal data: give it to that person alone, and delete it then.</source>
        <translation>Die Datei enthält Bestellungen, Tickets, Mails und Kunden dieser E-Mail. Das sind personenbezogene Daten: nur dieser Person geben und danach löschen.</translation>
    </message>
    <message>
        <source>Erase the person</source>
        <translation>Die Person löschen</translation>
    </message>
    <message>
        <source>Name, e-mail, telephone and notes are replaced by a pseudonym. What is kept: amounts, payments, tickets and the trail, without the name, because the books must stay true; invoices that were drawn, as papers of the house; orders of events to come, until they are over. Files that were saved at tills are not reached.</source>
        <translation>An die Stelle von Name, E-Mail, Telefon und Notizen tritt ein Pseudonym. Es bleiben: Beträge, Zahlungen, Tickets und das Protokoll, ohne den Namen, weil die Bücher stimmen müssen; ausgestellte Rechnungen als Unterlagen des Hauses; Bestellungen künftiger Veranstaltungen, bis sie vorbei sind. Dateien, die an Kassen gespeichert wurden, sind nicht erfasst.</translation>
    </message>
    <message>
        <source>The e-mail &amp;once more, to be sure</source>
        <translation>Die E-Mail zur Sicherheit n&amp;och einmal</translation>
    </message>
    <message>
        <source>&amp;Why, for the trail, without personal data</source>
        <translation>&amp;Warum, für das Protokoll, ohne personenbezogene Daten</translation>
    </message>
    <message>
        <source>Who bought without being a customer is found by the e-mail alone: type it in its field.</source>
        <translation>Wer gekauft hat, ohne Kunde zu sein, wird nur über die E-Mail gefunden: in deren Feld eingeben.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SecretCard</name>
    <message>
        <source>QR code of the second factor</source>
        <translation>QR-Code des zweiten Faktors</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::StaffScreen</name>
    <message>
        <source>Accoun&amp;ts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>&amp;Geräte</translation>
    </message>
    <message>
        <source>A &amp;person&apos;s data</source>
        <translation>Da&amp;ten einer Person</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>Copy &amp;what is shown once</source>
        <translation>&amp;Einmal Gezeigtes kopieren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>Ne&amp;ues Konto</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spe&amp;ichern</translation>
    </message>
    <message>
        <source>An&amp;other password</source>
        <translation>Neues &amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Code for a new device</source>
        <translation>&amp;Code für ein neues Gerät</translation>
    </message>
    <message>
        <source>Another code &amp;for the device</source>
        <translation>Neuer Co&amp;de für das Gerät</translation>
    </message>
    <message>
        <source>Take out of &amp;use</source>
        <translation>A&amp;ußer Betrieb nehmen</translation>
    </message>
    <message>
        <source>E&amp;xport to a file</source>
        <translation>In eine Datei e&amp;xportieren</translation>
    </message>
    <message>
        <source>E&amp;rase the person</source>
        <translation>Die Pe&amp;rson löschen</translation>
    </message>
    <message>
        <source>Accounts and devices are shown to whoever may manage staff: an administrator.</source>
        <translation>Konten und Geräte sieht, wer das Personal verwalten darf: ein Administrator.</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>A person&apos;s data</source>
        <translation>Daten einer Person</translation>
    </message>
    <message>
        <source>Sta&amp;ff and devices</source>
        <translation>Personal und &amp;Geräte</translation>
    </message>
</context>
</TS>
