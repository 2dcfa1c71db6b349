// SPDX-License-Identifier: Apache-2.0
// What the payment provider's own ledger says, in its order. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tessera::audit {

// One line about a payment.
struct ProviderFact {
    enum class Kind {
        State,  // What it is now; nothing moved.
        Authorize,
        Capture,
        Void,
        Refund,  // Below zero: one that failed after it had succeeded.
        Shown,   // Whoever asked was told the status.
    };
    Kind kind = Kind::State;
    std::int64_t at = 0;  // Microseconds, the provider's clock; 0 where it did not say.
    std::int64_t amount = 0;
    std::string status;
    bool lost = false;  // Of Shown: the answer was not delivered.
};

// One payment as the provider's own ledger has it.
struct ProviderPayment {
    std::string object;
    std::string attempt;  // What metadata names; empty if it was not ours.
    std::string status;   // The last one.
    std::int64_t authorized = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    std::int64_t voided = 0;
    int captures = 0;
    bool takenBack = false;           // An authorization that ended without a call of the server's.
    std::vector<ProviderFact> facts;  // In their order.
};

// What one call with an idempotency key did.
struct KeyedEffect {
    std::string key;
    std::string object;   // Of the payment.
    std::string attempt;  // What its metadata names.
    bool refund = false;  // The key is a refund's.
    std::int64_t moved = 0;
    std::size_t call = 0;  // Which one it was: a call may move money twice.
};

struct ProviderBooks {
    std::vector<ProviderPayment> payments;
    std::vector<KeyedEffect> effects;
    std::size_t entries = 0;  // Lines that say something of a payment.
};

}  // namespace tessera::audit
