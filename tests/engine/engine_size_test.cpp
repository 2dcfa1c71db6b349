// SPDX-License-Identifier: Apache-2.0
// What an engine takes: memory of 80,960 seats fresh and sold out, time to load.
#include <chrono>
#include <iostream>

#include "tests/engine/desk.h"
#include "tests/support/report.h"

namespace tessera::engine {
namespace {

constexpr std::size_t kLimit = 16U << 20U;
// A sanitizer's shadow and checks take time of their own; what is measured there says nothing.
#ifdef TESSERA_SANITIZED
constexpr double kLoadMillisMost = 5000;
#else
constexpr double kLoadMillisMost = 50;
#endif
constexpr EventId kEvent{5};

double millisSince(std::chrono::steady_clock::time_point start) {
    const auto spent = std::chrono::steady_clock::now() - start;
    return std::chrono::duration<double, std::milli>(spent).count();
}

// Pays the order that `checkedOut` opened, in the fewest steps.
void pay(EventEngine& engine, const Changes& checkedOut, Instant now) {
    OutboxRow create = checkedOut.outbox.back();
    Changes changes;
    ProviderAnswer made = says(ObjectState::RequiresCapture, create.amount);
    made.objectId = "pi_3MtwBwLkdIwHu7ix28a3tqPa";
    made.clientSecret = "pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH";
    (void)engine.apply(RecordProviderAnswer{create.seq, create.attempt, Operation::Create, made},
                       now, changes);
    const OutboxRow capture = changes.outbox.back();
    (void)engine.apply(RecordProviderAnswer{capture.seq, capture.attempt, Operation::Capture,
                                            says(ObjectState::Succeeded, {}, capture.amount)},
                       now, changes);
}

EventTerms manyTerms() {
    EventTerms terms = makeTerms();
    terms.prices[2] = Money{5000};
    return terms;
}

// Sells seats in parties of `party` to as many buyers.
void sellAll(EventEngine& engine, std::int32_t party, ShadowRows* rows = nullptr) {
    Instant now = kOpening;
    Changes changes;
    for (std::int32_t first = 0; first < engine.layout().seatCount(); first += party) {
        now = now + Duration::ofMillis(1);
        changes.clear();
        std::vector<std::int32_t> seats;
        for (std::int32_t s = 0; s < party; ++s) seats.push_back(first + s);
        const Outcome held = engine.apply(holdPicks(first, seats), now, changes);
        ASSERT_EQ(held.refusal, Refusal::None);
        if (rows != nullptr) rows->apply(changes, now);
        changes.clear();
        const Checkout checkout{ReservationId{held.target}, callerOf(first), "", "", ""};
        ASSERT_EQ(engine.apply(checkout, now, changes).refusal, Refusal::None);
        if (rows != nullptr) rows->apply(changes, now);
        if (rows == nullptr) pay(engine, changes, now);
    }
}

TEST(EngineSizeTest, EightyThousandSeatsTakeUnderSixteenMebibytesFreshAndSoldOut) {
    EventEngine engine = EventEngine::fresh(kEvent, makeHall(1840, 44, false), manyTerms());
    const std::size_t fresh = engine.memoryBytes();
    sellAll(engine, 2);
    engine.checkInvariants();
    const std::size_t sold = engine.memoryBytes();
    std::cout << "80,960 seats: fresh " << fresh << " B, sold out by two " << sold << " B\n";
    for (const std::uint8_t seat : engine.seatMap()) ASSERT_EQ(seat, 2);
    EXPECT_LT(fresh, kLimit);
    EXPECT_LT(sold, kLimit);
    EventEngine single = EventEngine::fresh(kEvent, makeHall(1840, 44, false), manyTerms());
    sellAll(single, 1);
    std::cout << "80,960 seats: sold out one by one " << single.memoryBytes() << " B\n";
    EXPECT_LT(single.memoryBytes(), kLimit);
    test::writeReport("engine_size",
                      {{"fresh_bytes", static_cast<double>(fresh)},
                       {"sold_by_two_bytes", static_cast<double>(sold)},
                       {"sold_one_by_one_bytes", static_cast<double>(single.memoryBytes())}});
}

TEST(EngineSizeTest, AnArenaLoadsInUnderFiftyMilliseconds) {
    const auto layout = makeHall(518, 36, false);
    ASSERT_EQ(layout->seatCount(), 18648);
    auto start = std::chrono::steady_clock::now();
    EventEngine engine = EventEngine::fresh(kEvent, layout, manyTerms());
    const double fresh = millisSince(start);
    ShadowRows rows(layout, manyTerms());
    sellAll(engine, 2, &rows);
    LoadedEvent loaded;
    loaded = rows.load(kEvent, kOpening + Duration::ofMinutes(1));
    start = std::chrono::steady_clock::now();
    const EventEngine again(layout, std::move(loaded));
    const double busy = millisSince(start);
    std::cout << "18,648 seats: loaded fresh in " << fresh
              << " ms, with 9,324 orders in payment in " << busy << " ms\n";
    EXPECT_EQ(again.stateHash(), engine.stateHash());
    EXPECT_LT(fresh, kLoadMillisMost);
    EXPECT_LT(busy, kLoadMillisMost);
    test::writeReport("engine_load", {{"fresh_ms", fresh}, {"with_9324_orders_ms", busy}});
}

}  // namespace
}  // namespace tessera::engine
