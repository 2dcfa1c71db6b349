// SPDX-License-Identifier: Apache-2.0
#include "shared/client/calls.h"

#include <grpcpp/client_context.h>
#include <grpcpp/support/async_unary_call.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace tessera::client {
namespace {

// Of one try. An answer about an event waits for its commit; signing in computes a password's hash.
Millis deadlineOf(Kind kind) {
    switch (kind) {
        case Kind::Read:
            return Millis(3'000);
        case Kind::Mutation:
        case Kind::Change:
            return Millis(5'000);
        case Kind::Large:
            return Millis(60'000);
        case Kind::Once:
        case Kind::Entry:
            break;
    }
    return Millis(10'000);
}

bool mayBeRepeated(Kind kind) {
    return kind == Kind::Read || kind == Kind::Large || kind == Kind::Mutation ||
           kind == Kind::Change;
}

}  // namespace

struct Calls::Try {
    grpc::ClientContext context;
    SessionPtr session;
    grpc::ByteBuffer answer;
    grpc::Status status;
    std::unique_ptr<grpc::ClientAsyncResponseReader<grpc::ByteBuffer>> reader;
};

struct Calls::Call {
    CallId id = 0;
    Question question;
    SessionPtr begun;  // The session that was when it was asked.
    int tries = 0;
    bool unanswered = false;  // A try may have been done without our knowing.
    bool ended = false;
    Refusal last;
    std::shared_ptr<Try> tried;
    std::shared_ptr<Timer> limit;
    std::shared_ptr<Timer> pause;
};

Calls::Calls(Loop& loop, Link& link, Sessions& sessions,
             std::function<void(const Refusal&)> onSessionOver)
    : loop_(loop),
      link_(link),
      sessions_(sessions),
      onSessionOver_(std::move(onSessionOver)),
      stub_(link.channel()) {}

CallId Calls::ask(Question question) {
    const CallId id = ++lastId_;
    const auto shared = std::make_shared<Question>(std::move(question));
    const bool room = openCount_.fetch_add(1) < kCallsOpenMax;
    const auto notSent = [this, shared] {
        --openCount_;
        shared->done({.outcome = Outcome::NotSent});
    };
    SessionPtr session = shared->kind == Kind::Entry ? nullptr : sessions_.current();
    const bool posted = loop_.post([this, id, shared, session = std::move(session), room, notSent] {
        if (!room || loop_.stopping()) return notSent();
        begin(id, std::move(*shared), session);
    });
    if (!posted) notSent();
    return id;
}

void Calls::giveUp(CallId call) {
    loop_.post([this, call] {
        const auto found = open_.find(call);
        if (found == open_.end()) return;
        const CallPtr kept = found->second;
        end(kept, {.outcome = Outcome::Unknown, .refusal = kept->last});
    });
}

void Calls::giveUpAll() {
    while (!open_.empty()) {
        const CallPtr call = open_.begin()->second;
        end(call, {.outcome = Outcome::Unknown, .refusal = call->last});
    }
}

void Calls::begin(CallId id, Question question, SessionPtr session) {
    const auto call = std::make_shared<Call>();
    call->id = id;
    call->question = std::move(question);
    call->begun = std::move(session);
    open_[id] = call;
    if (const auto within = call->question.within) {
        call->limit = loop_.after(*within, [this, call] {
            end(call, {.outcome = Outcome::Unknown, .refusal = call->last});
        });
    }
    send(call);
}

void Calls::send(const CallPtr& call) {
    if (call->ended || loop_.stopping()) return;
    ++call->tries;
    const auto tried = std::make_shared<Try>();
    tried->context.set_deadline(in(deadlineOf(call->question.kind)));
    tried->context.set_wait_for_ready(true);
    link_.introduce(tried->context);
    if (!call->question.approval.empty()) {
        tried->context.AddMetadata("x-approval", call->question.approval);
    }
    tried->session = sessions_.forTry(call->begun);
    if (tried->session) {
        tried->context.AddMetadata("authorization", "Bearer " + tried->session->token);
    }
    tried->reader = stub_.PrepareUnaryCall(&tried->context, call->question.path,
                                           call->question.request, &loop_.queue());
    tried->reader->StartCall();
    call->tried = tried;
    tried->reader->Finish(&tried->answer, &tried->status,
                          Loop::tag([this, call, tried](bool) { returned(call, *tried); }));
}

void Calls::returned(const CallPtr& call, const Try& tried) {
    if (call->ended) return;
    if (tried.status.ok()) {
        return end(call, {.outcome = Outcome::Done, .bytes = tried.answer});
    }
    const Refusal refusal = refusalOf(tried.status);
    call->last = refusal;
    const bool repeated = mayBeRepeated(call->question.kind);
    switch (verdictOf(refusal, call->question.kind)) {
        case Verdict::AskLater:
            return again(call);
        case Verdict::AskAgain:
            call->unanswered = true;
            if (repeated) return again(call);
            return end(call, {.outcome = Outcome::Unknown, .refusal = refusal});
        case Verdict::Fault:
            return end(call, {.outcome = Outcome::Unknown, .refusal = refusal});
        case Verdict::Judged:
            break;
    }
    refused(call, tried, refusal);
}

void Calls::again(const CallPtr& call) {
    const double drawn = std::uniform_real_distribution<double>(0, 1)(random_);
    call->pause = loop_.after(delayAfter(call->tries, drawn, call->last.retryAfter),
                              [this, call] { send(call); });
}

// What is said at the door answers this try; an earlier one may have been done.
void Calls::refused(const CallPtr& call, const Try& tried, const Refusal& refusal) {
    const bool nothingKnown = call->unanswered && isOfWhoAsks(refusal);
    const bool over = endsSession(refusal) && sessions_.end(tried.session);
    end(call, {.outcome = nothingKnown ? Outcome::Unknown : Outcome::Refused, .refusal = refusal});
    if (over && onSessionOver_) onSessionOver_(refusal);
}

void Calls::end(const CallPtr& call, RawAnswer answer) {
    if (call->ended) return;
    call->ended = true;
    open_.erase(call->id);
    if (call->limit) call->limit->cancel();
    if (call->pause) call->pause->cancel();
    if (call->tried) call->tried->context.TryCancel();
    call->tried = nullptr;
    answer.tries = call->tries;
    --openCount_;
    const auto done = std::move(call->question.done);
    done(answer);
}

}  // namespace tessera::client
