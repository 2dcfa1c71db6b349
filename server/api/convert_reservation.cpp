// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_reservation.h"

#include <algorithm>

#include "server/api/convert_common.h"
#include "server/api/convert_layout.h"
#include "server/api/convert_payment.h"
#include "server/api/convert_price.h"
#include "server/tickets/qr_code.h"

namespace tessera::api {
namespace {

constexpr double kQrMillimetres = 40;
constexpr int kQrPixels = 6;  // A module: 294 pixels for a ticket's code with its quiet zone.

// The contract has the engine's numbers (errors would show at once: tests compare names).
v1::Reservation::State stateOf(engine::ReservationState state) {
    return static_cast<v1::Reservation::State>(state);
}

v1::Reservation::ReleaseReason reasonOf(engine::ReleaseReason reason) {
    switch (reason) {
        case engine::ReleaseReason::None:
            return v1::Reservation::RELEASE_REASON_UNSPECIFIED;
        case engine::ReleaseReason::Expired:
            return v1::Reservation::EXPIRED;
        case engine::ReleaseReason::CancelledByBuyer:
            return v1::Reservation::CANCELLED;
        case engine::ReleaseReason::PaymentFailed:
            return v1::Reservation::NOT_PAID;
        case engine::ReleaseReason::OrderCancelled:
            return v1::Reservation::ORDER_CANCELLED;
        case engine::ReleaseReason::Refunded:
            return v1::Reservation::REFUNDED;
        case engine::ReleaseReason::EventCancelled:
            return v1::Reservation::EVENT_CANCELLED;
    }
    return v1::Reservation::RELEASE_REASON_UNSPECIFIED;
}

v1::Ticket::State stateOf(engine::TicketState state) {
    switch (state) {
        case engine::TicketState::Inactive:
            return v1::Ticket::INACTIVE;
        case engine::TicketState::Active:
            return v1::Ticket::ACTIVE;
        case engine::TicketState::Void:
            return v1::Ticket::VOID;
    }
    return v1::Ticket::STATE_UNSPECIFIED;
}

v1::Order::State stateOf(engine::OrderState state) {
    return static_cast<v1::Order::State>(state);
}

void drawCode(v1::Ticket* out) {
    const auto symbol = tickets::QrSymbol::encode(out->code(), tickets::QrCorrection::Medium);
    if (!symbol) return;
    if (auto svg = tickets::toSvg(*symbol, kQrMillimetres)) out->set_qr_svg(std::move(*svg));
    if (auto png = tickets::toPng(*symbol, kQrPixels)) out->set_qr_png(std::move(*png));
}

void setTicket(v1::Ticket* out, const app::TicketsAnswer& answer, const app::TicketAnswer& ticket,
               const ShownLayout& shown) {
    const auto& row = ticket.row;
    out->set_ticket(encodePublicId(answer.event, row.id.value));
    out->set_ticket_type_no(row.type.value);
    out->set_state(stateOf(row.state));
    out->set_code(ticket.code);
    setMoney(out->mutable_price(), row.price, answer.currency);
    if (row.exchange) out->set_exchange_order(encodePublicId(answer.event, row.exchange.value));
    if (row.offer) out->set_offer(encodePublicId(answer.event, row.offer.value));
    if (row.transfer) out->set_transfer(encodePublicId(answer.event, row.transfer.value));
    if (row.seat) {
        out->set_seat_no(row.seat->value);
        if (shown.layout->contains(*row.seat)) {
            out->set_category_no(shown.layout->seat(*row.seat).category.value);
            setLabel(out->mutable_label(), shown, *row.seat);
        }
    }
    if (row.area) {
        out->set_area_no(row.area->value);
        if (shown.layout->contains(*row.area)) {
            const auto number = static_cast<std::size_t>(row.area->value);
            out->set_category_no(shown.layout->areas()[number].category.value);
            setLabel(out->mutable_label(), shown, *row.area);
        }
    }
}

}  // namespace

v1::Reservation toProto(const app::ReservationAnswer& answer, const ShownEvent& event) {
    const auto& view = answer.view;
    v1::Reservation out;
    out.set_reservation(encodePublicId(answer.event, view.id.value));
    out.set_event(encodePublicId(answer.event.value));
    out.set_state(stateOf(view.state));
    const Places places{view.seats, view.areas};
    setPlaces(out.mutable_seats(), out.mutable_areas(), view.quote, places, answer.currency,
              *event.layout);
    setTime(out.mutable_create_time(), view.createdAt);
    setTime(out.mutable_expire_time(), view.expiresAt);
    setTime(out.mutable_server_time(), answer.serverTime);
    setPrice(out.mutable_price(), view.quote, places, answer.currency, event.config);
    out.set_holder_token(answer.holderToken);
    if (view.order) out.set_order(encodePublicId(answer.event, view.order.value));
    out.set_release_reason(reasonOf(view.reason));
    return out;
}

v1::Order::State toProto(engine::OrderState state) {
    return stateOf(state);
}

v1::Order toProto(const app::OrderAnswer& answer, const ShownEvent& event) {
    const auto& view = answer.view;
    v1::Order out;
    out.set_order(encodePublicId(answer.event, view.id.value));
    out.set_event(encodePublicId(answer.event.value));
    out.set_reservation(encodePublicId(answer.event, view.reservation.value));
    out.set_state(stateOf(view.state));
    setTime(out.mutable_create_time(), view.createdAt);
    setTime(out.mutable_pay_deadline(), view.payDeadline);
    setMoney(out.mutable_total(), view.total, answer.currency);
    const Places places{view.seats, view.areas};
    setPrice(out.mutable_price(), view.quote, places, answer.currency, event.config);
    setMoneyOf(answer, &out);
    setPlaces(out.mutable_seats(), out.mutable_areas(), view.quote, places, answer.currency,
              *event.layout);
    out.set_move_accepted(view.moveAccepted);
    out.set_ticket_count(static_cast<std::int32_t>(view.tickets.size()));
    setTime(out.mutable_server_time(), answer.serverTime);
    return out;
}

v1::ListTicketsResponse toProto(const app::TicketsAnswer& answer, const ShownEvent& event,
                                bool images) {
    std::vector<const app::TicketAnswer*> sorted;
    for (const auto& ticket : answer.tickets) sorted.push_back(&ticket);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        const auto key = [](const engine::TicketRow& row) {
            return std::tuple(!row.seat, row.seat.value_or(SeatNo{}), row.area.value_or(AreaNo{}),
                              row.id);
        };
        return key(a->row) < key(b->row);
    });
    v1::ListTicketsResponse out;
    for (const auto* ticket : sorted) {
        auto* shown = out.add_tickets();
        setTicket(shown, answer, *ticket, *event.layout);
        if (images && !shown->code().empty()) drawCode(shown);
    }
    return out;
}

bool isFinal(engine::OrderState state) {
    return state == engine::OrderState::Paid || state == engine::OrderState::Released ||
           state == engine::OrderState::Manual;
}

}  // namespace tessera::api
