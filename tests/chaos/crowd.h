// SPDX-License-Identifier: Apache-2.0
// All the buyers of a run, on threads of its own, until so many orders were made.
//
// Starts with the object; join() ends it. Who comes back later makes room for others meanwhile.
#pragma once

#include <thread>
#include <vector>

#include "tests/chaos/world.h"

namespace tessera::chaos {

class Crowd {
public:
    explicit Crowd(World& world);
    ~Crowd();
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    bool done() const { return running_.load() == 0; }
    void join();

private:
    void run();

    World& world_;
    std::atomic<int> running_;
    std::vector<std::thread> threads_;
};

}  // namespace tessera::chaos
