// SPDX-License-Identifier: Apache-2.0
// Staff at tills of a real server, for tests of what only they may: accounts by the shell, devices
// enrolled over TLS, sales for cash.
//
// One for all tests of a program. Single-threaded.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/integration/sale.h"

namespace tessera::integration {

// Whom a sale is for.
struct Person {
    std::string name;
    std::string email;
    std::string phone{};
};

// One member of staff at one till.
class Till {
public:
    // A new account of that role (lower case), on a device of its own.
    Till(Stack& stack, const std::string& login, const std::string& role);

    Answer ask(const std::string& method, Json request);
    // The same with a new request id.
    Answer change(const std::string& method, Json request);
    // A paid order of these seats; {"event": …, "order": …}.
    Json sell(const Sale& sale, const std::vector<std::int32_t>& seats, const Person& person);
    // What orders are found by that, as their ids.
    std::vector<std::string> find(const std::string& query, const std::string& event = {});
    // Whether that comes to be found within the time that search tables may be behind.
    bool finds(const std::string& query, const Json& order);

private:
    std::unique_ptr<ApiClient> client_;
    Headers session_;
};

}  // namespace tessera::integration
