// SPDX-License-Identifier: Apache-2.0
#include "server/api/stream_keeper.h"

#include <algorithm>

#include "server/api/reasons.h"

namespace tessera::api {

bool KeptStream::send(const StreamMessage& message) {
    if (!write(message)) return false;
    lastSent_ = Clock::now().time_since_epoch().count();
    return true;
}

void KeptStream::touch(Clock::time_point before) {
    if (lastSent_ > before.time_since_epoch().count()) return;
    signOfLife();
    lastSent_ = Clock::now().time_since_epoch().count();
}

struct StreamKeeper::State : std::enable_shared_from_this<StreamKeeper::State> {
    State(Options o, runtime::Executor& e) : options(o), executor(e) {}

    const Options options;
    runtime::Executor& executor;
    mutable std::mutex mutex;
    std::vector<std::weak_ptr<KeptStream>> streams;
    bool ending = false;

    // The streams that are open; forgets the others.
    std::vector<std::shared_ptr<KeptStream>> living() {
        std::vector<std::shared_ptr<KeptStream>> out;
        const std::lock_guard lock(mutex);
        std::erase_if(streams, [&](const std::weak_ptr<KeptStream>& weak) {
            auto stream = weak.lock();
            if (!stream || !stream->open()) return true;
            out.push_back(std::move(stream));
            return false;
        });
        return out;
    }

    void sweepLater() {
        [[maybe_unused]] const auto timer =
            executor.after(options.sweepEvery, [self = shared_from_this()] {
                {
                    const std::lock_guard lock(self->mutex);
                    if (self->ending) return;
                }
                const auto before = std::chrono::steady_clock::now() -
                                    std::chrono::microseconds(self->options.silence.micros);
                for (const auto& stream : self->living()) stream->touch(before);
                self->sweepLater();
            });
    }
};

StreamKeeper::StreamKeeper(Options options, runtime::Executor& executor)
    : state_(std::make_shared<State>(options, executor)) {
    state_->sweepLater();
}

StreamKeeper::~StreamKeeper() {
    endAll();
}

void StreamKeeper::add(const std::shared_ptr<KeptStream>& stream) {
    {
        const std::lock_guard lock(state_->mutex);
        if (!state_->ending) {
            state_->streams.push_back(stream);
            return;
        }
    }
    stream->end(refuse("SHUTTING_DOWN", "The server is stopping."));
}

std::size_t StreamKeeper::size() const {
    return state_->living().size();
}

void StreamKeeper::endAll() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->ending = true;
    }
    for (const auto& stream : state_->living()) {
        stream->end(refuse("SHUTTING_DOWN", "The server is stopping."));
    }
}

}  // namespace tessera::api
