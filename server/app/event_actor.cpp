// SPDX-License-Identifier: Apache-2.0
#include "server/app/event_actor.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/base/check.h"

namespace tessera::app {
namespace {

constexpr Duration kReloadBackoffMin = Duration::ofMillis(50);
constexpr Duration kReloadBackoffMax = Duration::ofSeconds(2);
// Rows do not mend themselves, and reading them all takes its time.
constexpr Duration kDamagedBackoff = Duration::ofSeconds(30);
constexpr Duration kPoisonedRemembered = Duration::ofMinutes(60);

}  // namespace

EventActor::EventActor(EventId event, ActorSurroundings& surroundings)
    : event_(event),
      with_(surroundings),
      strand_(surroundings.executor, {.queueMax = 1024, .reserve = 64 * 1024, .sliceMax = 64}) {}

void EventActor::submit(EventJob job) {
    const std::size_t waiting = waitingCount_.load(std::memory_order_relaxed);
    std::optional<Problem> refused;
    if (job.sheddable && waiting >= with_.options.queueMax) {
        refused = busy("Too many commands wait for this event.");
    } else if (waiting >= with_.options.queueHardMax && !isProviderAnswer(job)) {
        // A provider's answer comes once, and there are no more than open calls.
        refused = unavailable("The event's queue is full.");
    }
    if (!refused) {
        job.arrivedMicros = with_.executor.monotonic().nowMicros();
        lastUsed_.store(job.arrivedMicros, std::memory_order_relaxed);
        const std::lock_guard lock(inboxMutex_);
        if (!closing_) {
            inbox_.push_back(std::move(job));
            waitingCount_.fetch_add(1, std::memory_order_relaxed);
            idle_.store(false, std::memory_order_relaxed);
            schedule();
            return;
        }
        refused = unavailable("The event is moving to another node.");
    }
    with_.metrics.shed.add();
    if (job.done) job.done(tl::make_unexpected(std::move(*refused)));
}

// REQUIRES: inboxMutex_ is held.
void EventActor::schedule() {
    if (scheduled_) return;
    scheduled_ = true;
    const auto outcome =
        strand_.post([self = shared_from_this()] { self->run(); }, runtime::Urgency::NeverShed);
    if (outcome != runtime::PostOutcome::Accepted) scheduled_ = false;  // The node is stopping.
}

void EventActor::load() {
    const std::lock_guard lock(inboxMutex_);
    schedule();
}

void EventActor::renew() {
    (void)strand_.post(
        [self = shared_from_this()] {
            if (self->state_ != State::Running) return;
            self->renewWanted_ = true;
            self->pump();
        },
        runtime::Urgency::NeverShed);
}

bool EventActor::isWatched() const {
    const std::lock_guard lock(inboxMutex_);
    return shownFeed_ && shownFeed_->subscriberCount() > 0;
}

void EventActor::whenLoaded(MapUse use, const Reply<std::shared_ptr<stream::SeatMapFeed>>& reply) {
    const std::int64_t now = with_.executor.monotonic().nowMicros();
    lastUsed_.store(now, std::memory_order_relaxed);
    // Whoever reads a map that is there waits for no seat that somebody else wants.
    if (const auto feed = shownFeed()) return give(use, reply, feed, Instant{now});
    const auto outcome = strand_.post(
        [self = shared_from_this(), use, reply] {
            if (const auto feed = self->shownFeed()) {
                const Instant loaded{self->with_.executor.monotonic().nowMicros()};
                return self->give(use, reply, feed, loaded);
            }
            if (self->wantFeed_.size() >= self->with_.options.queueMax) {
                reply(tl::make_unexpected(busy("Too many wait for this event to load.")));
                return;
            }
            self->idle_.store(false, std::memory_order_relaxed);
            self->wantFeed_.push_back({use, reply, self->with_.executor.monotonic().nowMicros()});
            self->run();
        },
        runtime::Urgency::Ordinary);
    if (outcome != runtime::PostOutcome::Accepted) {
        reply(tl::make_unexpected(busy("Too many wait for this event to load.")));
    }
}

std::shared_ptr<stream::SeatMapFeed> EventActor::shownFeed() const {
    const std::lock_guard lock(inboxMutex_);
    return shownFeed_;
}

// Neither on the strand nor on a thread that reads requests where a whole map has to be encoded, as
// for most who begin to follow it.
void EventActor::give(MapUse use, const Reply<std::shared_ptr<stream::SeatMapFeed>>& reply,
                      const std::shared_ptr<stream::SeatMapFeed>& feed, Instant now) {
    if (use == MapUse::Read && feed->hasSnapshot(now)) return reply(feed);
    const auto task = [reply, feed] { reply(feed); };
    if (with_.executor.post(task) != runtime::PostOutcome::Accepted) task();
}

void EventActor::run() {
    {
        const std::lock_guard lock(inboxMutex_);
        scheduled_ = false;
        if (waiting_.empty()) {
            waiting_.swap(inbox_);
        } else {
            std::move(inbox_.begin(), inbox_.end(), std::back_inserter(waiting_));
            inbox_.clear();
        }
    }
    switch (state_) {
        case State::Unloaded:
            startLoading();
            return;
        case State::Loading:
        case State::Halted:
            failOverdue();
            return;
        case State::Running:
            pump();
            return;
        case State::Closed:
            failWaiting(unavailable("The event is moving to another node."));
            return;
    }
}

void EventActor::startLoading() {
    state_ = State::Loading;
    idle_.store(false, std::memory_order_relaxed);
    armTimer(Duration::ofSeconds(1));  // Overdue jobs are answered while the database is away.
    const auto outcome = with_.blocking.post([self = shared_from_this()] {
        auto acquired =
            std::make_shared<Result<cluster::Acquired>>(self->with_.owners.acquire(self->event_));
        (void)self->strand_.post([self, acquired] { self->onAcquired(std::move(*acquired)); },
                                 runtime::Urgency::NeverShed);
    });
    if (outcome == runtime::PostOutcome::Accepted) return;
    // Too many load at once. What waits is answered only when its time is over: a checkout among it
    // is not to be lost for this.
    ++failures_;
    loadAfter(reloadBackoff());
}

void EventActor::onAcquired(Result<cluster::Acquired> acquired) {
    if (state_ == State::Closed) return;
    if (acquired) {
        if (std::holds_alternative<cluster::OwnedElsewhere>(*acquired)) return onOwnedElsewhere();
        auto* taken = std::get_if<store::TakenOver>(&*acquired);
        if (taken == nullptr) return loadAfter(cluster::kLookAgain);
        if (const auto fault = engine::faultOf(*taken->layout, taken->loaded)) {
            return leaveDamaged(*fault);
        }
        adopt(std::move(*taken));
        pump();
        return;
    }
    if (acquired.error().code == store::kEventUnknown) {
        state_ = State::Unloaded;
        disarmTimer();  // Asked for again only if somebody asks.
        failWaiting(notFound("EVENT_NOT_FOUND"));
        idle_.store(true, std::memory_order_relaxed);
        return;
    }
    ++failures_;
    with_.log.warn("take_over_failed", {{"event_id", event_},
                                        {"failures", failures_},
                                        {"detail", runtime::logSafe(acquired.error().message)}});
    loadAfter(reloadBackoff());
}

// Who asks here is to ask there; whoever follows the map or an order here would see no change any
// more.
void EventActor::onOwnedElsewhere() {
    with_.metrics.ownedElsewhere.add();
    state_ = State::Unloaded;
    failures_ = 0;
    disarmTimer();
    leaveFeed();
    if (with_.onLeft) with_.onLeft(event_);
    failWaiting(unavailable("Another node has the event."));
    idle_.store(true, std::memory_order_relaxed);
}

void EventActor::leaveFeed() {
    if (feed_) feed_->close();
    feed_.reset();
    const std::lock_guard lock(inboxMutex_);
    shownFeed_.reset();
}

Duration EventActor::reloadBackoff() const {
    Duration wait = kReloadBackoffMin;
    for (int i = 1; i < failures_ && wait < kReloadBackoffMax; ++i) wait = wait + wait;
    return std::min(wait, kReloadBackoffMax);
}

// Somebody changed rows by hand, or a disk lied: this event waits for staff, the others go on.
void EventActor::leaveDamaged(const std::string& fault) {
    ++failures_;
    with_.log.error("event_rows_disagree",
                    {{"event_id", event_}, {"detail", runtime::logSafe(fault)}});
    with_.metrics.rowsDisagree.add();
    loadAfter(kDamagedBackoff);
}

void EventActor::loadAfter(Duration wait) {
    state_ = State::Halted;
    failOverdue();
    const bool armed = strand_
                           .after(wait,
                                  [self = shared_from_this()] {
                                      if (self->state_ == State::Halted) self->startLoading();
                                  })
                           .has_value();
    if (armed) return;
    state_ = State::Unloaded;  // Whoever asks next begins anew.
    failWaiting(unavailable("The event could not be taken over."));
}

void EventActor::adopt(store::TakenOver taken) {
    epoch_ = taken.epoch;
    lastBatch_ = taken.loaded.lastBatch;
    requests_.emplace(with_.options.requestsRemembered, taken.requestsSince);
    time_ = taken.loaded.lastTime;
    const Instant now = currentTime();
    for (const auto& request : taken.requests) remember(request, now);
    requests_->keepFrom(requests_->arrived());
    auto openCalls = taken.loaded.outbox;
    // Their answers are here and come in again by themselves.
    std::erase_if(openCalls, [&](const auto& row) { return answersAside_.contains(row.seq); });
    engine_.emplace(taken.layout, std::move(taken.loaded));
    trail_.emplace(event_, taken.trail, taken.approvalsUsed);
    const Currency currency = engine_->terms().currency;
    engine::Changes changes;
    engine_->resume(now, changes);
    postponePoisoned(now);
    open_ = OpenBatch{};
    open_.batch.add(std::move(changes));
    open_.entries.push_back({Entry::Resume, std::nullopt, {}});
    inFlight_.reset();
    state_ = State::Running;
    lastCommitMicros_ = with_.executor.monotonic().nowMicros();

    stream::SeatMapState map;
    map.revision = taken.mapRevision;
    areaFree_.clear();
    map.seats.assign(engine_->seatMap().begin(), engine_->seatMap().end());
    for (std::size_t i = 0; i < engine_->layout().areas().size(); ++i) {
        areaFree_.push_back(engine_->areaFree(AreaNo{static_cast<std::int16_t>(i)}));
    }
    map.areaFree = areaFree_;
    if (feed_) {
        feed_->reset(std::move(map));
    } else {
        feed_ = std::make_shared<stream::SeatMapFeed>(event_, std::move(map), with_.encoder,
                                                      stream::FeedOptions{});
        const std::lock_guard lock(inboxMutex_);
        shownFeed_ = feed_;
    }
    const Instant loaded{with_.executor.monotonic().nowMicros()};
    for (const auto& wants : std::exchange(wantFeed_, {}))
        give(wants.use, wants.reply, feed_, loaded);
    with_.outbox->enqueue(event_, currency, std::move(openCalls));
    // A batch whose answer was lost may have happened, and nobody was told.
    if (with_.onTakenOver) with_.onTakenOver(event_);
    with_.log.info("event_taken_over", {{"event_id", event_}, {"epoch", epoch_}});
}

// Every release that was refused of late is put off again: the engine that knew is gone.
void EventActor::postponePoisoned(Instant now) {
    std::erase_if(poisonedDue_,
                  [&](const PoisonedDue& due) { return due.until + kPoisonedRemembered <= now; });
    for (const PoisonedDue& due : poisonedDue_) {
        if (due.until > now) static_cast<void>(engine_->postpone(due.what, now, due.until));
    }
}

// Never behind what a batch of this event has said (DESIGN 3, Time).
Instant EventActor::currentTime() {
    time_ = std::max(time_, with_.clock.now());
    return time_;
}

void EventActor::failWaiting(const Problem& problem) {
    for (const auto& wants : std::exchange(wantFeed_, {})) {
        wants.reply(tl::make_unexpected(problem));
    }
    while (!waiting_.empty()) {
        EventJob job = std::move(waiting_.front());
        waiting_.pop_front();
        endLookUp(job);
        waitingCount_.fetch_sub(1, std::memory_order_relaxed);
        if (job.done) job.done(tl::make_unexpected(problem));
    }
}

void EventActor::failOverdue() {
    const std::int64_t limit =
        with_.executor.monotonic().nowMicros() - with_.options.waitMax.micros;
    while (!waiting_.empty() && waiting_.front().arrivedMicros < limit) {
        EventJob job = std::move(waiting_.front());
        waiting_.pop_front();
        endLookUp(job);
        waitingCount_.fetch_sub(1, std::memory_order_relaxed);
        if (job.done) job.done(tl::make_unexpected(unavailable("The event has no owner now.")));
    }
    const auto waits = std::ranges::find_if(wantFeed_, [&](const WantsFeed& wants) {
        return failures_ == 0 && wants.arrivedMicros >= limit;
    });
    std::vector<WantsFeed> overdue(std::make_move_iterator(wantFeed_.begin()),
                                   std::make_move_iterator(waits));
    wantFeed_.erase(wantFeed_.begin(), waits);
    for (const auto& wants : overdue) {
        wants.reply(tl::make_unexpected(unavailable("The event has no owner now.")));
    }
    armTimer(Duration::ofSeconds(1));
}

// Keeps the earliest wish: a timer that is due later is replaced.
void EventActor::armTimer(Duration delay) {
    const std::int64_t due = with_.executor.monotonic().nowMicros() + delay.micros;
    if (timer_ && timerDue_ <= due) return;
    if (timer_) strand_.cancel(*timer_);
    timerDue_ = due;
    // One that was on its way when it was replaced must not pass for its successor.
    timer_ = strand_.after(delay, [self = shared_from_this(), number = ++timerNumber_] {
        if (number != self->timerNumber_) return;
        self->timer_.reset();
        self->run();
    });
}

void EventActor::disarmTimer() {
    if (timer_) strand_.cancel(*timer_);
    timer_.reset();
    ++timerNumber_;
}

void EventActor::close() {
    {
        const std::lock_guard lock(inboxMutex_);
        closing_ = true;
    }
    (void)strand_.post(
        [self = shared_from_this()] {
            const bool calls = self->engine_ && self->engine_->wakeAt() != Instant::never();
            self->state_ = State::Closed;
            self->disarmTimer();
            self->run();
            // Not of one that was idle: who has taken its place here may have put in new ones.
            if (calls) self->with_.outbox->forget(self->event_);
            for (auto& entry : std::exchange(self->open_, OpenBatch{}).entries) {
                // Decided and not sent: nothing of it happened.
                if (!entry.job || !entry.job->done) continue;
                entry.job->done(tl::make_unexpected(unavailable("The event is moving.")));
            }
            self->leaveFeed();
            if (self->with_.onLeft) self->with_.onLeft(self->event_);
            if (!self->inFlight_) self->engine_.reset();
        },
        runtime::Urgency::NeverShed);
}

}  // namespace tessera::app
