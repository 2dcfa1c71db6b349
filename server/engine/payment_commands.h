// SPDX-License-Identifier: Apache-2.0
// Commands about the money of one order: who may, whether the record fits, and the refusals in
// their order; what is done is in payment_saga.
//
// Deterministic. Not thread-safe. A refusal leaves the state as it was.
#pragma once

#include "server/engine/engine_state.h"

namespace tessera::engine {

// Whether the caller may touch it. `slot` is none where the order or its reservation has ended and
// that is remembered.
Refusal findOrder(const EngineState& state, OrderId id, const Caller& caller, Slot& slot);

Outcome addTender(EngineState& state, const AddTender& command, Changes& changes);
Outcome confirmPayment(EngineState& state, const ConfirmPayment& command, Changes& changes);
Outcome refundTickets(EngineState& state, const RefundTickets& command, Changes& changes);
Outcome exchangeTickets(EngineState& state, const ExchangeTickets& command, Changes& changes);
Outcome settleRefund(EngineState& state, const SettleRefund& command, Changes& changes);
Outcome recordStray(EngineState& state, const RecordStray& command, Changes& changes);

// Of a paid order, for its tickets alone: no money moves (transfers.cpp).
Outcome offerTransfer(EngineState& state, const OfferTransfer& command, Changes& changes);
Outcome acceptTransfer(EngineState& state, const AcceptTransfer& command, Changes& changes);
Outcome cancelTransfer(EngineState& state, const CancelTransfer& command, Changes& changes);

// The paid order that a command about its tickets means, and its tickets as the record has them:
// NotYours, RecordNeeded, OrderNotPaid and what else there is to refuse.
Outcome findTickets(const EngineState& state, const RefundTickets& like, Slot& slot,
                    std::vector<TicketRow>& own);
// The same of an event that takes place: of a cancelled one tickets are only returned.
Outcome findToHandOn(const EngineState& state, const RefundTickets& like, Slot& slot,
                     std::vector<TicketRow>& own);
// Those of `own` that are meant. REQUIRES: the record fits.
Refusal selectTickets(const std::vector<TicketRow>& own, const RefundTickets& command,
                      std::vector<const TicketRow*>& chosen);

}  // namespace tessera::engine
