// SPDX-License-Identifier: Apache-2.0
// Returns the tickets of an event that was cancelled or moved, a page of orders at a time, each by
// a command like anybody's. Nothing is kept of how far it is: the engine says what is left.
#include <algorithm>
#include <utility>

#include "server/app/event_actor.h"
#include "shared/base/check.h"

namespace tessera::app {
namespace {

using engine::Refusal;

constexpr std::size_t kReturnsPerPage = 50;
constexpr Duration kLookEvery = Duration::ofMillis(20);
constexpr Duration kLookAgain = Duration::ofSeconds(1);
// An answer that comes late may be weeks away: timers are not for that.
constexpr Duration kLookLater = Duration::ofMinutes(60);
constexpr Duration kReturnAside = Duration::ofSeconds(60);
constexpr std::size_t kAsideMax = 1000;  // And a page more.

EventJob returnOf(const std::shared_ptr<const engine::OrderRecord>& record,
                  const engine::Disruption& why) {
    engine::RefundTickets command;
    command.order = record->order.id;
    command.record = record;
    command.caller = {{}, engine::Channel::BoxOffice, true};
    command.reason = why.kind == engine::DisruptionKind::Cancelled
                         ? engine::RefundReason::EventCancelled
                         : engine::RefundReason::EventMoved;
    command.keepFee = false;
    EventJob job;
    job.command = std::move(command);
    // Moved or cancelled since it was chosen: its buyer is asked again, or it is for that reason.
    job.judge = [number = why.number](const engine::EventEngine& engine) {
        const bool same = engine.terms().disruption.number == number;
        return same ? std::nullopt : std::optional(changedMeanwhile());
    };
    return job;
}

// It is returned already, or comes again with the next page.
bool isNoFault(Refusal refusal) {
    return refusal == Refusal::None || refusal == Refusal::RecordNeeded ||
           refusal == Refusal::TicketNotActive || refusal == Refusal::OrderNotPaid ||
           refusal == Refusal::OrderUnknown;
}

}  // namespace

// After every pump: what was committed may have made room for more.
void EventActor::goOnReturning(Instant now) {
    const Instant due = engine_->returnsDue();
    if (due == Instant::never()) return;
    if (due > now) return armTimer(std::min(due - now, kLookLater));
    if (returns_.reading || returns_.underWay > 0) return;
    const std::int64_t monotonic = with_.executor.monotonic().nowMicros();
    const Duration since = Duration::ofMicros(monotonic - returns_.lookedMicros);
    if (since < kLookEvery) return armTimer(kLookEvery - since);
    returns_.lookedMicros = monotonic;
    std::erase_if(returns_.aside, [&](const auto& each) { return each.second <= now; });
    // So many are no fault of theirs: the first that comes again shows whether it is over.
    if (returns_.aside.size() >= kAsideMax) return armTimer(kLookAgain);
    std::set<OrderId> aside;
    for (const auto& [order, until] : returns_.aside) aside.insert(order);
    auto orders = engine_->nextReturns(now, kReturnsPerPage, aside);
    if (!orders.empty()) return readReturns(std::move(orders));
    if (engine_->returnsAreDone(now)) return finishReturning();
    armTimer(kLookAgain);
}

void EventActor::finishReturning() {
    EventJob job;
    job.command = engine::FinishDisruption{};
    submitReturn({}, std::move(job));
}

void EventActor::readReturns(std::vector<OrderId> orders) {
    returns_.reading = true;
    const std::int32_t number = engine_->terms().disruption.number;
    const auto outcome = with_.blocking.post([self = shared_from_this(), number,
                                              orders = std::move(orders)] {
        auto records = std::make_shared<std::vector<Record>>();
        auto found = self->with_.store.readRecords(self->event_, orders);
        // None: the database is away, and they are read again later.
        if (found) {
            *records = std::move(*found);
        } else {
            self->with_.log.warn(
                "returns_not_read",
                {{"event_id", self->event_}, {"detail", runtime::logSafe(found.error().message)}});
        }
        std::erase(*records, nullptr);
        (void)self->strand_.post([self, number, records] { self->onReturnsRead(number, *records); },
                                 runtime::Urgency::NeverShed);
    });
    if (outcome == runtime::PostOutcome::Accepted) return;
    returns_.reading = false;
    armTimer(kLookAgain);
}

void EventActor::onReturnsRead(std::int32_t number, const std::vector<Record>& records) {
    returns_.reading = false;
    if (state_ != State::Running) return;
    if (records.empty()) return armTimer(kLookAgain);
    const engine::Disruption why = engine_->terms().disruption;
    if (why.number != number) return armTimer(kLookEvery);
    for (const Record& record : records) submitReturn(record->order.id, returnOf(record, why));
}

void EventActor::submitReturn(OrderId order, EventJob job) {
    job.sheddable = false;
    job.done = [self = shared_from_this(), order](const JobResult& result) {
        (void)self->strand_.post([self, order, result] { self->onReturned(order, result); },
                                 runtime::Urgency::NeverShed);
    };
    ++returns_.underWay;
    submit(std::move(job));
}

void EventActor::onReturned(OrderId order, const JobResult& result) {
    TESSERA_CHECK(returns_.underWay > 0);
    --returns_.underWay;
    // Unavailable: it was not decided, or that is not known. Aborted: it is not what was asked.
    const bool fault = result ? !isNoFault(result->refusal)
                              : result.error().kind != ProblemKind::Unavailable &&
                                    result.error().kind != ProblemKind::Aborted;
    if (fault && order) {
        returns_.aside[order] = currentTime() + kReturnAside;
        const std::string why = result ? problemOf(*result).reason : result.error().reason;
        with_.log.error(
            "return_put_off",
            {{"event_id", event_}, {"order_id", order}, {"reason", runtime::logSafe(why)}});
    }
    // That nothing is left was not written: not again at once.
    const bool finished = order || (result && result->hadEffect);
    if (!finished) {
        returns_.lookedMicros =
            with_.executor.monotonic().nowMicros() + (kLookAgain - kLookEvery).micros;
    }
    if (returns_.underWay == 0 && state_ == State::Running) pump();
}

}  // namespace tessera::app
