// SPDX-License-Identifier: Apache-2.0
// Sends batches: each writer thread has one connection and sends one message at a time.
//
// Thread-safe. An event always goes to the same writer, so its batches stay in order. Owns its
// threads; its destructor answers what waits with NotDone and lets what was sent end or time out.
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/store/batch.h"
#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "server/store/store.h"

namespace tessera::store {

struct CommitterOptions {
    std::string conninfo;
    std::size_t writers = 8;
    Duration deadline = kCallDeadline;  // From sending to the answer.
    std::size_t waitingMax = 4096;      // Per writer; beyond it: NotDone at once.
};

class Committer {
public:
    explicit Committer(CommitterOptions options);
    ~Committer();
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    void commit(const BatchHead& head, const engine::Changes& changes,
                std::function<void(CommitResult)> done);

private:
    struct Job {
        PgParams params;
        std::function<void(CommitResult)> done;
        std::size_t kind = 0;  // Of statements_.
    };
    struct Writer {
        std::mutex mutex;
        std::condition_variable wanted;
        std::deque<Job> waiting;  // Guarded by mutex.
        bool stopping = false;    // Guarded by mutex.
        // Of the writer's thread alone.
        std::unique_ptr<PgConnection> connection;
        SteadyTime connectAgainAt{};
        std::thread thread;
    };

    void run(Writer& writer);
    CommitResult send(Writer& writer, const Job& job);
    CommitResult connect(Writer& writer);

    const CommitterOptions options_;
    // Of a batch as most are; of one with rows of the trail, of the desk, of both: with their
    // parameters' types.
    struct Statement {
        const char* name;
        std::string sql;
        PgParams types;
    };
    const std::array<Statement, 4> statements_;
    std::vector<std::unique_ptr<Writer>> writers_;
};

// What a failed statement says about a batch.
CommitOutcome outcomeOf(const PgFailure& failure);

}  // namespace tessera::store
