// SPDX-License-Identifier: Apache-2.0
// The writing side of a connection: answers in order, streams, lingering, the end.
#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <charconv>
#include <span>

#include "shared/http/connection.h"

namespace tessera::http::detail {
namespace {

namespace asio = boost::asio;
using Clock = Request::Clock;

constexpr std::size_t kPiecesAtOnce = 48;

std::string chunkHead(std::size_t size) {
    char text[24];
    char* end = std::to_chars(text, text + 16, size, 16).ptr;
    *end++ = '\r';
    *end++ = '\n';
    return {text, end};
}

}  // namespace

void Connection::perform(Job& job) {
    Slot* slot = phase_ == Phase::Closed ? nullptr : find(job.exchange);
    if (slot == nullptr || slot->done) {
        if (job.kind == Job::Kind::StartStream) endLater(job.stream);
        return;
    }
    switch (job.kind) {
        case Job::Kind::Answer:
            answer(*slot, std::move(job.response));
            break;
        case Job::Kind::StartStream:
            startStream(*slot, job);
            break;
        case Job::Kind::Chunk: {
            const std::size_t size = job.bytes->size();
            if (slot->form.headOnly) {
                job.stream->written(size);
                break;
            }
            if (!slot->form.http10) put(*slot, chunkHead(size));
            put(*slot, std::move(job.bytes), std::move(job.stream));
            if (!slot->form.http10) put(*slot, std::string("\r\n"));
            break;
        }
        case Job::Kind::EndStream:
            endStream(*slot);
            break;
        case Job::Kind::Abort:
            closeNow();
            break;
    }
}

void Connection::settle() {
    if (parsing_ || phase_ == Phase::Closed) return;
    advance();
    flush();
}

Connection::Slot* Connection::find(std::uint64_t exchange) {
    if (slots_.empty() || exchange < slots_.front().exchange) return nullptr;
    const auto at = static_cast<std::size_t>(exchange - slots_.front().exchange);
    return at < slots_.size() ? &slots_[at] : nullptr;
}

void Connection::put(Slot& slot, Body bytes, std::shared_ptr<StreamCore> stream) {
    slot.pieces.push_back({std::move(bytes), std::move(stream)});
}

void Connection::answer(Slot& slot, Response response) {
    if (slot.answered) return;
    if (worker_->shared().stopping.load(std::memory_order_relaxed)) slot.form.keepAlive = false;
    put(slot, worker_->writer().write(response, slot.form));
    if (!bodyView(response.body).empty()) put(slot, std::move(response.body));
    slot.answered = true;
    slot.done = true;
    if (parsing_) advance();
}

void Connection::startStream(Slot& slot, Job& job) {
    if (slot.answered) {
        endLater(job.stream);
        return;
    }
    if (slot.form.http10) slot.form.keepAlive = false;
    put(slot, worker_->writer().writeStreamHead(job.response, slot.form));
    slot.answered = true;
    slot.stream = job.stream;
    worker_->shared().streams.fetch_add(1, std::memory_order_relaxed);
    if (peerClosed_ || worker_->shared().stopping.load(std::memory_order_relaxed)) {
        endStream(slot);
    } else if (slot.form.headOnly) {
        endStream(slot);
    }
}

void Connection::endStream(Slot& slot) {
    if (!slot.stream || slot.done) return;
    const std::shared_ptr<StreamCore> stream = std::move(slot.stream);
    slot.stream.reset();
    slot.done = true;
    if (!slot.form.http10 && !slot.form.headOnly) put(slot, std::string("0\r\n\r\n"));
    worker_->shared().streams.fetch_sub(1, std::memory_order_relaxed);
    endLater(stream);
}

// Callbacks may answer other requests of this connection, so they never run inside its functions.
void Connection::endLater(const std::shared_ptr<StreamCore>& stream) {
    stream->shut();
    asio::post(worker_->context(), [stream] { stream->end(); });
}

// Moves what the foremost requests have to say to the output.
void Connection::advance() {
    const bool mightParse = mayParse();
    std::size_t gone = 0;
    for (Slot& slot : slots_) {
        for (Piece& piece : slot.pieces) {
            if (output_.empty()) progress_ = Clock::now();
            outputBytes_ += bodyView(piece.bytes).size();
            output_.push_back(std::move(piece));
        }
        slot.pieces.clear();
        if (!slot.done) break;
        ++gone;
        if (!slot.form.keepAlive) phase_ = Phase::Finishing;
    }
    if (gone == 0) return;
    slots_.erase(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(gone));
    if (slots_.empty()) {
        if (phase_ == Phase::Serving) since_ = parser_ ? since_ : Clock::now();
        sendContinueIfDue();
    }
    resumeAfter(mightParse);
}

void Connection::flush() {
    if (writing_) return;
    while (!output_.empty()) {
        std::array<asio::const_buffer, kPiecesAtOnce> buffers;
        const std::size_t count = std::min(output_.size(), kPiecesAtOnce);
        for (std::size_t i = 0; i < count; ++i) {
            std::string_view bytes = bodyView(output_[i].bytes);
            if (i == 0) bytes.remove_prefix(outputOffset_);
            buffers[i] = asio::const_buffer(bytes.data(), bytes.size());
        }
        boost::system::error_code error;
        const std::size_t n =
            socket_.write_some(std::span<const asio::const_buffer>(buffers.data(), count), error);
        if (error == asio::error::would_block) {
            writing_ = true;
            asio::co_spawn(worker_->context(), writeRest(shared_from_this()), asio::detached);
            return;
        }
        if (error) {
            closeNow();
            return;
        }
        consume(n);
    }
    if (!parsing_) afterFlush();
}

void Connection::consume(std::size_t written) {
    worker_->shared().bytesWritten.fetch_add(written, std::memory_order_relaxed);
    progress_ = Clock::now();
    const bool mightParse = mayParse();
    outputBytes_ -= written;
    std::size_t gone = 0;
    while (gone < output_.size()) {
        const std::size_t size = bodyView(output_[gone].bytes).size();
        const std::size_t left = size - outputOffset_;
        if (written < left) {
            outputOffset_ += written;
            break;
        }
        written -= left;
        outputOffset_ = 0;
        if (output_[gone].stream) output_[gone].stream->written(size);
        ++gone;
    }
    output_.erase(output_.begin(), output_.begin() + static_cast<std::ptrdiff_t>(gone));
    if (output_.empty() && output_.capacity() > 16) std::vector<Piece>().swap(output_);
    resumeAfter(mightParse);
}

// Runs only while the peer takes less than there is to write.
Task Connection::writeRest(std::shared_ptr<Connection> self) {
    boost::system::error_code error;
    co_await socket_.async_wait(Socket::wait_write, asio::redirect_error(kAwait, error));
    writing_ = false;
    if (phase_ == Phase::Closed) co_return;
    if (error) {
        closeNow();
    } else {
        flush();
    }
    self.reset();
}

void Connection::afterFlush() {
    if (phase_ != Phase::Finishing || !slots_.empty() || !output_.empty()) return;
    if (peerClosed_) {
        closeNow();
    } else {
        beginLinger();
    }
}

// Closing a socket with unread input resets it, and the peer could lose the answer on its way. So
// only our side is closed, and the rest is read and dropped for a bounded while.
void Connection::beginLinger() {
    phase_ = Phase::Lingering;
    since_ = Clock::now();
    std::string().swap(rest_);
    boost::system::error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    if (error) {
        closeNow();
        return;
    }
    wake();
}

void Connection::drain() {
    if (phase_ == Phase::Serving) {
        phase_ = Phase::Finishing;
        parser_.reset();
        std::string().swap(rest_);
    }
    for (Slot& slot : slots_) endStream(slot);
    if (phase_ == Phase::Finishing && slots_.empty() && output_.empty()) {
        closeNow();
        return;
    }
    settle();
}

void Connection::closeNow() {
    if (phase_ == Phase::Closed) return;
    phase_ = Phase::Closed;
    const std::shared_ptr<Connection> self = shared_from_this();
    std::vector<Slot> slots = std::move(slots_);
    slots_.clear();
    for (Slot& slot : slots) endStream(slot);
    output_.clear();
    outputBytes_ = 0;
    parser_.reset();
    std::string().swap(rest_);
    boost::system::error_code ignored;
    socket_.close(ignored);
    worker_->remove(*this);
    Shared& shared = worker_->shared();
    shared.open.fetch_sub(1, std::memory_order_relaxed);
    if (options_.connectionsPerAddressMax != 0) {
        const std::lock_guard lock(shared.addressesMutex);
        const auto it = shared.addresses.find(peer_);
        if (it != shared.addresses.end() && --it->second == 0) shared.addresses.erase(it);
    }
    wake();
}

}  // namespace tessera::http::detail
