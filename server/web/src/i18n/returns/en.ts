// SPDX-License-Identifier: Apache-2.0
// Giving tickets back, and the money that goes back.

export const returns = {
    'returns.title': 'Return tickets',
    'returns.rules':
        'Until {until} you may return tickets. The organiser keeps {fee} of the price of each.',
    'returns.rulesFree':
        'Until {until} you may return tickets. All of their price goes back to you.',
    'returns.never': 'The organiser takes no tickets back for this event.',
    'returns.over': 'Tickets could be returned until {until}.',
    'returns.begin': 'Choose tickets to return',
    'returns.which': 'Which tickets do you want to return?',
    'returns.price': 'Price of these tickets',
    'returns.kept': 'The organiser keeps',
    'returns.back': 'You get back',
    'returns.none': 'Choose at least one ticket.',
    'returns.ask': {
        one: 'Return {n} ticket',
        other: 'Return {n} tickets',
    },
    'returns.sure': {
        one:
            'Return {n} ticket and get {back} back? It will no longer admit, and this cannot ' +
            'be undone.',
        other:
            'Return {n} tickets and get {back} back? They will no longer admit, and this ' +
            'cannot be undone.',
    },
    'returns.yes': 'Yes, return',
    'returns.no': 'No, keep',
    'returns.leave': 'Keep all tickets',
    'returns.returning': 'Returning',
    'returns.done': {
        one: '{n} ticket is returned. It no longer admits.',
        other: '{n} tickets are returned. They no longer admit.',
    },
    'refunds.title': 'Money that goes back',
    'refunds.way': '{amount} is on its way back to what you paid with.',
    'refunds.back': '{amount} is back on what you paid with. A bank may take some days to show it.',
    'refunds.staff': '{amount}: our staff is looking into it. You need not do anything.',
    'order.returned': 'All tickets are returned',
    'order.returnedMore': 'Nothing of this order admits any more.',
    'problem.RETURN_NOT_ALLOWED': 'The organiser does not take these tickets back, or no longer.',
    'problem.TICKET_NOT_ACTIVE':
        'One of these tickets is returned already. The list is up to date now.',
    'problem.CHANGED_MEANWHILE':
        'The order changed at the same moment. Try again; nothing is done twice.',
} as const;
