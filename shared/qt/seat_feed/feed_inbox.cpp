// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_feed/feed_inbox.h"

#include <QtCore/QMetaObject>
#include <utility>
#include <vector>

namespace tessera::qt {
namespace {

SeatStatus statusOf(client::SeatState state) {
    switch (state) {
        case client::SeatState::Available:
            return SeatStatus::Available;
        case client::SeatState::Held:
            return SeatStatus::Held;
        case client::SeatState::Sold:
            return SeatStatus::Sold;
        case client::SeatState::Blocked:
            break;
    }
    return SeatStatus::Blocked;
}

}  // namespace

FeedInbox::FeedInbox(QObject* receiver, std::function<void()> wake)
    : receiver_(receiver), wake_(std::move(wake)) {}

void FeedInbox::wakeLocked() {
    if (receiver_ == nullptr || std::exchange(woken_, true)) return;
    QMetaObject::invokeMethod(receiver_, wake_, Qt::QueuedConnection);
}

void FeedInbox::putLayout(std::shared_ptr<const SeatLayout> layout) {
    const std::lock_guard lock(mutex_);
    if (receiver_ == nullptr) return;
    seatCount_ = layout->seatCount();
    areaCount_ = static_cast<int>(layout->areas().size());
    queue_ = std::make_unique<SeatChangeQueue>(seatCount_, [] {});
    waiting_.layout = std::move(layout);
    wakeLocked();
}

void FeedInbox::putChanges(const client::SeatChanges& changes) {
    std::vector<SeatChange> seats;
    seats.reserve(changes.seats.size());
    for (const client::SeatChange& change : changes.seats)
        seats.push_back({change.seat, SeatState(statusOf(change.state))});
    const std::lock_guard lock(mutex_);
    // Closed, or the late end of a stream that was opened anew.
    if (!queue_ || changes.revision < revision_) return;
    revision_ = changes.revision;
    bool fits = !changes.whole || changes.seats.size() == static_cast<std::size_t>(seatCount_);
    for (const client::AreaChange& area : changes.areas)
        fits = fits && area.area >= 0 && area.area < areaCount_;
    if (!fits || !queue_->push(seats, static_cast<quint64>(changes.revision))) {
        waiting_.end = EndOfFeed{FeedEnd::Unreadable, {}};
    } else {
        for (const client::AreaChange& area : changes.areas) waiting_.areas[area.area] = area;
    }
    wakeLocked();
}

void FeedInbox::putLive(bool live) {
    const std::lock_guard lock(mutex_);
    waiting_.live = live;
    wakeLocked();
}

void FeedInbox::putEnd(EndOfFeed end) {
    const std::lock_guard lock(mutex_);
    if (receiver_ != nullptr && !waiting_.end) waiting_.end = std::move(end);
    wakeLocked();
}

void FeedInbox::close() {
    const std::lock_guard lock(mutex_);
    receiver_ = nullptr;
    queue_ = nullptr;
    waiting_ = {};
}

FeedInbox::Taken FeedInbox::take() {
    const std::lock_guard lock(mutex_);
    woken_ = false;
    if (queue_) waiting_.seats = queue_->take();
    return std::exchange(waiting_, {});
}

}  // namespace tessera::qt
