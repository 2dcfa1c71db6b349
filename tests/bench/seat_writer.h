// SPDX-License-Identifier: Apache-2.0
// A till that holds and frees seats by the API without end, and notes when it asked for each.
//
// A thread of its own asks at its pace; answers come on the client's. Not deterministic in time;
// which seats depends on the seed alone. Borrows client and layout, which outlive it. Of each seat
// the latest times are kept.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "shared/client/client.h"
#include "shared/qt/seat_map/seat_layout.h"

namespace tessera::bench {

class SeatWriter {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int kSeatsOfOne = 10;
    static constexpr int kHoldsPerSecond = 100;  // And as many cancels: 2,000 seats a second.

    // One hold in four is of the sections around `nearSection`.
    SeatWriter(client::Client& client, std::string event, const qt::SeatLayout& layout,
               int nearSection, unsigned seed);
    // Nothing is asked any more; waits for what is under way.
    void stop();
    ~SeatWriter() { stop(); }
    SeatWriter(const SeatWriter&) = delete;
    SeatWriter& operator=(const SeatWriter&) = delete;

    // When the latest hold or cancel of a seat was asked for, and answered; nothing: not yet.
    struct Times {
        Clock::time_point asked;
        Clock::time_point answered;
    };
    Times held(int seat) const { return of(held_, seat); }
    Times freed(int seat) const { return of(freed_, seat); }

    int failed() const { return failed_; }  // Questions that were answered otherwise.

private:
    struct Stamp {
        std::atomic<std::int64_t> asked{0};
        std::atomic<std::int64_t> answered{0};
    };
    struct Held {
        int first = 0;
        std::string reservation;
        Clock::time_point since;
    };
    static Times of(const std::vector<Stamp>& stamps, int seat);
    void run(const std::stop_token& stop);
    void hold(int first);
    void free(const Held& held);
    void freeThoseOlderThan(std::chrono::milliseconds age);
    void begun();
    void ended();
    void waitForAnswers();
    static void mark(std::vector<Stamp>& stamps, int first, bool answered);

    client::Client& client_;
    const std::string event_;
    std::vector<int> near_;  // First seats of ten in a row.
    std::vector<int> far_;
    std::vector<Stamp> held_;
    std::vector<Stamp> freed_;
    std::mutex mutex_;
    std::condition_variable answered_;
    std::deque<Held> open_;  // Under mutex_; at most what was held in half a second.
    int underWay_ = 0;       // Under mutex_.
    std::atomic<int> failed_{0};
    std::jthread thread_;
};

}  // namespace tessera::bench
