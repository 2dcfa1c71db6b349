// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/ticket_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <cctype>

#include "server/tickets/code_text.h"
#include "shared/base/encoding.h"
#include "tests/tickets/ticket_facts.h"

namespace tessera::tickets {
namespace {

using ::testing::HasSubstr;

constexpr TicketKeyId kKey{42};
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct Door {
    TicketSigner signer = TicketSigner::fromSeed(kKey, seedOf(7));
    TicketVerifier verifier;
    Door() { EXPECT_TRUE(verifier.addKey(kKey, signer.publicKey())); }
};

TEST(TicketCodeTest, WhatWasSignedIsValidAndSaysTheSameFacts) {
    const Door door;
    const std::uint64_t seed = 20260504;
    SCOPED_TRACE(seed);
    std::mt19937_64 random(seed);
    for (int i = 0; i < 2000; ++i) {
        const TicketFacts facts = randomFacts(random);
        ASSERT_TRUE(canBeCoded(facts));
        const std::string text = door.signer.sign(facts);
        const VerifiedTicket ticket = door.verifier.verify(text, facts.event, facts.admitsFrom);
        ASSERT_EQ(ticket.verdict, TicketVerdict::Valid);
        ASSERT_EQ(ticket.facts, facts);
    }
}

TEST(TicketCodeTest, OneTicketAlwaysGetsTheSameCode) {
    const Door door;
    EXPECT_EQ(door.signer.sign(plainFacts()), door.signer.sign(plainFacts()));
    TicketFacts reissued = plainFacts();
    ++reissued.issue;
    EXPECT_NE(door.signer.sign(plainFacts()), door.signer.sign(reissued));
}

TEST(TicketCodeTest, EveryFlippedBitOfTheBytesIsRefused) {
    const Door door;
    const TicketFacts facts = plainFacts();
    const CodeBytes good = *codeFromText(door.signer.sign(facts));
    for (std::size_t bit = 0; bit < kTicketCodeBytes * 8; ++bit) {
        CodeBytes bad = good;
        bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1U << (bit % 8)));
        const auto ticket = door.verifier.verifyAtAnyTime(codeToText(bad), facts.event);
        EXPECT_TRUE(ticket.verdict == TicketVerdict::Malformed ||
                    ticket.verdict == TicketVerdict::UnknownKey ||
                    ticket.verdict == TicketVerdict::BadSignature)
            << "bit " << bit;
        EXPECT_FALSE(ticket.facts) << "bit " << bit;
    }
}

TEST(TicketCodeTest, EveryFlippedBitOfTheTextIsRefused) {
    const Door door;
    const TicketFacts facts = plainFacts();
    const std::string good = door.signer.sign(facts);
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        std::string bad = good;
        bad[bit / 8] =
            static_cast<char>(static_cast<unsigned char>(bad[bit / 8]) ^ (1U << (bit % 8)));
        const auto ticket = door.verifier.verifyAtAnyTime(bad, facts.event);
        EXPECT_NE(ticket.verdict, TicketVerdict::Valid) << "bit " << bit;
        EXPECT_FALSE(ticket.facts) << "bit " << bit;
    }
}

TEST(TicketCodeTest, EveryOtherCharacterAtEveryPlaceIsRefused) {
    const Door door;
    const TicketFacts facts = plainFacts();
    const std::string good = door.signer.sign(facts);
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char c : kAlphabet) {
            if (c == good[at]) continue;
            std::string bad = good;
            bad[at] = c;
            EXPECT_NE(door.verifier.verifyAtAnyTime(bad, facts.event).verdict, TicketVerdict::Valid)
                << at << " " << c;
        }
    }
}

TEST(TicketCodeTest, LengthsCasesAndForeignTextAreMalformed) {
    const Door door;
    const TicketFacts facts = plainFacts();
    const std::string good = door.signer.sign(facts);
    std::string lower = good;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const std::vector<std::string> bad = {"",
                                          "A",
                                          good.substr(1),
                                          good + "0",
                                          good + good,
                                          " " + good.substr(1),
                                          lower,
                                          std::string(kTicketCodeChars, 'O'),
                                          std::string(kTicketCodeChars, '\0'),
                                          std::string(1 << 20, '0'),
                                          std::string(kTicketCodeChars, '0')};
    for (const std::string& text : bad) {
        EXPECT_EQ(door.verifier.verifyAtAnyTime(text, facts.event).verdict,
                  TicketVerdict::Malformed);
    }
}

TEST(TicketCodeTest, ACodeOfAnotherEventIsToldApart) {
    const Door door;
    const TicketFacts facts = plainFacts();
    const auto ticket = door.verifier.verify(door.signer.sign(facts), EventId(99), Instant{0});
    EXPECT_EQ(ticket.verdict, TicketVerdict::WrongEvent);
    EXPECT_EQ(ticket.facts, facts);
}

TEST(TicketCodeTest, TheWindowIncludesItsStartAndExcludesItsEnd) {
    const Door door;
    const TicketFacts facts = plainFacts();
    const std::string text = door.signer.sign(facts);
    const auto at = [&](Instant t) { return door.verifier.verify(text, facts.event, t).verdict; };
    const Duration tick = Duration::ofMicros(1);
    EXPECT_EQ(at(facts.admitsFrom - tick), TicketVerdict::OutsideWindow);
    EXPECT_EQ(at(facts.admitsFrom), TicketVerdict::Valid);
    EXPECT_EQ(at(facts.admitsUntil - tick), TicketVerdict::Valid);
    EXPECT_EQ(at(facts.admitsUntil), TicketVerdict::OutsideWindow);
}

TEST(TicketCodeTest, AKeyThatTheDoorDoesNotHaveIsUnknown) {
    const Door door;
    const TicketSigner other = TicketSigner::fromSeed(TicketKeyId{43}, seedOf(7));
    const TicketFacts facts = plainFacts();
    EXPECT_EQ(door.verifier.verifyAtAnyTime(other.sign(facts), facts.event).verdict,
              TicketVerdict::UnknownKey);
}

TEST(TicketCodeTest, AnotherKeyUnderAKnownIdSignsNothing) {
    const Door door;
    const TicketSigner forger = TicketSigner::fromSeed(kKey, seedOf(8));
    const TicketFacts facts = plainFacts();
    EXPECT_EQ(door.verifier.verifyAtAnyTime(forger.sign(facts), facts.event).verdict,
              TicketVerdict::BadSignature);
}

TEST(TicketCodeTest, OldKeysStayValidAfterARotation) {
    Door door;
    const TicketSigner next = TicketSigner::fromSeed(TicketKeyId{43}, seedOf(9));
    ASSERT_TRUE(door.verifier.addKey(TicketKeyId{43}, next.publicKey()));
    const TicketFacts facts = plainFacts();
    for (const std::string& text : {door.signer.sign(facts), next.sign(facts)}) {
        EXPECT_EQ(door.verifier.verifyAtAnyTime(text, facts.event).verdict, TicketVerdict::Valid);
    }
}

TEST(TicketCodeTest, AKeyIdCannotBeGivenAnotherKey) {
    Door door;
    EXPECT_TRUE(door.verifier.addKey(kKey, door.signer.publicKey()));
    const auto other = TicketSigner::fromSeed(kKey, seedOf(8)).publicKey();
    const Status refused = door.verifier.addKey(kKey, other);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("another key"));
}

TEST(TicketCodeTest, AVerifierTakesABoundedNumberOfKeys) {
    TicketVerifier verifier;
    const auto key = TicketSigner::fromSeed(kKey, seedOf(1)).publicKey();
    for (std::uint16_t id = 1; id <= TicketVerifier::kKeysMax; ++id) {
        ASSERT_TRUE(verifier.addKey(TicketKeyId{id}, key));
    }
    EXPECT_FALSE(verifier.addKey(TicketKeyId{999}, key));
}

// The layout of README.md, read without any of the product's code but base32's alphabet.
TEST(TicketCodeTest, TheBytesAreThoseOfTheDocument) {
    const Door door;
    TicketFacts facts = plainFacts();
    facts.place = AreaNo(5);
    const std::string text = door.signer.sign(facts);
    ASSERT_EQ(text.size(), 154U);
    std::string bits;
    for (const char c : text) {
        const auto value = kAlphabet.find(c);
        ASSERT_NE(value, std::string_view::npos);
        for (int bit = 4; bit >= 0; --bit) bits += (value >> bit & 1U) != 0 ? '1' : '0';
    }
    EXPECT_EQ(bits.substr(768), "00");
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < 96; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(bits.substr(i * 8, 8), nullptr, 2)));
    }
    const std::string hex = toHex(std::span(bytes).first(32));
    EXPECT_EQ(hex.substr(0, 2), "01");
    EXPECT_EQ(hex.substr(2, 4), "002a");
    EXPECT_EQ(std::stoll(hex.substr(6, 16), nullptr, 16), facts.event.value);
    EXPECT_EQ(std::stoll(hex.substr(22, 16), nullptr, 16), facts.ticket.value);
    EXPECT_EQ(hex.substr(38, 8), "80000005");
    EXPECT_EQ(hex.substr(46, 4), "0003");
    EXPECT_EQ(std::stoll(hex.substr(50, 8), nullptr, 16) * 60000000, facts.admitsFrom.micros);
    EXPECT_EQ(std::stoll(hex.substr(58, 6), nullptr, 16), 480);

    std::string message = std::string("tessera-ticket-v1") + '\0';
    message.append(bytes.begin(), bytes.begin() + 32);
    const auto raw = door.signer.publicKey();
    EVP_PKEY* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw.data(), raw.size());
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ASSERT_EQ(EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, key), 1);
    EXPECT_EQ(
        EVP_DigestVerify(context, bytes.data() + 32, 64,
                         reinterpret_cast<const unsigned char*>(message.data()), message.size()),
        1);
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
}

TEST(TicketCodeTest, FactsThatACodeCannotSayAreTold) {
    const auto with = [](auto change) {
        TicketFacts facts = plainFacts();
        change(facts);
        return canBeCoded(facts);
    };
    EXPECT_TRUE(with([](TicketFacts&) {}));
    EXPECT_FALSE(with([](TicketFacts& f) { f.event = EventId(0); }));
    EXPECT_FALSE(with([](TicketFacts& f) { f.ticket = TicketId(-1); }));
    EXPECT_FALSE(with([](TicketFacts& f) { f.place = SeatNo(-1); }));
    EXPECT_FALSE(with([](TicketFacts& f) { f.place = AreaNo(-1); }));
    EXPECT_FALSE(with([](TicketFacts& f) { f.admitsUntil = f.admitsFrom; }));
    EXPECT_FALSE(with([](TicketFacts& f) { f.admitsFrom.micros += 1; }));
    EXPECT_FALSE(with([](TicketFacts& f) { f.admitsFrom = Instant{-60000000}; }));
    EXPECT_FALSE(
        with([](TicketFacts& f) { f.admitsUntil = f.admitsFrom + Duration::ofMinutes(1 << 24); }));
}

TEST(TicketCodeTest, AnyWindowWidensToOneThatCanBeCoded) {
    std::mt19937_64 random(1);
    const auto any = [&] {
        return Instant{static_cast<std::int64_t>(random()) >> (random() % 40)};
    };
    for (int i = 0; i < 10000; ++i) {
        const Instant from = any();
        const Instant until = any();
        TicketFacts facts = plainFacts();
        const AdmissionWindow window = wholeMinutes(from, until);
        facts.admitsFrom = window.from;
        facts.admitsUntil = window.until;
        ASSERT_TRUE(canBeCoded(facts)) << from.micros << " " << until.micros;
    }
    const Instant start{1777000000123456};
    const AdmissionWindow window = wholeMinutes(start, start + Duration::ofMinutes(60));
    EXPECT_LE(window.from, start);
    EXPECT_GE(window.until, start + Duration::ofMinutes(60));
    EXPECT_EQ(window.until - window.from, Duration::ofMinutes(61));
}

TEST(TicketCodeDeathTest, FactsThatACodeCannotSayAreNeverSigned) {
    const Door door;
    TicketFacts facts = plainFacts();
    facts.event = EventId(0);
    EXPECT_DEATH(static_cast<void>(door.signer.sign(facts)), "canBeCoded");
}

// Made by `openssl genpkey -algorithm ed25519` and friends.
constexpr std::string_view kPem =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
    "-----END PRIVATE KEY-----\n";
// RFC 8032, section 7.1, test 1: the same key as hex, and its public key.
constexpr std::string_view kSeedHex =
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
constexpr std::string_view kPublicHex =
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

TEST(TicketKeyTest, PemHexAndBase64NameTheSameKey) {
    const std::string base64 = toBase64(*fromHex(kSeedHex));
    for (const std::string_view text : {kPem, kSeedHex, std::string_view(base64)}) {
        const auto signer = TicketSigner::fromText(kKey, text);
        ASSERT_TRUE(signer) << signer.error().message;
        EXPECT_EQ(toHex(signer->publicKey()), kPublicHex);
    }
}

TEST(TicketKeyTest, PublicKeysAreReadAsPemAndAsHex) {
    const auto signer = TicketSigner::fromText(kKey, kSeedHex);
    ASSERT_TRUE(signer);
    TicketVerifier verifier;
    EXPECT_TRUE(verifier.addKeyText(kKey, signer->publicKeyPem()));
    EXPECT_TRUE(verifier.addKeyText(kKey, kPublicHex));
    const TicketFacts facts = plainFacts();
    EXPECT_EQ(verifier.verifyAtAnyTime(signer->sign(facts), facts.event).verdict,
              TicketVerdict::Valid);
}

TEST(TicketKeyTest, WhatIsNoEd25519KeyIsRefused) {
    constexpr std::string_view kBroken =
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    EVP_PKEY* ec = EVP_EC_gen("P-256");
    BIO* bio = BIO_new(BIO_s_mem());
    ASSERT_EQ(PEM_write_bio_PrivateKey(bio, ec, nullptr, nullptr, 0, nullptr, nullptr), 1);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const std::string ecPem(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    EVP_PKEY_free(ec);
    const std::string huge(1 << 20, 'a');
    for (const std::string_view text :
         {std::string_view(""), std::string_view("abc"), kSeedHex.substr(2), kBroken,
          std::string_view(ecPem), std::string_view(huge)}) {
        const auto signer = TicketSigner::fromText(kKey, text);
        ASSERT_FALSE(signer);
        if (text.size() > 2) {
            EXPECT_THAT(signer.error().message, ::testing::Not(HasSubstr(std::string(text))));
        }
        TicketVerifier verifier;
        EXPECT_FALSE(verifier.addKeyText(kKey, text));
    }
}

}  // namespace
}  // namespace tessera::tickets
