// SPDX-License-Identifier: Apache-2.0
// Random histories of the real engine, with batches, lost answers, retries and take-overs: what the
// engine does is right by the independent model, whatever comes in whatever order.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <random>

#include "tests/engine/hall.h"
#include "tests/engine/test_seed.h"
#include "tests/simulation/audit/auditor.h"
#include "tests/simulation/audit/stage.h"

namespace tessera::simulation {
namespace {

engine::EventTerms busyTerms() {
    engine::EventTerms terms = engine::makeTerms();
    terms.noOrphans = true;
    terms.maxPerBuyer = 8;
    terms.maxPerOrder = 6;
    terms.payWithin = Duration::ofMinutes(3);
    terms.unpaidWithin = Duration::ofMinutes(10);
    return terms;
}

class Crowd {
public:
    explicit Crowd(std::uint32_t seed) : random_(seed), s_(engine::makeHall(4, 10), busyTerms()) {
        s_.commit();
    }

    History run(int steps) {
        for (int i = 0; i < steps; ++i) step();
        s_.calm();
        for (int i = 0; i < 400; ++i) {
            while (s_.callProvider()) {
            }
            s_.commit();
            s_.deliver();
            s_.pass(Duration::ofSeconds(5));
        }
        return s_.finish();
    }

private:
    int upTo(int most) { return between(random_, 0, most); }
    bool oneIn(int n) { return upTo(n - 1) == 0; }

    void step() {
        const int kind = upTo(99);
        if (kind < 25) hold();
        if (kind >= 25 && kind < 45) use();
        if (kind >= 45 && kind < 55) payOne();
        if (kind >= 55 && kind < 75) s_.callProvider({}, oneIn(8));
        if (kind >= 75 && kind < 80) staff();
        if (kind >= 80 && kind < 85) retry();
        if (kind >= 85 && kind < 97) passTime();
        if (kind == 97 && oneIn(3)) takeOver();
        if (oneIn(3)) s_.commit();
        if (oneIn(2)) s_.deliver();
    }

    void passTime() {
        constexpr std::int64_t kMillis[] = {1, 20, 300, 2000, 15000, 90000};
        s_.pass(Duration::ofMillis(kMillis[upTo(5)]));
        if (oneIn(10))
            passTo(s_.rows.reservations.empty()
                       ? s_.now
                       : std::prev(s_.rows.reservations.end())->second.expiresAt);
    }
    // To a deadline exactly, or to one microsecond before it.
    void passTo(Instant deadline) {
        const Instant to = oneIn(2) ? deadline : deadline - Duration::ofMicros(1);
        if (to > s_.now) s_.now = to;
    }

    void takeOver() {
        s_.pass(Duration::ofSeconds(upTo(20)));
        s_.takeOver(NodeId{1 + upTo(2)});
        s_.commit();
        if (!oneIn(3)) return;
        s_.takeOver(NodeId{1 + upTo(2)});
        s_.commit();  // An owner with holds commits at least every second.
    }

    void hold() {
        const int who = upTo(12);
        engine::HoldSeats hold;
        const int kind = upTo(9);
        if (kind < 6) {
            std::vector<std::int32_t> seats;
            std::int32_t seat = upTo(39);
            for (int i = upTo(oneIn(20) ? 7 : 3); i >= 0; --i) seats.push_back((seat++) % 40);
            if (oneIn(30)) seats.push_back(oneIn(2) ? seats[0] : 99);
            hold = s_.seats(who, seats);
        } else if (kind < 8) {
            hold = s_.best(who, 1 + upTo(6));
            std::get<engine::BestSelection>(hold.selection).mustBeTogether = oneIn(2);
        } else {
            hold = s_.area(who, 1 + upTo(5));
        }
        if (oneIn(5)) hold.code = oneIn(2) ? "CODE-1" : "CODE-2";
        ask(who, AskHold{hold});
    }

    void use() {
        if (s_.rows.reservations.empty()) return;
        auto at = std::prev(s_.rows.reservations.end());
        for (int i = upTo(9); i > 0 && at != s_.rows.reservations.begin(); --i) --at;
        const engine::ReservationRow& row = at->second;
        const int who = oneIn(20) ? 99 : row.buyer.bytes[0];
        const int kind = upTo(9);
        if (kind < 3) return ask(who, AskCheckout{row.id});
        if (kind < 5) return ask(who, AskCancel{row.id});
        if (kind < 7 || !row.order) return ask(who, AskReservation{row.id});
        if (kind == 7) return ask(row.buyer.bytes[0], AskTickets{row.order});
        ask(row.buyer.bytes[0], AskOrder{row.order});
    }

    void payOne() {
        for (auto order = s_.rows.orders.rbegin(); order != s_.rows.orders.rend(); ++order) {
            if (oneIn(2) && s_.pay(order->first)) return;
        }
        s_.refuseNextCapture = oneIn(3);
    }

    void staff() {
        if (oneIn(4)) {
            return ask(50, AskSale{oneIn(3) ? engine::SaleState::Closed : engine::SaleState::Open});
        }
        if (oneIn(3)) {
            engine::Code code;
            code.text = oneIn(2) ? "CODE-1" : "CODE-2";
            code.usesMax = 2;
            code.unlocks = AllocationNo{1};
            return ask(50, AskCode{code});
        }
        AskAllocation set{{}, AllocationNo{static_cast<std::int16_t>(upTo(1))}};
        const int first = upTo(39);
        for (int i = upTo(3); i >= 0; --i) set.seats.push_back(SeatNo{(first + i) % 40});
        ask(50, std::move(set));
    }

    void ask(int who, Question question) {
        const bool read = std::holds_alternative<AskReservation>(question) ||
                          std::holds_alternative<AskOrder>(question) ||
                          std::holds_alternative<AskTickets>(question);
        if (read) {
            s_.ask(who, std::move(question));
            return;
        }
        const app::Mutation mutation{s_.freshRequest(), Fingerprint{++prints_}};
        asked_.push_back({who, question, mutation});
        if (asked_.size() > 40) asked_.pop_front();
        s_.askAgain(who, std::move(question), mutation);
    }

    void retry() {
        if (asked_.empty()) return;
        auto again = asked_[static_cast<std::size_t>(upTo(static_cast<int>(asked_.size()) - 1))];
        if (oneIn(10)) again.mutation.fingerprint = Fingerprint{++prints_};
        s_.askAgain(again.who, again.question, again.mutation);
    }

    struct Before {
        int who = 0;
        Question question;
        app::Mutation mutation;
    };
    std::mt19937 random_;
    Stage s_;
    std::deque<Before> asked_;
    std::int64_t prints_ = 0;
};

TEST(AuditorRandomTest, TheEngineIsRightByTheModel) {
    const std::uint32_t seed = testSeed();
    Counters all;
    std::int64_t micros = 0;
    for (std::uint32_t run = 0; run < 40; ++run) {
        const History history = Crowd(seed + run).run(1500);
        Auditor auditor;
        const auto began = std::chrono::steady_clock::now();
        play(history, auditor);
        micros += std::chrono::duration_cast<std::chrono::microseconds>(
                      std::chrono::steady_clock::now() - began)
                      .count();
        const Counters& counters = auditor.findings().counters;
        ASSERT_EQ(auditor.findings().count(), 0)
            << "TESSERA_SEED=" << seed + run << ": " << auditor.findings().report();
        EXPECT_EQ(counters.answers, counters.exact + counters.lenient + counters.claimless);
        all.answers += counters.answers;
        all.exact += counters.exact;
        all.lenient += counters.lenient;
        all.refusals += counters.refusals;
        all.commits += counters.commits;
        all.ordersJudged += counters.ordersJudged;
        all.tooSoon += counters.tooSoon;
        all.extended += counters.extended;
    }
    EXPECT_GT(all.exact, 10 * all.lenient);
    EXPECT_GT(all.ordersJudged, 100);
    EXPECT_GT(all.refusals, 1000);
    EXPECT_GT(all.extended, 10);
    std::cout << all.answers << " answers, " << all.exact << " exact, " << all.lenient
              << " lenient, " << all.refusals << " refusals, " << all.commits << " commits, "
              << all.ordersJudged << " orders, " << all.tooSoon << " too soon, " << all.extended
              << " extended; " << micros << " us\n";
}

}  // namespace
}  // namespace tessera::simulation
