// SPDX-License-Identifier: Apache-2.0
#include "server/api/grpc_call.h"
#include "server/api/grpc_reactors.h"
#include "server/api/problem_json.h"
#include "server/api/reasons.h"

namespace tessera::api {

GrpcStream::GrpcStream(GrpcStreamReactor& reactor, runtime::TraceContext trace,
                       runtime::Gauge& openStreams)
    : trace_(trace), openStreams_(openStreams), reactor_(&reactor) {
    openStreams_.add(1);
}

GrpcStream::~GrpcStream() {
    openStreams_.add(-1);
}

bool GrpcStream::open() const {
    const std::lock_guard lock(mutex_);
    return !done_ && !ending_;
}

bool GrpcStream::write(const StreamMessage& message) {
    {
        const std::lock_guard lock(mutex_);
        if (done_ || ending_) return false;
        const bool full = queue_.size() >= kMessagesMax ||
                          (queuedBytes_ + message.grpc->size() > kBytesMax && !queue_.empty());
        if (!full) {
            queue_.push_back(message.grpc);
            queuedBytes_ += message.grpc->size();
            pumpLocked();
            return true;
        }
        // What waits is dropped: the reader resumes by its last revision.
        queue_.clear();
        queuedBytes_ = 0;
    }
    end(refuse("READER_TOO_SLOW", "Connect again with the last revision."));
    return false;
}

// One write at a time; when the queue is empty and the stream is to end, it finishes.
void GrpcStream::pumpLocked() {
    if (busy_ || reactor_ == nullptr) return;
    if (!queue_.empty()) {
        busy_ = true;
        writing_ = toByteBuffer(queue_.front());
        queuedBytes_ -= queue_.front()->size();
        queue_.pop_front();
        reactor_->write(&writing_);
    } else if (ending_) {
        auto* reactor = reactor_;
        reactor_ = nullptr;
        reactor->finish(*ending_);
    }
}

void GrpcStream::written(bool ok) {
    const std::lock_guard lock(mutex_);
    busy_ = false;
    if (!ok) {
        // The peer is gone: nothing more can be written, only finished.
        queue_.clear();
        queuedBytes_ = 0;
        if (!ending_) ending_ = grpc::Status(grpc::StatusCode::CANCELLED, "The peer is gone.");
    }
    pumpLocked();
}

void GrpcStream::endWith(const grpc::Status& status) {
    const std::lock_guard lock(mutex_);
    if (done_ || ending_) return;
    ending_ = status;
    pumpLocked();
}

void GrpcStream::end() {
    endWith(grpc::Status::OK);
}

void GrpcStream::end(const app::Problem& problem) {
    endWith(grpcStatusOf(problem, trace_));
}

void GrpcStream::onGone(std::function<void()> gone) {
    {
        const std::lock_guard lock(mutex_);
        if (!done_) {
            gone_ = std::move(gone);
            return;
        }
    }
    gone();
}

void GrpcStream::done() {
    std::function<void()> gone;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
        reactor_ = nullptr;
        gone = std::move(gone_);
    }
    if (gone) gone();
}

}  // namespace tessera::api
