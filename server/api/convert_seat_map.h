// SPDX-License-Identifier: Apache-2.0
// Seat maps and their changes as bytes: protobuf, JSON, compressed JSON and server-sent events.
//
// Implements stream::Encoder. Thread-safe. It knows an event's layout and areas once `learn` was
// called for it, which the edge does before it asks for the event's feed; without, `layout` is
// empty and capacities are 0.
#pragma once

#include <functional>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

#include "server/app/plan/plan_import.h"
#include "server/engine/layout.h"
#include "server/stream/seat_map_hub.h"
#include "shared/base/ids.h"
#include "tessera/v1/seat_map.pb.h"

namespace tessera::api {

// No seat map is longer as JSON: 4 characters for 3 seats, 64 for an area, and room for names.
inline constexpr std::size_t kSeatMapJsonBytesMax =
    engine::kSeatsMax / 3 * 4 + plan::kAreasMax * 64 + 4096;

// What a seat map says beside its statuses; as immutable as the layout.
struct SeatMapFacts {
    LayoutId layout;
    std::vector<std::int32_t> capacities;  // By area.
};

class SeatMapEncoder final : public stream::Encoder {
public:
    // `serverTime` is called on any thread and outlives the encoder.
    explicit SeatMapEncoder(std::function<Instant()> serverTime);

    void learn(EventId event, SeatMapFacts facts);

    stream::Encoded snapshot(EventId event, const stream::SeatMapState& state) const override;
    stream::Encoded streamSnapshot(EventId event, const stream::SeatMapState& state) const override;
    stream::Encoded delta(EventId event, const stream::SeatMapDelta& delta) const override;

private:
    SeatMapFacts factsOf(EventId event) const;
    void fillMap(EventId event, const stream::SeatMapState& state, v1::SeatMap& map) const;
    stream::Encoded update(const v1::SeatMapUpdate& message) const;

    const std::function<Instant()> serverTime_;
    mutable std::shared_mutex mutex_;
    std::unordered_map<EventId, SeatMapFacts> facts_;  // At most kFactsMax.
};

// gzip of `text`, or null if that fails.
stream::Bytes gzipped(const std::string& text, int level);

}  // namespace tessera::api
