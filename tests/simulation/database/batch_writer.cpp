// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/batch_writer.h"

#include <optional>

#include "server/store/search_words.h"
#include "tests/simulation/database/undo.h"

namespace tessera::simulation {
namespace {

// A statement's SQLSTATE; null if it went well.
using Fault = const char*;
constexpr Fault kFine = nullptr;
constexpr Fault kNotAsExpected = "TS002";
constexpr Fault kDuplicate = "23505";
constexpr Fault kCheck = "23514";

template <class Enum>
bool isWithin(Enum value, Enum first, Enum last) {
    return value >= first && value <= last;
}

bool isSound(const engine::SeatState& seat) {
    switch (seat.status) {
        case engine::SeatStatus::Available:
            return seat.holder == 0 && seat.allocation.value == 0;
        case engine::SeatStatus::Held:
        case engine::SeatStatus::Sold:
            return seat.holder > 0;
        case engine::SeatStatus::Blocked:
            return seat.holder == 0 && seat.allocation.value > 0;
    }
    return false;
}

bool isSound(const engine::Code& code) {
    return isWithin(code.discount, engine::DiscountKind::None,
                    engine::DiscountKind::AmountPerTicket) &&
           code.usesMax >= 0 && code.uses >= 0 && (code.usesMax == 0 || code.uses <= code.usesMax);
}

class Writer {
public:
    Writer(EventRows& rows, const engine::Changes& changes) : rows_(rows), changes_(changes) {}

    // Null: all is written. Otherwise nothing is, and this is why.
    Fault run() {
        for (const auto statement :
             {&Writer::seats, &Writer::areas, &Writer::reservations, &Writer::reservationUpdates,
              &Writer::orders, &Writer::tenders, &Writer::orderUpdates, &Writer::attempts,
              &Writer::attemptUpdates, &Writer::ticketUpdates, &Writer::tickets,
              &Writer::outboxClosed, &Writer::outbox, &Writer::ledger, &Writer::requests,
              &Writer::codes, &Writer::codeUses, &Writer::terms}) {
            if (const Fault fault = (this->*statement)()) {
                undo_.run();
                return fault;
            }
        }
        return kFine;
    }

private:
    // A statement changes a row once, however often it is named.
    template <class Id>
    class Touched {
    public:
        bool isFirst(Id id) { return ids_.insert(id).second; }
        Fault expects(std::size_t asked) const { return changed == asked ? kFine : kNotAsExpected; }
        std::size_t changed = 0;

    private:
        std::set<Id> ids_;
    };

    template <class Map>
    Fault insert(Map& map, const typename Map::key_type& key, typename Map::mapped_type row) {
        if (!map.emplace(key, std::move(row)).second) return kDuplicate;
        undo_.inserted(map, key);
        return kFine;
    }
    template <class Set>
    void index(Set& set, const typename Set::key_type& key) {
        if (set.insert(key).second) undo_.inserted(set, key);
    }
    template <class Set>
    void unindex(Set& set, const typename Set::key_type& key) {
        if (set.erase(key) == 1) undo_.erasing(set, key);
    }
    // The row of an update; null if it is not there or not in the state that is expected.
    template <class Map, class State, class StateOf>
    auto* expected(Map& map, const typename Map::key_type& id, State from, StateOf stateOf) {
        const auto found = map.find(id);
        return found != map.end() && stateOf(found->second) == from ? &found->second : nullptr;
    }

    Fault seats() {
        Touched<SeatNo> touched;
        for (const engine::SeatChange& change : changes_.seats) {
            if (!rows_.layout->contains(change.seat)) continue;
            engine::SeatState& seat = rows_.seats[static_cast<std::size_t>(change.seat.value)];
            const bool same =
                seat.status == change.from.status && seat.holder == change.from.holder;
            if (!touched.isFirst(change.seat) || !same) continue;
            if (!isSound(change.to)) return kCheck;
            undo_.changing(seat);
            seat = change.to;
            ++touched.changed;
        }
        return touched.expects(changes_.seats.size());
    }

    Fault areas() {
        Touched<AreaNo> touched;
        for (const engine::AreaChange& change : changes_.areas) {
            if (!rows_.layout->contains(change.area) || !touched.isFirst(change.area)) continue;
            auto& area = rows_.areas[static_cast<std::size_t>(change.area.value)];
            undo_.changing(area);
            area.held += change.heldDelta;
            area.sold += change.soldDelta;
            if (area.held < 0 || area.sold < 0 || area.held + area.sold > area.capacity) {
                return kCheck;
            }
            ++touched.changed;
        }
        return touched.expects(changes_.areas.size());
    }

    Fault reservations() {
        for (const engine::ReservationRow& row : changes_.reservations) {
            const bool sound =
                row.total.minor >= 0 && isWithin(row.state, engine::ReservationState::Held,
                                                 engine::ReservationState::Released);
            if (!sound) return kCheck;
            if (const Fault fault = insert(rows_.reservations, row.id, row)) return fault;
            index(rows_.made, {row.request, row.id});
            if (row.state != engine::ReservationState::Released) index(rows_.live, row.id);
        }
        return kFine;
    }

    Fault reservationUpdates() {
        Touched<ReservationId> touched;
        for (const engine::ReservationUpdate& update : changes_.reservationUpdates) {
            auto* row = expected(rows_.reservations, update.id, update.from,
                                 [](const auto& r) { return r.state; });
            if (!touched.isFirst(update.id) || row == nullptr) continue;
            if (!isWithin(update.to, engine::ReservationState::Held,
                          engine::ReservationState::Released)) {
                return kCheck;
            }
            undo_.changing(*row);
            row->state = update.to;
            row->expiresAt = update.expiresAt;
            row->extended = update.extended;
            row->reason = update.reason;
            if (update.order) row->order = update.order;
            if (update.to == engine::ReservationState::Released) {
                unindex(rows_.live, update.id);
            } else {
                index(rows_.live, update.id);
            }
            ++touched.changed;
        }
        return touched.expects(changes_.reservationUpdates.size());
    }

    Fault orders() {
        for (const engine::OrderRow& row : changes_.orders) {
            const bool sound =
                row.total.minor >= 0 &&
                isWithin(row.state, engine::OrderState::Paying, engine::OrderState::Manual);
            if (!sound) return kCheck;
            if (const Fault fault = insert(rows_.orders, row.id, {row, ""})) return fault;
            if (row.state != engine::OrderState::Released) index(rows_.open, row.id);
        }
        return kFine;
    }

    Fault tenders() {
        for (const engine::OrderRow& row : changes_.orders) {
            if (!row.tender) continue;
            if (row.total.minor <= 0) return kCheck;
            if (const Fault fault = insert(rows_.tenders, row.tender, row.id)) return fault;
        }
        return kFine;
    }

    Fault orderUpdates() {
        Touched<OrderId> touched;
        for (const engine::OrderUpdate& update : changes_.orderUpdates) {
            auto* order = expected(rows_.orders, update.id, update.from,
                                   [](const auto& o) { return o.row.state; });
            if (!touched.isFirst(update.id) || order == nullptr) continue;
            if (!isWithin(update.to, engine::OrderState::Paying, engine::OrderState::Manual)) {
                return kCheck;
            }
            undo_.changing(*order);
            order->row.state = update.to;
            order->row.payDeadline = update.payDeadline;
            if (!update.evidence.empty()) order->evidence = update.evidence;
            if (update.to == engine::OrderState::Released) {
                unindex(rows_.open, update.id);
            } else {
                index(rows_.open, update.id);
            }
            ++touched.changed;
        }
        return touched.expects(changes_.orderUpdates.size());
    }

    Fault attempts() {
        for (const engine::AttemptRow& row : changes_.attempts) {
            const bool sound =
                row.amount.minor > 0 &&
                isWithin(row.state, engine::AttemptState::Opening, engine::AttemptState::Refunded);
            if (!sound) return kCheck;
            engine::AttemptUpdate facts;
            facts.id = row.id;
            facts.order = row.order;
            facts.from = facts.to = row.state;
            if (const Fault fault = insert(rows_.attempts, row.id, {row, facts})) return fault;
            index(rows_.attemptsOf, {row.order, row.id});
        }
        return kFine;
    }

    Fault attemptUpdates() {
        Touched<AttemptId> touched;
        for (const engine::AttemptUpdate& update : changes_.attemptUpdates) {
            auto* attempt = expected(rows_.attempts, update.id, update.from,
                                     [](const auto& a) { return a.row.state; });
            if (!touched.isFirst(update.id) || attempt == nullptr) continue;
            const bool sound = isWithin(update.to, engine::AttemptState::Opening,
                                        engine::AttemptState::Refunded) &&
                               update.authorized.minor >= 0 && update.captured.minor >= 0 &&
                               update.refunded.minor >= 0 && update.refunded <= update.captured;
            if (!sound) return kCheck;
            undo_.changing(*attempt);
            const OrderId order = attempt->row.order;
            attempt->row.state = update.to;
            attempt->facts = update;
            attempt->facts.order = order;
            attempt->facts.from = update.to;
            ++touched.changed;
        }
        return touched.expects(changes_.attemptUpdates.size());
    }

    Fault seatTicket(const engine::TicketRow& ticket) {
        if (!ticket.seat || ticket.state == engine::TicketState::Void) return kFine;
        return insert(rows_.ticketOfSeat, *ticket.seat, ticket.id);
    }

    Fault ticketUpdates() {
        Touched<TicketId> touched;
        for (const engine::TicketUpdate& update : changes_.ticketUpdates) {
            auto* row = expected(rows_.tickets, update.id, update.from,
                                 [](const auto& t) { return t.state; });
            if (!touched.isFirst(update.id) || row == nullptr) continue;
            if (!isWithin(update.to, engine::TicketState::Inactive, engine::TicketState::Void)) {
                return kCheck;
            }
            const bool wasVoid = row->state == engine::TicketState::Void;
            const bool isVoid = update.to == engine::TicketState::Void;
            undo_.changing(*row);
            row->state = update.to;
            if (isVoid && !wasVoid && row->seat) {
                undo_.erasing(rows_.ticketOfSeat, {*row->seat, row->id});
                rows_.ticketOfSeat.erase(*row->seat);
            } else if (wasVoid && !isVoid) {
                if (const Fault fault = seatTicket(*row)) return fault;
            }
            ++touched.changed;
        }
        return touched.expects(changes_.ticketUpdates.size());
    }

    Fault tickets() {
        for (const engine::TicketRow& row : changes_.tickets) {
            const bool sound =
                row.seat.has_value() != row.area.has_value() &&
                isWithin(row.state, engine::TicketState::Inactive, engine::TicketState::Void);
            if (!sound) return kCheck;
            if (const Fault fault = insert(rows_.tickets, row.id, row)) return fault;
            if (const Fault fault = seatTicket(row)) return fault;
            index(rows_.ticketsOf, {row.order, row.id});
        }
        return kFine;
    }

    Fault outboxClosed() {
        for (const OutboxSeq seq : changes_.outboxClosed) {
            const auto found = rows_.outbox.find(seq);
            if (found == rows_.outbox.end()) return kNotAsExpected;
            undo_.erasing(rows_.outbox, *found);
            rows_.outbox.erase(found);
        }
        return kFine;
    }

    Fault outbox() {
        for (const engine::OutboxRow& row : changes_.outbox) {
            const bool sound =
                isWithin(row.operation, engine::Operation::Create, engine::Operation::Refund) &&
                row.attemptTry >= 1 && row.failures >= 0;
            if (!sound) return kCheck;
            if (const Fault fault = insert(rows_.outbox, row.seq, row)) return fault;
        }
        return kFine;
    }

    Fault ledger() {
        Money sum;
        for (const engine::LedgerEntry& entry : changes_.ledger) sum += entry.amount;
        if (sum.minor != 0) return kNotAsExpected;
        for (const engine::LedgerEntry& entry : changes_.ledger) {
            const bool sound =
                isWithin(entry.account, engine::Account::Provider, engine::Account::Receivable);
            if (!sound) return kCheck;
            if (const Fault fault = insert(rows_.ledger, entry.id, entry)) return fault;
        }
        return kFine;
    }

    Fault requests() {
        for (const engine::RequestRow& row : changes_.requests) {
            if (const Fault fault = insert(rows_.requests, row.request, row)) return fault;
        }
        return kFine;
    }

    Fault codes() {
        for (const engine::Code& code : changes_.codes) {
            if (!isSound(code)) return kCheck;
            if (const Fault fault = insert(rows_.codes, code.id, code)) return fault;
            if (rows_.codeTexts.contains(code.text)) return kDuplicate;
            index(rows_.codeTexts, code.text);
        }
        return kFine;
    }

    Fault codeUses() {
        Touched<CodeId> touched;
        for (const engine::CodeUse& use : changes_.codeUses) {
            const auto found = rows_.codes.find(use.code);
            if (!touched.isFirst(use.code) || found == rows_.codes.end()) continue;
            undo_.changing(found->second);
            found->second.uses += use.delta;
            if (!isSound(found->second)) return kCheck;
            ++touched.changed;
        }
        return touched.expects(changes_.codeUses.size());
    }

    // What the event shows are the last facts of a document that was written.
    Fault terms() {
        if (changes_.terms.empty()) return kFine;
        for (const engine::TermsWrite& write : changes_.terms) {
            if (write.terms.version < 1) return kCheck;
            const Fault fault = insert(rows_.terms, write.terms.version, write.terms);
            if (fault != kFine) return fault;
        }
        if (rows_.shown.termsVersion != changes_.terms.front().terms.version - 1) {
            return kNotAsExpected;
        }
        undo_.changing(rows_.shown);
        rows_.shown.termsVersion = changes_.terms.back().terms.version;
        rows_.shown.sale = changes_.terms.back().terms.sale;
        store::ShownFacts facts;
        for (const engine::TermsWrite& write : changes_.terms) {
            if (write.document.empty()) continue;
            rows_.shown.document = write.document;
            facts = store::shownFactsOf(write.document);
        }
        if (facts.title) rows_.shown.title = *facts.title;
        if (facts.startsAt) rows_.shown.startsAt = *facts.startsAt;
        return kFine;
    }

    EventRows& rows_;
    const engine::Changes& changes_;
    Undo undo_;
};

}  // namespace

bool isFenced(const EventRows& rows, const store::BatchHead& head) {
    return rows.owner.epoch != head.epoch || rows.lastBatch != head.batch - 1;
}

store::CommitResult writeBatch(EventRows& rows, const store::BatchHead& head,
                               const engine::Changes& changes) {
    if (isFenced(rows, head)) return {store::CommitOutcome::Fenced, "TS001", "batch: fenced"};
    if (const Fault fault = Writer(rows, changes).run()) {
        return {store::CommitOutcome::Refused, fault, "batch: not as expected"};
    }
    rows.lastBatch = head.batch;
    rows.lastTime = head.now;
    rows.wakeAt = head.wakeAt;
    if (head.mapChanged) rows.mapRevision = head.batch;
    return {store::CommitOutcome::Committed, {}, {}};
}

}  // namespace tessera::simulation
