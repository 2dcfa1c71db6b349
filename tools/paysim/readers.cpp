// SPDX-License-Identifier: Apache-2.0
// Simulated card readers: one action at a time, and taps on request; see operations.h.
#include <algorithm>

#include "tools/paysim/operations.h"

namespace tessera::paysim {
namespace {

constexpr std::string_view kInProgress = "in_progress";

bool isBusy(const Reader& reader) {
    return reader.action && reader.action->status == kInProgress;
}

Effect changedTo(Reader reader) {
    Effect effect;
    effect.reader = std::move(reader);
    effect.changed = true;
    return effect;
}

ApiError readerError(std::string code, std::string message) {
    ApiError error;
    error.code = std::move(code);
    error.message = std::move(message);
    return error;
}

ApiError nothingToPresent() {
    return readerError({}, "The reader is not waiting for a payment method.");
}

void fail(Effect& effect, std::string code, std::string message) {
    ReaderAction& action = *effect.reader->action;
    action.status = "failed";
    action.failureCode = std::move(code);
    action.failureMessage = std::move(message);
    effect.events.push_back("terminal.reader.action_failed");
}

bool isWaiting(const Intent& intent) {
    return intent.cardPresent && (intent.status == Status::RequiresPaymentMethod ||
                                  intent.status == Status::RequiresConfirmation);
}

}  // namespace

Effect createReader(const http::Form& form, const CallContext& context) {
    const auto code = form.find("registration_code");
    if (!code) return refused(missingParameter("registration_code"));
    if (!code->starts_with("simulated-")) {
        return refused(invalidParameter("registration_code", "Only simulated readers exist here."));
    }
    Reader reader;
    reader.id = context.ids.reader;
    reader.serial = context.ids.reader.substr(4, 8) + "-sim";
    reader.label = clipped(form.find("label").value_or(reader.serial), 200);
    reader.location = clipped(form.find("location").value_or(""), 100);
    reader.created = context.nowMillis / 1000;
    if (auto error = readMetadata(form, reader.metadata)) return refused(std::move(*error));
    return changedTo(std::move(reader));
}

Effect updateReader(Reader reader, const http::Form& form) {
    if (const auto label = form.find("label")) reader.label = clipped(*label, 200);
    if (auto error = readMetadata(form, reader.metadata)) return refused(std::move(*error));
    return changedTo(std::move(reader));
}

bool isOffline(const Reader& reader) {
    return std::find(reader.metadata.begin(), reader.metadata.end(),
                     std::pair<std::string, std::string>("paysim_status", "offline")) !=
           reader.metadata.end();
}

Effect processOnReader(Reader reader, const Intent& intent) {
    if (isOffline(reader)) {
        return refused(readerError("terminal_reader_offline",
                                   "Reader is currently offline, please ensure it is on."));
    }
    if (isBusy(reader)) {
        return refused(readerError("terminal_reader_busy",
                                   "Reader is currently busy processing another request."));
    }
    if (!isWaiting(intent)) return unexpectedState(intent, "process");
    reader.action = ReaderAction{intent.id, std::string(kInProgress), {}, {}};
    return changedTo(std::move(reader));
}

Effect cancelOnReader(Reader reader) {
    reader.action.reset();
    return changedTo(std::move(reader));
}

Effect presentOnReader(Reader reader, const Intent& intent, const http::Form& form,
                       const CallContext& context) {
    if (!isBusy(reader)) return refused(nothingToPresent());
    if (form.find("type").value_or("card_present") != "card_present") {
        return refused(invalidParameter("type", "It must be card_present."));
    }
    const auto number = form.find("card_present[number]").value_or("");
    const auto method = readerMethodOf(number);
    if (!method) {
        return refused(invalidParameter("card_present[number]", "No test card has this number."));
    }
    Effect effect;
    effect.changed = true;
    if (!isWaiting(intent)) {
        effect.reader = std::move(reader);
        fail(effect, "intent_invalid_state", "The PaymentIntent is in an invalid state.");
        return effect;
    }
    Intent paid = intent;
    paid.paymentMethod = *method;
    effect = confirmIntent(std::move(paid), http::Form{}, context);
    effect.reader = std::move(reader);
    if (effect.intent.lastError) {
        const Decline reason = *effect.intent.lastError;
        fail(effect, reason.code, reason.message);
    } else {
        effect.reader->action->status = "succeeded";
        effect.events.push_back("terminal.reader.action_succeeded");
    }
    effect.error.reset();  // The tap was taken: the refusal is the action's.
    return effect;
}

Effect timeoutOnReader(Reader reader) {
    if (!isBusy(reader)) return refused(nothingToPresent());
    Effect effect = changedTo(std::move(reader));
    fail(effect, "terminal_reader_timeout", "No payment method was presented in time.");
    return effect;
}

}  // namespace tessera::paysim
