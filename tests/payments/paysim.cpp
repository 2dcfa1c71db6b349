// SPDX-License-Identifier: Apache-2.0
#include "tests/payments/paysim.h"

#include <chrono>
#include <fstream>
#include <future>

#include "shared/base/check.h"

namespace tessera::payments::test {

using engine::Operation;
using engine::ProviderAnswer;

Paysim::Paysim(const std::string& webhookUrl) : webhookUrl_(webhookUrl) {
    std::ofstream(dir_ / "secret") << kWebhookSecret << '\n';
    start("127.0.0.1:0");
}

void Paysim::startAgain() {
    process_.reset();
    std::filesystem::remove(dir_ / "port");
    start("127.0.0.1:" + port_);
}

void Paysim::start(const std::string& listen) {
    tessera::test::ChildOptions options;
    options.argv = {std::string(TESSERA_BINARY_DIR) + "/bin/tessera-paysim",
                    "--ledger",
                    dir_ / "ledger",
                    "--port-file",
                    dir_ / "port",
                    "--listen",
                    listen};
    if (!webhookUrl_.empty()) {
        options.argv.insert(options.argv.end(), {"--webhook-url", webhookUrl_,
                                                 "--webhook-secret-file", dir_ / "secret"});
    }
    auto started = tessera::test::ChildProcess::start(options);
    TESSERA_CHECK(started.has_value());
    process_ = std::move(*started);
    const auto port = process_->waitForFile(dir_ / "port", std::chrono::seconds(20));
    TESSERA_CHECK(port.has_value());
    port_ = port->substr(0, port->find('\n'));
}

HttpAnswer exchange(HttpCalls& calls, HttpCall call) {
    std::promise<HttpAnswer> answered;
    calls.start(std::move(call), [&](HttpAnswer a) { answered.set_value(std::move(a)); });
    return answered.get_future().get();
}

HttpCallsOptions quick(Duration deadline) {
    HttpCallsOptions options;
    options.deadline = deadline;
    return options;
}

StripeOptions optionsFor(const std::string& url, HttpCallsOptions calls) {
    return {url, "sk_test_1", kWebhookSecret, "pk_test_1", false, calls};
}

Caller::Caller(StripeOptions options)
    : provider(makeStripeProvider(options)), url_(options.baseUrl), plain_(quick()) {}

ProviderAnswer Caller::wait(Call call) {
    std::promise<ProviderAnswer> answered;
    provider->call(std::move(call), [&](ProviderAnswer a) { answered.set_value(std::move(a)); });
    return answered.get_future().get();
}

Call Caller::next(Operation operation) const {
    Call call;
    call.event = EventId{77};
    call.currency = Currency{{'E', 'U', 'R'}};
    call.row.attempt = AttemptId{attempt};
    call.row.order = OrderId{attempt + 1};
    call.row.attemptTry = attemptTry;
    call.row.operation = operation;
    call.row.amount = Money{1200};
    if (operation != Operation::Create) call.row.objectId = objectId;
    return call;
}

ProviderAnswer Caller::create() {
    ++attempt;
    objectId.clear();
    const auto answer = wait(next(Operation::Create));
    objectId = answer.objectId;
    clientSecret = answer.clientSecret;
    return answer;
}

ProviderAnswer Caller::call(Operation operation) {
    return wait(next(operation));
}

HttpAnswer Caller::confirm(const std::string& paymentMethod) {
    HttpCall call;
    call.method = "POST";
    call.url = provider->confirmUrl(objectId);
    call.headers = {"Authorization: Bearer " + provider->publishableKey()};
    call.body = "client_secret=" + clientSecret + "&payment_method=" + paymentMethod;
    return exchange(plain_, std::move(call));
}

HttpAnswer Caller::read() {
    HttpCall call;
    call.url = url_ + "/v1/payment_intents/" + objectId;
    call.headers = {"Authorization: Bearer sk_test_1"};
    return exchange(plain_, std::move(call));
}

HttpAnswer Caller::faulty(Operation operation, const std::string& fault) {
    HttpCall call;
    call.method = "POST";
    call.headers = {"Authorization: Bearer sk_test_1", "X-Paysim-Fault: " + fault,
                    "Idempotency-Key: " + next(operation).idempotencyKey()};
    const std::string intents = url_ + "/v1/payment_intents";
    if (operation == Operation::Create) {
        const auto scoped = encodePublicId(EventId{77}, attempt);
        call.url = intents;
        call.body = "amount=1200&currency=eur&capture_method=manual&metadata[tessera_event]=" +
                    encodePublicId(77) + "&metadata[tessera_attempt]=" + scoped +
                    "&description=Order%20" + encodePublicId(EventId{77}, attempt + 1);
    } else if (operation == Operation::Refund) {
        call.url = url_ + "/v1/refunds";
        call.body = "payment_intent=" + objectId + "&amount=1200";
    } else if (operation == Operation::Capture) {
        call.url = intents + "/" + objectId + "/capture";
        call.body = "amount_to_capture=1200";
    } else {
        call.url = intents + "/" + objectId + "/cancel";
    }
    return exchange(plain_, std::move(call));
}

}  // namespace tessera::payments::test
