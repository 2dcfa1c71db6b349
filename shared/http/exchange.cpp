// SPDX-License-Identifier: Apache-2.0
// What other threads hold of a connection: the right to answer one request, and a stream's end.
#include "shared/http/connection.h"

namespace tessera::http {

namespace detail {

void Exchange::hand(Job job) {
    Worker& worker = connection_->worker();
    job.exchange = number_;
    if (worker.isOwnThread()) {
        connection_->perform(job);
        connection_->settle();
        return;
    }
    job.connection = connection_;
    const std::shared_ptr<StreamCore> stream = job.stream;
    if (!worker.submit(std::move(job)) && stream) stream->end();
}

void Exchange::answer(Response response) {
    Job job;
    job.response = std::move(response);
    hand(std::move(job));
}

std::shared_ptr<StreamCore> Exchange::startStream(Response head) {
    Job job;
    job.kind = Job::Kind::StartStream;
    job.response = std::move(head);
    job.stream = std::make_shared<StreamCore>(
        connection_, number_, connection_->worker().shared().options.streamBytesMax);
    std::shared_ptr<StreamCore> stream = job.stream;
    hand(std::move(job));
    return stream;
}

void Exchange::abort() {
    Job job;
    job.kind = Job::Kind::Abort;
    hand(std::move(job));
}

void Exchange::dropped() {
    Shared& shared = connection_->worker().shared();
    const std::shared_lock lock(shared.ownerMutex);
    if (shared.ownerGone) return;
    shared.refusals.fetch_add(1, std::memory_order_relaxed);
    answer(refusalResponse(shared.options, {Refusal::HandlerFailed}));
}

StreamCore::StreamCore(std::shared_ptr<Connection> connection, std::uint64_t exchange,
                       std::size_t bytesMax)
    : exchange_(exchange), bytesMax_(bytesMax), connection_(std::move(connection)) {}

// Always by the queue, so that what one thread wrote before another stays before it.
StreamWrite StreamCore::write(std::shared_ptr<const std::string> bytes) {
    if (closed()) return StreamWrite::Closed;
    if (!bytes || bytes->empty()) return StreamWrite::Queued;
    const std::size_t size = bytes->size();
    const std::lock_guard lock(mutex_);
    if (closed() || !connection_) return StreamWrite::Closed;
    if (queued_.fetch_add(size, std::memory_order_relaxed) + size > bytesMax_) {
        queued_.fetch_sub(size, std::memory_order_relaxed);
        return StreamWrite::Full;
    }
    Job job;
    job.kind = Job::Kind::Chunk;
    job.connection = connection_;
    job.exchange = exchange_;
    job.bytes = std::move(bytes);
    job.stream = shared_from_this();
    return connection_->worker().submit(std::move(job)) ? StreamWrite::Queued : StreamWrite::Closed;
}

void StreamCore::onClose(std::function<void()> callback) {
    {
        const std::lock_guard lock(mutex_);
        if (!ended_) {
            callback_ = std::move(callback);
            return;
        }
    }
    if (callback) callback();
}

void StreamCore::close() {
    const std::lock_guard lock(mutex_);
    if (closed_.exchange(true, std::memory_order_acq_rel) || !connection_) return;
    Job job;
    job.kind = Job::Kind::EndStream;
    job.connection = connection_;
    job.exchange = exchange_;
    connection_->worker().submit(std::move(job));
}

void StreamCore::end() {
    shut();
    std::function<void()> callback;
    std::shared_ptr<Connection> connection;
    {
        const std::lock_guard lock(mutex_);
        if (ended_) return;
        ended_ = true;
        callback = std::move(callback_);
        connection = std::move(connection_);
    }
    if (callback) callback();
}

}  // namespace detail

struct Stream::Handle {
    explicit Handle(std::shared_ptr<detail::StreamCore> c) : core(std::move(c)) {}
    ~Handle() { core->close(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    std::shared_ptr<detail::StreamCore> core;
};

Stream::Stream(std::shared_ptr<detail::StreamCore> core)
    : handle_(std::make_shared<Handle>(std::move(core))) {}

StreamWrite Stream::write(std::shared_ptr<const std::string> bytes) {
    return handle_ ? handle_->core->write(std::move(bytes)) : StreamWrite::Closed;
}

void Stream::onClose(std::function<void()> callback) {
    if (handle_) handle_->core->onClose(std::move(callback));
}

void Stream::close() {
    if (handle_) handle_->core->close();
}

bool Stream::closed() const {
    return !handle_ || handle_->core->closed();
}

std::size_t Stream::queuedBytes() const {
    return handle_ ? handle_->core->queuedBytes() : 0;
}

Responder::Responder(std::shared_ptr<detail::Exchange> exchange) : exchange_(std::move(exchange)) {}

Responder& Responder::operator=(Responder&& other) noexcept {
    if (this != &other) {
        if (exchange_) exchange_->dropped();
        exchange_ = std::move(other.exchange_);
    }
    return *this;
}

Responder::~Responder() {
    if (exchange_) exchange_->dropped();
}

void Responder::send(Response response) {
    const std::shared_ptr<detail::Exchange> exchange = std::move(exchange_);
    exchange->answer(std::move(response));
}

Stream Responder::startStream(Response head) {
    const std::shared_ptr<detail::Exchange> exchange = std::move(exchange_);
    return Stream(exchange->startStream(std::move(head)));
}

void Responder::abort() {
    const std::shared_ptr<detail::Exchange> exchange = std::move(exchange_);
    exchange->abort();
}

}  // namespace tessera::http
