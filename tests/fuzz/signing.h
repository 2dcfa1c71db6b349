// SPDX-License-Identifier: Apache-2.0
// Webhooks that are genuine: no input could find its own signature.
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tessera::fuzz {

inline constexpr std::string_view kWebhookSecret = "whsec_fuzz";
inline constexpr std::int64_t kWebhookSeconds = 1'767'225'600;  // Now, for whoever verifies.

// What "v1=" says of a body signed at `seconds`, as the header's "t=" has them.
std::string signatureOf(std::string_view body, std::string_view seconds);

}  // namespace tessera::fuzz
