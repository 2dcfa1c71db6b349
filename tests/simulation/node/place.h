// SPDX-License-Identifier: Apache-2.0
// The places where nodes run: one process at a time at each, started again when it has died.
//
// Deterministic. Not thread-safe; owns the processes.
#pragma once

#include <memory>
#include <vector>

#include "tests/simulation/node/sim_node.h"

namespace tessera::simulation {

class Places final : public Addresses {
public:
    Places(SimNode::Surroundings with, std::int32_t count, Random random);
    ~Places() override;

    void startAll();
    std::int32_t count() const { return static_cast<std::int32_t>(nodes_.size()); }
    // Null while nothing runs there, or nothing that listens yet.
    SimNode* nodeAt(End place) const { return nodes_[static_cast<std::size_t>(place)].get(); }

    // So many at once, at the end of the faults: whoever they had owned nobody asks for.
    void killSome(Duration downFor);
    // So many stand still at once; some go on meanwhile, most of the time.
    void pauseSome(Duration time);

    // What faults do; a place where nothing runs stays as it is. All from the loop, not on a fiber.
    void kill(End place, Duration downFor);
    void pause(Fault kind, End place, Duration time);
    void stopGracefully(End place, Duration downFor);

    bool isAlive(ProcessNo process) const override;
    const SimNode::Surroundings& surroundings() const { return with_; }

private:
    void startAt(End place);
    void startLater(End place, Duration wait);

    SimNode::Surroundings with_;
    Random random_;
    app::ActorOptions options_;
    ProcessNo lastProcess_ = kWorld;
    std::vector<std::unique_ptr<SimNode>> nodes_;
    std::vector<bool> stopping_;
};

}  // namespace tessera::simulation
