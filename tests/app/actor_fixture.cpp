// SPDX-License-Identifier: Apache-2.0
#include "tests/app/actor_fixture.h"

#include <chrono>

#include "server/store/migrator.h"
#include "shared/base/check.h"

namespace tessera::app {
namespace {

constexpr int kSeats = 40;
std::int64_t lastEvent = 1000;

std::shared_ptr<const engine::Layout> oneRow() {
    engine::Layout::Parts parts;
    parts.categories = 1;
    for (int i = 0; i < kSeats; ++i) {
        engine::LayoutSeat seat;
        seat.position = {static_cast<float>(i) * 20, 0};
        parts.seats.push_back(seat);
    }
    parts.rows.push_back({SeatNo{0}, kSeats, 0});
    return engine::Layout::make(std::move(parts));
}

engine::EventTerms openTerms() {
    engine::EventTerms terms;
    terms.currency = *parseCurrency("EUR");
    terms.prices = {Money{5000}};
    terms.sale = engine::SaleState::Open;
    terms.noOrphans = false;
    return terms;
}

std::unique_ptr<store::Store> openStore(const std::string& conninfo) {
    return store::makePostgresStore(
        {.conninfo = conninfo, .writers = 2, .readers = 2},
        [](LayoutId, const store::PlanReader&) -> Result<std::shared_ptr<const engine::Layout>> {
            return oneRow();
        });
}

runtime::ClockSample sampleOf(store::Store& store, const runtime::MonotonicClock& clock) {
    const auto asked = clock.nowMicros();
    const auto now = store.databaseNow();
    TESSERA_CHECK(now.has_value());
    const auto received = clock.nowMicros();
    return {*now, Duration::ofMicros(received - asked), received};
}

}  // namespace

std::unique_ptr<test::PrivatePostgres> ActorTest::postgres_;

void FaultyStore::commit(const store::BatchHead& head, const store::Batch& batch,
                         std::function<void(store::CommitResult)> done) {
    std::optional<store::CommitOutcome> outcome;
    std::string state;
    {
        const std::lock_guard lock(mutex_);
        if (fault_) outcome = fault_(batch);
        state = state_;
    }
    if (!outcome) return real_->commit(head, batch, std::move(done));
    if (*outcome != store::CommitOutcome::Unknown || !state.empty()) {
        return done({*outcome, state.empty() ? "23514" : state, "planted"});
    }
    // Done, and its answer lost.
    real_->commit(head, batch, [done](store::CommitResult) {
        done({store::CommitOutcome::Unknown, "", "planted"});
    });
}

void ScriptedProvider::call(payments::Call call, std::function<void(engine::ProviderAnswer)> done) {
    engine::ProviderAnswer answer;
    {
        const std::lock_guard lock(mutex_);
        using engine::ObjectState;
        using engine::Operation;
        if (call.row.operation == Operation::Refund ||
            call.row.operation == Operation::RetrieveRefund) {
            answer.kind = engine::AnswerKind::Definitive;
            answer.refund = refunds;
            answer.refundObjectId = "re_1";
            answer.evidence = "refund";
            return done(std::move(answer));
        }
        if (call.row.operation == Operation::Retrieve) ++retrieves;
        if (call.row.operation == Operation::Retrieve && succeedsLate) {
            state_ = ObjectState::Succeeded;
        }
        if (call.row.operation == Operation::Create) ++creates;
        if (call.row.operation == Operation::Create) amount_ = call.row.amount;
        if (call.row.operation == Operation::Retrieve && confirmed &&
            state_ == ObjectState::RequiresPaymentMethod) {
            state_ = ObjectState::RequiresCapture;
        }
        if (call.row.operation == Operation::Capture) {
            state_ = voidsAtCapture ? ObjectState::Canceled : ObjectState::Succeeded;
        }
        if (call.row.operation == Operation::Cancel) state_ = ObjectState::Canceled;
        answer.kind = engine::AnswerKind::Definitive;
        answer.object = state_;
        answer.objectId = "pi_1";
        answer.clientSecret = "pi_1_secret";
        if (state_ == ObjectState::RequiresCapture) answer.authorized = amount_;
        if (state_ == ObjectState::Succeeded) answer.captured = amount_;
    }
    done(std::move(answer));
}

ActorTest::Node::Node(const std::string& conninfo, std::int64_t id, std::size_t queueMax)
    : log(runtime::Log::toSink({},
                               [this](std::string_view line) {
                                   const std::lock_guard lock(linesMutex);
                                   lines.append(line);
                               })),
      store(openStore(conninfo)),
      owners(store, NodeId{id}),
      clock(monotonic, sampleOf(store, monotonic)),
      actorMetrics(metrics),
      blocking({.threads = 2}, monotonic),
      lookUps({.threads = 2}, monotonic),
      executor({.threads = 2}, monotonic),
      actors{executor,
             blocking,
             lookUps,
             store,
             owners,
             clock,
             std::make_shared<NullEncoder>(),
             nullptr,
             *log,
             actorMetrics,
             {.queueMax = queueMax, .queueHardMax = queueMax * 2}},
      directory(actors, 10),
      outbox(provider, executor, clock, {}, [this](EventId event, auto answer) {
          EventJob job;
          job.command = std::move(answer);
          job.sheddable = false;
          if (auto actor = directory.actorOf(event)) actor->submit(std::move(job));
      }) {
    actors.outbox = &outbox;
}

ActorTest::Node::~Node() {
    directory.closeAll();
    executor.stop();
    blocking.stop();
    lookUps.stop();
}

void ActorTest::SetUpTestSuite() {
    postgres_ = test::PrivatePostgres::startOrDie();
    ASSERT_TRUE(store::migrate(postgres_->conninfo()).has_value());
}

void ActorTest::TearDownTestSuite() {
    postgres_.reset();
}

void ActorTest::SetUp() {
    event_ = makeEvent();
    node_ = newNode();
}

EventId ActorTest::makeEvent() {
    auto catalog = store::makePostgresCatalog({.conninfo = postgres_->conninfo()});
    const EventId event{++lastEvent};
    const VenueId venue{lastEvent};
    const LayoutId layout{lastEvent};
    EXPECT_TRUE(catalog->createVenue({venue, "Hall", "Lyon", "FR", "Europe/Paris"}, freshRequest(),
                                     Fingerprint{1}));
    EXPECT_TRUE(catalog->createLayout({layout, venue, 1, "Row", "{}", kSeats, 0}, freshRequest(),
                                      Fingerprint{1}));
    store::EventRow row;
    row.id = event;
    row.venue = venue;
    row.layout = layout;
    row.title = "Concert";
    row.document = "{}";
    row.sale = engine::SaleState::Open;
    EXPECT_TRUE(catalog->createEvent(row, openTerms(), *oneRow(), freshRequest(), Fingerprint{1}));
    return event;
}

void ActorTest::TearDown() {
    node_.reset();
}

std::unique_ptr<ActorTest::Node> ActorTest::newNode(std::size_t queueMax) {
    static std::int64_t id = 0;
    return std::make_unique<Node>(postgres_->conninfo(), ++id, queueMax);
}

std::future<JobResult> ActorTest::send(Node& node, EventJob job) {
    auto promise = std::make_shared<std::promise<JobResult>>();
    auto future = promise->get_future();
    job.done = [promise](JobResult result) { promise->set_value(std::move(result)); };
    node.directory.actorOf(event_)->submit(std::move(job));
    return future;
}

JobResult ActorTest::ask(Node& node, EventJob job) {
    auto future = send(node, std::move(job));
    TESSERA_CHECK(future.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    return future.get();
}

RequestId ActorTest::freshRequest(int ageMinutes) {
    using namespace std::chrono;
    const auto stamped = system_clock::now() - minutes(ageMinutes);
    const auto millis = duration_cast<milliseconds>(stamped.time_since_epoch()).count();
    RequestId id;
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    }
    static std::atomic<int> count{0};
    const int number = ++count;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

engine::Caller ActorTest::caller(std::uint8_t buyer) const {
    engine::Caller out;
    out.hash.bytes[0] = buyer;
    return out;
}

EventJob ActorTest::holdJob(std::vector<int> seats, std::uint8_t buyer) {
    engine::HoldSeats hold;
    hold.request = freshRequest();
    hold.fingerprint = Fingerprint{11};
    hold.caller = caller(buyer);
    engine::SeatSelection selection;
    for (const int seat : seats) selection.picks.push_back({SeatNo{seat}, TicketTypeNo{0}});
    hold.selection = selection;
    EventJob job;
    job.mutation = Mutation{hold.request, hold.fingerprint};
    job.command = std::move(hold);
    return job;
}

std::string ActorTest::psql(const std::string& sql) {
    auto answer = postgres_->psql(sql);
    TESSERA_CHECK(answer.has_value());
    while (!answer->empty() && answer->back() == '\n') answer->pop_back();
    return *answer;
}

}  // namespace tessera::app
