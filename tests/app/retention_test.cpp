// SPDX-License-Identifier: Apache-2.0
// What becomes of persons as time passes, and of mail in its lanes: the server's own jobs on a real
// database, their clock moved by hand.
#include <deque>

#include "server/app/person_keeper.h"
#include "server/store/mails.h"
#include "tests/app/money_fixture.h"
#include "tests/runtime/manual_clock.h"

namespace tessera::app {
namespace {

constexpr Duration kKept = Duration::ofMinutes(30 * 24 * 60);

// Runs a turn on the caller's thread, and the next ones when it is told to.
class TurnByTurn final : public runtime::Executor {
public:
    runtime::PostOutcome post(runtime::Task task) override {
        task();
        return runtime::PostOutcome::Accepted;
    }
    std::optional<runtime::TimerId> after(Duration, runtime::Task task) override {
        waiting_.push_back(std::move(task));
        return runtime::TimerId{1};
    }
    bool cancel(runtime::TimerId) override { return false; }
    const runtime::MonotonicClock& monotonic() const override { return clock; }
    // Whatever waits by now, once.
    void turn() {
        std::deque<runtime::Task> due;
        due.swap(waiting_);
        for (runtime::Task& task : due) task();
    }

    runtime::ManualClock clock;

protected:
    bool schedule(runtime::Task, Turn) override { return false; }
    bool stopping() const override { return false; }

private:
    std::deque<runtime::Task> waiting_;
};

class RetentionTest : public MoneyTest {
protected:
    void SetUp() override {
        MoneyTest::SetUp();
        node_->actors.options.confirmByMail = true;
        base_ = node_->clock.now();
        clock_.emplace(turns_.clock, runtime::ClockSample{base_, Duration{}, now()});
    }
    std::int64_t now() const { return turns_.clock.nowMicros(); }
    std::string event() const { return std::to_string(event_.value); }
    void startsAt(Instant time) {
        psql("UPDATE event_search SET starts_at = " + std::to_string(time.micros) +
             " WHERE event_id = " + event());
    }
    std::unique_ptr<PersonKeeper> keep(Duration kept) {
        auto keeper = std::make_unique<PersonKeeper>(PersonKeeper::Parts{
            *app_, orders_, customers_, persons_, kTokenKey, kept, *clock_, turns_, *node_->log});
        keeper->start();
        return keeper;
    }
    std::string mailOf(const std::string& event) {
        return psql("SELECT address FROM mail WHERE mail_no = 1 AND event_id = " + event);
    }
    std::string buyerOf(const std::string& event) {
        return psql("SELECT contact_name FROM ticket_order WHERE event_id = " + event);
    }
    // All of an event that has money in it, without who it was.
    std::string booksOf(const std::string& event) {
        const auto rows = [&](const char* of) {
            return "(SELECT string_agg(x::text, ',' ORDER BY x::text) FROM " + std::string(of) +
                   " x WHERE event_id = " + event + ")";
        };
        return psql("SELECT md5(concat(" + rows("ledger_entry") + ", " + rows("tender") + ", " +
                    rows("ticket") + ", " + rows("payment_attempt") +
                    ")), (SELECT string_agg(order_id || ' ' || total || ' ' || state, ',') FROM "
                    "ticket_order WHERE event_id = " +
                    event + ")");
    }

    Instant base_;
    TurnByTurn turns_;
    std::optional<runtime::DatabaseClock> clock_;
    store::OrderSearch orders_{postgres_->conninfo(), 1};
    store::Customers customers_{postgres_->conninfo(), 1};
    store::Persons persons_{postgres_->conninfo(), 1};
};

TEST_F(RetentionTest, WhoBoughtIsAPseudonymOnceTheirEventWasOverForAsLongAsTheRuleSays) {
    const auto sell = [&](Duration later) {
        paidOrder({1, 2});
        startsAt(base_ + later);
        psql(
            "INSERT INTO mail SELECT event_id, order_id, 1, 2, 'friend@f.example', 3, 1, 1, 1, 1, "
            "1, 1 FROM ticket_order WHERE event_id = " +
            event());
        return event();
    };
    const std::string old = sell(Duration{});
    event_ = makeEvent();
    const std::string young = sell(Duration::ofSeconds(1));
    const std::string books = booksOf(old);

    const auto keeper = keep(kKept);
    turns_.turn();
    turns_.clock.advance(kKept + store::kEventLasts);
    turns_.turn();
    EXPECT_EQ(buyerOf(old), "Ada Lovelace") << "the rule's time is over after it, not at it";
    turns_.clock.advance(Duration::ofMicros(1));
    turns_.turn();
    const std::string pseudonym = buyerOf(old);
    EXPECT_TRUE(pseudonym.starts_with("erased-")) << pseudonym;
    EXPECT_EQ(
        psql("SELECT contact_email || contact_phone FROM ticket_order WHERE event_id = " + old),
        pseudonym);
    EXPECT_EQ(mailOf(old), pseudonym);
    EXPECT_EQ(booksOf(old), books) << "what finance needs stays";
    EXPECT_EQ(buyerOf(young), "Ada Lovelace");
    EXPECT_EQ(mailOf(young), "friend@f.example");

    turns_.clock.advance(Duration::ofSeconds(1));
    turns_.turn();
    EXPECT_TRUE(buyerOf(young).starts_with("erased-"));
    EXPECT_NE(buyerOf(young), pseudonym) << "nothing says that they were one person";
    EXPECT_EQ(psql("SELECT count(*) FROM person_trace WHERE NOT erased"), "0");
}

TEST_F(RetentionTest, WithoutARuleNobodyIsForgotten) {
    paidOrder({1, 2});
    startsAt(Instant{1});
    const auto keeper = keep(Duration{});
    turns_.clock.advance(Duration::ofMinutes(10 * 366 * 24 * 60));
    turns_.turn();
    turns_.turn();
    EXPECT_EQ(buyerOf(event()), "Ada Lovelace");
}

TEST_F(RetentionTest, RequestsOfCustomersGoOnceNobodyMayRepeatThem) {
    store::CustomerSave wish;
    wish.row.name = "Kept";
    wish.isNew = true;
    wish.what.at = base_;
    for (const std::int64_t id : {1, 2}) {
        wish.row.id = store::CustomerId{id};
        wish.request = freshRequest();
        ASSERT_TRUE(customers_.save(wish));
        wish.what.at = wish.what.at + Duration::ofSeconds(1);
    }
    const auto keeper = keep(kKept);
    turns_.clock.advance(store::kCustomerRequestsKept);
    turns_.turn();
    EXPECT_EQ(psql("SELECT count(*) FROM customer_request"), "2");
    turns_.clock.advance(Duration::ofMicros(1));
    turns_.turn();
    EXPECT_EQ(psql("SELECT customer_id FROM customer_request"), "2");
    EXPECT_EQ(psql("SELECT count(*) FROM customer"), "2");
}

// The last bits of an order's number are its place in its microsecond: lanes by those left all but
// one lane without mail.
TEST_F(RetentionTest, MailOfRealOrdersIsSharedByAllLanesAndOfOneOrderGoesInItsOrder) {
    psql("DELETE FROM mail");
    for (int seat = 0; seat < 40; ++seat) cashOrder({seat});
    psql(
        "INSERT INTO mail SELECT event_id, order_id, n, CASE WHEN n = 0 THEN 1 ELSE 2 END, '', 1, "
        "0, 5, 0, 0, 5, 0 FROM ticket_order, generate_series(0, 1) AS n WHERE event_id = " +
        event());
    ASSERT_EQ(
        psql("SELECT count(DISTINCT order_id % 2) FROM ticket_order WHERE event_id = " + event()),
        "1")
        << "by the last bits there is one lane";
    store::Mails mails(postgres_->conninfo(), 1);
    for (const std::int32_t lanes : {1, 2, 3}) {
        std::set<OrderId> all;
        for (std::int32_t lane = 0; lane < lanes; ++lane) {
            const auto due = mails.due(Instant{6}, {lane, lanes}, 100);
            ASSERT_TRUE(due);
            EXPECT_GT(due->size(), 0U) << "lane " << lane << " of " << lanes;
            std::map<OrderId, std::vector<std::int32_t>> numbers;
            for (const store::DueMail& mail : *due) numbers[mail.order].push_back(mail.number);
            for (const auto& [order, seen] : numbers) {
                EXPECT_EQ(seen, (std::vector<std::int32_t>{0, 1}));
                EXPECT_TRUE(all.insert(order).second) << "two lanes have an order";
            }
        }
        EXPECT_EQ(all.size(), 40U);
    }
}

// While a wish waited for an event to come every event was looked at, every two seconds.
TEST_F(RetentionTest, AWishThatWaitsForItsEventLooksAtNoOther) {
    ASSERT_TRUE(ask(*node_, holdJob({1})));
    psql(
        "INSERT INTO person_erasure (person_key, pseudonym, asked_at, done, customers) "
        "VALUES (sha256('finish'), 'erased-finish00', 1700000000000000, false, 0)");
    psql("INSERT INTO person_trace (event_id, order_id, ticket_id, person_key, erased) VALUES (" +
         event() + ", 1, 0, sha256('finish'), false)");
    const std::string ofWish = " WHERE person_key = sha256('finish')";
    // Nothing else here reads this table; what a session counted is told once it is over.
    const auto looks = [&] {
        {
            store::Persons own(postgres_->conninfo() + " application_name=finishing", 1);
            EXPECT_TRUE(own.finish(clock_->now()));
        }
        EXPECT_TRUE(eventually([&] {
            return psql(
                       "SELECT count(*) FROM pg_stat_activity "
                       "WHERE application_name = 'finishing'") == "0";
        }));
        return std::stoll(
            psql("SELECT seq_scan + coalesce(idx_scan, 0) FROM pg_stat_user_tables "
                 "WHERE relname = 'order_search_at'"));
    };
    const auto before = looks();
    EXPECT_EQ(looks(), before);
    EXPECT_EQ(psql("SELECT done FROM person_erasure" + ofWish), "f");
    psql("UPDATE person_trace SET erased = true" + ofWish);
    EXPECT_GT(looks(), before) << "the last look is what ends it";
    EXPECT_EQ(psql("SELECT done FROM person_erasure" + ofWish), "t");
}

}  // namespace
}  // namespace tessera::app
