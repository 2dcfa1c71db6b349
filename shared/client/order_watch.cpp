// SPDX-License-Identifier: Apache-2.0
#include "shared/client/order_watch.h"

#include <grpcpp/client_context.h>

#include <algorithm>

namespace tessera::client {
namespace {

constexpr Millis kFirstMessageLimit{10'000};

// What WatchOrder ends after.
bool isOver(const v1::Order& order) {
    return order.state() == v1::Order::PAID || order.state() == v1::Order::RELEASED ||
           order.state() == v1::Order::MANUAL;
}

}  // namespace

// One stream. Who has left it starts nothing more on it; what is under way comes back and ends it.
struct OrderWatch::Stream {
    grpc::ClientContext context;
    SessionPtr session;
    v1::Order order;
    grpc::Status status;
    std::unique_ptr<grpc::ClientAsyncReader<v1::Order>> reader;
};

OrderWatch::OrderWatch(Loop& loop, Link& link, Sessions& sessions, v1::WatchOrderRequest request,
                       OrderWatchHandlers handlers)
    : loop_(loop),
      link_(link),
      sessions_(sessions),
      request_(std::move(request)),
      handlers_(std::move(handlers)),
      stub_(v1::OrderService::NewStub(link.channel())) {}

void OrderWatch::start() {
    open();
}

void OrderWatch::stop() {
    over_ = true;
    leave();
}

void OrderWatch::leave() {
    if (timer_) timer_->cancel();
    if (stream_) stream_->context.TryCancel();
    stream_ = nullptr;
}

void OrderWatch::open() {
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
    stream->reader = stub_->PrepareAsyncWatchOrder(&stream->context, request_, &loop_.queue());
    timer_ = loop_.after(kFirstMessageLimit, [self = shared_from_this()] { self->reopen({}); });
    stream->reader->StartCall(Loop::tag([self = shared_from_this(), stream](bool ok) {
        if (self->stream_ != stream || self->loop_.stopping()) return;
        ok ? self->read(stream) : self->finish(stream);
    }));
}

void OrderWatch::read(const StreamPtr& stream) {
    stream->reader->Read(&stream->order, Loop::tag([self = shared_from_this(), stream](bool ok) {
        if (self->stream_ != stream || self->loop_.stopping()) return;
        ok ? self->take(stream) : self->finish(stream);
    }));
}

void OrderWatch::take(const StreamPtr& stream) {
    timer_->cancel();
    tries_ = 0;
    setLive(true);
    if (handlers_.onOrder) handlers_.onOrder(stream->order);
    if (isOver(stream->order)) return stop();
    if (stream_ == stream) read(stream);
}

void OrderWatch::finish(const StreamPtr& stream) {
    stream->reader->Finish(&stream->status, Loop::tag([self = shared_from_this(), stream](bool) {
        if (self->stream_ == stream) self->ended(stream);
    }));
}

void OrderWatch::ended(const StreamPtr& stream) {
    const Refusal refusal = stream->status.ok() ? Refusal{} : refusalOf(stream->status);
    const bool judged = !stream->status.ok() && verdictOf(refusal, Kind::Read) == Verdict::Judged;
    if (!judged) return reopen(refusal);
    setLive(false);
    stop();
    if (handlers_.onOver) handlers_.onOver(refusal);
}

void OrderWatch::reopen(const Refusal& refusal) {
    leave();
    setLive(false);
    if (over_) return;
    const double drawn = std::uniform_real_distribution<double>(0, 1)(random_);
    timer_ = loop_.after(delayAfter(std::max(tries_, 1), drawn, refusal.retryAfter),
                         [self = shared_from_this()] { self->open(); });
}

void OrderWatch::setLive(bool live) {
    if (over_ || live_ == live) return;
    live_ = live;
    if (handlers_.onLive) handlers_.onLive(live);
}

}  // namespace tessera::client
