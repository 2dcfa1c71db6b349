// SPDX-License-Identifier: Apache-2.0
// The port of staff: gRPC over TLS with devices' certificates, sessions, and a permission for each
// method; the same handlers of sales as the public edges, and those of staff alone.
//
// Owns its own table, registry and bounds: what is not served here is unknown here. Thread-safe but
// for start and stop, which one thread calls.
#pragma once

#include <cstdint>
#include <memory>

#include "server/api/dispatcher.h"
#include "server/api/grpc_server.h"
#include "server/api/handlers_setup.h"
#include "server/api/handlers_staff.h"
#include "server/api/observer.h"
#include "server/api/server_edges.h"
#include "server/api/staff_gate.h"

namespace tessera::api {

class StaffPort {
public:
    // What it has in common with the public edges; all outlive it.
    struct Shared {
        const EdgeParts& edges;
        Presentation& presentation;
        StreamKeeper& keeper;
        GrpcPatience& patience;
        DispatcherOptions limits;
    };
    StaffPort(const StaffParts& staff, const Shared& shared);

    // `grpc`: its bounds, and the staff port's address and files.
    Status start(const runtime::GrpcConfig& grpc);
    void stop();
    std::uint16_t port() const { return server_->port(); }
    std::size_t inFlight() const { return dispatcher_.inFlight(); }

private:
    Registry registered(const Shared& shared) const;

    const StaffParts staff_;
    app::App& app_;
    runtime::Executor& timers_;
    const MethodTable table_{Surface::Staff};
    Observer observer_;
    Registry registry_;
    StaffGate gate_;
    Dispatcher dispatcher_;
    GrpcContext context_;
    std::unique_ptr<GrpcServer> server_;
};

}  // namespace tessera::api
