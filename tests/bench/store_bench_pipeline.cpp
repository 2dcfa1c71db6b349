// SPDX-License-Identifier: Apache-2.0
// Our side: one thread decides for all events, early; answers come when their batch has committed.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <random>

#include "server/engine/event_engine.h"
#include "server/store/pg_binary.h"
#include "tests/bench/store_bench.h"

namespace tessera::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatchCommandsMax = 500;
constexpr int kTriesMax = 1000;  // Of one buyer for two seats that are free.

struct Sealed {
    store::Batch batch;
    std::vector<Clock::time_point> asked;  // When each of its holds was wanted.
    std::size_t commands = 0;
};

// One event: its engine, the open batch, and the batch on its way.
struct Event {
    EventId id;
    std::unique_ptr<engine::EventEngine> engine;
    std::int64_t epoch = 0;
    std::int64_t lastBatch = 0;
    Sealed open;
    Sealed sent;
    bool inFlight = false;
    std::deque<Clock::time_point> wanted;  // Buyers who wait to be decided.
    engine::Changes changes;
};

class Pipeline {
public:
    Pipeline(Bench& bench, const std::vector<EventId>& ids, int buyers);
    PipelineFigures run();

private:
    Instant now() const {
        return base_ +
               Duration{std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start_)
                            .count()};
    }
    void decide(Event& event);
    void hold(Event& event, Clock::time_point asked, Instant at);
    void seal(Event& event);
    void onCommitted(Event& event, const store::CommitResult& result);
    std::vector<std::pair<Event*, store::CommitResult>> takeAnswers();
    void drain();

    Bench& bench_;
    std::vector<std::unique_ptr<Event>> events_;
    std::mt19937_64 random_{20260504};
    Clock::time_point start_ = Clock::now();
    Instant base_;
    bool measuring_ = false;
    std::vector<float> latencies_;
    std::int64_t commands_ = 0;
    std::int64_t batches_ = 0;
    Clock::duration waiting_{};
    std::mutex mutex_;
    std::condition_variable answered_;
    std::vector<std::pair<Event*, store::CommitResult>> answers_;  // Guarded by mutex_.
};

Pipeline::Pipeline(Bench& bench, const std::vector<EventId>& ids, int buyers) : bench_(bench) {
    for (const EventId id : ids) {
        auto taken = valueOrDie(bench.store->takeOver(id, NodeId{1}), "take over");
        auto event = std::make_unique<Event>();
        event->id = id;
        event->epoch = taken.epoch;
        event->lastBatch = taken.loaded.lastBatch;
        event->engine =
            std::make_unique<engine::EventEngine>(taken.layout, std::move(taken.loaded));
        base_ = std::max(base_, taken.databaseNow);
        event->wanted.assign(static_cast<std::size_t>(buyers), Clock::now());
        events_.push_back(std::move(event));
    }
    start_ = Clock::now();
}

void Pipeline::hold(Event& event, Clock::time_point asked, Instant at) {
    const std::int32_t pairs = bench_.layout->seatCount() / 2;
    engine::HoldSeats command;
    auto* bytes = reinterpret_cast<char*>(command.request.bytes.data());
    store::putBigEndian(bytes, static_cast<std::uint64_t>(at.micros / 1000), 6);
    store::put64(bytes + 8, static_cast<std::int64_t>(random_()));
    store::put64(reinterpret_cast<char*>(command.caller.hash.bytes.data()),
                 static_cast<std::int64_t>(random_()));
    command.fingerprint = Fingerprint{1};
    // A buyer whose seats are taken, or are for companions, tries others, as people do: the answer
    // counts from the wish.
    const auto triesOthers = [](engine::Refusal refusal) {
        return refusal == engine::Refusal::SeatUnavailable ||
               refusal == engine::Refusal::CompanionNeedsWheelchairPlace;
    };
    auto refusal = engine::Refusal::SeatUnavailable;
    for (int tries = 0; triesOthers(refusal) && tries < kTriesMax; ++tries) {
        const auto first =
            static_cast<std::int32_t>(random_() % static_cast<std::uint64_t>(pairs)) * 2;
        command.selection = engine::SeatSelection{
            {{SeatNo{first}, TicketTypeNo{0}}, {SeatNo{first + 1}, TicketTypeNo{0}}}};
        ++event.open.commands;
        refusal = event.engine->apply(command, at, event.changes).refusal;
    }
    if (refusal != engine::Refusal::None) {
        die("a hold was refused: " + std::to_string(static_cast<int>(refusal)));
    }
    event.open.asked.push_back(asked);
}

void Pipeline::decide(Event& event) {
    const Instant at = now();
    while (event.open.commands < kBatchCommandsMax && event.engine->hasDue(at)) {
        event.open.commands +=
            event.engine->releaseDue(at, kBatchCommandsMax - event.open.commands, event.changes);
    }
    while (event.open.commands < kBatchCommandsMax && !event.wanted.empty()) {
        hold(event, event.wanted.front(), at);
        event.wanted.pop_front();
    }
    if (!event.changes.empty()) event.open.batch.add(std::move(event.changes));
    if (!event.inFlight && event.open.commands > 0) seal(event);
}

void Pipeline::seal(Event& event) {
    std::swap(event.open, event.sent);
    event.inFlight = true;
    store::BatchHead head;
    head.event = event.id;
    head.epoch = event.epoch;
    head.batch = ++event.lastBatch;
    head.now = now();
    head.wakeAt = event.engine->nextDue();
    head.mapChanged = event.sent.batch.mapChanged();
    bench_.store->commit(head, event.sent.batch, [this, &event](store::CommitResult result) {
        const std::lock_guard lock(mutex_);
        answers_.emplace_back(&event, std::move(result));
        answered_.notify_one();
    });
}

void Pipeline::onCommitted(Event& event, const store::CommitResult& result) {
    if (result.outcome != store::CommitOutcome::Committed) {
        die("a batch failed: " + result.sqlstate + " " + result.detail);
    }
    const auto at = Clock::now();
    for (const auto asked : event.sent.asked) {
        if (measuring_) {
            latencies_.push_back(std::chrono::duration<float, std::milli>(at - asked).count());
        }
        event.wanted.push_back(at);
    }
    if (measuring_) {
        ++batches_;
        commands_ += static_cast<std::int64_t>(event.sent.commands);
    }
    event.sent.batch.clear();
    event.sent.asked.clear();
    event.sent.commands = 0;
    event.inFlight = false;
}

// Waits for an answer, or for a millisecond: holds become due meanwhile.
std::vector<std::pair<Event*, store::CommitResult>> Pipeline::takeAnswers() {
    const auto before = Clock::now();
    std::unique_lock lock(mutex_);
    answered_.wait_for(lock, std::chrono::milliseconds(1), [this] { return !answers_.empty(); });
    waiting_ += Clock::now() - before;
    return std::exchange(answers_, {});
}

// Lets what is on its way end, and every hold expire, so that the seats are free afterwards.
void Pipeline::drain() {
    for (const auto& event : events_) event->wanted.clear();
    for (bool busy = true; busy;) {
        for (auto& [event, result] : takeAnswers()) onCommitted(*event, result);
        busy = false;
        for (const auto& event : events_) {
            event->wanted.clear();
            decide(*event);
            busy = busy || event->inFlight || event->engine->nextDue() != Instant::never();
        }
    }
}

PipelineFigures Pipeline::run() {
    const auto begin = Clock::now() + kWarmUp;
    const auto end = begin + std::chrono::seconds(bench_.seconds);
    std::int64_t walBefore = 0;
    const std::string walNow = "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint";
    for (auto at = Clock::now(); at < end; at = Clock::now()) {
        if (!measuring_ && at >= begin) {
            measuring_ = true;
            walBefore = bench_.number(walNow);
            waiting_ = {};
        }
        for (const auto& event : events_) decide(*event);
        for (auto& [event, result] : takeAnswers()) onCommitted(*event, result);
    }
    const double took = std::chrono::duration<double>(Clock::now() - begin).count();
    PipelineFigures figures;
    const auto holds = static_cast<double>(latencies_.size());
    figures.walBytesPerHold = static_cast<double>(bench_.number(walNow) - walBefore) / holds;
    figures.holdsPerSecond = holds / took;
    figures.commandsPerBatch = static_cast<double>(commands_) / static_cast<double>(batches_);
    figures.engineBusy = 1 - std::chrono::duration<double>(waiting_).count() / took;
    std::sort(latencies_.begin(), latencies_.end());
    figures.p50Ms = static_cast<double>(latencies_[latencies_.size() / 2]);
    figures.p99Ms = static_cast<double>(latencies_[latencies_.size() * 99 / 100]);
    measuring_ = false;
    drain();
    return figures;
}

}  // namespace

PipelineFigures runPipeline(Bench& bench, const std::vector<EventId>& events, int buyers) {
    return Pipeline(bench, events, buyers).run();
}

}  // namespace tessera::bench
