// SPDX-License-Identifier: Apache-2.0
// A real tessera-paysim process, and a provider whose calls a test waits for.
//
// One thread at a time. Owns the process and its folder.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/payments/http_calls.h"
#include "server/payments/stripe_provider.h"
#include "server/payments/stripe_reading.h"
#include "server/payments/stripe_requests.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace tessera::payments::test {

inline constexpr const char* kWebhookSecret = "whsec_test";

class Paysim {
public:
    // `webhookUrl`: where its events go, signed with kWebhookSecret; none if empty.
    explicit Paysim(const std::string& webhookUrl = {});

    std::string url() const { return "http://127.0.0.1:" + port_; }
    // Ends it and starts it again on the same ledger and port.
    void kill9() { process_->kill9(); }
    void startAgain();

private:
    void start(const std::string& listen);

    tessera::test::TempDir dir_{"paysim"};
    std::string webhookUrl_;
    std::string port_;
    std::unique_ptr<tessera::test::ChildProcess> process_;
};

// One HTTP exchange, waited for. `fault`: an X-Paysim-Fault.
HttpAnswer exchange(HttpCalls& calls, HttpCall call);
HttpCallsOptions quick(Duration deadline = Duration::ofSeconds(5));

StripeOptions optionsFor(const std::string& url, HttpCallsOptions calls = quick());

// Calls waited for, of one attempt after another.
class Caller {
public:
    explicit Caller(StripeOptions options);

    // A fresh attempt of 1200 cents; its answer.
    engine::ProviderAnswer create();
    engine::ProviderAnswer call(engine::Operation operation);
    // The buyer's client, at the provider's own address.
    HttpAnswer confirm(const std::string& paymentMethod);
    // The object as the sandbox shows it, without the adapter.
    HttpAnswer read();
    // Any of the adapter's requests, by itself.
    HttpAnswer ask(HttpCall call);
    // Makes the request of `operation` as the adapter does, with X-Paysim-Fault.
    HttpAnswer faulty(engine::Operation operation, const std::string& fault);

    engine::ProviderAnswer wait(Call call);
    Call next(engine::Operation operation) const;

    std::shared_ptr<Provider> provider;
    std::string objectId;
    std::string clientSecret;
    std::int64_t attempt = freshId();
    std::int32_t attemptTry = 1;
    RefundId refund{};  // Of Refund and RetrieveRefund.
    Money amount{1200};
    const StripeRequests requests;

private:
    static std::int64_t freshId();

    HttpCalls plain_;
};

}  // namespace tessera::payments::test
