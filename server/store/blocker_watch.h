// SPDX-License-Identifier: Apache-2.0
// Ends those who block a backend for longer than 300 ms.
//
// Watches from its own thread while it lives, over a connection of a pool that no take-over uses.
// Only sessions of the same role are ended: a former owner that was cut off in the middle, never an
// administrator.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/store/pg_connection.h"

namespace tessera::store {

class BlockerWatch {
public:
    BlockerWatch(PgPool& pool, int backendPid);
    ~BlockerWatch();
    BlockerWatch(const BlockerWatch&) = delete;
    BlockerWatch& operator=(const BlockerWatch&) = delete;

private:
    void run();
    void endBlockers();

    PgPool& pool_;
    const int backendPid_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool done_ = false;  // Guarded by mutex_.
    std::thread thread_;
};

}  // namespace tessera::store
