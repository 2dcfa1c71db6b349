// SPDX-License-Identifier: Apache-2.0
// Keys from files, hashes, message authentication, random bytes: OpenSSL 3 behind few functions.
//
// Pure but for files and randomness; thread-safe. A Secret owns its bytes, wipes them when it goes,
// and cannot be copied, printed or compared by accident.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/ids.h"
#include "shared/base/result.h"

namespace tessera::runtime {

using Digest = std::array<std::uint8_t, 32>;

inline constexpr std::size_t kSecretFileBytesMax = 16384;
inline constexpr std::size_t kPublicFileBytesMax = 1 << 20;

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string bytes) : bytes_(std::move(bytes)) {}
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    // For the call that needs it; never to be stored or logged.
    std::string_view reveal() const { return bytes_; }
    bool empty() const { return bytes_.empty(); }

private:
    std::string bytes_;
};

// The text of a secret file without surrounding white space. Refuses a file that is missing, empty,
// over kSecretFileBytesMax, or that everybody on the machine can read or write.
Result<Secret> readSecretFile(const std::string& path);

// The bytes of a file that everybody may read: a certificate. Refuses one that is missing, empty or
// over kPublicFileBytesMax.
Result<std::string> readPublicFile(const std::string& path);

// A key of exactly 32 bytes, written as 64 hex digits or as base64 (43 or 44 characters).
Result<Secret> readKeyFile(const std::string& path);

// Writes 32 fresh random bytes as hex to a new file with mode 0600; refuses one that exists.
Status createKeyFile(const std::string& path);

Digest sha256(std::string_view bytes);
// REQUIRES: key is not empty. The state made of it stays in this thread until the next call.
Digest hmacSha256(std::string_view key, std::string_view message);

// Takes as long whether or not the contents differ; different lengths are told apart at once.
bool equalConstantTime(std::string_view a, std::string_view b);

// From the system's generator. Aborts if that fails: nothing safe can be done without it.
void fillRandom(std::span<std::uint8_t> bytes);
std::string randomBytes(std::size_t count);

// SHA-256 of an anonymous caller's key, or of a staff identity: what is stored instead of it.
CallerHash callerHashOf(std::string_view callerKey);

inline std::string_view asView(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace tessera::runtime
