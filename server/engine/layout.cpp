// SPDX-License-Identifier: Apache-2.0
#include "server/engine/layout.h"

#include <cmath>
#include <utility>

#include "shared/base/check.h"

namespace tessera::engine {
namespace {

bool isFinite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

std::string named(const char* what, std::size_t number, const char* fault) {
    return std::string(what) + " " + std::to_string(number) + " " + fault;
}

bool hasCategory(const Layout::Parts& parts, CategoryNo category) {
    return category.value >= 0 && category.value < parts.categories;
}

std::optional<std::string> faultOfWhole(const Layout::Parts& parts) {
    if (parts.seats.size() > static_cast<std::size_t>(kSeatsMax)) return "too many seats";
    if (parts.areas.size() > static_cast<std::size_t>(INT16_MAX)) return "too many areas";
    if (parts.seats.empty() && parts.areas.empty()) return "neither seats nor areas";
    if (parts.categories <= 0) return "no categories";
    if (!isFinite(parts.focal)) return "focal point is not finite";
    return std::nullopt;
}

std::optional<std::string> faultOfRows(const Layout::Parts& parts) {
    std::size_t next = 0;
    std::int32_t sections = 0;
    for (std::size_t r = 0; r < parts.rows.size(); ++r) {
        const LayoutRow& row = parts.rows[r];
        if (row.count <= 0) return named("row", r, "has no seats");
        if (row.first.value < 0 || static_cast<std::size_t>(row.first.value) != next) {
            return named("row", r, "does not begin where the row before it ends");
        }
        next += static_cast<std::size_t>(row.count);
        if (next > parts.seats.size()) return named("row", r, "ends after the last seat");
        if (row.section < 0 || row.section > sections) {
            return named("row", r, "has a section that is not dense");
        }
        if (row.section == sections) ++sections;
        for (std::size_t s = next - static_cast<std::size_t>(row.count); s < next; ++s) {
            if (parts.seats[s].row != static_cast<std::int32_t>(r)) {
                return named("seat", s, "names another row than the one that contains it");
            }
        }
    }
    if (next != parts.seats.size()) return named("seat", next, "is in no row");
    return std::nullopt;
}

std::optional<std::string> faultOfCompanion(const Layout::Parts& parts, std::size_t s) {
    const LayoutSeat& seat = parts.seats[s];
    if (seat.companion == kNoSeat) return std::nullopt;
    const std::int32_t other = seat.companion.value;
    if (other < 0 || static_cast<std::size_t>(other) >= parts.seats.size()) {
        return named("seat", s, "has a companion outside the layout");
    }
    const LayoutSeat& companion = parts.seats[static_cast<std::size_t>(other)];
    if (companion.companion.value != static_cast<std::int32_t>(s)) {
        return named("seat", s, "has a companion that is not mutual");
    }
    if (companion.row != seat.row) return named("seat", s, "has a companion in another row");
    if (companion.wheelchair == seat.wheelchair) {
        return named("seat", s, "is paired, but not a wheelchair place with an ordinary seat");
    }
    return std::nullopt;
}

std::optional<std::string> faultOfSeats(const Layout::Parts& parts) {
    for (std::size_t s = 0; s < parts.seats.size(); ++s) {
        const LayoutSeat& seat = parts.seats[s];
        if (!isFinite(seat.position)) return named("seat", s, "has a position that is not finite");
        if (!hasCategory(parts, seat.category)) return named("seat", s, "has no known category");
        if (auto fault = faultOfCompanion(parts, s)) return fault;
    }
    return std::nullopt;
}

std::optional<std::string> faultOfAreas(const Layout::Parts& parts) {
    std::int64_t places = 0;
    for (std::size_t a = 0; a < parts.areas.size(); ++a) {
        const LayoutArea& area = parts.areas[a];
        if (!hasCategory(parts, area.category)) return named("area", a, "has no known category");
        if (area.capacity < 1 || area.capacity > kAreaCapacityMax) {
            return named("area", a, "has a capacity out of range");
        }
        places += area.capacity;
        if (places > kAreaCapacityMax) return named("area", a, "brings too many places in all");
        if (!isFinite(area.center)) return named("area", a, "has a center that is not finite");
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> Layout::faultOf(const Parts& parts) {
    if (auto fault = faultOfWhole(parts)) return fault;
    if (auto fault = faultOfRows(parts)) return fault;
    if (auto fault = faultOfSeats(parts)) return fault;
    return faultOfAreas(parts);
}

std::shared_ptr<const Layout> Layout::make(Parts parts) {
    TESSERA_CHECK(!faultOf(parts));
    return std::shared_ptr<const Layout>(new Layout(std::move(parts)));
}

}  // namespace tessera::engine
