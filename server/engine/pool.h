// SPDX-License-Identifier: Apache-2.0
// Records in chunks that never move, named by a 32-bit slot that is used again after removal.
//
// Deterministic: the slot freed last is used first. Not thread-safe. T has `bool live() const`,
// false for T{}. Growing costs one chunk, never a copy of everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "shared/base/check.h"

namespace tessera::engine {

using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = UINT32_MAX;

template <class T>
class Pool {
public:
    Slot add(T value) {
        TESSERA_CHECK(value.live());
        Slot slot = 0;
        if (!free_.empty()) {
            slot = free_.back();
            free_.pop_back();
        } else {
            slot = used_++;
            if (slot / kChunk == chunks_.size()) chunks_.push_back(std::make_unique<T[]>(kChunk));
        }
        ++live_;
        at(slot) = std::move(value);
        return slot;
    }

    void remove(Slot slot) {
        TESSERA_CHECK(slot < used_ && at(slot).live());
        at(slot) = T{};
        free_.push_back(slot);
        --live_;
    }

    T& operator[](Slot slot) {
        TESSERA_CHECK(slot < used_);
        return at(slot);
    }
    const T& operator[](Slot slot) const {
        TESSERA_CHECK(slot < used_);
        return chunks_[slot / kChunk][slot % kChunk];
    }

    std::size_t size() const { return live_; }

    // Calls visit(slot, record) for live records, by ascending slot.
    template <class Visit>
    void forEach(Visit&& visit) const {
        for (Slot slot = 0; slot < used_; ++slot) {
            const T& record = (*this)[slot];
            if (record.live()) visit(slot, record);
        }
    }

    std::size_t memoryBytes() const {
        return chunks_.size() * (kChunk * sizeof(T) + sizeof(void*)) +
               free_.capacity() * sizeof(Slot);
    }

private:
    static constexpr Slot kChunk = 256;

    T& at(Slot slot) { return chunks_[slot / kChunk][slot % kChunk]; }

    std::vector<std::unique_ptr<T[]>> chunks_;
    std::vector<Slot> free_;
    Slot used_ = 0;
    std::size_t live_ = 0;
};

}  // namespace tessera::engine
