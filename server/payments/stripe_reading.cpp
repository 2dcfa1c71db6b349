// SPDX-License-Identifier: Apache-2.0
// Reads what Stripe says; see stripe_provider.h.
#include <openssl/crypto.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "server/payments/stripe_provider.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::payments {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::ProviderAnswer;
using nlohmann::json;

constexpr std::int64_t kSignatureToleranceSeconds = 300;
constexpr std::size_t kEvidenceBytesMax = 512;
constexpr std::size_t kObjectIdBytesMax = 128;
constexpr std::size_t kClientSecretBytesMax = 256;
constexpr std::int64_t kSecondsMax = 253402300799;  // The end of the year 9999.

const json& member(const json& object, const char* name) {
    static const json none;
    if (!object.is_object()) return none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

std::string text(const json& value) {
    return value.is_string() ? value.get<std::string>() : "";
}

std::int64_t number(const json& value) {
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

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

// Stripe's ids and secrets are letters, digits and underscores: anything else does not go into a
// URL, and nothing that the database would refuse as text goes into it.
bool isToken(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '_' || c == '-';
    });
}

std::string asEvidence(std::string said) {
    said.resize(std::min(said.size(), kEvidenceBytesMax));
    std::replace_if(
        said.begin(), said.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return said;
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

// Nothing if `intent` is not one, or has a state or an amount that cannot be.
std::optional<ProviderAnswer> readIntent(const json& intent) {
    if (text(member(intent, "object")) != "payment_intent") return std::nullopt;
    ProviderAnswer answer;
    answer.object = stateOf(text(member(intent, "status")));
    answer.objectId = text(member(intent, "id"));
    answer.clientSecret = text(member(intent, "client_secret"));
    if (answer.object == ObjectState::None || answer.objectId.empty() ||
        answer.objectId.size() > kObjectIdBytesMax || !isToken(answer.objectId) ||
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
    const json& card = member(member(charge, "payment_method_details"), "card");
    const auto before = number(member(card, "capture_before"));
    if (before > 0 && before <= kSecondsMax) answer.captureBefore = Instant{before * 1000000};
    return answer;
}

ProviderAnswer readRefund(const json& refund, ProviderAnswer answer) {
    const auto status = text(member(refund, "status"));
    const bool refused = status == "failed" || status == "canceled";
    const bool made = status == "succeeded" || status == "pending" || status == "requires_action";
    if (text(member(refund, "object")) != "refund" || (!refused && !made)) {
        answer.evidence += " unreadable";
        return answer;
    }
    answer.evidence =
        asEvidence(answer.evidence + " refund " + text(member(refund, "id")) + " " + status);
    // Until it has succeeded the money is not back.
    const bool done = status == "succeeded";
    answer.kind = refused ? AnswerKind::Refused
                  : done  ? AnswerKind::Definitive
                          : AnswerKind::Accepted;
    return answer;
}

ProviderAnswer readError(const json& error, long status, ProviderAnswer answer) {
    const auto type = text(member(error, "type"));
    const auto code = text(member(error, "code"));
    answer.evidence = asEvidence(answer.evidence + " " + type + " " + code);
    // Only these refuse an operation. "Not found" is no evidence, a wrong key says nothing about
    // the object, and what a proxy says is not the provider's word.
    const bool refusal = (status == 400 || status == 402) && error.is_object();
    if (!refusal || code == "resource_missing" || type == "idempotency_error" ||
        type == "api_error") {
        return answer;
    }
    if (auto shown = readIntent(member(error, "payment_intent"))) {
        shown->evidence = std::move(answer.evidence);
        answer = std::move(*shown);
    }
    answer.kind = AnswerKind::Refused;
    return answer;
}

std::string hmacHex(std::string_view secret, const std::string& message) {
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    const auto* made = HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                            reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                            digest.data(), &length);
    TESSERA_CHECK(made != nullptr);
    return toHex(digest);
}

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

}  // namespace

ProviderAnswer readStripeAnswer(engine::Operation operation, const HttpAnswer& http) {
    ProviderAnswer answer;
    answer.evidence = "HTTP " + std::to_string(http.status);
    if (http.status == 0) answer.evidence = asEvidence(http.failure);
    // 409 and 429 say that nothing was decided yet; 5xx and silence say nothing at all.
    if (http.status < 200 || http.status >= 500 || http.status == 409 || http.status == 429) {
        return answer;
    }
    const auto body = json::parse(http.body, nullptr, false);
    if (body.is_discarded()) return answer;
    if (http.status >= 300) return readError(member(body, "error"), http.status, std::move(answer));
    if (operation == engine::Operation::Refund) return readRefund(body, std::move(answer));
    auto read = readIntent(body);
    if (!read) {
        answer.evidence += " unreadable";
        return answer;
    }
    read->kind = AnswerKind::Definitive;
    read->evidence =
        asEvidence(answer.evidence + " " + read->objectId + " " + text(member(body, "status")));
    return std::move(*read);
}

std::optional<ProviderAnswer> readStripeSearch(const HttpAnswer& http) {
    ProviderAnswer unknown;
    unknown.evidence =
        asEvidence("search: " + (http.status == 0 ? std::string(http.failure)
                                                  : "HTTP " + std::to_string(http.status)));
    if (http.status < 200 || http.status >= 300) return unknown;
    const auto body = json::parse(http.body, nullptr, false);
    if (body.is_discarded() || text(member(body, "object")) != "search_result") return unknown;
    const json& data = member(body, "data");
    if (!data.is_array()) return unknown;
    if (data.empty()) return std::nullopt;
    auto read = readIntent(data.front());
    if (!read) return unknown;
    read->kind = AnswerKind::Definitive;
    read->evidence = asEvidence(unknown.evidence + " " + read->objectId);
    return read;
}

WebhookResult readStripeWebhook(std::string_view body, std::string_view signature,
                                std::string_view secret, Instant now) {
    const auto header = parseSignature(signature);
    // Without a secret anybody could sign.
    if (secret.empty() || header.timestamp <= 0 || header.signatures.empty()) {
        return {WebhookOutcome::BadSignature, {}};
    }
    std::string signedText(header.timestampText);
    signedText += '.';
    signedText += body;
    const std::string expected = hmacHex(secret, signedText);
    bool good = false;
    for (const auto given : header.signatures) {
        good |= given.size() == expected.size() &&
                CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0;
    }
    if (!good) return {WebhookOutcome::BadSignature, {}};
    const std::int64_t age = now.micros / 1000000 - header.timestamp;
    if (age > kSignatureToleranceSeconds || age < -kSignatureToleranceSeconds) {
        return {WebhookOutcome::Stale, {}};
    }
    const auto event = json::parse(body, nullptr, false);
    if (event.is_discarded() || !event.is_object()) return {WebhookOutcome::Malformed, {}};
    const json& metadata = member(member(member(event, "data"), "object"), "metadata");
    const auto attempt = decodeEventScopedId(text(member(metadata, "tessera_attempt")));
    if (!attempt) return {WebhookOutcome::Irrelevant, {}};
    return {WebhookOutcome::Hint, {attempt->event, AttemptId{attempt->local}}};
}

}  // namespace tessera::payments
