// SPDX-License-Identifier: Apache-2.0
// The parts of `tessera-bench-store`: set-up, our side, and the other side.
//
// Not deterministic: it measures. Every part runs alone, on one thread of its own beside the
// store's. What cannot go on aborts with the reason: a benchmark has nobody to answer to.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "server/store/postgres_store.h"
#include "tests/support/private_postgres.h"

namespace tessera::bench {

// Before either side is measured.
inline constexpr std::chrono::seconds kWarmUp{2};

[[noreturn]] inline void die(const std::string& reason) {
    std::fprintf(stderr, "%s\n", reason.c_str());
    std::exit(1);
}

// The value, or the end of the program with the reason.
template <class T>
T valueOrDie(Result<T> result, const std::string& what) {
    if (!result) die(what + ": " + result.error().message);
    return std::move(*result);
}

struct Bench {
    std::unique_ptr<test::PrivatePostgres> cluster;
    std::shared_ptr<const engine::Layout> layout;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::Catalog> catalog;
    int seconds = 30;

    std::string sql(const std::string& text) const;
    std::int64_t number(const std::string& text) const;
    // Checkpoint and vacuum, so that every measurement starts from the same.
    void settle() const;
};

Bench setUp(int seconds);
// Events on the national stadium, with holds of 100 ms.
std::vector<EventId> createEvents(Bench& bench, int count);

struct PipelineFigures {
    double holdsPerSecond = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    double walBytesPerHold = 0;
    double commandsPerBatch = 0;
    double engineBusy = 0;  // Share of the time that the deciding thread was not waiting.
};
// `buyers` holds wait for their answers at any time, in each event.
PipelineFigures runPipeline(Bench& bench, const std::vector<EventId>& events, int buyers);

struct BaselineFigures {
    double holdsPerSecond = 0;
    double walBytesPerHold = 0;
    int clients = 0;
};
// One script for each count of clients; the best.
BaselineFigures runBaseline(Bench& bench, EventId event, const std::string& script);

}  // namespace tessera::bench
