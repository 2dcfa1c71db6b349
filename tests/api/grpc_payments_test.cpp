// SPDX-License-Identifier: Apache-2.0
// Paying in parts, giving tickets back, and what staff does about money, over gRPC.
#include "tessera/v1/order_service.grpc.pb.h"
#include "tessera/v1/payment_service.grpc.pb.h"
#include "tessera/v1/transfer_service.grpc.pb.h"
#include "tests/api/edge_fixture.h"

namespace tessera::api::test {
namespace {

class GrpcPaymentsTest : public EdgeTest {
protected:
    // One call of a stub's method, as a buyer or with an API key.
    template <class Stub, class Method, class Request, class Answer>
    grpc::Status call(Stub& stub, Method method, const Request& request, Answer* answer,
                      const std::string& key = {}) {
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
        if (key.empty()) {
            context.AddMetadata("x-holder-token", kHolderToken);
        } else {
            context.AddMetadata("authorization", "Bearer " + key);
        }
        return (stub.*method)(&context, request, answer);
    }
    template <class Request>
    static Request about() {
        Request request;
        request.set_event(encodePublicId(kEvent.value));
        request.set_order(encodePublicId(kEvent, kOrder.value));
        return request;
    }
    template <class Request>
    static Request changing() {
        auto request = about<Request>();
        request.set_request_id(requestId());
        return request;
    }

    using Orders = v1::OrderService::Stub;
    using Transfers = v1::TransferService::Stub;
    using Payments = v1::PaymentService::Stub;
    std::unique_ptr<Orders> orders_ = v1::OrderService::NewStub(channel_);
    std::unique_ptr<Transfers> transfers_ = v1::TransferService::NewStub(channel_);
    std::unique_ptr<Payments> payments_ = v1::PaymentService::NewStub(channel_);
};

TEST_F(GrpcPaymentsTest, ATenderIsAddedAndShown) {
    auto request = changing<v1::AddTenderRequest>();
    request.mutable_tender()->set_kind(v1::GIFT_CARD);
    request.mutable_tender()->set_gift_card_code("ABCD");
    v1::Order order;
    const auto status = call(*orders_, &Orders::AddTender, request, &order);
    ASSERT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(app_.asked().choice->kind, engine::TenderKind::GiftCard);
    EXPECT_EQ(order.tenders_size(), 2);
    EXPECT_EQ(order.payments(1).client_secret(), "pi_1_secret");
    EXPECT_EQ(order.covered().minor_units(), 1000);
    request.mutable_tender()->set_kind(v1::CASH);
    request.mutable_tender()->clear_gift_card_code();
    EXPECT_EQ(errorInfoOf(call(*orders_, &Orders::AddTender, request, &order)).reason(),
              "TENDER_NOT_ALLOWED");
    request.mutable_tender()->set_kind(static_cast<v1::TenderKind>(77));
    EXPECT_EQ(errorInfoOf(call(*orders_, &Orders::AddTender, request, &order)).reason(),
              "INVALID_FIELD");
}

TEST_F(GrpcPaymentsTest, APaymentIsConfirmed) {
    auto request = changing<v1::ConfirmPaymentRequest>();
    request.set_payment(encodePublicId(kEvent, kAttempt.value));
    request.set_payload("{}");
    v1::Order order;
    ASSERT_TRUE(call(*orders_, &Orders::ConfirmPayment, request, &order).ok());
    EXPECT_EQ(app_.asked().payload, "{}");
    request.set_payment(encodePublicId(kEvent, 7));
    EXPECT_EQ(errorInfoOf(call(*orders_, &Orders::ConfirmPayment, request, &order)).reason(),
              "PAYMENT_NOT_OPEN");
}

TEST_F(GrpcPaymentsTest, TicketsAreReturnedAndTheirRefundsListed) {
    auto request = changing<v1::ReturnTicketsRequest>();
    request.add_tickets(encodePublicId(kEvent, 11));
    v1::Order order;
    ASSERT_TRUE(call(*orders_, &Orders::ReturnTickets, request, &order).ok());
    EXPECT_EQ(app_.asked().refund->tickets, std::vector{TicketId{11}});
    ASSERT_EQ(order.refunds_size(), 1);
    EXPECT_EQ(order.refunds(0).reason(), v1::Refund::RETURNED);
    v1::ListRefundsResponse refunds;
    ASSERT_TRUE(
        call(*orders_, &Orders::ListRefunds, about<v1::ListRefundsRequest>(), &refunds).ok());
    ASSERT_EQ(refunds.refunds_size(), 1);
    EXPECT_EQ(refunds.refunds(0).refund(), order.refunds(0).refund());
}

TEST_F(GrpcPaymentsTest, TicketsAreExchangedForAReservationByItsOwnToken) {
    auto request = changing<v1::ExchangeTicketsRequest>();
    request.add_tickets(encodePublicId(kEvent, 12));
    request.add_tickets(encodePublicId(kEvent, 11));
    request.set_reservation(encodePublicId(kEvent, 21));
    request.set_reservation_holder_token("theirs");
    request.mutable_tender()->set_amount_minor_units(700);
    v1::Order order;
    ASSERT_TRUE(call(*orders_, &Orders::ExchangeTickets, request, &order).ok());
    const auto& asked = *app_.asked().exchange;
    EXPECT_EQ(asked.tickets, (std::vector{TicketId{11}, TicketId{12}}));
    EXPECT_EQ(asked.reservation, ReservationId{21});
    EXPECT_EQ(asked.tender.amount, Money{700});
    EXPECT_EQ(app_.asked().caller->holderToken, "theirs");
    EXPECT_EQ(app_.asked().tenderOf.reservation, ReservationId{21});
    // So that a repeat is known whose gift card is empty by now.
    EXPECT_TRUE(app_.asked().tenderOf.mutation.has_value());
    request.set_reservation("x");
    EXPECT_EQ(errorInfoOf(call(*orders_, &Orders::ExchangeTickets, request, &order)).reason(),
              "INVALID_ID");
}

TEST_F(GrpcPaymentsTest, TicketsAreOfferedAndTakenByTheTokenOfTheTransfer) {
    auto offer = changing<v1::OfferTransferRequest>();
    offer.add_tickets(encodePublicId(kEvent, 11));
    v1::Transfer transfer;
    ASSERT_TRUE(call(*transfers_, &Transfers::OfferTransfer, offer, &transfer).ok());
    EXPECT_EQ(transfer.token(), "link");
    EXPECT_EQ(app_.asked().offer->tickets, std::vector{TicketId{11}});
    auto accept = changing<v1::AcceptTransferRequest>();
    accept.set_transfer(transfer.transfer());
    EXPECT_EQ(
        errorInfoOf(call(*transfers_, &Transfers::AcceptTransfer, accept, &transfer)).reason(),
        "INVALID_FIELD");
    accept.set_name("Grace Hopper");
    ASSERT_TRUE(call(*transfers_, &Transfers::AcceptTransfer, accept, &transfer).ok());
    EXPECT_EQ(app_.asked().caller->transfer, engine::TransferId{61});
    EXPECT_EQ(app_.asked().caller->holderToken, kHolderToken);
    EXPECT_EQ(transfer.token(), "mine");
    EXPECT_EQ(app_.asked().acceptance->name, "Grace Hopper");
    auto cancel = changing<v1::CancelTransferRequest>();
    cancel.set_transfer(transfer.transfer());
    ASSERT_TRUE(call(*transfers_, &Transfers::CancelTransfer, cancel, &transfer).ok());
    EXPECT_EQ(app_.asked().cancelled->transfer, 61);
}

TEST_F(GrpcPaymentsTest, StaffRefundsSettlesAndLists) {
    auto refund = changing<v1::RefundTicketsRequest>();
    refund.set_reason(v1::Refund::EVENT_CANCELLED);
    v1::Order order;
    const auto unscoped = call(*payments_, &Payments::RefundTickets, refund, &order, kAdminKey);
    EXPECT_EQ(errorInfoOf(unscoped).reason(), "SCOPE_MISSING");
    ASSERT_TRUE(call(*payments_, &Payments::RefundTickets, refund, &order, kTillKey).ok());
    EXPECT_EQ(app_.asked().refund->reason, engine::RefundReason::EventCancelled);
    auto settle = changing<v1::SettleRefundRequest>();
    settle.set_refund(encodePublicId(kEvent, kRefund.value));
    settle.set_evidence("receipt 4711");
    ASSERT_TRUE(call(*payments_, &Payments::SettleRefund, settle, &order, kTillKey).ok());
    EXPECT_EQ(app_.asked().settled->evidence, "receipt 4711");
    v1::ListManualRequest list;
    list.set_event(encodePublicId(kEvent.value));
    v1::ListManualResponse manual;
    ASSERT_TRUE(call(*payments_, &Payments::ListManual, list, &manual, kTillKey).ok());
    EXPECT_EQ(manual.items_size(), 2);
    EXPECT_TRUE(manual.more());
}

TEST_F(GrpcPaymentsTest, StaffCancelsAndMovesAnEventAndSeesHowFarItsOrdersAre) {
    v1::CancelEventRequest cancel;
    cancel.set_event(encodePublicId(kEvent.value));
    cancel.set_request_id(requestId());
    cancel.set_note("The hall is flooded.");
    v1::Event event;
    EXPECT_EQ(
        errorInfoOf(call(*payments_, &Payments::CancelEvent, cancel, &event, kAdminKey)).reason(),
        "SCOPE_MISSING");
    ASSERT_TRUE(call(*payments_, &Payments::CancelEvent, cancel, &event, kTillKey).ok());
    EXPECT_EQ(app_.asked().note, "The hall is flooded.");
    EXPECT_EQ(event.sale_state(), v1::CANCELLED);
    EXPECT_EQ(event.disruption().kind(), v1::Disruption::CANCELLED);
    EXPECT_EQ(event.disruption().note(), "The hall is flooded.");
    cancel.set_note(std::string(engine::kNoteMax + 1, 'x'));
    EXPECT_EQ(
        errorInfoOf(call(*payments_, &Payments::CancelEvent, cancel, &event, kTillKey)).reason(),
        "INVALID_FIELD");

    v1::MoveEventRequest move;
    move.set_event(encodePublicId(kEvent.value));
    move.set_request_id(requestId());
    const std::int64_t now = app_.serverTime().micros / 1'000'000;
    move.mutable_starts_at()->set_seconds(now + 90 * 86400);
    EXPECT_EQ(errorInfoOf(call(*payments_, &Payments::MoveEvent, move, &event, kTillKey)).reason(),
              "INVALID_FIELD");
    move.mutable_answer_until()->set_seconds(now);  // Nobody could.
    EXPECT_EQ(errorInfoOf(call(*payments_, &Payments::MoveEvent, move, &event, kTillKey)).reason(),
              "INVALID_FIELD");
    move.mutable_answer_until()->set_seconds(now + 86400);
    move.set_refund_unanswered(true);
    ASSERT_TRUE(call(*payments_, &Payments::MoveEvent, move, &event, kTillKey).ok());
    EXPECT_EQ(event.disruption().kind(), v1::Disruption::MOVED);
    EXPECT_EQ(event.disruption().answer_until().seconds(), now + 86400);
    EXPECT_TRUE(app_.asked().move->refundUnanswered);
    EXPECT_NE(app_.asked().document.find("startsAt"), std::string::npos);

    v1::GetDisruptionRequest ask;
    ask.set_event(encodePublicId(kEvent.value));
    v1::DisruptionProgress progress;
    ASSERT_TRUE(call(*payments_, &Payments::GetDisruption, ask, &progress, kTillKey).ok());
    EXPECT_EQ(progress.orders(), 3);
    EXPECT_EQ(progress.orders_left(), 1);
    EXPECT_EQ(progress.succeeded().count(), 2);
    EXPECT_EQ(progress.succeeded().amount().minor_units(), 5000);
    EXPECT_FALSE(progress.has_finish_time());
}

TEST_F(GrpcPaymentsTest, ABuyerAcceptsTheNewDate) {
    v1::Order order;
    const auto accept = changing<v1::AcceptMoveRequest>();
    ASSERT_TRUE(call(*orders_, &Orders::AcceptMove, accept, &order).ok());
    EXPECT_TRUE(order.move_accepted());
}

}  // namespace
}  // namespace tessera::api::test
