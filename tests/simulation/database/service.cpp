// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/database/service.h"

#include <algorithm>
#include <string>
#include <utility>

#include "server/store/limits.h"
#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr std::int64_t kScansPerMillion = 200000;

bool takesFence(DatabaseService::Kind kind) {
    return kind == DatabaseService::Kind::Commit || kind == DatabaseService::Kind::TakeOver;
}

}  // namespace

std::int64_t DatabaseService::serve(Work work) {
    TESSERA_CHECK(!isDown());
    const WorkNo no = ++last_;
    const EventId event = work.event;
    const Kind kind = work.kind;
    running_.emplace(no, Running{std::move(work), false, 0});
    if (!takesFence(kind)) return begin(no);
    auto& queue = fences_[event];
    queue.push_back(no);
    if (queue.front() == no) return begin(no);
    running_.at(no).next =
        kind == Kind::Commit
            ? agenda_.after(store::kLockTimeout, kWorld,
                            [this, no] { finish(no, Ending::LockTimedOut); })
            : agenda_.after(store::kBlockedPatience, kWorld, [this, no] { endBlockers(no); });
    return 0;
}

std::int64_t DatabaseService::begin(WorkNo no) {
    Running& running = running_.at(no);
    agenda_.cancel(running.next);
    running.begun = true;
    const Duration time = timeFor(running.work.kind);
    running.next = agenda_.after(time, kWorld, [this, no] { finish(no, Ending::Served); });
    return agenda_.now() + time.micros;
}

void DatabaseService::finish(WorkNo no, Ending ending) {
    auto node = running_.extract(no);
    agenda_.cancel(node.mapped().next);
    const Work& work = node.mapped().work;
    work.end(ending);
    if (!takesFence(work.kind)) return;
    const auto fence = fences_.find(work.event);
    auto& queue = fence->second;
    const bool had = queue.front() == no;
    std::erase(queue, no);
    if (queue.empty()) {
        fences_.erase(fence);
    } else if (had) {
        begin(queue.front());
    }
}

// Whoever has the fence by now, and again if another one gets it before.
void DatabaseService::endBlockers(WorkNo no) {
    running_.at(no).next =
        agenda_.after(store::kBlockedLookAgain, kWorld, [this, no] { endBlockers(no); });
    const EventId event = running_.at(no).work.event;
    trace_.note(Told::Database, {1, event.value}, [&] {
        return "who has the fence of event " + std::to_string(event.value) +
               " is ended by a take-over that waits";
    });
    finish(fences_.at(event).front(), Ending::Broken);
}

void DatabaseService::goDown(Duration time) {
    faults_.count(Fault::DatabaseDown);
    downUntil_ = std::max(downUntil_, agenda_.now() + time.micros);
    ++life_;
    trace_.note(Told::Fault, {20, time.micros}, [&] {
        return "the database goes down for " + std::to_string(time.micros / 1000) + " ms";
    });
    fences_.clear();
    for (auto& [no, running] : std::exchange(running_, {})) {
        agenda_.cancel(running.next);
        const bool isDone = running.begun && random_.chance(500000);
        running.work.end(isDone ? Ending::Unheard : Ending::Broken);
    }
}

void DatabaseService::goSlow(Duration time) {
    slowUntil_ = std::max(slowUntil_, agenda_.now() + time.micros);
    slowCounted_ = false;
    trace_.note(Told::Fault, {21, time.micros}, [&] {
        return "the database is slow for " + std::to_string(time.micros / 1000) + " ms";
    });
}

Duration DatabaseService::timeFor(Kind kind) {
    if (agenda_.now() < slowUntil_ && !faults_.healed()) {
        if (!std::exchange(slowCounted_, true)) faults_.count(Fault::DatabaseSlow);
        return random_.between(Duration::ofMillis(50), Duration::ofSeconds(3));
    }
    switch (kind) {
        case Kind::Read:
            return random_.between(Duration::ofMicros(100), Duration::ofMillis(1));
        case Kind::LongRead:
            // Of every reservation of the event, at worst.
            return random_.between(Duration::ofMillis(1), random_.chance(kScansPerMillion)
                                                              ? Duration::ofSeconds(5)
                                                              : Duration::ofMillis(300));
        case Kind::Commit:
            return random_.between(Duration::ofMicros(300), Duration::ofMillis(3));
        case Kind::TakeOver:
            return random_.between(Duration::ofMillis(1), Duration::ofMillis(15));
    }
    return {};
}

}  // namespace tessera::simulation
