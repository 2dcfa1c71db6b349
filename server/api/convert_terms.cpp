// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <set>

#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;
using app::Problem;
using MaybeProblem = std::optional<Problem>;

constexpr std::int64_t kAmountMax = 1'000'000'000'000;  // The engine's.
constexpr std::int32_t kRateMaxPpm = 1'000'000;
constexpr std::int16_t kCategoriesMax = 1000;
constexpr std::int32_t kAllocationNoMax = 999;

std::string at(std::string_view list, int index, std::string_view field) {
    std::string out("config.");
    out.append(list).append("[").append(std::to_string(index)).append("].").append(field);
    return out;
}

// Where a plan's coordinates end. NaN is nowhere.
bool isOnPlan(const v1::Point& point) {
    constexpr double kMost = 1'000'000;
    return std::abs(point.x()) <= kMost && std::abs(point.y()) <= kMost;
}

bool isName(const std::string& text) {
    return !text.empty() && text.size() <= 100;
}

// Two slashes, or one and a backslash, would lead a browser to another server.
bool isImageUrl(const std::string& url) {
    if (url.empty()) return true;
    const bool here = url.front() == '/' && !url.starts_with("//") && !url.starts_with("/\\");
    return url.size() <= 500 && (here || url.starts_with("https://"));
}

MaybeProblem checkTexts(const v1::EventConfig& config) {
    if (config.name().empty() || config.name().size() > 200) {
        return invalidField("config.name", "1 to 200 bytes");
    }
    if (config.description().size() > 10'000) {
        return invalidField("config.description", "at most 10000 bytes");
    }
    if (!config.has_starts_at()) return invalidField("config.startsAt", "required");
    if (config.terms().size() > 4'000) return invalidField("config.terms", "at most 4000 bytes");
    if (!isImageUrl(config.image_url())) {
        return invalidField("config.imageUrl", "https://… or /…, at most 500 bytes");
    }
    if (config.entrances_size() > 64) return invalidField("config.entrances", "at most 64");
    for (int i = 0; i < config.entrances_size(); ++i) {
        if (!isName(config.entrances(i).name())) {
            return invalidField(at("entrances", i, "name"), "1 to 100 bytes");
        }
    }
    return std::nullopt;
}

MaybeProblem readTicketTypes(const v1::EventConfig& config, engine::EventTerms& out) {
    const int count = config.ticket_types_size();
    if (count < 1 || count > engine::kTicketTypesMax) {
        return invalidField("config.ticketTypes", "1 to 32");
    }
    for (int i = 0; i < count; ++i) {
        const auto& type = config.ticket_types(i);
        if (type.ticket_type_no() != i) {
            return invalidField(at("ticketTypes", i, "ticketTypeNo"), "dense from 0 in this order");
        }
        if (!isName(type.name()))
            return invalidField(at("ticketTypes", i, "name"), "1 to 100 bytes");
    }
    out.ticketTypes = static_cast<std::int16_t>(count);
    return std::nullopt;
}

// As many categories as the prices name, where the layout is not known here.
std::int16_t categoriesOf(const v1::EventConfig& config) {
    std::int32_t most = 0;
    for (const auto& price : config.prices()) {
        most = std::max(most, std::min<std::int32_t>(price.category_no(), kCategoriesMax - 1) + 1);
    }
    return static_cast<std::int16_t>(most);
}

MaybeProblem readPrices(const v1::EventConfig& config, std::int16_t categories,
                        engine::EventTerms& out) {
    const auto types = static_cast<std::size_t>(out.ticketTypes);
    out.prices.assign(static_cast<std::size_t>(categories) * types, std::nullopt);
    for (int i = 0; i < config.prices_size(); ++i) {
        const auto& price = config.prices(i);
        if (price.category_no() < 0 || price.category_no() >= categories) {
            return refuse("CATEGORY_UNKNOWN", "The layout has no such category.",
                          {{"field", at("prices", i, "categoryNo")}});
        }
        if (price.ticket_type_no() < 0 || price.ticket_type_no() >= out.ticketTypes) {
            return refuse("TICKET_TYPE_UNKNOWN", "The event has no such ticket type.",
                          {{"field", at("prices", i, "ticketTypeNo")}});
        }
        if (price.minor_units() < 0 || price.minor_units() > kAmountMax) {
            return invalidField(at("prices", i, "minorUnits"), "0 to 1000000000000");
        }
        auto& cell = out.prices[static_cast<std::size_t>(price.category_no()) * types +
                                static_cast<std::size_t>(price.ticket_type_no())];
        if (cell) {
            return invalidField(at("prices", i, "categoryNo"),
                                "one price per category and ticket type");
        }
        cell = Money{price.minor_units()};
    }
    return std::nullopt;
}

MaybeProblem readFees(const v1::EventConfig& config, engine::EventTerms& out) {
    if (config.fees_size() > engine::kFeeRulesMax) return invalidField("config.fees", "at most 16");
    for (int i = 0; i < config.fees_size(); ++i) {
        const auto& fee = config.fees(i);
        if (!isName(fee.name())) return invalidField(at("fees", i, "name"), "1 to 100 bytes");
        if (fee.minor_units() < 0 || fee.minor_units() > kAmountMax) {
            return invalidField(at("fees", i, "minorUnits"), "0 to 1000000000000");
        }
        if (fee.rate_ppm() < 0 || fee.rate_ppm() > kRateMaxPpm) {
            return invalidField(at("fees", i, "ratePpm"), "0 to 1000000");
        }
        engine::FeeRule rule;
        switch (fee.kind()) {
            case v1::Fee::PER_TICKET:
                rule.kind = engine::FeeKind::PerTicket;
                break;
            case v1::Fee::PER_ORDER:
                rule.kind = engine::FeeKind::PerOrder;
                break;
            case v1::Fee::PERCENT:
                rule.kind = engine::FeeKind::Percent;
                break;
            default:
                return invalidField(at("fees", i, "kind"), "PER_TICKET, PER_ORDER or PERCENT");
        }
        rule.amount = Money{fee.minor_units()};
        rule.rate = Rate{fee.rate_ppm()};
        out.fees.push_back(rule);
    }
    return std::nullopt;
}

MaybeProblem readTaxes(const v1::EventConfig& config, engine::EventTerms& out) {
    if (config.taxes_size() > engine::kTaxRulesMax) {
        return invalidField("config.taxes", "at most 8");
    }
    for (int i = 0; i < config.taxes_size(); ++i) {
        const auto& tax = config.taxes(i);
        if (!isName(tax.name())) return invalidField(at("taxes", i, "name"), "1 to 100 bytes");
        if (tax.rate_ppm() < 0 || tax.rate_ppm() > kRateMaxPpm) {
            return invalidField(at("taxes", i, "ratePpm"), "0 to 1000000");
        }
        if (!v1::Tax::AppliesTo_IsValid(tax.applies_to())) {
            return invalidField(at("taxes", i, "appliesTo"), "one of AppliesTo");
        }
        engine::TaxRule rule;
        rule.rate = Rate{tax.rate_ppm()};
        rule.included = tax.included();
        rule.onTickets = tax.applies_to() != v1::Tax::FEES;
        rule.onFees = tax.applies_to() != v1::Tax::TICKETS;
        out.taxes.push_back(rule);
    }
    return std::nullopt;
}

MaybeProblem readLimits(const v1::EventConfig& config, engine::EventTerms& out) {
    const auto& limits = config.limits();
    if (limits.per_order() < 0 || limits.per_order() > engine::kItemsPerOrderMax) {
        return invalidField("config.limits.perOrder", "0 to 100");
    }
    if (limits.per_buyer() < 0) return invalidField("config.limits.perBuyer", "at least 0");
    if (limits.per_order() != 0) out.maxPerOrder = limits.per_order();
    out.maxPerBuyer = limits.per_buyer();
    if (config.channels_size() > 0) out.channels = 0;
    for (int i = 0; i < config.channels_size(); ++i) {
        const auto channel = config.channels(i);
        if (channel < v1::WEB || channel > v1::KIOSK) {
            return invalidField("config.channels[" + std::to_string(i) + "]",
                                "WEB, BOX_OFFICE or KIOSK");
        }
        out.channels = static_cast<std::uint8_t>(out.channels | (1U << (channel - v1::WEB)));
    }
    return std::nullopt;
}

MaybeProblem readDuration(bool present, const google::protobuf::Duration& value,
                          std::string_view field, std::string_view constraint, Duration least,
                          Duration most, Duration& out) {
    if (!present) return std::nullopt;
    const auto duration = toDuration(value);
    if (duration < least || duration > most) return invalidField(field, constraint);
    out = duration;
    return std::nullopt;
}

MaybeProblem readTimes(const v1::EventConfig& config, engine::EventTerms& out) {
    constexpr auto kDay = Duration::ofSeconds(24 * 3600);
    if (auto problem =
            readDuration(config.has_hold_duration(), config.hold_duration(), "config.holdDuration",
                         "1s to 24h", Duration::ofSeconds(1), kDay, out.holdFor)) {
        return problem;
    }
    if (auto problem = readDuration(config.has_pay_duration(), config.pay_duration(),
                                    "config.payDuration", "10s to 7 days", Duration::ofSeconds(10),
                                    Duration::ofSeconds(7 * 24 * 3600), out.payWithin)) {
        return problem;
    }
    if (auto problem =
            readDuration(config.has_unpaid_duration(), config.unpaid_duration(),
                         "config.unpaidDuration", "1s to 366 days", Duration::ofSeconds(1),
                         Duration::ofSeconds(366 * 24 * 3600), out.unpaidWithin)) {
        return problem;
    }
    Duration ignored;  // For calendars: the engine sells without it.
    if (auto problem = readDuration(config.has_running_time(), config.running_time(),
                                    "config.runningTime", "1 min to 7 days", Duration::ofMinutes(1),
                                    Duration::ofSeconds(7 * 24 * 3600), ignored)) {
        return problem;
    }
    const auto& windows = config.sale_windows();
    if (windows.has_presale_opens_at()) out.presaleOpensAt = toInstant(windows.presale_opens_at());
    if (windows.has_opens_at()) out.opensAt = toInstant(windows.opens_at());
    out.closesAt =
        windows.has_closes_at() ? toInstant(windows.closes_at()) : toInstant(config.starts_at());
    if (out.opensAt >= out.closesAt) {
        return invalidField("config.saleWindows.closesAt", "after opensAt");
    }
    if (config.has_companion_release_time()) {
        out.companionReleaseAt = toInstant(config.companion_release_time());
    }
    return std::nullopt;
}

MaybeProblem readAfterSale(const v1::EventConfig& config, engine::EventTerms& out) {
    const auto& rules = config.after_sale();
    if (rules.return_fee_ppm() < 0 || rules.return_fee_ppm() > kRateMaxPpm) {
        return invalidField("config.afterSale.returnFeePpm", "0 to 1000000");
    }
    out.afterSale.returnFee = Rate{rules.return_fee_ppm()};
    if (rules.has_returns_until()) out.afterSale.returnsUntil = toInstant(rules.returns_until());
    if (rules.has_exchanges_until()) {
        out.afterSale.exchangesUntil = toInstant(rules.exchanges_until());
    }
    if (rules.has_transfers_until()) {
        out.afterSale.transfersUntil = toInstant(rules.transfers_until());
    }
    return std::nullopt;
}

MaybeProblem readAllocations(const v1::EventConfig& config, engine::EventTerms& out) {
    if (config.allocations_size() > static_cast<int>(engine::kReleasesMax)) {
        return invalidField("config.allocations", "at most 64");
    }
    std::set<std::int32_t> numbers;
    for (int i = 0; i < config.allocations_size(); ++i) {
        const auto& each = config.allocations(i);
        const std::int32_t number = each.allocation_no();
        if (number < 1 || number > kAllocationNoMax) {
            return invalidField(at("allocations", i, "allocationNo"), "1 to 999");
        }
        if (!numbers.insert(number).second) {
            return invalidField(at("allocations", i, "allocationNo"), "each number once");
        }
        if (!isName(each.name())) {
            return invalidField(at("allocations", i, "name"), "1 to 100 bytes");
        }
        if (!v1::Allocation::Kind_IsValid(each.kind())) {
            return invalidField(at("allocations", i, "kind"), "one of Kind");
        }
        if (!each.has_release_time()) continue;
        out.releases.push_back(
            {AllocationNo(static_cast<std::int16_t>(number)), toInstant(each.release_time())});
    }
    std::ranges::sort(out.releases, {}, &engine::AllocationRelease::allocation);
    return std::nullopt;
}

}  // namespace

Answer<engine::EventTerms> toTerms(const v1::EventConfig& config,
                                   std::optional<std::int16_t> categories) {
    engine::EventTerms out;
    const auto currency = parseCurrency(config.currency_code());
    if (!currency) {
        return tl::make_unexpected(invalidField("config.currencyCode", "three capital letters"));
    }
    out.currency = *currency;
    auto problem = checkTexts(config);
    if (!problem) problem = readTicketTypes(config, out);
    if (!problem) problem = readPrices(config, categories.value_or(categoriesOf(config)), out);
    if (!problem) problem = readFees(config, out);
    if (!problem) problem = readTaxes(config, out);
    if (!problem) problem = readLimits(config, out);
    if (!problem) problem = readTimes(config, out);
    if (!problem) problem = readAfterSale(config, out);
    if (!problem) problem = readAllocations(config, out);
    if (problem) return tl::make_unexpected(std::move(*problem));
    if (config.has_orphan_rule()) out.noOrphans = config.orphan_rule();
    if (config.has_focal_point()) {
        if (!isOnPlan(config.focal_point())) {
            return tl::make_unexpected(
                invalidField("config.focalPoint", "-1000000 to 1000000 either way"));
        }
        out.focal = engine::Point{static_cast<float>(config.focal_point().x()),
                                  static_cast<float>(config.focal_point().y())};
    }
    return out;
}

Answer<engine::Code> toCode(const v1::EventCode& code) {
    const auto wrong = [](std::string_view field, std::string_view constraint) {
        return tl::make_unexpected(invalidField(field, constraint));
    };
    engine::Code out;
    auto text = normalisedCode(code.code());
    if (!text) return wrong("code.code", "3 to 32 of A-Z, 0-9 and -");
    out.text = std::move(*text);
    if (code.has_amount_off_minor_units()) {
        out.discount = engine::DiscountKind::AmountPerTicket;
        out.amount = Money{code.amount_off_minor_units()};
        if (out.amount.minor < 1 || out.amount.minor > kAmountMax) {
            return wrong("code.amountOffMinorUnits", "1 to 1000000000000");
        }
    }
    if (code.has_rate_off_ppm()) {
        out.discount = engine::DiscountKind::Percent;
        out.rate = Rate{code.rate_off_ppm()};
        if (out.rate.ppm < 1 || out.rate.ppm > kRateMaxPpm) {
            return wrong("code.rateOffPpm", "1 to 1000000");
        }
    }
    if (code.uses_max() < 0) return wrong("code.usesMax", "at least 0");
    out.usesMax = code.uses_max();
    if (code.has_valid_from()) out.validFrom = toInstant(code.valid_from());
    if (code.has_valid_until()) out.validUntil = toInstant(code.valid_until());
    if (out.validFrom >= out.validUntil) return wrong("code.validUntil", "after validFrom");
    out.opensPresale = code.presale();
    if (code.allocation_no() < 0 || code.allocation_no() > 999) {
        return wrong("code.allocationNo", "0 to 999");
    }
    out.unlocks = AllocationNo(static_cast<std::int16_t>(code.allocation_no()));
    for (const auto category : code.category_nos()) {
        if (category < 0 || category >= kCategoriesMax) {
            return tl::make_unexpected(
                refuse("CATEGORY_UNKNOWN", "The layout has no such category."));
        }
        out.categories.push_back(CategoryNo(static_cast<std::int16_t>(category)));
    }
    return out;
}

Answer<engine::UpdateCode> toCodeChange(EventId event, const v1::UpdateCodeRequest& request) {
    const auto code = parseCodeId(event, request.code_id());
    if (!code) return tl::make_unexpected(code.error());
    engine::UpdateCode out;
    out.code = *code;
    for (const std::string& path : request.update_mask().paths()) {
        if (path == "uses_max") {
            out.usesMax = request.uses_max();
        } else if (path == "valid_from") {
            out.validFrom = request.has_valid_from() ? toInstant(request.valid_from()) : Instant{};
        } else if (path == "valid_until") {
            out.validUntil =
                request.has_valid_until() ? toInstant(request.valid_until()) : Instant::never();
        } else {
            return tl::make_unexpected(
                invalidField("updateMask", "of usesMax, validFrom, validUntil"));
        }
    }
    if (!out.usesMax && !out.validFrom && !out.validUntil) {
        return tl::make_unexpected(invalidField("updateMask", "at least one field"));
    }
    if (out.usesMax && *out.usesMax < 0) {
        return tl::make_unexpected(invalidField("usesMax", "at least 0"));
    }
    if (out.validFrom && out.validUntil && *out.validFrom >= *out.validUntil) {
        return tl::make_unexpected(invalidField("validUntil", "after validFrom"));
    }
    return out;
}

}  // namespace tessera::api
