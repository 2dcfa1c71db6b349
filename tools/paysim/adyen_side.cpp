// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/adyen_side.h"

#include <chrono>
#include <fstream>

#include "shared/base/encoding.h"

namespace tessera::paysim {
namespace {

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

AdyenNotifierOptions notifierOptions(const AdyenFlags& flags) {
    AdyenNotifierOptions options;
    options.url = flags.webhookUrl;
    options.itemsMax = flags.batch;
    options.duplicate = flags.duplicate;
    options.reorder = flags.reorder;
    options.seed = flags.seed;
    return options;
}

}  // namespace

void describeAdyenFlags(CLI::App& app, AdyenFlags& flags) {
    app.add_option("--adyen-merchant", flags.merchantAccount,
                   "the merchant account; without it there is no Adyen side");
    app.add_option("--adyen-api-key-file", flags.apiKeyFile, "X-API-Key; without it any will do");
    app.add_option("--adyen-hmac-key-file", flags.hmacKeyFile, "signs notifications; hexadecimal");
    app.add_option("--adyen-webhook-url", flags.webhookUrl, "where notifications are posted");
    app.add_option("--adyen-delay-ms", flags.delay, "until an outcome, and until it is told");
    app.add_option("--adyen-batch", flags.batch, "items in one post")->check(CLI::Range(1, 100));
    app.add_option("--adyen-duplicate", flags.duplicate)->check(CLI::Range(0.0, 1.0));
    app.add_option("--adyen-reorder", flags.reorder)->check(CLI::Range(0.0, 1.0));
    app.add_option("--adyen-seed", flags.seed, "of delays, duplicates and reordering");
}

Result<std::unique_ptr<AdyenSide>> AdyenSide::make(const AdyenFlags& flags, Latency latency,
                                                   Scheduler& scheduler, FaultTable& faults) {
    if (flags.merchantAccount.empty()) return nullptr;
    AdyenOptions options;
    options.merchantAccount = flags.merchantAccount;
    options.seed = flags.seed;
    options.nowMillis = &wallMillis;
    const auto delay = parseLatency(flags.delay);
    if (!delay) return failure("--adyen-delay-ms takes 20 or 5-80");
    options.delay = *delay;
    if (!flags.hmacKeyFile.empty()) {
        const auto key = readSecret(flags.hmacKeyFile);
        const auto bytes = key ? fromHex(*key) : std::nullopt;
        if (!bytes || bytes->empty()) return failure("cannot read " + flags.hmacKeyFile);
        options.hmacKey = *bytes;
    }
    AdyenApiOptions api;
    api.latency = latency;
    api.drawFault = [&faults](std::string_view operation, Fault asked) {
        return faults.draw(operation, asked);
    };
    if (!flags.apiKeyFile.empty()) {
        const auto key = readSecret(flags.apiKeyFile);
        if (!key) return failure("cannot read " + flags.apiKeyFile);
        api.apiKey = *key;
    }
    std::unique_ptr<AdyenSide> side(new AdyenSide);
    AdyenSide* self = side.get();
    if (!flags.webhookUrl.empty()) {
        AdyenNotifierOptions notifier = notifierOptions(flags);
        notifier.onTaken = [self](std::uint64_t id) { self->sandbox_->taken(id); };
        side->notifier_ = std::make_unique<AdyenNotifier>(std::move(notifier));
        options.onNotice = [self](std::uint64_t id, std::string item, std::int64_t after) {
            self->notifier_->send(id, std::move(item), after);
        };
    }
    options.onDue = [self, &scheduler](std::int64_t after) {
        scheduler.later(after + 1, [self] { self->sandbox_->settleDue(); });
    };
    side->sandbox_ = std::make_unique<AdyenSandbox>(std::move(options));
    side->api_ = std::make_unique<AdyenApi>(std::move(api), *side->sandbox_, scheduler,
                                            side->notifier_.get());
    return side;
}

AdyenSide::~AdyenSide() {
    stop();
}

bool AdyenSide::replay(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    return json.is_object() && sandbox_->replay(json);
}

void AdyenSide::start(Ledger& ledger) {
    sandbox_->start(ledger);
}

void AdyenSide::stop() {
    if (notifier_) notifier_->stop();
}

void AdyenSide::handle(const http::Request& request, http::Responder responder) {
    api_->handle(request, std::move(responder));
}

}  // namespace tessera::paysim
