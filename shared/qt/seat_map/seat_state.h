// SPDX-License-Identifier: Apache-2.0
// What is known of one seat, in one byte: its status and the allocation that blocks it.
//
// Plain values; deterministic, thread-safe as values are, owning nothing.
#pragma once

#include <QtCore/QtGlobal>

namespace tessera::qt {

enum class SeatStatus : quint8 { Available, Held, Sold, Blocked };

inline constexpr int kAllocationsMax = 26;

class SeatState {
public:
    constexpr SeatState() = default;
    constexpr explicit SeatState(SeatStatus status) : byte_(static_cast<quint8>(status)) {}

    // A seat of an allocation: 1 to 26, shown as a letter; 0 is a block of no allocation.
    // REQUIRES: 0 <= allocation <= kAllocationsMax.
    static constexpr SeatState blocked(int allocation) {
        SeatState state(SeatStatus::Blocked);
        state.byte_ = static_cast<quint8>(state.byte_ | (allocation << 2));
        return state;
    }

    constexpr SeatStatus status() const { return static_cast<SeatStatus>(byte_ & 3); }
    constexpr int allocation() const { return byte_ >> 2; }
    constexpr bool operator==(const SeatState&) const = default;

private:
    quint8 byte_ = 0;
};

struct SeatChange {
    int seat = 0;
    SeatState state;
};

}  // namespace tessera::qt
