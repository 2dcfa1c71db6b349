// SPDX-License-Identifier: Apache-2.0
// tessera-server: wiring only. Every part is built from what a test can build too.
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

#include "server/api/server_edges.h"
#include "server/app/app_service.h"
#include "server/app/plan/layout_library.h"
#include "server/payments/stripe_provider.h"
#include "server/runtime/config.h"
#include "server/runtime/thread_pool.h"
#include "server/store/postgres_store.h"

namespace tessera {
namespace {

constexpr std::size_t kEventsMax = 2000;
constexpr std::size_t kBlockingThreads = 4;
constexpr int kLookUpThreads = 2;
constexpr Duration kSecond = Duration::ofSeconds(1);
constexpr std::int64_t kReadyFor = 3000000;  // Microseconds since the database last answered.

// The part of a node that outlives its edges; members are destroyed in reverse order.
class Node {
public:
    explicit Node(runtime::ServerConfig config) : config_(std::move(config)) {}

    Status start();
    void stop();
    api::Edges& edges() { return *edges_; }

private:
    Status openStore();
    Status openKeys();
    Status openWallets();
    Status startEdges();
    Status writePorts();
    void everySecond();

    runtime::ServerConfig config_;
    std::unique_ptr<runtime::Log> log_;
    runtime::Metrics metrics_;
    runtime::SteadyClock monotonic_;
    plan::LayoutLibrary layouts_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Catalog> catalog_;
    std::unique_ptr<runtime::DatabaseClock> clock_;
    std::atomic<std::int64_t> databaseSeen_{0};
    std::atomic<bool> secondRuns_{false};
    runtime::Secret holderKey_;
    std::optional<tickets::TicketSigner> signer_;
    std::shared_ptr<payments::Provider> provider_;
    std::unique_ptr<runtime::ApiKeyVerifier> apiKeys_;
    std::unique_ptr<app::ActorMetrics> actorMetrics_;
    std::unique_ptr<api::SeatMapEncoder> encoder_;
    std::unique_ptr<runtime::ThreadPool> blocking_;
    std::unique_ptr<runtime::ThreadPool> asking_;
    std::unique_ptr<runtime::ThreadPool> lookUps_;
    std::unique_ptr<runtime::ThreadPool> executor_;
    std::unique_ptr<app::ActorSurroundings> actors_;
    std::unique_ptr<app::EventDirectory> directory_;
    std::unique_ptr<app::AppService> app_;
    std::unique_ptr<payments::OutboxWorker> outbox_;
    api::WalletSigners wallets_;
    std::unique_ptr<api::Edges> edges_;
};

Status Node::openStore() {
    store::PostgresOptions options;
    options.conninfo = config_.database.conninfo;
    options.writers = config_.database.connections;
    const auto layouts =
        [this](LayoutId id,
               const store::PlanReader& plan) -> Result<std::shared_ptr<const engine::Layout>> {
        auto known = layouts_.get(id, plan);
        if (!known) return tl::make_unexpected(known.error());
        return std::move(known->layout);
    };
    store_ = store::makePostgresStore(options, layouts);
    catalog_ = store::makePostgresCatalog(options);
    const std::int64_t asked = monotonic_.nowMicros();
    const auto now = store_->databaseNow();
    if (!now) return tl::make_unexpected(now.error());
    const std::int64_t received = monotonic_.nowMicros();
    clock_ = std::make_unique<runtime::DatabaseClock>(
        monotonic_, runtime::ClockSample{*now, Duration::ofMicros(received - asked), received});
    databaseSeen_ = received;
    return {};
}

Status Node::openKeys() {
    auto holder = runtime::readKeyFile(config_.keys.holderTokenKeyFile);
    if (!holder) return tl::make_unexpected(holder.error());
    holderKey_ = std::move(*holder);
    auto signing = runtime::readSecretFile(config_.keys.ticketSigningKeyFile);
    if (!signing) return tl::make_unexpected(signing.error());
    auto signer = tickets::TicketSigner::fromText(tickets::TicketKeyId{config_.keys.ticketKeyId},
                                                  signing->reveal());
    if (!signer) return tl::make_unexpected(signer.error());
    signer_.emplace(std::move(*signer));
    auto apiKey = runtime::readSecretFile(config_.payments.apiKeyFile);
    if (!apiKey) return tl::make_unexpected(apiKey.error());
    auto webhook = runtime::readSecretFile(config_.payments.webhookSecretFile);
    if (!webhook) return tl::make_unexpected(webhook.error());
    payments::StripeOptions stripe;
    stripe.baseUrl = config_.payments.baseUrl;
    stripe.apiKey = apiKey->reveal();
    stripe.webhookSecret = webhook->reveal();
    stripe.publishableKey = config_.payments.publishableKey;
    stripe.hasPage = config_.payments.provider == runtime::PaymentProvider::Paysim;
    stripe.calls.inFlightMax = config_.payments.inFlightMax;
    stripe.calls.deadline = config_.payments.callDeadline;
    stripe.calls.connectDeadline = config_.payments.connectDeadline;
    provider_ = payments::makeStripeProvider(std::move(stripe));
    apiKeys_ =
        std::make_unique<runtime::ApiKeyVerifier>(runtime::ApiKeyVerifierOptions{}, monotonic_);
    return {};
}

Status Node::openWallets() {
    const auto& apple = config_.wallets.apple;
    if (!apple.certificateFile.empty()) {
        auto certificate = runtime::readSecretFile(apple.certificateFile);
        auto key = runtime::readSecretFile(apple.keyFile);
        if (!certificate) return tl::make_unexpected(certificate.error());
        if (!key) return tl::make_unexpected(key.error());
        std::string intermediate;
        if (!apple.intermediateFile.empty()) {
            auto read = runtime::readSecretFile(apple.intermediateFile);
            if (!read) return tl::make_unexpected(read.error());
            intermediate = read->reveal();
        }
        auto signer = tickets::ApplePassSigner::make(
            {apple.passType, apple.team, config_.wallets.seller, std::string(certificate->reveal()),
             std::string(key->reveal()), intermediate});
        if (!signer) return tl::make_unexpected(signer.error());
        wallets_.apple.emplace(std::move(*signer));
    }
    const auto& google = config_.wallets.google;
    if (google.keyFile.empty()) return {};
    auto key = runtime::readSecretFile(google.keyFile);
    if (!key) return tl::make_unexpected(key.error());
    auto signer = tickets::GoogleWalletSigner::make(
        {google.issuer, google.account, std::string(key->reveal()), config_.wallets.seller});
    if (!signer) return tl::make_unexpected(signer.error());
    wallets_.google.emplace(std::move(*signer));
    return {};
}

Status Node::start() {
    auto log = runtime::Log::open(config_.log);
    if (!log) return tl::make_unexpected(log.error());
    log_ = std::move(*log);
    if (auto opened = openStore(); !opened) return opened;
    if (auto opened = openKeys(); !opened) return opened;
    if (auto opened = openWallets(); !opened) return opened;
    actorMetrics_ = std::make_unique<app::ActorMetrics>(metrics_);
    encoder_ = std::make_unique<api::SeatMapEncoder>([this] { return clock_->now(); });
    blocking_ = std::make_unique<runtime::ThreadPool>(
        runtime::ThreadPoolOptions{.threads = kBlockingThreads, .queueMax = 8192, .timersMax = 16},
        monotonic_);
    // Its turn is not to wait behind calls that wait for the database.
    asking_ = std::make_unique<runtime::ThreadPool>(
        runtime::ThreadPoolOptions{.threads = 1, .queueMax = 8, .timersMax = 1}, monotonic_);
    lookUps_ = std::make_unique<runtime::ThreadPool>(
        runtime::ThreadPoolOptions{.threads = kLookUpThreads, .queueMax = 8192, .timersMax = 1},
        monotonic_);
    executor_ = std::make_unique<runtime::ThreadPool>(
        runtime::ThreadPoolOptions{.threads = config_.engine.threads}, monotonic_);
    app::ActorOptions options;
    options.queueMax = config_.engine.queueMax;
    options.queueHardMax = config_.engine.queueMax * 2;
    options.batchCommandsMax = config_.engine.batchCommandsMax;
    actors_.reset(new app::ActorSurroundings{
        *executor_, *blocking_, *lookUps_, *store_, *clock_,
        std::shared_ptr<const stream::Encoder>(encoder_.get(), [](auto*) {}), nullptr, *log_,
        *actorMetrics_, NodeId{1}, options});
    directory_ = std::make_unique<app::EventDirectory>(*actors_, kEventsMax);
    app_ = std::make_unique<app::AppService>(app::AppDependencies{
        *actors_, *directory_, *catalog_, layouts_, *provider_, *signer_, *apiKeys_,
        holderKey_.reveal(),
        [this] { return monotonic_.nowMicros() - databaseSeen_ < kReadyFor; }});
    outbox_ = std::make_unique<payments::OutboxWorker>(
        provider_, *executor_, *clock_, payments::OutboxWorker::Options{},
        [this](EventId event, engine::RecordProviderAnswer answer) {
            app_->recordProviderAnswer(event, std::move(answer));
        });
    actors_->outbox = outbox_.get();
    actors_->onCommitted = [this](EventId event, const engine::Changes& changes) {
        app_->onCommitted(event, changes);
    };
    actors_->onTakenOver = [this](EventId event) { app_->onTakenOver(event); };
    metrics_.gaugeFrom("tessera_log_lines_dropped", "Log lines lost to a full queue or disk.",
                       [this] { return static_cast<double>(log_->dropped()); });
    everySecond();
    return startEdges();
}

Status Node::startEdges() {
    // What the edges hand to an executor takes its time: plans to read, codes to draw.
    auto edges = api::startEdges(config_.http, config_.grpc,
                                 {*app_, *provider_, *encoder_, *blocking_, *executor_, monotonic_,
                                  metrics_, *log_, wallets_, config_.web});
    if (!edges) return tl::make_unexpected(edges.error());
    edges_ = std::move(*edges);
    log_->info("server_started",
               {{"http_port", edges_->httpPort()}, {"grpc_port", edges_->grpcPort()}});
    return writePorts();
}

// HTTP's port, then gRPC's, a line each. Whole or not at all: who waits for the file reads it the
// moment it is there.
Status Node::writePorts() {
    if (config_.portFile.empty()) return {};
    const std::string next = config_.portFile + ".next";
    std::ofstream out(next, std::ios::trunc);
    out << edges_->httpPort() << '\n' << edges_->grpcPort() << '\n';
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(next, config_.portFile, error);
    if (!out || error) return failure("The file of the ports cannot be written.");
    return {};
}

// The database's clock, and events whose deadlines are due without anybody asking for them.
void Node::everySecond() {
    // One at a time: a database that does not answer must not fill the pool with questions.
    const bool idle = !secondRuns_.exchange(true);
    const auto ask = [this] {
        const std::int64_t asked = monotonic_.nowMicros();
        if (const auto now = store_->databaseNow()) {
            const std::int64_t received = monotonic_.nowMicros();
            const auto seen =
                clock_->observe({*now, Duration::ofMicros(received - asked), received});
            if (seen == runtime::ClockObservation::FarOff) log_->warn("database_clock_stepped");
            databaseSeen_ = received;
        }
        if (const auto loaded = directory_->loadDue(clock_->now()); !loaded) {
            log_->warn("due_events_unknown",
                       {{"detail", runtime::logSafe(loaded.error().message)}});
        }
        secondRuns_ = false;
    };
    if (idle && asking_->post(ask) != runtime::PostOutcome::Accepted) secondRuns_ = false;
    (void)executor_->after(kSecond, [this] { everySecond(); });
}

void Node::stop() {
    if (edges_) edges_->stop();
    if (directory_) directory_->closeAll();
    if (executor_) executor_->stop();
    if (blocking_) blocking_->stop();
    if (lookUps_) lookUps_->stop();
    if (asking_) asking_->stop();
    outbox_.reset();
    provider_.reset();
    app_.reset();
    directory_.reset();
    store_.reset();
    edges_.reset();  // Last: what App and store still answer goes to calls of the edges.
}

int run(int argc, char** argv) {
    CLI::App options{"Tessera's server: seats, reservations, payments and tickets of every event."};
    std::string configFile;
    options.add_option("--config", configFile, "The configuration (JSON)")->required();
    CLI11_PARSE(options, argc, argv);
    auto config = runtime::loadConfig(configFile);
    if (!config) {
        std::fprintf(stderr, "tessera-server: %s\n", config.error().message.c_str());
        return 2;
    }
    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGINT);
    sigaddset(&stopping, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopping, nullptr);  // Inherited by every thread started below.
    std::signal(SIGPIPE, SIG_IGN);
    Node node(std::move(*config));
    if (const auto started = node.start(); !started) {
        std::fprintf(stderr, "tessera-server: %s\n", started.error().message.c_str());
        node.stop();
        return 1;
    }
    int signal = 0;
    sigwait(&stopping, &signal);
    node.stop();
    return 0;
}

}  // namespace
}  // namespace tessera

namespace {

// A connection is a descriptor, as is one to the database or to the provider. Debian's soft limit
// of 1,024 is far less than the configuration allows.
void raiseDescriptorLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int main(int argc, char** argv) {
    raiseDescriptorLimit();
    return tessera::run(argc, argv);
}
