// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled or moved, and what a buyer may do then.
import type {disruptions as en} from './en';

export const disruptions: Record<keyof typeof en, string> = {
    'find.cancelled': 'Annulé',
    'find.moved': 'Nouvelle date',
    'cancelled.title': 'L’événement est annulé',
    'cancelled.order':
        'Il n’a pas lieu et vos billets ne sont plus valables. Tout ce que vous avez payé pour ' +
        'eux, frais compris, revient sur votre moyen de paiement. Vous n’avez rien à faire.',
    'cancelled.hold': 'Vos places ont été libérées en même temps. Rien n’a été débité.',
    'order.byEVENT_CANCELLED':
        'L’organisateur a annulé l’événement, et votre commande avec lui. Rien de votre argent ' +
        'n’a été gardé.',
    'disruption.note': 'Message de l’organisateur :',
    'moved.title': 'L’événement a une nouvelle date',
    'moved.before': 'Avant : {before}',
    'moved.after': 'Maintenant : {after}',
    'moved.asked':
        'Vous avez le choix jusqu’au {until} : garder vos billets pour la nouvelle date, ou les ' +
        'rendre ci-dessous et récupérer tout ce que vous avez payé pour eux.',
    'moved.silenceKeeps':
        'Sans réponse de votre part, vos billets restent valables pour la nouvelle date.',
    'moved.silenceReturns':
        'Sans réponse de votre part, tous vos billets sont alors rendus et tout ce que vous avez ' +
        'payé pour eux vous est remboursé.',
    'moved.keep': 'Garder mes billets',
    'moved.keepMore':
        'Ensuite, les règles habituelles de l’organisateur pour les retours s’appliquent de nouveau.',
    'moved.keeping': 'Un instant…',
    'moved.accepted': 'Vous gardez vos billets pour la nouvelle date.',
    'moved.kept': 'Le délai de réponse est passé. Vos billets sont valables pour la nouvelle date.',
    'moved.returning':
        'Le délai de réponse est passé. Vos billets sont en cours de retour et tout ce que vous ' +
        'avez payé pour eux vous est remboursé sans rien demander.',
    'moved.download': 'Téléchargez de nouveau vos billets',
    'moved.downloadMore':
        'Ce que vous avez enregistré, imprimé ou mis dans un portefeuille avant le changement ' +
        'porte l’ancienne date et risque d’être refusé. Les codes de cette page sont les bons.',
    'returns.rulesMoved':
        'Comme l’événement a une nouvelle date, vous pouvez rendre des billets jusqu’au {until}. ' +
        'Tout ce que vous avez payé pour eux vous revient.',
    'problem.ANSWER_TOO_LATE':
        'Le délai de réponse est passé. La page montre ce qui vaut maintenant.',
    'problem.EVENT_NOT_MOVED': 'Pour cette commande, il n’y a pas de nouvelle date à confirmer.',
    'problem.ORDER_NOT_PAID': 'Cette commande n’est pas payée. La page montre où elle en est.',
};
