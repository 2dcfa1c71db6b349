// SPDX-License-Identifier: Apache-2.0
// A house that sells: a whole stack, a relay before its staff port, two enrolled tills, a cashier.
//
// The clients' callbacks come on their own threads: what they tell is kept under a lock here. All
// else is for the test's thread. Everything ends with the program.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/client/client.h"
#include "tests/client/relay.h"
#include "tests/integration/sale.h"
#include "tests/integration/stack.h"

namespace tessera::client {

using integration::eventually;
using integration::Sale;

inline constexpr Millis kAnswerLimit{30'000};

struct Account {
    std::string login;
    std::string password;
};

// What a device keeps.
struct Identity {
    std::string keyPem;
    std::string certificatePem;
};

// The answer, waited for.
template <class Value>
class Awaited {
public:
    Callback<Value> callback() {
        return [promise = promise_](const Answer<Value>& answer) { promise->set_value(answer); };
    }
    Answer<Value> get() {
        if (future_.wait_for(kAnswerLimit) == std::future_status::ready) return future_.get();
        ADD_FAILURE() << "no answer";
        return {};
    }

private:
    std::shared_ptr<std::promise<Answer<Value>>> promise_ =
        std::make_shared<std::promise<Answer<Value>>>();
    std::future<Answer<Value>> future_ = promise_->get_future();
};

// A client with somebody who notes what it reports.
class Till {
public:
    explicit Till(Endpoint endpoint);

    template <class Request, class Response>
    Answer<Response> ask(const Method<Request, Response>& method, const Request& request) {
        Awaited<Response> awaited;
        client->ask(method, request, awaited.callback());
        return awaited.get();
    }
    Answer<v1::StaffSession> signIn(const Account& account);

    std::vector<bool> links() const;
    std::vector<v1::ErrorReason::Reason> ends() const;  // Of sessions.

private:
    mutable std::mutex mutex_;
    std::vector<bool> links_;
    std::vector<v1::ErrorReason::Reason> ends_;

public:
    std::unique_ptr<Client> client;  // Ends before what its callbacks note in.
};

struct House {
    static House& shared();

    House();
    // One line of what an operator's command prints.
    std::string shell(std::vector<std::string> arguments) const;
    Account hire(const std::string& login, const std::string& role) const;
    Identity enrol(const std::string& name) const;
    // A new client on a till, 0 or 1, by way of the relay or straight to the server.
    std::unique_ptr<Till> till(int number, bool relayed = false) const;
    // With the cashier signed in and a shift.
    std::unique_ptr<Till> cashiersTill(int number, bool relayed = false) const;
    Endpoint endpoint(std::uint16_t port, const Identity& identity = {}) const;
    void killAndRestart();
    void restart();
    int count(const std::string& table, const Sale& sale) const;

    integration::Stack& stack = integration::Stack::shared();
    std::unique_ptr<Relay> relay;
    Account cashier;
    Account supervisor;
    Account leaver;  // Whom a test shuts out.
    std::vector<Identity> identities;
};

// What cash goes through; a till that has one keeps it.
void openShift(Till& till);
std::string eventNumber(const Sale& sale);
v1::CreateReservationRequest seatsOf(const Client& client, const Sale& sale,
                                     const std::vector<std::int32_t>& seats);
v1::CheckoutReservationRequest cashFor(const Client& client, const v1::Reservation& reservation,
                                       std::int64_t minor = 0);

}  // namespace tessera::client
