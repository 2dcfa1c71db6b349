// SPDX-License-Identifier: Apache-2.0
// From an event's batches to mails in a folder: what is queued, what it is said to be of, and that
// each is so once. The letters are told by a fake, all else is real.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

#include "server/notify/post_office.h"
#include "tests/app/money_fixture.h"
#include "tests/support/temp_dir.h"

namespace tessera::app {
namespace {

using notify::LetterKind;

class ToldLetters final : public notify::Letters {
public:
    Result<std::optional<notify::LetterFacts>> read(const notify::LetterWish& wish) override {
        const std::lock_guard lock(mutex_);
        wishes_.push_back(wish);
        notify::LetterFacts facts;
        facts.event = "Concert";
        facts.back = std::to_string(wish.back.minor);
        return facts;
    }
    std::vector<notify::LetterWish> wishes() const {
        const std::lock_guard lock(mutex_);
        return wishes_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<notify::LetterWish> wishes_;
};

class MailQueueTest : public MoneyTest {
protected:
    void SetUp() override {
        MoneyTest::SetUp();
        psql("DELETE FROM mail");
        psql("DELETE FROM mail_round");
        node_->actors.options.confirmByMail = true;
        notify::PostOfficeOptions options;
        options.folder = dir_.path();
        options.lanes = 1;
        options.from = "house@h.example";
        options.pause = Duration::ofMillis(10);
        office_.emplace(notify::PostOffice::Parts{mails_, letters_, NodeId{7}, node_->clock,
                                                  node_->monotonic, node_->metrics, *node_->log},
                        options);
    }
    void TearDown() override {
        office_.reset();
        MoneyTest::TearDown();
    }
    bool sent(std::size_t count) {
        return eventually([&] {
            return psql("SELECT count(*) FROM mail WHERE state = 2") == std::to_string(count) &&
                   psql("SELECT count(*) FROM mail_round WHERE NOT done") == "0";
        });
    }
    std::vector<std::string> files() const {
        std::vector<std::string> all;
        for (const auto& each : std::filesystem::directory_iterator(dir_.path())) {
            std::ostringstream out;
            out << std::ifstream(each.path()).rdbuf();
            all.push_back(out.str());
        }
        return all;
    }
    std::vector<LetterKind> kinds() const {
        std::vector<LetterKind> all;
        for (const notify::LetterWish& wish : letters_.wishes()) all.push_back(wish.kind);
        return all;
    }
    bool isCancelled() {
        return reply<EventAnswer>([&](auto done) {
                   app_->cancelEvent(stamp(), event_, "Flooded.", std::move(done));
               })
            .has_value();
    }

    test::TempDir dir_{"mails"};
    store::Mails mails_{postgres_->conninfo(), 3};
    ToldLetters letters_;
    std::optional<notify::PostOffice> office_;
};

TEST_F(MailQueueTest, APaidOrderAndItsRefundAreAMailEachInTheFolder) {
    office_->start();
    const OrderAnswer paid = paidOrder({1, 2});
    ASSERT_TRUE(sent(1));
    ASSERT_TRUE(refund(paid.view.id, engine::RefundReason::Staff));
    ASSERT_TRUE(sent(2));
    EXPECT_EQ(kinds(), (std::vector{LetterKind::Confirmation, LetterKind::Refund}));
    EXPECT_EQ(letters_.wishes()[1].back, Money{10000});
    EXPECT_EQ(letters_.wishes()[1].order, paid.view.id);
    const auto written = files();
    ASSERT_EQ(written.size(), 2U);
    for (const std::string& mail : written) {
        EXPECT_NE(mail.find("ada@example.org"), std::string::npos);
        EXPECT_NE(mail.find("\r\n\r\n"), std::string::npos);
    }
}

TEST_F(MailQueueTest, ARefundOfSeveralPartsIsToldOnceAllAreThere) {
    const OrderAnswer paid = paidOrder({1, 2});
    ASSERT_TRUE(refund(paid.view.id, engine::RefundReason::Staff));
    ASSERT_TRUE(eventually([&] { return psql("SELECT count(*) FROM mail") == "2"; }));
    psql("DELETE FROM mail WHERE kind = 3");
    const std::string ours = " WHERE event_id = " + std::to_string(event_.value);
    // Another part of the same return, which is on its way yet.
    psql(
        "INSERT INTO refund SELECT event_id, refund_id + 1, group_id, order_id, attempt_id, "
        "reason, 2, 700, 0, created_at, 1, '', '' FROM refund" +
        ours);
    const auto queue = [&](int part) {
        psql("SELECT queue_refund_mail(event_id, group_id + " + std::to_string(part) +
             ", 5) FROM refund" + ours + " AND refund_id = group_id");
        return psql("SELECT count(*) FROM mail WHERE kind = 3");
    };
    EXPECT_EQ(queue(0), "0") << "one part is still on its way";
    psql("UPDATE refund SET state = 3" + ours);
    EXPECT_EQ(queue(1), "1");
    EXPECT_EQ(queue(0), "1") << "both parts are one return";
    office_->start();
    ASSERT_TRUE(sent(2));
    const auto wishes = letters_.wishes();
    const auto told = std::ranges::find(wishes, LetterKind::Refund, &notify::LetterWish::kind);
    ASSERT_NE(told, wishes.end());
    EXPECT_EQ(told->back, Money{10700});
    // Beyond its bound an order has no more mails, and its batch goes through.
    psql("UPDATE mail SET kind = 2, mail_no = 200 WHERE kind = 3");
    EXPECT_EQ(queue(0), "0");
}

TEST_F(MailQueueTest, WhoHasTicketsOfACancelledEventIsToldOnceByWhicheverNodeComesFirst) {
    const OrderAnswer holds = paidOrder({1, 2});
    const OrderAnswer gaveBack = paidOrder({5, 6});
    ASSERT_TRUE(refund(gaveBack.view.id, engine::RefundReason::Staff));
    cashOrder({10});  // Without an address.
    ASSERT_TRUE(isCancelled());
    ASSERT_TRUE(eventually([&] { return disruption().finishedAt != Instant{}; }));
    EXPECT_EQ(psql("SELECT count(*) FROM mail_round WHERE NOT done"), "1");
    store::Mails other(postgres_->conninfo(), 1);
    const auto first = mails_.spread();
    ASSERT_TRUE(first);
    EXPECT_EQ(*first, 3);
    const auto second = other.spread();
    ASSERT_TRUE(second);
    EXPECT_EQ(*second, 0);
    EXPECT_EQ(psql("SELECT order_id FROM mail WHERE kind = 4"),
              std::to_string(holds.view.id.value));
    ASSERT_TRUE(isCancelled()) << "asked again nothing changes";
    ASSERT_TRUE(eventually([&] { return psql("SELECT count(*) FROM mail") == "5"; }));
    office_->start();
    ASSERT_TRUE(sent(5)) << psql("SELECT kind, state, failure FROM mail");
    for (const notify::LetterWish& wish : letters_.wishes()) {
        EXPECT_EQ(wish.disruption, wish.kind == LetterKind::Cancelled ? 1 : 0);
    }
    EXPECT_EQ(kinds().back(), LetterKind::Cancelled) << "what is told of a disruption goes last";
}

}  // namespace
}  // namespace tessera::app
