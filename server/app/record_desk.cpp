// SPDX-License-Identifier: Apache-2.0
#include "server/app/record_desk.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tessera::app {

void RecordDesk::read(EventId event, OrderId id, Reply<Record> reply) {
    std::unique_lock lock(mutex_);
    if (waiting_ >= kWaitingMost) {
        lock.unlock();
        return reply(tl::make_unexpected(busy("Too many reads wait for the database.")));
    }
    const auto [queue, first] = asked_.try_emplace(event);
    queue->second.push_back({id, std::move(reply)});
    ++waiting_;
    lock.unlock();
    if (first) lookUpSoon(event);
}

void RecordDesk::lookUpSoon(EventId event) {
    auto task = [this, event] { lookUp(event); };
    if (blocking_.post(std::move(task)) == runtime::PostOutcome::Accepted) return;
    Queue refused;
    {
        const std::lock_guard lock(mutex_);
        refused = std::move(asked_[event]);
        asked_.erase(event);
        waiting_ -= refused.size();
    }
    for (const Waiting& asked : refused) {
        asked.reply(tl::make_unexpected(busy("Too many reads wait for the database.")));
    }
}

void RecordDesk::lookUpTogether(EventId event) {
    if (!blocking_.after(kGather, [this, event] { lookUpSoon(event); })) lookUpSoon(event);
}

RecordDesk::Queue RecordDesk::take(EventId event) {
    const std::lock_guard lock(mutex_);
    Queue& queue = asked_[event];
    const auto end = queue.begin() +
                     static_cast<std::ptrdiff_t>(std::min(store::kRecordsPerLookUp, queue.size()));
    Queue taken(std::make_move_iterator(queue.begin()), std::make_move_iterator(end));
    queue.erase(queue.begin(), end);
    waiting_ -= taken.size();
    return taken;
}

void RecordDesk::lookUp(EventId event) {
    const Queue asked = take(event);
    std::vector<OrderId> ids;
    for (const Waiting& one : asked) ids.push_back(one.id);
    const auto records = store_.readRecords(event, ids);
    std::size_t more = 0;
    {
        const std::lock_guard lock(mutex_);
        more = asked_[event].size();
        if (more == 0) asked_.erase(event);
    }
    // The next one is on its way while these are told.
    if (more >= store::kRecordsPerLookUp) {
        lookUpSoon(event);
    } else if (more > 0) {
        lookUpTogether(event);
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!records) {
            asked[i].reply(tl::make_unexpected(unavailable("The look-up failed.")));
        } else if ((*records)[i] == nullptr) {
            asked[i].reply(tl::make_unexpected(notFound("ORDER_NOT_FOUND")));
        } else {
            asked[i].reply((*records)[i]);
        }
    }
}

}  // namespace tessera::app
