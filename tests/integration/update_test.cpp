// SPDX-License-Identifier: Apache-2.0
// Two of the staff change one event at the same time.
#include <gtest/gtest.h>

#include <thread>

#include "tests/integration/sale.h"

namespace tessera::integration {
namespace {

constexpr int kRounds = 12;

Answer update(ApiClient& client, const Stack& stack, const Sale& sale, const Json& config,
              const std::string& mask) {
    return client.call("UpdateEvent",
                       {{"event", sale.event},
                        {"requestId", newRequestId()},
                        {"config", config},
                        {"updateMask", mask}},
                       {{"authorization", "Bearer " + stack.adminKey()}});
}

// Of two updates at once, each of another field, the later took the earlier back.
TEST(UpdateTest, ChangesOfDifferentFieldsAtOnceAreBothKept) {
    Stack& stack = Stack::shared();
    const Sale sale = makeSale(stack);
    ApiClient here(Edge::Rest, stack);
    ApiClient there(Edge::Grpc, stack);
    for (int round = 1; round <= kRounds; ++round) {
        const std::string name = "Round " + std::to_string(round);
        Answer renamed;
        std::thread other([&] { renamed = update(there, stack, sale, {{"name", name}}, "name"); });
        const std::string hold = std::to_string(60 + round) + "s";
        const Answer held = update(here, stack, sale, {{"holdDuration", hold}}, "holdDuration");
        other.join();
        ASSERT_TRUE(renamed.ok()) << renamed;
        ASSERT_TRUE(held.ok()) << held;
        const Answer now = here.call("GetEvent", {{"event", sale.event}});
        ASSERT_TRUE(now.ok()) << now;
        EXPECT_EQ(now.body.at("config").at("name"), name);
        EXPECT_EQ(now.body.at("config").at("holdDuration"), hold);
    }
}

}  // namespace
}  // namespace tessera::integration
