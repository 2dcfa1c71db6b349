// SPDX-License-Identifier: Apache-2.0
// How a call that blocks its thread passes simulated time.
//
// The product's blocking calls run on fibers (world/fiber.h): `wait` lets the rest of the world go
// on. Not thread-safe: there is one thread.
#pragma once

#include "shared/base/time.h"

namespace tessera::simulation {

class Waiting {
public:
    virtual ~Waiting() = default;
    // Comes back after `time`, later if the process was paused. False: the process has died, and
    // whatever the caller does now has no effect; it is to return an error at once.
    // REQUIRES: called on a fiber of this process.
    virtual bool wait(Duration time) = 0;
    virtual bool isDead() const = 0;
};

}  // namespace tessera::simulation
