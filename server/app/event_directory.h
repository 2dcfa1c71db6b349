// SPDX-License-Identifier: Apache-2.0
// Which events this node owns, and the actor of each.
//
// An event's actor is made when somebody asks for the event, or when its wake_at is due. Bounded:
// beyond eventsMax an idle event is closed; if none is idle, the newcomer is refused. Thread-safe.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "server/app/event_actor.h"

namespace tessera::app {

class EventDirectory {
public:
    EventDirectory(ActorSurroundings& surroundings, std::size_t eventsMax);

    // The actor of the event, made if need be; nothing if eventsMax are busy.
    std::shared_ptr<EventActor> actorOf(EventId event);
    // Why there was no actor.
    Problem refusal() const;
    // Only if it is here already.
    std::shared_ptr<EventActor> find(EventId event) const;

    // Takes over this node's share of the events whose wake_at has passed and that it does not have
    // yet: an event without traffic still releases its holds and settles its payments. Blocks on
    // the database.
    Status loadDue(Instant now);

    // Every event here finds out whether it is still this node's.
    void renewAll();

    void closeAll();
    std::size_t size() const;

private:
    bool evictIdleLocked();

    ActorSurroundings& with_;
    const std::size_t eventsMax_;
    mutable std::mutex mutex_;
    std::unordered_map<EventId, std::shared_ptr<EventActor>> actors_;
    bool closed_ = false;
};

}  // namespace tessera::app
