// SPDX-License-Identifier: Apache-2.0
// An encoder whose bytes a test can read, and a subscriber that applies what it gets and judges it.
//
// Thread-safe. Each Reader owns its map; the encoder counts what it was asked for.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>

#include "server/stream/seat_map_hub.h"

namespace tessera::stream::test {

class CountingEncoder : public Encoder {
public:
    Encoded snapshot(EventId event, const SeatMapState& state) const override;
    Encoded streamSnapshot(EventId event, const SeatMapState& state) const override;
    Encoded delta(EventId event, const SeatMapDelta& delta) const override;

    mutable std::atomic<int> snapshots{0};
    mutable std::atomic<int> streamSnapshots{0};
    mutable std::atomic<int> deltas{0};
    // Runs once, while the next snapshot of either form is being encoded.
    void duringSnapshot(std::function<void()> task);

private:
    void runTask() const;
    mutable std::mutex mutex_;
    mutable std::function<void()> task_;
};

// The map that bytes of CountingEncoder's snapshots say.
SeatMapState readSnapshot(const std::string& bytes);

// Applies messages; takes at most `roomFor` of them. `fault` is the first thing that was wrong.
class Reader : public Subscriber {
public:
    explicit Reader(std::size_t roomFor = SIZE_MAX) : room_(roomFor) {}
    // Goes on from a map it has.
    explicit Reader(SeatMapState map) : map_(std::move(map)), started_(true), room_(SIZE_MAX) {}

    bool deliver(const Encoded& message) override;
    void lost() override;

    SeatMapState map() const;
    std::string fault() const;
    bool isLost() const;
    std::size_t messages() const;
    std::size_t snapshots() const;
    // False if that revision has not come within ten seconds.
    bool waitFor(std::int64_t revision) const;

private:
    void apply(const Encoded& message);

    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    SeatMapState map_;
    bool started_ = false;
    bool lost_ = false;
    std::size_t room_;
    std::size_t messages_ = 0;
    std::size_t snapshots_ = 0;
    std::string fault_;
};

// What differs between the maps; empty if nothing does.
std::string difference(const SeatMapState& is, const SeatMapState& shouldBe);

SeatMapState emptyMap(std::size_t seats, std::size_t areas, std::int64_t revision = 0);

// Publishes and remembers the truth, as an event's actor does. One thread at a time.
class Publisher {
public:
    Publisher(SeatMapFeed& feed, SeatMapState start) : feed_(feed), truth_(std::move(start)) {}
    // Gives `count` seats from `first` on another status, and area 0 (where there is one) another
    // free count; the revision grows by `step`.
    void change(std::size_t first, std::size_t count, std::int64_t step = 1);
    const SeatMapState& truth() const { return truth_; }

private:
    SeatMapFeed& feed_;
    SeatMapState truth_;
};

}  // namespace tessera::stream::test
