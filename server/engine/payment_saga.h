// SPDX-License-Identifier: Apache-2.0
// An order from checkout to paid or released (DESIGN 6): which provider call comes next, and what
// an answer means.
//
// Deterministic; short-lived: made for one command, it borrows the state and the changes. At most
// one call is under way per order, so operations on an attempt run one after another. An order in
// Fencing, Cancelling, Allocated or Compensating always has a call under way; in Paying and Unpaid
// its attempt is asked about every kAskEvery. Where a rule is not in the table of DESIGN 6 it is
// stated at the step.
#pragma once

#include <string>

#include "server/engine/engine_state.h"

namespace tessera::engine {

inline constexpr Duration kAskEvery = Duration::ofSeconds(10);
inline constexpr std::int32_t kRefusedCreatesMax = 3;  // In a row; then the deadline decides.
inline constexpr std::int32_t kAttemptsMax = 20;       // Per order; then the deadline decides.
// So many creates without an answer go under one key, over a minute; each after that has a new key,
// and the provider's adapter looks for an object of the attempt before it makes one.
inline constexpr std::int32_t kSameKeyCreates = 6;
inline constexpr std::int32_t kRefusedCapturesMax = 3;  // Then the object is cancelled: unpaid.
inline constexpr std::int32_t kRefusedRefundsMax = 12;  // Then Manual.
inline constexpr std::int32_t kAcceptedLooksMax = 12;   // Then an accepted refund is asked again.

// 1 s, 2 s, 4 s … 60 s for 1, 2, 3 … failures in a row; nothing for 0.
Duration backOff(std::int32_t failures);

// True if an order in this state still deals with the provider.
constexpr bool hasPayment(OrderState state) {
    return state != OrderState::Paid && state != OrderState::Released &&
           state != OrderState::Manual;
}

class PaymentSaga {
public:
    PaymentSaga(EngineState& state, Changes& changes) : state_(state), changes_(changes) {}

    // Held to paying: the order, its tender, its first attempt; or to paid where nothing is to pay.
    // Returns the order's slot.
    Slot checkout(Slot reservation, const Checkout& command);

    // The buyer does not want to pay. Only Paying, and Fencing of an order without tickets, can be
    // cancelled; Cancelling is already, and does not change.
    Refusal cancel(Slot order, bool& changed);

    // Its timer came out.
    void deadlineReached(Slot order);
    void askProvider(Slot order);

    // A question is queued, or remembered for when the running call is answered.
    Refusal hint(AttemptId attempt, bool& queued);

    // Not applied: the row is closed already, nothing changes.
    Refusal record(const RecordProviderAnswer& command, bool& applied);

private:
    struct Look {
        Operation operation = Operation::Retrieve;
        AnswerKind kind = AnswerKind::Unknown;
        ObjectState object = ObjectState::None;
        bool beforeFence = false;
        bool authorizedFull = false;  // For the order's total.
        bool capturedFull = false;    // Net of refunds.
        bool capturedAny = false;     // Net of refunds.
        bool isOver() const { return object == ObjectState::Canceled; }
        bool canBeCancelled() const {
            return object == ObjectState::RequiresPaymentMethod ||
                   object == ObjectState::RequiresConfirmation ||
                   object == ObjectState::RequiresAction || object == ObjectState::RequiresCapture;
        }
    };

    // payment_answers.cpp: what an answer says.
    void unclear(Payment& payment, const ProviderAnswer& answer, Operation operation);
    void createRefused(Payment& payment, const ProviderAnswer& answer);
    Look learn(Payment& payment, Operation operation, const ProviderAnswer& answer);
    Look lookOf(const Payment& payment, Operation operation, const ProviderAnswer& answer);
    void writeLedger(const Payment& payment, Money amount);
    void decide(Payment& payment, const Look& look);
    void decideOpen(Payment& payment, const Look& look);
    void decideAllocated(Payment& payment, const Look& look);
    void decideFencing(Payment& payment, const Look& look);
    void decideCancelling(Payment& payment, const Look& look);
    void decideCompensating(Payment& payment, const Look& look);

    void openOrder(Slot order, const Checkout& command, OrderState state);

    // payment_steps.cpp: what is done.
    void call(Payment& payment, Operation operation, Duration delay);
    void closeCall(Payment& payment);
    void lookAgain(Payment& payment);  // After a back-off.
    void idle(Payment& payment);
    void stopTimers(Payment& payment);
    void openAttempt(Payment& payment, Duration delay);
    void reopen(Payment& payment);
    void move(Order& order, OrderState to, const std::string& evidence);
    std::string evidenceOf(const Payment& payment) const;
    void writeAttempt(const Payment& payment, AttemptState from);
    void startDeadline(Payment& payment, Instant at);
    void allocate(Payment& payment, bool captured);
    void pay(Payment& payment);
    void writeTickets(Order& order, TicketState ticketState);
    void moveTickets(const Order& order, TicketState from, TicketState to);
    void becomeUnpaid(Payment& payment);
    void fence(Payment& payment);
    void compensate(Payment& payment);
    void giveUp(Payment& payment);
    void release(Payment& payment, ReleaseReason reason);

    Order& orderOf(const Payment& payment) { return state_.orders.at(payment.order); }
    Money totalOf(const Payment& payment);

    EngineState& state_;
    Changes& changes_;
};

}  // namespace tessera::engine
