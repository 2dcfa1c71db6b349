// SPDX-License-Identifier: Apache-2.0
// The rows with ways to find them. Refers to the rows, which must outlive it and not move.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

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
    ByKey<const SeatRow*> seats;
    ByKey<const ReservationRow*> reservations;
    std::unordered_map<std::string, const ReservationRow*> reservationByRequest;
    ByKey<const OrderRow*> orders;
    ByKey<const TicketRow*> tickets;
    ByKey<std::vector<const TicketRow*>> ticketsOfSeat;  // Valid ones.
    ByKey<std::vector<const TicketRow*>> ticketsOfOrder;
    ByKey<std::vector<const AttemptRow*>> attemptsOfOrder;
    ByKey<std::vector<const ReservationRow*>> liveOfSeat;  // Live reservations that list it.
    std::unordered_map<std::string, const ProviderPayment*> payments;
    std::unordered_map<std::string, const AttemptRow*> attemptOfObject;

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
