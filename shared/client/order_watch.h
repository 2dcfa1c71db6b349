// SPDX-License-Identifier: Apache-2.0
// An order as it is paid, through lost connections and restarts of the server.
//
// The loop's thread alone. Each message is the order as it is then: after a gap nothing is missing
// but what lay between. One is read, told, and only then the next; after an order that is over the
// watch ends by itself. A stream has no deadline but for its first message; pings end a silent one.
#pragma once

#include <functional>
#include <memory>
#include <random>

#include "shared/client/answer.h"
#include "shared/client/link.h"
#include "shared/client/sessions.h"
#include "tessera/v1/order_service.grpc.pb.h"

namespace tessera::client {

// On the client's thread; each may be absent.
struct OrderWatchHandlers {
    std::function<void(const v1::Order&)> onOrder{};
    // False: what is shown may be behind from now on; true: it follows again. Begins with true.
    std::function<void(bool live)> onLive{};
    // The server has refused, for good: nothing more comes.
    std::function<void(const Refusal&)> onOver{};
};

class OrderWatch : public std::enable_shared_from_this<OrderWatch> {
public:
    // References outlive it.
    OrderWatch(Loop& loop, Link& link, Sessions& sessions, v1::WatchOrderRequest request,
               OrderWatchHandlers handlers);

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
    void reopen(const Refusal& refusal);
    void leave();
    void setLive(bool live);

    Loop& loop_;
    const Link& link_;
    Sessions& sessions_;
    const v1::WatchOrderRequest request_;
    const OrderWatchHandlers handlers_;
    std::unique_ptr<v1::OrderService::Stub> stub_;
    StreamPtr stream_;
    std::shared_ptr<Timer> timer_;  // The pause, or the wait for a first message.
    std::mt19937_64 random_{std::random_device{}()};
    int tries_ = 0;  // Since a message came.
    bool live_ = false;
    bool over_ = false;
};

}  // namespace tessera::client
