// SPDX-License-Identifier: Apache-2.0
// A season as an organiser writes it down: venues with their events, prices by category, days from
// today, times by the clock on the wall. season/README.md describes the file.
//
// Pure; thread-safe.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "tools/admin/local_time.h"
#include "tools/admin/plan_names.h"

namespace tessera::admin {

struct SeasonEvent {
    std::string name;
    std::string plan;  // A file of the folder that plans are in: "club-mosaik.json".
    int inDays = 0;
    LocalTime at;
    std::optional<int> opensInMinutes;  // None: sells at once.
    bool soldOut = false;
    int partyMax = 10;      // Places in one order.
    nlohmann::json fields;  // As in the file, with those that the venue gives to all its events.
};

struct SeasonVenue {
    std::string name;
    std::string city;
    std::string countryCode;
    std::string timeZone;
    std::vector<SeasonEvent> events;
};

struct Season {
    std::vector<SeasonVenue> venues;
};

// An Error names the venue or event that is wrong, and the field.
Result<Season> readSeason(std::string_view text);

// The event's rules as the API takes them. An Error for a category, section or area that the plan
// does not have, and for a time zone that nobody knows.
Result<nlohmann::json> eventConfig(const SeasonEvent& event, const std::string& timeZone,
                                   const PlanNames& plan, Instant now);

}  // namespace tessera::admin
