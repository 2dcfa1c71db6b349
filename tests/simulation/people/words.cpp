// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/words.h"

#include <array>
#include <string_view>

namespace tessera::simulation {
namespace {

template <class... F>
struct Cases : F... {
    using F::operator()...;
};
template <class... F>
Cases(F...) -> Cases<F...>;

class Mixer {
public:
    Mixer& add(std::int64_t number) {
        hash_ = (hash_ ^ static_cast<std::uint64_t>(number)) * 0x9E3779B97F4A7C15ULL;
        hash_ ^= hash_ >> 29;
        return *this;
    }
    Mixer& add(std::string_view text) {
        for (const char c : text) add(static_cast<std::int64_t>(c));
        return add(static_cast<std::int64_t>(text.size()));
    }
    std::int64_t value() const { return static_cast<std::int64_t>(hash_ >> 1) | 1; }

private:
    std::uint64_t hash_ = 0xA54FF53A5F1D36F1ULL;
};

void mix(Mixer& mixer, const std::vector<engine::TypeCount>& counts) {
    for (const auto& line : counts) mixer.add(line.type.value).add(line.count);
}

void mix(Mixer& mixer, const engine::Selection& selection) {
    mixer.add(static_cast<std::int64_t>(selection.index()));
    std::visit(Cases{[&](const engine::SeatSelection& s) {
                         for (const auto& pick : s.picks) {
                             mixer.add(pick.seat.value).add(pick.type.value);
                         }
                     },
                     [&](const engine::BestSelection& s) {
                         mix(mixer, s.counts);
                         for (const auto category : s.categories) mixer.add(category.value);
                         mixer.add(s.mustBeTogether ? 1 : 0).add(s.wheelchairPlaces);
                     },
                     [&](const engine::AreaSelection& s) {
                         mixer.add(s.area.value);
                         mix(mixer, s.counts);
                     }},
               selection);
}

void mix(Mixer& mixer, const app::TenderAsk& tender) {
    mixer.add(static_cast<std::int64_t>(tender.kind)).add(tender.amount.minor);
    mixer.add(tender.reference).add(tender.provider);
}

std::int32_t sumOf(const std::vector<engine::TypeCount>& counts) {
    std::int32_t sum = 0;
    for (const auto& line : counts) sum += line.count;
    return sum;
}

std::string wordsOf(const engine::Selection& selection) {
    return std::visit(Cases{[](const engine::SeatSelection& s) {
                                std::string words = "seats";
                                for (const auto& pick : s.picks)
                                    words += " " + std::to_string(pick.seat.value);
                                return words;
                            },
                            [](const engine::BestSelection& s) {
                                return "the best " + std::to_string(sumOf(s.counts)) +
                                       (s.mustBeTogether ? " together" : "");
                            },
                            [](const engine::AreaSelection& s) {
                                return std::to_string(sumOf(s.counts)) + " places in area " +
                                       std::to_string(s.area.value);
                            }},
                      selection);
}

std::string wordsOf(const Question& question) {
    const auto id = [](std::int64_t value) { return std::to_string(value); };
    return std::visit(
        Cases{[](const AskHold& q) {
                  return "to hold " + wordsOf(q.command.selection) +
                         (q.command.code.empty() ? "" : " with code " + q.command.code);
              },
              [&](const AskReservation& q) { return "for reservation " + id(q.reservation.value); },
              [&](const AskCancel& q) { return "to cancel " + id(q.reservation.value); },
              [&](const AskCheckout& q) { return "to check out " + id(q.reservation.value); },
              [&](const AskOrder& q) { return "for order " + id(q.order.value); },
              [&](const AskTickets& q) { return "for the tickets of " + id(q.order.value); },
              [&](const AskAllocation& q) {
                  return "to give " + id(static_cast<std::int64_t>(q.seats.size())) +
                         " seats to allocation " + id(q.allocation.value);
              },
              [&](const AskSale& q) {
                  return "for the sale to be in state " + id(static_cast<std::int64_t>(q.sale));
              },
              [](const AskCode& q) { return "to make code " + q.code.text; },
              [&](const AskTender& q) {
                  return "to pay " + id(q.tender.amount.minor) + " of " + id(q.order.value) +
                         " by kind " + id(static_cast<std::int64_t>(q.tender.kind));
              },
              [&](const AskReturn& q) {
                  return "to give back " + id(static_cast<std::int64_t>(q.tickets.size())) +
                         " tickets of " + id(q.order.value) + " for reason " +
                         id(static_cast<std::int64_t>(q.reason));
              },
              [&](const AskSettle& q) { return "to settle refund " + id(q.refund.value); },
              [](const AskManual&) { return std::string("for what is left to staff"); },
              [&](const AskConfirm& q) { return "to confirm " + id(q.attempt.value); }},
        question);
}

constexpr std::array<std::string_view, 5> kReservationStates{"-", "held", "paying", "sold",
                                                             "released"};
constexpr std::array<std::string_view, 10> kOrderStates{
    "-",    "paying", "fencing",      "cancelling", "allocated",
    "paid", "unpaid", "compensating", "released",   "manual"};

std::string wordsOf(const Said& said) {
    return std::visit(
        Cases{[](const app::Problem& s) { return s.reason; },
              [](const app::ReservationAnswer& s) {
                  return "reservation " + std::to_string(s.view.id.value) + " " +
                         std::string(kReservationStates[static_cast<std::size_t>(s.view.state)]);
              },
              [](const app::OrderAnswer& s) {
                  return "order " + std::to_string(s.view.id.value) + " " +
                         std::string(kOrderStates[static_cast<std::size_t>(s.view.state)]) +
                         (s.payment ? " to be paid" : "");
              },
              [](const app::TicketsAnswer& s) {
                  return std::to_string(s.tickets.size()) + " tickets";
              },
              [](std::int64_t s) { return std::to_string(s); },
              [](const app::ManualAnswer& s) { return std::to_string(s.rows.size()) + " rows"; }},
        said);
}

}  // namespace

Fingerprint fingerprintOf(const Question& question) {
    Mixer mixer;
    mixer.add(static_cast<std::int64_t>(question.index())).add(targetOf(question));
    if (const auto* code = std::get_if<AskCode>(&question)) {
        mixer.add(code->code.usesMax).add(code->code.unlocks.value).add(code->code.rate.ppm);
    }
    if (const auto* checkout = std::get_if<AskCheckout>(&question)) mix(mixer, checkout->tender);
    if (const auto* tender = std::get_if<AskTender>(&question)) mix(mixer, tender->tender);
    if (const auto* confirm = std::get_if<AskConfirm>(&question)) mixer.add(confirm->payload);
    if (const auto* back = std::get_if<AskReturn>(&question)) {
        for (const TicketId ticket : back->tickets) mixer.add(ticket.value);
        mixer.add(static_cast<std::int64_t>(back->reason)).add(back->keepFee ? 1 : 0);
    }
    return Fingerprint{mixer.value()};
}

std::int64_t targetOf(const Question& question) {
    Mixer mixer;
    return std::visit(Cases{[&](const AskHold& q) {
                                mix(mixer, q.command.selection);
                                return mixer.add(q.command.code).value();
                            },
                            [](const AskReservation& q) { return q.reservation.value; },
                            [](const AskCancel& q) { return q.reservation.value; },
                            [](const AskCheckout& q) { return q.reservation.value; },
                            [](const AskOrder& q) { return q.order.value; },
                            [](const AskTickets& q) { return q.order.value; },
                            [&](const AskAllocation& q) {
                                for (const SeatNo seat : q.seats) mixer.add(seat.value);
                                return mixer.add(q.allocation.value).value();
                            },
                            [](const AskSale& q) { return static_cast<std::int64_t>(q.sale); },
                            [&](const AskCode& q) { return mixer.add(q.code.text).value(); },
                            [](const AskTender& q) { return q.order.value; },
                            [](const AskReturn& q) { return q.order.value; },
                            [](const AskSettle& q) { return q.refund.value; },
                            [](const AskManual&) { return std::int64_t{0}; },
                            [](const AskConfirm& q) { return q.attempt.value; }},
                      question);
}

std::int64_t targetOf(const Said& said) {
    Mixer mixer;
    mixer.add(static_cast<std::int64_t>(said.index()));
    std::visit(Cases{[&](const app::Problem& s) { mixer.add(s.reason); },
                     [&](const app::ReservationAnswer& s) {
                         mixer.add(s.view.id.value).add(static_cast<std::int64_t>(s.view.state));
                         mixer.add(s.view.expiresAt.micros);
                     },
                     [&](const app::OrderAnswer& s) {
                         mixer.add(s.view.id.value).add(static_cast<std::int64_t>(s.view.state));
                         mixer.add(s.view.attempt.value);
                     },
                     [&](const app::TicketsAnswer& s) {
                         for (const auto& ticket : s.tickets) mixer.add(ticket.row.id.value);
                     },
                     [&](std::int64_t s) { mixer.add(s); },
                     [&](const app::ManualAnswer& s) {
                         for (const auto& row : s.rows) mixer.add(row.order.value);
                     }},
               said);
    return mixer.value();
}

std::string wordsOf(const Asked& asked) {
    return "client " + std::to_string(asked.client) + " asks " + wordsOf(asked.question) +
           " (event " + std::to_string(asked.event.value) + ", call " + std::to_string(asked.call) +
           ")";
}

std::string wordsOf(std::int32_t client, CallNo call, const std::optional<Said>& said) {
    return "client " + std::to_string(client) + " is told " +
           (said ? wordsOf(*said) : std::string("nothing")) + " (call " + std::to_string(call) +
           ")";
}

}  // namespace tessera::simulation
