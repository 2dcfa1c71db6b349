// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_event.h"

#include <algorithm>

#include "google/protobuf/util/field_mask_util.h"
#include "server/api/convert_common.h"
#include "server/api/convert_disruption.h"
#include "server/api/json_values.h"
#include "server/api/json_writer.h"
#include "server/api/reasons.h"
#include "server/engine/pricing.h"

namespace tessera::api {
namespace {

using app::Answer;

// One ticket all-in by these terms; nothing where it is not sold.
std::optional<Money> allIn(const engine::EventTerms& terms, const v1::Price& price) {
    if (price.category_no() < 0 || price.category_no() > INT16_MAX) return std::nullopt;
    if (price.ticket_type_no() < 0 || price.ticket_type_no() > INT16_MAX) return std::nullopt;
    const engine::PricedItem item{CategoryNo(static_cast<std::int16_t>(price.category_no())),
                                  TicketTypeNo(static_cast<std::int16_t>(price.ticket_type_no()))};
    const auto quote = engine::quoteFor(terms, std::span(&item, 1), nullptr);
    if (!quote) return std::nullopt;
    Money sum;
    for (const auto& line : quote->lines) {
        if (line.item >= 0 && !line.included) sum += line.amount;
    }
    return sum;
}

bool isUpperLetters(std::string_view text, std::size_t count) {
    return text.size() == count &&
           text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

bool isDisrupted(const app::EventAnswer& answer) {
    return answer.row.disruption.kind != engine::DisruptionKind::None;
}

app::Problem conflict(std::string_view message, engine::SaleState state) {
    return refuse("SALE_STATE_CONFLICT", message,
                  {{"sale_state", v1::SaleState_Name(fromSaleState(state))}});
}

}  // namespace

std::string toDocument(v1::EventConfig config) {
    for (auto& price : *config.mutable_prices()) price.clear_all_in();
    return toJson(config);
}

Answer<v1::EventConfig> merged(const v1::EventConfig& before,
                               const v1::UpdateEventRequest& update) {
    using google::protobuf::util::FieldMaskUtil;
    if (update.update_mask().paths().empty()) {
        return tl::make_unexpected(invalidField("updateMask", "at least one field"));
    }
    for (const auto& path : update.update_mask().paths()) {
        const auto* field = v1::EventConfig::descriptor()->FindFieldByName(path);
        if (field == nullptr) {
            return tl::make_unexpected(invalidField("updateMask", "names of fields of the config"));
        }
    }
    v1::EventConfig out = before;
    FieldMaskUtil::MergeOptions options;
    options.set_replace_message_fields(true);
    options.set_replace_repeated_fields(true);
    FieldMaskUtil::MergeMessageTo(update.config(), update.update_mask(), options, &out);
    const auto fixed = [](std::string_view field) {
        return tl::make_unexpected(
            refuse("CONFIG_FIXED", "This is fixed once the event exists.", {{"field", field}}));
    };
    if (out.currency_code() != before.currency_code()) return fixed("config.currencyCode");
    if (out.ticket_types_size() < before.ticket_types_size()) return fixed("config.ticketTypes");
    return out;
}

v1::Venue toProto(const store::VenueRow& venue) {
    v1::Venue out;
    out.set_venue(encodePublicId(venue.id.value));
    out.set_name(venue.name);
    out.set_city(venue.city);
    out.set_country_code(venue.country);
    out.set_time_zone(venue.timeZone);
    return out;
}

std::optional<app::Problem> wrongOf(const store::VenueChange& change, const std::string& before) {
    const auto wrong = [&](const char* field, std::string_view constraint) {
        return invalidField(before + field, constraint);
    };
    const auto isOfLength = [](const std::string& text, std::size_t most) {
        return !text.empty() && text.size() <= most;
    };
    if (change.name && !isOfLength(*change.name, 200)) return wrong("name", "1 to 200 bytes");
    if (change.city && !isOfLength(*change.city, 100)) return wrong("city", "1 to 100 bytes");
    if (change.country && !change.country->empty() && !isUpperLetters(*change.country, 2)) {
        return wrong("countryCode", "two capital letters");
    }
    if (!change.timeZone) return std::nullopt;
    const std::string& zone = *change.timeZone;
    // Area/Location of the IANA database, and UTC.
    const bool named = isOfLength(zone, 64) && zone.front() != '/' &&
                       zone.find("..") == std::string::npos &&
                       zone.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789_+-/") == std::string::npos;
    if (!named) return wrong("timeZone", "an IANA name");
    return std::nullopt;
}

Answer<store::VenueRow> toVenue(const v1::CreateVenueRequest& request) {
    const store::VenueChange all = {
        {}, request.name(), request.city(), request.country_code(), request.time_zone()};
    if (auto wrong = wrongOf(all, {})) return tl::make_unexpected(std::move(*wrong));
    return store::VenueRow{{}, *all.name, *all.city, *all.country, *all.timeZone};
}

v1::Event toProto(const app::EventAnswer& answer, Instant serverTime) {
    v1::Event out;
    out.set_event(encodePublicId(answer.row.id.value));
    *out.mutable_venue() = toProto(answer.venue);
    out.set_layout(encodePublicId(answer.row.layout.value));
    *out.mutable_config() = configOf(answer.row);
    if (const auto terms = toTerms(out.config(), std::nullopt)) {
        for (auto& price : *out.mutable_config()->mutable_prices()) {
            if (const auto sum = allIn(*terms, price)) {
                setMoney(price.mutable_all_in(), *sum, terms->currency);
            }
        }
    }
    out.set_sale_state(fromSaleState(answer.row.sale));
    setTime(out.mutable_server_time(), serverTime);
    if (isDisrupted(answer)) setDisruption(answer.row.disruption, out.mutable_disruption());
    return out;
}

v1::EventSummary toSummary(const app::EventAnswer& answer) {
    const auto config = configOf(answer.row);
    v1::EventSummary out;
    out.set_event(encodePublicId(answer.row.id.value));
    out.set_name(config.name());
    out.set_venue_name(answer.venue.name);
    out.set_city(answer.venue.city);
    out.set_time_zone(answer.venue.timeZone);
    setTime(out.mutable_starts_at(), answer.row.startsAt);
    out.set_sale_state(fromSaleState(answer.row.sale));
    out.set_image_url(config.image_url());
    if (isDisrupted(answer)) setDisruption(answer.row.disruption, out.mutable_disruption());
    if (config.sale_windows().has_opens_at()) {
        *out.mutable_opens_at() = config.sale_windows().opens_at();
    }
    const auto terms = toTerms(config, std::nullopt);
    if (!terms) return out;
    std::optional<Money> lowest;
    for (const auto& price : config.prices()) {
        const auto sum = allIn(*terms, price);
        if (sum && (!lowest || *sum < *lowest)) lowest = sum;
    }
    if (lowest) setMoney(out.mutable_price_from(), *lowest, terms->currency);
    return out;
}

app::TermsJudge saleJudge(v1::SaleState wanted) {
    return [wanted](const engine::EventTerms& terms) -> std::optional<app::Problem> {
        if (wanted == v1::CLOSED && terms.sale == engine::SaleState::Draft) {
            return conflict("A draft has no sale to close.", terms.sale);
        }
        const bool priced = std::any_of(terms.prices.begin(), terms.prices.end(),
                                        [](const auto& price) { return price.has_value(); });
        if (wanted == v1::OPEN && !priced) {
            return conflict("Nothing has a price.", terms.sale);
        }
        return std::nullopt;
    };
}

}  // namespace tessera::api
