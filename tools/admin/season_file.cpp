// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/season_file.h"

#include <array>

#include "tools/admin/json_fields.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

constexpr int kDaysMax = 3650;
constexpr int kPartyMax = 100;
constexpr int kMinutesMax = 7 * 24 * 60;

// What the API takes as it stands in the file.
constexpr std::array kAsWritten{"name",  "description", "currencyCode", "fees",
                                "taxes", "terms",       "imageUrl"};

tl::unexpected<Error> wrong(const std::string& event, const std::string& field) {
    return failure(event + ": " + field);
}

Result<SeasonEvent> readEvent(json fields) {
    SeasonEvent event;
    event.name = textOf(fields, "name");
    if (event.name.empty()) return failure("an event without a name");
    event.plan = textOf(fields, "plan");
    // A name in the folder of plans, no way out of it.
    if (event.plan.empty() || event.plan.find('/') != std::string::npos) {
        return wrong(event.name, "plan is the name of a file in the folder of plans");
    }
    event.inDays = numberOf(fields, "inDays");
    if (event.inDays < 1 || event.inDays > kDaysMax) return wrong(event.name, "inDays: 1 to 3650");
    const auto at = parseLocalTime(textOf(fields, "at"));
    if (!at) return wrong(event.name, "at is a time such as 19:30");
    event.at = *at;
    if (fields.contains("opensInMinutes")) {
        event.opensInMinutes = numberOf(fields, "opensInMinutes");
        if (*event.opensInMinutes < 1 || *event.opensInMinutes > kMinutesMax) {
            return wrong(event.name, "opensInMinutes: 1 to 10080");
        }
    }
    if (fields.contains("partyMax")) event.partyMax = numberOf(fields, "partyMax");
    if (event.partyMax < 1 || event.partyMax > kPartyMax) {
        return wrong(event.name, "partyMax: 1 to 100");
    }
    event.soldOut = fields.value("soldOut", json(false)) == true;
    if (listOf(fields, "ticketTypes").empty()) return wrong(event.name, "ticketTypes is missing");
    event.fields = std::move(fields);
    return event;
}

Result<SeasonVenue> readVenue(const json& fields) {
    SeasonVenue venue;
    venue.name = textOf(fields, "name");
    venue.city = textOf(fields, "city");
    venue.countryCode = textOf(fields, "countryCode");
    venue.timeZone = textOf(fields, "timeZone");
    if (venue.name.empty() || venue.city.empty() || venue.timeZone.empty()) {
        return failure("venue '" + venue.name + "' needs name, city and timeZone");
    }
    for (const json& own : listOf(fields, "events")) {
        json all = fields.value("eachEvent", json::object());
        if (!all.is_object() || !own.is_object()) return wrong(venue.name, "events are objects");
        all.update(own);
        auto event = readEvent(std::move(all));
        if (!event) return tl::unexpected(event.error());
        venue.events.push_back(std::move(*event));
    }
    return venue;
}

json ticketTypes(const json& names) {
    json types = json::array();
    for (const json& name : names) {
        types.push_back({{"ticketTypeNo", types.size()}, {"name", name}});
    }
    return types;
}

// A null is a type that its category does not sell.
Result<json> prices(const SeasonEvent& event, const PlanNames& plan) {
    json out = json::array();
    const json written = event.fields.value("prices", json::object());
    for (const auto& [category, amounts] : written.items()) {
        const auto numbers = numbersOf(plan.categories, category);
        if (numbers.empty()) return wrong(event.name, "no category is called " + category);
        if (!amounts.is_array()) return wrong(event.name, "a list of prices for " + category);
        for (std::size_t type = 0; type < amounts.size(); ++type) {
            if (amounts[type].is_null()) continue;
            out.push_back({{"categoryNo", numbers.front()},
                           {"ticketTypeNo", type},
                           {"minorUnits", amounts[type]}});
        }
    }
    return out;
}

Result<json> numbersOfAll(const SeasonEvent& event, const json& wanted,
                          const std::vector<std::string>& names) {
    json out = json::array();
    for (const json& one : wanted) {
        const std::string name = one.is_string() ? one.get<std::string>() : one.dump();
        const auto numbers = numbersOf(names, name);
        if (numbers.empty()) return wrong(event.name, "the plan has nothing called " + name);
        for (const int number : numbers) out.push_back(number);
    }
    return out;
}

Result<json> entrances(const SeasonEvent& event, const PlanNames& plan) {
    json out = json::array();
    for (const json& entrance : listOf(event.fields, "entrances")) {
        auto sections = numbersOfAll(event, listOf(entrance, "sections"), plan.sections);
        if (!sections) return sections;
        auto areas = numbersOfAll(event, listOf(entrance, "areas"), plan.areas);
        if (!areas) return areas;
        out.push_back({{"name", textOf(entrance, "name")},
                       {"sectionNos", std::move(*sections)},
                       {"areaNos", std::move(*areas)}});
    }
    return out;
}

}  // namespace

Result<Season> readSeason(std::string_view text) {
    const json file = json::parse(text, nullptr, false);
    if (!file.is_object()) return failure("the season is no JSON object");
    Season season;
    for (const json& fields : listOf(file, "venues")) {
        auto venue = readVenue(fields);
        if (!venue) return tl::unexpected(venue.error());
        season.venues.push_back(std::move(*venue));
    }
    return season;
}

Result<json> eventConfig(const SeasonEvent& event, const std::string& timeZone,
                         const PlanNames& plan, Instant now) {
    const auto startsAt = localInstant(event.at, event.inDays, timeZone, now);
    if (!startsAt) return wrong(event.name, "nobody knows the time zone " + timeZone);
    auto priced = prices(event, plan);
    if (!priced) return priced;
    auto ways = entrances(event, plan);
    if (!ways) return ways;
    json config{{"startsAt", toRfc3339(*startsAt)},
                {"ticketTypes", ticketTypes(event.fields["ticketTypes"])},
                {"prices", std::move(*priced)},
                {"entrances", std::move(*ways)},
                {"limits", {{"perOrder", event.partyMax}}}};
    for (const char* name : kAsWritten) {
        if (event.fields.contains(name)) config[name] = event.fields[name];
    }
    if (const int minutes = numberOf(event.fields, "runningMinutes"); minutes > 0) {
        config["runningTime"] = std::to_string(minutes * 60LL) + "s";
    }
    if (event.opensInMinutes) {
        const Instant opens = now + Duration::ofMinutes(*event.opensInMinutes);
        config["saleWindows"] = {{"opensAt", toRfc3339(opens)}};
    }
    return config;
}

}  // namespace tessera::admin
