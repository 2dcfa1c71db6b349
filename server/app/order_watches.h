// SPDX-License-Identifier: Apache-2.0
// Who follows which order: after a commit that touched an order its watchers get it anew.
//
// Thread-safe. Bounded: kWatchesPerOrderMax an order, kWatchesMax in all. A watcher gets the latest
// state, not every state between.
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
    // `refresh(event, order)` reads the order and calls `notify`.
    explicit OrderWatches(std::function<void(EventId, OrderId)> refresh);

    // Nothing if a bound is reached.
    std::unique_ptr<OrderWatch> add(EventId event, OrderId order, Reply<OrderAnswer> onChange);

    // By actors, after a commit.
    void onCommitted(EventId event, const engine::Changes& changes);
    // What a refresh found; goes to every watcher of the order.
    void notify(EventId event, const OrderAnswer& answer);

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
        AttemptId attempt;  // As last shown: an attempt's change says its own id alone.
        std::vector<Watcher> watchers;
    };
    class Handle;
    void remove(const Key& key, std::uint64_t id);

    const std::function<void(EventId, OrderId)> refresh_;
    std::mutex mutex_;
    std::unordered_map<Key, Watched, KeyHash> watched_;
    std::unordered_map<AttemptId, Key> byAttempt_;
    std::uint64_t lastId_ = 0;
    std::size_t count_ = 0;
};

}  // namespace tessera::app
