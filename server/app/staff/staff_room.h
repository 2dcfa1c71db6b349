// SPDX-License-Identifier: Apache-2.0
// All of a node's staff side behind its port: rows, authority, desk and office, and the turn that
// reads accounts and devices again every two seconds.
//
// Thread-safe but for start and stop, which one thread calls. Owns its parts and two connections;
// its turns block on the executor that it is given, which outlives it, as the log does.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/app/staff/desk.h"
#include "server/app/staff/office.h"
#include "server/runtime/config.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/periodic.h"

namespace tessera::staff {

// Who is shut out is out everywhere after that, and the time of a reading.
inline constexpr Duration kReadEvery = Duration::ofSeconds(2);

class StaffRoom {
public:
    struct Parts {
        const std::string& conninfo;
        std::string_view tokenKey;  // 32 bytes.
        runtime::Executor& blocking;
        runtime::Log& log;
    };
    // Reads the authority's files and, once, accounts and devices; fails where it cannot.
    static Result<std::unique_ptr<StaffRoom>> open(const runtime::StaffListenConfig& config,
                                                   const Parts& parts);

    void start() { reading_->start(); }
    void stop() { reading_->stop(); }
    Desk& desk() { return *desk_; }
    Office& office() { return *office_; }

private:
    StaffRoom() = default;

    std::unique_ptr<store::StaffRows> rows_;
    std::unique_ptr<DeviceAuthority> authority_;
    Turns hashing_{kHashesAtOnce};
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<Office> office_;
    std::unique_ptr<runtime::Periodic> reading_;
};

}  // namespace tessera::staff
