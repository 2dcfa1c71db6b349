// SPDX-License-Identifier: Apache-2.0
// One-time passwords by time (RFC 6238): SHA-1, six digits, steps of 30 s, as every app on a
// telephone makes them.
//
// Pure; thread-safe. Whoever accepts a code keeps its step: a code is good once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace tessera::staff {

inline constexpr Duration kTotpStep = Duration::ofSeconds(30);
inline constexpr std::size_t kTotpSecretBytes = 20;  // RFC 4226 section 4.
// So many steps before and after now are taken too: telephones are not set by our clock.
inline constexpr std::int64_t kTotpStepsAround = 1;

// Six digits. `step`: of 30 s since 1970.
std::string totpAt(std::string_view secret, std::int64_t step);

// The step whose code this is, within kTotpStepsAround of `now` and later than `usedStep`; nothing
// for any other text.
std::optional<std::int64_t> matchTotp(std::string_view secret, std::string_view code, Instant now,
                                      std::int64_t usedStep);

// RFC 4648 section 6, upper case, without padding; decoding takes either case, spaces between
// groups and padding, and refuses anything else.
std::string toBase32(std::string_view bytes);
std::optional<std::string> fromBase32(std::string_view text);

// What an app reads as a QR code. `account` and `issuer` are written with per cent signs where
// needed.
std::string totpUri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace tessera::staff
