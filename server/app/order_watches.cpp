// SPDX-License-Identifier: Apache-2.0
#include "server/app/order_watches.h"

#include <algorithm>
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

OrderWatches::OrderWatches(std::function<void(EventId, OrderId)> refresh)
    : refresh_(std::move(refresh)) {}

std::unique_ptr<OrderWatch> OrderWatches::add(EventId event, OrderId order,
                                              Reply<OrderAnswer> onChange) {
    const std::lock_guard lock(mutex_);
    const Key key{event, order};
    if (count_ >= kWatchesMax) return nullptr;
    auto& watched = watched_[key];
    if (watched.watchers.size() >= kWatchesPerOrderMax) return nullptr;
    ++count_;
    watched.watchers.push_back({++lastId_, std::move(onChange)});
    return std::make_unique<Handle>(shared_from_this(), key, lastId_);
}

void OrderWatches::remove(const Key& key, std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = watched_.find(key);
    if (found == watched_.end()) return;
    count_ -= std::erase_if(found->second.watchers,
                            [&](const Watcher& watcher) { return watcher.id == id; });
    if (!found->second.watchers.empty()) return;
    byAttempt_.erase(found->second.attempt);
    watched_.erase(found);
}

void OrderWatches::onCommitted(EventId event, const engine::Changes& changes) {
    std::vector<OrderId> touched;
    {
        const std::lock_guard lock(mutex_);
        if (watched_.empty()) return;
        for (const auto& update : changes.orderUpdates) {
            if (watched_.contains({event, update.id})) touched.push_back(update.id);
        }
        for (const auto& attempt : changes.attempts) {
            if (watched_.contains({event, attempt.order})) touched.push_back(attempt.order);
        }
        for (const auto& update : changes.attemptUpdates) {
            const auto key = byAttempt_.find(update.id);
            if (key != byAttempt_.end()) touched.push_back(key->second.order);
        }
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const OrderId order : touched) refresh_(event, order);
}

void OrderWatches::notify(EventId event, const OrderAnswer& answer) {
    std::vector<Reply<OrderAnswer>> replies;
    {
        const std::lock_guard lock(mutex_);
        const Key key{event, answer.view.id};
        const auto found = watched_.find(key);
        if (found == watched_.end()) return;
        byAttempt_.erase(found->second.attempt);
        found->second.attempt = answer.view.attempt;
        if (answer.view.attempt) byAttempt_[answer.view.attempt] = key;
        for (const auto& watcher : found->second.watchers) replies.push_back(watcher.onChange);
    }
    for (const auto& reply : replies) reply(answer);
}

}  // namespace tessera::app
