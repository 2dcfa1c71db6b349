<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>RefusalText</name>
    <message>
        <source>The server has not answered. It may or may not have been done: ask again, nothing is done twice.</source>
        <translation>Der Server hat nicht geantwortet. Es kann geschehen sein oder nicht: Noch einmal fragen, nichts geschieht doppelt.</translation>
    </message>
    <message>
        <source>It was not sent: too much is waiting for answers.</source>
        <translation>Es wurde nicht gesendet: Zu viel wartet auf Antwort.</translation>
    </message>
    <message>
        <source>The session is over. Sign in again.</source>
        <translation>Die Sitzung ist zu Ende. Neu anmelden.</translation>
    </message>
    <message>
        <source>Login, password or PIN are wrong.</source>
        <translation>Benutzername, Passwort oder PIN sind falsch.</translation>
    </message>
    <message>
        <source>Ten wrong attempts: locked on this device for a quarter of an hour.</source>
        <translation>Zehn Fehlversuche: auf diesem Gerät eine Viertelstunde gesperrt.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation>Dieses Konto ist gesperrt. An die Verwaltung wenden.</translation>
    </message>
    <message>
        <source>The code of the second factor is needed.</source>
        <translation>Der Code des zweiten Faktors wird gebraucht.</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong or was used already.</source>
        <translation>Der Code des zweiten Faktors ist falsch oder schon benutzt.</translation>
    </message>
    <message>
        <source>This account has no PIN. Sign in with the password.</source>
        <translation>Dieses Konto hat keine PIN. Mit dem Passwort anmelden.</translation>
    </message>
    <message>
        <source>This role is not allowed to do that.</source>
        <translation>Diese Rolle darf das nicht.</translation>
    </message>
    <message>
        <source>That needs the approval of a supervisor.</source>
        <translation>Das braucht die Freigabe einer Aufsicht.</translation>
    </message>
    <message>
        <source>They may not approve this; nobody approves their own work.</source>
        <translation>Diese Person darf das nicht freigeben; niemand gibt Eigenes frei.</translation>
    </message>
    <message>
        <source>The approval is for a smaller amount. Ask for another.</source>
        <translation>Die Freigabe gilt für einen kleineren Betrag. Neu anfordern.</translation>
    </message>
    <message>
        <source>The approval was used already. Ask for another.</source>
        <translation>Die Freigabe wurde schon benutzt. Neu anfordern.</translation>
    </message>
    <message>
        <source>The approval came too late: it is good for two minutes. Ask for another.</source>
        <translation>Die Freigabe kam zu spät: Sie gilt zwei Minuten. Neu anfordern.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>Die Freigabe gilt für etwas anderes. Neu anfordern.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>Diesen Benutzernamen gibt es schon.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>Dieses Konto gibt es nicht.</translation>
    </message>
    <message>
        <source>Nobody changes their own account&apos;s role or state.</source>
        <translation>Niemand ändert Rolle oder Zustand des eigenen Kontos.</translation>
    </message>
    <message>
        <source>This device is not enrolled.</source>
        <translation>Dieses Gerät ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>This device was enrolled anew elsewhere. Enrol it again.</source>
        <translation>Dieses Gerät wurde anderswo neu angemeldet. Neu anmelden.</translation>
    </message>
    <message>
        <source>This device was taken out of use, or its certificate is over.</source>
        <translation>Dieses Gerät wurde außer Dienst gestellt, oder sein Zertifikat ist abgelaufen.</translation>
    </message>
    <message>
        <source>One-time code: it is not one of this house&apos;s. Compare it letter by letter.</source>
        <translation>Einmalcode: Er ist keiner dieses Hauses. Buchstabe für Buchstabe vergleichen.</translation>
    </message>
    <message>
        <source>One-time code: it was used or is older than ten minutes. Ask for another.</source>
        <translation>Einmalcode: Er wurde benutzt oder ist älter als zehn Minuten. Neu anfordern.</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>Dieses Gerät gibt es nicht.</translation>
    </message>
    <message>
        <source>The house has as many of these as it can.</source>
        <translation>Das Haus hat davon so viele, wie es haben kann.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile. Look at it again.</source>
        <translation>Jemand hat dies inzwischen geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a second.</source>
        <translation>Der Server ist ausgelastet. In einer Sekunde noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This app is too old for the server. Install the newer version.</source>
        <translation>Diese App ist zu alt für den Server. Neuere Version installieren.</translation>
    </message>
    <message>
        <source>A field is not as it must be.</source>
        <translation>Ein Feld ist nicht, wie es sein muss.</translation>
    </message>
    <message>
        <source>%1: this is not taken.</source>
        <translation>%1: Das wird nicht angenommen.</translation>
    </message>
    <message>
        <source>%1: this is not taken. It must be: %2.</source>
        <translation>%1: Das wird nicht angenommen. Es muss sein: %2.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Der Server hat das abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused this: %1.</source>
        <translation>Der Server hat das abgelehnt: %1.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one (%1), then take cash.</source>
        <translation>An dieser Kasse ist keine Schicht offen: Erst eine öffnen (%1), dann Bargeld annehmen.</translation>
    </message>
    <message>
        <source>What this device had begun before cannot be read any more. See whether it was done before it is done again.</source>
        <translation>Was dieses Gerät vorher begonnen hatte, ist nicht mehr lesbar. Vor einer Wiederholung nachsehen, ob es schon geschehen ist.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::ApprovalDialog</name>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>&amp;Login of who approves</source>
        <translation>Be&amp;nutzername der freigebenden Person</translation>
    </message>
    <message>
        <source>Their &amp;PIN</source>
        <translation>Deren &amp;PIN</translation>
    </message>
    <message>
        <source>Login of who approves</source>
        <translation>Benutzername der freigebenden Person</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>Deren PIN</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>Der Benutzername fehlt.</translation>
    </message>
    <message>
        <source>The PIN is missing.</source>
        <translation>Die PIN fehlt.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::Errand</name>
    <message>
        <source>What was asked before has no answer yet. Wait for it.</source>
        <translation>Auf das Vorige gibt es noch keine Antwort. Abwarten.</translation>
    </message>
</context>
</TS>
