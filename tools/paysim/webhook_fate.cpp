// SPDX-License-Identifier: Apache-2.0
#include "tools/paysim/webhook_fate.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <span>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::paysim {

WebhookFates::WebhookFates(const WebhookOptions& options)
    : duplicate_(options.duplicate),
      reorder_(options.reorder),
      lose_(options.lose),
      holdMillisMax_(options.holdMillisMax),
      random_(options.seed) {}

WebhookFate WebhookFates::draw() {
    std::uniform_real_distribution<double> luck(0, 1);
    std::uniform_int_distribution<std::int64_t> hold(1, std::max<std::int64_t>(1, holdMillisMax_));
    WebhookFate fate;
    // Always the same number of draws: one event's fate does not hang on the others'.
    fate.lost = luck(random_) < lose_;
    if (luck(random_) < reorder_) fate.holdMillis = 1;
    if (luck(random_) < duplicate_) fate.twinMillis = 0;
    const std::int64_t first = hold(random_);
    const std::int64_t second = hold(random_);
    if (fate.holdMillis != 0) fate.holdMillis = first;
    if (fate.twinMillis == 0) fate.twinMillis = second;
    return fate;
}

std::string signWebhook(const std::string& secret, std::int64_t seconds, const std::string& body) {
    const std::string time = std::to_string(seconds);
    const std::string text = time + '.' + body;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    const auto* made =
        HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
             reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &length);
    TESSERA_CHECK(made != nullptr);
    return "t=" + time + ",v1=" + toHex(std::span<const std::uint8_t>(digest, length));
}

std::string signatureHeader(const WebhookOptions& options, std::int64_t seconds,
                            const std::string& body) {
    std::string header = signWebhook(options.secret, seconds, body);
    if (!options.rolledSecret.empty()) {
        const std::string second = signWebhook(options.rolledSecret, seconds, body);
        header += second.substr(second.find(','));
    }
    return header;
}

std::vector<std::size_t> shuffledTwice(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(2 * count);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i / 2;
    std::mt19937_64 random(seed);
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1],
                  order[std::uniform_int_distribution<std::size_t>(0, i - 1)(random)]);
    }
    return order;
}

}  // namespace tessera::paysim
