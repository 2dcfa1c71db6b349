// SPDX-License-Identifier: Apache-2.0
#include "server/app/staff/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "server/runtime/secrets.h"
#include "shared/base/check.h"

namespace tessera::staff {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t kDigits = 6;
constexpr std::size_t kSha1Bytes = 20;

int base32Value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a';
    if (c >= '2' && c <= '7') return c - '2' + 26;
    return -1;
}

std::string percentEncoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
    return out;
}

}  // namespace

std::string totpAt(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> message{};
    for (std::size_t i = 0; i < message.size(); ++i) {
        message[i] =
            static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8U * (7U - i)));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int length = 0;
    const unsigned char* const made =
        HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), message.data(),
             message.size(), mac.data(), &length);
    TESSERA_CHECK(made != nullptr && length == kSha1Bytes);
    const std::size_t at = mac[kSha1Bytes - 1] & 15U;
    std::uint32_t number = mac[at] & 0x7FU;
    for (std::size_t i = 1; i < 4; ++i) number = (number << 8U) | mac[at + i];
    std::string digits = std::to_string(number % 1'000'000U);
    return std::string(kDigits - digits.size(), '0') + digits;
}

std::optional<std::int64_t> matchTotp(std::string_view secret, std::string_view code, Instant now,
                                      std::int64_t usedStep) {
    if (code.size() != kDigits) return std::nullopt;
    const std::int64_t step = now.micros / kTotpStep.micros;
    std::optional<std::int64_t> found;
    // All of them, whichever it is: how long it takes says nothing.
    for (std::int64_t at = step - kTotpStepsAround; at <= step + kTotpStepsAround; ++at) {
        const bool same = runtime::equalConstantTime(totpAt(secret, at), code);
        if (same && at > usedStep && !found) found = at;
    }
    return found;
}

std::string toBase32(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = (bits << 8U) | static_cast<unsigned char>(c);
        for (count += 8; count >= 5; count -= 5) out += kAlphabet[(bits >> (count - 5)) & 31U];
    }
    if (count > 0) out += kAlphabet[(bits << (5 - count)) & 31U];
    return out;
}

std::optional<std::string> fromBase32(std::string_view text) {
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        const int value = base32Value(c);
        if (value < 0) return std::nullopt;
        bits = (bits << 5U) | static_cast<std::uint32_t>(value);
        count += 5;
        if (count < 8) continue;
        count -= 8;
        out.push_back(static_cast<char>((bits >> count) & 255U));
    }
    // What is left over is less than a digit, and nothing.
    if (count >= 5 || (bits & ((1U << count) - 1U)) != 0) return std::nullopt;
    return out;
}

std::string totpUri(std::string_view secret, std::string_view issuer, std::string_view account) {
    return "otpauth://totp/" + percentEncoded(issuer) + ":" + percentEncoded(account) +
           "?secret=" + toBase32(secret) + "&issuer=" + percentEncoded(issuer);
}

}  // namespace tessera::staff
