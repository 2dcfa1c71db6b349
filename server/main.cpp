// SPDX-License-Identifier: Apache-2.0
// tessera-server: wiring only. Every part is built from what a test can build too.
#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

#include "server/api/server_edges.h"
#include "server/api/wallet_files.h"
#include "server/app/app_service.h"
#include "server/app/due_watch.h"
#include "server/app/plan/layout_library.h"
#include "server/cluster/heart.h"
#include "server/cluster/ownership.h"
#include "server/cluster/tcp_network.h"
#include "server/mail_side.h"
#include "server/payments/configured_providers.h"
#include "server/payments/housekeeping.h"
#include "server/payments/reconciler_loop.h"
#include "server/payments/stored_webhooks.h"
#include "server/runtime/config.h"
#include "server/runtime/descriptor_limit.h"
#include "server/runtime/port_file.h"
#include "server/runtime/thread_pool.h"
#include "server/staff_side.h"
#include "server/store/breaks.h"
#include "server/store/gift_cards.h"
#include "server/store/postgres_store.h"
#include "server/store/webhook_inbox.h"

namespace tessera {
namespace {

constexpr std::size_t kEventsMax = 2000;
constexpr std::size_t kBlockingThreads = 4;
constexpr int kLookUpThreads = 2;
constexpr std::size_t kWebhookThreads = 2;  // A connection each.
constexpr std::size_t kGiftCardConnections = 2;
constexpr std::size_t kPaperThreads = 2;     // Each has a connection for reports, one for invoices.
constexpr std::int64_t kReadyFor = 3000000;  // Microseconds since the database last answered.

// The part of a node that outlives its edges; members are destroyed in reverse order.
class Node {
public:
    explicit Node(runtime::ServerConfig config) : config_(std::move(config)) {}

    Status start();
    void stop();
    api::Edges& edges() { return *edges_; }

private:
    std::unique_ptr<runtime::ThreadPool> pool(runtime::ThreadPoolOptions options) const {
        return std::make_unique<runtime::ThreadPool>(options, monotonic_);
    }
    Status openStore();
    Status openKeys();
    Status openProviders();
    Status openStaff();
    Status startEdges();
    Status startMail();
    Status openCluster();
    void openPapers();
    void startActors();
    void startBeating();
    void startReconciling();

    runtime::ServerConfig config_;
    std::unique_ptr<runtime::Log> log_;
    runtime::Metrics metrics_;
    runtime::SteadyClock monotonic_;
    plan::LayoutLibrary layouts_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Catalog> catalog_;
    std::unique_ptr<store::WebhookRows> webhookRows_;
    std::unique_ptr<store::GiftCards> giftCards_;
    std::unique_ptr<runtime::DatabaseClock> clock_;
    std::atomic<std::int64_t> databaseSeen_{0};
    std::atomic<bool> replaced_{false};
    std::unique_ptr<store::Nodes> nodes_;
    std::unique_ptr<cluster::Membership> membership_;
    cluster::TcpNetwork network_;
    std::unique_ptr<cluster::Ownership> ownership_;
    runtime::Secret holderKey_;
    std::optional<tickets::TicketSigner> signer_;
    std::unique_ptr<runtime::ThreadPool> webhooks_;
    std::shared_ptr<payments::StoredWebhooks> inbox_;
    std::optional<payments::Providers> providers_;
    std::unique_ptr<runtime::ApiKeyVerifier> apiKeys_;
    std::unique_ptr<app::ActorMetrics> actorMetrics_;
    std::unique_ptr<api::SeatMapEncoder> encoder_;
    std::unique_ptr<runtime::ThreadPool> blocking_;
    std::unique_ptr<runtime::ThreadPool> asking_;
    std::unique_ptr<runtime::ThreadPool> beating_;
    std::unique_ptr<runtime::ThreadPool> lookUps_;
    std::unique_ptr<store::Finance> finance_;
    std::unique_ptr<store::Invoices> invoices_;
    std::unique_ptr<runtime::ThreadPool> drawing_;
    std::optional<app::PaperDesk> papers_;
    std::unique_ptr<runtime::ThreadPool> executor_;
    std::unique_ptr<app::ActorSurroundings> actors_;
    std::unique_ptr<app::EventDirectory> directory_;
    std::unique_ptr<app::AppService> app_;
    std::unique_ptr<payments::OutboxWorker> outbox_;
    std::unique_ptr<app::DueWatch> dueWatch_;
    std::unique_ptr<store::Reconciliations> reconciliations_;
    std::unique_ptr<payments::Reconciler> reconciler_;
    std::unique_ptr<runtime::ThreadPool> reconciling_;
    std::unique_ptr<payments::ReconcilerLoop> reconcilerLoop_;
    std::unique_ptr<runtime::ThreadPool> tidying_;
    std::unique_ptr<payments::Housekeeping> housekeeping_;
    std::unique_ptr<cluster::Heart> heart_;
    api::WalletSigners wallets_;
    StaffSide staff_;
    MailSide mail_;
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
    webhookRows_ = store::makePostgresWebhooks(options.conninfo, kWebhookThreads);
    nodes_ = store::makePostgresNodes({.conninfo = options.conninfo});
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
    apiKeys_ =
        std::make_unique<runtime::ApiKeyVerifier>(runtime::ApiKeyVerifierOptions{}, monotonic_);
    return {};
}

Status Node::openProviders() {
    webhooks_ = pool({.threads = kWebhookThreads, .queueMax = 4096, .timersMax = 1});
    inbox_ = std::make_shared<payments::StoredWebhooks>(*webhookRows_, *webhooks_);
    if (config_.payments.giftCards) {
        giftCards_ = store::makePostgresGiftCards(config_.database.conninfo, kGiftCardConnections);
    }
    auto opened = payments::openProviders(config_.payments, {inbox_, giftCards_.get(), monotonic_});
    if (!opened) return tl::make_unexpected(opened.error());
    providers_.emplace(std::move(*opened));
    return {};
}

// A process is a node of its own: what an earlier one of its name owned has no owner any more.
Status Node::openCluster() {
    std::uint64_t random = 0;
    const auto bytes = runtime::randomBytes(sizeof random);
    std::memcpy(&random, bytes.data(), sizeof random);
    membership_ =
        std::make_unique<cluster::Membership>(NodeId{static_cast<std::int64_t>(random >> 1) | 1});
    ownership_ = std::make_unique<cluster::Ownership>(
        cluster::Ownership::Parts{*store_, *nodes_, *membership_, network_, monotonic_});
    return {};
}

Status Node::start() {
    auto log = runtime::Log::open(config_.log);
    if (!log) return tl::make_unexpected(log.error());
    log_ = std::move(*log);
    if (auto opened = openStore(); !opened) return opened;
    if (auto opened = openKeys(); !opened) return opened;
    if (auto opened = openProviders(); !opened) return opened;
    auto wallets = api::openWallets(config_.wallets);
    if (!wallets) return tl::make_unexpected(wallets.error());
    wallets_ = std::move(*wallets);
    if (auto opened = openCluster(); !opened) return opened;
    openPapers();
    startActors();
    if (auto opened = openStaff(); !opened) return opened;
    if (auto started = startEdges(); !started) return started;
    startReconciling();
    if (auto started = startMail(); !started) return started;
    startBeating();
    return runtime::writePortFile(config_.portFile,
                                  {edges_->httpPort(), edges_->grpcPort(), edges_->staffPort()});
}

void Node::openPapers() {
    store::PostgresOptions options;
    options.conninfo = config_.database.conninfo;
    options.readers = kPaperThreads;
    finance_ = std::make_unique<store::Finance>(options);
    invoices_ = std::make_unique<store::Invoices>(options);
    drawing_ = pool({.threads = kPaperThreads, .queueMax = 64, .timersMax = 1});
    const auto& from = config_.invoices;
    papers_.emplace(app::PaperDesk{{*catalog_, *finance_, *invoices_, layouts_},
                                   {from.sellerName, from.sellerAddress, from.sellerTaxId},
                                   from.note,
                                   *drawing_});
}

void Node::startActors() {
    actorMetrics_ = std::make_unique<app::ActorMetrics>(metrics_);
    encoder_ = std::make_unique<api::SeatMapEncoder>([this] { return clock_->now(); });
    blocking_ = pool({.threads = kBlockingThreads, .queueMax = 8192, .timersMax = 16});
    // Their turns are not to wait behind other work: a node that does not beat is taken for gone.
    asking_ = pool({.threads = 1, .queueMax = 8, .timersMax = 1});
    beating_ = pool({.threads = 1, .queueMax = 8, .timersMax = 1});
    lookUps_ = pool({.threads = kLookUpThreads, .queueMax = 8192, .timersMax = 1});
    executor_ = pool({.threads = config_.engine.threads});
    app::ActorOptions options;
    options.queueMax = config_.engine.queueMax;
    options.queueHardMax = config_.engine.queueMax * 2;
    options.batchCommandsMax = config_.engine.batchCommandsMax;
    options.confirmByMail = config_.mail.enabled();
    actors_.reset(new app::ActorSurroundings{
        *executor_, *blocking_, *lookUps_, *store_, *ownership_, *clock_,
        std::shared_ptr<const stream::Encoder>(encoder_.get(), [](auto*) {}), nullptr, *log_,
        *actorMetrics_, options});
    directory_ = std::make_unique<app::EventDirectory>(*actors_, kEventsMax);
    app_ = std::make_unique<app::AppService>(app::AppDependencies{
        *actors_, *directory_, *catalog_, layouts_, *providers_, *signer_, *apiKeys_,
        holderKey_.reveal(),
        [this] { return !replaced_ && monotonic_.nowMicros() - databaseSeen_ < kReadyFor; },
        giftCards_.get(), &*papers_});
    outbox_ = std::make_unique<payments::OutboxWorker>(
        *providers_, *executor_, *clock_, payments::OutboxWorker::Options{},
        [this](EventId event, engine::RecordProviderAnswer answer) {
            app_->recordProviderAnswer(event, std::move(answer));
        });
    actors_->outbox = outbox_.get();
    actors_->onCommitted = [this](EventId event, const engine::Changes& changes) {
        app_->onCommitted(event, changes);
    };
    actors_->onTakenOver = [this](EventId event) { app_->onTakenOver(event); };
    actors_->onLeft = [this](EventId event) { app_->onLeft(event); };
    metrics_.gaugeFrom("tessera_log_lines_dropped", "Log lines lost to a full queue or disk.",
                       [this] { return static_cast<double>(log_->dropped()); });
}

Status Node::openStaff() {
    return staff_.open({config_, holderKey_.reveal(), *app_, *catalog_, layouts_, *signer_, *clock_,
                        monotonic_, *blocking_, *log_});
}

Status Node::startEdges() {
    // What the edges hand to an executor takes its time: plans to read, codes to draw.
    auto edges =
        api::startEdges(config_.http, config_.grpc,
                        {*app_, *providers_, *inbox_, *encoder_, *blocking_, *executor_, monotonic_,
                         metrics_, *log_, wallets_, config_.web, staff_.parts()});
    if (!edges) return tl::make_unexpected(edges.error());
    edges_ = std::move(*edges);
    log_->info("server_started", {{"http_port", edges_->httpPort()},
                                  {"grpc_port", edges_->grpcPort()},
                                  {"staff_port", edges_->staffPort()}});
    return {};
}

Status Node::startMail() {
    return mail_.start(
        {config_, *app_, *encoder_, membership_->self(), *clock_, monotonic_, metrics_, *log_});
}

// The counter that others watch, the database's clock, and events that are due without anybody
// asking for them.
void Node::startBeating() {
    cluster::Heart::Hooks hooks;
    hooks.onReading = [this](runtime::ClockSample sample) {
        const auto seen = clock_->observe(sample);
        if (seen == runtime::ClockObservation::FarOff) log_->warn("database_clock_stepped");
        databaseSeen_ = sample.receivedMicros;
    };
    hooks.onMayHaveLost = [this] { directory_->renewAll(); };
    // Stays up, not ready, and answers that it cannot be asked: whoever watches over it ends it.
    hooks.onReplaced = [this] {
        log_->error("node_replaced");
        replaced_ = true;
        dueWatch_->stop();
        reconcilerLoop_->stop();
        housekeeping_->stop();
        directory_->closeAll();
    };
    dueWatch_ = std::make_unique<app::DueWatch>(
        app::DueWatch::Parts{*directory_, *clock_, *asking_, *log_});
    heart_ = std::make_unique<cluster::Heart>(
        cluster::Heart::Parts{*nodes_, *membership_, *beating_, *log_}, std::move(hooks));
    heart_->start({membership_->self(), config_.nodeName,
                   config_.grpc.address + ":" + std::to_string(edges_->grpcPort()), 0});
    dueWatch_->start();
}

// The provider's own list beside ours: what the engine should know goes to it as a command.
void Node::startReconciling() {
    reconciliations_ = store::makePostgresReconciliations({.conninfo = config_.database.conninfo});
    payments::Reconciler::Options options;
    options.every = config_.payments.reconcileEvery;
    options.hint = [this](const payments::ReconcileHint& about) {
        app_->hintProvider(about.event, about.attempt, [](const auto&) {});
    };
    options.stray = [this](payments::ReconcileStray found) {
        app_->recordStray(found.event,
                          {found.attempt, std::move(found.answer), found.refund, nullptr});
    };
    reconciler_ = std::make_unique<payments::Reconciler>(*reconciliations_, membership_->self(),
                                                         std::move(options));
    reconciling_ = pool({.threads = 1, .queueMax = 8, .timersMax = 1});
    reconcilerLoop_ = std::make_unique<payments::ReconcilerLoop>(payments::ReconcilerLoop::Parts{
        *reconciler_, providers_->all(), *clock_, *reconciling_, *log_});
    reconcilerLoop_->start();
    tidying_ = pool({.threads = 1, .queueMax = 8, .timersMax = 4});
    const Duration kept = Duration::ofMinutes(config_.payments.webhooksKeptDays * 24 * 60);
    housekeeping_ = std::make_unique<payments::Housekeeping>(payments::Housekeeping::Parts{
        config_.database.conninfo, kept, *clock_, *tidying_, metrics_, *log_});
    housekeeping_->start();
    staff_.startKeeping();
}

void Node::stop() {
    if (edges_) edges_->stop();
    staff_.stopServing();
    if (dueWatch_) dueWatch_->stop();
    if (reconcilerLoop_) reconcilerLoop_->stop();
    if (housekeeping_) housekeeping_->stop();
    staff_.stopKeeping();
    mail_.stop();
    if (directory_) directory_->closeAll();
    for (const auto* each : {&executor_, &blocking_, &lookUps_, &drawing_, &asking_, &beating_}) {
        if (*each) (*each)->stop();
    }
    // The engines have stopped: others may take over, and need not wait for its counter to stand
    // still. A batch that is on its way yet is done first, or fenced off.
    if (heart_) heart_->stop();
    outbox_.reset();
    if (providers_) providers_->stop();  // What the app asked itself is answered, too.
    if (reconciling_) reconciling_->stop();
    if (tidying_) tidying_->stop();
    if (inbox_) inbox_->stop();
    if (webhooks_) webhooks_->stop();
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

int main(int argc, char** argv) {
    tessera::runtime::raiseDescriptorLimit();
    return tessera::run(argc, argv);
}
