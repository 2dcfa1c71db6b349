// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/model/side_by_side.h"

#include <algorithm>
#include <utility>

#include "tests/engine/hall.h"

namespace tessera::engine {
namespace {

constexpr EventId kEvent{5};

template <class A, class B>
std::string differ(const char* what, const A& engine, const B& model) {
    if (engine == model) return "";
    return std::string(what) + ": engine " + std::to_string(engine) + ", model " +
           std::to_string(model) + "; ";
}

std::string seatsOf(const std::vector<SeatNo>& seats) {
    std::string text;
    for (const SeatNo seat : seats) text += std::to_string(seat.value) + " ";
    return text;
}

std::string picksOf(const std::vector<SeatPick>& picks) {
    std::string text;
    for (const SeatPick& pick : picks) {
        text += std::to_string(pick.seat.value) + ":" + std::to_string(pick.type.value) + " ";
    }
    return text;
}

std::string differ(const char* what, const std::string& engine, const std::string& model) {
    return engine == model ? ""
                           : std::string(what) + ": engine " + engine + ", model " + model + "; ";
}

bool isForgotten(const ReservationView&) {
    return false;
}

// Of a released order the engine keeps its state and deadline; the rest is in the database.
bool isForgotten(const OrderView& view) {
    return view.state == OrderState::Released && view.seats.empty() && view.areas.empty();
}

template <class View>
std::string differPlaces(const View& a, const View& b) {
    std::string text = differ("id", a.id.value, b.id.value) +
                       differ("state", static_cast<int>(a.state), static_cast<int>(b.state)) +
                       differ("created", a.createdAt.micros, b.createdAt.micros);
    if (isForgotten(a)) return text;
    text += differ("seats", picksOf(a.seats), picksOf(b.seats));
    if (!(a.areas == b.areas)) text += "areas; ";
    if (!(a.quote == b.quote)) text += "quote; ";
    if (a.buyer != b.buyer) text += "buyer; ";
    if (a.currency != b.currency) text += "currency; ";
    return text;
}

std::string differView(const ReservationView& a, const ReservationView& b) {
    return differPlaces(a, b) + differ("expires", a.expiresAt.micros, b.expiresAt.micros) +
           differ("order", a.order.value, b.order.value) +
           differ("channel", static_cast<int>(a.channel), static_cast<int>(b.channel)) +
           differ("reason", static_cast<int>(a.reason), static_cast<int>(b.reason));
}

std::string differView(const Code& a, const Code& b) {
    return differ("code", a.id.value, b.id.value) + differ("text", a.text, b.text) +
           differ("uses", a.uses, b.uses) + differ("uses at most", a.usesMax, b.usesMax) +
           differ("valid from", a.validFrom.micros, b.validFrom.micros) +
           differ("valid until", a.validUntil.micros, b.validUntil.micros);
}

std::string differView(const OrderView& a, const OrderView& b) {
    return differPlaces(a, b) + differ("deadline", a.payDeadline.micros, b.payDeadline.micros) +
           differ("reservation", a.reservation.value, b.reservation.value) +
           differ("total", a.total.minor, b.total.minor) +
           differ("attempt", a.attempt.value, b.attempt.value) +
           differ("attempt state", static_cast<int>(a.attemptState),
                  static_cast<int>(b.attemptState)) +
           differ("object", a.objectId, b.objectId) +
           differ("secret", a.clientSecret, b.clientSecret) +
           (isForgotten(a) ? "" : differ("tickets", a.tickets.size(), b.tickets.size()));
}

NewIds idsIn(const Outcome& outcome) {
    NewIds ids;
    if (const auto* view = std::get_if<ReservationView>(&outcome.view)) ids.reservation = view->id;
    if (const auto* view = std::get_if<OrderView>(&outcome.view)) ids.order = view->id;
    return ids;
}

// For a reader of a difference: the command, and the answer that it carries.
std::string told(const Command& command, const NaiveEvent& model) {
    std::string text = "command " + std::to_string(command.index());
    if (const auto* record = std::get_if<RecordProviderAnswer>(&command)) {
        text += " operation " + std::to_string(static_cast<int>(record->operation)) + " kind " +
                std::to_string(static_cast<int>(record->answer.kind)) + " object " +
                std::to_string(static_cast<int>(record->answer.object)) + " " +
                record->answer.objectId;
        for (const auto& [id, order] : model.orders) {
            if (!order.call || order.call->seq != record->outbox) continue;
            text += " order state " + std::to_string(static_cast<int>(order.state)) + " failures " +
                    std::to_string(order.call->failures) + (order.hinted ? " hinted" : "");
        }
    }
    if (const auto* cancel = std::get_if<CancelReservation>(&command)) {
        for (const auto& [id, order] : model.orders) {
            if (order.reservation != cancel->reservation) continue;
            text += " order state " + std::to_string(static_cast<int>(order.state));
            if (!order.call) continue;
            text += " call " + std::to_string(static_cast<int>(order.call->operation));
            text += " failures " + std::to_string(order.call->failures);
        }
    }
    if (const auto* hint = std::get_if<HintProvider>(&command)) {
        for (const auto& [id, order] : model.orders) {
            if (order.attempts.empty() || order.attempts.back().id != hint->attempt) continue;
            text += " order state " + std::to_string(static_cast<int>(order.state));
            text += " attempt " + std::to_string(static_cast<int>(order.attempts.back().state));
            if (!order.call) continue;
            text += " call " + std::to_string(static_cast<int>(order.call->operation));
        }
    }
    if (const auto* hold = std::get_if<HoldSeats>(&command)) {
        text += " code " + hold->code + " selection " + std::to_string(hold->selection.index());
        if (const auto* best = std::get_if<BestSelection>(&hold->selection)) {
            text += " wheelchairs " + std::to_string(best->wheelchairPlaces);
            for (const TypeCount& count : best->counts) {
                text += " " + std::to_string(count.count) + "x" + std::to_string(count.type.value);
            }
        }
    }
    return text;
}

// The open attempt of a new order is learnt after the command that made it.
void nameAttempt(Outcome& model, const NaiveEvent& event) {
    auto* view = std::get_if<OrderView>(&model.view);
    if (view == nullptr) return;
    const NaiveAttempt* open = event.orders.at(view->id).open();
    if (open && open->state == AttemptState::Opening) view->attempt = open->id;
}

}  // namespace

std::string differenceOf(const Outcome& engine, const Outcome& model) {
    std::string text =
        differ("refusal", static_cast<int>(engine.refusal), static_cast<int>(model.refusal)) +
        differ("seats", seatsOf(engine.seats), seatsOf(model.seats)) +
        differ("limit", engine.limit, model.limit) +
        differ("given away", engine.givenAway.minor, model.givenAway.minor) +
        differ("effect", int{engine.hadEffect}, int{model.hadEffect});
    if (engine.refusal == Refusal::SaleNotOpen) {
        text += differ("when", engine.when.micros, model.when.micros);
    }
    if (model.target != 0) text += differ("target", engine.target, model.target);
    text += differ("view", engine.view.index(), model.view.index());
    if (!text.empty()) return text;
    if (const auto* view = std::get_if<ReservationView>(&engine.view)) {
        return differView(*view, std::get<ReservationView>(model.view));
    }
    if (const auto* view = std::get_if<OrderView>(&engine.view)) {
        return differView(*view, std::get<OrderView>(model.view));
    }
    if (const auto* view = std::get_if<Code>(&engine.view)) {
        return differView(*view, std::get<Code>(model.view));
    }
    return "";
}

SideBySide::SideBySide(const Run& run)
    : random_(run.seed),
      layout_(Layout::make(smallHouse())),
      terms_(randomTerms(random_, kOpening)),
      model_(run.model ? run.model(smallHouse(), terms_)
                       : std::make_unique<NaiveEvent>(smallHouse(), terms_)),
      commands_(random_, *model_),
      applyTo_(run.applyTo),
      rows_(layout_, terms_),
      engine_(EventEngine::fresh(kEvent, layout_, terms_)),
      twin_(EventEngine::fresh(kEvent, layout_, terms_)),
      now_(kOpening),
      latest_(kOpening) {}

std::string SideBySide::step() {
    now_ = commands_.nextInstant(latest_);
    latest_ = std::max(latest_, now_);
    return stepWith(commands_.next(latest_));
}

std::string SideBySide::stepCode() {
    return stepWith(commands_.codeForTheHeap());
}

std::string SideBySide::stepWith(const Command& command) {
    Changes changes, same;
    const std::string where = last_ =
        told(command, *model_) + " at " + std::to_string((latest_ - kOpening).micros) + " us: ";
    const Outcome outcome = applyTo_ ? applyTo_(engine_, command, now_, changes)
                                     : engine_.apply(command, now_, changes);
    (void)twin_.apply(command, now_, same);
    ++refusals[static_cast<std::size_t>(outcome.refusal)];
    Outcome expected = model_->apply(command, now_, idsIn(outcome));
    rows_.apply(changes, latest_);
    for (const OrderUpdate& update : changes.orderUpdates) {
        ++states[static_cast<std::size_t>(update.to)];
    }
    if (!model_->learn(changes)) return where + "attempts, calls or codes are others";
    nameAttempt(expected, *model_);
    std::string text = differenceOf(outcome, expected);
    text += judgeKeys(changes);
    if (text.empty()) text = compareStates(changes);
    return text.empty() ? text : where + text;
}

// The provider repeats its answer for a key: what may have had an effect needs a new one, and only
// a create must find what the same key made, for as long as the key may not keep a failure.
std::string SideBySide::judgeKeys(const Changes& changes) {
    std::string text;
    for (const OutboxRow& row : changes.outbox) {
        if (row.operation == Operation::Retrieve || row.operation == Operation::RetrieveRefund) {
            continue;
        }
        if (row.operation == Operation::Create) {
            text += differ("try of a create", row.attemptTry, std::max(1, row.failures - 4));
        } else if (!keys_
                        .emplace(row.refund ? AttemptId{row.refund.value} : row.attempt,
                                 row.operation, row.attemptTry)
                        .second) {
            text += "a key is used twice; ";
        }
    }
    return text;
}

std::string SideBySide::compareStates(const Changes& changes) {
    std::string text = differ("next due", engine_.nextDue().micros, model_->nextDue().micros) +
                       differ("wake at", engine_.wakeAt().micros, model_->wakeAt().micros);
    const auto map = engine_.seatMap();
    for (std::size_t s = 0; s < model_->seats.size(); ++s) {
        if (map[s] == static_cast<std::uint8_t>(model_->seats[s].shown())) continue;
        text += "seat " + std::to_string(s) + ": ";
        text += differ("status", int{map[s]}, static_cast<int>(model_->seats[s].shown()));
    }
    for (std::int16_t a = 0; a < 2; ++a) {
        text += differ("area free", engine_.areaFree(AreaNo{a}), model_->areaFree(a));
    }
    for (const ReservationId id : model_->live) {
        const auto order = model_->orders.find(model_->reservations.at(id).order);
        if (order != model_->orders.end()) text += compareOrder(order->second);
    }
    for (const OrderUpdate& update : changes.orderUpdates) {
        text += compareOrder(model_->orders.at(update.id));
    }
    return text;
}

std::string SideBySide::compareOrder(const NaiveOrder& order) const {
    const OrderRow& row = rows_.orders.at(order.id);
    std::string text =
        differ("order state", static_cast<int>(row.state), static_cast<int>(order.state)) +
        differ("order deadline", row.payDeadline.micros, order.payDeadline.micros);
    for (const NaiveAttempt& attempt : order.attempts) {
        const auto found = rows_.attempts.find(attempt.id);
        if (found == rows_.attempts.end()) return text + "an attempt was not made; ";
        text += differ("attempt is", static_cast<int>(found->second.state),
                       static_cast<int>(attempt.state));
    }
    if (!order.call) return text;
    const auto found = rows_.outbox.find(order.call->seq);
    if (found == rows_.outbox.end()) return text + "a call was not queued; ";
    const OutboxRow& call = found->second;
    text +=
        differ("call", static_cast<int>(call.operation), static_cast<int>(order.call->operation)) +
        differ("failures", call.failures, order.call->failures) +
        differ("not before", call.notBefore.micros, order.call->notBefore.micros);
    if (call.operation == Operation::Capture || call.operation == Operation::Refund) {
        text += differ("amount", call.amount.minor, order.call->amount.minor);
    }
    return text;
}

std::string SideBySide::judgeAll() {
    engine_.checkInvariants();
    std::string text;
    if (engine_.stateHash() != twin_.stateHash()) text += "twins have different hashes; ";
    std::size_t calls = 0;
    std::map<OrderId, std::pair<int, int>> tickets;  // All, and in the order's state.
    for (const auto& [id, row] : rows_.tickets) {
        auto& [all, right] = tickets[row.order];
        ++all;
        right += row.state == model_->orders.at(row.order).ticketState;
    }
    for (const auto& [id, order] : model_->orders) {
        calls += order.call ? 1 : 0;
        text += differ("all tickets", tickets[id].first, order.tickets) +
                differ("tickets as the order", tickets[id].second, order.tickets) +
                differ("balance", rows_.providerBalance(id).minor, order.balance.minor);
    }
    text += differ("calls", rows_.outbox.size(), calls) +
            differ("orders", rows_.orders.size(), model_->orders.size());
    for (const Code& code : model_->codes) {
        const auto row = rows_.codes.find(code.id);
        if (row == rows_.codes.end()) return "a code is missing; ";
        text += differ("uses", row->second.uses, code.uses);
    }
    if (!text.empty()) return "after " + last_ + text;
    const EventEngine again(layout_, rows_.load(kEvent, latest_));
    if (engine_.stateHash() == again.stateHash()) return "";
    return "after " + last_ + "a reload has another hash; ";
}

}  // namespace tessera::engine
