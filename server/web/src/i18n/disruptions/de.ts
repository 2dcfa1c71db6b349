// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled or moved, and what a buyer may do then.
import type {disruptions as en} from './en';

export const disruptions: Record<keyof typeof en, string> = {
    'find.cancelled': 'Abgesagt',
    'find.moved': 'Neuer Termin',
    'cancelled.title': 'Die Veranstaltung ist abgesagt',
    'cancelled.order':
        'Sie findet nicht statt, und deine Karten gelten nicht mehr. Alles, was du dafür bezahlt ' +
        'hast, auch Gebühren, geht dorthin zurück, womit du bezahlt hast. Du musst nichts tun.',
    'cancelled.hold': 'Deine Plätze wurden damit freigegeben. Nichts wurde berechnet.',
    'order.byEVENT_CANCELLED':
        'Der Veranstalter hat die Veranstaltung abgesagt und damit auch deine Bestellung ' +
        'beendet. Nichts von deinem Geld wurde behalten.',
    'disruption.note': 'Der Veranstalter schreibt:',
    'moved.title': 'Die Veranstaltung hat einen neuen Termin',
    'moved.before': 'Bisher: {before}',
    'moved.after': 'Jetzt: {after}',
    'moved.asked':
        'Bis {until} hast du die Wahl: Behalte deine Karten für den neuen Termin, oder gib sie ' +
        'unten zurück und bekomme alles wieder, was du dafür bezahlt hast.',
    'moved.silenceKeeps': 'Ohne deine Antwort bleiben deine Karten für den neuen Termin gültig.',
    'moved.silenceReturns':
        'Ohne deine Antwort werden dann alle deine Karten zurückgegeben, und alles, was du dafür ' +
        'bezahlt hast, geht an dich zurück.',
    'moved.keep': 'Meine Karten behalten',
    'moved.keepMore': 'Danach gelten wieder die üblichen Rückgaberegeln des Veranstalters.',
    'moved.keeping': 'Einen Moment …',
    'moved.accepted': 'Du behältst deine Karten für den neuen Termin.',
    'moved.kept': 'Die Zeit für eine Antwort ist vorbei. Deine Karten gelten für den neuen Termin.',
    'moved.returning':
        'Die Zeit für eine Antwort ist vorbei. Deine Karten werden zurückgegeben, und alles, was ' +
        'du dafür bezahlt hast, geht von selbst an dich zurück.',
    'moved.download': 'Lade deine Karten neu herunter',
    'moved.downloadMore':
        'Was du vor der Änderung gespeichert, gedruckt oder ins Wallet gelegt hast, trägt den ' +
        'alten Termin und wird am Einlass womöglich abgewiesen. Die Codes auf dieser Seite stimmen.',
    'returns.rulesMoved':
        'Weil die Veranstaltung einen neuen Termin hat, kannst du bis {until} Karten zurückgeben. ' +
        'Alles, was du dafür bezahlt hast, geht an dich zurück.',
    'problem.ANSWER_TOO_LATE':
        'Die Zeit für eine Antwort ist vorbei. Die Seite zeigt, was jetzt gilt.',
    'problem.EVENT_NOT_MOVED': 'Für diese Bestellung gibt es keinen neuen Termin zu beantworten.',
    'problem.ORDER_NOT_PAID': 'Diese Bestellung ist nicht bezahlt. Die Seite zeigt ihren Stand.',
};
