// SPDX-License-Identifier: Apache-2.0
// The rows with ways to find them. Refers to the rows, which must outlive it and not move.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tools/audit/provider_books.h"
#include "tools/audit/rows.h"

namespace tessera::audit {

struct KeyHash {
    std::size_t operator()(const std::pair<std::int64_t, std::int64_t>& key) const noexcept;
};
// Event, then the number or id in it.
using Key = std::pair<std::int64_t, std::int64_t>;
template <class Row>
using ByKey = std::unordered_map<Key, Row, KeyHash>;

struct Indexed {
    Indexed(const Rows& rows, const ProviderBooks& provider);

    const Rows& rows;
    const ProviderBooks& books;
    std::unordered_map<std::int64_t, std::int64_t> cancelledAt;  // Of events that are.
    ByKey<const SeatRow*> seats;
    ByKey<const ReservationRow*> reservations;
    std::unordered_map<std::string, const ReservationRow*> reservationByRequest;
    ByKey<const OrderRow*> orders;
    ByKey<const TicketRow*> tickets;
    ByKey<std::vector<const TicketRow*>> ticketsOfSeat;  // Valid ones.
    ByKey<std::vector<const TicketRow*>> ticketsOfOrder;
    ByKey<std::vector<const AttemptRow*>> attemptsOfOrder;
    ByKey<const AttemptRow*> attempts;
    ByKey<const TenderRow*> tenders;
    ByKey<std::vector<const RefundRow*>> refundsOfOrder;
    ByKey<const RefundRow*> refunds;
    ByKey<std::vector<const CardEntryRow*>> cardEntriesOfAttempt;
    ByKey<std::vector<const ReservationRow*>> liveOfSeat;  // Live reservations that list it.
    std::unordered_map<std::string, const ProviderPayment*> payments;
    std::unordered_map<std::string, const AttemptRow*> attemptOfObject;

    // What an attempt took and what it gave back, by the books of whom it was paid through: the
    // provider's ledger, the gift card's entries; the house has none but ours.
    struct Outside {
        std::int64_t captured = 0;
        std::int64_t refunded = 0;
        std::int64_t net() const { return captured - refunded; }
    };
    Outside outsideOf(const AttemptRow& attempt) const;
    // What was ever held for it on a gift card.
    std::int64_t heldOnCard(const AttemptRow& attempt) const;
    bool isKind(const AttemptRow& attempt, TenderKind kind) const;
    // Given back for tickets of another order, for which this one's were given up.
    bool isPassedOn(const RefundRow& refund) const;
    // The attempt that the payment's metadata names; null if there is none.
    const AttemptRow* attemptOf(const ProviderPayment& payment) const;

    template <class Row>
    static const Row* find(const ByKey<const Row*>& map, Key key) {
        const auto found = map.find(key);
        return found == map.end() ? nullptr : found->second;
    }
    template <class Row>
    static const std::vector<const Row*>& list(const ByKey<std::vector<const Row*>>& map, Key key) {
        static const std::vector<const Row*> none;
        const auto found = map.find(key);
        return found == map.end() ? none : found->second;
    }
};

}  // namespace tessera::audit
