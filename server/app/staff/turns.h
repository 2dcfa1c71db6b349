// SPDX-License-Identifier: Apache-2.0
// So many of a kind of work at one time, and who comes beyond that is told at once.
//
// Deterministic. Thread-safe. A turn keeps the count, whoever holds the Turns.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace tessera::staff {

class Turns {
public:
    // One piece of work, until it says that it is over or its last holder goes.
    class Turn {
    public:
        explicit Turn(std::shared_ptr<std::atomic<int>> taken) : taken_(std::move(taken)) {}
        ~Turn() { end(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        void end() {
            if (!over_.exchange(true)) taken_->fetch_sub(1);
        }

    private:
        std::shared_ptr<std::atomic<int>> taken_;
        std::atomic<bool> over_{false};
    };

    // REQUIRES: most > 0.
    explicit Turns(int most) : most_(most) {}

    // Nullptr: as many are taken as there are.
    std::shared_ptr<Turn> take() {
        if (taken_->fetch_add(1) < most_) return std::make_shared<Turn>(taken_);
        taken_->fetch_sub(1);
        return nullptr;
    }

private:
    const int most_;
    std::shared_ptr<std::atomic<int>> taken_ = std::make_shared<std::atomic<int>>(0);
};

// Argon2id, wherever it is computed: a flood of sign-ins takes no more cores than that.
inline constexpr int kHashesAtOnce = 2;

// Whoever reaches the port may ask to be enrolled: so many wait or are looked up at one time.
inline constexpr int kEnrolmentsAtOnce = 1;

}  // namespace tessera::staff
