// SPDX-License-Identifier: Apache-2.0
// Webhooks. First line: the signature header; the rest: the body. Of a header that ends in "v1=" it
// is made whole with the right signature, so that what lies behind it is reached.
//
// Without the secret nothing gets in; with it the hint is the one that the body has.
#include <nlohmann/json.hpp>
#include <string>

#include "server/payments/stripe_provider.h"
#include "shared/base/check.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/signing.h"

namespace tessera::fuzz {
namespace {

using payments::WebhookOutcome;

constexpr Instant kNow{kWebhookSeconds * 1'000'000};

// What the body says, read by other means.
std::string attemptIn(std::string_view body) {
    const auto event = nlohmann::json::parse(body, nullptr, false);
    if (!event.is_object()) return {};
    const auto pointer = nlohmann::json::json_pointer("/data/object/metadata/tessera_attempt");
    try {
        const auto& found = event.at(pointer);
        return found.is_string() ? found.get<std::string>() : "";
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

std::string_view timestampOf(std::string_view header) {
    const auto at = header.rfind("t=");
    if (at == std::string_view::npos) return {};
    const auto rest = header.substr(at + 2);
    return rest.substr(0, rest.find(','));
}

}  // namespace

void webhook(Input input) {
    Reader reader(input);
    std::string header(reader.line());
    const auto body = reader.rest();
    const auto unsigned_ = payments::readStripeWebhook(body, header, kWebhookSecret, kNow);
    TESSERA_CHECK(unsigned_.outcome == WebhookOutcome::BadSignature);
    if (!header.ends_with("v1=")) return;
    header += signatureOf(body, timestampOf(header));
    const auto result = payments::readStripeWebhook(body, header, kWebhookSecret, kNow);
    const auto other = payments::readStripeWebhook(body, header, "another secret", kNow);
    TESSERA_CHECK(other.outcome == WebhookOutcome::BadSignature);
    TESSERA_CHECK(payments::readStripeWebhook(body, header, {}, kNow).outcome ==
                  WebhookOutcome::BadSignature);
    if (result.outcome == WebhookOutcome::Hint) {
        const auto id = decodeEventScopedId(attemptIn(body));
        TESSERA_CHECK(id && id->event == result.hint.event);
        TESSERA_CHECK(id->local == result.hint.attempt.value);
        const auto later = Instant{kNow.micros + 601 * 1'000'000};
        TESSERA_CHECK(payments::readStripeWebhook(body, header, kWebhookSecret, later).outcome ==
                      WebhookOutcome::Stale);
    }
}

}  // namespace tessera::fuzz
