// SPDX-License-Identifier: Apache-2.0
// Both edges of the server, wired and listening: REST and gRPC over one App; and the port of staff.
//
// startEdges makes everything between the sockets and App; stop() takes it down in order.
// Thread-safe but for stop(), which is called once (the destructor calls it too).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "server/api/convert_documents.h"
#include "server/api/convert_seat_map.h"
#include "server/app/app.h"
#include "server/app/counter.h"
#include "server/app/setup/setup_room.h"
#include "server/app/staff/desk.h"
#include "server/app/staff/office.h"
#include "server/payments/providers.h"
#include "server/runtime/clock.h"
#include "server/runtime/config.h"
#include "server/runtime/executor.h"
#include "server/runtime/log.h"
#include "server/runtime/metrics.h"
#include "shared/base/result.h"

namespace tessera::shift {
class ShiftRoom;
}

namespace tessera::api {

// The side of staff, where there is one; all outlive the edges.
struct StaffParts {
    staff::Desk& desk;
    staff::Office& office;                  // With an authority.
    const app::Counter* counter = nullptr;  // Null: those methods are not served.
    shift::ShiftRoom* shifts = nullptr;     // Null: no shifts, and cash goes through none.
    setup::SetupRoom* setup = nullptr;      // Null: neither inventory nor setting up is served.
};

// All outlive the edges, the executors running.
struct EdgeParts {
    app::App& app;
    const payments::Providers& providers;
    payments::WebhookInbox& inbox;
    SeatMapEncoder& encoder;      // The one that App's feeds encode with.
    runtime::Executor& executor;  // What takes its time.
    runtime::Executor& timers;    // Never blocks: time-outs, signs of life, health.
    const runtime::MonotonicClock& monotonic;
    runtime::Metrics& metrics;
    runtime::Log& log;
    const WalletSigners& wallets;
    runtime::WebConfig web{};           // Without a root there are no pages.
    std::optional<StaffParts> staff{};  // Nothing: no staff port, whatever grpc.staff says.
};

class Edges {
public:
    virtual ~Edges() = default;

    virtual std::uint16_t httpPort() const = 0;
    virtual std::uint16_t grpcPort() const = 0;
    virtual std::uint16_t staffPort() const = 0;  // 0: there is none.
    virtual std::size_t inFlight() const = 0;

    // No longer ready; ends streams with SHUTTING_DOWN, takes no new connections, lets calls in
    // flight be answered for at most ten seconds, and joins the edges' threads. Call it before App
    // stops. Idempotent.
    virtual void stop() = 0;
};

// Fails if an address cannot be bound, a certificate or the storefront's folder cannot be read.
Result<std::unique_ptr<Edges>> startEdges(const runtime::HttpConfig& http,
                                          const runtime::GrpcConfig& grpc, const EdgeParts& parts);

}  // namespace tessera::api
