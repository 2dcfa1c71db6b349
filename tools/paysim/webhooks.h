// SPDX-License-Identifier: Apache-2.0
// Posts signed events to one URL, over kept connections, again with back-off until they are taken.
//
// send() may be called from any thread and never waits. One thread drives libcurl. Bounded: at most
// `queueMax` events wait; beyond it the new event is dropped and counted (a webhook is a hint: the
// receiver asks anyway). Each attempt has a deadline; after the last attempt an event is given up.
// A webhook is delivered at least once and in no particular order, as Stripe's are.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace tessera::paysim {

struct WebhookOptions {
    std::string url;
    std::string secret;
    std::size_t queueMax = 100'000;
    std::size_t connectionsMax = 512;
    int attemptsMax = 12;
    std::int64_t deadlineMillis = 10'000;
    std::int64_t firstRetryMillis = 200;
    std::int64_t lastRetryMillis = 30'000;
};

// "t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">".
std::string signWebhook(const std::string& secret, std::int64_t seconds, const std::string& body);

class Webhooks {
public:
    explicit Webhooks(WebhookOptions options);
    // stop()s.
    ~Webhooks();

    void send(std::string body);
    // Gives what is under way, and what waits for its first attempt, `drainMillis` to leave.
    void stop(std::int64_t drainMillis = 2'000);

    struct Counts {
        std::uint64_t delivered = 0;
        std::uint64_t retried = 0;
        std::uint64_t givenUp = 0;
        std::uint64_t dropped = 0;
        std::size_t waiting = 0;
    };
    Counts counts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tessera::paysim
