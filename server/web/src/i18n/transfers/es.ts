// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on by a link.
import type {PluralText} from '../text';
import type {transfers as en} from './en';

export const transfers: Record<keyof typeof en, string | PluralText> = {
    'hand.title': 'Pasar entradas',
    'hand.rules':
        'Hasta el {until} puedes pasar entradas: quien tenga el enlace que crees se queda con ' +
        'ellas. Lo que pagaste lo arregláis entre vosotros.',
    'hand.never': 'El organizador no permite pasar las entradas de este evento.',
    'hand.over': 'Las entradas se podían pasar hasta el {until}.',
    'hand.begin': 'Elegir entradas para pasar',
    'hand.which': '¿Qué entradas quieres pasar?',
    'hand.make': {
        one: 'Crear un enlace para {n} entrada',
        other: 'Crear un enlace para {n} entradas',
    },
    'hand.making': 'Creando el enlace',
    'hand.leave': 'Quedármelas',
    'hand.link': 'El enlace para pasar',
    'hand.linkMore':
        'Solo se muestra ahora. Quien lo use primero se queda con las entradas; hasta entonces ' +
        'son tuyas y valen. Si se pierde, crea otro: el anterior dejará de valer.',
    'hand.share': 'Enviar el enlace',
    'hand.copyFailed': 'No se permitió copiar: copia el enlace del campo.',
    'hand.offered': {
        one: '{n} entrada se ofrece con un enlace. Nadie la ha aceptado todavía.',
        other: '{n} entradas se ofrecen con un enlace. Nadie las ha aceptado todavía.',
    },
    'hand.takeBack': 'Retirar la oferta',
    'hand.takingBack': 'Retirando',
    'tickets.handedOn': 'Esta entrada es ahora de otra persona. Solo ella ve su código.',
    'transfer.title': 'Entradas para ti',
    'transfer.offered': {
        one: 'Te ofrecen {n} entrada para este evento.',
        other: 'Te ofrecen {n} entradas para este evento.',
    },
    'transfer.more': {
        one:
            'Acéptala y es tuya: se crea un código nuevo para ti y el anterior deja de valer. ' +
            'Aquí no pagas nada. Si un día se devuelve dinero, irá a quien pagó.',
        other:
            'Acéptalas y son tuyas: se crean códigos nuevos para ti y los anteriores dejan de ' +
            'valer. Aquí no pagas nada. Si un día se devuelve dinero, irá a quien pagó.',
    },
    'transfer.name': 'Tu nombre, tal como debe figurar en las entradas',
    'transfer.email': 'Correo electrónico (opcional)',
    'transfer.accept': {one: 'Aceptar {n} entrada', other: 'Aceptar {n} entradas'},
    'transfer.accepting': 'Un momento…',
    'transfer.yours': {one: 'La entrada es tuya', other: 'Las entradas son tuyas'},
    'transfer.yoursMore':
        'Guarda la dirección de esta página o el PDF: quien la tenga puede entrar. El enlace que ' +
        'recibiste ya no vale.',
    'transfer.unanswered':
        'Aún no sabemos si ha llegado. Inténtalo de nuevo: nada se hace dos veces.',
    'transfer.ended': 'Nada de esto vale ya',
    'transfer.endedMore': 'El pedido se reembolsó o se retiró. Pregunta a quien te lo pasó.',
    'transfer.share':
        'Esta dirección abre tus entradas en cualquier dispositivo. Quien la tenga tiene las ' +
        'entradas: guárdala para ti.',
    'transfer.over': 'Esta oferta ha terminado',
    'transfer.overMore': 'Alguien la aceptó o fue retirada. Pide otro enlace a quien te lo envió.',
    'transfer.foreign': 'Este enlace no abre ninguna oferta',
    'transfer.foreignMore': 'Quizá le falta una parte. Ábrelo de nuevo tal como lo recibiste.',
    'problem.TRANSFER_NOT_OPEN': 'Esta oferta ha terminado: fue aceptada o retirada.',
    'problem.TRANSFER_NOT_ALLOWED':
        'El organizador no permite, o ya no permite, pasar estas entradas.',
    'problem.TICKET_TRANSFERRED': 'Una de estas entradas ya es de otra persona.',
    'problem.TICKET_IN_EXCHANGE':
        'Una de estas entradas se está cambiando. Paga o anula primero ese pedido.',
};
