// SPDX-License-Identifier: Apache-2.0
// What the judge found, and over how much: a run without findings says what was judged.
//
// Deterministic: findings are kept in the order in which they were made, the first twenty in full,
// all of them counted. Not thread-safe; an Auditor owns its Findings.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::simulation {

enum class Check : std::uint8_t {
    S1,        // No seat is sold or held twice.
    S2,        // An answer with effect is in the database when it is given, and stays there.
    S3,        // Each event's history is linearizable, refusals included.
    S4,        // Money balances.
    S5,        // Deadlines: nothing expires early, nothing wins late, nothing moves but as stated.
    S6,        // A map that has come to rest equals the truth.
    S7,        // A retry never acts twice.
    Liveness,  // Everything comes to an end once nothing fails any more.
    Rows,      // The rows fit each other, the fence and the tables.
};
inline constexpr std::size_t kChecks = 9;

std::string_view nameOf(Check check);

struct Finding {
    Check check = Check::Rows;
    EventId event;
    std::int64_t at = 0;  // True time.
    std::string text;     // Names ids, and what was expected.
};

struct Counters {
    std::int64_t asked = 0;
    std::int64_t answers = 0;
    std::int64_t exact = 0;      // Answers of which the one right content is known.
    std::int64_t lenient = 0;    // Those that only had to be possible; why stands beside each.
    std::int64_t claimless = 0;  // Those that say nothing of an event: OVERLOADED and the like.
    std::int64_t refusals = 0;   // Among exact and lenient.
    std::int64_t retries = 0;    // Calls with a request id that was asked before.
    std::int64_t repeats = 0;    // Answers with effect that had been given before.
    std::int64_t actedAfterRefusal = 0;  // A refusal is not stored: a late copy may yet act.
    std::int64_t commits = 0;
    std::int64_t rows = 0;
    std::int64_t takeOvers = 0;
    std::int64_t extended = 0;        // Holds whose deadline an outage moved.
    std::int64_t releasesJudged = 0;  // Allocations whose release time has passed at the end.
    std::int64_t dueLeftAside = 0;    // Commits whose wake_at leaves out what was due already.
    std::int64_t providerActs = 0;
    std::int64_t ordersJudged = 0;  // At rest, to the cent.
    std::int64_t confirming = 0;    // Answers that a payment is being confirmed.
    std::int64_t returns = 0;       // Tickets given back, each time against the rules.
    std::int64_t refunds = 0;       // At rest, to the cent.
    std::int64_t tenders = 0;       // Of orders at rest that had more than one.
    std::int64_t strays = 0;        // Refunds that came up again after they had succeeded.
    std::int64_t webhooks = 0;      // Answered as taken in, each looked for in the tables.
    std::int64_t oddJudged = 0;     // Things done at the provider by hand.
    std::int64_t breaks = 0;
    std::int64_t breaksResolved = 0;  // Among them.
    std::int64_t manual = 0;          // Left to staff: of these the money is not judged.
    std::int64_t deeds = 0;           // Effects of staff's commands, each against its row.
    std::int64_t maps = 0;
    std::int64_t tables = 0;
    std::int64_t tooSoon = 0;        // Not at their end when the run ended, and not overdue either.
    std::int64_t endsJudged = 0;     // Ends and steps after the last fault, against their bounds.
    std::int64_t putOff = 0;         // Among them, of what a refused release had put off.
    std::int64_t outages = 0;        // Holds alive at a take-over after one.
    std::int64_t sales = 0;          // Holds made, against all that would have refused them.
    std::int64_t orphansJudged = 0;  // Among them, those picked alone in their rows and batches.
    std::int64_t mapsShown = 0;      // Messages to followers, each against its commit.
};

class Findings {
public:
    static constexpr std::size_t kKept = 20;

    void add(Check check, EventId event, std::string text);
    void setTime(std::int64_t at) { at_ = at; }

    const std::vector<Finding>& first() const { return first_; }
    std::int64_t count() const { return count_; }
    std::int64_t count(Check check) const { return byCheck_[static_cast<std::size_t>(check)]; }
    // Everything for a person: counts by check, the kept ones, and over how much.
    std::string report() const;
    // Over how much, by name: sums over runs make sense.
    std::map<std::string, std::int64_t> figures() const;

    // Told of each that is kept, when it is made; may be empty.
    std::function<void(const Finding&)> heard;
    Counters counters;

private:
    std::int64_t at_ = 0;
    std::int64_t count_ = 0;
    std::array<std::int64_t, kChecks> byCheck_{};
    std::vector<Finding> first_;
};

template <class Tag, class Rep>
std::ostream& operator<<(std::ostream& out, StrongId<Tag, Rep> id) {
    return out << static_cast<std::int64_t>(id.value);
}
inline std::ostream& operator<<(std::ostream& out, Instant t) {
    return out << t.micros << " us";
}
inline std::ostream& operator<<(std::ostream& out, Money m) {
    return out << m.minor;
}
inline std::ostream& operator<<(std::ostream& out, const RequestId& id) {
    return out << toString(id);
}

// Texts of findings; slow, so only where there is one.
template <class... Parts>
std::string say(const Parts&... parts) {
    std::ostringstream out;
    const auto put = [&](const auto& part) {
        using Part = std::decay_t<decltype(part)>;
        if constexpr (std::is_enum_v<Part> || std::is_same_v<Part, std::uint8_t>) {
            out << static_cast<int>(part);
        } else {
            out << part;
        }
    };
    (put(parts), ...);
    return out.str();
}

}  // namespace tessera::simulation
