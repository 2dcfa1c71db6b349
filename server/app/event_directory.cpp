// SPDX-License-Identifier: Apache-2.0
#include "server/app/event_directory.h"

#include <utility>

#include "shared/base/check.h"

namespace tessera::app {
namespace {

// At once, of all nodes' events: those that others have and are late with (a provider that is away)
// must not hide those that nobody has.
constexpr std::int32_t kDueMax = 10000;

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

Problem EventDirectory::refusal() const {
    const std::lock_guard lock(mutex_);
    return closed_ ? unavailable("This node has left the others.")
                   : busy("Too many events are in use on this node.");
}

std::shared_ptr<EventActor> EventDirectory::find(EventId event) const {
    const std::lock_guard lock(mutex_);
    const auto found = actors_.find(event);
    return found == actors_.end() ? nullptr : found->second;
}

// An idle event has no deadlines, nothing that waits and nothing in flight: whoever asks for it
// next takes it over again. One whose seat map nobody watches goes first, of those the one that
// nobody has used for longest.
bool EventDirectory::evictIdleLocked() {
    auto best = actors_.end();
    std::pair<bool, std::int64_t> bestRank;
    for (auto it = actors_.begin(); it != actors_.end(); ++it) {
        if (!it->second->isIdle()) continue;
        const std::pair rank{it->second->isWatched(), it->second->lastUsedMicros()};
        if (best != actors_.end() && rank >= bestRank) continue;
        best = it;
        bestRank = rank;
    }
    if (best == actors_.end()) return false;
    best->second->close();
    actors_.erase(best);
    return true;
}

Status EventDirectory::loadDue(Instant now) {
    auto due = with_.store.dueEvents(now, kDueMax);
    if (!due) return tl::make_unexpected(std::move(due.error()));
    // One that is loaded here may be another node's by now, without a deadline here that would show
    // it: as late as it is, it is worth a batch.
    for (const store::DueEvent& each : *due) {
        if (const auto actor = find(each.event)) actor->renew();
    }
    std::int64_t left = 0;
    for (const EventId event : with_.owners.share(*due)) {
        // One that is here may have been another node's when it was last asked for.
        const auto actor = actorOf(event);
        actor ? actor->load() : void(++left);
    }
    if (left > 0) {
        // Their holds stay and their payments wait until an event here falls idle.
        with_.metrics.notLoaded.add(left);
        with_.log.error("due_events_not_loaded", {{"events", left}});
    }
    return {};
}

void EventDirectory::renewAll() {
    std::vector<std::shared_ptr<EventActor>> all;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [event, actor] : actors_) all.push_back(actor);
    }
    for (const auto& actor : all) actor->renew();
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
