// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/tampers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tessera::audit {
namespace {

using Json = nlohmann::ordered_json;

// Changes the first row that `condition` holds for.
std::string changeOne(const std::string& table, const std::string& set,
                      const std::string& condition) {
    return "UPDATE " + table + " SET " + set + " WHERE ctid = (SELECT ctid FROM " + table +
           " WHERE " + condition + " LIMIT 1)";
}

std::string removeOne(const std::string& table, const std::string& condition) {
    return "DELETE FROM " + table + " WHERE ctid = (SELECT ctid FROM " + table + " WHERE " +
           condition + " LIMIT 1)";
}

Tamper bySql(Check check, const char* rule, std::string sql) {
    return {check, rule, std::move(sql), nullptr, nullptr};
}

// The first line that has `field` with this text.
Lines::iterator lineWith(Lines& lines, const std::string& field, const std::string& value) {
    const std::string needle = "\"" + field + "\":\"" + value + "\"";
    return std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
        return line.find(needle) != std::string::npos;
    });
}

Tamper byCapture(Check check, const char* rule, std::function<void(Lines&, Lines::iterator)> how) {
    return {check, rule, "",
            [how = std::move(how)](Lines& lines) {
                const auto at = lineWith(lines, "type", "capture");
                if (at == lines.end()) return false;
                how(lines, at);
                return true;
            },
            nullptr};
}

void rewrite(std::string& line, const std::function<void(Json&)>& how) {
    Json object = Json::parse(line, nullptr, false);
    how(object);
    line = object.dump();
}

// Adds an answer made of the first one of a paid order.
std::function<bool(Lines&)> forge(std::function<void(Json&)> how) {
    return [how = std::move(how)](Lines& lines) {
        const auto paid = lineWith(lines, "state", "PAID");
        if (paid == lines.end()) return false;
        std::string line = *paid;
        rewrite(line, how);
        lines.push_back(std::move(line));
        return true;
    };
}

std::function<bool(Lines&)> forgeTold(const char* told, const char* state) {
    return forge([told, state](Json& line) {
        line["told"] = told;
        line["state"] = state;
    });
}

// Says that the request of a hold was refused.
bool forgeRefusal(Lines& lines) {
    const auto held = lineWith(lines, "told", "HELD");
    if (held == lines.end()) return false;
    std::string line = *held;
    rewrite(line, [](Json& object) {
        object = Json{{"user", object.value("user", 0)},
                      {"told", "REFUSED"},
                      {"request", object.value("request", "")},
                      {"reason", "SEAT_UNAVAILABLE"}};
    });
    lines.push_back(std::move(line));
    return true;
}

// Shows one paid order the seats of another.
bool shareSeats(Lines& lines) {
    Json seats;
    std::string owner;
    for (const std::string& line : Lines(lines)) {
        const Json paid = Json::parse(line, nullptr, false);
        if (paid.value("told", "") != "ORDER" || paid.value("state", "") != "PAID") continue;
        const std::string reservation = paid.value("reservation", "");
        const auto held = std::find_if(lines.begin(), lines.end(), [&](const std::string& other) {
            return other.find("\"told\":\"HELD\"") != std::string::npos &&
                   other.find(reservation) != std::string::npos;
        });
        if (held == lines.end() || reservation == owner) continue;
        const Json shown = Json::parse(*held, nullptr, false);
        if (shown.value("seats", Json::array()).empty()) continue;
        if (!owner.empty()) {
            rewrite(*held, [&](Json& object) { object["seats"] = seats; });
            return true;
        }
        owner = reservation;
        seats = shown["seats"];
    }
    return false;
}

bool moveTicket(Lines& lines) {
    const auto line = lineWith(lines, "told", "TICKETS");
    if (line == lines.end()) return false;
    rewrite(*line, [](Json& object) { object["tickets"][0][1] = 199'999; });
    return true;
}

const char* const kSoldSeat = "status = 2";
const char* const kPaid = "state = 5";
const char* const kActiveSeat = "state = 2 AND seat_no IS NOT NULL";
const char* const kSoldSeats = "state = 3 AND cardinality(seats) > 0";

void addSeatTampers(std::vector<Tamper>& all) {
    all.push_back(bySql(Check::A1, "two_tickets",
                        "INSERT INTO ticket (event_id, ticket_id, order_id, seat_no, ticket_type, "
                        "state, price) SELECT event_id, ticket_id + 1000000007, order_id, seat_no, "
                        "ticket_type, state, price FROM ticket WHERE state = 2 AND seat_no IS NOT "
                        "NULL LIMIT 1"));
    all.push_back(
        bySql(Check::A1, "two_owners", changeOne("reservation", "state = 1", kSoldSeats)));
    all.push_back(bySql(Check::A2, "held_without_reservation",
                        changeOne("seat", "status = 1, holder = 1", kSoldSeat)));
    all.push_back(bySql(Check::A2, "sold_without_ticket",
                        changeOne("seat", "holder = holder + 1", kSoldSeat)));
    all.push_back(
        bySql(Check::A2, "sold_without_order",
              changeOne("ticket_order", "state = 8",
                        "state = 5 AND order_id IN (SELECT order_id FROM ticket WHERE state = 2 "
                        "AND seat_no IS NOT NULL)")));
    all.push_back(bySql(Check::A2, "free_with_holder", changeOne("seat", "status = 0", kSoldSeat)));
    all.push_back(bySql(Check::A2, "ticket_without_seat",
                        changeOne("seat", "status = 0, holder = 0", kSoldSeat)));
    all.push_back(bySql(Check::A2, "reservation_without_seat",
                        changeOne("reservation", "state = 2", kSoldSeats)));
    all.push_back(bySql(Check::A2, "reservation_without_order",
                        changeOne("reservation", "order_id = order_id + 1", "state = 3")));
    all.push_back(
        bySql(Check::A2, "tickets_without_sale", changeOne("ticket_order", "state = 8", kPaid)));
    all.push_back(bySql(Check::A2, "tickets_differ_from_reservation",
                        changeOne("reservation", "seats = seats[2:]", kSoldSeats)));
    all.push_back(bySql(Check::A3, "capacity", removeOne("seat", "true")));
    all.push_back(bySql(Check::A3, "seat_sums", changeOne("ticket", "state = 3", kActiveSeat)));
    all.push_back(bySql(Check::A3, "area_sums", changeOne("area", "sold = sold - 1", "true")));
    all.push_back(
        bySql(Check::A3, "area_over_capacity", changeOne("area", "held = capacity + 1", "true")));
}

void addToldRowTampers(std::vector<Tamper>& all) {
    const auto told = [&](const char* rule, const char* sql) {
        all.push_back(bySql(Check::A4, rule, sql));
    };
    told("held_without_row", "DELETE FROM reservation WHERE reservation_id = @reservation");
    told("held_other_places",
         "UPDATE reservation SET seats = seats[2:] WHERE reservation_id = @reservation");
    told("held_other_price",
         "UPDATE reservation SET total = total + 1 WHERE reservation_id = @reservation");
    told("order_without_row", "DELETE FROM ticket_order WHERE order_id = @order");
    told("order_other_price", "UPDATE ticket_order SET total = total + 1 WHERE order_id = @order");
    told("paid_not_paid", "UPDATE ticket_order SET state = 4 WHERE order_id = @order");
    told("paid_without_tickets",
         "UPDATE ticket SET state = 3 WHERE ticket_id = (SELECT min(ticket_id) FROM ticket WHERE "
         "order_id = @order)");
    told("paid_other_places",
         "UPDATE ticket SET seat_no = seat_no + 1 WHERE ticket_id = (SELECT min(ticket_id) FROM "
         "ticket WHERE order_id = @order)");
}

void addAnswerTampers(std::vector<Tamper>& all) {
    all.push_back({Check::A4, "refused_with_row", "", nullptr, forgeRefusal});
    all.push_back({Check::A4, "told_twice", "", nullptr, shareSeats});
    all.push_back({Check::A4, "ticket_not_so", "", nullptr, moveTicket});
    all.push_back(
        {Check::A4, "released_not_released", "", nullptr, forgeTold("ORDER", "RELEASED")});
    all.push_back({Check::A4, "allocated_not_sold", "UPDATE ticket_order SET state = 8", nullptr,
                   forgeTold("ORDER", "ALLOCATED")});
    all.push_back(
        {Check::A4, "cancelled_not_released", "", nullptr, forgeTold("CANCELLED", "RELEASED")});
    all.push_back({Check::A4, "expired_not_released", "", nullptr, forgeTold("EXPIRED", "")});
}

void addMoneyTampers(std::vector<Tamper>& all) {
    const auto oneMore = [](Lines&, Lines::iterator at) {
        rewrite(*at, [](Json& line) { line["amount"] = line.value("amount", 0) + 1; });
    };
    all.push_back(byCapture(Check::A5, "provider_differs", oneMore));
    all.push_back(byCapture(Check::A5, "total", oneMore));
    all.push_back(bySql(Check::A5, "ledger_differs",
                        changeOne("ledger_entry", "amount = amount + 1", "account = 1")));
    all.push_back(bySql(Check::A5, "not_zero",
                        changeOne("ledger_entry", "amount = amount + 1", "account = 2")));
    all.push_back(bySql(Check::A5, "attempts_differ",
                        changeOne("payment_attempt", "captured = captured + 1", "captured > 0")));
    all.push_back(
        bySql(Check::A5, "shares", changeOne("ticket", "price = price + 1", "state = 2")));
    all.push_back(byCapture(Check::A6, "captured_twice", [](Lines& lines, Lines::iterator at) {
        lines.push_back(std::string(*at));
    }));
    all.push_back(byCapture(Check::A6, "captured_unknown", [](Lines&, Lines::iterator at) {
        rewrite(*at, [](Json& line) { line["intent"] = "pi_of_nobody"; });
    }));
    all.push_back(bySql(Check::A6, "captured_without_tickets",
                        "UPDATE ticket SET state = 3 WHERE order_id = (SELECT order_id FROM "
                        "ticket_order WHERE state = 5 AND total > 0 LIMIT 1)"));
    all.push_back(bySql(Check::A6, "order_captured_twice",
                        "UPDATE payment_attempt SET order_id = (SELECT min(order_id) FROM "
                        "payment_attempt WHERE captured > 0) WHERE attempt_id = (SELECT "
                        "max(attempt_id) FROM payment_attempt WHERE captured > 0)"));
}

void addRestTampers(std::vector<Tamper>& all) {
    all.push_back(bySql(Check::A7, "hold_overdue",
                        changeOne("reservation", "state = 1, expires_at = 1", "true")));
    all.push_back(bySql(Check::A7, "order_open", changeOne("ticket_order", "state = 4", kPaid)));
    all.push_back(bySql(Check::A7, "outbox_open",
                        "INSERT INTO outbox (event_id, seq, order_id, operation) SELECT event_id, "
                        "1, order_id, 4 FROM ticket_order LIMIT 1"));
    all.push_back(byCapture(Check::A7, "authorization_left",
                            [](Lines& lines, Lines::iterator at) { lines.erase(at); }));
}

}  // namespace

std::vector<Tamper> allTampers() {
    std::vector<Tamper> all;
    addSeatTampers(all);
    addToldRowTampers(all);
    addAnswerTampers(all);
    addMoneyTampers(all);
    addRestTampers(all);
    return all;
}

}  // namespace tessera::audit
