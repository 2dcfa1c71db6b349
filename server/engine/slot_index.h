// SPDX-License-Identifier: Apache-2.0
// Finds a slot by the hash of its record's key: four bytes per entry and no keys of its own.
//
// Open addressing with linear probing and deletion by shifting back, at most 4/5 full. Never
// iterated. Not thread-safe; a book owns its index and passes the hash of the records it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/engine/pool.h"
#include "shared/base/check.h"

namespace tessera::engine {

class SlotIndex {
public:
    // `matches(slot)`: true for the record that is looked for. kNoSlot if there is none.
    template <class Matches>
    Slot find(std::uint64_t hash, Matches&& matches) const {
        if (table_.empty()) return kNoSlot;
        for (std::size_t at = hash & mask(); table_[at] != kNoSlot; at = (at + 1) & mask()) {
            if (matches(table_[at])) return table_[at];
        }
        return kNoSlot;
    }

    // REQUIRES: no entry with the same key. `hashOf(slot)` gives the hash of any slot in here.
    template <class HashOf>
    void insert(Slot slot, HashOf&& hashOf) {
        if ((size_ + 1) * 5 > table_.size() * 4) grow(hashOf);
        place(slot, hashOf(slot));
        ++size_;
    }

    // REQUIRES: `slot` is in here, and its record is still as it was.
    template <class HashOf>
    void erase(Slot slot, HashOf&& hashOf) {
        TESSERA_CHECK(size_ > 0);
        std::size_t hole = hashOf(slot) & mask();
        while (table_[hole] != slot) {
            TESSERA_CHECK(table_[hole] != kNoSlot);
            hole = (hole + 1) & mask();
        }
        for (std::size_t at = (hole + 1) & mask(); table_[at] != kNoSlot; at = (at + 1) & mask()) {
            const std::size_t home = hashOf(table_[at]) & mask();
            if (((at - home) & mask()) >= ((at - hole) & mask())) {
                table_[hole] = table_[at];
                hole = at;
            }
        }
        table_[hole] = kNoSlot;
        --size_;
    }

    std::size_t size() const { return size_; }
    std::size_t memoryBytes() const { return table_.capacity() * sizeof(Slot); }

private:
    std::size_t mask() const { return table_.size() - 1; }

    void place(Slot slot, std::uint64_t hash) {
        std::size_t at = hash & mask();
        while (table_[at] != kNoSlot) at = (at + 1) & mask();
        table_[at] = slot;
    }

    template <class HashOf>
    void grow(HashOf&& hashOf) {
        std::vector<Slot> old(table_.empty() ? 64 : table_.size() * 2, kNoSlot);
        old.swap(table_);
        for (const Slot slot : old) {
            if (slot != kNoSlot) place(slot, hashOf(slot));
        }
    }

    std::vector<Slot> table_;
    std::size_t size_ = 0;
};

}  // namespace tessera::engine
