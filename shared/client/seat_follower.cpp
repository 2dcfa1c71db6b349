// SPDX-License-Identifier: Apache-2.0
#include "shared/client/seat_follower.h"

namespace tessera::client {
namespace {

constexpr char kStatusMost = 3;

bool isStatus(int value) {
    return value >= 0 && value <= kStatusMost;
}

}  // namespace

SeatFollower::Applied SeatFollower::drop() {
    revision_ = -1;
    return Applied::Gap;
}

SeatFollower::Applied SeatFollower::apply(const v1::SeatMapUpdate& update, SeatChanges& out) {
    out = {};
    out.revision = update.revision();
    // A snapshot may be a moment behind what deltas have told already; they follow it.
    if (update.has_snapshot() && update.revision() < revision_) return Applied::Old;
    if (update.has_snapshot()) return replace(update.snapshot(), out);
    if (!update.has_delta()) return drop();
    return change(update, out);
}

// What was fed stays known when a gap has made the revision unknown: a snapshot of as many seats is
// told as what differs.
SeatFollower::Applied SeatFollower::replace(const v1::SeatMap& map, SeatChanges& out) {
    const std::string& statuses = map.statuses();
    for (const char status : statuses) {
        if (!isStatus(status)) return drop();
    }
    out.whole = statuses.size() != statuses_.size() || statuses.empty();
    if (out.whole) {
        statuses_.assign(statuses.size(), static_cast<char>(kStatusMost + 1));
        areas_.clear();
    }
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        set(static_cast<std::int32_t>(i), statuses[i], out);
    }
    for (const auto& area : map.areas()) set(area, out);
    revision_ = out.revision;
    return Applied::Changed;
}

SeatFollower::Applied SeatFollower::change(const v1::SeatMapUpdate& update, SeatChanges& out) {
    const auto& delta = update.delta();
    if (revision_ < 0 || revision_ < delta.from_revision()) return drop();
    if (update.revision() <= revision_) return Applied::Old;
    const auto seats = static_cast<std::int64_t>(statuses_.size());
    for (const auto& run : delta.runs()) {
        const std::int64_t end = std::int64_t{run.first_seat_no()} + run.count();
        if (run.first_seat_no() < 0 || run.count() < 1 || end > seats || !isStatus(run.status())) {
            return drop();
        }
    }
    for (const auto& run : delta.runs()) {
        for (std::int32_t i = 0; i < run.count(); ++i) {
            set(run.first_seat_no() + i, static_cast<char>(run.status()), out);
        }
    }
    for (const auto& area : delta.areas()) set(area, out);
    revision_ = out.revision;
    return Applied::Changed;
}

void SeatFollower::set(std::int32_t seat, char status, SeatChanges& out) {
    char& known = statuses_[static_cast<std::size_t>(seat)];
    if (known == status) return;
    known = status;
    out.seats.push_back({seat, static_cast<SeatState>(status)});
}

void SeatFollower::set(const v1::AreaAvailability& area, SeatChanges& out) {
    const AreaChange now{area.area_no(), area.available(), area.capacity()};
    const auto [known, added] = areas_.try_emplace(now.area, now);
    if (!added && known->second == now) return;
    known->second = now;
    out.areas.push_back(now);
}

}  // namespace tessera::client
