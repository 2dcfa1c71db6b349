// SPDX-License-Identifier: Apache-2.0
// Says of each line of its input whether the server takes that webhook's signature: a JSON object
// with body, header, secret and now (seconds) in, "accepted" or "refused" out.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "server/payments/stripe_provider.h"

int main() {
    using tessera::payments::WebhookOutcome;
    for (std::string line; std::getline(std::cin, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object()) return 1;
        const auto text = [&](const char* name) { return json.value(name, std::string()); };
        const tessera::Instant now{json.value("now", std::int64_t{0}) * 1'000'000};
        const auto outcome =
            tessera::payments::readStripeWebhook(text("body"), text("header"), text("secret"), now)
                .outcome;
        const bool refused =
            outcome == WebhookOutcome::BadSignature || outcome == WebhookOutcome::Stale;
        std::cout << (refused ? "refused" : "accepted") << std::endl;
    }
    return 0;
}
