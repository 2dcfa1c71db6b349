// SPDX-License-Identifier: Apache-2.0
// The listening gRPC server: services of the contract, health, reflection, TLS, bounds.
//
// Thread-safe but for stop(), which is called once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/api/grpc_edge.h"
#include "server/app/app.h"
#include "server/runtime/config.h"
#include "shared/base/result.h"

namespace tessera::api {

class GrpcServer {
public:
    // Binds and serves. The health status follows app.ready(), asked once a second.
    // `clientAuthority` (PEM): clients are asked for a certificate of that authority; one of
    // another ends the handshake, none does not; and there is no reflection. REQUIRES: TLS then.
    static Result<std::unique_ptr<GrpcServer>> start(const runtime::GrpcConfig& config,
                                                     const MethodTable& table, GrpcContext& context,
                                                     app::App& app, runtime::Executor& executor,
                                                     const std::string& clientAuthority = {});
    ~GrpcServer();
    GrpcServer(const GrpcServer&) = delete;
    GrpcServer& operator=(const GrpcServer&) = delete;

    std::uint16_t port() const { return port_; }

    // Not serving; calls in flight have ten seconds.
    void stop();

private:
    struct Health;
    GrpcServer() = default;

    std::vector<std::unique_ptr<GrpcService>> services_;
    std::unique_ptr<grpc::Server> server_;
    std::shared_ptr<Health> health_;
    std::uint16_t port_ = 0;
};

}  // namespace tessera::api
