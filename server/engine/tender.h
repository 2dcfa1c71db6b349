// SPDX-License-Identifier: Apache-2.0
// The words of paying that commands and changes share.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tessera::engine {

inline constexpr int kTendersMax = 8;             // Per order, those that came to nothing too.
inline constexpr int kRefundsMax = 200;           // Per order.
inline constexpr int kExchangesInRow = 8;         // Orders, each paid with tickets of the next.
inline constexpr std::size_t kPayloadMax = 8192;  // Bytes.
inline constexpr std::size_t kReferenceMax = 64;  // Bytes.

// What a part of an order is paid with. The numbers are the database's.
enum class TenderKind : std::uint8_t {
    Card = 1,  // By the buyer's client.
    Cash = 2,  // Taken by staff before the command is sent; House.
    GiftCard = 3,
    Invoice = 4,   // On account (receivable), for staff to grant; House.
    Exchange = 5,  // Tickets of another order of this event, given up for these; House.
    Reader = 6,    // A card at a terminal.
};

enum class RefundReason : std::uint8_t {
    Compensation = 1,  // Money that bought nothing.
    Returned = 2,      // By the buyer, within the organiser's rules.
    Staff = 3,
    EventCancelled = 4,
    EventMoved = 5,
    Exchanged = 6,
    Late = 7,  // A payment that succeeded after its order was released.
};

}  // namespace tessera::engine
