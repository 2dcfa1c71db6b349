<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>tessera::staff::DeviceBook</name>
    <message>
        <source>The code is over: make another one for the same device.</source>
        <translation>Der Code ist abgelaufen: für dasselbe Gerät einen neuen erzeugen.</translation>
    </message>
    <message>
        <source>Name of the device: 1 to 200 bytes.</source>
        <translation>Name des Geräts: 1 bis 200 Byte.</translation>
    </message>
    <message>
        <source>The code for %1 is shown this once.</source>
        <translation>Der Code für %1 ist nur dieses eine Mal zu sehen.</translation>
    </message>
    <message>
        <source>No such device was made by now. Look at the list, then ask again.</source>
        <translation>Bisher ist kein solches Gerät angelegt. In die Liste sehen, dann noch einmal anfragen.</translation>
    </message>
    <message>
        <source>%1 is taken out of use.</source>
        <translation>%1 ist außer Betrieb genommen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>Angemeldet am</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Zertifikat bis</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>The code for %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>Der Code für %1 wurde erzeugt, ging aber verloren: Niemand war angemeldet. Einen neuen erzeugen.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a code that was made is lost with its answer: make another one.</source>
        <translation>%1 ist inzwischen geändert, und ein erzeugter Code ist mit der Antwort verloren: einen neuen erzeugen.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>Jemand hat %1 inzwischen geändert: Es ist neu gelesen. Ansehen und noch einmal ausführen.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::PersonDesk</name>
    <message>
        <source>E-mail: 3 to 254 bytes with one @.</source>
        <translation>E-Mail: 3 bis 254 Byte mit einem @.</translation>
    </message>
    <message>
        <source>Nothing is known of anybody with this e-mail.</source>
        <translation>Zu dieser E-Mail ist nichts bekannt.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Die Datei lässt sich nicht schreiben: %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>It is not the e-mail above: type it again.</source>
        <translation>Das ist nicht die E-Mail von oben: noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Reason: 1 to 200 bytes.</source>
        <translation>Grund: 1 bis 200 Byte.</translation>
    </message>
    <message>
        <source>It is done, or goes on by itself.</source>
        <translation>Es ist erledigt oder läuft von selbst weiter.</translation>
    </message>
    <message>
        <source>Customers erased: %1</source>
        <translation>Gelöschte Kunden: %1</translation>
    </message>
    <message>
        <source>Orders erased: %1</source>
        <translation>Gelöschte Bestellungen: %1</translation>
    </message>
    <message>
        <source>Orders that are being erased: %1</source>
        <translation>Bestellungen, die gerade gelöscht werden: %1</translation>
    </message>
    <message>
        <source>Orders of events to come, erased after them: %1</source>
        <translation>Bestellungen künftiger Veranstaltungen, danach gelöscht: %1</translation>
    </message>
    <message>
        <source>More orders are known of this e-mail than one file holds: nothing was written.</source>
        <translation>Zu dieser E-Mail sind mehr Bestellungen bekannt, als eine Datei fasst: Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::StaffBook</name>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>cannot sign in</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>darf sich anmelden</translation>
    </message>
    <message>
        <source>Login: 2 to 40 of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, beginning with a letter or a digit.</source>
        <translation>Anmeldename: 2 bis 40 Zeichen aus a-z, 0-9, &apos;.&apos;, &apos;_&apos; und &apos;-&apos;, am Anfang Buchstabe oder Ziffer.</translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>Name: 1 bis 200 Byte.</translation>
    </message>
    <message>
        <source>%1 is made. The password is shown this once.</source>
        <translation>%1 ist angelegt. Das Passwort ist nur dieses eine Mal zu sehen.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>Diesen Anmeldenamen hat schon jemand.</translation>
    </message>
    <message>
        <source>%1 is made, but the answer with the password was lost: make another one.</source>
        <translation>%1 ist angelegt, aber die Antwort mit dem Passwort ging verloren: ein neues erzeugen.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in.</source>
        <translation>%1 ist überall abgemeldet und kann sich nicht anmelden.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 darf sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Another administrator does that to your account: you would be signed out before you could read it.</source>
        <translation>Das macht beim eigenen Konto ein anderer Administrator: Die Abmeldung käme vor dem Lesen.</translation>
    </message>
    <message>
        <source>The password of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>Das Passwort von %1 wurde erzeugt, ging aber verloren: Niemand war angemeldet. Ein neues erzeugen.</translation>
    </message>
    <message>
        <source>The second factor of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>Der zweite Faktor von %1 wurde erzeugt, ging aber verloren: Niemand war angemeldet. Einen neuen erzeugen.</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever is signed in by it signs in again.</source>
        <translation>Gespeichert: %1. Wer damit angemeldet ist, muss sich neu anmelden.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a password that was made is lost with its answer: make another one.</source>
        <translation>%1 ist inzwischen geändert, und ein erzeugtes Passwort ist mit der Antwort verloren: ein neues erzeugen.</translation>
    </message>
    <message>
        <source>The password of %1 is shown this once. The former one and the PIN are over.</source>
        <translation>Das Passwort von %1 ist nur dieses eine Mal zu sehen. Das frühere und die PIN gelten nicht mehr.</translation>
    </message>
    <message>
        <source>The second factor of %1 is taken away.</source>
        <translation>Der zweite Faktor von %1 ist entfernt.</translation>
    </message>
    <message>
        <source>The second factor of %1 is shown this once: let the telephone read it now.</source>
        <translation>Der zweite Faktor von %1 ist nur dieses eine Mal zu sehen: jetzt mit dem Telefon einlesen.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a second factor that was made is lost with its answer: make another one.</source>
        <translation>%1 ist inzwischen geändert, und ein erzeugter zweiter Faktor ist mit der Antwort verloren: einen neuen erzeugen.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>Jemand hat %1 inzwischen geändert: Es ist neu gelesen. Ansehen und noch einmal ausführen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tessera::staff::Words</name>
    <message>
        <source>Cashier</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>waits for its code</source>
        <translation>wartet auf den Code</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>certificate over</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>taken out of use</source>
        <translation>außer Betrieb</translation>
    </message>
</context>
</TS>
