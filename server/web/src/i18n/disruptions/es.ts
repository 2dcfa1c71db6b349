// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled or moved, and what a buyer may do then.
import type {disruptions as en} from './en';

export const disruptions: Record<keyof typeof en, string> = {
    'find.cancelled': 'Cancelado',
    'find.moved': 'Nueva fecha',
    'cancelled.title': 'El evento está cancelado',
    'cancelled.order':
        'No se celebra y tus entradas ya no valen. Todo lo que pagaste por ellas, también los ' +
        'gastos, vuelve a tu medio de pago. No tienes que hacer nada.',
    'cancelled.hold': 'Tus plazas quedaron libres con él. No se ha cobrado nada.',
    'order.byEVENT_CANCELLED':
        'El organizador canceló el evento, y con él tu pedido. No nos quedamos con tu dinero.',
    'disruption.note': 'Mensaje del organizador:',
    'moved.title': 'El evento tiene una nueva fecha',
    'moved.before': 'Antes: {before}',
    'moved.after': 'Ahora: {after}',
    'moved.asked':
        'Puedes elegir hasta el {until}: conserva tus entradas para la nueva fecha, o devuélvelas ' +
        'más abajo y recupera todo lo que pagaste por ellas.',
    'moved.silenceKeeps': 'Si no respondes, tus entradas siguen valiendo para la nueva fecha.',
    'moved.silenceReturns':
        'Si no respondes, entonces se devuelven todas tus entradas y recuperas todo lo que ' +
        'pagaste por ellas.',
    'moved.keep': 'Conservar mis entradas',
    'moved.keepMore':
        'Después vuelven a valer las reglas de devolución habituales del organizador.',
    'moved.keeping': 'Un momento…',
    'moved.accepted': 'Conservas tus entradas para la nueva fecha.',
    'moved.kept': 'El plazo para responder terminó. Tus entradas valen para la nueva fecha.',
    'moved.returning':
        'El plazo para responder terminó. Tus entradas se están devolviendo y recuperas todo lo ' +
        'que pagaste por ellas sin pedirlo.',
    'moved.download': 'Descarga de nuevo tus entradas',
    'moved.downloadMore':
        'Lo que guardaste, imprimiste o pusiste en una cartera digital antes del cambio lleva la ' +
        'fecha antigua y quizá no dé acceso. Los códigos de esta página son los correctos.',
    'returns.rulesMoved':
        'Como el evento tiene una nueva fecha, puedes devolver entradas hasta el {until}. ' +
        'Recuperas todo lo que pagaste por ellas.',
    'problem.ANSWER_TOO_LATE': 'El plazo para responder terminó. La página muestra lo que vale ahora.',
    'problem.EVENT_NOT_MOVED': 'Para este pedido no hay ninguna fecha nueva que responder.',
    'problem.ORDER_NOT_PAID': 'Este pedido no está pagado. La página muestra cómo está.',
};
