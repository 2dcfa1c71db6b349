// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/membership.h"

#include <algorithm>
#include <utility>

namespace tessera::cluster {

void Membership::observe(std::span<const store::NodeRow> rows, std::int64_t asked,
                         std::int64_t received) {
    const std::lock_guard lock(mutex_);
    if (asked < lastAsked_) return;  // Older than what is known.
    const bool anew = lastAsked_ == INT64_MIN || asked - lastReceived_ > kReadingGapMax.micros ||
                      received - asked > kReadingGapMax.micros;
    if (anew) seen_.clear();
    std::map<NodeId, Seen> now;
    for (const store::NodeRow& row : rows) {
        Seen seen{row.beats, received, false, row.address};
        if (const auto before = seen_.find(row.node); before != seen_.end()) {
            const bool moved = before->second.beats != row.beats;
            seen.moved = moved || before->second.moved;
            if (!moved) seen.firstReceived = before->second.firstReceived;
        }
        now.emplace(row.node, std::move(seen));
    }
    seen_.swap(now);
    isJoined_ = seen_.contains(self_);
    lastAsked_ = asked;
    lastReceived_ = received;
}

void Membership::startAnew() {
    const std::lock_guard lock(mutex_);
    seen_.clear();
    lastAsked_ = INT64_MIN;
    lastReceived_ = INT64_MIN;
}

void Membership::leave() {
    startAnew();
    const std::lock_guard lock(mutex_);
    isJoined_ = false;
}

// Counted from the answer of the first reading to the question of the last: the counter stood still
// for at least that long.
Standing Membership::standingLocked(NodeId node, std::int64_t now) const {
    if (node == self_) return Standing::Self;
    if (lastAsked_ == INT64_MIN || now - lastReceived_ > kBelievedFor.micros) {
        return Standing::Unread;
    }
    const auto found = seen_.find(node);
    if (found == seen_.end()) return Standing::NoRow;
    if (lastAsked_ - found->second.firstReceived >= kGoneAfter.micros) return Standing::Gone;
    return found->second.moved ? Standing::Moving : Standing::Still;
}

Standing Membership::standingOf(NodeId node, std::int64_t now) const {
    const std::lock_guard lock(mutex_);
    return standingLocked(node, now);
}

bool Membership::isJoined() const {
    const std::lock_guard lock(mutex_);
    return isJoined_;
}

std::int64_t Membership::lastAsked() const {
    const std::lock_guard lock(mutex_);
    return lastAsked_;
}

std::optional<std::int64_t> Membership::lastMoved(NodeId node) const {
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find(node);
    if (found == seen_.end()) return std::nullopt;
    return found->second.firstReceived;
}

std::optional<Membership::StillAt> Membership::stillFor(Duration time) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [node, seen] : seen_) {
        if (node != self_ && lastAsked_ - seen.firstReceived >= time.micros) {
            return StillAt{node, seen.beats};
        }
    }
    return std::nullopt;
}

std::string Membership::addressOf(NodeId node) const {
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find(node);
    return found == seen_.end() ? std::string() : found->second.address;
}

std::vector<NodeId> Membership::present(std::int64_t now) const {
    const std::lock_guard lock(mutex_);
    std::vector<NodeId> nodes;
    for (const auto& [node, seen] : seen_) {
        if (node != self_ && standingLocked(node, now) != Standing::Gone) nodes.push_back(node);
    }
    nodes.push_back(self_);
    std::ranges::sort(nodes);
    return nodes;
}

}  // namespace tessera::cluster
