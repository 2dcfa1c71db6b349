// SPDX-License-Identifier: Apache-2.0
#include "server/stream/seat_map_hub.h"

#include <algorithm>
#include <utility>

#include "shared/base/check.h"

namespace tessera::stream {
namespace {

std::size_t bytesOf(const SeatMapDelta& delta) {
    return delta.seats.capacity() * sizeof(delta.seats.front()) +
           delta.areas.capacity() * sizeof(delta.areas.front());
}

std::size_t bytesOf(const Encoded& encoded) {
    std::size_t bytes = 0;
    for (const Bytes& form : {encoded.grpc, encoded.json, encoded.jsonGzip}) {
        if (form) bytes += form->capacity();
    }
    return bytes;
}

}  // namespace

SeatMapFeed::SeatMapFeed(EventId event, SeatMapState state, std::shared_ptr<const Encoder> encoder,
                         FeedOptions options)
    : event_(event),
      encoder_(std::move(encoder)),
      options_(options),
      state_(std::make_shared<SeatMapState>(std::move(state))) {
    TESSERA_CHECK(encoder_ != nullptr);
    TESSERA_CHECK(options_.deltasKept > 0);
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
    const auto sameSeat = [](const auto& a, const auto& b) { return a.first == b.first; };
    TESSERA_CHECK(std::adjacent_find(delta.seats.begin(), delta.seats.end(), sameSeat) ==
                  delta.seats.end());
    delta.areas.assign(areaFree.begin(), areaFree.end());

    Leaving leaving;
    const Lock lock(mutex_);
    TESSERA_CHECK(revision > state_->revision);
    // A snapshot may be being encoded from the state: then this change goes into a copy.
    if (state_.use_count() > 1) state_ = std::make_shared<SeatMapState>(*state_);
    delta.fromRevision = state_->revision;
    for (const auto& [seat, status] : delta.seats) {
        TESSERA_CHECK(static_cast<std::size_t>(seat.value) < state_->seats.size());
        state_->seats[static_cast<std::size_t>(seat.value)] = status;
    }
    for (const auto& [area, free] : delta.areas) {
        TESSERA_CHECK(static_cast<std::size_t>(area.value) < state_->areaFree.size());
        state_->areaFree[static_cast<std::size_t>(area.value)] = free;
    }
    state_->revision = revision;
    keepLocked(std::move(delta));
    if (!subscribers_.empty()) deliverLocked(encodedLocked(deltas_.back()), leaving);
}

// The newest delta stays, however large: it is on its way to the subscribers.
void SeatMapFeed::keepLocked(SeatMapDelta delta) {
    deltas_.push_back({std::move(delta), {}});
    deltaBytes_ += bytesOf(deltas_.back().delta);
    while (deltas_.size() > 1 &&
           (deltas_.size() > options_.deltasKept || deltaBytes_ > options_.deltaBytesKept)) {
        deltaBytes_ -= bytesOf(deltas_.front().delta) + bytesOf(deltas_.front().encoded);
        deltas_.pop_front();
    }
}

// Encodes a delta when somebody first wants it, and never again.
const Encoded& SeatMapFeed::encodedLocked(KeptDelta& kept) {
    if (!kept.encoded.json) {
        kept.encoded = encoder_->delta(event_, kept.delta);
        deltaBytes_ += bytesOf(kept.encoded);
    }
    return kept.encoded;
}

// A subscriber whose queue is full is left behind; it resumes by revision.
void SeatMapFeed::deliverLocked(const Encoded& message, Leaving& leaving) {
    std::erase_if(subscribers_, [&](std::shared_ptr<Subscriber>& subscriber) {
        if (subscriber->deliver(message)) return false;
        leaving.subscribers.push_back(std::move(subscriber));
        return true;
    });
}

void SeatMapFeed::reset(SeatMapState state) {
    auto fresh = std::make_shared<SeatMapState>(std::move(state));
    Leaving leaving;
    Lock lock(mutex_);
    state_ = std::move(fresh);
    deltas_.clear();
    deltaBytes_ = 0;
    ++resets_;
    snapshot_.encoded = {};
    streamSnapshot_.encoded = {};
    joining_.insert(joining_.end(), subscribers_.begin(), subscribers_.end());
    subscribers_.clear();
    serveJoining(lock, {}, leaving);
}

void SeatMapFeed::close() {
    Leaving leaving;
    const Lock lock(mutex_);
    closed_ = true;
    leaving.subscribers.swap(subscribers_);
    leaving.subscribers.insert(leaving.subscribers.end(), joining_.begin(), joining_.end());
    joining_.clear();
}

bool SeatMapFeed::isUsableLocked(const Cached& cached, Instant now) const {
    return cached.encoded.json && (cached.encoded.revision == state_->revision ||
                                   now - cached.at < options_.snapshotEvery);
}

bool SeatMapFeed::isShownMeanwhileLocked(const Cached& cached, Instant now) const {
    return cached.encoded.json && now - cached.at < options_.staleMax;
}

// Encodes the present state into `cached`. What a reset overtook is dropped: it may be of a state
// that never was.
template <class Encode>
void SeatMapFeed::encodeUnlocked(Lock& lock, Cached& cached, Instant now, Encode encode) {
    cached.encoding = true;
    StatePtr state = state_;
    const auto resets = resets_;
    lock.unlock();
    Encoded encoded = encode(*state);
    lock.lock();
    state.reset();  // Under the lock, so that publish() sees who reads the state.
    cached.encoding = false;
    if (resets == resets_) {
        cached.encoded = std::move(encoded);
        cached.at = now;
    }
    encoded_.notify_all();
}

Encoded SeatMapFeed::snapshot(Instant now) {
    Lock lock(mutex_);
    while (!isUsableLocked(snapshot_, now)) {
        if (!snapshot_.encoding) {
            encodeUnlocked(lock, snapshot_, now, [&](const SeatMapState& state) {
                return encoder_->snapshot(event_, state);
            });
            if (snapshot_.encoded.json) break;
        } else if (isShownMeanwhileLocked(snapshot_, now)) {
            break;
        } else {
            encoded_.wait(lock);
        }
    }
    return snapshot_.encoded;
}

bool SeatMapFeed::hasSnapshot(Instant now) const {
    const Lock lock(mutex_);
    return isUsableLocked(snapshot_, now) ||
           (snapshot_.encoding && isShownMeanwhileLocked(snapshot_, now));
}

std::int64_t SeatMapFeed::revision() const {
    const Lock lock(mutex_);
    return state_->revision;
}

// The first delta to apply to a map at `revision` (the end if it is the present one); nothing if
// that is not known.
std::optional<SeatMapFeed::Deltas::iterator> SeatMapFeed::keptAfterLocked(std::int64_t revision) {
    if (revision == state_->revision) return deltas_.end();
    const auto next = std::lower_bound(
        deltas_.begin(), deltas_.end(), revision,
        [](const KeptDelta& kept, std::int64_t from) { return kept.delta.fromRevision < from; });
    if (next == deltas_.end() || next->delta.fromRevision != revision) return std::nullopt;
    return next;
}

bool SeatMapFeed::isCheapLocked(const Deltas::iterator& next) {
    std::size_t bytes = 0;
    for (auto kept = next; kept != deltas_.end(); ++kept) {
        bytes += encodedLocked(*kept).json->size();
        if (bytes > options_.resumeBytesMax) return false;
    }
    return true;
}

void SeatMapFeed::joinLocked(std::shared_ptr<Subscriber> subscriber, const Encoded* first,
                             const Deltas::iterator& next, Leaving& leaving) {
    bool taken = first == nullptr || subscriber->deliver(*first);
    for (auto kept = next; taken && kept != deltas_.end(); ++kept) {
        taken = subscriber->deliver(encodedLocked(*kept));
    }
    auto& where = taken ? subscribers_ : leaving.subscribers;
    where.push_back(std::move(subscriber));
}

// Who joins gets the snapshot of this tenth of a second and the deltas since. Whoever encodes it
// serves all that came meanwhile.
void SeatMapFeed::serveJoining(Lock& lock, Instant now, Leaving& leaving) {
    bool encodedNow = false;
    while (!joining_.empty() && !streamSnapshot_.encoding) {
        Cached& cached = streamSnapshot_;
        const auto next = cached.encoded.json ? keptAfterLocked(cached.encoded.revision)
                                              : std::optional<Deltas::iterator>{};
        if (!next || (!encodedNow && !isUsableLocked(cached, now))) {
            encodeUnlocked(lock, cached, now, [&](const SeatMapState& state) {
                return encoder_->streamSnapshot(event_, state);
            });
            encodedNow = true;
            continue;
        }
        for (auto& subscriber : std::exchange(joining_, {})) {
            joinLocked(std::move(subscriber), &cached.encoded, *next, leaving);
        }
    }
}

bool SeatMapFeed::subscribe(std::shared_ptr<Subscriber> subscriber, std::int64_t afterRevision,
                            Instant now) {
    Leaving leaving;
    Lock lock(mutex_);
    if (closed_ || subscribers_.size() + joining_.size() >= options_.subscribersMax) return false;
    const auto next = keptAfterLocked(afterRevision);
    if (next && isCheapLocked(*next)) {
        joinLocked(std::move(subscriber), nullptr, *next, leaving);
        return true;
    }
    joining_.push_back(std::move(subscriber));
    serveJoining(lock, now, leaving);
    return true;
}

void SeatMapFeed::unsubscribe(const Subscriber* subscriber) {
    std::shared_ptr<Subscriber> gone;  // Its destructor may do anything: outside the lock.
    const Lock lock(mutex_);
    for (Subscribers* among : {&subscribers_, &joining_}) {
        std::erase_if(*among, [&](std::shared_ptr<Subscriber>& each) {
            if (each.get() != subscriber) return false;
            gone = std::move(each);
            return true;
        });
    }
}

std::size_t SeatMapFeed::subscriberCount() const {
    const Lock lock(mutex_);
    return subscribers_.size() + joining_.size();
}

}  // namespace tessera::stream
