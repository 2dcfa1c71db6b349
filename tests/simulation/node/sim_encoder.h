// SPDX-License-Identifier: Apache-2.0
// The wire form of seat maps in a simulation: words that a follower can read.
//
// Pure and thread-safe, as stream::Encoder wants.
#pragma once

#include <optional>

#include "server/stream/seat_map_hub.h"

namespace tessera::simulation {

class SimEncoder final : public stream::Encoder {
public:
    stream::Encoded snapshot(EventId event, const stream::SeatMapState& state) const override;
    stream::Encoded streamSnapshot(EventId event, const stream::SeatMapState& state) const override;
    stream::Encoded delta(EventId event, const stream::SeatMapDelta& delta) const override;
};

// Writes what the message says into `map`. False: it is a change of another revision than the
// map's.
bool applyMessage(const stream::Bytes& message, stream::SeatMapState& map);

}  // namespace tessera::simulation
