// SPDX-License-Identifier: Apache-2.0
// What other threads leave for the windows' thread, of one event.
//
// put…() on any thread, one after the other; all else on the windows'. Bounded: the latest of each
// seat and of each area waits, and the latest of what else is told. Whoever shows another event
// closes it: then nothing of it comes any more. Shared by those threads; owns what waits.
#pragma once

#include <QtCore/QObject>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "shared/client/answer.h"
#include "shared/client/seat_follower.h"
#include "shared/qt/seat_map/seat_change_queue.h"
#include "shared/qt/seat_map/seat_layout.h"

namespace tessera::qt {

// Why nothing more comes. In order of precedence.
enum class FeedEnd {
    Refused,     // By the server; its refusal says why.
    Unreadable,  // What came is not of the contract, or not of this layout.
    NotAsked,    // Too much is open at the client, or it ends.
};

struct EndOfFeed {
    FeedEnd why = FeedEnd::Refused;
    client::Refusal refusal{};  // Of Refused.
};

class FeedInbox {
public:
    // `wake` is called on the thread of `receiver`, soon after something was put; many puts may be
    // one call.
    FeedInbox(QObject* receiver, std::function<void()> wake);

    // Before the first change. `layout` has the seats and areas that there may be.
    void putLayout(std::shared_ptr<const SeatLayout> layout);
    void putChanges(const client::SeatChanges& changes);
    void putLive(bool live);
    void putEnd(EndOfFeed end);

    void close();

    struct Taken {
        std::shared_ptr<const SeatLayout> layout;  // Null where it came before.
        SeatChangeQueue::Taken seats;
        std::map<int, client::AreaChange> areas;
        std::optional<bool> live;
        std::optional<EndOfFeed> end;
    };
    // All of `seats` and `areas` is told before a `live` that is true.
    Taken take();

private:
    void wakeLocked();

    std::mutex mutex_;
    QObject* receiver_;  // Null: closed.
    const std::function<void()> wake_;
    bool woken_ = false;
    int seatCount_ = 0;
    int areaCount_ = 0;
    std::int64_t revision_ = 0;
    std::unique_ptr<SeatChangeQueue> queue_;
    Taken waiting_;
};

}  // namespace tessera::qt
