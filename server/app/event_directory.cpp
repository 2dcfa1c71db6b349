// SPDX-License-Identifier: Apache-2.0
#include "server/app/event_directory.h"

#include <utility>

#include "shared/base/check.h"

namespace tessera::app {
namespace {

constexpr std::int32_t kDueAtOnce = 100;

}  // namespace

EventDirectory::EventDirectory(ActorSurroundings& surroundings, std::size_t eventsMax)
    : with_(surroundings), eventsMax_(eventsMax) {
    TESSERA_CHECK(eventsMax > 0);
}

std::shared_ptr<EventActor> EventDirectory::actorOf(EventId event) {
    const std::lock_guard lock(mutex_);
    if (closed_) return nullptr;
    if (const auto found = actors_.find(event); found != actors_.end()) return found->second;
    if (actors_.size() >= eventsMax_ && !evictIdleLocked()) return nullptr;
    auto actor = std::make_shared<EventActor>(event, with_);
    actors_.emplace(event, actor);
    return actor;
}

std::shared_ptr<EventActor> EventDirectory::find(EventId event) const {
    const std::lock_guard lock(mutex_);
    const auto found = actors_.find(event);
    return found == actors_.end() ? nullptr : found->second;
}

// An idle event has no deadlines, nothing that waits and nothing in flight: whoever asks for it
// next takes it over again.
bool EventDirectory::evictIdleLocked() {
    for (auto it = actors_.begin(); it != actors_.end(); ++it) {
        if (!it->second->isIdle()) continue;
        it->second->close();
        actors_.erase(it);
        return true;
    }
    return false;
}

Status EventDirectory::loadDue(Instant now) {
    // Those loaded here may be due too: they must not hide the others.
    auto due = with_.store.dueEvents(now, kDueAtOnce + static_cast<std::int32_t>(size()));
    if (!due) return tl::make_unexpected(std::move(due.error()));
    for (const EventId event : *due) {
        if (find(event)) continue;
        if (const auto actor = actorOf(event)) actor->load();
    }
    return {};
}

void EventDirectory::closeAll() {
    std::unordered_map<EventId, std::shared_ptr<EventActor>> closing;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        closing.swap(actors_);
    }
    for (auto& [event, actor] : closing) actor->close();
}

std::size_t EventDirectory::size() const {
    const std::lock_guard lock(mutex_);
    return actors_.size();
}

}  // namespace tessera::app
