// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>

#include <chrono>
#include <mutex>

#include "server/runtime/secrets.h"
#include "shared/base/check.h"

namespace tessera::api {
namespace {

constexpr auto kDrain = std::chrono::seconds(10);
constexpr int kPingEveryMillis = 15'000;
constexpr int kPingTimeoutMillis = 10'000;
constexpr std::size_t kMemoryBytesMax = std::size_t{512} << 20;  // Of all calls' buffers.
constexpr int kStreamsPerConnectionMax = 1000;

// A client may show a certificate, which is verified then; who shows none is let in, and judged by
// each call.
grpc_ssl_client_certificate_request_type askedOf(const std::string& clientAuthority) {
    return clientAuthority.empty() ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                   : GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY;
}

Result<std::shared_ptr<grpc::ServerCredentials>> credentialsOf(const runtime::GrpcConfig& config,
                                                               const std::string& clientAuthority) {
    if (config.tlsCertFile.empty()) return grpc::InsecureServerCredentials();
    auto certificate = runtime::readPublicFile(config.tlsCertFile);
    if (!certificate) return tl::make_unexpected(certificate.error());
    const auto key = runtime::readSecretFile(config.tlsKeyFile);
    if (!key) return tl::make_unexpected(key.error());
    grpc::SslServerCredentialsOptions options(askedOf(clientAuthority));
    options.pem_root_certs = clientAuthority;
    options.pem_key_cert_pairs.push_back({std::string(key->reveal()), *certificate});
    return grpc::SslServerCredentials(options);
}

void setBounds(grpc::ServerBuilder& builder, const runtime::GrpcConfig& config) {
    builder.SetMaxReceiveMessageSize(static_cast<int>(config.messageBytesMax));
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kStreamsPerConnectionMax);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kPingEveryMillis);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kPingTimeoutMillis);
    // Clients may ping as often as we do, with or without calls.
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                               kPingEveryMillis / 2);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    // A port belongs to one server: two on one port would share its calls by chance.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    grpc::ResourceQuota quota("tessera");
    quota.Resize(kMemoryBytesMax);
    builder.SetResourceQuota(quota);
}

// Takes out what every builder of the process has: the port of staff describes itself to nobody.
class NoReflection final : public grpc::ServerBuilderOption {
public:
    void UpdateArguments(grpc::ChannelArguments* /*arguments*/) override {}
    void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>* plugins) override {
        std::erase_if(*plugins,
                      [](const auto& one) { return one->name() == "proto_server_reflection"; });
    }
};

}  // namespace

// Asks app.ready() once a second until it is stopped.
struct GrpcServer::Health : std::enable_shared_from_this<GrpcServer::Health> {
    Health(grpc::HealthCheckServiceInterface* i, app::App& a, runtime::Executor& e)
        : service(i), app(a), executor(e) {}

    std::mutex mutex;
    grpc::HealthCheckServiceInterface* service;  // Null once stopped.
    app::App& app;
    runtime::Executor& executor;

    void follow() {
        {
            const std::lock_guard lock(mutex);
            if (service == nullptr) return;
            service->SetServingStatus(app.ready());
        }
        [[maybe_unused]] const auto timer =
            executor.after(Duration::ofSeconds(1), [self = shared_from_this()] { self->follow(); });
    }

    void stop() {
        const std::lock_guard lock(mutex);
        if (service != nullptr) service->SetServingStatus(false);
        service = nullptr;
    }
};

Result<std::unique_ptr<GrpcServer>> GrpcServer::start(const runtime::GrpcConfig& config,
                                                      const MethodTable& table,
                                                      GrpcContext& context, app::App& app,
                                                      runtime::Executor& executor,
                                                      const std::string& clientAuthority) {
    TESSERA_CHECK(clientAuthority.empty() || !config.tlsCertFile.empty());
    // Both are settings of the process, read when a server is built.
    static const bool once = [] {
        grpc::EnableDefaultHealthCheckService(true);
        grpc::reflection::InitProtoReflectionServerBuilderPlugin();
        return true;
    }();
    static_cast<void>(once);
    auto credentials = credentialsOf(config, clientAuthority);
    if (!credentials) return tl::make_unexpected(credentials.error());
    std::unique_ptr<GrpcServer> out(new GrpcServer());
    out->services_ = makeGrpcServices(table, context);
    grpc::ServerBuilder builder;
    setBounds(builder, config);
    if (!clientAuthority.empty()) builder.SetOption(std::make_unique<NoReflection>());
    int port = 0;
    const bool v6 = config.address.find(':') != std::string::npos;
    const auto host = v6 ? '[' + config.address + ']' : config.address;
    builder.AddListeningPort(host + ':' + std::to_string(config.port), *credentials, &port);
    for (const auto& service : out->services_) builder.RegisterService(service.get());
    out->server_ = builder.BuildAndStart();
    if (!out->server_ || port == 0) {
        return failure("The gRPC address " + host + ':' + std::to_string(config.port) +
                       " cannot be bound.");
    }
    out->port_ = static_cast<std::uint16_t>(port);
    out->health_ = std::make_shared<Health>(out->server_->GetHealthCheckService(), app, executor);
    out->health_->follow();
    return out;
}

GrpcServer::~GrpcServer() {
    stop();
}

void GrpcServer::stop() {
    if (health_) health_->stop();
    health_.reset();
    if (server_) server_->Shutdown(std::chrono::system_clock::now() + kDrain);
    if (server_) server_->Wait();
    server_.reset();
}

}  // namespace tessera::api
