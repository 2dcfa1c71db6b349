// SPDX-License-Identifier: Apache-2.0
// Faults of calls: asked for by the call itself, or drawn by rules.
//
// Deterministic: one seed and one order of calls give the same faults. FaultTable is thread-safe;
// everything else is pure.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace tessera::paysim {

// A fault of one call: asked for in X-Paysim-Fault, or drawn.
struct Fault {
    enum class Kind {
        None,
        DropBefore,   // The connection breaks, nothing was done.
        DropAfter,    // It was done, and the connection breaks.
        Fail,         // "500": stored for the key, nothing was done.
        FailAfter,    // "500_after": stored for the key, and it was done.
        Unavailable,  // "503": not stored, nothing was done.
        RateLimit,    // "429": not stored, nothing was done.
        Locked,       // "409_lock": not stored, nothing was done.
    };
    Kind kind = Kind::None;
    std::int64_t delayMillis = 0;  // "delay=250ms": done at once, answered later.
    bool twice = false;            // "double": a proxy repeats the call, with its key.
    bool refundPends = false;      // "refund_pending": the refund is pending first.
    bool refundFailsLater = false;
    bool webhookLost = false;                  // The call's events are never delivered.
    std::int64_t lateAuthorizationMillis = 0;  // "late_authorization=250ms": processing until then.
};

// "delay=250ms", "drop_before", "500"…, or several with commas. Delays are 10 minutes at most.
std::optional<Fault> parseFault(std::string_view text);

// Milliseconds by which every answer is late: "20" always, "5-80" evenly between.
struct Latency {
    std::int64_t low = 0;
    std::int64_t high = 0;
};
std::optional<Latency> parseLatency(std::string_view text);

// "capture", "reader_process"…: what the rules call a call. "other" where they have no name for it.
std::string_view operationOf(bool post, const std::vector<std::string>& path);

struct FaultRule {
    std::string operation;  // Of operationOf(), or "any".
    std::string fault;      // As in the header, without its "=…".
    double probability = 0;
    Latency delay;  // Of the answer, or of what is late.
};

struct FaultPlan {
    std::uint64_t seed = 1;
    std::vector<FaultRule> rules;
};

// {"seed":1,"rules":[{"operation":"capture","fault":"drop_after","probability":0.05,
// "delay":"10-200ms"}]}; the error says what is wrong with it.
tl::expected<FaultPlan, std::string> parseFaultPlan(std::string_view json);

class FaultTable {
public:
    // Begins anew with the plan's seed; what was counted is kept.
    void use(FaultPlan plan);
    // Draws for each rule that fits, in their order, on top of what the call asked for.
    Fault draw(std::string_view operation, Fault asked);

    using Fired = std::map<std::pair<std::string, std::string>, std::uint64_t>;
    // How often each (operation, fault) of a rule was drawn.
    Fired fired() const;

private:
    mutable std::mutex mutex_;
    std::vector<FaultRule> rules_;
    std::mt19937_64 random_;
    Fired fired_;
};

}  // namespace tessera::paysim
