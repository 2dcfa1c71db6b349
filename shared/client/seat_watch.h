// SPDX-License-Identifier: Apache-2.0
// A seat map as it changes.
//
// Of the watch's thread. Goes on from the revision that it has; after a gap it gets the whole map
// again, of which only what differs is told.
#pragma once

#include <grpcpp/completion_queue.h>

#include <functional>
#include <memory>
#include <string>

#include "shared/client/seat_follower.h"
#include "shared/client/watch.h"
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

struct SeatSource {
    using Message = v1::SeatMapUpdate;

    std::unique_ptr<grpc::ClientAsyncReader<v1::SeatMapUpdate>> open(
        const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
        grpc::CompletionQueue& queue) const;
    Took take(const v1::SeatMapUpdate& update);

    std::string event;
    SeatWatchHandlers handlers;
    SeatFollower follower{};
};

using SeatWatch = Watch<SeatSource>;

}  // namespace tessera::client
