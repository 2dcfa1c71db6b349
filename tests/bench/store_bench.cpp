// SPDX-License-Identifier: Apache-2.0
// tessera-bench-store: holds through engine and store, beside PostgreSQL alone.
#include "tests/bench/store_bench.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "shared/base/time.h"

namespace tessera::bench {
namespace {

constexpr int kBuyersOne = 300;     // Who wait at one time, in one event.
constexpr int kBuyersHundred = 10;  // In each of a hundred.
constexpr double kRatioMin = 3;
constexpr double kP99MsMax = 50;
constexpr double kWalBytesMax = 1000;

struct Report {
    PipelineFigures one;
    PipelineFigures hundred;
    BaselineFigures classic;
    BaselineFigures best;
    double ratio() const { return one.holdsPerSecond / best.holdsPerSecond; }
};

bool require(bool good, const char* what) {
    std::printf("  %-44s %s\n", what, good ? "yes" : "NO");
    return good;
}

void showPipeline(const char* name, const PipelineFigures& f) {
    std::printf(
        "  %-20s %8.0f holds/s  p50 %5.1f ms  p99 %5.1f ms  log %4.0f B/hold  %3.0f commands/batch"
        "  deciding %2.0f %%\n",
        name, f.holdsPerSecond, f.p50Ms, f.p99Ms, f.walBytesPerHold, f.commandsPerBatch,
        f.engineBusy * 100);
    std::fflush(stdout);
}

void writeReport(const Report& report, Instant when) {
    const nlohmann::json figures = {
        {"holds_per_second", report.one.holdsPerSecond},
        {"holds_per_second_100_events", report.hundred.holdsPerSecond},
        {"classic_per_second", report.classic.holdsPerSecond},
        {"best_statement_per_second", report.best.holdsPerSecond},
        {"ratio_to_best_statement", report.ratio()},
        {"hold_p99_ms", report.one.p99Ms},
        {"wal_bytes_per_hold", report.one.walBytesPerHold},
    };
    const nlohmann::json out = {{"name", "store"}, {"when", toRfc3339(when)}, {"figures", figures}};
    std::filesystem::create_directories("build/reports");
    std::ofstream("build/reports/store.json") << out.dump(2) << "\n";
}

int run(int seconds, int buyers) {
    std::printf("PostgreSQL of its own, with fsync, full_page_writes and synchronous_commit on\n");
    Bench bench = setUp(seconds);
    std::printf("  ... creating 102 events\n");
    std::fflush(stdout);
    const auto events = createEvents(bench, 2);
    const auto hundred = createEvents(bench, 100);
    std::printf("%d s each; seats of one event: %d\n", seconds, bench.layout->seatCount());
    std::fflush(stdout);
    Report report;
    bench.settle();
    report.one = runPipeline(bench, {events[0]}, buyers);
    showPipeline("tessera, 1 event", report.one);
    report.classic = runBaseline(bench, events[1], "classic.sql");
    report.best = runBaseline(bench, events[1], "best_statement.sql");
    bench.settle();
    report.hundred = runPipeline(bench, hundred, kBuyersHundred);
    showPipeline("tessera, 100 events", report.hundred);

    std::printf("  log of the best statement: %.0f B/hold; ratio %.2f\n",
                report.best.walBytesPerHold, report.ratio());
    writeReport(report, valueOrDie(bench.store->databaseNow(), "ask the time"));
    bool good = require(report.ratio() >= kRatioMin, "at least 3 times the best statement");
    good = require(report.one.p99Ms <= kP99MsMax, "hold p99 at most 50 ms") && good;
    good =
        require(report.one.walBytesPerHold <= kWalBytesMax, "log at most 1,000 B per hold") && good;
    return good ? 0 : 1;
}

}  // namespace
}  // namespace tessera::bench

int main(int argc, char** argv) {
    CLI::App app("Measures holds through engine and store beside pgbench.");
    int seconds = 30;
    app.add_option("--seconds", seconds, "Of each measurement")->check(CLI::Range(1, 600));
    int buyers = tessera::bench::kBuyersOne;
    app.add_option("--buyers", buyers, "Who wait for an answer at one time, in one event")
        ->check(CLI::Range(1, 100000));
    CLI11_PARSE(app, argc, argv);
    return tessera::bench::run(seconds, buyers);
}
