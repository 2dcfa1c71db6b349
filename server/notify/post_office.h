// SPDX-License-Identifier: Apache-2.0
// Sends the mail that batches have queued (server/store/mails.h): leases, writes, hands over to a
// mail server, and notes what that said.
//
// Of many nodes one sends a mail, within its lease. A mail that a server has taken is never sent
// again but where the node, the database or the connection goes between the server's answer and the
// note of it: then it goes out once more, with the same Message-ID. What fails is tried again after
// pauses that double, for kMailTriedFor; where the mail server says nothing of a mail, its lane
// pauses as well, a minute at most. Bounded: one mail a lane at a time. Thread-safe but for start
// and stop, which one thread calls. Owns its threads; no address and no content is in a log.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/notify/letter.h"
#include "server/notify/smtp.h"
#include "server/runtime/clock.h"
#include "server/runtime/log.h"
#include "server/runtime/metrics.h"
#include "server/store/mails.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::notify {

inline constexpr Duration kMailTriedFor = Duration::ofMinutes(3 * 24 * 60);
// How long writing a letter may take; a lease is for that and for the call.
inline constexpr Duration kLetterDeadline = Duration::ofSeconds(10);

// Which letter is to be written.
struct LetterWish {
    EventId event;
    OrderId order;
    LetterKind kind = LetterKind::Confirmation;
    Instant made;                 // When documents say that they were made: each try has the same.
    std::int64_t disruption = 0;  // Of Cancelled and Moved, its number.
    Money back{};                 // Of Refund.
};

// What there is to say of an order. Thread-safe.
class Letters {
public:
    virtual ~Letters() = default;
    // Nothing: no ticket of it admits its buyer, or the event has met with something else since.
    // Blocks, kLetterDeadline at most.
    virtual Result<std::optional<LetterFacts>> read(const LetterWish& wish) = 0;
};

struct PostOfficeOptions {
    SmtpOptions smtp;
    std::string folder{};  // Not empty: a folder in the mail server's place; see mail_folder.h.
    std::string from;
    std::string fromName;
    std::size_t lanes = 2;
    Duration pause = Duration::ofSeconds(1);      // Between looks for what is due.
    Duration tryAgain = Duration::ofSeconds(30);  // After the first try; doubles up to an hour.
    Duration kept = Duration::ofMinutes(90 * 24 * 60);  // Of mail that is over.
};

class PostOffice {
public:
    // All outlive it.
    struct Parts {
        store::Mails& mails;
        Letters& letters;
        NodeId node;
        runtime::DatabaseClock& clock;
        const runtime::MonotonicClock& monotonic;
        runtime::Metrics& metrics;
        runtime::Log& log;
    };
    PostOffice(Parts parts, PostOfficeOptions options);
    ~PostOffice();
    PostOffice(const PostOffice&) = delete;
    PostOffice& operator=(const PostOffice&) = delete;

    void start();
    // Gives up what is under way, which is sent again later, and joins its threads. Idempotent.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The pause after the `tries`th try; an hour at most. REQUIRES: tries > 0, first > 0.
Duration pauseAfter(std::int32_t tries, Duration first);

// The same for each try of one mail. Numbers begin anew once old mails are forgotten: its time does
// not.
std::string messageId(const store::LeasedMail& mail, const std::string& from);

}  // namespace tessera::notify
