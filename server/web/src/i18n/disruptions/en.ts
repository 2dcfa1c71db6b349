// SPDX-License-Identifier: Apache-2.0
// Events that are cancelled or moved, and what a buyer may do then.

export const disruptions = {
    'find.cancelled': 'Cancelled',
    'find.moved': 'New date',
    'cancelled.title': 'The event is cancelled',
    'cancelled.order':
        'It does not take place, and your tickets no longer admit. All that you paid for them, ' +
        'fees too, goes back to what you paid with. You need not do anything.',
    'cancelled.hold': 'Your places were released with it. Nothing was charged.',
    'order.byEVENT_CANCELLED':
        'The organiser cancelled the event, and your order with it. Nothing was kept of your money.',
    'disruption.note': 'The organiser’s words:',
    'moved.title': 'The event has a new date',
    'moved.before': 'Before: {before}',
    'moved.after': 'Now: {after}',
    'moved.asked':
        'You may choose until {until}: keep your tickets for the new date, or return them below ' +
        'and get back all that you paid for them.',
    'moved.silenceKeeps': 'Without an answer from you, your tickets stay valid for the new date.',
    'moved.silenceReturns':
        'Without an answer from you, all your tickets are returned then, and all that you paid ' +
        'for them goes back.',
    'moved.keep': 'Keep my tickets',
    'moved.keepMore': 'After that the organiser’s usual rules for returns hold again.',
    'moved.keeping': 'One moment…',
    'moved.accepted': 'You keep your tickets for the new date.',
    'moved.kept': 'The time to answer is over. Your tickets are valid for the new date.',
    'moved.returning':
        'The time to answer is over. Your tickets are being returned, and all that you paid for ' +
        'them goes back by itself.',
    'moved.download': 'Download your tickets again',
    'moved.downloadMore':
        'What you saved, printed or put into a wallet before the change carries the old date and ' +
        'may be turned away. The codes on this page are the right ones.',
    'returns.rulesMoved':
        'Because the event has a new date, you may return tickets until {until}. All that you ' +
        'paid for them goes back to you.',
    'problem.ANSWER_TOO_LATE': 'The time to answer is over. The page shows what holds now.',
    'problem.EVENT_NOT_MOVED': 'For this order there is no new date to answer.',
    'problem.ORDER_NOT_PAID': 'This order is not paid. The page shows how it stands.',
} as const;
