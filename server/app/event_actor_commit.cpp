// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "server/app/due_mail.h"
#include "server/app/event_actor.h"
#include "shared/base/check.h"

namespace tessera::app {
namespace {

constexpr std::size_t kAnswersPerTask = 64;
constexpr int kTriesMax = 3;

// A release that the database refused keeps its seats so long before it is tried again; twice as
// long after each try.
constexpr Duration kPoisonedDueAgain = Duration::ofSeconds(30);
constexpr Duration kPoisonedDueAgainMax = Duration::ofMinutes(16);
constexpr std::size_t kPoisonedDueMax = 1000;
// Refusals in a row without any commit; beyond, each waits like a database that is away.
constexpr int kRefusalsAtOnce = 2;
// So many errors that nothing explains, none long after the one before, are the batch's content.
constexpr int kDoubtsMax = 3;
constexpr Duration kDoubtRemembered = Duration::ofMinutes(1);

ReservationId reservationTouched(const engine::Changes& changes) {
    if (!changes.reservations.empty()) return changes.reservations.front().id;
    if (!changes.reservationUpdates.empty()) return changes.reservationUpdates.front().id;
    return {};
}

OrderId orderTouched(const engine::Changes& changes) {
    if (!changes.orders.empty()) return changes.orders.front().id;
    if (!changes.orderUpdates.empty()) return changes.orderUpdates.front().id;
    if (!changes.outbox.empty()) return changes.outbox.front().order;
    return {};
}

// An error of the database that says neither that the content is wrong nor what else is: the batch
// was rolled back. Once, a worker may have moved; again and again, it is something in the batch.
bool mayBeItsContent(const store::CommitResult& result) {
    if (result.outcome != store::CommitOutcome::Unknown || result.sqlstate.size() != 5)
        return false;
    // A warning after a commit, connection, state of the transaction, rollback, resources, locks,
    // the operator, the system.
    constexpr std::array<std::string_view, 8> kNotContent{"01", "08", "25", "40",
                                                          "53", "55", "57", "58"};
    return std::ranges::none_of(
        kNotContent, [&](std::string_view of) { return result.sqlstate.starts_with(of); });
}

Duration setAsideBackoff(int tries) {
    return Duration::ofSeconds(1LL << std::min(tries, 6));
}

}  // namespace

void EventActor::sealIfPossible(Instant now) {
    if (inFlight_) return;
    const std::int64_t monotonic = with_.executor.monotonic().nowMicros();
    const bool quiet =
        monotonic - lastCommitMicros_ >= with_.options.quietCommit.micros && engine_->keepsTime();
    if (open_.entries.empty() && !quiet && !renewWanted_) return;
    renewWanted_ = false;
    if (with_.options.confirmByMail) {
        open_.batch.add(mailDueBy(open_.batch.changes(), now));
    }
    inFlight_.emplace(std::exchange(open_, OpenBatch{}));
    inFlight_->arrived = requests_->arrived();
    inFlightHead_ = {event_,
                     epoch_,
                     lastBatch_ + 1,
                     now,
                     engine_->wakeAt(),
                     inFlight_->batch.mapChanged(),
                     std::move(inFlight_->trail)};
    sentMicros_ = monotonic;
    with_.metrics.batchCommands.observe(static_cast<std::int64_t>(inFlight_->entries.size()));
    with_.store.commit(
        inFlightHead_, inFlight_->batch, [self = shared_from_this()](store::CommitResult result) {
            (void)self->strand_.post([self, result = std::move(result)] { self->onCommit(result); },
                                     runtime::Urgency::NeverShed);
        });
}

void EventActor::onCommit(const store::CommitResult& result) {
    TESSERA_CHECK(inFlight_.has_value());
    if (result.outcome != store::CommitOutcome::Committed) {
        failStop(result);
        return;
    }
    lastCommitMicros_ = with_.executor.monotonic().nowMicros();
    with_.metrics.commitLatency.observe(lastCommitMicros_ - sentMicros_);
    with_.metrics.batches.add();
    failures_ = 0;
    lastBatch_ = inFlightHead_.batch;
    OpenBatch done = std::move(*inFlight_);
    inFlight_.reset();
    if (requests_) requests_->keepFrom(done.arrived);
    for (const Entry& entry : done.entries) {
        if (entry.kind == Entry::Job && alone_ > 0) --alone_;
        if (entry.kind == Entry::Due && aloneDue_ > 0) --aloneDue_;
    }
    if (state_ == State::Running) {
        // The next batch goes out before the answers of this one are written.
        sealIfPossible(currentTime());
        publish(done.batch);
    }
    deliver(std::move(done.entries));
    if (state_ == State::Running) pump();
    if (state_ == State::Closed) engine_.reset();
}

void EventActor::publish(const store::Batch& batch) {
    const auto& changes = batch.changes();
    if (batch.mapChanged()) {
        std::vector<std::pair<AreaNo, std::int32_t>> areas;
        for (const auto& change : changes.areas) {
            areas.emplace_back(change.area, committedAreaFree(change));
        }
        feed_->publish(lastBatch_, changes.seats, areas);
    }
    if (!changes.outbox.empty()) {
        with_.outbox->enqueue(event_, engine_->terms().currency, changes.outbox);
    }
    raiseAlarms(changes);
    if (with_.onCommitted && (!changes.orderUpdates.empty() || !changes.attemptUpdates.empty() ||
                              !changes.orders.empty() || !changes.attempts.empty())) {
        with_.onCommitted(event_, changes);
    }
}

// Staff has to see to these: money that is missing, or that nobody could say where it is.
void EventActor::raiseAlarms(const engine::Changes& changes) {
    for (const auto& update : changes.orderUpdates) {
        if (update.from == update.to) continue;
        const bool unpaid = update.to == engine::OrderState::Unpaid;
        if (!unpaid && update.to != engine::OrderState::Manual) continue;
        (unpaid ? with_.metrics.ordersUnpaid : with_.metrics.ordersManual).add();
        const runtime::LogLiteral what =
            unpaid ? runtime::LogLiteral("order_unpaid") : runtime::LogLiteral("order_needs_staff");
        with_.log.error(what, {{"event_id", event_}, {"order_id", update.id}});
    }
    for (const auto& update : changes.refundUpdates) {
        if (update.from == update.to || update.to != engine::RefundState::Manual) continue;
        with_.metrics.refundsManual.add();
        with_.log.error(
            "refund_needs_staff",
            {{"event_id", event_}, {"order_id", update.order}, {"refund_id", update.id}});
    }
}

// Free places as committed: the engine may have decided further by now.
std::int32_t EventActor::committedAreaFree(const engine::AreaChange& change) {
    auto& free = areaFree_[static_cast<std::size_t>(change.area.value)];
    free -= change.heldDelta + change.soldDelta;
    return free;
}

void EventActor::deliver(std::vector<Entry> entries) {
    const std::int64_t now = with_.executor.monotonic().nowMicros();
    auto all = std::make_shared<std::vector<Entry>>(std::move(entries));
    for (std::size_t begin = 0; begin < all->size(); begin += kAnswersPerTask) {
        auto answer = [all, begin, now, latency = &with_.metrics.answerLatency] {
            const std::size_t end = std::min(all->size(), begin + kAnswersPerTask);
            for (std::size_t i = begin; i < end; ++i) {
                auto& entry = (*all)[i];
                if (!entry.job || !entry.job->done) continue;
                latency->observe(now - entry.job->arrivedMicros);
                entry.job->done(std::move(entry.result));
            }
        };
        if (with_.executor.post(answer) != runtime::PostOutcome::Accepted) answer();
    }
}

// The engine has decided things that are not, or perhaps not, committed: it is dropped.
void EventActor::failStop(const store::CommitResult& result) {
    with_.metrics.commitFailures.add();
    with_.log.error("commit_failed", {{"event_id", event_},
                                      {"epoch", epoch_},
                                      {"batch", inFlightHead_.batch},
                                      {"outcome", static_cast<int>(result.outcome)},
                                      {"sqlstate", runtime::logSafe(result.sqlstate)},
                                      {"detail", runtime::logSafe(result.detail)}});
    const bool refused = result.outcome == store::CommitOutcome::Refused || isContent(result);
    if (refused) findPoisoned();
    std::deque<EventJob> back;
    const auto takeBack = [&](std::vector<Entry>& entries, bool counts) {
        for (auto& entry : entries) {
            if (!entry.job) continue;
            if (counts) ++entry.job->tries;
            if (entry.job->tries > kTriesMax) {
                if (entry.job->done) {
                    entry.job->done(tl::make_unexpected(unavailable("The commit failed.")));
                }
                continue;
            }
            waitingCount_.fetch_add(1, std::memory_order_relaxed);
            back.push_back(std::move(*entry.job));
        }
    };
    takeBack(inFlight_->entries, !refused);
    takeBack(open_.entries, false);
    std::ranges::move(std::exchange(waiting_, {}), std::back_inserter(back));
    // What the database said of their ids was said before the batch that is in doubt.
    for (auto& job : back) endLookUp(job);
    waiting_.insert(waiting_.begin(), std::make_move_iterator(back.begin()),
                    std::make_move_iterator(back.end()));
    inFlight_.reset();
    open_ = OpenBatch{};
    engine_.reset();
    trail_.reset();
    requests_.reset();
    with_.outbox->forget(event_);
    if (state_ == State::Closed) {
        run();
        return;
    }
    ++failures_;
    if (result.outcome == store::CommitOutcome::Fenced) return startLoading();
    if (refused && failures_ <= kRefusalsAtOnce) return startLoading();
    // The database is away or on its way back: do not use up the tries of commands on it.
    loadAfter(reloadBackoff());
}

// Other batches commit between the tries of one that cannot: errors are counted by their time.
bool EventActor::isContent(const store::CommitResult& result) {
    if (!mayBeItsContent(result)) return false;
    const std::int64_t now = with_.executor.monotonic().nowMicros();
    if (now - doubtedMicros_ > kDoubtRemembered.micros) doubts_ = 0;
    doubtedMicros_ = now;
    return ++doubts_ >= kDoubtsMax;
}

// What was refused with others goes once more, each alone. What was alone is poisoned: it is taken
// out, the rest of the event goes on.
void EventActor::findPoisoned() {
    auto& entries = inFlight_->entries;
    const auto ofKind = [&](Entry::Kind kind) {
        return static_cast<std::size_t>(std::count_if(
            entries.begin(), entries.end(), [&](const Entry& e) { return e.kind == kind; }));
    };
    const std::size_t due = ofKind(Entry::Due);
    const std::size_t jobs = ofKind(Entry::Job);
    if (due + jobs > 1) {
        alone_ = std::max(alone_, jobs);
        aloneDue_ = std::max(aloneDue_, due);
        return;
    }
    for (Entry& entry : entries) {
        if (entry.kind == Entry::Resume) continue;  // Only the deadlines that were put off.
        auto& count = entry.kind == Entry::Due ? aloneDue_ : alone_;
        if (count > 0) --count;
        setAside(entry);
    }
}

void EventActor::setAside(Entry& entry) {
    with_.metrics.setAside.add();
    logSetAside(entry);
    if (!entry.job) return postponeAgain(entry.due);
    EventJob job = std::move(*entry.job);
    entry.job.reset();
    if (!isProviderAnswer(job)) {
        if (job.done) {
            Problem problem = internalProblem("The command was set aside; staff is told.");
            problem.reason = "COMMAND_SET_ASIDE";
            job.done(tl::make_unexpected(std::move(problem)));
        }
        return;
    }
    auto held = std::make_shared<EventJob>(std::move(job));
    ++held->tries;
    // Until then the call is not made again: its answer would come at once, as poisoned.
    const OutboxSeq call = std::get<engine::RecordProviderAnswer>(held->command).outbox;
    answersAside_.insert(call);
    const bool armed = strand_
                           .after(setAsideBackoff(held->tries),
                                  [self = shared_from_this(), held, call] {
                                      self->answersAside_.erase(call);
                                      held->tries = std::min(held->tries, kTriesMax);
                                      self->submit(std::move(*held));
                                  })
                           .has_value();
    if (!armed) answersAside_.erase(call);
}

// Names what an operator needs to find it: ids only, 0 where there is none.
void EventActor::logSetAside(const Entry& entry) {
    const auto& changes = inFlight_->batch.changes();
    RequestId request;
    OutboxSeq call;
    int kind = -1;
    if (entry.job) {
        kind = static_cast<int>(entry.job->command.index());
        if (entry.job->mutation) request = entry.job->mutation->request;
        if (isProviderAnswer(*entry.job)) {
            call = std::get<engine::RecordProviderAnswer>(entry.job->command).outbox;
        }
    }
    with_.log.error("command_set_aside", {{"event_id", event_},
                                          {"kind", kind},
                                          {"request_id", request},
                                          {"outbox_seq", call},
                                          {"reservation_id", reservationTouched(changes)},
                                          {"order_id", orderTouched(changes)}});
}

// After loading it is put off, with its seats kept.
void EventActor::postponeAgain(const engine::DueThing& due) {
    auto known = std::find_if(poisonedDue_.begin(), poisonedDue_.end(),
                              [&](const PoisonedDue& each) { return each.what == due; });
    if (known == poisonedDue_.end()) {
        if (poisonedDue_.size() >= kPoisonedDueMax) poisonedDue_.pop_front();
        poisonedDue_.push_back({due, kPoisonedDueAgain, {}});
        known = std::prev(poisonedDue_.end());
    } else {
        known->wait = std::min(known->wait + known->wait, kPoisonedDueAgainMax);
    }
    known->until = currentTime() + known->wait;
}

}  // namespace tessera::app
