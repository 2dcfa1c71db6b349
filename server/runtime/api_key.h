// SPDX-License-Identifier: Apache-2.0
// API keys: made once, shown once, stored as an Argon2id hash.
//
// Text form: `tsk_<16 hex digits of key id>_<64 hex digits of secret>`. The key id finds the stored
// hash; the whole text is what is hashed. Thread-safe; ApiKeyVerifier owns its cache and refers to
// a MonotonicClock that must outlive it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/runtime/clock.h"
#include "server/runtime/secrets.h"
#include "shared/base/time.h"

namespace tessera::runtime {

struct ApiKeySecret {
    std::string keyId;  // 16 hex digits; not secret.
    Secret text;        // The whole key, as its owner presents it.
};

ApiKeySecret makeApiKey();

// The key id of a well-formed key; nothing for any other text.
std::optional<std::string> apiKeyIdOf(std::string_view text);

// Argon2id in PHC form with a fresh salt (19 MiB, 2 passes: OWASP's first recommendation).
std::string hashApiKey(std::string_view text);

// Recomputes the hash: some 20 ms of one core. Malformed hashes verify nothing.
bool verifyApiKey(std::string_view text, std::string_view hash);

// In order of precedence.
enum class ApiKeyOutcome {
    Valid,
    Malformed,
    Busy,  // verificationsMax other keys are being computed: try again.
    Invalid,
};

struct ApiKeyVerifierOptions {
    std::size_t cacheMax = 1024;
    std::size_t verificationsMax = 2;  // At one time: a flood of wrong keys takes no more cores.
    Duration remember = Duration::ofMinutes(5);
};

// verifyApiKey with a bounded memory of what was found valid. A key that was re-hashed or whose row
// is gone is not found through the memory: it is keyed by the presented text and the stored hash.
class ApiKeyVerifier {
public:
    ApiKeyVerifier(ApiKeyVerifierOptions options, const MonotonicClock& monotonic);

    [[nodiscard]] ApiKeyOutcome verify(std::string_view text, std::string_view storedHash);

    std::size_t cached() const;
    std::uint64_t computed() const;  // How often Argon2id was run.

private:
    // Of one text under one hash; those who wait for it keep it.
    struct Computation {
        bool done = false;
        bool valid = false;
    };

    void rememberLocked(const Digest& key, std::int64_t nowMicros);

    const ApiKeyVerifierOptions options_;
    const MonotonicClock& monotonic_;
    mutable std::mutex mutex_;
    std::map<Digest, std::int64_t> validUntil_;
    std::condition_variable finished_;
    std::map<Digest, std::shared_ptr<Computation>> computing_;
    std::uint64_t computed_ = 0;
};

}  // namespace tessera::runtime
