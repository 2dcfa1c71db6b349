// SPDX-License-Identifier: Apache-2.0
// Gift cards: balances, and the entries that they are the sums of.
//
// `GiftCards` is an interface so that a simulated database can keep the same contract. Thread-safe.
// Calls block, each for at most kCallDeadline; a call that runs into it has Effect::Unknown. A card
// is a unit of its own: every change of it is one short transaction behind the lock of its row. A
// balance is never negative, entries are only added, and their amounts sum to the balance. The code
// is nowhere but in what issue() returns: 100 random bits, whose hash is kept.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

struct GiftCard {
    GiftCardId id;  // Follows from the code, which does not follow from it.
    Currency currency;
    Money issued;
    Money balance;  // What can still be spent: what is held for orders is off it.
    Instant createdAt;
    Instant expiresAt = Instant::never();
    std::string note;
};

struct NewGiftCard {
    Currency currency;
    Money amount;                          // More than 0.
    Instant expiresAt = Instant::never();  // From then on nothing more is held on it.
    std::string note;                      // For people: whom it is for. At most 200 bytes.
};

struct IssuedGiftCard {
    GiftCardId id;
    std::string code;  // Four groups of five characters; shown once.
};

enum class GiftCardEntryKind : std::uint8_t {
    Issued = 1,
    Held = 2,      // For an attempt; off the balance.
    Released = 3,  // What was held is on the balance again.
    Captured = 4,  // What was held is spent; what is left of it is on the balance again.
    Refunded = 5,  // What was spent is on the balance again.
};

struct GiftCardEntry {
    GiftCardEntryKind kind = GiftCardEntryKind::Issued;
    std::string key;  // Of the call: one entry each.
    Money amount;     // Of the balance; negative: off it.
    Money captured;   // Of Captured.
    EventId event{};
    AttemptId attempt{};
    RefundId refund{};
    Instant at;
};

// A change for one attempt. `key` is the call's Idempotency-Key.
struct GiftCardMove {
    GiftCardEntryKind kind = GiftCardEntryKind::Held;  // Not Issued.
    GiftCardId card;
    std::string key;
    EventId event;
    AttemptId attempt;
    RefundId refund{};  // Of Refunded: one entry each; 0: one each key.
    Money amount;       // More than 0; not of Released.
    Currency currency;
};

// In order of precedence. Whatever is not Done has changed nothing.
enum class GiftCardOutcome : std::uint8_t {
    Done,  // Now, or by an earlier call of this attempt (of this refund).
    CardUnknown,
    NothingHeld,  // There is nothing of this attempt on the card.
    OtherCurrency,
    Expired,
    BalanceTooSmall,
    NotInThisState,  // Captured or released already; or more than was held or captured.
};

// What an attempt has on its card after the call.
struct GiftCardStanding {
    GiftCardOutcome outcome = GiftCardOutcome::Done;
    bool held = false;  // Ever.
    bool released = false;
    Money authorized;  // Held now.
    Money captured;
    Money refunded;
    bool refundDone = false;  // Of find() with a refund, and of Refunded.
};

class GiftCards {
public:
    virtual ~GiftCards() = default;

    virtual Result<IssuedGiftCard> issue(const NewGiftCard& card) = 0;
    // By what a person typed: case, blanks, hyphens and look-alikes (O and 0, I, L and 1) do not
    // matter. Nothing: no card has this code. Whoever lets strangers ask limits how often.
    virtual Result<std::optional<GiftCard>> findByCode(std::string_view code) = 0;
    virtual Result<std::optional<GiftCard>> find(GiftCardId id) = 0;
    // In the order they were made, the latest `limit`.
    virtual Result<std::vector<GiftCardEntry>> entries(GiftCardId id, std::int32_t limit) = 0;

    // At most once per key, attempt and kind, and per refund.
    virtual Result<GiftCardStanding> move(const GiftCardMove& move) = 0;
    // Changes nothing. `refund`: whether it was made; 0: not asked.
    virtual Result<GiftCardStanding> standing(GiftCardId card, EventId event, AttemptId attempt,
                                              RefundId refund) = 0;
};

// `connections` at most, opened when they are needed.
std::unique_ptr<GiftCards> makePostgresGiftCards(const std::string& conninfo,
                                                 std::size_t connections);

}  // namespace tessera::store
