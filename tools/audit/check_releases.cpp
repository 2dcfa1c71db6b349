// SPDX-License-Identifier: Apache-2.0
// A release carries what the provider said and when; and the provider had ended each payment by
// then.
#include <algorithm>
#include <optional>

#include "shared/base/time.h"
#include "tools/audit/checks.h"

namespace tessera::audit {
namespace {

using Kind = ProviderFact::Kind;

// The provider's clock and the database's are one machine's here; a step between is allowed for.
constexpr std::int64_t kClocksDifferMicros = 2'000'000;

// When no money could move on it any more; 0: never.
std::int64_t endedAt(const ProviderPayment& payment) {
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    for (const ProviderFact& fact : payment.facts) {
        if (fact.kind == Kind::Shown) continue;
        if (fact.status == "canceled") return fact.at;
        if (fact.kind == Kind::Capture) captured += fact.amount;
        if (fact.kind == Kind::Refund) refunded += fact.amount;
        if (captured > 0 && refunded >= captured) return fact.at;
    }
    return 0;
}

// The time at its beginning; nothing if there is none.
std::optional<std::int64_t> dateOf(const std::string& evidence) {
    const auto at = parseRfc3339(evidence.substr(0, evidence.find(' ')));
    if (!at) return std::nullopt;
    return at->micros;
}

void judgeAttempt(const Indexed& rows, const OrderRow& order, const AttemptRow& row,
                  std::int64_t date, Report& report) {
    if (row.provider != ProviderKind::Stripe || row.object.empty()) return;
    const auto payment = rows.payments.find(row.object);
    if (payment == rows.payments.end()) return;
    report.judge(Check::A9);
    const std::int64_t ended = endedAt(*payment->second);
    const std::string at = where(order.event, "order", order.id);
    if (ended == 0 && payment->second->status != "canceled") {
        report.find(Check::A9, "released_while_open",
                    at + " is released, its payment is " + payment->second->status);
    } else if (ended > date + kClocksDifferMicros) {
        report.find(Check::A9, "released_before_the_end",
                    at + " was released " + std::to_string((ended - date) / 1'000) +
                        " ms before its payment ended");
    }
}

void judgeOrder(const Indexed& rows, const OrderRow& order, Report& report) {
    const auto& attempts = Indexed::list(rows.attemptsOfOrder, {order.event, order.id});
    // The house asks nobody but itself.
    const bool asked = std::any_of(attempts.begin(), attempts.end(), [](const AttemptRow* row) {
        return row->provider != ProviderKind::House;
    });
    if (!asked) return;
    report.judge(Check::A9);
    const std::string at = where(order.event, "order", order.id);
    const auto date = dateOf(order.evidence);
    const std::size_t words = order.evidence.find(' ');
    if (!date || words == std::string::npos || words + 1 == order.evidence.size()) {
        report.find(Check::A9, "no_evidence", at + " is released on '" + order.evidence + "'");
        return;
    }
    if (*date + kClocksDifferMicros < order.createdAt) {
        report.find(Check::A9, "evidence_of_before", at + " was made after its evidence");
    }
    for (const AttemptRow* row : attempts) judgeAttempt(rows, order, *row, *date, report);
}

}  // namespace

void checkReleases(const Indexed& rows, Report& report) {
    for (const OrderRow& order : rows.rows.orders) {
        if (order.state == OrderState::Released) judgeOrder(rows, order, report);
    }
}

}  // namespace tessera::audit
