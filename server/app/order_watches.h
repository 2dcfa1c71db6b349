// SPDX-License-Identifier: Apache-2.0
// Who follows which order: after a commit that touched an order its watchers get it anew.
//
// One reading of an order is under way at a time, and what is touched meanwhile is read once more:
// watchers see states in order, and the last one for certain, but not every state between. A
// reading that fails ends the watches of its order with the problem. Thread-safe. Bounded:
// kWatchesPerOrderMax an order, kWatchesMax in all.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/app/app.h"
#include "server/engine/changes.h"

namespace tessera::app {

inline constexpr std::size_t kWatchesPerOrderMax = 16;
inline constexpr std::size_t kWatchesMax = 50000;

class OrderWatches : public std::enable_shared_from_this<OrderWatches> {
public:
    // Reads the order whoever asks.
    using Read = std::function<void(EventId, OrderId, Reply<OrderAnswer>)>;
    explicit OrderWatches(Read read);

    // Nothing if a bound is reached. Call refresh() for the first state.
    std::unique_ptr<OrderWatch> add(EventId event, OrderId order, Reply<OrderAnswer> onChange);
    // Shows the order as it is to all who watch it.
    void refresh(EventId event, OrderId order);

    // By actors, after a commit.
    void onCommitted(EventId event, const engine::Changes& changes);
    // By actors: the event was loaded anew, so that what was committed before may be news.
    void onTakenOver(EventId event);
    // By actors: changes are told elsewhere from now on. Ends the watches of the event.
    void onLeft(EventId event);

private:
    struct Key {
        EventId event;
        OrderId order;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const {
            return std::hash<EventId>{}(key.event) ^ (std::hash<OrderId>{}(key.order) << 1);
        }
    };
    struct Watcher {
        std::uint64_t id = 0;
        Reply<OrderAnswer> onChange;
    };
    struct Watched {
        std::uint64_t generation = 0;  // An order left by all and watched anew is another one.
        bool reading = false;
        bool touched = false;  // While it was being read.
        std::vector<Watcher> watchers;
    };
    class Handle;
    void remove(const Key& key, std::uint64_t id);
    void read(const Key& key, std::uint64_t generation);
    void onRead(const Key& key, std::uint64_t generation, const Answer<OrderAnswer>& answer);

    const Read read_;
    std::mutex mutex_;
    std::unordered_map<Key, Watched, KeyHash> watched_;
    std::uint64_t lastId_ = 0;
    std::size_t count_ = 0;
};

}  // namespace tessera::app
