// SPDX-License-Identifier: Apache-2.0
#include "tests/store/contract_sale.h"

#include <algorithm>

#include "tests/store/store_fixture.h"

namespace tessera::store {

engine::EventTerms quickTerms() {
    engine::EventTerms terms = smallTerms();
    terms.holdFor = Duration::ofSeconds(60);
    terms.payWithin = Duration::ofSeconds(120);
    terms.unpaidWithin = Duration::ofSeconds(600);
    return terms;
}

engine::Caller ContractSale::buyer(int number) {
    engine::Caller caller;
    caller.hash.bytes[0] = static_cast<std::uint8_t>(number);
    caller.privileged = true;
    return caller;
}

RequestId ContractSale::nextRequest() {
    requests_.push_back(requestAt(now_, requests_.size()));
    return requests_.back();
}

ReservationId ContractSale::someReservation() {
    if (made_.empty()) return ReservationId{1};
    const int back = pick(std::min<int>(static_cast<int>(made_.size()), 12));
    return made_[made_.size() - 1 - static_cast<std::size_t>(back)];
}

engine::Command ContractSale::hold() {
    engine::HoldSeats command;
    command.request = nextRequest();
    command.fingerprint = Fingerprint{pick(1000)};
    command.caller = buyer(pick(9));
    command.caller.channel = static_cast<engine::Channel>(pick(3));
    const auto type = TicketTypeNo{static_cast<std::int16_t>(pick(2))};
    if (pick(4) == 0) {
        command.selection = engine::AreaSelection{AreaNo{0}, {{TicketTypeNo{0}, 1 + pick(3)}}};
    } else if (pick(4) == 0) {
        command.selection = engine::BestSelection{{{type, 1 + pick(3)}}, {}, false, 0};
    } else {
        const int first = pick(38);
        command.selection = engine::SeatSelection{
            {{SeatNo{first}, type}, {SeatNo{first + 1 + pick(2)}, TicketTypeNo{0}}}};
    }
    if (pick(3) == 0) command.code = "CODE" + std::to_string(pick(4));
    return command;
}

engine::Command ContractSale::code() {
    engine::CreateCode command;
    const int number = pick(4);
    command.code.text = "CODE" + std::to_string(number);
    command.code.discount = static_cast<engine::DiscountKind>(number % 3);
    command.code.rate = Rate{100000};
    command.code.amount = Money{250};
    command.code.usesMax = number == 3 ? 0 : 4;
    command.code.validFrom = now_;
    command.code.unlocks = AllocationNo{static_cast<std::int16_t>(number % 2)};
    if (number != 1) command.code.categories = {CategoryNo{0}, CategoryNo{1}};
    return command;
}

engine::Command ContractSale::otherCode() {
    if (codes_.empty()) return code();
    const auto at = static_cast<std::size_t>(pick(static_cast<int>(codes_.size())));
    engine::UpdateCode command{codes_[at].id};
    command.usesMax = pick(6);
    if (pick(2) == 0) command.validFrom = now_;
    if (pick(4) == 0) command.validUntil = now_ + Duration::ofSeconds(pick(30));
    return command;
}

engine::Command ContractSale::terms(const engine::EventEngine& engine) {
    engine::ChangeTerms command;
    command.terms = engine.terms();
    command.terms.maxPerOrder = 5 + pick(5);
    command.terms.prices[0] = Money{4200 + 100 * pick(5)};
    if (pick(2) == 0) command.document = R"({"name":"Renamed)" + std::to_string(pick(9)) + R"("})";
    if (pick(3) == 0) {
        command.document = R"({"name":"Late","startsAt":"2031-01-02T19:30:00Z","x":"é"})";
    }
    return command;
}

engine::Command ContractSale::answer() {
    if (calls_.empty()) return hold();
    const auto at = static_cast<std::size_t>(pick(static_cast<int>(calls_.size())));
    const engine::OutboxRow row = calls_[at];
    if (pick(2) == 0) provider_.buyerActs(row.attempt);
    engine::RecordProviderAnswer command;
    command.outbox = row.seq;
    command.attempt = row.attempt;
    command.operation = row.operation;
    command.answer = provider_.make(row);
    return command;
}

engine::Command ContractSale::anyCommand(const engine::EventEngine& engine) {
    const int kind = pick(100);
    if (kind < 34) return hold();
    if (kind < 50) {
        return engine::Checkout{someReservation(), buyer(0), "N. \"O'Brien\" é", "a@example.org",
                                pick(2) == 0 ? "de" : ""};
    }
    if (kind < 80) return answer();
    if (kind < 87) return engine::CancelReservation{someReservation(), buyer(0)};
    if (kind < 93) {
        return engine::SetAllocation{{SeatNo{pick(40)}, SeatNo{pick(40)}},
                                     AllocationNo{static_cast<std::int16_t>(pick(3))}};
    }
    if (kind < 95) return code();
    if (kind < 98) return otherCode();
    return terms(engine);
}

engine::Changes ContractSale::step(engine::EventEngine& engine) {
    now_ = now_ + Duration::ofMillis(pick(9000));
    engine::Changes changes;
    engine.releaseDue(now_, 100, changes);
    const engine::Command command = anyCommand(engine);
    const auto outcome = engine.apply(command, now_, changes);
    const bool isHold = std::holds_alternative<engine::HoldSeats>(command);
    const auto* reservation = std::get_if<engine::ReservationView>(&outcome.view);
    const auto* order = std::get_if<engine::OrderView>(&outcome.view);
    if (isHold && outcome.hadEffect && reservation != nullptr) made_.push_back(reservation->id);
    if (!isHold && outcome.hadEffect &&
        !std::holds_alternative<engine::RecordProviderAnswer>(command)) {
        const std::int64_t target = reservation != nullptr ? reservation->id.value
                                    : order != nullptr     ? order->id.value
                                                           : outcome.target;
        changes.requests.push_back({nextRequest(), Fingerprint{pick(1000)},
                                    static_cast<std::uint8_t>(command.index()), target, now_});
    }
    for (const auto& row : changes.outbox) calls_.push_back(row);
    for (const auto& row : changes.codes) codes_.push_back(row);
    for (const auto& update : changes.codeUpdates) {
        std::ranges::find(codes_, update.id, &engine::Code::id)->usesMax = update.usesMax;
    }
    for (const OutboxSeq seq : changes.outboxClosed) {
        std::erase_if(calls_, [&](const auto& row) { return row.seq == seq; });
    }
    return changes;
}

}  // namespace tessera::store
