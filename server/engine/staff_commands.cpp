// SPDX-License-Identifier: Apache-2.0
#include "server/engine/staff_commands.h"

#include <algorithm>
#include <utility>

#include "server/engine/allocations.h"
#include "server/engine/refused.h"
#include "server/engine/selection.h"

namespace tessera::engine {
namespace {

// Kept for the end of a move, for a cancellation, and for the end of that.
constexpr std::size_t kVersionsReserved = 3;

Outcome refused(Refusal refusal, std::vector<SeatNo> seats) {
    Outcome outcome = engine::refused(refusal);
    outcome.seats = std::move(seats);
    outcome.seats.erase(std::unique(outcome.seats.begin(), outcome.seats.end()),
                        outcome.seats.end());
    if (outcome.seats.size() > kRefusedSeatsMax) outcome.seats.resize(kRefusedSeatsMax);
    return outcome;
}

Outcome checkAllocation(const EngineState& state, const std::vector<SeatNo>& seats,
                        AllocationNo allocation) {
    if (seats.empty()) return refused(Refusal::SelectionEmpty);
    std::vector<SeatNo> wrong;
    for (const SeatNo seat : seats) {
        if (!state.inventory.layout().contains(seat)) wrong.push_back(seat);
    }
    if (!wrong.empty()) return refused(Refusal::SeatUnknown, std::move(wrong));
    for (std::size_t i = 1; i < seats.size(); ++i) {
        if (seats[i] == seats[i - 1]) wrong.push_back(seats[i]);
    }
    if (!wrong.empty()) return refused(Refusal::SeatRepeated, std::move(wrong));
    for (const SeatNo seat : seats) {
        const SeatStatus status = state.inventory.status(seat);
        if (status == SeatStatus::Held || status == SeatStatus::Sold) wrong.push_back(seat);
    }
    if (!wrong.empty()) return refused(Refusal::SeatNotBlockable, std::move(wrong));
    // They would be the public's again in the same breath.
    if (allocation.value < 0 || isReleased(state, allocation))
        return refused(Refusal::TermsInvalid);
    return {};
}

}  // namespace

bool termsFit(const EngineState& state, const EventTerms& terms) {
    const bool room =
        state.terms.size() + kVersionsReserved < static_cast<std::size_t>(kTermsVersionsMax);
    return room && !termsFault(terms, state.inventory.layout()) &&
           terms.currency == state.terms.current().currency && terms.sale != SaleState::Cancelled;
}

void putTerms(EngineState& state, EventTerms terms, std::string document, Changes& changes) {
    const std::optional<Point> focal = state.terms.current().focal;
    state.terms.replace(std::move(terms));
    const EventTerms& after = state.terms.current();
    if (after.focal != focal) state.inventory.setFocal(after.focal);
    scheduleReleases(state);
    changes.terms.push_back({after, std::move(document)});
}

Outcome changeTerms(EngineState& state, const ChangeTerms& command, Changes& changes) {
    const EventTerms& before = state.terms.current();
    if (before.sale == SaleState::Cancelled) return refused(Refusal::EventCancelled);
    if (!termsFit(state, command.terms)) return refused(Refusal::TermsInvalid);
    EventTerms terms = command.terms;
    terms.disruption = before.disruption;
    putTerms(state, std::move(terms), command.document, changes);
    Outcome outcome;
    outcome.target = state.terms.current().version;
    outcome.hadEffect = true;
    return outcome;
}

Outcome setAllocation(EngineState& state, const SetAllocation& command, Changes& changes) {
    if (state.terms.current().sale == SaleState::Cancelled) return refused(Refusal::EventCancelled);
    std::vector<SeatNo> seats = command.seats;
    std::sort(seats.begin(), seats.end());
    Outcome outcome = checkAllocation(state, seats, command.allocation);
    if (outcome.refusal != Refusal::None) return outcome;
    for (const SeatNo seat : seats) {
        if (state.inventory.setAllocation(seat, command.allocation, changes)) ++outcome.target;
    }
    outcome.hadEffect = outcome.target > 0;
    return outcome;
}

Outcome createCode(EngineState& state, const CreateCode& command, Changes& changes) {
    if (state.terms.current().sale == SaleState::Cancelled) return refused(Refusal::EventCancelled);
    if (state.codes.find(command.code.text) != kNoCode) return refused(Refusal::CodeExists);
    if (state.codes.codes().size() >= static_cast<std::size_t>(kCodesMax)) {
        return refused(Refusal::TooManyCodes);
    }
    if (!CodeBook::isWellFormed(command.code, state.inventory.layout().categories())) {
        return refused(Refusal::TermsInvalid);
    }
    Code code = command.code;
    code.id = CodeId{state.nextId()};
    code.uses = 0;
    changes.codes.push_back(code);
    Outcome outcome;
    outcome.target = code.id.value;
    outcome.hadEffect = true;
    state.codes.add(std::move(code));
    return outcome;
}

Outcome updateCode(EngineState& state, const UpdateCode& command, Changes& changes) {
    if (state.terms.current().sale == SaleState::Cancelled) return refused(Refusal::EventCancelled);
    const CodeIndex index = state.codes.find(command.code);
    if (index == kNoCode) return refused(Refusal::CodeNotFound);
    Code code = state.codes.at(index);
    code.usesMax = command.usesMax.value_or(code.usesMax);
    code.validFrom = command.validFrom.value_or(code.validFrom);
    code.validUntil = command.validUntil.value_or(code.validUntil);
    if (!CodeBook::isWellFormed(code, state.inventory.layout().categories())) {
        return refused(Refusal::TermsInvalid);
    }
    state.codes.change(index, {code.id, code.usesMax, code.validFrom, code.validUntil}, changes);
    Outcome outcome;
    outcome.target = code.id.value;
    outcome.hadEffect = true;
    outcome.view = std::move(code);
    return outcome;
}

Outcome readCode(const EngineState& state, const ReadCode& command) {
    const CodeIndex index = state.codes.find(command.code);
    if (index == kNoCode) return refused(Refusal::CodeNotFound);
    Outcome outcome;
    outcome.target = command.code.value;
    outcome.view = state.codes.at(index);
    return outcome;
}

}  // namespace tessera::engine
