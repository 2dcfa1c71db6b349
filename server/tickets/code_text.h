// SPDX-License-Identifier: Apache-2.0
// The bytes and the characters of a ticket code, without cryptography.
//
// Pure functions, deterministic, thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/tickets/ticket_code.h"

namespace tessera::tickets {

using FactsBytes = std::array<std::uint8_t, kTicketFactsBytes>;
using CodeBytes = std::array<std::uint8_t, kTicketCodeBytes>;

struct CodedFacts {
    TicketKeyId key;
    TicketFacts facts;
    bool operator==(const CodedFacts&) const = default;
};

// REQUIRES: canBeCoded(coded.facts).
FactsBytes encodeFacts(const CodedFacts& coded);
// Nothing unless encodeFacts() gives these very bytes for some facts.
std::optional<CodedFacts> decodeFacts(std::span<const std::uint8_t, kTicketFactsBytes> bytes);

std::string codeToText(const CodeBytes& bytes);
// The inverse, and nothing else: one text per code.
std::optional<CodeBytes> codeFromText(std::string_view text);

}  // namespace tessera::tickets
