// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_price.h"

#include <map>
#include <tuple>

#include "server/api/convert_common.h"
#include "server/api/convert_layout.h"

namespace tessera::api {
namespace {

using engine::PriceLineKind;

v1::PriceLine::Kind kindOf(PriceLineKind kind) {
    switch (kind) {
        case PriceLineKind::Ticket:
            return v1::PriceLine::TICKET;
        case PriceLineKind::Discount:
            return v1::PriceLine::DISCOUNT;
        case PriceLineKind::Fee:
            return v1::PriceLine::FEE;
        case PriceLineKind::Tax:
            return v1::PriceLine::TAX;
    }
    return v1::PriceLine::KIND_UNSPECIFIED;
}

// The ticket type of each item of the quote.
std::vector<std::int16_t> typesOf(Places places) {
    std::vector<std::int16_t> out;
    for (const auto& pick : places.seats) out.push_back(pick.type.value);
    for (const auto& area : places.areas) {
        out.insert(out.end(), static_cast<std::size_t>(area.count), area.type.value);
    }
    return out;
}

// Quotes that were kept before they named their code are told apart by ticket type alone.
bool isOfCode(const engine::PriceLine& line, const engine::Quote& quote) {
    return line.kind == PriceLineKind::Discount && line.rule < 0 && !quote.code.empty();
}

std::string nameOf(const engine::PriceLine& line, std::int16_t type, const engine::Quote& quote,
                   const v1::EventConfig& config) {
    const auto reason = static_cast<std::size_t>(line.rule);
    if (line.kind == PriceLineKind::Discount && line.rule >= 0 && reason < quote.reasons.size()) {
        return quote.reasons[reason];
    }
    if (isOfCode(line, quote)) return quote.code;
    switch (line.kind) {
        case PriceLineKind::Ticket:
        case PriceLineKind::Discount:
            return type >= 0 && type < config.ticket_types_size() ? config.ticket_types(type).name()
                                                                  : std::string();
        case PriceLineKind::Fee:
            return line.rule >= 0 && line.rule < config.fees_size() ? config.fees(line.rule).name()
                                                                    : std::string();
        case PriceLineKind::Tax:
            return line.rule >= 0 && line.rule < config.taxes_size()
                       ? config.taxes(line.rule).name()
                       : std::string();
    }
    return {};
}

// What each place costs all-in: its own lines, fees per order left out.
std::vector<Money> pricesOf(const engine::Quote& quote, std::size_t count) {
    std::vector<Money> out(count);
    for (const auto& line : quote.lines) {
        const auto item = static_cast<std::size_t>(line.item);
        if (line.item >= 0 && !line.included && item < count) out[item] += line.amount;
    }
    return out;
}

}  // namespace

void setPrice(v1::PriceBreakdown* out, const engine::Quote& quote, Places places, Currency currency,
              const v1::EventConfig& config) {
    setMoney(out->mutable_total(), quote.total, currency);
    setMoney(out->mutable_net(), quote.net, currency);
    setMoney(out->mutable_fees(), quote.fees, currency);
    setMoney(out->mutable_taxes(), quote.taxes, currency);
    // Lines of one kind, rule and ticket type are one line with a quantity; a code has one line.
    struct Sum {
        std::int32_t quantity = 0;
        Money amount;
        std::string name;
    };
    using Key = std::tuple<PriceLineKind, std::int16_t, bool, std::int16_t>;
    std::map<Key, Sum> sums;
    const auto types = typesOf(places);
    Money discount;
    for (const auto& line : quote.lines) {
        const auto item = static_cast<std::size_t>(line.item);
        const std::int16_t type =
            line.item >= 0 && item < types.size() ? types[item] : std::int16_t{-1};
        const bool perType = line.kind == PriceLineKind::Ticket ||
                             (line.kind == PriceLineKind::Discount && !isOfCode(line, quote));
        const Key key{line.kind, line.rule, line.included, perType ? type : std::int16_t{-1}};
        auto& sum = sums[key];
        if (sum.quantity == 0) sum.name = nameOf(line, type, quote, config);
        ++sum.quantity;
        sum.amount += line.amount;
        if (line.kind == PriceLineKind::Discount) discount -= line.amount;
    }
    for (const auto& [key, sum] : sums) {
        auto* line = out->add_lines();
        line->set_kind(kindOf(std::get<0>(key)));
        line->set_included(std::get<2>(key));
        line->set_name(sum.name);
        line->set_quantity(sum.quantity);
        setMoney(line->mutable_amount(), sum.amount, currency);
    }
    setMoney(out->mutable_discount(), discount, currency);
}

void setPlaces(google::protobuf::RepeatedPtrField<v1::ReservedSeat>* seats,
               google::protobuf::RepeatedPtrField<v1::ReservedArea>* areas,
               const engine::Quote& quote, Places places, Currency currency,
               const ShownLayout& shown) {
    std::size_t count = places.seats.size();
    for (const auto& area : places.areas) count += static_cast<std::size_t>(area.count);
    const auto prices = pricesOf(quote, count);
    std::size_t item = 0;
    for (const auto& pick : places.seats) {
        auto* seat = seats->Add();
        seat->set_seat_no(pick.seat.value);
        seat->set_ticket_type_no(pick.type.value);
        setMoney(seat->mutable_price(), prices[item++], currency);
        if (!shown.layout->contains(pick.seat)) continue;
        seat->set_category_no(shown.layout->seat(pick.seat).category.value);
        setLabel(seat->mutable_label(), shown, pick.seat);
    }
    for (const auto& taken : places.areas) {
        auto* area = areas->Add();
        area->set_area_no(taken.area.value);
        area->set_ticket_type_no(taken.type.value);
        area->set_quantity(taken.count);
        Money price;
        for (std::int32_t i = 0; i < taken.count; ++i) price += prices[item++];
        setMoney(area->mutable_price(), price, currency);
        if (!shown.layout->contains(taken.area)) continue;
        const auto number = static_cast<std::size_t>(taken.area.value);
        area->set_category_no(shown.layout->areas()[number].category.value);
        setLabel(area->mutable_label(), shown, taken.area);
    }
}

}  // namespace tessera::api
