// SPDX-License-Identifier: Apache-2.0
// Ticket codes as a scanner reads them, and the texts of keys.
//
// Only a code that was signed is good, and one with a character changed is not. What a code says is
// what was signed; every code has one text.
#include <cstring>
#include <string>

#include "server/tickets/code_text.h"
#include "server/tickets/ticket_code.h"
#include "shared/base/check.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

using namespace tickets;

const TicketSigner& signer() {
    static const std::array<std::uint8_t, 32> seed{7};
    static const TicketSigner made = TicketSigner::fromSeed(TicketKeyId{1}, seed);
    return made;
}

const TicketVerifier& verifier() {
    static const TicketVerifier& made = *[] {
        auto* out = new TicketVerifier;
        TESSERA_CHECK(out->addKey(signer().id(), signer().publicKey()).has_value());
        return out;
    }();
    return made;
}

void readCode(std::string_view text) {
    const auto bytes = codeFromText(text);
    if (bytes) TESSERA_CHECK(codeToText(*bytes) == text);
    const auto ticket = verifier().verifyAtAnyTime(text, EventId{7});
    TESSERA_CHECK(bytes || ticket.verdict == TicketVerdict::Malformed);
    const bool genuine =
        ticket.verdict == TicketVerdict::Valid || ticket.verdict == TicketVerdict::WrongEvent;
    TESSERA_CHECK(ticket.facts.has_value() == genuine);
    if (genuine) {
        TESSERA_CHECK(canBeCoded(*ticket.facts));
        TESSERA_CHECK(signer().sign(*ticket.facts) == text);
    }
}

// Facts of any 32 bytes: what cannot be coded is not read.
void readFacts(std::string_view text) {
    FactsBytes bytes{};
    std::memcpy(bytes.data(), text.data(), std::min(text.size(), bytes.size()));
    const auto coded = decodeFacts(bytes);
    if (!coded) return;
    TESSERA_CHECK(canBeCoded(coded->facts));
    TESSERA_CHECK(encodeFacts(*coded) == bytes);
    const auto code = signer().sign(coded->facts);
    const auto now = coded->facts.admitsFrom;
    const auto good = verifier().verify(code, coded->facts.event, now);
    TESSERA_CHECK(good.verdict == TicketVerdict::Valid && good.facts == coded->facts);
    TESSERA_CHECK(verifier().verify(code, coded->facts.event, coded->facts.admitsUntil).verdict ==
                  TicketVerdict::OutsideWindow);
    auto changed = code;
    auto& c = changed[static_cast<unsigned char>(text.back()) % changed.size()];
    c = c == '0' ? '1' : '0';
    TESSERA_CHECK(!verifier().verify(changed, coded->facts.event, now).facts);
}

void readKeys(std::string_view text) {
    TicketVerifier other;
    if (other.addKeyText(TicketKeyId{2}, text)) {
        TESSERA_CHECK(other.addKeyText(TicketKeyId{2}, text).has_value());
    }
    if (const auto made = TicketSigner::fromText(TicketKeyId{3}, text)) {
        TESSERA_CHECK(other.addKeyText(TicketKeyId{3}, made->publicKeyPem()).has_value());
    }
}

}  // namespace

void ticketCode(Input input) {
    readCode(input);
    if (!input.empty()) readFacts(input);
    readKeys(input);
}

}  // namespace tessera::fuzz
