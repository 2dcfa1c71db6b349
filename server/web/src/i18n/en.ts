// SPDX-License-Identifier: Apache-2.0
// English texts, and by their keys what every language must have.
import {disruptions} from './disruptions/en';
import {returns} from './returns/en';
import {transfers} from './transfers/en';

export const en = {
    ...returns,
    ...disruptions,
    ...transfers,
    'shell.skip': 'Skip to content',
    'shell.language': 'Language',
    'shell.themeDark': 'Switch to dark colours',
    'shell.themeLight': 'Switch to light colours',
    'shell.cart': 'Cart',
    'shell.cartCount': {one: '{n} hold', other: '{n} holds'},
    'shell.events': 'Events',
    'shell.help': 'Help and terms',
    'shell.more': 'More',
    'shell.myTickets': 'My tickets',
    'shell.promise': 'Every seat is sold once. The price you see is the price you pay.',
    'shell.offline':
        'You are offline. What you hold stays yours until its time is up; we go on as soon as ' +
        'you are connected.',
    'shell.away':
        'The shop does not answer. What you hold stays yours until its time is up; we go on as ' +
        'soon as it does.',
    'shell.online': 'Connected again.',

    'parts.loading': 'Loading…',
    'parts.again': 'Try again',
    'parts.close': 'Close',
    'parts.less': 'Fewer: {name}',
    'parts.more': 'More: {name}',
    'place.row': 'Row {row}',
    'place.seat': 'Seat {seat}',

    'find.title': 'Find your seat',
    'find.lead': 'Concerts, theatre, matches. Pick the exact seat, see the full price, be there.',
    'find.text': 'Artist, show or venue',
    'find.city': 'City',
    'find.anyCity': 'All cities',
    'find.date': 'From day',
    'find.search': 'Find events',
    'find.weekend': 'This weekend',
    'find.clear': 'Show all events',
    'find.upcoming': 'Coming up',
    'find.found': 'Results',
    'find.count': {one: '{n} event', other: '{n} events'},
    'find.countMore': '{n}+ events',
    'find.from': 'from {price}',
    'find.opens': 'on sale {day}, {time}',
    'find.closed': 'Sale has ended',
    'find.more': 'Show more events',
    'find.failed': 'The events could not be loaded',
    'find.noneTitle': 'Nothing found',
    'find.noneBody': 'Try fewer words, another city or another day.',

    'event.about': 'About this event',
    'event.terms': 'The organiser’s terms',
    'event.youHold': 'You are holding places here',
    'event.toCart': 'Go to your cart',
    'event.missingTitle': 'There is no such event',
    'event.missingBody': 'It may be over, or the link may be incomplete.',
    'event.failedTitle': 'The event could not be loaded',

    'sale.soonTitle': 'The sale has not opened yet',
    'sale.opensIn': 'Opens in',
    'sale.opensAt': '{day}, {time}. This page opens by itself; no need to reload.',
    'sale.presale': 'The presale is on: with a presale code you can buy now.',
    'sale.presaleAt': 'Presale with a code: {day}, {time}.',
    'sale.closed': 'The sale has ended',
    'sale.notHere': 'This event is not sold on the web. Ask the box office.',
    'sale.draft': 'The sale has not been announced yet',
    'sale.soldOut': 'Sold out',
    'sale.soldOutMore':
        'All places are held or sold. Places that are given back appear here at once.',

    'bands.title': 'Prices',
    'bands.allIn': 'All fees and taxes per ticket are included.',
    'bands.left': {one: '{n} left', other: '{n} left'},
    'bands.few': {one: 'only {n} left', other: 'only {n} left'},
    'bands.none': 'none left',

    'area.title': 'Standing',
    'area.choose': 'Choose',
    'area.standing': 'General admission: places are counted, not numbered.',

    'best.title': 'Best seats, one touch',
    'best.howMany': 'How many',
    'best.take': {one: 'Hold the best seat', other: 'Hold the best {n} seats'},
    'best.more': 'Ticket types, price, access',
    'best.band': 'Price band',
    'best.anyBand': 'Any',
    'best.wheelchairs': 'Wheelchair places among them',
    'best.together': 'Only seats side by side',

    'choice.title': 'Chosen seats',
    'choice.count': {one: '{n} seat chosen', other: '{n} seats chosen'},
    'choice.said': {one: '{n} seat chosen, {total}', other: '{n} seats chosen, {total}'},
    'choice.typeOf': 'Ticket type for {seat}',
    'choice.putBack': 'Put back {seat}',
    'choice.allIn': 'fees and taxes included',
    'choice.reserve': 'Hold these places',
    'choice.tooMany': {
        one: 'One order may have {n} place here.',
        other: 'One order may have {n} places here.',
    },
    'choice.lost': {
        one: 'A seat you chose was just taken. The rest is still chosen.',
        other: '{n} seats you chose were just taken. The rest is still chosen.',
    },

    'code.have': 'I have a code',
    'code.label': 'Promotion or access code',
    'code.more': 'It is used with the next places you hold; the cart shows the new price.',

    'map.title': 'Choose on the map',
    'map.plan': 'Seating plan',
    'map.list': 'List of seats',
    'map.live': 'Live',
    'map.behind': 'Connecting…',
    'map.accessible': {one: '{n} wheelchair place', other: '{n} wheelchair places'},
    'map.loading': 'Laying out the seats…',
    'map.failed': 'The map could not be shown. Choose from the list:',
    'map.legend': 'What the signs mean',
    'map.free': 'Free',
    'map.chosen': 'Chosen by you',
    'map.taken': 'Taken',

    'hold.left': 'Yours for',
    'hold.lastMinute': 'Less than a minute left',
    'hold.asking': 'Asking for your places…',
    'hold.slow': 'Still asking. Nothing is taken twice…',
    'hold.checking': 'Checking whether the places are still yours…',
    'hold.expiredTitle': 'Your hold has run out',
    'hold.expiredMore':
        'The places went back to everybody. Nothing was charged. They may still be free: look ' +
        'again.',
    'hold.cancelled': 'You gave these places back',
    'hold.cancelledMore': 'Nothing was charged.',
    'hold.chooseAgain': 'Choose again',
    'hold.dismiss': 'Remove',
    'hold.giveBack': 'Give back these places',
    'hold.givingBack': 'Giving back…',

    'cart.title': 'Your cart',
    'cart.emptyTitle': 'Nothing held at the moment',
    'cart.emptyBody': 'Places you hold wait here while their time runs.',
    'cart.find': 'Find events',
    'cart.checkout': 'To checkout',
    'cart.toOrder': 'Go to the order',
    'cart.orders': 'Orders from this browser',
    'cart.ordersMore': 'Tickets, documents and the state of payment.',

    'price.caption': 'The price and its parts',
    'price.included': '(included)',
    'price.total': 'Total',
    'price.allIn': 'fees and taxes included',

    'checkout.title': 'Checkout',
    'checkout.who': 'Your details',
    'checkout.noAccount': 'No account needed.',
    'checkout.name': 'Name',
    'checkout.nameFault': 'Please write your name, 200 letters at most.',
    'checkout.email': 'E-mail',
    'checkout.emailFault': 'Please write a whole e-mail address, like ada@example.org.',
    'checkout.language': 'Language of tickets and mails',
    'checkout.terms': 'By buying you accept the terms:',
    'checkout.organiserTerms': 'For this event also:',
    'checkout.pay': 'Continue to pay {total}',
    'checkout.get': 'Get the tickets',
    'checkout.sending': 'Making your order…',
    'checkout.slow': 'Still at it. Your places are safe…',
    'checkout.next': 'Next: the payment page of our provider. Card data never reaches us.',
    'checkout.nothing': 'There is nothing to check out',
    'checkout.nothingMore': 'Hold some places first; they wait in your cart.',

    'order.title': 'Your order',
    'order.stepHeld': 'Places kept',
    'order.stepPaid': 'Payment',
    'order.stepTickets': 'Tickets',
    'order.stepDone': 'done',
    'order.watching': 'This page follows by itself.',
    'order.reconnecting': 'Connecting again…',
    'order.payWithin': 'Pay within',
    'order.payNow': 'Pay {total}',
    'order.opening': 'Opening the payment…',
    'order.openingMore': 'Your places are kept. In a moment you can pay.',
    'order.payable': 'Ready to be paid',
    'order.payableMore':
        'Your places are kept until the time below. Pay on the page of our provider.',
    'order.declined': 'The payment was declined',
    'order.declinedMore':
        'Nothing was charged and your places are still kept. Try again, or use another card.',
    'order.left': 'The payment was not finished',
    'order.leftMore':
        'Nothing was charged and your places are still kept. Continue when you are ready.',
    'order.processing': 'Waiting for the bank',
    'order.processingMore':
        'Your places are kept while the bank answers. There is nothing you need to do.',
    'order.noPage': 'This provider cannot be paid here',
    'order.noPageMore':
        'The payment provider has no page for the web. Your places are kept until the time ' +
        'below; ask the box office.',
    'order.unpaid': 'The bank refused the payment after all',
    'order.unpaidMore':
        'The places are still yours until the time below, but the tickets do not admit yet. ' +
        'Please pay again.',
    'order.fencing': 'The time to pay has passed',
    'order.fencingMore':
        'We are asking the bank whether a payment still arrived. If so, the tickets are yours; ' +
        'if not, nothing is charged.',
    'order.cancelling': 'Cancelling',
    'order.cancellingMore':
        'We make sure that nothing will be charged, then the places are given back.',
    'order.allocated': 'The places are yours',
    'order.allocatedMore': 'The payment is being completed. Your tickets become valid in a moment.',
    'order.paid': 'Paid. See you there!',
    'order.paidMore': 'Show the code at the entrance, on the phone or on paper.',
    'order.compensating': 'Your money is on its way back',
    'order.compensatingMore': 'A payment arrived that we must not keep. It is being returned.',
    'order.manual': 'Our staff is looking into this order',
    'order.manualMore':
        'Something did not go as usual. You need not do anything; the box office knows the ' +
        'order number.',
    'order.released': 'This order is over',
    'order.releasedMore': 'The places are free again and nothing was kept of your money.',
    'order.byEXPIRED': 'The hold ran out. Nothing was charged.',
    'order.byCANCELLED': 'You gave the places back. Nothing was charged.',
    'order.byNOT_PAID':
        'The time to pay passed without a payment. The places are free again and nothing was ' +
        'charged.',
    'order.byORDER_CANCELLED': 'You cancelled the order. Nothing was charged.',
    'order.byREFUNDED': 'The order was refunded and its tickets no longer admit.',
    'order.cancel': 'Cancel the order',
    'order.cancelSure': 'Give the places back and cancel?',
    'order.cancelYes': 'Yes, cancel',
    'order.cancelNo': 'No, keep them',
    'order.details': 'What you ordered',
    'order.number': 'Order number',
    'order.foreign': 'This link does not open an order',
    'order.foreignMore':
        'The order may be somebody else’s, or part of the link is missing. Open it from the ' +
        'confirmation, or from the browser you bought with.',
    'order.failed': 'The order cannot be shown right now',
    'order.toMine': 'My cart and orders',

    'tickets.title': 'Tickets',
    'tickets.of': 'Ticket {number} of {total}',
    'tickets.pdf': 'Tickets as PDF',
    'tickets.calendar': 'Add to calendar',
    'tickets.apple': 'Apple Wallet',
    'tickets.google': 'Google Wallet',
    'tickets.notOffered':
        'This is not offered here. The PDF and the code on this page admit just as well.',
    'tickets.qrOf': 'QR code of the ticket: {place}',
    'tickets.inactive': 'The code appears as soon as the payment is complete.',
    'tickets.void': 'This ticket no longer admits.',

    'share.title': 'Keep this page',
    'share.more':
        'This address opens your order on any device. Whoever has it has your tickets: keep it ' +
        'to yourself.',
    'share.copy': 'Copy the link',
    'share.share': 'Send to my phone',
    'share.copied': 'Copied.',
    'share.failed': 'Copying was not allowed: copy the address of this page.',

    'lost.title': 'There is no such page',
    'lost.body': 'The link may be old or incomplete.',
    'lost.home': 'See all events',
    'lost.notLoaded': 'The page could not be loaded',

    'help.title': 'Help and terms',
    'help.lead': 'How Tessera sells, in short and in plain words.',
    'help.topics': 'On this page',
    'help.holdTitle': 'Holding places',
    'help.holdBody':
        'Places you hold are yours alone until the countdown ends, by the shop’s clock. Then ' +
        'everybody can take them again. Holding costs nothing.',
    'help.payTitle': 'Paying',
    'help.payBody':
        'The total in the cart is all you pay. After checkout the places stay yours while a ' +
        'payment may still succeed. A declined card costs nothing: try again until the time ' +
        'shown. Money that arrives too late goes back.',
    'help.ticketsTitle': 'Tickets',
    'help.ticketsBody':
        'Each ticket has a code of its own that the entrance reads, from the phone or from ' +
        'paper. A code admits once.',
    'help.linkTitle': 'The link of your order',
    'help.linkBody':
        'The address of the order’s page opens it again on any device, without an account. ' +
        'Whoever has the address has the tickets.',
    'help.accessTitle': 'Accessible places',
    'help.accessBody':
        'Wheelchair places and the companion seats beside them are shown on the map and in the ' +
        'list, and “Best seats” finds them. A companion seat is sold with its wheelchair place.',
    'help.privacyTitle': 'Your data',
    'help.privacyBody':
        'We keep your name, your e-mail and your language with the order, to send the tickets. ' +
        'Card data goes to the payment provider only. This browser remembers your cart and your ' +
        'orders.',
    'help.termsTitle': 'Terms',
    'help.termsBody':
        'The organiser is your partner in the contract. Tickets are given back only where the ' +
        'organiser allows it or the event is cancelled or moved; then the whole price is ' +
        'returned. Changed or copied tickets do not admit.',

    'problem.NETWORK_FAILED':
        'No connection. Check your network and try again; nothing is done twice.',
    'problem.OWNER_UNAVAILABLE':
        'The server is busy for a moment. Try again; nothing is done twice.',
    'problem.OVERLOADED': 'Very many people want this right now. Wait a few seconds and try again.',
    'problem.OTHER': 'Something went wrong on our side. Try again in a moment.',
    'problem.EVENT_NOT_FOUND': 'There is no such event, or it is no longer shown.',
    'problem.HOLDER_TOKEN_INVALID':
        'These places do not belong to this browser, or they are long gone.',
    'problem.SALE_NOT_OPEN': 'The sale has not opened yet. The countdown shows when it does.',
    'problem.SALE_CLOSED': 'The sale has ended.',
    'problem.EVENT_CANCELLED':
        'The event does not take place. Whoever has paid gets the money back without asking.',
    'problem.CHANNEL_NOT_SOLD': 'This event is not sold on the web. Ask the box office.',
    'problem.CODE_UNKNOWN':
        'This event has no such code. Check how it is written, or leave it out.',
    'problem.CODE_NOT_VALID_NOW': 'The code is not valid at this time.',
    'problem.CODE_USED_UP': 'The code has been used as often as it may be.',
    'problem.NO_PLACES': 'Choose at least one place.',
    'problem.ORDER_LIMIT': 'One order may have at most {places_max} places here. Take fewer.',
    'problem.BUYER_LIMIT':
        'One buyer may have at most {places_max} places for this event, holds included.',
    'problem.TICKET_TYPE_NOT_SOLD':
        'This ticket type is not sold for these places. Choose another type.',
    'problem.SEAT_UNAVAILABLE': {
        one: 'Somebody was quicker: a seat is taken. The rest is still chosen; pick another one.',
        other: 'Somebody was quicker: {n} seats are taken. The rest is still chosen; pick others.',
    },
    'problem.AREA_FULL': 'There are not that many places left here. Take fewer, or another area.',
    'problem.NO_SUITABLE_SEATS':
        'No such seats are left. Take fewer, allow another price, or seats apart.',
    'problem.ORPHAN_SEAT':
        'This choice would leave a single seat between others. Move by one seat, or take the ' +
        'single one too:',
    'problem.COMPANION_ALONE':
        'Companion seats go with the wheelchair place beside them. Choose that one too:',
    'problem.RESERVATION_EXPIRED': 'The hold has run out. Nothing was charged; choose again.',
    'problem.RESERVATION_CHECKED_OUT':
        'These places have been checked out already, perhaps in another tab.',
    'problem.ORDER_NOT_CANCELLABLE':
        'The order is paid or being settled and can no longer be cancelled here.',
    'problem.INVALID_FIELD':
        'Something in what you typed was not accepted. Check it and try again.',
    'problem.REQUEST_ID_AHEAD': 'The clock of this device confuses us. Try again.',
} as const;
