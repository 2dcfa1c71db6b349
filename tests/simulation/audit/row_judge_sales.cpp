// SPDX-License-Identifier: Apache-2.0
// A hold that was made is one that nothing refuses: the sale, its code, the limits, what is sold,
// and the rules for companion seats and single-seat gaps (DESIGN 4, errors.proto).
#include <algorithm>

#include "tests/simulation/audit/row_judge.h"

namespace tessera::simulation {
namespace {

using engine::ReservationState;
using engine::SeatStatus;

bool isSold(const engine::EventTerms& terms, CategoryNo category, TicketTypeNo type) {
    const auto cell = static_cast<std::size_t>(category.value * terms.ticketTypes + type.value);
    return type.value >= 0 && type.value < terms.ticketTypes && cell < terms.prices.size() &&
           terms.prices[cell].has_value();
}

// A row as docs/algorithms/best_available.md sees it: which seats are open, and which follow the
// one before without an aisle.
struct OpenRow {
    std::vector<bool> open;
    std::vector<bool> joined;

    bool hasOpenBeside(const std::vector<bool>& among, std::size_t i) const {
        return (i > 0 && joined[i] && among[i - 1]) ||
               (i + 1 < among.size() && joined[i + 1] && among[i + 1]);
    }
    // An open seat that had an open neighbour, and has none once these are taken.
    bool leavesGap(const std::vector<bool>& taken) const {
        std::vector<bool> left = open;
        for (std::size_t i = 0; i < left.size(); ++i) left[i] = open[i] && !taken[i];
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (left[i] && hasOpenBeside(open, i) && !hasOpenBeside(left, i)) return true;
        }
        return false;
    }
    // Whether so many neighbours could have been taken so that no gap is left.
    bool couldAvoid(std::size_t count) const {
        for (std::size_t first = 0; first + count <= open.size(); ++first) {
            std::vector<bool> taken(open.size(), false);
            bool runs = true;
            for (std::size_t i = first; i < first + count; ++i) {
                runs = runs && open[i] && (i == first || joined[i]);
                taken[i] = true;
            }
            if (runs && !leavesGap(taken)) return true;
        }
        return false;
    }
};

}  // namespace

void RowJudge::judgeSale(const engine::ReservationRow& row, const engine::HoldSeats& asked) {
    ++findings_.counters.sales;
    const engine::EventTerms& terms = f_.termsOf.at(row.termsVersion);
    judgeTermsOfSale(row, terms);
    judgeCode(row, asked);
    judgePlaces(row, terms);
    if (terms.noOrphans && std::holds_alternative<engine::SeatSelection>(asked.selection)) {
        picked_.push_back(row.id);
    }
    if (isLive(row.state)) lastOf_[row.buyer] = std::max(lastOf_[row.buyer], row.id);
}

// The sale's state and windows, the channel, how many in one order.
void RowJudge::judgeTermsOfSale(const engine::ReservationRow& row,
                                const engine::EventTerms& terms) {
    const bool inForce = f_.terms.any({now_ - 1, now_},
                                      [&](const auto& t) { return t.version == row.termsVersion; });
    const auto* code = findIn(f_.codes, row.code);
    const bool presale = code && code->code.opensPresale && row.createdAt >= terms.presaleOpensAt;
    const bool open = terms.sale == engine::SaleState::Open && row.createdAt < terms.closesAt &&
                      (row.createdAt >= terms.opensAt || presale) &&
                      (terms.channels >> static_cast<int>(row.channel) & 1) != 0;
    if (!inForce || !open) {
        fault(Check::S3, say("reservation ", row.id, " was made at ", row.createdAt,
                             " under terms ", row.termsVersion,
                             inForce ? ", which do not sell then" : ", which were not in force"));
    }
    if (placesIn(row) > terms.maxPerOrder) {
        fault(Check::S3, say("reservation ", row.id, " has ", placesIn(row), " places of at most ",
                             terms.maxPerOrder));
    }
}

// The code that was asked with, there and valid; how often it is used is judged with its uses.
void RowJudge::judgeCode(const engine::ReservationRow& row, const engine::HoldSeats& asked) {
    const CodeId* named = findIn(f_.codeOf, asked.code);
    const CodeId right = named ? *named : CodeId{};
    const auto* code = findIn(f_.codes, right);
    if (row.code != right || (!asked.code.empty() && !code)) {
        fault(Check::S3, say("reservation ", row.id, " has code ", row.code, ", asked with \"",
                             asked.code, "\", which is code ", right));
        return;
    }
    if (code && (row.createdAt < code->code.validFrom || row.createdAt >= code->code.validUntil)) {
        fault(Check::S3, say("reservation ", row.id, " was made at ", row.createdAt, " with code ",
                             right, ", which is not valid then"));
    }
}

// Each place is sold as its type, is nobody's allocation, and no companion seat is alone.
void RowJudge::judgePlaces(const engine::ReservationRow& row, const engine::EventTerms& terms) {
    const auto* code = findIn(f_.codes, row.code);
    const bool bound = row.createdAt < terms.companionReleaseAt;
    for (const auto& pick : row.seats) {
        if (!f_.layout.contains(pick.seat)) continue;
        const engine::LayoutSeat& place = f_.layout.seat(pick.seat);
        if (!isSold(terms, place.category, pick.type)) {
            fault(Check::S3, say("reservation ", row.id, " took seat ", pick.seat, " as type ",
                                 pick.type, ", as which it is not sold"));
        }
        const bool companion = !place.wheelchair && place.companion != engine::kNoSeat;
        const bool alone = companion && std::ranges::none_of(row.seats, [&](const auto& other) {
                               return other.seat == place.companion;
                           });
        if (bound && alone) {
            fault(Check::S3, say("reservation ", row.id, " took the companion seat ", pick.seat,
                                 " without its wheelchair place ", place.companion));
        }
        if (allocated_.contains(pick.seat)) continue;
        const auto allocation =
            f_.seats[static_cast<std::size_t>(pick.seat.value)].state.allocation;
        const bool unlocked = code && code->code.unlocks == allocation;
        if (allocation.value == 0 || unlocked || isReleased(allocation)) continue;
        fault(Check::S3,
              say("reservation ", row.id, " took seat ", pick.seat, " of allocation ", allocation));
    }
    for (const auto& line : row.areas) {
        if (!f_.layout.contains(line.area)) continue;
        const auto& area = f_.layout.areas()[static_cast<std::size_t>(line.area.value)];
        if (isSold(terms, area.category, line.type)) continue;
        fault(Check::S3, say("reservation ", row.id, " took places of area ", line.area,
                             " as type ", line.type, ", as which they are not sold"));
    }
}

// All that a buyer has after the batch, the latest of it had beside it when it was made. What was
// given back within the batch may have been in its way, and is not counted. Staff has no limit.
void RowJudge::judgeBuyers() {
    for (const auto& [buyer, id] : lastOf_) {
        const engine::ReservationRow& row = f_.reservations.at(id).row;
        const std::int32_t most = f_.termsOf.at(row.termsVersion).maxPerBuyer;
        const std::int32_t* places = f_.placesOf[buyer].at(now_);
        if (most == 0 || row.channel == engine::Channel::BoxOffice || *places <= most) continue;
        fault(Check::S3, say("reservation ", id, " gave its buyer ", *places,
                             " places at once, of at most ", most));
    }
}

// A code is used once by each reservation that lives by it; one that is released gives it back.
void RowJudge::judgeCodes() {
    for (const CodeId id : codes_) {
        const auto* code = findIn(f_.codes, id);
        if (!code || code->code.uses == code->usesByRows) continue;
        fault(Check::S3, say("code ", id, " counts ", code->code.uses, " uses, ", code->usesByRows,
                             " reservations live by it"));
    }
}

// Nothing else in the batch was about the row: then it is known how it was when seats were picked.
bool RowJudge::isAloneIn(const engine::LayoutRow& row, ReservationId id) const {
    const auto isHere = [&](SeatNo seat) {
        return seat >= row.first && seat.value < row.first.value + row.count;
    };
    if (std::ranges::any_of(allocated_, isHere)) return false;
    return std::ranges::none_of(reservations_, [&](ReservationId other) {
        return other != id &&
               std::ranges::any_of(f_.reservations.at(other).row.seats,
                                   [&](const auto& pick) { return isHere(pick.seat); });
    });
}

// Of hand-picked seats, where the row left another choice.
void RowJudge::judgeOrphans() {
    for (const ReservationId id : picked_) {
        std::map<std::int32_t, std::vector<SeatNo>> byRow;
        for (const auto& pick : f_.reservations.at(id).row.seats) {
            if (!f_.layout.contains(pick.seat)) continue;
            byRow[f_.layout.seat(pick.seat).row].push_back(pick.seat);
        }
        for (const auto& [no, picks] : byRow) {
            const auto& row = f_.layout.rows()[static_cast<std::size_t>(no)];
            if (!isAloneIn(row, id)) continue;
            ++findings_.counters.orphansJudged;
            OpenRow before;
            std::vector<bool> taken;
            std::size_t count = 0;
            for (std::int32_t i = row.first.value; i < row.first.value + row.count; ++i) {
                const engine::LayoutSeat& place = f_.layout.seat(SeatNo{i});
                const auto* was = f_.seats[static_cast<std::size_t>(i)].past.at(now_ - 1);
                const bool open = was && was->status == SeatStatus::Available &&
                                  !place.wheelchair && place.companion == engine::kNoSeat;
                const bool picked = std::ranges::find(picks, SeatNo{i}) != picks.end();
                before.open.push_back(open);
                before.joined.push_back(i > row.first.value && !place.gapBefore);
                taken.push_back(open && picked);
                count += open && picked;
            }
            if (count == 0 || !before.leavesGap(taken) || !before.couldAvoid(count)) continue;
            fault(Check::S3, say("reservation ", id, " took seats from ", picks.front(),
                                 " on and left a single-seat gap, which its row could avoid"));
        }
    }
}

// Holds that were alive when the batch before had committed, if its owner is a new one.
void RowJudge::noteHolds() {
    if (!f_.firstOfEpoch || head_.now - before_ <= kQuietMax) return;
    for (auto due = f_.deadlines.upper_bound({before_, INT64_MAX}); due != f_.deadlines.end();
         ++due) {
        const auto* r = findIn(f_.reservations, ReservationId{due->second});
        if (r && r->row.state == ReservationState::Held) {
            holdsBefore_.emplace_back(r->row.id, r->row.extended);
        }
    }
}

// DESIGN 3: an outage does not eat the buyer's minutes, up to 60 s of them.
void RowJudge::judgeOutage() {
    for (const auto& [id, extended] : holdsBefore_) {
        ++findings_.counters.outages;
        const Duration took = head_.now - before_;
        const Duration right = std::min(took - kQuietMax, kExtendedMax - extended);
        const Duration moved = f_.reservations.at(id).row.extended - extended;
        if (moved >= right) continue;
        fault(Check::S5, say("the outage before epoch ", head_.epoch, " took ", took.micros,
                             " us and gave reservation ", id, " only ", moved.micros,
                             " us more, after ", extended.micros));
    }
}

}  // namespace tessera::simulation
