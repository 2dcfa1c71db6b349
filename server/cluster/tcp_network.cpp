// SPDX-License-Identifier: Apache-2.0
#include "server/cluster/tcp_network.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace tessera::cluster {
namespace {

constexpr int kPatienceMillis = 300;

using Addresses = std::unique_ptr<addrinfo, void (*)(addrinfo*)>;

Addresses resolve(const std::string& address) {
    Addresses none(nullptr, [](addrinfo*) {});
    const std::size_t colon = address.rfind(':');
    if (colon == std::string::npos) return none;
    std::string host = address.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), address.c_str() + colon + 1, &hints, &found) != 0) return none;
    return {found, freeaddrinfo};
}

Reach connectTo(int socket, const addrinfo& to) {
    if (connect(socket, to.ai_addr, to.ai_addrlen) == 0) return Reach::Answered;
    if (errno != EINPROGRESS) return Reach::Refused;
    pollfd wait{socket, POLLOUT, 0};
    if (poll(&wait, 1, kPatienceMillis) != 1) return Reach::Silent;
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error == 0) return Reach::Answered;
    return error == ECONNREFUSED ? Reach::Refused : Reach::Silent;
}

}  // namespace

Reach TcpNetwork::reach(const std::string& address) {
    const Addresses to = resolve(address);
    if (!to) return Reach::Refused;
    const int socket = ::socket(to->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0) return Reach::Silent;
    const Reach reach = connectTo(socket, *to);
    close(socket);
    return reach;
}

}  // namespace tessera::cluster
