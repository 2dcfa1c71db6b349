// SPDX-License-Identifier: Apache-2.0
// The ledger's lines of what a call did, and the state from them; see sandbox.h.
//
// Only lines of type authorize, capture, void, refund and state have an `amount`: it is the money
// that moved (in a state line, none did).
#include <algorithm>

#include "shared/base/check.h"
#include "shared/base/time.h"
#include "tools/paysim/random_id.h"
#include "tools/paysim/sandbox.h"

namespace tessera::paysim {

Json Sandbox::lineOf(std::string_view type) {
    const std::int64_t now = options_.nowMicros();
    return objectWith({{"seq", ++seq_}, {"at", now}, {"time", toRfc3339({now})}, {"type", type}});
}

// One line per movement of money, or one that says what the state is now; the last has it all.
void Sandbox::writeEffect(Batch& batch) {
    const Effect& effect = batch.effect;
    const Intent& intent = effect.intent;
    std::vector<Movement> rows = effect.movements;
    if (rows.empty()) rows.push_back({"state", intent.amount});
    if (intent.id.empty()) rows.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Json line = lineOf(rows[i].kind);
        line["intent"] = intent.id;
        line["amount"] = rows[i].amount;
        line["currency"] = intent.currency;
        line["status"] = toText(intent.status);
        line["charge"] = intent.charge ? Json(intent.charge->id) : Json(nullptr);
        if (effect.refund) line["refund"] = effect.refund->id;
        Json snapshot = snapshotOf(intent);
        line["metadata"] = snapshot.at("metadata");
        if (i + 1 == rows.size()) {
            line["snapshot"] = std::move(snapshot);
            if (effect.refund) line["refund_snapshot"] = snapshotOf(*effect.refund);
            if (effect.reader) line["reader_snapshot"] = snapshotOf(*effect.reader);
        }
        batch.lines += line.dump() + '\n';
    }
    if (effect.expired) {
        Json line = lineOf("expire");
        line["intent"] = intent.id;
        line["released"] = intent.charge->amount;
        line["capture_before"] = intent.charge->captureBefore;
        batch.lines += line.dump() + '\n';
    }
    if (effect.refund) {
        const Refund& refund = *effect.refund;
        Json line = lineOf("refund_state");
        line["intent"] = refund.intent;
        line["refund"] = refund.id;
        line["refund_amount"] = refund.amount;
        line["status"] = toText(refund.status);
        line["failure_reason"] = refund.failureReason;
        batch.lines += line.dump() + '\n';
    }
    if (effect.reader && intent.id.empty()) {
        Json line = lineOf("reader");
        line["reader_snapshot"] = snapshotOf(*effect.reader);
        batch.lines += line.dump() + '\n';
    }
}

namespace {

Json objectOf(std::string_view type, const Effect& effect) {
    if (type.starts_with("terminal.")) return renderReader(*effect.reader);
    if (type.starts_with("refund.") || type == "charge.refund.updated") {
        return renderRefund(*effect.refund);
    }
    return type.starts_with("charge.") ? renderCharge(effect.intent)
                                       : renderIntent(effect.intent, {});
}

}  // namespace

void Sandbox::writeEvents(Batch& batch, const Call& call) {
    for (const std::string_view type : batch.effect.events) {
        EventRow row;
        row.id = randomId("evt_");
        row.type = type;
        row.created = nowMillis() / 1000;
        row.ordinal = events_.size() + batch.events.size();
        const bool wanted = options_.onEvent && (options_.enabledEvents.empty() ||
                                                 options_.enabledEvents.contains(type));
        row.pending = wanted && !call.webhookLost;
        const EventFacts facts{row.id, row.type, row.created, call.idempotencyKey, wanted};
        Json line = lineOf("event");
        line["pending"] = row.pending;
        line["ordinal"] = row.ordinal;
        row.body = renderEvent(facts, objectOf(type, batch.effect)).dump();
        row.offset = static_cast<std::int64_t>(batch.lines.size());
        // A rush writes thousands a second: the body is made into text once.
        std::string text = line.dump();
        text.pop_back();
        batch.lines += text + ",\"body\":" + row.body + "}\n";
        row.length = batch.lines.size() - static_cast<std::size_t>(row.offset);
        batch.events.push_back(std::move(row));
    }
}

void Sandbox::writeAnswer(Batch& batch, const Call& call, const std::string& fingerprint,
                          const Answer& answer) {
    Json line = lineOf("answer");
    line["key"] = call.idempotencyKey;
    line["fingerprint"] = fingerprint;
    line["http_status"] = answer.status;
    line["body"] = answer.body;
    batch.lines += line.dump() + '\n';
}

// What a retrieve or a search by the merchant was answered: evidence for whoever asked. Of a search
// that found nothing, `id` is its query.
void Sandbox::writeShown(Batch& batch, const Call& call, std::string_view intent,
                         std::string_view id, std::string_view status) {
    if (call.publishable) return;
    Json line = lineOf("answer_retrieve");
    line["intent"] = intent;
    line["object"] = id;
    line["status"] = status;
    if (call.answerLost) line["lost"] = true;
    batch.lines += line.dump() + '\n';
}

void Sandbox::restoreIntent(Intent intent) {
    const auto known = intentById_.find(intent.id);
    Intent* kept = nullptr;
    if (known != intentById_.end()) {
        kept = known->second;
        due_.erase({dueAt(*kept), kept->id});
        *kept = std::move(intent);
    } else {
        TESSERA_CHECK(intent.ordinal == intents_.size());
        intents_.push_back(std::make_unique<Intent>(std::move(intent)));
        kept = intents_.back().get();
        intentById_.emplace(kept->id, kept);
    }
    if (const std::int64_t due = dueAt(*kept); due != 0) due_.emplace(due, kept->id);
    if (kept->charge) restoreCharge(*kept);
}

void Sandbox::restoreCharge(const Intent& intent) {
    ChargeRow*& row = chargeById_[intent.charge->id];
    if (row == nullptr) {
        charges_.push_back(std::make_unique<ChargeRow>());
        row = charges_.back().get();
        row->intent = &intent;
        row->created = intent.charge->created;
        row->ordinal = charges_.size() - 1;
    }
    row->charge = *intent.charge;
}

void Sandbox::restoreRefund(Refund refund) {
    Refund*& row = refundById_[refund.id];
    if (row == nullptr) {
        refunds_.push_back(std::make_unique<Refund>(std::move(refund)));
        row = refunds_.back().get();
        refundsByCharge_[row->charge].push_back(row);
    } else {
        due_.erase({row->dueAtMillis, row->id});
        *row = std::move(refund);
    }
    if (row->dueAtMillis != 0) due_.emplace(row->dueAtMillis, row->id);
}

void Sandbox::restoreReader(Reader reader) {
    Reader*& row = readerById_[reader.id];
    if (row == nullptr) {
        readers_.push_back(std::make_unique<Reader>(std::move(reader)));
        row = readers_.back().get();
    } else {
        *row = std::move(reader);
    }
}

void Sandbox::restoreEvent(EventRow row) {
    if (row.pending) ++pendingEvents_;
    events_.push_back(std::make_unique<EventRow>(std::move(row)));
    eventById_.emplace(events_.back()->id, events_.back().get());
}

bool Sandbox::replayLine(std::string_view text) {
    const std::int64_t offset = replayed_;
    replayed_ += static_cast<std::int64_t>(text.size() + 1);
    const Json line = Json::parse(text, nullptr, false);
    if (!line.is_object()) return false;
    if (line.contains("provider")) {
        return options_.onForeignLine && options_.onForeignLine(text);
    }
    try {
        return replayKnown(line, offset, text.size() + 1);
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

bool Sandbox::replayKnown(const Json& line, std::int64_t offset, std::size_t length) {
    seq_ = line.at("seq");
    const std::string type = line.at("type");
    if (type == "answer") {
        const auto at = parseRfc3339(line.at("time").get<std::string>());
        if (!at) return false;
        keys_.restore(line.at("key"), line.at("fingerprint"),
                      {line.at("http_status"), line.at("body")}, at->micros / 1000, nowMillis());
        return true;
    }
    if (type == "event") {
        const Json& body = line.at("body");
        EventRow row{body.at("id"), body.at("type"), body.at("created"), line.at("ordinal"),
                     offset,        length,          line.at("pending"), {}};
        if (row.ordinal != events_.size()) return false;
        restoreEvent(std::move(row));
        return true;
    }
    if (type == "webhook") {
        const auto found = eventById_.find(line.at("event"));
        if (found == eventById_.end()) return false;
        if (found->second->pending) --pendingEvents_;
        found->second->pending = false;
        return true;
    }
    return replayState(line);
}

bool Sandbox::replayState(const Json& line) {
    if (line.contains("snapshot")) {
        auto intent = intentFrom(line.at("snapshot"));
        if (!intent) return false;
        const bool fresh = !intentById_.contains(intent->id);
        if (fresh && intent->ordinal != intents_.size()) return false;
        restoreIntent(std::move(*intent));
    }
    if (line.contains("refund_snapshot")) {
        auto refund = refundFrom(line.at("refund_snapshot"));
        if (!refund) return false;
        restoreRefund(std::move(*refund));
    }
    if (line.contains("reader_snapshot")) {
        auto reader = readerFrom(line.at("reader_snapshot"));
        if (!reader) return false;
        restoreReader(std::move(*reader));
    }
    return true;
}

void Sandbox::sendPending() {
    const std::lock_guard lock(mutex_);
    if (!options_.onEvent) return;
    for (const auto& row : events_) {
        if (row->pending) options_.onEvent(row->id, eventJson(*row).dump());
    }
}

void Sandbox::noteWebhook(const std::string& event, std::string_view outcome) {
    const std::lock_guard lock(mutex_);
    const auto found = eventById_.find(event);
    if (found == eventById_.end() || !found->second->pending) return;
    found->second->pending = false;
    --pendingEvents_;
    Json line = lineOf("webhook");
    line["event"] = event;
    line["outcome"] = outcome;
    // Without the line a restart sends it again, which a receiver must bear anyway.
    static_cast<void>(ledger_->append(line.dump() + '\n'));
}

std::vector<std::size_t> Sandbox::eventsOf(std::string_view type) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::size_t> ordinals;
    for (std::size_t i = 0; i < events_.size(); ++i) {
        if (type.empty() || events_[i]->type == type) ordinals.push_back(i);
    }
    return ordinals;
}

std::string Sandbox::eventBody(std::size_t ordinal) const {
    const std::lock_guard lock(mutex_);
    if (ordinal >= events_.size()) return {};
    const Json body = eventJson(*events_[ordinal]);
    return body.is_null() ? std::string{} : body.dump();
}

}  // namespace tessera::paysim
