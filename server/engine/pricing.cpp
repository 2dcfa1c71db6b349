// SPDX-License-Identifier: Apache-2.0
#include "server/engine/pricing.h"

#include <algorithm>
#include <limits>

#include "shared/base/check.h"

namespace tessera::engine {
namespace {

constexpr std::int16_t kWholeOrder = -1;

// The sums of a quote; with `lines`, its lines too.
struct Sums {
    Money net;
    Money fees;
    Money taxes;
    Money total;
    std::vector<PriceLine>* lines = nullptr;

    void line(PriceLineKind kind, std::size_t rule, std::int16_t item, Money amount,
              bool included = false) {
        if (lines == nullptr) return;
        lines->push_back({kind, static_cast<std::int16_t>(rule), item, included, amount});
    }
};

constexpr auto kNoRule = static_cast<std::size_t>(-1);

std::optional<Money> priceOf(const EventTerms& terms, PricedItem item) {
    if (item.category.value < 0 || item.type.value < 0 || item.type.value >= terms.ticketTypes) {
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(item.category.value) *
                           static_cast<std::size_t>(terms.ticketTypes) +
                       static_cast<std::size_t>(item.type.value);
    return index < terms.prices.size() ? terms.prices[index] : std::nullopt;
}

Money discountOf(const Code* code, CategoryNo category, Money price) {
    if (code == nullptr || code->discount == DiscountKind::None) return {};
    const auto& only = code->categories;
    if (!only.empty() && std::find(only.begin(), only.end(), category) == only.end()) return {};
    const Money wanted =
        code->discount == DiscountKind::Percent ? share(price, code->rate) : code->amount;
    return std::clamp(wanted, Money{}, std::max(price, Money{}));
}

// What included taxes on tickets, or on fees, come to together. Saturates far above any real rate.
Rate includedRate(const std::vector<TaxRule>& taxes, bool TaxRule::*applies) {
    std::int64_t all = 0;
    for (const TaxRule& tax : taxes) {
        if (tax.included && tax.*applies) all += tax.rate.ppm;
    }
    return {static_cast<std::int32_t>(
        std::min<std::int64_t>(all, std::numeric_limits<std::int32_t>::max()))};
}

Money adjustedPrice(const PriceAdjustment& adjustment) {
    return adjustment.kind == AdjustmentKind::Price ? adjustment.price : Money{};
}

class Pricer {
public:
    Pricer(const EventTerms& terms, const Code* code, std::span<const PriceAdjustment> adjustments,
           std::vector<PriceLine>* lines)
        : terms_(terms),
          code_(code),
          adjustments_(adjustments),
          includedOnTickets_(includedRate(terms.taxes, &TaxRule::onTickets)),
          includedOnFees_(includedRate(terms.taxes, &TaxRule::onFees)) {
        sums_.lines = lines;
    }

    // False if the place has no price.
    bool addItem(PricedItem item, std::int16_t number) {
        const std::optional<Money> price = priceOf(terms_, item);
        if (!price) return false;
        sums_.line(PriceLineKind::Ticket, kNoRule, number, *price);
        if (item.adjustment >= 0) {
            addAdjusted(static_cast<std::size_t>(item.adjustment), number, *price);
            return true;
        }
        const Money discount = discountOf(code_, item.category, *price);
        if (discount != Money{}) sums_.line(PriceLineKind::Discount, kNoRule, number, -discount);
        charge(number, *price - discount);
        return true;
    }

    void addOrder() {
        if (complimentary_ && sums_.total == Money{}) return;
        Money fees;
        for (std::size_t i = 0; i < terms_.fees.size(); ++i) {
            if (terms_.fees[i].kind == FeeKind::PerOrder) fees += addFee(i, kWholeOrder, {});
        }
        close(kWholeOrder, {}, fees);
    }

    const Sums& sums() const { return sums_; }

private:
    void addAdjusted(std::size_t index, std::int16_t item, Money price) {
        const PriceAdjustment& adjustment = adjustments_[index];
        const Money ticket = adjustedPrice(adjustment);
        if (ticket != price) sums_.line(PriceLineKind::Discount, index, item, ticket - price);
        if (adjustment.kind == AdjustmentKind::Price) return charge(item, ticket);
        complimentary_ = true;
    }

    // Fees and taxes of a ticket at its price.
    void charge(std::int16_t item, Money ticket) {
        Money fees;
        for (std::size_t i = 0; i < terms_.fees.size(); ++i) {
            if (terms_.fees[i].kind == FeeKind::PerOrder) continue;
            fees += addFee(i, item, ticket);
        }
        close(item, ticket, fees);
    }

    Money addFee(std::size_t rule, std::int16_t item, Money ticket) {
        const FeeRule& fee = terms_.fees[rule];
        const Money amount = fee.kind == FeeKind::Percent ? share(ticket, fee.rate) : fee.amount;
        if (amount != Money{}) sums_.line(PriceLineKind::Fee, rule, item, amount);
        return amount;
    }

    // The taxes of one place, or of the order's own fees.
    void close(std::int16_t item, Money ticket, Money fees) {
        Money ticketNet = ticket;
        Money feesNet = fees;
        for (std::size_t i = 0; i < terms_.taxes.size(); ++i) {
            const TaxRule& tax = terms_.taxes[i];
            if (!tax.included) continue;
            Money amount;
            if (tax.onTickets)
                amount += takeIncluded(tax.rate, includedOnTickets_, ticket, ticketNet);
            if (tax.onFees) amount += takeIncluded(tax.rate, includedOnFees_, fees, feesNet);
            addTax(i, item, amount, true);
        }
        sums_.net += ticketNet;
        sums_.fees += feesNet;
        sums_.total += ticket + fees;
        for (std::size_t i = 0; i < terms_.taxes.size(); ++i) {
            const TaxRule& tax = terms_.taxes[i];
            if (tax.included) continue;
            Money amount;
            if (tax.onTickets) amount += share(ticketNet, tax.rate);
            if (tax.onFees) amount += share(feesNet, tax.rate);
            addTax(i, item, amount, false);
            sums_.total += amount;
        }
    }

    static Money takeIncluded(Rate rate, Rate all, Money gross, Money& left) {
        const Money tax = std::min(includedShare(gross, rate, all), left);
        left -= tax;
        return tax;
    }

    void addTax(std::size_t rule, std::int16_t item, Money amount, bool included) {
        if (amount == Money{}) return;
        sums_.taxes += amount;
        sums_.line(PriceLineKind::Tax, rule, item, amount, included);
    }

    const EventTerms& terms_;
    const Code* code_;
    std::span<const PriceAdjustment> adjustments_;
    bool complimentary_ = false;  // Some place is.
    Rate includedOnTickets_;
    Rate includedOnFees_;
    Sums sums_;
};

std::optional<Sums> sumsOf(const EventTerms& terms, std::span<const PricedItem> items,
                           const Code* code, std::span<const PriceAdjustment> adjustments,
                           std::vector<PriceLine>* lines) {
    TESSERA_CHECK(items.size() <= INT16_MAX);
    Pricer pricer(terms, code, adjustments, lines);
    for (std::size_t i = 0; i < items.size(); ++i) {
        TESSERA_CHECK(items[i].adjustment < static_cast<std::int64_t>(adjustments.size()));
        if (!pricer.addItem(items[i], static_cast<std::int16_t>(i))) return std::nullopt;
    }
    if (!items.empty()) pricer.addOrder();
    return pricer.sums();
}

// A place with its fees and taxes, without the order's own. Zero without a price.
Money aloneOf(const EventTerms& terms, PricedItem item, const Code* code,
              std::span<const PriceAdjustment> adjustments) {
    Pricer pricer(terms, code, adjustments, nullptr);
    pricer.addItem(item, 0);
    return pricer.sums().total;
}

}  // namespace

std::int16_t adjustmentOf(std::span<const PriceAdjustment> adjustments, SeatNo seat) {
    std::int16_t rest = -1;
    for (std::size_t i = 0; i < adjustments.size(); ++i) {
        const auto& seats = adjustments[i].seats;
        if (seats.empty()) rest = static_cast<std::int16_t>(i);
        if (std::binary_search(seats.begin(), seats.end(), seat)) {
            return static_cast<std::int16_t>(i);
        }
    }
    return rest;
}

std::optional<Quote> quoteFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code, std::span<const PriceAdjustment> adjustments) {
    Quote quote;
    const auto sums = sumsOf(terms, items, code, adjustments, &quote.lines);
    if (!sums) return std::nullopt;
    for (const PriceAdjustment& adjustment : adjustments) {
        quote.reasons.push_back(adjustment.reason);
    }
    const bool byCode = std::ranges::any_of(quote.lines, [](const PriceLine& line) {
        return line.kind == PriceLineKind::Discount && line.rule < 0;
    });
    if (byCode) quote.code = code->text;
    quote.net = sums->net;
    quote.fees = sums->fees;
    quote.taxes = sums->taxes;
    quote.total = sums->total;
    return quote;
}

std::optional<Money> totalFor(const EventTerms& terms, std::span<const PricedItem> items,
                              const Code* code, std::span<const PriceAdjustment> adjustments) {
    const auto sums = sumsOf(terms, items, code, adjustments, nullptr);
    return sums ? std::optional(sums->total) : std::nullopt;
}

std::vector<bool> bearersOf(const Quote& quote, std::size_t places) {
    std::vector<bool> bears(places, true);
    if (quote.reasons.empty()) return bears;
    std::vector<Money> own(places);
    std::vector<bool> adjusted(places);
    for (const PriceLine& line : quote.lines) {
        if (line.item < 0) continue;
        const auto item = static_cast<std::size_t>(line.item);
        if (!line.included) own[item] += line.amount;
        if (line.kind == PriceLineKind::Discount && line.rule >= 0) adjusted[item] = true;
    }
    for (std::size_t i = 0; i < places; ++i) bears[i] = !(adjusted[i] && own[i] == Money{});
    if (std::find(bears.begin(), bears.end(), true) == bears.end()) bears.assign(places, true);
    return bears;
}

Money givenAway(const EventTerms& terms, std::span<const PricedItem> items,
                std::span<const PriceAdjustment> adjustments, const Code* code) {
    Money away;
    for (const PricedItem& item : items) {
        if (item.adjustment < 0) continue;
        const PricedItem plain{item.category, item.type};
        away += std::max(aloneOf(terms, plain, code, {}) - aloneOf(terms, item, code, adjustments),
                         Money{});
    }
    return away;
}

}  // namespace tessera::engine
