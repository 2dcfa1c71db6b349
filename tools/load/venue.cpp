// SPDX-License-Identifier: Apache-2.0
#include "tools/load/venue.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

namespace tessera::load {
namespace {

using nlohmann::json;

constexpr double kAisle = 1.6;

struct Spot {
    double x = 0;
    double y = 0;
};

double between(Spot a, Spot b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double numberOr(const json& object, const char* name, double other) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number() ? found->get<double>() : other;
}

void markAisles(const std::vector<Spot>& spots, std::int32_t first, std::vector<VenueSeat>& seats) {
    std::vector<double> spacings;
    for (std::size_t i = 1; i < spots.size(); ++i) {
        const double spacing = between(spots[i - 1], spots[i]);
        if (spacing > 0) spacings.push_back(spacing);
    }
    if (spacings.size() < 2) return;
    std::vector<double> sorted = spacings;
    std::sort(sorted.begin(), sorted.end());
    const double median = sorted[(sorted.size() - 1) / 2];
    for (std::size_t i = 1; i < spots.size(); ++i) {
        if (between(spots[i - 1], spots[i]) > kAisle * median) {
            seats[static_cast<std::size_t>(first) + i].gapBefore = true;
        }
    }
}

void readRow(const json& row, Spot focal, Venue& venue) {
    std::vector<Spot> spots;
    const auto first = static_cast<std::int32_t>(venue.seats.size());
    Spot middle;
    for (const json& seat : row.value("seats", json::array())) {
        const std::string kind = seat.value("kind", "ORDINARY");
        venue.seats.push_back({kind == "ORDINARY", false, kind == "WHEELCHAIR"});
        spots.push_back({numberOr(seat, "x", 0), numberOr(seat, "y", 0)});
        middle.x += spots.back().x;
        middle.y += spots.back().y;
    }
    if (spots.empty()) return;
    middle.x /= static_cast<double>(spots.size());
    middle.y /= static_cast<double>(spots.size());
    markAisles(spots, first, venue.seats);
    venue.rows.push_back({first, static_cast<std::int32_t>(spots.size()), between(middle, focal)});
}

}  // namespace

std::int64_t Venue::places() const {
    return std::accumulate(areaCapacities.begin(), areaCapacities.end(),
                           static_cast<std::int64_t>(seats.size()));
}

Result<Venue> readVenue(std::string_view text) {
    const json layout = json::parse(text, nullptr, false);
    if (!layout.is_object()) return failure("the layout is no JSON object");
    Venue venue;
    const json point = layout.value("focalPoint", json::object());
    const Spot focal{numberOr(point, "x", 0), numberOr(point, "y", 0)};
    for (const json& section : layout.value("sections", json::array())) {
        for (const json& row : section.value("rows", json::array())) readRow(row, focal, venue);
    }
    for (const json& area : layout.value("areas", json::array())) {
        venue.areaCapacities.push_back(static_cast<std::int32_t>(numberOr(area, "capacity", 0)));
    }
    std::stable_sort(venue.rows.begin(), venue.rows.end(),
                     [](const VenueRow& a, const VenueRow& b) { return a.distance < b.distance; });
    if (venue.places() == 0) return failure("the layout has no places");
    return venue;
}

}  // namespace tessera::load
