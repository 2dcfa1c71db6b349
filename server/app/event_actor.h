// SPDX-License-Identifier: Apache-2.0
// The owner of one event on this node: decides early, answers late (DESIGN 2).
//
// Commands enter a bounded inbox from any thread and are decided one at a time on the actor's
// strand. Decided commands gather in the open batch; when the batch before it has committed it is
// sealed, sent as one fenced transaction, and its answers leave when that has committed. When a
// commit fails or its result is unknown the engine is dropped, the event is taken over again and
// the commands go through once more; their request ids find what happened. Thread-safe.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <vector>

#include "server/app/event_job.h"
#include "server/app/event_trail.h"
#include "server/app/request_memory.h"
#include "server/cluster/ownership.h"
#include "server/engine/event_engine.h"
#include "server/engine/order_record.h"
#include "server/payments/outbox_worker.h"
#include "server/runtime/clock.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/metrics.h"
#include "server/runtime/strand.h"
#include "server/store/batch.h"
#include "server/store/store.h"
#include "server/stream/seat_map_hub.h"

namespace tessera::app {

struct ActorOptions {
    std::size_t queueMax = 20000;      // Sheddable commands waiting; beyond: OVERLOADED at once.
    std::size_t queueHardMax = 40000;  // All commands waiting; beyond: OWNER_UNAVAILABLE.
    std::size_t batchCommandsMax = 500;
    std::size_t requestsRemembered = 200000;
    Duration quietCommit = Duration::ofMillis(900);  // While holds live (DESIGN 3, Time).
    Duration waitMax = Duration::ofSeconds(5);       // For an owner; then OWNER_UNAVAILABLE.
    bool confirmByMail = false;                      // A batch queues the mail that it makes due.
};

struct ActorMetrics {
    explicit ActorMetrics(runtime::Metrics& metrics);
    runtime::Counter& commands;
    runtime::Counter& shed;
    runtime::Counter& batches;
    runtime::Counter& commitFailures;
    runtime::Counter& setAside;
    runtime::Counter& ordersUnpaid;
    runtime::Counter& ordersManual;
    runtime::Counter& refundsManual;
    runtime::Counter& notLoaded;
    runtime::Counter& rowsDisagree;
    runtime::Counter& ownedElsewhere;
    std::array<runtime::Counter*, 4> providerAnswers;  // By engine::AnswerKind.
    runtime::Histogram& batchCommands;
    runtime::Histogram& commitLatency;
    runtime::Histogram& answerLatency;
};

// What actors share; outlives them.
struct ActorSurroundings {
    runtime::Executor& executor;  // Short tasks.
    runtime::Executor& blocking;  // Calls that wait for the database.
    runtime::Executor& lookUps;   // Of old request ids, which may take long: few threads.
    store::Store& store;
    cluster::Owners& owners;
    runtime::DatabaseClock& clock;
    std::shared_ptr<const stream::Encoder> encoder;
    payments::OutboxWorker* outbox = nullptr;  // Set before the first job.
    runtime::Log& log;
    ActorMetrics& metrics;
    ActorOptions options;
    // Order watches. On the event's strand.
    std::function<void(EventId, const engine::Changes&)> onCommitted = {};
    std::function<void(EventId)> onTakenOver = {};
    std::function<void(EventId)> onLeft = {};  // Another node has it, or it is closed here.
};

class EventActor : public std::enable_shared_from_this<EventActor> {
public:
    EventActor(EventId event, ActorSurroundings& surroundings);

    // Takes the job or answers its refusal at once, on this thread.
    void submit(EventJob job);
    // Takes the event over if nobody has asked for it yet: its deadlines are kept without traffic.
    void load();
    // Another node may have taken the event unnoticed: commits soon, if only to find out.
    void renew();
    // Calls with the feed once the event is loaded, or with the problem.
    void whenLoaded(MapUse use, const Reply<std::shared_ptr<stream::SeatMapFeed>>& reply);

    // Refuses new jobs, answers those that wait OWNER_UNAVAILABLE, lets the batch in flight end.
    void close();
    bool isIdle() const { return idle_.load(std::memory_order_relaxed); }
    // Somebody follows its seat map.
    bool isWatched() const;
    std::int64_t lastUsedMicros() const { return lastUsed_.load(std::memory_order_relaxed); }
    EventId event() const { return event_; }

private:
    enum class State { Unloaded, Loading, Running, Halted, Closed };

    // Something decided in a batch.
    struct Entry {
        enum Kind { Job, Due, Resume } kind = Job;
        std::optional<EventJob> job;  // Of a Job that has not been answered.
        JobResult result;
        engine::DueThing due{};  // Of a Due.
    };
    // A release that the database refused when it was alone in its batch.
    struct PoisonedDue {
        engine::DueThing what;
        Duration wait;
        Instant until;
    };
    struct OpenBatch {
        store::Batch batch;
        std::vector<Entry> entries;
        std::vector<store::TrailRow> trail;
        std::uint64_t arrived = 0;  // In requests_, when it was sealed.
    };

    // event_actor.cpp: inbox, loading, halting.
    void schedule();
    void run();
    void startLoading();
    void loadAfter(Duration wait);
    Duration reloadBackoff() const;
    void leaveDamaged(const std::string& fault);
    void onAcquired(Result<cluster::Acquired> acquired);
    void onOwnedElsewhere();
    void leaveFeed();
    void adopt(store::TakenOver taken);
    void failWaiting(const Problem& problem);
    void failOverdue();
    std::shared_ptr<stream::SeatMapFeed> shownFeed() const;
    void give(MapUse use, const Reply<std::shared_ptr<stream::SeatMapFeed>>& reply,
              const std::shared_ptr<stream::SeatMapFeed>& feed, Instant now);
    void armTimer(Duration delay);
    void disarmTimer();
    void postponePoisoned(Instant now);
    Instant currentTime();

    // event_actor_decide.cpp: from the inbox into the open batch.
    void pump();
    void armForDeadlines(Instant now);
    void decideDue(Instant now);
    void decide(EventJob job, Instant now);
    bool answerFromMemory(EventJob& job, Instant now);
    void repeat(EventJob job, const RememberedRequest& known, Instant now);
    void lookUp(EventJob job);
    void endLookUp(EventJob& job);
    void startLookUps();
    void failLookUps(std::vector<EventJob>& jobs, const Problem& problem);
    void onLookedUp(std::vector<EventJob> jobs,
                    const Result<std::vector<store::TakenOver::Request>>& found,
                    std::int64_t epoch);
    std::optional<Problem> judgeFirst(const EventJob& job, Instant now);
    void apply(EventJob job, Instant now);
    void remember(const store::TakenOver::Request& known, Instant now);
    void rememberOutcome(const EventJob& job, const engine::Outcome& outcome,
                         engine::Changes& changes, Instant now);
    std::size_t batchLimit() const;
    void answerInBatch(EventJob job, JobResult result);

    // event_actor_returns.cpp: tickets of an event that was cancelled or moved.
    using Record = std::shared_ptr<const engine::OrderRecord>;
    void goOnReturning(Instant now);
    void readReturns(std::vector<OrderId> orders);
    void onReturnsRead(std::int32_t number, const std::vector<Record>& records);
    void submitReturn(OrderId order, EventJob job);
    void finishReturning();
    void onReturned(OrderId order, const JobResult& result);

    // event_actor_commit.cpp: sealing, committing, failing.
    void sealIfPossible(Instant now);
    void onCommit(const store::CommitResult& result);
    void publish(const store::Batch& batch);
    void deliver(std::vector<Entry> entries);
    void failStop(const store::CommitResult& result);
    bool isContent(const store::CommitResult& result);
    void findPoisoned();
    void setAside(Entry& entry);
    void logSetAside(const Entry& entry);
    void postponeAgain(const engine::DueThing& due);
    void raiseAlarms(const engine::Changes& changes);
    std::int32_t committedAreaFree(const engine::AreaChange& change);

    const EventId event_;
    ActorSurroundings& with_;
    runtime::Strand strand_;

    mutable std::mutex inboxMutex_;
    std::deque<EventJob> inbox_;
    std::atomic<std::size_t> waitingCount_{0};  // In the inbox, in waiting_ or being looked up.
    bool scheduled_ = false;
    bool closing_ = false;
    std::atomic<bool> idle_{true};
    std::atomic<std::int64_t> lastUsed_{0};           // Monotonic.
    std::shared_ptr<stream::SeatMapFeed> shownFeed_;  // feed_, under inboxMutex_.

    // Below: only on the strand.
    State state_ = State::Unloaded;
    std::deque<EventJob> waiting_;
    struct WantsFeed {
        MapUse use = MapUse::Read;
        Reply<std::shared_ptr<stream::SeatMapFeed>> reply;
        std::int64_t arrivedMicros = 0;
    };
    std::vector<WantsFeed> wantFeed_;  // In the order of their arrival.
    std::optional<engine::EventEngine> engine_;
    std::optional<RequestMemory> requests_;
    std::optional<EventTrail> trail_;  // Beside the engine, and dropped with it.
    std::shared_ptr<stream::SeatMapFeed> feed_;
    std::int64_t epoch_ = 0;
    std::int64_t lastBatch_ = 0;
    OpenBatch open_;
    std::optional<OpenBatch> inFlight_;
    store::BatchHead inFlightHead_;
    bool renewWanted_ = false;
    std::int64_t sentMicros_ = 0;
    std::int64_t lastCommitMicros_ = 0;
    std::optional<runtime::TimerId> timer_;
    std::int64_t timerDue_ = 0;
    std::uint64_t timerNumber_ = 0;
    std::deque<EventJob> toLookUp_;
    // One job of an id at a time, from the look-up until it is decided; others of the id wait.
    std::unordered_set<RequestId> lookedUpIds_;
    std::deque<EventJob> sameId_;
    std::size_t lookUps_ = 0;  // In toLookUp_, in sameId_ and under way.
    bool lookingUp_ = false;
    // After a refused batch what it held goes one per batch: how many are still to come, of
    // commands and of what was due.
    std::size_t alone_ = 0;
    std::size_t aloneDue_ = 0;
    // Put off again after each loading. Remembered for a while after that, to wait longer each
    // time.
    std::deque<PoisonedDue> poisonedDue_;
    std::unordered_set<OutboxSeq> answersAside_;  // Calls whose answer waits to be tried again.
    // One page of returns at a time: its records are read, then its commands are decided.
    struct Returns {
        bool reading = false;
        std::size_t underWay = 0;
        std::int64_t lookedMicros = 0;
        std::map<OrderId, Instant> aside;  // Until when; their return was refused.
    };
    Returns returns_;
    Instant time_;                        // The greatest that a command was judged at.
    std::vector<std::int32_t> areaFree_;  // As committed.
    int failures_ = 0;                    // Take-overs and commits in a row that failed.
    int doubts_ = 0;  // Commits that failed of late with an error that nothing explains.
    std::int64_t doubtedMicros_ = 0;
};

}  // namespace tessera::app
