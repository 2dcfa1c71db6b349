// SPDX-License-Identifier: Apache-2.0
// A seat map as it changes, through lost connections and restarts of the server.
//
// The loop's thread alone. Goes on from the revision that it has; after a gap it gets the whole map
// again, of which only what differs is told. One message is read, told, and only then the next:
// nothing waits here, and a reader that is too slow is let go by the server's own bound and goes on
// from where it was. A stream has no deadline but for its first message; pings end a silent one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <string>

#include "shared/client/answer.h"
#include "shared/client/link.h"
#include "shared/client/seat_follower.h"
#include "shared/client/sessions.h"
#include "tessera/v1/seat_map_service.grpc.pb.h"

namespace tessera::client {

// On the client's thread; each may be absent.
struct SeatWatchHandlers {
    std::function<void(const SeatChanges&)> onChanges{};
    // False: what is shown may be behind from now on; true: it follows again. Begins with true.
    std::function<void(bool live)> onLive{};
    // The server has refused, for good: nothing more comes. A session that is over, an event that
    // there is not.
    std::function<void(const Refusal&)> onOver{};
};

class SeatWatch : public std::enable_shared_from_this<SeatWatch> {
public:
    // References outlive it.
    SeatWatch(Loop& loop, Link& link, Sessions& sessions, std::string event,
              SeatWatchHandlers handlers);

    void start();
    // Nothing is told any more.
    void stop();

private:
    struct Stream;
    using StreamPtr = std::shared_ptr<Stream>;

    void open();
    void read(const StreamPtr& stream);
    void take(const StreamPtr& stream);
    void finish(const StreamPtr& stream);
    void ended(const StreamPtr& stream);
    // Leaves the stream and opens another, after a pause.
    void reopen(const Refusal& refusal);
    void leave();
    void setLive(bool live);

    Loop& loop_;
    const Link& link_;
    Sessions& sessions_;
    const std::string event_;
    const SeatWatchHandlers handlers_;
    std::unique_ptr<v1::SeatMapService::Stub> stub_;
    SeatFollower follower_;
    StreamPtr stream_;
    std::shared_ptr<Timer> timer_;  // The pause, or the wait for a first message.
    std::mt19937_64 random_{std::random_device{}()};
    int tries_ = 0;  // Since a message came.
    bool live_ = false;
    bool over_ = false;
};

}  // namespace tessera::client
