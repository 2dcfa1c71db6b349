// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/audit/auditor.h"

#include <algorithm>

#include "tests/simulation/audit/answer_judge.h"
#include "tests/simulation/audit/book_judge.h"
#include "tests/simulation/audit/ending.h"
#include "tests/simulation/audit/map_judge.h"
#include "tests/simulation/audit/money_judge.h"
#include "tests/simulation/audit/row_judge.h"
#include "tests/simulation/audit/trail_judge.h"

namespace tessera::simulation {
namespace {

// A retry carries the same id; what was asked first with each body is kept.
void noteRequest(EventFacts& facts, const CallFacts& call, Counters& counters) {
    const app::Mutation& mutation = call.asked.mutation;
    if (mutation.request == RequestId{}) return;
    const auto [place, isNew] = facts.requests.try_emplace(mutation.request);
    RequestFacts& request = place->second;
    if (isNew) {
        request.from = call.from;
        request.notBefore = call.notBefore;
    } else {
        ++counters.retries;
    }
    const bool known = std::ranges::any_of(request.bodies, [&](const Asked& body) {
        return body.mutation.fingerprint == mutation.fingerprint &&
               body.caller == call.asked.caller;
    });
    if (!known) request.bodies.push_back(call.asked);
}

}  // namespace

EventFacts* Auditor::factsOf(EventId event) {
    const auto found = events_.find(event);
    if (found != events_.end()) return found->second.get();
    findings_.add(Check::Rows, event, "the event was never made");
    return nullptr;
}

void Auditor::onEvent(EventId event, const engine::Layout& layout, const engine::EventTerms& terms,
                      std::int64_t at) {
    findings_.setTime(at);
    auto facts = std::make_unique<EventFacts>(event, layout);
    facts->seats.resize(static_cast<std::size_t>(layout.seatCount()));
    for (SeatFacts& seat : facts->seats) seat.past.put(0, seat.state);
    for (const engine::LayoutArea& area : layout.areas()) {
        AreaFacts& fresh = facts->areas.emplace_back();
        fresh.capacity = area.capacity;
        fresh.free.put(0, area.capacity);
    }
    facts->terms.put(0, terms);
    facts->termsOf[terms.version] = terms;
    events_[event] = std::move(facts);
}

void Auditor::onAsked(const Asked& asked, std::int64_t at) {
    findings_.setTime(at);
    ++seen_;
    EventFacts* facts = factsOf(asked.event);
    if (!facts) return;
    ++findings_.counters.asked;
    CallFacts call{asked, facts->commits, facts->lastTime, seen_};
    noteRequest(*facts, call, findings_.counters);
    if (const auto* cancel = std::get_if<AskCancel>(&asked.question)) {
        facts->cancelsAsked.insert(cancel->reservation);
    }
    if (const auto* checkout = std::get_if<AskCheckout>(&asked.question)) {
        facts->checkoutsAsked.insert(checkout->reservation);
    }
    calls_.insert_or_assign(asked.call, std::move(call));
}

void Auditor::onSaid(CallNo call, const Said& said, std::int64_t at) {
    findings_.setTime(at);
    ++seen_;
    const auto found = calls_.find(call);
    if (found == calls_.end()) {
        findings_.add(Check::S3, {}, say("call ", call, " was answered twice or never asked"));
        return;
    }
    if (EventFacts* facts = factsOf(found->second.asked.event)) {
        AnswerJudge(*facts, findings_, found->second, seen_).judge(said);
    }
    calls_.erase(found);
}

void Auditor::onCommitted(const Committed& committed, std::int64_t at) {
    findings_.setTime(at);
    if (EventFacts* facts = factsOf(committed.event)) {
        RowJudge(*facts, findings_, committed, bounds_, {calmAt_, at}).take(committed.node);
        TrailJudge(*facts, findings_).take(committed);
    }
}

void Auditor::onTakenOver(EventId event, NodeId node, std::int64_t epoch, std::int64_t at) {
    findings_.setTime(at);
    EventFacts* facts = factsOf(event);
    if (!facts) return;
    ++findings_.counters.takeOvers;
    if (epoch <= facts->epoch) {
        findings_.add(
            Check::S3, event,
            say("node ", node, " took over in epoch ", epoch, ", there was epoch ", facts->epoch));
    }
    facts->epoch = epoch;
    facts->node = node;
    facts->firstOfEpoch = true;
}

void Auditor::onProviderDid(const ProviderDid& did, std::int64_t at) {
    findings_.setTime(at);
    if (EventFacts* facts = factsOf(did.event)) MoneyJudge(*facts, findings_).take(did);
}

void Auditor::onProviderOdd(const ProviderOdd& odd, std::int64_t at) {
    findings_.setTime(at);
    if (EventFacts* facts = factsOf(odd.event)) facts->odd.insert_or_assign(odd.objectId, odd);
}

void Auditor::onWebhookTaken(EventId event, const std::string& id, std::int64_t at) {
    findings_.setTime(at);
    if (EventFacts* facts = factsOf(event)) facts->webhooksTaken.emplace(id, facts->commits);
}

void Auditor::onShown(const ShownMap& map, std::int64_t at) {
    findings_.setTime(at);
    if (const EventFacts* facts = factsOf(map.event)) MapJudge(*facts, findings_).judgeShown(map);
}

void Auditor::onCalm(std::int64_t at) {
    calmAt_ = at;
}

void Auditor::onEnd(Instant databaseNow, const std::vector<EventTables>& tables,
                    const std::vector<ShownMap>& maps, std::int64_t at) {
    findings_.setTime(at);
    for (const auto& [id, facts] : events_) {
        Ending ending(*facts, findings_, bounds_, databaseNow, {calmAt_, at});
        ending.judgeLiveness();
        for (const auto& [order, orderFacts] : facts->orders) {
            MoneyJudge(*facts, findings_).judgeAtRest(orderFacts);
        }
        const auto table = std::ranges::find(tables, id, &EventTables::event);
        if (table == tables.end()) {
            findings_.add(Check::Rows, id, "the event has no tables at the end");
        } else {
            ending.judgeTables(*table);
            BookJudge(*facts, findings_).judge(*table);
            TrailJudge(*facts, findings_).judgeTables(*table);
        }
        for (const ShownMap& map : maps) {
            if (map.event == id) MapJudge(*facts, findings_).judgeAtRest(map);
        }
    }
}

}  // namespace tessera::simulation
