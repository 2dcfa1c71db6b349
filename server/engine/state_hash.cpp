// SPDX-License-Identifier: Apache-2.0
#include <bit>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "server/engine/engine_state.h"

namespace tessera::engine {
namespace {

// One record's hash: words in, mixed in order. The state's hash is the sum over its records, so
// that the order in which they came does not matter.
class Mixer {
public:
    explicit Mixer(std::uint64_t kind) { add(kind); }

    void add(std::uint64_t word) {
        std::uint64_t x = value_ + word + 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        value_ = x ^ (x >> 31);
    }
    void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
    void add(Money money) { add(money.minor); }
    void add(Instant at) { add(at.micros); }
    void add(Duration d) { add(d.micros); }
    void add(bool flag) { add(std::uint64_t{flag}); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void add(Enum value) { add(static_cast<std::uint64_t>(value)); }
    template <class Tag, class Rep>
    void add(StrongId<Tag, Rep> id) {
        add(static_cast<std::int64_t>(id.value));
    }
    void add(std::string_view text) {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    }
    void add(const CallerHash& hash) {
        for (const std::uint8_t byte : hash.bytes) add(std::uint64_t{byte});
    }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0;
};

std::uint64_t hashOfInventory(const Inventory& inventory) {
    std::uint64_t sum = 0;
    for (std::int32_t i = 0; i < inventory.layout().seatCount(); ++i) {
        const SeatNo seat{i};
        const SeatState state = inventory.state(seat);
        if (state == SeatState{}) continue;
        Mixer mixer(1);
        mixer.add(seat);
        mixer.add(state.status);
        mixer.add(state.allocation);
        mixer.add(state.holder);
        mixer.add(inventory.type(seat));
        sum += mixer.value();
    }
    for (std::size_t i = 0; i < inventory.layout().areas().size(); ++i) {
        const AreaNo area{static_cast<std::int16_t>(i)};
        Mixer mixer(2);
        mixer.add(area);
        mixer.add(std::int64_t{inventory.area(area).held});
        mixer.add(std::int64_t{inventory.area(area).sold});
        sum += mixer.value();
    }
    return sum;
}

std::uint64_t hashOfReservation(const EngineState& state, const Reservation& reservation) {
    Mixer mixer(3);
    mixer.add(reservation.id);
    mixer.add(state.buyers.hashOf(reservation.buyer));
    mixer.add(reservation.channel);
    mixer.add(reservation.state);
    mixer.add(reservation.createdAt);
    mixer.add(reservation.expiresAt);
    mixer.add(std::int64_t{reservation.extendedMicros});
    mixer.add(std::int64_t{reservation.termsVersion});
    mixer.add(reservation.total);
    mixer.add(std::int64_t{reservation.places});
    mixer.add(reservation.firstSeat());
    for (const AreaPlaces& line : state.reservations.linesOf(reservation)) {
        mixer.add(line.area);
        mixer.add(line.type);
        mixer.add(std::int64_t{line.count});
    }
    for (const PriceAdjustment& adjustment : state.reservations.adjustmentsOf(reservation.id)) {
        mixer.add(adjustment.kind);
        mixer.add(adjustment.price);
        mixer.add(std::string_view(adjustment.reason));
        for (const SeatNo seat : adjustment.seats) mixer.add(seat);
    }
    const Code* code = state.codes.pointer(reservation.code);
    mixer.add(code == nullptr ? CodeId{} : code->id);
    const bool ordered = reservation.order != kNoSlot;
    mixer.add(ordered ? state.orders.at(reservation.order).id : OrderId{});
    return mixer.value();
}

std::uint64_t hashOfPart(const Part& part) {
    const Attempt& attempt = part.attempt;
    Mixer mixer(8);
    mixer.add(part.tender);
    mixer.add(part.kind);
    mixer.add(part.provider);
    mixer.add(part.amount);
    mixer.add(std::string_view(part.reference));
    mixer.add(attempt.id);
    mixer.add(attempt.state);
    mixer.add(attempt.createdAt);
    mixer.add(attempt.amount);
    mixer.add(attempt.authorized);
    mixer.add(attempt.captured);
    mixer.add(attempt.refunded);
    mixer.add(attempt.captureBefore);
    mixer.add(std::string_view(attempt.objectId));
    mixer.add(std::string_view(attempt.clientSecret));
    mixer.add(std::string_view(attempt.cardLast4));
    if (!attempt.isFinal()) mixer.add(std::int64_t{attempt.attemptTry});
    return mixer.value();
}

std::uint64_t hashOfRefund(const Refund& refund) {
    Mixer mixer(9);
    mixer.add(refund.id);
    mixer.add(refund.group);
    mixer.add(refund.attempt);
    mixer.add(refund.reason);
    mixer.add(refund.state);
    mixer.add(refund.amount);
    mixer.add(refund.retained);
    mixer.add(refund.createdAt);
    mixer.add(std::string_view(refund.objectId));
    mixer.add(std::int64_t{refund.attemptTry});
    return mixer.value();
}

// Attempts that are over may be left out of a payment: they say nothing more.
void addPayment(Mixer& mixer, const Payment& payment) {
    std::uint64_t sum = 0;
    for (const Part& part : payment.parts) {
        const bool over = part.exists() && part.attempt.isFinal();
        if (!over) sum += hashOfPart(part);
    }
    for (const Refund& refund : payment.refunds) sum += hashOfRefund(refund);
    mixer.add(sum);
    mixer.add(payment.exchange.given);
    for (const TicketRow& ticket : payment.exchange.tickets) {
        mixer.add(ticket.id);
        mixer.add(ticket.offer);
        mixer.add(ticket.offerUntil);
    }
    mixer.add(payment.total);
    mixer.add(payment.credit);
    mixer.add(std::int64_t{payment.attempts});
    mixer.add(std::int64_t{payment.failedInRow});
    const OpenCall& call = payment.call;
    mixer.add(call.seq);
    if (!call) return;
    mixer.add(call.operation);
    mixer.add(call.attempt);
    mixer.add(call.refund);
    mixer.add(call.notBefore);
    mixer.add(call.beforeFence);
    mixer.add(std::string_view(call.payload));
    mixer.add(std::int64_t{payment.failures});
}

std::uint64_t hashOfOrder(const EngineState& state, const Order& order) {
    Mixer mixer(4);
    mixer.add(order.id);
    const bool placed = order.reservation != kNoSlot;
    mixer.add(placed ? state.reservations.at(order.reservation).id : ReservationId{});
    mixer.add(order.state);
    mixer.add(order.createdAt);
    mixer.add(order.payDeadline);
    mixer.add(order.tender());
    mixer.add(placed ? order.firstTicket : TicketId{});
    mixer.add(std::int64_t{placed ? order.tickets : 0});
    mixer.add(std::int64_t{order.version});
    const Payment* payment = state.orders.paymentOf(order);
    if (payment != nullptr) addPayment(mixer, *payment);
    return mixer.value();
}

std::uint64_t hashOfCode(const Code& code) {
    Mixer mixer(5);
    mixer.add(code.id);
    mixer.add(std::string_view(code.text));
    mixer.add(code.discount);
    mixer.add(std::int64_t{code.rate.ppm});
    mixer.add(code.amount);
    mixer.add(std::int64_t{code.usesMax});
    mixer.add(std::int64_t{code.uses});
    mixer.add(code.validFrom);
    mixer.add(code.validUntil);
    mixer.add(code.opensPresale);
    mixer.add(code.unlocks);
    for (const CategoryNo category : code.categories) mixer.add(category);
    return mixer.value();
}

void addRules(Mixer& mixer, const EventTerms& terms) {
    for (const FeeRule& fee : terms.fees) {
        mixer.add(fee.kind);
        mixer.add(fee.amount);
        mixer.add(std::int64_t{fee.rate.ppm});
    }
    mixer.add(static_cast<std::uint64_t>(terms.fees.size()));
    for (const TaxRule& tax : terms.taxes) {
        mixer.add(std::int64_t{tax.rate.ppm});
        mixer.add(tax.included);
        mixer.add(tax.onTickets);
        mixer.add(tax.onFees);
    }
}

std::uint64_t hashOfDisruption(const Disruption& disruption) {
    Mixer mixer(10);
    mixer.add(disruption.kind);
    mixer.add(std::int64_t{disruption.number});
    mixer.add(disruption.at);
    mixer.add(disruption.previousStart);
    mixer.add(disruption.answerUntil);
    mixer.add(disruption.refundUnanswered);
    mixer.add(std::int64_t{disruption.orders});
    mixer.add(disruption.finishedAt);
    mixer.add(std::string_view(disruption.note));
    return mixer.value();
}

std::uint64_t hashOfTerms(const EventTerms& terms) {
    Mixer mixer(6);
    mixer.add(std::int64_t{terms.version});
    mixer.add(std::string_view(terms.currency.letters.data(), terms.currency.letters.size()));
    mixer.add(std::int64_t{terms.ticketTypes});
    for (const auto& price : terms.prices) mixer.add(price.value_or(Money{-1}));
    addRules(mixer, terms);
    mixer.add(terms.sale);
    mixer.add(terms.presaleOpensAt);
    mixer.add(terms.opensAt);
    mixer.add(terms.closesAt);
    mixer.add(std::uint64_t{terms.channels});
    mixer.add(terms.holdFor);
    mixer.add(terms.payWithin);
    mixer.add(terms.unpaidWithin);
    mixer.add(std::int64_t{terms.maxPerOrder});
    mixer.add(std::int64_t{terms.maxPerBuyer});
    mixer.add(terms.noOrphans);
    mixer.add(terms.companionReleaseAt);
    mixer.add(terms.afterSale.returnsUntil);
    mixer.add(std::int64_t{terms.afterSale.returnFee.ppm});
    mixer.add(terms.afterSale.exchangesUntil);
    mixer.add(terms.afterSale.transfersUntil);
    for (const AllocationRelease& release : terms.releases) {
        mixer.add(release.allocation);
        mixer.add(release.at);
    }
    mixer.add(hashOfDisruption(terms.disruption));
    mixer.add(terms.focal.has_value());
    if (terms.focal) {
        mixer.add(std::uint64_t{std::bit_cast<std::uint32_t>(terms.focal->x)});
        mixer.add(std::uint64_t{std::bit_cast<std::uint32_t>(terms.focal->y)});
    }
    return mixer.value();
}

}  // namespace

std::uint64_t hashOf(const EngineState& state) {
    Mixer event(7);
    event.add(state.event);
    std::uint64_t sum = event.value() + hashOfInventory(state.inventory);
    state.reservations.forEach([&](Slot, const Reservation& reservation) {
        sum += hashOfReservation(state, reservation);
    });
    state.orders.forEach([&](Slot, const Order& order) { sum += hashOfOrder(state, order); });
    for (const Code& code : state.codes.codes()) sum += hashOfCode(code);
    state.terms.forEach([&](const EventTerms& terms) { sum += hashOfTerms(terms); });
    for (const OrderId order : state.accepted) {
        Mixer accepted(11);
        accepted.add(order);
        sum += accepted.value();
    }
    return sum;
}

}  // namespace tessera::engine
