// SPDX-License-Identifier: Apache-2.0
// Stripe's webhooks: whether they are Stripe's, and what of ours they are about.
#include <charconv>

#include "server/payments/stripe_json.h"
#include "server/payments/stripe_provider.h"
#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::payments {
namespace {

using namespace stripe;

constexpr std::int64_t kSignatureToleranceSeconds = 300;
constexpr std::size_t kReasonBytesMax = 256;

struct SignatureHeader {
    std::int64_t timestamp = 0;
    std::string_view timestampText;
    std::vector<std::string_view> signatures;
};

SignatureHeader parseSignature(std::string_view header) {
    SignatureHeader parsed;
    while (!header.empty() && parsed.signatures.size() < 16) {
        const auto comma = header.find(',');
        const auto part = header.substr(0, comma);
        header = comma == std::string_view::npos ? std::string_view{} : header.substr(comma + 1);
        if (part.starts_with("t=")) {
            parsed.timestampText = part.substr(2);
            std::from_chars(part.data() + 2, part.data() + part.size(), parsed.timestamp);
        } else if (part.starts_with("v1=")) {
            parsed.signatures.push_back(part.substr(3));
        }
    }
    return parsed;
}

bool isSigned(std::string_view body, const SignatureHeader& header, std::string_view secret) {
    // Without a secret anybody could sign.
    if (secret.empty() || header.timestamp <= 0 || header.signatures.empty()) return false;
    std::string signedText(header.timestampText);
    signedText += '.';
    signedText += body;
    const std::string expected = toHex(runtime::hmacSha256(secret, signedText));
    bool good = false;
    for (const auto given : header.signatures) {
        good |= runtime::equalConstantTime(given, expected);
    }
    return good;
}

// Where our references are: on the object itself, or, of a reader's action, on its payment, if that
// comes with it, or on the reader.
const json& carrierOf(const json& object) {
    const json& intent =
        member(member(member(object, "action"), "process_payment_intent"), "payment_intent");
    return attemptOn(intent) ? intent : object;
}

std::int64_t amountOf(const json& object) {
    const char* name = text(member(object, "object")) == "charge" ? "amount_captured" : "amount";
    return std::max<std::int64_t>(0, number(member(object, name)));
}

std::string reasonOf(const json& object) {
    for (const json* reason :
         {&member(member(object, "last_payment_error"), "code"), &member(object, "failure_reason"),
          &member(object, "failure_code"), &member(object, "cancellation_reason"),
          &member(member(object, "action"), "failure_code")}) {
        if (const auto said = text(*reason); !said.empty()) {
            return asEvidence(said, kReasonBytesMax);
        }
    }
    return {};
}

WebhookItem itemOf(const json& event, const json& object, EventScopedId attempt) {
    WebhookItem item;
    item.id = text(member(event, "id"));
    item.event = attempt.event;
    item.attempt = AttemptId{attempt.local};
    const auto refund = refundOn(object);
    if (refund && refund->event == attempt.event) item.refund = RefundId{refund->local};
    item.kind = asEvidence(text(member(event, "type")));
    const auto status = text(member(object, "status"));
    item.success = item.kind.find("failed") == std::string::npos && status != "failed";
    item.amount = Money{amountOf(object)};
    item.objectId = idOf(object);
    item.reason = reasonOf(object);
    return item;
}

}  // namespace

WebhookResult readStripeWebhook(std::string_view body, std::string_view signature,
                                std::string_view secret, Instant now) {
    const auto header = parseSignature(signature);
    if (!isSigned(body, header, secret)) return {WebhookOutcome::BadSignature, {}};
    const std::int64_t age = now.micros / 1000000 - header.timestamp;
    if (age > kSignatureToleranceSeconds || age < -kSignatureToleranceSeconds) {
        return {WebhookOutcome::Stale, {}};
    }
    const auto event = json::parse(body, nullptr, false);
    if (event.is_discarded() || !event.is_object()) return {WebhookOutcome::Malformed, {}};
    const json& object = member(member(event, "data"), "object");
    const auto attempt = attemptOn(carrierOf(object));
    if (!attempt) return {WebhookOutcome::Irrelevant, {}};
    // Without a name of its own it could not be told from the next one.
    if (idOf(event).empty()) return {WebhookOutcome::Malformed, {}};
    return {WebhookOutcome::Hint,
            {attempt->event, AttemptId{attempt->local}},
            {itemOf(event, object, *attempt)}};
}

}  // namespace tessera::payments
