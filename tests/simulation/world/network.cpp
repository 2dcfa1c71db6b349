// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world/network.h"

#include <algorithm>
#include <array>
#include <string>

namespace tessera::simulation {
namespace {

constexpr std::array<End, 6> kEnds{0, 1, 2, kDatabaseEnd, kProviderEnd, kPeopleEnd};

std::string nameOfEnd(End end) {
    if (end == kDatabaseEnd) return "the database";
    if (end == kProviderEnd) return "the provider";
    if (end == kPeopleEnd) return "people";
    return "node " + std::to_string(end);
}

}  // namespace

Network::Network(Agenda& agenda, Faults& faults, Trace& trace, Random random)
    : agenda_(agenda), faults_(faults), trace_(trace), random_(random) {}

Network::Fate Network::fateOf(End from, End to) {
    Fate fate;
    if (isCut(from, to)) return fate;
    if (faults_.fires(Fault::MessageLost)) return fate;
    Duration way = random_.between(Duration::ofMicros(200), Duration::ofMillis(20));
    if (faults_.fires(Fault::MessageDelayed)) {
        way = way + random_.between(Duration::ofMillis(200), Duration::ofSeconds(8));
    } else if (faults_.draws(Fault::MessageReordered)) {
        way = way + random_.between(Duration::ofMillis(1), Duration::ofMillis(200));
        heldBack_[{from, to}].push_back(agenda_.now() + way.micros);
    }
    overtake(from, to, agenda_.now() + way.micros);
    fate.first = way;
    if (faults_.fires(Fault::MessageDoubled)) {
        fate.second = way + random_.between(Duration::ofMicros(1), Duration::ofSeconds(2));
    }
    return fate;
}

// One that was sent now and arrives before them.
void Network::overtake(End from, End to, std::int64_t arrives) {
    const auto link = heldBack_.find({from, to});
    if (link == heldBack_.end()) return;
    std::erase_if(link->second, [&](std::int64_t held) {
        if (held > arrives) faults_.count(Fault::MessageReordered);
        return held > arrives || held <= agenda_.now();
    });
    if (link->second.empty()) heldBack_.erase(link);
}

std::optional<Duration> Network::wayOf(End from, End to) {
    if (isCut(from, to)) return std::nullopt;
    return random_.between(Duration::ofMicros(50), Duration::ofMicros(600));
}

void Network::cut(End from, End to, Duration time) {
    auto& healing = cuts_[{from, to}];
    agenda_.cancel(healing);
    healing = agenda_.after(time, kWorld, [this, from, to] {
        cuts_.erase({from, to});
        trace_.note(Told::Fault, {2, from, to}, [&] {
            return "the way from " + nameOfEnd(from) + " to " + nameOfEnd(to) + " is whole again";
        });
    });
    trace_.note(Told::Fault, {1, from, to, time.micros}, [&] {
        return "nothing gets from " + nameOfEnd(from) + " to " + nameOfEnd(to) + " any more";
    });
}

void Network::partition(bool oneWay, End around, Duration longest) {
    std::vector<End> others;
    for (const End end : kEnds) {
        if (end != around && random_.chance(400000)) others.push_back(end);
    }
    if (others.empty()) others.push_back(around == kDatabaseEnd ? 0 : kDatabaseEnd);
    for (const End other : others) {
        const bool out = random_.chance(500000);
        const auto time = [&] { return random_.between(Duration::ofMillis(50), longest); };
        if (!oneWay || out) cut(around, other, time());
        if (!oneWay || !out) cut(other, around, time());
    }
    faults_.count(oneWay ? Fault::PartitionOneWay : Fault::PartitionBothWays);
}

void Network::healAll() {
    for (const auto& [link, healing] : cuts_) agenda_.cancel(healing);
    cuts_.clear();
}

}  // namespace tessera::simulation
