// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_patience.h"

#include <algorithm>

namespace tessera::api {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Duration kSweepEveryMax = Duration::ofSeconds(1);

}  // namespace

struct GrpcPatience::State : std::enable_shared_from_this<State> {
    State(Duration p, runtime::Executor& e) : patience(p), executor(e) {}

    const Duration patience;
    runtime::Executor& executor;
    // Recursive: cancelling may finish the call on this thread, which begins its last write.
    mutable std::recursive_mutex mutex;
    std::unordered_map<grpc::CallbackServerContext*, Clock::time_point> until;
    bool stopped = false;

    void sweep() {
        const auto now = Clock::now();
        const std::lock_guard lock(mutex);
        std::vector<grpc::CallbackServerContext*> stuck;
        for (const auto& [server, end] : until) {
            if (end <= now) stuck.push_back(server);
        }
        for (auto* server : stuck) {
            // Not again: what follows is gRPC's.
            if (until.erase(server) > 0) server->TryCancel();
        }
    }

    void sweepLater() {
        const Duration every = std::min(kSweepEveryMax, Duration::ofMicros(patience.micros / 2));
        [[maybe_unused]] const auto timer = executor.after(every, [self = shared_from_this()] {
            {
                const std::lock_guard lock(self->mutex);
                if (self->stopped) return;
            }
            self->sweep();
            self->sweepLater();
        });
    }
};

GrpcPatience::GrpcPatience(Duration patience, runtime::Executor& executor)
    : state_(std::make_shared<State>(patience, executor)) {
    state_->sweepLater();
}

GrpcPatience::~GrpcPatience() {
    const std::lock_guard lock(state_->mutex);
    state_->stopped = true;
}

void GrpcPatience::writing(grpc::CallbackServerContext& server, std::size_t bytes) {
    const auto most = std::chrono::microseconds(state_->patience.micros) +
                      std::chrono::seconds(bytes / kGrpcBytesPerSecondMin);
    const std::lock_guard lock(state_->mutex);
    auto& end = state_->until[&server];
    end = std::max(end, Clock::now() + most);
}

void GrpcPatience::taken(grpc::CallbackServerContext& server) {
    const std::lock_guard lock(state_->mutex);
    state_->until.erase(&server);
}

std::size_t GrpcPatience::waiting() const {
    const std::lock_guard lock(state_->mutex);
    return state_->until.size();
}

}  // namespace tessera::api
