// SPDX-License-Identifier: Apache-2.0
// Orders' records for many callers at once: who asks while a look-up for the same event is under
// way shares the next one with all who wait, and the next one waits a little for more of them. When
// a sale is paid for, thousands read their order in a second, and one look-up costs nearly what
// many do. Who asks alone waits for nobody.
//
// Thread-safe. A record is as new as its caller's question. At most one look-up of an event is
// under way, of at most store::kRecordsPerLookUp orders; at most kWaitingMost callers wait, and
// beyond them a caller is OVERLOADED at once. It borrows store and pool, and outlives its tasks on
// the pool.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/app/app.h"
#include "server/engine/order_record.h"
#include "server/runtime/executor.h"
#include "server/store/store.h"

namespace tessera::app {

class RecordDesk {
public:
    using Record = std::shared_ptr<const engine::OrderRecord>;
    static constexpr std::size_t kWaitingMost = 8192;
    static constexpr Duration kGather = Duration::ofMillis(20);

    RecordDesk(store::Store& store, runtime::Executor& blocking)
        : store_(store), blocking_(blocking) {}

    // Replies on the pool; ORDER_NOT_FOUND where there is none.
    void read(EventId event, OrderId id, Reply<Record> reply);

private:
    struct Waiting {
        OrderId id;
        Reply<Record> reply;
    };
    using Queue = std::deque<Waiting>;

    // A look-up on the pool; where that is full, whoever waits is told so.
    void lookUpSoon(EventId event);
    // The same, once more may have come.
    void lookUpTogether(EventId event);
    void lookUp(EventId event);
    Queue take(EventId event);

    store::Store& store_;
    runtime::Executor& blocking_;
    std::mutex mutex_;
    std::unordered_map<EventId, Queue> asked_;  // Of events with a look-up under way.
    std::size_t waiting_ = 0;                   // In all of them.
};

}  // namespace tessera::app
