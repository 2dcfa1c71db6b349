// SPDX-License-Identifier: Apache-2.0
#include "shared/client/order_watch.h"

namespace tessera::client {

std::unique_ptr<grpc::ClientAsyncReader<v1::Order>> OrderSource::open(
    const std::shared_ptr<grpc::Channel>& channel, grpc::ClientContext& context,
    grpc::CompletionQueue& queue) const {
    return v1::OrderService::NewStub(channel)->PrepareAsyncWatchOrder(&context, request, &queue);
}

// WatchOrder ends after these, too.
Took OrderSource::take(const v1::Order& order) const {
    if (handlers.onOrder) handlers.onOrder(order);
    const bool over = order.state() == v1::Order::PAID || order.state() == v1::Order::RELEASED ||
                      order.state() == v1::Order::MANUAL;
    return over ? Took::Last : Took::Next;
}

}  // namespace tessera::client
