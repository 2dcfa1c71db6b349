// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/wire.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

#include "shared/base/check.h"
#include "shared/http/connection.h"

namespace tessera::fuzz {
namespace {

using http::detail::Connection;
using http::detail::Socket;

// The peer's end.
class Peer {
public:
    explicit Peer(int descriptor) : descriptor_(descriptor) {}
    ~Peer() { ::close(descriptor_); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    // Sends what there is room for; all of it, where the server reads no more.
    std::size_t send(std::string_view bytes) const {
        const auto n = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n >= 0) return static_cast<std::size_t>(n);
        TESSERA_CHECK(errno == EAGAIN || errno == EPIPE || errno == ECONNRESET);
        return errno == EAGAIN ? 0 : bytes.size();
    }
    void sendNoMore() const { ::shutdown(descriptor_, SHUT_WR); }

    // Appends what has come; false at the end.
    bool receive(std::string& out) const {
        std::array<char, 16384> buffer{};
        while (true) {
            const auto n = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
            if (n == 0) return false;
            if (n < 0) return errno == EAGAIN;
            out.append(buffer.data(), static_cast<std::size_t>(n));
        }
    }

private:
    int descriptor_;
};

}  // namespace

Wire::Wire(http::ServerOptions options, http::Handler handler)
    : shared_(std::make_shared<http::detail::Shared>()) {
    shared_->options = std::move(options);
    shared_->handler = std::move(handler);
    worker_ = std::make_shared<http::detail::Worker>(shared_);
}

void Wire::run() {
    worker_->context().restart();
    worker_->context().poll();
}

std::string Wire::talk(Pieces pieces) {
    int ends[2] = {};
    TESSERA_CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == 0);
    std::string received;
    std::weak_ptr<Connection> watched;
    {
        const Peer peer(ends[1]);
        Socket socket(worker_->context());
        socket.assign(boost::asio::ip::tcp::v4(), ends[0]);
        auto connection = std::make_shared<Connection>(worker_, std::move(socket), "192.0.2.1");
        watched = connection;
        connection->start(std::nullopt);
        connection.reset();
        for (std::string_view piece; pieces.next(piece);) {
            while (!piece.empty()) {
                piece.remove_prefix(peer.send(piece));
                run();
                peer.receive(received);
            }
        }
        peer.sendNoMore();
        std::size_t before = 0;
        int idle = 0;
        do {
            run();
            idle = received.size() == before ? idle + 1 : 0;
            before = received.size();
            if (idle < 4) continue;
            TESSERA_CHECK(shared_->streams > 0);
            watched.lock()->closeNow();
        } while (peer.receive(received));
    }
    run();
    TESSERA_CHECK(watched.expired());
    TESSERA_CHECK(shared_->bodyBytes.ordinary == 0 && shared_->bodyBytes.longer == 0);
    return received;
}

}  // namespace tessera::fuzz
