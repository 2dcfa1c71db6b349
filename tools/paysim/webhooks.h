// SPDX-License-Identifier: Apache-2.0
// Posts signed events to one URL, over kept connections, again with back-off until they are taken;
// on request late, twice or never, as a seeded generator draws it.
//
// send() and replay() may be called from any thread and never wait. One thread drives libcurl.
// Bounded: at most `queueMax` events wait; beyond it the new event is dropped and counted (a
// webhook is a hint: the receiver asks anyway). Each attempt has a deadline; after the last attempt
// an event is given up. A webhook is delivered at least once and in no particular order, as
// Stripe's are.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::paysim {

struct WebhookOptions {
    std::string url;
    std::string secret;
    std::string rolledSecret;  // The one before, while both sign; empty where there is none.
    std::size_t queueMax = 100'000;
    std::size_t connectionsMax = 512;
    int attemptsMax = 10'000;  // Some three days.
    std::int64_t deadlineMillis = 10'000;
    std::int64_t firstRetryMillis = 200;
    std::int64_t lastRetryMillis = 30'000;
    // Of 1: events that are sent a second time, held back so that others overtake them, or never
    // sent.
    double duplicate = 0;
    double reorder = 0;
    double lose = 0;
    std::int64_t holdMillisMax = 500;
    std::uint64_t seed = 1;
    // What became of an event: "delivered", "given_up" or "lost". On any thread.
    std::function<void(const std::string& id, std::string_view outcome)> onOutcome;
};

// "t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">".
std::string signWebhook(const std::string& secret, std::int64_t seconds, const std::string& body);

// What happens to one event before its first attempt.
struct WebhookFate {
    bool lost = false;
    std::int64_t holdMillis = 0;
    std::int64_t twinMillis = -1;  // A second copy after so long; below zero: none.
};

class Webhooks {
public:
    explicit Webhooks(WebhookOptions options);
    // stop()s.
    ~Webhooks();

    void send(std::string body, std::string id = {});
    // Sends the `count` bodies that `bodyOf` gives, each twice and in an order that follows from
    // `seed`, and says `done(taken, given up)` when all have left. They do not count for the queue.
    void replay(std::size_t count, std::uint64_t seed,
                std::function<std::string(std::size_t)> bodyOf,
                std::function<void(std::size_t, std::size_t)> done);
    // Gives what is under way, and what waits for its first attempt, `drainMillis` to leave.
    void stop(std::int64_t drainMillis = 2'000);

    struct Counts {
        std::uint64_t delivered = 0;
        std::uint64_t retried = 0;
        std::uint64_t givenUp = 0;
        std::uint64_t dropped = 0;
        std::uint64_t lost = 0;
        std::uint64_t doubled = 0;
        std::uint64_t held = 0;
        std::size_t waiting = 0;
    };
    Counts counts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Numbers below `count`, each twice, in an order that follows from `seed`. Pure.
std::vector<std::size_t> shuffledTwice(std::size_t count, std::uint64_t seed);

}  // namespace tessera::paysim
