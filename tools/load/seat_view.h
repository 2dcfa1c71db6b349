// SPDX-License-Identifier: Apache-2.0
// A seat map at one revision, and choosing seats on it as a visitor does.
//
// Decoded once per revision and shared by all who were sent that revision. Deterministic.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/load/venue.h"

namespace tessera::load {

inline constexpr std::int32_t kPartyMax = 6;

class SeatView {
public:
    // `json` is GetSeatMap's answer. Null if it is none of this venue.
    static std::shared_ptr<const SeatView> decode(const Venue& venue, std::string_view json);

    // `party` seats side by side, the lowest number; -1: there are none. `rank` in [0, 1) says how
    // far from the best row to look, `side` which end of a run; no single seat is left where that
    // can be avoided in the row.
    std::int32_t choose(std::int32_t party, double rank, bool side) const;
    // The longest run of free ordinary seats, kPartyMax at most.
    std::int32_t longestRun() const;

    const std::array<std::int64_t, 4>& byStatus() const { return byStatus_; }
    std::int64_t areaAvailable(std::size_t area) const {
        return area < areas_.size() ? areas_[area] : 0;
    }
    std::int64_t wheelchairsFree() const { return wheelchairsFree_; }
    // Somebody holds a seat, or is paying: it may come back.
    bool anyHeld() const { return byStatus_[1] > 0; }
    bool anyWheelchairHeld() const { return wheelchairsHeld_ > 0; }

private:
    explicit SeatView(const Venue& venue) : venue_(venue) {}
    struct Run {
        std::int32_t first = 0;
        std::int32_t length = 0;
    };
    std::vector<Run> runsOf(const VenueRow& row) const;

    const Venue& venue_;
    std::vector<std::uint8_t> statuses_;
    std::vector<std::int64_t> areas_;
    std::array<std::int64_t, 4> byStatus_{};
    std::int64_t wheelchairsFree_ = 0;
    std::int64_t wheelchairsHeld_ = 0;
    // Rows with room for so many, most popular first.
    std::array<std::vector<std::int32_t>, kPartyMax + 1> rowsFor_;
};

// Of a gzip body; empty if it is none or over `bytesMax`.
std::string inflate(std::string_view gzip, std::size_t bytesMax);

}  // namespace tessera::load
