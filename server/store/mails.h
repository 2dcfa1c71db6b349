// SPDX-License-Identifier: Apache-2.0
// Mail to buyers that waits to be sent, and what became of it (migrations/0019_mail.sql, 0020).
//
// Queued by an event's batches, of a disruption as one row that is made into mails here; leased,
// ended and let go here. A lease names the try that it is of: whoever had an earlier one ends
// nothing any more, so that of many nodes one sends.
// Thread-safe; blocks, each call with a deadline. Owns its connections.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/store/order_search.h"
#include "server/store/pg_connection.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::store {

enum class MailKind { Confirmation = 1, ConfirmationAgain, Refund, Cancelled, Moved };
inline constexpr std::int32_t kSpreadAtOnce = 500;
enum class MailState { Queued = 1, Sent, Failed };
enum class MailFailure { None = 0, Refused, NoAddress, GaveUp, NothingToSay };

// As staff is shown it.
struct MailLine {
    std::int32_t number = 0;
    MailKind kind = MailKind::Confirmation;
    MailState state = MailState::Queued;
    MailFailure failure = MailFailure::None;
    std::string address;  // Empty: the order's own. Masked once it is over.
    std::int32_t tries = 0;
    Instant createdAt;
    std::optional<Instant> endedAt;
};
// Beyond it none is queued; which is asked before, so that a few more may come of a race.
inline constexpr std::size_t kMailsPerOrder = 50;

// Which mail, and as it was seen.
struct DueMail {
    EventId event;
    OrderId order;
    std::int32_t number = 0;
    std::int32_t tries = 0;
};

// One that is this node's to send until `until`.
struct LeasedMail {
    DueMail mail;  // `tries` is this one's number.
    MailKind kind = MailKind::Confirmation;
    std::string address;  // Never logged. A pseudonym's has no @.
    Instant createdAt;
    std::int64_t about = 0;  // Of Cancelled and Moved the disruption's number.
    Money back{};            // Of Refund: what all of it comes to.
};

// One lane of several takes those orders whose remainder by `of` is `lane`.
struct MailLane {
    std::int32_t lane = 0;
    std::int32_t of = 1;
};

class Mails {
public:
    Mails(const std::string& conninfo, std::size_t connections);

    // The first first, at most kMailsPerOrder.
    Result<std::vector<MailLine>> ofOrder(EventId event, OrderId order);

    // Makes mails of the next kSpreadAtOnce orders of a disruption that are to be told of it; how
    // many orders were looked at. Whoever comes while another is at it passes over that one.
    Result<std::int64_t> spread();

    // What is due, the longest first, disruptions last, at most `limit`. As committed: another node
    // may be quicker.
    Result<std::vector<DueMail>> due(Instant now, MailLane lane, std::int32_t limit);
    // Nothing: another node has it, or it is over.
    struct Lease {
        NodeId node;
        Instant now;
        Instant until;
    };
    Result<std::optional<LeasedMail>> lease(const DueMail& seen, const Lease& lease);
    // These end the try that was leased, and nothing where it is not the last one any more.
    Status sent(const DueMail& mail, Instant now);
    Status failed(const DueMail& mail, MailFailure why, Instant now);
    Status tryAgain(const DueMail& mail, Instant notBefore);

    // How many wait at all, up to `most`: for an alarm, not for a decision.
    Result<std::int64_t> waiting(std::int64_t most);
    // Deletes at most `limit` that were over before `before`; how many it was.
    Result<std::int64_t> prune(Instant before, std::int32_t limit);

private:
    Result<PgRows> run(const char* sql, const PgParams& params, const char* tried);
    Status end(const DueMail& mail, MailState state, MailFailure why, Instant now);

    PgPool pool_;
};

}  // namespace tessera::store
