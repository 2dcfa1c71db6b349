// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/ownership.h"

#include <utility>

namespace tessera::cluster {
namespace {

// A counter that was seen to move less than this ago is of a node that is there, for all that can
// be known: it beats every 100 ms, and is read every 100 ms.
constexpr Duration kSurelyThere = Duration::ofMillis(250);

// By the highest of mixed hashes: when a node comes or goes only its own share moves.
std::uint64_t weightOf(EventId event, NodeId node) {
    std::uint64_t x = static_cast<std::uint64_t>(event.value) * 0x9E3779B97F4A7C15ULL ^
                      static_cast<std::uint64_t>(node.value);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

NodeId chosenOf(EventId event, const std::vector<NodeId>& nodes) {
    NodeId best = nodes.front();
    for (const NodeId node : nodes) {
        if (weightOf(event, node) > weightOf(event, best)) best = node;
    }
    return best;
}

}  // namespace

Result<Acquired> Ownership::acquire(EventId event) {
    const auto owner = with_.store.findOwner(event);
    if (!owner) return tl::make_unexpected(owner.error());
    if (!*owner) return failure("no such event", Effect::None, store::kEventUnknown);
    // Without a row it counts as gone, and what it takes is taken from it at once.
    if (!with_.membership.isJoined()) return Undecided{};
    switch (judge((*owner)->node)) {
        case Verdict::Elsewhere:
            return OwnedElsewhere{(*owner)->node};
        case Verdict::Undecided:
            return Undecided{};
        case Verdict::Take:
            break;
    }
    auto taken =
        with_.store.takeOver(event, store::Claim(with_.membership.self(), (*owner)->epoch));
    if (taken) return std::move(*taken);
    if (taken.error().code == store::kOwnerChanged) return Undecided{};
    return tl::make_unexpected(std::move(taken.error()));
}

Ownership::Verdict Ownership::judge(NodeId owner) {
    if (!owner) return Verdict::Take;
    Standing standing = standingOf(owner);
    if (standing == Standing::NoRow) {
        // It may have joined and taken the event since the last reading.
        readNow();
        standing = standingOf(owner);
        if (standing == Standing::NoRow) return Verdict::Take;
    }
    switch (standing) {
        case Standing::Self:
        case Standing::Gone:
            return Verdict::Take;
        case Standing::Moving:
            return judgeMoving(owner);
        default:
            return Verdict::Undecided;
    }
}

// It is there, or has died of late: a connection tells the two apart, most of the time. Not asked
// for where the counter says enough: one that cannot be reached would keep a thread with each
// event.
Ownership::Verdict Ownership::judgeMoving(NodeId owner) {
    const auto moved = with_.membership.lastMoved(owner);
    if (!moved) return Verdict::Undecided;  // Its row has gone since it was looked at.
    if (with_.monotonic.nowMicros() - *moved < kSurelyThere.micros) return Verdict::Elsewhere;
    const Reach reach = with_.network.reach(with_.membership.addressOf(owner));
    return reach == Reach::Answered ? Verdict::Elsewhere : Verdict::Undecided;
}

Standing Ownership::standingOf(NodeId owner) const {
    return with_.membership.standingOf(owner, with_.monotonic.nowMicros());
}

// As few as blocking threads are under way at a time.
void Ownership::readNow() {
    const std::int64_t asked = with_.monotonic.nowMicros();
    const auto reading = with_.nodes.read();
    if (!reading) return with_.membership.startAnew();
    with_.membership.observe(reading->rows, asked, with_.monotonic.nowMicros());
}

std::vector<EventId> Ownership::share(std::span<const store::DueEvent> due) {
    const std::vector<NodeId> nodes = with_.membership.present(with_.monotonic.nowMicros());
    std::vector<EventId> mine;
    for (const store::DueEvent& each : due) {
        const Standing standing = each.owner ? standingOf(each.owner) : Standing::Gone;
        const bool isFree = standing == Standing::Gone || standing == Standing::NoRow;
        if (standing == Standing::Self ||
            (isFree && chosenOf(each.event, nodes) == with_.membership.self())) {
            mine.push_back(each.event);
        }
    }
    return mine;
}

}  // namespace tessera::cluster
