// SPDX-License-Identifier: Apache-2.0
// Cuts off gRPC peers that do not take what was written to them.
//
// A write ends when flow control has let its bytes out; a peer that opens no window would keep the
// call, and all it holds, for ever. What happens inside a write is not seen: a large message has
// its patience and the time that it takes at kGrpcBytesPerSecondMin. Thread-safe. A context is
// known here only while something is being written to it; its OnDone must have called taken()
// before gRPC frees it.
#pragma once

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "server/runtime/executor.h"

namespace tessera::api {

inline constexpr std::size_t kGrpcBytesPerSecondMin = 32 * 1024;

class GrpcPatience {
public:
    // `executor` outlives it.
    GrpcPatience(Duration patience, runtime::Executor& executor);
    ~GrpcPatience();

    // A write of so many bytes to the call begins.
    void writing(grpc::CallbackServerContext& server, std::size_t bytes);
    // It has ended, or the call has.
    void taken(grpc::CallbackServerContext& server);
    std::size_t waiting() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::api
