// SPDX-License-Identifier: Apache-2.0
// The bound of calls in flight, and that one answer counts.
#include "server/api/dispatcher.h"

#include <gtest/gtest.h>

#include <mutex>
#include <thread>

#include "server/api/handlers.h"
#include "server/api/reasons.h"
#include "server/runtime/thread_pool.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tests/api/fake_app.h"

namespace tessera::api::test {
namespace {

class TestCall final : public Call {
public:
    TestCall(const MethodInfo& method, std::vector<std::string>& answers)
        : Call(method, runtime::newTrace()), answers_(answers) {}

protected:
    std::optional<app::Problem> decode(google::protobuf::Message&) override { return std::nullopt; }
    void send(const google::protobuf::Message&) override { answers_.push_back("OK"); }
    void send(const Prepared&) override { answers_.push_back("OK"); }
    void refuse(const app::Problem& problem) override { answers_.push_back(problem.reason); }
    std::shared_ptr<StreamSink> stream() override { return nullptr; }

private:
    std::vector<std::string>& answers_;
};

class DispatcherTest : public testing::Test {
protected:
    DispatcherTest() {
        const HandlerContext context{app_, presentation_, executor_, clock_};
        registerSeatMaps(registry_, context);
        registerReservations(registry_, context);
        registerOrders(registry_, context);
        registerOrderPayments(registry_, context);
        registerPayments(registry_, context);
        registerDisruptions(registry_, context);
        registerTransfers(registry_, context);
        registerDocuments(registry_, context, wallets_);
        registerAdminSetup(registry_, context);
        registerAdminSale(registry_, context);
        registry_.unary<v1::GetEventRequest, v1::Event>(
            "/tessera.v1.CatalogService/GetEvent",
            [](const CallPtr&, const auto&, auto reply) { reply(v1::Event{}); });
        registry_.prepared<v1::GetLayoutRequest, v1::Layout>(
            "/tessera.v1.CatalogService/GetLayout",
            [](const CallPtr&, const auto&, auto reply) { reply(Prepared{}); });
        registry_.unary<v1::ListEventsRequest, v1::ListEventsResponse>(
            "/tessera.v1.CatalogService/ListEvents",
            [this](const CallPtr&, const auto&, auto reply) { kept_.push_back(reply); });
    }

    CallPtr call(const char* method) {
        return std::make_shared<TestCall>(
            *table_.find(std::string("/tessera.v1.CatalogService/") + method), answers_);
    }

    const MethodTable table_;
    runtime::SteadyClock clock_;
    runtime::ThreadPool executor_{{}, clock_};
    std::shared_ptr<SeatMapEncoder> encoder_ =
        std::make_shared<SeatMapEncoder>([] { return Instant{}; });
    FakeApp app_{encoder_};
    Presentation presentation_{app_, *encoder_};
    const WalletSigners wallets_;
    Registry registry_{table_};
    std::vector<std::string> answers_;
    std::vector<app::Reply<v1::ListEventsResponse>> kept_;
};

TEST_F(DispatcherTest, BeyondItsBoundACallIsRefusedAtOnceAndThereIsRoomAgainLater) {
    DispatcherOptions options;
    options.inFlightMax = 2;
    Dispatcher dispatcher(options, app_, registry_, executor_);
    for (int i = 0; i < 3; ++i) dispatcher.run(call("ListEvents"));
    EXPECT_EQ(answers_, (std::vector<std::string>{"OVERLOADED"}));
    EXPECT_EQ(dispatcher.inFlight(), 2U);
    kept_[0](v1::ListEventsResponse{});
    kept_.clear();
    EXPECT_EQ(dispatcher.inFlight(), 0U);
    dispatcher.run(call("GetEvent"));
    EXPECT_EQ(answers_, (std::vector<std::string>{"OVERLOADED", "OK", "OK"}));
}

TEST_F(DispatcherTest, OneAnswerCounts) {
    Dispatcher dispatcher({}, app_, registry_, executor_);
    dispatcher.run(call("ListEvents"));
    kept_[0](v1::ListEventsResponse{});
    kept_[0](tl::make_unexpected(refuse("INTERNAL_FAULT", "")));
    kept_[0](v1::ListEventsResponse{});
    EXPECT_EQ(answers_, (std::vector<std::string>{"OK"}));
}

TEST_F(DispatcherTest, ARegistryWithoutAHandlerIsNotComplete) {
    EXPECT_TRUE(registry_.complete());
    EXPECT_FALSE(Registry(table_).complete());
}

// The sweeper's handle was sometimes a call's last, and waited for the lock that it held itself.
TEST_F(DispatcherTest, CallsThatAreLetGoOfWhileTheSweeperLooksDoNotStopIt) {
    DispatcherOptions options;
    options.timeout = Duration::ofMicros(1);
    options.sweepEvery = Duration::ofMicros(100);
    Dispatcher dispatcher(options, app_, registry_, executor_);
    for (int round = 0; round < 300; ++round) {
        for (int i = 0; i < 50; ++i) dispatcher.run(call("ListEvents"));
        kept_.clear();
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (dispatcher.inFlight() > 0 && std::chrono::steady_clock::now() < end) {
        std::this_thread::yield();
    }
    EXPECT_EQ(dispatcher.inFlight(), 0U);
}

}  // namespace
}  // namespace tessera::api::test
