// SPDX-License-Identifier: Apache-2.0
#include "server/payments/configured_providers.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace tessera::payments {
namespace {

struct ConfiguredProvidersTest : ::testing::Test {
    std::string secret(const std::string& name, const std::string& text) {
        const std::string path = dir / name;
        std::ofstream(path) << text << '\n';
        chmod(path.c_str(), 0600);
        return path;
    }
    runtime::PaymentsConfig stripe() {
        runtime::PaymentsConfig config;
        config.stripe = runtime::StripeConfig{};
        config.stripe->sandbox = true;
        config.stripe->baseUrl = "http://pay";
        config.stripe->apiKeyFile = secret("api", "sk_test_1");
        config.stripe->webhookSecretFile = secret("hook", "whsec_1");
        config.stripe->publishableKey = "pk_test_1";
        return config;
    }

    test::TempDir dir{"providers"};
    runtime::SteadyClock clock;
    ProviderParts parts{nullptr, nullptr, clock};
};

TEST_F(ConfiguredProvidersTest, AProviderIsMadeOfItsKeysAndSecrets) {
    auto config = stripe();
    const auto made = openProviders(config, parts);
    ASSERT_TRUE(made) << made.error().message;
    const Provider* provider = made->findByName("stripe");
    ASSERT_NE(provider, nullptr);
    EXPECT_EQ(provider->publishableKey(), "pk_test_1");
    EXPECT_EQ(provider->confirmUrl("pi_1"), "http://pay/v1/payment_intents/pi_1/confirm");
    EXPECT_EQ(provider->pageUrl("pi_1"), "http://pay/pay/pi_1") << "the sandbox's";
    EXPECT_FALSE(provider->capabilities().readers);
    config.stripe->sandbox = false;
    config.stripe->readers = true;
    const auto real = openProviders(config, parts);
    ASSERT_TRUE(real);
    EXPECT_EQ(real->findByName("stripe")->pageUrl("pi_1"), "");
    EXPECT_TRUE(real->findByName("stripe")->capabilities().readers);
}

TEST_F(ConfiguredProvidersTest, ASecretThatCannotBeReadIsAFailureThatDoesNotTellOthers) {
    for (const bool api : {true, false}) {
        auto config = stripe();
        (api ? config.stripe->apiKeyFile : config.stripe->webhookSecretFile) = dir / "nowhere";
        const auto made = openProviders(config, parts);
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().message.find("sk_test"), std::string::npos);
    }
}

TEST_F(ConfiguredProvidersTest, WhatIsNotNamedIsNotThere) {
    const auto made = openProviders(runtime::PaymentsConfig{}, parts);
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->all().empty());
}

}  // namespace
}  // namespace tessera::payments
