// SPDX-License-Identifier: Apache-2.0
// Which call does what: Stripe's paths and the rights of keys; see sandbox.h.
#include <algorithm>

#include "tools/paysim/sandbox.h"

namespace tessera::paysim {
namespace {

Answer answerOf(const ApiError& error) {
    return {error.httpStatus, renderError(error).dump()};
}

// A refusal of an endpoint that began to execute.
Answer refusal(Effect& effect, ApiError error) {
    effect.error = std::move(error);
    return answerOf(*effect.error);
}

Answer unknownUrl() {
    ApiError error;
    error.httpStatus = 404;
    error.message = "Unrecognized request URL.";
    return answerOf(error);
}

bool wants(const http::Form& form, const std::string& what) {
    const auto expand = form.list("expand");
    return std::find(expand.begin(), expand.end(), what) != expand.end();
}

}  // namespace

// `prefix` stands before what the form expands.
Json Sandbox::show(const Intent& intent, const http::Form& form, const std::string& prefix) const {
    Expand expand;
    const bool refunds = wants(form, prefix + "latest_charge.refunds");
    expand.charge = refunds || wants(form, prefix + "latest_charge");
    if (refunds && intent.charge) {
        expand.refunds.emplace();
        const auto known = refundsByCharge_.find(intent.charge->id);
        if (known != refundsByCharge_.end()) {
            for (auto it = known->second.rbegin(); it != known->second.rend(); ++it) {
                expand.refunds->push_back(**it);
            }
        }
    }
    return renderIntent(intent, expand);
}

// The rights of a publishable key: to see and confirm the one payment whose secret it has.
std::optional<ApiError> Sandbox::forbids(const Call& call, const Intent* intent) const {
    const auto secret = call.form.find("client_secret");
    ApiError error;
    if (intent != nullptr && secret && *secret != intent->clientSecret) {
        error.code = "payment_intent_invalid_parameter";
        error.param = "client_secret";
        error.message = "The client_secret provided does not match this PaymentIntent.";
        return error;
    }
    if (!call.publishable) return std::nullopt;
    const std::string_view verb = call.path.size() == 4 ? std::string_view(call.path[3]) : "";
    const bool open =
        call.post ? verb == "confirm" || verb == "complete_action" : call.path.size() == 3;
    if (intent != nullptr && secret && open) return std::nullopt;
    error.httpStatus = 403;
    error.code = "secret_key_required";
    error.message = "This call needs a secret key, or the client_secret of its PaymentIntent.";
    return error;
}

Answer Sandbox::execute(const Call& call, Batch& batch) {
    const bool v1 = call.path.front() == "v1";
    const std::string_view kind = call.path.size() > 1 ? std::string_view(call.path[1]) : "";
    if (kind == "payment_intents") return executeIntents(call, batch);
    if (v1 && kind == "refunds") return executeRefunds(call, batch);
    if (v1 && kind == "charges") return readCharges(call);
    if (v1 && kind == "events") return readEvents(call);
    if (v1 && kind == "terminal") return executeReaders(call, batch);
    if (v1 && kind == "test_helpers") return executeHelpers(call, batch);
    return unknownUrl();
}

Answer Sandbox::executeIntents(const Call& call, Batch& batch) {
    Effect& effect = batch.effect;
    if (call.path.size() == 2) {
        if (const auto error = forbids(call, nullptr)) return answerOf(*error);
        if (call.path.front() != "v1") return unknownUrl();
        if (!call.post) return listIntents(call.form);
        effect = createIntent(call.form, context(call));
        if (effect.error) return answerOf(*effect.error);
        return {200, show(effect.intent, call.form).dump()};
    }
    if (call.path.size() == 3 && call.path[2] == "search" && !call.post) {
        if (const auto error = forbids(call, nullptr)) return answerOf(*error);
        return searchIntents(call, batch);
    }
    const auto found = intentById_.find(call.path[2]);
    const Intent* intent = found == intentById_.end() ? nullptr : found->second;
    if (intent == nullptr) return refusal(effect, noSuch("payment_intent", call.path[2], "intent"));
    if (const auto error = forbids(call, intent)) return answerOf(*error);
    return executeIntent(call, *intent, batch);
}

Answer Sandbox::executeIntent(const Call& call, const Intent& intent, Batch& batch) {
    Effect& effect = batch.effect;
    const bool v1 = call.path.front() == "v1";
    if (call.path.size() == 3 && v1 && !call.post) {
        writeShown(batch, call, intent.id, intent.id, toText(intent.status));
        return {200, show(intent, call.form).dump()};
    }
    if (call.path.size() > 4 || !call.post) return unknownUrl();
    const std::string_view verb = call.path.size() == 4 ? std::string_view(call.path[3]) : "";
    if (v1 && verb.empty()) {
        effect = updateIntent(intent, call.form);
    } else if (v1 && verb == "confirm") {
        effect = confirmIntent(intent, call.form, context(call));
    } else if (v1 && verb == "cancel") {
        effect = cancelIntent(intent, call.form, context(call));
    } else if (v1 && verb == "capture") {
        effect = captureIntent(intent, call.form, context(call));
    } else if (!v1 && verb == "complete_action") {
        effect = completeAction(intent, call.form, context(call));
    } else {
        return unknownUrl();
    }
    if (effect.error) return answerOf(*effect.error);
    return {200, show(effect.intent, call.form).dump()};
}

Answer Sandbox::executeRefunds(const Call& call, Batch& batch) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    if (call.path.size() == 2) return call.post ? makeRefund(call, batch) : listRefunds(call.form);
    const auto found = refundById_.find(call.path[2]);
    if (found == refundById_.end()) {
        return refusal(batch.effect, noSuch("refund", call.path[2], "id"));
    }
    if (call.path.size() > 4) return unknownUrl();
    return executeRefund(call, *found->second, call.path.size() == 4 ? call.path[3] : "", batch);
}

Answer Sandbox::executeRefund(const Call& call, const Refund& refund, std::string_view verb,
                              Batch& batch) {
    if (!call.post && verb.empty()) {
        writeShown(batch, call, refund.intent, refund.id, toText(refund.status));
        return {200, renderRefund(refund).dump()};
    }
    if (!call.post || (!verb.empty() && verb != "cancel")) return unknownUrl();
    const Intent& intent = *intentById_.at(refund.intent);
    batch.effect =
        verb.empty() ? updateRefund(intent, refund, call.form) : cancelRefund(intent, refund);
    if (batch.effect.error) return answerOf(*batch.effect.error);
    return {200, renderRefund(*batch.effect.refund).dump()};
}

Answer Sandbox::makeRefund(const Call& call, Batch& batch) {
    Effect& effect = batch.effect;
    const auto intentId = call.form.find("payment_intent");
    const auto chargeId = call.form.find("charge");
    const Intent* intent = nullptr;
    if (intentId) {
        const auto found = intentById_.find(std::string(*intentId));
        if (found == intentById_.end()) {
            return refusal(effect, noSuch("payment_intent", *intentId, "payment_intent"));
        }
        intent = found->second;
    }
    if (chargeId) {
        const auto found = chargeById_.find(std::string(*chargeId));
        const bool other =
            found != chargeById_.end() && intent != nullptr && found->second->intent != intent;
        if (found == chargeById_.end() || other) {
            return refusal(effect, noSuch("charge", *chargeId, "charge"));
        }
        intent = found->second->intent;
    }
    if (intent == nullptr) return refusal(effect, missingParameter("payment_intent"));
    effect = createRefund(*intent, call.form, context(call));
    if (effect.error) return answerOf(*effect.error);
    return {200, renderRefund(*effect.refund).dump()};
}

Answer Sandbox::executeReaders(const Call& call, Batch& batch) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    const auto& path = call.path;
    if (path.size() < 3 || path.size() > 5 || path[2] != "readers") return unknownUrl();
    if (path.size() > 3) {
        const auto found = readerById_.find(path[3]);
        if (found == readerById_.end()) {
            return refusal(batch.effect, noSuch("terminal.reader", path[3], "reader"));
        }
        return executeReader(call, *found->second, batch);
    }
    if (!call.post) return listReaders(call.form);
    batch.effect = createReader(call.form, context(call));
    if (batch.effect.error) return answerOf(*batch.effect.error);
    return {200, renderReader(*batch.effect.reader).dump()};
}

Answer Sandbox::executeReader(const Call& call, const Reader& reader, Batch& batch) {
    const std::string_view verb = call.path.size() == 5 ? std::string_view(call.path[4]) : "";
    if (!call.post && verb.empty()) return {200, renderReader(reader).dump()};
    if (!call.post) return unknownUrl();
    batch.effect = readerEffect(call, reader, verb);
    if (!batch.effect.error && !batch.effect.changed) return unknownUrl();
    if (batch.effect.error) return answerOf(*batch.effect.error);
    return {200, renderReader(*batch.effect.reader).dump()};
}

// Nothing for a verb that is none.
Effect Sandbox::readerEffect(const Call& call, const Reader& reader, std::string_view verb) const {
    const bool helper = call.path[1] == "test_helpers";
    if (!helper && verb.empty()) return updateReader(reader, call.form);
    if (!helper && verb == "cancel_action") return cancelOnReader(reader);
    if (helper && verb == "timeout_input_collection") return timeoutOnReader(reader);
    const bool process = !helper && verb == "process_payment_intent";
    const bool present = helper && verb == "present_payment_method";
    if (!process && !present) return {};
    std::string id(call.form.find("payment_intent").value_or(""));
    if (present && reader.action) id = reader.action->intent;
    if (process && id.empty()) return refused(missingParameter("payment_intent"));
    const auto found = intentById_.find(id);
    const Intent none;
    if (process && found == intentById_.end()) {
        return refused(noSuch("payment_intent", id, "payment_intent"));
    }
    const Intent& intent = found == intentById_.end() ? none : *found->second;
    CallContext now = context(call);
    now.lateAuthorizationMillis = 0;  // A reader shows the bank's answer.
    return process ? processOnReader(reader, intent)
                   : presentOnReader(reader, intent, call.form, now);
}

// test_helpers/terminal/readers/{id}/{verb}
Answer Sandbox::executeHelpers(const Call& call, Batch& batch) {
    if (const auto error = forbids(call, nullptr)) return answerOf(*error);
    if (call.path.size() != 6 || call.path[2] != "terminal" || call.path[3] != "readers") {
        return unknownUrl();
    }
    const auto found = readerById_.find(call.path[4]);
    if (found == readerById_.end()) {
        return refusal(batch.effect, noSuch("terminal.reader", call.path[4], "reader"));
    }
    if (!call.post) return unknownUrl();
    batch.effect = readerEffect(call, *found->second, call.path[5]);
    if (!batch.effect.error && !batch.effect.changed) return unknownUrl();
    if (batch.effect.error) return answerOf(*batch.effect.error);
    return {200, renderReader(*batch.effect.reader).dump()};
}

}  // namespace tessera::paysim
