// SPDX-License-Identifier: Apache-2.0
// An engine with the rows that its changes leave behind, and a clock that the test sets.
//
// After every command: the invariants hold, each changed row was as expected, and an engine loaded
// from the rows has the same hash.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "tests/engine/hall.h"
#include "tests/engine/shadow_rows.h"

namespace tessera::engine {

class Desk {
public:
    explicit Desk(EventTerms terms = makeTerms(),
                  std::shared_ptr<const Layout> layout = makeHall(4, 10))
        : layout_(layout),
          rows(layout, terms),
          engine(EventEngine::fresh(kEvent, std::move(layout), std::move(terms))) {}

    Outcome apply(const Command& command) {
        changes.clear();
        Outcome outcome = engine.apply(command, now, changes);
        EXPECT_FALSE(outcome.refusal != Refusal::None && outcome.hadEffect);
        settle();
        return outcome;
    }

    Refusal refusalOf(const Command& command) { return apply(command).refusal; }

    std::size_t tick(std::size_t limit = SIZE_MAX) {
        changes.clear();
        const std::size_t done = engine.releaseDue(now, limit, changes);
        settle();
        return done;
    }

    void pass(Duration time) { now = now + time; }

    // REQUIRES: the places can be held.
    ReservationView hold(const HoldSeats& command) {
        Outcome outcome = apply(command);
        EXPECT_EQ(outcome.refusal, Refusal::None);
        return std::get<ReservationView>(outcome.view);
    }

    // REQUIRES: the reservation is held by `who`.
    OrderView checkout(ReservationId reservation, int who = 1) {
        Outcome outcome = apply(Checkout{reservation, callerOf(who), "N", "e@x", "en"});
        EXPECT_EQ(outcome.refusal, Refusal::None);
        return std::get<OrderView>(outcome.view);
    }

    // The order's row: also when it is released and forgotten.
    OrderState orderState(OrderId order) const { return rows.orders.at(order).state; }

    // The one open provider call. REQUIRES: there is just one.
    const OutboxRow& call() const {
        EXPECT_EQ(rows.outbox.size(), 1U);
        return rows.outbox.begin()->second;
    }

    std::shared_ptr<const OrderRecord> record(OrderId order) const { return rows.record(order); }

    Outcome answer(const ProviderAnswer& answer) {
        const OutboxRow row = call();
        return apply(RecordProviderAnswer{row.seq, row.attempt, row.operation, answer});
    }

    // As a take-over does: everything that is not in the rows is gone.
    void reload() { engine = EventEngine(layout_, rows.load(kEvent, now)); }

    static constexpr EventId kEvent{77};

private:
    std::shared_ptr<const Layout> layout_;

    void settle() {
        rows.apply(changes, now);
        engine.checkInvariants();
        const EventEngine again(layout_, rows.load(kEvent, now));
        EXPECT_EQ(again.stateHash(), engine.stateHash());
    }

public:
    ShadowRows rows;
    EventEngine engine;
    Changes changes;
    Instant now = kOpening;
};

// True if the call waits that long, or a fifth less or more.
inline bool waits(const OutboxRow& call, Instant since, std::int64_t seconds) {
    const std::int64_t waited = (call.notBefore - since).micros;
    return waited >= seconds * 800000 && waited <= seconds * 1200000;
}

// Provider answers about an object.
inline ProviderAnswer says(ObjectState object, Money authorized = {}, Money captured = {},
                           Money refunded = {}) {
    ProviderAnswer answer;
    answer.kind = AnswerKind::Definitive;
    answer.object = object;
    answer.authorized = authorized;
    answer.captured = captured;
    answer.refunded = refunded;
    answer.evidence = "said";
    return answer;
}

inline ProviderAnswer created(const char* id = "pi_1") {
    ProviderAnswer answer = says(ObjectState::RequiresPaymentMethod);
    answer.objectId = id;
    answer.clientSecret = "secret_1";
    return answer;
}

inline ProviderAnswer refusing(ProviderAnswer answer) {
    answer.kind = AnswerKind::Refused;
    return answer;
}

inline ProviderAnswer unknownAnswer() {
    return {};
}

inline ProviderAnswer acceptedAnswer() {
    ProviderAnswer answer;
    answer.kind = AnswerKind::Accepted;
    return answer;
}

}  // namespace tessera::engine
