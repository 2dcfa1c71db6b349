// SPDX-License-Identifier: Apache-2.0
// What happens to an event before its first attempt: lost, held back, doubled; and what signs it.
//
// Deterministic: one seed and one order of events give the same fates. Not thread-safe.
#pragma once

#include <random>

#include "tools/paysim/webhooks.h"

namespace tessera::paysim {

class WebhookFates {
public:
    explicit WebhookFates(const WebhookOptions& options);
    WebhookFate draw();

private:
    const double duplicate_;
    const double reorder_;
    const double lose_;
    const std::int64_t holdMillisMax_;
    std::mt19937_64 random_;
};

// The header's value: a v1 of each secret there is.
std::string signatureHeader(const WebhookOptions& options, std::int64_t seconds,
                            const std::string& body);

}  // namespace tessera::paysim
