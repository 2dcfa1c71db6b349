// SPDX-License-Identifier: Apache-2.0
// A house with tills: a whole stack with a staff port, people who sign in at enrolled devices, and
// what they do with a shift, a drawer and orders.
//
// One for the tests of a program; for the test's thread. A failure is reported to the running test.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/integration/sale.h"
#include "tests/staff/device_key.h"

namespace tessera::integration {

std::int64_t minorOf(const Json& money);
Json eur(std::int64_t minor);
// In 50-cent coins and cents.
Json countOf(std::int64_t minor, const std::string& currency = "EUR");

// The shift of the device, with that much in its drawer.
Answer openShift(ApiClient& till, const Headers& who, std::int64_t minor);

// Somebody at a device.
class TillUser {
public:
    TillUser(std::shared_ptr<ApiClient> till, Headers session)
        : till_(std::move(till)), session_(std::move(session)) {}

    Answer call(const std::string& method, Json request) const;
    // As often as nothing is known of its effect, with one request id.
    Answer insist(const std::string& method, const Json& request) const;
    // A mutation with a request id of its own where it has none.
    Answer ask(const std::string& method, Json request) const;
    Answer hold(const Sale& sale, const std::vector<std::int32_t>& seats) const;
    Json checkoutOf(const Answer& held, Json tender) const;
    // A hold and its checkout; `order` of the answer.
    Answer sell(const Sale& sale, const std::vector<std::int32_t>& seats, Json tender) const;
    bool becomes(const Answer& order, const std::string& state) const;

    Answer openShift(std::int64_t minor) const;
    Answer shift(const std::string& id = {}) const;
    Answer count(const Answer& shift, Json counts) const;
    Answer close(const Answer& shift, const std::string& why = {},
                 const std::string& next = {}) const;
    const Headers& session() const { return session_; }

private:
    std::shared_ptr<ApiClient> till_;
    Headers session_;
};

class TillHouse {
public:
    explicit TillHouse(Stack& of) : stack(of) {}
    static TillHouse& shared();

    std::shared_ptr<ApiClient> enrol(const std::string& name);
    // That device again, to the server that runs now.
    std::shared_ptr<ApiClient> connect(const std::string& name) const;
    // An account of that role, whose login is made once.
    TillUser signIn(const std::string& login, const std::string& role,
                    const std::shared_ptr<ApiClient>& till);
    // Of whoever has signed in. REQUIRES: they have.
    const std::string& passwordOf(const std::string& login) const { return passwords_.at(login); }
    std::string shell(std::vector<std::string> arguments) const;

    Stack& stack;

private:
    std::map<std::string, ApiClient::DeviceTls> identities_;  // By the device's name.
    std::map<std::string, std::string> passwords_;            // By login.
};

std::int64_t numberOf(const Sale& sale);

// Whom a sale is for.
struct Person {
    std::string name;
    std::string email;
    std::string phone{};
};

// One member of staff at one till.
class Till {
public:
    // A new account of that role (lower case), on a device of its own, whose shift is open.
    Till(Stack& stack, const std::string& login, const std::string& role);

    Answer ask(const std::string& method, Json request);
    // The same with a new request id.
    Answer change(const std::string& method, Json request);
    // A paid order of these seats; {"event": …, "order": …}.
    Json sell(const Sale& sale, const std::vector<std::int32_t>& seats, const Person& person,
              const Json& tender = {{"kind", "CASH"}});
    // What orders are found by that, as their ids.
    std::vector<std::string> find(const std::string& query, const std::string& event = {});
    // Whether that comes to be found within the time that search tables may be behind.
    bool finds(const std::string& query, const Json& order);

private:
    TillUser user_;
};

}  // namespace tessera::integration
