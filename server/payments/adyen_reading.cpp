// SPDX-License-Identifier: Apache-2.0
// Our calls and Adyen's answers to them; see adyen_reading.h.
#include "server/payments/adyen_reading.h"

#include <array>
#include <charconv>

#include "server/payments/adyen_json.h"
#include "shared/base/check.h"

namespace tessera::payments {
namespace {

using adyen::asEvidence;
using adyen::isPsp;
using adyen::member;
using adyen::text;
using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;
using engine::ProviderAnswer;
using nlohmann::json;

constexpr std::size_t kActionBytesMax = 256;
constexpr std::size_t kRefundIdBytes = 13;

// What a card's fields may be called: those that Adyen's client encrypts, and what is no secret.
constexpr std::array<const char*, 8> kMethodFields{"type",
                                                   "encryptedCardNumber",
                                                   "encryptedExpiryMonth",
                                                   "encryptedExpiryYear",
                                                   "holderName",
                                                   "encryptedSecurityCode",
                                                   "brand",
                                                   "checkoutAttemptId"};
constexpr std::array<const char*, 4> kBrowserFields{"browserInfo", "channel", "origin",
                                                    "billingAddress"};

bool isNumber(std::string_view digits) {
    std::int32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value);
    return parsed.ec == std::errc{} && parsed.ptr == end && value > 0;
}

json amountOf(const Call& call) {
    return json{{"currency", toString(call.currency)}, {"value", call.row.amount.minor}};
}

// Without an answer, or with one that says nothing of the effect.
bool saysNothing(const HttpAnswer& http) {
    return http.status < 200 || http.status >= 500 || http.status == 429;
}

ProviderAnswer unknown(const HttpAnswer& http) {
    ProviderAnswer answer;
    answer.evidence =
        http.status == 0 ? asEvidence(http.failure) : "HTTP " + std::to_string(http.status);
    return answer;
}

// Errors of 400 and 422 refuse the call; a wrong key or account says nothing about the payment.
AdyenAnswer readError(const json& body, const HttpAnswer& http) {
    AdyenAnswer read;
    read.answer = unknown(http);
    const std::string code = text(member(body, "errorCode"));
    read.answer.evidence =
        asEvidence(read.answer.evidence + " errorCode " + code + " " +
                   text(member(body, "errorType")) + " " + text(member(body, "pspReference")));
    read.alreadyProcessed = code == "704";
    const bool refusal = (http.status == 400 || http.status == 422) && !code.empty();
    if (refusal && !read.alreadyProcessed) read.answer.kind = AnswerKind::Refused;
    return read;
}

std::optional<ObjectState> stateOf(const std::string& resultCode) {
    if (resultCode == "Authorised") return ObjectState::RequiresCapture;
    if (resultCode == "Refused" || resultCode == "Error" || resultCode == "Cancelled") {
        return ObjectState::RequiresPaymentMethod;
    }
    if (resultCode == "Pending" || resultCode == "Received") return ObjectState::Processing;
    if (resultCode == "RedirectShopper" || resultCode == "IdentifyShopper" ||
        resultCode == "ChallengeShopper") {
        return ObjectState::RequiresAction;
    }
    return std::nullopt;
}

bool isDetails(const Call& call) {
    const json payload = json::parse(call.row.payload, nullptr, false);
    return member(payload, "details").is_object();
}

WebhookItem itemOf(const Call& call, const std::string& psp, const char* kind, Instant now) {
    WebhookItem item;
    item.provider = engine::ProviderKind::Adyen;
    item.event = call.event;
    item.attempt = call.row.attempt;
    item.refund = call.row.refund;
    item.kind = kind;
    item.objectId = psp;
    item.amount = call.row.amount;
    item.at = now;
    return item;
}

}  // namespace

std::string adyenPaymentReference(const Call& call) {
    return encodePublicId(call.event, call.row.attempt.value);
}

std::string adyenCallName(const Call& call) {
    const std::string attemptTry = "-" + std::to_string(call.row.attemptTry);
    switch (call.row.operation) {
        case Operation::Confirm:
            return (isDetails(call) ? "details" : "payment") + attemptTry;
        case Operation::Capture:
            return "capture" + attemptTry;
        case Operation::Cancel:
            return "cancel" + attemptTry;
        default:
            TESSERA_CHECK(call.row.operation == Operation::Refund);
            return "refund-" + encodePublicId(call.row.refund.value) + attemptTry;
    }
}

Call adyenCallNamed(const Call& call, std::string_view name) {
    Call named = call;
    const std::string_view digits = name.substr(name.rfind('-') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), named.row.attemptTry);
    return named;
}

WebhookItem adyenNote(const Call& call, const char* kind, Instant now) {
    WebhookItem item = itemOf(call, {}, kind, now);
    item.reason = adyenCallName(call);
    item.id = adyenPaymentReference(call) + "-" + item.reason + ":" + kind;
    return item;
}

std::optional<AdyenReference> parseAdyenReference(std::string_view reference) {
    constexpr std::size_t kAttemptBytes = 26;
    constexpr std::string_view kRefund = "refund-";
    const auto scoped = decodeEventScopedId(reference.substr(0, kAttemptBytes));
    if (!scoped) return std::nullopt;
    AdyenReference parsed{scoped->event, AttemptId{scoped->local}, {}, {}};
    if (reference.size() == kAttemptBytes) return parsed;
    if (reference[kAttemptBytes] != '-') return std::nullopt;
    std::string_view name = reference.substr(kAttemptBytes + 1);
    parsed.modification = name;
    if (name.starts_with(kRefund)) {
        name.remove_prefix(kRefund.size());
        const auto refund = decodePublicId(name.substr(0, kRefundIdBytes));
        if (!refund || name.size() <= kRefundIdBytes) return std::nullopt;
        parsed.refund = RefundId{*refund};
        name.remove_prefix(kRefundIdBytes);
    } else if (name.starts_with("capture")) {
        name.remove_prefix(7);
    } else if (name.starts_with("cancel")) {
        name.remove_prefix(6);
    } else {
        return std::nullopt;
    }
    if (!name.starts_with('-') || !isNumber(name.substr(1))) return std::nullopt;
    return parsed;
}

std::optional<AdyenRequest> adyenConfirmRequest(const Call& call, std::string_view merchantAccount,
                                                std::string_view returnUrl) {
    const json payload = json::parse(call.row.payload, nullptr, false);
    const json& details = member(payload, "details");
    if (details.is_object()) {
        json body{{"details", json::object()}};
        for (const char* name : {"redirectResult", "threeDSResult"}) {
            const json& value = member(details, name);
            if (value.is_string()) body["details"][name] = value;
        }
        if (body["details"].empty()) return std::nullopt;
        return AdyenRequest{"/payments/details", body.dump()};
    }
    const json& method = member(payload, "paymentMethod");
    if (!method.is_object() || text(member(method, "type")).empty()) return std::nullopt;
    json clean = json::object();
    for (const auto& [name, value] : method.items()) {
        const bool known = std::any_of(kMethodFields.begin(), kMethodFields.end(),
                                       [&n = name](const char* field) { return n == field; });
        // A number in the clear is not ours to pass on.
        if (!known || !value.is_string()) return std::nullopt;
        clean[name] = value;
    }
    json body{{"merchantAccount", merchantAccount},
              {"reference", adyenPaymentReference(call)},
              {"amount", amountOf(call)},
              {"paymentMethod", std::move(clean)},
              {"returnUrl", returnUrl},
              {"channel", "Web"},
              {"additionalData", json{{"manualCapture", "true"}}}};
    for (const char* name : kBrowserFields) {
        if (const json& value = member(payload, name); !value.is_null()) body[name] = value;
    }
    return AdyenRequest{"/payments", body.dump()};
}

AdyenAnswer readAdyenPayment(const Call& call, const HttpAnswer& http, Instant now) {
    if (saysNothing(http)) return {unknown(http), {}, false};
    const json body = json::parse(http.body, nullptr, false);
    if (http.status >= 300) {
        AdyenAnswer read = readError(body, http);
        // Nothing was made: the buyer may give another card.
        if (read.answer.kind == AnswerKind::Refused) {
            read.answer.object = ObjectState::RequiresPaymentMethod;
            read.answer.objectId = adyenPaymentReference(call);
            read.item = adyenNote(call, kAdyenRefusedItem, now);
        }
        return read;
    }
    const std::string resultCode = text(member(body, "resultCode"));
    const std::string psp = text(member(body, "pspReference"));
    const auto state = stateOf(resultCode);
    // Only while the buyer is away there is no pspReference.
    const bool away = state == ObjectState::RequiresAction;
    AdyenAnswer read{unknown(http), {}, false};
    if (!state || (psp.empty() ? !away : !isPsp(psp))) {
        read.answer.evidence += " unreadable";
        return read;
    }
    const char* kind = isDetails(call) ? kAdyenDetailsItem : kAdyenPaymentsItem;
    read.answer.kind = AnswerKind::Definitive;
    read.answer.object = *state;
    read.answer.objectId = adyenPaymentReference(call);
    if (state == ObjectState::RequiresCapture) {
        read.answer.authorized = call.row.amount;
        const auto digits = text(member(member(body, "additionalData"), "cardSummary"));
        if (isLast4(digits)) read.answer.cardLast4 = digits;
    }
    const std::string action = text(member(member(body, "action"), "url"));
    if (action.size() <= kActionBytesMax) read.answer.clientSecret = action;
    read.answer.evidence = asEvidence(read.answer.evidence + " " + kind + " " + resultCode + " " +
                                      psp + " " + text(member(body, "refusalReason")));
    WebhookItem item = itemOf(call, psp, kind, now);
    item.success = state == ObjectState::RequiresCapture;
    item.reason = adyenCallName(call) + " " + resultCode;
    item.id = (psp.empty() ? call.idempotencyKey() : psp) + ":" + kind + ":" + resultCode;
    read.item = std::move(item);
    return read;
}

AdyenAnswer readAdyenModification(const Call& call, const HttpAnswer& http, Instant now) {
    if (saysNothing(http)) return {unknown(http), {}, false};
    const json body = json::parse(http.body, nullptr, false);
    if (http.status >= 300) {
        AdyenAnswer read = readError(body, http);
        if (read.answer.kind == AnswerKind::Refused) {
            read.item = adyenNote(call, kAdyenRefusedItem, now);
        }
        return read;
    }
    const std::string psp = text(member(body, "pspReference"));
    AdyenAnswer read{unknown(http), {}, false};
    if (text(member(body, "status")) != "received" || !isPsp(psp)) {
        read.answer.evidence += " unreadable";
        return read;
    }
    const std::string name = adyenCallName(call);
    read.answer.kind = AnswerKind::Accepted;
    read.answer.objectId = adyenPaymentReference(call);
    if (call.row.operation == Operation::Refund) read.answer.refundObjectId = psp;
    read.answer.evidence = asEvidence(read.answer.evidence + " " + name + " received " + psp);
    read.item = itemOf(call, text(member(body, "paymentPspReference")), kAdyenReceivedItem, now);
    read.item->reason = name;
    read.item->id = psp + ":" + kAdyenReceivedItem + ":" + name;
    return read;
}

}  // namespace tessera::payments
