// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/code_text.h"

#include <algorithm>
#include <span>

#include "shared/base/check.h"

namespace tessera::tickets {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kFromMax = (std::int64_t{1} << 32) - 1;
constexpr std::int64_t kLengthMax = (std::int64_t{1} << 24) - 1;
constexpr std::uint64_t kAreaBit = 1ULL << 31;

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr unsigned kPaddingBits = kTicketCodeChars * 5 - kTicketCodeBytes * 8;
static_assert(kPaddingBits < 5);

constexpr std::array<std::int8_t, 256> valuesOfCharacters() {
    std::array<std::int8_t, 256> values{};
    for (auto& value : values) value = -1;
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
        values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}
constexpr auto kValues = valuesOfCharacters();

// Writes and reads big-endian fields one after another.
class Writer {
public:
    explicit Writer(FactsBytes& bytes) : bytes_(bytes) {}
    ~Writer() { TESSERA_CHECK(at_ == bytes_.size()); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    void put(std::uint64_t value, unsigned count) {
        TESSERA_CHECK(count == 8 || value >> (8 * count) == 0);
        for (unsigned i = count; i-- > 0;) {
            bytes_[at_++] = static_cast<std::uint8_t>(value >> (8 * i));
        }
    }

private:
    FactsBytes& bytes_;
    std::size_t at_ = 0;
};

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t, kTicketFactsBytes> bytes) : bytes_(bytes) {}
    std::uint64_t take(unsigned count) {
        std::uint64_t value = 0;
        for (unsigned i = 0; i < count; ++i) value = (value << 8) | bytes_[at_++];
        return value;
    }

private:
    std::span<const std::uint8_t, kTicketFactsBytes> bytes_;
    std::size_t at_ = 0;
};

std::uint64_t placeNumber(const TicketFacts& facts) {
    if (const auto* area = std::get_if<AreaNo>(&facts.place)) {
        return kAreaBit | static_cast<std::uint64_t>(area->value);
    }
    return static_cast<std::uint64_t>(std::get<SeatNo>(facts.place).value);
}

bool placeIsValid(const TicketFacts& facts) {
    return std::visit([](auto place) { return place.value >= 0; }, facts.place);
}

}  // namespace

bool canBeCoded(const TicketFacts& facts) {
    if (facts.event.value <= 0 || facts.ticket.value <= 0 || !placeIsValid(facts)) return false;
    const std::int64_t from = facts.admitsFrom.micros;
    const std::int64_t until = facts.admitsUntil.micros;
    if (from < 0 || until <= from || from % kMinute != 0 || until % kMinute != 0) return false;
    return from / kMinute <= kFromMax && (until - from) / kMinute <= kLengthMax;
}

AdmissionWindow wholeMinutes(Instant from, Instant until) {
    constexpr std::int64_t kUntilMax = (kFromMax + kLengthMax) * kMinute;
    const std::int64_t first = std::clamp<std::int64_t>(from.micros, 0, kFromMax * kMinute);
    const std::int64_t floor = first / kMinute * kMinute;
    const std::int64_t last = std::clamp<std::int64_t>(until.micros, 0, kUntilMax) + kMinute - 1;
    const std::int64_t ceiling =
        std::clamp(last / kMinute * kMinute, floor + kMinute, floor + kLengthMax * kMinute);
    return {{floor}, {ceiling}};
}

FactsBytes encodeFacts(const CodedFacts& coded) {
    const TicketFacts& facts = coded.facts;
    TESSERA_CHECK(canBeCoded(facts));
    FactsBytes bytes{};
    Writer out(bytes);
    out.put(kVersion, 1);
    out.put(coded.key.value, 2);
    out.put(static_cast<std::uint64_t>(facts.event.value), 8);
    out.put(static_cast<std::uint64_t>(facts.ticket.value), 8);
    out.put(placeNumber(facts), 4);
    out.put(facts.issue, 2);
    out.put(static_cast<std::uint64_t>(facts.admitsFrom.micros / kMinute), 4);
    out.put(static_cast<std::uint64_t>((facts.admitsUntil - facts.admitsFrom).micros / kMinute), 3);
    return bytes;
}

std::optional<CodedFacts> decodeFacts(std::span<const std::uint8_t, kTicketFactsBytes> bytes) {
    Reader in(bytes);
    if (in.take(1) != kVersion) return std::nullopt;
    CodedFacts coded;
    coded.key.value = static_cast<std::uint16_t>(in.take(2));
    coded.facts.event = EventId(static_cast<std::int64_t>(in.take(8)));
    coded.facts.ticket = TicketId(static_cast<std::int64_t>(in.take(8)));
    const std::uint64_t place = in.take(4);
    if ((place & kAreaBit) == 0) {
        coded.facts.place = SeatNo(static_cast<std::int32_t>(place));
    } else if ((place & ~kAreaBit) <= INT16_MAX) {
        coded.facts.place = AreaNo(static_cast<std::int16_t>(place & ~kAreaBit));
    } else {
        return std::nullopt;
    }
    coded.facts.issue = static_cast<std::uint16_t>(in.take(2));
    coded.facts.admitsFrom = Instant{static_cast<std::int64_t>(in.take(4)) * kMinute};
    coded.facts.admitsUntil =
        coded.facts.admitsFrom + Duration{static_cast<std::int64_t>(in.take(3)) * kMinute};
    if (!canBeCoded(coded.facts)) return std::nullopt;
    return coded;
}

std::string codeToText(const CodeBytes& bytes) {
    std::string text;
    text.reserve(kTicketCodeChars);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const std::uint8_t byte : bytes) {
        bits = (bits << 8) | byte;
        count += 8;
        while (count >= 5) {
            count -= 5;
            text.push_back(kAlphabet[(bits >> count) & 31U]);
        }
    }
    text.push_back(kAlphabet[(bits << (5 - count)) & 31U]);
    TESSERA_CHECK(text.size() == kTicketCodeChars);
    return text;
}

std::optional<CodeBytes> codeFromText(std::string_view text) {
    if (text.size() != kTicketCodeChars) return std::nullopt;
    CodeBytes bytes{};
    std::size_t at = 0;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const int value = kValues[static_cast<unsigned char>(c)];
        if (value < 0) return std::nullopt;
        bits = (bits << 5) | static_cast<std::uint32_t>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes[at++] = static_cast<std::uint8_t>(bits >> count);
        }
    }
    const std::uint32_t padding = bits & ((1U << kPaddingBits) - 1);
    if (padding != 0 || count != kPaddingBits) return std::nullopt;
    return bytes;
}

}  // namespace tessera::tickets
