// SPDX-License-Identifier: Apache-2.0
// Cuts off gRPC peers that do not take what was written to them.
//
// A write ends when flow control has let its bytes out; a peer that opens no window would keep the
// call, and all it holds, for ever. Thread-safe. A context is known here only while something is
// being written to it; its OnDone must have called taken() before gRPC frees it.
#pragma once

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "server/runtime/executor.h"

namespace tessera::api {

class GrpcPatience {
public:
    // `executor` outlives it.
    GrpcPatience(Duration patience, runtime::Executor& executor);
    ~GrpcPatience();

    // A write to the call begins.
    void writing(grpc::CallbackServerContext& server);
    // It has ended, or the call has.
    void taken(grpc::CallbackServerContext& server);
    std::size_t waiting() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace tessera::api
