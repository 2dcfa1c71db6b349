// SPDX-License-Identifier: Apache-2.0
// The reading side of a connection; the writing side is connection_write.cpp.
#include "shared/http/connection.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <exception>

namespace tessera::http::detail {
namespace {

namespace asio = boost::asio;
using Clock = Request::Clock;

constexpr int kReadsAtOnce = 4;  // Then the thread's other connections have their turn.

}  // namespace

Connection::Connection(std::shared_ptr<Worker> worker, Socket socket, std::string peer)
    : worker_(std::move(worker)),
      options_(worker_->shared().options),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      since_(Clock::now()),
      progress_(since_) {}

Connection::~Connection() = default;

void Connection::start(std::optional<Refused> refusal) {
    boost::system::error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    worker_->add(shared_from_this());
    if (worker_->shared().stopping.load(std::memory_order_relaxed)) {
        closeNow();  // Accepted while stop() was already telling the others.
        return;
    }
    if (refusal) {
        refuse(*refusal);
        settle();
    }
    asio::co_spawn(worker_->context(), run(shared_from_this()), asio::detached);
}

Task Connection::run(std::shared_ptr<Connection> self) {
    while (phase_ != Phase::Closed) {
        if (!rest_.empty() && mayParse() && !starved_) {
            takeInput({});
            settle();
        }
        if (phase_ == Phase::Closed) break;
        if (!wantsRead()) {
            co_await paused();
            continue;
        }
        boost::system::error_code error;
        co_await socket_.async_wait(Socket::wait_read, asio::redirect_error(kAwait, error));
        if (phase_ == Phase::Closed) break;
        if (error) {
            closeNow();
            break;
        }
        readSome();
        settle();
    }
    self.reset();
}

// Until wake(). The handler of this one wait is kept by hand: a timer for it would cost every
// connection more than everything else it keeps.
Task Connection::paused() {
    co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
        [this](auto handler) { waiter_.emplace(std::move(handler)); }, kAwait);
}

void Connection::wake() {
    if (!waiter_) return;
    Waiter waiter = std::move(*waiter_);
    waiter_.reset();
    asio::post(worker_->context(), std::move(waiter));
}

void Connection::resumeAfter(bool mightParse) {
    if (mightParse || !mayParse()) return;
    since_ = Clock::now();  // The wait so far was ours, not the peer's.
    wake();
}

bool Connection::mayParse() const {
    return phase_ == Phase::Serving && slots_.size() < options_.pipelineDepthMax &&
           outputBytes_ <= options_.outputBytesMax;
}

bool Connection::wantsRead() const {
    if (peerClosed_) return false;
    return phase_ == Phase::Lingering || mayParse();
}

void Connection::readSome() {
    auto& scratch = worker_->scratch();
    for (int i = 0; i < kReadsAtOnce && wantsRead(); ++i) {
        boost::system::error_code error;
        const std::size_t n = socket_.read_some(asio::buffer(scratch), error);
        if (error == asio::error::would_block) return;
        if (error == asio::error::eof) {
            onPeerClosed();
            return;
        }
        if (error) {
            closeNow();
            return;
        }
        worker_->shared().bytesRead.fetch_add(n, std::memory_order_relaxed);
        if (phase_ == Phase::Lingering) {
            discard(n);
        } else {
            takeInput(std::string_view(scratch.data(), n));
        }
        if (phase_ == Phase::Closed || n < scratch.size()) return;
    }
}

// Parses what was left over and `bytes` after it; keeps what cannot be parsed yet.
void Connection::takeInput(std::string_view bytes) {
    parsing_ = true;
    if (rest_.empty()) {
        const std::size_t used = parse(bytes);
        rest_.assign(bytes.substr(used));
    } else {
        // A refusal or the end clears rest_ while it is parsed, so it is not parsed in place.
        std::string held = std::move(rest_);
        rest_.clear();
        held.append(bytes);
        held.erase(0, parse(held));
        rest_ = std::move(held);
    }
    parsing_ = false;
    starved_ = mayParse();
    if (phase_ != Phase::Serving || rest_.empty()) std::string().swap(rest_);
    // The parser limits a head; chunk lines and trailers are limited here, by what may be kept.
    const bool stuck = parser_ && parser_->is_header_done();
    if (stuck && mayParse() && rest_.size() > options_.headBytesMax) {
        refuse({Refusal::MalformedRequest});
    }
}

// Returns how much of `bytes` was used up.
std::size_t Connection::parse(std::string_view bytes) {
    std::size_t used = 0;
    while (mayParse()) {
        if (!parser_) {
            // RFC 9112 2.2: empty lines before a request are skipped.
            while (used < bytes.size() && (bytes[used] == '\r' || bytes[used] == '\n')) ++used;
            if (used == bytes.size()) break;
            since_ = Clock::now();
            parser_ = std::make_unique<RequestParser>(options_, worker_->shared().bodyBytes);
            parser_->request().setPeer(peer_, since_);
        }
        const bool headWasDone = parser_->is_header_done();
        std::size_t n = 0;
        const auto refusal = parser_->feed(bytes.substr(used), n);
        used += n;
        if (refusal) {
            refuse(*refusal);
            return bytes.size();
        }
        if (parser_->is_done()) {
            dispatch();
            if (outputBytes_ > options_.outputBytesMax) flush();
            continue;
        }
        if (!headWasDone && parser_->is_header_done()) {
            since_ = Clock::now();
            continueDue_ = parser_->expectsContinue() && used == bytes.size();
            sendContinueIfDue();
        }
        break;
    }
    return phase_ == Phase::Serving ? used : bytes.size();
}

void Connection::dispatch() {
    const std::unique_ptr<RequestParser> parser = std::move(parser_);
    continueDue_ = false;
    Shared& shared = worker_->shared();
    shared.requests.fetch_add(1, std::memory_order_relaxed);
    Slot& slot = slots_.emplace_back();
    slot.exchange = nextExchange_++;
    slot.form.headOnly = parser->request().method() == "HEAD";
    slot.form.acceptsGzip = parser->request().acceptsGzip();
    slot.form.http10 = parser->isHttp10();
    slot.form.keepAlive = parser->keep_alive() && !shared.stopping.load(std::memory_order_relaxed);
    if (!slot.form.keepAlive) phase_ = Phase::Finishing;
    auto exchange = std::make_shared<Exchange>(shared_from_this(), slot.exchange);
    // The slot may be gone when the handler returns: it may have answered.
    Responder responder(std::move(exchange));
    try {
        shared.handler(std::move(parser->request()), std::move(responder));
    } catch (const std::exception&) {
        // The Responder was dropped on the way, which answered 500.
    }
    since_ = Clock::now();
}

void Connection::refuse(const Refused& refused) {
    Shared& shared = worker_->shared();
    shared.refusals.fetch_add(1, std::memory_order_relaxed);
    if (refused.what == Refusal::SlowRequest)
        shared.timeouts.fetch_add(1, std::memory_order_relaxed);
    phase_ = Phase::Finishing;
    parser_.reset();
    continueDue_ = false;
    std::string().swap(rest_);
    Slot& slot = slots_.emplace_back();
    slot.exchange = nextExchange_++;
    slot.form.keepAlive = false;
    Response response = refusalResponse(options_, refused);
    const bool told = std::any_of(response.headers.begin(), response.headers.end(), [](auto& h) {
        return equalsIgnoringCase(h.name, "Retry-After");
    });
    if (response.status == 503 && !told) {
        response.headers.push_back({"Retry-After", std::to_string(options_.retryAfterSeconds)});
    }
    answer(slot, std::move(response));
}

// An interim answer may only go out when no earlier request still waits for its own.
void Connection::sendContinueIfDue() {
    if (!continueDue_ || !slots_.empty()) return;
    continueDue_ = false;
    if (output_.empty()) progress_ = Clock::now();
    output_.push_back({std::string("HTTP/1.1 100 Continue\r\n\r\n"), nullptr});
    outputBytes_ += bodyView(output_.back().bytes).size();
}

void Connection::discard(std::size_t bytes) {
    discarded_ += bytes;
    if (discarded_ > options_.lingerBytesMax) closeNow();
}

// The peer will send no more. What it asked for is still answered; a stream has lost its reader.
void Connection::onPeerClosed() {
    peerClosed_ = true;
    parser_.reset();
    if (phase_ == Phase::Lingering) {
        closeNow();
        return;
    }
    phase_ = Phase::Finishing;
    for (Slot& slot : slots_) {
        if (slot.stream) endStream(slot);
    }
}

void Connection::checkDeadline(Clock::time_point now) {
    Shared& shared = worker_->shared();
    if (phase_ == Phase::Lingering) {
        const auto limit = shared.stopping.load(std::memory_order_relaxed)
                               ? std::min(options_.lingerTimeout, ServerOptions::Millis(500))
                               : options_.lingerTimeout;
        if (now - since_ >= limit) closeNow();
        return;
    }
    if (!output_.empty()) {
        if (now - progress_ >= options_.writeTimeout) {
            shared.timeouts.fetch_add(1, std::memory_order_relaxed);
            closeNow();
        }
        return;
    }
    if (phase_ != Phase::Serving || !mayParse()) return;  // The handler's turn, not the peer's.
    if (parser_) {
        const auto limit = parser_->is_header_done() ? options_.bodyTimeout : options_.headTimeout;
        if (now - since_ >= limit) {
            refuse({Refusal::SlowRequest});
            settle();
            wake();
        }
    } else if (slots_.empty() && now - since_ >= options_.idleTimeout) {
        shared.timeouts.fetch_add(1, std::memory_order_relaxed);
        closeNow();
    }
}

}  // namespace tessera::http::detail
