// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/node/map_follower.h"

#include <algorithm>
#include <utility>

namespace tessera::simulation {
namespace {

// A connection that says nothing is looked at so often: the server gives a sign of life every 15 s.
constexpr Duration kLookEvery = Duration::ofSeconds(15);

}  // namespace

// One connection: at the node's end a subscriber, at the other end its follower.
class Followers::Stream final : public stream::Subscriber,
                                public std::enable_shared_from_this<Stream> {
public:
    Stream(Followers& all, Follower& follower, End place, ProcessNo process)
        : all_(all), follower_(follower), place_(place), process_(process) {}

    bool deliver(const stream::Encoded& message) override {
        auto& with = all_.places_.surroundings();
        const auto way = with.network.wayOf(place_, kPeopleEnd);
        if (broken_ || !way) {
            broken_ = true;  // The other end finds out when it looks.
            return false;
        }
        // In order: never before the one that went before it.
        arrives_ = std::max(arrives_ + 1, with.agenda.now() + way->micros);
        with.agenda.after(Duration::ofMicros(arrives_ - with.agenda.now()), kWorld,
                          [self = shared_from_this(), bytes = message.json] {
                              self->all_.receive(self->follower_, self, bytes);
                          });
        return true;
    }
    void lost() override { broken_ = true; }

    bool isBroken() const {
        const SimNode* node = all_.places_.nodeAt(place_);
        return broken_ || node == nullptr || node->process() != process_ ||
               all_.places_.surroundings().network.isCut(place_, kPeopleEnd);
    }
    void leave() { broken_ = true; }

private:
    Followers& all_;
    Follower& follower_;
    const End place_;
    const ProcessNo process_;
    std::int64_t arrives_ = 0;
    bool broken_ = false;
};

Followers::~Followers() = default;

void Followers::follow(EventId event) {
    auto& follower = *followers_.emplace_back(std::make_unique<Follower>());
    follower.number = static_cast<std::int32_t>(followers_.size());
    follower.event = event;
    connectLater(follower, Duration::ofMillis(100));
}

void Followers::connectLater(Follower& follower, Duration wait) {
    places_.surroundings().agenda.cancel(follower.look);
    follower.look =
        places_.surroundings().agenda.after(wait, kWorld, [this, &follower] { connect(follower); });
}

void Followers::connect(Follower& follower) {
    auto& with = places_.surroundings();
    const auto place = static_cast<End>(random_.between(0, places_.count() - 1));
    SimNode* node = places_.nodeAt(place);
    const bool isThere =
        node != nullptr && node->app() != nullptr && !with.network.isCut(kPeopleEnd, place);
    if (!isThere)
        return connectLater(follower, random_.between(Duration::ofMillis(200), kLookEvery));
    auto stream = std::make_shared<Stream>(*this, follower, place, node->process());
    follower.stream = stream;
    with.agenda.after(random_.between(Duration::ofMicros(200), Duration::ofMillis(20)),
                      node->process(), [this, &follower, node, stream] {
                          if (node->app() != nullptr) open(follower, *node, stream);
                      });
    follower.look = with.agenda.after(kLookEvery, kWorld, [this, &follower] { look(follower); });
}

void Followers::open(Follower& follower, SimNode& node, const std::shared_ptr<Stream>& stream) {
    const std::int64_t after = follower.hasMap ? follower.map.revision : -1;
    node.app()->seatMap(follower.event, app::MapUse::Follow,
                        [this, &follower, stream, after,
                         &node](app::Answer<std::shared_ptr<stream::SeatMapFeed>> feed) {
                            if (node.isDead()) return;  // As are those who follow, perhaps.
                            const Instant now{node.clock().nowMicros()};
                            if (!feed || !(*feed)->subscribe(stream, after, now))
                                refused(follower, stream);
                        });
}

// Told so at once, and tried elsewhere soon.
void Followers::refused(Follower& follower, const std::shared_ptr<Stream>& stream) {
    stream->leave();
    places_.surroundings().agenda.after(
        random_.between(Duration::ofSeconds(1), Duration::ofSeconds(3)), kWorld,
        [this, &follower, stream] {
            if (follower.stream == stream) connectLater(follower, Duration{});
        });
}

void Followers::look(Follower& follower) {
    if (follower.stream->isBroken()) return connect(follower);
    follower.look = places_.surroundings().agenda.after(kLookEvery, kWorld,
                                                        [this, &follower] { look(follower); });
}

void Followers::receive(Follower& follower, const std::shared_ptr<Stream>& from,
                        const stream::Bytes& message) {
    if (follower.stream != from) return;  // Of a connection that it has left.
    if (applyMessage(message, follower.map)) {
        follower.hasMap = true;
        if (heard) heard(shownBy(follower));
        return;
    }
    findings_.push_back("S6: follower " + std::to_string(follower.number) + " of event " +
                        std::to_string(follower.event.value) + " at revision " +
                        std::to_string(follower.map.revision) + " got a change of another one");
}

std::span<const std::uint8_t> Followers::seatsOf(EventId event) const {
    for (const auto& each : followers_) {
        if (each->event == event) return each->map.seats;
    }
    return {};
}

ShownMap Followers::shownBy(const Follower& follower) {
    return {follower.event, follower.number, follower.map.revision, follower.map.seats,
            follower.map.areaFree};
}

std::vector<ShownMap> Followers::shown() const {
    std::vector<ShownMap> maps;
    for (const auto& each : followers_) maps.push_back(shownBy(*each));
    return maps;
}

}  // namespace tessera::simulation
