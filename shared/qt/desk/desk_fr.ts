<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>RefusalText</name>
    <message>
        <source>The server has not answered. It may or may not have been done: ask again, nothing is done twice.</source>
        <translation>Le serveur n’a pas répondu. C’est peut-être fait, peut-être pas : redemander, rien n’est fait deux fois.</translation>
    </message>
    <message>
        <source>It was not sent: too much is waiting for answers.</source>
        <translation>Rien n’a été envoyé : trop de demandes attendent une réponse.</translation>
    </message>
    <message>
        <source>The session is over. Sign in again.</source>
        <translation>La session est terminée. Se reconnecter.</translation>
    </message>
    <message>
        <source>Login, password or PIN are wrong.</source>
        <translation>L’identifiant, le mot de passe ou le code PIN est faux.</translation>
    </message>
    <message>
        <source>Ten wrong attempts: locked on this device for a quarter of an hour.</source>
        <translation>Dix essais manqués : bloqué sur cet appareil pendant un quart d’heure.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask an administrator.</source>
        <translation>Ce compte est désactivé. S’adresser à un administrateur.</translation>
    </message>
    <message>
        <source>The code of the second factor is needed.</source>
        <translation>Le code du second facteur est nécessaire.</translation>
    </message>
    <message>
        <source>The code of the second factor is wrong or was used already.</source>
        <translation>Le code du second facteur est faux ou a déjà servi.</translation>
    </message>
    <message>
        <source>This account has no PIN. Sign in with the password.</source>
        <translation>Ce compte n’a pas de code PIN. Se connecter avec le mot de passe.</translation>
    </message>
    <message>
        <source>This role is not allowed to do that.</source>
        <translation>Ce rôle n’y est pas autorisé.</translation>
    </message>
    <message>
        <source>That needs the approval of a supervisor.</source>
        <translation>Cela demande l’approbation d’un responsable.</translation>
    </message>
    <message>
        <source>They may not approve this; nobody approves their own work.</source>
        <translation>Cette personne ne peut pas l’approuver ; nul n’approuve son propre travail.</translation>
    </message>
    <message>
        <source>The approval is for a smaller amount. Ask for another.</source>
        <translation>L’approbation vaut pour un montant inférieur. En demander une autre.</translation>
    </message>
    <message>
        <source>The approval was used already. Ask for another.</source>
        <translation>L’approbation a déjà servi. En demander une autre.</translation>
    </message>
    <message>
        <source>The approval came too late: it is good for two minutes. Ask for another.</source>
        <translation>L’approbation est venue trop tard : elle vaut deux minutes. En demander une autre.</translation>
    </message>
    <message>
        <source>The approval is for something else. Ask for another.</source>
        <translation>L’approbation vaut pour autre chose. En demander une autre.</translation>
    </message>
    <message>
        <source>Somebody has this login already.</source>
        <translation>Cet identifiant est déjà pris.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>Ce compte n’existe pas.</translation>
    </message>
    <message>
        <source>Nobody changes their own account&apos;s role or state.</source>
        <translation>Nul ne change le rôle ou l’état de son propre compte.</translation>
    </message>
    <message>
        <source>This device is not enrolled.</source>
        <translation>Cet appareil n’est pas inscrit.</translation>
    </message>
    <message>
        <source>This device was enrolled anew elsewhere. Enrol it again.</source>
        <translation>Cet appareil a été inscrit de nouveau ailleurs. L’inscrire encore.</translation>
    </message>
    <message>
        <source>This device was taken out of use, or its certificate is over.</source>
        <translation>Cet appareil a été mis hors service, ou son certificat est expiré.</translation>
    </message>
    <message>
        <source>One-time code: it is not one of this house&apos;s. Compare it letter by letter.</source>
        <translation>Code à usage unique : il n’est pas de cet établissement. Le comparer lettre à lettre.</translation>
    </message>
    <message>
        <source>One-time code: it was used or is older than ten minutes. Ask for another.</source>
        <translation>Code à usage unique : il a servi ou a plus de dix minutes. En demander un autre.</translation>
    </message>
    <message>
        <source>There is no such device.</source>
        <translation>Cet appareil n’existe pas.</translation>
    </message>
    <message>
        <source>The house has as many of these as it can.</source>
        <translation>L’établissement en a autant qu’il peut.</translation>
    </message>
    <message>
        <source>Somebody has changed this meanwhile. Look at it again.</source>
        <translation>Quelqu’un l’a changé entre-temps. Le revoir.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a second.</source>
        <translation>Le serveur est occupé. Réessayer dans une seconde.</translation>
    </message>
    <message>
        <source>This app is too old for the server. Install the newer version.</source>
        <translation>Cette application est trop ancienne pour le serveur. Installer la nouvelle version.</translation>
    </message>
    <message>
        <source>A field is not as it must be.</source>
        <translation>Un champ n’est pas comme il doit être.</translation>
    </message>
    <message>
        <source>%1: this is not taken.</source>
        <translation>%1 : ceci n’est pas accepté.</translation>
    </message>
    <message>
        <source>%1: this is not taken. It must be: %2.</source>
        <translation>%1 : ceci n’est pas accepté. Il faut : %2.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Le serveur l’a refusé.</translation>
    </message>
    <message>
        <source>The server refused this: %1.</source>
        <translation>Le serveur l’a refusé : %1.</translation>
    </message>
    <message>
        <source>No shift is open at this till: open one (%1), then take cash.</source>
        <translation>Aucun service n&apos;est ouvert à cette caisse : en ouvrir un (%1), puis encaisser.</translation>
    </message>
    <message>
        <source>What this device had begun before cannot be read any more. See whether it was done before it is done again.</source>
        <translation>Ce que cet appareil avait commencé n&apos;est plus lisible. Vérifier si c&apos;est fait avant de recommencer.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::ApprovalDialog</name>
    <message>
        <source>Approval</source>
        <translation>Approbation</translation>
    </message>
    <message>
        <source>&amp;Login of who approves</source>
        <translation>&amp;Identifiant de qui approuve</translation>
    </message>
    <message>
        <source>Their &amp;PIN</source>
        <translation>Son code &amp;PIN</translation>
    </message>
    <message>
        <source>Login of who approves</source>
        <translation>Identifiant de qui approuve</translation>
    </message>
    <message>
        <source>Their PIN</source>
        <translation>Son code PIN</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Approuver</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>L’identifiant manque.</translation>
    </message>
    <message>
        <source>The PIN is missing.</source>
        <translation>Le code PIN manque.</translation>
    </message>
</context>
<context>
    <name>tessera::qt::Errand</name>
    <message>
        <source>What was asked before has no answer yet. Wait for it.</source>
        <translation>La demande précédente n&apos;a pas encore de réponse. Attendre.</translation>
    </message>
</context>
</TS>
