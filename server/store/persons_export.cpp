// SPDX-License-Identifier: Apache-2.0
// What is known of one person, as a document for that person.
#include <nlohmann/json.hpp>

#include "server/store/limits.h"
#include "server/store/persons.h"

namespace tessera::store {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kOrders =
    "SELECT t.event_id, t.order_id, v.title, v.starts_at, o.state, o.created_at, o.total, "
    "o.contact_name, o.contact_email, o.language, o.contact_phone, coalesce(d.note, '') "
    "FROM person_trace t CROSS JOIN LATERAL (SELECT * FROM ticket_order "
    "WHERE event_id = t.event_id AND order_id = t.order_id OFFSET 0) AS o "
    "JOIN event v ON v.event_id = t.event_id "
    "LEFT JOIN order_desk d ON d.event_id = t.event_id AND d.order_id = t.order_id "
    "WHERE t.person_key = $1 AND t.ticket_id = 0 AND NOT t.erased "
    "ORDER BY t.order_id LIMIT $2";

// Of their own orders, and those that were handed to them; another holder's name is another's.
constexpr const char* kTickets =
    "SELECT t.event_id, x.ticket_id, x.order_id, x.seat_no, x.area_no, x.state, x.price, "
    "t.ticket_id, x.holder_name, x.holder_email, x.transfer_id, coalesce(d.handed_out_at, 0) "
    "FROM person_trace t CROSS JOIN LATERAL (SELECT * FROM ticket WHERE event_id = t.event_id "
    "AND order_id = t.order_id AND (t.ticket_id = 0 OR ticket_id = t.ticket_id) OFFSET 0) AS x "
    "LEFT JOIN ticket_desk d ON d.event_id = t.event_id AND d.ticket_id = x.ticket_id "
    "WHERE t.person_key = $1 AND NOT t.erased ORDER BY x.ticket_id";

constexpr const char* kCustomersOf =
    "SELECT customer_id, name, email, phone, language, note, organisation, trusted FROM customer "
    "WHERE person_key = $1 AND NOT erased ORDER BY customer_id";

// What was mailed about their own orders; of another address that staff named a mask alone.
constexpr const char* kMails =
    "SELECT t.event_id, t.order_id, m.mail_no, m.kind, m.state, m.created_at, m.ended_at, "
    "CASE WHEN m.address = '' THEN o.contact_email ELSE masked_address(m.address) END "
    "FROM person_trace t CROSS JOIN LATERAL (SELECT * FROM mail "
    "WHERE event_id = t.event_id AND order_id = t.order_id OFFSET 0) AS m "
    "JOIN ticket_order o ON o.event_id = t.event_id AND o.order_id = t.order_id "
    "WHERE t.person_key = $1 AND t.ticket_id = 0 AND NOT t.erased "
    "ORDER BY t.order_id, m.created_at, m.mail_no";

std::string publicId(const PgRows& rows, int i, int column) {
    return encodePublicId(EventId{rows.number(i, 0)}, rows.number(i, column));
}

std::string timeText(const PgRows& rows, int i, int column) {
    return toRfc3339(Instant{rows.number(i, column)});
}

Json ordersOf(const PgRows& rows) {
    static constexpr const char* kStates[] = {"",          "paying", "fencing", "cancelling",
                                              "allocated", "paid",   "unpaid",  "compensating",
                                              "released",  "manual"};
    Json orders = Json::array();
    for (int i = 0; i < rows.count(); ++i) {
        orders.push_back({{"order", publicId(rows, i, 1)},
                          {"event", rows.text(i, 2)},
                          {"starts_at", timeText(rows, i, 3)},
                          {"state", kStates[rows.number(i, 4) % 10]},
                          {"create_time", timeText(rows, i, 5)},
                          {"total_minor_units", rows.number(i, 6)},
                          {"name", rows.text(i, 7)},
                          {"email", rows.text(i, 8)},
                          {"language", rows.text(i, 9)},
                          {"phone", rows.text(i, 10)},
                          {"note", rows.text(i, 11)}});
    }
    return orders;
}

Json ticketOf(const PgRows& rows, int i) {
    static constexpr const char* kStates[] = {"", "inactive", "active", "void"};
    Json ticket = {{"ticket", publicId(rows, i, 1)},
                   {"order", publicId(rows, i, 2)},
                   {"state", kStates[rows.number(i, 5) % 4]},
                   {"price_minor_units", rows.number(i, 6)}};
    if (!rows.isNull(i, 3)) ticket["seat_no"] = rows.number(i, 3);
    if (!rows.isNull(i, 4)) ticket["area_no"] = rows.number(i, 4);
    if (rows.number(i, 10) != 0) ticket["transfer"] = publicId(rows, i, 10);
    if (rows.number(i, 11) != 0) ticket["hand_out_time"] = timeText(rows, i, 11);
    if (rows.number(i, 7) == 0) return ticket;
    ticket["holder_name"] = rows.text(i, 8);
    ticket["holder_email"] = rows.text(i, 9);
    return ticket;
}

Json mailsOf(const PgRows& rows) {
    static constexpr const char* kKinds[] = {"",       "confirmation",    "confirmation_again",
                                             "refund", "event_cancelled", "event_moved"};
    static constexpr const char* kStates[] = {"", "queued", "sent", "failed"};
    Json mails = Json::array();
    for (int i = 0; i < rows.count(); ++i) {
        Json mail = {{"order", publicId(rows, i, 1)},
                     {"kind", kKinds[rows.number(i, 3) % 6]},
                     {"state", kStates[rows.number(i, 4) % 4]},
                     {"address", rows.text(i, 7)},
                     {"create_time", timeText(rows, i, 5)}};
        if (rows.number(i, 6) != 0) mail["end_time"] = timeText(rows, i, 6);
        mails.push_back(std::move(mail));
    }
    return mails;
}

Json customersOf(const PgRows& rows) {
    Json customers = Json::array();
    for (int i = 0; i < rows.count(); ++i) {
        customers.push_back({{"customer", encodePublicId(rows.number(i, 0))},
                             {"name", rows.text(i, 1)},
                             {"email", rows.text(i, 2)},
                             {"phone", rows.text(i, 3)},
                             {"language", rows.text(i, 4)},
                             {"note", rows.text(i, 5)},
                             {"organisation", rows.text(i, 6)},
                             {"trusted", rows.number(i, 7) != 0}});
    }
    return customers;
}

}  // namespace

Result<std::optional<std::string>> Persons::exportOf(const PersonKey& key) {
    PgParams params;
    params.add(PgType::Bytea, key);
    PgParams most = params;
    most.addInt4(kExportedOrders + 1);
    const auto orders = run(kOrders, most, "export a person's orders");
    if (!orders) return tl::make_unexpected(orders.error());
    if (orders->count() > kExportedOrders) {
        return failure("more orders than one export holds", Effect::None, kTooMuchToExport);
    }
    const auto tickets = run(kTickets, params, "export a person's tickets");
    if (!tickets) return tl::make_unexpected(tickets.error());
    const auto mails = run(kMails, params, "export a person's mails");
    if (!mails) return tl::make_unexpected(mails.error());
    const auto customers = run(kCustomersOf, params, "export a person's customers");
    if (!customers) return tl::make_unexpected(customers.error());
    if (orders->count() + tickets->count() + customers->count() == 0) return std::nullopt;
    Json own = Json::array();
    Json handed = Json::array();
    for (int i = 0; i < tickets->count(); ++i) {
        (tickets->number(i, 7) == 0 ? own : handed).push_back(ticketOf(*tickets, i));
    }
    const Json document = {{"orders", ordersOf(*orders)},
                           {"tickets", own},
                           {"tickets_handed_on_to_the_person", handed},
                           {"mails", mailsOf(*mails)},
                           {"customers", customersOf(*customers)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tessera::store
