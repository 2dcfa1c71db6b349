// SPDX-License-Identifier: Apache-2.0
// What is known of events to show them: names of ticket types, fees and taxes, labels of seats.
//
// A cache over App's catalog. Layouts are immutable and kept by id; an event's row is asked again
// when it is older than a second, while callers get what is there; a draft is always asked again.
// Thread-safe. What it gives is immutable and shared.
#pragma once

#include <memory>

#include "server/api/convert_layout.h"
#include "server/api/convert_seat_map.h"
#include "server/app/app.h"
#include "tessera/v1/event.pb.h"

namespace tessera::api {

struct ShownEvent {
    app::EventAnswer answer;
    v1::EventConfig config;
    std::shared_ptr<const ShownLayout> layout;
};

using ShownEventPtr = std::shared_ptr<const ShownEvent>;

class Presentation {
public:
    // All outlive it.
    Presentation(app::App& app, SeatMapEncoder& encoder);

    // Answers at once, on this thread, if the event is known.
    void find(EventId event, const app::Reply<ShownEventPtr>& reply);
    // The next find asks App: after a change by this node.
    void forget(EventId event);

    // An event's row with its layout, which is known or asked for.
    void show(app::EventAnswer answer, app::Reply<ShownEventPtr> reply);

private:
    struct State;
    std::shared_ptr<State> state_;
};

// The stored document is the EventConfig as JSON.
v1::EventConfig configOf(const store::EventRow& row);

}  // namespace tessera::api
