// SPDX-License-Identifier: Apache-2.0
// Tenders, payments and refunds, and what is asked about them. Pure; any thread.
#pragma once

#include "server/app/app.h"
#include "tessera/v1/order.pb.h"
#include "tessera/v1/order_service.pb.h"
#include "tessera/v1/payment_service.pb.h"
#include "tessera/v1/transfer_service.pb.h"

namespace tessera::api {

inline constexpr int kTicketsPerReturn = 100;

// Who may pay so and through whom is for App to say. `field`: where the request has it. A request
// that is absent is a card for everything.
// `now`: of an invoice's due date, which is 30 days ahead where none is said.
app::Answer<app::TenderAsk> toTender(const v1::TenderRequest& request, std::string_view field,
                                     Instant now);

// 1 to kPayloadMax bytes.
bool isPayload(std::string_view payload);

// The commands but for their callers, tenders and records. INVALID_FIELD for a ticket that is there
// twice, too many of them, a reason that is not staff's, evidence of no or too many bytes;
// INVALID_ID.
app::Answer<engine::RefundTickets> toReturn(EventId event, OrderId order,
                                            const v1::ReturnTicketsRequest& request);
app::Answer<engine::RefundTickets> toReturn(EventId event, OrderId order,
                                            const v1::RefundTicketsRequest& request);
app::Answer<engine::ExchangeTickets> toExchange(EventId event, OrderId order,
                                                const v1::ExchangeTicketsRequest& request);
app::Answer<engine::OfferTransfer> toOffer(EventId event, OrderId order,
                                           const v1::OfferTransferRequest& request);
// INVALID_FIELD for a name of no or too many bytes, an address of too many.
app::Answer<engine::AcceptTransfer> toAcceptance(OrderId order,
                                                 const v1::AcceptTransferRequest& request);
app::Answer<engine::CancelTransfer> toCancellation(EventId event, OrderId order,
                                                   const v1::CancelTransferRequest& request);
v1::Transfer toProto(const app::TransferAnswer& answer);
app::Answer<engine::SettleRefund> toSettlement(EventId event, OrderId order,
                                               const v1::SettleRefundRequest& request);

// `tenders`, `payments`, `refunds` and `covered`.
void setMoneyOf(const app::OrderAnswer& answer, v1::Order* out);

v1::ListRefundsResponse toProto(const app::RefundsAnswer& answer);
v1::ListManualResponse toProto(const app::ManualAnswer& answer);

}  // namespace tessera::api
