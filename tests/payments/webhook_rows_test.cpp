// SPDX-License-Identifier: Apache-2.0
// The stored webhooks in the real database.
#include <gtest/gtest.h>

#include "server/store/migrator.h"
#include "server/store/webhook_inbox.h"
#include "tests/support/private_postgres.h"

namespace tessera::store {
namespace {

struct WebhookRowsTest : ::testing::Test {
    void SetUp() override { ASSERT_TRUE(migrate(cluster->conninfo())); }
    static WebhookRow row(std::string id, Instant at = Instant{100}) {
        WebhookRow made;
        made.event = EventId{7};
        made.provider = engine::ProviderKind::Adyen;
        made.id = std::move(id);
        made.attempt = AttemptId{8};
        made.refund = RefundId{9};
        made.kind = "CAPTURE";
        made.amount = Money{1200};
        made.objectId = "psp";
        made.reason = "why, \"so\"";
        made.at = at;
        return made;
    }
    std::vector<std::string> idsOf(std::int64_t event, std::int64_t attempt) {
        const auto read = rows->read(EventId{event}, AttemptId{attempt});
        EXPECT_TRUE(read);
        std::vector<std::string> ids;
        for (const auto& each : *read) ids.push_back(each.id);
        return ids;
    }

    std::unique_ptr<test::PrivatePostgres> cluster = test::PrivatePostgres::startOrDie();
    std::unique_ptr<WebhookRows> rows = makePostgresWebhooks(cluster->conninfo(), 2);
};

using Ids = std::vector<std::string>;

TEST_F(WebhookRowsTest, WhatIsStoredIsReadInTheOrderOfArrival) {
    ASSERT_TRUE(rows->store({row("b", Instant{20}), row("a", Instant{30}), row("c", Instant{10})}));
    EXPECT_EQ(idsOf(7, 8), (Ids{"c", "b", "a"}));
    const auto read = rows->read(EventId{7}, AttemptId{8}).value()[0];
    EXPECT_EQ(read.provider, engine::ProviderKind::Adyen);
    EXPECT_EQ(read.refund, RefundId{9});
    EXPECT_EQ(read.kind, "CAPTURE");
    EXPECT_TRUE(read.success);
    EXPECT_EQ(read.amount, Money{1200});
    EXPECT_EQ(read.objectId, "psp");
    EXPECT_EQ(read.reason, "why, \"so\"");
    EXPECT_EQ(read.at, Instant{10});
}

// Providers send everything twice now and then: the first one counts.
TEST_F(WebhookRowsTest, TheSameOneAgainIsTheFirst) {
    ASSERT_TRUE(rows->store({row("a", Instant{10})}));
    auto again = row("a", Instant{20});
    again.success = false;
    ASSERT_TRUE(rows->store({again, row("b"), row("b")}));
    EXPECT_EQ(idsOf(7, 8), (Ids{"a", "b"}));
    EXPECT_TRUE(rows->read(EventId{7}, AttemptId{8}).value()[0].success);
    auto other = row("a", Instant{30});
    other.provider = engine::ProviderKind::Stripe;
    ASSERT_TRUE(rows->store({other}));
    EXPECT_EQ(idsOf(7, 8), (Ids{"a", "a", "b"})) << "another provider's id is another";
}

TEST_F(WebhookRowsTest, ABatchMayBeAboutSeveralEvents) {
    auto other = row("a");
    other.event = EventId{17};
    other.attempt = AttemptId{18};
    ASSERT_TRUE(rows->store({row("a"), other, row("b")}));
    EXPECT_EQ(idsOf(7, 8), (Ids{"a", "b"}));
    EXPECT_EQ(idsOf(17, 18), (Ids{"a"}));
    EXPECT_EQ(idsOf(7, 18), Ids{});
}

TEST_F(WebhookRowsTest, ADatabaseThatIsAwayIsAFailure) {
    cluster->kill9();
    EXPECT_FALSE(rows->store({row("a")}));
    EXPECT_FALSE(rows->read(EventId{7}, AttemptId{8}));
}

}  // namespace
}  // namespace tessera::store
