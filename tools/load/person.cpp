// SPDX-License-Identifier: Apache-2.0
#include "tools/load/person.h"

namespace tessera::load {
namespace {

// Of parties of 1 to 6: most people come in twos, then fours.
constexpr std::array<double, 6> kParties{0.14, 0.46, 0.13, 0.18, 0.05, 0.04};
constexpr double kBestAvailable = 0.15;
constexpr double kStanding = 0.09;
constexpr double kWheelchair = 0.01;
constexpr double kReduced = 0.15;
constexpr double kWantsTickets = 0.25;

}  // namespace

std::uint64_t Dice::word() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

double Dice::unit() {
    return static_cast<double>(word() >> 11) * 0x1.0p-53;
}

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(unit() * static_cast<double>(high - low + 1));
}

Traits drawTraits(Dice& dice, const Habits& habits) {
    Traits traits;
    double rest = dice.unit();
    traits.party = 1;
    for (const double share : kParties) {
        if (rest < share || traits.party == static_cast<std::int32_t>(kParties.size())) break;
        rest -= share;
        ++traits.party;
    }
    const double wish = dice.unit();
    if (wish < kWheelchair) {
        traits.wish = habits.wheelchair ? Wish::Wheelchair : Wish::HandPicked;
    } else if (wish < kWheelchair + kStanding) {
        traits.wish = habits.standing ? Wish::Standing : Wish::HandPicked;
    } else if (wish < kWheelchair + kStanding + kBestAvailable) {
        traits.wish = Wish::BestAvailable;
    }
    if (traits.wish == Wish::Wheelchair) traits.party = 2;
    for (std::int32_t i = 1; i < traits.party; ++i) traits.reduced += dice.chance(kReduced) ? 1 : 0;
    const double fate = dice.unit();
    if (fate < habits.abandon) {
        traits.fate = Fate::WalksAway;
    } else if (fate < habits.abandon + habits.decline) {
        traits.fate = dice.chance(0.5) ? Fate::DeclinedCancels : Fate::DeclinedWalksAway;
    }
    traits.wantsTickets = dice.chance(kWantsTickets);
    return traits;
}

}  // namespace tessera::load
