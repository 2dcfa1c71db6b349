// SPDX-License-Identifier: Apache-2.0
#include "shared/http/server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <condition_variable>

#include "shared/base/check.h"
#include "shared/http/connection.h"

namespace tessera::http {

RefusalText describe(Refusal refusal) {
    switch (refusal) {
        case Refusal::MalformedRequest:
            return {400, "MALFORMED_REQUEST", "The request is not well-formed HTTP/1.1."};
        case Refusal::SlowRequest:
            return {408, "REQUEST_TIMEOUT", "The request was not complete in time."};
        case Refusal::BodyTooLarge:
            return {413, "BODY_TOO_LARGE", "The body is larger than this resource takes."};
        case Refusal::HeadTooLarge:
            return {431, "HEAD_TOO_LARGE", "The request line and headers are too large."};
        case Refusal::NotImplemented:
            return {501, "TRANSFER_CODING_UNKNOWN", "Only the chunked transfer coding is known."};
        case Refusal::HandlerFailed:
            return {500, "INTERNAL", "The request could not be answered."};
        case Refusal::TooManyConnections:
            return {503, "TOO_MANY_CONNECTIONS", "The server has as many connections as it takes."};
        case Refusal::TooManyBodyBytes:
            return {503, "TOO_MANY_BODIES", "The server is receiving as much as it takes."};
        case Refusal::UnsupportedVersion:
            return {505, "VERSION_UNSUPPORTED", "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
        case Refusal::UnknownExpectation:
            return {417, "EXPECTATION_UNKNOWN", "Only the expectation 100-continue is known."};
    }
    TESSERA_CHECK(false);
    return {500, "INTERNAL", ""};
}

namespace detail {

Response refusalResponse(const ServerOptions& options, const Refused& refused) {
    const RefusalText text = describe(refused.what);
    std::string detail(text.detail);
    if (!refused.limitName.empty()) {
        detail += " " + std::string(refused.limitName) + ": " + std::to_string(refused.limit) + ".";
    }
    Response response =
        options.refusal ? options.refusal(refused) : problem(text.status, text.reason, detail);
    response.status = text.status;
    return response;
}

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

// Connections beyond connectionsMax that are told so; any more are closed at once.
constexpr std::size_t kRefusedMax = 512;
constexpr std::chrono::milliseconds kAcceptPause{50};  // After EMFILE and the like.
// Taken in one go: one by one they would each wait behind all that the thread has to answer.
constexpr int kAcceptTogether = 128;

}  // namespace

class ServerCore : public std::enable_shared_from_this<ServerCore> {
public:
    ServerCore(ServerOptions options, Handler handler) : shared_(std::make_shared<Shared>()) {
        shared_->options = std::move(options);
        shared_->handler = std::move(handler);
        for (std::size_t i = 0; i < shared_->options.threads; ++i) {
            workers_.push_back(std::make_shared<Worker>(shared_));
        }
        acceptor_.emplace(workers_.front()->context());
    }

    Status listen();
    void start();
    void stop();
    std::uint16_t port() const { return port_; }
    const Shared& shared() const { return *shared_; }

private:
    Task acceptAll(std::shared_ptr<ServerCore> self);
    boost::system::error_code acceptWaiting();
    void admit(Socket socket, const std::shared_ptr<Worker>& worker);
    std::optional<Refused> judge(const std::string& peer, std::size_t open);
    bool waitUntilEmpty(std::chrono::milliseconds limit);

    std::shared_ptr<Shared> shared_;
    std::vector<std::shared_ptr<Worker>> workers_;
    std::size_t nextWorker_ = 0;
    std::optional<Acceptor> acceptor_;
    std::uint16_t port_ = 0;
    std::mutex stopMutex_;
    bool stopped_ = false;
};

Status ServerCore::listen() {
    const ServerOptions& options = shared_->options;
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) return failure("listen: not an IP address: " + options.address);
    const tcp::endpoint endpoint(address, options.port);
    acceptor_->open(endpoint.protocol(), error);
    if (!error) acceptor_->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_->bind(endpoint, error);
    if (!error) acceptor_->listen(4096, error);
    if (!error) acceptor_->non_blocking(true, error);
    // Else a connection that is gone already makes accept() wait for the next one.
    if (!error) {
        acceptor_->set_option(asio::socket_base::enable_connection_aborted(true), error);
    }
    if (error) {
        return failure("listen on " + options.address + " port " + std::to_string(options.port) +
                       ": " + error.message());
    }
    port_ = acceptor_->local_endpoint(error).port();
    return {};
}

void ServerCore::start() {
    for (const auto& worker : workers_) worker->start();
    asio::co_spawn(workers_.front()->context(), acceptAll(shared_from_this()), asio::detached);
}

Task ServerCore::acceptAll(std::shared_ptr<ServerCore> self) {
    Timer pause(workers_.front()->context());
    while (acceptor_->is_open()) {
        boost::system::error_code error;
        co_await acceptor_->async_wait(Acceptor::wait_read, asio::redirect_error(kAwait, error));
        if (!acceptor_->is_open()) break;
        if (!error) error = acceptWaiting();
        if (!error) continue;
        shared_->acceptErrors.fetch_add(1, std::memory_order_relaxed);
        pause.expires_after(kAcceptPause);
        co_await pause.async_wait(asio::redirect_error(kAwait, error));
    }
    self.reset();
}

// An error: none of those that wait can be taken now.
boost::system::error_code ServerCore::acceptWaiting() {
    boost::system::error_code error;
    for (int i = 0; i < kAcceptTogether; ++i) {
        const std::shared_ptr<Worker>& worker = workers_[nextWorker_ % workers_.size()];
        Socket socket(worker->context());
        acceptor_->accept(socket, error);
        if (error == asio::error::would_block) return {};
        if (error == asio::error::connection_aborted || error.value() == EPROTO) {
            continue;  // Gone already.
        }
        if (error) return error;
        ++nextWorker_;
        admit(std::move(socket), worker);
    }
    return {};
}

void ServerCore::admit(Socket socket, const std::shared_ptr<Worker>& worker) {
    boost::system::error_code error;
    const tcp::endpoint endpoint = socket.remote_endpoint(error);
    if (error) return;  // Gone already.
    const std::size_t open = shared_->open.load(std::memory_order_relaxed);
    if (open >= shared_->options.connectionsMax + kRefusedMax) {
        shared_->refused.fetch_add(1, std::memory_order_relaxed);
        return;
    }
    std::string peer = endpoint.address().to_string();
    const std::optional<Refused> refusal = judge(peer, open);
    (refusal ? shared_->refused : shared_->accepted).fetch_add(1, std::memory_order_relaxed);
    shared_->open.fetch_add(1, std::memory_order_relaxed);
    auto connection = std::make_shared<Connection>(worker, std::move(socket), std::move(peer));
    worker->submitTask(
        [connection = std::move(connection), refusal] { connection->start(refusal); });
}

// Counts the connection for its address in either case: it is one until it is closed.
std::optional<Refused> ServerCore::judge(const std::string& peer, std::size_t open) {
    const ServerOptions& options = shared_->options;
    std::size_t ofAddress = 0;
    if (options.connectionsPerAddressMax != 0) {
        const std::lock_guard lock(shared_->addressesMutex);
        ofAddress = shared_->addresses[peer]++;
    }
    const bool tooMany = open >= options.connectionsMax;
    const bool tooManyOfOne =
        options.connectionsPerAddressMax != 0 && ofAddress >= options.connectionsPerAddressMax;
    if (tooMany || tooManyOfOne) return Refused{Refusal::TooManyConnections};
    return std::nullopt;
}

bool ServerCore::waitUntilEmpty(std::chrono::milliseconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (shared_->open.load(std::memory_order_relaxed) != 0) {
        if (std::chrono::steady_clock::now() >= deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

void ServerCore::stop() {
    const std::lock_guard lock(stopMutex_);
    if (stopped_) return;
    stopped_ = true;
    for (const auto& worker : workers_) TESSERA_CHECK(!worker->isOwnThread());
    shared_->stopping.store(true, std::memory_order_relaxed);
    workers_.front()->submitTask([this] {
        boost::system::error_code ignored;
        acceptor_->close(ignored);
    });
    for (const auto& worker : workers_) {
        worker->submitTask([&w = *worker] { w.drainAll(); });
    }
    waitUntilEmpty(shared_->options.drainTimeout);
    for (const auto& worker : workers_) worker->shutDown();
    const std::lock_guard gone(shared_->ownerMutex);
    shared_->ownerGone = true;
    shared_->handler = nullptr;
}

}  // namespace detail

Server::Server(std::shared_ptr<detail::ServerCore> core) : core_(std::move(core)) {}

Server::~Server() {
    stop();
}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, Handler handler) {
    TESSERA_CHECK(options.threads > 0 && options.pipelineDepthMax > 0);
    TESSERA_CHECK(handler != nullptr);
    auto core = std::make_shared<detail::ServerCore>(std::move(options), std::move(handler));
    if (auto listening = core->listen(); !listening) return tl::unexpected(listening.error());
    core->start();
    return std::unique_ptr<Server>(new Server(std::move(core)));
}

std::uint16_t Server::port() const {
    return core_->port();
}

void Server::stop() {
    core_->stop();
}

ServerStats Server::stats() const {
    const detail::Shared& s = core_->shared();
    const auto get = [](const std::atomic<std::uint64_t>& counter) {
        return counter.load(std::memory_order_relaxed);
    };
    return {get(s.open),         get(s.accepted),    get(s.refused),  get(s.streams),
            get(s.requests),     get(s.refusals),    get(s.timeouts), get(s.bytesRead),
            get(s.bytesWritten), get(s.acceptErrors)};
}

}  // namespace tessera::http
