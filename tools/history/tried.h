// SPDX-License-Identifier: Apache-2.0
// Lowe's memory: the configurations that a search has come to.
//
// A configuration is which calls are placed and what the event is then. Of the calls that never had
// to happen it is kept apart which are spent: who has spent more can do no more, so a configuration
// that was come to with less spent before need not be looked at again. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "tools/history/hash.h"

namespace tessera::history {

class Tried {
public:
    // Keeps at most `capacity` configurations, 24 to 96 bytes each.
    explicit Tried(std::size_t capacity) : capacity_(capacity), cells_(64) {}

    enum class Added : std::uint8_t { New, Known, Full };
    // `spent` ascending.
    Added add(const Hash& configuration, const std::vector<int>& spent);
    void clear();
    // Since the beginning, forgotten ones too.
    std::size_t added() const { return added_; }

private:
    static constexpr int kEmpty = -1;
    struct Cell {
        Hash hash{};
        int spent = kEmpty;  // Index into spent_.
    };
    std::size_t slotOf(const Hash& hash) const {
        return static_cast<std::size_t>(hash.low) & (cells_.size() - 1);
    }
    int numberOf(const std::vector<int>& spent);
    bool isWithin(int less, int more) const;
    void grow();

    std::size_t capacity_;
    std::size_t size_ = 0;
    std::size_t added_ = 0;
    std::vector<Cell> cells_;
    std::map<std::vector<int>, int> numbers_;
    std::vector<std::vector<int>> spent_;
};

}  // namespace tessera::history
