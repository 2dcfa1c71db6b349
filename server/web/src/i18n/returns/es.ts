// SPDX-License-Identifier: Apache-2.0
// Giving tickets back, and the money that goes back.
import type {PluralText} from '../text';
import type {returns as en} from './en';

export const returns: Record<keyof typeof en, string | PluralText> = {
    'returns.title': 'Devolver entradas',
    'returns.rules':
        'Hasta el {until} puedes devolver entradas. El organizador se queda con el {fee} del ' +
        'precio de cada una.',
    'returns.rulesFree': 'Hasta el {until} puedes devolver entradas. Recibes todo su precio.',
    'returns.never': 'El organizador no acepta devoluciones de entradas para este evento.',
    'returns.over': 'Las entradas se podían devolver hasta el {until}.',
    'returns.begin': 'Elegir entradas para devolver',
    'returns.which': '¿Qué entradas quieres devolver?',
    'returns.price': 'Precio de estas entradas',
    'returns.kept': 'El organizador se queda con',
    'returns.back': 'Recibes',
    'returns.none': 'Elige al menos una entrada.',
    'returns.ask': {
        one: 'Devolver {n} entrada',
        other: 'Devolver {n} entradas',
    },
    'returns.sure': {
        one: '¿Devolver {n} entrada y recibir {back}? Ya no dará acceso, y no se puede deshacer.',
        other:
            '¿Devolver {n} entradas y recibir {back}? Ya no darán acceso, y no se puede ' +
            'deshacer.',
    },
    'returns.yes': 'Sí, devolver',
    'returns.no': 'No, conservar',
    'returns.leave': 'Conservar todas las entradas',
    'returns.returning': 'Devolviendo',
    'returns.done': {
        one: '{n} entrada está devuelta. Ya no da acceso.',
        other: '{n} entradas están devueltas. Ya no dan acceso.',
    },
    'refunds.title': 'Dinero que vuelve',
    'refunds.way': '{amount} está en camino a tu medio de pago.',
    'refunds.back':
        '{amount} ha vuelto a tu medio de pago. Un banco puede tardar unos días en mostrarlo.',
    'refunds.staff': '{amount}: nuestro personal se ocupa de ello. No tienes que hacer nada.',
    'order.returned': 'Todas las entradas están devueltas',
    'order.returnedMore': 'Nada de este pedido da ya acceso.',
    'problem.RETURN_NOT_ALLOWED':
        'El organizador no acepta la devolución de estas entradas, o ya no.',
    'problem.TICKET_NOT_ACTIVE':
        'Una de estas entradas ya está devuelta. La lista está ahora al día.',
    'problem.CHANGED_MEANWHILE':
        'El pedido cambió en el mismo momento. Inténtalo de nuevo; nada se hace dos veces.',
};
