// SPDX-License-Identifier: Apache-2.0
// Giving tickets back, and the money that goes back.
import type {PluralText} from '../text';
import type {returns as en} from './en';

export const returns: Record<keyof typeof en, string | PluralText> = {
    'returns.title': 'Rendre des billets',
    'returns.rules':
        'Jusqu’au {until}, vous pouvez rendre des billets. L’organisateur garde {fee} du prix ' +
        'de chacun.',
    'returns.rulesFree':
        'Jusqu’au {until}, vous pouvez rendre des billets. Tout leur prix vous est remboursé.',
    'returns.never': 'L’organisateur ne reprend pas de billets pour cet événement.',
    'returns.over': 'Les billets pouvaient être rendus jusqu’au {until}.',
    'returns.begin': 'Choisir des billets à rendre',
    'returns.which': 'Quels billets voulez-vous rendre ?',
    'returns.price': 'Prix de ces billets',
    'returns.kept': 'L’organisateur garde',
    'returns.back': 'Vous recevez',
    'returns.none': 'Choisissez au moins un billet.',
    'returns.ask': {
        one: 'Rendre {n} billet',
        other: 'Rendre {n} billets',
    },
    'returns.sure': {
        one: 'Rendre {n} billet et recevoir {back} ? Il ne donnera plus accès, et c’est définitif.',
        other:
            'Rendre {n} billets et recevoir {back} ? Ils ne donneront plus accès, et c’est ' +
            'définitif.',
    },
    'returns.yes': 'Oui, rendre',
    'returns.no': 'Non, garder',
    'returns.leave': 'Garder tous les billets',
    'returns.returning': 'Retour en cours',
    'returns.done': {
        one: '{n} billet est rendu. Il ne donne plus accès.',
        other: '{n} billets sont rendus. Ils ne donnent plus accès.',
    },
    'refunds.title': 'Argent remboursé',
    'refunds.way': '{amount} sont en route vers votre moyen de paiement.',
    'refunds.back':
        '{amount} sont de retour sur votre moyen de paiement. Une banque peut mettre quelques ' +
        'jours à l’afficher.',
    'refunds.staff': '{amount} : notre équipe s’en occupe. Vous n’avez rien à faire.',
    'order.returned': 'Tous les billets sont rendus',
    'order.returnedMore': 'Rien dans cette commande ne donne plus accès.',
    'problem.RETURN_NOT_ALLOWED': 'L’organisateur ne reprend pas ces billets, ou plus maintenant.',
    'problem.TICKET_NOT_ACTIVE':
        'Un de ces billets est déjà rendu. La liste est maintenant à jour.',
    'problem.CHANGED_MEANWHILE':
        'La commande a changé au même instant. Réessayez ; rien n’est fait deux fois.',
};
