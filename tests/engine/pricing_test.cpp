// SPDX-License-Identifier: Apache-2.0
// Worked tables: every line of every quote was reckoned by hand.
#include "server/engine/pricing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tessera::engine {

void PrintTo(const PriceLine& line, std::ostream* out) {
    *out << "{kind " << static_cast<int>(line.kind) << ", rule " << line.rule << ", item "
         << line.item << (line.included ? ", included" : "") << ", " << line.amount.minor << "}";
}

namespace {

using testing::ElementsAre;

constexpr Rate percent(double value) {
    return {static_cast<std::int32_t>(value * 10000 + 0.5)};
}

// Category 0: adult 80.00, child 40.00; category 1: adult 33.33, child not sold; 2: free of charge.
EventTerms baseTerms() {
    EventTerms terms;
    terms.ticketTypes = 2;
    terms.prices = {Money{8000}, Money{4000}, Money{3333}, std::nullopt, Money{0}, Money{0}};
    return terms;
}

constexpr PricedItem kAdult{CategoryNo{0}, TicketTypeNo{0}};
constexpr PricedItem kChild{CategoryNo{0}, TicketTypeNo{1}};
constexpr PricedItem kOdd{CategoryNo{1}, TicketTypeNo{0}};
constexpr PricedItem kFree{CategoryNo{2}, TicketTypeNo{0}};

PriceLine ticket(std::int16_t item, std::int64_t minor) {
    return {PriceLineKind::Ticket, -1, item, false, {minor}};
}
PriceLine discount(std::int16_t item, std::int64_t minor) {
    return {PriceLineKind::Discount, -1, item, false, {minor}};
}
PriceLine fee(std::int16_t rule, std::int16_t item, std::int64_t minor) {
    return {PriceLineKind::Fee, rule, item, false, {minor}};
}
PriceLine tax(std::int16_t rule, std::int16_t item, std::int64_t minor, bool included) {
    return {PriceLineKind::Tax, rule, item, included, {minor}};
}

Quote quoteOf(const EventTerms& terms, std::vector<PricedItem> items, const Code* code = nullptr) {
    const auto quote = quoteFor(terms, items, code);
    EXPECT_TRUE(quote.has_value());
    EXPECT_EQ(totalFor(terms, items, code), quote->total);
    EXPECT_EQ(quote->total, quote->net + quote->fees + quote->taxes);
    return *quote;
}

TEST(PricingTest, WithoutRulesTheTotalIsTheSumOfThePrices) {
    const Quote quote = quoteOf(baseTerms(), {kAdult, kChild, kOdd});
    EXPECT_THAT(quote.lines, ElementsAre(ticket(0, 8000), ticket(1, 4000), ticket(2, 3333)));
    EXPECT_EQ(quote.net, Money{15333});
    EXPECT_EQ(quote.fees, Money{});
    EXPECT_EQ(quote.taxes, Money{});
    EXPECT_EQ(quote.total, Money{15333});
}

TEST(PricingTest, APlaceWithoutAPriceHasNoQuote) {
    const EventTerms terms = baseTerms();
    const std::vector<PricedItem> unsold[] = {{kAdult, {CategoryNo{1}, TicketTypeNo{1}}},
                                              {{CategoryNo{3}, TicketTypeNo{0}}},
                                              {{CategoryNo{0}, TicketTypeNo{2}}},
                                              {{CategoryNo{-1}, TicketTypeNo{0}}},
                                              {{CategoryNo{1}, TicketTypeNo{-1}}}};
    for (const auto& items : unsold) {
        EXPECT_EQ(quoteFor(terms, items, nullptr), std::nullopt);
        EXPECT_EQ(totalFor(terms, items, nullptr), std::nullopt);
    }
}

TEST(PricingTest, FeesArePerTicketPerCentOfItsPriceAndOncePerOrder) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::PerTicket, Money{150}, {}},
                  {FeeKind::PerOrder, Money{295}, {}},
                  {FeeKind::Percent, {}, percent(4.5)}};
    const Quote quote = quoteOf(terms, {kAdult, kOdd});
    // 4.5 % of 80.00 is 3.60; of 33.33 it is 1.49985, so 1.50.
    EXPECT_THAT(quote.lines,
                ElementsAre(ticket(0, 8000), fee(0, 0, 150), fee(2, 0, 360), ticket(1, 3333),
                            fee(0, 1, 150), fee(2, 1, 150), fee(1, -1, 295)));
    EXPECT_EQ(quote.net, Money{11333});
    EXPECT_EQ(quote.fees, Money{1105});
    EXPECT_EQ(quote.total, Money{12438});
}

TEST(PricingTest, AnIncludedTaxIsInformationAndChangesNoTotal) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::PerTicket, Money{200}, {}}};
    terms.taxes = {{percent(20), true, true, true}};
    const Quote quote = quoteOf(terms, {kAdult});
    // 80.00 holds 13.33 (13.333…), 2.00 holds 0.33.
    EXPECT_THAT(quote.lines, ElementsAre(ticket(0, 8000), fee(0, 0, 200), tax(0, 0, 1366, true)));
    EXPECT_EQ(quote.net, Money{6667});
    EXPECT_EQ(quote.fees, Money{167});
    EXPECT_EQ(quote.taxes, Money{1366});
    EXPECT_EQ(quote.total, Money{8200});
}

TEST(PricingTest, AnAddedTaxComesOnTop) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::PerTicket, Money{200}, {}}, {FeeKind::PerOrder, Money{100}, {}}};
    terms.taxes = {{percent(8.875), false, true, false}, {percent(10), false, false, true}};
    const Quote quote = quoteOf(terms, {kOdd});
    // 8.875 % of 33.33 is 2.958; 10 % of the fees 0.20 and 0.10.
    EXPECT_THAT(quote.lines,
                ElementsAre(ticket(0, 3333), fee(0, 0, 200), tax(0, 0, 296, false),
                            tax(1, 0, 20, false), fee(1, -1, 100), tax(1, -1, 10, false)));
    EXPECT_EQ(quote.net, Money{3333});
    EXPECT_EQ(quote.fees, Money{300});
    EXPECT_EQ(quote.taxes, Money{326});
    EXPECT_EQ(quote.total, Money{3959});
}

TEST(PricingTest, IncludedTaxesOfOneBaseDivideItTogether) {
    EventTerms terms = baseTerms();
    terms.prices[0] = Money{12000};
    terms.taxes = {{percent(5), true, true, false}, {percent(15), true, true, false}};
    const Quote quote = quoteOf(terms, {kAdult});
    // 120.00 is 100.00 and its 5 % and its 15 %.
    EXPECT_THAT(quote.lines,
                ElementsAre(ticket(0, 12000), tax(0, 0, 500, true), tax(1, 0, 1500, true)));
    EXPECT_EQ(quote.net, Money{10000});
}

TEST(PricingTest, NobodyPaysATaxOnATax) {
    EventTerms terms = baseTerms();
    terms.prices[0] = Money{12000};
    terms.taxes = {{percent(20), true, true, true}, {percent(10), false, true, true}};
    const Quote quote = quoteOf(terms, {kAdult});
    EXPECT_THAT(quote.lines,
                ElementsAre(ticket(0, 12000), tax(0, 0, 2000, true), tax(1, 0, 1000, false)));
    EXPECT_EQ(quote.total, Money{13000});
}

TEST(PricingTest, IncludedTaxesNeverTakeMoreThanTheBase) {
    EventTerms terms = baseTerms();
    terms.prices[0] = Money{2};
    terms.taxes = {{percent(5000), true, true, true},
                   {percent(5000), true, true, true},
                   {percent(5000), true, true, true}};
    const Quote quote = quoteOf(terms, {kAdult});
    EXPECT_THAT(quote.lines, ElementsAre(ticket(0, 2), tax(0, 0, 1, true), tax(1, 0, 1, true)));
    EXPECT_EQ(quote.net, Money{});
}

TEST(PricingTest, HalfAMinorUnitIsRoundedUp) {
    EventTerms terms = baseTerms();
    terms.prices[0] = Money{50};
    terms.fees = {{FeeKind::Percent, {}, percent(5)}};
    EXPECT_EQ(quoteOf(terms, {kAdult}).fees, Money{3});
    // Per ticket: three times 2.5 are 9 and not 8.
    EXPECT_EQ(quoteOf(terms, {kAdult, kAdult, kAdult}).fees, Money{9});
}

TEST(PricingTest, ADiscountPerCentLowersPerCentFeesToo) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::Percent, {}, percent(10)}};
    Code code;
    code.discount = DiscountKind::Percent;
    code.rate = percent(25);
    const Quote quote = quoteOf(terms, {kAdult, kOdd}, &code);
    // 25 % of 33.33 is 8.3325: 8.33; 10 % of 25.00 is 2.50.
    EXPECT_THAT(quote.lines, ElementsAre(ticket(0, 8000), discount(0, -2000), fee(0, 0, 600),
                                         ticket(1, 3333), discount(1, -833), fee(0, 1, 250)));
    EXPECT_EQ(quote.net, Money{8500});
    EXPECT_EQ(quote.total, Money{9350});
}

TEST(PricingTest, ADiscountAmountTakesNoTicketBelowZero) {
    EventTerms terms = baseTerms();
    Code code;
    code.discount = DiscountKind::AmountPerTicket;
    code.amount = Money{5000};
    const Quote quote = quoteOf(terms, {kAdult, kChild, kFree}, &code);
    EXPECT_THAT(quote.lines, ElementsAre(ticket(0, 8000), discount(0, -5000), ticket(1, 4000),
                                         discount(1, -4000), ticket(2, 0)));
    EXPECT_EQ(quote.total, Money{3000});
}

TEST(PricingTest, ADiscountIsLimitedToItsCategories) {
    Code code;
    code.discount = DiscountKind::Percent;
    code.rate = percent(50);
    code.categories = {CategoryNo{1}, CategoryNo{2}};
    const Quote quote = quoteOf(baseTerms(), {kAdult, kOdd}, &code);
    // Half of 33.33 is 16.665: 16.67 off.
    EXPECT_THAT(quote.lines, ElementsAre(ticket(0, 8000), ticket(1, 3333), discount(1, -1667)));
    EXPECT_EQ(quote.total, Money{9666});
}

TEST(PricingTest, ACodeWithoutADiscountChangesNoPrice) {
    Code code;
    code.rate = percent(50);
    code.amount = Money{100};
    EXPECT_EQ(quoteOf(baseTerms(), {kAdult}, &code), quoteOf(baseTerms(), {kAdult}));
}

TEST(PricingTest, ATotalOfZeroHasOnlyItsTickets) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::Percent, {}, percent(10)}};
    terms.taxes = {{percent(20), true, true, true}, {percent(5), false, true, true}};
    Code code;
    code.discount = DiscountKind::Percent;
    code.rate = percent(100);
    EXPECT_THAT(quoteOf(terms, {kFree, kFree}).lines, ElementsAre(ticket(0, 0), ticket(1, 0)));
    const Quote given = quoteOf(terms, {kAdult}, &code);
    EXPECT_THAT(given.lines, ElementsAre(ticket(0, 8000), discount(0, -8000)));
    EXPECT_EQ(given.total, Money{});
}

TEST(PricingTest, AFeeIsDueForATicketOfPriceZeroButNotForAnEmptyOrder) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::PerTicket, Money{150}, {}}, {FeeKind::PerOrder, Money{295}, {}}};
    EXPECT_EQ(quoteOf(terms, {kFree}).total, Money{445});
    EXPECT_EQ(quoteOf(terms, {}), Quote{});
}

TEST(PricingTest, TheSumOfTheRefundsIsTheOrder) {
    EventTerms terms = baseTerms();
    terms.fees = {{FeeKind::PerTicket, Money{151}, {}},
                  {FeeKind::PerOrder, Money{295}, {}},
                  {FeeKind::Percent, {}, percent(3.3)}};
    terms.taxes = {{percent(19), true, true, false}, {percent(8.875), false, true, true}};
    const Quote quote = quoteOf(terms, {kAdult, kOdd, kChild, kOdd});
    Money refunded;
    for (std::int16_t item = -1; item < 4; ++item) {
        Money refund;
        for (const PriceLine& line : quote.lines) {
            if (line.item == item && !line.included) refund += line.amount;
        }
        // A place alone costs the same as within an order, but for what is due per order.
        if (item == 0) {
            EXPECT_EQ(refund + Money{295 + 26}, quoteOf(terms, {kAdult}).total);
        }
        refunded += refund;
    }
    EXPECT_EQ(refunded, quote.total);
}

}  // namespace
}  // namespace tessera::engine
