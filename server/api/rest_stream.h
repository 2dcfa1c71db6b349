// SPDX-License-Identifier: Apache-2.0
// A server stream as server-sent events. The queue is the HTTP server's (streamBytesMax).
//
// Thread-safe. It ends with an event of its own, so that a reader need not connect again: `end`
// after which nothing follows, or `problem` with the problem as JSON.
#pragma once

#include <atomic>

#include "server/api/stream_keeper.h"
#include "server/runtime/metrics.h"
#include "shared/http/server.h"

namespace tessera::api {

class RestStream final : public KeptStream {
public:
    RestStream(http::Stream stream, runtime::TraceContext trace, runtime::Gauge& openStreams);
    ~RestStream() override;

    void end() override;
    void end(const app::Problem& problem) override;
    void onGone(std::function<void()> gone) override;
    bool open() const override { return !stream_.closed(); }

protected:
    bool write(const StreamMessage& message) override;
    void signOfLife() override;

private:
    http::Stream stream_;
    const runtime::TraceContext trace_;
    runtime::Gauge& openStreams_;
    std::atomic<bool> ended_{false};
};

}  // namespace tessera::api
