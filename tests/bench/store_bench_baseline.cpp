// SPDX-License-Identifier: Apache-2.0
// The other side: pgbench with the same rows. Holds are counted by the rows that they left.
#include <chrono>
#include <cstdio>

#include "tests/bench/store_bench.h"

namespace tessera::bench {
namespace {

std::int64_t runNumber = 0;

}  // namespace

BaselineFigures runBaseline(Bench& bench, EventId event, const std::string& script) {
    BaselineFigures best;
    const std::string walNow = "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint";
    const std::string made =
        "SELECT count(*) FROM reservation WHERE event_id = " + std::to_string(event.value);
    for (const int clients : {8, 32}) {
        bench.sql("UPDATE seat SET status = 0, holder = 0 WHERE status = 1 AND event_id = " +
                  std::to_string(event.value));
        bench.settle();
        const auto value = [](const char* name, std::int64_t number) {
            return std::string(name) + "=" + std::to_string(number);
        };
        const auto pgbench =
            valueOrDie(test::ChildProcess::start(
                           {.argv = {test::PrivatePostgres::program("pgbench"),
                                     "-n",
                                     "-M",
                                     "prepared",
                                     "-c",
                                     std::to_string(clients),
                                     "-j",
                                     "2",
                                     "-T",
                                     std::to_string(kWarmUp.count() + bench.seconds),
                                     "-D",
                                     value("event", event.value),
                                     "-D",
                                     value("base", ++runNumber * 100000000000),
                                     "-D",
                                     value("pairs", bench.layout->seatCount() / 2),
                                     "-D",
                                     "n=0",
                                     "-f",
                                     std::string(TESSERA_SOURCE_DIR "/tests/bench/") + script,
                                     bench.cluster->conninfo()},
                            .workDir = "/"}),
                       "start pgbench");
        if (pgbench->waitForExit(kWarmUp)) die("pgbench: " + pgbench->output());
        const auto started = std::chrono::steady_clock::now();
        const std::int64_t before = bench.number(made);
        const std::int64_t walBefore = bench.number(walNow);
        const auto code = pgbench->waitForExit(std::chrono::seconds(bench.seconds + 60));
        if (code != 0) die("pgbench: " + pgbench->output());
        const double took =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        const auto holds = static_cast<double>(bench.number(made) - before);
        const double rate = holds / took;
        std::printf("  %-20s %2d clients  %8.0f holds/s\n", script.c_str(), clients, rate);
        std::fflush(stdout);
        if (rate > best.holdsPerSecond) {
            best = {rate, static_cast<double>(bench.number(walNow) - walBefore) / holds, clients};
        }
    }
    return best;
}

}  // namespace tessera::bench
