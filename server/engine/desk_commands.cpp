// SPDX-License-Identifier: Apache-2.0
#include "server/engine/desk_commands.h"

#include <algorithm>

#include "server/engine/order_record.h"
#include "server/engine/payment_commands.h"
#include "server/engine/refused.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

Outcome done(OrderId order) {
    Outcome outcome;
    outcome.target = order.value;
    outcome.hadEffect = true;
    return outcome;
}

// The tickets that are meant, of a paid order; what is refused otherwise.
template <class Command>
Outcome choose(const EngineState& state, const Command& command, Slot& slot,
               std::vector<TicketId>& chosen) {
    RefundTickets like;
    like.order = command.order;
    like.caller = command.caller;
    like.record = command.record;
    if constexpr (requires { command.tickets; }) like.tickets = command.tickets;
    std::vector<TicketRow> own;
    const Outcome found = findTickets(state, like, slot, own);
    if (found.refusal != Refusal::None) return found;
    std::vector<const TicketRow*> rows;
    const Refusal refusal = selectTickets(own, like, rows);
    if (refusal != Refusal::None && refusal != Refusal::TicketInExchange) return refused(refusal);
    for (const TicketRow* row : rows) chosen.push_back(row->id);
    return {};
}

// What was read of the order before is void.
void raiseVersion(EngineState& state, Slot slot, Changes& changes) {
    Order& order = state.orders.at(slot);
    ++order.version;
    changes.orderUpdates.push_back(
        {order.id, order.state, order.state, order.payDeadline, {}, order.version});
}

}  // namespace

Outcome noteOrder(const EngineState& state, const NoteOrder& command, Changes& changes) {
    if (!command.caller.isStaff()) return refused(Refusal::NotYours);
    const OrderRecord* record = command.record.get();
    if (record == nullptr || record->order.id != command.order) {
        return refused(Refusal::RecordNeeded);
    }
    changes.desk.push_back({DeskKind::Note, command.order.value, state.now, command.note});
    return done(command.order);
}

Outcome handOutTickets(EngineState& state, const HandOutTickets& command, Changes& changes) {
    if (!command.caller.isStaff()) return refused(Refusal::NotYours);
    Slot slot = kNoSlot;
    std::vector<TicketId> chosen;
    const Outcome found = choose(state, command, slot, chosen);
    if (found.refusal != Refusal::None) return found;
    raiseVersion(state, slot, changes);
    const DeskKind kind = command.undo ? DeskKind::HandBack : DeskKind::HandOut;
    for (const TicketId id : chosen) changes.desk.push_back({kind, id.value, state.now});
    return done(command.order);
}

Outcome notePrint(EngineState& state, const NotePrint& command, Changes& changes) {
    if (!command.caller.isStaff()) return refused(Refusal::NotYours);
    Slot slot = kNoSlot;
    std::vector<TicketId> chosen;
    const Outcome found = choose(state, command, slot, chosen);
    if (found.refusal != Refusal::None) return found;
    raiseVersion(state, slot, changes);
    for (const TicketId id : chosen) {
        changes.desk.push_back({DeskKind::Print, id.value, state.now});
    }
    return done(command.order);
}

Outcome resendMail(EngineState& state, const ResendMail& command, Changes& changes) {
    if (!command.caller.isStaff()) return refused(Refusal::NotYours);
    Slot slot = kNoSlot;
    std::vector<TicketId> chosen;
    const Outcome found = choose(state, command, slot, chosen);
    if (found.refusal != Refusal::None) return found;
    changes.desk.push_back({DeskKind::MailAgain, command.order.value, state.now, command.email});
    return done(command.order);
}

Outcome erasePerson(const EngineState& state, const ErasePerson& command, Changes& changes) {
    TESSERA_CHECK(command.orders.size() + command.tickets.size() <= kErasedPerCommand);
    for (const OrderId id : command.orders) {
        changes.desk.push_back({DeskKind::EraseBuyer, id.value, state.now, command.pseudonym});
    }
    for (const TicketId id : command.tickets) {
        changes.desk.push_back({DeskKind::EraseHolder, id.value, state.now, command.pseudonym});
    }
    Outcome outcome;
    outcome.hadEffect = !changes.desk.empty();
    return outcome;
}

}  // namespace tessera::engine
