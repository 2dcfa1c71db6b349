// SPDX-License-Identifier: Apache-2.0
// A house with tills: a whole stack with a staff port, people who sign in, and what they do with a
// shift and a drawer.
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

    Stack& stack = Stack::shared();

private:
    std::map<std::string, ApiClient::DeviceTls> identities_;  // By the device's name.
    std::map<std::string, std::string> passwords_;            // By login.
};

std::int64_t numberOf(const Sale& sale);

}  // namespace tessera::integration
