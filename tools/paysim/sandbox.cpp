// SPDX-License-Identifier: Apache-2.0
// One call from its key to its commit, and what is due; routing is in sandbox_calls.cpp, lists in
// sandbox_lists.cpp, the ledger's lines in sandbox_replay.cpp.
#include "tools/paysim/sandbox.h"

#include <algorithm>

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

// What was refused before an endpoint began to execute is not kept, and the key stays free:
// parameters that fail validation, missing rights, a path that is none.
bool isKept(const Answer& answer, const Effect& effect) {
    if (effect.changed) return true;
    if (answer.status == 403 || answer.status == 429 || answer.status == 507) return false;
    if (answer.status == 404) return effect.error.has_value();
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

Sandbox::Sandbox(SandboxOptions options)
    : options_(std::move(options)), keys_(options_.keysMax, options_.keyWindowMillis) {}

Result<std::unique_ptr<Sandbox>> Sandbox::open(SandboxOptions options) {
    std::unique_ptr<Sandbox> sandbox(new Sandbox(std::move(options)));
    auto ledger = Ledger::open(sandbox->options_.ledgerPath, sandbox->options_.sync,
                               [&](std::string_view line) { return sandbox->replayLine(line); });
    if (!ledger) return tl::unexpected(ledger.error());
    sandbox->ledger_ = std::move(*ledger);
    return sandbox;
}

CallContext Sandbox::context(const Call& call) const {
    CallContext context;
    context.nowMillis = nowMillis();
    context.ids = {randomId("pi_"), randomId("", 25), randomId("ch_"), randomId("re_"),
                   randomId("tmr_")};
    context.authorizeSeconds = options_.authorizeSeconds;
    context.refundMillis = options_.refundMillis;
    context.lateAuthorizationMillis = call.lateAuthorizationMillis;
    context.refundCourse = call.refundCourse;
    return context;
}

Answer Sandbox::perform(const Call& call, bool& keyHeld) {
    keyHeld = false;
    const std::lock_guard lock(mutex_);
    settleLocked();
    const bool keyed = call.post && !call.idempotencyKey.empty();
    const std::string fingerprint = keyed ? fingerprintOf(call) : std::string{};
    if (keyed) {
        Answer first;
        const KeyState state = keys_.begin(call.idempotencyKey, fingerprint, nowMillis(), first);
        if (state == KeyState::Replay) return first;
        if (state != KeyState::New) return refuseKey(state, call.idempotencyKey);
    }
    Batch batch;
    Answer answer;
    if (!call.failWith500 || call.failAfter) {
        answer = execute(call, batch);
        admit(batch, call, answer);
    }
    // A 5xx is kept and repeated, too: only looking the object up tells what happened.
    if (call.failWith500) answer = answerOf(internalError("A fault was asked for."));
    const bool kept = keyed && isKept(answer, batch.effect);
    if (kept) writeAnswer(batch, call, fingerprint, answer);
    if (!commit(std::move(batch))) {
        if (keyed) keys_.abandon(call.idempotencyKey);
        return answerOf(internalError("The ledger cannot be written."));
    }
    if (keyed && !kept) keys_.abandon(call.idempotencyKey);
    if (kept) keys_.finish(call.idempotencyKey, answer);
    keyHeld = kept;
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

bool Sandbox::isFull(const Effect& effect) const {
    const auto fresh = [](const auto& byId, const auto& item) {
        return item && !byId.contains(item->id);
    };
    const bool intent = !effect.intent.id.empty() && !intentById_.contains(effect.intent.id);
    return (intent && intents_.size() >= options_.intentsMax) ||
           (fresh(refundById_, effect.refund) && refunds_.size() >= options_.refundsMax) ||
           (fresh(readerById_, effect.reader) && readers_.size() >= options_.readersMax) ||
           events_.size() >= 20 * (options_.intentsMax + options_.refundsMax);
}

// Gives what is new its place and writes the lines, or takes everything back where it is too much.
void Sandbox::admit(Batch& batch, const Call& call, Answer& answer) {
    Effect& effect = batch.effect;
    if (!effect.changed) return;
    if (isFull(effect)) {
        batch = Batch{};
        ApiError error = internalError("The sandbox is full.");
        error.httpStatus = 507;
        error.code = "sandbox_full";
        answer = answerOf(error);
        return;
    }
    if (!effect.intent.id.empty() && !intentById_.contains(effect.intent.id)) {
        effect.intent.ordinal = intents_.size();
    }
    if (effect.refund && !refundById_.contains(effect.refund->id)) {
        effect.refund->ordinal = refunds_.size();
    }
    if (effect.reader && !readerById_.contains(effect.reader->id)) {
        effect.reader->ordinal = readers_.size();
    }
    writeEffect(batch);
    writeEvents(batch, call);
}

// The ledger first. False: it cannot be written, and nothing has changed.
bool Sandbox::commit(Batch batch) {
    std::int64_t begin = 0;
    if (!batch.lines.empty()) {
        const auto written = ledger_->appendAt(batch.lines);
        if (!written) return false;
        begin = *written;
    }
    Effect& effect = batch.effect;
    if (!effect.changed) return true;
    if (!effect.intent.id.empty()) restoreIntent(std::move(effect.intent));
    if (effect.refund) restoreRefund(std::move(*effect.refund));
    if (effect.reader) restoreReader(std::move(*effect.reader));
    for (EventRow& row : batch.events) {
        row.offset += begin;
        std::string body = std::move(row.body);
        row.body.clear();
        const std::string id = row.id;
        const bool send = row.pending;
        restoreEvent(std::move(row));
        if (send && options_.onEvent) options_.onEvent(id, std::move(body));
    }
    schedule();
    return true;
}

void Sandbox::wakeBy(std::function<void(std::int64_t)> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
    schedule();
}

void Sandbox::settleDue() {
    const std::lock_guard lock(mutex_);
    settleLocked();
    schedule();
}

// One wake-up at a time, for what is due first.
void Sandbox::schedule() {
    if (!wake_ || due_.empty() || due_.begin()->first >= wakeAtMillis_) return;
    wakeAtMillis_ = due_.begin()->first;
    wake_(std::max<std::int64_t>(0, wakeAtMillis_ - nowMillis()));
}

// Also before every call: it sees what is due settled, whether or not the timer has come by.
void Sandbox::settleLocked() {
    const std::int64_t now = nowMillis();
    if (wakeAtMillis_ <= now) wakeAtMillis_ = INT64_MAX;
    const Call nobodys;
    while (!due_.empty() && due_.begin()->first <= now) {
        const std::string id = due_.begin()->second;
        Batch batch;
        if (const auto intent = intentById_.find(id); intent != intentById_.end()) {
            batch.effect = intent->second->status == Status::Processing
                               ? settleProcessing(*intent->second, context(nobodys))
                               : expireAuthorization(*intent->second, context(nobodys));
        } else {
            const Refund& refund = *refundById_.at(id);
            batch.effect = settleRefund(*intentById_.at(refund.intent), refund);
        }
        writeEffect(batch);
        writeEvents(batch, nobodys);
        if (!commit(std::move(batch))) return;
    }
}

Sandbox::Counts Sandbox::counts() const {
    const std::lock_guard lock(mutex_);
    return {intents_.size(), refunds_.size(), keys_.size(), events_.size(), pendingEvents_, seq_};
}

}  // namespace tessera::paysim
