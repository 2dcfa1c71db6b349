// SPDX-License-Identifier: Apache-2.0
// The edges' whole inside over a FakeApp: dispatcher, handlers, routes, pages; no sockets.
//
// After reset() it is as it was made. Not thread-safe. What would take a thread of its own
// (documents) is refused as OVERLOADED.
#pragma once

#include <memory>
#include <optional>

#include "server/api/handlers.h"
#include "server/api/plain_routes.h"
#include "server/api/web_pages.h"
#include "server/runtime/thread_pool.h"
#include "tests/api/fake_app.h"
#include "tests/api/fake_inbox.h"
#include "tests/fuzz/signing.h"
#include "tests/support/temp_dir.h"

namespace tessera::fuzz {

class EdgeHouse {
public:
    EdgeHouse();

    void handle(http::Request request, http::Responder responder) {
        rest_.handle(std::move(request), std::move(responder));
    }
    void run(const api::CallPtr& call) { dispatcher_.run(call); }
    http::ServerOptions serverOptions() const;
    void reset();
    std::size_t inFlight() const { return dispatcher_.inFlight(); }

private:
    class Webhooks;

    runtime::SteadyClock clock_;
    runtime::ThreadPool executor_{{.threads = 1}, clock_};
    runtime::Metrics metrics_;
    std::unique_ptr<runtime::Log> log_;
    std::shared_ptr<api::SeatMapEncoder> encoder_;
    api::test::FakeApp app_;
    std::string document_;
    api::Presentation presentation_;
    api::Observer observer_;
    std::optional<api::StreamKeeper> keeper_;  // Of one input: no timer lets go of its streams.
    const api::WalletSigners wallets_;
    api::Registry registry_;
    api::Dispatcher dispatcher_;
    api::RestContext context_{observer_, *keeper_};
    api::RestEdge rest_;
    payments::Providers providers_;
    api::test::FakeInbox inbox_;
    std::atomic<bool> stopping_{false};
    std::unique_ptr<api::WebPages> pages_;
};

}  // namespace tessera::fuzz
