// SPDX-License-Identifier: Apache-2.0
#include "server/store/committer.h"

#include <utility>

#include "server/store/batch_params.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr std::array kApplyBatch{"apply_batch", "apply_batch_of_staff", "apply_batch_desk",
                                 "apply_batch_of_staff_desk"};
// A database that refused a connection is asked again after this long; until then batches fail at
// once, certainly without effect.
constexpr std::chrono::milliseconds kConnectAgainAfter{100};
constexpr std::chrono::seconds kPrepareDeadline{5};

// The statements' arrays have no statistics and the plan is the same for all: found once, by key.
constexpr const char* kWriterPlans =
    "-c plan_cache_mode=force_generic_plan -c jit=off -c enable_seqscan=off "
    "-c enable_hashjoin=off -c enable_mergejoin=off";

// An event whose fence somebody has locked is not to keep those that share its connection: its next
// take-over ends who blocks it. apply_batch lifts it once it has the fence.
std::string writerSession() {
    return std::string(kWriterPlans) +
           " -c lock_timeout=" + std::to_string(kLockTimeout.micros / 1000) + "ms";
}

std::size_t kindOf(const BatchHead& head, const engine::Changes& changes) {
    return (head.trail.empty() ? 0U : 1U) + (changes.desk.empty() ? 0U : 2U);
}

PgParams typesOf(BatchWith with) {
    BatchHead head;
    engine::Changes changes;
    if (with.trail) head.trail.emplace_back();
    if (with.desk) changes.desk.emplace_back();
    return paramsOf(head, changes);
}

}  // namespace

// Rule: what the server rolled back for its content is Refused; all else that it says (it goes, is
// out of something, is a standby now, cannot run the statement) is Unknown: nothing is set aside
// for what is no fault of its own.
CommitOutcome outcomeOf(const PgFailure& failure) {
    if (!failure.sent) return CommitOutcome::NotDone;
    if (failure.timedOut || failure.sqlstate.empty() || failure.broken) {
        return CommitOutcome::Unknown;
    }
    if (failure.sqlstate == "TS001") return CommitOutcome::Fenced;
    if (failure.sqlstate == "TS002") return CommitOutcome::Refused;
    // Cardinality, data, integrity, a limit of the program, raised by a function. A duplicate may
    // come as XX000 from a worker, but so does a damaged index: that one is tried again.
    for (const std::string_view content : {"21", "22", "23", "54", "P0"}) {
        if (failure.sqlstate.starts_with(content)) return CommitOutcome::Refused;
    }
    return CommitOutcome::Unknown;
}

Committer::Committer(CommitterOptions options)
    : options_(std::move(options)),
      statements_{{{kApplyBatch[0], applyBatchStatement({}), typesOf({})},
                   {kApplyBatch[1], applyBatchStatement({true, false}), typesOf({true, false})},
                   {kApplyBatch[2], applyBatchStatement({false, true}), typesOf({false, true})},
                   {kApplyBatch[3], applyBatchStatement({true, true}), typesOf({true, true})}}} {
    TESSERA_CHECK(options_.writers > 0);
    for (std::size_t i = 0; i < options_.writers; ++i) {
        auto& writer = writers_.emplace_back(std::make_unique<Writer>());
        writer->thread = std::thread([this, w = writer.get()] { run(*w); });
    }
}

Committer::~Committer() {
    for (const auto& writer : writers_) {
        const std::lock_guard lock(writer->mutex);
        writer->stopping = true;
        writer->wanted.notify_one();
    }
    for (const auto& writer : writers_) writer->thread.join();
}

void Committer::commit(const BatchHead& head, const engine::Changes& changes,
                       std::function<void(CommitResult)> done) {
    Writer& writer = *writers_[std::hash<EventId>{}(head.event) % writers_.size()];
    Job job{paramsOf(head, changes), std::move(done), kindOf(head, changes)};
    {
        const std::lock_guard lock(writer.mutex);
        if (!writer.stopping && writer.waiting.size() < options_.waitingMax) {
            writer.waiting.push_back(std::move(job));
            writer.wanted.notify_one();
            return;
        }
    }
    job.done({CommitOutcome::NotDone, {}, "too many batches wait for the database"});
}

void Committer::run(Writer& writer) {
    for (;;) {
        Job job;
        bool stopping = false;
        {
            std::unique_lock lock(writer.mutex);
            writer.wanted.wait(lock, [&] { return writer.stopping || !writer.waiting.empty(); });
            if (writer.waiting.empty()) return;
            stopping = writer.stopping;
            job = std::move(writer.waiting.front());
            writer.waiting.pop_front();
        }
        if (stopping) {
            job.done({CommitOutcome::NotDone, {}, "the store is closing"});
        } else {
            job.done(send(writer, job));
        }
    }
}

CommitResult Committer::connect(Writer& writer) {
    if (steady_clock::now() < writer.connectAgainAt) {
        return {CommitOutcome::NotDone, {}, "the database cannot be reached"};
    }
    auto opened = PgConnection::open(options_.conninfo, writerSession());
    if (!opened) {
        writer.connectAgainAt = steady_clock::now() + kConnectAgainAfter;
        return {CommitOutcome::NotDone, opened.error().code, opened.error().message};
    }
    for (const Statement& each : statements_) {
        const auto prepared = (*opened)->prepare(each.name, each.sql, each.types,
                                                 steady_clock::now() + kPrepareDeadline);
        if (prepared) continue;
        writer.connectAgainAt = steady_clock::now() + kConnectAgainAfter;
        return {CommitOutcome::NotDone, prepared.error().sqlstate, prepared.error().message};
    }
    writer.connection = std::move(*opened);
    return {CommitOutcome::Committed, {}, {}};
}

CommitResult Committer::send(Writer& writer, const Job& job) {
    if (writer.connection && !writer.connection->usable()) writer.connection.reset();
    if (!writer.connection) {
        const CommitResult connected = connect(writer);
        if (connected.outcome != CommitOutcome::Committed) return connected;
    }
    PgConnection& connection = *writer.connection;
    connection.takeWarning();
    const auto deadline = steady_clock::now() + std::chrono::microseconds(options_.deadline.micros);
    const auto answer = connection.queryPrepared(kApplyBatch[job.kind], job.params, deadline);
    const bool warned = connection.takeWarning();
    if (answer) {
        // "canceling wait for synchronous replication": committed here, perhaps nowhere else.
        if (!warned) return {CommitOutcome::Committed, {}, {}};
        return {CommitOutcome::Unknown, "01000", "committed with a warning"};
    }
    const PgFailure& failure = answer.error();
    const CommitOutcome outcome = outcomeOf(failure);
    const std::string detail = failure.timedOut ? "no answer in time" : failure.message;
    if (outcome == CommitOutcome::Unknown || failure.broken) writer.connection.reset();
    return {outcome, failure.sqlstate, detail};
}

}  // namespace tessera::store
