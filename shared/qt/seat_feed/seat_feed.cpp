// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_feed/seat_feed.h"

#include <QtCore/QThreadPool>
#include <algorithm>

#include "shared/base/check.h"
#include "shared/qt/seat_feed/layout_from.h"

namespace tessera::qt {
namespace {

std::shared_ptr<const SeatLayout> emptyLayout() {
    SeatPlan plan;
    plan.categories = {QString()};
    return *SeatLayout::make(plan);
}

// On the client's thread, which does not wait for what takes a tenth of a second.
void takeLayout(const std::shared_ptr<FeedInbox>& inbox, const client::Answer<v1::Layout>& answer) {
    using client::Outcome;
    if (answer.outcome == Outcome::Refused)
        return inbox->putEnd({FeedEnd::Refused, answer.refusal});
    if (answer.outcome == Outcome::NotSent) return inbox->putEnd({FeedEnd::NotAsked, {}});
    if (!answer.done()) return inbox->putEnd({FeedEnd::Unreadable, answer.refusal});
    const auto told = std::make_shared<const v1::Layout>(answer.value);
    QThreadPool::globalInstance()->start([inbox, told] {
        auto layout = layoutFrom(*told);
        if (!layout) return inbox->putEnd({FeedEnd::Unreadable, {}});
        inbox->putLayout(std::move(*layout));
    });
}

}  // namespace

SeatFeed::SeatFeed(client::Client& client, SeatMapModel& model, QObject* parent)
    : QObject(parent), client_(client), model_(model) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &SeatFeed::deliver);
}

SeatFeed::~SeatFeed() {
    leave();
}

void SeatFeed::leave() {
    timer_.stop();
    if (inbox_) inbox_->close();
    inbox_ = nullptr;
    if (layoutCall_ != 0) client_.giveUp(layoutCall_);
    if (watch_ != 0) client_.stopWatch(watch_);
    layoutCall_ = 0;
    watch_ = 0;
    end_.reset();
}

void SeatFeed::showNothing() {
    leave();
    event_.clear();
    model_.setLayout(emptyLayout());
    setState(FeedState::Nothing);
}

void SeatFeed::show(const std::string& event) {
    leave();
    event_ = event;
    model_.setLayout(emptyLayout());
    setState(FeedState::Loading);
    ask();
}

void SeatFeed::ask() {
    // The call waits where this feed is left or gone: then it finds the inbox closed.
    const auto of = std::make_shared<std::weak_ptr<FeedInbox>>();
    inbox_ = std::make_shared<FeedInbox>(this, [this, of] { woken(of->lock()); });
    *of = inbox_;
    v1::GetLayoutRequest request;
    request.set_event(event_);
    layoutCall_ = client_.ask(
        client::kGetLayout, request,
        [inbox = inbox_](const client::Answer<v1::Layout>& answer) { takeLayout(inbox, answer); });
}

void SeatFeed::watch() {
    watch_ = client_.watchSeats(
        event_,
        {.onChanges =
             [inbox = inbox_](const client::SeatChanges& changes) { inbox->putChanges(changes); },
         .onLive = [inbox = inbox_](bool live) { inbox->putLive(live); },
         .onOver =
             [inbox = inbox_](const client::Refusal& refusal) {
                 inbox->putEnd({FeedEnd::Refused, refusal});
             }});
    if (watch_ == 0) finish({FeedEnd::NotAsked, {}});
}

void SeatFeed::woken(const std::shared_ptr<FeedInbox>& of) {
    if (!of || of != inbox_ || timer_.isActive()) return;
    const qint64 passed = sinceLast_.isValid() ? sinceLast_.elapsed() : kMillisBetween;
    timer_.start(static_cast<int>(std::clamp<qint64>(kMillisBetween - passed, 0, kMillisBetween)));
}

void SeatFeed::deliver() {
    if (!inbox_) return;
    sinceLast_.start();
    const FeedInbox::Taken taken = inbox_->take();
    const std::shared_ptr<FeedInbox> of = inbox_;
    if (taken.layout) {
        layoutCall_ = 0;
        model_.setLayout(taken.layout);
    }
    // Whoever hears of a change may have asked for another event meanwhile.
    if (inbox_ == of) apply(taken);
    if (inbox_ != of) return;
    if (taken.end) return finish(*taken.end);
    if (taken.layout) watch();
    if (taken.live) setState(*taken.live ? FeedState::Live : FeedState::Behind);
}

void SeatFeed::apply(const FeedInbox::Taken& taken) {
    if (taken.seats.revision == 0 && taken.seats.changes.empty()) return;
    const auto of = inbox_;
    TESSERA_CHECK(model_.apply(taken.seats.changes, taken.seats.revision) == ApplyOutcome::Applied);
    for (const auto& [number, area] : taken.areas) {
        if (inbox_ != of) return;
        const int capacity = model_.layout().areas()[static_cast<std::size_t>(number)].capacity;
        const AreaCounts counts{.held = 0, .sold = std::max(0, capacity - area.available)};
        TESSERA_CHECK(model_.applyArea(number, counts, taken.seats.revision) ==
                      ApplyOutcome::Applied);
    }
}

void SeatFeed::finish(EndOfFeed end) {
    leave();
    end_ = std::move(end);
    setState(FeedState::Ended);
}

void SeatFeed::setState(FeedState state) {
    if (state_ == state) return;
    state_ = state;
    Q_EMIT stateChanged(state_);
}

}  // namespace tessera::qt
