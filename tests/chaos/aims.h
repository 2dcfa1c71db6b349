// SPDX-License-Identifier: Apache-2.0
// What a run draws from: what buyers do and what fails, how often. The usual aim has everything;
// each of the others has what one wrong server needs to be found in a minute, and nothing else.
//
// Plain values, constant.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tessera::chaos {

// What a buyer does after the checkout.
enum class Way {
    Pays,
    DeclinedThenPays,
    DeclinedThenLeaves,
    CancelsWhilePaying,
    Leaves,
    PaysLate,
    AsksTheBank,
    PaysSlowly,
    GiftCardAndCard,
    ReturnsTickets,
    IsRefunded,
    CashAndCard,
    OnAccount,
    AtReader,
};
inline constexpr std::size_t kWays = 14;
const char* nameOf(Way way);

using Weights = std::array<int, kWays>;  // Their sum does not matter.

struct Aim {
    std::string name;
    Weights weights{};
    nlohmann::json faults = nlohmann::json::array();  // Rules as tools/paysim/faults.h has them.
    int kills = 0;                                    // For an aimed run.
    bool meddles = false;  // The provider's own staff acts on payments, too.
};

const Aim& usualAim();
// The aim at the wrong server of that name; null: there is none.
const Aim* findAim(const std::string& name);

}  // namespace tessera::chaos
