// SPDX-License-Identifier: Apache-2.0
// Two box offices and the storefront want the same seats at the same moments: each is sold once,
// each loser is told at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <barrier>
#include <iostream>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "tests/gui/channels/sale_book.h"
#include "tests/gui/channels/till_window.h"
#include "tests/support/report.h"

namespace tessera::gui {
namespace {

using Clock = SaleBook::Clock;

constexpr int kMoments = 250;
constexpr int kApps = 2;
constexpr int kBrowsers = 2;
constexpr int kOfAMoment = kApps + kBrowsers;
constexpr int kTried = kMoments * kOfAMoment;
// Those before the first wheelchair place, whose companions go with it.
constexpr int kPopularSeats = 560;
constexpr int kSeatsOfAMoment = 3;
constexpr int kLooksMost = 50;
constexpr double kToldWithinMs = 200;

// Of the rows that stand for tickets that are not void. `table` is `ticket`, or a copy of it.
std::vector<int> seatsOfTickets(const integration::Stack& stack, const integration::Sale& sale,
                                const std::string& table = "ticket") {
    std::istringstream rows(stack.psql("SELECT seat_no FROM " + table + " WHERE state <> 3 AND " +
                                       "event_id = " + client::eventNumber(sale) +
                                       " ORDER BY seat_no"));
    return {std::istream_iterator<int>(rows), {}};
}

// A browser's way: REST, a caller key for each sale, a card.
class StorefrontBuyer {
public:
    StorefrontBuyer(const integration::Stack& stack, const integration::Sale& sale, SaleBook& book)
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
    const integration::Sale& sale_;
    SaleBook& book_;
    std::vector<Ordered> orders_;
};

class ChannelsTest : public testing::Test {
protected:
    // Turns the events of both apps as they come, without a pause between them.
    static bool turns(const std::function<bool()>& done) {
        constexpr int kWakeMillis = 2;  // What the browsers' threads do is no event.
        QElapsedTimer since;
        since.start();
        QTimer wake;
        wake.start(kWakeMillis);
        while (!done() && since.elapsed() < 30'000) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return done();
    }
    // By buyer: one or two of a few seats side by side, of which two were not sold before, as long
    // as such are found.
    std::vector<Seats> wishes(std::mt19937& random) const {
        const auto between = [&](int from, int to) {
            return std::uniform_int_distribution(from, to)(random);
        };
        const std::vector<int> sold = book.seatsWon();
        const std::set<int> gone(sold.begin(), sold.end());
        int first = 0;
        int unsold = 0;
        for (int look = 0; unsold < 2 && look < kLooksMost; ++look) {
            first = between(0, kPopularSeats - kSeatsOfAMoment);
            unsold = 0;
            for (int i = 0; i < kSeatsOfAMoment; ++i) unsold += gone.contains(first + i) ? 0 : 1;
        }
        std::vector<Seats> out;
        for (int buyer = 0; buyer < kOfAMoment; ++buyer) {
            const int seat = first + between(0, kSeatsOfAMoment - 2);
            out.push_back(between(0, 1) == 0 ? Seats{seat} : Seats{seat, seat + 1});
        }
        return out;
    }
    // All buyers of a moment ask at once; the next moment comes when all have been told, and who
    // won at a till has paid there.
    void sellAll(std::mt19937& random) {
        std::barrier together(kBrowsers + 1);
        std::vector<Seats> wanted;
        std::vector<std::jthread> browsers;
        for (int i = 0; i < kBrowsers; ++i) {
            browsers.emplace_back([&, i] {
                StorefrontBuyer buyer(house.stack, sale, book);
                for (int moment = 0; moment < kMoments; ++moment) {
                    together.arrive_and_wait();
                    buyer.buy(wanted[static_cast<std::size_t>(kApps + i)]);
                    together.arrive_and_wait();
                }
                buyer.payAll();
            });
        }
        for (int moment = 1; moment <= kMoments; ++moment) {
            wanted = wishes(random);
            for (std::size_t i = 0; i < kApps; ++i) apps[i]->choose(wanted[i]);
            together.arrive_and_wait();
            for (const auto& each : apps) each->ask();
            EXPECT_TRUE(turns([&] {
                return book.told() == moment * kOfAMoment && apps[0]->isIdle() && apps[1]->isIdle();
            })) << moment;
            payAtTills();
            together.arrive_and_wait();
        }
    }
    void payAtTills() {
        std::vector<TillWindow*> winners;
        for (const auto& each : apps) {
            if (each->hasWon()) winners.push_back(each.get());
        }
        for (TillWindow* const each : winners) EXPECT_TRUE(each->pays()) << each->lastSaid();
        for (TillWindow* const each : winners) {
            EXPECT_TRUE(turns([&] { return each->isPaid(); })) << each->lastSaid();
        }
        for (const auto& each : apps) each->next();
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
                  << " ms; apps won " << book.wins()[0] << " and " << book.wins()[1]
                  << ", storefront " << book.wins()[2] << "; " << doubles << " double sales"
                  << std::endl;
        test::addToReport("boxoffice", {{"sales_tried", kTried},
                                        {"double_sales", doubles},
                                        {"losers_told", static_cast<double>(told.size())},
                                        {"loser_told_p50_ms", p50},
                                        {"loser_told_p99_ms", p99},
                                        {"loser_told_max_ms", most}});
    }

    client::House& house = client::House::shared();
    const integration::Sale sale = integration::makeSale(house.stack);
    SaleBook book;
    const std::array<std::unique_ptr<TillWindow>, kApps> apps{
        std::make_unique<TillWindow>(TillWindow::Wiring{0, Channel::FirstApp}, sale, book),
        std::make_unique<TillWindow>(TillWindow::Wiring{1, Channel::SecondApp}, sale, book)};
};

TEST_F(ChannelsTest, OfAThousandSalesAtTheSameMomentsByThreeChannelsNoSeatIsSoldTwice) {
    const auto seed = std::random_device{}();
    std::cout << "seed " << seed << std::endl;
    std::mt19937 random(seed);
    const auto begin = Clock::now();
    sellAll(random);
    const std::chrono::duration<double> took = Clock::now() - begin;
    EXPECT_THAT(book.failures(), testing::IsEmpty());

    const std::vector<int> won = book.seatsWon();
    std::vector<int> tickets;
    EXPECT_TRUE(client::eventually([&] {
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
    EXPECT_GT(told.size(), 300U);
    EXPECT_LE(shareOf(told, 0.99), kToldWithinMs);
    EXPECT_LE(shareOf(told, 1), kToldWithinMs);
}

TEST_F(ChannelsTest, ASecondTicketOnASeatAndASecondAnswerAreReported) {
    apps[0]->choose({7, 8});
    apps[0]->ask();
    ASSERT_TRUE(turns([&] { return apps[0]->hasWon() && apps[0]->isIdle(); }));
    ASSERT_TRUE(apps[0]->pays());
    ASSERT_TRUE(turns([&] { return apps[0]->isPaid(); }));
    apps[0]->next();
    apps[1]->choose({8});
    apps[1]->ask();
    ASSERT_TRUE(turns([&] { return book.told() == 2; }));
    EXPECT_EQ(book.toldAfterMs().size(), 1U);
    const auto tickets = [&] { return seatsOfTickets(house.stack, sale, "planted"); };
    house.stack.psql("CREATE TABLE planted AS SELECT * FROM ticket WHERE event_id = " +
                     client::eventNumber(sale));
    EXPECT_EQ(doubleSales(tickets(), {7, 8}), 0);
    house.stack.psql("INSERT INTO planted SELECT * FROM planted WHERE seat_no = 8");
    EXPECT_EQ(doubleSales(tickets(), {7, 8}), 1);
    house.stack.psql("DROP TABLE planted");
    EXPECT_EQ(doubleSales({7, 8}, {7, 8, 7}), 1);
    EXPECT_EQ(doubleSales({7, 8, 7}, {7, 8, 7, 8}), 2);
}

}  // namespace
}  // namespace tessera::gui
