// SPDX-License-Identifier: Apache-2.0
// What an event has, what is set aside, what is sold and who comes, as committed.
//
// Reads only. Thread-safe; blocks, each call with a deadline. Owns its connections.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

inline constexpr std::int32_t kManifestPerRead = 1'000;
inline constexpr std::int32_t kSalesMinutesMax = 240;

// Blocked seats side by side under one allocation.
struct AllocatedRun {
    AllocationNo allocation;
    SeatNo first;
    std::int32_t count = 0;
};

// All counts and sums of one event at one instant.
struct SalesCounts {
    struct Seats {
        CategoryNo category;
        AllocationNo allocation;
        engine::SeatStatus status = engine::SeatStatus::Available;
        std::int32_t count = 0;
    };
    struct Area {
        AreaNo area;
        std::int32_t capacity = 0;
        std::int32_t held = 0;
        std::int32_t sold = 0;
    };
    // Tickets that are not void.
    struct Sold {
        CategoryNo category;
        engine::Channel channel = engine::Channel::Web;
        std::int32_t tickets = 0;
        Money revenue;
    };
    struct Allocation {
        AllocationNo allocation;
        Money revenue;
    };
    struct Held {
        engine::Channel channel = engine::Channel::Web;
        std::int32_t places = 0;
    };
    struct Minute {
        Instant start;
        std::int32_t tickets = 0;
        std::int32_t orders = 0;
        Money revenue;
    };
    Instant countedAt;  // The database's time.
    std::vector<Seats> seats;
    std::vector<Area> areas;
    std::vector<Sold> sold;
    std::vector<Allocation> allocations;  // Of those that have sold seats.
    std::vector<Held> held;
    std::vector<Minute>
        minutes;  // Ascending; those alone that have sales, by the orders' creation.
};

// Which category a place is of.
struct CategoriesOf {
    std::vector<std::int16_t> seats;  // By SeatNo.
    std::vector<std::int16_t> areas;  // By AreaNo.
};

// A ticket that is not void, with what a manifest says of it. Personal data.
struct ManifestRow {
    engine::TicketRow ticket;
    std::string name;
    std::string email;
    engine::Channel channel = engine::Channel::Web;
    Instant handedOutAt = Instant::never();
    std::string note{};
};

class InventoryRows {
public:
    virtual ~InventoryRows() = default;

    // Ascending by seat.
    virtual Result<std::vector<AllocatedRun>> readAllocations(EventId event) = 0;
    // In one REPEATABLE READ transaction.
    virtual Result<SalesCounts> readSales(EventId event, const CategoriesOf& categories) = 0;
    // Tickets of these seats, in their order. `waiting`: active ones alone that are not handed out.
    // REQUIRES: at most kSeatsMax seats, 1 <= limit <= kManifestPerRead.
    virtual Result<std::vector<ManifestRow>> readSeats(EventId event,
                                                       std::span<const std::int32_t> seats,
                                                       bool waiting, std::int32_t limit) = 0;
    // Tickets of areas after that one, by area, then id. As readSeats.
    struct AreaPlace {
        AreaNo area{-1};
        TicketId ticket{};
    };
    virtual Result<std::vector<ManifestRow>> readAreas(EventId event, AreaPlace after, bool waiting,
                                                       std::int32_t limit) = 0;
};

// `connections` at most, opened when they are needed.
std::unique_ptr<InventoryRows> makePostgresInventory(const std::string& conninfo,
                                                     std::size_t connections);

}  // namespace tessera::store
