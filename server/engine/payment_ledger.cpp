// SPDX-License-Identifier: Apache-2.0
// What the ledger is told, double entry. Money is Sales while the order has its seats, and Suspense
// while it buys nothing. A return moves its price from Sales to Suspense and Retained at once; what
// is confirmed to be back leaves Suspense. What a new order is paid with of an exchange goes from
// the old one's Sales through Suspense into the new one's.
#include "server/engine/payment_saga.h"

namespace tessera::engine {
namespace {

Account assetOf(const Part& part) {
    switch (part.provider) {
        case ProviderKind::House:
            if (part.kind == TenderKind::Invoice) return Account::Receivable;
            return part.kind == TenderKind::Exchange ? Account::Suspense : Account::Cash;
        case ProviderKind::GiftCard:
            return Account::GiftCards;
        case ProviderKind::Stripe:
        case ProviderKind::Adyen:
            return Account::Provider;
    }
    return Account::Provider;
}

}  // namespace

Account creditOf(const Order& order) {
    if (order.state == OrderState::Paid) return Account::Sales;
    if (!order.firstTicket) return Account::Suspense;
    switch (order.state) {
        case OrderState::Allocated:
        case OrderState::Unpaid:
        case OrderState::Fencing:
            return Account::Sales;
        default:
            return Account::Suspense;
    }
}

void PaymentSaga::entry(OrderId order, AttemptId attempt, Account account, Money amount,
                        RefundId refund) {
    if (amount.minor == 0) return;
    changes_.ledger.push_back(
        {state_.nextId(), order, attempt, account, amount, state_.now, refund});
}

// Each confirmed capture is booked when it is learned, to whom the order's state says. Where that
// has changed, what was booked before moves with it.
void PaymentSaga::book(Payment& payment) {
    const OrderId order = orderOf(payment).id;
    const Account credit = creditOf(orderOf(payment));
    for (Part& part : payment.parts) {
        if (!part.exists()) continue;
        Attempt& attempt = part.attempt;
        if (credit != payment.credit && !part.surplus) {
            const Money moved = attempt.booked - attempt.bookedBack;
            entry(order, attempt.id, payment.credit, moved, {});
            entry(order, attempt.id, credit, -moved, {});
        }
        const Money came = attempt.captured - attempt.booked;
        const Money back = attempt.refunded - attempt.bookedBack;
        const Account whose = part.surplus ? Account::Suspense : credit;
        entry(order, attempt.id, assetOf(part), came, {});
        entry(order, attempt.id, whose, -came, {});
        entry(order, attempt.id, assetOf(part), -back, {});
        entry(order, attempt.id, whose, back, {});
        attempt.booked = attempt.captured;
        attempt.bookedBack = attempt.refunded;
    }
    payment.credit = credit;
}

void PaymentSaga::bookRefund(const Payment& payment, const Refund& refund, Money amount) {
    const OrderId order = orderOf(payment).id;
    for (const Part& part : payment.parts) {
        if (!part.exists() || part.attempt.id != refund.attempt) continue;
        if (part.byExchange())
            return;  // It stays in Suspense, until its other order gives it back.
        entry(order, refund.attempt, assetOf(part), -amount, refund.id);
        entry(order, refund.attempt, Account::Suspense, amount, refund.id);
        return;
    }
}

// `kept`: where what does not go back is.
void PaymentSaga::bookReturn(OrderId order, const Refund& refund, Account kept) {
    entry(order, refund.attempt, Account::Sales, refund.amount + refund.retained, refund.id);
    entry(order, refund.attempt, Account::Suspense, -refund.amount, refund.id);
    entry(order, refund.attempt, kept, -refund.retained, refund.id);
}

}  // namespace tessera::engine
