// SPDX-License-Identifier: Apache-2.0
// What people need of the system: to ask, and to be told or not.
//
// Whoever implements it takes a question over the simulated network to some node's App and brings
// back what is said. It tells no witness: the client does, when it asks and when it is told. Not
// thread-safe.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "tests/simulation/audit/observed.h"

namespace tessera::simulation {

class Shop {
public:
    // Nothing: no answer within the client's patience.
    using Answer = std::function<void(std::optional<Said>)>;

    virtual ~Shop() = default;

    // Of the next call: each is given once, ascending.
    virtual CallNo nextCall() = 0;
    // Sends it. `answer` is called exactly once, later, as an entry of kWorld, after at most
    // `kPatience`; what arrives after that is nobody's. The caller's credentials are its hash and
    // the channel Web; what only staff asks comes from staff.
    virtual void ask(Asked asked, Answer answer) = 0;
    static constexpr Duration kPatience = Duration::ofSeconds(10);

    // What a clock that is right would show: the server's time, about.
    virtual Instant serverTime() const = 0;
    // What somebody who looks at the event's map sees now, a byte a seat (SeatStatus), stale as it
    // may be; empty: no map, and people guess.
    virtual std::span<const std::uint8_t> mapOf(EventId /*event*/) const { return {}; }
};

}  // namespace tessera::simulation
