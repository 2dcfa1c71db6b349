// SPDX-License-Identifier: Apache-2.0
// The desks of this folder with their way to the database: what a server has of them.
//
// Thread-safe, as the desks are, but for stop, which one thread calls; owns them, their connections
// and the threads that reports are made on: however slow they are, whoever sells for cash does not
// wait behind them.
#pragma once

#include <memory>
#include <string>

#include "server/app/app_service.h"
#include "server/app/setup/inventory_desk.h"
#include "server/app/setup/setup_desk.h"
#include "server/runtime/thread_pool.h"

namespace tessera::setup {

class SetupRoom {
public:
    // What the desks share with the rest; all of it outlives the room.
    struct Parts {
        std::string conninfo;
        store::Catalog& catalog;
        plan::LayoutLibrary& layouts;
        const runtime::MonotonicClock& clock;
        app::AppService& app;
    };
    explicit SetupRoom(const Parts& parts)
        : inventoryRows_(store::makePostgresInventory(parts.conninfo, kConnections)),
          setupRows_(store::makePostgresSetup(parts.conninfo, kConnections)),
          inventory_(*inventoryRows_, parts.clock),
          reports_({.threads = kConnections, .queueMax = 256, .timersMax = 1}, parts.clock),
          setup_({*setupRows_,
                  parts.catalog,
                  parts.layouts,
                  {[&app = parts.app](std::int64_t count) { return app.newSharedIds(count); },
                   [&app = parts.app] { return app.serverTime(); }}}) {}

    InventoryDesk& inventory() { return inventory_; }
    SetupDesk& setup() { return setup_; }
    // For what asks the inventory.
    runtime::Executor& reports() { return reports_; }
    // Once nothing is asked any more; waits for what is under way.
    void stop() { reports_.stop(); }

private:
    static constexpr std::size_t kConnections = 2;

    std::unique_ptr<store::InventoryRows> inventoryRows_;
    std::unique_ptr<store::SetupRows> setupRows_;
    InventoryDesk inventory_;
    runtime::ThreadPool reports_;
    SetupDesk setup_;
};

}  // namespace tessera::setup
