// SPDX-License-Identifier: Apache-2.0
// tessera-paysim: the payment sandbox as a process. Wiring only.
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "shared/base/result.h"
#include "tools/paysim/api.h"

namespace {

using namespace tessera;

struct Flags {
    std::string listen = "127.0.0.1:0";
    std::string portFile;
    std::string webhookUrl;
    std::string webhookSecretFile;
    std::string apiKeyFile;
    std::string ledger;
    std::string latency = "0";
    bool sync = false;
    std::size_t threads = 2;
    std::size_t intentsMax = 1'000'000;
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

std::int64_t wallMillis() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
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
    app.add_option("--webhook-secret-file", flags.webhookSecretFile, "signs the events");
    app.add_option("--api-key-file", flags.apiKeyFile,
                   "the secret key; without it any sk_ key will do");
    app.add_option("--ledger", flags.ledger, "JSON lines, appended")->required();
    app.add_option("--latency-ms", flags.latency, "of every answer: 20, or 5-80 evenly between");
    app.add_flag("--sync", flags.sync, "fdatasync the ledger before every answer");
    app.add_option("--threads", flags.threads)->check(CLI::Range(1, 64));
    app.add_option("--intents-max", flags.intentsMax)->check(CLI::Range(1, 100'000'000));
}

// Nothing where no URL is given.
Result<std::unique_ptr<paysim::Webhooks>> makeWebhooks(const Flags& flags) {
    if (flags.webhookUrl.empty()) return nullptr;
    const auto secret = readSecret(flags.webhookSecretFile);
    if (!secret) return failure("--webhook-url needs a readable --webhook-secret-file");
    paysim::WebhookOptions options;
    options.url = flags.webhookUrl;
    options.secret = *secret;
    return std::make_unique<paysim::Webhooks>(std::move(options));
}

int serve(const Flags& flags, const sigset_t& signals) {
    http::ServerOptions server;
    server.threads = flags.threads;
    server.drainTimeout = std::chrono::seconds(5);
    server.refusal = &paysim::Api::refusal;
    if (!parseListen(flags.listen, server)) return fail("--listen takes address:port");
    paysim::ApiOptions api;
    const auto latency = paysim::parseLatency(flags.latency);
    if (!latency) return fail("--latency-ms takes 20 or 5-80");
    api.latency = *latency;
    if (!flags.apiKeyFile.empty()) {
        const auto key = readSecret(flags.apiKeyFile);
        if (!key) return fail("cannot read " + flags.apiKeyFile);
        api.secretKey = *key;
    }
    auto webhooks = makeWebhooks(flags);
    if (!webhooks) return fail(webhooks.error().message);
    paysim::Scheduler scheduler(200'000);
    paysim::Sandbox* settling = nullptr;  // Set before the first task runs: see below.
    std::vector<std::pair<std::string, std::int64_t>> processing;
    paysim::SandboxOptions options;
    options.ledgerPath = flags.ledger;
    options.sync = flags.sync;
    options.intentsMax = flags.intentsMax;
    options.refundsMax = flags.intentsMax;
    options.keysMax = 3 * flags.intentsMax;
    options.nowMillis = &wallMillis;
    if (*webhooks) {
        options.onEvent = [&](std::string body) { (*webhooks)->send(std::move(body)); };
    }
    options.onProcessing = [&](std::string id, std::int64_t after) {
        if (settling == nullptr) {
            processing.emplace_back(std::move(id), after);
        } else {
            scheduler.later(after + 1, [settling, id = std::move(id)] { settling->settle(id); });
        }
    };
    auto sandbox = paysim::Sandbox::open(std::move(options));
    if (!sandbox) return fail(sandbox.error().message);
    settling = sandbox->get();
    for (const auto& [id, after] : processing) {
        scheduler.later(after + 1, [settling, id = id] { settling->settle(id); });
    }

    paysim::Api handler(api, **sandbox, scheduler, webhooks->get());
    auto started =
        http::Server::start(server, [&](const http::Request& request, http::Responder r) {
            handler.handle(request, std::move(r));
        });
    if (!started) return fail(started.error().message);
    if (!flags.portFile.empty() && !writePort(flags.portFile, (*started)->port())) {
        return fail("cannot write " + flags.portFile);
    }
    std::printf("listening on port %u\n", (*started)->port());
    std::fflush(stdout);
    int signal = 0;
    sigwait(&signals, &signal);
    (*started)->stop();
    scheduler.stop();
    if (*webhooks) (*webhooks)->stop();
    return 0;
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
