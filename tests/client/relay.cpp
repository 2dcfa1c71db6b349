// SPDX-License-Identifier: Apache-2.0
#include "tests/client/relay.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "shared/base/check.h"

namespace tessera::client {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

void noDelay(int fd) {
    const int on = 1;
    (void)::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

// Passes on what is there; false at the end of either side.
bool pass(int from, int to) {
    std::array<char, 65536> bytes;
    const ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t more =
            ::send(to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (more <= 0) return false;
        sent += more;
    }
    return true;
}

}  // namespace

Relay::Relay(std::uint16_t target) : target_(target) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    TESSERA_CHECK(listener_ >= 0 && ::bind(listener_, plain, size) == 0);
    TESSERA_CHECK(::listen(listener_, 16) == 0 && ::getsockname(listener_, plain, &size) == 0);
    TESSERA_CHECK(::pipe2(wake_, O_CLOEXEC | O_NONBLOCK) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

Relay::~Relay() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake();
    thread_.join();
    for (const int fd : {listener_, wake_[0], wake_[1]}) ::close(fd);
}

void Relay::wake() {
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(wake_[1], &byte, 1);  // Full: awake.
}

void Relay::aim(std::uint16_t target) {
    const std::lock_guard lock(mutex_);
    target_ = target;
}

void Relay::hold(bool held) {
    {
        const std::lock_guard lock(mutex_);
        held_ = held;
    }
    wake();
}

void Relay::cut() {
    {
        const std::lock_guard lock(mutex_);
        cut_ = true;
    }
    wake();
}

void Relay::accept() {
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(target_);
    if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(server);
        ::close(client);
        return;
    }
    noDelay(client);
    noDelay(server);
    pairs_.push_back({client, server});
}

bool Relay::carry(const Pair& pair, short client, short server) {
    if (client != 0 && !pass(pair.client, pair.server)) return false;
    if (server == 0) return true;
    if (held_) return (server & (POLLRDHUP | POLLHUP | POLLERR)) == 0;
    return pass(pair.server, pair.client);
}

void Relay::run() {
    std::vector<pollfd> waiting;
    for (;;) {
        waiting.clear();
        waiting.push_back({listener_, POLLIN, 0});
        waiting.push_back({wake_[0], POLLIN, 0});
        {
            const std::lock_guard lock(mutex_);
            const short ofServer = held_ ? POLLRDHUP : POLLIN;
            for (const Pair& pair : pairs_) {
                waiting.push_back({pair.client, POLLIN, 0});
                waiting.push_back({pair.server, ofServer, 0});
            }
        }
        if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
        const std::lock_guard lock(mutex_);
        std::array<char, 64> woken;
        while (::read(wake_[0], woken.data(), woken.size()) > 0) {
        }
        std::vector<Pair> kept;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const bool on =
                !cut_ && !stopping_ &&
                carry(pairs_[i], waiting[2 + 2 * i].revents, waiting[3 + 2 * i].revents);
            if (on) {
                kept.push_back(pairs_[i]);
                continue;
            }
            ::close(pairs_[i].client);
            ::close(pairs_[i].server);
        }
        pairs_ = std::move(kept);
        cut_ = false;
        if (stopping_) return;
        if (waiting[0].revents != 0) accept();
    }
}

}  // namespace tessera::client
