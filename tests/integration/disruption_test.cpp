// SPDX-License-Identifier: Apache-2.0
// A whole event is cancelled or moved, on real processes; what went back is counted in the payment
// sandbox's own books.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "shared/base/ids.h"
#include "shared/base/time.h"
#include "tests/integration/sale.h"
#include "tests/integration/watch.h"

namespace tessera::integration {
namespace {

constexpr int kOrders = 1000;  // Of one seat each.
constexpr int kClients = 8;

// What a payment's books say at the sandbox.
struct Taken {
    std::int64_t captured = 0;
    std::int64_t back = 0;
    int captures = 0;
    int refunds = 0;
};

std::map<std::string, Taken> booksOf(const std::vector<std::string>& ledger) {
    std::map<std::string, Taken> books;
    for (const std::string& text : ledger) {
        const Json line = Json::parse(text, nullptr, false);
        if (!line.is_object() || !line.contains("intent")) continue;
        const std::string type = line.value("type", "");
        Taken& taken = books[line.value("intent", "")];
        if (type == "capture") {
            ++taken.captures;
            taken.captured += line.value("amount", std::int64_t{0});
        } else if (type == "refund") {
            ++taken.refunds;
            taken.back += line.value("amount", std::int64_t{0});
        }
    }
    std::erase_if(books, [](const auto& one) { return one.second.captures == 0; });
    return books;
}

// Of so many payments how many are not back exactly once.
int notBackOnce(const std::map<std::string, Taken>& books) {
    int wrong = 0;
    for (const auto& [intent, taken] : books) {
        const bool once = taken.captures == 1 && taken.refunds == 1;
        if (!once || taken.back != taken.captured) ++wrong;
    }
    return wrong;
}

class DisruptionTest : public testing::Test {
protected:
    std::string count(const std::string& what) const {
        return stack.psql(what +
                          " event_id = " + std::to_string(decodePublicId(sale.event).value_or(0)));
    }
    int number(const std::string& what) const {
        const std::string text = count(what);
        return text.empty() || text.starts_with("error") ? -1 : std::stoi(text);
    }
    Answer byStaff(const std::string& method, Json request) {
        request["event"] = sale.event;
        const bool reads = method == "GetDisruption";
        if (!reads) request["requestId"] = newRequestId();
        return staff.call(method, request, {{"authorization", "Bearer " + stack.adminKey()}});
    }
    Stack::Ran returnsByShell() const {
        return stack.runProgram(
            "tessera-admin",
            {"--database", stack.conninfo(), "payments", "returns", "--event", sale.event},
            Millis(60'000));
    }
    // The next seat that can be had alone: companion seats cannot.
    bool holdOne(Buyer& buyer) {
        Answer held;
        do {
            held = buyer.hold(sale, {nextSeat++});
        } while (held.reason == "COMPANION_ALONE");
        return held.ok();
    }
    // So many orders of one seat each, confirmed at the sandbox and paid. How many are missing.
    int sellSeats(int orders) {
        std::atomic<int> left{orders};
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int client = 0; client < kClients; ++client) {
            threads.emplace_back([&] {
                Buyer buyer(Edge::Rest, stack);
                while (left.fetch_sub(1) > 0) {
                    const bool sold =
                        holdOne(buyer) && buyer.checkout().ok() && buyer.pay().status == 200;
                    if (!sold) ++wrong;
                }
            });
        }
        for (std::thread& thread : threads) thread.join();
        const int wanted = orders - wrong.load();
        const bool paid = eventually(
            [&] {
                return number("SELECT count(*) FROM ticket_order WHERE state = 5 AND") == wanted;
            },
            Millis(120'000));
        return paid ? wrong.load() : orders;
    }
    // Each refund is done at once and answered late, one in ten never.
    int slowRefunds() {
        const Json rules = {
            {"rules",
             {{{"operation", "refund"},
               {"fault", "delay"},
               {"probability", 1},
               {"delay", "400-1200ms"}},
              {{"operation", "refund"}, {"fault", "drop_after"}, {"probability", 0.1}}}}};
        return atSandbox("POST", rules.dump());
    }
    int fastRefunds() { return atSandbox("DELETE", ""); }
    int atSandbox(const std::string& verb, const std::string& body) {
        const std::string url =
            "http://127.0.0.1:" + std::to_string(stack.paysimPort()) + "/sandbox/faults";
        return staff.http(verb, url, body, {{"authorization", "Bearer sk_test_integration"}})
            .status;
    }
    std::string timeIn(int minutes) {
        const Answer seen = staff.call("GetEvent", {{"event", sale.event}});
        const auto now = parseRfc3339(seen.body.value("serverTime", ""));
        return now ? toRfc3339(*now + Duration::ofMinutes(minutes)) : "";
    }

    Stack stack;
    Sale sale = makeSale(stack);
    ApiClient staff{Edge::Rest, stack};
    std::atomic<std::int32_t> nextSeat{0};
};

TEST_F(DisruptionTest, AThousandOrdersAreBackExactlyOnceThoughTheServerIsKilledInTheMiddle) {
    ASSERT_EQ(sellSeats(kOrders), 0);
    Buyer holding(Edge::Rest, stack);
    ASSERT_TRUE(holdOne(holding));
    Buyer paying(Edge::Rest, stack);
    ASSERT_TRUE(holdOne(paying));
    ASSERT_TRUE(paying.checkout().ok());
    ASSERT_EQ(slowRefunds(), 200);

    const Answer cancelled = byStaff("CancelEvent", {{"note", "The hall is flooded."}});
    ASSERT_TRUE(cancelled.ok()) << cancelled;
    EXPECT_EQ(cancelled.body.value("saleState", ""), "CANCELLED");
    ASSERT_TRUE(
        eventually([&] { return number("SELECT count(*) FROM refund WHERE state = 3 AND") >= 50; },
                   Millis(120'000)));
    stack.killServer();
    const int before = number("SELECT count(*) FROM refund WHERE");
    EXPECT_LT(before, kOrders) << "the kill came too late to say anything";
    EXPECT_GT(notBackOnce(booksOf(stack.ledger())), 0);
    const Stack::Ran open = returnsByShell();
    EXPECT_EQ(open.code, 3) << open.output;
    EXPECT_NE(open.output.find("not finished"), std::string::npos) << open.output;
    ASSERT_EQ(fastRefunds(), 200);
    stack.startServer();

    Answer progress;
    ASSERT_TRUE(eventually(
        [&] {
            progress = byStaff("GetDisruption", Json::object());
            return progress.ok() && progress.body.contains("finishTime");
        },
        Millis(180'000)))
        << progress;
    EXPECT_EQ(progress.body.value("orders", ""), std::to_string(kOrders)) << progress;
    EXPECT_EQ(progress.body.value("ordersLeft", "0"), "0") << progress;
    EXPECT_EQ(progress.body["succeeded"].value("count", ""), std::to_string(kOrders)) << progress;
    EXPECT_EQ(progress.body["pending"].value("count", "0"), "0") << progress;
    EXPECT_EQ(progress.body["manual"].value("count", "0"), "0") << progress;

    const auto books = booksOf(stack.ledger());
    EXPECT_EQ(books.size(), static_cast<std::size_t>(kOrders));
    EXPECT_EQ(notBackOnce(books), 0) << "of " << books.size();
    EXPECT_EQ(number("SELECT count(*) FROM ticket WHERE state <> 3 AND"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM refund WHERE"), kOrders);
    EXPECT_EQ(seatsInDatabase(stack, sale, kSold), 0);
    EXPECT_EQ(seatsInDatabase(stack, sale, kHeld), 0);
    EXPECT_EQ(number("SELECT sum(amount) FROM ledger_entry WHERE"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM (SELECT order_id FROM ledger_entry WHERE account <> 6 "
                     "AND event_id > 0 GROUP BY event_id, order_id, account HAVING "
                     "sum(amount) <> 0) x, event WHERE"),
              0);

    EXPECT_EQ(holding.reservationNow().body.value("releaseReason", ""), "EVENT_CANCELLED");
    EXPECT_TRUE(paying.orderBecomes("RELEASED"));
    EXPECT_EQ(holding.hold(sale, {5}).reason, "EVENT_CANCELLED");
    EXPECT_EQ(byStaff("OpenSale", Json::object()).reason, "EVENT_CANCELLED");
    const Stack::Ran audit = stack.runProgram(
        "tessera-audit", {"--database", stack.conninfo(), "--ledger", stack.ledgerFile()},
        Millis(60'000));
    EXPECT_EQ(audit.code, 0) << audit.output;
    const Stack::Ran over = returnsByShell();
    EXPECT_EQ(over.code, 0) << over.output;
    EXPECT_NE(over.output.find("refunds\tsucceeded\t1000\t"), std::string::npos) << over.output;
}

// Negative control: what is counted above is seen where it is planted.
TEST_F(DisruptionTest, ARefundThatIsMissingOrDoubledIsCounted) {
    ASSERT_EQ(sellSeats(4), 0);
    EXPECT_EQ(notBackOnce(booksOf(stack.ledger())), 4);
    ASSERT_TRUE(byStaff("CancelEvent", Json::object()).ok());
    ASSERT_TRUE(eventually([&] { return notBackOnce(booksOf(stack.ledger())) == 0; }));
    std::vector<std::string> lines = stack.ledger();
    const auto refund = std::find_if(lines.begin(), lines.end(), [](const std::string& text) {
        const Json line = Json::parse(text, nullptr, false);
        return line.is_object() && line.value("type", "") == "refund";
    });
    ASSERT_NE(refund, lines.end());
    const std::string twice = *refund;
    lines.push_back(twice);
    EXPECT_EQ(notBackOnce(booksOf(lines)), 1);
    std::erase(lines, twice);
    EXPECT_EQ(notBackOnce(booksOf(lines)), 1);
}

TEST_F(DisruptionTest, OfAMovedEventWhoDoesNotAcceptIsRefundedWhoAcceptsKeepsTheTicket) {
    ASSERT_EQ(sellSeats(2), 0);
    Buyer accepts(Edge::Rest, stack);
    Buyer returns(Edge::Grpc, stack);
    for (Buyer* buyer : {&accepts, &returns}) {
        ASSERT_TRUE(holdOne(*buyer));
        ASSERT_TRUE(buyer->checkout().ok());
        EXPECT_EQ(buyer->pay().status, 200);
        ASSERT_TRUE(buyer->orderBecomes("PAID"));
    }
    EXPECT_EQ(byStaff("GetDisruption", Json::object()).reason, "EVENT_NOT_MOVED");
    const Answer moved = byStaff("MoveEvent", {{"startsAt", timeIn(60 * 24 * 60)},
                                               {"answerUntil", timeIn(60)},
                                               {"refundUnanswered", true},
                                               {"note", "The singer is ill."}});
    ASSERT_TRUE(moved.ok()) << moved;
    EXPECT_EQ(moved.body["disruption"].value("kind", ""), "MOVED") << moved;
    EXPECT_EQ(parseRfc3339(moved.body["disruption"].value("previousStartsAt", "")),
              parseRfc3339(sale.config.value("startsAt", "")));
    EXPECT_EQ(moved.body.value("saleState", ""), "OPEN");
    Json answer = accepts.ofOrder();
    answer["requestId"] = newRequestId();
    const Answer accepted =
        accepts.client.call("AcceptMove", answer, {{"x-holder-token", accepts.token}});
    ASSERT_TRUE(accepted.ok()) << accepted;
    EXPECT_TRUE(accepted.body.value("moveAccepted", false)) << accepted;
    answer = returns.ofOrder();
    answer["requestId"] = newRequestId();
    const Answer returned =
        returns.client.call("ReturnTickets", answer, {{"x-holder-token", returns.token}});
    ASSERT_TRUE(returned.ok()) << returned;
    EXPECT_EQ(returned.body["refunds"][0].value("reason", ""), "EVENT_MOVED") << returned;

    // Moved once more, with little time to answer: nobody does.
    const auto soon = parseRfc3339(timeIn(0)).value_or(Instant{}) + Duration::ofSeconds(10);
    const Answer again = byStaff("MoveEvent", {{"startsAt", timeIn(60 * 24 * 90)},
                                               {"answerUntil", toRfc3339(soon)},
                                               {"refundUnanswered", true}});
    ASSERT_TRUE(again.ok()) << again;
    EXPECT_FALSE(accepts.orderNow().body.value("moveAccepted", false));
    answer = accepts.ofOrder();
    answer["requestId"] = newRequestId();
    EXPECT_TRUE(
        accepts.client.call("AcceptMove", answer, {{"x-holder-token", accepts.token}}).ok());
    stack.killServer();
    stack.startServer();
    Answer progress;
    ASSERT_TRUE(eventually(
        [&] {
            progress = byStaff("GetDisruption", Json::object());
            return progress.ok() && progress.body.contains("finishTime");
        },
        Millis(120'000)))
        << progress;
    EXPECT_EQ(progress.body.value("orders", ""), "3") << progress;
    EXPECT_EQ(progress.body.value("ordersLeft", "0"), "0") << progress;
    EXPECT_EQ(progress.body.value("ordersAccepted", ""), "1") << progress;
    EXPECT_EQ(progress.body["succeeded"].value("count", ""), "2") << progress;
    EXPECT_EQ(accepts.orderNow().body.value("ticketCount", 0), 1);
    EXPECT_EQ(notBackOnce(booksOf(stack.ledger())), 1) << "the one that was kept";
    answer["requestId"] = newRequestId();
    EXPECT_EQ(
        accepts.client.call("ReturnTickets", answer, {{"x-holder-token", accepts.token}}).reason,
        "RETURN_NOT_ALLOWED");
}

}  // namespace
}  // namespace tessera::integration
