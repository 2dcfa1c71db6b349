// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/choice.h"

#include <algorithm>

namespace tessera::simulation {
namespace {

constexpr int kLooks = 10;  // So many runs are looked at before one is taken as it is.

}  // namespace

bool Chooser::isFree(SeatNo seat) const {
    const auto at = static_cast<std::size_t>(seat.value);
    return at >= map_.size() ||
           map_[at] == static_cast<std::uint8_t>(engine::SeatStatus::Available);
}

bool Chooser::seemsFull(std::int32_t places) const {
    if (map_.empty() || !event_.layout->areas().empty()) return false;
    return std::ranges::count(map_, static_cast<std::uint8_t>(engine::SeatStatus::Available)) <
           places;
}

// A companion's seat, which sells with its wheelchair place alone.
bool Chooser::needsAnother(SeatNo seat) const {
    const auto& there = event_.layout->seat(seat);
    return there.companion != engine::kNoSeat && !there.wheelchair;
}

bool Chooser::isRunFree(SeatNo first, std::int32_t places) const {
    const auto& layout = *event_.layout;
    if (!layout.contains(SeatNo{first.value + places - 1})) return false;
    for (std::int32_t i = 0; i < places; ++i) {
        const SeatNo seat{first.value + i};
        const auto& here = layout.seat(seat);
        if (!isFree(seat) || here.row != layout.seat(first).row) return false;
        if (i > 0 && here.gapBefore) return false;
        if (needsAnother(seat) && (i == 0 || here.companion.value != seat.value - 1)) return false;
    }
    return true;
}

// Of two rows the one further in front, mostly: everybody wants the same.
SeatNo Chooser::someRun(std::int32_t places) {
    const auto rows = event_.layout->rows();
    SeatNo first;
    for (int look = 0; look < kLooks; ++look) {
        const auto draw = [&] {
            return random_.between(0, static_cast<std::int64_t>(rows.size()) - 1);
        };
        const auto row = random_.chance(700000) ? std::min(draw(), draw()) : draw();
        const auto& there = rows[static_cast<std::size_t>(row)];
        const auto last = std::max(0, there.count - places);
        first = SeatNo{there.first.value + static_cast<std::int32_t>(random_.between(0, last))};
        if (isRunFree(first, places)) break;
    }
    return first;
}

// One that the category is sold as; the first if it is not sold at all.
TicketTypeNo Chooser::typeIn(CategoryNo category) {
    const auto types = event_.terms.ticketTypes;
    const auto start = random_.chance(700000) ? 0 : random_.between(0, types - 1);
    for (std::int16_t i = 0; i < types; ++i) {
        const auto type = static_cast<std::int16_t>((start + i) % types);
        const auto at = static_cast<std::size_t>(category.value * types + type);
        if (at < event_.terms.prices.size() && event_.terms.prices[at]) return TicketTypeNo{type};
    }
    return TicketTypeNo{0};
}

engine::SeatSelection Chooser::seatsFrom(SeatNo first, std::int32_t places) {
    const auto& layout = *event_.layout;
    engine::SeatSelection selection;
    for (std::int32_t i = 0; i < places; ++i) {
        const SeatNo seat{first.value + i};
        if (!layout.contains(seat) || layout.seat(seat).row != layout.seat(first).row) break;
        selection.picks.push_back({seat, typeIn(layout.seat(seat).category)});
    }
    return selection;
}

engine::BestSelection Chooser::best(std::int32_t places) {
    engine::BestSelection selection;
    const auto categories = event_.layout->categories();
    const auto category = CategoryNo{static_cast<std::int16_t>(
        random_.between(0, std::max<std::int64_t>(0, std::int64_t{categories} - 1)))};
    selection.counts.push_back({typeIn(category), places});
    if (random_.chance(600000)) selection.categories.push_back(category);
    selection.mustBeTogether = random_.chance(700000);
    if (random_.chance(40000)) {
        selection.wheelchairPlaces = static_cast<std::int32_t>(random_.between(1, places));
    }
    return selection;
}

std::optional<engine::AreaSelection> Chooser::area(std::int32_t places) {
    const auto areas = event_.layout->areas();
    if (areas.empty()) return std::nullopt;
    const auto no = random_.between(0, static_cast<std::int64_t>(areas.size()) - 1);
    const auto& area = areas[static_cast<std::size_t>(no)];
    engine::AreaSelection selection{AreaNo{static_cast<std::int16_t>(no)}, {}};
    const auto first = typeIn(area.category);
    const auto second = typeIn(area.category);
    if (places > 1 && second != first) {
        selection.counts = {{first, places - 1}, {second, 1}};
    } else {
        selection.counts = {{first, places}};
    }
    return selection;
}

engine::Selection Chooser::choose(const Wish& wish) {
    const bool noSeats = event_.layout->seatCount() == 0;
    if (noSeats || random_.chance(200000)) {
        if (auto places = area(wish.places)) return std::move(*places);
    }
    if (wish.isLate ? random_.chance(700000) : random_.chance(300000)) return best(wish.places);
    return seatsFrom(someRun(wish.places), wish.places);
}

engine::Selection Chooser::malformed() {
    switch (random_.between(0, 4)) {
        case 0:
            return engine::SeatSelection{};
        case 1: {
            const auto seat = SeatNo{0};
            return engine::SeatSelection{{{seat, {}}, {seat, {}}}};
        }
        case 2:
            return engine::SeatSelection{{{SeatNo{event_.layout->seatCount()}, {}}}};
        case 3:
            return engine::AreaSelection{
                AreaNo{static_cast<std::int16_t>(event_.layout->areas().size())},
                {{TicketTypeNo{0}, 1}}};
        default:
            return engine::BestSelection{
                {{TicketTypeNo{event_.terms.ticketTypes}, 1}}, {}, true, 0};
    }
}

}  // namespace tessera::simulation
