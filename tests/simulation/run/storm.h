// SPDX-License-Identifier: Apache-2.0
// The faults that come by themselves: nodes killed and paused, clocks stepped, links cut, a
// database that is slow or away. Each kind at its own drawn pace, until the calm.
//
// Deterministic. Not thread-safe.
#pragma once

#include <functional>

#include "tests/simulation/node/place.h"

namespace tessera::simulation {

class Storm {
public:
    Storm(Places& places, Random random);

    void start();

private:
    void each(Fault fault, std::function<void()> happen);
    void next(Fault fault, const std::shared_ptr<std::function<void()>>& happen);
    End somePlace() { return static_cast<End>(random_.between(0, places_.count() - 1)); }
    // Mostly short, sometimes long.
    Duration someTime(Duration longest);

    Places& places_;
    const SimNode::Surroundings& with_;
    Random random_;
};

}  // namespace tessera::simulation
