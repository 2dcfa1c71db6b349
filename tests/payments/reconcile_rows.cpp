// SPDX-License-Identifier: Apache-2.0
#include "tests/payments/reconcile_rows.h"

#include <gtest/gtest.h>

namespace tessera::payments {

std::string ReconcileRows::sql(const std::string& text) {
    auto rows = cluster_.psql(text);
    EXPECT_TRUE(rows) << rows.error().message;
    return rows ? *rows : "";
}

void ReconcileRows::begin(Instant lastBatch) {
    sql("TRUNCATE event, event_terms, event_owner, ticket_order, payment_attempt, refund, "
        "outbox, payment_break, reconciliation, reconciliation_window, reconciliation_object");
    sql("INSERT INTO event VALUES (77, 1, 1, 'An evening', 'Wien', 0, 1, '{}', 1)");
    sql("INSERT INTO event_terms VALUES (77, 1, '{\"currency\": \"EUR\"}')");
    sql("INSERT INTO event_owner VALUES (77, 1, 1, 1, 1, " + std::to_string(lastBatch.micros) +
        ", 0)");
}

void ReconcileRows::plantPaid(AttemptId attempt, Money amount, Instant at,
                              const std::string& object) {
    const std::string id = std::to_string(attempt.value);
    const std::string minor = std::to_string(amount.minor);
    const std::string made = std::to_string(at.micros);
    sql("INSERT INTO ticket_order (event_id, order_id, reservation_id, state, created_at, "
        "pay_deadline, total, contact_name, contact_email, language, quote, evidence) VALUES "
        "(77, " +
        id + ", 1, 5, " + made + ", 0, " + minor + ", '', '', '', '{}', '')");
    sql("INSERT INTO payment_attempt (event_id, attempt_id, order_id, tender_id, state, amount, "
        "authorized, captured, refunded, created_at, object_id, client_secret, evidence) VALUES "
        "(77, " +
        id + ", " + id + ", " + id + ", 4, " + minor + ", 0, " + minor + ", 0, " + made + ", '" +
        object + "', '', '')");
}

}  // namespace tessera::payments
