// SPDX-License-Identifier: Apache-2.0
// The smallest world with a simulated database in it.
//
// Deterministic by seed. Single-threaded use.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "shared/base/check.h"
#include "tests/simulation/database/describe.h"
#include "tests/simulation/database/sim_store.h"

namespace tessera::simulation {

using store::CommitOutcome;
using store::CommitResult;

inline constexpr Instant kBase{1800000000000000};

// A fiber for tests: the world goes on inside the call.
class GoingOn final : public Waiting {
public:
    explicit GoingOn(Agenda& agenda) : agenda_(agenda) {}
    bool wait(Duration time) override {
        auto over = std::make_shared<bool>(false);
        agenda_.after(time, kWorld, [over] { *over = true; });
        while (!*over && agenda_.step(INT64_MAX)) {
        }
        return !dead;
    }
    bool isDead() const override { return dead; }
    bool dead = false;

private:
    Agenda& agenda_;
};

inline std::shared_ptr<const engine::Layout> tenSeats() {
    engine::Layout::Parts parts;
    parts.rows.push_back({SeatNo{0}, 10, 0});
    for (int i = 0; i < 10; ++i) {
        engine::LayoutSeat seat;
        seat.position = {static_cast<float>(i), 0};
        parts.seats.push_back(seat);
    }
    parts.areas.push_back({CategoryNo{0}, 5, {0, 0}});
    parts.categories = 1;
    return engine::Layout::make(std::move(parts));
}

inline engine::EventTerms plainTerms() {
    engine::EventTerms terms;
    terms.currency = Currency{{'E', 'U', 'R'}};
    terms.prices = {Money{1000}};
    terms.sale = engine::SaleState::Open;
    return terms;
}

// A database with one event that node 7 has taken over, and a network to it.
struct SmallWorld {
    explicit SmallWorld(std::uint64_t seed = 1, bool faulty = false, Witness* witness = nullptr)
        : faults(Random(seed)),
          network(agenda, faults, trace, Random(seed + 1)),
          database({agenda, faults, trace, witness}, kBase, Random(seed + 2)) {
        if (!faulty) faults.heal();
        const store::VenueRow venue{VenueId{1}, "Hall", "Bern", "CH", "Europe/Zurich"};
        TESSERA_CHECK(database.catalog().createVenue(venue, request(1), Fingerprint{1}));
        store::EventRow row;
        row.id = kEvent;
        row.venue = venue.id;
        row.title = "An evening";
        TESSERA_CHECK(
            database.createEvent(row, plainTerms(), tenSeats(), request(2), Fingerprint{2}));
        taken = *database.takeOver(kEvent, NodeId{7});
    }

    static RequestId request(std::uint8_t number) {
        RequestId id;
        id.bytes[15] = number;
        return id;
    }
    DatabaseUser user(End end) {
        return {agenda, network, faults, trace, database, waiting, 1 + end, end, NodeId{7 + end}};
    }
    store::BatchHead nextHead() const {
        const auto tables = database.tablesOf(kEvent);
        store::BatchHead head;
        head.event = kEvent;
        head.epoch = database.findOwner(kEvent)->epoch;
        head.batch = tables.lastBatch + 1;
        head.now = database.clock();
        head.wakeAt = Instant::never();
        return head;
    }
    // One held seat.
    static engine::Changes hold(std::int64_t id, std::int32_t seat) {
        engine::Changes changes;
        changes.seats.push_back({SeatNo{seat}, {}, {engine::SeatStatus::Held, {}, id}});
        engine::ReservationRow row;
        row.id = ReservationId{id};
        row.request = request(static_cast<std::uint8_t>(id));
        row.seats = {{SeatNo{seat}, TicketTypeNo{0}}};
        row.total = Money{1000};
        changes.reservations.push_back(row);
        return changes;
    }
    std::optional<CommitResult> send(SimStore& store, const store::BatchHead& head,
                                     engine::Changes changes) {
        store::Batch batch;
        batch.add(std::move(changes));
        std::optional<CommitResult> answer;
        store.commit(head, batch, [&](CommitResult result) { answer = std::move(result); });
        while (!answer && agenda.step(INT64_MAX)) {
        }
        return answer;
    }
    std::string tables() const { return describe(database.tablesOf(kEvent)); }

    static constexpr EventId kEvent{3};
    Agenda agenda;
    Faults faults;
    Trace trace{agenda};
    Network network;
    SimDatabase database;
    GoingOn waiting{agenda};
    store::TakenOver taken;
};

}  // namespace tessera::simulation
