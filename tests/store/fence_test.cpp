// SPDX-License-Identifier: Apache-2.0
#include <libpq-fe.h>

#include <chrono>
#include <future>

#include "server/engine/id_source.h"
#include "server/store/committer.h"
#include "tests/store/store_fixture.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

class FenceTest : public StoreFixture {
protected:
    // A hold of `seat` by a reservation made now.
    engine::Changes hold(std::int32_t seat) {
        engine::ReservationRow row;
        row.id = ReservationId{engine::IdSource::floorAt(Instant{++now_})};
        row.request = requestAt(Instant{now_}, static_cast<std::uint64_t>(now_));
        row.fingerprint = Fingerprint{-5};
        row.createdAt = Instant{now_};
        row.expiresAt = Instant{now_ + 300000000};
        row.seats = {{SeatNo{seat}, TicketTypeNo{1}}};
        row.total = Money{2100};
        engine::Changes changes;
        changes.reservations.push_back(row);
        changes.seats.push_back(
            {SeatNo{seat}, {}, {engine::SeatStatus::Held, AllocationNo{}, row.id.value}});
        return changes;
    }
    std::string rows() {
        const std::string id = std::to_string(event_.value);
        return sql("SELECT (SELECT count(*) FROM reservation WHERE event_id = " + id +
                   "), (SELECT count(*) FROM seat WHERE status <> 0 AND event_id = " + id +
                   "), (SELECT last_batch FROM event_owner WHERE event_id = " + id + ")");
    }
};

TEST_F(FenceTest, ABatchIsWrittenOnce) {
    const BatchHead head = nextHead();
    const engine::Changes changes = hold(3);
    EXPECT_EQ(commit(head, changes).outcome, CommitOutcome::Committed);
    EXPECT_EQ(commit(head, changes).outcome, CommitOutcome::Fenced);
    EXPECT_EQ(rows(), "1|1|1\n");
}

TEST_F(FenceTest, ABatchAfterAGapIsFenced) {
    nextHead();
    EXPECT_EQ(commit(nextHead(), hold(3)).outcome, CommitOutcome::Fenced);
    EXPECT_EQ(rows(), "0|0|0\n");
}

TEST_F(FenceTest, AFormerOwnerCanWriteNothingNotEvenAnEmptyBatch) {
    const auto other = store_->takeOver(event_, NodeId{8});
    ASSERT_TRUE(other);
    EXPECT_EQ(other->epoch, taken_.epoch + 1);
    const BatchHead head = nextHead();
    const CommitResult result = commit(head, hold(3));
    EXPECT_EQ(result.outcome, CommitOutcome::Fenced);
    EXPECT_EQ(result.sqlstate, "TS001");
    EXPECT_EQ(commit(head, {}).outcome, CommitOutcome::Fenced);
    EXPECT_EQ(rows(), "0|0|0\n");
}

TEST_F(FenceTest, AnEmptyBatchMovesTheFence) {
    BatchHead head = nextHead();
    head.wakeAt = Instant{123};
    EXPECT_EQ(commit(head, {}).outcome, CommitOutcome::Committed);
    EXPECT_EQ(rows(), "0|0|1\n");
    const auto due = store_->dueEvents(Instant{123}, 10);
    ASSERT_TRUE(due);
    EXPECT_EQ(due->size(), 1U);
    EXPECT_EQ(due->front().event, event_);
}

TEST_F(FenceTest, ARefusedBatchLeavesNothing) {
    ASSERT_EQ(commit(nextHead(), hold(3)).outcome, CommitOutcome::Committed);
    engine::Changes changes = hold(4);
    const engine::Changes again = hold(3);  // Expects an available seat; it is held.
    changes.seats.push_back(again.seats[0]);
    const BatchHead head = nextHead();
    const CommitResult result = commit(head, changes);
    EXPECT_EQ(result.outcome, CommitOutcome::Refused);
    EXPECT_EQ(result.sqlstate, "TS002");
    EXPECT_EQ(rows(), "1|1|1\n");
    // The same number is free for what is not refused.
    EXPECT_EQ(commit(head, hold(4)).outcome, CommitOutcome::Committed);
}

TEST_F(FenceTest, EntriesThatDoNotSumToZeroAreRefused) {
    engine::Changes changes;
    changes.ledger.push_back(
        {1, OrderId{2}, AttemptId{3}, engine::Account::Provider, Money{5}, {}});
    EXPECT_EQ(commit(nextHead(), changes).outcome, CommitOutcome::Refused);
}

// It would have lost the state of the order without a word: no row was expected to change.
TEST_F(FenceTest, AnUpdateOfAnOrderAsAnOlderServerSendsItIsRefused) {
    const auto update = [&](const std::string& numbers) {
        return cluster_->psql("SELECT apply_batch_orders(" + std::to_string(event_.value) +
                              ", NULL, NULL, ARRAY[" + numbers +
                              "]::bigint[], ARRAY['shown'], NULL, NULL, NULL, NULL)");
    };
    const auto older = update("7, 0, 1, 1000, 2");
    ASSERT_FALSE(older);
    EXPECT_NE(older.error().message.find("5 numbers of 1 updates"), std::string::npos)
        << older.error().message;
    const auto whole = update("7, 0, 1, 1000, 2, 0");
    ASSERT_FALSE(whole);
    EXPECT_NE(whole.error().message.find("0 of 1 rows"), std::string::npos)
        << whole.error().message;
}

TEST_F(FenceTest, ADuplicateRowIsRefused) {
    engine::Changes changes = hold(5);
    ASSERT_EQ(commit(nextHead(), changes).outcome, CommitOutcome::Committed);
    changes.seats.clear();
    const CommitResult result = commit(nextHead(), changes);
    EXPECT_EQ(result.outcome, CommitOutcome::Refused);
    EXPECT_EQ(result.sqlstate, "23505");
}

TEST_F(FenceTest, TheMapsRevisionIsTheLastBatchThatChangedIt) {
    BatchHead head = nextHead();
    head.mapChanged = true;
    ASSERT_EQ(commit(head, hold(3)).outcome, CommitOutcome::Committed);
    ASSERT_EQ(commit(nextHead(), {}).outcome, CommitOutcome::Committed);
    const auto again = store_->takeOver(event_, NodeId{8});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->mapRevision, 1);
    EXPECT_EQ(again->loaded.lastBatch, 2);
}

// Holds rows of an event in an open transaction; by default the fence's, as an owner that was cut
// off in the middle.
class Blocker {
public:
    Blocker(const std::string& conninfo, EventId event, const std::string& table = "event_owner")
        : connection_(PQconnectdb(conninfo.c_str())) {
        PQclear(PQexec(connection_, "BEGIN"));
        PGresult* locked =
            PQexec(connection_, ("SELECT event_id FROM " + table +
                                 " WHERE event_id = " + std::to_string(event.value) + " FOR UPDATE")
                                    .c_str());
        EXPECT_GE(PQntuples(locked), 1);
        PQclear(locked);
    }
    ~Blocker() { PQfinish(connection_); }
    Blocker(const Blocker&) = delete;
    Blocker& operator=(const Blocker&) = delete;

private:
    PGconn* connection_;
};

TEST_F(FenceTest, ABlockedTakeOverEndsItsBlockers) {
    const Blocker blocker(cluster_->conninfo(), event_);
    const auto start = steady_clock::now();
    const auto taken = store_->takeOver(event_, NodeId{9});
    const auto took = steady_clock::now() - start;
    ASSERT_TRUE(taken) << taken.error().message;
    EXPECT_GE(took, std::chrono::milliseconds(300));
    EXPECT_LT(took, std::chrono::seconds(1));
}

// As many blocked take-overs as there were connections left none to end their blockers with.
TEST_F(FenceTest, ManyBlockedTakeOversAtOnceAllEndTheirBlockers) {
    std::vector<EventId> events;
    std::vector<std::unique_ptr<Blocker>> blockers;
    for (std::size_t i = 0; i < options().readers + 2; ++i) {
        events.push_back(createEvent(smallTerms()));
        blockers.push_back(std::make_unique<Blocker>(cluster_->conninfo(), events.back()));
    }
    const auto start = steady_clock::now();
    std::vector<std::future<bool>> taken;
    for (const EventId event : events) {
        taken.push_back(std::async(std::launch::async, [this, event] {
            return store_->takeOver(event, NodeId{9}).has_value();
        }));
    }
    for (auto& each : taken) EXPECT_TRUE(each.get());
    EXPECT_LT(steady_clock::now() - start, std::chrono::seconds(4));
}

// An event whose row was locked kept every event of its connection waiting for ten seconds.
TEST_F(FenceTest, ALockedEventDoesNotKeepThoseOfItsConnection) {
    PostgresOptions one = options();
    one.writers = 1;
    const auto store = newStore(one);
    const EventId other = createEvent(smallTerms());
    const auto taken = store->takeOver(other, NodeId{1});
    ASSERT_TRUE(taken);
    BatchHead ofOther;
    ofOther.event = other;
    ofOther.epoch = taken->epoch;
    ofOther.batch = 1;
    ofOther.now = Instant{++now_};
    const Blocker blocker(cluster_->conninfo(), event_);
    Batch batch;
    batch.add(hold(3));
    auto blocked = std::async(
        std::launch::async, [&, head = nextHead()] { return commit(*store, head, batch).outcome; });
    const auto start = steady_clock::now();
    EXPECT_EQ(commit(*store, ofOther, Batch{}).outcome, CommitOutcome::Committed);
    EXPECT_LT(steady_clock::now() - start, std::chrono::seconds(3));
    EXPECT_EQ(blocked.get(), CommitOutcome::Unknown);
}

// Half a second is the fence's: behind it, a slow disk's locks ended healthy owners.
TEST_F(FenceTest, ABatchThatHasItsFenceWaitsForItsRows) {
    auto blocker = std::make_unique<Blocker>(cluster_->conninfo(), event_, "seat");
    auto waiting = std::async(std::launch::async,
                              [&, head = nextHead()] { return commit(head, hold(3)).outcome; });
    const auto deadline = steady_clock::now() + std::chrono::seconds(10);
    while (sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
               "AND clock_timestamp() - query_start > interval '800 ms'") != "1\n") {
        ASSERT_LT(steady_clock::now(), deadline);
    }
    blocker.reset();
    EXPECT_EQ(waiting.get(), CommitOutcome::Committed);
}

TEST_F(FenceTest, AnAddressAsAUriIsAsGoodAsKeywords) {
    PostgresOptions uri = options();
    const std::string words = uri.conninfo;
    const auto valueOf = [&](const std::string& keyword) {
        const auto at = words.find(keyword + "=");
        const auto from = at + keyword.size() + 1;
        return words.substr(from, words.find(' ', from) - from);
    };
    uri.conninfo = "postgresql:///" + valueOf("dbname") + "?host=" + valueOf("host") +
                   "&port=" + valueOf("port") + "&user=" + valueOf("user");
    EXPECT_TRUE(newStore(uri)->databaseNow()) << words;
}

// Each SQLSTATE group, beside what it says of a batch that was sent.
TEST(CommitOutcomeTest, OnlyWhatIsWrongWithTheContentIsRefused) {
    using enum CommitOutcome;
    const std::pair<const char*, CommitOutcome> expected[] = {
        {"TS001", Fenced},  {"TS002", Refused}, {"23505", Refused}, {"23514", Refused},
        {"22P02", Refused}, {"21000", Refused}, {"54000", Refused}, {"P0001", Refused},
        {"57014", Unknown}, {"57P01", Unknown}, {"53300", Unknown}, {"53100", Unknown},
        {"40001", Unknown}, {"40P01", Unknown}, {"55P03", Unknown}, {"25006", Unknown},
        {"25P02", Unknown}, {"42883", Unknown}, {"42501", Unknown}, {"26000", Unknown},
        {"XX000", Unknown}, {"XX001", Unknown}, {"58030", Unknown}, {"08006", Unknown},
        {"0A000", Unknown}, {"", Unknown}};
    for (const auto& [sqlstate, outcome] : expected) {
        PgFailure failure;
        failure.sqlstate = sqlstate;
        EXPECT_EQ(outcomeOf(failure), outcome) << sqlstate;
        failure.sent = false;
        EXPECT_EQ(outcomeOf(failure), NotDone) << sqlstate;
        failure.sent = true;
        failure.broken = true;
        EXPECT_EQ(outcomeOf(failure), Unknown) << sqlstate;
        failure.broken = false;
        failure.timedOut = true;
        EXPECT_EQ(outcomeOf(failure), Unknown) << sqlstate;
    }
}

TEST_F(FenceTest, ACommitWhoseConnectionDiesIsUnknownAndTheNextOneIsDone) {
    const Blocker blocker(cluster_->conninfo(), event_);
    std::promise<CommitResult> answer;
    Batch batch;
    batch.add(hold(3));
    const BatchHead head = nextHead();
    store_->commit(head, batch, [&](CommitResult result) { answer.set_value(std::move(result)); });
    // Ended as soon as it waits for the row: whether it was written cannot be known from here.
    while (sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
               "wait_event_type = 'Lock' AND application_name = 'tessera'") == "0\n") {
    }
    EXPECT_EQ(answer.get_future().get().outcome, CommitOutcome::Unknown);
    EXPECT_EQ(rows(), "0|0|0\n");
    const auto taken = store_->takeOver(event_, NodeId{9});
    ASSERT_TRUE(taken) << taken.error().message;
    taken_.epoch = taken->epoch;
    EXPECT_EQ(
        commit(*store_, BatchHead{event_, taken->epoch, 1, head.now, head.wakeAt, true}, batch)
            .outcome,
        CommitOutcome::Committed);
}

TEST_F(FenceTest, ACommitThatIsNotAnsweredInTimeIsUnknown) {
    PostgresOptions impatient = options();
    impatient.deadline = Duration::ofMillis(200);
    const auto store = newStore(impatient);
    const Blocker blocker(cluster_->conninfo(), event_);
    Batch batch;
    batch.add(hold(3));
    EXPECT_EQ(commit(*store, nextHead(), batch).outcome, CommitOutcome::Unknown);
}

TEST_F(FenceTest, ABatchForADatabaseThatIsNotThereIsCertainlyNotDone) {
    PostgresOptions nowhere = options();
    nowhere.conninfo = "host=/nonexistent dbname=tessera user=tessera";
    const auto store = newStore(nowhere);
    EXPECT_EQ(commit(*store, nextHead(), Batch{}).outcome, CommitOutcome::NotDone);
}

TEST_F(FenceTest, AServerThatCommitsAsynchronouslyIsRefused) {
    PostgresOptions weak = options();
    weak.conninfo = cluster_->conninfo();
    sql("CREATE ROLE weak SUPERUSER LOGIN; ALTER ROLE weak SET synchronous_commit = off");
    weak.conninfo.replace(weak.conninfo.find("user=tessera"), 12, "user=weak");
    const auto store = newStore(weak);
    EXPECT_EQ(commit(*store, nextHead(), Batch{}).outcome, CommitOutcome::NotDone);
    EXPECT_FALSE(store->databaseNow());
}

TEST_F(FenceTest, AnEventThatIsNotThereCannotBeTakenOver) {
    const auto taken = store_->takeOver(EventId{99999}, NodeId{9});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, kEventUnknown);
}

TrailRow deed(EventId event, const TrailEnd& last, std::int64_t approval = 0) {
    TrailRow row;
    row.event = event;
    row.at = Instant{1000};
    row.by = StaffId{5};
    row.device = DeviceId{6};
    row.approval = ApprovalId{approval};
    row.approvedBy = StaffId{approval == 0 ? 0 : 9};
    row.action = "refund_tickets";
    row.subject = 77;
    row.amount = Money{2500};
    row.reason = "The singer is ill.";
    chain(row, last);
    return row;
}

TEST_F(FenceTest, ARowOfTheTrailIsThereWithItsEffectOrNeitherIs) {
    EXPECT_EQ(taken_.trail.number, 0);
    BatchHead head = nextHead();
    head.trail.push_back(deed(event_, {}, 31));
    head.trail.push_back(deed(event_, {1, head.trail[0].hash}));
    head.trail[0].at = head.trail[1].at = head.now;
    ASSERT_EQ(commit(head, hold(3)).outcome, CommitOutcome::Committed);
    const auto again = store_->takeOver(event_, NodeId{7});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->trail.number, 2);
    EXPECT_EQ(again->trail.hash, head.trail[1].hash);
    ASSERT_EQ(again->approvalsUsed.size(), 1U);
    EXPECT_EQ(again->approvalsUsed[0].id, ApprovalId{31});
    EXPECT_EQ(again->approvalsUsed[0].at, head.now);
    taken_.epoch = again->epoch;

    // The row is there already: nothing of its batch is.
    BatchHead twice = nextHead();
    twice.trail.push_back(head.trail[1]);
    const CommitResult refused = commit(twice, hold(4));
    EXPECT_EQ(refused.outcome, CommitOutcome::Refused);
    EXPECT_EQ(refused.sqlstate, "23505");
    // The approval was used.
    twice.trail = {deed(event_, again->trail, 31)};
    EXPECT_EQ(commit(twice, hold(4)).outcome, CommitOutcome::Refused);
    // The effect is refused: nor is its row there.
    twice.trail = {deed(event_, again->trail, 32)};
    EXPECT_EQ(commit(twice, hold(3)).outcome, CommitOutcome::Refused);
    // A former owner's.
    twice.epoch -= 1;
    EXPECT_EQ(commit(twice, hold(4)).outcome, CommitOutcome::Fenced);
    EXPECT_EQ(sql("SELECT count(*) FROM trail WHERE event_id = " + std::to_string(event_.value)),
              "2\n");
}

}  // namespace
}  // namespace tessera::store
