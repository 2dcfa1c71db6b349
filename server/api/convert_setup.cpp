// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_setup.h"

#include <set>
#include <utility>

#include "server/api/convert_common.h"
#include "server/api/convert_event.h"
#include "server/api/reasons.h"
#include "server/tickets/local_text.h"

namespace tessera::api {
namespace {

using app::Answer;

constexpr int kPaintedMax = 100;
constexpr std::size_t kNameBytesMax = 200;

std::string placeOf(std::string_view list, int index, std::string_view field) {
    std::string out(list);
    out.append("[").append(std::to_string(index)).append("].").append(field);
    return out;
}

std::optional<app::Problem> readCategories(const v1::PaintLayoutRequest& request,
                                           setup::Painting& out) {
    if (request.categories().empty() || request.categories_size() > kPaintedMax) {
        return invalidField("categories", "1 to 100");
    }
    std::set<std::string> names;
    for (int i = 0; i < request.categories_size(); ++i) {
        const auto& each = request.categories(i);
        if (each.category_no() != i) {
            return invalidField(placeOf("categories", i, "categoryNo"),
                                "dense from 0 in this order");
        }
        if (each.name().empty() || each.name().size() > 100 || !names.insert(each.name()).second) {
            return invalidField(placeOf("categories", i, "name"), "1 to 100 bytes, each name once");
        }
        if (each.color().size() > 40) {
            return invalidField(placeOf("categories", i, "color"), "at most 40 bytes");
        }
        out.categories.push_back({each.name(), each.color()});
    }
    return std::nullopt;
}

app::Problem categoryUnknown(std::string field) {
    return refuse("CATEGORY_UNKNOWN", "None of the new categories.", {{"field", field}});
}

std::optional<app::Problem> readRuns(const v1::PaintLayoutRequest& request, setup::Painting& out) {
    std::int64_t end = 0;
    for (int i = 0; i < request.runs_size(); ++i) {
        const auto& run = request.runs(i);
        if (run.first_seat_no() < 0 || run.first_seat_no() >= engine::kSeatsMax) {
            return refuse("SEAT_UNKNOWN", "The layout has no such seat.",
                          {{"field", placeOf("runs", i, "firstSeatNo")}});
        }
        if (run.first_seat_no() < end) {
            return invalidField(placeOf("runs", i, "firstSeatNo"), "ascending, not overlapping");
        }
        if (run.count() < 1 || run.count() > engine::kSeatsMax) {
            return invalidField(placeOf("runs", i, "count"), "1 to 200000");
        }
        if (run.category_no() < 0 || run.category_no() >= request.categories_size()) {
            return categoryUnknown(placeOf("runs", i, "categoryNo"));
        }
        end = std::int64_t{run.first_seat_no()} + run.count();
        out.runs.push_back({SeatNo{run.first_seat_no()}, run.count(),
                            CategoryNo(static_cast<std::int16_t>(run.category_no()))});
    }
    return std::nullopt;
}

std::optional<app::Problem> readAreas(const v1::PaintLayoutRequest& request, setup::Painting& out) {
    std::set<std::int32_t> numbers;
    for (int i = 0; i < request.areas_size(); ++i) {
        const auto& area = request.areas(i);
        if (area.area_no() < 0 || area.area_no() > INT16_MAX) {
            return refuse("AREA_UNKNOWN", "The layout has no such area.",
                          {{"field", placeOf("areas", i, "areaNo")}});
        }
        if (!numbers.insert(area.area_no()).second) {
            return invalidField(placeOf("areas", i, "areaNo"), "each area once");
        }
        if (area.category_no() < 0 || area.category_no() >= request.categories_size()) {
            return categoryUnknown(placeOf("areas", i, "categoryNo"));
        }
        out.areas.push_back({AreaNo(static_cast<std::int16_t>(area.area_no())),
                             CategoryNo(static_cast<std::int16_t>(area.category_no()))});
    }
    return std::nullopt;
}

// Everything in a config that is set by time, but for when it begins.
void moveTimes(v1::EventConfig& config, const tickets::ClockMove& move) {
    const auto shift = [&](bool there, google::protobuf::Timestamp* time) {
        if (there) setTime(time, tickets::moved(toInstant(*time), move));
    };
    if (config.has_sale_windows()) {
        auto& windows = *config.mutable_sale_windows();
        if (windows.has_presale_opens_at()) shift(true, windows.mutable_presale_opens_at());
        if (windows.has_opens_at()) shift(true, windows.mutable_opens_at());
        if (windows.has_closes_at()) shift(true, windows.mutable_closes_at());
    }
    if (config.has_companion_release_time()) shift(true, config.mutable_companion_release_time());
    if (config.has_after_sale()) {
        auto& rules = *config.mutable_after_sale();
        if (rules.has_returns_until()) shift(true, rules.mutable_returns_until());
        if (rules.has_exchanges_until()) shift(true, rules.mutable_exchanges_until());
        if (rules.has_transfers_until()) shift(true, rules.mutable_transfers_until());
    }
    for (auto& allocation : *config.mutable_allocations()) {
        if (allocation.has_release_time()) shift(true, allocation.mutable_release_time());
    }
}

Answer<store::EventCopy> toCopy(v1::EventConfig config, Instant startsAt, const ShownEvent& event) {
    const store::EventRow& source = event.answer.row;
    moveTimes(config, {source.startsAt, startsAt, event.answer.venue.timeZone});
    setTime(config.mutable_starts_at(), startsAt);
    auto terms = toTerms(config, event.layout->layout->categories());
    if (!terms) return tl::make_unexpected(terms.error());
    store::EventCopy copy;
    copy.row.venue = source.venue;
    copy.row.layout = source.layout;
    copy.row.title = config.name();
    copy.row.city = source.city;
    copy.row.startsAt = startsAt;
    copy.row.sale = terms->sale;
    copy.row.document = toDocument(std::move(config));
    copy.terms = std::move(*terms);
    return copy;
}

}  // namespace

Answer<store::VenueChange> toVenueChange(const v1::UpdateVenueRequest& request) {
    const v1::Venue& venue = request.venue();
    const auto id = parseVenueId(venue.venue(), "venue.venue");
    if (!id) return tl::make_unexpected(id.error());
    store::VenueChange out;
    out.id = *id;
    const auto& paths = request.update_mask().paths();
    for (const std::string& path : paths) {
        if (path == "name") {
            out.name = venue.name();
        } else if (path == "city") {
            out.city = venue.city();
        } else if (path == "country_code") {
            out.country = venue.country_code();
        } else if (path == "time_zone") {
            out.timeZone = venue.time_zone();
        } else {
            return tl::make_unexpected(
                invalidField("updateMask", "of name, city, country_code, time_zone"));
        }
    }
    if (paths.empty()) {
        out = {*id, venue.name(), venue.city(), venue.country_code(), venue.time_zone()};
    }
    if (auto wrong = wrongOf(out, "venue.")) return tl::make_unexpected(std::move(*wrong));
    return out;
}

v1::LayoutSummary toProto(const store::LayoutUse& use) {
    v1::LayoutSummary out;
    out.set_layout(encodePublicId(use.row.id.value));
    out.set_venue(encodePublicId(use.row.venue.value));
    out.set_version(use.row.version);
    out.set_name(use.row.name);
    out.set_seat_count(use.row.seats);
    out.set_event_count(use.events);
    if (use.createdAt != Instant{}) setTime(out.mutable_create_time(), use.createdAt);
    return out;
}

v1::EventCode toProto(EventId event, const engine::Code& code) {
    v1::EventCode out;
    out.set_code_id(encodePublicId(event, code.id.value));
    out.set_event(encodePublicId(event.value));
    out.set_code(code.text);
    if (code.discount == engine::DiscountKind::AmountPerTicket) {
        out.set_amount_off_minor_units(code.amount.minor);
    } else if (code.discount == engine::DiscountKind::Percent) {
        out.set_rate_off_ppm(code.rate.ppm);
    }
    out.set_uses_max(code.usesMax);
    out.set_uses(code.uses);
    if (code.validFrom != Instant{}) setTime(out.mutable_valid_from(), code.validFrom);
    if (code.validUntil != Instant::never()) setTime(out.mutable_valid_until(), code.validUntil);
    out.set_presale(code.opensPresale);
    for (const CategoryNo category : code.categories) out.add_category_nos(category.value);
    out.set_allocation_no(code.unlocks.value);
    return out;
}

Answer<setup::Painting> toPainting(const v1::PaintLayoutRequest& request) {
    setup::Painting out;
    if (request.name().size() > kNameBytesMax) {
        return tl::make_unexpected(invalidField("name", "at most 200 bytes"));
    }
    auto problem = readCategories(request, out);
    if (!problem) problem = readRuns(request, out);
    if (!problem) problem = readAreas(request, out);
    if (problem) return tl::make_unexpected(std::move(*problem));
    return out;
}

Answer<setup::CopyWish> toCopies(const v1::CopyEventRequest& request, const ShownEvent& event) {
    if (request.starts_at().empty() ||
        request.starts_at_size() > static_cast<int>(setup::kCopiesMax)) {
        return tl::make_unexpected(invalidField("startsAt", "1 to 60"));
    }
    if (request.name().size() > kNameBytesMax) {
        return tl::make_unexpected(invalidField("name", "at most 200 bytes"));
    }
    v1::EventConfig config = event.config;
    if (!request.name().empty()) config.set_name(request.name());
    setup::CopyWish wish;
    std::set<Instant> times;
    for (const auto& time : request.starts_at()) {
        const Instant startsAt = toInstant(time);
        if (!times.insert(startsAt).second) {
            return tl::make_unexpected(invalidField("startsAt", "each time once"));
        }
        auto copy = toCopy(config, startsAt, event);
        if (!copy) return tl::make_unexpected(copy.error());
        wish.copies.push_back(std::move(*copy));
    }
    wish.source = event.answer;
    wish.layout = event.layout->layout;
    wish.withCodes = request.with_codes();
    wish.withAllocations = request.with_allocations();
    return wish;
}

}  // namespace tessera::api
