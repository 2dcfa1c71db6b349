// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/calm.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/chaos/pace.h"

namespace tessera::chaos {
namespace {

using integration::Millis;
using Json = nlohmann::json;

constexpr Millis kAuditLimit{300'000};

constexpr int kLookMillis = 500;
constexpr int kQuietLooks = 4;

// Reservations 1 held; orders 5 paid, 8 released, 9 manual; refunds 1 queued, 2 pending.
const char* const kOpen =
    "SELECT (SELECT count(*) FROM reservation WHERE state = 1) + (SELECT count(*) FROM "
    "ticket_order WHERE state NOT IN (5, 8, 9)) + (SELECT count(*) FROM outbox) + (SELECT count(*) "
    "FROM refund WHERE state IN (1, 2))";

std::vector<std::string> auditArguments(const integration::Stack& stack,
                                        const std::string& answersFile) {
    return {"--database",       stack.conninfo(), "--ledger",
            stack.ledgerFile(), "--answers",      answersFile};
}

}  // namespace

double settle(const Present& there, int secondsMax) {
    const auto begun = std::chrono::steady_clock::now();
    const auto since = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    };
    int quiet = 0;
    std::uint64_t before = 0;
    while (since() < secondsMax) {
        there.clerk.handOver();
        const auto open = cellsOf(there.database, kOpen);
        const Json stats = there.sandbox.stats();
        const auto lines = stats.is_object() ? stats.value("ledger_lines", std::uint64_t{0}) : 0;
        // A webhook that is on its way may open something again, as may a refund that fails later.
        const bool still = !open.empty() && open[0][0] == "0" && lines != 0 && lines == before;
        quiet = still ? quiet + 1 : 0;
        before = lines;
        if (quiet == kQuietLooks) return since();
        pause(kLookMillis);
    }
    return -1;
}

std::string openNow(const integration::Stack& stack) {
    return stack.psql(
        "SELECT 'holds: ' || count(*) FROM reservation WHERE state = 1 HAVING count(*) > 0 UNION "
        "ALL SELECT 'order state ' || state || ': ' || count(*) FROM ticket_order WHERE state NOT "
        "IN (5, 8, 9) GROUP BY state UNION ALL SELECT 'call ' || operation || ' failures ' || "
        "max(failures) || ': ' || count(*) FROM outbox GROUP BY operation UNION ALL SELECT 'refund "
        "state ' || state || ': ' || count(*) FROM refund WHERE state IN (1, 2) GROUP BY state");
}

Audited audit(const integration::Stack& stack, const std::string& answersFile) {
    const std::string file = stack.writeFile("audit.json", "");
    auto arguments = auditArguments(stack, answersFile);
    arguments.insert(arguments.end(), {"--json", file});
    const auto ran = stack.runProgram("tessera-audit", arguments, kAuditLimit);
    Audited audited;
    audited.table = ran.output;
    std::ifstream in(file);
    const Json said = Json::parse(in, nullptr, false);
    if ((ran.code != 0 && ran.code != 1) || !said.is_object()) return audited;
    audited.ran = true;
    audited.rows = said.value("rows_audited", std::int64_t{0});
    audited.answers = said.value("answers_judged", std::int64_t{0});
    audited.findings = said.value("findings_count", std::int64_t{0});
    audited.manualOrders = said.value("manual_orders", std::int64_t{0});
    audited.manualRefunds = said.value("manual_refunds", std::int64_t{0});
    for (const Json& finding : said.value("findings", Json::array())) {
        const std::string rule = finding.value("check", "") + " " + finding.value("rule", "");
        if (std::find(audited.rules.begin(), audited.rules.end(), rule) == audited.rules.end()) {
            audited.rules.push_back(rule);
        }
    }
    return audited;
}

Selftested selftest(const integration::Stack& stack, const std::string& answersFile) {
    auto arguments = auditArguments(stack, answersFile);
    arguments.emplace_back("--selftest");
    const auto ran = stack.runProgram("tessera-audit", arguments, kAuditLimit);
    Selftested result;
    result.table = ran.output;
    // In a theatre there is nothing to tamper with in standing areas: that was not planted.
    std::int64_t missed = 0;
    std::istringstream lines(ran.output);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("selftest: ")) continue;
        if (line.ends_with(" reported")) ++result.reported;
        if (line.ends_with(" MISSED")) ++missed;
    }
    result.planted = result.reported + missed;
    const bool ended = ran.output.find("selftest: ") != std::string::npos;
    result.passed = (ran.code == 0 || ran.code == 1) && ended && missed == 0 && result.planted > 0;
    return result;
}

}  // namespace tessera::chaos
