// SPDX-License-Identifier: Apache-2.0
// What a choice leaves no order for, seen before the search comes to the call that shows it.
//
// Deterministic; refers to its Program. Says so only of choices after which some call that had to
// happen can never be placed, whatever comes between: to pass over such a choice misses no order.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "tools/history/model.h"

namespace tessera::history {

class Foresight {
public:
    explicit Foresight(const Program& program);

    // Whether the step or turn can be followed by all that is left. `placed` is by entry, `by` the
    // earliest end of what is left. REQUIRES: the model admits it.
    bool allows(int entry, const Step& step, const Model& model, const std::vector<char>& placed,
                std::int64_t by) const;
    bool allows(const Turn& turn, const std::vector<char>& placed, std::int64_t by) const;

private:
    struct Need {
        std::int64_t end;
        int entry;
    };
    void read(int entry);
    void readLives(int entry);
    void readReleases();
    bool keepsLives(int entry, int booking, Life to, const std::vector<char>& placed) const;
    bool leavesSeats(int entry, int booking, const std::vector<char>& placed,
                     std::int64_t by) const;
    bool leavesRefusals(int entry, int booking, const std::vector<char>& placed,
                        std::int64_t by) const;
    bool canBeTaken(int seat, std::int64_t until, const std::vector<char>& placed, int but) const;

    const Program& program_;
    std::array<Lives, kLives> reach_{};
    std::vector<std::vector<int>> ofBooking_;  // Had to happen, and ask for some of the lives.
    std::vector<std::int64_t> releasable_;    // When a booking can lose its places at the earliest.
    std::vector<std::vector<Need>> freeOf_;   // By seat: must find it free, by end.
    std::vector<std::vector<Need>> takenOf_;  // By seat: must find it not free, by end.
    std::vector<std::vector<Need>> takersOf_;  // By seat: can take it, by begin (`end`).
};

}  // namespace tessera::history
