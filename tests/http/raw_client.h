// SPDX-License-Identifier: Apache-2.0
// A blocking client that sends exactly the bytes it is given, for tests of what servers do with
// them. Every wait has a deadline. Not thread-safe; owns its socket.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tessera::http::test {

struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers;  // Names in lower case.
    std::string body;

    std::string header(const std::string& name) const {
        const auto it = headers.find(name);
        return it == headers.end() ? std::string{} : it->second;
    }
};

class RawClient {
public:
    using Millis = std::chrono::milliseconds;

    // Connects to 127.0.0.1; a failure shows in the first send or read.
    explicit RawClient(std::uint16_t port, int receiveBufferBytes = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    // False if the peer reset the connection or took nothing for ten seconds.
    bool send(std::string_view bytes);
    // One whole response (of HEAD: `headOnly`); nothing if the connection ended or time ran out.
    std::optional<Reply> readReply(bool headOnly = false, Millis limit = Millis(10'000));
    // The head of a response alone; what follows is left for readSome().
    std::optional<Reply> readHead(Millis limit = Millis(10'000));
    // What has come so far, waiting for at least one byte; empty at the end.
    std::string readSome(Millis limit = Millis(10'000));
    // Until `text` has come; false at the end or after `limit`. Consumes up to its end.
    bool readUntil(std::string_view text, Millis limit = Millis(10'000));
    // True if the peer closes or resets within `limit`; what it sends before is dropped.
    bool waitClosed(Millis limit = Millis(10'000));
    void closeSend();
    void close();
    int fd() const { return fd_; }

private:
    bool fill(std::chrono::steady_clock::time_point deadline);
    std::optional<std::string> take(std::size_t bytes,
                                    std::chrono::steady_clock::time_point deadline);
    std::optional<std::string> takeLine(std::chrono::steady_clock::time_point deadline);
    bool takeChunked(std::string& body, std::chrono::steady_clock::time_point deadline);

    int fd_ = -1;
    bool ended_ = false;
    std::string input_;
};

// "GET path" with a Host, and `extra` header lines ("A: b\r\n").
std::string getRequest(std::string_view path, std::string_view extra = {});
std::string postRequest(std::string_view path, std::string_view body, std::string_view extra = {});

std::optional<std::string> gunzip(std::string_view bytes);

}  // namespace tessera::http::test
