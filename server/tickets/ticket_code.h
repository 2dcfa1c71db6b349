// SPDX-License-Identifier: Apache-2.0
// Ticket codes: what a ticket admits to, signed with Ed25519, readable and verifiable offline.
//
// A code is 96 bytes, 32 of facts and 64 of signature, written as 154 characters of Crockford's
// base32. Those are all in QR's alphanumeric mode, and 154 is the most that version 6-M takes: the
// symbol has 41 modules a side. The layout of the bytes is in README.md.
// Deterministic: Ed25519 gives the same facts the same code. Thread-safe; signer and verifier own
// their keys. A code admits whoever shows it: it is as secret as the ticket, and is never logged.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

struct evp_pkey_st;  // OpenSSL's EVP_PKEY.

namespace tessera::tickets {

// Names the key pair that signed; one organisation never uses an id twice.
struct TicketKeyId {
    std::uint16_t value = 0;
    auto operator<=>(const TicketKeyId&) const = default;
};

using PublicKey = std::array<std::uint8_t, 32>;

inline constexpr std::size_t kTicketFactsBytes = 32;
inline constexpr std::size_t kTicketCodeBytes = 96;
inline constexpr std::size_t kTicketCodeChars = 154;

// What a code says. Times are whole minutes in the code.
struct TicketFacts {
    EventId event;
    TicketId ticket;
    std::variant<SeatNo, AreaNo> place;
    // 0 for the first code of a ticket, one more for each that replaces it (lost, given on): a door
    // that knows of a later issue refuses an earlier one.
    std::uint16_t issue = 0;
    Instant admitsFrom;   // Inclusive.
    Instant admitsUntil;  // Exclusive.

    bool operator==(const TicketFacts&) const = default;
};

// True if the code can say these facts: ids positive, place not negative, a window of whole minutes
// that begins in 1970 or later, is not empty and not longer than 31 years (2^24 - 1 minutes).
bool canBeCoded(const TicketFacts& facts);

// A window that canBeCoded() and covers [from, until): outwards to whole minutes.
struct AdmissionWindow {
    Instant from;
    Instant until;
};
AdmissionWindow wholeMinutes(Instant from, Instant until);

struct KeyFree {
    void operator()(evp_pkey_st* key) const;
};
using KeyHandle = std::unique_ptr<evp_pkey_st, KeyFree>;

class TicketSigner {
public:
    // From the text of a secret file: an Ed25519 private key as unencrypted PEM (PKCS #8), or its
    // 32-byte seed in hex or base64.
    static Result<TicketSigner> fromText(TicketKeyId id, std::string_view text);
    static TicketSigner fromSeed(TicketKeyId id, std::span<const std::uint8_t, 32> seed);

    // REQUIRES: canBeCoded(facts).
    std::string sign(const TicketFacts& facts) const;

    TicketKeyId id() const { return id_; }
    PublicKey publicKey() const;
    std::string publicKeyPem() const;

private:
    TicketSigner(TicketKeyId id, KeyHandle key) : id_(id), key_(std::move(key)) {}

    TicketKeyId id_;
    KeyHandle key_;
};

// In order of precedence: where several apply, the first is returned.
enum class TicketVerdict {
    Malformed,      // Not a code of ours: length, alphabet, version, impossible facts.
    UnknownKey,     // Signed by a key that this verifier does not have.
    BadSignature,   // Not signed by the key that it names: altered or made up.
    WrongEvent,     // Genuine, for another event.
    OutsideWindow,  // Genuine, before or after the time it admits.
    Valid,
};

struct [[nodiscard]] VerifiedTicket {
    TicketVerdict verdict = TicketVerdict::Malformed;
    // What the code says if its signature is good: Valid, WrongEvent and OutsideWindow only.
    std::optional<TicketFacts> facts;
};

// Whether a ticket was voided, replaced or used already is not in a code: that is the door's list.
class TicketVerifier {
public:
    // At most kKeysMax keys; an id cannot be given another key.
    static constexpr std::size_t kKeysMax = 256;
    Status addKey(TicketKeyId id, const PublicKey& key);
    // The key as PEM (SubjectPublicKeyInfo), or its 32 bytes in hex or base64.
    Status addKeyText(TicketKeyId id, std::string_view text);

    // Only the 154 characters in upper case are a code: no other text has the same meaning.
    // REQUIRES for the const calls: no addKey at the same time.
    VerifiedTicket verify(std::string_view text, EventId event, Instant now) const;
    // The same without a look at the time, for a box office that asks what a code is.
    VerifiedTicket verifyAtAnyTime(std::string_view text, EventId event) const;

private:
    Status addHandle(TicketKeyId id, KeyHandle key);

    std::map<TicketKeyId, KeyHandle> keys_;
};

}  // namespace tessera::tickets
