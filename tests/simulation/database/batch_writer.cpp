// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/batch_writer.h"

#include <algorithm>
#include <map>

#include "server/store/search_words.h"
#include "tests/simulation/database/batch_statements.h"

namespace tessera::simulation {
namespace {

bool isSound(const engine::SeatState& seat) {
    switch (seat.status) {
        case engine::SeatStatus::Available:
            return seat.holder == 0 && seat.allocation.value == 0;
        case engine::SeatStatus::Held:
        case engine::SeatStatus::Sold:
            return seat.holder > 0;
        case engine::SeatStatus::Blocked:
            return seat.holder == 0 && seat.allocation.value > 0;
    }
    return false;
}

bool isSound(const engine::Code& code) {
    return isWithin(code.discount, engine::DiscountKind::None,
                    engine::DiscountKind::AmountPerTicket) &&
           code.usesMax >= 0 && code.uses >= 0;
}

bool isWithinItsBound(const engine::Code& code) {
    return code.usesMax == 0 || code.uses <= code.usesMax;
}

class Writer : BatchStatements {
public:
    Writer(EventRows& rows, const store::BatchHead& head, const engine::Changes& changes,
           Undo& undo)
        : BatchStatements(rows, changes, undo), head_(head) {}

    StatementFault run() {
        for (const auto statement :
             {&Writer::seats, &Writer::areas, &Writer::reservations, &Writer::reservationUpdates,
              &Writer::reprices, &Writer::orders, &Writer::requests, &Writer::codes,
              &Writer::codeUses, &Writer::terms, &Writer::trail}) {
            if (const StatementFault fault = (this->*statement)()) return fault;
        }
        return kFine;
    }

private:
    StatementFault seats() {
        Touched<SeatNo> touched;
        for (const engine::SeatChange& change : changes_.seats) {
            if (!rows_.layout->contains(change.seat)) continue;
            engine::SeatState& seat = rows_.seats[static_cast<std::size_t>(change.seat.value)];
            const bool same =
                seat.status == change.from.status && seat.holder == change.from.holder;
            if (!touched.isFirst(change.seat) || !same) continue;
            if (!isSound(change.to)) return kCheck;
            undo_.changing(seat);
            seat = change.to;
            ++touched.changed;
        }
        return touched.expects(changes_.seats.size());
    }

    StatementFault areas() {
        Touched<AreaNo> touched;
        for (const engine::AreaChange& change : changes_.areas) {
            if (!rows_.layout->contains(change.area) || !touched.isFirst(change.area)) continue;
            auto& area = rows_.areas[static_cast<std::size_t>(change.area.value)];
            undo_.changing(area);
            area.held += change.heldDelta;
            area.sold += change.soldDelta;
            if (area.held < 0 || area.sold < 0 || area.held + area.sold > area.capacity) {
                return kCheck;
            }
            ++touched.changed;
        }
        return touched.expects(changes_.areas.size());
    }

    StatementFault reservations() {
        for (const engine::ReservationRow& row : changes_.reservations) {
            const bool sound =
                row.total.minor >= 0 && isWithin(row.state, engine::ReservationState::Held,
                                                 engine::ReservationState::Released);
            if (!sound) return kCheck;
            if (const StatementFault fault = insert(rows_.reservations, row.id, row)) return fault;
            index(rows_.made, {row.request, row.id});
            if (row.state != engine::ReservationState::Released) index(rows_.live, row.id);
        }
        return kFine;
    }

    StatementFault reservationUpdates() {
        Touched<ReservationId> touched;
        for (const engine::ReservationUpdate& update : changes_.reservationUpdates) {
            auto* row = expected(rows_.reservations, update.id, update.from,
                                 [](const auto& r) { return r.state; });
            if (!touched.isFirst(update.id) || row == nullptr) continue;
            if (!isWithin(update.to, engine::ReservationState::Held,
                          engine::ReservationState::Released)) {
                return kCheck;
            }
            undo_.changing(*row);
            row->state = update.to;
            row->expiresAt = update.expiresAt;
            row->extended = update.extended;
            row->reason = update.reason;
            if (update.order) row->order = update.order;
            if (update.to == engine::ReservationState::Released) {
                unindex(rows_.live, update.id);
            } else {
                index(rows_.live, update.id);
            }
            ++touched.changed;
        }
        return touched.expects(changes_.reservationUpdates.size());
    }

    StatementFault reprices() {
        Touched<ReservationId> touched;
        for (const engine::Reprice& reprice : changes_.reprices) {
            const auto found = rows_.reservations.find(reprice.id);
            const bool same = found != rows_.reservations.end() &&
                              found->second.total == reprice.fromTotal &&
                              found->second.code == reprice.fromCode;
            if (!touched.isFirst(reprice.id) || !same) continue;
            if (reprice.total.minor < 0) return kCheck;
            engine::ReservationRow& row = found->second;
            undo_.changing(row);
            row.total = reprice.total;
            row.code = reprice.code;
            // The numbers of the seats stay as they are.
            for (std::size_t i = 0; i < std::min(row.seats.size(), reprice.seats.size()); ++i) {
                row.seats[i].type = reprice.seats[i].type;
            }
            row.areas = reprice.areas;
            row.adjustments = reprice.adjustments;
            ++touched.changed;
        }
        return touched.expects(changes_.reprices.size());
    }

    StatementFault orders() { return writeOrders(rows_, changes_, undo_); }

    StatementFault requests() {
        for (const engine::RequestRow& row : changes_.requests) {
            if (const StatementFault fault = insert(rows_.requests, row.request, row)) return fault;
        }
        return kFine;
    }

    StatementFault codes() {
        for (const engine::Code& code : changes_.codes) {
            if (!isWithinItsBound(code)) return kNotAsExpected;
            if (!isSound(code)) return kCheck;
            if (const StatementFault fault = insert(rows_.codes, code.id, code)) return fault;
            if (rows_.codeTexts.contains(code.text)) return kDuplicate;
            index(rows_.codeTexts, code.text);
        }
        return kFine;
    }

    // The bound is that of before; where it is changed, too, what it was meanwhile is not known.
    StatementFault codeUses() {
        std::map<CodeId, std::int32_t> deltas;
        for (const engine::CodeUse& use : changes_.codeUses) deltas[use.code] += use.delta;
        for (const auto& update : changes_.codeUpdates) deltas.emplace(update.id, 0);
        std::size_t changed = 0;
        for (const auto& [id, delta] : deltas) {
            const auto found = rows_.codes.find(id);
            if (found == rows_.codes.end()) continue;
            const auto update =
                std::ranges::find(changes_.codeUpdates, id, &engine::CodeUpdate::id);
            engine::Code to = found->second;
            to.uses += delta;
            if (update != changes_.codeUpdates.end()) {
                to.usesMax = update->usesMax;
                to.validFrom = update->validFrom;
                to.validUntil = update->validUntil;
            } else if (delta > 0 && !isWithinItsBound(to)) {
                continue;
            }
            if (!isSound(to)) return kCheck;
            undo_.changing(found->second);
            found->second = to;
            ++changed;
        }
        return changed == deltas.size() ? kFine : kNotAsExpected;
    }

    // What the event shows are the last facts of a document that was written.
    StatementFault terms() {
        if (changes_.terms.empty()) return kFine;
        for (const engine::TermsWrite& write : changes_.terms) {
            if (write.terms.version < 1) return kCheck;
            const StatementFault fault = insert(rows_.terms, write.terms.version, write.terms);
            if (fault != kFine) return fault;
        }
        if (rows_.shown.termsVersion != changes_.terms.front().terms.version - 1) {
            return kNotAsExpected;
        }
        undo_.changing(rows_.shown);
        rows_.shown.termsVersion = changes_.terms.back().terms.version;
        rows_.shown.sale = changes_.terms.back().terms.sale;
        store::ShownFacts facts;
        for (const engine::TermsWrite& write : changes_.terms) {
            if (write.document.empty()) continue;
            rows_.shown.document = write.document;
            facts = store::shownFactsOf(write.document);
        }
        if (facts.title) rows_.shown.title = *facts.title;
        if (facts.startsAt) rows_.shown.startsAt = *facts.startsAt;
        return kFine;
    }

    StatementFault trail() {
        for (const store::TrailRow& row : head_.trail) {
            if (row.number < 1) return kCheck;
            if (insert(rows_.trail, row.number, row) != kFine) return kDuplicate;
            if (row.approval && rows_.approvals.contains(row.approval)) return kDuplicate;
            if (row.approval) index(rows_.approvals, row.approval);
        }
        return kFine;
    }

    const store::BatchHead& head_;
};

}  // namespace

bool isFenced(const EventRows& rows, const store::BatchHead& head) {
    return rows.owner.epoch != head.epoch || rows.lastBatch != head.batch - 1;
}

store::CommitResult writeBatch(EventRows& rows, const store::BatchHead& head,
                               const engine::Changes& changes) {
    if (isFenced(rows, head)) return {store::CommitOutcome::Fenced, "TS001", "batch: fenced"};
    Undo undo;
    if (const StatementFault fault = Writer(rows, head, changes, undo).run()) {
        undo.run();
        return {store::CommitOutcome::Refused, fault, "batch: not as expected"};
    }
    rows.lastBatch = head.batch;
    rows.lastTime = head.now;
    rows.wakeAt = head.wakeAt;
    if (head.mapChanged) rows.mapRevision = head.batch;
    return {store::CommitOutcome::Committed, {}, {}};
}

}  // namespace tessera::simulation
