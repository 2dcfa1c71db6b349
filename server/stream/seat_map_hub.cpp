// SPDX-License-Identifier: Apache-2.0
#include "server/stream/seat_map_hub.h"

#include <algorithm>
#include <utility>

#include "shared/base/check.h"

namespace tessera::stream {

SeatMapFeed::SeatMapFeed(EventId event, SeatMapState state, std::shared_ptr<const Encoder> encoder,
                         FeedOptions options)
    : event_(event),
      encoder_(std::move(encoder)),
      options_(options),
      state_(std::make_shared<SeatMapState>(std::move(state))) {
    TESSERA_CHECK(encoder_ != nullptr);
}

void SeatMapFeed::publish(std::int64_t revision, std::span<const engine::SeatChange> seats,
                          std::span<const std::pair<AreaNo, std::int32_t>> areaFree) {
    SeatMapDelta delta;
    delta.revision = revision;
    for (const auto& change : seats) {
        if (change.from.status == change.to.status) continue;
        delta.seats.emplace_back(change.seat, static_cast<std::uint8_t>(change.to.status));
    }
    std::sort(delta.seats.begin(), delta.seats.end());
    delta.areas.assign(areaFree.begin(), areaFree.end());

    const std::lock_guard lock(mutex_);
    TESSERA_CHECK(revision > state_->revision);
    // A snapshot may be being encoded from the state: then this change goes into a copy.
    if (state_.use_count() > 1) state_ = std::make_shared<SeatMapState>(*state_);
    delta.fromRevision = state_->revision;
    for (const auto& [seat, status] : delta.seats) {
        state_->seats[static_cast<std::size_t>(seat.value)] = status;
    }
    for (const auto& [area, free] : delta.areas) {
        state_->areaFree[static_cast<std::size_t>(area.value)] = free;
    }
    state_->revision = revision;
    deltas_.push_back({std::move(delta), {}});
    if (deltas_.size() > options_.deltasKept) deltas_.pop_front();
    if (!subscribers_.empty()) deliverLocked(encodedLocked(deltas_.back()));
}

// Encodes a delta when somebody first wants it, and never again.
const Encoded& SeatMapFeed::encodedLocked(KeptDelta& kept) {
    if (!kept.encoded.json) kept.encoded = encoder_->delta(event_, kept.delta);
    return kept.encoded;
}

// A subscriber whose queue is full is told so and left behind; it resumes by revision.
void SeatMapFeed::deliverLocked(const Encoded& message) {
    std::erase_if(subscribers_, [&](const std::shared_ptr<Subscriber>& subscriber) {
        if (subscriber->deliver(message)) return false;
        subscriber->lost();
        return true;
    });
}

void SeatMapFeed::reset(SeatMapState state) {
    const std::lock_guard lock(mutex_);
    state_ = std::make_shared<SeatMapState>(std::move(state));
    deltas_.clear();
    cached_ = {};
    if (!subscribers_.empty()) deliverLocked(encoder_->streamSnapshot(event_, *state_));
}

void SeatMapFeed::close() {
    std::vector<std::shared_ptr<Subscriber>> leaving;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        leaving.swap(subscribers_);
    }
    for (const auto& subscriber : leaving) subscriber->lost();
}

Encoded SeatMapFeed::snapshot(Instant now) {
    std::shared_ptr<const SeatMapState> state;
    {
        const std::lock_guard lock(mutex_);
        const bool fresh = cached_.json && (cached_.revision == state_->revision ||
                                            now - cachedAt_ < options_.snapshotEvery);
        if (fresh || (encoding_ && cached_.json)) return cached_;
        encoding_ = true;
        state = state_;
    }
    auto encoded = encoder_->snapshot(event_, *state);
    state.reset();
    const std::lock_guard lock(mutex_);
    encoding_ = false;
    if (encoded.revision >= cached_.revision) {
        cached_ = encoded;
        cachedAt_ = now;
    }
    return encoded;
}

std::int64_t SeatMapFeed::revision() const {
    const std::lock_guard lock(mutex_);
    return state_->revision;
}

bool SeatMapFeed::subscribe(std::shared_ptr<Subscriber> subscriber, std::int64_t afterRevision) {
    const std::lock_guard lock(mutex_);
    if (closed_ || subscribers_.size() >= options_.subscribersMax) return false;
    const auto next = std::find_if(deltas_.begin(), deltas_.end(), [&](const KeptDelta& kept) {
        return kept.delta.fromRevision == afterRevision;
    });
    if (next == deltas_.end() && afterRevision != state_->revision) {
        if (!subscriber->deliver(encoder_->streamSnapshot(event_, *state_))) return false;
    }
    for (auto kept = next; kept != deltas_.end(); ++kept) {
        if (!subscriber->deliver(encodedLocked(*kept))) return false;
    }
    subscribers_.push_back(std::move(subscriber));
    return true;
}

void SeatMapFeed::unsubscribe(const Subscriber* subscriber) {
    const std::lock_guard lock(mutex_);
    std::erase_if(subscribers_, [&](const auto& each) { return each.get() == subscriber; });
}

std::size_t SeatMapFeed::subscriberCount() const {
    const std::lock_guard lock(mutex_);
    return subscribers_.size();
}

}  // namespace tessera::stream
