// SPDX-License-Identifier: Apache-2.0
// A change of what an event shows and sells by: merged into what it is, and merged anew where
// others changed it meanwhile.
//
// Keeps itself alive until it has replied. Thread-safe: one step runs at a time.
#pragma once

#include <functional>
#include <memory>

#include "server/api/handlers.h"

namespace tessera::api {

// Encodes an event as App gave it, and lets go of what was shown of it before.
app::Reply<app::EventAnswer> eventTo(HandlerContext context, app::Reply<v1::Event> reply);

class EventMerge : public std::enable_shared_from_this<EventMerge> {
public:
    struct Steps {
        // What the event is to show.
        std::function<app::Answer<v1::EventConfig>(const ShownEvent&)> change;
        // Sends it, with how the event was.
        std::function<void(app::EventChange, const ShownEvent&, app::Reply<app::EventAnswer>)> send;
    };
    EventMerge(HandlerContext context, EventId event, Steps steps, app::Reply<v1::Event> reply);

    void merge();

private:
    void fail(app::Problem problem);
    template <class Terms>
    void onShown(const ShownEvent& shown, const Terms& now);

    const HandlerContext context_;
    const EventId event_;
    const Steps steps_;
    const app::Reply<v1::Event> reply_;
    int merges_ = 0;
};

}  // namespace tessera::api
