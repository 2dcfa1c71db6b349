// SPDX-License-Identifier: Apache-2.0
// An engine, its twin, the rows of their changes and the model, fed the same commands.
//
// `step` tells the first thing in which they differ. A fault is planted by another model, or by
// another way to apply a command to the engine. Deterministic by the seed; owned by one test.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <tuple>

#include "tests/engine/model/random_commands.h"
#include "tests/engine/shadow_rows.h"

namespace tessera::engine {

inline constexpr std::size_t kRefusals = static_cast<std::size_t>(Refusal::ApprovalTooSmall) + 1;

using ModelMaker =
    std::function<std::unique_ptr<NaiveEvent>(const Layout::Parts&, const EventTerms&)>;
using ApplyTo = std::function<Outcome(EventEngine&, const Command&, Instant, Changes&)>;

struct Run {
    std::uint32_t seed = 0;
    ModelMaker model;  // Empty: the right one.
    ApplyTo applyTo;   // Empty: EventEngine::apply.
};

class SideBySide {
public:
    explicit SideBySide(const Run& run);

    // One random command; empty if all agree.
    std::string step();
    // The same with a code that nobody has.
    std::string stepCode();
    // What is judged less often: invariants, hashes, a reload, tickets and money.
    std::string judgeAll();
    std::uint64_t hash() const { return engine_.stateHash(); }

    std::array<std::int64_t, kRefusals> refusals{};
    std::array<std::int64_t, 10> states{};  // Orders seen in each OrderState.

private:
    std::string stepWith(const Command& command);
    std::string compareStates(const Changes& changes);
    std::string judgeKeys(const Changes& changes);
    std::string compareOrder(const NaiveOrder& order) const;

    std::mt19937 random_;
    std::shared_ptr<const Layout> layout_;
    EventTerms terms_;
    std::unique_ptr<NaiveEvent> model_;
    RandomCommands commands_;
    ApplyTo applyTo_;
    ShadowRows rows_;
    EventEngine engine_;
    EventEngine twin_;
    Instant now_;
    Instant latest_;
    std::set<std::tuple<AttemptId, Operation, std::int32_t>> keys_;
    std::string last_;  // The latest command, for a reader of a difference.
};

// Empty if both say the same. Ids of tickets are not compared, only how many there are.
std::string differenceOf(const Outcome& engine, const Outcome& model);

}  // namespace tessera::engine
