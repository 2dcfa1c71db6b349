// SPDX-License-Identifier: Apache-2.0
// A bounded HTTP/1.1 server: everything a peer can make it keep or wait for has a limit here.
//
// Each of a few threads runs its own event loop, and a connection lives on one of them: there is
// never a thread per connection. Handlers run on those threads and must not block; they may answer
// later and from any thread. Not deterministic: sockets and the steady clock.
// Thread-safety: Server's functions may be called from any thread but its own handlers' (stop()
// joins them); Responder and Stream may be used from any thread, one thread at a time for one
// Responder. They may outlive the Server: then they do nothing.
// Ownership: the Server owns sockets and threads; the handler owns what it captures until stop()
// has returned.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/http/message.h"

namespace tessera::http {

// What the server itself refuses, for ServerOptions::refusal. Its status is in the comment.
enum class Refusal {
    MalformedRequest,    // 400: the head or the framing of the body is not HTTP/1.1; closes.
    SlowRequest,         // 408: head or body was not complete in time; closes.
    BodyTooLarge,        // 413: closes after reading on for a bounded while.
    HeadTooLarge,        // 431: closes.
    NotImplemented,      // 501: a transfer coding other than chunked; closes.
    HandlerFailed,       // 500: the handler threw, or dropped its Responder unanswered.
    TooManyConnections,  // 503 with Retry-After: connectionsMax or connectionsPerAddressMax;
                         // closes.
    TooManyBodyBytes,    // 503 with Retry-After: (long)bodyBytesTotalMax; closes.
    UnsupportedVersion,  // 505: not HTTP/1.0 or HTTP/1.1; closes.
    UnknownExpectation,  // 417: Expect names something else than 100-continue; closes.
};

// Status and the reason that the built-in problem+json carries, e.g. {413, "BODY_TOO_LARGE"}.
struct RefusalText {
    int status;
    std::string_view reason;
    std::string_view detail;
};
RefusalText describe(Refusal refusal);

// A refusal and the limit that the request was over, where there is one that it could keep.
struct Refused {
    Refusal what;
    std::string_view limitName{};  // "bytes_max" or "headers_max"; empty: no limit.
    std::size_t limit = 0;         // In the unit of its name; inclusive.
};

struct ServerOptions {
    using Millis = std::chrono::milliseconds;

    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0 takes any free port: see Server::port().
    std::size_t threads = 2;

    std::size_t headBytesMax = 16 * 1024;
    std::size_t headersMax = 100;
    std::size_t bodyBytesMax = 1024 * 1024;
    // Where set, gives the limit for one request's body instead of bodyBytesMax (an import takes
    // more than an order). Called when the head is complete; must not block.
    std::function<std::size_t(const Request&)> bodyBytesMaxFor;
    // Of bodies still being received, in all: those that may be as long as bodyBytesMax, and apart
    // from them those that may be longer, so that a few long ones leave the others their room.
    std::size_t bodyBytesTotalMax = 256 * 1024 * 1024;
    std::size_t longBodyBytesTotalMax = 192 * 1024 * 1024;

    Millis headTimeout{10'000};   // From a head's first byte to its last.
    Millis bodyTimeout{30'000};   // From the head's last byte to the body's last.
    Millis idleTimeout{75'000};   // Between answers and the next request, and before the first.
    Millis writeTimeout{20'000};  // Without any progress while bytes wait to be written.
    Millis lingerTimeout{5'000};  // Reading on after a refusal, so that the peer can read it…
    std::size_t lingerBytesMax = 32 * 1024 * 1024;  // …and at most so much.
    Millis drainTimeout{10'000};                    // stop() cuts what is unanswered after that.

    std::size_t connectionsMax = 16'000;
    std::size_t connectionsPerAddressMax = 0;  // 0: no limit.
    std::size_t retryAfterSeconds = 1;         // In the 503 beyond these limits.

    // Requests of one connection that may be with the handler at once (answers leave in order).
    std::size_t pipelineDepthMax = 16;
    // Answered bytes of one connection waiting to be written; above, no more requests are read.
    std::size_t outputBytesMax = 256 * 1024;
    // Bytes of one Stream waiting to be written; above, Stream::write says Full.
    std::size_t streamBytesMax = 256 * 1024;

    std::size_t gzipBytesMin = 1024;  // Smaller bodies are not compressed.
    int gzipLevel = 1;

    // Where set, makes the answer to a refusal instead of problem+json. Runs on the server's
    // threads. Status, Connection and Retry-After are the server's.
    std::function<Response(const Refused&)> refusal;
};

namespace detail {
class Exchange;
class StreamCore;
class ServerCore;
}  // namespace detail

enum class StreamWrite {
    Queued,
    Full,    // Nothing was queued: streamBytesMax is reached. Drop the subscriber, or try later.
    Closed,  // Nothing was queued: the peer is gone, the stream was closed, or the server stopped.
};

// A response that goes on (server-sent events), chunked. Copies are handles to the same stream; it
// stays open until close(), or until the peer goes; dropping all handles closes it.
class Stream {
public:
    Stream() = default;

    // Queues `bytes` as they are; they are shared, not copied. An empty string queues nothing.
    StreamWrite write(std::shared_ptr<const std::string> bytes);

    // `callback` runs exactly once, when the stream has ended for whatever reason: on one of the
    // server's threads, or at once if it has ended already. A second callback replaces the first.
    void onClose(std::function<void()> callback);

    // Ends the response after what is queued. May be called more than once.
    void close();

    bool closed() const;
    // Bytes accepted by write() and not yet given to the socket.
    std::size_t queuedBytes() const;

private:
    friend class Responder;
    explicit Stream(std::shared_ptr<detail::StreamCore> core);
    struct Handle;
    std::shared_ptr<Handle> handle_;
};

// The right to answer one request, once. Dropped unanswered it answers 500.
class Responder {
public:
    Responder() = default;
    Responder(Responder&&) noexcept = default;
    Responder& operator=(Responder&& other) noexcept;
    Responder(const Responder&) = delete;
    Responder& operator=(const Responder&) = delete;
    ~Responder();

    // Answers. The peer may be gone: then nothing happens. REQUIRES: valid().
    void send(Response response);

    // Answers with `head` (its body is ignored) and keeps the response open. REQUIRES: valid().
    Stream startStream(Response head);

    // Closes the connection without an answer, as a crash would. REQUIRES: valid().
    void abort();

    // False once answered or moved from.
    bool valid() const { return exchange_ != nullptr; }

    explicit Responder(std::shared_ptr<detail::Exchange> exchange);

private:
    std::shared_ptr<detail::Exchange> exchange_;
};

using Handler = std::function<void(Request, Responder)>;

// Since start; connectionsOpen and streamsOpen are of now.
struct ServerStats {
    std::uint64_t connectionsOpen = 0;
    std::uint64_t connectionsAccepted = 0;
    std::uint64_t connectionsRefused = 0;
    std::uint64_t streamsOpen = 0;
    std::uint64_t requests = 0;
    std::uint64_t refusals = 0;  // Requests that the server refused itself (see Refusal).
    std::uint64_t timeouts = 0;  // Connections cut or answered 408 for being slow.
    std::uint64_t bytesRead = 0;
    std::uint64_t bytesWritten = 0;
    std::uint64_t acceptErrors = 0;  // Mostly: no descriptor was left.
};

class Server {
public:
    // Binds, listens and starts the threads. Fails if the address cannot be bound.
    static Result<std::unique_ptr<Server>> start(ServerOptions options, Handler handler);

    // stop()s.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // The port that was bound.
    std::uint16_t port() const;
    ServerStats stats() const;

    // Stops accepting, closes idle connections and streams, lets requests that are with the handler
    // be answered for at most drainTimeout, then cuts the rest and joins the threads.
    void stop();

private:
    explicit Server(std::shared_ptr<detail::ServerCore> core);
    std::shared_ptr<detail::ServerCore> core_;
};

}  // namespace tessera::http
