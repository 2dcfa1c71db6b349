// SPDX-License-Identifier: Apache-2.0
// Our side of a reconciliation in a real database: rows as batches would leave them.
//
// Single-threaded use.
#pragma once

#include <string>

#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"
#include "tests/support/private_postgres.h"

namespace tessera::payments {

class ReconcileRows {
public:
    static constexpr EventId kEvent{77};

    explicit ReconcileRows(tessera::test::PrivatePostgres& cluster) : cluster_(cluster) {}

    // Empties the tables; one event in EUR, whose last batch was at `lastBatch`.
    void begin(Instant lastBatch);
    // A paid order of one captured attempt, which has the order's and the tender's id, too.
    void plantPaid(AttemptId attempt, Money amount, Instant at, const std::string& object);
    std::string sql(const std::string& text);

private:
    tessera::test::PrivatePostgres& cluster_;
};

}  // namespace tessera::payments
