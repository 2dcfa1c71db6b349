// SPDX-License-Identifier: Apache-2.0
// tessera-history: whether what clients of one event were told fits one order.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <string>

#include "tools/history/history_file.h"
#include "tools/history/judge.h"
#include "tools/history/report.h"
#include "tools/history/tampers.h"

namespace tessera::history {
namespace {

struct Flags {
    std::string file;
    std::string report;
    std::size_t memory = JudgeOptions{}.whole.memory;
    std::uint32_t seed = 1;
};

int fail(const std::string& what) {
    std::fprintf(stderr, "tessera-history: %s\n", what.c_str());
    return 2;
}

JudgeOptions optionsOf(const Flags& flags) {
    JudgeOptions options;
    options.whole.memory = flags.memory;
    options.quick.memory = std::min(options.quick.memory, flags.memory);
    options.part.memory = std::min(options.part.memory, flags.memory);
    return options;
}

int runJudge(const Flags& flags) {
    const auto history = readHistoryFile(flags.file);
    if (!history) return fail(history.error().message);
    const Judgement judgement = judge(*history, optionsOf(flags));
    for (const std::string& finding : judgement.findings) {
        std::printf("FINDING: %s\n", finding.c_str());
    }
    std::printf("%s\n", summaryOf(judgement).c_str());
    if (!flags.report.empty()) {
        if (const auto written = writeReport(judgement, flags.report); !written) {
            return fail(written.error().message);
        }
    }
    return judgement.findings.empty() ? 0 : 1;
}

// Every lie that the history has room for must be refused.
int runSelftest(const Flags& flags) {
    const auto history = readHistoryFile(flags.file);
    if (!history) return fail(history.error().message);
    bool passed = judge(*history, optionsOf(flags)).findings.empty();
    std::printf("%-28s %s\n", "as it is", passed ? "passes" : "REFUSED");
    std::mt19937 random(flags.seed);
    for (const Tamper& tamper : allTampers()) {
        History lie = *history;
        const std::string what = tamper.plant(lie, random);
        if (what.empty()) {
            std::printf("%-28s no room for it\n", tamper.name.c_str());
            continue;
        }
        const bool refused = judge(lie, optionsOf(flags)).verdict == Verdict::NotLinearizable;
        std::printf("%-28s %s: %s\n", tamper.name.c_str(), refused ? "refused" : "PASSES",
                    what.c_str());
        passed = passed && refused;
    }
    return passed ? 0 : 1;
}

int run(int argc, char** argv) {
    CLI::App app("Judges whether a history of one event is linearizable");
    app.require_subcommand(1);
    Flags flags;
    auto* judges = app.add_subcommand("judge", "looks for an order; exit code 1 if none is found");
    auto* selftest = app.add_subcommand("selftest", "plants lies; each must be refused");
    for (auto* command : {judges, selftest}) {
        command->add_option("--file", flags.file, "the history, as JSON lines")->required();
        command->add_option("--memory", flags.memory, "configurations remembered at most")
            ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 32U));
    }
    judges->add_option("--report", flags.report, "where the figures are written");
    selftest->add_option("--seed", flags.seed, "where the lies are planted");
    CLI11_PARSE(app, argc, argv);
    return judges->parsed() ? runJudge(flags) : runSelftest(flags);
}

}  // namespace
}  // namespace tessera::history

int main(int argc, char** argv) {
    return tessera::history::run(argc, argv);
}
