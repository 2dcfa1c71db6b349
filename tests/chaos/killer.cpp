// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/killer.h"

#include <array>
#include <fstream>

#include "tests/chaos/pace.h"

namespace tessera::chaos {
namespace {

using integration::Millis;

constexpr std::array<const char*, 6> kLines{"authorize", "capture", "void",
                                            "refund",    "answer",  "answer_retrieve"};
constexpr Millis kLineLimit{2'500};
constexpr Millis kStateLimit{4'000};

// By the numbers of server/store/migrations.
constexpr std::array<const char*, 10> kOrderStates{"none",      "paying", "fencing", "cancelling",
                                                   "allocated", "paid",   "unpaid",  "compensating",
                                                   "released",  "manual"};
constexpr std::array<const char*, 8> kCalls{"none",    "create", "retrieve", "cancel",
                                            "capture", "refund", "confirm",  "retrieve_refund"};
// Where an order is on its way, or waits for people.
constexpr std::array<const char*, 7> kOnTheWay{"paying", "fencing",      "cancelling", "allocated",
                                               "unpaid", "compensating", "manual"};
constexpr int kTakenBackMax = 2;  // Of one kill.
constexpr int kCapturedMax = 3;

// Orders 4: allocated, 3: cancelling; attempts 3: authorized, 2: open; provider 1: Stripe.
const char* const kToTakeBack =
    "SELECT a.object_id FROM payment_attempt a JOIN ticket_order o ON o.event_id = a.event_id AND "
    "o.order_id = a.order_id WHERE o.state = 4 AND a.state = 3 AND a.provider = 1 AND a.object_id "
    "<> '' LIMIT 4";
const char* const kToCapture =
    "SELECT a.object_id FROM payment_attempt a JOIN ticket_order o ON o.event_id = a.event_id AND "
    "o.order_id = a.order_id WHERE o.state = 3 AND a.state IN (2, 3) AND a.provider = 1 AND "
    "a.object_id <> '' ORDER BY a.state DESC LIMIT 12";

// What leads to a state that is too rare to be left to chance, once the provider's staff acts;
// null: nothing does.
const char* wayTo(const std::string& state) {
    if (state == "manual" || state == "compensating") return kToCapture;
    return state == "unpaid" ? kToTakeBack : nullptr;
}

template <std::size_t N>
void countInto(std::map<std::string, Killed::Hit>& counts, const std::array<const char*, N>& names,
               const std::vector<std::vector<std::string>>& rows) {
    for (const auto& cells : rows) {
        const auto number = static_cast<std::size_t>(std::stoul(cells[0]));
        if (number >= N) continue;
        Killed::Hit& hit = counts[names[number]];
        ++hit.kills;
        hit.rows += std::stoi(cells[1]);
    }
}

}  // namespace

std::vector<std::string> Killed::missed() const {
    std::vector<std::string> none;
    for (const char* state : kOnTheWay) {
        if (!orderStates.contains(state)) none.emplace_back(state);
    }
    return none;
}

// Until the sandbox writes another line of that type, or nothing of it comes.
void Killer::awaitLine(const std::string& type) {
    std::ifstream ledger(with_.stack.ledgerFile());
    ledger.seekg(0, std::ios::end);
    const std::string mark = "\"type\":\"" + type + "\"";
    eventually(
        [&] {
            ledger.clear();
            for (std::string line; std::getline(ledger, line);) {
                if (line.find(mark) != std::string::npos) return true;
            }
            return false;
        },
        kLineLimit);
}

// Until an order is in that state as committed; false: none came.
bool Killer::awaitState(const std::string& state) {
    std::size_t number = 0;
    while (number < kOrderStates.size() && state != kOrderStates[number]) ++number;
    const std::string sql =
        "SELECT 1 FROM ticket_order WHERE state = " + std::to_string(number) + " LIMIT 1";
    return eventually([&] { return !cellsOf(with_.database, sql).empty(); }, kStateLimit);
}

bool Killer::look() {
    if (with_.stack.serverRuns()) return true;
    killed_.diedByItself = true;
    with_.stack.startServer();
    return false;
}

void Killer::restart(bool meddling) {
    with_.stack.killServer();
    ++killed_.kills;
    count();
    std::vector<std::string> states;
    if (meddling) states = meddle();
    with_.stack.startServer();
    for (const std::string& state : states) {
        if (awaitState(state) && look()) restart(false);
    }
}

void Killer::count() {
    countInto(killed_.orderStates, kOrderStates,
              cellsOf(with_.database, "SELECT state, count(*) FROM ticket_order GROUP BY state"));
    countInto(killed_.calls, kCalls,
              cellsOf(with_.database, "SELECT operation, count(*) FROM outbox GROUP BY operation"));
}

// While the server is dead the provider's own staff takes authorizations back that are to be
// captured, and captures what is to be cancelled.
std::vector<std::string> Killer::meddle() {
    int takenBack = 0;
    for (const auto& cells : cellsOf(with_.database, kToTakeBack)) {
        if (takenBack < kTakenBackMax && with_.sandbox.cancelPayment(cells[0])) ++takenBack;
    }
    int captured = 0;
    for (const auto& cells : cellsOf(with_.database, kToCapture)) {
        if (captured < kCapturedMax && with_.sandbox.capturePayment(cells[0])) ++captured;
    }
    killed_.authorizationsTakenBack += takenBack;
    killed_.capturedByOthers += captured;
    std::vector<std::string> states;
    if (captured > 0) states.emplace_back("compensating");  // It lasts a moment only.
    if (takenBack > 0) states.emplace_back("unpaid");
    return states;
}

// Until one of the rare states had a kill, its way is waited for by every second. An order that
// waits for people stays, so that every kill behind it counts.
bool Killer::aimAtMissed() {
    if (!with_.meddles) return false;
    for (const std::string& state : killed_.missed()) {
        const char* const sql = wayTo(state);
        const auto there = [&] { return !cellsOf(with_.database, sql).empty(); };
        if (sql == nullptr || !eventually(there, kStateLimit)) continue;
        if (look()) restart(true);
        return true;
    }
    return false;
}

void Killer::killOnce() {
    if (upTo(99) < 50 && aimAtMissed()) return;
    if (upTo(99) < 70) {
        awaitLine(kLines[static_cast<std::size_t>(upTo(static_cast<int>(kLines.size()) - 1))]);
        pause(upTo(12));
    } else {
        pause(upTo(400));
    }
    if (!look()) return;
    restart(with_.meddles && upTo(99) < 30);
    if (upTo(99) >= 20) return;
    // Once more, while it takes its events over.
    pause(upTo(300));
    if (look()) restart(false);
}

}  // namespace tessera::chaos
