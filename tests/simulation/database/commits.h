// SPDX-License-Identifier: Apache-2.0
// The batches of one process that are under way to the database or not answered yet.
//
// Deterministic. Served as things of the world; heard by an entry of the process, which waits with
// a paused one and is lost with a dead one. Owned by its SimStore; the world knows it weakly.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "tests/simulation/database/sim_store.h"

namespace tessera::simulation {

class SimStore::Commits : public std::enable_shared_from_this<SimStore::Commits> {
public:
    explicit Commits(DatabaseUser user) : user_(user) {}

    void send(const store::BatchHead& head, const engine::Changes& changes,
              std::function<void(store::CommitResult)> done);

private:
    using Number = std::int64_t;
    // One batch on its way. Of the world: outlives the process.
    struct Sent;
    struct Unanswered {
        std::function<void(store::CommitResult)> done;
        std::optional<store::CommitResult> heard;
        EntryNo deadline = 0;
    };

    Duration lateness() const;
    void sendIntoNothing(Number no);
    void heardIn(Duration time, Number no, store::CommitResult result);
    void hear(Number no, store::CommitResult result);
    void deliver(Number no);
    static void arrive(const std::shared_ptr<Sent>& sent, std::int64_t life);
    static void serve(const std::shared_ptr<Sent>& sent, DatabaseService::Ending ending);
    static void answer(const std::shared_ptr<Sent>& sent, store::CommitResult result);
    static void loseAnswer(const std::shared_ptr<Sent>& sent);

    const DatabaseUser user_;
    std::map<Number, Unanswered> unanswered_;
    Number last_ = 0;
    bool mustConnect_ = false;
};

}  // namespace tessera::simulation
