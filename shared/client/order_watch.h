// SPDX-License-Identifier: Apache-2.0
// An order as it is paid.
//
// Of the watch's thread. Each message is the order as it is then: after a gap nothing is missing
// but what lay between. After an order that is over the watch ends by itself.
#pragma once

#include <grpcpp/completion_queue.h>

#include <functional>
#include <memory>

#include "shared/client/watch.h"
#include "tessera/v1/order_service.grpc.pb.h"

namespace tessera::client {

// On the client's thread; each may be absent.
struct OrderWatchHandlers {
    std::function<void(const v1::Order&)> onOrder{};
    // False: what is shown may be behind from now on; true: it follows again. Begins with true,
    // after its first order.
    std::function<void(bool live)> onLive{};
    // The server has refused, for good: nothing more comes.
    std::function<void(const Refusal&)> onOver{};
};

struct OrderSource {
    using Message = v1::Order;

    std::unique_ptr<grpc::ClientAsyncReader<v1::Order>> open(
        const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
        grpc::CompletionQueue& queue) const;
    Took take(const v1::Order& order) const;

    v1::WatchOrderRequest request;
    OrderWatchHandlers handlers;
};

using OrderWatch = Watch<OrderSource>;

}  // namespace tessera::client
