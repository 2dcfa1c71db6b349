// SPDX-License-Identifier: Apache-2.0
// What is known of a person over all events, by the keyed hash of an e-mail, and its end.
//
// What is to be erased of an event's rows is asked here and done by the event's own batches;
// customers are erased here. Thread-safe; blocks, each call with a deadline. Owns its connections.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/order_search.h"
#include "server/store/pg_connection.h"
#include "server/store/trail.h"

namespace tessera::store {

inline constexpr std::int32_t kTracesPerRead = 100;
// A batch with ids of a moment is committed that long after it, or never.
inline constexpr Duration kCommittedWithin = Duration::ofMinutes(2);
inline constexpr std::int32_t kExportedOrders = 5000;
inline constexpr const char* kTooMuchToExport = "TOO_MUCH";  // Error::code.

// Where a person is named.
struct PersonTrace {
    EventId event;
    OrderId order;
    TicketId ticket;  // 0: as the order's buyer.
    PersonKey key{};
};

struct Erasure {
    PersonKey key;
    std::string pseudonym;  // "erased-" and eight more.
    Instant askedAt;
};

struct ErasureProgress {
    std::int32_t erased = 0;  // Orders.
    std::int32_t left = 0;
    std::int32_t kept = 0;  // Of events that are not over.
    std::int32_t customers = 0;
    bool known = false;  // There is, or was, anything of them.
};

class Persons {
public:
    Persons(const std::string& conninfo, std::size_t connections);

    Result<ErasureProgress> progress(const PersonKey& key, Instant now);
    // Remembers the wish, erases customers, and leaves a row in the trail: one transaction. Asked
    // again it is for what came since, too, under the pseudonym that there is.
    Status ask(const Erasure& wish, TrailRow what);
    // A row of chain 0 alone.
    Status note(TrailRow what);

    // Of whom anything is due, the longest first, behind `after`; at most kTracesPerRead. What
    // waits for events to come is not among them.
    Result<std::vector<Erasure>> open(const Erasure& after, Instant now);
    // Of events that are over, with ids behind `after`, what was there when it was asked for; at
    // most kTracesPerRead, by event.
    Result<std::vector<PersonTrace>> due(const Erasure& erasure, EventId after, Instant now);
    // The same of anybody, where the event was over before `overBefore`.
    Result<std::vector<PersonTrace>> dueBefore(Instant overBefore, EventId after);
    // Ends wishes of which nothing is left, and of whose time every order is known; at most
    // kTracesPerRead.
    Status finish(Instant now);

    // A JSON document of orders, tickets and customers; nothing: there is none.
    // Error::code kTooMuchToExport beyond kExportedOrders.
    Result<std::optional<std::string>> exportOf(const PersonKey& key);

private:
    Result<PgRows> run(const char* sql, const PgParams& params, const char* tried);

    PgPool pool_;
};

}  // namespace tessera::store
