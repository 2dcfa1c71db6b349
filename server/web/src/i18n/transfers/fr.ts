// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on by a link.
import type {PluralText} from '../text';
import type {transfers as en} from './en';

export const transfers: Record<keyof typeof en, string | PluralText> = {
    'hand.title': 'Transmettre des billets',
    'hand.rules':
        'Jusqu’au {until}, vous pouvez transmettre des billets : la personne qui a le lien que vous ' +
        'créez les reçoit. Ce que vous avez payé se règle entre vous.',
    'hand.never': 'L’organisateur ne permet pas de transmettre les billets de cet événement.',
    'hand.over': 'Les billets pouvaient être transmis jusqu’au {until}.',
    'hand.begin': 'Choisir les billets à transmettre',
    'hand.which': 'Quels billets voulez-vous transmettre ?',
    'hand.make': {one: 'Créer un lien pour {n} billet', other: 'Créer un lien pour {n} billets'},
    'hand.making': 'Création du lien',
    'hand.leave': 'Les garder',
    'hand.link': 'Le lien à transmettre',
    'hand.linkMore':
        'Il n’est montré que maintenant. La première personne qui l’utilise reçoit les billets ; ' +
        'd’ici là, ils sont à vous et valables. S’il est perdu, créez-en un autre : l’ancien ne ' +
        'sera plus valable.',
    'hand.share': 'Envoyer le lien',
    'hand.copyFailed': 'La copie n’a pas été autorisée : copiez le lien depuis le champ.',
    'hand.offered': {
        one: '{n} billet est proposé par un lien. Personne ne l’a encore pris.',
        other: '{n} billets sont proposés par un lien. Personne ne les a encore pris.',
    },
    'hand.takeBack': 'Retirer l’offre',
    'hand.takingBack': 'Retrait en cours',
    'tickets.handedOn': 'Ce billet est maintenant à quelqu’un d’autre, qui seul en voit le code.',
    'transfer.title': 'Des billets pour vous',
    'transfer.offered': {
        one: '{n} billet pour cet événement vous est proposé.',
        other: '{n} billets pour cet événement vous sont proposés.',
    },
    'transfer.more': {
        one:
            'Acceptez-le et il est à vous : un nouveau code est créé pour vous et l’ancien n’est ' +
            'plus valable. Vous ne payez rien ici. Un remboursement irait à la personne qui a ' +
            'payé.',
        other:
            'Acceptez-les et ils sont à vous : de nouveaux codes sont créés pour vous et les ' +
            'anciens ne sont plus valables. Vous ne payez rien ici. Un remboursement irait à la ' +
            'personne qui a payé.',
    },
    'transfer.name': 'Votre nom, tel qu’il doit figurer sur les billets',
    'transfer.email': 'E-mail (facultatif)',
    'transfer.accept': {one: 'Accepter {n} billet', other: 'Accepter {n} billets'},
    'transfer.accepting': 'Un instant…',
    'transfer.yours': {one: 'Le billet est à vous', other: 'Les billets sont à vous'},
    'transfer.yoursMore':
        'Gardez l’adresse de cette page ou enregistrez le PDF : qui l’a peut entrer. Le lien que ' +
        'vous avez reçu n’est plus valable.',
    'transfer.unanswered':
        'Nous ne savons pas encore si cela a abouti. Réessayez : rien n’est fait deux fois.',
    'transfer.ended': 'Plus rien de ceci n’est valable',
    'transfer.endedMore':
        'La commande a été remboursée ou reprise. Demandez à la personne qui vous l’a transmise.',
    'transfer.share':
        'Cette adresse ouvre vos billets sur tout appareil. Qui l’a possède les billets : ' +
        'gardez-la pour vous.',
    'transfer.over': 'Cette offre est terminée',
    'transfer.overMore':
        'Quelqu’un l’a acceptée, ou elle a été retirée. Demandez un autre lien à qui vous l’a ' +
        'envoyé.',
    'transfer.foreign': 'Ce lien n’ouvre aucune offre',
    'transfer.foreignMore':
        'Il en manque peut-être une partie. Ouvrez-le de nouveau tel que vous l’avez reçu.',
    'problem.TRANSFER_NOT_OPEN': 'Cette offre est terminée : elle a été acceptée ou retirée.',
    'problem.TRANSFER_NOT_ALLOWED':
        'L’organisateur ne permet pas, ou plus, de transmettre ces billets.',
    'problem.TICKET_TRANSFERRED': 'Un de ces billets est déjà à quelqu’un d’autre.',
    'problem.TICKET_IN_EXCHANGE':
        'Un de ces billets est en cours d’échange. Payez ou annulez d’abord cette commande.',
};
