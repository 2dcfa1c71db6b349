// SPDX-License-Identifier: Apache-2.0
#include "tests/payments/paysim.h"

#include <chrono>
#include <fstream>
#include <future>

#include "server/engine/id_source.h"
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
    return {url, "sk_test_1", kWebhookSecret, "pk_test_1", false, false, calls};
}

Caller::Caller(StripeOptions options)
    : provider(makeStripeProvider(options)), requests(options), plain_(quick()) {}

// As an engine makes it now: the adapter looks first for what is older than its keys.
std::int64_t Caller::freshId() {
    return engine::IdSource::floorAt(wallClock());
}

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
    call.row.amount = amount;
    if (operation != Operation::Create) call.row.objectId = objectId;
    const bool refunds = operation == Operation::Refund || operation == Operation::RetrieveRefund;
    if (refunds) call.row.refund = refund;
    call.row.seq = OutboxSeq{attempt};
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
    return ask(requests.intent(objectId));
}

HttpAnswer Caller::ask(HttpCall call) {
    return exchange(plain_, std::move(call));
}

HttpAnswer Caller::faulty(Operation operation, const std::string& fault) {
    HttpCall call = requests.of(next(operation));
    call.headers.push_back("X-Paysim-Fault: " + fault);
    return ask(std::move(call));
}

}  // namespace tessera::payments::test
