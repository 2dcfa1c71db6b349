// SPDX-License-Identifier: Apache-2.0
// A random sale: buyers, staff and a faulty provider drive an engine; what changed is to be stored.
//
// Deterministic by seed.
#pragma once

#include <random>
#include <vector>

#include "server/engine/event_engine.h"
#include "tests/engine/random_provider.h"

namespace tessera::store {

// Holds and payments end within minutes.
engine::EventTerms quickTerms();

class ContractSale {
public:
    ContractSale(std::uint32_t seed, Instant start)
        : random_(seed), provider_(seed + 1), now_(start) {}

    // What was due and one command, with the request's row as the server adds it.
    engine::Changes step(engine::EventEngine& engine);

    Instant now() const { return now_; }
    // Of all commands so far, with effect or without.
    const std::vector<RequestId>& requests() const { return requests_; }
    const std::vector<engine::Code>& codes() const { return codes_; }

private:
    int pick(int most) { return between(random_, 0, most - 1); }
    RequestId nextRequest();
    engine::Command anyCommand(const engine::EventEngine& engine);
    engine::Command hold();
    engine::Command code();
    engine::Command otherCode();
    engine::Command terms(const engine::EventEngine& engine);
    engine::Command answer();
    ReservationId someReservation();
    static engine::Caller buyer(int number);

    std::mt19937 random_;
    engine::RandomProvider provider_;
    Instant now_;
    std::vector<engine::OutboxRow> calls_;
    std::vector<ReservationId> made_;
    std::vector<engine::Code> codes_;  // As they are to be, the open batch's, too.
    std::vector<RequestId> requests_;
};

}  // namespace tessera::store
