// SPDX-License-Identifier: Apache-2.0
// A stream of the server that is followed, through lost connections and restarts of the server.
//
// The loop's thread alone. One message is read, told, and only then the next: nothing waits here,
// and a reader that is too slow is let go by the server's own bound. A stream has no deadline but
// for its first message; pings end a silent one. What the server refuses for good ends the watch.
//
// `Source` says what is asked and what a message means; the watch owns it:
//   using Message = …;
//   handlers                            with onLive(bool) and onOver(const Refusal&);
//   open(channel, context, queue)       a reader that is not started yet, for each stream;
//   take(const Message&)                tells it; what comes next.
#pragma once

#include <grpcpp/client_context.h>

#include <algorithm>
#include <memory>
#include <random>
#include <utility>

#include "shared/client/answer.h"
#include "shared/client/link.h"
#include "shared/client/loop.h"
#include "shared/client/sessions.h"

namespace tessera::client {

enum class Took {
    Next,   // Another one is read.
    Again,  // Something is missing: the stream is opened anew.
    Last,   // Nothing follows: the watch ends by itself.
};

template <class Source>
class Watch : public std::enable_shared_from_this<Watch<Source>> {
public:
    // References outlive it.
    Watch(Loop& loop, Link& link, Sessions& sessions, Source source)
        : loop_(loop), link_(link), sessions_(sessions), source_(std::move(source)) {}

    void start() { open(); }
    // Nothing is told any more.
    void stop() {
        over_ = true;
        leave();
    }

private:
    // Who has left it starts nothing more on it; what is under way comes back and ends it.
    struct Stream {
        grpc::ClientContext context;
        SessionPtr session;
        typename Source::Message message;
        grpc::Status status;
        std::unique_ptr<grpc::ClientAsyncReader<typename Source::Message>> reader;
    };
    using StreamPtr = std::shared_ptr<Stream>;

    void open() {
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
        stream->reader = source_.open(link_.channel(), stream->context, loop_.queue());
        timer_ = loop_.after(kFirstMessageLimit,
                             [self = this->shared_from_this()] { self->reopen({}); });
        stream->reader->StartCall(onOk(stream, &Watch::read));
    }

    void read(const StreamPtr& stream) {
        stream->reader->Read(&stream->message, onOk(stream, &Watch::take));
    }

    // For an operation on it: goes on where it is still watched and has not ended.
    void* onOk(const StreamPtr& stream, void (Watch::*next)(const StreamPtr&)) {
        return Loop::tag([self = this->shared_from_this(), stream, next](bool ok) {
            if (self->stream_ != stream || self->loop_.stopping()) return;
            ok ? (*self.*next)(stream) : self->finish(stream);
        });
    }

    void take(const StreamPtr& stream) {
        timer_->cancel();
        tries_ = 0;
        const Took took = source_.take(stream->message);
        if (took == Took::Again) {
            tries_ = 1;
            return reopen({});
        }
        setLive(true);
        if (took == Took::Last) return stop();
        if (stream_ == stream) read(stream);
    }

    void finish(const StreamPtr& stream) {
        stream->reader->Finish(&stream->status,
                               Loop::tag([self = this->shared_from_this(), stream](bool) {
                                   if (self->stream_ == stream) self->ended(stream);
                               }));
    }

    void ended(const StreamPtr& stream) {
        const Refusal refusal = stream->status.ok() ? Refusal{} : refusalOf(stream->status);
        const bool judged =
            !stream->status.ok() && verdictOf(refusal, Kind::Read) == Verdict::Judged;
        if (!judged) return reopen(refusal);
        setLive(false);
        stop();
        if (source_.handlers.onOver) source_.handlers.onOver(refusal);
    }

    // Leaves the stream and opens another, after a pause.
    void reopen(const Refusal& refusal) {
        leave();
        setLive(false);
        if (over_) return;
        const double drawn = std::uniform_real_distribution<double>(0, 1)(random_);
        timer_ = loop_.after(delayAfter(std::max(tries_, 1), drawn, refusal.retryAfter),
                             [self = this->shared_from_this()] { self->open(); });
    }

    void leave() {
        if (timer_) timer_->cancel();
        if (stream_) stream_->context.TryCancel();
        stream_ = nullptr;
    }

    void setLive(bool live) {
        if (over_ || live_ == live) return;
        live_ = live;
        if (source_.handlers.onLive) source_.handlers.onLive(live);
    }

    static constexpr Millis kFirstMessageLimit{10'000};

    Loop& loop_;
    const Link& link_;
    Sessions& sessions_;
    Source source_;
    StreamPtr stream_;
    std::shared_ptr<Timer> timer_;  // The pause, or the wait for a first message.
    std::mt19937_64 random_{std::random_device{}()};
    int tries_ = 0;  // Since a message came.
    bool live_ = false;
    bool over_ = false;
};

}  // namespace tessera::client
