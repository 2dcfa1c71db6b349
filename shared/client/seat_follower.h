// SPDX-License-Identifier: Apache-2.0
// The copy of a seat map that updates are compared with: only what differs goes on.
//
// Deterministic; not thread-safe. Owns a byte for each seat.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tessera/v1/seat_map.pb.h"

namespace tessera::client {

enum class SeatState : std::uint8_t { Available, Held, Sold, Blocked };

struct SeatChange {
    std::int32_t seat = 0;
    SeatState state = SeatState::Available;
    auto operator<=>(const SeatChange&) const = default;
};

struct AreaChange {
    std::int32_t area = 0;
    std::int32_t available = 0;
    std::int32_t capacity = 0;
    auto operator<=>(const AreaChange&) const = default;
};

struct SeatChanges {
    bool whole = false;  // Every seat and area is in it: the map is known for the first time.
    std::int64_t revision = 0;
    std::vector<SeatChange> seats{};  // Ascending, each once.
    std::vector<AreaChange> areas{};  // The same.
};

class SeatFollower {
public:
    enum class Applied {
        Changed,  // `out` says what differs now, perhaps nothing.
        Old,      // It was known already.
        Gap,      // Something is missing before it, or it is not of this map: the copy is dropped.
    };
    // Fills `out` where the answer is Changed.
    [[nodiscard]] Applied apply(const v1::SeatMapUpdate& update, SeatChanges& out);

    // Of the map as it is known; negative: it is not.
    std::int64_t revision() const { return revision_; }

private:
    Applied replace(const v1::SeatMap& map, SeatChanges& out);
    Applied change(const v1::SeatMapUpdate& update, SeatChanges& out);
    void set(std::int32_t seat, char status, SeatChanges& out);
    void set(const v1::AreaAvailability& area, SeatChanges& out);
    Applied drop();

    std::int64_t revision_ = -1;
    std::string statuses_;
    std::map<std::int32_t, AreaChange> areas_;
};

}  // namespace tessera::client
