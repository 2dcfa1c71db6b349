// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/commits.h"

#include <string>
#include <utility>

#include "server/store/limits.h"
namespace tessera::simulation {
namespace {

using store::CommitOutcome;
using store::CommitResult;

// A late batch has lain somewhere on its way, where no deadline of its sender ends it: mostly so
// short that its sender is about to take the event over again, else long after.
constexpr Duration kLateShort = Duration::ofMillis(300);
constexpr Duration kLateLong = Duration::ofSeconds(10);
constexpr std::int64_t kShortPerMillion = 600000;

CommitResult broken() {
    return {CommitOutcome::Unknown, {}, "the connection broke"};
}

}  // namespace

struct SimStore::Commits::Sent {
    DatabaseUser user;  // Its `waiting` may be gone.
    std::weak_ptr<Commits> from;
    Number no = 0;
    store::BatchHead head;
    engine::Changes changes;
    bool late = false;
};

void SimStore::Commits::send(const store::BatchHead& head, const engine::Changes& changes,
                             std::function<void(CommitResult)> done) {
    if (user_.waiting.isDead()) return;  // Nothing that it does has an effect any more.
    const Number no = ++last_;
    auto& unanswered = unanswered_[no];
    unanswered.done = std::move(done);
    unanswered.deadline =
        user_.agenda.after(store::kCallDeadline, user_.process, [from = weak_from_this(), no] {
            if (const auto self = from.lock()) self->deliver(no);
        });
    auto way = user_.network.wayOf(user_.end, kDatabaseEnd);
    if (!way) return sendIntoNothing(no);
    // Not while it has to connect first: then it would hear of it.
    const bool late = !mustConnect_ && user_.faults.draws(Fault::CommitLate);
    if (late) way = lateness();
    auto sent = std::make_shared<Sent>(Sent{user_, weak_from_this(), no, head, changes, late});
    user_.agenda.after(*way, kWorld,
                       [sent, life = user_.database.service().life()] { arrive(sent, life); });
}

Duration SimStore::Commits::lateness() const {
    Random& random = user_.database.service().random();
    const Duration most = random.chance(kShortPerMillion) ? kLateShort : kLateLong;
    return store::kCallDeadline + random.between(Duration::ofMicros(1), most);
}

// As Link does: a connection that is made anew certainly brought nothing there.
void SimStore::Commits::sendIntoNothing(Number no) {
    if (mustConnect_) {
        heardIn(store::kConnectTimeout, no, {CommitOutcome::NotDone, {}, "timeout expired"});
        return;
    }
    if (user_.network.random().chance(kResetPerMillion)) heardIn(kReset, no, broken());
}

void SimStore::Commits::heardIn(Duration time, Number no, CommitResult result) {
    user_.agenda.after(time, kWorld,
                       [from = weak_from_this(), no, result = std::move(result)]() mutable {
                           if (const auto self = from.lock()) self->hear(no, std::move(result));
                       });
}

// What is there when the deadline comes has come in time, though the process may have been paused.
void SimStore::Commits::hear(Number no, CommitResult result) {
    const auto found = unanswered_.find(no);
    if (found == unanswered_.end() || found->second.heard || user_.waiting.isDead()) return;
    found->second.heard = std::move(result);
    user_.agenda.after({}, user_.process, [from = weak_from_this(), no] {
        if (const auto self = from.lock()) self->deliver(no);
    });
}

void SimStore::Commits::deliver(Number no) {
    auto node = unanswered_.extract(no);
    if (node.empty()) return;
    Unanswered& answered = node.mapped();
    user_.agenda.cancel(answered.deadline);
    // As the real one: a connection that a batch got no word from is given up.
    mustConnect_ = !answered.heard || answered.heard->outcome == CommitOutcome::NotDone ||
                   answered.heard->outcome == CommitOutcome::Unknown;
    answered.done(answered.heard ? std::move(*answered.heard)
                                 : CommitResult{CommitOutcome::Unknown, {}, "no answer in time"});
}

void SimStore::Commits::arrive(const std::shared_ptr<Sent>& sent, std::int64_t life) {
    DatabaseService& service = sent->user.database.service();
    if (service.life() != life) return answer(sent, broken());
    if (service.isDown()) {
        return answer(sent, {CommitOutcome::NotDone, {}, "connection refused"});
    }
    if (sent->late) {
        sent->user.faults.count(Fault::CommitLate);
        sent->user.trace.note(Told::Fault, {25, sent->head.event.value, sent->head.batch}, [&] {
            return "batch " + std::to_string(sent->head.batch) + " of event " +
                   std::to_string(sent->head.event.value) +
                   " arrives only now, long after its sender has given it up";
        });
    }
    service.serve({DatabaseService::Kind::Commit, sent->head.event,
                   [sent](DatabaseService::Ending ending) { serve(sent, ending); }});
}

void SimStore::Commits::serve(const std::shared_ptr<Sent>& sent, DatabaseService::Ending ending) {
    SimDatabase& database = sent->user.database;
    switch (ending) {
        case DatabaseService::Ending::Served:
            break;
        case DatabaseService::Ending::Unheard:
            if (!database.poison().has(sent->head, sent->changes)) {
                static_cast<void>(database.applyBatch(sent->user.node, sent->head, sent->changes));
            }
            return answer(sent, broken());
        case DatabaseService::Ending::Broken:
            return answer(sent, broken());
        case DatabaseService::Ending::LockTimedOut:
            return answer(sent, {CommitOutcome::Unknown, "55P03", "lock timeout"});
    }
    // Faults are of right batches: a fenced one is a former owner's whatever else happens.
    Faults& faults = sent->user.faults;
    const bool right = !database.isFenced(sent->head);
    if (right) {
        if (auto refused = database.poison().judge(sent->head, sent->changes)) {
            return answer(sent, std::move(*refused));
        }
    }
    if (right && faults.fires(Fault::CommitLost)) return loseAnswer(sent);
    CommitResult result = database.applyBatch(sent->user.node, sent->head, sent->changes);
    const bool lost =
        result.outcome == CommitOutcome::Committed && faults.fires(Fault::CommitAnswerLost);
    if (lost) return loseAnswer(sent);
    answer(sent, std::move(result));
}

void SimStore::Commits::answer(const std::shared_ptr<Sent>& sent, CommitResult result) {
    const auto back = sent->user.network.wayOf(kDatabaseEnd, sent->user.end);
    if (!back) return;
    sent->user.agenda.after(*back, kWorld, [sent, result = std::move(result)]() mutable {
        if (const auto self = sent->from.lock()) self->hear(sent->no, std::move(result));
    });
}

// Some are told that the connection broke, others wait until their time is over.
void SimStore::Commits::loseAnswer(const std::shared_ptr<Sent>& sent) {
    const bool told = sent->user.database.service().random().chance(500000);
    sent->user.trace.note(Told::Fault, {23, sent->head.event.value, sent->head.batch, told}, [&] {
        return "the answer to batch " + std::to_string(sent->head.batch) + " of event " +
               std::to_string(sent->head.event.value) + " is lost";
    });
    if (told) answer(sent, broken());
}

}  // namespace tessera::simulation
