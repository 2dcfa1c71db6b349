// SPDX-License-Identifier: Apache-2.0
// Whether another node can be reached. What it says is a hint where to look, never evidence: a node
// whose counter moves is there, reachable or not (DESIGN 5).
//
// An interface, so that a simulated network can stand in. Thread-safe.
#pragma once

#include <string>

namespace tessera::cluster {

enum class Reach {
    Answered,
    Refused,  // Nothing listens there, or there is no such address.
    Silent,   // No answer in time.
};

class Network {
public:
    virtual ~Network() = default;
    // Blocks for at most 300 ms. `address`: as in its node's row.
    virtual Reach reach(const std::string& address) = 0;
};

}  // namespace tessera::cluster
