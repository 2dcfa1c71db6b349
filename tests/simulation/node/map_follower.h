// SPDX-License-Identifier: Apache-2.0
// Those who watch the events' maps live: each follows one event at some node, resumes by revision
// where the stream broke, and must end with the truth.
//
// Deterministic. Not thread-safe. A message that is not the next after the follower's revision is a
// fault of the stream: it is kept as a finding.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/audit/observed.h"
#include "tests/simulation/node/place.h"

namespace tessera::simulation {

class Followers {
public:
    Followers(Places& places, Random random) : places_(places), random_(random) {}
    ~Followers();

    void follow(EventId event);
    // Told what a follower sees after each message; may be empty.
    std::function<void(const ShownMap&)> heard;
    // What the first follower of the event sees.
    std::span<const std::uint8_t> seatsOf(EventId event) const;
    std::vector<ShownMap> shown() const;
    const std::vector<std::string>& findings() const { return findings_; }

private:
    class Stream;
    struct Follower {
        std::int32_t number = 0;
        EventId event;
        stream::SeatMapState map;
        bool hasMap = false;
        std::shared_ptr<Stream> stream;
        EntryNo look = 0;
    };
    static ShownMap shownBy(const Follower& follower);
    void connect(Follower& follower);
    void open(Follower& follower, SimNode& node, const std::shared_ptr<Stream>& stream);
    void refused(Follower& follower, const std::shared_ptr<Stream>& stream);
    void connectLater(Follower& follower, Duration wait);
    void look(Follower& follower);
    void receive(Follower& follower, const std::shared_ptr<Stream>& from,
                 const stream::Bytes& message);

    Places& places_;
    Random random_;
    std::vector<std::unique_ptr<Follower>> followers_;
    std::vector<std::string> findings_;
};

}  // namespace tessera::simulation
