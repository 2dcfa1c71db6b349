// SPDX-License-Identifier: Apache-2.0
// Payment implies ticket: what the provider's ledger had before it was asked for the last time must
// have become the seats that were shown.
#include <algorithm>
#include <optional>

#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

using Kind = ProviderFact::Kind;

// server/store/migrations/0002_event.sql: why a reservation was released.
constexpr std::int64_t kOrderCancelled = 4;

// The engine's clock follows the database's; a look that is as near as this to the deadline was
// made behind it.
constexpr std::int64_t kClocksDifferMicros = 200'000;

bool isOver(const ProviderFact& fact) {
    return fact.kind != Kind::Shown && fact.status == "canceled";
}

// What was authorized when the payment was asked about for the last time behind the deadline, and
// before it ended; where nobody asked, when it ended.
std::int64_t authorizedAtLastLook(const ProviderPayment& payment, std::int64_t deadline) {
    std::int64_t authorized = 0;
    std::optional<std::int64_t> shown;
    for (const ProviderFact& fact : payment.facts) {
        if (isOver(fact)) break;
        if (fact.kind == Kind::Authorize) authorized += fact.amount;
        const bool fences =
            fact.kind == Kind::Shown && !fact.lost && fact.at + kClocksDifferMicros >= deadline;
        if (fences) shown = authorized;
    }
    return shown.value_or(authorized);
}

bool isVoidedBefore(const ProviderPayment& payment, std::int64_t at) {
    return std::any_of(payment.facts.begin(), payment.facts.end(), [&](const ProviderFact& fact) {
        return isOver(fact) && fact.at != 0 && fact.at < at;
    });
}

class Judge {
public:
    Judge(const Indexed& rows, const std::vector<Answer>& answers, Report& report)
        : rows_(rows), report_(report) {
        for (const Answer& answer : answers) {
            const Key key{answer.event, answer.reservation};
            if (answer.told == Told::CancelSent) cancels_[key] = &answer;
            if (answer.told == Told::Held) shown_[key] = &answer;
        }
    }

    void judge(const OrderRow& order);
    void judgeStranger(const ProviderPayment& payment);

private:
    bool buyerCancelled(const OrderRow& order) const;
    bool eventCancelled(const OrderRow& order) const;
    std::int64_t coveredAtLastLook(const OrderRow& order) const;
    void judgeSeats(const OrderRow& order);

    const Indexed& rows_;
    Report& report_;
    ByKey<const Answer*> cancels_;
    ByKey<const Answer*> shown_;
};

bool Judge::buyerCancelled(const OrderRow& order) const {
    const Key key{order.event, order.reservation};
    const ReservationRow* reservation = Indexed::find(rows_.reservations, key);
    if (reservation == nullptr || reservation->reason != kOrderCancelled) {
        return cancels_.contains(key);
    }
    return cancels_.empty() || cancels_.contains(key);
}

// While it could still be paid: then nobody gets seats, and A6 looks for the money.
bool Judge::eventCancelled(const OrderRow& order) const {
    const auto at = rows_.cancelledAt.find(order.event);
    return at != rows_.cancelledAt.end() && at->second <= order.payDeadline;
}

std::int64_t Judge::coveredAtLastLook(const OrderRow& order) const {
    std::int64_t covered = 0;
    for (const AttemptRow* row : Indexed::list(rows_.attemptsOfOrder, {order.event, order.id})) {
        if (row->provider == ProviderKind::GiftCard) {
            covered += rows_.heldOnCard(*row);
            continue;
        }
        if (rows_.isKind(*row, TenderKind::Exchange)) {
            covered += row->amount;
            continue;
        }
        const auto payment = rows_.payments.find(row->object);
        if (row->object.empty() || payment == rows_.payments.end()) continue;
        // The buyer had it ended, for another way to pay.
        if (isVoidedBefore(*payment->second, order.payDeadline)) continue;
        covered += authorizedAtLastLook(*payment->second, order.payDeadline);
    }
    return covered;
}

// The tickets that there ever were, those that were given back since included.
void Judge::judgeSeats(const OrderRow& order) {
    const auto held = shown_.find({order.event, order.reservation});
    if (held == shown_.end()) return;
    std::vector<std::int64_t> seats;
    std::size_t places = 0;
    for (const TicketRow* ticket : Indexed::list(rows_.ticketsOfOrder, {order.event, order.id})) {
        if (ticket->seatNo) seats.push_back(*ticket->seatNo);
        if (ticket->areaNo) ++places;
    }
    std::vector<std::int64_t> shown = held->second->seats;
    std::size_t standing = 0;
    for (const auto& [area, count] : held->second->areas) {
        standing += static_cast<std::size_t>(count);
    }
    std::sort(seats.begin(), seats.end());
    std::sort(shown.begin(), shown.end());
    if (seats == shown && places == standing) return;
    report_.find(Check::A8, "other_seats_than_shown",
                 where(order.event, "order", order.id) + " has tickets for " +
                     std::to_string(seats.size() + places) + " places and was shown " +
                     std::to_string(shown.size() + standing));
}

void Judge::judge(const OrderRow& order) {
    report_.judge(Check::A8);
    if (order.sold()) return judgeSeats(order);
    if (order.state == OrderState::Manual || buyerCancelled(order)) return;
    if (eventCancelled(order)) return;
    const std::int64_t covered = coveredAtLastLook(order);
    if (order.total == 0 || covered < order.total) return;
    report_.find(Check::A8, "paid_and_no_seats",
                 where(order.event, "order", order.id) + " is not sold; the provider had " +
                     std::to_string(covered) + " of " + std::to_string(order.total) +
                     " when it was last asked");
}

// Money for which we have no attempt: nobody could give seats for it.
void Judge::judgeStranger(const ProviderPayment& payment) {
    if (payment.authorized == 0) return;
    report_.judge(Check::A8);
    const AttemptRow* attempt = rows_.attemptOf(payment);
    if (attempt != nullptr && attempt->object == payment.object) return;
    report_.find(Check::A8, "authorized_unknown",
                 payment.object + " was authorized and no attempt has it");
}

}  // namespace

void checkPromise(const Indexed& rows, const std::vector<Answer>& answers, Report& report) {
    Judge judge(rows, answers, report);
    for (const OrderRow& order : rows.rows.orders) judge.judge(order);
    for (const ProviderPayment& payment : rows.books.payments) judge.judgeStranger(payment);
}

}  // namespace tessera::audit
