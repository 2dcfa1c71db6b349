// SPDX-License-Identifier: Apache-2.0
// Committed seat-map changes of each event, fanned out to every subscriber.
//
// The owner's actor publishes after each commit that changed the map; readers take snapshots and
// subscribe. Each change is encoded once (by the Encoder, for each wire form) and the same bytes go
// to all; without a subscriber a delta is kept as it is and encoded when one resumes. Snapshots are
// encoded at most ten times a second per event and form, outside the lock. Thread-safe; a
// Subscriber is told of its end outside the lock, and may call the feed from there.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/engine/changes.h"
#include "shared/base/ids.h"
#include "shared/base/time.h"

namespace tessera::stream {

// What a map shows at a revision: one byte per seat (engine::SeatStatus), free places per area.
struct SeatMapState {
    std::int64_t revision = 0;
    std::vector<std::uint8_t> seats;
    std::vector<std::int32_t> areaFree;
};

struct SeatMapDelta {
    std::int64_t fromRevision = 0;  // Exclusive: applies to a map at this revision.
    std::int64_t revision = 0;
    std::vector<std::pair<SeatNo, std::uint8_t>> seats;  // Ascending.
    std::vector<std::pair<AreaNo, std::int32_t>> areas;  // New free counts.
};

using Bytes = std::shared_ptr<const std::string>;

// The wire forms of one message.
struct Encoded {
    std::int64_t revision = 0;
    Bytes grpc;      // Serialized WatchSeatMapResponse or SeatMap.
    Bytes json;      // Its JSON; for a delta or snapshot in a stream, one SSE event.
    Bytes jsonGzip;  // Snapshots only.
};

// Implemented at the edge: the stream knows no protobuf. Pure and thread-safe.
class Encoder {
public:
    virtual ~Encoder() = default;
    virtual Encoded snapshot(EventId event, const SeatMapState& state) const = 0;
    // The snapshot as the first message of a stream.
    virtual Encoded streamSnapshot(EventId event, const SeatMapState& state) const = 0;
    virtual Encoded delta(EventId event, const SeatMapDelta& delta) const = 0;
};

// Gets messages in order of revision, without holes. `deliver` must not block; returning false
// (its own bounded queue is full) ends the subscription: `lost` follows and the reader resumes by
// revision.
class Subscriber {
public:
    virtual ~Subscriber() = default;
    virtual bool deliver(const Encoded& message) = 0;
    virtual void lost() = 0;
};

struct FeedOptions {
    // For resuming, the newest; older revisions get a snapshot. At least 1.
    std::size_t deltasKept = 1024;
    std::size_t deltaBytesKept = 8 * 1024 * 1024;  // Of these deltas, encoded forms included.
    // What a subscriber gets at once when it resumes; where that is more, a snapshot is cheaper.
    std::size_t resumeBytesMax = 128 * 1024;
    std::size_t subscribersMax = 20000;
    Duration snapshotEvery = Duration::ofMillis(100);
    // While a snapshot is being encoded the one before it is shown, unless it is older than this.
    Duration staleMax = Duration::ofSeconds(1);
};

// One event's feed. Created by the hub when the event is loaded, closed when ownership is lost.
class SeatMapFeed {
public:
    SeatMapFeed(EventId event, SeatMapState state, std::shared_ptr<const Encoder> encoder,
                FeedOptions options);

    // By the actor, after a commit. REQUIRES: revision grows; each seat and area once.
    void publish(std::int64_t revision, std::span<const engine::SeatChange> seats,
                 std::span<const std::pair<AreaNo, std::int32_t>> areaFree);
    // After a take-over by this node: the truth as loaded; subscribers get it as a snapshot.
    void reset(SeatMapState state);
    void close();  // Subscribers get lost().

    // The snapshot to serve now; `now` is monotonic and decides whether to encode again. At most
    // snapshotEvery behind what is committed.
    Encoded snapshot(Instant now);
    // Whether snapshot() would neither encode nor wait.
    bool hasSnapshot(Instant now) const;
    std::int64_t revision() const;

    // Starts after `afterRevision` if its deltas are kept and few, else (or for -1) with a
    // snapshot; `now` is monotonic and decides whether that is encoded again. True: messages
    // follow, the first perhaps from another thread, or lost(). False if subscribersMax is reached
    // or the feed is closed.
    bool subscribe(std::shared_ptr<Subscriber> subscriber, std::int64_t afterRevision, Instant now);
    void unsubscribe(const Subscriber* subscriber);
    std::size_t subscriberCount() const;

private:
    using Lock = std::unique_lock<std::mutex>;
    using Subscribers = std::vector<std::shared_ptr<Subscriber>>;
    using StatePtr = std::shared_ptr<SeatMapState>;
    struct KeptDelta {
        SeatMapDelta delta;
        Encoded encoded;  // Empty until somebody wants it.
    };
    using Deltas = std::deque<KeptDelta>;
    struct Cached {
        Encoded encoded;
        Instant at{};
        bool encoding = false;  // A thread is at it, without the lock.
    };
    // Tells those who lost their subscription when it goes: declared before the lock it outlives.
    struct Leaving {
        ~Leaving() {
            for (const auto& subscriber : subscribers) subscriber->lost();
        }
        Subscribers subscribers;
    };

    bool isUsableLocked(const Cached& cached, Instant now) const;
    // May be shown while the next one is being encoded.
    bool isShownMeanwhileLocked(const Cached& cached, Instant now) const;
    const Encoded& encodedLocked(KeptDelta& kept);
    void keepLocked(SeatMapDelta delta);
    void deliverLocked(const Encoded& message, Leaving& leaving);
    std::optional<Deltas::iterator> keptAfterLocked(std::int64_t revision);
    bool isCheapLocked(const Deltas::iterator& next);
    void joinLocked(std::shared_ptr<Subscriber> subscriber, const Encoded* first,
                    const Deltas::iterator& next, Leaving& leaving);
    void serveJoining(Lock& lock, Instant now, Leaving& leaving);
    template <class Encode>
    void encodeUnlocked(Lock& lock, Cached& cached, Instant now, Encode encode);

    const EventId event_;
    const std::shared_ptr<const Encoder> encoder_;
    const FeedOptions options_;

    mutable std::mutex mutex_;
    std::condition_variable encoded_;
    StatePtr state_;  // Copied on a change while a snapshot reads it.
    Deltas deltas_;
    std::size_t deltaBytes_ = 0;
    Subscribers subscribers_;
    Subscribers joining_;  // They wait for the snapshot that is being encoded.
    Cached snapshot_;
    Cached streamSnapshot_;
    std::uint64_t resets_ = 0;
    bool closed_ = false;
};

}  // namespace tessera::stream
