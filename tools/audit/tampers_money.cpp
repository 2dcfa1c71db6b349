// SPDX-License-Identifier: Apache-2.0
// Planted faults of money: in the rows, and in the provider's ledger.
#include <functional>

#include "shared/base/ids.h"
#include "tools/audit/tamper_tools.h"

namespace tessera::audit {
namespace {

const char* const kOrderPaid = "state = 5";
// Paid alone by a payment at the provider, and never given back.
const char* const kPaidByCard =
    "state = 5 AND order_id IN (SELECT order_id FROM payment_attempt WHERE provider = 1 AND "
    "captured > 0 AND refunded = 0)";

// The first line of that type that `condition` holds for; what is done with it says `how`.
using Change = std::function<void(Lines&, Lines::iterator)>;
Tamper byLine(Check check, const char* rule, const char* type,
              std::function<bool(const Json&)> condition, const Change& how) {
    return {check, rule, "",
            [=](Lines& lines) {
                const std::string needle = std::string("\"type\":\"") + type + "\"";
                const auto at = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
                    return line.find(needle) != std::string::npos &&
                           condition(Json::parse(line, nullptr, false));
                });
                if (at == lines.end()) return false;
                how(lines, at);
                return true;
            },
            nullptr};
}

bool any(const Json&) {
    return true;
}

bool isKeyedEvent(const std::string& line) {
    return line.find("\"type\":\"event\"") != std::string::npos &&
           line.find("\"idempotency_key\":\"") != std::string::npos;
}

// Every payment that was ended without money was authorized before that, and asked about once more
// or not at all.
bool authorizeEnded(Lines& lines, bool asked) {
    Lines changed;
    bool any = false;
    for (const std::string& text : lines) {
        if (!asked && text.find("\"type\":\"answer_retrieve\"") != std::string::npos) continue;
        const bool ended = text.find("\"type\":\"state\"") != std::string::npos &&
                           text.find("\"status\":\"canceled\"") != std::string::npos;
        if (ended) {
            Json line = Json::parse(text, nullptr, false);
            line.erase("snapshot");
            line["type"] = "authorize";
            line["status"] = "requires_capture";
            changed.push_back(line.dump());
            line["type"] = "answer_retrieve";
            line["object"] = line["intent"];
            if (asked) changed.push_back(line.dump());
            any = true;
        }
        changed.push_back(text);
    }
    lines = std::move(changed);
    return any;
}

}  // namespace

void addMoneyTampers(std::vector<Tamper>& all) {
    const auto oneMore = [](Lines&, Lines::iterator at) {
        rewrite(*at, [](Json& line) { line["amount"] = line.value("amount", 0) + 1; });
    };
    all.push_back(byCapture(Check::A5, "provider_differs", oneMore));
    all.push_back(byCapture(Check::A5, "total", oneMore));
    all.push_back(bySql(Check::A5, "ledger_differs",
                        changeOne("ledger_entry", "amount = amount + 1", "account = 1")));
    all.push_back(bySql(Check::A5, "sales_differ",
                        changeOne("ledger_entry", "amount = amount + 1", "account = 2")));
    all.push_back(
        bySql(Check::A5, "not_zero", changeOne("ledger_entry", "currency = 'ZZZ'", "account = 2")));
    all.push_back(bySql(Check::A5, "attempts_differ",
                        changeOne("payment_attempt", "captured = captured + 1", "captured > 0")));
    all.push_back(
        bySql(Check::A5, "shares", changeOne("ticket", "price = price + 1", "state = 2")));
    all.push_back(bySql(Check::A5, "exchange_differs",
                        changeOne("ticket", "exchange_order = order_id", "state = 2")));
    all.push_back(byCapture(Check::A6, "captured_twice", [](Lines& lines, Lines::iterator at) {
        lines.push_back(std::string(*at));
    }));
    all.push_back(byCapture(Check::A6, "refunded_twice", [](Lines& lines, Lines::iterator at) {
        std::string line = *at;
        rewrite(line, [](Json& refund) {
            refund["type"] = "refund";
            refund["amount"] = refund.value("amount", 0) + 1;
        });
        lines.push_back(std::move(line));
    }));
    all.push_back(byCapture(Check::A6, "captured_unknown", [](Lines&, Lines::iterator at) {
        rewrite(*at, [](Json& line) { line["intent"] = "pi_of_nobody"; });
    }));
    all.push_back(bySql(Check::A6, "captured_without_tickets",
                        "UPDATE ticket SET state = 3 WHERE order_id = (SELECT order_id FROM "
                        "ticket_order WHERE total > 0 AND " +
                            std::string(kPaidByCard) + " LIMIT 1)"));
    all.push_back(bySql(Check::A6, "tender_captured_twice",
                        "WITH paid AS (SELECT event_id, order_id, tender_id, attempt_id, "
                        "row_number() OVER (PARTITION BY event_id ORDER BY attempt_id) AS n FROM "
                        "payment_attempt WHERE provider = 1 AND captured > refunded) UPDATE "
                        "payment_attempt p SET order_id = a.order_id, tender_id = a.tender_id FROM "
                        "paid a, paid b WHERE a.n = 1 AND b.n = 2 AND a.event_id = b.event_id AND "
                        "p.event_id = b.event_id AND p.attempt_id = b.attempt_id"));
}

void addPromiseTampers(std::vector<Tamper>& all) {
    // Of one of them its buyer may have asked to cancel it.
    all.push_back(bySql(Check::A8, "paid_and_no_seats",
                        std::string("UPDATE ticket_order SET state = 8 WHERE ") + kPaidByCard));
    for (const bool asked : {true, false}) {
        // And nobody had cancelled.
        all.push_back({Check::A8, "paid_and_no_seats",
                       "UPDATE reservation SET reason = 3 WHERE state = 4 AND order_id IS NOT NULL",
                       [asked](Lines& lines) { return authorizeEnded(lines, asked); }, nullptr});
    }
    all.push_back(bySql(Check::A8, "other_seats_than_shown",
                        "UPDATE ticket SET seat_no = seat_no + 1 WHERE ticket_id = (SELECT "
                        "min(ticket_id) FROM ticket WHERE order_id = @order)"));
    all.push_back(
        byLine(Check::A8, "authorized_unknown", "authorize", any, [](Lines&, Lines::iterator at) {
            rewrite(*at, [](Json& line) { line["intent"] = "pi_of_nobody"; });
        }));
    all.push_back(
        bySql(Check::A9, "no_evidence", changeOne("ticket_order", "evidence = ''", "state = 8")));
    all.push_back(bySql(
        Check::A9, "evidence_of_before",
        changeOne("ticket_order",
                  "evidence = '2001-01-01T00:00:00Z' || substr(evidence, strpos(evidence, ' '))",
                  "state = 8 AND evidence <> ''")));
    all.push_back(
        bySql(Check::A9, "released_while_open",
              changeOne("ticket_order", "state = 8, evidence = '2100-01-01T00:00:00Z HTTP 200'",
                        kPaidByCard)));
    all.push_back(byLine(
        Check::A9, "released_before_the_end", "state",
        [](const Json& line) { return line.value("status", "") == "canceled"; },
        [](Lines&, Lines::iterator at) {
            rewrite(*at, [](Json& line) { line["at"] = line.value("at", 0LL) + 3'600'000'000; });
        }));
    // The movement of one call, told once more under its key.
    all.push_back(
        byLine(Check::A10, "key_twice", "capture", any, [](Lines& lines, Lines::iterator at) {
            const std::string movement = *at;
            const auto event = std::find_if(at, lines.end(), isKeyedEvent);
            if (event == lines.end()) return;
            const std::string told = *event;
            lines.push_back(movement);
            lines.push_back(told);
        }));
    all.push_back({Check::A10, "key_of_another", "",
                   [](Lines& lines) {
                       const auto event = std::find_if(lines.begin(), lines.end(), isKeyedEvent);
                       if (event == lines.end()) return false;
                       rewrite(*event, [](Json& line) {
                           line["body"]["request"]["idempotency_key"] = "order:1:1";
                       });
                       return true;
                   },
                   nullptr});
}

// Of a till that there is not: whatever was sold can be tampered with.
void addShiftTampers(std::vector<Tamper>& all) {
    const std::string request = "018f0000-0000-7000-8000-000000000000";
    const std::string ours = "kind = 2, reference = '" + encodePublicId(1) + "/" + request + "'";
    const std::string captured = "FROM payment_attempt WHERE captured > 0 LIMIT 1";
    // kind and target are the reader's; state: 2 done. tender_kind: 2 cash.
    const auto entry = [&](const std::string& kind, const std::string& target) {
        return "INSERT INTO shift_entry (shift_id, request_id, kind, tender_kind, state, "
               "for_event, target_id, amount) SELECT 1, '" +
               request + "', " + kind + ", 2, 2, event_id, " + target + ", captured + 1 " +
               captured;
    };
    all.push_back(bySql(Check::A11, "entry_without_refund", entry("2", "1")));
    all.push_back(bySql(Check::A11, "entry_without_tender", entry("1", "1")));
    all.push_back(bySql(
        Check::A11, "tender_without_entry",
        changeOne("tender", ours,
                  "tender_id IN (SELECT tender_id FROM payment_attempt WHERE captured > 0)")));
    all.push_back(bySql(Check::A11, "entry_differs",
                        "WITH made AS (" + entry("1", "tender_id") +
                            " RETURNING for_event, target_id) UPDATE tender SET " + ours +
                            " FROM made WHERE event_id = for_event AND tender_id = target_id"));
}

void addRestTampers(std::vector<Tamper>& all) {
    all.push_back(bySql(Check::A7, "hold_overdue",
                        changeOne("reservation", "state = 1, expires_at = 1", "true")));
    all.push_back(
        bySql(Check::A7, "order_open", changeOne("ticket_order", "state = 4", kOrderPaid)));
    all.push_back(bySql(Check::A7, "refund_open",
                        "INSERT INTO refund (event_id, refund_id, group_id, order_id, attempt_id, "
                        "reason, state, amount, retained) SELECT event_id, 1, 1, order_id, "
                        "attempt_id, 1, 1, 1, 0 FROM payment_attempt WHERE provider = 1 LIMIT 1"));
    all.push_back(bySql(Check::A7, "outbox_open",
                        "INSERT INTO outbox (event_id, seq, order_id, operation) SELECT event_id, "
                        "1, order_id, 4 FROM ticket_order LIMIT 1"));
    all.push_back(bySql(Check::A7, "ticket_of_cancelled",
                        "UPDATE event SET sale = 3 WHERE event_id IN (SELECT event_id FROM ticket "
                        "WHERE state = 2)"));
    all.push_back(bySql(Check::A7, "hold_of_cancelled",
                        "WITH ended AS (UPDATE event SET sale = 3) " +
                            changeOne("reservation", "state = 1", "true")));
    // reason: 4 the event is cancelled.
    all.push_back(bySql(Check::A7, "kept_of_cancelled",
                        "WITH ended AS (UPDATE event SET sale = 3) INSERT INTO refund (event_id, "
                        "refund_id, group_id, order_id, attempt_id, reason, state, amount, "
                        "retained, created_at) SELECT event_id, 1, 1, order_id, attempt_id, 4, 3, "
                        "1, 1, 9 FROM payment_attempt WHERE provider = 1 LIMIT 1"));
    // kind: 2 held.
    all.push_back(bySql(Check::A7, "hold_left_on_card",
                        "INSERT INTO gift_card_entry (kind, amount, captured, for_event, "
                        "attempt_id) SELECT 2, -1, 0, event_id, attempt_id FROM payment_attempt "
                        "WHERE provider = 1 LIMIT 1"));
    all.push_back(byCapture(Check::A7, "authorization_left",
                            [](Lines& lines, Lines::iterator at) { lines.erase(at); }));
}

}  // namespace tessera::audit
