// SPDX-License-Identifier: Apache-2.0
// How many places each caller has, held or sold; a caller without places is forgotten.
//
// Deterministic: found by hash, never iterated in the order of the hash. Not thread-safe; an
// EventEngine owns its BuyerLimits. Bound: one entry per live reservation at most.
#pragma once

#include <cstdint>

#include "server/engine/pool.h"
#include "server/engine/slot_index.h"
#include "shared/base/ids.h"

namespace tessera::engine {

class BuyerLimits {
public:
    std::int32_t placesOf(const CallerHash& buyer) const;

    // Counts `places` (> 0) for the buyer; the slot stays the buyer's while it has places.
    Slot add(const CallerHash& buyer, std::int32_t places);
    // REQUIRES: the buyer of `slot` has at least as many.
    void remove(Slot slot, std::int32_t places);

    const CallerHash& hashOf(Slot slot) const { return buyers_[slot].hash; }
    std::int32_t placesAt(Slot slot) const { return buyers_[slot].places; }
    std::size_t size() const { return buyers_.size(); }
    std::size_t memoryBytes() const { return buyers_.memoryBytes() + index_.memoryBytes(); }

private:
    struct Buyer {
        CallerHash hash;
        std::int32_t places = 0;
        bool live() const { return places > 0; }
    };
    Slot find(const CallerHash& buyer) const;
    std::uint64_t keyHash(Slot slot) const;

    Pool<Buyer> buyers_;
    SlotIndex index_;
};

}  // namespace tessera::engine
