// SPDX-License-Identifier: Apache-2.0
// The streams that are open, and a sign of life for each that has been silent for 15 s.
//
// Thread-safe. Streams are kept by weak handles; one sweep a second costs a look at each.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "server/api/call.h"
#include "server/runtime/executor.h"

namespace tessera::api {

// What both edges' streams share. A stream's functions may be called from any thread.
class KeptStream : public StreamSink {
public:
    bool send(const StreamMessage& message) final;

    // Sends a sign of life if nothing was sent since `before`.
    void touch(std::chrono::steady_clock::time_point before);
    virtual bool open() const = 0;

protected:
    virtual bool write(const StreamMessage& message) = 0;
    virtual void signOfLife() = 0;

private:
    using Clock = std::chrono::steady_clock;
    std::atomic<Clock::rep> lastSent_{Clock::now().time_since_epoch().count()};
};

class StreamKeeper {
public:
    struct Options {
        Duration silence = Duration::ofSeconds(15);
        Duration sweepEvery = Duration::ofSeconds(1);
    };
    // `executor` outlives the keeper.
    StreamKeeper(Options options, runtime::Executor& executor);
    ~StreamKeeper();

    void add(const std::shared_ptr<KeptStream>& stream);
    std::size_t size() const;
    // Ends every stream with SHUTTING_DOWN, and those that are added later at once.
    void endAll();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::api
