// SPDX-License-Identifier: Apache-2.0
// A device that is enrolled at a stack's staff port, and an administrator signed in on it.
//
// Not thread-safe; whoever opens it owns it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/integration/sale.h"
#include "tests/staff/device_key.h"

namespace tessera::integration {

struct Till {
    std::unique_ptr<ApiClient> client;
    Headers session;
};

// `login`: a new account's. REQUIRES: the stack has a staff port.
inline std::unique_ptr<Till> openTill(Stack& stack, const std::string& login) {
    const auto shell = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--database", stack.conninfo()});
        auto ran = stack.runProgram("tessera-admin", arguments, Millis{20'000});
        EXPECT_EQ(ran.code, 0) << ran.output;
        while (!ran.output.empty() && ran.output.back() == '\n') ran.output.pop_back();
        return ran.output;
    };
    const std::string password =
        shell({"staff", "add", "--login", login, "--name", login, "--role", "administrator"});
    const test::DeviceKey key = test::makeDeviceKey();
    ApiClient stranger(stack.ports(), {stack.authorityPem()});
    const Answer made = stranger.call(
        "Enrol", {{"code", shell({"devices", "code", "--name", login})}, {"csr", key.requestPem}});
    EXPECT_TRUE(made.ok()) << made;
    auto till = std::make_unique<Till>();
    till->client = std::make_unique<ApiClient>(
        stack.ports(), ApiClient::DeviceTls{made.body.value("authority", ""), key.keyPem,
                                            made.body.value("certificate", "")});
    const Answer in = till->client->call("SignIn", {{"login", login}, {"password", password}});
    EXPECT_TRUE(in.ok()) << in;
    till->session = {{"authorization", "Bearer " + in.body.value("token", "")}};
    return till;
}

}  // namespace tessera::integration
