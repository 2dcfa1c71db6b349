// SPDX-License-Identifier: Apache-2.0
// What an event has: allocations, sales and manifests, as committed.
//
// Blocks: for threads that may. Thread-safe. Sales are counted once for all who ask within a second
// and a half; of at most kEventsCounted events what was counted is kept. Whoever asks meanwhile is
// answered by the thread that counts and holds none: at most kSalesWaiting of an event, then
// OVERLOADED.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "server/app/plan/plan_text.h"
#include "server/app/problem.h"
#include "server/engine/layout.h"
#include "server/runtime/clock.h"
#include "server/store/inventory_rows.h"

namespace tessera::setup {

inline constexpr std::size_t kEventsCounted = 64;
inline constexpr std::size_t kSalesWaiting = 256;
inline constexpr std::size_t kOrdersKept = 16;
inline constexpr Duration kCountedFor = Duration::ofMillis(1500);

using SeatOrder = std::shared_ptr<const std::vector<std::int32_t>>;

// Where a page of a manifest begins: after so many seats of the order, then after this place.
struct ManifestPosition {
    std::size_t seats = 0;
    store::InventoryRows::AreaPlace place{};
};

struct ManifestAsk {
    EventId event;
    bool waiting = false;  // At will call alone: active, and not handed out.
    std::int32_t limit = 200;
    ManifestPosition from{};
};

struct ManifestPage {
    std::vector<store::ManifestRow> rows;
    std::optional<ManifestPosition> next;  // Nothing: that was all.
};

class InventoryDesk {
public:
    // Both outlive it.
    InventoryDesk(store::InventoryRows& rows, const runtime::MonotonicClock& clock)
        : rows_(rows), clock_(clock) {}

    using Sales = app::Answer<std::shared_ptr<const store::SalesCounts>>;
    using SalesReply = std::function<void(const Sales&)>;

    app::Answer<std::vector<store::AllocatedRun>> allocations(EventId event);
    // Replies on the thread that counts: this one, or the one that began before.
    void sales(EventId event, const engine::Layout& layout, const SalesReply& reply);
    // REQUIRES: 1 <= limit < kManifestPerRead + 1; the order is of the event's layout.
    app::Answer<ManifestPage> manifest(const ManifestAsk& ask,
                                       const std::vector<std::int32_t>& order);
    // The layout's seats as people read them; kept for the layouts asked for last.
    SeatOrder orderOf(LayoutId id, const engine::Layout& layout, const plan::PlanText& text);

private:
    struct Counted {
        std::mutex mutex;
        bool counting = false;
        std::vector<SalesReply> waiting;
        std::int64_t countedMicros = 0;
        std::shared_ptr<const store::SalesCounts> counts;
    };
    std::shared_ptr<Counted> counted(EventId event);
    Status readSeats(const ManifestAsk& ask, const std::vector<std::int32_t>& order,
                     std::vector<store::ManifestRow>& rows) const;

    store::InventoryRows& rows_;
    const runtime::MonotonicClock& clock_;
    std::mutex mutex_;
    std::map<EventId, std::shared_ptr<Counted>> counted_;
    std::vector<std::pair<LayoutId, SeatOrder>> orders_;  // The latest last.
};

}  // namespace tessera::setup
