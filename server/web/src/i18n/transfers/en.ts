// SPDX-License-Identifier: Apache-2.0
// Tickets that are handed on by a link.

export const transfers = {
    'hand.title': 'Hand tickets on',
    'hand.rules':
        'Until {until} you may hand tickets on: whoever has the link you make takes them. What ' +
        'you paid is between the two of you.',
    'hand.never': 'The organiser does not allow tickets of this event to be handed on.',
    'hand.over': 'Tickets could be handed on until {until}.',
    'hand.begin': 'Choose tickets to hand on',
    'hand.which': 'Which tickets do you want to hand on?',
    'hand.make': {one: 'Make a link for {n} ticket', other: 'Make a link for {n} tickets'},
    'hand.making': 'Making the link',
    'hand.leave': 'Keep them',
    'hand.link': 'The link to hand on',
    'hand.linkMore':
        'It is shown now and never again. Whoever uses it first has the tickets; until then they ' +
        'are yours and admit. If it is lost, make another: the old one will no longer work.',
    'hand.share': 'Send the link',
    'hand.copyFailed': 'Copying was not allowed: copy the link from the field.',
    'hand.offered': {
        one: '{n} ticket is offered by a link. Nobody has taken it yet.',
        other: '{n} tickets are offered by a link. Nobody has taken them yet.',
    },
    'hand.takeBack': 'Take the offer back',
    'hand.takingBack': 'Taking it back',
    'tickets.handedOn': 'Somebody else has this ticket now. Its code is theirs alone.',
    'transfer.title': 'Tickets for you',
    'transfer.offered': {
        one: 'You are offered {n} ticket for this event.',
        other: 'You are offered {n} tickets for this event.',
    },
    'transfer.more': {
        one:
            'Take it, and it is yours: a new code is made for you, and the old one no longer ' +
            'admits. You pay nothing here. Where money goes back one day, it goes to who paid.',
        other:
            'Take them, and they are yours: new codes are made for you, and the old ones no ' +
            'longer admit. You pay nothing here. Where money goes back one day, it goes to who ' +
            'paid.',
    },
    'transfer.name': 'Your name, as it is to be on the tickets',
    'transfer.email': 'E-mail (you may leave it out)',
    'transfer.accept': {one: 'Take {n} ticket', other: 'Take {n} tickets'},
    'transfer.accepting': 'One moment…',
    'transfer.yours': {one: 'The ticket is yours', other: 'The tickets are yours'},
    'transfer.yoursMore':
        'Keep the address of this page, or save the PDF: whoever has it can get in. The link ' +
        'that you were sent no longer works.',
    'transfer.unanswered':
        'We do not know yet whether that went through. Press again: nothing is taken twice.',
    'transfer.ended': 'Nothing of this admits any more',
    'transfer.endedMore': 'The order was refunded or taken back. Ask whoever handed it to you.',
    'transfer.share':
        'This address opens your tickets on any device. Whoever has it has the tickets: keep it ' +
        'to yourself.',
    'transfer.over': 'This offer is over',
    'transfer.overMore':
        'Somebody has taken it, or it was taken back. Ask who sent you the link for another.',
    'transfer.foreign': 'This link does not open an offer',
    'transfer.foreignMore': 'Perhaps a part of it is missing. Open it again as you were sent it.',
    'problem.TRANSFER_NOT_OPEN': 'This offer is over: it was taken, or taken back.',
    'problem.TRANSFER_NOT_ALLOWED':
        'The organiser does not allow these tickets to be handed on, or no longer.',
    'problem.TICKET_TRANSFERRED': 'One of these tickets is somebody else’s already.',
    'problem.TICKET_IN_EXCHANGE':
        'One of these tickets is being exchanged. Pay or cancel that order first.',
} as const;
