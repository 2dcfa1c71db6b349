// SPDX-License-Identifier: Apache-2.0
#include "tools/audit/tampers.h"

#include "tools/audit/tamper_tools.h"

namespace tessera::audit {
namespace {

// Of the first some may have been given back since, and what is forged be true of them.
constexpr std::size_t kForgedMost = 16;

// Adds answers made of the first ones of paid orders.
std::function<bool(Lines&)> forge(std::function<void(Json&)> how) {
    return [how = std::move(how)](Lines& lines) {
        Lines forged;
        for (const std::string& line : lines) {
            if (forged.size() == kForgedMost) break;
            if (Json::parse(line, nullptr, false).value("state", "") != "PAID") continue;
            forged.push_back(line);
            rewrite(forged.back(), how);
        }
        lines.insert(lines.end(), forged.begin(), forged.end());
        return !forged.empty();
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

// Shows two paid orders the seats of another, which may have given its own back.
bool shareSeats(Lines& lines) {
    constexpr int kShownMost = 2;
    int shownTo = 0;
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
            if (++shownTo == kShownMost) break;
            continue;
        }
        owner = reservation;
        seats = shown["seats"];
    }
    return shownTo > 0;
}

bool moveTicket(Lines& lines) {
    const auto line = lineWith(lines, "told", "TICKETS");
    if (line == lines.end()) return false;
    rewrite(*line, [](Json& object) { object["tickets"][0][1] = 199'999; });
    return true;
}

const char* const kPaid = "state = 5";
const char* const kSoldSeat = "status = 2";
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
         "state = 2 AND order_id = @order)");
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

}  // namespace

std::vector<Tamper> allTampers() {
    std::vector<Tamper> all;
    addSeatTampers(all);
    addToldRowTampers(all);
    addAnswerTampers(all);
    addMoneyTampers(all);
    addPromiseTampers(all);
    addRestTampers(all);
    addShiftTampers(all);
    return all;
}

}  // namespace tessera::audit
