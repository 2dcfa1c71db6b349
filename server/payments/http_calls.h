// SPDX-License-Identifier: Apache-2.0
// Many HTTP calls at once on one thread: libcurl's multi interface, connections kept alive; HTTP/2
// over TLS where it is offered, many calls on one connection.
//
// Thread-safe. `done` is called once on the calls' own thread, after at most the deadline, which
// counts from start(): waiting for a turn is included. Bounded: inFlightMax at once, queueMax
// waiting; beyond that, and while the circuit is open, `done` is called at once on the caller's
// thread with status 0. Must not be destroyed or stopped from `done`.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/time.h"

namespace tessera::payments {

struct HttpCall {
    std::string method = "GET";
    std::string url;
    std::string body;
    std::vector<std::string> headers;  // "Name: value"
};

struct HttpAnswer {
    long status = 0;  // 0: no answer; nothing is known of the effect.
    std::string body;
    std::string failure;  // Why there is no answer; never a secret.
};

struct HttpCallsOptions {
    std::size_t inFlightMax = 64;
    std::size_t queueMax = 100000;
    std::size_t answerBytesMax = 1 << 20;
    Duration connectDeadline = Duration::ofSeconds(3);
    Duration deadline = Duration::ofSeconds(10);
    std::string caFile;  // Of authorities to trust; empty: the system's.
    // The circuit opens after so many failures in a row, for circuitOpen; then one call tries.
    int failuresToOpen = 20;
    Duration circuitOpen = Duration::ofSeconds(2);
};

class HttpCalls {
public:
    explicit HttpCalls(HttpCallsOptions options);
    ~HttpCalls();
    HttpCalls(const HttpCalls&) = delete;
    HttpCalls& operator=(const HttpCalls&) = delete;

    void start(HttpCall call, std::function<void(HttpAnswer)> done);
    // Calls that wait or are under way get status 0 before it returns, later ones at once.
    void stop();

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace tessera::payments
