// SPDX-License-Identifier: Apache-2.0
#include "shared/client/link.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

namespace tessera::client {
namespace {

// The server allows a ping every 7.5 s.
constexpr int kPingEveryMillis = 8'000;
constexpr int kPingTimeoutMillis = 4'000;
constexpr int kConnectAgainFirstMillis = 100;
constexpr int kConnectAgainMostMillis = 1'000;
constexpr int kConnectLimitMillis = 3'000;
constexpr int kMessageBytesMax = 16 << 20;
// How long the loop's end may wait for a watch of the connection's state, which cannot be ended.
constexpr Millis kLookAgain{100};

grpc::ChannelArguments boundsOf() {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);  // A connection of its own.
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kPingEveryMillis);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kPingTimeoutMillis);
    arguments.SetInt(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kConnectAgainFirstMillis);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, kConnectLimitMillis);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kConnectAgainMostMillis);
    arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);  // Calls are asked again here, and counted.
    arguments.SetMaxReceiveMessageSize(kMessageBytesMax);
    return arguments;
}

}  // namespace

Link::Link(const Endpoint& endpoint, Loop& loop, std::function<void(bool up)> onChange)
    : loop_(loop), app_(endpoint.app), onChange_(std::move(onChange)) {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = endpoint.authorityPem;
    options.pem_private_key = endpoint.keyPem;
    options.pem_cert_chain = endpoint.certificatePem;
    channel_ =
        grpc::CreateCustomChannel(endpoint.address, grpc::SslCredentials(options), boundsOf());
}

void Link::introduce(grpc::ClientContext& context) const {
    if (!app_.empty()) context.AddMetadata("x-app-version", app_);
}

void Link::keep() {
    if (loop_.stopping()) return;
    const auto state = channel_->GetState(true);
    const bool up = state == GRPC_CHANNEL_READY;
    if (up != up_) {
        up_ = up;
        if (onChange_) onChange_(up);
    }
    channel_->NotifyOnStateChange(state, in(kLookAgain), &loop_.queue(),
                                  Loop::tag([this](bool) { keep(); }));
}

}  // namespace tessera::client
