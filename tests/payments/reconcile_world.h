// SPDX-License-Identifier: Apache-2.0
// Two sides that agree, for tests of reconciliation: what is wrong is planted by each test.
//
// Values; deterministic.
#pragma once

#include <vector>

#include "server/payments/reconcile.h"

namespace tessera::payments {

inline const EventId kReconciled{77};
inline constexpr Instant kReconciledNow{1'800'000'000'000'000};

// An order with one captured attempt on either side, `number` from 1; made two hours ago.
struct Pair {
    store::OwnAttempt own;
    store::ListedObject theirs;
};
Pair capturedPair(std::int64_t number, Money amount = {5000});
struct RefundPair {
    store::OwnRefund own;
    store::ListedObject theirs;
};
// A refund of all that `of` captured, which succeeded; `of` follows.
RefundPair refundedPair(Pair& of);

struct World {
    store::OwnSide own{Currency{{'E', 'U', 'R'}}, {}, {}};
    std::vector<store::ListedObject> listed;

    void add(const Pair& pair);
    void add(const RefundPair& pair);
    Comparison compared() const;
};

CompareRules wideRules();

}  // namespace tessera::payments
