// SPDX-License-Identifier: Apache-2.0
// The terms on which an event sells: prices, fees, taxes, windows, limits; and codes.
//
// Plain values. Terms are versioned and immutable once used: a reservation keeps the version that
// it was made under, so its price never changes while it lives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/engine/layout.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/time.h"

namespace tessera::engine {

enum class Channel : std::uint8_t { Web = 0, BoxOffice = 1, Kiosk = 2 };
inline constexpr int kChannels = 3;

enum class FeeKind : std::uint8_t { PerTicket, PerOrder, Percent };

struct FeeRule {
    FeeKind kind = FeeKind::PerTicket;
    Money amount;  // PerTicket, PerOrder.
    Rate rate;     // Percent: of the ticket's price after discount.
    bool operator==(const FeeRule&) const = default;
};

// A tax applies to tickets, to fees, or to both. `included`: the amounts it applies to are gross
// and contain it; otherwise it is added on top.
struct TaxRule {
    Rate rate;
    bool included = true;
    bool onTickets = true;
    bool onFees = true;
    bool operator==(const TaxRule&) const = default;
};

// Cancelled is for good.
enum class SaleState : std::uint8_t { Draft = 0, Open = 1, Closed = 2, Cancelled = 3 };

// What becomes of tickets after they are sold, by the buyer's own hand.
struct AfterSale {
    Instant returnsUntil{};    // Open end; the epoch: never.
    Rate returnFee;            // Of each returned ticket's price; kept by the organiser.
    Instant exchangesUntil{};  // Open end; the epoch: never.
    Instant transfersUntil{};  // Open end; the epoch: never.
    bool operator==(const AfterSale&) const = default;
};

// The numbers are the database's.
enum class DisruptionKind : std::uint8_t { None = 0, Cancelled = 1, Moved = 2 };

// What became of an event whose tickets were sold already; orders made before `at` are concerned.
// Of a cancelled one they are returned; of a moved one their holders may return them for all that
// was paid until answerUntil, or accept.
struct Disruption {
    DisruptionKind kind = DisruptionKind::None;
    std::int32_t number = 0;  // Counts those of the event, from 1.
    Instant at{};
    Instant previousStart{};        // Moved: when it was to begin.
    Instant answerUntil{};          // Moved: open end.
    bool refundUnanswered = false;  // Moved: what is not accepted by then is returned.
    std::int32_t orders = 0;        // That had tickets at that instant.
    Instant finishedAt{};           // Everything is returned that is to be; the epoch: not yet.
    std::string note;               // For the buyers.
    bool operator==(const Disruption&) const = default;
};

// From `at` on the seats of the allocation that are not sold are the public's.
struct AllocationRelease {
    AllocationNo allocation;
    Instant at;
    bool operator==(const AllocationRelease&) const = default;
};

inline constexpr std::size_t kReleasesMax = 64;
inline constexpr std::size_t kNoteMax = 1000;  // Bytes.
inline constexpr std::int32_t kTicketTypesMax = 32;
inline constexpr std::int32_t kFeeRulesMax = 16;
inline constexpr std::int32_t kTaxRulesMax = 8;
inline constexpr std::int32_t kItemsPerOrderMax = 100;

struct EventTerms {
    std::int32_t version = 1;  // Grows by one with each change.
    Currency currency;
    std::int16_t ticketTypes = 1;
    // prices[category × ticketTypes + ticketType]; nothing: not sold so.
    std::vector<std::optional<Money>> prices;
    std::vector<FeeRule> fees;
    std::vector<TaxRule> taxes;

    SaleState sale = SaleState::Draft;
    Instant presaleOpensAt = Instant::never();  // For holders of a code with opensPresale.
    Instant opensAt{};                          // Closed interval start: open at this instant.
    Instant closesAt = Instant::never();        // Open interval end: closed at this instant.
    std::uint8_t channels = 0b111;              // Bit per Channel.

    Duration holdFor = Duration::ofMinutes(5);
    Duration payWithin = Duration::ofMinutes(10);          // From checkout.
    Duration unpaidWithin = Duration::ofMinutes(60 * 24);  // After a refused capture.

    std::int32_t maxPerOrder = 10;  // Places in one reservation, 1 to kItemsPerOrderMax.
    std::int32_t maxPerBuyer = 0;   // Places a caller may have at once, held or sold; 0: no limit.
    bool noOrphans = true;
    Instant companionReleaseAt = Instant::never();
    std::optional<Point> focal;  // Instead of the layout's.
    AfterSale afterSale;
    std::vector<AllocationRelease> releases;  // Ascending by allocation, each once; at most 64.
    Disruption disruption;                    // The latest. ChangeTerms leaves it as it is.
    bool operator==(const EventTerms&) const = default;
};

enum class DiscountKind : std::uint8_t { None, Percent, AmountPerTicket };

// A promotion or access code. Definition is immutable; only `uses` moves (one per reservation,
// counted at the hold, given back when the reservation is released).
struct Code {
    CodeId id;
    std::string text;  // Normalised: upper case, [A-Z0-9-]{3,32}.
    DiscountKind discount = DiscountKind::None;
    Rate rate;                 // Percent.
    Money amount;              // AmountPerTicket; never below zero per ticket.
    std::int32_t usesMax = 0;  // 0: unbounded.
    std::int32_t uses = 0;
    Instant validFrom{};
    Instant validUntil = Instant::never();  // Open end.
    bool opensPresale = false;
    AllocationNo unlocks;  // May take seats blocked for this allocation, by a search too; 0: none.
    std::vector<CategoryNo> categories;  // Discounted categories; empty: all.
};

}  // namespace tessera::engine
