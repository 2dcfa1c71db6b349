<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::staff::DeviceBook</name>
    <message>
        <source>The code is over: make another one for the same device.</source>
        <translation>Le code a expiré : en créer un autre pour le même appareil.</translation>
    </message>
    <message>
        <source>Name of the device: 1 to 200 bytes.</source>
        <translation>Nom de l&apos;appareil : 1 à 200 octets.</translation>
    </message>
    <message>
        <source>The code for %1 is shown this once.</source>
        <translation>Le code pour %1 n&apos;est affiché que cette fois.</translation>
    </message>
    <message>
        <source>No such device was made by now. Look at the list, then ask again.</source>
        <translation>Aucun appareil de ce nom n&apos;a été créé jusqu&apos;ici. Regarder la liste, puis redemander.</translation>
    </message>
    <message>
        <source>%1 is taken out of use.</source>
        <translation>%1 est mis hors service.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>Enregistré le</translation>
    </message>
    <message>
        <source>Certificate until</source>
        <translation>Certificat jusqu&apos;au</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>The code for %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>Le code pour %1 a été créé, mais perdu : personne n&apos;était connecté. En créer un autre.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a code that was made is lost with its answer: make another one.</source>
        <translation>%1 a changé entre-temps, et un code créé est perdu avec sa réponse : en créer un autre.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>Quelqu&apos;un a modifié %1 entre-temps : tout a été relu. Regarder, puis recommencer.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::PersonDesk</name>
    <message>
        <source>E-mail: 3 to 254 bytes with one @.</source>
        <translation>E-mail : 3 à 254 octets avec un @.</translation>
    </message>
    <message>
        <source>Nothing is known of anybody with this e-mail.</source>
        <translation>Rien n&apos;est connu de cette adresse e-mail.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Le fichier ne peut pas être écrit : %1.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>It is not the e-mail above: type it again.</source>
        <translation>Ce n&apos;est pas l&apos;e-mail ci-dessus : le saisir de nouveau.</translation>
    </message>
    <message>
        <source>Reason: 1 to 200 bytes.</source>
        <translation>Motif : 1 à 200 octets.</translation>
    </message>
    <message>
        <source>It is done, or goes on by itself.</source>
        <translation>C&apos;est fait, ou cela continue tout seul.</translation>
    </message>
    <message>
        <source>Customers erased: %1</source>
        <translation>Clients effacés : %1</translation>
    </message>
    <message>
        <source>Orders erased: %1</source>
        <translation>Commandes effacées : %1</translation>
    </message>
    <message>
        <source>Orders that are being erased: %1</source>
        <translation>Commandes en cours d&apos;effacement : %1</translation>
    </message>
    <message>
        <source>Orders of events to come, erased after them: %1</source>
        <translation>Commandes d&apos;événements à venir, effacées après : %1</translation>
    </message>
    <message>
        <source>More orders are known of this e-mail than one file holds: nothing was written.</source>
        <translation>On connaît pour cet e-mail plus de commandes qu&apos;un fichier n&apos;en contient : rien n&apos;a été écrit.</translation>
    </message>
</context>
<context>
    <name>tessera::staff::StaffBook</name>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>cannot sign in</source>
        <translation>bloqué</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>peut se connecter</translation>
    </message>
    <message>
        <source>Login: 2 to 40 of a-z, 0-9, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, beginning with a letter or a digit.</source>
        <translation>Identifiant : 2 à 40 caractères parmi a-z, 0-9, &apos;.&apos;, &apos;_&apos; et &apos;-&apos;, commençant par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>Name: 1 to 200 bytes.</source>
        <translation>Nom : 1 à 200 octets.</translation>
    </message>
    <message>
        <source>%1 is made. The password is shown this once.</source>
        <translation>%1 est créé. Le mot de passe n&apos;est affiché que cette fois.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>Quelqu&apos;un a déjà cet identifiant.</translation>
    </message>
    <message>
        <source>%1 is made, but the answer with the password was lost: make another one.</source>
        <translation>%1 est créé, mais la réponse avec le mot de passe s&apos;est perdue : en créer un autre.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Rien n&apos;est modifié.</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in.</source>
        <translation>%1 est déconnecté partout et ne peut plus se connecter.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 peut de nouveau se connecter.</translation>
    </message>
    <message>
        <source>Another administrator does that to your account: you would be signed out before you could read it.</source>
        <translation>Pour son propre compte, c&apos;est un autre administrateur qui le fait : on serait déconnecté avant de pouvoir lire.</translation>
    </message>
    <message>
        <source>The password of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>Le mot de passe de %1 a été créé, mais perdu : personne n&apos;était connecté. En créer un autre.</translation>
    </message>
    <message>
        <source>The second factor of %1 was made, but lost: nobody was signed in. Make another one.</source>
        <translation>Le second facteur de %1 a été créé, mais perdu : personne n&apos;était connecté. En créer un autre.</translation>
    </message>
    <message>
        <source>Saved: %1. Whoever is signed in by it signs in again.</source>
        <translation>Enregistré : %1. Qui est connecté avec ce compte se connecte de nouveau.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a password that was made is lost with its answer: make another one.</source>
        <translation>%1 a changé entre-temps, et un mot de passe créé est perdu avec sa réponse : en créer un autre.</translation>
    </message>
    <message>
        <source>The password of %1 is shown this once. The former one and the PIN are over.</source>
        <translation>Le mot de passe de %1 n&apos;est affiché que cette fois. L&apos;ancien et le PIN ne valent plus.</translation>
    </message>
    <message>
        <source>The second factor of %1 is taken away.</source>
        <translation>Le second facteur de %1 est retiré.</translation>
    </message>
    <message>
        <source>The second factor of %1 is shown this once: let the telephone read it now.</source>
        <translation>Le second facteur de %1 n&apos;est affiché que cette fois : le lire maintenant avec le téléphone.</translation>
    </message>
    <message>
        <source>%1 is another by now, and a second factor that was made is lost with its answer: make another one.</source>
        <translation>%1 a changé entre-temps, et un second facteur créé est perdu avec sa réponse : en créer un autre.</translation>
    </message>
    <message>
        <source>Somebody has changed %1 meanwhile: it was read again. Look at it, and do it again.</source>
        <translation>Quelqu&apos;un a modifié %1 entre-temps : tout a été relu. Regarder, puis recommencer.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>tessera::staff::Words</name>
    <message>
        <source>Cashier</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>waits for its code</source>
        <translation>attend son code</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>certificate over</source>
        <translation>certificat expiré</translation>
    </message>
    <message>
        <source>taken out of use</source>
        <translation>hors service</translation>
    </message>
</context>
</TS>
