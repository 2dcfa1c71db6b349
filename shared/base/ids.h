// SPDX-License-Identifier: Apache-2.0
// Every id has its own type, and an id that leaves the process carries its event.
//
// Ids inside an event (reservation, order, …) are 63-bit, time-ordered and made by the event's
// engine: microseconds since 2020 shifted left by 12, plus a counter (see engine/id_source.h).
// Public form: 26 characters of Crockford base32 over 16 bytes, event id then local id, both big
// endian; an event, venue or layout alone is 13 characters over its 8 bytes.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tessera {

template <class Tag, class Rep>
struct StrongId {
    using rep = Rep;
    Rep value{};

    constexpr StrongId() = default;
    constexpr explicit StrongId(Rep v) : value(v) {}
    constexpr auto operator<=>(const StrongId&) const = default;
    // Zero is "none" for every 64-bit id; dense numbers (seats, areas) start at 0 and have no none.
    constexpr explicit operator bool() const requires(sizeof(Rep) == 8) { return value != 0; }
};

using VenueId = StrongId<struct VenueTag, std::int64_t>;
using LayoutId = StrongId<struct LayoutTag, std::int64_t>;
using EventId = StrongId<struct EventTag, std::int64_t>;
using NodeId = StrongId<struct NodeTag, std::int64_t>;
using StaffId = StrongId<struct StaffTag, std::int64_t>;
using DeviceId = StrongId<struct DeviceTag, std::int64_t>;
using ApprovalId = StrongId<struct ApprovalTag, std::int64_t>;
using ShiftId = StrongId<struct ShiftTag, std::int64_t>;

using ReservationId = StrongId<struct ReservationTag, std::int64_t>;
using OrderId = StrongId<struct OrderTag, std::int64_t>;
using TenderId = StrongId<struct TenderTag, std::int64_t>;
using AttemptId = StrongId<struct AttemptTag, std::int64_t>;
using RefundId = StrongId<struct RefundTag, std::int64_t>;
using GiftCardId = StrongId<struct GiftCardTag, std::int64_t>;
using TicketId = StrongId<struct TicketTag, std::int64_t>;
using CodeId = StrongId<struct CodeTag, std::int64_t>;
using OutboxSeq = StrongId<struct OutboxTag, std::int64_t>;

using SeatNo = StrongId<struct SeatTag, std::int32_t>;  // Dense from 0 in the layout's order.
using AreaNo = StrongId<struct AreaTag, std::int16_t>;
using CategoryNo = StrongId<struct CategoryTag, std::int16_t>;
using TicketTypeNo = StrongId<struct TicketTypeTag, std::int16_t>;
using AllocationNo = StrongId<struct AllocationTag, std::int16_t>;  // 0 is none.

// A caller's UUID (version 7) for one mutation, in network byte order.
struct RequestId {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const RequestId&) const = default;
};

// SHA-256 of an anonymous caller's random key, or of a staff identity: who holds, never who it is.
struct CallerHash {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const CallerHash&) const = default;
};

// The first 8 bytes of SHA-256 over a mutation's canonical body: tells a retry from a reuse.
using Fingerprint = StrongId<struct FingerprintTag, std::int64_t>;

// Parses `xxxxxxxx-xxxx-7xxx-[89ab]xxx-xxxxxxxxxxxx`; anything but a version 7 UUID is refused.
std::optional<RequestId> parseRequestId(std::string_view text);
std::string toString(const RequestId& id);
// Milliseconds since the Unix epoch that the UUID carries in its first 48 bits.
std::int64_t unixMillisOf(const RequestId& id);

// Public forms. Decoding refuses wrong lengths, characters outside the alphabet, and values <= 0.
std::string encodePublicId(std::int64_t value);
std::string encodePublicId(EventId event, std::int64_t local);
std::optional<std::int64_t> decodePublicId(std::string_view text);
struct EventScopedId {
    EventId event;
    std::int64_t local = 0;
};
std::optional<EventScopedId> decodeEventScopedId(std::string_view text);

}  // namespace tessera

template <class Tag, class Rep>
struct std::hash<tessera::StrongId<Tag, Rep>> {
    std::size_t operator()(tessera::StrongId<Tag, Rep> id) const noexcept {
        // splitmix64: ids are time-ordered, and the identity would fill few buckets.
        auto x = static_cast<std::uint64_t>(id.value) + 0x9E3779B97F4A7C15ULL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return static_cast<std::size_t>(x ^ (x >> 31));
    }
};
template <>
struct std::hash<tessera::RequestId> {
    std::size_t operator()(const tessera::RequestId& id) const noexcept;
};
template <>
struct std::hash<tessera::CallerHash> {
    std::size_t operator()(const tessera::CallerHash& id) const noexcept;
};
