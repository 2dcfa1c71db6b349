// SPDX-License-Identifier: Apache-2.0
// 128-bit hashes of sets that change by one member at a time, and a set of such hashes.
//
// Deterministic. A configuration is kept as its hash alone: that two of n differ and have one hash
// has a probability below n^2 / 2^129, and would make the judge pass over a configuration, never
// accept one. Not thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tessera::history {

struct Hash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const Hash&) const = default;
    constexpr void toggle(Hash other) {
        high ^= other.high;
        low ^= other.low;
    }
};

constexpr std::uint64_t mixed(std::uint64_t x) {  // splitmix64
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

// The hash of "member `subject` of kind `kind` has this value".
constexpr Hash hashOf(std::uint64_t kind, std::uint64_t subject, std::uint64_t value) {
    const std::uint64_t one = mixed(kind ^ mixed(subject ^ mixed(value)));
    return {one, mixed(one ^ mixed(value ^ mixed(subject + 0x51ED2701ULL * kind)))};
}

// Keeps at most `capacity` hashes.
class HashSet {
public:
    explicit HashSet(std::size_t capacity) : capacity_(capacity), cells_(64) {}

    enum class Added : std::uint8_t { New, Known, Full };
    Added add(Hash hash) {
        if (hash == Hash{}) hash.low = 1;  // The empty cell's.
        std::size_t at = find(hash);
        if (cells_[at] == hash) return Added::Known;
        if (size_ == capacity_) return Added::Full;
        if (size_ * 2 >= cells_.size()) {
            grow();
            at = find(hash);
        }
        cells_[at] = hash;
        ++size_;
        return Added::New;
    }
    std::size_t size() const { return size_; }

private:
    std::size_t find(Hash hash) const {
        std::size_t at = hash.low & (cells_.size() - 1);
        while (!(cells_[at] == Hash{}) && !(cells_[at] == hash))
            at = (at + 1) & (cells_.size() - 1);
        return at;
    }
    void grow() {
        std::vector<Hash> before(cells_.size() * 2);
        before.swap(cells_);
        for (const Hash& hash : before) {
            if (!(hash == Hash{})) cells_[find(hash)] = hash;
        }
    }

    std::size_t capacity_;
    std::size_t size_ = 0;
    std::vector<Hash> cells_;
};

}  // namespace tessera::history
