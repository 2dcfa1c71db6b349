// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/sim_node.h"

#include <string>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr std::size_t kEventsMax = 2000;
constexpr std::size_t kBlockingThreads = 4;
constexpr std::size_t kLookUpThreads = 2;
constexpr std::size_t kWebhookThreads = 2;
constexpr std::string_view kHolderTokenKey = "the same key on every node of a run";

runtime::LogOptions quiet() {
    runtime::LogOptions options;
    options.level = runtime::LogLevel::Error;
    return options;
}

}  // namespace

SharedParts::SharedParts() : log(runtime::Log::toSink(quiet(), [](std::string_view) {})) {
    auto made = tickets::TicketSigner::fromText(tickets::TicketKeyId{1}, std::string(64, '7'));
    TESSERA_CHECK(made.has_value());
    signer.emplace(std::move(*made));
}

namespace {

// As often as a short run needs it; the proportions are the server's own.
payments::Reconciler::Options comparing(app::AppService& app) {
    payments::Reconciler::Options options;
    options.every = Duration::ofMinutes(5);
    options.overlap = Duration::ofMinutes(45);
    options.settle = Duration::ofSeconds(30);
    options.late = Duration::ofMinutes(10);
    options.clockSkew = Duration::ofMinutes(1);
    options.lease = Duration::ofMinutes(1);
    options.hint = [&app](const payments::ReconcileHint& about) {
        app.hintProvider(about.event, about.attempt, [](const auto&) {});
    };
    options.stray = [&app](payments::ReconcileStray found) {
        app.recordStray(found.event,
                        {found.attempt, std::move(found.answer), found.refund, nullptr});
    };
    return options;
}

}  // namespace

// By the number of the process that the address names.
class SimNode::Reaching final : public cluster::Network {
public:
    Reaching(const SimNode& node, const Surroundings& with) : node_(node), with_(with) {}

    cluster::Reach reach(const std::string& address) override {
        const std::size_t colon = address.find(':');
        if (colon == std::string::npos) return cluster::Reach::Refused;
        const End place = std::stoi(address.substr(0, colon));
        const ProcessNo process = std::stoi(address.substr(colon + 1));
        const auto there = with_.network.wayOf(node_.place(), place);
        const auto back = with_.network.wayOf(place, node_.place());
        if (!there || !back) {
            with_.fibers.wait(Duration::ofMillis(300));
            return cluster::Reach::Silent;
        }
        if (!with_.fibers.wait(*there + *back)) return cluster::Reach::Silent;
        return with_.addresses.isAlive(process) ? cluster::Reach::Answered
                                                : cluster::Reach::Refused;
    }

private:
    const SimNode& node_;
    const Surroundings& with_;
};

struct SimNode::Parts {
    Parts(SimNode& node, runtime::ClockSample sample);

    runtime::DatabaseClock clock;
    cluster::Membership membership;
    cluster::Ownership ownership;
    plan::LayoutLibrary layouts;
    runtime::ApiKeyVerifier apiKeys;
    app::ActorSurroundings actors;
    app::EventDirectory directory;
    app::AppService app;
    std::unique_ptr<payments::OutboxWorker> outbox;
    app::DueWatch dueWatch;
    cluster::Heart heart;
    payments::Reconciler reconciler;
    payments::ReconcilerLoop reconcilerLoop;

    void onReplaced() {
        dueWatch.stop();
        directory.closeAll();
    }
};

SimNode::Parts::Parts(SimNode& node, runtime::ClockSample sample)
    : clock(node.clock_, sample),
      membership(node.id()),
      ownership({node.store_, node.nodes_, membership, *node.reaching_, node.clock_}),
      apiKeys({}, node.clock_),
      actors{node.executor_,
             node.blocking_,
             node.lookUps_,
             node.store_,
             ownership,
             clock,
             std::shared_ptr<const stream::Encoder>(&node.with_.shared.encoder, [](auto*) {}),
             nullptr,
             *node.with_.shared.log,
             node.with_.shared.actorMetrics,
             node.who_.options},
      directory(actors, kEventsMax),
      app({actors, directory, node.catalog_, layouts,
           payments::Providers({node.provider_, node.cards_, node.later_}),
           *node.with_.shared.signer, apiKeys, kHolderTokenKey, [] { return true; }}),
      outbox(std::make_unique<payments::OutboxWorker>(
          payments::Providers({node.provider_, node.cards_, node.later_}), node.executor_, clock,
          payments::OutboxWorker::Options{},
          [this](EventId event, engine::RecordProviderAnswer answer) {
              app.recordProviderAnswer(event, std::move(answer));
          })),
      dueWatch({directory, clock, node.asking_, *node.with_.shared.log}),
      heart({node.nodes_, membership, node.beating_, *node.with_.shared.log},
            {[this](runtime::ClockSample each) { clock.observe(each); },
             [this] { directory.renewAll(); }, [this] { onReplaced(); }}),
      reconciler(node.reconciliations_, node.id(), comparing(app)),
      reconcilerLoop(
          {reconciler, {node.asked_}, clock, node.reconciling_, *node.with_.shared.log}) {
    actors.outbox = outbox.get();
    actors.onCommitted = [this](EventId event, const engine::Changes& changes) {
        app.onCommitted(event, changes);
    };
    actors.onTakenOver = [this](EventId event) { app.onTakenOver(event); };
    actors.onLeft = [this](EventId event) { app.onLeft(event); };
}

SimNode::SimNode(Surroundings with, Identity who)
    : with_(with),
      who_(std::move(who)),
      clock_(with.agenda, who_.random.between(0, 1'000'000'000), who_.driftPerMillion),
      waiting_(with.fibers),
      executor_({}, executorParts()),
      blocking_({.threads = kBlockingThreads, .queueMax = 8192, .timersMax = 16}, executorParts()),
      asking_({.threads = 1, .queueMax = 8, .timersMax = 1}, executorParts()),
      beating_({.threads = 1, .queueMax = 8, .timersMax = 1}, executorParts()),
      lookUps_({.threads = kLookUpThreads, .queueMax = 8192, .timersMax = 1}, executorParts()),
      webhooks_({.threads = kWebhookThreads, .queueMax = 4096, .timersMax = 1}, executorParts()),
      reconciling_({.threads = 1, .queueMax = 8, .timersMax = 1}, executorParts()),
      webhookRows_(databaseUser()),
      reconciliations_(databaseUser()),
      inbox_(webhookRows_, webhooks_),
      provider_(std::make_shared<SimProvider>(
          SimProvider::Parts{with.agenda, with.network, with.house, who_.place, who_.process})),
      cards_(std::make_shared<SimProvider>(SimProvider::Parts{with.agenda, with.network, with.house,
                                                              who_.place, who_.process,
                                                              engine::ProviderKind::GiftCard})),
      later_(std::make_shared<SimProvider>(
          SimProvider::Parts{with.agenda, with.network, with.house, who_.place, who_.process,
                             engine::ProviderKind::Adyen, &inbox_})),
      asked_(std::make_shared<AskingProvider>(AskingProvider::Parts{
          *provider_, with.agenda, with.fibers, with.network, with.house, who_.place})),
      store_(databaseUser()),
      nodes_(databaseUser()),
      catalog_(databaseUser()),
      reaching_(std::make_unique<Reaching>(*this, with_)) {}

SimNode::~SimNode() {
    if (!dead_) die();
}

SimExecutor::Parts SimNode::executorParts() {
    return {with_.agenda, with_.fibers, clock_, who_.process, who_.random.fork()};
}

DatabaseUser SimNode::databaseUser() {
    return {with_.agenda, with_.network, with_.faults, with_.trace, with_.database,
            waiting_,     who_.process,  who_.place,   id()};
}

app::App* SimNode::app() {
    return ready_ && !dead_ ? &parts_->app : nullptr;
}

void SimNode::start() {
    with_.agenda.after(Duration{}, who_.process,
                       [this] { with_.fibers.start(who_.process, [this] { startUp(); }, {}); });
}

void SimNode::startUp() {
    std::optional<runtime::ClockSample> sample;
    while (!sample) {
        const std::int64_t asked = clock_.nowMicros();
        const auto now = store_.databaseNow();
        const std::int64_t received = clock_.nowMicros();
        if (now)
            sample.emplace(
                runtime::ClockSample{*now, Duration::ofMicros(received - asked), received});
        // Whoever watches over processes starts it again.
        if (!now && !with_.fibers.wait(Duration::ofSeconds(1))) return;
    }
    parts_ = std::make_unique<Parts>(*this, *sample);
    const std::string address = std::to_string(who_.place) + ":" + std::to_string(who_.process);
    parts_->heart.start({id(), "place-" + std::to_string(who_.place), address, 0});
    parts_->dueWatch.start();
    if (with_.shared.reconciles) parts_->reconcilerLoop.start();
    ready_ = true;
    with_.trace.note(Told::Node, {1, who_.place, who_.process}, [&] {
        return "node " + std::to_string(who_.place) + " has started (process " +
               std::to_string(who_.process) + ")";
    });
}

void SimNode::stopGracefully(std::function<void()> ended) {
    if (!ready_ || dead_) return;
    ready_ = false;
    with_.agenda.after(Duration{}, who_.process, [this, ended = std::move(ended)] {
        with_.fibers.start(
            who_.process,
            [this] {
                parts_->dueWatch.stop();
                parts_->reconcilerLoop.stop();
                parts_->directory.closeAll();
                // Long enough for a batch in flight, most of the time.
                with_.fibers.wait(Duration::ofMillis(20));
                parts_->heart.stop();
            },
            ended);
    });
}

// First nothing is taken any more, then what waits is let go, then what it owned is destroyed, as a
// process of which only the memory is left.
void SimNode::die() {
    dead_ = true;
    for (SimExecutor* each :
         {&executor_, &blocking_, &asking_, &beating_, &lookUps_, &webhooks_, &reconciling_}) {
        each->die();
    }
    with_.fibers.end(who_.process);
    with_.agenda.drop(who_.process);
    with_.fibers.startDead(who_.process, [this] {
        if (!parts_) return;
        parts_->directory.closeAll();
        parts_->outbox.reset();
        parts_.reset();
    });
    with_.agenda.drop(who_.process);
}

}  // namespace tessera::simulation
