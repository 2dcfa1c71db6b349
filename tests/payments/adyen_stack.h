// SPDX-License-Identifier: Apache-2.0
// The Adyen adapter against a real tessera-paysim: its notifications come in over a socket, are
// verified and stored as the server does, and a proxy between the two plants faults in calls.
//
// One thread at a time. Owns the processes, servers and folder.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "server/payments/adyen_provider.h"
#include "shared/http/server.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace tessera::payments::test {

inline constexpr const char* kAdyenMerchant = "TesseraTest";
inline constexpr const char* kAdyenHmacKey =
    "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";

// Keeps items in memory; waits for them.
class MemoryInbox final : public WebhookInbox {
public:
    void store(std::vector<WebhookItem> items, std::function<void(Status)> done) override;
    void read(EventId event, AttemptId attempt,
              std::function<void(Result<std::vector<WebhookItem>>)> done) override;

    // While set, nothing can be stored.
    void refuse(bool refuses);
    std::vector<WebhookItem> all();
    // False if no such item comes within 20 seconds.
    bool waitFor(AttemptId attempt, const std::string& kind);
    bool waitForCount(std::size_t count);
    std::size_t doubles();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<WebhookItem> items_;
    std::size_t doubles_ = 0;
    bool refuses_ = false;
};

// Passes calls on, with the fault that is planted until another is, or none: libcurl repeats a call
// by itself where a kept connection breaks.
class FaultProxy {
public:
    FaultProxy();
    void pointTo(std::string target) { target_ = std::move(target); }
    void plant(std::string fault);
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }

private:
    void pass(const http::Request& request, http::Responder responder);

    std::string target_;
    std::mutex mutex_;
    std::string fault_;
    HttpCalls calls_;
    std::unique_ptr<http::Server> server_;
};

class AdyenStack {
public:
    explicit AdyenStack(std::vector<std::string> sandboxFlags = {},
                        Duration deadline = Duration::ofSeconds(5));
    ~AdyenStack();

    // A fresh attempt of 1200 cents.
    void begin();
    Call next(engine::Operation operation) const;
    engine::ProviderAnswer call(engine::Operation operation);
    engine::ProviderAnswer wait(Call call);
    engine::ProviderAnswer pay(const std::string& card);
    // Goes to the bank's page and comes back; Confirm's answer to that.
    engine::ProviderAnswer returnFromBank(const std::string& bankUrl, bool yes);
    // Asks until the answer is not Accepted.
    engine::ProviderAnswer settle(engine::Operation operation);
    bool heard(const std::string& kind) { return inbox->waitFor(AttemptId{attempt}, kind); }

    // Adds up `amount` of the ledger's lines of this type about the current attempt.
    std::int64_t moved(const std::string& type) const;
    std::vector<nlohmann::json> ledger() const;
    HttpAnswer post(const std::string& path, const nlohmann::json& body);
    nlohmann::json stats();

    void killSandbox() { process_->kill9(); }
    void startSandbox();
    // While set, notifications are answered 503.
    std::atomic<bool> deaf{false};

    std::shared_ptr<MemoryInbox> inbox = std::make_shared<MemoryInbox>();
    FaultProxy proxy;
    std::shared_ptr<Provider> provider;
    std::int64_t attempt = 2000;
    std::int32_t attemptTry = 1;
    Money amount{1200};
    RefundId refund{};
    std::string refundObject;

private:
    void take(http::Request request, http::Responder responder);

    tessera::test::TempDir dir_{"adyen"};
    std::vector<std::string> flags_;
    std::string port_ = "0";
    HttpCalls plain_;
    std::unique_ptr<http::Server> receiver_;
    std::unique_ptr<tessera::test::ChildProcess> process_;
};

}  // namespace tessera::payments::test
