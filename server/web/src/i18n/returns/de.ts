// SPDX-License-Identifier: Apache-2.0
// Giving tickets back, and the money that goes back.
import type {PluralText} from '../text';
import type {returns as en} from './en';

export const returns: Record<keyof typeof en, string | PluralText> = {
    'returns.title': 'Karten zurückgeben',
    'returns.rules':
        'Bis {until} kannst du Karten zurückgeben. Der Veranstalter behält {fee} des Preises ' +
        'jeder Karte.',
    'returns.rulesFree':
        'Bis {until} kannst du Karten zurückgeben. Du bekommst ihren ganzen Preis zurück.',
    'returns.never': 'Der Veranstalter nimmt für diese Veranstaltung keine Karten zurück.',
    'returns.over': 'Karten konnten bis {until} zurückgegeben werden.',
    'returns.begin': 'Karten zum Zurückgeben wählen',
    'returns.which': 'Welche Karten willst du zurückgeben?',
    'returns.price': 'Preis dieser Karten',
    'returns.kept': 'Der Veranstalter behält',
    'returns.back': 'Du bekommst zurück',
    'returns.none': 'Wähle mindestens eine Karte.',
    'returns.ask': {
        one: '{n} Karte zurückgeben',
        other: '{n} Karten zurückgeben',
    },
    'returns.sure': {
        one:
            '{n} Karte zurückgeben und {back} zurückbekommen? Sie gilt dann nicht mehr, und ' +
            'das lässt sich nicht rückgängig machen.',
        other:
            '{n} Karten zurückgeben und {back} zurückbekommen? Sie gelten dann nicht mehr, ' +
            'und das lässt sich nicht rückgängig machen.',
    },
    'returns.yes': 'Ja, zurückgeben',
    'returns.no': 'Nein, behalten',
    'returns.leave': 'Alle Karten behalten',
    'returns.returning': 'Wird zurückgegeben',
    'returns.done': {
        one: '{n} Karte ist zurückgegeben. Sie gilt nicht mehr.',
        other: '{n} Karten sind zurückgegeben. Sie gelten nicht mehr.',
    },
    'refunds.title': 'Geld, das zurückgeht',
    'refunds.way': '{amount} sind auf dem Weg zurück dorthin, womit du bezahlt hast.',
    'refunds.back':
        '{amount} sind wieder dort, womit du bezahlt hast. Bis eine Bank es anzeigt, können ' +
        'Tage vergehen.',
    'refunds.staff': '{amount}: Unser Personal kümmert sich darum. Du musst nichts tun.',
    'order.returned': 'Alle Karten sind zurückgegeben',
    'order.returnedMore': 'Nichts aus dieser Bestellung gilt noch am Einlass.',
    'problem.RETURN_NOT_ALLOWED':
        'Der Veranstalter nimmt diese Karten nicht zurück, oder nicht mehr.',
    'problem.TICKET_NOT_ACTIVE':
        'Eine dieser Karten ist schon zurückgegeben. Die Liste ist jetzt auf dem neuesten Stand.',
    'problem.CHANGED_MEANWHILE':
        'Die Bestellung hat sich im selben Augenblick geändert. Versuche es noch einmal; ' +
        'nichts geschieht doppelt.',
};
