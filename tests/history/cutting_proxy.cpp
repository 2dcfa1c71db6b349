// SPDX-License-Identifier: Apache-2.0
#include "tests/history/cutting_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <random>

#include "shared/base/check.h"

namespace tessera::history {
namespace {

constexpr int kPollMillis = 100;

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

bool sendAll(int fd, const char* data, std::size_t size) {
    while (size > 0) {
        const ssize_t sent = ::send(fd, data, size, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

void noDelay(int fd) {
    const int on = 1;
    (void)::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

}  // namespace

CuttingProxy::CuttingProxy(std::uint16_t target, int perMille, std::uint32_t seed)
    : target_(target), perMille_(perMille), seed_(seed) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    TESSERA_CHECK(listener_ >= 0 && ::bind(listener_, plain, size) == 0);
    TESSERA_CHECK(::listen(listener_, 128) == 0 && ::getsockname(listener_, plain, &size) == 0);
    port_ = ntohs(address.sin_port);
    accepter_ = std::thread([this] { listen(); });
}

CuttingProxy::~CuttingProxy() {
    stopping_ = true;
    accepter_.join();
    for (std::thread& carrier : carriers_) carrier.join();
    ::close(listener_);
}

void CuttingProxy::listen() {
    std::uint32_t number = 0;
    while (!stopping_) {
        pollfd wait{listener_, POLLIN, 0};
        if (::poll(&wait, 1, kPollMillis) <= 0) continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        const std::lock_guard lock(mutex_);
        carriers_.emplace_back([this, client, seed = seed_ + ++number] { carry(client, seed); });
    }
}

void CuttingProxy::carry(int client, std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto chance = [&](int perMille) {
        return std::uniform_int_distribution<int>(0, 999)(random) < perMille;
    };
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(target_);
    bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    noDelay(client);
    noDelay(server);
    std::array<char, 65536> bytes{};
    while (open && !stopping_) {
        std::array<pollfd, 2> wait{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (::poll(wait.data(), wait.size(), kPollMillis) <= 0) continue;
        for (std::size_t from = 0; from < 2 && open; ++from) {
            if (wait[from].revents == 0) continue;
            const ssize_t got = ::recv(wait[from].fd, bytes.data(), bytes.size(), 0);
            if (got <= 0) {
                open = false;
                break;
            }
            const auto size = static_cast<std::size_t>(got);
            const bool cut = chance(perMille_);
            // Nothing, a part, or all of it still arrives.
            const std::size_t passed =
                cut ? std::uniform_int_distribution<std::size_t>(0, 2)(random) * size / 2 : size;
            open = sendAll(wait[1 - from].fd, bytes.data(), passed) && !cut;
            if (cut) ++cuts_;
        }
    }
    ::close(server);
    ::close(client);
}

}  // namespace tessera::history
