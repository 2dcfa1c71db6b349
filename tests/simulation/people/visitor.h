// SPDX-License-Identifier: Apache-2.0
// Somebody who comes, does what it came for, and goes: one state machine on the agenda.
//
// Deterministic by its Random; not thread-safe. It stays where it is in memory until the run is
// over, for entries and calls under way name it.
#pragma once

#include <utility>

#include "tests/simulation/people/client.h"

namespace tessera::simulation {

class Visitor {
public:
    virtual ~Visitor() = default;
    Visitor(const Visitor&) = delete;
    Visitor& operator=(const Visitor&) = delete;

    virtual void arrive() = 0;
    bool isGone() const { return gone_; }

protected:
    Visitor(Scene& scene, std::int32_t number, Random random)
        : scene_(scene), client_(scene, number, random) {}

    Random& random() { return client_.random(); }
    const EventOnSale& someEvent() {
        const auto last = static_cast<std::int64_t>(scene_.events.size()) - 1;
        // The first is what everybody came for.
        const auto at = random().chance(600000) ? 0 : random().between(0, last);
        return scene_.events[static_cast<std::size_t>(at)];
    }
    // A human time: short ones are more frequent than long ones.
    Duration humanTime(Duration low, Duration high) {
        const std::int64_t draw = random().between(0, 1'000'000);
        const std::int64_t share = (high - low).micros * draw / 1'000'000;
        return low + Duration::ofMicros(share * draw / 1'000'000);
    }
    template <class F>
    void later(Duration time, F then) {
        scene_.agenda.after(time, kWorld, std::move(then));
    }
    void leave() { gone_ = true; }

    Scene& scene_;
    Client client_;

private:
    bool gone_ = false;
};

}  // namespace tessera::simulation
