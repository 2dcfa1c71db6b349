// SPDX-License-Identifier: Apache-2.0
// German texts.
import {disruptions} from './disruptions/de';
import {returns} from './returns/de';
import type {Texts} from './text';
import {transfers} from './transfers/de';

export const de: Texts = {
    ...returns,
    ...disruptions,
    ...transfers,
    'shell.skip': 'Zum Inhalt springen',
    'shell.language': 'Sprache',
    'shell.themeDark': 'Dunkle Farben',
    'shell.themeLight': 'Helle Farben',
    'shell.cart': 'Warenkorb',
    'shell.cartCount': {one: '{n} Reservierung', other: '{n} Reservierungen'},
    'shell.events': 'Veranstaltungen',
    'shell.help': 'Hilfe und Bedingungen',
    'shell.more': 'Mehr',
    'shell.myTickets': 'Meine Tickets',
    'shell.promise': 'Jeder Platz wird nur einmal verkauft. Der gezeigte Preis ist der Preis.',
    'shell.offline':
        'Keine Verbindung. Was du hältst, bleibt bis zum Ablauf deins; sobald du verbunden ' +
        'bist, geht es weiter.',
    'shell.away':
        'Der Laden antwortet nicht. Was du hältst, bleibt bis zum Ablauf deins; sobald er ' +
        'antwortet, geht es weiter.',
    'shell.online': 'Wieder verbunden.',

    'parts.loading': 'Lädt …',
    'parts.again': 'Noch einmal',
    'parts.close': 'Schließen',
    'parts.less': 'Weniger: {name}',
    'parts.more': 'Mehr: {name}',
    'place.row': 'Reihe {row}',
    'place.seat': 'Platz {seat}',

    'find.title': 'Finde deinen Platz',
    'find.lead':
        'Konzerte, Theater, Spiele. Genau den Platz wählen, den ganzen Preis sehen, dabei sein.',
    'find.text': 'Künstler, Stück oder Haus',
    'find.city': 'Stadt',
    'find.anyCity': 'Alle Städte',
    'find.date': 'Ab Tag',
    'find.search': 'Suchen',
    'find.weekend': 'Dieses Wochenende',
    'find.clear': 'Alle zeigen',
    'find.upcoming': 'Demnächst',
    'find.found': 'Treffer',
    'find.count': {one: '{n} Veranstaltung', other: '{n} Veranstaltungen'},
    'find.countMore': '{n}+ Veranstaltungen',
    'find.from': 'ab {price}',
    'find.opens': 'Verkauf ab {day}, {time}',
    'find.closed': 'Verkauf beendet',
    'find.more': 'Mehr zeigen',
    'find.failed': 'Die Veranstaltungen konnten nicht geladen werden',
    'find.noneTitle': 'Nichts gefunden',
    'find.noneBody':
        'Versuche es mit weniger Wörtern, einer anderen Stadt oder einem anderen Tag.',

    'event.about': 'Über die Veranstaltung',
    'event.terms': 'Bedingungen des Veranstalters',
    'event.youHold': 'Du hältst hier Plätze',
    'event.toCart': 'Zum Warenkorb',
    'event.missingTitle': 'Diese Veranstaltung gibt es nicht',
    'event.missingBody': 'Sie ist vielleicht vorbei, oder der Link ist unvollständig.',
    'event.failedTitle': 'Die Veranstaltung konnte nicht geladen werden',

    'sale.soonTitle': 'Der Verkauf hat noch nicht begonnen',
    'sale.opensIn': 'Beginnt in',
    'sale.opensAt': '{day}, {time}. Die Seite öffnet von selbst; neu laden ist nicht nötig.',
    'sale.presale': 'Der Vorverkauf läuft: Mit einem Code kannst du jetzt kaufen.',
    'sale.presaleAt': 'Vorverkauf mit Code: {day}, {time}.',
    'sale.closed': 'Der Verkauf ist beendet',
    'sale.notHere': 'Diese Veranstaltung wird nicht im Web verkauft. Frag an der Kasse.',
    'sale.draft': 'Der Verkauf ist noch nicht angekündigt',
    'sale.soldOut': 'Ausverkauft',
    'sale.soldOutMore':
        'Alle Plätze sind gehalten oder verkauft. Zurückgegebene Plätze erscheinen sofort hier.',

    'bands.title': 'Preise',
    'bands.allIn': 'Alle Gebühren und Steuern je Ticket sind enthalten.',
    'bands.left': {one: 'noch {n}', other: 'noch {n}'},
    'bands.few': {one: 'nur noch {n}', other: 'nur noch {n}'},
    'bands.none': 'keine mehr',

    'area.title': 'Stehplätze',
    'area.choose': 'Wählen',
    'area.standing': 'Freie Platzwahl: Plätze sind gezählt, nicht nummeriert.',

    'best.title': 'Beste Plätze, ein Griff',
    'best.howMany': 'Wie viele',
    'best.take': {one: 'Besten Platz halten', other: 'Beste {n} Plätze halten'},
    'best.more': 'Ticketarten, Preis, Barrierefreiheit',
    'best.band': 'Preisgruppe',
    'best.anyBand': 'Beliebig',
    'best.wheelchairs': 'Davon Rollstuhlplätze',
    'best.together': 'Nur nebeneinander',

    'choice.title': 'Gewählte Plätze',
    'choice.count': {one: '{n} Platz gewählt', other: '{n} Plätze gewählt'},
    'choice.said': {one: '{n} Platz gewählt, {total}', other: '{n} Plätze gewählt, {total}'},
    'choice.typeOf': 'Ticketart für {seat}',
    'choice.putBack': '{seat} zurücklegen',
    'choice.allIn': 'mit Gebühren und Steuern',
    'choice.reserve': 'Plätze halten',
    'choice.tooMany': {
        one: 'Eine Bestellung darf hier {n} Platz haben.',
        other: 'Eine Bestellung darf hier {n} Plätze haben.',
    },
    'choice.lost': {
        one: 'Ein gewählter Platz wurde eben vergeben. Der Rest bleibt gewählt.',
        other: '{n} gewählte Plätze wurden eben vergeben. Der Rest bleibt gewählt.',
    },

    'code.have': 'Ich habe einen Code',
    'code.label': 'Aktions- oder Zugangscode',
    'code.more':
        'Er gilt für die nächsten Plätze, die du hältst; der Warenkorb zeigt den neuen Preis.',

    'map.title': 'Im Saalplan wählen',
    'map.plan': 'Saalplan',
    'map.list': 'Liste der Plätze',
    'map.live': 'Live',
    'map.behind': 'Verbindet …',
    'map.accessible': {one: '{n} Rollstuhlplatz', other: '{n} Rollstuhlplätze'},
    'map.loading': 'Die Plätze werden ausgelegt …',
    'map.failed': 'Der Plan kann nicht gezeigt werden. Wähle aus der Liste:',
    'map.legend': 'Was die Zeichen bedeuten',
    'map.free': 'Frei',
    'map.chosen': 'Von dir gewählt',
    'map.taken': 'Vergeben',

    'hold.left': 'Deins noch',
    'hold.lastMinute': 'Weniger als eine Minute',
    'hold.asking': 'Wir fragen nach deinen Plätzen …',
    'hold.slow': 'Wir fragen weiter. Nichts wird doppelt genommen …',
    'hold.checking': 'Wir prüfen, ob die Plätze noch dir gehören …',
    'hold.expiredTitle': 'Die Zeit ist abgelaufen',
    'hold.expiredMore':
        'Die Plätze sind wieder für alle da. Nichts wurde berechnet. Vielleicht sind sie noch ' +
        'frei: schau nach.',
    'hold.cancelled': 'Du hast diese Plätze zurückgegeben',
    'hold.cancelledMore': 'Nichts wurde berechnet.',
    'hold.chooseAgain': 'Neu wählen',
    'hold.dismiss': 'Entfernen',
    'hold.giveBack': 'Plätze zurückgeben',
    'hold.givingBack': 'Wird zurückgegeben …',

    'cart.title': 'Dein Warenkorb',
    'cart.emptyTitle': 'Gerade hältst du nichts',
    'cart.emptyBody': 'Plätze, die du hältst, warten hier, solange ihre Zeit läuft.',
    'cart.find': 'Veranstaltungen finden',
    'cart.checkout': 'Zur Kasse',
    'cart.toOrder': 'Zur Bestellung',
    'cart.orders': 'Bestellungen aus diesem Browser',
    'cart.ordersMore': 'Tickets, Dokumente und Stand der Zahlung.',

    'price.caption': 'Der Preis und seine Teile',
    'price.included': '(enthalten)',
    'price.total': 'Gesamt',
    'price.allIn': 'mit Gebühren und Steuern',

    'checkout.title': 'Kasse',
    'checkout.who': 'Deine Angaben',
    'checkout.noAccount': 'Kein Konto nötig.',
    'checkout.name': 'Name',
    'checkout.nameFault': 'Bitte schreib deinen Namen, höchstens 200 Zeichen.',
    'checkout.email': 'E-Mail',
    'checkout.emailFault': 'Bitte schreib eine ganze E-Mail-Adresse, wie ada@example.org.',
    'checkout.language': 'Sprache der Tickets und Mails',
    'checkout.terms': 'Mit dem Kauf gelten die Bedingungen:',
    'checkout.organiserTerms': 'Für diese Veranstaltung außerdem:',
    'checkout.pay': 'Weiter, {total} zahlen',
    'checkout.get': 'Tickets holen',
    'checkout.sending': 'Die Bestellung entsteht …',
    'checkout.slow': 'Noch dabei. Deine Plätze sind sicher …',
    'checkout.next':
        'Als Nächstes: die Zahlungsseite unseres Anbieters. Kartendaten erreichen uns nie.',
    'checkout.nothing': 'Es gibt nichts zu bezahlen',
    'checkout.nothingMore': 'Halte zuerst Plätze; sie warten im Warenkorb.',

    'order.title': 'Deine Bestellung',
    'order.stepHeld': 'Plätze gesichert',
    'order.stepPaid': 'Zahlung',
    'order.stepTickets': 'Tickets',
    'order.stepDone': 'erledigt',
    'order.watching': 'Diese Seite bleibt von selbst aktuell.',
    'order.reconnecting': 'Verbindet wieder …',
    'order.payWithin': 'Zahlen innerhalb von',
    'order.payNow': '{total} zahlen',
    'order.opening': 'Die Zahlung wird geöffnet …',
    'order.openingMore': 'Deine Plätze sind gesichert. Gleich kannst du zahlen.',
    'order.payable': 'Bereit zum Zahlen',
    'order.payableMore':
        'Deine Plätze sind bis zur Frist unten gesichert. Zahle auf der Seite unseres Anbieters.',
    'order.declined': 'Die Zahlung wurde abgelehnt',
    'order.declinedMore':
        'Nichts wurde berechnet, deine Plätze sind weiter gesichert. Versuche es noch einmal ' +
        'oder mit einer anderen Karte.',
    'order.left': 'Die Zahlung wurde nicht beendet',
    'order.leftMore':
        'Nichts wurde berechnet, deine Plätze sind weiter gesichert. Mach weiter, wenn du ' +
        'bereit bist.',
    'order.processing': 'Wir warten auf die Bank',
    'order.processingMore':
        'Deine Plätze sind gesichert, während die Bank antwortet. Du musst nichts tun.',
    'order.noPage': 'Bei diesem Anbieter kann hier nicht gezahlt werden',
    'order.noPageMore':
        'Der Zahlungsanbieter hat keine Seite im Web. Deine Plätze sind bis zur Frist unten ' +
        'gesichert; frag an der Kasse.',
    'order.unpaid': 'Die Bank hat die Zahlung doch abgelehnt',
    'order.unpaidMore':
        'Die Plätze gehören dir bis zur Frist unten, aber die Tickets gelten noch nicht. Bitte ' +
        'zahle noch einmal.',
    'order.fencing': 'Die Zeit zum Zahlen ist vorbei',
    'order.fencingMore':
        'Wir fragen die Bank, ob noch eine Zahlung kam. Wenn ja, gehören die Tickets dir; wenn ' +
        'nicht, wird nichts berechnet.',
    'order.cancelling': 'Wird storniert',
    'order.cancellingMore':
        'Wir stellen sicher, dass nichts berechnet wird, dann werden die Plätze frei.',
    'order.allocated': 'Die Plätze gehören dir',
    'order.allocatedMore': 'Die Zahlung wird abgeschlossen. Deine Tickets gelten gleich.',
    'order.paid': 'Bezahlt. Bis bald!',
    'order.paidMore': 'Zeig den Code am Eingang, auf dem Telefon oder auf Papier.',
    'order.compensating': 'Dein Geld ist auf dem Rückweg',
    'order.compensatingMore':
        'Es kam eine Zahlung, die wir nicht behalten dürfen. Sie wird erstattet.',
    'order.manual': 'Unser Team sieht sich die Bestellung an',
    'order.manualMore':
        'Etwas lief nicht wie sonst. Du musst nichts tun; die Kasse kennt die Bestellnummer.',
    'order.released': 'Diese Bestellung ist beendet',
    'order.releasedMore': 'Die Plätze sind wieder frei, und nichts von deinem Geld wurde behalten.',
    'order.byEXPIRED': 'Die Zeit lief ab. Nichts wurde berechnet.',
    'order.byCANCELLED': 'Du hast die Plätze zurückgegeben. Nichts wurde berechnet.',
    'order.byNOT_PAID':
        'Die Frist verging ohne Zahlung. Die Plätze sind wieder frei, nichts wurde berechnet.',
    'order.byORDER_CANCELLED': 'Du hast die Bestellung storniert. Nichts wurde berechnet.',
    'order.byREFUNDED': 'Die Bestellung wurde erstattet; ihre Tickets gelten nicht mehr.',
    'order.cancel': 'Bestellung stornieren',
    'order.cancelSure': 'Plätze zurückgeben und stornieren?',
    'order.cancelYes': 'Ja, stornieren',
    'order.cancelNo': 'Nein, behalten',
    'order.details': 'Was du bestellt hast',
    'order.number': 'Bestellnummer',
    'order.foreign': 'Dieser Link öffnet keine Bestellung',
    'order.foreignMore':
        'Vielleicht gehört die Bestellung jemand anderem, oder ein Teil des Links fehlt. Öffne ' +
        'sie aus der Bestätigung oder in dem Browser, mit dem du gekauft hast.',
    'order.failed': 'Die Bestellung kann gerade nicht gezeigt werden',
    'order.toMine': 'Mein Warenkorb und meine Bestellungen',

    'tickets.title': 'Tickets',
    'tickets.of': 'Ticket {number} von {total}',
    'tickets.pdf': 'Tickets als PDF',
    'tickets.calendar': 'In den Kalender',
    'tickets.apple': 'Apple Wallet',
    'tickets.google': 'Google Wallet',
    'tickets.notOffered':
        'Das gibt es hier nicht. Das PDF und der Code auf dieser Seite gelten genauso.',
    'tickets.qrOf': 'QR-Code des Tickets: {place}',
    'tickets.inactive': 'Der Code erscheint, sobald die Zahlung fertig ist.',
    'tickets.void': 'Dieses Ticket gilt nicht mehr.',

    'share.title': 'Diese Seite behalten',
    'share.more':
        'Diese Adresse öffnet deine Bestellung auf jedem Gerät. Wer sie hat, hat deine Tickets: ' +
        'behalte sie für dich.',
    'share.copy': 'Link kopieren',
    'share.share': 'An mein Telefon senden',
    'share.copied': 'Kopiert.',
    'share.failed': 'Kopieren war nicht erlaubt: Kopiere die Adresse dieser Seite.',

    'lost.title': 'Diese Seite gibt es nicht',
    'lost.body': 'Der Link ist vielleicht alt oder unvollständig.',
    'lost.home': 'Alle Veranstaltungen',
    'lost.notLoaded': 'Die Seite konnte nicht geladen werden',

    'help.title': 'Hilfe und Bedingungen',
    'help.lead': 'Wie Tessera verkauft, kurz und in klaren Worten.',
    'help.topics': 'Auf dieser Seite',
    'help.holdTitle': 'Plätze halten',
    'help.holdBody':
        'Plätze, die du hältst, gehören nur dir, bis der Countdown endet, nach der Uhr des ' +
        'Ladens. Danach kann sie jeder nehmen. Halten kostet nichts.',
    'help.payTitle': 'Bezahlen',
    'help.payBody':
        'Die Summe im Warenkorb ist alles, was du zahlst. Nach der Kasse bleiben die Plätze ' +
        'deine, solange eine Zahlung noch gelingen kann. Eine abgelehnte Karte kostet nichts: ' +
        'Versuche es bis zur gezeigten Frist. Geld, das zu spät kommt, geht zurück.',
    'help.ticketsTitle': 'Tickets',
    'help.ticketsBody':
        'Jedes Ticket hat einen eigenen Code, den der Eingang liest, vom Telefon oder vom ' +
        'Papier. Ein Code gilt einmal.',
    'help.linkTitle': 'Der Link deiner Bestellung',
    'help.linkBody':
        'Die Adresse der Bestellseite öffnet sie auf jedem Gerät, ohne Konto. Wer die Adresse ' +
        'hat, hat die Tickets.',
    'help.accessTitle': 'Barrierefreie Plätze',
    'help.accessBody':
        'Rollstuhlplätze und die Begleitplätze daneben stehen im Plan und in der Liste, und ' +
        '„Beste Plätze“ findet sie. Ein Begleitplatz wird mit seinem Rollstuhlplatz verkauft.',
    'help.privacyTitle': 'Deine Daten',
    'help.privacyBody':
        'Name, E-Mail und Sprache bleiben bei der Bestellung, um die Tickets zu senden. ' +
        'Kartendaten gehen nur an den Zahlungsanbieter. Dieser Browser merkt sich Warenkorb und ' +
        'Bestellungen.',
    'help.termsTitle': 'Bedingungen',
    'help.termsBody':
        'Dein Vertragspartner ist der Veranstalter. Tickets werden nur zurückgenommen, wo der ' +
        'Veranstalter es erlaubt oder die Veranstaltung ausfällt oder verlegt wird; dann wird ' +
        'der ganze Preis erstattet. Veränderte oder kopierte Tickets gelten nicht.',

    'problem.NETWORK_FAILED':
        'Keine Verbindung. Prüfe dein Netz und versuche es noch einmal; nichts geschieht doppelt.',
    'problem.OWNER_UNAVAILABLE':
        'Der Server ist kurz beschäftigt. Versuche es noch einmal; nichts geschieht doppelt.',
    'problem.OVERLOADED':
        'Gerade wollen das sehr viele. Warte ein paar Sekunden und versuche es noch einmal.',
    'problem.OTHER': 'Bei uns ging etwas schief. Versuche es gleich noch einmal.',
    'problem.EVENT_NOT_FOUND':
        'Diese Veranstaltung gibt es nicht, oder sie wird nicht mehr gezeigt.',
    'problem.HOLDER_TOKEN_INVALID':
        'Diese Plätze gehören nicht zu diesem Browser, oder sie sind lange vergeben.',
    'problem.SALE_NOT_OPEN': 'Der Verkauf hat noch nicht begonnen. Der Countdown zeigt, wann.',
    'problem.SALE_CLOSED': 'Der Verkauf ist beendet.',
    'problem.EVENT_CANCELLED':
        'Die Veranstaltung findet nicht statt. Wer bezahlt hat, bekommt das Geld von selbst zurück.',
    'problem.CHANNEL_NOT_SOLD':
        'Diese Veranstaltung wird nicht im Web verkauft. Frag an der Kasse.',
    'problem.CODE_UNKNOWN':
        'Diesen Code gibt es hier nicht. Prüfe die Schreibweise oder lass ihn weg.',
    'problem.CODE_NOT_VALID_NOW': 'Der Code gilt gerade nicht.',
    'problem.CODE_USED_UP': 'Der Code wurde so oft benutzt, wie er darf.',
    'problem.NO_PLACES': 'Wähle mindestens einen Platz.',
    'problem.ORDER_LIMIT':
        'Eine Bestellung darf hier höchstens {places_max} Plätze haben. Nimm weniger.',
    'problem.BUYER_LIMIT':
        'Wer kauft, darf hier höchstens {places_max} Plätze haben, gehaltene mitgezählt.',
    'problem.TICKET_TYPE_NOT_SOLD':
        'Diese Ticketart gibt es für diese Plätze nicht. Wähle eine andere.',
    'problem.SEAT_UNAVAILABLE': {
        one:
            'Jemand war schneller: Ein Platz ist vergeben. Der Rest bleibt gewählt; such einen ' +
            'anderen.',
        other:
            'Jemand war schneller: {n} Plätze sind vergeben. Der Rest bleibt gewählt; such andere.',
    },
    'problem.AREA_FULL':
        'So viele Plätze gibt es hier nicht mehr. Nimm weniger oder einen anderen Bereich.',
    'problem.NO_SUITABLE_SEATS':
        'Solche Plätze gibt es nicht mehr. Nimm weniger, einen anderen Preis oder getrennte ' +
        'Plätze.',
    'problem.ORPHAN_SEAT':
        'Diese Wahl ließe einen einzelnen Platz frei. Rück um einen Platz weiter oder nimm ihn ' +
        'dazu:',
    'problem.COMPANION_ALONE': 'Begleitplätze gehören zum Rollstuhlplatz daneben. Wähle ihn dazu:',
    'problem.RESERVATION_EXPIRED': 'Die Zeit ist abgelaufen. Nichts wurde berechnet; wähle neu.',
    'problem.RESERVATION_CHECKED_OUT':
        'Diese Plätze sind schon bestellt, vielleicht in einem anderen Tab.',
    'problem.ORDER_NOT_CANCELLABLE':
        'Die Bestellung ist bezahlt oder wird abgerechnet und kann hier nicht mehr storniert ' +
        'werden.',
    'problem.INVALID_FIELD':
        'Etwas in deiner Eingabe wurde nicht angenommen. Prüfe sie und versuche es noch einmal.',
    'problem.REQUEST_ID_AHEAD': 'Die Uhr dieses Geräts verwirrt uns. Versuche es noch einmal.',
};
