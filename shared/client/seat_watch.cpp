// SPDX-License-Identifier: Apache-2.0
#include "shared/client/seat_watch.h"

#include <grpcpp/client_context.h>

#include <algorithm>

namespace tessera::client {
namespace {

constexpr Millis kFirstMessageLimit{10'000};

}  // namespace

// One stream. Who has left it starts nothing more on it; what is under way comes back and ends it.
struct SeatWatch::Stream {
    grpc::ClientContext context;
    SessionPtr session;
    v1::SeatMapUpdate update;
    grpc::Status status;
    std::unique_ptr<grpc::ClientAsyncReader<v1::SeatMapUpdate>> reader;
};

SeatWatch::SeatWatch(Loop& loop, Link& link, Sessions& sessions, std::string event,
                     SeatWatchHandlers handlers)
    : loop_(loop),
      link_(link),
      sessions_(sessions),
      event_(std::move(event)),
      handlers_(std::move(handlers)),
      stub_(v1::SeatMapService::NewStub(link.channel())) {}

void SeatWatch::start() {
    open();
}

void SeatWatch::stop() {
    over_ = true;
    leave();
}

void SeatWatch::leave() {
    if (timer_) timer_->cancel();
    if (stream_) stream_->context.TryCancel();
    stream_ = nullptr;
}

// Asks from one revision before its own, so that a first message comes though nothing has changed.
void SeatWatch::open() {
    if (over_ || loop_.stopping()) return;
    ++tries_;
    const auto stream = std::make_shared<Stream>();
    stream_ = stream;
    stream->context.set_wait_for_ready(true);
    link_.introduce(stream->context);
    stream->session = sessions_.current();
    if (stream->session) {
        stream->context.AddMetadata("authorization", "Bearer " + stream->session->token);
    }
    v1::WatchSeatMapRequest request;
    request.set_event(event_);
    if (follower_.revision() > 0) request.set_after_revision(follower_.revision() - 1);
    stream->reader = stub_->PrepareAsyncWatchSeatMap(&stream->context, request, &loop_.queue());
    timer_ = loop_.after(kFirstMessageLimit, [self = shared_from_this()] { self->reopen({}); });
    stream->reader->StartCall(Loop::tag([self = shared_from_this(), stream](bool ok) {
        if (self->stream_ != stream || self->loop_.stopping()) return;
        ok ? self->read(stream) : self->finish(stream);
    }));
}

void SeatWatch::read(const StreamPtr& stream) {
    stream->reader->Read(&stream->update, Loop::tag([self = shared_from_this(), stream](bool ok) {
        if (self->stream_ != stream || self->loop_.stopping()) return;
        ok ? self->take(stream) : self->finish(stream);
    }));
}

void SeatWatch::take(const StreamPtr& stream) {
    timer_->cancel();
    tries_ = 0;
    SeatChanges changes;
    const auto applied = follower_.apply(stream->update, changes);
    if (applied == SeatFollower::Applied::Gap) {
        tries_ = 1;
        return reopen({});
    }
    if (applied == SeatFollower::Applied::Changed && handlers_.onChanges) {
        handlers_.onChanges(changes);
    }
    setLive(true);
    if (stream_ == stream) read(stream);
}

void SeatWatch::finish(const StreamPtr& stream) {
    stream->reader->Finish(&stream->status, Loop::tag([self = shared_from_this(), stream](bool) {
        if (self->stream_ == stream) self->ended(stream);
    }));
}

void SeatWatch::ended(const StreamPtr& stream) {
    const Refusal refusal = stream->status.ok() ? Refusal{} : refusalOf(stream->status);
    const bool judged = !stream->status.ok() && verdictOf(refusal, Kind::Read) == Verdict::Judged;
    if (!judged) return reopen(refusal);
    setLive(false);
    stop();
    if (handlers_.onOver) handlers_.onOver(refusal);
}

void SeatWatch::reopen(const Refusal& refusal) {
    leave();
    setLive(false);
    if (over_) return;
    const double drawn = std::uniform_real_distribution<double>(0, 1)(random_);
    timer_ = loop_.after(delayAfter(std::max(tries_, 1), drawn, refusal.retryAfter),
                         [self = shared_from_this()] { self->open(); });
}

void SeatWatch::setLive(bool live) {
    if (over_ || live_ == live) return;
    live_ = live;
    if (handlers_.onLive) handlers_.onLive(live);
}

}  // namespace tessera::client
