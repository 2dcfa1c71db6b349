// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/model/random_commands.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tests/engine/hall.h"

namespace tessera::engine {

Layout::Parts smallHouse() {
    Layout::Parts house;
    house.categories = 2;
    house.focal = {6.2F, -3};
    for (std::int32_t r = 0; r < 3; ++r) {
        house.rows.push_back({SeatNo{r * 12}, 12, 0});
        for (std::int32_t s = 0; s < 12; ++s) {
            LayoutSeat seat;
            seat.position = {static_cast<float>(s), static_cast<float>(r) * 1.5F};
            seat.row = r;
            seat.category = CategoryNo{static_cast<std::int16_t>(r == 0 ? 0 : 1)};
            seat.gapBefore = r == 1 && s == 7;
            house.seats.push_back(seat);
        }
    }
    const auto pair = [&](int place, int companion) {
        house.seats[static_cast<std::size_t>(place)].wheelchair = true;
        house.seats[static_cast<std::size_t>(place)].companion = SeatNo{companion};
        house.seats[static_cast<std::size_t>(companion)].companion = SeatNo{place};
    };
    pair(0, 1);
    pair(35, 34);
    house.areas.push_back({CategoryNo{0}, 6, {0, 50}});
    house.areas.push_back({CategoryNo{1}, 9, {10, 50}});
    return house;
}

EventTerms randomTerms(std::mt19937& random, Instant now) {
    const auto upTo = [&](int most) { return between(random, 0, most); };
    EventTerms terms = makeTerms();
    terms.ticketTypes = 3;
    terms.prices = {Money{5000}, Money{2500}, Money{0}, Money{3000 + upTo(99)},
                    Money{1500}, std::nullopt};
    if (upTo(3) == 0) terms.fees.push_back({FeeKind::PerTicket, Money{150}, {}});
    if (upTo(3) == 0) terms.fees.push_back({FeeKind::Percent, {}, Rate{53000}});
    if (upTo(3) == 0) terms.fees.push_back({FeeKind::PerOrder, Money{99}, {}});
    if (upTo(1) == 0) terms.taxes.push_back({Rate{70000}, upTo(1) == 0, true, upTo(1) == 0});
    terms.opensAt = now - Duration::ofSeconds(1);
    const int sale = upTo(19);
    if (sale == 0) terms.sale = SaleState::Draft;
    if (sale == 1) terms.sale = SaleState::Closed;
    if (sale == 2) terms.opensAt = now + Duration::ofMillis(upTo(8000) + 1);
    if (sale == 3) terms.closesAt = now + Duration::ofMillis(upTo(8000) + 1);
    if (sale == 2) terms.presaleOpensAt = now + Duration::ofMillis(upTo(2000));
    if (upTo(9) == 0) terms.channels = static_cast<std::uint8_t>(upTo(7));
    terms.holdFor = Duration::ofMillis(500 + upTo(4500));
    terms.payWithin = Duration::ofMillis(2000 + upTo(18000));
    terms.unpaidWithin = Duration::ofMillis(1000 + upTo(29000));
    terms.maxPerOrder = 3 + upTo(5);
    terms.maxPerBuyer = upTo(2) == 0 ? 0 : 4 + upTo(8);
    terms.noOrphans = upTo(1) == 0;
    if (upTo(2) == 0) terms.companionReleaseAt = now + Duration::ofMillis(upTo(6000));
    if (upTo(2) == 0) terms.focal = Point{static_cast<float>(upTo(11)), 20};
    return terms;
}

Instant RandomCommands::nextInstant(Instant now) {
    const int kind = upTo(99);
    if (kind < 45) return now;
    const Instant due = m_.nextDue();
    if (kind < 60 && due != Instant::never()) {
        // A deadline that is not there yet, and the last microsecond before it.
        if (kind < 56) return std::max(now, due - Duration::ofMicros(kind < 52 ? 0 : 1));
    }
    if (kind < 62) return now - Duration::ofMillis(5);
    if (kind < 97) return now + Duration::ofMicros(upTo(250000));
    return now + Duration::ofMillis(upTo(kind == 99 ? 40000 : 3000));
}

Command RandomCommands::next(Instant now) {
    const int kind = upTo(999);
    if (kind < 375) return hold();
    if (kind < 400) return reprice();
    if (kind < 520) return answer();
    if (kind < 560) return staleAnswer();
    if (kind < 680) {
        const ReservationId id = someReservation();
        return Checkout{id, callerFor(id), "A", "a@example.org", "en"};
    }
    if (kind < 760) {
        const ReservationId id = someReservation();
        return CancelReservation{id, callerFor(id)};
    }
    if (kind < 830) {
        const ReservationId id = someReservation();
        return ReadReservation{id, callerFor(id)};
    }
    if (kind < 880) {
        if (m_.orders.empty() || oneIn(8)) return ReadOrder{OrderId{77}, someCaller()};
        auto at = std::prev(m_.orders.end());
        for (int i = upTo(12); i > 0 && at != m_.orders.begin(); --i) --at;
        return ReadOrder{at->first, callerFor(at->second.reservation)};
    }
    if (kind < 940) return hint();
    if (kind < 955) return terms(now);
    if (kind < 975) return allocation();
    return kind < 988 ? code(now) : otherCode(now);
}

Caller RandomCommands::someCaller() {
    Caller caller = callerOf(1 + upTo(7));
    if (oneIn(4)) caller.channel = static_cast<Channel>(upTo(2));
    caller.privileged = oneIn(8);
    return caller;
}

std::string RandomCommands::someCode() {
    if (!oneIn(3)) return "";
    if (oneIn(8)) return "NOBODY";
    return "CODE-" + std::to_string(upTo(19));
}

TicketTypeNo RandomCommands::someType() {
    const int kind = upTo(59);
    const int type = kind == 0 ? 3 : kind == 1 ? -1 : kind < 6 ? 2 : kind % 2;
    return TicketTypeNo{static_cast<std::int16_t>(type)};
}

std::vector<TypeCount> RandomCommands::someCounts(int most) {
    std::vector<TypeCount> counts{{someType(), 1 + upTo(most - 1)}};
    if (oneIn(5)) counts.push_back({someType(), 1});
    if (oneIn(40)) counts = {{TicketTypeNo{0}, upTo(1) - 1}};
    if (oneIn(80)) counts.clear();
    return counts;
}

Command RandomCommands::hold() {
    HoldSeats hold;
    hold.caller = someCaller();
    hold.code = someCode();
    const int kind = upTo(9);
    if (kind < 5) return holdSeats(std::move(hold));
    return kind < 8 ? holdBest(std::move(hold)) : holdArea(std::move(hold));
}

Command RandomCommands::holdSeats(HoldSeats hold) {
    SeatSelection selection;
    const int count = oneIn(40) ? 0 : oneIn(30) ? 9 : 1 + upTo(3);
    int seat = upTo(35);
    for (int i = 0; i < count; ++i) {
        selection.picks.push_back({SeatNo{seat % 36}, someType()});
        seat += oneIn(6) ? 2 : 1;
    }
    if (oneIn(40) && count > 0) {
        selection.picks[0].seat = SeatNo{oneIn(2) ? -1 : oneIn(2) ? 36 : 99};
    }
    if (oneIn(40) && count > 1) selection.picks[1].seat = selection.picks[0].seat;
    if (oneIn(2)) std::reverse(selection.picks.begin(), selection.picks.end());
    hold.selection = std::move(selection);
    return hold;
}

Command RandomCommands::holdBest(HoldSeats hold) {
    BestSelection best;
    best.counts = someCounts(oneIn(20) ? 9 : 6);
    best.mustBeTogether = !oneIn(3);
    if (oneIn(2)) {
        best.categories.push_back(CategoryNo{static_cast<std::int16_t>(upTo(1))});
        if (oneIn(4)) best.categories.push_back(CategoryNo{static_cast<std::int16_t>(upTo(1))});
        if (oneIn(15))
            best.categories.push_back(CategoryNo{oneIn(2) ? std::int16_t{2} : std::int16_t{-1}});
    }
    if (oneIn(6)) best.wheelchairPlaces = upTo(3);
    hold.selection = std::move(best);
    return hold;
}

Command RandomCommands::holdArea(HoldSeats hold) {
    AreaSelection area;
    area.area = AreaNo{static_cast<std::int16_t>(oneIn(20) ? (oneIn(2) ? 2 : -1) : upTo(1))};
    area.counts = someCounts(4);
    hold.selection = std::move(area);
    return hold;
}

ReservationId RandomCommands::someReservation() {
    if (oneIn(20) || m_.reservations.empty()) return ReservationId{12345};
    if (oneIn(4) || m_.live.empty()) {
        auto at = std::prev(m_.reservations.end());
        for (int i = upTo(10); i > 0 && at != m_.reservations.begin(); --i) --at;
        return at->first;
    }
    auto at = std::prev(m_.live.end());
    for (int i = upTo(static_cast<int>(m_.live.size()) - 1); i > 0; --i) --at;
    return *at;
}

Caller RandomCommands::callerFor(ReservationId reservation) {
    const auto found = m_.reservations.find(reservation);
    if (found == m_.reservations.end() || oneIn(15)) return someCaller();
    return {found->second.buyer, found->second.channel, oneIn(10)};
}

Command RandomCommands::hint() {
    std::vector<AttemptId> ids{AttemptId{99}};
    for (const ReservationId id : m_.live) {
        const auto order = m_.orders.find(m_.reservations.at(id).order);
        if (order == m_.orders.end()) continue;
        for (const NaiveAttempt& attempt : order->second.attempts) {
            if (!attempt.isFinal() || oneIn(6)) ids.push_back(attempt.id);
        }
    }
    return HintProvider{ids[static_cast<std::size_t>(upTo(static_cast<int>(ids.size()) - 1))]};
}

Command RandomCommands::terms(Instant now) {
    EventTerms wish = randomTerms(random_, now);
    switch (upTo(19)) {
        case 0:
            wish.prices.pop_back();
            break;
        case 1:
            wish.maxPerOrder = oneIn(2) ? 0 : 101;
            break;
        case 2:
            wish.holdFor = {};
            break;
        case 3:
            wish.closesAt = wish.opensAt;
            break;
        case 4:
            wish.fees.resize(17);
            break;
        default:
            break;
    }
    return ChangeTerms{wish, "document"};
}

Command RandomCommands::allocation() {
    SetAllocation set;
    set.allocation = AllocationNo{static_cast<std::int16_t>(oneIn(3) ? 1 + upTo(1) : 0)};
    const int first = upTo(35);
    for (int i = upTo(3); i >= 0; --i) set.seats.push_back(SeatNo{(first + i) % 36});
    if (oneIn(20)) set.seats.push_back(SeatNo{36});
    if (oneIn(20)) set.seats.push_back(set.seats[0]);
    if (oneIn(20)) set.seats.clear();
    return set;
}

Command RandomCommands::code(Instant now) {
    Code made;
    made.text = "CODE-" + std::to_string(upTo(19));
    made.usesMax = oneIn(4) ? 0 : 1 + (oneIn(3) ? 1 : 0);
    made.discount = static_cast<DiscountKind>(upTo(2));
    if (made.discount == DiscountKind::Percent) made.rate = Rate{250000};
    if (made.discount == DiscountKind::AmountPerTicket) made.amount = Money{1800};
    if (oneIn(4)) made.validFrom = now + Duration::ofMillis(upTo(20000));
    if (oneIn(4))
        made.validUntil = std::max(now, made.validFrom) + Duration::ofMillis(1 + upTo(30000));
    made.opensPresale = oneIn(2);
    made.unlocks = AllocationNo{static_cast<std::int16_t>(upTo(2))};
    if (oneIn(3)) made.categories = {CategoryNo{1}};
    return CreateCode{made};
}

// Mostly of few uses, so that more have it than may.
Command RandomCommands::otherCode(Instant now) {
    if (m_.codes.empty() || oneIn(12)) return UpdateCode{CodeId{77}};
    const CodeId id = m_.codes[static_cast<std::size_t>(
                                   upTo(std::min<int>(static_cast<int>(m_.codes.size()) - 1, 19)))]
                          .id;
    if (oneIn(3)) return ReadCode{id};
    UpdateCode change{id};
    if (!oneIn(3)) change.usesMax = upTo(2);
    if (oneIn(4)) {
        change.validFrom = oneIn(2) ? Instant{} : now + Duration::ofMillis(upTo(3000));
    }
    // Withdrawn, for a while, or for good; or turned round, which is refused; or good again.
    if (oneIn(2)) change.validUntil = now + Duration::ofMillis(oneIn(3) ? 0 : upTo(9000));
    if (oneIn(4)) change.validUntil = Instant::never();
    if (oneIn(20)) change.usesMax = -1;
    return change;
}

Command RandomCommands::codeForTheHeap() {
    Code made;
    made.text = "HEAP-" + std::to_string(heap_++);
    return CreateCode{made};
}

}  // namespace tessera::engine
