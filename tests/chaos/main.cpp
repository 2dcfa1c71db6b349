// SPDX-License-Identifier: Apache-2.0
// tessera-chaos: a real server, PostgreSQL and payment sandbox; buyers, faults and kills; then calm
// and the audit. Exit code 0: nothing was found; 1: the audit found something; 2: the run itself
// did not go as it should.
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/chaos/aims.h"
#include "tests/chaos/crowd.h"
#include "tests/chaos/mutants.h"
#include "tests/chaos/pace.h"
#include "tests/chaos/report.h"
#include "tests/chaos/sandbox.h"

namespace tessera::chaos {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kReaders = 12;

void describe(CLI::App& app, Options& options) {
    app.add_option("--orders", options.orders, "how many")->check(CLI::Range(1, 100'000));
    app.add_option("--kills", options.kills, "of the server")->check(CLI::Range(0, 10'000));
    app.add_option("--buyers", options.buyers, "at a time")->check(CLI::Range(1, 200));
    app.add_option("--events", options.events)->check(CLI::Range(1, 100));
    app.add_option("--seed", options.seed, "of what is drawn");
    app.add_option("--settle-seconds", options.settleSeconds, "at most, from calm on");
    app.add_option("--sell-seconds", options.sellSeconds, "at most");
    app.add_option("--server", options.server, "another program");
    app.add_option("--report", options.report, "the figures' file");
    app.add_option("--keep", options.keep, "a folder for ledger, answers and the server's log");
    app.add_option("--pay-seconds", options.paySeconds, "of every event; else 10 and 30");
    app.add_option("--aim", options.aim, "a short run that finds the wrong server of that name")
        ->check([](const std::string& name) {
            return findAim(name) == nullptr ? "no such aim" : std::string();
        });
    app.add_flag("--brief", options.brief, "one audit, and no webhooks again");
    app.add_flag("--selftest", options.selftest, "also plants a fault for every rule of the audit");
}

// In an aimed run few buyers come at once, and nothing is waited for long.
Options aimed(Options options, const Aim& aim) {
    options.orders = 60;
    options.buyers = 48;
    options.events = 2;
    options.kills = aim.kills;
    options.paySeconds = 10;  // Less may nobody be given.
    options.settleSeconds = 30;
    options.sellSeconds = 60;
    options.answerSeconds = 15;
    options.brief = true;
    options.selftest = false;
    options.report.clear();
    return options;
}

// Webhooks are lost by a call's fault alone, so that all arrive when the faults are over.
std::vector<std::string> sandboxFlags(const Options& options) {
    return {"--webhook-duplicate", "0.15",
            "--webhook-reorder",   "0.25",
            "--webhook-seed",      std::to_string(options.seed),
            "--latency-ms",        "0-15"};
}

// The kills are spread over the orders.
void sell(World& world, Killer& killer, Outcome& outcome) {
    const Options& options = world.options;
    const auto begun = Steady::now();
    Crowd crowd(world);
    while (!crowd.done()) {
        const auto due = static_cast<std::int64_t>(killer.killed().kills + 1) * options.orders /
                         (options.kills + 1);
        if (killer.killed().kills < options.kills && world.ordered >= due) {
            killer.killOnce();
        } else {
            killer.look();
            pause(20);
        }
        if (Steady::now() - begun > std::chrono::seconds(options.sellSeconds)) world.stop = true;
    }
    crowd.join();
    outcome.orders = world.ordered;
    outcome.sellSeconds = std::chrono::duration<double>(Steady::now() - begun).count();
    outcome.killed = killer.killed();
}

// Errors in the log that name what only people can settle.
std::size_t alarmsOf(const integration::Stack& stack) {
    std::size_t alarms = 0;
    std::istringstream log(stack.serverOutput());
    for (std::string line; std::getline(log, line);) {
        if (line.find("_needs_staff\"") != std::string::npos) ++alarms;
    }
    return alarms;
}

void keep(const integration::Stack& stack, const std::string& answers, const std::string& folder) {
    if (folder.empty()) return;
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto over = std::filesystem::copy_options::overwrite_existing;
    std::filesystem::copy_file(stack.ledgerFile(), folder + "/paysim.ledger", over, ignored);
    std::filesystem::copy_file(answers, folder + "/answers.jsonl", over, ignored);
    std::ofstream(folder + "/server.jsonl") << stack.serverOutput();
}

// What a killed server had taken of refunds that failed later, and had not looked into, it would
// find by reconciliation an hour later.
bool tellOfRefunds(const Present& there, const Options& options) {
    if (there.sandbox.replay(options.seed, "refund.failed") < 0) return false;
    return settle(there, options.settleSeconds) >= 0;
}

// Nothing may change while the auditor tests itself, nor by all webhooks once more after that.
void replay(const Present& there, Tables& tables, const std::string& answers,
            const Options& options, Outcome& outcome) {
    outcome.blindComparison = tables.remember() ? tables.selftest() : "nothing is remembered";
    if (options.selftest) outcome.selftested = selftest(there.stack, answers);
    outcome.byTime = tables.sinceRemembered();
    if (!tables.remember()) return;
    outcome.replayed = there.sandbox.replay(options.seed);
    if (settle(there, options.settleSeconds) < 0) outcome.open = openNow(there.stack);
    outcome.byReplay = tables.sinceRemembered();
    outcome.after = audit(there.stack, answers);
}

void calm(const Present& there, const std::string& answers, const Options& options,
          Outcome& outcome) {
    if (!there.sandbox.stopFaults()) return;
    outcome.settleSeconds = settle(there, options.settleSeconds);
    if (outcome.settleSeconds < 0) outcome.open = openNow(there.stack);
    if (!options.brief && !tellOfRefunds(there, options)) outcome.open += "\nnor did refunds";
    outcome.cashHanded = there.clerk.handed();
    outcome.sandbox = there.sandbox.stats();
    outcome.before = audit(there.stack, answers);
    outcome.alarms = alarmsOf(there.stack);
    if (options.brief) return;
    const auto tables = Tables::open(there.stack.conninfo());
    if (tables != nullptr) replay(there, *tables, answers, options, outcome);
    outcome.alarms = alarmsOf(there.stack);
}

int conclude(const Outcome& outcome, const World& world) {
    const Options& options = world.options;
    bool good = judge(outcome, world);
    std::fputs(outcome.selftested.table.c_str(), stdout);
    good = good && outcome.selftested.passed;
    if (!options.report.empty() && !write(outcome, world, options.report)) {
        std::fprintf(stderr, "cannot write %s\n", options.report.c_str());
        return 2;
    }
    std::string rules;
    for (const std::string& rule : outcome.before.rules) {
        rules += (rules.empty() ? "" : ", ") + rule;
    }
    if (!rules.empty()) std::printf("found by: %s\n", rules.c_str());
    if (good) return 0;
    return outcome.whole() && outcome.findings() > 0 ? 1 : 2;
}

int run(const Options& asked) {
    const auto begun = Steady::now();
    const Aim& aim = asked.aim.empty() ? usualAim() : *findAim(asked.aim);
    const Options options = asked.aim.empty() ? asked : aimed(asked, aim);
    integration::Stack stack({options.server, sandboxFlags(options), true});
    const std::string answers = stack.writeFile("answers.jsonl", "");
    AnswersLog log(answers);
    World world(stack, options, aim, log);
    Sandbox sandbox(stack.paysimPort());
    for (const std::string& reader : sandbox.makeReaders(kReaders)) world.giveReader(reader);
    const auto database = audit::Database::open(stack.conninfo());
    for (const auto& [what, count] : world.surprises()) std::fprintf(stderr, "%s\n", what.c_str());
    const bool ready = world.surprises().empty() && database.has_value();
    if (!ready || !sandbox.startFaults(options.seed, aim.faults)) {
        std::fputs("there is no sale, no sandbox that takes faults, or no database\n", stderr);
        return 2;
    }
    Killer killer({stack, **database, sandbox, aim.meddles}, options.seed);
    Clerk clerk(world, **database);
    Outcome outcome;
    outcome.brief = options.brief;
    outcome.upSeconds = std::chrono::duration<double>(Steady::now() - begun).count();
    sell(world, killer, outcome);
    log.flush();
    calm({stack, **database, sandbox, clerk}, answers, options, outcome);
    keep(stack, answers, options.keep);
    return conclude(outcome, world);
}

}  // namespace
}  // namespace tessera::chaos

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    CLI::App app("Payments under every fault");
    tessera::chaos::Options options;
    tessera::chaos::MutantOptions mutants;
    tessera::chaos::describe(app, options);
    app.add_option("--mutants", mutants.programs,
                   "a folder of servers, all of which must be found");
    app.add_option("--specs", mutants.specs, "what is wrong with them");
    app.add_option("--only", mutants.only, "of those mutants");
    CLI11_PARSE(app, argc, argv);
    mutants.report = options.report;
    if (!mutants.programs.empty()) return tessera::chaos::runMutants(mutants);
    return tessera::chaos::run(options);
}
