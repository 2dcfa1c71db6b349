// SPDX-License-Identifier: Apache-2.0
#include "server/engine/buyer_limits.h"

#include <cstring>

#include "shared/base/check.h"

namespace tessera::engine {

namespace {

// Every byte counts in every bit: callers may be numbered in one end of the hash.
std::uint64_t mixed(const CallerHash& buyer) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < buyer.bytes.size(); i += sizeof(value)) {
        std::uint64_t word = 0;
        std::memcpy(&word, buyer.bytes.data() + i, sizeof(word));
        value = (value ^ word) * 0x9E3779B97F4A7C15ULL;
        value ^= value >> 32;
    }
    return value;
}

}  // namespace

std::uint64_t BuyerLimits::keyHash(Slot slot) const {
    return mixed(buyers_[slot].hash);
}

Slot BuyerLimits::find(const CallerHash& buyer) const {
    return index_.find(mixed(buyer), [&](Slot slot) { return buyers_[slot].hash == buyer; });
}

std::int32_t BuyerLimits::placesOf(const CallerHash& buyer) const {
    const Slot slot = find(buyer);
    return slot == kNoSlot ? 0 : buyers_[slot].places;
}

Slot BuyerLimits::add(const CallerHash& buyer, std::int32_t places) {
    TESSERA_CHECK(places > 0);
    Slot slot = find(buyer);
    if (slot != kNoSlot) {
        buyers_[slot].places += places;
        return slot;
    }
    slot = buyers_.add({buyer, places});
    index_.insert(slot, [this](Slot s) { return keyHash(s); });
    return slot;
}

void BuyerLimits::remove(Slot slot, std::int32_t places) {
    Buyer& buyer = buyers_[slot];
    TESSERA_CHECK(places > 0 && buyer.places >= places);
    if (buyer.places > places) {
        buyer.places -= places;
        return;
    }
    index_.erase(slot, [this](Slot s) { return keyHash(s); });
    buyers_.remove(slot);
}

}  // namespace tessera::engine
