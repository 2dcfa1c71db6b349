// SPDX-License-Identifier: Apache-2.0
// What kind of visitor somebody is: drawn once from a seed, so that a run can be repeated.
#pragma once

#include <array>
#include <cstdint>

namespace tessera::load {

// splitmix64: one word of state for each visitor.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t word();
    double unit();  // [0, 1)
    bool chance(double p) { return unit() < p; }
    std::int64_t between(std::int64_t low, std::int64_t high);  // Both included.

private:
    std::uint64_t state_;
};

enum class Wish { HandPicked, BestAvailable, Standing, Wheelchair };
enum class Fate { Pays, WalksAway, DeclinedCancels, DeclinedWalksAway };

struct Traits {
    Wish wish = Wish::HandPicked;
    Fate fate = Fate::Pays;
    std::int32_t party = 2;
    std::int32_t reduced = 0;  // How many of them with reduced tickets.
    bool wantsTickets = false;
};

struct Habits {
    double abandon = 0;
    double decline = 0;
    bool standing = true;    // The venue has an area.
    bool wheelchair = true;  // The venue has such places.
};

Traits drawTraits(Dice& dice, const Habits& habits);

}  // namespace tessera::load
