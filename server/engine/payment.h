// SPDX-License-Identifier: Apache-2.0
// The money of one order while somebody still deals with it: tenders, attempts, refunds and the
// one call that is under way.
//
// Plain values. Deterministic. Owned by the OrderBook; gone when the order's money is at rest.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/pool.h"
#include "server/engine/tender.h"
#include "server/engine/timers.h"

namespace tessera::engine {

// The one provider call that is under way for an order; its outbox row is open.
struct OpenCall {
    OutboxSeq seq;  // 0: none.
    Operation operation = Operation::Create;
    AttemptId attempt;
    RefundId refund;    // Of Refund and RetrieveRefund.
    Instant askedAt{};  // When the call was queued.
    Instant notBefore{};
    // True if it was asked before the order's deadline: what it sees may be older than the
    // deadline.
    bool beforeFence = false;
    Timers::Handle due = Timers::kNone;  // In the outbox timers.
    std::string payload{};               // Of Confirm, to be sent again where nothing is known.
    explicit operator bool() const { return static_cast<bool>(seq); }
};

struct Attempt {
    AttemptId id;
    AttemptState state = AttemptState::Opening;
    Instant createdAt;
    Money amount;
    Money authorized;
    Money captured;
    Money refunded;
    Instant captureBefore = Instant::never();
    // Of the key of the next (or the running) call that has an effect at the provider. Grows with
    // every answer to a confirm, a cancel or a capture: the provider repeats its answer for a key.
    std::int32_t attemptTry = 1;
    std::int32_t writtenTry = 1;  // As the attempt's row has it.
    // While an object that the provider does not know any more is made again: of that key. From 1
    // on, so that the key that once made it comes again.
    std::int32_t createTry = 0;
    std::int32_t missing = 0;  // Looks in a row that did not find it, by this owner.
    bool looked = false;       // Since the order is fenced.
    Money booked;              // Of what was captured, what the ledger has.
    Money bookedBack;          // Of what came back beside our refunds, what the ledger has.
    std::string objectId;
    std::string clientSecret;  // Only while the buyer can pay with it.
    std::string evidence;      // Of the latest answer that said something about the object.
    std::string cardLast4;     // Once an answer has said it.
    // Why the last card was declined, while another may pay. In memory alone.
    std::string declineReason;

    // True if no money can move on it any more.
    bool isFinal() const {
        return state == AttemptState::Voided || state == AttemptState::Failed ||
               state == AttemptState::Refunded;
    }
    // True if the buyer may still pay with it.
    bool isOpen() const { return state == AttemptState::Opening || state == AttemptState::Open; }
    bool isAuthorized() const {
        return state == AttemptState::Authorized && authorized >= amount && amount.minor > 0;
    }
    Money net() const { return captured - refunded; }
    bool isCaptured() const {
        return state == AttemptState::Captured && net() >= amount && captured.minor > 0;
    }
};

// A tender with its latest attempt; or an earlier attempt of one, to which money came late.
struct Part {
    TenderId tender;
    TenderKind kind = TenderKind::Card;
    ProviderKind provider = ProviderKind::Stripe;
    Money amount;
    std::string reference;
    Attempt attempt;       // Without an id: not opened yet.
    bool surplus = false;  // Never counts towards the total: it is given back.

    bool exists() const { return static_cast<bool>(attempt.id); }
    bool ofHouse() const { return provider == ProviderKind::House; }
    bool byExchange() const { return kind == TenderKind::Exchange; }
    OrderId givenOrder() const;  // Of one by exchange: whose tickets were given up; 0: not known.
    bool covers() const { return !surplus && (attempt.isAuthorized() || attempt.isCaptured()); }
};

// Not opened yet.
Part partOf(const TenderRow& tender);

struct Refund {
    RefundId id;
    RefundId group;
    AttemptId attempt;
    RefundReason reason = RefundReason::Compensation;
    RefundState state = RefundState::Queued;
    Money amount;
    Money retained;
    Instant createdAt;
    std::string objectId;
    std::int32_t attemptTry = 1;  // Of the latest call Refund, or of the first.
    std::int32_t refusals = 0;    // Since this owner took over.
    std::int32_t looks = 0;       // Since the latest call Refund.
    bool asked = false;           // A call Refund may have had an effect: look before the next.

    bool isOpen() const { return state == RefundState::Queued || state == RefundState::Pending; }
};

// Tickets of another order that this one is to be paid with; none once they are void, or free of
// it.
struct Exchange {
    OrderId given;                   // The other order; 0: none.
    std::vector<TicketRow> tickets;  // Ascending.
    AttemptId attempt;               // Of the other order, on which that is booked; 0: it was free.

    explicit operator bool() const { return static_cast<bool>(given); }
    Money value() const;
};

// The attempt on which an exchange of an order's tickets is booked: the latest that was captured.
AttemptId captureOf(const std::vector<AttemptUpdate>& facts);

struct Payment {
    Slot order = kNoSlot;
    Money total;  // The order's.
    std::vector<Part> parts;
    std::vector<Refund> refunds;
    Exchange exchange;
    OpenCall call;
    std::int32_t failures = 0;     // In a row; decides the back-off.
    std::int32_t refusals = 0;     // Of captures, definitive, since this owner took over.
    std::int32_t attempts = 0;     // Ever opened for the order.
    std::int32_t failedInRow = 0;  // The latest attempts that the provider refused to create.
    AttemptId hinted;              // Ask about it as soon as the running call is answered.
    Timers::Handle deadline = Timers::kNone;
    Timers::Handle ask = Timers::kNone;
    Account credit = Account::Suspense;  // Whose the captured money is, as the ledger has it.
    std::string evidence;                // Of the latest answer of all.

    // Null if it has none such.
    Part* find(AttemptId attempt);
    Refund* find(RefundId refund);
    // The latest that is not final and not settled; else the latest not final; else null.
    Part* current();
    const Part* current() const { return const_cast<Payment*>(this)->current(); }
    // The one that the buyer can pay with; null if there is none.
    Part* open();
    // Added while another was open, and not opened yet.
    Part* waiting();
    AttemptId latestAttempt() const;
    Money covered() const;
    bool isCovered() const { return covered() >= total; }
    // Of an attempt: asked back and not there yet, given up ones too.
    Money goingBack(AttemptId attempt) const;
    bool refundsOf(AttemptId attempt) const;
    std::size_t memoryBytes() const;
};

}  // namespace tessera::engine
