// SPDX-License-Identifier: Apache-2.0
// One process's way to the database: what becomes of a call that blocks its fiber.
//
// Deterministic. The call is under way as a thing of the world: it is served although its process
// is paused or has died meanwhile. Not thread-safe; of one process, and goes with it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "shared/base/result.h"
#include "tests/simulation/database/sim_database.h"
#include "tests/simulation/world/network.h"
#include "tests/simulation/world/waiting.h"

namespace tessera::simulation {

// What the calls of one process need; all of it outlives them, but `waiting` only the process.
struct DatabaseUser {
    Agenda& agenda;
    Network& network;
    Faults& faults;
    Trace& trace;
    SimDatabase& database;
    Waiting& waiting;
    ProcessNo process = kWorld;
    End end = 0;  // Its place in the network.
    NodeId node;  // As which it owns events.
};

// How often, and how soon, a call whose connection is cut hears of it before its deadline.
inline constexpr std::int64_t kResetPerMillion = 300000;
inline constexpr Duration kReset = Duration::ofMillis(1);

class Link {
public:
    Link(DatabaseUser user, Duration deadline) : user_(user), deadline_(deadline) {}

    struct Ask {
        std::string tried;  // For the error: "find an order".
        EventId event{};    // Whose fence it takes, if it takes over.
        DatabaseService::Kind kind = DatabaseService::Kind::Read;
    };
    // `work` happens once at the database, or not at all. REQUIRES: on a fiber of the process.
    template <class T>
    Result<T> call(const Ask& ask, std::function<Result<T>(SimDatabase&)> work) {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        const auto heard = send(ask, [answer, work = std::move(work), database = &user_.database] {
            *answer = work(*database);
        });
        if (!heard) return tl::make_unexpected(heard.error());
        return std::move(**answer);
    }

private:
    struct Question;
    Status send(const Ask& ask, std::function<void()> work);
    Status sendIntoNothing(const std::string& tried);
    static void arrive(const DatabaseUser& user, std::int64_t life, const Ask& ask,
                       const std::shared_ptr<Question>& question, std::function<void()> work);

    const DatabaseUser user_;
    const Duration deadline_;
    bool mustConnect_ = false;  // The last call got no answer.
};

}  // namespace tessera::simulation
