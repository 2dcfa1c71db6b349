// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/run/venue.h"

#include <string>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr std::int16_t kCategories = 2;
constexpr std::int16_t kTypes = 2;
constexpr std::int64_t kQuietMax = 2;

std::shared_ptr<const engine::Layout> makeLayout(Random& random) {
    engine::Layout::Parts parts;
    parts.categories = kCategories;
    const auto rows = static_cast<std::int32_t>(random.between(1, 6));
    parts.focal = {6, -5};
    for (std::int32_t r = 0; r < rows; ++r) {
        const auto first = static_cast<std::int32_t>(parts.seats.size());
        const auto count = static_cast<std::int32_t>(random.between(4, 14));
        parts.rows.push_back({SeatNo{first}, count, r / 3});
        const bool accessible = random.chance(300000);
        for (std::int32_t s = 0; s < count; ++s) {
            engine::LayoutSeat seat;
            seat.position = {static_cast<float>(s), static_cast<float>(r)};
            seat.row = r;
            seat.category = CategoryNo{static_cast<std::int16_t>(r % kCategories)};
            seat.gapBefore = s > 0 && random.chance(60000);
            if (accessible && s < 2) {
                seat.wheelchair = s == 0;
                seat.companion = SeatNo{first + 1 - s};
            }
            parts.seats.push_back(seat);
        }
    }
    if (random.chance(600000)) {
        const auto capacity = static_cast<std::int32_t>(random.between(3, 40));
        parts.areas.push_back({CategoryNo{0}, capacity, {0, 100}});
    }
    TESSERA_CHECK(!engine::Layout::faultOf(parts));
    return engine::Layout::make(std::move(parts));
}

engine::EventTerms makeTerms(Random& random, Instant now) {
    engine::EventTerms terms;
    terms.currency = *parseCurrency("EUR");
    terms.ticketTypes = kTypes;
    terms.prices = {Money{5000}, Money{2500}, Money{3000}, std::nullopt};
    if (random.chance(150000)) terms.prices[2] = Money{0};
    if (random.chance(500000)) {
        terms.fees.push_back({engine::FeeKind::PerOrder, Money{199}, {}});
        terms.fees.push_back({engine::FeeKind::PerTicket, Money{75}, {}});
    }
    terms.sale = engine::SaleState::Open;
    terms.holdFor = random.between(Duration::ofSeconds(15), Duration::ofMinutes(5));
    terms.payWithin = random.between(Duration::ofSeconds(40), Duration::ofMinutes(8));
    terms.unpaidWithin = random.between(Duration::ofMinutes(1), Duration::ofMinutes(15));
    terms.maxPerOrder = static_cast<std::int32_t>(random.between(2, 8));
    if (random.chance(300000)) terms.maxPerBuyer = static_cast<std::int32_t>(random.between(2, 8));
    terms.noOrphans = random.chance(500000);
    if (random.chance(700000)) {
        terms.afterSale.returnsUntil =
            now + random.between(Duration::ofMinutes(1), Duration::ofMinutes(30));
        if (random.chance(600000))
            terms.afterSale.returnFee = Rate{static_cast<std::int32_t>(random.between(1, 300'000))};
    }
    // By what is drawn already: half of the events, within the time that buyers come.
    if (terms.holdFor.micros % 2 == 0) {
        terms.releases.push_back({AllocationNo{1}, now + terms.holdFor});
    }
    return terms;
}

RequestId requestFor(std::int64_t number) {
    RequestId id;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

EventOnSale makeEvent(SimDatabase& database, VenueId venue, std::int64_t number, Random& random) {
    EventOnSale made{EventId{number}, makeLayout(random), makeTerms(random, database.clock())};
    store::LayoutRow layout;
    layout.id = LayoutId{number};
    layout.venue = venue;
    layout.seats = made.layout->seatCount();
    TESSERA_CHECK(
        database.catalog().createLayout(layout, requestFor(100 + number), {}).has_value());
    store::EventRow row;
    row.id = made.event;
    row.venue = venue;
    row.layout = layout.id;
    row.title = "An evening";
    row.startsAt = database.clock() + Duration::ofMinutes(60 * 24 * 30);
    row.sale = made.terms.sale;
    TESSERA_CHECK(
        database.createEvent(row, made.terms, made.layout, requestFor(number), {}).has_value());
    return made;
}

}  // namespace

std::vector<EventOnSale> makeEvents(SimDatabase& database, Random random) {
    std::vector<EventOnSale> events;
    const std::int64_t count = random.between(1, 5);
    const VenueId venue{900};
    TESSERA_CHECK(
        database.catalog()
            .createVenue({venue, "Hall", "Lyon", "FR", "Europe/Paris"}, requestFor(99), {})
            .has_value());
    for (std::int64_t i = 1; i <= count; ++i) {
        events.push_back(makeEvent(database, venue, i, random));
    }
    for (std::int64_t n = random.between(0, kQuietMax); n > 0; --n) {
        const auto number = static_cast<std::int64_t>(events.size()) + 1;
        events.push_back(makeEvent(database, venue, number, random));
        events.back().isQuiet = true;
    }
    return events;
}

}  // namespace tessera::simulation
