// SPDX-License-Identifier: Apache-2.0
// A server that keeps the webhooks it takes. Thread-safe; owns its server.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/http/server.h"

namespace tessera::paysim::test {

// Takes webhooks after refusing each of the first `refusals`.
class Receiver {
public:
    explicit Receiver(int refusals = 0) : refusals_(refusals) {
        server_ = std::move(
            http::Server::start({}, [this](http::Request request, http::Responder responder) {
                take(std::move(request), std::move(responder));
            }).value());
    }
    ~Receiver() { server_.reset(); }

    struct Hook {
        std::string body;
        std::string signature;
    };
    std::vector<Hook> wait(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(20), [&] { return hooks_.size() >= count; });
        return hooks_;
    }
    int refused() {
        const std::lock_guard lock(mutex_);
        return refused_;
    }
    std::string url() const {
        return "http://127.0.0.1:" + std::to_string(server_->port()) + "/hook";
    }
    std::uint64_t connections() const { return server_->stats().connectionsAccepted; }

private:
    void take(http::Request request, http::Responder responder) {
        const std::lock_guard lock(mutex_);
        if (refused_ < refusals_) {
            ++refused_;
            responder.send({503, {}, {}});
            return;
        }
        hooks_.push_back(
            {request.takeBody(), std::string(request.header("Stripe-Signature").value_or(""))});
        responder.send({204, {}, {}});
        changed_.notify_all();
    }

    const int refusals_;
    int refused_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Hook> hooks_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace tessera::paysim::test
