// SPDX-License-Identifier: Apache-2.0
// Seats, deadlines, the fence, maps and ends.
#include <algorithm>

#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

using engine::ReleaseReason;
using engine::ReservationState;

// Reservation A lives in another state than it should.
engine::ReservationUpdate moveOfA(History& h, ReservationState from, ReservationState to,
                                  ReleaseReason reason) {
    const auto& row = changesOf(h, "commit hold A").reservations[0];
    engine::ReservationUpdate update;
    update.id = row.id;
    update.from = from;
    update.to = to;
    update.expiresAt = row.expiresAt;
    update.reason = reason;
    return update;
}

Instant earliestEnd(const engine::Changes& changes) {
    return std::ranges::min(changes.reservationUpdates, {}, &engine::ReservationUpdate::expiresAt)
        .expiresAt;
}

std::vector<Plant> ofSeats() {
    return {
        {"a seat is held twice", Check::S1, "held twice",
         [](History& h) {
             auto copy = changesOf(h, "commit hold A").reservations[0];
             copy.id = ReservationId{copy.id.value + 1};
             copy.request.bytes[15] = 99;
             changesOf(h, "commit read A").reservations.push_back(copy);
         }},
        {"a sold seat is held", Check::S1, "sold twice",
         [](History& h) {
             changesOf(h, "commit hold B").reservations[0].seats.push_back({SeatNo{1}, {}});
         }},
        {"a seat is sold twice", Check::S1, "sold twice: by ticket",
         [](History& h) {
             changesOf(h, "commit allocate E again").tickets.clear();
             auto& tickets = changesOf(h, "commit allocate E").tickets;
             tickets[0].seat = SeatNo{0};
         }},
        {"a held seat is not marked", Check::S1, "should be",
         [](History& h) { changesOf(h, "commit hold A").seats.pop_back(); }},
        {"a seat is freed under its holder", Check::S1, "should be",
         [](History& h) {
             const auto taken = changesOf(h, "commit hold A").seats[0];
             changesOf(h, "commit read A").seats.push_back({taken.seat, taken.to, taken.from});
         }},
        {"an area is over-full", Check::S1, "of 5",
         [](History& h) { changesOf(h, "commit hold area B").areas[0].heldDelta = 6; }},
        {"an area's count is off", Check::S1, "its reservations have",
         [](History& h) { changesOf(h, "commit hold area B").areas[0].heldDelta = 2; }},
        {"a place has no ticket", Check::S1, "no ticket",
         [](History& h) { changesOf(h, "commit allocate A").tickets.pop_back(); }},
        {"a change expects another seat", Check::Rows, "its change expects",
         [](History& h) {
             changesOf(h, "commit hold A").seats[0].from.status = engine::SeatStatus::Sold;
         }},
        {"a table has another seat", Check::Rows, "table seat",
         [](History& h) { h.tables[0].seats[3].holder = 5; }},
        {"a table lost a reservation", Check::Rows, "table reservation",
         [](History& h) { h.tables[0].reservations.pop_back(); }},
        {"a table has an order in another state", Check::Rows, "table order",
         [](History& h) { h.tables[0].orders[0].state = engine::OrderState::Unpaid; }},
        {"a call is closed twice", Check::Rows, "closed twice",
         [](History& h) {
             auto& closed = changesOf(h, "commit paid A").outboxClosed;
             closed.push_back(closed.front());
         }},
    };
}

std::vector<Plant> ofDeadlines() {
    return {
        {"an expiry one microsecond early", Check::S5, "before its deadline",
         [](History& h) {
             auto& committed = h.get<Committed>("expired B");
             committed.head.now = earliestEnd(committed.changes) - Duration::ofMicros(1);
         }},
        {"an expiry beats a checkout", Check::S5, "after the checkout",
         [](History& h) {
             changesOf(h, "commit read A again")
                 .reservationUpdates.push_back(moveOfA(h, ReservationState::Paying,
                                                       ReservationState::Released,
                                                       ReleaseReason::Expired));
         }},
        {"a hold is released while it is paid for", Check::S5, "(released) while its order",
         [](History& h) {
             changesOf(h, "commit read A again")
                 .reservationUpdates.push_back(moveOfA(h, ReservationState::Paying,
                                                       ReservationState::Released,
                                                       ReleaseReason::PaymentFailed));
         }},
        {"a hold's deadline moves without an outage", Check::S5, "the deadline of reservation",
         [](History& h) {
             auto update =
                 moveOfA(h, ReservationState::Held, ReservationState::Held, ReleaseReason::None);
             update.extended = Duration::ofSeconds(1);
             update.expiresAt = update.expiresAt + update.extended;
             changesOf(h, "commit read A").reservationUpdates.push_back(update);
         }},
        {"a hold's deadline moves back", Check::S5, "the deadline of reservation",
         [](History& h) {
             auto& update = changesOf(h, "extend I").reservationUpdates[0];
             update.expiresAt = update.expiresAt - Duration::ofSeconds(30);
         }},
        {"an outage gives more than it took", Check::S5, "the deadline of reservation",
         [](History& h) {
             auto& update = changesOf(h, "extend I").reservationUpdates[0];
             update.expiresAt = update.expiresAt + Duration::ofSeconds(60);
             update.extended = update.extended + Duration::ofSeconds(60);
         }},
        {"a hold is shorter than its terms", Check::S5, "its terms give",
         [](History& h) {
             auto& row = changesOf(h, "commit hold D").reservations[0];
             row.expiresAt = row.expiresAt - Duration::ofSeconds(1);
         }},
        {"a pay deadline moves", Check::S5, "the pay deadline",
         [](History& h) {
             auto& update = changesOf(h, "commit allocate A").orderUpdates[0];
             update.payDeadline = update.payDeadline + Duration::ofMicros(1);
         }},
        {"a checkout at the deadline wins", Check::S5, "its hold was due",
         [](History& h) {
             changesOf(h, "commit checkout A").orders[0].createdAt =
                 changesOf(h, "commit hold A").reservations[0].expiresAt;
         }},
        {"an order stops being payable early", Check::S5, "stopped being payable",
         [](History& h) {
             headOf(h, "fence F").now =
                 changesOf(h, "commit checkout F").orders[0].payDeadline - Duration::ofMicros(1);
         }},
    };
}

std::vector<Plant> ofFenceMapsAndEnds() {
    return {
        {"a former owner commits", Check::S3, "former owner",
         [](History& h) {
             h.get<Committed>("commit read I").node = NodeId{1};
             headOf(h, "commit read I").epoch = 1;
         }},
        {"an epoch is taken twice", Check::S3, "took over",
         [](History& h) { h.get<TookOver>("take-over 2").epoch = 1; }},
        {"a batch is lost", Check::S2, "follows batch",
         [](History& h) { erase(h, "commit read A"); }},
        {"a batch is written twice", Check::S2, "follows batch",
         [](History& h) { insertAfter(h, "commit read A", h.get<Committed>("commit read A")); }},
        {"the tables lost the last batch", Check::S2, "the tables are at",
         [](History& h) { --h.tables[0].lastBatch; }},
        {"the engine's time goes back", Check::S3, "time went back",
         [](History& h) {
             auto& now = headOf(h, "commit read A").now;
             now = now - Duration::ofSeconds(1);
         }},
        {"a map shows another seat", Check::S6, "shows seat",
         [](History& h) { h.maps[0].seats[0] ^= 1; }},
        {"a map stays behind", Check::S6, "the truth is at",
         [](History& h) { --h.maps[0].revision; }},
        {"a map shows another area", Check::S6, "free in area",
         [](History& h) { ++h.maps[0].areaFree[0]; }},
        {"a change of the map is not announced", Check::S6, "does not say so",
         [](History& h) { headOf(h, "commit hold A").mapChanged = false; }},
        {"the tables have another map revision", Check::S6, "map revision",
         [](History& h) { --h.tables[0].mapRevision; }},
        {"a hold is alive long after calm", Check::Liveness, "is held at",
         [](History& h) {
             headOf(h, "expired all").wakeAt = earliestEnd(changesOf(h, "expired all"));
             changesOf(h, "expired all") = {};
             h.databaseNow = h.databaseNow + Duration::ofMinutes(2);
             h.endAt += Duration::ofMinutes(2).micros;
         }},
        {"an allocation outlives its release time", Check::Liveness, "is kept for allocation",
         [](History& h) {
             changesOf(h, "release").seats.clear();
             headOf(h, "release").wakeAt = headOf(h, "release").now;
             h.databaseNow = h.databaseNow + Duration::ofMinutes(2);
             h.endAt += Duration::ofMinutes(2).micros;
         }},
        {"an allocation is released before its time", Check::S3, "nobody asked",
         [](History& h) {
             changesOf(h, "expired all").seats = changesOf(h, "release").seats;
             changesOf(h, "release").seats.clear();
         }},
        {"nobody would wake up for a release", Check::Liveness, "later than the release",
         [](History& h) { headOf(h, "commit close").wakeAt = Instant::never(); }},
        {"an order never comes to its end", Check::Liveness, "order ",
         [](History& h) { changesOf(h, "commit void C") = {}; }},
        {"a call is never answered", Check::Liveness, "is not answered",
         [](History& h) { changesOf(h, "commit paid A").outboxClosed.clear(); }},
        {"nobody would wake up for a hold", Check::Liveness, "wake_at",
         [](History& h) { headOf(h, "commit hold A").wakeAt = Instant::never(); }},
    };
}

}  // namespace

std::vector<Plant> plantsOfPlaces() {
    std::vector<Plant> all = ofSeats();
    std::ranges::move(ofDeadlines(), std::back_inserter(all));
    std::ranges::move(ofFenceMapsAndEnds(), std::back_inserter(all));
    return all;
}

}  // namespace tessera::simulation
