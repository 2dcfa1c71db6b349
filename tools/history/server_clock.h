// SPDX-License-Identifier: Apache-2.0
// When, on the recorder's clock, the server's clock can have come to an instant at the earliest.
//
// Deterministic, not thread-safe for writing. Assumes one thing of the server's clock: that it
// never goes back by more than the slack. An answer that bears the server's time T was written
// after its call began, so at that moment of the recorder's the server's clock had not passed T
// yet: the instants after T come later than that.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace tessera::history {

class ServerClock {
public:
    explicit ServerClock(std::int64_t slackMicros) : slack_(slackMicros) {}

    // An answer with this server time, to a call that began then.
    void saw(std::int64_t server, std::int64_t begin) { seen_.emplace_back(server, begin); }
    // REQUIRES: called once, after the last saw() and before the first question.
    void settle();

    // INT64_MIN where nothing is known.
    std::int64_t notBefore(std::int64_t server) const;
    // The latest server time of an answer that had ended by `begin`: what a call that began then
    // was judged after. 0 where nothing is known. `ended` are (end, server) pairs, ascending.
    static std::int64_t latestBy(std::int64_t begin,
                                 const std::vector<std::pair<std::int64_t, std::int64_t>>& ended);

private:
    std::int64_t slack_;
    std::vector<std::pair<std::int64_t, std::int64_t>>
        seen_;  // By server time; begin: the greatest.
};

}  // namespace tessera::history
