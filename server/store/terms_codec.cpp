// SPDX-License-Identifier: Apache-2.0
#include "server/store/terms_codec.h"

#include <concepts>
#include <nlohmann/json.hpp>

namespace tessera::store {
namespace {

using nlohmann::json;

// Thrown and caught in this file only.
struct Malformed {
    std::string what;
};

const json& member(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) throw Malformed{std::string("no ") + key};
    return *found;
}

template <std::integral T>
T number(const json& value) {
    if constexpr (std::same_as<T, bool>) {
        if (!value.is_boolean()) throw Malformed{"not a boolean"};
        return value.get<bool>();
    } else {
        if (!value.is_number_integer()) throw Malformed{"not an integer"};
        const auto wide = value.get<std::int64_t>();
        if (!std::in_range<T>(wide)) throw Malformed{"a number out of range"};
        return static_cast<T>(wide);
    }
}

template <std::integral T>
T number(const json& object, const char* key) {
    return number<T>(member(object, key));
}

template <class Enum>
Enum choice(const json& object, const char* key, Enum last) {
    const auto value = number<std::int32_t>(object, key);
    if (value < 0 || value > static_cast<std::int32_t>(last)) {
        throw Malformed{std::string("an unknown ") + key};
    }
    return static_cast<Enum>(value);
}

const json& list(const json& object, const char* key, std::size_t max) {
    const json& value = member(object, key);
    if (!value.is_array() || value.size() > max) throw Malformed{std::string("a bad list ") + key};
    return value;
}

json pricesOf(const engine::EventTerms& terms) {
    json prices = json::array();
    for (const auto& price : terms.prices) {
        prices.push_back(price ? json(price->minor) : json(nullptr));
    }
    return prices;
}

json feesOf(const engine::EventTerms& terms) {
    json fees = json::array();
    for (const engine::FeeRule& fee : terms.fees) {
        fees.push_back({{"kind", static_cast<int>(fee.kind)},
                        {"amount", fee.amount.minor},
                        {"ratePpm", fee.rate.ppm}});
    }
    return fees;
}

json taxesOf(const engine::EventTerms& terms) {
    json taxes = json::array();
    for (const engine::TaxRule& tax : terms.taxes) {
        taxes.push_back({{"ratePpm", tax.rate.ppm},
                         {"included", tax.included},
                         {"onTickets", tax.onTickets},
                         {"onFees", tax.onFees}});
    }
    return taxes;
}

void readRules(const json& from, engine::EventTerms& terms) {
    for (const json& price : list(from, "prices", 1U << 20U)) {
        if (price.is_null()) {
            terms.prices.emplace_back();
        } else {
            terms.prices.emplace_back(Money{number<std::int64_t>(price)});
        }
    }
    for (const json& fee : list(from, "fees", engine::kFeeRulesMax)) {
        terms.fees.push_back({choice(fee, "kind", engine::FeeKind::Percent),
                              Money{number<std::int64_t>(fee, "amount")},
                              Rate{number<std::int32_t>(fee, "ratePpm")}});
    }
    for (const json& tax : list(from, "taxes", engine::kTaxRulesMax)) {
        terms.taxes.push_back({Rate{number<std::int32_t>(tax, "ratePpm")},
                               number<bool>(tax, "included"), number<bool>(tax, "onTickets"),
                               number<bool>(tax, "onFees")});
    }
}

// Terms that were stored before there were such rules have none.
void readAfterSale(const json& from, engine::EventTerms& terms) {
    const auto found = from.find("afterSale");
    if (found == from.end()) return;
    terms.afterSale.returnsUntil.micros = number<std::int64_t>(*found, "returnsUntil");
    terms.afterSale.returnFee.ppm = number<std::int32_t>(*found, "returnFeePpm");
    terms.afterSale.exchangesUntil.micros = number<std::int64_t>(*found, "exchangesUntil");
    terms.afterSale.transfersUntil.micros = number<std::int64_t>(*found, "transfersUntil");
}

// Nor was any allocation released by itself.
void readReleases(const json& from, engine::EventTerms& terms) {
    if (!from.contains("releases")) return;
    for (const json& each : list(from, "releases", engine::kReleasesMax)) {
        terms.releases.push_back({AllocationNo{number<std::int16_t>(each, "allocation")},
                                  Instant{number<std::int64_t>(each, "at")}});
    }
}

json releasesOf(const engine::EventTerms& terms) {
    json releases = json::array();
    for (const engine::AllocationRelease& each : terms.releases) {
        releases.push_back({{"allocation", each.allocation.value}, {"at", each.at.micros}});
    }
    return releases;
}

engine::Disruption disruptionOf(const json& from) {
    engine::Disruption out;
    out.kind = choice(from, "kind", engine::DisruptionKind::Moved);
    out.number = number<std::int32_t>(from, "number");
    out.at.micros = number<std::int64_t>(from, "at");
    out.previousStart.micros = number<std::int64_t>(from, "previousStart");
    out.answerUntil.micros = number<std::int64_t>(from, "answerUntil");
    out.refundUnanswered = number<bool>(from, "refundUnanswered");
    out.orders = number<std::int32_t>(from, "orders");
    out.finishedAt.micros = number<std::int64_t>(from, "finishedAt");
    const json& note = member(from, "note");
    if (!note.is_string()) throw Malformed{"a note that is no text"};
    out.note = note.get<std::string>();
    return out;
}

// Nor did anything become of an event before that was kept.
void readDisruption(const json& from, engine::EventTerms& terms) {
    const auto found = from.find("disruption");
    if (found != from.end()) terms.disruption = disruptionOf(*found);
}

json jsonOf(const engine::Disruption& disruption) {
    return {{"kind", static_cast<int>(disruption.kind)},
            {"number", disruption.number},
            {"at", disruption.at.micros},
            {"previousStart", disruption.previousStart.micros},
            {"answerUntil", disruption.answerUntil.micros},
            {"refundUnanswered", disruption.refundUnanswered},
            {"orders", disruption.orders},
            {"finishedAt", disruption.finishedAt.micros},
            {"note", disruption.note}};
}

engine::EventTerms termsOf(const json& from) {
    engine::EventTerms terms;
    terms.version = number<std::int32_t>(from, "version");
    const json& currency = member(from, "currency");
    const auto letters = currency.is_string() ? parseCurrency(currency.get<std::string>())
                                              : std::optional<Currency>{};
    if (!letters) throw Malformed{"an unknown currency"};
    terms.currency = *letters;
    terms.ticketTypes = number<std::int16_t>(from, "ticketTypes");
    readRules(from, terms);
    terms.sale = choice(from, "sale", engine::SaleState::Cancelled);
    terms.presaleOpensAt.micros = number<std::int64_t>(from, "presaleOpensAt");
    terms.opensAt.micros = number<std::int64_t>(from, "opensAt");
    terms.closesAt.micros = number<std::int64_t>(from, "closesAt");
    terms.channels = number<std::uint8_t>(from, "channels");
    terms.holdFor.micros = number<std::int64_t>(from, "holdFor");
    terms.payWithin.micros = number<std::int64_t>(from, "payWithin");
    terms.unpaidWithin.micros = number<std::int64_t>(from, "unpaidWithin");
    terms.maxPerOrder = number<std::int32_t>(from, "maxPerOrder");
    terms.maxPerBuyer = number<std::int32_t>(from, "maxPerBuyer");
    terms.noOrphans = number<bool>(from, "noOrphans");
    terms.companionReleaseAt.micros = number<std::int64_t>(from, "companionReleaseAt");
    const json& focal = member(from, "focal");
    if (!focal.is_null()) {
        if (!focal.is_array() || focal.size() != 2 || !focal[0].is_number() ||
            !focal[1].is_number()) {
            throw Malformed{"a bad focal point"};
        }
        terms.focal = engine::Point{focal[0].get<float>(), focal[1].get<float>()};
    }
    readAfterSale(from, terms);
    readReleases(from, terms);
    readDisruption(from, terms);
    return terms;
}

engine::Quote quoteOf(const json& from) {
    engine::Quote quote;
    for (const json& line : list(from, "lines", 1U << 20U)) {
        quote.lines.push_back({choice(line, "kind", engine::PriceLineKind::Tax),
                               number<std::int16_t>(line, "rule"),
                               number<std::int16_t>(line, "item"), number<bool>(line, "included"),
                               Money{number<std::int64_t>(line, "amount")}});
    }
    quote.net.minor = number<std::int64_t>(from, "net");
    quote.fees.minor = number<std::int64_t>(from, "fees");
    quote.taxes.minor = number<std::int64_t>(from, "taxes");
    quote.total.minor = number<std::int64_t>(from, "total");
    if (from.contains("code")) {
        if (!from.at("code").is_string()) throw Malformed{"a code that is no text"};
        quote.code = from.at("code").get<std::string>();
    }
    if (!from.contains("reasons")) return quote;
    for (const json& reason : list(from, "reasons", engine::kAdjustmentsMax)) {
        if (!reason.is_string()) throw Malformed{"a reason that is no text"};
        quote.reasons.push_back(reason.get<std::string>());
    }
    return quote;
}

std::vector<engine::PriceAdjustment> adjustmentsOf(const json& from) {
    std::vector<engine::PriceAdjustment> out;
    for (const json& each : list(from, "list", engine::kAdjustmentsMax)) {
        engine::PriceAdjustment adjustment;
        adjustment.kind = choice(each, "kind", engine::AdjustmentKind::Price);
        adjustment.price.minor = number<std::int64_t>(each, "price");
        const json& reason = member(each, "reason");
        if (!reason.is_string()) throw Malformed{"a reason that is no text"};
        adjustment.reason = reason.get<std::string>();
        const std::size_t most{engine::kItemsPerOrderMax};
        for (const json& seat : list(each, "seats", most)) {
            adjustment.seats.push_back(SeatNo{number<std::int32_t>(seat)});
        }
        out.push_back(std::move(adjustment));
    }
    return out;
}

// `read` of the JSON object in `text`; what it throws is the stored value's fault.
template <class T>
Result<T> decode(std::string_view text, T (*read)(const json&), const std::string& what) {
    const json parsed = json::parse(text, nullptr, false);
    if (!parsed.is_object()) return failure(what + " is no JSON object");
    try {
        return read(parsed);
    } catch (const Malformed& fault) {
        return failure(what + " has " + fault.what);
    } catch (const json::exception&) {
        return failure(what + " has an unexpected shape");
    }
}

}  // namespace

std::string encodeTerms(const engine::EventTerms& terms) {
    json out = {
        {"version", terms.version},
        {"currency", toString(terms.currency)},
        {"ticketTypes", terms.ticketTypes},
        {"prices", pricesOf(terms)},
        {"fees", feesOf(terms)},
        {"taxes", taxesOf(terms)},
        {"sale", static_cast<int>(terms.sale)},
        {"presaleOpensAt", terms.presaleOpensAt.micros},
        {"opensAt", terms.opensAt.micros},
        {"closesAt", terms.closesAt.micros},
        {"channels", terms.channels},
        {"holdFor", terms.holdFor.micros},
        {"payWithin", terms.payWithin.micros},
        {"unpaidWithin", terms.unpaidWithin.micros},
        {"maxPerOrder", terms.maxPerOrder},
        {"maxPerBuyer", terms.maxPerBuyer},
        {"noOrphans", terms.noOrphans},
        {"companionReleaseAt", terms.companionReleaseAt.micros},
        {"focal", terms.focal ? json{terms.focal->x, terms.focal->y} : json(nullptr)},
        {"afterSale",
         {{"returnsUntil", terms.afterSale.returnsUntil.micros},
          {"returnFeePpm", terms.afterSale.returnFee.ppm},
          {"exchangesUntil", terms.afterSale.exchangesUntil.micros},
          {"transfersUntil", terms.afterSale.transfersUntil.micros}}},
    };
    if (!terms.releases.empty()) out["releases"] = releasesOf(terms);
    if (terms.disruption.kind != engine::DisruptionKind::None) {
        out["disruption"] = jsonOf(terms.disruption);
    }
    return out.dump();
}

Result<engine::EventTerms> decodeTerms(std::string_view text) {
    return decode(text, termsOf, "a stored event_terms row");
}

Result<engine::Disruption> decodeDisruption(std::string_view text) {
    return decode(text, disruptionOf, "what became of a stored event");
}

std::string encodeQuote(const engine::Quote& quote) {
    json lines = json::array();
    for (const engine::PriceLine& line : quote.lines) {
        lines.push_back({{"kind", static_cast<int>(line.kind)},
                         {"rule", line.rule},
                         {"item", line.item},
                         {"included", line.included},
                         {"amount", line.amount.minor}});
    }
    json out{{"lines", std::move(lines)},
             {"net", quote.net.minor},
             {"fees", quote.fees.minor},
             {"taxes", quote.taxes.minor},
             {"total", quote.total.minor}};
    if (!quote.reasons.empty()) out["reasons"] = quote.reasons;
    if (!quote.code.empty()) out["code"] = quote.code;
    return out.dump();
}

Result<engine::Quote> decodeQuote(std::string_view text) {
    return decode(text, quoteOf, "a stored quote");
}

std::string encodeAdjustments(const std::vector<engine::PriceAdjustment>& adjustments) {
    json all = json::array();
    for (const engine::PriceAdjustment& each : adjustments) {
        json seats = json::array();
        for (const SeatNo seat : each.seats) seats.push_back(seat.value);
        all.push_back({{"kind", static_cast<int>(each.kind)},
                       {"price", each.price.minor},
                       {"reason", each.reason},
                       {"seats", std::move(seats)}});
    }
    return json{{"list", std::move(all)}}.dump();
}

Result<std::vector<engine::PriceAdjustment>> decodeAdjustments(std::string_view text) {
    return decode(text, adjustmentsOf, "stored adjustments of a price");
}

}  // namespace tessera::store
