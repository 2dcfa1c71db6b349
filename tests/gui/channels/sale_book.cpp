// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/channels/sale_book.h"

#include <algorithm>
#include <set>

namespace tessera::gui {
namespace {

std::set<int> repeatedIn(const std::vector<int>& seats) {
    std::set<int> once;
    std::set<int> repeated;
    for (const int seat : seats) {
        if (!once.insert(seat).second) repeated.insert(seat);
    }
    return repeated;
}

}  // namespace

void SaleBook::won(Channel channel, const std::vector<int>& seats) {
    const std::lock_guard lock(mutex_);
    ++count_;
    ++wins_[static_cast<std::size_t>(channel)];
    seats_.insert(seats_.end(), seats.begin(), seats.end());
}

void SaleBook::lost(Channel, Clock::duration after) {
    const std::lock_guard lock(mutex_);
    ++count_;
    afterMs_.push_back(std::chrono::duration<double, std::milli>(after).count());
}

void SaleBook::failed(const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++count_;
    failures_.push_back(what);
}

int SaleBook::told() const {
    const std::lock_guard lock(mutex_);
    return count_;
}

std::vector<int> SaleBook::seatsWon() const {
    const std::lock_guard lock(mutex_);
    std::vector<int> seats = seats_;
    std::ranges::sort(seats);
    return seats;
}

std::array<int, kChannels> SaleBook::wins() const {
    const std::lock_guard lock(mutex_);
    return wins_;
}

std::vector<double> SaleBook::toldAfterMs() const {
    const std::lock_guard lock(mutex_);
    std::vector<double> sorted = afterMs_;
    std::ranges::sort(sorted);
    return sorted;
}

std::vector<std::string> SaleBook::failures() const {
    const std::lock_guard lock(mutex_);
    return failures_;
}

int doubleSales(const std::vector<int>& tickets, const std::vector<int>& told) {
    std::set<int> seats = repeatedIn(tickets);
    seats.merge(repeatedIn(told));
    return static_cast<int>(seats.size());
}

double shareOf(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    const double last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(last * share + 0.5)];
}

}  // namespace tessera::gui
