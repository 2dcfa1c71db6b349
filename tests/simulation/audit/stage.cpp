// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/stage.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "shared/base/check.h"

namespace tessera::simulation {
namespace {

constexpr Instant kStart{1790000000000000};  // 2026-09-21

template <class... F>
struct Overload : F... {
    using F::operator()...;
};
template <class... F>
Overload(F...) -> Overload<F...>;

// What only the box office does.
bool isOfCounter(const Question& question) {
    if (const auto* checkout = std::get_if<AskCheckout>(&question)) {
        return checkout->tender.kind == engine::TenderKind::Cash;
    }
    const auto* back = std::get_if<AskReturn>(&question);
    return std::holds_alternative<AskSettle>(question) ||
           (back && back->reason == engine::RefundReason::Staff);
}

}  // namespace

std::size_t History::at(const std::string& label) const {
    const auto found = std::ranges::find(steps, label, &Step::label);
    if (found == steps.end()) std::cerr << "no step " << label << '\n';
    TESSERA_CHECK(found != steps.end());
    return static_cast<std::size_t>(found - steps.begin());
}

void play(const History& history, Witness& witness) {
    witness.onEvent(history.event, *history.layout, history.terms, 0);
    for (const Step& step : history.steps) {
        std::visit(Overload{
                       [&](const Asked& asked) { witness.onAsked(asked, step.at); },
                       [&](const Answered& told) { witness.onSaid(told.call, told.said, step.at); },
                       [&](const Committed& committed) { witness.onCommitted(committed, step.at); },
                       [&](const TookOver& taken) {
                           witness.onTakenOver(history.event, taken.node, taken.epoch, step.at);
                       },
                       [&](const ProviderDid& did) { witness.onProviderDid(did, step.at); },
                       [&](const ProviderOdd& odd) { witness.onProviderOdd(odd, step.at); },
                       [&](const WebhookTaken& taken) {
                           witness.onWebhookTaken(history.event, taken.id, step.at);
                       },
                       [&](const ShownMap& map) { witness.onShown(map, step.at); },
                       [&](const Calm&) { witness.onCalm(step.at); },
                   },
                   step.what);
    }
    witness.onEnd(history.databaseNow, history.tables, history.maps, history.endAt);
}

Stage::Stage(std::shared_ptr<const engine::Layout> layout, const engine::EventTerms& terms)
    : now(kStart),
      rows(layout, terms),
      layout_(layout),
      engine_(engine::EventEngine::fresh(event_, layout, terms)),
      lastTime_(kStart) {
    history_.event = event_;
    history_.layout = std::move(layout);
    history_.terms = terms;
    takeOver(NodeId{1});
}

CallerHash Stage::caller(int who) {
    CallerHash hash;
    hash.bytes[0] = static_cast<std::uint8_t>(who);
    hash.bytes[31] = 1;
    return hash;
}

engine::HoldSeats Stage::seats(int who, const std::vector<std::int32_t>& numbers) const {
    engine::HoldSeats hold;
    hold.caller.hash = caller(who);
    engine::SeatSelection picks;
    for (const std::int32_t number : numbers) picks.picks.push_back({SeatNo{number}, {}});
    hold.selection = std::move(picks);
    return hold;
}

engine::HoldSeats Stage::area(int who, std::int32_t count) const {
    engine::HoldSeats hold;
    hold.caller.hash = caller(who);
    hold.selection = engine::AreaSelection{AreaNo{0}, {{TicketTypeNo{0}, count}}};
    return hold;
}

engine::HoldSeats Stage::best(int who, std::int32_t count) const {
    engine::HoldSeats hold;
    hold.caller.hash = caller(who);
    hold.selection = engine::BestSelection{{{TicketTypeNo{0}, count}}, {}, true, 0};
    return hold;
}

std::int64_t Stage::trueTime() const {
    return (now - kStart).micros;
}

void Stage::put(decltype(Step::what) what, const std::string& label) {
    history_.steps.push_back({trueTime(), std::move(what), label});
}

RequestId Stage::freshRequest() {
    RequestId id;
    const std::int64_t millis = now.micros / 1000;
    for (int i = 0; i < 6; ++i) {
        id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    }
    ++stamps_;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    id.bytes[14] = static_cast<std::uint8_t>(stamps_ >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(stamps_);
    return id;
}

CallNo Stage::ask(int who, Question question, const std::string& label) {
    app::Mutation mutation;
    const bool read = std::holds_alternative<AskReservation>(question) ||
                      std::holds_alternative<AskOrder>(question) ||
                      std::holds_alternative<AskTickets>(question);
    if (!read) mutation = {freshRequest(), Fingerprint{static_cast<std::int64_t>(stamps_)}};
    return askAgain(who, std::move(question), mutation, label);
}

CallNo Stage::askAgain(int who, Question question, app::Mutation mutation,
                       const std::string& label) {
    if (auto* hold = std::get_if<AskHold>(&question)) {
        hold->command.request = mutation.request;
        hold->command.fingerprint = mutation.fingerprint;
        hold->command.caller.hash = caller(who);
    }
    const bool byStaff = isOfCounter(question);
    Asked asked{++calls_, who, event_, caller(who), mutation, std::move(question), byStaff};
    put(asked, label);
    tick();
    app::JobResult result = decide(asked);
    decided_.push_back({std::move(asked), std::move(result), label});
    return calls_;
}

void Stage::tick() {
    while (engine_.hasDue(now)) {
        engine::Changes changes;
        (void)engine_.releaseDue(now, 100, changes);
        open_.add(std::move(changes));
    }
}

void Stage::commit(const std::string& label) {
    tick();
    store::BatchHead head{event_, epoch_, ++batch_, now, engine_.wakeAt(), open_.mapChanged()};
    lastTime_ = now;
    if (head.mapChanged) mapRevision_ = batch_;
    rows.apply(open_.changes(), now);
    for (const auto& row : open_.changes().requests) requests_[row.request] = row;
    put(Committed{event_, node_, head, open_.changes()}, label);
    open_.clear();
    std::ranges::move(decided_, std::back_inserter(committed_));
    decided_.clear();
}

void Stage::deliver() {
    for (const Pending& pending : std::exchange(committed_, {})) {
        const std::string label = pending.label.empty() ? "" : "said " + pending.label;
        put(Answered{pending.asked.call, saidOf(pending)}, label);
    }
}

void Stage::takeOver(NodeId node) {
    node_ = node;
    ++epoch_;
    put(TookOver{node, epoch_}, "take-over " + std::to_string(epoch_));
    open_.clear();
    decided_.clear();
    committed_.clear();
    engine_ = engine::EventEngine(layout_, rows.load(event_, lastTime_));
    engine::Changes changes;
    engine_.resume(now, changes);
    open_.add(std::move(changes));
    memory_.clear();
    for (const auto& [id, row] : rows.reservations) {
        memory_[row.request] = {row.fingerprint, 0, id.value, std::nullopt, now};
    }
    for (const auto& [id, row] : requests_) {
        memory_[id] = {row.fingerprint, row.kind, row.target, std::nullopt, now};
    }
    called_.clear();
}

void Stage::did(ProviderDid::What what, const Object& object, Money amount,
                const std::string& label, RefundId refund) {
    put(ProviderDid{what, event_, object.attempt, "pi_" + std::to_string(object.attempt.value),
                    amount, refund},
        label);
}

bool Stage::pay(OrderId id, const std::string& label) {
    for (auto& [attempt, object] : objects_) {
        const auto row = rows.attempts.find(attempt);
        if (row == rows.attempts.end() || row->second.order != id) continue;
        const auto known = rows.facts.find(attempt);
        if (known == rows.facts.end() || known->second.objectId.empty()) continue;
        if (object.state != engine::ObjectState::RequiresPaymentMethod) continue;
        object.state = engine::ObjectState::RequiresCapture;
        did(ProviderDid::Authorized, object, object.amount, label);
        return true;
    }
    return false;
}

bool Stage::callProvider(const std::string& label, bool lose) {
    for (const auto& [seq, call] : rows.outbox) {
        if (call.notBefore > now || called_.contains(seq)) continue;
        called_.insert(seq);
        engine::ProviderAnswer answer = make(call, label);
        if (lose) answer = {};
        tick();
        (void)apply(engine::RecordProviderAnswer{seq, call.attempt, call.operation, answer});
        return true;
    }
    return false;
}

engine::ProviderAnswer Stage::make(const engine::OutboxRow& call, const std::string& label) {
    using engine::ObjectState;
    using engine::Operation;
    const auto [place, isNew] = objects_.try_emplace(call.attempt);
    Object& object = place->second;
    bool done = true;
    if (isNew) {
        object.attempt = call.attempt;
        object.amount = call.amount;
        did(ProviderDid::Created, object, call.amount, label);
        if (call.provider == engine::ProviderKind::GiftCard) {
            object.state = ObjectState::RequiresCapture;
            did(ProviderDid::Authorized, object, call.amount, label);
        }
    }
    if (call.operation == Operation::Cancel) {
        done = object.state != ObjectState::Succeeded;
        if (done && object.state != ObjectState::Canceled) {
            object.state = ObjectState::Canceled;
            did(ProviderDid::Voided, object, object.amount, label);
        }
    } else if (call.operation == Operation::Capture && std::exchange(refuseNextCapture, false)) {
        object.state = ObjectState::Canceled;
        did(ProviderDid::Voided, object, object.amount, label);
        done = false;
    } else if (call.operation == Operation::Capture &&
               object.state == ObjectState::RequiresCapture) {
        object.state = ObjectState::Succeeded;
        object.captured = call.amount;
        did(ProviderDid::Captured, object, call.amount, label);
    } else if (call.refund) {
        return refund(object, call, label);
    }
    engine::ProviderAnswer answer;
    answer.kind = done ? engine::AnswerKind::Definitive : engine::AnswerKind::Refused;
    answer.object = object.state;
    answer.captured = object.captured;
    if (object.state == ObjectState::RequiresCapture) answer.authorized = object.amount;
    answer.objectId = "pi_" + std::to_string(call.attempt.value);
    answer.clientSecret = "secret";
    answer.evidence = "seen";
    return answer;
}

// At once, and once for each refund.
engine::ProviderAnswer Stage::refund(Object& object, const engine::OutboxRow& call,
                                     const std::string& label) {
    engine::ProviderAnswer answer;
    answer.kind = engine::AnswerKind::Definitive;
    answer.evidence = "seen";
    const bool there = object.refunds.contains(call.refund);
    if (!there && call.operation == engine::Operation::RetrieveRefund) return answer;
    if (!there) {
        object.refunds.insert(call.refund);
        did(ProviderDid::Refunded, object, call.amount, label, call.refund);
    }
    answer.refund = engine::RefundStanding::Succeeded;
    answer.refundObjectId = "re_" + std::to_string(call.refund.value);
    return answer;
}

ShownMap Stage::mapNow() const {
    ShownMap map{event_, 1, mapRevision_, {}, {}};
    for (const auto& seat : rows.seats) map.seats.push_back(static_cast<std::uint8_t>(seat.status));
    for (std::size_t i = 0; i < rows.areas.size(); ++i) {
        map.areaFree.push_back(layout_->areas()[i].capacity - rows.areas[i].held -
                               rows.areas[i].sold);
    }
    return map;
}

void Stage::show(const std::string& label) {
    put(mapNow(), label);
}

void Stage::calm() {
    put(Calm{}, "calm");
}

History Stage::finish() {
    EventTables tables;
    tables.event = event_;
    tables.lastBatch = batch_;
    tables.mapRevision = mapRevision_;
    tables.lastTime = lastTime_;
    tables.seats = rows.seats;
    for (std::size_t i = 0; i < rows.areas.size(); ++i) {
        const std::int32_t capacity = layout_->areas()[i].capacity;
        tables.areas.push_back({capacity, rows.areas[i].held, rows.areas[i].sold});
    }
    for (const auto& [id, row] : rows.reservations) tables.reservations.push_back(row);
    for (const auto& [id, row] : rows.orders) tables.orders.push_back(row);
    for (const auto& [id, row] : rows.attempts) {
        tables.attempts.push_back(row);
        const auto known = rows.facts.find(id);
        engine::AttemptUpdate facts;
        facts.id = id;
        tables.attemptFacts.push_back(known == rows.facts.end() ? facts : known->second);
    }
    for (const auto& [id, row] : rows.tenders) tables.tenders.push_back(row);
    for (const auto& [id, row] : rows.refunds) tables.refunds.push_back(row);
    for (const auto& [id, row] : rows.tickets) tables.tickets.push_back(row);
    for (const auto& [seq, row] : rows.outbox) tables.outbox.push_back(row);
    tables.ledger = rows.ledger;
    for (const auto& [id, row] : requests_) tables.requests.push_back(row);
    history_.tables.push_back(std::move(tables));
    history_.maps.push_back(mapNow());
    history_.databaseNow = now;
    history_.endAt = trueTime();
    return std::move(history_);
}

}  // namespace tessera::simulation
