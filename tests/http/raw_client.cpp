// SPDX-License-Identifier: Apache-2.0
#include "tests/http/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace tessera::http::test {
namespace {

using Clock = std::chrono::steady_clock;

int leftMillis(Clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::max<std::int64_t>(0, left));
}

std::string lowered(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, int receiveBufferBytes) {
    fd_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int one = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (receiveBufferBytes > 0) {
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes, sizeof receiveBufferBytes);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) close();
}

RawClient::RawClient(RawClient&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), ended_(other.ended_), input_(std::move(other.input_)) {}

RawClient::~RawClient() {
    close();
}

void RawClient::close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

void RawClient::closeSend() {
    ::shutdown(fd_, SHUT_WR);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(n));
            continue;
        }
        if (n < 0 && errno != EAGAIN && errno != EINTR) return false;
        pollfd p{fd_, POLLOUT, 0};
        if (::poll(&p, 1, 10'000) <= 0) return false;
    }
    return true;
}

bool RawClient::fill(Clock::time_point deadline) {
    if (ended_ || fd_ < 0) return false;
    pollfd p{fd_, POLLIN, 0};
    if (::poll(&p, 1, leftMillis(deadline)) <= 0) return false;
    char buffer[16 * 1024];
    const ssize_t n = ::recv(fd_, buffer, sizeof buffer, 0);
    if (n <= 0) {
        ended_ = true;
        return false;
    }
    input_.append(buffer, static_cast<std::size_t>(n));
    return true;
}

std::optional<std::string> RawClient::take(std::size_t bytes, Clock::time_point deadline) {
    while (input_.size() < bytes) {
        if (!fill(deadline)) return std::nullopt;
    }
    std::string result = input_.substr(0, bytes);
    input_.erase(0, bytes);
    return result;
}

std::optional<std::string> RawClient::takeLine(Clock::time_point deadline) {
    std::size_t end = 0;
    while ((end = input_.find("\r\n")) == std::string::npos) {
        if (!fill(deadline)) return std::nullopt;
    }
    std::string line = input_.substr(0, end);
    input_.erase(0, end + 2);
    return line;
}

std::optional<Reply> RawClient::readHead(Millis limit) {
    const auto deadline = Clock::now() + limit;
    const auto start = takeLine(deadline);
    if (!start || start->size() < 12 || !start->starts_with("HTTP/1.")) return std::nullopt;
    Reply reply;
    reply.status = std::atoi(start->c_str() + 9);
    for (;;) {
        auto line = takeLine(deadline);
        if (!line) return std::nullopt;
        if (line->empty()) return reply;
        const auto colon = line->find(": ");
        if (colon == std::string::npos) return std::nullopt;
        reply.headers[lowered(line->substr(0, colon))] = line->substr(colon + 2);
    }
}

bool RawClient::takeChunked(std::string& body, Clock::time_point deadline) {
    for (;;) {
        const auto line = takeLine(deadline);
        if (!line) return false;
        const std::size_t size = std::strtoul(line->c_str(), nullptr, 16);
        auto chunk = take(size + 2, deadline);
        if (!chunk || !chunk->ends_with("\r\n")) return false;
        if (size == 0) return true;
        body.append(*chunk, 0, size);
    }
}

std::optional<Reply> RawClient::readReply(bool headOnly, Millis limit) {
    const auto deadline = Clock::now() + limit;
    auto reply = readHead(limit);
    if (!reply || headOnly || reply->status < 200 || reply->status == 204 || reply->status == 304) {
        return reply;
    }
    if (reply->header("transfer-encoding") == "chunked") {
        if (!takeChunked(reply->body, deadline)) return std::nullopt;
    } else if (reply->headers.contains("content-length")) {
        const std::string length = reply->header("content-length");
        auto body = take(std::strtoul(length.c_str(), nullptr, 10), deadline);
        if (!body) return std::nullopt;
        reply->body = std::move(*body);
    } else {
        while (fill(deadline)) continue;
        reply->body = std::exchange(input_, {});
    }
    return reply;
}

std::string RawClient::readSome(Millis limit) {
    if (input_.empty()) fill(Clock::now() + limit);
    return std::exchange(input_, {});
}

bool RawClient::readUntil(std::string_view text, Millis limit) {
    const auto deadline = Clock::now() + limit;
    std::size_t at = 0;
    while ((at = input_.find(text)) == std::string::npos) {
        if (!fill(deadline)) return false;
    }
    input_.erase(0, at + text.size());
    return true;
}

bool RawClient::waitClosed(Millis limit) {
    const auto deadline = Clock::now() + limit;
    while (fill(deadline)) input_.clear();
    return ended_ || fd_ < 0;
}

std::string getRequest(std::string_view path, std::string_view extra) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(extra) + "\r\n";
}

std::string postRequest(std::string_view path, std::string_view body, std::string_view extra) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(extra) + "\r\n" + std::string(body);
}

std::optional<std::string> gunzip(std::string_view bytes) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return std::nullopt;
    std::string out(16 * 1024 * 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    inflateEnd(&stream);
    if (status != Z_STREAM_END) return std::nullopt;
    return out;
}

}  // namespace tessera::http::test
