<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::SigninScreen</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>L&amp;ogin</source>
        <translation>I&amp;dentifiant</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Code of the second &amp;factor</source>
        <translation>Code du second &amp;facteur</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code du second facteur</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>Se &amp;connecter</translation>
    </message>
    <message>
        <source>Back by PIN</source>
        <translation>Retour par code PIN</translation>
    </message>
    <message>
        <source>Who signed in here today</source>
        <translation>Connectés ici aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>Code &amp;PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Code PIN</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Con&amp;tinuer</translation>
    </message>
    <message>
        <source>Login: it is missing.</source>
        <translation>Identifiant : il manque.</translation>
    </message>
    <message>
        <source>Password: it is missing.</source>
        <translation>Mot de passe : il manque.</translation>
    </message>
    <message>
        <source>PIN: it is missing.</source>
        <translation>Code PIN : il manque.</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Connecté : %1</translation>
    </message>
    <message>
        <source>Wait for the next one. If that is wrong too, look at the clock of the telephone: it may be half a minute wrong, no more.</source>
        <translation>Attendre le suivant. S’il est faux aussi, regarder l’horloge du téléphone : elle peut se tromper d’une demi-minute, pas plus.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Verr. Maj. est activé.</translation>
    </message>
</context>
</TS>
