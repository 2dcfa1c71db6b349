<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::AccountPanel</name>
    <message>
        <source>What is typed is not saved.</source>
        <translation>La saisie n&apos;est pas enregistrée.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Another password for %1? The one there is and the PIN are over.</source>
        <translation>Un autre mot de passe pour %1 ? L&apos;actuel et le PIN ne vaudront plus.</translation>
    </message>
    <message>
        <source>Make another password</source>
        <translation>Créer un autre mot de passe</translation>
    </message>
    <message>
        <source>%1 signs in by the password alone then.</source>
        <translation>%1 se connectera alors avec le seul mot de passe.</translation>
    </message>
    <message>
        <source>Take the second factor away</source>
        <translation>Retirer le second facteur</translation>
    </message>
    <message>
        <source>%1 signs in with a code of a telephone, too, from now on.</source>
        <translation>%1 se connectera désormais aussi avec un code du téléphone.</translation>
    </message>
    <message>
        <source>Make a second factor</source>
        <translation>Créer un second facteur</translation>
    </message>
    <message>
        <source>%1 may sign in again, with the password that there was.</source>
        <translation>%1 peut de nouveau se connecter, avec le mot de passe d&apos;avant.</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Réadmettre</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere, and cannot sign in any more.</source>
        <translation>%1 sera déconnecté partout et ne pourra plus se connecter.</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>Copié. Il sera retiré du presse-papiers en quittant.</translation>
    </message>
    <message>
        <source>Second factor of %1</source>
        <translation>Second facteur de %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Mot de passe de %1</translation>
    </message>
    <message>
        <source>Shown this once. The telephone reads the code, or the key is typed.</source>
        <translation>Affiché cette seule fois. Le téléphone lit le code, ou la clé est saisie.</translation>
    </message>
    <message>
        <source>Shown this once, and gone when it is left.</source>
        <translation>Affiché cette seule fois, et perdu en quittant.</translation>
    </message>
    <message>
        <source>Take the second &amp;factor away</source>
        <translation>Retirer le second &amp;facteur</translation>
    </message>
    <message>
        <source>Make a second &amp;factor</source>
        <translation>Créer un second &amp;facteur</translation>
    </message>
    <message>
        <source>&amp;Let in again</source>
        <translation>&amp;Réadmettre</translation>
    </message>
    <message>
        <source>Shut o&amp;ut</source>
        <translation>Blo&amp;quer</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nouveau compte</translation>
    </message>
    <message>
        <source>The password is made by the server, and shown this once.</source>
        <translation>Le mot de passe est créé par le serveur et affiché une seule fois.</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out by a change of the name. Another administrator changes the rest.</source>
        <translation>C&apos;est le compte utilisé ici : changer le nom déconnecte. Un autre administrateur change le reste.</translation>
    </message>
    <message>
        <source>Whoever is signed in by it is signed out by a change.</source>
        <translation>Un changement déconnecte qui est connecté avec ce compte.</translation>
    </message>
    <message>
        <source>F&amp;ind an account</source>
        <translation>C&amp;hercher un compte</translation>
    </message>
    <message>
        <source>Enter opens. After ten wrong passwords a person is locked on one device for a quarter of an hour: that passes by itself, and is not shown here.</source>
        <translation>Entrée ouvre. Après dix mots de passe faux, une personne est bloquée sur un appareil un quart d&apos;heure : cela passe tout seul et n&apos;est pas montré ici.</translation>
    </message>
    <message>
        <source>Lo&amp;gin, for good</source>
        <translation>Identifiant, &amp;définitif</translation>
    </message>
    <message>
        <source>Na&amp;me, as others see it</source>
        <translation>N&amp;om, tel que les autres le voient</translation>
    </message>
    <message>
        <source>&amp;Role: each may whatever the one before may</source>
        <translation>Rô&amp;le : chacun peut ce que peut le précédent</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile: %1</source>
        <translation>Quelqu&apos;un l&apos;a modifié entre-temps : %1</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::DevicePanel</name>
    <message>
        <source>Another code for %1? Once it is used, the certificate that there is is taken no more.</source>
        <translation>Un autre code pour %1 ? Une fois utilisé, le certificat actuel n&apos;est plus accepté.</translation>
    </message>
    <message>
        <source>Make another code</source>
        <translation>Créer un autre code</translation>
    </message>
    <message>
        <source>Take %1, at which you sit, out of use for good? Why, for the trail, without personal data:</source>
        <translation>Mettre %1, cet appareil même, hors service pour de bon ? Pourquoi, pour le journal, sans données personnelles :</translation>
    </message>
    <message>
        <source>Take %1 out of use for good? Why, for the trail, without personal data:</source>
        <translation>Mettre %1 hors service pour de bon ? Pourquoi, pour le journal, sans données personnelles :</translation>
    </message>
    <message>
        <source>At most 200 bytes.</source>
        <translation>200 octets au plus.</translation>
    </message>
    <message>
        <source>Copied. It is taken off the clipboard when it is left.</source>
        <translation>Copié. Il sera retiré du presse-papiers en quittant.</translation>
    </message>
    <message>
        <source>Typed at the device within %1. Shown this once.</source>
        <translation>À saisir sur l&apos;appareil d&apos;ici %1. Affiché cette seule fois.</translation>
    </message>
    <message>
        <source>One-time code for %1</source>
        <translation>Code à usage unique pour %1</translation>
    </message>
    <message>
        <source>It was taken out of use for good: what comes in its place is a new device.</source>
        <translation>Il est hors service pour de bon : ce qui le remplace est un nouvel appareil.</translation>
    </message>
    <message>
        <source>You sit at this device.</source>
        <translation>C&apos;est l&apos;appareil utilisé ici.</translation>
    </message>
    <message>
        <source>It keeps its place in the list with another code.</source>
        <translation>Avec un autre code, il garde sa place dans la liste.</translation>
    </message>
    <message>
        <source>F&amp;ind a device</source>
        <translation>C&amp;hercher un appareil</translation>
    </message>
    <message>
        <source>Enter opens. Yours is in bold type.</source>
        <translation>Entrée ouvre. Cet appareil-ci est en gras.</translation>
    </message>
    <message>
        <source>New device</source>
        <translation>Nouvel appareil</translation>
    </message>
    <message>
        <source>Na&amp;me, as staff see it</source>
        <translation>N&amp;om, tel que le personnel le voit</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::PersonPanel</name>
    <message>
        <source>This customer has no e-mail.</source>
        <translation>Ce client n&apos;a pas d&apos;e-mail.</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>Où l&apos;écrire</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Erase everything that names this person? Nobody can take that back.</source>
        <translation>Effacer tout ce qui nomme cette personne ? Personne ne peut l&apos;annuler.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer pour de bon</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>F&amp;ind a customer</source>
        <translation>C&amp;hercher un client</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Clients trouvés</translation>
    </message>
    <message>
        <source>What is known of a person</source>
        <translation>Ce qui est connu d&apos;une personne</translation>
    </message>
    <message>
        <source>E-&amp;mail of the person</source>
        <translation>E-&amp;mail de la personne</translation>
    </message>
    <message>
        <source>The file has orders, tickets, mails and customers of this e-mail. It is personal data: give it to that person alone, and delete it then.</source>
        <translation>Le fichier contient commandes, billets, messages et clients de cet e-mail. Ce sont des données personnelles : ne le donner qu&apos;à cette personne, puis le supprimer.</translation>
    </message>
    <message>
        <source>Erase the person</source>
        <translation>Effacer la personne</translation>
    </message>
    <message>
        <source>Name, e-mail, telephone and notes are replaced by a pseudonym. What is kept: amounts, payments, tickets and the trail, without the name, because the books must stay true; invoices that were drawn, as papers of the house; orders of events to come, until they are over. Files that were saved at tills are not reached.</source>
        <translation>Nom, e-mail, téléphone et notes sont remplacés par un pseudonyme. Sont gardés : montants, paiements, billets et journal, sans le nom, car les comptes doivent rester justes ; les factures établies, comme pièces de la maison ; les commandes d&apos;événements à venir, jusqu&apos;à leur fin. Les fichiers enregistrés aux caisses ne sont pas atteints.</translation>
    </message>
    <message>
        <source>The e-mail &amp;once more, to be sure</source>
        <translation>L&apos;e-mail enc&amp;ore une fois, par sûreté</translation>
    </message>
    <message>
        <source>&amp;Why, for the trail, without personal data</source>
        <translation>&amp;Pourquoi, pour le journal, sans données personnelles</translation>
    </message>
    <message>
        <source>Who bought without being a customer is found by the e-mail alone: type it in its field.</source>
        <translation>Qui a acheté sans être client n&apos;est trouvé que par l&apos;e-mail : le saisir dans son champ.</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SecretCard</name>
    <message>
        <source>QR code of the second factor</source>
        <translation>Code QR du second facteur</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::StaffScreen</name>
    <message>
        <source>Accoun&amp;ts</source>
        <translation>&amp;Comptes</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>Appareil&amp;s</translation>
    </message>
    <message>
        <source>A &amp;person&apos;s data</source>
        <translation>Données d&apos;&amp;une personne</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>C&amp;hercher</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>&amp;Relire</translation>
    </message>
    <message>
        <source>Copy &amp;what is shown once</source>
        <translation>Copier ce qui n&apos;est &amp;montré qu&apos;une fois</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>R&amp;etour</translation>
    </message>
    <message>
        <source>&amp;New account</source>
        <translation>&amp;Nouveau compte</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
        <source>An&amp;other password</source>
        <translation>Autre mot de &amp;passe</translation>
    </message>
    <message>
        <source>&amp;Code for a new device</source>
        <translation>Code pour un &amp;nouvel appareil</translation>
    </message>
    <message>
        <source>Another code &amp;for the device</source>
        <translation>Autre co&amp;de pour l&apos;appareil</translation>
    </message>
    <message>
        <source>Take out of &amp;use</source>
        <translation>Mettre hors ser&amp;vice</translation>
    </message>
    <message>
        <source>E&amp;xport to a file</source>
        <translation>E&amp;xporter vers un fichier</translation>
    </message>
    <message>
        <source>E&amp;rase the person</source>
        <translation>Effacer &amp;la personne</translation>
    </message>
    <message>
        <source>Accounts and devices are shown to whoever may manage staff: an administrator.</source>
        <translation>Comptes et appareils sont montrés à qui peut gérer le personnel : un administrateur.</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Retour à la vente</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>A person&apos;s data</source>
        <translation>Données d&apos;une personne</translation>
    </message>
    <message>
        <source>Sta&amp;ff and devices</source>
        <translation>&amp;Personnel et appareils</translation>
    </message>
</context>
</TS>
