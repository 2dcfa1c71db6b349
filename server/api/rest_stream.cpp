// SPDX-License-Identifier: Apache-2.0
#include "server/api/rest_stream.h"

#include "server/api/problem_json.h"
#include "server/api/rest_call.h"

namespace tessera::api {

RestStream::RestStream(http::Stream stream, runtime::TraceContext trace,
                       runtime::Gauge& openStreams)
    : stream_(std::move(stream)), trace_(trace), openStreams_(openStreams) {
    openStreams_.add(1);
    // A comment at once: the reader knows that it is connected before anything happens.
    stream_.write(std::make_shared<const std::string>(": connected\n\n"));
}

RestStream::~RestStream() {
    openStreams_.add(-1);
    stream_.close();
}

bool RestStream::write(const StreamMessage& message) {
    if (ended_) return false;
    const auto outcome = stream_.write(message.sse);
    // A reader too slow for its queue is let go: it connects again with its last revision.
    if (outcome == http::StreamWrite::Full) stream_.close();
    return outcome == http::StreamWrite::Queued;
}

void RestStream::signOfLife() {
    static const auto comment = std::make_shared<const std::string>(": alive\n\n");
    if (!ended_) stream_.write(comment);
}

void RestStream::end() {
    if (ended_.exchange(true)) return;
    stream_.write(std::make_shared<const std::string>(sseEvent("", "end", "{}")));
    stream_.close();
}

void RestStream::end(const app::Problem& problem) {
    if (ended_.exchange(true)) return;
    stream_.write(
        std::make_shared<const std::string>(sseEvent("", "problem", problemJson(problem, trace_))));
    stream_.close();
}

void RestStream::onGone(std::function<void()> gone) {
    stream_.onClose(std::move(gone));
}

}  // namespace tessera::api
