// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "server/app/event_actor.h"
#include "shared/base/check.h"

namespace tessera::app {
namespace {

constexpr std::size_t kLookUpsMax = 256;  // Waiting and under way.
constexpr Duration kDistant = Duration::ofMinutes(60);
// A command's own kinds in `request` rows: the index into engine::Command.
constexpr std::size_t kHoldKind = 0;

engine::Caller asOwner() {
    return {.hash = {}, .channel = engine::Channel::Web, .privileged = true};
}

// What shows the effect of an earlier command: nothing for those whose target says it all.
std::optional<engine::Command> readBack(const RememberedRequest& known) {
    using engine::Command;
    if (known.kind == Command(engine::HoldSeats{}).index() ||
        known.kind == Command(engine::CancelReservation{}).index() ||
        known.kind == Command(engine::RepriceReservation{}).index()) {
        return engine::ReadReservation{ReservationId{known.target}, asOwner()};
    }
    if (known.kind == Command(engine::Checkout{}).index() ||
        known.kind == Command(engine::ExchangeTickets{}).index()) {
        return engine::ReadOrder{OrderId{known.target}, asOwner()};
    }
    if (known.kind == Command(engine::UpdateCode{}).index()) {
        return engine::ReadCode{CodeId{known.target}};
    }
    return std::nullopt;
}

// The order that a command changes, where its outcome does not say: a repeated one is answered from
// it.
std::int64_t orderOf(const engine::Command& command) {
    if (const auto* c = std::get_if<engine::AddTender>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::ConfirmPayment>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::RefundTickets>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::SettleRefund>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::AcceptMove>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::AcceptTransfer>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::CancelTransfer>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::NoteOrder>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::HandOutTickets>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::NotePrint>(&command)) return c->order.value;
    if (const auto* c = std::get_if<engine::ResendMail>(&command)) return c->order.value;
    return 0;
}

// What is to be tried again under its id is not repeated.
bool isOfTheMoment(ProblemKind kind) {
    return kind == ProblemKind::Aborted || kind == ProblemKind::ResourceExhausted ||
           kind == ProblemKind::Unavailable || kind == ProblemKind::DeadlineExceeded;
}

}  // namespace

std::size_t EventActor::batchLimit() const {
    return alone_ + aloneDue_ > 0 ? 1 : with_.options.batchCommandsMax;
}

void EventActor::pump() {
    TESSERA_CHECK(state_ == State::Running);
    Instant now = currentTime();
    decideDue(now);
    while (!waiting_.empty() && open_.entries.size() < batchLimit()) {
        EventJob job = std::move(waiting_.front());
        waiting_.pop_front();
        decide(std::move(job), now);
        now = currentTime();
        decideDue(now);
    }
    requests_->forgetOld(now);
    sealIfPossible(now);
    if (state_ != State::Running) return;
    armForDeadlines(now);
    goOnReturning(now);
    const Instant wake = engine_->wakeAt();
    // Until when buyers may answer, or when seats become the public's, is weeks away: whoever looks
    // after what is due comes back.
    const bool byItself =
        wake == engine_->returnsDue() || (wake == engine_->nextDue() && !engine_->keepsTime());
    const bool distant = byItself && wake > now + kDistant;
    idle_.store((wake == Instant::never() || distant) && waiting_.empty() &&
                    open_.entries.empty() && !inFlight_ && lookUps_ == 0,
                std::memory_order_relaxed);
}

// While a deadline lives also commits at least once a second, so that quiet time is no outage.
void EventActor::armForDeadlines(Instant now) {
    const Instant next = engine_->nextDue();
    if (next == Instant::never()) return;
    // Timers are not for what is months away.
    Duration wait = engine_->keepsTime() ? with_.options.quietCommit : kDistant;
    if (!inFlight_ && engine_->keepsTime()) {
        const std::int64_t since = with_.executor.monotonic().nowMicros() - lastCommitMicros_;
        wait = wait - Duration::ofMicros(since);
    }
    // What is due already waits for the batch in flight, which asks again.
    if (next > now) wait = std::min(wait, next - now);
    armTimer(std::max(wait, Duration::ofMillis(1)));
}

void EventActor::decideDue(Instant now) {
    while (engine_->hasDue(now) && open_.entries.size() < batchLimit()) {
        const std::size_t limit = batchLimit() - open_.entries.size();
        const engine::DueThing first = engine_->firstDue(now);
        engine::Changes changes;
        const std::size_t done = engine_->releaseDue(now, limit, changes);
        open_.batch.add(std::move(changes));
        for (std::size_t i = 0; i < std::max<std::size_t>(done, 1); ++i)
            open_.entries.push_back({Entry::Due, std::nullopt, {}, first});
    }
    // Cancelled by its holder meanwhile: nothing else is to wait for it.
    if (!engine_->hasDue(now) && open_.entries.empty() && !inFlight_) aloneDue_ = 0;
}

void EventActor::decide(EventJob job, Instant now) {
    if (engine_->hasDue(now)) {
        // The open batch is full of what was due; this command is judged after the rest of it.
        waiting_.push_front(std::move(job));
        return;
    }
    if (job.mutation && answerFromMemory(job, now)) return;
    waitingCount_.fetch_sub(1, std::memory_order_relaxed);
    apply(std::move(job), now);
}

// True if the job was dealt with: repeated, refused for its id, or sent to the database.
bool EventActor::answerFromMemory(EventJob& job, Instant now) {
    const auto& mutation = *job.mutation;
    const bool lookedUp = job.lookedUp;
    const auto found = job.found;
    endLookUp(job);
    auto standing = requests_->judge(mutation.request, mutation.fingerprint, now);
    if (standing == RequestStanding::New) return false;
    if (standing == RequestStanding::Unsure) {
        if (!lookedUp) {
            lookUp(std::move(job));
            return true;
        }
        if (!found) return false;
        // Others may have pushed it out since it was read.
        remember(*found, now);
        standing = requests_->judge(mutation.request, mutation.fingerprint, now);
    }
    waitingCount_.fetch_sub(1, std::memory_order_relaxed);
    if (standing == RequestStanding::Repeated) {
        repeat(std::move(job), *requests_->find(mutation.request), now);
    } else {
        answerInBatch(std::move(job), tl::make_unexpected(problemOfStanding(standing, now)));
    }
    return true;
}

void EventActor::repeat(EventJob job, const RememberedRequest& known, Instant now) {
    if (known.refusal) {
        answerInBatch(std::move(job), *known.refusal);
        return;
    }
    engine::Outcome outcome;
    outcome.target = known.target;
    if (auto command = readBack(known)) {
        engine::Changes changes;
        outcome = engine_->apply(*command, now, changes);
        outcome.target = known.target;
        TESSERA_CHECK(changes.empty());
    }
    answerInBatch(std::move(job), std::move(outcome));
}

void EventActor::answerInBatch(EventJob job, JobResult result) {
    open_.entries.push_back({Entry::Job, std::move(job), std::move(result)});
}

// One reading of the database at a time for all that wait: an old id may cost a scan of every
// reservation of the event, and no caller is to keep more than one connection busy with them.
void EventActor::lookUp(EventJob job) {
    if (lookUps_ >= kLookUpsMax) {
        waitingCount_.fetch_sub(1, std::memory_order_relaxed);
        if (job.done) job.done(tl::make_unexpected(busy("Too many old request ids at once.")));
        return;
    }
    ++lookUps_;
    if (!lookedUpIds_.insert(job.mutation->request).second) {
        sameId_.push_back(std::move(job));
        return;
    }
    toLookUp_.push_back(std::move(job));
    if (!lookingUp_) startLookUps();
}

// What was found out about its id is used or void from here on; the next job of the id is judged
// once this one was.
void EventActor::endLookUp(EventJob& job) {
    if (!std::exchange(job.lookedUp, false)) return;
    job.found.reset();
    const RequestId id = job.mutation->request;
    lookedUpIds_.erase(id);
    for (auto same = sameId_.begin(); same != sameId_.end();) {
        if (same->mutation->request != id) {
            ++same;
            continue;
        }
        --lookUps_;
        waiting_.push_front(std::move(*same));
        same = sameId_.erase(same);
    }
}

void EventActor::startLookUps() {
    lookingUp_ = !toLookUp_.empty();
    if (!lookingUp_) return;
    auto jobs = std::make_shared<std::vector<EventJob>>();
    std::vector<RequestId> ids;
    while (!toLookUp_.empty() && ids.size() < store::kRequestsPerLookUp) {
        ids.push_back(toLookUp_.front().mutation->request);
        jobs->push_back(std::move(toLookUp_.front()));
        toLookUp_.pop_front();
    }
    const auto outcome =
        with_.lookUps.post([self = shared_from_this(), jobs, ids = std::move(ids), epoch = epoch_] {
            auto found = std::make_shared<Result<std::vector<store::TakenOver::Request>>>(
                self->with_.store.findRequests(self->event_, ids));
            (void)self->strand_.post(
                [self, jobs, found, epoch] { self->onLookedUp(std::move(*jobs), *found, epoch); },
                runtime::Urgency::NeverShed);
        });
    if (outcome == runtime::PostOutcome::Accepted) return;
    lookingUp_ = false;
    failLookUps(*jobs, busy("Too many look-ups."));
}

void EventActor::failLookUps(std::vector<EventJob>& jobs, const Problem& problem) {
    for (auto& job : jobs) {
        job.lookedUp = true;
        endLookUp(job);
        --lookUps_;
        waitingCount_.fetch_sub(1, std::memory_order_relaxed);
        if (job.done) job.done(tl::make_unexpected(problem));
    }
}

void EventActor::onLookedUp(std::vector<EventJob> jobs,
                            const Result<std::vector<store::TakenOver::Request>>& found,
                            std::int64_t epoch) {
    if (!found) {
        failLookUps(jobs, unavailable("The look-up failed."));
        startLookUps();
        return run();
    }
    // Of an owner before this one: its last batch may have said otherwise since.
    const bool holds = requests_ && epoch_ == epoch;
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) {
        --lookUps_;
        job->lookedUp = true;
        const auto known =
            std::ranges::find(*found, job->mutation->request, &store::TakenOver::Request::request);
        if (known != found->end()) job->found = *known;
        if (!holds) endLookUp(*job);
        waiting_.push_front(std::move(*job));
    }
    startLookUps();
    run();
}

void EventActor::remember(const store::TakenOver::Request& known, Instant now) {
    requests_->remember(known.request, {known.fingerprint, known.kind, known.target, nullptr}, now);
}

std::optional<Problem> EventActor::judgeFirst(const EventJob& job, Instant now) {
    if (job.mutation && job.mutation->deed) {
        if (auto problem = trail_->judge(*job.mutation->deed, now)) return problem;
    }
    return job.judge ? job.judge(*engine_) : std::nullopt;
}

void EventActor::apply(EventJob job, Instant now) {
    if (auto problem = judgeFirst(job, now)) {
        if (job.mutation && !isOfTheMoment(problem->kind)) {
            requests_->remember(
                job.mutation->request,
                {job.mutation->fingerprint, static_cast<std::uint8_t>(job.command.index()), 0,
                 std::make_shared<JobResult>(tl::make_unexpected(*problem))},
                now);
        }
        answerInBatch(std::move(job), tl::make_unexpected(std::move(*problem)));
        return;
    }
    if (job.make) job.command = job.make(*engine_);
    engine::Changes changes;
    auto outcome = engine_->apply(job.command, now, changes);
    with_.metrics.commands.add();
    if (job.mutation) rememberOutcome(job, outcome, changes, now);
    if (job.mutation && job.mutation->deed && outcome.hadEffect) {
        open_.trail.push_back(trail_->add(*job.mutation->deed, job.command, outcome, changes, now));
    }
    open_.batch.add(std::move(changes));
    open_.entries.push_back({Entry::Job, std::move(job), std::move(outcome)});
}

void EventActor::rememberOutcome(const EventJob& job, const engine::Outcome& outcome,
                                 engine::Changes& changes, Instant now) {
    // Nothing was judged: it comes again with what was missing.
    if (outcome.refusal == engine::Refusal::RecordNeeded) return;
    RememberedRequest known{job.mutation->fingerprint,
                            static_cast<std::uint8_t>(job.command.index()), outcome.target,
                            nullptr};
    if (outcome.refusal != engine::Refusal::None) {
        known.refusal = std::make_shared<JobResult>(outcome);
    } else if (std::holds_alternative<engine::RefundTickets>(job.command)) {
        // The group: whose refund it was the order does not say, which may have several.
    } else if (const auto* held = std::get_if<engine::ReservationView>(&outcome.view)) {
        known.target = held->id.value;
    } else if (const auto* order = std::get_if<engine::OrderView>(&outcome.view)) {
        known.target = order->id.value;
    } else if (const std::int64_t about = orderOf(job.command); about != 0) {
        known.target = about;
    }
    if (outcome.hadEffect && job.command.index() != kHoldKind) {
        changes.requests.push_back(
            {job.mutation->request, job.mutation->fingerprint, known.kind, known.target, now});
    }
    requests_->remember(job.mutation->request, std::move(known), now);
}

}  // namespace tessera::app
