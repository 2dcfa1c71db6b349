// SPDX-License-Identifier: Apache-2.0
// Random quotes beside a naive model in exact fractions, written from the header's rules alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "server/engine/pricing.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {
namespace {

// A fraction that never rounds by itself.
struct Fraction {
    __extension__ using Wide = __int128;
    Wide over = 0;
    Wide under = 1;

    friend Fraction operator*(Fraction a, Fraction b) {
        return {a.over * b.over, a.under * b.under};
    }
    friend Fraction operator/(Fraction a, Fraction b) {
        return {a.over * b.under, a.under * b.over};
    }
    friend Fraction operator+(Fraction a, Fraction b) {
        return {a.over * b.under + b.over * a.under, a.under * b.under};
    }
    // Half away from zero, by looking at what is left over.
    std::int64_t rounded() const {
        const Wide size = over < 0 ? -over : over;
        const Wide whole = size / under;
        const Wide left = size - whole * under;
        const Wide nearest = left * 2 >= under ? whole + 1 : whole;
        return static_cast<std::int64_t>(over < 0 ? -nearest : nearest);
    }
};

Fraction whole(std::int64_t n) {
    return {n, 1};
}
Fraction rateOf(Rate rate) {
    return {rate.ppm, 1000000};
}

struct Model {
    std::int64_t total = 0;
    std::int64_t net = 0;
    std::int64_t fees = 0;
    std::int64_t taxes = 0;
    std::vector<std::int64_t> perItem;  // What a refund of this place returns; last: the order's.
};

// One base (a ticket, or some fees): what its taxes are, and what is left without included ones.
struct Taxed {
    std::int64_t included = 0;
    std::int64_t added = 0;
};

Taxed taxesOn(const EventTerms& terms, std::int64_t base, bool TaxRule::*applies) {
    Fraction all = whole(0);
    for (const TaxRule& tax : terms.taxes) {
        if (tax.included && tax.*applies) {
            all = {all.over + tax.rate.ppm, 1000000};
        }
    }
    Taxed taxed;
    for (const TaxRule& tax : terms.taxes) {
        if (!tax.included || !(tax.*applies)) continue;
        const auto share = (whole(base) * rateOf(tax.rate) / (whole(1) + all)).rounded();
        taxed.included += std::min(share, base - taxed.included);
    }
    for (const TaxRule& tax : terms.taxes) {
        if (tax.included || !(tax.*applies)) continue;
        taxed.added += (whole(base - taxed.included) * rateOf(tax.rate)).rounded();
    }
    return taxed;
}

void settle(const EventTerms& terms, std::int64_t ticket, std::int64_t fees, Model& model) {
    const Taxed onTicket = taxesOn(terms, ticket, &TaxRule::onTickets);
    const Taxed onFees = taxesOn(terms, fees, &TaxRule::onFees);
    model.net += ticket - onTicket.included;
    model.fees += fees - onFees.included;
    model.taxes += onTicket.included + onTicket.added + onFees.included + onFees.added;
    model.perItem.push_back(ticket + fees + onTicket.added + onFees.added);
    model.total += model.perItem.back();
}

Model modelOf(const EventTerms& terms, const std::vector<PricedItem>& items, const Code* code,
              const std::vector<PriceAdjustment>& adjustments) {
    Model model;
    bool given = false;
    for (const PricedItem& item : items) {
        const auto row = static_cast<std::size_t>(item.category.value * terms.ticketTypes);
        const std::int64_t price =
            terms.prices[row + static_cast<std::size_t>(item.type.value)]->minor;
        std::int64_t off = 0;
        const bool adjusted = item.adjustment >= 0;
        if (adjusted) {
            const auto& to = adjustments[static_cast<std::size_t>(item.adjustment)];
            if (to.kind == AdjustmentKind::Complimentary) {
                given = true;
                model.perItem.push_back(0);
                continue;
            }
            off = price - to.price.minor;
        } else if (code != nullptr && (code->categories.empty() ||
                                       std::count(code->categories.begin(), code->categories.end(),
                                                  item.category) > 0)) {
            if (code->discount == DiscountKind::Percent) {
                off = (whole(price) * rateOf(code->rate)).rounded();
            } else if (code->discount == DiscountKind::AmountPerTicket) {
                off = code->amount.minor;
            }
        }
        const std::int64_t ticket = adjusted ? price - off : price - std::min(off, price);
        std::int64_t fees = 0;
        for (const FeeRule& fee : terms.fees) {
            if (fee.kind == FeeKind::PerTicket) fees += fee.amount.minor;
            if (fee.kind == FeeKind::Percent) fees += (whole(ticket) * rateOf(fee.rate)).rounded();
        }
        settle(terms, ticket, fees, model);
    }
    std::int64_t fees = 0;
    for (const FeeRule& fee : terms.fees) {
        const bool due = !items.empty() && !(given && model.total == 0);
        if (fee.kind == FeeKind::PerOrder && due) fees += fee.amount.minor;
    }
    settle(terms, 0, fees, model);
    return model;
}

struct RandomOrder {
    EventTerms terms;
    std::vector<PricedItem> items;
    Code code;
    bool withCode = false;
    std::vector<PriceAdjustment> adjustments;
};

// Every other order has some: places with another price, and places that cost nothing.
void adjust(std::mt19937& random, RandomOrder& order) {
    for (int i = between(random, 0, 1) * between(random, 1, 3); i > 0; --i) {
        PriceAdjustment adjustment;
        adjustment.kind = static_cast<AdjustmentKind>(between(random, 1, 2));
        const bool priced = adjustment.kind == AdjustmentKind::Price;
        if (priced) adjustment.price = Money{between(random, 0, 3) * between(random, 0, 20000)};
        adjustment.reason = "reason " + std::to_string(i);
        order.adjustments.push_back(std::move(adjustment));
    }
    const int last = static_cast<int>(order.adjustments.size()) - 1;
    for (PricedItem& item : order.items) {
        item.adjustment = static_cast<std::int16_t>(between(random, -1, last));
    }
}

RandomOrder randomOrder(std::mt19937& random) {
    RandomOrder order;
    const int categories = between(random, 1, 4);
    order.terms.ticketTypes = static_cast<std::int16_t>(between(random, 1, 3));
    for (int i = 0; i < categories * order.terms.ticketTypes; ++i) {
        const int most = between(random, 0, 2) == 0 ? 20 : 50000;
        order.terms.prices.push_back(Money{between(random, 0, most)});
    }
    for (int i = between(random, 0, 4); i > 0; --i) {
        order.terms.fees.push_back({static_cast<FeeKind>(between(random, 0, 2)),
                                    Money{between(random, 0, 500)},
                                    Rate{between(random, 0, 300000)}});
    }
    for (int i = between(random, 0, 3); i > 0; --i) {
        order.terms.taxes.push_back({Rate{between(random, 0, 400000)}, between(random, 0, 1) == 1,
                                     between(random, 0, 2) > 0, between(random, 0, 2) > 0});
    }
    for (int i = between(random, 0, 8); i > 0; --i) {
        order.items.push_back(
            {CategoryNo{static_cast<std::int16_t>(between(random, 0, categories - 1))},
             TicketTypeNo{
                 static_cast<std::int16_t>(between(random, 0, order.terms.ticketTypes - 1))}});
    }
    order.withCode = between(random, 0, 1) == 1;
    order.code.discount = static_cast<DiscountKind>(between(random, 0, 2));
    order.code.rate = Rate{between(random, 0, 1000000)};
    order.code.amount = Money{between(random, 0, 30000)};
    for (int i = between(random, 0, 2); i > 0; --i) {
        order.code.categories.push_back(CategoryNo{static_cast<std::int16_t>(i)});
    }
    adjust(random, order);
    return order;
}

TEST(PricingModelTest, RandomQuotesAgreeWithExactFractions) {
    std::mt19937 random(testSeed());
    std::size_t discounted = 0;
    std::size_t adjusted = 0;
    for (int round = 0; round < 100000; ++round) {
        const RandomOrder order = randomOrder(random);
        const Code* code = order.withCode ? &order.code : nullptr;
        const auto quote = quoteFor(order.terms, order.items, code, order.adjustments);
        ASSERT_TRUE(quote.has_value());
        const Model model = modelOf(order.terms, order.items, code, order.adjustments);
        ASSERT_EQ(quote->reasons.size(), order.adjustments.size());
        ASSERT_EQ(quote->total.minor, model.total) << "round " << round;
        ASSERT_EQ(quote->net.minor, model.net) << "round " << round;
        ASSERT_EQ(quote->fees.minor, model.fees) << "round " << round;
        ASSERT_EQ(quote->taxes.minor, model.taxes) << "round " << round;
        ASSERT_EQ(quote->total, quote->net + quote->fees + quote->taxes);
        ASSERT_EQ(totalFor(order.terms, order.items, code, order.adjustments), quote->total);
        std::vector<std::int64_t> perItem(order.items.size() + 1);
        std::int64_t taxes = 0;
        for (const PriceLine& line : quote->lines) {
            if (line.kind == PriceLineKind::Tax) taxes += line.amount.minor;
            if (line.kind == PriceLineKind::Discount) ++discounted;
            if (line.kind == PriceLineKind::Discount && line.rule >= 0) ++adjusted;
            const auto item =
                line.item < 0 ? order.items.size() : static_cast<std::size_t>(line.item);
            if (!line.included) perItem[item] += line.amount.minor;
        }
        ASSERT_EQ(perItem, model.perItem) << "round " << round;
        ASSERT_EQ(taxes, model.taxes) << "round " << round;
    }
    EXPECT_GT(discounted, 10000U);
    EXPECT_GT(adjusted, 10000U);
}

// The comparison can fail: rounding once per order instead of per ticket is noticed.
TEST(PricingModelTest, RoundingPerOrderWouldBeNoticed) {
    std::mt19937 random(testSeed());
    int differing = 0;
    for (int round = 0; round < 1000; ++round) {
        RandomOrder order = randomOrder(random);
        for (PricedItem& item : order.items) item.adjustment = -1;
        order.terms.fees = {{FeeKind::Percent, {}, Rate{33333}}};
        order.terms.taxes.clear();
        std::int64_t prices = 0;
        for (const PricedItem& item : order.items) {
            prices += totalFor(order.terms, std::vector{item}, nullptr)->minor;
        }
        const auto quote = quoteFor(order.terms, order.items, nullptr);
        ASSERT_EQ(quote->total.minor, prices);
        const auto atOnce = (whole(quote->net.minor) * rateOf(Rate{33333})).rounded();
        if (atOnce != quote->fees.minor) ++differing;
    }
    EXPECT_GT(differing, 100);
}

}  // namespace
}  // namespace tessera::engine
