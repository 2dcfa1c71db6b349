// SPDX-License-Identifier: Apache-2.0
#include "tests/payments/adyen_stack.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <future>

#include "shared/base/check.h"

namespace tessera::payments::test {

using engine::AnswerKind;
using engine::Operation;
using engine::ProviderAnswer;
using nlohmann::json;

namespace {

constexpr auto kPatience = std::chrono::seconds(20);

HttpCallsOptions within(Duration deadline) {
    HttpCallsOptions options;
    options.deadline = deadline;
    options.failuresToOpen = 1000;
    return options;
}

HttpAnswer exchange(HttpCalls& calls, HttpCall call) {
    std::promise<HttpAnswer> answered;
    calls.start(std::move(call), [&](HttpAnswer a) { answered.set_value(std::move(a)); });
    return answered.get_future().get();
}

}  // namespace

void MemoryInbox::store(std::vector<WebhookItem> items, std::function<void(Status)> done) {
    {
        const std::lock_guard lock(mutex_);
        if (refuses_) return done(failure("the inbox is away"));
        for (WebhookItem& item : items) {
            const bool known = std::any_of(items_.begin(), items_.end(),
                                           [&](const auto& kept) { return kept.id == item.id; });
            if (known) {
                ++doubles_;
            } else {
                items_.push_back(std::move(item));
            }
        }
    }
    changed_.notify_all();
    done({});
}

void MemoryInbox::read(EventId event, AttemptId attempt,
                       std::function<void(Result<std::vector<WebhookItem>>)> done) {
    std::vector<WebhookItem> found;
    {
        const std::lock_guard lock(mutex_);
        for (const WebhookItem& item : items_) {
            if (item.event == event && item.attempt == attempt) found.push_back(item);
        }
    }
    done(std::move(found));
}

void MemoryInbox::refuse(bool refuses) {
    const std::lock_guard lock(mutex_);
    refuses_ = refuses;
}

std::vector<WebhookItem> MemoryInbox::all() {
    const std::lock_guard lock(mutex_);
    return items_;
}

std::size_t MemoryInbox::doubles() {
    const std::lock_guard lock(mutex_);
    return doubles_;
}

bool MemoryInbox::waitFor(AttemptId attempt, const std::string& kind) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kPatience, [&] {
        return std::any_of(items_.begin(), items_.end(), [&](const WebhookItem& item) {
            return item.attempt == attempt && item.kind == kind;
        });
    });
}

bool MemoryInbox::waitForCount(std::size_t count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kPatience, [&] { return items_.size() + doubles_ >= count; });
}

FaultProxy::FaultProxy() : calls_(within(Duration::ofSeconds(20))) {
    server_ = std::move(
        http::Server::start({}, [this](const http::Request& request, http::Responder responder) {
            pass(request, std::move(responder));
        }).value());
}

void FaultProxy::plant(std::string fault) {
    const std::lock_guard lock(mutex_);
    fault_ = std::move(fault);
}

void FaultProxy::pass(const http::Request& request, http::Responder responder) {
    HttpCall call;
    call.method = request.method();
    call.url = target_ + std::string(request.target());
    call.body = request.body();
    for (const char* name : {"X-API-Key", "Idempotency-Key", "Content-Type"}) {
        if (const auto value = request.header(name)) {
            call.headers.push_back(std::string(name) + ": " + std::string(*value));
        }
    }
    {
        const std::lock_guard lock(mutex_);
        if (!fault_.empty()) call.headers.push_back("X-Paysim-Fault: " + fault_);
    }
    const auto shared = std::make_shared<http::Responder>(std::move(responder));
    calls_.start(std::move(call), [shared](HttpAnswer answer) {
        if (answer.status == 0) return shared->abort();
        shared->send(http::Response::of(static_cast<int>(answer.status), "application/json",
                                        std::move(answer.body)));
    });
}

AdyenStack::AdyenStack(std::vector<std::string> sandboxFlags, Duration deadline)
    : flags_(std::move(sandboxFlags)), plain_(within(Duration::ofSeconds(20))) {
    receiver_ =
        std::move(http::Server::start({}, [this](http::Request request, http::Responder responder) {
                      take(std::move(request), std::move(responder));
                  }).value());
    std::ofstream(dir_ / "hmac") << kAdyenHmacKey << '\n';
    startSandbox();
    AdyenOptions options;
    options.baseUrl = proxy.url() + "/v71";
    options.apiKey = "test_key";
    options.merchantAccount = kAdyenMerchant;
    // While keys roll there are two.
    options.hmacKeys = {"00112233445566778899AABBCCDDEEFF", kAdyenHmacKey};
    options.clientKey = "test_client";
    options.returnUrl = "http://127.0.0.1/back";
    options.now = [] { return Instant{1'700'000'000'000'000}; };
    options.calls = within(deadline);
    provider = makeAdyenProvider(std::move(options), inbox).value();
    begin();
}

// Calls under way end before what they need is gone.
AdyenStack::~AdyenStack() {
    provider->stop();
    process_.reset();
    receiver_.reset();
}

void AdyenStack::startSandbox() {
    process_.reset();
    std::filesystem::remove(dir_ / "port");
    tessera::test::ChildOptions options;
    options.argv = {std::string(TESSERA_BINARY_DIR) + "/bin/tessera-paysim",
                    "--ledger",
                    dir_ / "ledger",
                    "--port-file",
                    dir_ / "port",
                    "--listen",
                    "127.0.0.1:" + port_,
                    "--adyen-merchant",
                    kAdyenMerchant,
                    "--adyen-hmac-key-file",
                    dir_ / "hmac",
                    "--adyen-webhook-url",
                    "http://127.0.0.1:" + std::to_string(receiver_->port()) + "/adyen",
                    "--adyen-delay-ms",
                    "0-5"};
    options.argv.insert(options.argv.end(), flags_.begin(), flags_.end());
    auto started = tessera::test::ChildProcess::start(options);
    TESSERA_CHECK(started.has_value());
    process_ = std::move(*started);
    const auto port = process_->waitForFile(dir_ / "port", kPatience);
    TESSERA_CHECK(port.has_value());
    port_ = port->substr(0, port->find('\n'));
    proxy.pointTo("http://127.0.0.1:" + port_);
}

void AdyenStack::take(http::Request request, http::Responder responder) {
    if (deaf) return responder.send({503, {}, {}});
    auto read = provider->verifyWebhook(request.body(), {}, Instant{1});
    if (read.outcome == WebhookOutcome::Irrelevant) return responder.send({200, {}, {}});
    if (read.outcome != WebhookOutcome::Hint) return responder.send({400, {}, {}});
    const auto shared = std::make_shared<http::Responder>(std::move(responder));
    inbox->store(std::move(read.items), [shared](const Status& stored) {
        shared->send({stored ? 200 : 503, {}, "[accepted]"});
    });
}

void AdyenStack::begin() {
    ++attempt;
    attemptTry = 1;
    refund = {};
    refundObject.clear();
}

Call AdyenStack::next(Operation operation) const {
    Call call;
    call.event = EventId{77};
    call.currency = Currency{{'E', 'U', 'R'}};
    call.row.attempt = AttemptId{attempt};
    call.row.order = OrderId{attempt + 1};
    call.row.attemptTry = attemptTry;
    call.row.operation = operation;
    call.row.amount = amount;
    call.row.provider = engine::ProviderKind::Adyen;
    const bool ofRefund = operation == Operation::Refund || operation == Operation::RetrieveRefund;
    if (ofRefund) call.row.refund = refund;
    call.row.objectId = operation == Operation::RetrieveRefund
                            ? refundObject
                            : encodePublicId(EventId{77}, attempt);
    return call;
}

ProviderAnswer AdyenStack::wait(Call call) {
    std::promise<ProviderAnswer> answered;
    provider->call(std::move(call), [&](ProviderAnswer a) { answered.set_value(std::move(a)); });
    return answered.get_future().get();
}

ProviderAnswer AdyenStack::call(Operation operation) {
    return wait(next(operation));
}

ProviderAnswer AdyenStack::pay(const std::string& card) {
    Call call = next(Operation::Confirm);
    call.row.payload =
        json{{"paymentMethod", {{"type", "scheme"}, {"encryptedCardNumber", card}}}}.dump();
    return wait(std::move(call));
}

ProviderAnswer AdyenStack::returnFromBank(const std::string& bankUrl, bool yes) {
    HttpCall visit;
    visit.url = "http://127.0.0.1:" + port_ + bankUrl.substr(bankUrl.find("/sandbox/")) +
                (yes ? "" : "?answer=no");
    TESSERA_CHECK(exchange(plain_, std::move(visit)).status == 303);
    ++attemptTry;
    Call call = next(Operation::Confirm);
    const std::string token = bankUrl.substr(bankUrl.rfind('/') + 1);
    call.row.payload = json{{"details", {{"redirectResult", token}}}}.dump();
    return wait(std::move(call));
}

ProviderAnswer AdyenStack::settle(Operation operation) {
    const auto until = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        const std::size_t known = inbox->all().size();
        ProviderAnswer answer = call(operation);
        if (answer.kind != AnswerKind::Accepted || std::chrono::steady_clock::now() > until) {
            return answer;
        }
        inbox->waitForCount(known + 1);
    }
}

std::vector<json> AdyenStack::ledger() const {
    std::vector<json> lines;
    std::ifstream file(dir_ / "ledger");
    for (std::string line; std::getline(file, line);) {
        auto parsed = json::parse(line, nullptr, false);
        if (!parsed.is_discarded()) lines.push_back(std::move(parsed));  // It is being written.
    }
    return lines;
}

std::int64_t AdyenStack::moved(const std::string& type) const {
    std::int64_t sum = 0;
    const std::string reference = encodePublicId(EventId{77}, attempt);
    for (const json& line : ledger()) {
        if (line.at("type") != type || line.at("metadata").at("tessera_attempt") != reference) {
            continue;
        }
        sum += line.at("amount").get<std::int64_t>();
    }
    return sum;
}

HttpAnswer AdyenStack::post(const std::string& path, const json& body) {
    HttpCall call;
    call.method = "POST";
    call.url = "http://127.0.0.1:" + port_ + path;
    call.body = body.dump();
    call.headers = {"X-API-Key: test_key", "Content-Type: application/json"};
    return exchange(plain_, std::move(call));
}

json AdyenStack::stats() {
    HttpCall call;
    call.url = "http://127.0.0.1:" + port_ + "/sandbox/adyen/stats";
    call.headers = {"X-API-Key: test_key"};
    return json::parse(exchange(plain_, std::move(call)).body);
}

}  // namespace tessera::payments::test
