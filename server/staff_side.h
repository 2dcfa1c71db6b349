// SPDX-License-Identifier: Apache-2.0
// The rooms of a node that staff's work needs, as one part of it: wiring only.
//
// Started and stopped by the node's main thread; what it has is thread-safe.
#pragma once

#include <memory>
#include <optional>

#include "server/api/server_edges.h"
#include "server/app/app_service.h"
#include "server/app/counter.h"
#include "server/app/plan/layout_library.h"
#include "server/app/setup/setup_room.h"
#include "server/app/shift/shift_room.h"
#include "server/app/staff/staff_room.h"
#include "server/runtime/config.h"

namespace tessera {

class StaffSide {
public:
    // All outlive it.
    struct Parts {
        const runtime::ServerConfig& config;
        std::string_view tokenKey;  // 32 bytes.
        app::AppService& app;
        store::Catalog& catalog;
        plan::LayoutLibrary& layouts;
        const tickets::TicketSigner& signer;
        runtime::DatabaseClock& clock;
        const runtime::MonotonicClock& monotonic;
        runtime::Executor& blocking;
        runtime::Log& log;
    };
    // Persons are kept and erased in any case; the rest where there is a port for it. Fails as
    // StaffRoom::open.
    Status open(const Parts& parts);

    void startKeeping() { counter_->start(); }
    void stopServing();
    void stopKeeping();
    // Nothing: there is no port for it.
    std::optional<api::StaffParts> parts();

private:
    std::unique_ptr<app::CounterRoom> counter_;
    std::unique_ptr<staff::StaffRoom> staff_;   // Null: there is no port for it.
    std::unique_ptr<shift::ShiftRoom> shifts_;  // As staff_.
    std::optional<setup::SetupRoom> setup_;     // As staff_.
};

}  // namespace tessera
