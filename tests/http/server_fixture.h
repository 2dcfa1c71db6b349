// SPDX-License-Identifier: Apache-2.0
// A server whose handler does what the path says; the test holds what it left unanswered.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>

#include "shared/http/server.h"
#include "tests/http/raw_client.h"

namespace tessera::http::test {

class TestServer {
public:
    explicit TestServer(ServerOptions options = {}) {
        auto started = Server::start(std::move(options), [this](Request request, Responder r) {
            handle(std::move(request), std::move(r));
        });
        if (!started) throw std::runtime_error(started.error().message);
        server_ = std::move(*started);
    }
    // The handler uses the members: they must outlive it.
    ~TestServer() { server_.reset(); }

    RawClient client() const { return RawClient(server_->port()); }
    std::uint16_t port() const { return server_->port(); }
    Server& server() { return *server_; }

    // The oldest request to /later or /stream that nobody has taken yet.
    std::pair<Request, Responder> takeHeld() {
        std::unique_lock lock(mutex_);
        const bool any =
            changed_.wait_for(lock, std::chrono::seconds(10), [this] { return !held_.empty(); });
        if (!any) throw std::runtime_error("no request was held");
        auto held = std::move(held_.front());
        held_.pop_front();
        return held;
    }
    std::size_t heldCount() {
        const std::lock_guard lock(mutex_);
        return held_.size();
    }

private:
    void handle(Request request, Responder responder) {
        const std::string path(request.path());
        if (path == "/hello") {
            responder.send(Response::of(200, "text/plain", std::string("hello")));
        } else if (path == "/echo") {
            responder.send(Response::of(200, "application/octet-stream", request.takeBody()));
        } else if (path == "/big") {
            Response response = Response::of(200, "application/json", bigText());
            response.headers.push_back({"ETag", "\"7\""});
            responder.send(std::move(response));
        } else if (path == "/shared") {
            static const auto bytes = std::make_shared<const std::string>(200'000, 'x');
            responder.send(Response::of(200, "image/png", bytes));
        } else if (path == "/empty") {
            responder.send(Response{204, {{"X-Bad", "a\r\nInjected: 1"}, {"X-Good", "1"}}, {}});
        } else if (path == "/throw") {
            throw std::runtime_error("planted");
        } else if (path == "/abort") {
            responder.abort();
        } else if (path != "/drop") {
            const std::lock_guard lock(mutex_);
            held_.emplace_back(std::move(request), std::move(responder));
            changed_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::pair<Request, Responder>> held_;
    std::unique_ptr<Server> server_;

public:
    static std::string bigText() {
        std::string text = "[";
        for (int i = 0; i < 5000; ++i) text += std::to_string(i) + ",";
        return text + "0]";
    }
};

inline Response plain(std::string body) {
    return Response::of(200, "text/plain", std::move(body));
}

// Until `condition` holds; false after ten seconds.
template <class Condition>
bool eventually(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::yield();
    }
    return true;
}

}  // namespace tessera::http::test
