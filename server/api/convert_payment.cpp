// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_payment.h"

#include <algorithm>
#include <utility>

#include "server/api/convert_common.h"
#include "server/api/reasons.h"

namespace tessera::api {
namespace {

using app::Answer;

constexpr std::int64_t kPaidMax = 1'000'000'000'000;  // The engine's.
constexpr std::size_t kGiftCardCodeMax = 64;
constexpr std::size_t kReaderMax = 128;
constexpr std::size_t kEvidenceMax = 200;
constexpr std::size_t kHolderNameMax = 200;
constexpr Duration kWholeDay = Duration::ofMinutes(24 * 60);
constexpr Duration kDueAfter = Duration::ofMicros(30 * kWholeDay.micros);
constexpr Duration kDueMost = Duration::ofMicros(366 * kWholeDay.micros);

v1::Payment::State stateOf(engine::AttemptState state) {
    switch (state) {
        case engine::AttemptState::Opening:
            return v1::Payment::OPENING;
        case engine::AttemptState::Open:
            return v1::Payment::PAYABLE;
        case engine::AttemptState::Authorized:
            return v1::Payment::AUTHORIZED;
        case engine::AttemptState::Captured:
            return v1::Payment::CAPTURED;
        case engine::AttemptState::Voided:
            return v1::Payment::VOIDED;
        case engine::AttemptState::Failed:
            return v1::Payment::FAILED;
        case engine::AttemptState::Refunded:
            return v1::Payment::REFUNDED;
    }
    return v1::Payment::STATE_UNSPECIFIED;
}

v1::TenderKind kindOf(engine::TenderKind kind) {
    switch (kind) {
        case engine::TenderKind::Card:
            return v1::CARD;
        case engine::TenderKind::Cash:
            return v1::CASH;
        case engine::TenderKind::GiftCard:
            return v1::GIFT_CARD;
        case engine::TenderKind::Invoice:
            return v1::INVOICE;
        case engine::TenderKind::Exchange:
            return v1::EXCHANGE;
        case engine::TenderKind::Reader:
            return v1::READER;
    }
    return v1::TENDER_KIND_UNSPECIFIED;
}

v1::Refund::State stateOf(engine::RefundState state) {
    switch (state) {
        case engine::RefundState::Queued:
            return v1::Refund::QUEUED;
        case engine::RefundState::Pending:
            return v1::Refund::PENDING;
        case engine::RefundState::Succeeded:
            return v1::Refund::SUCCEEDED;
        case engine::RefundState::Manual:
            return v1::Refund::MANUAL;
    }
    return v1::Refund::STATE_UNSPECIFIED;
}

v1::Refund::Reason reasonOf(engine::RefundReason reason) {
    switch (reason) {
        case engine::RefundReason::Compensation:
            return v1::Refund::COMPENSATION;
        case engine::RefundReason::Returned:
            return v1::Refund::RETURNED;
        case engine::RefundReason::Staff:
            return v1::Refund::STAFF;
        case engine::RefundReason::EventCancelled:
            return v1::Refund::EVENT_CANCELLED;
        case engine::RefundReason::EventMoved:
            return v1::Refund::EVENT_MOVED;
        case engine::RefundReason::Exchanged:
            return v1::Refund::EXCHANGED;
        case engine::RefundReason::Late:
            return v1::Refund::LATE;
    }
    return v1::Refund::REASON_UNSPECIFIED;
}

// No default: a kind that the contract gets is to be thought of here.
std::optional<engine::TenderKind> toKind(v1::TenderKind kind) {
    switch (kind) {
        case v1::TENDER_KIND_UNSPECIFIED:
        case v1::CARD:
            return engine::TenderKind::Card;
        case v1::CASH:
            return engine::TenderKind::Cash;
        case v1::GIFT_CARD:
            return engine::TenderKind::GiftCard;
        case v1::INVOICE:
            return engine::TenderKind::Invoice;
        case v1::EXCHANGE:
            return engine::TenderKind::Exchange;
        case v1::READER:
            return engine::TenderKind::Reader;
        case v1::TenderKind_INT_MIN_SENTINEL_DO_NOT_USE_:
        case v1::TenderKind_INT_MAX_SENTINEL_DO_NOT_USE_:
            break;
    }
    return std::nullopt;
}

void setPayment(v1::Payment* out, const app::OrderAnswer& answer,
                const app::PaymentShown& payment) {
    out->set_payment(encodePublicId(answer.event, payment.id.value));
    out->set_tender(encodePublicId(answer.event, payment.tender.value));
    out->set_tender_kind(kindOf(payment.kind));
    out->set_provider(payment.provider);
    out->set_provider_object(payment.objectId);
    out->set_state(stateOf(payment.state));
    out->set_confirm_by_call(payment.confirmByCall);
    out->set_card_last4(payment.cardLast4);
    if (payment.state == engine::AttemptState::Open) {
        out->set_decline_reason(payment.declineReason);
    }
    setMoney(out->mutable_amount(), payment.amount, answer.currency);
    setMoney(out->mutable_captured(), payment.captured, answer.currency);
    setMoney(out->mutable_refunded(), payment.refunded, answer.currency);
    if (!answer.payment || payment.id != answer.view.attempt) return;
    const auto& pay = *answer.payment;
    out->set_publishable_key(pay.publishableKey);
    if (payment.state != engine::AttemptState::Open || pay.clientSecret.empty()) return;
    out->set_client_secret(pay.clientSecret);
    out->set_confirm_url(pay.confirmUrl);
    out->set_page_url(pay.pageUrl);
}

void setTender(v1::Tender* out, const app::OrderAnswer& answer, const app::TenderShown& tender) {
    out->set_tender(encodePublicId(answer.event, tender.id.value));
    out->set_kind(kindOf(tender.kind));
    out->set_provider(tender.provider);
    setMoney(out->mutable_amount(), tender.amount, answer.currency);
    if (tender.createdAt.micros != 0) setTime(out->mutable_create_time(), tender.createdAt);
    // Of the others it is what the money came by.
    const bool tells = tender.kind == engine::TenderKind::Cash ||
                       tender.kind == engine::TenderKind::Invoice ||
                       tender.kind == engine::TenderKind::Exchange;
    if (tells) out->set_reference(tender.reference);
}

void setRefund(v1::Refund* out, EventId event, Currency currency, const app::RefundShown& refund) {
    const auto& row = refund.row;
    out->set_refund(encodePublicId(event, row.id.value));
    out->set_group(encodePublicId(event, row.group.value));
    out->set_payment(encodePublicId(event, row.attempt.value));
    out->set_state(stateOf(row.state));
    out->set_reason(reasonOf(row.reason));
    setMoney(out->mutable_amount(), row.amount, currency);
    if (row.id == row.group) setMoney(out->mutable_retained(), row.retained, currency);
    if (row.createdAt.micros != 0) setTime(out->mutable_create_time(), row.createdAt);
    for (const TicketId ticket : refund.tickets) {
        out->add_tickets(encodePublicId(event, ticket.value));
    }
    out->set_provider(refund.provider);
    out->set_provider_object(refund.objectId);
}

// Ascending.
Answer<std::vector<TicketId>> toTickets(
    EventId event, const google::protobuf::RepeatedPtrField<std::string>& tickets) {
    if (tickets.size() > kTicketsPerReturn) {
        return tl::make_unexpected(invalidField("tickets", "at most 100"));
    }
    std::vector<TicketId> out;
    for (const std::string& text : tickets) {
        const auto id = parseTicketId(event, text);
        if (!id) return tl::make_unexpected(id.error());
        out.push_back(*id);
    }
    std::ranges::sort(out);
    if (std::ranges::adjacent_find(out) != out.end()) {
        return tl::make_unexpected(invalidField("tickets", "each once"));
    }
    return out;
}

Answer<engine::RefundReason> toStaffReason(v1::Refund::Reason reason) {
    switch (reason) {
        case v1::Refund::REASON_UNSPECIFIED:
        case v1::Refund::STAFF:
            return engine::RefundReason::Staff;
        case v1::Refund::EVENT_CANCELLED:
            return engine::RefundReason::EventCancelled;
        case v1::Refund::EVENT_MOVED:
            return engine::RefundReason::EventMoved;
        default:
            return tl::make_unexpected(
                invalidField("reason", "STAFF, EVENT_CANCELLED or EVENT_MOVED"));
    }
}

}  // namespace

Answer<app::TenderAsk> toTender(const v1::TenderRequest& request, std::string_view field,
                                Instant now) {
    const auto wrong = [&](std::string_view name, std::string_view rule) {
        return tl::make_unexpected(
            invalidField(std::string(field) + "." + std::string(name), rule));
    };
    app::TenderAsk out;
    const auto kind = toKind(request.kind());
    if (!kind) return wrong("kind", "a kind of tender");
    out.kind = *kind;
    const std::int64_t amount = request.amount_minor_units();
    if (amount < 0 || amount > kPaidMax) return wrong("amountMinorUnits", "0 to 1000000000000");
    out.amount = Money{amount};
    const bool isGiftCard = out.kind == engine::TenderKind::GiftCard;
    if (isGiftCard == request.gift_card_code().empty() ||
        request.gift_card_code().size() > kGiftCardCodeMax) {
        return wrong("giftCardCode", "1 to 64 bytes for GIFT_CARD, for nothing else");
    }
    const bool isReader = out.kind == engine::TenderKind::Reader;
    if (isReader == request.reader().empty() || request.reader().size() > kReaderMax) {
        return wrong("reader", "1 to 128 bytes for READER, for nothing else");
    }
    if (request.reference().size() > engine::kReferenceMax) {
        return wrong("reference", "at most 64 bytes");
    }
    if (out.kind == engine::TenderKind::Invoice) out.dueAt = now + kDueAfter;
    if (request.has_due_time()) {
        out.dueAt = toInstant(request.due_time());
        const bool fits = out.kind == engine::TenderKind::Invoice && out.dueAt > now &&
                          out.dueAt <= now + kDueMost;
        if (!fits) return wrong("dueTime", "of INVOICE, to come, at most 366 days ahead");
    }
    if (!request.customer().empty()) {
        const auto customer = decodePublicId(request.customer());
        if (!customer) return tl::make_unexpected(invalidId(std::string(field) + ".customer"));
        if (out.kind != engine::TenderKind::Invoice) return wrong("customer", "of INVOICE alone");
        out.customer = *customer;
    }
    out.provider = request.provider();
    out.giftCardCode = request.gift_card_code();
    out.reader = request.reader();
    out.reference = request.reference();
    return out;
}

bool isPayload(std::string_view payload) {
    return !payload.empty() && payload.size() <= engine::kPayloadMax;
}

Answer<engine::RefundTickets> toReturn(EventId event, OrderId order,
                                       const v1::ReturnTicketsRequest& request) {
    auto tickets = toTickets(event, request.tickets());
    if (!tickets) return tl::make_unexpected(tickets.error());
    engine::RefundTickets out;
    out.order = order;
    out.reason = engine::RefundReason::Returned;
    out.tickets = std::move(*tickets);
    return out;
}

Answer<engine::RefundTickets> toReturn(EventId event, OrderId order,
                                       const v1::RefundTicketsRequest& request) {
    auto tickets = toTickets(event, request.tickets());
    if (!tickets) return tl::make_unexpected(tickets.error());
    const auto reason = toStaffReason(request.reason());
    if (!reason) return tl::make_unexpected(reason.error());
    engine::RefundTickets out;
    out.order = order;
    out.reason = *reason;
    out.tickets = std::move(*tickets);
    out.keepFee = request.keep_fee();
    return out;
}

Answer<engine::ExchangeTickets> toExchange(EventId event, OrderId order,
                                           const v1::ExchangeTicketsRequest& request) {
    auto tickets = toTickets(event, request.tickets());
    if (!tickets) return tl::make_unexpected(tickets.error());
    const auto reservation = parseReservationId(event, request.reservation());
    if (!reservation) return tl::make_unexpected(reservation.error());
    engine::ExchangeTickets out;
    out.order = order;
    out.tickets = std::move(*tickets);
    out.reservation = *reservation;
    return out;
}

Answer<engine::OfferTransfer> toOffer(EventId event, OrderId order,
                                      const v1::OfferTransferRequest& request) {
    auto tickets = toTickets(event, request.tickets());
    if (!tickets) return tl::make_unexpected(tickets.error());
    engine::OfferTransfer out;
    out.order = order;
    out.tickets = std::move(*tickets);
    return out;
}

Answer<engine::AcceptTransfer> toAcceptance(OrderId order,
                                            const v1::AcceptTransferRequest& request) {
    if (request.name().empty() || request.name().size() > kHolderNameMax) {
        return tl::make_unexpected(invalidField("name", "1 to 200 bytes"));
    }
    if (!request.email().empty() && !isEmailAddress(request.email())) {
        return tl::make_unexpected(invalidField("email", kEmailRule));
    }
    engine::AcceptTransfer out;
    out.order = order;
    out.name = request.name();
    out.email = request.email();
    return out;
}

Answer<engine::CancelTransfer> toCancellation(EventId event, OrderId order,
                                              const v1::CancelTransferRequest& request) {
    const auto transfer = parseTransferId(event, request.transfer());
    if (!transfer) return tl::make_unexpected(transfer.error());
    engine::CancelTransfer out;
    out.order = order;
    out.transfer = transfer->value;
    return out;
}

v1::Transfer toProto(const app::TransferAnswer& answer) {
    v1::Transfer out;
    out.set_transfer(encodePublicId(answer.event, answer.transfer.value));
    out.set_event(encodePublicId(answer.event.value));
    out.set_order(encodePublicId(answer.event, answer.order.value));
    out.set_token(answer.token);
    return out;
}

Answer<engine::SettleRefund> toSettlement(EventId event, OrderId order,
                                          const v1::SettleRefundRequest& request) {
    const auto refund = parseRefundId(event, request.refund());
    if (!refund) return tl::make_unexpected(refund.error());
    if (request.evidence().empty() || request.evidence().size() > kEvidenceMax) {
        return tl::make_unexpected(invalidField("evidence", "1 to 200 bytes"));
    }
    return engine::SettleRefund{order, *refund, request.evidence(), {}};
}

void setMoneyOf(const app::OrderAnswer& answer, v1::Order* out) {
    for (const auto& payment : answer.payments) setPayment(out->add_payments(), answer, payment);
    for (const auto& tender : answer.tenders) setTender(out->add_tenders(), answer, tender);
    for (const auto& refund : answer.refunds) {
        setRefund(out->add_refunds(), answer.event, answer.currency, refund);
    }
    setMoney(out->mutable_covered(), answer.covered, answer.currency);
}

v1::ListRefundsResponse toProto(const app::RefundsAnswer& answer) {
    v1::ListRefundsResponse out;
    for (const auto& refund : answer.refunds) {
        setRefund(out.add_refunds(), answer.event, answer.currency, refund);
    }
    return out;
}

v1::ListManualResponse toProto(const app::ManualAnswer& answer) {
    v1::ListManualResponse out;
    for (const store::ManualRow& row : answer.rows) {
        auto* item = out.add_items();
        item->set_order(encodePublicId(answer.event, row.order.value));
        setMoney(item->mutable_amount(), row.amount, answer.currency);
        item->set_evidence(row.evidence);
        if (!row.refund) {
            item->set_state(v1::Order::MANUAL);
            continue;
        }
        setRefund(item->mutable_refund(), answer.event, answer.currency,
                  {*row.refund, row.refundFacts.objectId, {}, {}});
    }
    out.set_more(answer.more);
    return out;
}

}  // namespace tessera::api
