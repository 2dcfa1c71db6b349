// SPDX-License-Identifier: Apache-2.0
// Spanish texts.
import {disruptions} from './disruptions/es';
import {returns} from './returns/es';
import type {Texts} from './text';
import {transfers} from './transfers/es';

export const es: Texts = {
    ...returns,
    ...disruptions,
    ...transfers,
    'shell.skip': 'Ir al contenido',
    'shell.language': 'Idioma',
    'shell.themeDark': 'Colores oscuros',
    'shell.themeLight': 'Colores claros',
    'shell.cart': 'Carrito',
    'shell.cartCount': {one: '{n} reserva', other: '{n} reservas'},
    'shell.events': 'Eventos',
    'shell.help': 'Ayuda y condiciones',
    'shell.more': 'Más',
    'shell.myTickets': 'Mis entradas',
    'shell.promise': 'Cada asiento se vende una sola vez. El precio que ves es el que pagas.',
    'shell.offline':
        'Sin conexión. Lo que has reservado es tuyo hasta que acabe su tiempo; seguimos en ' +
        'cuanto vuelva la conexión.',
    'shell.away':
        'La tienda no responde. Lo que has reservado es tuyo hasta que acabe su tiempo; seguimos ' +
        'en cuanto responda.',
    'shell.online': 'Conectado de nuevo.',

    'parts.loading': 'Cargando…',
    'parts.again': 'Reintentar',
    'parts.close': 'Cerrar',
    'parts.less': 'Menos: {name}',
    'parts.more': 'Más: {name}',
    'place.row': 'Fila {row}',
    'place.seat': 'Asiento {seat}',

    'find.title': 'Encuentra tu asiento',
    'find.lead':
        'Conciertos, teatro, partidos. Elige el asiento exacto, ve el precio completo y entra.',
    'find.text': 'Artista, obra o recinto',
    'find.city': 'Ciudad',
    'find.anyCity': 'Todas las ciudades',
    'find.date': 'Desde el día',
    'find.search': 'Buscar',
    'find.weekend': 'Este fin de semana',
    'find.clear': 'Ver todos',
    'find.upcoming': 'Próximamente',
    'find.found': 'Resultados',
    'find.count': {one: '{n} evento', other: '{n} eventos'},
    'find.countMore': '{n}+ eventos',
    'find.from': 'desde {price}',
    'find.opens': 'a la venta el {day}, {time}',
    'find.closed': 'Venta terminada',
    'find.more': 'Ver más eventos',
    'find.failed': 'No se pudieron cargar los eventos',
    'find.noneTitle': 'No hay resultados',
    'find.noneBody': 'Prueba con menos palabras, otra ciudad u otro día.',

    'event.about': 'Sobre el evento',
    'event.terms': 'Condiciones del organizador',
    'event.youHold': 'Tienes plazas reservadas aquí',
    'event.toCart': 'Ir al carrito',
    'event.missingTitle': 'Este evento no existe',
    'event.missingBody': 'Quizá ya pasó, o el enlace está incompleto.',
    'event.failedTitle': 'No se pudo cargar el evento',

    'sale.soonTitle': 'La venta aún no ha abierto',
    'sale.opensIn': 'Abre en',
    'sale.opensAt': '{day}, {time}. La página se abre sola; no hace falta recargar.',
    'sale.presale': 'La preventa está abierta: con un código puedes comprar ya.',
    'sale.presaleAt': 'Preventa con código: {day}, {time}.',
    'sale.closed': 'La venta ha terminado',
    'sale.notHere': 'Este evento no se vende en la web. Pregunta en taquilla.',
    'sale.draft': 'La venta aún no se ha anunciado',
    'sale.soldOut': 'Agotado',
    'sale.soldOutMore':
        'Todas las plazas están reservadas o vendidas. Las que se devuelvan aparecerán aquí al ' +
        'momento.',

    'bands.title': 'Precios',
    'bands.allIn': 'Con todos los gastos e impuestos por entrada.',
    'bands.left': {one: 'queda {n}', other: 'quedan {n}'},
    'bands.few': {one: 'solo queda {n}', other: 'solo quedan {n}'},
    'bands.none': 'no quedan',

    'area.title': 'De pie',
    'area.choose': 'Elegir',
    'area.standing': 'Entrada general: las plazas se cuentan, no se numeran.',

    'best.title': 'Los mejores asientos, un toque',
    'best.howMany': 'Cuántos',
    'best.take': {one: 'Reservar el mejor asiento', other: 'Reservar los {n} mejores asientos'},
    'best.more': 'Tipos de entrada, precio, acceso',
    'best.band': 'Zona de precio',
    'best.anyBand': 'Cualquiera',
    'best.wheelchairs': 'De ellas, plazas para silla de ruedas',
    'best.together': 'Solo asientos juntos',

    'choice.title': 'Asientos elegidos',
    'choice.count': {one: '{n} asiento elegido', other: '{n} asientos elegidos'},
    'choice.said': {one: '{n} asiento elegido, {total}', other: '{n} asientos elegidos, {total}'},
    'choice.typeOf': 'Tipo de entrada para {seat}',
    'choice.putBack': 'Quitar {seat}',
    'choice.allIn': 'gastos e impuestos incluidos',
    'choice.reserve': 'Reservar estas plazas',
    'choice.tooMany': {
        one: 'Un pedido puede tener {n} plaza aquí.',
        other: 'Un pedido puede tener {n} plazas aquí.',
    },
    'choice.lost': {
        one: 'Acaban de llevarse un asiento que elegiste. El resto sigue elegido.',
        other: 'Acaban de llevarse {n} asientos que elegiste. El resto sigue elegido.',
    },

    'code.have': 'Tengo un código',
    'code.label': 'Código de promoción o de acceso',
    'code.more': 'Vale para las próximas plazas que reserves; el carrito muestra el precio nuevo.',

    'map.title': 'Elegir en el plano',
    'map.plan': 'Plano de la sala',
    'map.list': 'Lista de asientos',
    'map.live': 'En vivo',
    'map.behind': 'Conectando…',
    'map.accessible': {
        one: '{n} plaza para silla de ruedas',
        other: '{n} plazas para silla de ruedas',
    },
    'map.loading': 'Colocando los asientos…',
    'map.failed': 'No se puede mostrar el plano. Elige de la lista:',
    'map.legend': 'Qué significan los signos',
    'map.free': 'Libre',
    'map.chosen': 'Elegido por ti',
    'map.taken': 'Ocupado',

    'hold.left': 'Tuyo durante',
    'hold.lastMinute': 'Queda menos de un minuto',
    'hold.asking': 'Pidiendo tus plazas…',
    'hold.slow': 'Seguimos pidiendo. Nada se toma dos veces…',
    'hold.checking': 'Comprobando si las plazas siguen siendo tuyas…',
    'hold.expiredTitle': 'Se acabó el tiempo',
    'hold.expiredMore':
        'Las plazas vuelven a ser de todos. No se ha cobrado nada. Quizá sigan libres: míralo.',
    'hold.cancelled': 'Has devuelto estas plazas',
    'hold.cancelledMore': 'No se ha cobrado nada.',
    'hold.chooseAgain': 'Elegir otra vez',
    'hold.dismiss': 'Quitar',
    'hold.giveBack': 'Devolver estas plazas',
    'hold.givingBack': 'Devolviendo…',

    'cart.title': 'Tu carrito',
    'cart.emptyTitle': 'Ahora no tienes nada reservado',
    'cart.emptyBody': 'Las plazas que reserves esperan aquí mientras corre su tiempo.',
    'cart.find': 'Buscar eventos',
    'cart.checkout': 'Ir a pagar',
    'cart.toOrder': 'Ir al pedido',
    'cart.orders': 'Pedidos de este navegador',
    'cart.ordersMore': 'Entradas, documentos y estado del pago.',

    'price.caption': 'El precio y sus partes',
    'price.included': '(incluido)',
    'price.total': 'Total',
    'price.allIn': 'gastos e impuestos incluidos',

    'checkout.title': 'Pedido',
    'checkout.who': 'Tus datos',
    'checkout.noAccount': 'No hace falta cuenta.',
    'checkout.name': 'Nombre',
    'checkout.nameFault': 'Escribe tu nombre, 200 letras como máximo.',
    'checkout.email': 'Correo electrónico',
    'checkout.emailFault': 'Escribe una dirección completa, como ada@example.org.',
    'checkout.language': 'Idioma de entradas y correos',
    'checkout.terms': 'Al comprar aceptas las condiciones:',
    'checkout.organiserTerms': 'Para este evento, además:',
    'checkout.pay': 'Continuar y pagar {total}',
    'checkout.get': 'Obtener las entradas',
    'checkout.sending': 'Creando tu pedido…',
    'checkout.slow': 'Seguimos en ello. Tus plazas están seguras…',
    'checkout.next':
        'Después: la página de pago de nuestro proveedor. Los datos de la tarjeta nunca nos ' +
        'llegan.',
    'checkout.nothing': 'No hay nada que pagar',
    'checkout.nothingMore': 'Reserva antes unas plazas; esperan en tu carrito.',

    'order.title': 'Tu pedido',
    'order.stepHeld': 'Plazas guardadas',
    'order.stepPaid': 'Pago',
    'order.stepTickets': 'Entradas',
    'order.stepDone': 'hecho',
    'order.watching': 'Esta página se actualiza sola.',
    'order.reconnecting': 'Conectando de nuevo…',
    'order.payWithin': 'Paga en',
    'order.payNow': 'Pagar {total}',
    'order.opening': 'Abriendo el pago…',
    'order.openingMore': 'Tus plazas están guardadas. En un momento podrás pagar.',
    'order.payable': 'Listo para pagar',
    'order.payableMore':
        'Tus plazas están guardadas hasta el plazo de abajo. Paga en la página de nuestro ' +
        'proveedor.',
    'order.declined': 'El pago fue rechazado',
    'order.declinedMore':
        'No se ha cobrado nada y tus plazas siguen guardadas. Inténtalo de nuevo o usa otra ' +
        'tarjeta.',
    'order.left': 'El pago no se terminó',
    'order.leftMore':
        'No se ha cobrado nada y tus plazas siguen guardadas. Continúa cuando quieras.',
    'order.processing': 'Esperando al banco',
    'order.processingMore':
        'Tus plazas están guardadas mientras responde el banco. No tienes que hacer nada.',
    'order.noPage': 'Con este proveedor no se puede pagar aquí',
    'order.noPageMore':
        'El proveedor de pago no tiene página web. Tus plazas están guardadas hasta el plazo de ' +
        'abajo; pregunta en taquilla.',
    'order.unpaid': 'El banco al final rechazó el pago',
    'order.unpaidMore':
        'Las plazas siguen siendo tuyas hasta el plazo de abajo, pero las entradas aún no ' +
        'valen. Paga de nuevo.',
    'order.fencing': 'Ha pasado el tiempo para pagar',
    'order.fencingMore':
        'Preguntamos al banco si llegó un pago. Si llegó, las entradas son tuyas; si no, no se ' +
        'cobra nada.',
    'order.cancelling': 'Cancelando',
    'order.cancellingMore': 'Nos aseguramos de que no se cobre nada y luego devolvemos las plazas.',
    'order.allocated': 'Las plazas son tuyas',
    'order.allocatedMore': 'El pago se está completando. Tus entradas valdrán en un momento.',
    'order.paid': 'Pagado. ¡Nos vemos!',
    'order.paidMore': 'Muestra el código en la entrada, en el teléfono o en papel.',
    'order.compensating': 'Tu dinero está de vuelta',
    'order.compensatingMore': 'Llegó un pago que no debemos quedarnos. Se está devolviendo.',
    'order.manual': 'Nuestro equipo está revisando este pedido',
    'order.manualMore':
        'Algo no fue como siempre. No tienes que hacer nada; la taquilla conoce el número de ' +
        'pedido.',
    'order.released': 'Este pedido ha terminado',
    'order.releasedMore': 'Las plazas están libres otra vez y no nos quedamos con tu dinero.',
    'order.byEXPIRED': 'Se acabó el tiempo. No se ha cobrado nada.',
    'order.byCANCELLED': 'Devolviste las plazas. No se ha cobrado nada.',
    'order.byNOT_PAID': 'El plazo pasó sin pago. Las plazas están libres y no se ha cobrado nada.',
    'order.byORDER_CANCELLED': 'Cancelaste el pedido. No se ha cobrado nada.',
    'order.byREFUNDED': 'El pedido se reembolsó y sus entradas ya no valen.',
    'order.cancel': 'Cancelar el pedido',
    'order.cancelSure': '¿Devolver las plazas y cancelar?',
    'order.cancelYes': 'Sí, cancelar',
    'order.cancelNo': 'No, conservar',
    'order.details': 'Lo que has pedido',
    'order.number': 'Número de pedido',
    'order.foreign': 'Este enlace no abre ningún pedido',
    'order.foreignMore':
        'El pedido puede ser de otra persona, o falta parte del enlace. Ábrelo desde la ' +
        'confirmación o desde el navegador con el que compraste.',
    'order.failed': 'El pedido no se puede mostrar ahora',
    'order.toMine': 'Mi carrito y mis pedidos',

    'tickets.title': 'Entradas',
    'tickets.of': 'Entrada {number} de {total}',
    'tickets.pdf': 'Entradas en PDF',
    'tickets.calendar': 'Añadir al calendario',
    'tickets.apple': 'Apple Wallet',
    'tickets.google': 'Google Wallet',
    'tickets.notOffered': 'Aquí no se ofrece. El PDF y el código de esta página valen igual.',
    'tickets.qrOf': 'Código QR de la entrada: {place}',
    'tickets.inactive': 'El código aparece en cuanto se complete el pago.',
    'tickets.void': 'Esta entrada ya no vale.',

    'share.title': 'Guarda esta página',
    'share.more':
        'Esta dirección abre tu pedido en cualquier dispositivo. Quien la tenga tiene tus ' +
        'entradas: guárdala para ti.',
    'share.copy': 'Copiar el enlace',
    'share.share': 'Enviar a mi teléfono',
    'share.copied': 'Copiado.',
    'share.failed': 'No se permitió copiar: copia la dirección de esta página.',

    'lost.title': 'Esta página no existe',
    'lost.body': 'El enlace puede ser antiguo o estar incompleto.',
    'lost.home': 'Ver todos los eventos',
    'lost.notLoaded': 'No se pudo cargar la página',

    'help.title': 'Ayuda y condiciones',
    'help.lead': 'Cómo vende Tessera, en breve y con palabras claras.',
    'help.topics': 'En esta página',
    'help.holdTitle': 'Reservar plazas',
    'help.holdBody':
        'Las plazas reservadas son solo tuyas hasta que acabe la cuenta atrás, según el reloj ' +
        'de la tienda. Después cualquiera puede tomarlas. Reservar no cuesta nada.',
    'help.payTitle': 'Pagar',
    'help.payBody':
        'El total del carrito es todo lo que pagas. Tras el pedido las plazas siguen siendo ' +
        'tuyas mientras un pago pueda salir bien. Una tarjeta rechazada no cuesta nada: ' +
        'reintenta hasta el plazo mostrado. El dinero que llega tarde se devuelve.',
    'help.ticketsTitle': 'Entradas',
    'help.ticketsBody':
        'Cada entrada tiene su código, que la puerta lee del teléfono o del papel. Un código ' +
        'vale una vez.',
    'help.linkTitle': 'El enlace de tu pedido',
    'help.linkBody':
        'La dirección de la página del pedido lo abre en cualquier dispositivo, sin cuenta. ' +
        'Quien tiene la dirección tiene las entradas.',
    'help.accessTitle': 'Plazas accesibles',
    'help.accessBody':
        'Las plazas para silla de ruedas y las de acompañante están en el plano y en la lista, ' +
        'y «mejores asientos» las encuentra. La de acompañante se vende con su plaza de silla ' +
        'de ruedas.',
    'help.privacyTitle': 'Tus datos',
    'help.privacyBody':
        'Guardamos nombre, correo e idioma con el pedido para enviar las entradas. Los datos de ' +
        'la tarjeta van solo al proveedor de pago. Este navegador recuerda tu carrito y tus ' +
        'pedidos.',
    'help.termsTitle': 'Condiciones',
    'help.termsBody':
        'Tu contrato es con el organizador. Las entradas solo se devuelven si el organizador lo ' +
        'permite o si el evento se cancela o cambia de fecha; entonces se devuelve el precio ' +
        'entero. Las entradas alteradas o copiadas no valen.',

    'problem.NETWORK_FAILED': 'Sin conexión. Revisa tu red y reintenta; nada se hace dos veces.',
    'problem.OWNER_UNAVAILABLE':
        'El servidor está ocupado un momento. Reintenta; nada se hace dos veces.',
    'problem.OVERLOADED': 'Muchísima gente quiere esto ahora. Espera unos segundos y reintenta.',
    'problem.OTHER': 'Algo falló por nuestra parte. Reintenta en un momento.',
    'problem.EVENT_NOT_FOUND': 'Este evento no existe o ya no se muestra.',
    'problem.HOLDER_TOKEN_INVALID':
        'Estas plazas no son de este navegador, o hace mucho que no están.',
    'problem.SALE_NOT_OPEN': 'La venta aún no ha abierto. La cuenta atrás muestra cuándo.',
    'problem.SALE_CLOSED': 'La venta ha terminado.',
    'problem.EVENT_CANCELLED':
        'El evento no se celebra. Quien haya pagado recupera el dinero sin pedirlo.',
    'problem.CHANNEL_NOT_SOLD': 'Este evento no se vende en la web. Pregunta en taquilla.',
    'problem.CODE_UNKNOWN': 'Este código no existe aquí. Revisa cómo está escrito o déjalo vacío.',
    'problem.CODE_NOT_VALID_NOW': 'El código no vale en este momento.',
    'problem.CODE_USED_UP': 'El código ya se usó todas las veces posibles.',
    'problem.NO_PLACES': 'Elige al menos una plaza.',
    'problem.ORDER_LIMIT': 'Un pedido puede tener como máximo {places_max} plazas. Toma menos.',
    'problem.BUYER_LIMIT':
        'Un comprador puede tener como máximo {places_max} plazas en este evento, reservas ' +
        'incluidas.',
    'problem.TICKET_TYPE_NOT_SOLD':
        'Este tipo de entrada no se vende para estas plazas. Elige otro.',
    'problem.SEAT_UNAVAILABLE': {
        one: 'Alguien fue más rápido: un asiento está ocupado. El resto sigue elegido; busca otro.',
        other:
            'Alguien fue más rápido: {n} asientos están ocupados. El resto sigue elegido; busca ' +
            'otros.',
    },
    'problem.AREA_FULL': 'No quedan tantas plazas aquí. Toma menos, u otra zona.',
    'problem.NO_SUITABLE_SEATS':
        'No quedan asientos así. Toma menos, otro precio o asientos separados.',
    'problem.ORPHAN_SEAT':
        'Esta elección dejaría un asiento suelto. Muévete un asiento o toma también el suelto:',
    'problem.COMPANION_ALONE':
        'Los asientos de acompañante van con la plaza de silla de ruedas de al lado. Elígela ' +
        'también:',
    'problem.RESERVATION_EXPIRED': 'Se acabó el tiempo. No se ha cobrado nada; elige otra vez.',
    'problem.RESERVATION_CHECKED_OUT': 'Estas plazas ya se pidieron, quizá en otra pestaña.',
    'problem.ORDER_NOT_CANCELLABLE':
        'El pedido está pagado o liquidándose y ya no se puede cancelar aquí.',
    'problem.INVALID_FIELD': 'Algo de lo escrito no se aceptó. Revísalo y reintenta.',
    'problem.REQUEST_ID_AHEAD': 'El reloj de este dispositivo nos confunde. Reintenta.',
};
