// SPDX-License-Identifier: Apache-2.0
// One call from its key to its commit, the ledger and its replay; routing is in sandbox_calls.cpp.
#include "tools/paysim/sandbox.h"

#include <algorithm>

#include "shared/base/check.h"
#include "shared/base/time.h"
#include "tools/paysim/random_id.h"

namespace tessera::paysim {
namespace {

Answer answerOf(const ApiError& error) {
    return {error.httpStatus, renderError(error).dump()};
}

// Parameters in another order are the same parameters.
std::string fingerprintOf(const Call& call) {
    std::vector<std::string> fields;
    for (const http::Form::Field& field : call.form.fields()) {
        std::string text;
        for (const std::string& part : field.path) text += '[' + http::percentEncode(part);
        fields.push_back(text + '=' + http::percentEncode(field.value));
    }
    std::stable_sort(fields.begin(), fields.end());
    std::string fingerprint;
    for (const std::string& segment : call.path) fingerprint += '/' + segment;
    for (const std::string& field : fields) fingerprint += '&' + field;
    return fingerprint;
}

// What was refused before anything was looked at is not kept, and the key stays free.
bool isKept(const Answer& answer, const Effect& effect) {
    if (effect.changed) return true;
    if (answer.status == 403 || answer.status == 429 || answer.status == 507) return false;
    return !(effect.error && effect.error->code.starts_with("parameter_"));
}

ApiError internalError(std::string message) {
    ApiError error;
    error.httpStatus = 500;
    error.type = "api_error";
    error.message = std::move(message);
    return error;
}

}  // namespace

Sandbox::Sandbox(SandboxOptions options) : options_(std::move(options)), keys_(options_.keysMax) {}

Result<std::unique_ptr<Sandbox>> Sandbox::open(SandboxOptions options) {
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::move(options)));
    auto ledger = Ledger::open(sandbox->options_.ledgerPath, sandbox->options_.sync,
                               [&](std::string_view line) { return sandbox->replayLine(line); });
    if (!ledger) return tl::unexpected(ledger.error());
    sandbox->ledger_ = std::move(*ledger);
    for (const auto& intent : sandbox->intents_) {
        if (intent->status != Status::Processing || !sandbox->options_.onProcessing) continue;
        const std::int64_t after = intent->settleAtMillis - sandbox->options_.nowMillis();
        sandbox->options_.onProcessing(intent->id, std::max<std::int64_t>(0, after));
    }
    return sandbox;
}

CallContext Sandbox::context() {
    return {options_.nowMillis(),
            {randomId("pi_"), randomId("", 25), randomId("ch_"), randomId("re_")}};
}

Answer Sandbox::perform(const Call& call, bool& keyHeld) {
    keyHeld = false;
    const std::lock_guard lock(mutex_);
    settleDue(call.path);
    const bool keyed = call.post && !call.idempotencyKey.empty();
    std::string fingerprint;
    if (keyed) {
        fingerprint = fingerprintOf(call);
        Answer first;
        const KeyState state =
            keys_.begin(call.idempotencyKey, fingerprint, options_.nowMillis(), first);
        if (state == KeyState::Replay) return first;
        if (state != KeyState::New) return refuseKey(state, call.idempotencyKey);
    }
    Effect effect;
    Answer answer;
    if (call.failWith500 && !call.failAfter) {
        answer = answerOf(internalError("A fault was asked for, and nothing was done."));
    } else {
        std::string lines;
        answer = execute(call, lines, effect);
        if (call.failWith500) {
            answer = answerOf(internalError("A fault was asked for, after the call was done."));
        }
        const bool kept = keyed && isKept(answer, effect);
        if (kept) lines += answerLine(call.idempotencyKey, fingerprint, answer);
        if (const auto written = lines.empty() ? tessera::Status{} : ledger_->append(lines);
            !written) {
            if (keyed) keys_.abandon(call.idempotencyKey);
            return answerOf(internalError("The ledger cannot be written."));
        }
        if (effect.changed) commit(std::move(effect), call.idempotencyKey);
        if (keyed && !kept) {
            keys_.abandon(call.idempotencyKey);
            return answer;
        }
        if (keyed) keys_.finish(call.idempotencyKey, answer);
        keyHeld = keyed;
        return answer;
    }
    if (keyed) {
        // A stored 5xx is repeated, too: only looking the object up tells what happened.
        static_cast<void>(ledger_->append(answerLine(call.idempotencyKey, fingerprint, answer)));
        keys_.finish(call.idempotencyKey, answer);
        keyHeld = true;
    }
    return answer;
}

void Sandbox::release(const std::string& idempotencyKey) {
    const std::lock_guard lock(mutex_);
    keys_.release(idempotencyKey);
}

Answer Sandbox::refuseKey(KeyState state, const std::string& key) const {
    ApiError error;
    if (state == KeyState::OtherParameters) {
        error.type = "idempotency_error";
        error.message =
            "Keys for idempotent requests can only be used with the same parameters and endpoint "
            "they were first used with. Try using a key other than '" +
            clipped(key, 80) + "' if you meant to execute a different request.";
    } else if (state == KeyState::InUse) {
        error.httpStatus = 409;
        error.type = "idempotency_error";
        error.code = "idempotency_key_in_use";
        error.message = "There is currently another in-progress request using this key.";
    } else {
        error.httpStatus = 429;
        error.code = "rate_limit";
        error.message = "The sandbox keeps as many idempotency keys as it can.";
    }
    return answerOf(error);
}

Answer Sandbox::execute(const Call& call, std::string& lines, Effect& effect) {
    Answer answer;
    const std::string_view kind = call.path.size() > 1 ? std::string_view(call.path[1]) : "";
    if (kind == "payment_intents") {
        answer = executeIntents(call, effect);
    } else if (kind == "refunds" && call.path.front() == "v1") {
        answer = executeRefunds(call, effect);
    } else if (kind == "charges" && call.path.front() == "v1") {
        answer = fetchCharge(call);
    } else {
        ApiError error;
        error.httpStatus = 404;
        error.message = "Unrecognized request URL.";
        answer = answerOf(error);
    }
    if (effect.changed) {
        Intent& intent = effect.intent;
        const bool fresh = !intentById_.contains(intent.id);
        if (fresh) intent.ordinal = intents_.size();
        if (effect.refund) effect.refund->ordinal = refunds_.size();
        const bool full = (fresh && intents_.size() >= options_.intentsMax) ||
                          (effect.refund && refunds_.size() >= options_.refundsMax);
        if (full) {
            effect = Effect{};
            ApiError error = internalError("The sandbox is full.");
            error.httpStatus = 507;
            error.code = "sandbox_full";
            return answerOf(error);
        }
        lines += linesOf(effect);
    }
    return answer;
}

// One line per movement of money, or one that says what the state is now; the last has it all.
std::string Sandbox::linesOf(const Effect& effect) {
    const Intent& intent = effect.intent;
    std::vector<Movement> rows = effect.movements;
    if (rows.empty()) rows.push_back({"state", intent.amount});
    const std::string time = toRfc3339({options_.nowMillis() * 1000});
    std::string lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Json line{{"seq", ++seq_},
                  {"time", time},
                  {"type", rows[i].kind},
                  {"intent", intent.id},
                  {"amount", rows[i].amount},
                  {"currency", intent.currency},
                  {"status", toText(intent.status)},
                  {"charge", intent.charge ? Json(intent.charge->id) : Json(nullptr)}};
        if (effect.refund) line["refund"] = effect.refund->id;
        Json snapshot = snapshotOf(intent);
        line["metadata"] = snapshot.at("metadata");
        if (i + 1 == rows.size()) {
            line["snapshot"] = std::move(snapshot);
            if (effect.refund) line["refund_snapshot"] = snapshotOf(*effect.refund);
        }
        lines += line.dump();
        lines += '\n';
    }
    return lines;
}

std::string Sandbox::answerLine(const std::string& key, const std::string& fingerprint,
                                const Answer& answer) {
    const Json line{{"seq", ++seq_},
                    {"time", toRfc3339({options_.nowMillis() * 1000})},
                    {"type", "answer"},
                    {"key", key},
                    {"fingerprint", fingerprint},
                    {"http_status", answer.status},
                    {"body", answer.body}};
    return line.dump() + '\n';
}

void Sandbox::commit(Effect effect, const std::string& idempotencyKey) {
    const bool processes = effect.intent.status == Status::Processing;
    const std::string id = effect.intent.id;
    const std::int64_t now = options_.nowMillis();
    if (options_.onEvent) {
        for (const std::string_view type : effect.events) {
            Json object = type == "charge.refunded" ? renderCharge(effect.intent)
                                                    : renderIntent(effect.intent, false);
            options_.onEvent(
                renderEvent(randomId("evt_"), type, now / 1000, std::move(object), idempotencyKey)
                    .dump());
        }
    }
    const std::int64_t after = effect.intent.settleAtMillis - now;
    restoreIntent(std::move(effect.intent));
    if (effect.refund) restoreRefund(std::move(*effect.refund));
    if (processes && options_.onProcessing) {
        options_.onProcessing(id, std::max<std::int64_t>(0, after));
    }
}

void Sandbox::restoreIntent(Intent intent) {
    const auto known = intentById_.find(intent.id);
    Intent* kept = nullptr;
    if (known != intentById_.end()) {
        kept = known->second;
        *kept = std::move(intent);
    } else {
        TESSERA_CHECK(intent.ordinal == intents_.size());
        intents_.push_back(std::make_unique<Intent>(std::move(intent)));
        kept = intents_.back().get();
        intentById_.emplace(kept->id, kept);
    }
    if (kept->charge) intentByCharge_.emplace(kept->charge->id, kept);
}

void Sandbox::restoreRefund(Refund refund) {
    refunds_.push_back(std::make_unique<Refund>(std::move(refund)));
    refundById_.emplace(refunds_.back()->id, refunds_.back().get());
}

bool Sandbox::replayLine(std::string_view text) {
    const Json line = Json::parse(text, nullptr, false);
    if (!line.is_object()) return false;
    try {
        seq_ = line.at("seq");
        if (line.at("type") == "answer") {
            const auto at = parseRfc3339(line.at("time").get<std::string>());
            if (!at) return false;
            keys_.restore(line.at("key"), line.at("fingerprint"),
                          {line.at("http_status"), line.at("body")}, at->micros / 1000,
                          options_.nowMillis());
            return true;
        }
        if (!line.contains("snapshot")) return true;
        auto intent = intentFrom(line.at("snapshot"));
        if (!intent) return false;
        const bool fresh = !intentById_.contains(intent->id);
        if (fresh && intent->ordinal != intents_.size()) return false;
        restoreIntent(std::move(*intent));
        if (line.contains("refund_snapshot")) {
            auto refund = refundFrom(line.at("refund_snapshot"));
            if (!refund) return false;
            restoreRefund(std::move(*refund));
        }
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

void Sandbox::settle(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto it = intentById_.find(id);
    if (it != intentById_.end()) settleLocked(*it->second);
}

void Sandbox::settleLocked(Intent& intent) {
    if (intent.status != Status::Processing || options_.nowMillis() < intent.settleAtMillis) {
        return;
    }
    Effect effect = settleProcessing(intent, context());
    if (ledger_->append(linesOf(effect))) commit(std::move(effect), {});
}

// A call about a payment that is due sees it settled, whether or not the timer has come by.
void Sandbox::settleDue(const std::vector<std::string>& path) {
    if (path.size() < 3 || path[1] != "payment_intents") return;
    const auto it = intentById_.find(path[2]);
    if (it != intentById_.end()) settleLocked(*it->second);
}

Sandbox::Counts Sandbox::counts() const {
    const std::lock_guard lock(mutex_);
    return {intents_.size(), refunds_.size(), keys_.size(), seq_};
}

}  // namespace tessera::paysim
