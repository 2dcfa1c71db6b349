// SPDX-License-Identifier: Apache-2.0
// French texts.
import {disruptions} from './disruptions/fr';
import {returns} from './returns/fr';
import type {Texts} from './text';
import {transfers} from './transfers/fr';

export const fr: Texts = {
    ...returns,
    ...disruptions,
    ...transfers,
    'shell.skip': 'Aller au contenu',
    'shell.language': 'Langue',
    'shell.themeDark': 'Couleurs sombres',
    'shell.themeLight': 'Couleurs claires',
    'shell.cart': 'Panier',
    'shell.cartCount': {one: '{n} réservation', other: '{n} réservations'},
    'shell.events': 'Événements',
    'shell.help': 'Aide et conditions',
    'shell.more': 'Plus',
    'shell.myTickets': 'Mes billets',
    'shell.promise': 'Chaque place n’est vendue qu’une fois. Le prix affiché est le prix payé.',
    'shell.offline':
        'Vous êtes hors ligne. Vos places restent à vous jusqu’à la fin du délai ; nous ' +
        'reprenons dès que la connexion revient.',
    'shell.away':
        'La boutique ne répond pas. Vos places restent à vous jusqu’à la fin du délai ; nous ' +
        'reprenons dès qu’elle répond.',
    'shell.online': 'De nouveau en ligne.',

    'parts.loading': 'Chargement…',
    'parts.again': 'Réessayer',
    'parts.close': 'Fermer',
    'parts.less': 'Moins : {name}',
    'parts.more': 'Plus : {name}',
    'place.row': 'Rang {row}',
    'place.seat': 'Place {seat}',

    'find.title': 'Trouvez votre place',
    'find.lead':
        'Concerts, théâtre, matchs. Choisissez la place exacte, voyez le prix complet, entrez.',
    'find.text': 'Artiste, spectacle ou salle',
    'find.city': 'Ville',
    'find.anyCity': 'Toutes les villes',
    'find.date': 'À partir du',
    'find.search': 'Rechercher',
    'find.weekend': 'Ce week-end',
    'find.clear': 'Tout afficher',
    'find.upcoming': 'À venir',
    'find.found': 'Résultats',
    'find.count': {one: '{n} événement', other: '{n} événements'},
    'find.countMore': '{n}+ événements',
    'find.from': 'dès {price}',
    'find.opens': 'en vente le {day} à {time}',
    'find.closed': 'Vente terminée',
    'find.more': 'Afficher plus',
    'find.failed': 'Impossible de charger les événements',
    'find.noneTitle': 'Aucun résultat',
    'find.noneBody': 'Essayez moins de mots, une autre ville ou un autre jour.',

    'event.about': 'À propos de l’événement',
    'event.terms': 'Conditions de l’organisateur',
    'event.youHold': 'Vous avez des places réservées ici',
    'event.toCart': 'Voir le panier',
    'event.missingTitle': 'Cet événement n’existe pas',
    'event.missingBody': 'Il est peut-être passé, ou le lien est incomplet.',
    'event.failedTitle': 'Impossible de charger l’événement',

    'sale.soonTitle': 'La vente n’est pas encore ouverte',
    'sale.opensIn': 'Ouverture dans',
    'sale.opensAt': '{day}, {time}. La page s’ouvre toute seule ; inutile de recharger.',
    'sale.presale': 'La prévente est ouverte : avec un code, achetez dès maintenant.',
    'sale.presaleAt': 'Prévente avec code : {day}, {time}.',
    'sale.closed': 'La vente est terminée',
    'sale.notHere': 'Cet événement n’est pas vendu en ligne. Adressez-vous au guichet.',
    'sale.draft': 'La vente n’est pas encore annoncée',
    'sale.soldOut': 'Complet',
    'sale.soldOutMore':
        'Toutes les places sont réservées ou vendues. Celles qui sont rendues apparaissent ici ' +
        'aussitôt.',

    'bands.title': 'Tarifs',
    'bands.allIn': 'Frais et taxes par billet compris.',
    'bands.left': {one: '{n} restante', other: '{n} restantes'},
    'bands.few': {one: 'plus que {n}', other: 'plus que {n}'},
    'bands.none': 'plus aucune',

    'area.title': 'Places debout',
    'area.choose': 'Choisir',
    'area.standing': 'Placement libre : les places sont comptées, non numérotées.',

    'best.title': 'Les meilleures places d’un geste',
    'best.howMany': 'Combien',
    'best.take': {one: 'Réserver la meilleure place', other: 'Réserver les {n} meilleures places'},
    'best.more': 'Types de billets, prix, accès',
    'best.band': 'Catégorie',
    'best.anyBand': 'Toutes',
    'best.wheelchairs': 'Dont places fauteuil roulant',
    'best.together': 'Côte à côte seulement',

    'choice.title': 'Places choisies',
    'choice.count': {one: '{n} place choisie', other: '{n} places choisies'},
    'choice.said': {one: '{n} place choisie, {total}', other: '{n} places choisies, {total}'},
    'choice.typeOf': 'Type de billet pour {seat}',
    'choice.putBack': 'Reposer {seat}',
    'choice.allIn': 'frais et taxes compris',
    'choice.reserve': 'Réserver ces places',
    'choice.tooMany': {
        one: 'Une commande peut avoir {n} place ici.',
        other: 'Une commande peut avoir {n} places ici.',
    },
    'choice.lost': {
        one: 'Une place choisie vient d’être prise. Les autres restent choisies.',
        other: '{n} places choisies viennent d’être prises. Les autres restent choisies.',
    },

    'code.have': 'J’ai un code',
    'code.label': 'Code promotionnel ou d’accès',
    'code.more': 'Il vaut pour les prochaines places réservées ; le panier montre le nouveau prix.',

    'map.title': 'Choisir sur le plan',
    'map.plan': 'Plan de salle',
    'map.list': 'Liste des places',
    'map.live': 'En direct',
    'map.behind': 'Connexion…',
    'map.accessible': {one: '{n} place fauteuil', other: '{n} places fauteuil'},
    'map.loading': 'Mise en place des sièges…',
    'map.failed': 'Le plan ne peut pas être affiché. Choisissez dans la liste :',
    'map.legend': 'Signification des signes',
    'map.free': 'Libre',
    'map.chosen': 'Choisie par vous',
    'map.taken': 'Prise',

    'hold.left': 'À vous pendant',
    'hold.lastMinute': 'Moins d’une minute',
    'hold.asking': 'Nous demandons vos places…',
    'hold.slow': 'Toujours en cours. Rien n’est pris deux fois…',
    'hold.checking': 'Nous vérifions si les places sont encore à vous…',
    'hold.expiredTitle': 'Le délai est écoulé',
    'hold.expiredMore':
        'Les places sont revenues à tous. Rien n’a été débité. Elles sont peut-être encore ' +
        'libres : regardez.',
    'hold.cancelled': 'Vous avez rendu ces places',
    'hold.cancelledMore': 'Rien n’a été débité.',
    'hold.chooseAgain': 'Choisir à nouveau',
    'hold.dismiss': 'Retirer',
    'hold.giveBack': 'Rendre ces places',
    'hold.givingBack': 'Restitution…',

    'cart.title': 'Votre panier',
    'cart.emptyTitle': 'Rien de réservé pour l’instant',
    'cart.emptyBody': 'Les places réservées attendent ici le temps de leur délai.',
    'cart.find': 'Trouver des événements',
    'cart.checkout': 'Passer commande',
    'cart.toOrder': 'Voir la commande',
    'cart.orders': 'Commandes de ce navigateur',
    'cart.ordersMore': 'Billets, documents et état du paiement.',

    'price.caption': 'Le prix et ses parties',
    'price.included': '(compris)',
    'price.total': 'Total',
    'price.allIn': 'frais et taxes compris',

    'checkout.title': 'Commande',
    'checkout.who': 'Vos coordonnées',
    'checkout.noAccount': 'Aucun compte nécessaire.',
    'checkout.name': 'Nom',
    'checkout.nameFault': 'Écrivez votre nom, 200 lettres au plus.',
    'checkout.email': 'E-mail',
    'checkout.emailFault': 'Écrivez une adresse complète, comme ada@example.org.',
    'checkout.language': 'Langue des billets et des courriels',
    'checkout.terms': 'En achetant, vous acceptez les conditions :',
    'checkout.organiserTerms': 'Pour cet événement, également :',
    'checkout.pay': 'Continuer et payer {total}',
    'checkout.get': 'Obtenir les billets',
    'checkout.sending': 'Création de la commande…',
    'checkout.slow': 'Toujours en cours. Vos places sont gardées…',
    'checkout.next':
        'Ensuite : la page de paiement de notre prestataire. Les données de carte ne nous ' +
        'parviennent jamais.',
    'checkout.nothing': 'Il n’y a rien à commander',
    'checkout.nothingMore': 'Réservez d’abord des places ; elles attendent dans le panier.',

    'order.title': 'Votre commande',
    'order.stepHeld': 'Places gardées',
    'order.stepPaid': 'Paiement',
    'order.stepTickets': 'Billets',
    'order.stepDone': 'fait',
    'order.watching': 'Cette page se met à jour toute seule.',
    'order.reconnecting': 'Reconnexion…',
    'order.payWithin': 'À payer dans',
    'order.payNow': 'Payer {total}',
    'order.opening': 'Ouverture du paiement…',
    'order.openingMore': 'Vos places sont gardées. Vous pourrez payer dans un instant.',
    'order.payable': 'Prête à être payée',
    'order.payableMore':
        'Vos places sont gardées jusqu’au délai ci-dessous. Payez sur la page de notre ' +
        'prestataire.',
    'order.declined': 'Le paiement a été refusé',
    'order.declinedMore':
        'Rien n’a été débité et vos places sont toujours gardées. Réessayez, ou prenez une ' +
        'autre carte.',
    'order.left': 'Le paiement n’a pas été terminé',
    'order.leftMore':
        'Rien n’a été débité et vos places sont toujours gardées. Continuez quand vous voulez.',
    'order.processing': 'En attente de la banque',
    'order.processingMore':
        'Vos places sont gardées pendant que la banque répond. Vous n’avez rien à faire.',
    'order.noPage': 'Ce prestataire ne permet pas de payer ici',
    'order.noPageMore':
        'Le prestataire n’a pas de page en ligne. Vos places sont gardées jusqu’au délai ' +
        'ci-dessous ; adressez-vous au guichet.',
    'order.unpaid': 'La banque a finalement refusé le paiement',
    'order.unpaidMore':
        'Les places restent à vous jusqu’au délai ci-dessous, mais les billets ne sont pas ' +
        'encore valables. Payez à nouveau.',
    'order.fencing': 'Le délai de paiement est passé',
    'order.fencingMore':
        'Nous demandons à la banque si un paiement est arrivé. Si oui, les billets sont à vous ' +
        '; sinon, rien n’est débité.',
    'order.cancelling': 'Annulation',
    'order.cancellingMore': 'Nous vérifions que rien ne sera débité, puis les places sont rendues.',
    'order.allocated': 'Les places sont à vous',
    'order.allocatedMore': 'Le paiement se termine. Vos billets seront valables dans un instant.',
    'order.paid': 'Payé. À bientôt !',
    'order.paidMore': 'Montrez le code à l’entrée, sur le téléphone ou sur papier.',
    'order.compensating': 'Votre argent vous revient',
    'order.compensatingMore':
        'Un paiement est arrivé que nous ne devons pas garder. Il est remboursé.',
    'order.manual': 'Notre équipe examine cette commande',
    'order.manualMore':
        'Quelque chose d’inhabituel s’est passé. Vous n’avez rien à faire ; le guichet connaît ' +
        'le numéro.',
    'order.released': 'Cette commande est terminée',
    'order.releasedMore':
        'Les places sont de nouveau libres et rien n’a été gardé de votre argent.',
    'order.byEXPIRED': 'Le délai s’est écoulé. Rien n’a été débité.',
    'order.byCANCELLED': 'Vous avez rendu les places. Rien n’a été débité.',
    'order.byNOT_PAID':
        'Le délai a passé sans paiement. Les places sont libres et rien n’a été débité.',
    'order.byORDER_CANCELLED': 'Vous avez annulé la commande. Rien n’a été débité.',
    'order.byREFUNDED': 'La commande a été remboursée ; ses billets ne sont plus valables.',
    'order.cancel': 'Annuler la commande',
    'order.cancelSure': 'Rendre les places et annuler ?',
    'order.cancelYes': 'Oui, annuler',
    'order.cancelNo': 'Non, garder',
    'order.details': 'Votre commande en détail',
    'order.number': 'Numéro de commande',
    'order.foreign': 'Ce lien n’ouvre aucune commande',
    'order.foreignMore':
        'La commande est peut-être à quelqu’un d’autre, ou une partie du lien manque. Ouvrez-la ' +
        'depuis la confirmation ou le navigateur de l’achat.',
    'order.failed': 'La commande ne peut pas être affichée pour l’instant',
    'order.toMine': 'Mon panier et mes commandes',

    'tickets.title': 'Billets',
    'tickets.of': 'Billet {number} sur {total}',
    'tickets.pdf': 'Billets en PDF',
    'tickets.calendar': 'Ajouter au calendrier',
    'tickets.apple': 'Apple Wallet',
    'tickets.google': 'Google Wallet',
    'tickets.notOffered':
        'Ce n’est pas proposé ici. Le PDF et le code de cette page valent tout autant.',
    'tickets.qrOf': 'Code QR du billet : {place}',
    'tickets.inactive': 'Le code apparaît dès que le paiement est terminé.',
    'tickets.void': 'Ce billet n’est plus valable.',

    'share.title': 'Garder cette page',
    'share.more':
        'Cette adresse ouvre votre commande sur tout appareil. Qui l’a possède vos billets : ' +
        'gardez-la pour vous.',
    'share.copy': 'Copier le lien',
    'share.share': 'Envoyer à mon téléphone',
    'share.copied': 'Copié.',
    'share.failed': 'La copie n’est pas permise : copiez l’adresse de cette page.',

    'lost.title': 'Cette page n’existe pas',
    'lost.body': 'Le lien est peut-être ancien ou incomplet.',
    'lost.home': 'Tous les événements',
    'lost.notLoaded': 'Impossible de charger la page',

    'help.title': 'Aide et conditions',
    'help.lead': 'Comment Tessera vend, en bref et simplement.',
    'help.topics': 'Sur cette page',
    'help.holdTitle': 'Réserver des places',
    'help.holdBody':
        'Les places réservées ne sont qu’à vous jusqu’à la fin du décompte, selon l’horloge de ' +
        'la boutique. Ensuite, tout le monde peut les prendre. Réserver ne coûte rien.',
    'help.payTitle': 'Payer',
    'help.payBody':
        'Le total du panier est tout ce que vous payez. Après la commande, les places restent à ' +
        'vous tant qu’un paiement peut aboutir. Une carte refusée ne coûte rien : réessayez ' +
        'jusqu’au délai affiché. L’argent arrivé trop tard est rendu.',
    'help.ticketsTitle': 'Billets',
    'help.ticketsBody':
        'Chaque billet a son code, lu à l’entrée sur le téléphone ou sur papier. Un code ne ' +
        'vaut qu’une entrée.',
    'help.linkTitle': 'Le lien de votre commande',
    'help.linkBody':
        'L’adresse de la page de commande la rouvre sur tout appareil, sans compte. Qui a ' +
        'l’adresse a les billets.',
    'help.accessTitle': 'Places accessibles',
    'help.accessBody':
        'Les places fauteuil et les places d’accompagnant à côté figurent sur le plan et dans ' +
        'la liste, et « meilleures places » les trouve. Une place d’accompagnant se vend avec ' +
        'sa place fauteuil.',
    'help.privacyTitle': 'Vos données',
    'help.privacyBody':
        'Nous gardons nom, e-mail et langue avec la commande pour envoyer les billets. Les ' +
        'données de carte vont au seul prestataire. Ce navigateur retient panier et commandes.',
    'help.termsTitle': 'Conditions',
    'help.termsBody':
        'Votre contrat est avec l’organisateur. Les billets ne sont repris que si ' +
        'l’organisateur le permet ou si l’événement est annulé ou déplacé ; le prix entier ' +
        'est alors rendu. Les billets modifiés ou copiés ne sont pas valables.',

    'problem.NETWORK_FAILED':
        'Pas de connexion. Vérifiez le réseau et réessayez ; rien n’est fait deux fois.',
    'problem.OWNER_UNAVAILABLE':
        'Le serveur est occupé un instant. Réessayez ; rien n’est fait deux fois.',
    'problem.OVERLOADED': 'Il y a énormément de monde. Attendez quelques secondes et réessayez.',
    'problem.OTHER': 'Une erreur est survenue de notre côté. Réessayez dans un instant.',
    'problem.EVENT_NOT_FOUND': 'Cet événement n’existe pas ou n’est plus affiché.',
    'problem.HOLDER_TOKEN_INVALID':
        'Ces places n’appartiennent pas à ce navigateur, ou ne sont plus là depuis longtemps.',
    'problem.SALE_NOT_OPEN': 'La vente n’est pas encore ouverte. Le décompte indique quand.',
    'problem.SALE_CLOSED': 'La vente est terminée.',
    'problem.EVENT_CANCELLED':
        'L’événement n’a pas lieu. Qui a payé est remboursé sans rien demander.',
    'problem.CHANNEL_NOT_SOLD': 'Cet événement n’est pas vendu en ligne. Adressez-vous au guichet.',
    'problem.CODE_UNKNOWN': 'Ce code n’existe pas ici. Vérifiez-le ou laissez-le vide.',
    'problem.CODE_NOT_VALID_NOW': 'Le code n’est pas valable en ce moment.',
    'problem.CODE_USED_UP': 'Le code a été utilisé autant de fois que permis.',
    'problem.NO_PLACES': 'Choisissez au moins une place.',
    'problem.ORDER_LIMIT': 'Une commande peut avoir {places_max} places au plus. Prenez-en moins.',
    'problem.BUYER_LIMIT':
        'Un acheteur peut avoir {places_max} places au plus pour cet événement, réservations ' +
        'comprises.',
    'problem.TICKET_TYPE_NOT_SOLD':
        'Ce type de billet n’est pas vendu pour ces places. Choisissez-en un autre.',
    'problem.SEAT_UNAVAILABLE': {
        one:
            'Quelqu’un a été plus rapide : une place est prise. Le reste est gardé ; ' +
            'choisissez-en une autre.',
        other:
            'Quelqu’un a été plus rapide : {n} places sont prises. Le reste est gardé ; ' +
            'choisissez-en d’autres.',
    },
    'problem.AREA_FULL':
        'Il ne reste pas autant de places ici. Prenez-en moins, ou une autre zone.',
    'problem.NO_SUITABLE_SEATS':
        'Il n’y a plus de telles places. Prenez-en moins, un autre prix ou des places séparées.',
    'problem.ORPHAN_SEAT':
        'Ce choix laisserait une place isolée. Décalez d’une place, ou prenez-la aussi :',
    'problem.COMPANION_ALONE':
        'Les places d’accompagnant vont avec la place fauteuil voisine. Choisissez-la aussi :',
    'problem.RESERVATION_EXPIRED':
        'Le délai est écoulé. Rien n’a été débité ; choisissez à nouveau.',
    'problem.RESERVATION_CHECKED_OUT':
        'Ces places ont déjà été commandées, peut-être dans un autre onglet.',
    'problem.ORDER_NOT_CANCELLABLE':
        'La commande est payée ou en règlement et ne peut plus être annulée ici.',
    'problem.INVALID_FIELD': 'Une saisie n’a pas été acceptée. Vérifiez et réessayez.',
    'problem.REQUEST_ID_AHEAD': 'L’horloge de cet appareil nous trompe. Réessayez.',
};
