// SPDX-License-Identifier: Apache-2.0
// An order from checkout to paid or released (DESIGN 6), and what comes back after that: which
// provider call comes next, and what an answer means.
//
// Deterministic; short-lived: made for one command, it borrows the state and the changes. At most
// one call is under way per order, so operations on an attempt run one after another. An order in
// Fencing, Cancelling, Allocated or Compensating always has a call under way, unless it waits for
// cash to be handed back; in Paying and Unpaid its open attempt is asked about every kAskEvery; a
// paid one has a call as long as a provider has money to give back. Where a rule is not in the
// table of DESIGN 6 it is stated at the step.
#pragma once

#include <string>

#include "server/engine/engine_state.h"
#include "server/engine/order_record.h"

namespace tessera::engine {

inline constexpr Duration kAskEvery = Duration::ofSeconds(10);
inline constexpr std::size_t kEvidenceMax = 512;       // Bytes; what is longer is cut.
inline constexpr std::int32_t kRefusedCreatesMax = 3;  // In a row; then the deadline decides.
inline constexpr std::int32_t kAttemptsMax = 20;       // Per order; then the deadline decides.
// So many creates or confirms without an answer go under one key, over a minute; a create after
// that has a new key, and the provider's adapter looks for an object of the attempt before it makes
// one; a confirm is looked for.
inline constexpr std::int32_t kSameKeyCreates = 6;
// "Not found" is no evidence: after so many in a row the object is made again and what comes back
// is cancelled. While the buyer may pay it is only looked for.
inline constexpr std::int32_t kMissingMax = 3;
inline constexpr std::int32_t kRefusedCapturesMax = 3;  // Then the object is cancelled: unpaid.
inline constexpr std::int32_t kRefusedRefundsMax = 12;  // Of one refund; then Manual.
inline constexpr std::int32_t kAcceptedLooksMax = 12;   // Then an accepted refund is asked again.

// Of a provider that is back everything is known within a minute: a call may be on its way for ten
// seconds, and the longest back-off is a fifth longer at most.
inline constexpr Duration kBackOffMost = Duration::ofSeconds(40);
// 1 s, 2 s, 4 s … kBackOffMost for 1, 2, 3 … failures in a row; nothing for 0.
Duration backOff(std::int32_t failures);
// How long until the next look at a refund that the provider has: backOff for ten minutes,
// then every ten minutes, and after two hours every hour.
Duration refundBackOff(std::int32_t looks);
// `delay` up to a fifth longer or shorter, so that calls that failed together do not come together.
Duration jittered(Duration delay, OutboxSeq seq);

// True if an order in this state always deals with the provider.
constexpr bool hasPayment(OrderState state) {
    return state != OrderState::Paid && state != OrderState::Released &&
           state != OrderState::Manual;
}
constexpr bool isPayable(OrderState state) {
    return state == OrderState::Paying || state == OrderState::Unpaid;
}

// True if the provider has this refund to make, or to tell how it stands.
bool isAtProvider(const Payment& payment, const Refund& refund);
// True if nothing is to be asked: the buyer, staff or the deadline is next.
bool waitsForPeople(OrderState state, const Payment& payment);
// Whose the money is that an order in this state has captured.
Account creditOf(const Order& order);

// Adds the payment with its parts and refunds as they were written. REQUIRES: the order has none.
Payment& addPayment(EngineState& state, Slot order, const LoadedEvent::LoadedOrder& rows);
Payment& addPayment(EngineState& state, Slot order, const OrderRecord& rows);
// One attempt that is not its tender's latest, as money to give back.
void addPart(EngineState& state, Payment& payment, const OrderRecord& rows, AttemptId attempt);

// Its own tickets by place: of an order whose places were taken again only the latest ones, and
// those that replace the ones that were handed on. `count`: how many places it was for.
std::vector<TicketRow> ticketsOf(std::vector<TicketRow> tickets, std::size_t count);

// What goes back of returned tickets' prices, and what the organiser keeps.
struct ReturnShares {
    Money back;
    Money retained;
};

class PaymentSaga {
public:
    PaymentSaga(EngineState& state, Changes& changes) : state_(state), changes_(changes) {}

    // Held to paying: the order, its tender, its first attempt; or to paid where nothing is to pay,
    // or nobody has to be asked. Returns the order's slot. REQUIRES: the tender is allowed; it is
    // by exchange if there is one.
    Slot checkout(Slot reservation, const Checkout& command, Exchange exchange = {});

    // The buyer does not want to pay. Only Paying, and Fencing of an order without tickets, can be
    // cancelled; Cancelling is already, and does not change.
    Refusal cancel(Slot order, bool& changed);

    // Its timer came out. Of a cancelled event an order without tickets is cancelled: what is
    // authorized for it is voided, and buys nothing.
    void deadlineReached(Slot order);
    void askProvider(Slot order);

    // A question is queued, or remembered for when the running call is answered. AttemptUnknown: no
    // call of the engine's asks about it any more, and who was told asks (RecordStray).
    Refusal hint(AttemptId attempt, bool& queued);

    // Not applied: the row is closed already, nothing changes.
    Refusal record(const RecordProviderAnswer& command, bool& applied);

    // payment_tenders.cpp. `missing`: what the tender may be for at most.
    static Refusal judgeTender(const TenderChoice& tender, const Caller& caller, Money missing);
    static Money amountOf(const TenderChoice& tender, Money missing);
    Refusal addTender(Slot order, const AddTender& command);
    Refusal confirm(Slot order, const ConfirmPayment& command);

    // payment_returns.cpp. REQUIRES: judged; the tickets are active and of this order.
    static ReturnShares returnSharesOf(const EngineState& state, const RefundTickets& command,
                                       const std::vector<const TicketRow*>& tickets);
    RefundId returnTickets(Slot order, const RefundTickets& command,
                           const std::vector<const TicketRow*>& tickets);
    // `order` is none where it is over; where no payment is in memory the record is needed.
    Refusal settle(Slot order, const SettleRefund& command);

    // payment_exchange.cpp. Returns the slot of the reservation's order. REQUIRES: judged; the
    // tickets are active, in no exchange and of this order; the reservation is held.
    Slot exchange(Slot order, Slot reservation, const ExchangeTickets& command,
                  const std::vector<const TicketRow*>& tickets);

    // payment_strays.cpp. `order` is none where it is not in memory; then the record is needed.
    Refusal stray(Slot order, const RecordStray& command, bool& applied);

private:
    struct Look {
        Operation operation = Operation::Retrieve;
        AnswerKind kind = AnswerKind::Unknown;
        ObjectState object = ObjectState::None;
        bool beforeFence = false;
        bool authorizedFull = false;  // For the attempt's amount.
        bool capturedFull = false;    // Net of refunds.
        bool capturedAny = false;     // Net of refunds.
        bool isOver() const { return object == ObjectState::Canceled; }
        bool canBeCancelled() const {
            return object == ObjectState::RequiresPaymentMethod ||
                   object == ObjectState::RequiresConfirmation ||
                   object == ObjectState::RequiresAction || object == ObjectState::RequiresCapture;
        }
        bool cannotPayYet() const {
            return object == ObjectState::RequiresPaymentMethod ||
                   object == ObjectState::RequiresConfirmation;
        }
    };

    // payment_saga.cpp
    void openOrder(Slot order, const Checkout& command, const TenderRow& tender);
    void next(Payment& payment);  // What an order without a call does now, by its state.
    bool isSettled(const Payment& payment, AttemptId attempt);
    bool askSoon(AttemptId attempt);

    // payment_tenders.cpp
    TenderRow makeTender(OrderId order, const TenderChoice& choice, Money missing);
    void openAttempt(Payment& payment, Part& part, Money amount, Duration delay);
    void openWaiting(Payment& payment);
    void reopen(Payment& payment, Part& part);
    void attemptEnded(Payment& payment, Part& part);
    void authorizeHouse(Payment& payment, Part& part);
    void captureHouse(Payment& payment, bool all);
    void voidHouse(Payment& payment, Part& part);

    // payment_answers.cpp: what an answer says.
    void answered(Payment& payment, const OpenCall& call, const ProviderAnswer& answer);
    void unclear(Payment& payment, Part& part, const OpenCall& call, const ProviderAnswer& answer);
    void createRefused(Payment& payment, Part& part, const ProviderAnswer& answer);
    Look learn(Payment& payment, Part& part, Operation operation, const ProviderAnswer& answer);
    void noteObject(Payment& payment, Attempt& attempt, Operation operation,
                    const ProviderAnswer& answer);

    // payment_decide.cpp: what it means.
    void decide(Payment& payment, Part& part, const Look& look);
    void decideOpen(Payment& payment, Part& part, const Look& look);
    void decideUnsettled(Payment& payment, Part& part, const Look& look);
    void decideAllocated(Payment& payment, Part& part, const Look& look);
    void captureAgain(Payment& payment, Part& part, const Look& look);
    void decideFencing(Payment& payment, Part& part, const Look& look);
    void decideCancelling(Payment& payment, Part& part, const Look& look);
    void decideClearing(Payment& payment, Part& part, const Look& look);
    void fenceNext(Payment& payment);
    void cancelNext(Payment& payment);
    void captureNext(Payment& payment);
    void clearNext(Payment& payment);

    // payment_steps.cpp: what is done.
    void queue(Payment& payment, OutboxRow row, Duration delay);
    void call(Payment& payment, Part& part, Operation operation, Duration delay,
              std::string payload = {});
    void callFirst(Payment& payment, Part& part, Operation operation);
    void capture(Payment& payment, Part& part, Duration delay);
    OpenCall closeCall(Payment& payment);
    void lookAgain(Payment& payment, Part& part);  // After a back-off.
    void idle(Payment& payment);
    void stopTimers(Payment& payment);
    void startDeadline(Payment& payment, Instant at);
    void move(Order& order, OrderState to, const std::string& evidence);
    void writeAttempt(const Payment& payment, Part& part, AttemptState from);
    void allocate(Payment& payment);
    void writeTickets(Order& order, TicketState ticketState);
    void moveTickets(const Order& order, TicketState from, TicketState to);
    void becomeUnpaid(Payment& payment, Part& part);
    void fence(Payment& payment);
    void fenceFromNow(Payment& payment);
    void compensate(Payment& payment);
    void release(Payment& payment, ReleaseReason reason);
    std::string evidenceOf(const Payment& payment) const;
    void rest(Payment& payment, OrderState to, const std::string& evidence);
    void finish(Slot order);  // At the end of a command.

    // payment_refunds.cpp
    void addRefunds(Payment& payment);
    Refund& addRefund(Payment& payment, Part& part, Money amount, RefundReason reason,
                      RefundId group);
    void startRefund(Payment& payment, Refund& refund);
    bool callForRefund(Payment& payment);
    void callRefund(Payment& payment, Refund& refund, Operation operation, Duration delay);
    void refundAnswered(Payment& payment, const OpenCall& call, const ProviderAnswer& answer);
    RefundStanding standingOf(Payment& payment, const Refund& refund, const ProviderAnswer& answer);
    void refundUnclear(Payment& payment, Refund& refund);
    void refundRefused(Payment& payment, Refund& refund, const std::string& evidence);
    void refundDone(Payment& payment, Refund& refund, const std::string& evidence);
    void writeRefund(const Payment& payment, const Refund& refund, RefundState from,
                     const std::string& evidence);
    void undoRefund(Payment& payment, Refund& refund, const std::string& evidence);

    // payment_returns.cpp
    void splitReturn(Payment& payment, Money back, Money retained, RefundReason reason,
                     RefundId& group);
    void freeTickets(Slot order, const std::vector<const TicketRow*>& tickets, RefundId group,
                     OrderId exchange = {});

    // payment_exchange.cpp
    void awaitDifference(Slot order, const TenderChoice& tender);
    void markTickets(const Exchange& exchange, OrderId with);
    void takeExchanged(Payment& payment);
    void completeExchange(const Exchange& exchange, OrderId with, Money covers);
    RefundId keepForOther(OrderId order, const Exchange& exchange, Money kept);
    void endExchange(Payment& payment, const Part& part);
    void passOn(Payment& payment, RefundId refund, const OrderRecord& own,
                const std::string& evidence);
    void giveBackOn(const OrderRecord& record, Money amount, RefundReason reason, RefundId group);
    Payment& moneyOf(const OrderRecord& record);

    // payment_strays.cpp
    Slot takeUp(Slot order, const OrderRecord& record, OrderState to);
    bool strayInMemory(Payment& payment, const RecordStray& command);
    bool strayOfAttempt(Slot order, const RecordStray& command);
    bool strayOfRefund(Slot order, const RecordStray& command);
    bool takeSeatsAgain(const OrderRecord& record, Slot& order);

    // payment_ledger.cpp
    void book(Payment& payment);
    void bookRefund(const Payment& payment, const Refund& refund, Money amount);
    void bookReturn(OrderId order, const Refund& refund, Account kept);
    void entry(OrderId order, AttemptId attempt, Account account, Money amount, RefundId refund);

    Order& orderOf(const Payment& payment) { return state_.orders.at(payment.order); }

    EngineState& state_;
    Changes& changes_;
    AttemptId about_;                      // Of the answer that is recorded.
    const OrderRecord* record_ = nullptr;  // Of the order whose tickets the command gives up.
};

}  // namespace tessera::engine
