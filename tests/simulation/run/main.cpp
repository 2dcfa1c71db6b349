// SPDX-License-Identifier: Apache-2.0
// tessera-sim: runs of many seeds, or of one with its story. With one piece of the server made
// wrong it is a mutant, which has to be caught.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>

#include "tests/simulation/run/mutants.h"
#include "tests/simulation/run/runner.h"

namespace tessera::simulation {
namespace {

struct Options {
    std::optional<std::uint64_t> seed;
    bool trace = false;
    std::string first = "1";
    RunnerOptions runner;
    std::string report;
    MutantOptions mutants;
    std::string table;
    std::string scenario = "storm";
};

int runAllMutants(const Options& options) {
    const auto results = runMutants(options.mutants);
    const auto caught = std::ranges::count_if(results, &MutantResult::caught);
    const bool all = !results.empty() && caught == std::ssize(results);
    std::printf("%zu mutants, %td caught\n", results.size(), caught);
    if (!options.table.empty()) std::ofstream(options.table) << toTable(results);
    if (!options.report.empty() && !writeReport(results, options.report)) {
        std::fprintf(stderr, "tessera-sim: %s cannot be written\n", options.report.c_str());
        return 2;
    }
    return all ? 0 : 1;
}

// Nothing of a run is random but this.
std::optional<std::uint64_t> firstSeedOf(const std::string& text) {
    if (text == "random") return std::random_device()();
    std::uint64_t seed = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return seed;
}

int runOne(std::uint64_t seed, bool trace, Scenario scenario) {
    RunOptions options{seed, {}, scenario};
    if (trace) {
        options.story = [](const std::string& line) { std::printf("%s\n", line.c_str()); };
    }
    const RunResult result = runSeed(options);
    for (const std::string& text : result.findings) std::printf("%s\n", text.c_str());
    std::printf(
        "seed %llu: %lld findings over %lld commands, %lld commits, %lld answers; hash %016llx\n",
        static_cast<unsigned long long>(seed), static_cast<long long>(result.findingCount),
        static_cast<long long>(result.commands), static_cast<long long>(result.commits),
        static_cast<long long>(result.judged), static_cast<unsigned long long>(result.hash));
    return result.findingCount == 0 ? 0 : 1;
}

int run(int argc, char** argv) {
    CLI::App cli{"Simulates several nodes, a database, a provider and people, from a seed."};
    Options options;
    cli.add_option("--seed", options.seed, "Run this seed alone");
    cli.add_flag("--trace", options.trace, "With --seed: tell it as a story");
    cli.add_option("--seconds", options.runner.seconds, "How long to run seeds")
        ->check(CLI::Range(0.1, 86400.0));
    cli.add_option("--first", options.first, "The first seed: a number, or `random`");
    cli.add_option("--seeds", options.runner.seedsMax, "At most so many")
        ->check(CLI::Range(std::int64_t{1}, INT64_MAX));
    cli.add_option("--jobs", options.runner.jobs, "Processes beside each other")
        ->check(CLI::Range(1, 64));
    cli.add_flag("--until-finding", options.runner.untilFinding, "Stop at the first finding");
    cli.add_flag("--until-caught", options.runner.untilCaught,
                 "Stop at the first finding of the judge or a check");
    cli.add_option("--scenario", options.scenario, "What goes wrong")
        ->check(CLI::IsMember({"storm", "provider-down"}));
    cli.add_option("--report", options.report, "Write the figures as JSON");
    cli.add_option("--mutants", options.mutants.folder, "Run the mutants of this folder instead");
    cli.add_option("--specs", options.mutants.specs, "The mutants' stories");
    cli.add_option("--unit-results", options.mutants.unitResults, "What the unit tests said");
    cli.add_option("--only", options.mutants.only, "These mutants alone");
    cli.add_option("--table", options.table, "Write the mutants as a table in Markdown");
    CLI11_PARSE(cli, argc, argv);
    const bool isOutage = options.scenario == "provider-down";
    const Scenario scenario = isOutage ? Scenario::ProviderDown : Scenario::Storm;
    options.runner.run = [scenario](RunOptions one) {
        one.scenario = scenario;
        return runSeed(one);
    };
    options.mutants.jobs = options.runner.jobs;
    if (cli.count("--seconds") > 0) options.mutants.secondsMax = options.runner.seconds;
    if (!options.mutants.folder.empty()) return runAllMutants(options);
    if (options.seed) return runOne(*options.seed, options.trace, scenario);
    const auto first = firstSeedOf(options.first);
    if (!first) {
        std::fprintf(stderr, "tessera-sim: --first takes a number or `random`\n");
        return 2;
    }
    options.runner.firstSeed = *first;
    std::printf("seeds from %llu on\n", static_cast<unsigned long long>(*first));
    std::fflush(stdout);
    const Summary summary = runMany(options.runner);
    std::fputs(toText(summary).c_str(), stdout);
    if (!options.report.empty() && !writeReport(summary, options.report)) {
        std::fprintf(stderr, "tessera-sim: %s cannot be written\n", options.report.c_str());
        return 2;
    }
    return summary.findings == 0 ? 0 : 1;
}

}  // namespace
}  // namespace tessera::simulation

int main(int argc, char** argv) {
    return tessera::simulation::run(argc, argv);
}
