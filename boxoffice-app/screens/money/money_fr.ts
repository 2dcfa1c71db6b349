<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>tessera::boxoffice::CountPanel</name>
    <message>
        <source>Currencies: 1 to %1 codes of three letters, like EUR, CHF.</source>
        <translation>Devises : de 1 à %1 codes de trois lettres, comme EUR, CHF.</translation>
    </message>
    <message>
        <source>What is in the drawer now</source>
        <translation>Ce qui est dans le tiroir</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>Compter le tiroir</translation>
    </message>
    <message>
        <source>By note and coin, or in one sum for each currency at its end.</source>
        <translation>Par billet et pièce, ou en une somme à la fin de chaque devise.</translation>
    </message>
    <message>
        <source>By note and coin. What must be there is told afterwards. Once it is counted no more cash goes through this shift.</source>
        <translation>Par billet et pièce. Ce qui est attendu n&apos;est dit qu&apos;après. Une fois compté, plus d&apos;espèces dans ce service.</translation>
    </message>
    <message>
        <source>Currencies in the dra&amp;wer</source>
        <translation>Devises dans le &amp;tiroir</translation>
    </message>
    <message>
        <source>Currencies in the drawer</source>
        <translation>Devises dans le tiroir</translation>
    </message>
    <message>
        <source>Opening float</source>
        <translation>Fonds de caisse</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>En tout</translation>
    </message>
    <message>
        <source>Open &amp;the shift</source>
        <translation>&amp;Ouvrir le service</translation>
    </message>
    <message>
        <source>&amp;This is what is there</source>
        <translation>C&apos;est ce qu&apos;il &amp;y a</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::EntryPanel</name>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>Ouvrir le tiroir sans vente</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>O&amp;uvrir le tiroir</translation>
    </message>
    <message>
        <source>Put cash into the drawer</source>
        <translation>Mettre des espèces dans le tiroir</translation>
    </message>
    <message>
        <source>It &amp;goes in</source>
        <translation>E&amp;ntrer</translation>
    </message>
    <message>
        <source>Take cash out of the drawer</source>
        <translation>Prendre des espèces du tiroir</translation>
    </message>
    <message>
        <source>It goes o&amp;ut</source>
        <translation>Sor&amp;tir</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Montant</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Currenc&amp;y</source>
        <translation>De&amp;vise</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>&amp;Reason, without names of people</source>
        <translation>M&amp;otif, sans noms de personnes</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::MoneyScreen</name>
    <message>
        <source>Open a shi&amp;ft</source>
        <translation>Ouvrir un ser&amp;vice</translation>
    </message>
    <message>
        <source>Cash &amp;in</source>
        <translation>Ent&amp;rée</translation>
    </message>
    <message>
        <source>Cash &amp;out</source>
        <translation>&amp;Sortie</translation>
    </message>
    <message>
        <source>Open the &amp;drawer</source>
        <translation>O&amp;uvrir le tiroir</translation>
    </message>
    <message>
        <source>Cou&amp;nt the drawer</source>
        <translation>&amp;Compter le tiroir</translation>
    </message>
    <message>
        <source>&amp;Close the shift</source>
        <translation>&amp;Fermer le service</translation>
    </message>
    <message>
        <source>X or &amp;Z report</source>
        <translation>Rapport X ou &amp;Z</translation>
    </message>
    <message>
        <source>Shi&amp;fts that there were</source>
        <translation>Services &amp;passés</translation>
    </message>
    <message>
        <source>&amp;Print the report</source>
        <translation>I&amp;mprimer le rapport</translation>
    </message>
    <message>
        <source>Sa&amp;ve it as PDF</source>
        <translation>Enre&amp;gistrer en PDF</translation>
    </message>
    <message>
        <source>This till has a shift already.</source>
        <translation>Cette caisse a déjà un service.</translation>
    </message>
    <message>
        <source>In the drawer: count it, or type 0 where it is empty.</source>
        <translation>Dans le tiroir : compter, ou taper 0 s&apos;il est vide.</translation>
    </message>
    <message>
        <source>The shift is being opened.</source>
        <translation>Le service est en cours d&apos;ouverture.</translation>
    </message>
    <message>
        <source>Count: nothing is typed. Where the drawer is empty, type 0.</source>
        <translation>Comptage : rien n&apos;est saisi. Si le tiroir est vide, taper 0.</translation>
    </message>
    <message>
        <source>The drawer was not opened: no receipt printer is set up.</source>
        <translation>Le tiroir n&apos;a pas été ouvert : aucune imprimante de reçus n&apos;est configurée.</translation>
    </message>
    <message>
        <source>The drawer was not opened: its printer does not answer.</source>
        <translation>Le tiroir n&apos;a pas été ouvert : son imprimante ne répond pas.</translation>
    </message>
    <message>
        <source>The shift is open.</source>
        <translation>Le service est ouvert.</translation>
    </message>
    <message>
        <source>A shift was open at this till before, with its own opening float.</source>
        <translation>Un service était déjà ouvert à cette caisse, avec son propre fonds.</translation>
    </message>
    <message>
        <source>It is in the shift.</source>
        <translation>C&apos;est dans le service.</translation>
    </message>
    <message>
        <source>Counted: it is even.</source>
        <translation>Compté : le compte est juste.</translation>
    </message>
    <message>
        <source>Counted: it differs.</source>
        <translation>Compté : il y a un écart.</translation>
    </message>
    <message>
        <source>The shift is closed.</source>
        <translation>Le service est fermé.</translation>
    </message>
    <message>
        <source>In and out beside sales</source>
        <translation>Entrées et sorties hors ventes</translation>
    </message>
    <message>
        <source>&amp;Money</source>
        <translation>&amp;Argent</translation>
    </message>
    <message>
        <source>The till&apos;s shift</source>
        <translation>Service de la caisse</translation>
    </message>
    <message>
        <source>At the beginning: %1</source>
        <translation>Au début : %1</translation>
    </message>
    <message>
        <source>The shift of this till is a colleague&apos;s. Cash of your sales goes into it; they or a supervisor count it.</source>
        <translation>Le service de cette caisse est celui d&apos;un collègue. Les espèces de vos ventes y vont ; lui ou un responsable le compte.</translation>
    </message>
    <message>
        <source>How the shift stands is not known yet: the server is being asked.</source>
        <translation>L&apos;état du service n&apos;est pas encore connu : le serveur est interrogé.</translation>
    </message>
    <message>
        <source>Whether the last step was done is not known: it is being asked again.</source>
        <translation>On ne sait pas si la dernière étape est faite : la demande est répétée.</translation>
    </message>
    <message>
        <source>The count is kept; it waits for cash of sales that is under way.</source>
        <translation>Le comptage est conservé ; il attend les espèces de ventes en cours.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Le serveur est interrogé.</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>Pas encore connu.</translation>
    </message>
    <message>
        <source>No shift is open: no cash can be taken.</source>
        <translation>Aucun service n&apos;est ouvert : pas d&apos;encaissement en espèces.</translation>
    </message>
    <message>
        <source>A colleague&apos;s shift is open.</source>
        <translation>Le service d&apos;un collègue est ouvert.</translation>
    </message>
    <message>
        <source>%1. Opened by %2, %3</source>
        <translation>%1. Ouvert par %2, %3</translation>
    </message>
    <message>
        <source>%1: nothing is typed. Where there is none, type 0.</source>
        <translation>%1 : rien n’est saisi. S’il n’y en a pas, saisir 0.</translation>
    </message>
    <message>
        <source>Coun&amp;t the chosen shift</source>
        <translation>Compter le service c&amp;hoisi</translation>
    </message>
    <message>
        <source>This ti&amp;ll&apos;s shift</source>
        <translation>Service &amp;de cette caisse</translation>
    </message>
    <message>
        <source>Choose a shift that is not closed.</source>
        <translation>Choisir un service qui n&apos;est pas clos.</translation>
    </message>
    <message>
        <source>Ea&amp;rlier shifts</source>
        <translation>Services précéde&amp;nts</translation>
    </message>
    <message>
        <source>Close &amp;the shift</source>
        <translation>Fermer &amp;le service</translation>
    </message>
    <message>
        <source>What this page is for</source>
        <translation>Ce à quoi sert cette page</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ReportPanel</name>
    <message>
        <source>No report is shown yet</source>
        <translation>Aucun rapport affiché</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::SettlePanel</name>
    <message>
        <source>It differs by %1. It needs an explanation, and somebody who has neither opened nor counted this shift to sign it off.</source>
        <translation>Écart : %1. Il faut une explication, et la validation de quelqu&apos;un qui n&apos;a ni ouvert ni compté ce service.</translation>
    </message>
    <message>
        <source>What was counted is what must be there.</source>
        <translation>Le comptage correspond à ce qui est attendu.</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Fermer le service</translation>
    </message>
    <message>
        <source>What was counted and what must be there</source>
        <translation>Ce qui est compté et ce qui est attendu</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>E&amp;xplication</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>Hand over to (lo&amp;gin); nobody where the shift ends</source>
        <translation>&amp;Transmettre à (identifiant) ; vide si le service s&apos;arrête</translation>
    </message>
    <message>
        <source>Hand over to (login)</source>
        <translation>Transmettre à (identifiant)</translation>
    </message>
</context>
<context>
    <name>tessera::boxoffice::ShiftsPanel</name>
    <message>
        <source>Shifts</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Enter shows the report of the chosen shift. Whoever may sign shifts off counts one whose cashier went home from here, too.</source>
        <translation>Entrée montre le rapport du service choisi. Qui peut valider des services compte d&apos;ici aussi celui d&apos;une personne déjà partie.</translation>
    </message>
</context>
</TS>
