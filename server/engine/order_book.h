// SPDX-License-Identifier: Apache-2.0
// Orders, small each, and beside those that still deal with the provider their payment.
//
// Deterministic. Not thread-safe; an EventEngine owns its OrderBook. An order that is paid or
// manual has no payment any more: what the provider was told and the buyer's secret are dropped.
// Bound: at most one order per live reservation, at most one payment per order.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "server/engine/pool.h"
#include "server/engine/slot_index.h"
#include "server/engine/timers.h"
#include "shared/base/check.h"

namespace tessera::engine {

struct Order {
    OrderId id;
    Instant createdAt;
    Instant payDeadline;
    TicketId firstTicket;  // The tickets of an order have consecutive ids; 0: none yet.
    Slot reservation = kNoSlot;
    Slot payment = kNoSlot;
    std::int32_t tenderAfter = 0;  // The tender's id less the order's; 0: none.
    OrderState state = OrderState::Paying;

    bool live() const { return static_cast<bool>(id); }
    TenderId tender() const { return TenderId{tenderAfter == 0 ? 0 : id.value + tenderAfter}; }
    // REQUIRES: made together with the order, or none.
    void setTender(TenderId tender) {
        const std::int64_t after = tender ? tender.value - id.value : 0;
        TESSERA_CHECK(after >= 0 && after <= INT32_MAX);
        tenderAfter = static_cast<std::int32_t>(after);
    }
};
static_assert(sizeof(Order) == 48);

// The one provider call that is under way for an attempt; its outbox row is open.
struct OpenCall {
    OutboxSeq seq;  // 0: none.
    Operation operation = Operation::Create;
    Instant askedAt;  // When the call was queued.
    Instant notBefore;
    // True if it was asked before the order's deadline: what it sees may be older than the
    // deadline.
    bool beforeFence = false;
    Timers::Handle due = Timers::kNone;  // In the outbox timers.
    explicit operator bool() const { return static_cast<bool>(seq); }
};

struct Attempt {
    AttemptId id;
    AttemptState state = AttemptState::Opening;
    Instant createdAt;
    Money authorized;
    Money captured;
    Money refunded;
    std::string objectId;
    std::string clientSecret;  // Only while the buyer can pay with it.

    // True if no money can move on it any more.
    bool isFinal() const {
        return state == AttemptState::Voided || state == AttemptState::Failed ||
               state == AttemptState::Refunded;
    }
};

struct Payment {
    Slot order = kNoSlot;
    Attempt attempt;  // The latest one; those before it are final.
    OpenCall call;
    // Of the key of the next (or the running) call that has an effect at the provider. Grows with
    // every answer to a cancel, a capture or a refund: the provider repeats an answer for its key.
    std::int32_t attemptTry = 1;
    std::int32_t failures = 0;  // In a row; decides the back-off.
    std::int32_t refusals = 0;  // Of captures or refunds, definitive, since this owner took over.
    std::int32_t attempts = 0;  // Ever opened for the order.
    std::int32_t failedInRow = 0;  // The latest attempts that the provider refused to create.
    bool hinted = false;           // Ask again as soon as the running call is answered.
    bool refundAccepted = false;   // The provider is at it: look before asking once more.
    Timers::Handle deadline = Timers::kNone;
    Timers::Handle ask = Timers::kNone;
    std::string evidence;  // Of the latest answer that said something about the object.
};

class OrderBook {
public:
    Slot add(const Order& order);
    // REQUIRES: it has no payment any more.
    void remove(Slot slot);
    Slot find(OrderId id) const;
    Order& at(Slot slot) { return orders_[slot]; }
    const Order& at(Slot slot) const { return orders_[slot]; }
    std::size_t size() const { return orders_.size(); }
    template <class Visit>
    void forEach(Visit&& visit) const {
        orders_.forEach(visit);
    }

    Payment& addPayment(Slot order);
    void dropPayment(Slot order);
    // Null if there is none.
    Payment* paymentOf(const Order& order);
    const Payment* paymentOf(const Order& order) const;
    // By its current attempt; null if no payment has it.
    Payment* findPayment(AttemptId attempt);
    // Gives the payment's attempt its id, so that it is found.
    void setAttempt(Payment& payment, AttemptId id);

    std::size_t payments() const { return byAttempt_.size(); }
    std::size_t memoryBytes() const;

private:
    std::uint64_t keyHash(Slot slot) const;
    std::uint64_t attemptHash(Slot slot) const;

    Pool<Order> orders_;
    SlotIndex index_;
    // One allocation each: there are few at a time, and their memory goes when they do.
    std::vector<std::unique_ptr<Payment>> payments_;
    std::vector<Slot> freePayments_;
    SlotIndex byAttempt_;
};

}  // namespace tessera::engine
