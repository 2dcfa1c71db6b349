// SPDX-License-Identifier: Apache-2.0
#include "shared/client/seat_watch.h"

namespace tessera::client {

// Asks from one revision before its own, so that a first message comes though nothing has changed.
std::unique_ptr<grpc::ClientAsyncReader<v1::SeatMapUpdate>> SeatSource::open(
    const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
    grpc::CompletionQueue& queue) const {
    v1::WatchSeatMapRequest request;
    request.set_event(event);
    if (follower.revision() > 0) request.set_after_revision(follower.revision() - 1);
    return v1::SeatMapService::NewStub(channel)->PrepareAsyncWatchSeatMap(&context, request,
                                                                          &queue);
}

Took SeatSource::take(const v1::SeatMapUpdate& update) {
    SeatChanges changes;
    const auto applied = follower.apply(update, changes);
    if (applied == SeatFollower::Applied::Gap) return Took::Again;
    if (applied == SeatFollower::Applied::Changed && handlers.onChanges) {
        handlers.onChanges(changes);
    }
    return Took::Next;
}

}  // namespace tessera::client
