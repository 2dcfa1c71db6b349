// SPDX-License-Identifier: Apache-2.0
// What can become of a reservation and its order, as the contract says it (proto/README.md,
// DESIGN 4 and 6): one life, from nothing to its end.
//
// Pure functions and plain values.
#pragma once

#include <cstdint>
#include <string>

namespace tessera::history {

enum class Life : std::uint8_t {
    None,  // Not made yet.
    Held,
    Paying,
    Fencing,
    Cancelling,
    Allocated,
    Paid,
    Unpaid,
    Compensating,
    Manual,
    // Over: the places are free.
    Expired,
    Cancelled,
    NotPaid,
    OrderCancelled,
    Refunded
};
inline constexpr int kLives = 15;

// A set of lives.
class Lives {
public:
    constexpr Lives() = default;
    template <class... More>
    constexpr explicit Lives(Life first, More... more) : bits_(bit(first)) {
        ((bits_ |= bit(more)), ...);
    }
    constexpr bool has(Life life) const { return (bits_ & bit(life)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr Lives operator|(Lives other) const {
        Lives both;
        both.bits_ = bits_ | other.bits_;
        return both;
    }
    bool operator==(const Lives&) const = default;

private:
    static constexpr std::uint32_t bit(Life life) { return 1U << static_cast<unsigned>(life); }
    std::uint32_t bits_ = 0;
};

inline constexpr Lives kOver(Life::Expired, Life::Cancelled, Life::NotPaid, Life::OrderCancelled,
                             Life::Refunded);
inline constexpr Lives kCheckedOut(Life::Paying, Life::Fencing, Life::Cancelling, Life::Allocated,
                                   Life::Paid, Life::Unpaid, Life::Compensating, Life::Manual);

constexpr bool hasPlaces(Life life) {
    return life != Life::None && !kOver.has(life);
}

std::string nameOf(Life life);
std::string nameOf(Lives lives);

// What a reservation's answer may stand for; empty for what the contract does not have. Once there
// is an order "the order says more": PAYING and ALLOCATED are several lives each.
Lives livesOfReservation(const std::string& state, const std::string& releaseReason);
Lives livesOfOrder(const std::string& state);

// A step that nobody's call makes: time and the payment provider do.
struct Turn {
    int booking = 0;
    Life from = Life::None;
    Life to = Life::None;
    bool operator==(const Turn&) const = default;
};

// What such a step waits for, besides its own life.
enum class TurnNeeds : std::uint8_t { Nothing, HoldDue, PayDue, Authorized, NotAuthorized };

struct TurnRule {
    Life from;
    Life to;
    TurnNeeds needs;
};

// Every step there is. That one cannot come back to an earlier life but from Unpaid is what makes
// it safe to take a step only when a call's answer asks for it.
inline constexpr TurnRule kTurnRules[] = {
    {Life::Held, Life::Expired, TurnNeeds::HoldDue},
    {Life::Paying, Life::Allocated, TurnNeeds::Authorized},
    {Life::Paying, Life::Fencing, TurnNeeds::PayDue},
    {Life::Fencing, Life::Allocated, TurnNeeds::Authorized},
    {Life::Fencing, Life::NotPaid, TurnNeeds::NotAuthorized},
    {Life::Fencing, Life::Compensating, TurnNeeds::Authorized},
    {Life::Cancelling, Life::OrderCancelled, TurnNeeds::Nothing},
    {Life::Cancelling, Life::Compensating, TurnNeeds::Authorized},
    {Life::Allocated, Life::Paid, TurnNeeds::Nothing},
    {Life::Allocated, Life::Unpaid, TurnNeeds::Nothing},
    {Life::Unpaid, Life::Allocated, TurnNeeds::Authorized},
    {Life::Unpaid, Life::Fencing, TurnNeeds::PayDue},
    {Life::Compensating, Life::Refunded, TurnNeeds::Nothing},
    {Life::Compensating, Life::NotPaid, TurnNeeds::Nothing},
    {Life::Compensating, Life::OrderCancelled, TurnNeeds::Nothing},
    {Life::Compensating, Life::Manual, TurnNeeds::Nothing},
};

}  // namespace tessera::history
