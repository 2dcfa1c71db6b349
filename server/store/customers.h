// SPDX-License-Identifier: Apache-2.0
// People who buy here again. A unit of its own: each change names the version that it expects, and
// is one transaction with its row of the trail (chain 0), which has the id alone.
//
// Thread-safe; blocks, each call with a deadline. Owns its connections.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/order_search.h"
#include "server/store/pg_connection.h"
#include "server/store/trail.h"
#include "shared/base/ids.h"

namespace tessera::store {

using CustomerId = StrongId<struct CustomerTag, std::int64_t>;

struct CustomerRow {
    CustomerId id;
    std::string name;   // 1 to 200 bytes.
    std::string email;  // At most 254.
    std::string phone;  // At most 32.
    std::string language;
    std::string note;          // At most 1,000.
    std::string organisation;  // At most 200.
    bool trusted = false;
    std::int32_t version = 1;  // Of a change: the one that is expected.

    bool operator==(const CustomerRow&) const = default;
};

// In order of precedence. Whatever is not Done has changed nothing.
enum class CustomerOutcome {
    Done,     // Also where this request id has done it before.
    Reused,   // The request id came before with another body.
    Unknown,  // No such customer, or one that was erased.
    Changed,  // It has another version by now.
    Trust,    // `trusted` would be another, and who saves may not say so.
};

struct CustomerSave {
    CustomerRow row;
    bool isNew = false;     // `row.id` is the one that it gets.
    bool mayTrust = false;  // Who saves may make `trusted` another; of somebody new it is false.
    RequestId request;
    Fingerprint fingerprint;
    PersonKey key{};  // Of its e-mail; empty without one.
    TrailRow what;    // Who, when, where.
};

struct CustomerSaved {
    CustomerOutcome outcome = CustomerOutcome::Done;
    CustomerRow row;  // Of Done: as it is now.
};

inline constexpr std::int32_t kCustomersFound = 20;
// One of 30 days is taken still, and may be stamped a little ahead of its arrival.
inline constexpr Duration kCustomerRequestsKept = Duration::ofMinutes(31 * 24 * 60);

class Customers {
public:
    Customers(const std::string& conninfo, std::size_t connections);

    // By name, at most kCustomersFound, of the first 500 that each have a word for each that is
    // looked for: who types on finds the others.
    Result<std::vector<CustomerRow>> find(const std::string& text);
    // Whether they may buy on account; nothing: there is no such customer, or they were erased.
    Result<std::optional<bool>> trusts(CustomerId id);
    Result<CustomerSaved> save(const CustomerSave& wish);
    // Lets request ids go that are older than kCustomerRequestsKept; how many.
    Result<std::int64_t> prune(Instant now);

private:
    PgPool pool_;
};

}  // namespace tessera::store
