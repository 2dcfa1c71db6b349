// SPDX-License-Identifier: Apache-2.0
// kill -9 of the server while people buy: what was answered is true afterwards, and nothing was
// done twice.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "shared/base/ids.h"
#include "tests/integration/sale.h"
#include "tests/integration/watch.h"

namespace tessera::integration {
namespace {

constexpr int kClients = 8;
constexpr int kRoundsEach = 30;
constexpr int kKills = 3;

struct Told {
    std::vector<std::int32_t> seats;
    std::string requestId;
    std::string reservation;
    std::string token;
    std::string order;  // Empty: not checked out.
    bool cancelled = false;
};

// What one person does, each step under one request id until it is answered.
class Person {
public:
    Person(int number, const Stack& stack, const Sale& sale, std::atomic<int>& answered)
        : number_(number), stack_(stack), sale_(sale), answered_(answered) {}

    void run() {
        for (int round = 0; round < kRoundsEach; ++round) buy(round);
    }
    std::vector<Told> told;
    std::vector<std::string> surprises;

private:
    template <class Step>
    Answer untilAnswered(Step step) {
        Answer answer;
        const bool definite = eventually(
            [&] {
                answer = step();
                return !answer.worthRetrying();
            },
            Millis(40'000));
        if (!definite || !answer.ok()) surprises.push_back(answer.reason + " " + answer.raw);
        return answer;
    }

    void buy(int round) {
        const std::int32_t first = (number_ * kRoundsEach + round) * 2;
        Told one;
        one.seats = {first, first + 1};
        one.requestId = newRequestId();
        Buyer buyer(Edge::Rest, stack_);
        if (!untilAnswered([&] { return buyer.hold(sale_, one.seats, one.requestId); }).ok())
            return;
        one.reservation = buyer.reservation;
        one.token = buyer.token;
        if (round % 3 == 1) {
            const std::string id = newRequestId();
            one.cancelled = untilAnswered([&] { return buyer.cancel(id); }).ok();
        } else if (round % 3 == 2) {
            const std::string id = newRequestId();
            if (untilAnswered([&] { return buyer.checkout(id); }).ok()) {
                one.order = buyer.order;
                buyer.pay();
            }
        }
        told.push_back(one);
        answered_.fetch_add(1);
    }

    int number_;
    const Stack& stack_;
    const Sale& sale_;
    std::atomic<int>& answered_;
};

class KillTest : public testing::Test {
protected:
    // Everything that was answered, as it stands now.
    void expectTrue(const std::vector<Told>& all) {
        for (const Told& one : all) {
            Buyer buyer(Edge::Rest, stack);
            buyer.event = sale.event;
            buyer.reservation = one.reservation;
            buyer.token = one.token;
            const Answer now = buyer.reservationNow();
            ASSERT_TRUE(now.ok()) << now;
            ASSERT_EQ(now.body["seats"].size(), one.seats.size());
            EXPECT_EQ(now.body["seats"][0].value("seatNo", 0), one.seats[0]);
            EXPECT_EQ(now.body["seats"][1].value("seatNo", 0), one.seats[1]);
            const std::string state = now.body.value("state", "");
            if (one.cancelled) {
                EXPECT_EQ(now.body.value("releaseReason", ""), "CANCELLED") << now;
            } else if (one.order.empty()) {
                EXPECT_EQ(state, "HELD") << now;
            } else {
                buyer.order = one.order;
                ASSERT_TRUE(buyer.orderBecomes("PAID", Millis(30'000))) << buyer.orderNow();
                EXPECT_EQ(buyer.tickets().body.value("tickets", Json::array()).size(), 2u);
            }
        }
    }

    // How often each payment's money was taken.
    std::map<std::string, int> captures() const {
        std::map<std::string, int> taken;
        for (const std::string& text : stack.ledger()) {
            const Json line = Json::parse(text, nullptr, false);
            if (line.is_object() && line.value("type", "") == "capture") {
                ++taken[line.value("intent", "")];
            }
        }
        return taken;
    }

    std::string count(const std::string& what) const {
        return stack.psql(what +
                          " event_id = " + std::to_string(decodePublicId(sale.event).value_or(0)));
    }

    Stack stack;
    Sale sale = makeSale(stack);
};

TEST_F(KillTest, WhatWasAnsweredIsTrueAfterKillNineAndNothingActsTwice) {
    std::atomic<int> answered{0};
    std::vector<std::unique_ptr<Person>> people;
    std::vector<std::thread> threads;
    for (int i = 0; i < kClients; ++i) {
        people.push_back(std::make_unique<Person>(i, stack, sale, answered));
        threads.emplace_back([person = people.back().get()] { person->run(); });
    }
    for (int kill = 1; kill <= kKills; ++kill) {
        const int enough = kill * kClients * kRoundsEach / (kKills + 1);
        EXPECT_TRUE(eventually([&] { return answered.load() >= enough; }, Millis(40'000)));
        stack.killServer();
        stack.startServer();
    }
    for (std::thread& thread : threads) thread.join();
    std::vector<Told> all;
    for (const auto& person : people) {
        EXPECT_TRUE(person->surprises.empty()) << person->surprises.front();
        all.insert(all.end(), person->told.begin(), person->told.end());
    }
    ASSERT_EQ(all.size(), static_cast<std::size_t>(kClients * kRoundsEach));
    expectTrue(all);
    EXPECT_EQ(count("SELECT count(*) FROM reservation WHERE"), std::to_string(all.size()))
        << "one per request id";
    EXPECT_EQ(count("SELECT count(*) FROM ticket_order WHERE"),
              std::to_string(kClients * kRoundsEach / 3));
    const auto taken = captures();
    EXPECT_EQ(taken.size(), static_cast<std::size_t>(kClients * kRoundsEach / 3));
    for (const auto& [intent, times] : taken) EXPECT_EQ(times, 1) << intent;
    EXPECT_EQ(count("SELECT count(*) - count(DISTINCT seat_no) FROM ticket WHERE"), "0");
}

TEST_F(KillTest, ARetryAfterTheRestartIsAnsweredAsBefore) {
    Buyer buyer(Edge::Grpc, stack);
    const std::string hold = newRequestId();
    const std::string checkout = newRequestId();
    const Answer first = buyer.hold(sale, {500, 501}, hold);
    ASSERT_TRUE(first.ok()) << first;
    ASSERT_TRUE(buyer.checkout(checkout).ok());
    const std::string reservation = buyer.reservation;
    const std::string order = buyer.order;
    stack.killServer();
    stack.startServer();
    Buyer again(Edge::Grpc, stack);
    again.callerKey = buyer.callerKey;
    const Answer repeated = again.hold(sale, {500, 501}, hold);
    ASSERT_TRUE(repeated.ok()) << repeated;
    EXPECT_EQ(again.reservation, reservation);
    EXPECT_EQ(again.token, buyer.token);
    ASSERT_TRUE(again.checkout(checkout).ok());
    EXPECT_EQ(again.order, order);
    EXPECT_EQ(again.hold(sale, {502, 503}, hold).reason, "REQUEST_ID_REUSED");
}

TEST_F(KillTest, APaymentThatSucceedsWhileTheServerIsDownIsSettledWithoutTraffic) {
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {510, 511}).ok());
    ASSERT_TRUE(buyer.checkout().ok());
    Json payment;
    ASSERT_TRUE(eventually([&] {
        payment = paymentOf(buyer.orderNow());
        return payment.value("state", "") == "PAYABLE";
    }));
    stack.killServer();
    EXPECT_EQ(confirmAtSandbox(buyer.client, payment, "pm_card_visa").status, 200);
    stack.startServer();
    // The sandbox's pauses between its tries have doubled meanwhile, up to half a minute.
    EXPECT_TRUE(
        eventually([&] { return seatsInDatabase(stack, sale, kSold) == 2; }, Millis(90'000)));
    EXPECT_TRUE(buyer.orderBecomes("PAID"));
}

TEST_F(KillTest, HoldsThatOutliveTheServerExpireByThemselves) {
    const Sale brief = makeSale(stack, {.holdSeconds = 5});
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(brief, {520, 521}).ok());
    ASSERT_TRUE(buyer.hold(brief, {530, 531}).ok());
    stack.killServer();
    EXPECT_EQ(seatsInDatabase(stack, brief, kHeld), 4);
    stack.startServer();
    EXPECT_TRUE(eventually([&] { return seatsInDatabase(stack, brief, kFree) == kTheatreSeats; },
                           Millis(40'000)));
}

TEST_F(KillTest, TheServerStopsCleanlyWhenAsked) {
    Buyer buyer(Edge::Rest, stack);
    ASSERT_TRUE(buyer.hold(sale, {540, 541}).ok());
    const auto watch = Watch::open(Edge::Rest, stack, "WatchSeatMap", {{"event", sale.event}});
    ASSERT_TRUE(watch->next().has_value());
    EXPECT_EQ(stack.stopServer(), 0);
    EXPECT_FALSE(watch->next().has_value());
    stack.startServer();
    EXPECT_EQ(buyer.reservationNow().body.value("state", ""), "HELD");
}

}  // namespace
}  // namespace tessera::integration
