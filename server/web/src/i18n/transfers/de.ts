// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on by a link.
import type {PluralText} from '../text';
import type {transfers as en} from './en';

export const transfers: Record<keyof typeof en, string | PluralText> = {
    'hand.title': 'Karten weitergeben',
    'hand.rules':
        'Bis {until} kannst du Karten weitergeben: Wer den Link hat, den du erstellst, übernimmt ' +
        'sie. Was du bezahlt hast, regelt ihr unter euch.',
    'hand.never': 'Der Veranstalter erlaubt nicht, Karten dieser Veranstaltung weiterzugeben.',
    'hand.over': 'Karten konnten bis {until} weitergegeben werden.',
    'hand.begin': 'Karten zum Weitergeben wählen',
    'hand.which': 'Welche Karten möchtest du weitergeben?',
    'hand.make': {one: 'Link für {n} Karte erstellen', other: 'Link für {n} Karten erstellen'},
    'hand.making': 'Der Link wird erstellt',
    'hand.leave': 'Behalten',
    'hand.link': 'Der Link zum Weitergeben',
    'hand.linkMore':
        'Er wird nur jetzt gezeigt. Wer ihn zuerst benutzt, übernimmt die Karten; bis dahin ' +
        'gehören sie dir und gelten. Geht er verloren, erstelle einen neuen: Der alte gilt dann ' +
        'nicht mehr.',
    'hand.share': 'Link senden',
    'hand.copyFailed': 'Kopieren war nicht erlaubt: Kopiere den Link aus dem Feld.',
    'hand.offered': {
        one: '{n} Karte ist mit einem Link angeboten. Noch hat sie niemand übernommen.',
        other: '{n} Karten sind mit einem Link angeboten. Noch hat sie niemand übernommen.',
    },
    'hand.takeBack': 'Angebot zurücknehmen',
    'hand.takingBack': 'Wird zurückgenommen',
    'tickets.handedOn': 'Diese Karte hat jetzt jemand anderes. Nur dort ist ihr Code zu sehen.',
    'transfer.title': 'Karten für dich',
    'transfer.offered': {
        one: 'Dir wird {n} Karte für diese Veranstaltung angeboten.',
        other: 'Dir werden {n} Karten für diese Veranstaltung angeboten.',
    },
    'transfer.more': {
        one:
            'Nimm sie, und sie gehört dir: Du bekommst einen neuen Code, und der alte gilt nicht ' +
            'mehr. Hier zahlst du nichts. Geht einmal Geld zurück, geht es an die Person, die ' +
            'bezahlt hat.',
        other:
            'Nimm sie, und sie gehören dir: Du bekommst neue Codes, und die alten gelten nicht ' +
            'mehr. Hier zahlst du nichts. Geht einmal Geld zurück, geht es an die Person, die ' +
            'bezahlt hat.',
    },
    'transfer.name': 'Dein Name, wie er auf den Karten stehen soll',
    'transfer.email': 'E-Mail (freiwillig)',
    'transfer.accept': {one: '{n} Karte nehmen', other: '{n} Karten nehmen'},
    'transfer.accepting': 'Einen Moment …',
    'transfer.yours': {one: 'Die Karte gehört dir', other: 'Die Karten gehören dir'},
    'transfer.yoursMore':
        'Behalte die Adresse dieser Seite, oder sichere das PDF: Wer sie hat, kommt hinein. Der ' +
        'Link, den du bekommen hast, gilt nicht mehr.',
    'transfer.unanswered':
        'Noch ist nicht klar, ob das angekommen ist. Versuche es noch einmal: Nichts geschieht ' +
        'doppelt.',
    'transfer.ended': 'Nichts davon gilt noch',
    'transfer.endedMore':
        'Die Bestellung wurde erstattet oder zurückgenommen. Frag, wer sie dir weitergegeben hat.',
    'transfer.share':
        'Diese Adresse öffnet deine Karten auf jedem Gerät. Wer sie hat, hat die Karten: behalte ' +
        'sie für dich.',
    'transfer.over': 'Dieses Angebot ist vorbei',
    'transfer.overMore':
        'Jemand hat es genommen, oder es wurde zurückgenommen. Bitte um einen neuen Link.',
    'transfer.foreign': 'Dieser Link öffnet kein Angebot',
    'transfer.foreignMore':
        'Vielleicht fehlt ein Teil. Öffne ihn noch einmal so, wie du ihn bekommen hast.',
    'problem.TRANSFER_NOT_OPEN':
        'Dieses Angebot ist vorbei: Es wurde genommen oder zurückgenommen.',
    'problem.TRANSFER_NOT_ALLOWED':
        'Der Veranstalter erlaubt nicht oder nicht mehr, diese Karten weiterzugeben.',
    'problem.TICKET_TRANSFERRED': 'Eine dieser Karten gehört schon jemand anderem.',
    'problem.TICKET_IN_EXCHANGE':
        'Eine dieser Karten wird gerade getauscht. Bezahle oder storniere zuerst jene Bestellung.',
};
