// SPDX-License-Identifier: Apache-2.0
// Faults planted in the model or around the engine: each must be reported.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "tests/engine/model/side_by_side.h"

namespace tessera::engine {
namespace {

constexpr int kEventsMost = 40;
constexpr int kCommandsPerEvent = 2500;

// Empty if nothing was reported in all events.
std::string reportOf(const Run& fault) {
    const std::uint32_t seed = testSeed();
    for (int n = 0; n < kEventsMost; ++n) {
        Run run = fault;
        run.seed = seed + static_cast<std::uint32_t>(n);
        SideBySide event(run);
        for (int i = 1; i <= kCommandsPerEvent; ++i) {
            std::string text = event.step();
            if (text.empty() && i % 50 == 0) text = event.judgeAll();
            if (text.empty()) continue;
            std::cout << "after " << n * kCommandsPerEvent + i << " commands: " << text << '\n';
            return text;
        }
    }
    return "";
}

template <class Wrong>
Run modelOf() {
    Run run;
    run.model = [](const Layout::Parts& parts, const EventTerms& terms) {
        return std::make_unique<Wrong>(parts, terms);
    };
    return run;
}

Run engineWith(ApplyTo applyTo) {
    Run run;
    run.applyTo = std::move(applyTo);
    return run;
}

TEST(EngineModelFaultsTest, AHoldThatEndsAMicrosecondLateIsReported) {
    const auto late = [](EventEngine& engine, const Command& command, Instant now,
                         Changes& changes) {
        const bool exactly = engine.nextDue() == now;
        return engine.apply(command, exactly ? now - Duration::ofMicros(1) : now, changes);
    };
    EXPECT_NE(reportOf(engineWith(late)), "");
}

class EarlyModel : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    bool isDue(Instant deadline) const override { return deadline <= now_ + Duration::ofMicros(1); }
};

TEST(EngineModelFaultsTest, AHoldThatEndsAMicrosecondEarlyIsReported) {
    EXPECT_NE(reportOf(modelOf<EarlyModel>()), "");
}

TEST(EngineModelFaultsTest, APriceThatIsForgottenIsReported) {
    const auto forgets = [](EventEngine& engine, const Command& command, Instant now,
                            Changes& changes) {
        Command as = command;
        if (auto* other = std::get_if<RepriceReservation>(&as)) other->adjustments.clear();
        return engine.apply(as, now, changes);
    };
    EXPECT_NE(reportOf(engineWith(forgets)), "");
}

class KeepsCodeUses : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    void giveBackCode(const NaiveReservation&) override {}
};

TEST(EngineModelFaultsTest, AUseOfACodeThatIsNotGivenBackIsReported) {
    EXPECT_NE(reportOf(modelOf<KeepsCodeUses>()), "");
}

class ForgetsASeat : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    void giveBackSeats(const NaiveReservation& reservation) override {
        NaiveReservation fewer = reservation;
        if (fewer.seats.size() > 3) fewer.seats.pop_back();
        NaiveEvent::giveBackSeats(fewer);
    }
};

TEST(EngineModelFaultsTest, ASeatThatIsNotGivenBackIsReported) {
    EXPECT_NE(reportOf(modelOf<ForgetsASeat>()), "");
}

class LetsOneMoreBuy : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    int placesOf(const CallerHash& buyer) const override {
        return std::max(0, NaiveEvent::placesOf(buyer) - 1);
    }
};

TEST(EngineModelFaultsTest, ABuyerWithOnePlaceTooManyIsReported) {
    EXPECT_NE(reportOf(modelOf<LetsOneMoreBuy>()), "");
}

class LosesHints : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    void keepHint(NaiveOrder&) override {}
};

TEST(EngineModelFaultsTest, AHintThatIsLostDuringACallIsReported) {
    EXPECT_NE(reportOf(modelOf<LosesHints>()), "");
}

class LeavesSingleSeats : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    bool orphansMatter() const override { return false; }
};

TEST(EngineModelFaultsTest, ASingleSeatThatIsLeftIsReported) {
    EXPECT_NE(reportOf(modelOf<LeavesSingleSeats>()), "");
}

class NeverWaitsLonger : public NaiveEvent {
public:
    using NaiveEvent::NaiveEvent;

protected:
    Duration backOff(int) const override { return Duration::ofSeconds(1); }
};

TEST(EngineModelFaultsTest, ABackOffThatDoesNotGrowIsReported) {
    EXPECT_NE(reportOf(modelOf<NeverWaitsLonger>()), "");
}

TEST(EngineModelFaultsTest, AKeyThatIsUsedTwiceIsReported) {
    const auto same = [tries = std::map<AttemptId, std::int32_t>{}](
                          EventEngine& engine, const Command& command, Instant now,
                          Changes& changes) mutable {
        Outcome outcome = engine.apply(command, now, changes);
        for (OutboxRow& row : changes.outbox) {
            if (row.operation != Operation::Capture) continue;
            row.attemptTry = tries.emplace(row.attempt, row.attemptTry).first->second;
        }
        return outcome;
    };
    EXPECT_NE(reportOf(engineWith(same)).find("a key is used twice"), std::string::npos);
}

TEST(EngineModelFaultsTest, AnAnswerOfTheProviderThatIsLostIsReported) {
    const auto swallow = [count = 0](EventEngine& engine, const Command& command, Instant now,
                                     Changes& changes) mutable {
        const auto* record = std::get_if<RecordProviderAnswer>(&command);
        if (record == nullptr || ++count % 100 != 0) return engine.apply(command, now, changes);
        RecordProviderAnswer stale = *record;
        stale.outbox = OutboxSeq{1};
        return engine.apply(stale, now, changes);
    };
    EXPECT_NE(reportOf(engineWith(swallow)), "");
}

TEST(EngineModelFaultsTest, AUseOfACodeThatIsNotWrittenIsReported) {
    const auto unwritten = [](EventEngine& engine, const Command& command, Instant now,
                              Changes& changes) {
        Outcome outcome = engine.apply(command, now, changes);
        changes.codeUses.clear();
        return outcome;
    };
    EXPECT_NE(reportOf(engineWith(unwritten)), "");
}

TEST(EngineModelFaultsTest, AChangeOfACodeThatIsNotWrittenIsReported) {
    const auto unwritten = [](EventEngine& engine, const Command& command, Instant now,
                              Changes& changes) {
        Outcome outcome = engine.apply(command, now, changes);
        changes.codeUpdates.clear();
        return outcome;
    };
    EXPECT_NE(reportOf(engineWith(unwritten)), "");
}

TEST(EngineModelFaultsTest, AWithdrawnCodeThatIsStillTakenIsReported) {
    const auto later = [](EventEngine& engine, const Command& command, Instant now,
                          Changes& changes) {
        const auto* update = std::get_if<UpdateCode>(&command);
        if (update == nullptr) return engine.apply(command, now, changes);
        UpdateCode other = *update;
        if (other.validUntil) other.validUntil = Instant::never();
        return engine.apply(other, now, changes);
    };
    EXPECT_NE(reportOf(engineWith(later)), "");
}

TEST(EngineModelFaultsTest, ASeatMissingInAnAnswerIsReported) {
    const auto fewer = [](EventEngine& engine, const Command& command, Instant now,
                          Changes& changes) {
        Outcome outcome = engine.apply(command, now, changes);
        auto* view = std::get_if<OrderView>(&outcome.view);
        if (view != nullptr && view->seats.size() > 3) view->seats.pop_back();
        return outcome;
    };
    EXPECT_NE(reportOf(engineWith(fewer)), "");
}

}  // namespace
}  // namespace tessera::engine
