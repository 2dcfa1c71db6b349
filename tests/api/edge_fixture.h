// SPDX-License-Identifier: Apache-2.0
// Both edges on real sockets over a FakeApp, and short ways to ask them. For integration tests.
#pragma once

#include <gmock/gmock.h>
#include <google/rpc/error_details.pb.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/api/server_edges.h"
#include "server/runtime/thread_pool.h"
#include "tests/api/fake_app.h"
#include "tests/api/fake_inbox.h"
#include "tests/http/raw_client.h"

namespace tessera::api::test {

using http::test::RawClient;
using http::test::Reply;
using nlohmann::json;

inline constexpr const char* kSignature = "good";

class FakeProvider final : public payments::Provider {
public:
    std::string_view name() const override { return "stripe"; }
    payments::Capabilities capabilities() const override { return {}; }
    void call(payments::Call, std::function<void(engine::ProviderAnswer)> done) override {
        done({});
    }
    payments::WebhookResult verifyWebhook(std::string_view body, std::string_view signature,
                                          Instant) const override {
        using payments::WebhookOutcome;
        if (signature == "old") return {WebhookOutcome::Stale, {}};
        if (signature != kSignature) return {WebhookOutcome::BadSignature, {}};
        if (body == "{}") return {WebhookOutcome::Malformed, {}};
        if (body == "other") return {WebhookOutcome::Irrelevant, {}};
        payments::WebhookItem item;
        item.id = body;
        item.event = kEvent;
        item.attempt = AttemptId{1};
        // A batch about one attempt.
        return {WebhookOutcome::Hint, {kEvent, AttemptId{1}}, {item, item}};
    }
    std::string publishableKey() const override { return "pk_1"; }
    std::string confirmUrl(const std::string&) const override { return {}; }
};

class EdgeTest : public testing::Test {
protected:
    // `web`: the storefront, if there is to be one.
    explicit EdgeTest(runtime::WebConfig web = {});
    ~EdgeTest() override;

    // REST. `extra`: header lines with their line ends.
    Reply get(const std::string& path, const std::string& extra = {});
    Reply send(const std::string& method, const std::string& path, const std::string& body,
               const std::string& extra = {});
    Reply post(const std::string& path, const json& body, const std::string& extra = {});
    RawClient connect() { return RawClient(edges_->httpPort()); }

    // What was logged so far.
    std::string logged();

    runtime::SteadyClock clock_;
    runtime::ThreadPool executor_{{.threads = 2}, clock_};
    runtime::Metrics metrics_;
    std::mutex logMutex_;
    std::string logText_;
    std::unique_ptr<runtime::Log> log_;
    std::shared_ptr<SeatMapEncoder> encoder_;
    FakeApp app_;
    payments::Providers providers_{std::make_shared<FakeProvider>()};
    FakeInbox inbox_;
    WalletSigners wallets_;
    std::unique_ptr<Edges> edges_;
    std::shared_ptr<grpc::Channel> channel_;
};

// The reason of a problem+json; its form is checked on the way.
std::string reasonOf(const Reply& reply);
json metadataOf(const Reply& reply);

// The ErrorInfo in a gRPC status; its form is checked on the way.
google::rpc::ErrorInfo errorInfoOf(const grpc::Status& status);

std::string admin(const char* key = kAdminKey);  // A header line.
std::string requestId();                         // A fresh UUID of version 7.
std::string callerKey();                         // A header line.
std::string eventPath(const std::string& rest = {}, EventId event = kEvent);
std::string reservationPath(const std::string& verb = {});
std::string orderPath(const std::string& rest = {});
json seatRequest(std::vector<int> seats);

}  // namespace tessera::api::test
