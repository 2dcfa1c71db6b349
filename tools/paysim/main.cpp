// SPDX-License-Identifier: Apache-2.0
// tessera-paysim: the payment sandbox as a process. Wiring only.
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "shared/base/result.h"
#include "tools/paysim/adyen_side.h"
#include "tools/paysim/api.h"

namespace {

using namespace tessera;

struct Flags {
    std::string listen = "127.0.0.1:0";
    std::string portFile;
    std::string webhookUrl;
    std::vector<std::string> webhookSecretFiles;
    std::vector<std::string> webhookEvents;
    double webhookDuplicate = 0;
    double webhookReorder = 0;
    double webhookLose = 0;
    std::uint64_t webhookSeed = 1;
    std::string apiKeyFile;
    std::string ledger;
    std::string faults;
    std::int64_t authorizeFor = 7 * 24 * 3600;
    std::int64_t keyWindow = 24 * 3600;
    std::int64_t refundSettleMillis = 500;
    std::string latency = "0";
    bool sync = false;
    std::size_t threads = 2;
    std::size_t intentsMax = 1'000'000;
    paysim::AdyenFlags adyen;
};

int fail(const std::string& message) {
    std::fprintf(stderr, "tessera-paysim: %s\n", message.c_str());
    return 1;
}

// The first line of a file that holds one secret.
std::optional<std::string> readSecret(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || line.empty()) return std::nullopt;
    return line;
}

std::string contentsOf(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::int64_t wallMicros() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// Whole or not at all: whoever waits for the file never reads half a number.
bool writePort(const std::string& path, std::uint16_t port) {
    const std::string draft = path + ".new";
    {
        std::ofstream file(draft);
        file << port << '\n';
        if (!file.flush()) return false;
    }
    return std::rename(draft.c_str(), path.c_str()) == 0;
}

bool parseListen(const std::string& text, http::ServerOptions& options) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return false;
    const std::string port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != port.npos) {
        return false;
    }
    const int number = std::stoi(port);
    if (number > 65535) return false;
    options.address = text.substr(0, colon);
    options.port = static_cast<std::uint16_t>(number);
    return true;
}

void raiseFileLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

void describeFlags(CLI::App& app, Flags& flags) {
    app.add_option("--listen", flags.listen, "address:port; port 0 takes any");
    app.add_option("--port-file", flags.portFile, "where to write the port once it listens");
    app.add_option("--webhook-url", flags.webhookUrl, "where events are posted; none without");
    app.add_option("--webhook-secret-file", flags.webhookSecretFiles,
                   "signs the events; given twice, both secrets do")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--webhook-events", flags.webhookEvents,
                   "types that are posted, by commas; all without")
        ->delimiter(',');
    app.add_option("--webhook-duplicate", flags.webhookDuplicate, "of 1: sent twice")
        ->check(CLI::Range(0.0, 1.0));
    app.add_option("--webhook-reorder", flags.webhookReorder, "of 1: held back a while")
        ->check(CLI::Range(0.0, 1.0));
    app.add_option("--webhook-lose", flags.webhookLose, "of 1: never sent")
        ->check(CLI::Range(0.0, 1.0));
    app.add_option("--webhook-seed", flags.webhookSeed, "of what is drawn for each event");
    app.add_option("--api-key-file", flags.apiKeyFile,
                   "the secret key; without it any sk_ key will do");
    app.add_option("--ledger", flags.ledger, "JSON lines, appended")->required();
    app.add_option("--latency-ms", flags.latency, "of every answer: 20, or 5-80 evenly between");
    app.add_flag("--sync", flags.sync, "fdatasync the ledger before every answer");
    app.add_option("--faults", flags.faults, "JSON file of rules, as POST /sandbox/faults takes");
    app.add_option("--authorize-for", flags.authorizeFor, "seconds until an authorization expires")
        ->check(CLI::Range(1, 365 * 24 * 3600));
    app.add_option("--key-window", flags.keyWindow, "seconds for which an Idempotency-Key is known")
        ->check(CLI::Range(1, 365 * 24 * 3600));
    app.add_option("--refund-settle-ms", flags.refundSettleMillis, "until a refund's next state")
        ->check(CLI::Range(0, 3'600'000));
    app.add_option("--threads", flags.threads)->check(CLI::Range(1, 64));
    app.add_option("--intents-max", flags.intentsMax)->check(CLI::Range(1, 100'000'000));
    paysim::describeAdyenFlags(app, flags.adyen);
}

// Nothing where no URL is given.
Result<std::unique_ptr<paysim::Webhooks>> makeWebhooks(const Flags& flags,
                                                       std::atomic<paysim::Sandbox*>& sandbox) {
    if (flags.webhookUrl.empty()) return nullptr;
    std::vector<std::string> secrets;
    for (const std::string& file : flags.webhookSecretFiles) {
        secrets.push_back(readSecret(file).value_or(""));
    }
    if (secrets.empty() || secrets.size() > 2 || secrets[0].empty() || secrets.back().empty()) {
        return failure("--webhook-url needs one or two readable --webhook-secret-file");
    }
    paysim::WebhookOptions options;
    options.url = flags.webhookUrl;
    options.secret = secrets[0];
    if (secrets.size() == 2) options.rolledSecret = secrets[1];
    options.duplicate = flags.webhookDuplicate;
    options.reorder = flags.webhookReorder;
    options.lose = flags.webhookLose;
    options.seed = flags.webhookSeed;
    options.onOutcome = [&sandbox](const std::string& id, std::string_view outcome) {
        if (paysim::Sandbox* told = sandbox.load()) told->noteWebhook(id, outcome);
    };
    return std::make_unique<paysim::Webhooks>(std::move(options));
}

Result<paysim::ApiOptions> apiOptions(const Flags& flags) {
    paysim::ApiOptions api;
    const auto latency = paysim::parseLatency(flags.latency);
    if (!latency) return failure("--latency-ms takes 20 or 5-80");
    api.latency = *latency;
    if (!flags.apiKeyFile.empty()) {
        const auto key = readSecret(flags.apiKeyFile);
        if (!key) return failure("cannot read " + flags.apiKeyFile);
        api.secretKey = *key;
    }
    return api;
}

Status readFaults(const Flags& flags, paysim::FaultTable& faults) {
    if (flags.faults.empty()) return {};
    auto plan = paysim::parseFaultPlan(contentsOf(flags.faults));
    if (!plan) return failure("--faults: " + plan.error());
    faults.use(std::move(*plan));
    return {};
}

paysim::SandboxOptions sandboxOptions(const Flags& flags) {
    paysim::SandboxOptions options;
    options.ledgerPath = flags.ledger;
    options.sync = flags.sync;
    options.intentsMax = flags.intentsMax;
    options.refundsMax = flags.intentsMax;
    options.keysMax = 3 * flags.intentsMax;
    options.keyWindowMillis = flags.keyWindow * 1000;
    options.authorizeSeconds = flags.authorizeFor;
    options.refundMillis = flags.refundSettleMillis;
    options.nowMicros = &wallMicros;
    options.enabledEvents.insert(flags.webhookEvents.begin(), flags.webhookEvents.end());
    return options;
}

// Listens until a signal comes.
int listen(const Flags& flags, http::ServerOptions server, http::Handler handler,
           const sigset_t& signals) {
    server.threads = flags.threads;
    server.drainTimeout = std::chrono::seconds(5);
    server.refusal = &paysim::Api::refusal;
    auto started = http::Server::start(server, std::move(handler));
    if (!started) return fail(started.error().message);
    if (!flags.portFile.empty() && !writePort(flags.portFile, (*started)->port())) {
        return fail("cannot write " + flags.portFile);
    }
    std::printf("listening on port %u\n", (*started)->port());
    std::fflush(stdout);
    int signal = 0;
    sigwait(&signals, &signal);
    (*started)->stop();
    return 0;
}

int serve(const Flags& flags, const sigset_t& signals) {
    http::ServerOptions server;
    if (!parseListen(flags.listen, server)) return fail("--listen takes address:port");
    const auto api = apiOptions(flags);
    if (!api) return fail(api.error().message);
    paysim::FaultTable faults;
    if (const auto read = readFaults(flags, faults); !read) return fail(read.error().message);
    std::atomic<paysim::Sandbox*> told{nullptr};
    auto webhooks = makeWebhooks(flags, told);
    if (!webhooks) return fail(webhooks.error().message);
    paysim::Scheduler scheduler(200'000);
    paysim::SandboxOptions options = sandboxOptions(flags);
    if (*webhooks) {
        options.onEvent = [&](std::string id, std::string body) {
            (*webhooks)->send(std::move(body), std::move(id));
        };
    }
    auto adyen = paysim::AdyenSide::make(flags.adyen, api->latency, scheduler, faults);
    if (!adyen) return fail(adyen.error().message);
    if (*adyen) options.onForeignLine = [&](std::string_view l) { return (*adyen)->replay(l); };
    auto sandbox = paysim::Sandbox::open(std::move(options));
    if (!sandbox) return fail(sandbox.error().message);
    if (*adyen) (*adyen)->start((*sandbox)->ledger());
    told = sandbox->get();
    (*sandbox)->sendPending();
    (*sandbox)->wakeBy(
        [&](std::int64_t after) { scheduler.later(after + 1, [&] { (*sandbox)->settleDue(); }); });
    paysim::Api handler(*api, **sandbox, scheduler, faults, webhooks->get());
    const int status = listen(
        flags, server,
        [&](const http::Request& request, http::Responder r) {
            if (*adyen && paysim::AdyenApi::takes(request)) {
                if (handler.refuseInOutage(r)) return;
                return (*adyen)->handle(request, std::move(r));
            }
            handler.handle(request, std::move(r));
        },
        signals);
    scheduler.stop();
    if (*webhooks) (*webhooks)->stop();
    if (*adyen) (*adyen)->stop();
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Payment sandbox that speaks Stripe's PaymentIntents");
    Flags flags;
    describeFlags(app, flags);
    CLI11_PARSE(app, argc, argv);
    // Before any thread starts, so that all of them leave these signals to sigwait().
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    raiseFileLimit();
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return serve(flags, signals);
}
