// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_journal.h"

namespace tessera::inventory {
namespace {

v1::SetAllocationRequest seatsIn(const QList<int>& seats) {
    v1::SetAllocationRequest out;
    out.mutable_seat_nos()->Add(seats.begin(), seats.end());
    return out;
}

bool takeSeats(const qt::JournalPage& page, const QByteArray& name, QList<int>& out) {
    v1::SetAllocationRequest kept;
    if (!page.take(name, kept)) return false;
    out = {kept.seat_nos().begin(), kept.seat_nos().end()};
    return true;
}

bool takeCount(const qt::JournalPage& page, const QByteArray& name, int& out) {
    std::int64_t kept = 0;
    if (!page.takeNumber(name, kept)) return false;
    out = static_cast<int>(kept);
    return kept == out && kept >= 0;
}

}  // namespace

AllocationJournal::AllocationJournal(const QString& folder)
    : journal_(folder, QStringLiteral("allocation_in_hand")) {}

std::optional<AllocationWork> AllocationJournal::read() const {
    const auto page = journal_.read();
    if (!page) return std::nullopt;
    AllocationWork work;
    const bool whole =
        page->take("piece", work.piece) && takeSeats(*page, "rest", work.rest) &&
        takeSeats(*page, "refused", work.refused) && takeCount(*page, "total", work.total) &&
        takeCount(*page, "done", work.done) && takeCount(*page, "changed", work.changed);
    if (whole && !work.piece.request_id().empty()) return work;
    journal_.setAside();
    return std::nullopt;
}

bool AllocationJournal::write(const AllocationWork& work) const {
    qt::JournalPage page;
    page.put("piece", work.piece);
    page.put("rest", seatsIn(work.rest));
    page.put("refused", seatsIn(work.refused));
    page.putNumber("total", work.total);
    page.putNumber("done", work.done);
    page.putNumber("changed", work.changed);
    return journal_.write(page);
}

}  // namespace tessera::inventory
