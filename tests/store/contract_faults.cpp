// SPDX-License-Identifier: Apache-2.0
#include "tests/store/contract_faults.h"

#include <algorithm>
#include <array>

#include "tests/engine/test_seed.h"

namespace tessera::store {
namespace {

using engine::AttemptState;
using engine::OrderState;
using engine::ReservationState;
using engine::SeatStatus;
using engine::TicketState;

constexpr auto kFenced = CommitOutcome::Fenced;
constexpr auto kRefused = CommitOutcome::Refused;

// Null if there is none.
template <class T>
T* anyOf(std::vector<T>& rows, std::mt19937& random) {
    if (rows.empty()) return nullptr;
    return &rows[static_cast<std::size_t>(between(random, 0, static_cast<int>(rows.size()) - 1))];
}
template <class T>
const T* anyOf(const std::vector<T>& rows, std::mt19937& random) {
    if (rows.empty()) return nullptr;
    return &rows[static_cast<std::size_t>(between(random, 0, static_cast<int>(rows.size()) - 1))];
}

// A row that is there is written once more.
template <auto Rows>
bool again(RightBatch& b, const auto& stored) {
    const auto* row = anyOf(stored, b.random);
    if (row != nullptr) (b.changes.*Rows).push_back(*row);
    return row != nullptr;
}

// An update of the batch expects another state.
template <auto Updates>
bool fromElse(RightBatch& b, auto first, auto second) {
    auto* update = anyOf(b.changes.*Updates, b.random);
    if (update == nullptr) return false;
    update->from = update->from == first ? second : first;
    return true;
}

// The batch has the seats of a fresh row to be wrong about.
bool seat(RightBatch& b, auto spoil) {
    auto* change = anyOf(b.changes.seats, b.random);
    return change != nullptr && spoil(*change);
}

bool area(RightBatch& b, std::int32_t held, std::int32_t sold) {
    auto& areas = b.changes.areas;
    if (areas.empty()) areas.push_back({AreaNo{0}, 0, 0});
    areas.front().heldDelta += held;
    areas.front().soldDelta += sold;
    return true;
}

bool isChanged(const RightBatch& b, CodeId code) {
    return std::ranges::any_of(b.changes.codeUpdates,
                               [&](const auto& update) { return update.id == code; });
}

const std::array kFaults = std::to_array<BatchFault>({
    {"a former epoch", kFenced, [](RightBatch& b) { return --b.head.epoch >= 0; }},
    {"an epoch to come", kFenced, [](RightBatch& b) { return ++b.head.epoch > 0; }},
    {"a batch that was", kFenced, [](RightBatch& b) { return --b.head.batch > 0; }},
    {"a batch left out", kFenced, [](RightBatch& b) { return ++b.head.batch > 0; }},
    {"a batch far behind", kFenced,
     [](RightBatch& b) { return (b.head.batch -= 3) > 0; }},
    {"a former epoch and wrong rows", kFenced,
     [](RightBatch& b) {
         --b.head.epoch;
         b.changes.codeUses.push_back({CodeId{1}, 1});
         return true;
     }},

    {"a seat's holder", kRefused,
     [](RightBatch& b) {
         return seat(b, [](auto& c) { return ++c.from.holder > 0; });
     }},
    {"a seat's status", kRefused,
     [](RightBatch& b) {
         return seat(b, [](auto& c) {
             c.from.status =
                 c.from.status == SeatStatus::Sold ? SeatStatus::Held : SeatStatus::Sold;
             return true;
         });
     }},
    {"a taken seat without holder", kRefused,
     [](RightBatch& b) {
         return seat(b, [](auto& c) {
             c.to = {SeatStatus::Held, {}, 0};
             return true;
         });
     }},
    {"a free seat with a holder", kRefused,
     [](RightBatch& b) {
         return seat(b, [](auto& c) {
             c.to = {SeatStatus::Available, {}, 5};
             return true;
         });
     }},
    {"a blocked seat without allocation", kRefused,
     [](RightBatch& b) {
         return seat(b, [](auto& c) {
             c.to = {SeatStatus::Blocked, {}, 0};
             return true;
         });
     }},
    {"a seat that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.seats.push_back({SeatNo{1000}, {}, {SeatStatus::Held, {}, 1}});
         return true;
     }},

    {"an area overrun by holds", kRefused, [](RightBatch& b) { return area(b, 1000, 0); }},
    {"an area overrun by sales", kRefused, [](RightBatch& b) { return area(b, 0, 1000); }},
    {"an area below nothing held", kRefused, [](RightBatch& b) { return area(b, -1000, 0); }},
    {"an area below nothing sold", kRefused, [](RightBatch& b) { return area(b, 60, -60); }},
    {"an area that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.areas.push_back({AreaNo{9}, 1, 0});
         return true;
     }},

    {"a reservation twice", kRefused,
     [](RightBatch& b) { return again<&engine::Changes::reservations>(b, b.tables.reservations); }},
    {"a reservation's state before", kRefused,
     [](RightBatch& b) {
         return fromElse<&engine::Changes::reservationUpdates>(b, ReservationState::Held,
                                                               ReservationState::Released);
     }},
    {"a reservation that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.reservationUpdates.push_back({ReservationId{1}, ReservationState::Held,
                                                 ReservationState::Held, b.head.now, {}, {}, {}});
         return true;
     }},
    {"a reservation below nothing", kRefused,
     [](RightBatch& b) {
         auto* row = anyOf(b.changes.reservations, b.random);
         if (row != nullptr) row->total = Money{-1};
         return row != nullptr;
     }},

    {"an order twice", kRefused,
     [](RightBatch& b) { return again<&engine::Changes::orders>(b, b.tables.orders); }},
    {"an order's state before", kRefused,
     [](RightBatch& b) {
         return fromElse<&engine::Changes::orderUpdates>(b, OrderState::Fencing,
                                                         OrderState::Manual);
     }},
    {"an order that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.orderUpdates.push_back(
             {OrderId{1}, OrderState::Paying, OrderState::Fencing, b.head.now, ""});
         return true;
     }},
    {"a tender twice", kRefused,
     [](RightBatch& b) { return again<&engine::Changes::tenders>(b, b.tables.tenders); }},
    {"a tender of nothing", kRefused,
     [](RightBatch& b) {
         auto* row = anyOf(b.changes.tenders, b.random);
         if (row != nullptr) row->amount = Money{0};
         return row != nullptr;
     }},
    {"a tender of no kind", kRefused,
     [](RightBatch& b) {
         auto* row = anyOf(b.changes.tenders, b.random);
         if (row != nullptr) row->kind = engine::TenderKind{7};
         return row != nullptr;
     }},

    {"an attempt twice", kRefused,
     [](RightBatch& b) { return again<&engine::Changes::attempts>(b, b.tables.attempts); }},
    {"an attempt's state before", kRefused,
     [](RightBatch& b) {
         return fromElse<&engine::Changes::attemptUpdates>(b, AttemptState::Refunded,
                                                           AttemptState::Failed);
     }},
    {"an attempt that is not there", kRefused,
     [](RightBatch& b) {
         engine::AttemptUpdate update;
         update.id = AttemptId{1};
         b.changes.attemptUpdates.push_back(update);
         return true;
     }},
    {"an attempt of nothing", kRefused,
     [](RightBatch& b) {
         auto* row = anyOf(b.changes.attempts, b.random);
         if (row != nullptr) row->amount = Money{0};
         return row != nullptr;
     }},
    {"more refunded than captured", kRefused,
     [](RightBatch& b) {
         auto* update = anyOf(b.changes.attemptUpdates, b.random);
         if (update != nullptr) update->refunded = Money{update->captured.minor + 1};
         return update != nullptr;
     }},

    {"a ticket twice", kRefused,
     [](RightBatch& b) { return again<&engine::Changes::tickets>(b, b.tables.tickets); }},
    {"a second ticket of a seat", kRefused,
     [](RightBatch& b) {
         const auto* row = anyOf(b.tables.tickets, b.random);
         if (row == nullptr || !row->seat || row->state == TicketState::Void) return false;
         const bool changes = std::ranges::any_of(
             b.changes.ticketUpdates, [&](const auto& u) { return u.id == row->id; });
         if (changes) return false;
         engine::TicketRow second = *row;
         second.id = TicketId{INT64_MAX - 5};
         b.changes.tickets.push_back(second);
         return true;
     }},
    {"a ticket for nowhere", kRefused,
     [](RightBatch& b) {
         auto* row = anyOf(b.changes.tickets, b.random);
         if (row != nullptr) row->seat = {}, row->area = {};
         return row != nullptr;
     }},
    {"a ticket's state before", kRefused,
     [](RightBatch& b) {
         return fromElse<&engine::Changes::ticketUpdates>(b, TicketState::Active,
                                                          TicketState::Void);
     }},
    {"a ticket that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.ticketUpdates.push_back(
             {TicketId{1}, TicketState::Inactive, TicketState::Active});
         return true;
     }},
    {"a call twice", kRefused,
     [](RightBatch& b) {
         const auto* row = anyOf(b.tables.outbox, b.random);
         if (row == nullptr || std::ranges::count(b.changes.outboxClosed, row->seq) > 0) {
             return false;
         }
         b.changes.outbox.push_back(*row);
         return true;
     }},
    {"a call closed that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.outboxClosed.push_back(OutboxSeq{1});
         return true;
     }},
    {"a call's try below one", kRefused,
     [](RightBatch& b) {
         auto* row = anyOf(b.changes.outbox, b.random);
         if (row != nullptr) row->attemptTry = 0;
         return row != nullptr;
     }},

    {"a ledger that is not zero", kRefused,
     [](RightBatch& b) {
         b.changes.ledger.push_back({INT64_MAX - 7, OrderId{1}, AttemptId{1},
                                     engine::Account::Sales, Money{1}, b.head.now});
         return true;
     }},
    {"a ledger's entry twice", kRefused,
     [](RightBatch& b) {
         const auto* entry = anyOf(b.tables.ledger, b.random);
         if (entry == nullptr) return false;
         b.changes.ledger.push_back(*entry);
         b.changes.ledger.push_back(*entry);
         b.changes.ledger.back().id = INT64_MAX - 7;
         b.changes.ledger.back().amount = Money{-entry->amount.minor};
         return true;
     }},

    {"a request twice", kRefused,
     [](RightBatch& b) { return again<&engine::Changes::requests>(b, b.tables.requests); }},
    {"a code's text twice", kRefused,
     [](RightBatch& b) {
         engine::Code code;
         code.id = CodeId{INT64_MAX - 9};
         code.text = "TWICE";
         b.changes.codes.push_back(code);
         code.id = CodeId{INT64_MAX - 8};
         b.changes.codes.push_back(code);
         return true;
     }},
    {"a code twice", kRefused,
     [](RightBatch& b) {
         engine::Code code;
         code.id = CodeId{INT64_MAX - 9};
         code.text = "ONCE";
         b.changes.codes.push_back(code);
         code.text = "TWICE";
         b.changes.codes.push_back(code);
         return true;
     }},
    {"a code used more than it may be", kRefused,
     [](RightBatch& b) {
         // Where the batch changes the bound, how many may is not known.
         for (const auto& code : b.codes) {
             if (code.usesMax == 0 || isChanged(b, code.id)) continue;
             b.changes.codeUses.push_back({code.id, 1000});
             return true;
         }
         return false;
     }},
    {"a code made that is used more than it may be", kRefused,
     [](RightBatch& b) {
         engine::Code code;
         code.id = CodeId{INT64_MAX - 9};
         code.text = "OVER";
         code.usesMax = 2;
         code.uses = 3;
         b.changes.codes.push_back(code);
         return true;
     }},
    {"a code of a bound below nothing", kRefused,
     [](RightBatch& b) {
         if (b.codes.empty() || isChanged(b, b.codes.front().id)) return false;
         b.changes.codeUpdates.push_back({b.codes.front().id, -1, {}, Instant::never()});
         return true;
     }},
    {"another bound of a code that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.codeUpdates.push_back({CodeId{1}, 1, {}, Instant::never()});
         return true;
     }},
    {"a code used less than never", kRefused,
     [](RightBatch& b) {
         auto* use = anyOf(b.changes.codeUses, b.random);
         if (use != nullptr) use->delta -= 1000;
         return use != nullptr;
     }},
    {"a code that is not there", kRefused,
     [](RightBatch& b) {
         b.changes.codeUses.push_back({CodeId{1}, 1});
         return true;
     }},

    {"terms that leave a version out", kRefused,
     [](RightBatch& b) {
         auto& terms = b.changes.terms;
         for (auto& write : terms) ++write.terms.version;
         return !terms.empty();
     }},
    {"terms twice", kRefused,
     [](RightBatch& b) {
         auto& terms = b.changes.terms;
         for (auto& write : terms) --write.terms.version;
         return !terms.empty();
     }},
});

}  // namespace

std::span<const BatchFault> batchFaults() {
    return kFaults;
}

}  // namespace tessera::store
