// SPDX-License-Identifier: Apache-2.0
// Gift cards from a shell, on a real database.
#include "tools/admin/gift_cards.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "server/store/migrator.h"
#include "tests/support/private_postgres.h"

namespace tessera::admin {
namespace {

struct GiftCardsTest : ::testing::Test {
    void SetUp() override { ASSERT_TRUE(store::migrate(cluster->conninfo())); }

    std::unique_ptr<test::PrivatePostgres> cluster = test::PrivatePostgres::startOrDie();
    std::unique_ptr<store::GiftCards> cards = store::makePostgresGiftCards(cluster->conninfo(), 1);
};

TEST_F(GiftCardsTest, EachCardIsIssuedOnALineOfItsOwnAndItsCodeFindsIt) {
    std::ostringstream out;
    GiftCardOrder order;
    order.amount = 5000;
    order.count = 20;
    order.expires = "2031-01-01T00:00:00Z";
    order.note = "for friends";
    ASSERT_TRUE(issueGiftCards(*cards, order, out));
    std::istringstream lines(out.str());
    std::set<std::string> codes;
    std::string id, code;
    while (lines >> id >> code) {
        codes.insert(code);
        const auto byCode = giftCardBalance(*cards, {}, code);
        ASSERT_TRUE(byCode) << byCode.error().message;
        EXPECT_EQ(*byCode, giftCardBalance(*cards, id, {}).value());
        const auto json = nlohmann::json::parse(*byCode);
        EXPECT_EQ(json.at("card"), id);
        EXPECT_EQ(json.at("balance"), 5000);
        EXPECT_EQ(json.at("expires"), "2031-01-01T00:00:00.000000Z");
        EXPECT_EQ(json.at("note"), "for friends");
        ASSERT_EQ(json.at("entries").size(), 1u);
        EXPECT_EQ(json.at("entries")[0].at("kind"), "issued");
    }
    EXPECT_EQ(codes.size(), 20u);
}

TEST_F(GiftCardsTest, AnOrderThatIsNotAllowedIssuesNothing) {
    std::ostringstream out;
    GiftCardOrder good;
    good.amount = 100;
    for (int wrong = 0; wrong < 5; ++wrong) {
        GiftCardOrder order = good;
        if (wrong == 0) order.amount = 0;
        if (wrong == 1) order.currency = "euro";
        if (wrong == 2) order.count = kGiftCardsAtOnce + 1;
        if (wrong == 3) order.expires = "soon";
        if (wrong == 4) order.note = std::string(201, 'x');
        EXPECT_FALSE(issueGiftCards(*cards, order, out)) << wrong;
    }
    EXPECT_TRUE(out.str().empty());
    EXPECT_EQ(cluster->psql("SELECT count(*) FROM gift_card").value(), "0\n");
    EXPECT_FALSE(giftCardBalance(*cards, "nobody", {}));
    EXPECT_FALSE(giftCardBalance(*cards, {}, "UUUUU-UUUUU-UUUUU-22222"));
}

}  // namespace
}  // namespace tessera::admin
