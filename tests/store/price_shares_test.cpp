// SPDX-License-Identifier: Apache-2.0
#include "server/store/price_shares.h"

#include <gtest/gtest.h>

#include <random>

#include "server/engine/views.h"

namespace tessera::store {
namespace {

using engine::FeeKind;

Money below(std::mt19937& random, std::int64_t limit) {
    return {static_cast<std::int64_t>(random()) % limit};
}

engine::EventTerms randomTerms(std::mt19937& random) {
    engine::EventTerms terms;
    terms.ticketTypes = 2;
    terms.prices = {below(random, 10000), below(random, 10000)};
    for (auto i = random() % 4; i > 0; --i) {
        terms.fees.push_back({static_cast<FeeKind>(random() % 3), below(random, 500),
                              Rate{static_cast<std::int32_t>(random() % 100000)}});
    }
    for (auto i = random() % 4; i > 0; --i) {
        terms.taxes.push_back({Rate{static_cast<std::int32_t>(random() % 250000)},
                               random() % 2 == 0, random() % 2 == 0, random() % 2 == 0});
    }
    return terms;
}

TEST(PriceSharesTest, SharesAndTheirTaxesSumToTheOrders) {
    const auto seed = static_cast<unsigned>(std::random_device{}());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int i = 0; i < 5000; ++i) {
        const engine::EventTerms terms = randomTerms(random);
        std::vector<engine::PricedItem> items(1 + random() % 7);
        for (auto& item : items) item.type = TicketTypeNo{static_cast<std::int16_t>(random() % 2)};
        std::vector<engine::PriceAdjustment> adjustments(random() % 3);
        for (auto& adjustment : adjustments) {
            if (random() % 2 == 0) continue;
            adjustment.kind = engine::AdjustmentKind::Price;
            adjustment.price = Money{static_cast<std::int64_t>(random() % 9000)};
        }
        for (auto& item : items) {
            const auto most = static_cast<unsigned>(adjustments.size());
            item.adjustment =
                static_cast<std::int16_t>(static_cast<int>(random() % (most + 1)) - 1);
        }
        const auto quote = engine::quoteFor(terms, items, nullptr, adjustments);
        ASSERT_TRUE(quote);
        const auto prices = engine::sharesOf(*quote, items.size());
        Money gross, tax;
        std::size_t at = 0;
        for (const PlaceShare& share : placeShares(*quote, terms, items.size())) {
            ASSERT_EQ(share.gross, prices[at++]) << "what its ticket costs";
            gross += share.gross;
            tax += share.tax();
        }
        ASSERT_EQ(gross, quote->total);
        ASSERT_EQ(tax, quote->taxes);
    }
}

TEST(PriceSharesTest, ABaseIsWhatItsTaxIsLeviedOn) {
    engine::EventTerms terms;
    terms.prices = {Money{11900}};
    terms.fees = {{FeeKind::PerTicket, Money{1190}, Rate{}}, {FeeKind::PerOrder, Money{238}, {}}};
    terms.taxes = {{Rate{190000}, true, true, true}};
    const std::vector<engine::PricedItem> items(2);
    const auto shares = placeShares(*engine::quoteFor(terms, items, nullptr), terms, 2);
    ASSERT_EQ(shares[0].taxes.size(), 1U);
    EXPECT_EQ(shares[0].gross, Money{11900 + 1190 + 119});
    EXPECT_EQ(shares[0].taxes[0].base, Money{10000 + 1000 + 100});
    EXPECT_EQ(shares[0].taxes[0].tax, Money{1900 + 190 + 19});
    EXPECT_EQ(shares[0].taxes[0].rate, Rate{190000});
}

TEST(PriceSharesTest, PartsSumToTheWholeWhateverTheWeights) {
    EXPECT_EQ(split(Money{10}, std::vector{Money{1}, Money{1}, Money{1}}),
              (std::vector{Money{3}, Money{3}, Money{4}}));
    EXPECT_EQ(split(Money{-10}, std::vector{Money{1}, Money{3}}),
              (std::vector{Money{-2}, Money{-8}}));
    EXPECT_EQ(split(Money{5}, std::vector{Money{0}, Money{0}}), (std::vector{Money{3}, Money{2}}));
}

}  // namespace
}  // namespace tessera::store
