// SPDX-License-Identifier: Apache-2.0
// What comes too late once it is calm, outages, and maps that show what is not so.
#include "tests/simulation/audit/plants.h"

namespace tessera::simulation {
namespace {

void makeLater(History& h, const std::string& label, Duration by) {
    Step& step = h.steps[h.at(label)];
    step.at += by.micros;
    headOf(h, label).now = headOf(h, label).now + by;
}

}  // namespace

std::vector<Plant> plantsOfEnds() {
    return {
        {"a hold is released late", Check::Liveness, "was released",
         [](History& h) { makeLater(h, "expired all", Duration::ofSeconds(30)); }},
        {"an order is fenced late", Check::Liveness, "left state 1 late",
         [](History& h) { insertAfter(h, "commit checkout F", Calm{}); }},
        {"an order's next step comes late", Check::Liveness, "left state 2 late",
         [](History& h) {
             insertAfter(h, "commit look F", Calm{});
             makeLater(h, "commit void F", Duration::ofMinutes(3));
         }},
        {"a call is answered late", Check::Liveness, "was answered",
         [](History& h) {
             insertAfter(h, "commit hold A", Calm{});
             auto& call = changesOf(h, "fence F").outbox[0];
             call.notBefore = call.notBefore - Duration::ofMinutes(3);
         }},
        {"an outage eats a buyer's minutes", Check::S5, "the outage before epoch",
         [](History& h) { changesOf(h, "extend I").reservationUpdates.pop_back(); }},
        {"an outage gives back less than it took", Check::S5, "the outage before epoch",
         [](History& h) {
             auto& update = changesOf(h, "extend I").reservationUpdates[0];
             update.expiresAt = update.expiresAt - Duration::ofSeconds(4);
             update.extended = update.extended - Duration::ofSeconds(4);
         }},
        {"a node commits in an epoch that is another's", Check::S3, "former owner",
         [](History& h) { h.get<Committed>("commit read I").node = NodeId{1}; }},
        {"a map shows what is never committed", Check::S6, "never so in any commit",
         [](History& h) { h.get<ShownMap>("map of all").seats[11] = 1; }},
        {"a map shows what was so before its revision", Check::S6, "shows seat 6 as 0",
         [](History& h) { h.get<ShownMap>("map of all").seats[6] = 0; }},
        {"a map is ahead of its commit", Check::S6, "ahead of any commit",
         [](History& h) { h.get<ShownMap>("map of all").revision += 10; }},
        {"a map is at a revision that is none", Check::S6, "did not change the map",
         [](History& h) { ++h.get<ShownMap>("map of all").revision; }},
        {"a map shows places of an area that never were", Check::S6, "free in area",
         [](History& h) { h.get<ShownMap>("map of all").areaFree[0] = 4; }},
    };
}

}  // namespace tessera::simulation
