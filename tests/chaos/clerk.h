// SPDX-License-Identifier: Apache-2.0
// Who hands cash back: each refund of cash that waits is settled, by the API.
//
// Blocks; one thread.
#pragma once

#include "tests/chaos/tables.h"
#include "tests/chaos/world.h"

namespace tessera::chaos {

class Clerk {
public:
    // REQUIRES: both outlive it.
    Clerk(World& world, audit::Database& database)
        : world_(world), database_(database), client_(integration::Edge::Rest, world.stack) {}

    // All that wait now, once each; what fails is tried again the next time.
    void handOver();
    int handed() const { return handed_; }

private:
    World& world_;
    audit::Database& database_;
    integration::ApiClient client_;
    int handed_ = 0;
};

}  // namespace tessera::chaos
