// SPDX-License-Identifier: Apache-2.0
#include "tools/load/loop.h"

#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <numeric>

#include "shared/base/check.h"

namespace tessera::load {
namespace {

// Connects at one time: more would only fill the listener's backlog.
constexpr std::size_t kConnectingMax = 256;
constexpr std::size_t kReadBytes = 64 * 1024;
constexpr std::size_t kKeptBufferBytes = 64 * 1024;
constexpr int kEventsPerTurn = 256;
constexpr int kReadsPerTurn = 4;

}  // namespace

Loop::Loop(LoopClient& client, Micros requestDeadline)
    : client_(client), requestDeadline_(requestDeadline), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
    TESSERA_CHECK(epoll_ >= 0);
}

Loop::~Loop() {
    for (const auto& connection : all_) {
        if (connection->fd >= 0) close(connection->fd);
    }
    close(epoll_);
}

Micros Loop::now() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::size_t Loop::connections() const {
    return std::accumulate(hosts_.begin(), hosts_.end(), std::size_t{0},
                           [](std::size_t sum, const Host& host) { return sum + host.open; });
}

std::size_t Loop::waiting() const {
    return std::accumulate(
        hosts_.begin(), hosts_.end(), std::size_t{0},
        [](std::size_t sum, const Host& host) { return sum + host.waiting.size(); });
}

Result<std::size_t> Loop::addHost(const std::string& url, std::size_t connectionsMax) {
    constexpr std::string_view kScheme = "http://";
    if (!url.starts_with(kScheme)) return failure(url + " does not begin with http://");
    const std::string authority =
        url.substr(kScheme.size(), url.find('/', kScheme.size()) - kScheme.size());
    const std::size_t colon = authority.rfind(':');
    const std::string name = authority.substr(0, colon);
    const std::string port = colon == std::string::npos ? "80" : authority.substr(colon + 1);
    addrinfo hints{};
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int code = getaddrinfo(name.c_str(), port.c_str(), &hints, &found); code != 0) {
        return failure(url + ": " + gai_strerror(code));
    }
    Host host;
    host.address.assign(reinterpret_cast<const char*>(found->ai_addr), found->ai_addrlen);
    host.connectionsMax = std::max<std::size_t>(1, connectionsMax);
    freeaddrinfo(found);
    hosts_.push_back(std::move(host));
    return hosts_.size() - 1;
}

void Loop::ask(Asker asker, std::size_t host, std::string request) {
    hosts_[host].waiting.push_back({asker, std::move(request)});
    serve(host);
}

void Loop::after(Asker asker, Micros delay) {
    timers_.push({now() + delay, asker});
}

void Loop::serve(std::size_t hostNo) {
    Host& host = hosts_[hostNo];
    while (!host.waiting.empty()) {
        Connection* connection = nullptr;
        if (!host.idle.empty()) {
            connection = host.idle.back();
            host.idle.pop_back();
        } else if (host.open < host.connectionsMax && host.connecting < kConnectingMax) {
            connection = connect(hostNo);
        } else {
            return;
        }
        Job job = std::move(host.waiting.front());
        host.waiting.pop_front();
        if (connection == nullptr) {
            lost_.push_back(job.asker);
        } else {
            start(*connection, std::move(job));
        }
    }
}

Loop::Connection* Loop::connect(std::size_t hostNo) {
    Host& host = hosts_[hostNo];
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return nullptr;
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int code = ::connect(fd, reinterpret_cast<const sockaddr*>(host.address.data()),
                               static_cast<socklen_t>(host.address.size()));
    if (code != 0 && errno != EINPROGRESS) {
        close(fd);
        return nullptr;
    }
    if (unused_.empty()) {
        all_.push_back(std::make_unique<Connection>());
        unused_.push_back(all_.back().get());
    }
    Connection* connection = unused_.back();
    unused_.pop_back();
    connection->fd = fd;
    connection->host = hostNo;
    connection->connecting = true;
    connection->watchesWrite = true;
    connection->in.clear();
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.ptr = connection;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
    ++host.open;
    ++host.connecting;
    return connection;
}

void Loop::start(Connection& connection, Job job) {
    connection.busy = true;
    connection.asker = job.asker;
    connection.out = std::move(job.request);
    connection.written = 0;
    ++connection.turn;
    deadlines_.push_back({now() + requestDeadline_, &connection, connection.turn});
    if (!connection.connecting) write(connection);
}

void Loop::watch(Connection& connection, bool write) {
    if (connection.watchesWrite == write) return;
    connection.watchesWrite = write;
    epoll_event event{};
    event.events = EPOLLIN | (write ? static_cast<std::uint32_t>(EPOLLOUT) : 0U);
    event.data.ptr = &connection;
    epoll_ctl(epoll_, EPOLL_CTL_MOD, connection.fd, &event);
}

void Loop::write(Connection& connection) {
    while (connection.written < connection.out.size()) {
        const ssize_t sent = send(connection.fd, connection.out.data() + connection.written,
                                  connection.out.size() - connection.written, MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN || errno == EWOULDBLOCK) return watch(connection, true);
            return drop(connection);
        }
        connection.written += static_cast<std::size_t>(sent);
    }
    watch(connection, false);
}

// Whoever asked is told later; a connection that breaks while idle is nobody's loss.
void Loop::drop(Connection& connection) {
    Host& host = hosts_[connection.host];
    close(connection.fd);
    connection.fd = -1;
    --host.open;
    if (connection.connecting) --host.connecting;
    connection.connecting = false;
    if (connection.busy) {
        lost_.push_back(connection.asker);
    } else {
        std::erase(host.idle, &connection);
    }
    connection.busy = false;
    ++connection.turn;
    unused_.push_back(&connection);
}

// False: the connection is gone.
bool Loop::answer(Connection& connection) {
    Reply reply;
    const ReplyState state = readReply(connection.in, reply);
    if (state == ReplyState::Incomplete) return true;
    if (state == ReplyState::Broken || !connection.busy) {
        drop(connection);
        return false;
    }
    const Asker asker = connection.asker;
    connection.busy = false;
    ++connection.turn;
    std::string bytes;
    bytes.swap(connection.in);  // The reply points into it while the client may ask again.
    const bool rest = reply.bytes < bytes.size();
    const bool open = !reply.closes && !rest;
    if (open) {
        hosts_[connection.host].idle.push_back(&connection);
    } else {
        hosts_[connection.host].idle.push_back(&connection);
        drop(connection);
    }
    client_.onReply(asker, reply);
    if (open && connection.in.empty() && bytes.capacity() <= kKeptBufferBytes) {
        bytes.clear();
        connection.in.swap(bytes);
    }
    serve(connection.host);
    return open;
}

void Loop::read(Connection& connection) {
    std::array<char, kReadBytes> chunk;
    for (int turn = 0; turn < kReadsPerTurn; ++turn) {
        const ssize_t got = recv(connection.fd, chunk.data(), chunk.size(), 0);
        if (got < 0) {
            if (errno == EINTR) continue;
            if (errno == EAGAIN || errno == EWOULDBLOCK) return;
            return drop(connection);
        }
        if (got == 0) return drop(connection);
        connection.in.append(chunk.data(), static_cast<std::size_t>(got));
        if (connection.in.size() > kReplyBytesMax) return drop(connection);
        if (static_cast<std::size_t>(got) < chunk.size()) break;
    }
    answer(connection);
}

void Loop::handle(Connection& connection, std::uint32_t events) {
    if (connection.fd < 0) return;
    if (connection.connecting) {
        int fault = 0;
        socklen_t size = sizeof fault;
        getsockopt(connection.fd, SOL_SOCKET, SO_ERROR, &fault, &size);
        if (fault != 0) return drop(connection);
        if ((events & EPOLLOUT) == 0) return;
        connection.connecting = false;
        --hosts_[connection.host].connecting;
        write(connection);
        serve(connection.host);
        return;
    }
    if ((events & EPOLLOUT) != 0 && connection.busy) write(connection);
    if (connection.fd >= 0 && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) read(connection);
}

void Loop::expire() {
    const Micros at = now();
    while (!deadlines_.empty() && deadlines_.front().at <= at) {
        const Deadline due = deadlines_.front();
        deadlines_.pop_front();
        if (due.connection->turn == due.turn && due.connection->busy) drop(*due.connection);
    }
}

void Loop::fireTimers() {
    const Micros at = now();
    while (!timers_.empty() && timers_.top().at <= at) {
        const Timer timer = timers_.top();
        timers_.pop();
        client_.onTimer(timer.asker, timer.at);
    }
}

void Loop::run(Micros until) {
    std::array<epoll_event, kEventsPerTurn> events;
    while (now() < until) {
        const Micros wake = timers_.empty() ? until : std::min(until, timers_.top().at);
        const Micros wait = lost_.empty() ? std::clamp<Micros>(wake - now(), 0, 1'000'000) : 0;
        const int count = epoll_wait(epoll_, events.data(), kEventsPerTurn,
                                     static_cast<int>((wait + 999) / 1000));
        for (int i = 0; i < count; ++i) {
            handle(*static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr),
                   events[static_cast<std::size_t>(i)].events);
        }
        expire();
        std::vector<Asker> lost;
        lost.swap(lost_);
        for (const Asker asker : lost) client_.onLost(asker);
        for (std::size_t host = 0; host < hosts_.size(); ++host) serve(host);
        fireTimers();
    }
}

}  // namespace tessera::load
