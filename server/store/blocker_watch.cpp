// SPDX-License-Identifier: Apache-2.0
#include "server/store/blocker_watch.h"

#include "server/store/limits.h"

namespace tessera::store {
namespace {

constexpr std::chrono::seconds kDeadline{2};

}  // namespace

BlockerWatch::BlockerWatch(PgPool& pool, int backendPid)
    : pool_(pool), backendPid_(backendPid), thread_([this] { run(); }) {}

BlockerWatch::~BlockerWatch() {
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
        ended_.notify_one();
    }
    thread_.join();
}

void BlockerWatch::run() {
    auto wait = kBlockedPatience;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            if (ended_.wait_for(lock, std::chrono::microseconds(wait.micros),
                                [this] { return done_; }))
                return;
        }
        endBlockers();
        wait = kBlockedLookAgain;
    }
}

// A failure is met by looking again: the take-over itself has a deadline, and reports.
void BlockerWatch::endBlockers() {
    const auto deadline = std::chrono::steady_clock::now() + kDeadline;
    auto lease = pool_.lease(deadline);
    if (!lease) return;
    PgParams params;
    params.addInt4(backendPid_);
    const auto ended = (*lease)->query(
        "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a "
        "WHERE a.pid = ANY (pg_blocking_pids($1)) AND a.usename = current_user",
        params, deadline);
    static_cast<void>(ended);
}

}  // namespace tessera::store
