// SPDX-License-Identifier: Apache-2.0
// tessera-audit: what was sold, paid and told, counted again from outside.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <string>

#include "shared/base/ids.h"
#include "tools/audit/audit.h"
#include "tools/audit/provider_ledger.h"
#include "tools/audit/selftest.h"

namespace tessera::audit {
namespace {

struct Flags {
    std::string database;
    std::string ledger;
    std::string answers;
    std::string event;
    std::string json;
    bool selftest = false;
    bool running = false;
};

int fail(const std::string& what) {
    std::fprintf(stderr, "tessera-audit: %s\n", what.c_str());
    return 2;
}

int runSelftest(Database& database, const Flags& flags, const Papers& papers,
                const AuditOptions& options) {
    const auto result = selftest(database, flags.database, papers, options);
    if (!result) return fail(result.error().message);
    std::fputs(tableOf(*result).c_str(), stdout);
    return result->passed() ? 0 : 1;
}

int runAudit(Database& database, const Flags& flags, const AuditOptions& options) {
    Evidence evidence;
    if (const auto read = readRows(database, options, evidence); !read) {
        return fail(read.error().message);
    }
    const auto ledger = readLines(flags.ledger);
    if (!ledger) return fail(ledger.error().message);
    if (const auto read = readBooks(*ledger, options, evidence); !read) {
        return fail(read.error().message);
    }
    if (!flags.answers.empty()) {
        const auto answers = readLines(flags.answers);
        if (!answers) return fail(answers.error().message);
        if (const auto read = readTold(*answers, evidence); !read) {
            return fail(read.error().message);
        }
    }
    const Report report = judge(evidence, options);
    std::fputs(tableOf(report).c_str(), stdout);
    if (!flags.json.empty()) {
        std::ofstream out(flags.json, std::ios::binary | std::ios::trunc);
        out << jsonOf(report);
        out.flush();
        if (!out) return fail("cannot write " + flags.json);
    }
    return report.foundAll() == 0 ? 0 : 1;
}

int run(int argc, char** argv) {
    CLI::App app("Counts again what was sold, paid and told");
    Flags flags;
    app.add_option("--database", flags.database, "libpq conninfo")->required();
    app.add_option("--ledger", flags.ledger, "the payment provider's ledger")->required();
    app.add_option("--answers", flags.answers, "what users were told, as tessera-load writes it");
    app.add_option("--event", flags.event, "the event's public id; else every event");
    app.add_option("--json", flags.json, "where the result is written");
    app.add_flag("--selftest", flags.selftest, "plants a fault for every rule in a copy");
    app.add_flag("--running", flags.running, "the system is not at rest: seats and answers only");
    CLI11_PARSE(app, argc, argv);
    AuditOptions options;
    options.atRest = !flags.running;
    if (!flags.event.empty()) {
        options.event = decodePublicId(flags.event);
        if (!options.event) return fail("--event is no public id");
    }
    const auto database = Database::open(flags.database);
    if (!database) return fail(database.error().message);
    if (!flags.selftest) return runAudit(**database, flags, options);
    Papers papers;
    auto ledger = readLines(flags.ledger);
    if (!ledger) return fail(ledger.error().message);
    papers.ledger = std::move(*ledger);
    if (!flags.answers.empty()) {
        auto answers = readLines(flags.answers);
        if (!answers) return fail(answers.error().message);
        papers.answers = std::move(*answers);
    }
    return runSelftest(**database, flags, papers, options);
}

}  // namespace
}  // namespace tessera::audit

int main(int argc, char** argv) {
    return tessera::audit::run(argc, argv);
}
