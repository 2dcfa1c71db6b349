// SPDX-License-Identifier: Apache-2.0
// The server's time as answers have told it, and request ids stamped with it.
//
// Reads the time since the device was started, its sleep included; the device's wall clock only
// until the server has said its time once. It is behind the server's by what the answer took, never
// ahead. Thread-safe.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "shared/base/time.h"

namespace tessera::client {

class ServerClock {
public:
    void learn(Instant serverTime);
    Instant now() const;
    // A UUID of version 7 for one mutation; random but for its stamp.
    std::string newRequestId() const;

private:
    struct Known {
        Instant server;
        std::int64_t at = 0;  // In microseconds since the device was started.
    };
    mutable std::mutex mutex_;
    std::optional<Known> known_;
};

}  // namespace tessera::client
