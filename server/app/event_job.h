// SPDX-License-Identifier: Apache-2.0
// One command on its way through an event's actor, with what is to happen when it is answered.
//
// Moved from thread to thread, never shared. `done` is called exactly once, or never if it is
// empty.
#pragma once

#include <functional>
#include <optional>
#include <tl/expected.hpp>
#include <variant>

#include "server/app/app.h"
#include "server/app/problem.h"
#include "server/engine/event_engine.h"
#include "server/store/store.h"

namespace tessera::app {

struct EventJob {
    engine::Command command;
    // Makes the command from the state at the instant it is decided (UpdateEvent keeps what it does
    // not change); empty: `command` as it is.
    std::function<engine::Command(const engine::EventEngine&)> make;
    // Judges the state at that instant before the engine does, once the request id is known to be
    // new; what it refuses is remembered as the engine's refusals are, but for what is of the
    // moment (Aborted, ResourceExhausted, Unavailable, DeadlineExceeded): that is judged anew.
    std::function<std::optional<Problem>(const engine::EventEngine&)> judge;
    std::optional<Mutation> mutation;
    std::function<void(JobResult)> done;
    bool sheddable = true;
    bool lookedUp = false;  // The database has been asked for mutation->request,
    std::optional<store::TakenOver::Request> found;  // and has said this of it.
    int tries = 0;                                   // How often a commit of it failed.
    std::int64_t arrivedMicros = 0;                  // Monotonic.
};

inline bool isProviderAnswer(const EventJob& job) {
    return std::holds_alternative<engine::RecordProviderAnswer>(job.command);
}

}  // namespace tessera::app
