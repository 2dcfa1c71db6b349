// SPDX-License-Identifier: Apache-2.0
#include "server/app/order_watches.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tessera::app {

class OrderWatches::Handle final : public OrderWatch {
public:
    Handle(std::shared_ptr<OrderWatches> watches, Key key, std::uint64_t id)
        : watches_(std::move(watches)), key_(key), id_(id) {}
    ~Handle() override { watches_->remove(key_, id_); }

private:
    std::shared_ptr<OrderWatches> watches_;
    Key key_;
    std::uint64_t id_;
};

OrderWatches::OrderWatches(Read read) : read_(std::move(read)) {}

std::unique_ptr<OrderWatch> OrderWatches::add(EventId event, OrderId order,
                                              Reply<OrderAnswer> onChange) {
    const std::lock_guard lock(mutex_);
    const Key key{event, order};
    if (count_ >= kWatchesMax) return nullptr;
    auto& watched = watched_[key];
    if (watched.watchers.size() >= kWatchesPerOrderMax) return nullptr;
    ++count_;
    ++lastId_;
    if (watched.generation == 0) watched.generation = lastId_;
    watched.watchers.push_back({lastId_, std::move(onChange)});
    return std::make_unique<Handle>(shared_from_this(), key, lastId_);
}

void OrderWatches::remove(const Key& key, std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = watched_.find(key);
    if (found == watched_.end()) return;
    count_ -= std::erase_if(found->second.watchers,
                            [&](const Watcher& watcher) { return watcher.id == id; });
    if (found->second.watchers.empty()) watched_.erase(found);
}

void OrderWatches::refresh(EventId event, OrderId order) {
    const Key key{event, order};
    std::uint64_t generation = 0;
    {
        const std::lock_guard lock(mutex_);
        const auto found = watched_.find(key);
        if (found == watched_.end()) return;
        if (std::exchange(found->second.reading, true)) {
            found->second.touched = true;
            return;
        }
        generation = found->second.generation;
    }
    read(key, generation);
}

void OrderWatches::read(const Key& key, std::uint64_t generation) {
    read_(key.event, key.order,
          [self = shared_from_this(), key, generation](const Answer<OrderAnswer>& answer) {
              self->onRead(key, generation, answer);
          });
}

void OrderWatches::onRead(const Key& key, std::uint64_t generation,
                          const Answer<OrderAnswer>& answer) {
    std::vector<Watcher> told;
    {
        const std::lock_guard lock(mutex_);
        const auto found = watched_.find(key);
        if (found == watched_.end() || found->second.generation != generation) return;
        if (answer) {
            told = found->second.watchers;
        } else {
            told.swap(found->second.watchers);
            count_ -= told.size();
            watched_.erase(found);
        }
    }
    for (const auto& watcher : told) watcher.onChange(answer);
    if (!answer) return;
    {
        // Only now the next: its state is not to come before this one.
        const std::lock_guard lock(mutex_);
        const auto found = watched_.find(key);
        if (found == watched_.end() || found->second.generation != generation) return;
        found->second.reading = std::exchange(found->second.touched, false);
        if (!found->second.reading) return;
    }
    read(key, generation);
}

void OrderWatches::onCommitted(EventId event, const engine::Changes& changes) {
    std::vector<OrderId> touched;
    {
        const std::lock_guard lock(mutex_);
        if (watched_.empty()) return;
        const auto touch = [&](OrderId order) {
            if (watched_.contains({event, order})) touched.push_back(order);
        };
        for (const auto& update : changes.orderUpdates) touch(update.id);
        for (const auto& attempt : changes.attempts) touch(attempt.order);
        for (const auto& update : changes.attemptUpdates) touch(update.order);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const OrderId order : touched) refresh(event, order);
}

void OrderWatches::onTakenOver(EventId event) {
    std::vector<OrderId> watched;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [key, unused] : watched_) {
            if (key.event == event) watched.push_back(key.order);
        }
    }
    for (const OrderId order : watched) refresh(event, order);
}

void OrderWatches::onLeft(EventId event) {
    std::vector<Watcher> ended;
    {
        const std::lock_guard lock(mutex_);
        for (auto it = watched_.begin(); it != watched_.end();) {
            if (it->first.event != event) {
                ++it;
                continue;
            }
            auto& watchers = it->second.watchers;
            ended.insert(ended.end(), std::make_move_iterator(watchers.begin()),
                         std::make_move_iterator(watchers.end()));
            it = watched_.erase(it);
        }
        count_ -= ended.size();
    }
    const Problem moved = unavailable("The event is moving to another node.");
    for (const auto& watcher : ended) watcher.onChange(tl::make_unexpected(moved));
}

}  // namespace tessera::app
