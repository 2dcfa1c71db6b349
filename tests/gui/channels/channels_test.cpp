// SPDX-License-Identifier: Apache-2.0
// Two tills and the storefront want the same seats at the same moments: each is sold once, each
// loser is told at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <iostream>
#include <random>
#include <sstream>
#include <thread>

#include "tests/client/house.h"
#include "tests/client/sale_book.h"
#include "tests/support/report.h"

namespace tessera::client {
namespace {

using Clock = SaleBook::Clock;
using Seats = std::vector<std::int32_t>;

constexpr int kMoments = 100;
constexpr int kOfATill = 3;
constexpr int kOfTheStorefront = 4;
constexpr int kOfAMoment = 2 * kOfATill + kOfTheStorefront;
constexpr int kTried = kMoments * kOfAMoment;
constexpr int kPopularSeats = 200;
constexpr int kSeatsOfAMoment = 5;
constexpr double kToldWithinMs = 200;

// By moment and buyer: one or two seats of the few that all of this moment want.
std::vector<std::vector<Seats>> wishes(unsigned seed) {
    std::mt19937 random(seed);
    const auto between = [&](int from, int to) {
        return std::uniform_int_distribution(from, to)(random);
    };
    std::vector<std::vector<Seats>> moments(kMoments);
    for (auto& moment : moments) {
        const int first = between(0, kPopularSeats - kSeatsOfAMoment);
        for (int buyer = 0; buyer < kOfAMoment; ++buyer) {
            const int seat = first + between(0, kSeatsOfAMoment - 2);
            moment.push_back(between(0, 1) == 0 ? Seats{seat} : Seats{seat, seat + 1});
        }
    }
    return moments;
}

// Of the rows that stand for tickets that are not void. `table` is `ticket`, or a copy of it.
std::vector<int> seatsOfTickets(const integration::Stack& stack, const Sale& sale,
                                const std::string& table = "ticket") {
    std::istringstream rows(stack.psql("SELECT seat_no FROM " + table + " WHERE state <> 3 AND " +
                                       "event_id = " + eventNumber(sale) + " ORDER BY seat_no"));
    return {std::istream_iterator<int>(rows), {}};
}

// A browser's way: REST, a caller key for each sale, a card.
class StorefrontBuyer {
public:
    StorefrontBuyer(const integration::Stack& stack, const Sale& sale, SaleBook& book)
        : buyer_(integration::Edge::Rest, stack), sale_(sale), book_(book) {}

    // Reserves, and opens the order where that was granted.
    void buy(const Seats& seats) {
        buyer_.callerKey = integration::newCallerKey();
        const auto asked = Clock::now();
        const auto held = buyer_.hold(sale_, seats);
        const auto after = Clock::now() - asked;
        if (held.reason == "SEAT_UNAVAILABLE") return book_.lost(Channel::Storefront, after);
        if (!held.ok()) return book_.failed("storefront: " + held.reason);
        const auto ordered = buyer_.checkout();
        EXPECT_TRUE(ordered.ok()) << ordered;
        orders_.push_back({buyer_.token, buyer_.order});
        book_.won(Channel::Storefront, {seats.begin(), seats.end()});
    }
    void payAll() {
        for (const auto& [token, order] : orders_) {
            buyer_.token = token;
            buyer_.order = order;
            buyer_.event = sale_.event;
            EXPECT_TRUE(buyer_.pay().ok());
            EXPECT_TRUE(buyer_.orderBecomes("PAID"));
        }
    }

private:
    struct Ordered {
        std::string token;
        std::string order;
    };
    integration::Buyer buyer_;
    const Sale& sale_;
    SaleBook& book_;
    std::vector<Ordered> orders_;
};

class ChannelsTest : public testing::Test {
protected:
    // Reserves and pays in cash.
    void sell(Client& client, Channel channel, const Seats& seats) {
        const auto asked = Clock::now();
        client.ask(kCreateReservation, seatsOf(client, sale, seats),
                   [this, &client, channel, seats, asked](const Answer<v1::Reservation>& held) {
                       const auto after = Clock::now() - asked;
                       if (held.refusal.reason == v1::ErrorReason::SEAT_UNAVAILABLE)
                           return book.lost(channel, after);
                       if (!held.done())
                           return book.failed("till: " + std::to_string(held.refusal.reason));
                       ++ordersOpen;
                       book.won(channel, {seats.begin(), seats.end()});
                       client.ask(kCheckoutReservation, cashFor(client, held.value),
                                  [this](const Answer<v1::Order>& order) {
                                      EXPECT_TRUE(order.done()) << order.refusal.reason;
                                      --ordersOpen;
                                  });
                   });
    }
    // All buyers of a moment ask at once; the next moment comes when all have been told.
    void sellAll(const std::vector<std::vector<Seats>>& moments) {
        std::barrier together(kOfTheStorefront + 1);
        std::vector<std::jthread> browsers;
        for (int i = 0; i < kOfTheStorefront; ++i) {
            browsers.emplace_back([&, i] {
                StorefrontBuyer buyer(house.stack, sale, book);
                for (const auto& moment : moments) {
                    together.arrive_and_wait();
                    buyer.buy(moment[static_cast<std::size_t>(2 * kOfATill + i)]);
                    together.arrive_and_wait();
                }
                buyer.payAll();
            });
        }
        int told = 0;
        for (const auto& moment : moments) {
            together.arrive_and_wait();
            for (std::size_t i = 0; i < kOfATill; ++i) {
                sell(*first->client, Channel::FirstTill, moment[2 * i]);
                sell(*second->client, Channel::SecondTill, moment[2 * i + 1]);
            }
            told += kOfAMoment;
            EXPECT_TRUE(book.waitFor(told));
            together.arrive_and_wait();
        }
    }
    std::string audit() const {
        const auto ran = house.stack.runProgram("tessera-audit",
                                                {"--database", house.stack.conninfo(), "--ledger",
                                                 house.stack.ledgerFile(), "--event", sale.event},
                                                integration::Millis(30'000));
        return ran.code == 0 ? "" : ran.output;
    }
    void report(const std::vector<double>& told, int doubles, double seconds) const {
        const double p50 = shareOf(told, 0.5);
        const double p99 = shareOf(told, 0.99);
        const double most = shareOf(told, 1);
        std::cout << kTried << " sales tried in " << seconds << " s, " << told.size()
                  << " losers told after p50 " << p50 << " ms, p99 " << p99 << " ms, max " << most
                  << " ms; tills won " << book.wins()[0] << " and " << book.wins()[1]
                  << ", storefront " << book.wins()[2] << "; " << doubles << " double sales"
                  << std::endl;
        test::addToReport("boxoffice", {{"sales_tried", kTried},
                                        {"double_sales", doubles},
                                        {"losers_told", static_cast<double>(told.size())},
                                        {"loser_told_p50_ms", p50},
                                        {"loser_told_p99_ms", p99},
                                        {"loser_told_max_ms", most}});
    }

    House& house = House::shared();
    const Sale sale = integration::makeSale(house.stack);
    SaleBook book;
    std::atomic<int> ordersOpen{0};
    const std::unique_ptr<Till> first = house.cashiersTill(0);
    const std::unique_ptr<Till> second = house.cashiersTill(1);
};

TEST_F(ChannelsTest, OfAThousandSalesAtTheSameMomentsByThreeChannelsNoSeatIsSoldTwice) {
    const auto seed = std::random_device{}();
    std::cout << "seed " << seed << std::endl;
    const auto begin = Clock::now();
    sellAll(wishes(seed));
    const std::chrono::duration<double> took = Clock::now() - begin;
    EXPECT_TRUE(eventually([&] { return ordersOpen == 0; }));
    EXPECT_THAT(book.failures(), testing::IsEmpty());

    const std::vector<int> won = book.seatsWon();
    std::vector<int> tickets;
    EXPECT_TRUE(eventually([&] {
        tickets = seatsOfTickets(house.stack, sale);
        return tickets.size() >= won.size();
    }));
    const int doubles = doubleSales(tickets, won);
    EXPECT_EQ(doubles, 0);
    EXPECT_EQ(tickets, won);
    EXPECT_EQ(audit(), "");

    const std::vector<double> told = book.toldAfterMs();
    report(told, doubles, took.count());
    EXPECT_EQ(std::ranges::count(book.wins(), 0), 0);  // Nobody was shut out.
    EXPECT_GT(told.size(), 500U);
    EXPECT_LE(told.back(), kToldWithinMs);
}

TEST_F(ChannelsTest, ASecondTicketOnASeatAndASecondAnswerAreReported) {
    const auto held = first->ask(kCreateReservation, seatsOf(*first->client, sale, {7, 8}));
    ASSERT_TRUE(held.done());
    ASSERT_TRUE(first->ask(kCheckoutReservation, cashFor(*first->client, held.value)).done());
    const auto tickets = [&] { return seatsOfTickets(house.stack, sale, "planted"); };
    house.stack.psql("CREATE TABLE planted AS SELECT * FROM ticket WHERE event_id = " +
                     eventNumber(sale));
    EXPECT_EQ(doubleSales(tickets(), {7, 8}), 0);
    house.stack.psql("INSERT INTO planted SELECT * FROM planted WHERE seat_no = 8");
    EXPECT_EQ(doubleSales(tickets(), {7, 8}), 1);
    house.stack.psql("DROP TABLE planted");
    EXPECT_EQ(doubleSales({7, 8}, {7, 8, 7}), 1);
    EXPECT_EQ(doubleSales({7, 8, 7}, {7, 8, 7, 8}), 2);
}

}  // namespace
}  // namespace tessera::client
