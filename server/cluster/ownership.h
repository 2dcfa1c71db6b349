// SPDX-License-Identifier: Apache-2.0
// Who may take an event over, and taking it (DESIGN 5).
//
// Thread-safe. `acquire` blocks on the database and the network. Taking over is always safe: the
// fence is in every batch; what is judged here keeps it rare. Nobody takes an event from a node
// whose counter moves.
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "server/cluster/membership.h"
#include "server/cluster/network.h"
#include "server/runtime/clock.h"
#include "server/store/nodes.h"
#include "server/store/store.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace tessera::cluster {

// Another node has it, and is there: it is to be asked.
struct OwnedElsewhere {
    NodeId owner;
};
// The owner is not known to be there nor to be gone: ask again in kLookAgain.
struct Undecided {};

using Acquired = std::variant<store::TakenOver, OwnedElsewhere, Undecided>;

inline constexpr Duration kLookAgain = Duration::ofMillis(100);

// What an event's actor needs to become its owner.
class Owners {
public:
    virtual ~Owners() = default;

    // Takes the event over if it is this node's already or its owner is gone.
    // Error::code store::kEventUnknown: there is no such event.
    virtual Result<Acquired> acquire(EventId event) = 0;

    // Of events that are due, those for this node to take: its own, and its share of those whose
    // owner is gone. Each goes to one of the nodes that are present.
    virtual std::vector<EventId> share(std::span<const store::DueEvent> due) = 0;
};

class Ownership final : public Owners {
public:
    struct Parts {
        store::Store& store;
        store::Nodes& nodes;
        Membership& membership;
        Network& network;
        const runtime::MonotonicClock& monotonic;
    };
    explicit Ownership(Parts parts) : with_(parts) {}

    Result<Acquired> acquire(EventId event) override;
    std::vector<EventId> share(std::span<const store::DueEvent> due) override;

private:
    enum class Verdict { Take, Elsewhere, Undecided };
    Verdict judge(NodeId owner);
    Verdict judgeMoving(NodeId owner);
    Standing standingOf(NodeId owner) const;
    void readNow();

    const Parts with_;
};

}  // namespace tessera::cluster
