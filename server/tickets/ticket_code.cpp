// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/ticket_code.h"

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>

#include "server/tickets/code_text.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"

namespace tessera::tickets {
namespace {

// Separates ticket signatures from anything else that a key might ever sign.
constexpr std::string_view kDomain = "tessera-ticket-v1";
constexpr std::size_t kMessageBytes = kDomain.size() + 1 + kTicketFactsBytes;
constexpr std::size_t kSignatureBytes = kTicketCodeBytes - kTicketFactsBytes;
constexpr std::size_t kKeyTextMax = 16384;

using Message = std::array<std::uint8_t, kMessageBytes>;

Message messageOf(std::span<const std::uint8_t, kTicketFactsBytes> facts) {
    Message message{};
    std::copy(kDomain.begin(), kDomain.end(), message.begin());
    std::copy(facts.begin(), facts.end(), message.begin() + kDomain.size() + 1);
    return message;
}

struct DigestContextFree {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using DigestContext = std::unique_ptr<EVP_MD_CTX, DigestContextFree>;

struct BioFree {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, BioFree>;

// An encrypted key is refused rather than asked about on a terminal.
int noPassphrase(char*, int, int, void*) {
    return 0;
}

bool isPem(std::string_view text) {
    return text.starts_with("-----BEGIN ");
}

Bio memoryOf(std::string_view text) {
    Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    TESSERA_CHECK(bio != nullptr);
    return bio;
}

// 32 bytes in hex or base64.
std::optional<std::string> rawKey(std::string_view text) {
    auto bytes = text.size() == 64 ? fromHex(text) : fromBase64(text);
    if (!bytes || bytes->size() != 32) return std::nullopt;
    return bytes;
}

std::span<const std::uint8_t, 32> spanOf(const std::string& bytes) {
    return std::span<const std::uint8_t, 32>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                             32);
}

bool isEd25519(const EVP_PKEY* key) {
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519;
}

}  // namespace

void KeyFree::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

Result<TicketSigner> TicketSigner::fromText(TicketKeyId id, std::string_view text) {
    if (text.size() > kKeyTextMax) return failure("ticket signing key: too long");
    if (isPem(text)) {
        KeyHandle key(
            PEM_read_bio_PrivateKey(memoryOf(text).get(), nullptr, noPassphrase, nullptr));
        ERR_clear_error();
        if (!key) return failure("ticket signing key: no readable unencrypted PEM private key");
        if (!isEd25519(key.get())) return failure("ticket signing key: not an Ed25519 key");
        return TicketSigner(id, std::move(key));
    }
    auto seed = rawKey(text);
    if (!seed) return failure("ticket signing key: neither PEM nor 32 bytes in hex or base64");
    TicketSigner signer = fromSeed(id, spanOf(*seed));
    OPENSSL_cleanse(seed->data(), seed->size());
    return signer;
}

TicketSigner TicketSigner::fromSeed(TicketKeyId id, std::span<const std::uint8_t, 32> seed) {
    KeyHandle key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    TESSERA_CHECK(key != nullptr);
    return {id, std::move(key)};
}

std::string TicketSigner::sign(const TicketFacts& facts) const {
    const FactsBytes coded = encodeFacts({id_, facts});
    const Message message = messageOf(coded);
    CodeBytes code{};
    std::copy(coded.begin(), coded.end(), code.begin());
    const DigestContext context(EVP_MD_CTX_new());
    TESSERA_CHECK(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1);
    std::size_t size = kSignatureBytes;
    TESSERA_CHECK(EVP_DigestSign(context.get(), code.data() + kTicketFactsBytes, &size,
                                 message.data(), message.size()) == 1);
    TESSERA_CHECK(size == kSignatureBytes);
    return codeToText(code);
}

PublicKey TicketSigner::publicKey() const {
    PublicKey key{};
    std::size_t size = key.size();
    TESSERA_CHECK(EVP_PKEY_get_raw_public_key(key_.get(), key.data(), &size) == 1);
    TESSERA_CHECK(size == key.size());
    return key;
}

std::string TicketSigner::publicKeyPem() const {
    const Bio bio(BIO_new(BIO_s_mem()));
    TESSERA_CHECK(bio != nullptr);
    TESSERA_CHECK(PEM_write_bio_PUBKEY(bio.get(), key_.get()) == 1);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

Status TicketVerifier::addHandle(TicketKeyId id, KeyHandle key) {
    const auto found = keys_.find(id);
    if (found != keys_.end()) {
        if (EVP_PKEY_eq(found->second.get(), key.get()) == 1) return {};
        return failure("ticket key " + std::to_string(id.value) + " is another key already");
    }
    if (keys_.size() >= kKeysMax) {
        return failure("more than " + std::to_string(kKeysMax) + " ticket keys");
    }
    keys_.emplace(id, std::move(key));
    return {};
}

Status TicketVerifier::addKey(TicketKeyId id, const PublicKey& key) {
    KeyHandle handle(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
    TESSERA_CHECK(handle != nullptr);
    return addHandle(id, std::move(handle));
}

Status TicketVerifier::addKeyText(TicketKeyId id, std::string_view text) {
    if (text.size() > kKeyTextMax) return failure("ticket public key: too long");
    if (isPem(text)) {
        KeyHandle key(PEM_read_bio_PUBKEY(memoryOf(text).get(), nullptr, noPassphrase, nullptr));
        ERR_clear_error();
        if (!key) return failure("ticket public key: no readable PEM public key");
        if (!isEd25519(key.get())) return failure("ticket public key: not an Ed25519 key");
        return addHandle(id, std::move(key));
    }
    const auto bytes = rawKey(text);
    if (!bytes) return failure("ticket public key: neither PEM nor 32 bytes in hex or base64");
    PublicKey key{};
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return addKey(id, key);
}

VerifiedTicket TicketVerifier::verifyAtAnyTime(std::string_view text, EventId event) const {
    const auto code = codeFromText(text);
    if (!code) return {TicketVerdict::Malformed, {}};
    const auto factsBytes = std::span(*code).first<kTicketFactsBytes>();
    const auto coded = decodeFacts(factsBytes);
    if (!coded) return {TicketVerdict::Malformed, {}};
    const auto key = keys_.find(coded->key);
    if (key == keys_.end()) return {TicketVerdict::UnknownKey, {}};
    const Message message = messageOf(factsBytes);
    const DigestContext context(EVP_MD_CTX_new());
    TESSERA_CHECK(
        EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key->second.get()) == 1);
    const int genuine = EVP_DigestVerify(context.get(), code->data() + kTicketFactsBytes,
                                         kSignatureBytes, message.data(), message.size());
    if (genuine != 1) {
        ERR_clear_error();
        return {TicketVerdict::BadSignature, {}};
    }
    if (coded->facts.event != event) return {TicketVerdict::WrongEvent, coded->facts};
    return {TicketVerdict::Valid, coded->facts};
}

VerifiedTicket TicketVerifier::verify(std::string_view text, EventId event, Instant now) const {
    VerifiedTicket ticket = verifyAtAnyTime(text, event);
    if (ticket.verdict != TicketVerdict::Valid) return ticket;
    if (now < ticket.facts->admitsFrom || now >= ticket.facts->admitsUntil) {
        ticket.verdict = TicketVerdict::OutsideWindow;
    }
    return ticket;
}

}  // namespace tessera::tickets
