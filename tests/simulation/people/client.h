// SPDX-License-Identifier: Apache-2.0
// One client program in somebody's hands: its clock, its caller key, its calls and its patience.
//
// A retry is a new call with the same request id and fingerprint. Every call and every answer goes
// to witness and trace, at the instant it leaves and arrives here. Not thread-safe; outlives the
// calls it makes.
#pragma once

#include <functional>
#include <optional>

#include "tests/simulation/people/scene.h"

namespace tessera::simulation {

// How often a call without an answer is made again, and how long is waited in between.
struct Retries {
    std::int32_t most = 6;
    Duration first = Duration::ofMillis(500);  // Doubles each time; zero: at once.
    Duration longest = Duration::ofSeconds(20);
};

class Client {
public:
    using Answer = Shop::Answer;

    Client(Scene& scene, std::int32_t number, Random random);
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    std::int32_t number() const { return number_; }
    const CallerHash& caller() const { return caller_; }
    Random& random() { return random_; }

    // Stamped with what the client takes for the server's time; the fingerprint is the question's.
    app::Mutation stamp(const Question& question);
    // One call. Reads go with an empty mutation.
    void ask(EventId event, app::Mutation mutation, Question question, Answer answer);
    // From now on it calls from the box office, or does not any more.
    void standAtCounter(bool does) { byStaff_ = does; }
    // Until something is said that is not "come again later", or it is tired: then what was said
    // last. `answer` is called once.
    void insist(EventId event, app::Mutation mutation, Question question, Retries retries,
                Answer answer);

    // Somebody looks at the clock on the wall.
    void setClock() { offset_ = random_.between(Duration::ofMillis(-50), Duration::ofMillis(50)); }
    Instant now() const { return scene_.shop.serverTime() + offset_; }

private:
    Scene& scene_;
    const std::int32_t number_;
    Random random_;
    CallerHash caller_;
    Duration offset_;
    bool byStaff_ = false;
};

// True if it asks to come again later.
bool isComeAgain(const Said& said);
const app::Problem* problemIn(const std::optional<Said>& said);
bool isReason(const std::optional<Said>& said, std::string_view reason);

}  // namespace tessera::simulation
