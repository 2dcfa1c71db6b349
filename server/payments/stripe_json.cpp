// SPDX-License-Identifier: Apache-2.0
#include "server/payments/stripe_json.h"

#include <algorithm>

namespace tessera::payments::stripe {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::ProviderAnswer;
using engine::RefundStanding;

constexpr std::size_t kClientSecretBytesMax = 256;
constexpr std::size_t kDeclineBytesMax = 64;
constexpr std::int64_t kSecondsMax = 253402300799;  // The end of the year 9999.

ObjectState stateOf(const std::string& status) {
    if (status == "requires_payment_method") return ObjectState::RequiresPaymentMethod;
    if (status == "requires_confirmation") return ObjectState::RequiresConfirmation;
    if (status == "requires_action") return ObjectState::RequiresAction;
    if (status == "processing") return ObjectState::Processing;
    if (status == "requires_capture") return ObjectState::RequiresCapture;
    if (status == "succeeded") return ObjectState::Succeeded;
    if (status == "canceled") return ObjectState::Canceled;
    return ObjectState::None;
}

// Of refunds that have succeeded, where the charge lists them; its sum counts those under way too.
// Nothing for a sum that cannot be.
std::optional<Money> refundedOf(const json& charge) {
    const json& refunds = member(member(charge, "refunds"), "data");
    if (!refunds.is_array()) return Money{number(member(charge, "amount_refunded"))};
    Money sum;
    for (const json& refund : refunds) {
        const auto amount = number(member(refund, "amount"));
        if (text(member(refund, "status")) != "succeeded" || amount <= 0) continue;
        if (amount > INT64_MAX - sum.minor) return std::nullopt;
        sum += Money{amount};
    }
    return sum;
}

Instant captureBeforeOf(const json& charge) {
    const json& details = member(charge, "payment_method_details");
    for (const char* method : {"card", "card_present"}) {
        const auto before = seconds(member(member(details, method), "capture_before"));
        if (before > 0) return Instant{before * 1000000};
    }
    return Instant::never();
}

// Nothing but four digits: never more of a number than that.
std::string last4Of(const json& charge) {
    const json& details = member(charge, "payment_method_details");
    for (const char* method : {"card", "card_present"}) {
        const std::string digits = text(member(member(details, method), "last4"));
        if (isLast4(digits)) return digits;
    }
    return {};
}

// Why the last card was declined; nothing: none was.
std::string declineOf(const json& intent) {
    const json& error = member(intent, "last_payment_error");
    if (!error.is_object()) return {};
    for (const char* name : {"decline_code", "code"}) {
        const std::string said = text(member(error, name));
        if (!said.empty() && said.size() <= kDeclineBytesMax && isToken(said)) return said;
    }
    return "declined";
}

std::optional<EventScopedId> scopedOn(const json& object, const char* name) {
    return decodeEventScopedId(text(member(member(object, "metadata"), name)));
}

}  // namespace

std::int64_t number(const json& value) {
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

std::int64_t seconds(const json& value) {
    const auto read = number(value);
    return read < 0 || read > kSecondsMax ? 0 : read;
}

bool isToken(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '_' || c == '-';
    });
}

std::string idOf(const json& value) {
    const std::string id = text(value.is_object() ? member(value, "id") : value);
    return id.size() <= kObjectIdBytesMax && isToken(id) ? id : std::string();
}

std::optional<EventScopedId> attemptOn(const json& object) {
    return scopedOn(object, "tessera_attempt");
}

std::optional<EventScopedId> refundOn(const json& object) {
    return scopedOn(object, "tessera_refund");
}

std::string readerOn(const json& object) {
    return idOf(member(member(object, "metadata"), "tessera_reader"));
}

std::optional<ProviderAnswer> readIntent(const json& intent) {
    if (text(member(intent, "object")) != "payment_intent") return std::nullopt;
    ProviderAnswer answer;
    answer.object = stateOf(text(member(intent, "status")));
    answer.objectId = idOf(member(intent, "id"));
    answer.clientSecret = text(member(intent, "client_secret"));
    if (answer.object == ObjectState::None || answer.objectId.empty() ||
        answer.clientSecret.size() > kClientSecretBytesMax || !isToken(answer.clientSecret)) {
        return std::nullopt;
    }
    answer.authorized = {number(member(intent, "amount_capturable"))};
    answer.captured = {number(member(intent, "amount_received"))};
    const json& charge = member(intent, "latest_charge");
    const auto refunded = refundedOf(charge);
    if (!refunded) return std::nullopt;
    answer.refunded = *refunded;
    if (answer.authorized.minor < 0 || answer.captured.minor < 0 || answer.refunded.minor < 0) {
        return std::nullopt;
    }
    answer.captureBefore = captureBeforeOf(charge);
    // Of a charge that was declined it is another card's.
    const bool paid =
        answer.object == ObjectState::RequiresCapture || answer.object == ObjectState::Succeeded;
    if (paid) answer.cardLast4 = last4Of(charge);
    if (answer.object == ObjectState::RequiresPaymentMethod) {
        answer.declineReason = declineOf(intent);
    }
    return answer;
}

std::optional<ProviderAnswer> readRefund(const json& refund) {
    const auto status = text(member(refund, "status"));
    const bool refused = status == "failed" || status == "canceled";
    const bool pending = status == "pending" || status == "requires_action";
    const bool done = status == "succeeded";
    if (text(member(refund, "object")) != "refund" || (!refused && !pending && !done)) {
        return std::nullopt;
    }
    ProviderAnswer answer;
    answer.refundObjectId = idOf(member(refund, "id"));
    answer.refund = refused   ? RefundStanding::Failed
                    : pending ? RefundStanding::Pending
                              : RefundStanding::Succeeded;
    // Until it has succeeded the money is not back.
    answer.kind = refused   ? AnswerKind::Refused
                  : pending ? AnswerKind::Accepted
                            : AnswerKind::Definitive;
    answer.evidence = "refund " + text(member(refund, "id")) + " " + status;
    const auto why = text(member(refund, "failure_reason"));
    if (!why.empty()) answer.evidence += " " + why;
    answer.evidence = asEvidence(std::move(answer.evidence));
    return answer;
}

}  // namespace tessera::payments::stripe
