// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_book.h"

namespace tessera::inventory {

AllocationBook::AllocationBook(Parts parts, QObject* parent)
    : QObject(parent),
      parts_(parts),
      marks_(
          {.desk = parts.desk,
           .map = parts.map,
           .event = [this] { return parts_.view.id(); },
           .named = [this]() -> const v1::EventConfig& { return parts_.view.event().config(); }}) {
    connect(&marks_, &AllocationMarks::changed, this, &AllocationBook::changed);
    connect(&parts_.map, &qt::SeatMapModel::layoutReset, this, [this] {
        QStringList names;
        for (const QString& each : parts_.map.layout().categories()) names << each;
        if (parts_.map.layout().seatCount() > 0) parts_.view.setBands(names);
    });
    connect(&parts_.view, &EventInView::changed, this, [this] {
        marks_.rename();
        if (wanted_) show();
    });
}

AllocationBook::~AllocationBook() = default;

void AllocationBook::show() {
    wanted_ = true;
    const std::string& event = parts_.view.id();
    if (parts_.desk.client() == nullptr || event.empty()) return;
    if (!feed_) {
        feed_ = std::make_unique<qt::SeatFeed>(*parts_.desk.client(), parts_.map);
        connect(feed_.get(), &qt::SeatFeed::stateChanged, this, [this](qt::FeedState state) {
            marks_.setLive(state == qt::FeedState::Live);
            Q_EMIT feedChanged();
        });
    }
    if (feed_->eventId() == event && feed_->state() != qt::FeedState::Ended) return;
    marks_.drop();
    feed_->show(event);
}

void AllocationBook::comeBack() {
    if (feed_ && feed_->state() == qt::FeedState::Ended) show();
}

void AllocationBook::leaveServer() {
    marks_.drop();
    marks_.setLive(false);
    feed_.reset();
}

qt::FeedState AllocationBook::feedState() const {
    return feed_ ? feed_->state() : qt::FeedState::Nothing;
}

std::string AllocationBook::shownEvent() const {
    const bool there = feedState() == qt::FeedState::Live || feedState() == qt::FeedState::Behind;
    return there ? feed_->eventId() : std::string();
}

}  // namespace tessera::inventory
