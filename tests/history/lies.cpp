// SPDX-License-Identifier: Apache-2.0
#include "tests/history/lies.h"

#include <algorithm>
#include <utility>

namespace tessera::history {
namespace {

int below(std::mt19937& random, std::size_t bound) {
    return static_cast<int>(std::uniform_int_distribution<std::size_t>(0, bound - 1)(random));
}

void swapAnswers(Operation& a, Operation& b) {
    if (a.call != b.call || a.status == Status::Unknown || b.status == Status::Unknown) return;
    std::swap(a.told, b.told);
    std::swap(a.status, b.status);
}

void moveInTime(Operation& one, std::mt19937& random) {
    const std::int64_t by = below(random, 8'000) - 4'000;
    one.begin = std::max<std::int64_t>(0, one.begin + by);
    if (one.end != kNever) one.end = std::max(one.begin, one.end + by);
}

void changeState(Operation& one, std::mt19937& random) {
    static const std::vector<std::pair<std::string, std::string>> states{
        {"HELD", ""},
        {"PAYING", ""},
        {"RELEASED", "EXPIRED"},
        {"RELEASED", "CANCELLED"},
        {"RELEASED", "ORDER_CANCELLED"}};
    if (one.call != Call::GetReservation || one.status != Status::Ok) return;
    const auto& [state, reason] = states[static_cast<std::size_t>(below(random, states.size()))];
    one.told.state = state;
    one.told.releaseReason = reason;
    one.told.expireServer = 0;
}

void changeRefusal(Operation& one, std::mt19937& random) {
    if (one.told.reason == "AREA_FULL") one.told.available = below(random, 3);
    if (one.told.reason == "SEAT_UNAVAILABLE" && !one.asked.seats.empty()) {
        one.told.seats = {
            one.asked.seats[static_cast<std::size_t>(below(random, one.asked.seats.size()))]};
    }
    if (one.told.changed) one.told.changed = below(random, 3);
}

}  // namespace

void changeSomething(History& history, std::mt19937& random) {
    auto& all = history.operations;
    const auto any = [&]() -> Operation& {
        return all[static_cast<std::size_t>(below(random, all.size()))];
    };
    switch (below(random, 5)) {
        case 0:
            return swapAnswers(any(), any());
        case 1:
            return moveInTime(any(), random);
        case 2:
            return changeState(any(), random);
        case 3:
            return changeRefusal(any(), random);
        default:
            return;
    }
}

}  // namespace tessera::history
