// SPDX-License-Identifier: Apache-2.0
#include "server/runtime/api_key.h"

#include <argon2.h>

#include <algorithm>
#include <array>

#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::runtime {
namespace {

constexpr std::string_view kPrefix = "tsk_";
constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kSecretDigits = 64;
constexpr std::size_t kKeyLength = kPrefix.size() + kIdDigits + 1 + kSecretDigits;

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kMemoryKib = 19456;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kStoredHashMax = 256;
// A stored hash says its own cost; one with another cost is not ours and is not computed.
constexpr std::string_view kOurParameters = "$argon2id$v=19$m=19456,t=2,p=1$";

bool isLowerHex(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

ApiKeySecret makeApiKey() {
    std::array<std::uint8_t, kIdDigits / 2> id{};
    std::array<std::uint8_t, kSecretDigits / 2> secret{};
    fillRandom(id);
    fillRandom(secret);
    ApiKeySecret key;
    key.keyId = toHex(id);
    key.text = Secret(std::string(kPrefix) + key.keyId + "_" + toHex(secret));
    return key;
}

std::optional<std::string> apiKeyIdOf(std::string_view text) {
    if (text.size() != kKeyLength || !text.starts_with(kPrefix)) return std::nullopt;
    const std::string_view id = text.substr(kPrefix.size(), kIdDigits);
    const std::string_view secret = text.substr(kPrefix.size() + kIdDigits + 1);
    if (text[kPrefix.size() + kIdDigits] != '_') return std::nullopt;
    if (!isLowerHex(id) || !isLowerHex(secret)) return std::nullopt;
    return std::string(id);
}

std::string hashApiKey(std::string_view text) {
    const std::string salt = randomBytes(16);
    std::string encoded(
        argon2_encodedlen(kPasses, kMemoryKib, kLanes, static_cast<std::uint32_t>(salt.size()),
                          kHashBytes, Argon2_id),
        '\0');
    const int code =
        argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, text.data(), text.size(), salt.data(),
                              salt.size(), kHashBytes, encoded.data(), encoded.size());
    TESSERA_CHECK(code == ARGON2_OK);
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verifyApiKey(std::string_view text, std::string_view hash) {
    if (hash.size() > kStoredHashMax || !hash.starts_with(kOurParameters)) return false;
    const std::string terminated(hash);
    return argon2id_verify(terminated.c_str(), text.data(), text.size()) == ARGON2_OK;
}

ApiKeyVerifier::ApiKeyVerifier(ApiKeyVerifierOptions options, const MonotonicClock& monotonic)
    : options_(options), monotonic_(monotonic) {
    TESSERA_CHECK(options_.cacheMax > 0);
    TESSERA_CHECK(options_.verificationsMax > 0);
}

ApiKeyOutcome ApiKeyVerifier::verify(std::string_view text, std::string_view storedHash) {
    if (!apiKeyIdOf(text)) return ApiKeyOutcome::Malformed;
    // The text has a fixed length, so the concatenation is unambiguous.
    const Secret both{std::string(text) + std::string(storedHash)};
    const Digest key = sha256(both.reveal());
    {
        std::unique_lock lock(mutex_);
        // Many first requests with one key are one computation: the others take what it finds.
        if (const auto running = computing_.find(key); running != computing_.end()) {
            const auto computation = running->second;
            finished_.wait(lock, [&] { return computation->done; });
            return computation->valid ? ApiKeyOutcome::Valid : ApiKeyOutcome::Invalid;
        }
        const auto found = validUntil_.find(key);
        if (found != validUntil_.end() && monotonic_.nowMicros() < found->second) {
            return ApiKeyOutcome::Valid;
        }
        if (computing_.size() >= options_.verificationsMax) return ApiKeyOutcome::Busy;
        computing_.emplace(key, std::make_shared<Computation>());
        ++computed_;
    }
    const bool valid = verifyApiKey(text, storedHash);
    {
        const std::lock_guard lock(mutex_);
        const auto computation = computing_.extract(key).mapped();
        computation->valid = valid;
        computation->done = true;
        if (valid) rememberLocked(key, monotonic_.nowMicros());
    }
    finished_.notify_all();
    return valid ? ApiKeyOutcome::Valid : ApiKeyOutcome::Invalid;
}

void ApiKeyVerifier::rememberLocked(const Digest& key, std::int64_t nowMicros) {
    if (validUntil_.size() >= options_.cacheMax && !validUntil_.contains(key)) {
        std::erase_if(validUntil_, [&](const auto& entry) { return entry.second <= nowMicros; });
    }
    if (validUntil_.size() >= options_.cacheMax && !validUntil_.contains(key)) {
        validUntil_.erase(
            std::min_element(validUntil_.begin(), validUntil_.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; }));
    }
    validUntil_[key] = nowMicros + options_.remember.micros;
}

std::size_t ApiKeyVerifier::cached() const {
    const std::lock_guard lock(mutex_);
    return validUntil_.size();
}

std::uint64_t ApiKeyVerifier::computed() const {
    const std::lock_guard lock(mutex_);
    return computed_;
}

}  // namespace tessera::runtime
