// SPDX-License-Identifier: Apache-2.0
// Notifications and their HMAC; see adyen_reading.h.
#include "server/payments/adyen_json.h"
#include "server/payments/adyen_reading.h"
#include "server/runtime/secrets.h"
#include "shared/base/encoding.h"

namespace tessera::payments {
namespace {

using adyen::asEvidence;
using adyen::isPsp;
using adyen::member;
using adyen::text;
using nlohmann::json;

constexpr std::size_t kItemsMax = 1000;
constexpr std::size_t kEventCodeBytesMax = 64;
// So that no sum of an attempt's items overflows.
constexpr std::int64_t kAmountMax = 1'000'000'000'000'000;

// Nothing is escaped in it: so it has Adyen. Nothing where a field has a type that it cannot have.
std::optional<std::string> signedText(const json& item) {
    const json& value = member(member(item, "amount"), "value");
    const json& success = member(item, "success");
    if (!value.is_number_integer() || !success.is_string()) return std::nullopt;
    std::string message;
    for (const char* name :
         {"pspReference", "originalReference", "merchantAccountCode", "merchantReference"}) {
        message += text(member(item, name)) + ':';
    }
    return message + std::to_string(value.get<std::int64_t>()) + ':' +
           text(member(member(item, "amount"), "currency")) + ':' +
           text(member(item, "eventCode")) + ':' + text(success);
}

bool isSigned(const json& item, const std::vector<std::string>& hmacKeys) {
    const std::string given = text(member(member(item, "additionalData"), "hmacSignature"));
    const auto message = signedText(item);
    if (!message) return false;
    bool good = false;
    for (const std::string& key : hmacKeys) {
        if (key.empty()) continue;  // Anybody could sign with that.
        const std::string expected = toBase64(runtime::asView(runtime::hmacSha256(key, *message)));
        good |= runtime::equalConstantTime(given, expected);
    }
    return good;
}

// REQUIRES: `item` is signed. Nothing where it is none of ours.
std::optional<WebhookItem> readItem(const json& item, Instant now) {
    const auto reference = parseAdyenReference(text(member(item, "merchantReference")));
    const std::string psp = text(member(item, "pspReference"));
    const std::string original = text(member(item, "originalReference"));
    const std::string code = text(member(item, "eventCode"));
    const auto amount = member(member(item, "amount"), "value").get<std::int64_t>();
    if (!reference || !isPsp(psp) || (!original.empty() && !isPsp(original)) || amount < 0 ||
        amount > kAmountMax || code.empty() || code.size() > kEventCodeBytesMax) {
        return std::nullopt;
    }
    WebhookItem read;
    read.provider = engine::ProviderKind::Adyen;
    read.event = reference->event;
    read.attempt = reference->attempt;
    read.refund = reference->refund;
    read.kind = asEvidence(code);
    read.success = text(member(item, "success")) == "true";
    read.amount = Money{amount};
    read.id = psp + ":" + read.kind + (read.success ? ":true" : ":false");
    const bool ofPayment = code == "AUTHORISATION" || code == "OFFER_CLOSED";
    read.objectId = ofPayment ? psp : original;
    // Of what succeeded Adyen's reason holds the card's last digits and expiry.
    std::string reason;
    if (!read.success || code.ends_with("_FAILED") || code.ends_with("_REVERSED")) {
        reason = text(member(item, "reason"));
    } else if (code == "CANCEL_OR_REFUND") {
        const json& action = member(member(item, "additionalData"), "modification.action");
        reason = text(action) == "cancel" ? "cancel" : "refund";
    }
    const std::string& name = reference->modification;
    if (!name.empty()) reason = reason.empty() ? name : name + " " + reason;
    read.reason = asEvidence(std::move(reason), adyen::kReasonBytesMax);
    read.at = now;
    return read;
}

}  // namespace

WebhookResult readAdyenWebhook(std::string_view body, const std::vector<std::string>& hmacKeys,
                               std::string_view merchantAccount, Instant now) {
    const json parsed = json::parse(body, nullptr, false);
    const json& items = member(parsed, "notificationItems");
    WebhookResult result;
    if (!items.is_array() || items.empty() || items.size() > kItemsMax) return result;
    for (const json& wrapped : items) {
        const json& item = member(wrapped, "NotificationRequestItem");
        if (!item.is_object()) return {};
        if (!isSigned(item, hmacKeys)) return {WebhookOutcome::BadSignature, {}};
        if (text(member(item, "merchantAccountCode")) != merchantAccount) return {};
        if (auto read = readItem(item, now)) result.items.push_back(std::move(*read));
    }
    if (result.items.empty()) return {WebhookOutcome::Irrelevant, {}};
    result.outcome = WebhookOutcome::Hint;
    result.hint = {result.items.front().event, result.items.front().attempt};
    return result;
}

}  // namespace tessera::payments
