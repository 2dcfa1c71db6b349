// SPDX-License-Identifier: Apache-2.0
#include "server/api/server_edges.h"

#include <google/protobuf/stubs/logging.h>

#include "server/api/convert_seat_map.h"
#include "server/api/dispatcher.h"
#include "server/api/grpc_server.h"
#include "server/api/handlers.h"
#include "server/api/plain_routes.h"
#include "server/api/rest_edge.h"
#include "server/api/staff_port.h"
#include "server/api/web_pages.h"
#include "shared/base/check.h"

namespace tessera::api {
namespace {

// The first map of the largest layout fits in, and as much again of changes.
constexpr std::size_t kStreamBytesMax = 2 * kSeatMapJsonBytesMax;

http::ServerOptions optionsOf(const runtime::HttpConfig& config, const RestEdge& edge) {
    const auto millis = [](Duration d) { return std::chrono::milliseconds(d.micros / 1000); };
    http::ServerOptions out;
    out.address = config.address;
    out.port = config.port;
    out.threads = config.threads;
    out.connectionsMax = config.connectionsMax;
    out.headBytesMax = config.headBytesMax;
    out.bodyBytesMax = config.bodyBytesMax;
    out.streamBytesMax = kStreamBytesMax;
    out.headTimeout = millis(config.headTimeout);
    out.bodyTimeout = millis(config.requestTimeout);
    out.idleTimeout = millis(config.idleTimeout);
    out.bodyBytesMaxFor = [&edge](const http::Request& head) { return edge.bodyBytesMaxFor(head); };
    out.refusal = [&edge](const http::Refused& refused) { return edge.refusal(refused); };
    return out;
}

class RunningEdges final : public Edges {
public:
    RunningEdges(const runtime::HttpConfig& http, const runtime::GrpcConfig& grpc, EdgeParts parts)
        : parts_(parts),
          presentation_(parts.app, parts.encoder),
          observer_(parts.metrics, parts.log, table_),
          keeper_({}, parts.timers),
          registry_(registered()),
          dispatcher_(limitsOf(http), parts.app, registry_, parts.timers),
          restContext_{observer_, keeper_},
          rest_(table_, dispatcher_, restContext_, http.bodyBytesMax),
          patience_(grpc.writeTimeout, parts.timers),
          grpcContext_{dispatcher_, observer_, keeper_, patience_} {
        if (parts.staff) {
            staff_ = std::make_unique<StaffPort>(
                *parts.staff,
                StaffPort::Shared{parts_, presentation_, keeper_, patience_, limitsOf(http)});
        }
        addPlainRoutes(
            rest_, {parts.app, parts.providers, parts.inbox, parts.metrics, observer_, stopping_});
        parts.metrics.gaugeFrom("tessera_calls_in_flight", "Calls that wait for their answers.",
                                [alive = std::weak_ptr(alive_), this] {
                                    const auto held = alive.lock();
                                    return held ? static_cast<double>(inFlight()) : 0.0;
                                });
    }

    ~RunningEdges() override { stop(); }

    Status start(const runtime::HttpConfig& http, const runtime::GrpcConfig& grpc) {
        if (Status ready = loadPages(); !ready) return ready;
        auto rest = http::Server::start(optionsOf(http, rest_),
                                        [this](http::Request request, http::Responder responder) {
                                            rest_.handle(std::move(request), std::move(responder));
                                        });
        if (!rest) return tl::make_unexpected(rest.error());
        httpServer_ = std::move(*rest);
        showServerStats();
        auto started = GrpcServer::start(grpc, table_, grpcContext_, parts_.app, parts_.timers);
        if (!started) return tl::make_unexpected(started.error());
        grpcServer_ = std::move(*started);
        return staff_ ? staff_->start(grpc) : Status{};
    }

    std::uint16_t httpPort() const override { return httpServer_->port(); }
    std::uint16_t grpcPort() const override { return grpcServer_->port(); }
    std::uint16_t staffPort() const override { return staff_ ? staff_->port() : 0; }
    std::size_t inFlight() const override {
        return dispatcher_.inFlight() + (staff_ ? staff_->inFlight() : 0);
    }

    void stop() override {
        if (stopping_.exchange(true)) return;
        keeper_.endAll();
        if (staff_) staff_->stop();
        if (grpcServer_) grpcServer_->stop();
        if (httpServer_) httpServer_->stop();
        alive_.reset();
    }

private:
    Status loadPages() {
        if (parts_.web.root.empty()) return {};
        auto files = WebFiles::load(parts_.web.root);
        if (!files) return tl::make_unexpected(files.error());
        pages_ = std::make_unique<WebPages>(std::move(*files), parts_.web.publicUrl, parts_.app,
                                            presentation_, observer_);
        rest_.setPages(WebPages::isFor, [this](http::Request request, http::Responder responder) {
            pages_->serve(std::move(request), std::move(responder));
        });
        return {};
    }

    void showServerStats() {
        const auto gauge = [&](const char* name, const char* help,
                               std::uint64_t http::ServerStats::*value) {
            parts_.metrics.gaugeFrom(name, help, [alive = std::weak_ptr(alive_), this, value] {
                const auto held = alive.lock();
                return held ? static_cast<double>(httpServer_->stats().*value) : 0.0;
            });
        };
        using Stats = http::ServerStats;
        gauge("tessera_http_connections_open", "Connections.", &Stats::connectionsOpen);
        gauge("tessera_http_connections_refused", "Beyond a bound, since the start.",
              &Stats::connectionsRefused);
        gauge("tessera_http_refusals", "Requests refused by the HTTP server, since the start.",
              &Stats::refusals);
        gauge("tessera_http_timeouts", "Slow connections cut, since the start.", &Stats::timeouts);
        gauge("tessera_http_accept_errors", "Mostly: no descriptor was left.",
              &Stats::acceptErrors);
    }

    static DispatcherOptions limitsOf(const runtime::HttpConfig& http) {
        DispatcherOptions out;
        out.timeout = http.requestTimeout;
        return out;
    }

    Registry registered() {
        Registry registry(table_);
        const HandlerContext context{parts_.app, presentation_, parts_.executor, parts_.monotonic};
        registerAll(registry, context, parts_.wallets);
        return registry;
    }

    const EdgeParts parts_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);  // For gauges that outlive the edges.
    std::atomic<bool> stopping_{false};
    const MethodTable table_;
    Presentation presentation_;
    Observer observer_;
    StreamKeeper keeper_;
    Registry registry_;
    Dispatcher dispatcher_;
    RestContext restContext_;
    RestEdge rest_;
    std::unique_ptr<WebPages> pages_;  // Null: none.
    GrpcPatience patience_;
    GrpcContext grpcContext_;
    std::unique_ptr<http::Server> httpServer_;
    std::unique_ptr<GrpcServer> grpcServer_;
    std::unique_ptr<StaffPort> staff_;
};

}  // namespace

Result<std::unique_ptr<Edges>> startEdges(const runtime::HttpConfig& http,
                                          const runtime::GrpcConfig& grpc, const EdgeParts& parts) {
    // protobuf writes to stderr about every message that is not UTF-8; callers are told instead.
    google::protobuf::SetLogHandler(nullptr);
    auto edges = std::make_unique<RunningEdges>(http, grpc, parts);
    if (auto started = edges->start(http, grpc); !started) {
        return tl::make_unexpected(started.error());
    }
    return edges;
}

}  // namespace tessera::api
