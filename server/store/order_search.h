// SPDX-License-Identifier: Apache-2.0
// Orders by what is known of them, for people: words of the buyer, a seat, a card's end, an id.
//
// The search tables are filled from committed orders by `fill`, which any node may call at any
// time: it goes on where the last one ended, and two at once share the events between them. They
// help to find and never decide. Thread-safe; blocks, each call with a deadline. Owns its
// connections.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "server/store/limits.h"
#include "server/store/pg_connection.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::store {

// An event counts as over that long after it began.
inline constexpr Duration kEventLasts = Duration::ofMinutes(24 * 60);

// Of an e-mail address, folded here: 32 bytes that only who has the key can make.
using PersonKey = std::string;
using PersonKeyOf = std::function<PersonKey(const std::string& email)>;

struct OrderPlace {
    EventId event;
    OrderId order;
    bool operator==(const OrderPlace&) const = default;
};

// Orders that any of these finds, the latest first; nothing to look for finds nothing.
struct OrderQuery {
    std::string text{};              // Words, each the beginning of one of the order's.
    std::string cardLast4{};         // Four digits.
    std::vector<SeatNo> seats{};     // Of `event`.
    std::optional<EventId> event{};  // Nothing: of all that began after `startedAfter`.
    Instant startedAfter{};
    std::optional<OrderPlace> before{};  // The last of the page before.
    std::int32_t limit = 20;             // 1 to 101.
};

// An order in a list.
struct OrderLine {
    OrderPlace place;
    engine::OrderState state = engine::OrderState::Paying;
    Instant createdAt;
    std::string name;
    std::string email;
    Money total;
    engine::Channel channel = engine::Channel::Web;
    Money refunding;              // On its way back or to be handed over.
    std::int32_t tickets = 0;     // Not void.
    std::vector<SeatNo> seats{};  // The first of them, ascending.
    std::vector<AreaNo> areas{};  // Of tickets without a seat; each once.
};
inline constexpr std::int32_t kSeatsShown = 12;

// What staff sees of an order beside its money.
struct OrderAtDesk {
    std::string name;
    std::string email;
    std::string language;
    std::string phone;
    std::string note;
    std::string soldBy;  // Empty: nobody of the house, or that is not known.
    engine::Channel channel = engine::Channel::Web;
    struct Ticket {
        TicketId id;
        std::string holder;  // Of one that was handed on.
        std::int32_t prints = 0;
        std::optional<Instant> printedAt;
        std::optional<Instant> handedOutAt;
    };
    std::vector<Ticket> tickets;  // Ascending, at most kTicketsAtDesk.
};
inline constexpr std::int32_t kTicketsAtDesk = 200;

// Who of the house made a reservation and at which of its devices, by name. Empty: nobody of it,
// or that is not known (yet).
struct Maker {
    std::string staff;
    std::string device;
};
// Who looks at a seat waits no longer for it.
inline constexpr Duration kMakerPatience = Duration::ofMillis(300);

class OrderSearch {
public:
    OrderSearch(const std::string& conninfo, std::size_t connections);

    Result<std::vector<OrderPlace>> find(const OrderQuery& query);
    // Of those that are there, in the order in which they were asked for; at most 101.
    Result<std::vector<OrderLine>> lines(const std::vector<OrderPlace>& places);
    // The order of a ticket, of whatever state.
    Result<std::optional<OrderPlace>> orderOf(EventId event, TicketId ticket);
    // Nothing: there is no such order.
    Result<std::optional<OrderAtDesk>> atDesk(EventId event, OrderId order);

    // Of a reservation of any state, within kMakerPatience.
    Result<Maker> makerOf(EventId event, ReservationId reservation);

    // Takes up what was committed since the last time; how many orders. `keyOf`: see person_trace.
    // Each event's part is a transaction of at most kFilledAtOnce orders, so that nothing is lost
    // or done twice wherever it ends. Where an event fails the others are taken up all the same,
    // and the error is told.
    Result<std::int64_t> fill(const PersonKeyOf& keyOf);

private:
    Result<PgRows> ask(const char* sql, const PgParams& params, const char* tried,
                       Duration patience = kCallDeadline);
    Result<std::vector<OrderPlace>> byWords(const OrderQuery& query);
    Result<std::vector<OrderPlace>> byOther(const OrderQuery& query);
    Result<std::int64_t> fillEvent(EventId event, std::int64_t batch, const PersonKeyOf& keyOf,
                                   bool& more);

    PgPool pool_;
};
inline constexpr std::int32_t kFilledAtOnce = 500;

// Words of a buyer, folded, as they are kept: at most 64.
std::string buyerWords(const std::string& name, const std::string& email, const std::string& phone);
// What asks for them: a tsquery; empty: the text has no word.
std::string buyerQuery(std::string_view text);

}  // namespace tessera::store
