// SPDX-License-Identifier: Apache-2.0
// Reconciliation as the database keeps it: the window under way, what a provider listed in it, our
// side of the same, and the breaks between the two.
//
// An interface, so that a simulated database can keep the same contract. Thread-safe; every call
// blocks and has a deadline. What a window writes is fenced by the epoch of its claim; a break is a
// row of its event. Nothing here changes an order: the engine alone does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/provider_answer.h"
#include "server/store/postgres_store.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

// The numbers are the database's.
enum class BreakKind : std::uint8_t {
    UnknownObject = 1,  // With our reference, of an attempt that we do not have.
    AmountDiffers = 2,  // What is authorized.
    CurrencyDiffers = 3,
    CapturedDiffers = 4,
    RefundedDiffers = 5,
    AuthorizedWhenOver = 6,  // Money is blocked for an order that is over.
    CapturedWhenOver = 7,    // Money was taken for an order that has no use for it.
    MissingObject = 8,       // We have money there, and it is not in the list.
    UnknownRefund = 9,
    RefundMissing = 10,
    RefundFailed = 11,  // We say that it succeeded.
    RefundAmount = 12,
    DuplicateObject = 13,   // A second living object of one attempt.
    DuplicateCapture = 14,  // Two captured attempts of one tender.
};

// In lower case with underscores: "unknown_object".
const char* nameOf(BreakKind kind);

// What a break is about; the same subject again is the same break.
struct BreakSubject {
    BreakKind kind = BreakKind::UnknownObject;
    engine::ProviderKind provider = engine::ProviderKind::Stripe;
    EventId event;
    AttemptId attempt{};  // 0: none.
    RefundId refund{};    // 0: none.
    std::string object{};
    auto operator<=>(const BreakSubject&) const = default;
};

struct Break {
    BreakSubject subject;
    std::string ours;  // For people: "captured 5000"; no personal data.
    std::string theirs;
};

struct BreakRow {
    std::int64_t id = 0;  // Of its event.
    Break what;
    Instant firstSeen;
    Instant lastSeen;
    Instant resolvedAt = Instant::never();
    std::string resolution;  // How and when; empty while it is open.
};

// One object of a provider's list that has our reference.
struct ListedObject {
    enum class What : std::uint8_t { Payment = 1, Refund = 2 };
    What what = What::Payment;
    std::string objectId;
    std::string paymentObjectId;  // Of a refund.
    EventId event;
    std::int64_t subject = 0;  // The attempt's or the refund's id.
    Currency currency;
    engine::ObjectState state = engine::ObjectState::None;           // Of a payment.
    engine::RefundStanding standing = engine::RefundStanding::None;  // Of a refund.
    Money authorized;
    Money captured;
    Money refunded;
    Money amount;  // Of a refund.
    Instant createdAt;
};

struct OwnAttempt {
    AttemptId id;
    OrderId order;
    TenderId tender;
    engine::OrderState orderState = engine::OrderState::Paying;
    engine::AttemptState state = engine::AttemptState::Opening;
    Money amount;
    Money authorized;
    Money captured;
    Money refunded;
    Money refundsUnderWay;  // Queued or pending.
    std::string objectId;
    Instant createdAt;
    bool calling = false;  // A call about it is to be made.
};

struct OwnRefund {
    RefundId id;
    OrderId order;
    AttemptId attempt;
    engine::RefundState state = engine::RefundState::Queued;
    Money amount;
    std::string objectId;
    Instant createdAt;
    bool calling = false;
};

// Of one event and one provider: whole orders, so that what hangs together is seen together.
struct OwnSide {
    Currency currency;
    std::vector<OwnAttempt> attempts;
    std::vector<OwnRefund> refunds;
};

struct OwnQuery {
    EventId event;
    engine::ProviderKind provider = engine::ProviderKind::Stripe;
    std::vector<std::int64_t> attempts;  // These, and
    std::vector<std::int64_t> refunds;
    Instant from;  // all made in [from, until).
    Instant until;
};

enum class ReconcileStage : std::uint8_t { None = 0, Payments, Refunds, Compare, LookAgain };

// A provider's window under way, as far as it has come.
struct ReconcileProgress {
    engine::ProviderKind provider = engine::ProviderKind::Stripe;
    std::int64_t epoch = 0;
    Instant doneUntil{};  // The epoch: no window was ever done.
    Instant from{};
    Instant until{};
    Instant begunAt{};
    ReconcileStage stage = ReconcileStage::None;
    std::string position;  // The provider's cursor, or the last event compared.
    std::int64_t listed = 0;
    std::int64_t notOurs = 0;
    std::int64_t compared = 0;
    std::int64_t breaks = 0;
};

// Error::code of a write by a claim that somebody else has taken since.
inline constexpr const char* kClaimLost = "CLAIM_LOST";

class Reconciliations {
public:
    virtual ~Reconciliations() = default;

    // Nothing while another node's lease lasts. A claim raises the epoch.
    virtual Result<std::optional<ReconcileProgress>> claim(engine::ProviderKind provider,
                                                           NodeId node, Instant now,
                                                           Instant leaseUntil) = 0;
    // With what was listed since, in one transaction; objects that are there already are replaced.
    virtual Status save(const ReconcileProgress& progress, Instant leaseUntil,
                        std::span<const ListedObject> listed) = 0;
    // The window is done, its listed objects go, and so does the lease.
    virtual Status finish(const ReconcileProgress& progress, Instant now) = 0;

    // Events that had a batch since `since`, or of which something is listed; after `after`,
    // ascending, at most `limit`. (A listed cross-event query.)
    virtual Result<std::vector<EventId>> eventsToCompare(engine::ProviderKind provider,
                                                         Instant since, EventId after,
                                                         std::int32_t limit) = 0;
    virtual Result<std::vector<ListedObject>> listedOf(engine::ProviderKind provider,
                                                       EventId event) = 0;
    virtual Result<OwnSide> readOwn(const OwnQuery& query) = 0;

    // Breaks that are open already are seen again; resolved ones open as new rows.
    // REQUIRES: all of one event.
    virtual Status record(std::span<const Break> breaks, Instant now) = 0;
    // False: it is not open. `how` is not empty, at most 500 bytes.
    virtual Result<bool> resolve(EventId event, std::int64_t id, Instant now,
                                 const std::string& how) = 0;
    // Ascending by event and id, after that one, at most `limit`. (A listed cross-event query.)
    struct BreakQuery {
        bool resolvedToo = false;
        std::optional<engine::ProviderKind> provider{};
        EventId afterEvent{};
        std::int64_t afterId = 0;
        std::int32_t limit = 1000;
    };
    virtual Result<std::vector<BreakRow>> listBreaks(const BreakQuery& query) = 0;
};

// `readers` connections; `writers` is not used.
std::unique_ptr<Reconciliations> makePostgresReconciliations(PostgresOptions options);

}  // namespace tessera::store
