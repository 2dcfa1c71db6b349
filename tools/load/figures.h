// SPDX-License-Identifier: Apache-2.0
// What a run measured: latencies by step, outcomes, refusals, a line each second. Plain values with
// few functions; not thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::load {

enum class Step { Map, Reserve, Checkout, Pay, Order, Paid, Tickets, Cancel };
inline constexpr std::size_t kSteps = 8;
std::string_view nameOf(Step step);

// How a visit ended. All but Unanswered are definite answers.
enum class End { Paid, Abandoned, Declined, NoSeats, NotPaid, Unanswered };
inline constexpr std::size_t kEnds = 6;
std::string_view nameOf(End end);

class Latencies {
public:
    void add(std::int64_t micros) {
        values_.push_back(static_cast<std::uint32_t>(micros));
        sorted_ = false;
    }
    std::size_t count() const { return values_.size(); }
    // In milliseconds; `share` in [0, 1]; nearest rank. 0 where there is none.
    double percentile(double share) const;

private:
    mutable std::vector<std::uint32_t> values_;
    mutable bool sorted_ = true;
};

struct Second {
    std::int64_t at = 0;
    std::int64_t arrived = 0;
    std::int64_t held = 0;
    std::int64_t paid = 0;
    std::int64_t ended = 0;
    std::int64_t requests = 0;
    std::int64_t refusals = 0;
    std::int64_t connections = 0;
    std::int64_t waiting = 0;
};

struct Figures {
    std::array<Latencies, kSteps> latencies;
    std::array<std::int64_t, kEnds> ends{};
    std::map<std::string, std::int64_t, std::less<>> refusals;  // By reason.
    std::vector<Second> seconds;
    std::int64_t users = 0;
    std::int64_t arrived = 0;
    std::int64_t requests = 0;
    std::int64_t refused = 0;
    std::int64_t held = 0;
    std::int64_t lost = 0;        // Requests without an answer, tried again.
    std::int64_t pushedBack = 0;  // 429, 503 and the like, tried again.
    std::map<std::string, std::int64_t, std::less<>> pushedBackBy;  // The same by reason.
    double generatorCpuSeconds = 0;
    double secondsInAll = 0;  // From the first arrival to the last visitor's answer.
    std::array<std::int64_t, 4> seatsByStatus{};
    std::int64_t seats = 0;         // Seats and places of the event.
    std::int64_t placesSold = 0;    // Of both.
    std::int64_t soldAgain = 0;     // Seats sold that somebody had held before and given back.
    std::int64_t anybodysLeft = 0;  // Not sold, and no wheelchair place or companion seat.
    std::int64_t unseated = 0;      // Of `no seats`, those who would have taken any seat.
    bool killed = false;            // The server, and it was started again.
    std::size_t rowsAudited = 0;
    std::size_t answersJudged = 0;
    std::size_t auditFindings = 0;
    bool audited = false;
    bool calm = false;

    Latencies& of(Step step) { return latencies[static_cast<std::size_t>(step)]; }
    const Latencies& of(Step step) const { return latencies[static_cast<std::size_t>(step)]; }
    std::int64_t& of(End end) { return ends[static_cast<std::size_t>(end)]; }
    std::int64_t of(End end) const { return ends[static_cast<std::size_t>(end)]; }
    std::int64_t ended() const;
    std::int64_t answered() const { return ended() - of(End::Unanswered); }
};

}  // namespace tessera::load
