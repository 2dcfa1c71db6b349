// SPDX-License-Identifier: Apache-2.0
// What everybody who tried to buy was told, and the judge of it: was a seat sold twice?
//
// The book is thread-safe; the judge is a pure function that knows rows and answers alone.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace tessera::gui {

enum class Channel { FirstApp, SecondApp, Storefront };
inline constexpr std::size_t kChannels = 3;

class SaleBook {
public:
    using Clock = std::chrono::steady_clock;

    void won(Channel channel, const std::vector<int>& seats);
    // Told that a seat of it was not to be had.
    void lost(Channel channel, Clock::duration after);
    void failed(const std::string& what);  // Told anything else.

    int told() const;  // How many, of whatever.

    std::vector<int> seatsWon() const;
    std::array<int, kChannels> wins() const;
    std::vector<double> toldAfterMs() const;  // Of losers, ascending.
    std::vector<std::string> failures() const;

private:
    mutable std::mutex mutex_;
    int count_ = 0;
    std::vector<int> seats_;
    std::array<int, kChannels> wins_{};
    std::vector<double> afterMs_;
    std::vector<std::string> failures_;
};

// How many seats have two tickets, or were told to two buyers. `tickets` has the seat of each
// ticket that is not void, `told` the seats of each reservation that was answered.
int doubleSales(const std::vector<int>& tickets, const std::vector<int>& told);

// REQUIRES: sorted, 0 <= share <= 1. 0 where it is empty.
double shareOf(const std::vector<double>& sorted, double share);

}  // namespace tessera::gui
