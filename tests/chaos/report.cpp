// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/report.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "shared/base/time.h"
#include "tests/chaos/sandbox.h"

namespace tessera::chaos {
namespace {

using Ordered = nlohmann::ordered_json;

constexpr int kKillsForEveryState = 50;

void print(const std::string& line) {
    std::printf("%s\n", line.c_str());
}

std::string listed(const std::map<std::string, Killed::Hit>& counts) {
    std::string text;
    for (const auto& [name, hit] : counts) {
        text +=
            " " + name + " " + std::to_string(hit.kills) + " (" + std::to_string(hit.rows) + ")";
    }
    return text;
}

Ordered mapped(const std::map<std::string, Killed::Hit>& counts) {
    Ordered json = Ordered::object();
    for (const auto& [name, hit] : counts) {
        json[name] = {{"kills", hit.kills}, {"rows", hit.rows}};
    }
    return json;
}

std::string missedStates(const Outcome& outcome) {
    std::string text;
    for (const std::string& state : outcome.killed.missed()) text += " " + state;
    return text;
}

void printDifferences(const char* by, const Differences& differences) {
    if (!differences.compared) print(std::string(by) + ": NOT COMPARED");
    print(std::string(by) + ": rows changed " + std::to_string(differences.changed) + " of " +
          std::to_string(differences.rows) + " in " + std::to_string(differences.tables) +
          " tables");
    for (const std::string& line : differences.shown) print("  " + line);
}

void printKills(const Outcome& outcome) {
    const Killed& killed = outcome.killed;
    print("kills " + std::to_string(killed.kills) + "; with orders (how many)" +
          listed(killed.orderStates) + "; with calls" + listed(killed.calls));
    print("by the provider's staff: authorizations taken back " +
          std::to_string(killed.authorizationsTakenBack) + ", captured " +
          std::to_string(killed.capturedByOthers) + "; cash handed back " +
          std::to_string(outcome.cashHanded));
    if (killed.diedByItself) print("THE SERVER ENDED BY ITSELF");
}

void printReplay(const Outcome& outcome) {
    if (outcome.brief) return;
    print("webhooks replayed " + std::to_string(outcome.replayed));
    printDifferences("by the replay", outcome.byReplay);
    printDifferences("by waiting as long before it", outcome.byTime);
    if (!outcome.blindComparison.empty()) print(outcome.blindComparison);
}

std::size_t forPeople(const Outcome& outcome) {
    return static_cast<std::size_t>(outcome.before.manualOrders) +
           static_cast<std::size_t>(outcome.before.manualRefunds);
}

}  // namespace

bool judge(const Outcome& outcome, const World& world) {
    print("orders " + std::to_string(outcome.orders) + " in " +
          std::to_string(outcome.sellSeconds) + " s, settled in " +
          std::to_string(outcome.settleSeconds) + " s; up in " + std::to_string(outcome.upSeconds) +
          " s");
    printKills(outcome);
    print("faults fired " + std::to_string(firedIn(outcome.sandbox)));
    printReplay(outcome);
    std::fputs(outcome.before.table.c_str(), stdout);
    if (!outcome.brief && outcome.after.findings != outcome.before.findings) {
        std::fputs(outcome.after.table.c_str(), stdout);
    }
    if (!outcome.open.empty()) print("did not settle:\n" + outcome.open);
    for (const auto& [what, count] : world.surprises()) {
        print("nobody should be answered (" + std::to_string(count) + " times): " + what);
    }
    const bool alarmed = forPeople(outcome) <= outcome.alarms;
    if (!alarmed) print("manual without an alarm");
    const std::string missed = missedStates(outcome);
    const bool demands = world.options.kills >= kKillsForEveryState;
    if (demands && !missed.empty()) print("no kill fell into:" + missed);
    return outcome.whole() && outcome.findings() == 0 &&
           (outcome.brief || outcome.byReplay.none()) && outcome.settleSeconds >= 0 &&
           world.surprises().empty() && alarmed && (!demands || missed.empty());
}

bool write(const Outcome& outcome, const World& world, const std::string& file) {
    std::ifstream old(file);
    const Ordered was = Ordered::parse(old, nullptr, false);
    const Ordered kept =
        was.is_object() && was.contains("figures") ? was["figures"] : Ordered::object();
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    Ordered ways;
    for (std::size_t i = 0; i < kWays; ++i) {
        ways[nameOf(static_cast<Way>(i))] = world.went[i].load();
    }
    Ordered json{{"name", "payments"}, {"when", toRfc3339({now.count()})}};
    json["figures"] = {{"orders", outcome.orders},
                       {"faults_fired", firedIn(outcome.sandbox)},
                       {"restarts", outcome.killed.kills},
                       {"rows_audited", outcome.after.rows},
                       {"audit_findings", outcome.findings()},
                       {"mutants", kept.value("mutants", 0)},
                       {"mutants_found", kept.value("mutants_found", 0)},
                       {"settle_seconds", outcome.settleSeconds},
                       {"settle_seconds_max", world.options.settleSeconds},
                       {"sell_seconds", outcome.sellSeconds},
                       {"answers_judged", outcome.after.answers},
                       {"manual_orders", outcome.after.manualOrders},
                       {"manual_refunds", outcome.after.manualRefunds},
                       {"alarms", outcome.alarms},
                       {"webhooks_replayed", outcome.replayed},
                       {"rows_compared", outcome.byReplay.rows},
                       {"rows_changed_by_replay", outcome.byReplay.changed},
                       {"faults_planted", outcome.selftested.planted},
                       {"planted_reported", outcome.selftested.reported},
                       {"authorizations_taken_back", outcome.killed.authorizationsTakenBack},
                       {"captured_by_others", outcome.killed.capturedByOthers},
                       {"cash_handed_back", outcome.cashHanded},
                       {"seed", world.options.seed}};
    json["kills_by_order_state"] = mapped(outcome.killed.orderStates);
    json["kills_by_call"] = mapped(outcome.killed.calls);
    json["buyers"] = ways;
    json["sandbox"] = outcome.sandbox;
    if (was.is_object() && was.contains("mutants")) json["mutants"] = was["mutants"];
    const auto folder = std::filesystem::path(file).parent_path();
    std::error_code ignored;
    if (!folder.empty()) std::filesystem::create_directories(folder, ignored);
    std::ofstream out(file);
    out << json.dump(2) << "\n";
    return out.flush().good();
}

}  // namespace tessera::chaos
