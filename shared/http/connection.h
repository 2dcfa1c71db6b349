// SPDX-License-Identifier: Apache-2.0
// One accepted connection: reads requests, hands them to the handler, writes answers in order.
//
// Lives on its Worker's thread; only the Exchange and StreamCore that it hands out may be used from
// elsewhere. Idle, it keeps no buffers: reading goes through the worker's, and only an incomplete
// request or an unwritten answer is stored here (a read's 16 KiB, a head and a body at most, and
// outputBytesMax plus the answers of pipelineDepthMax requests).
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/http/request_parser.h"
#include "shared/http/worker.h"

namespace tessera::http::detail {

using Executor = boost::asio::io_context::executor_type;
inline constexpr boost::asio::use_awaitable_t<Executor> kAwait{};
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Task = boost::asio::awaitable<void, Executor>;

// The unanswered request behind a Responder.
class Exchange {
public:
    Exchange(std::shared_ptr<Connection> connection, std::uint64_t number)
        : connection_(std::move(connection)), number_(number) {}
    void answer(Response response);
    std::shared_ptr<StreamCore> startStream(Response head);
    void abort();
    void dropped();

private:
    // On the connection's own thread at once, otherwise by its worker's queue.
    void hand(Job job);

    std::shared_ptr<Connection> connection_;
    std::uint64_t number_;
};

class StreamCore : public std::enable_shared_from_this<StreamCore> {
public:
    StreamCore(std::shared_ptr<Connection> connection, std::uint64_t exchange,
               std::size_t bytesMax);
    StreamWrite write(std::shared_ptr<const std::string> bytes);
    void onClose(std::function<void()> callback);
    void close();
    bool closed() const { return closed_.load(std::memory_order_acquire); }
    std::size_t queuedBytes() const { return queued_.load(std::memory_order_relaxed); }

    // The connection's side: no more is accepted; then the callback, once.
    void shut() { closed_.store(true, std::memory_order_release); }
    void written(std::size_t bytes) { queued_.fetch_sub(bytes, std::memory_order_relaxed); }
    void end();

private:
    const std::uint64_t exchange_;
    const std::size_t bytesMax_;
    std::atomic<std::size_t> queued_{0};
    std::atomic<bool> closed_{false};
    std::mutex mutex_;
    std::shared_ptr<Connection> connection_;  // Until the end, which breaks the circle.
    std::function<void()> callback_;
    bool ended_ = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(std::shared_ptr<Worker> worker, Socket socket, std::string peer);
    ~Connection();

    // Begins to serve; with a refusal, answers that and closes.
    void start(std::optional<Refused> refusal);

    // What a job asks; answers leave with the next settle().
    void perform(Job& job);
    // Writes what can be written and goes on with what waits for it.
    void settle();

    void checkDeadline(Request::Clock::time_point now);
    void drain();
    void closeNow();

    Worker& worker() { return *worker_; }
    std::size_t index() const { return index_; }
    void setIndex(std::size_t index) { index_ = index; }

private:
    enum class Phase {
        Serving,    // Reads requests.
        Finishing,  // Reads none any more; writes what was asked, then lingers.
        Lingering,  // Has said all; discards what comes until the peer closes.
        Closed,
    };
    struct Piece {
        Body bytes;
        std::shared_ptr<StreamCore> stream;  // Whose queue the bytes count in, if any.
    };
    struct Slot {
        std::uint64_t exchange = 0;
        AnswerForm form;
        bool answered = false;  // A stream's slot stays open after its head.
        bool done = false;
        std::shared_ptr<StreamCore> stream;
        std::vector<Piece> pieces;  // Waiting for the slots before this one.
    };
    using Waiter =
        boost::asio::async_result<boost::asio::use_awaitable_t<Executor>, void()>::handler_type;

    // The reading side.
    Task run(std::shared_ptr<Connection> self);
    Task paused();
    void wake();
    void resumeAfter(bool mightParse);
    bool mayParse() const;
    bool wantsRead() const;
    void readSome();
    void takeInput(std::string_view bytes);
    std::size_t parse(std::string_view bytes);
    void dispatch();
    void refuse(const Refused& refused);
    void sendContinueIfDue();
    void discard(std::size_t bytes);
    void onPeerClosed();

    // The writing side.
    Slot* find(std::uint64_t exchange);
    void put(Slot& slot, Body bytes, std::shared_ptr<StreamCore> stream = nullptr);
    void answer(Slot& slot, Response response);
    void startStream(Slot& slot, Job& job);
    void endStream(Slot& slot);
    void endLater(const std::shared_ptr<StreamCore>& stream);
    void advance();
    void flush();
    void consume(std::size_t written);
    Task writeRest(std::shared_ptr<Connection> self);
    void afterFlush();
    void beginLinger();

    std::shared_ptr<Worker> worker_;
    const ServerOptions& options_;
    Socket socket_;
    std::string peer_;
    std::size_t index_ = 0;
    Phase phase_ = Phase::Serving;
    bool peerClosed_ = false;
    bool writing_ = false;  // writeRest() runs.
    bool parsing_ = false;  // parse() is on the stack: answers are flushed when it is done.
    bool continueDue_ = false;
    bool starved_ = false;  // rest_ cannot be parsed before more has been read.

    std::unique_ptr<RequestParser> parser_;  // While a request is incomplete.
    std::string rest_;                       // Read and not parsed.
    std::optional<Waiter> waiter_;
    Request::Clock::time_point since_;     // Of what checkDeadline() judges while reading.
    Request::Clock::time_point progress_;  // Of the last byte written.
    std::size_t discarded_ = 0;

    std::vector<Slot> slots_;  // In the order of their requests.
    std::uint64_t nextExchange_ = 1;
    std::vector<Piece> output_;
    std::size_t outputOffset_ = 0;  // Written bytes of the first piece.
    std::size_t outputBytes_ = 0;
};

}  // namespace tessera::http::detail
