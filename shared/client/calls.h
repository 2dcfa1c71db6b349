// SPDX-License-Identifier: Apache-2.0
// Questions on their way: each is sent until the server has judged it, with the same bytes, and so
// with the same request id.
//
// ask() and giveUp() may be called on any thread; all else happens on the loop. At most 256
// questions are open; what is beyond is answered NotSent, with nothing sent. Each try has a
// deadline by its kind; between tries delayAfter() passes. Owns the questions.
#pragma once

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>

#include "shared/client/answer.h"
#include "shared/client/link.h"
#include "shared/client/sessions.h"

namespace tessera::client {

using CallId = std::int64_t;

inline constexpr int kCallsOpenMax = 256;

struct RawAnswer {
    Outcome outcome = Outcome::Unknown;
    grpc::ByteBuffer bytes{};  // Of Done.
    Refusal refusal{};
    int tries = 0;
};

struct Question {
    const char* path = "";
    Kind kind = Kind::Read;
    grpc::ByteBuffer request{};
    std::optional<Millis> within{};  // Given up after that; absent: never by itself.
    std::string approval{};          // Sent with each try; empty: none.
    std::function<void(const RawAnswer&)> done{};
};

class Calls {
public:
    // `onSessionOver`: a question in that session, the current one until then, was refused for it.
    Calls(Loop& loop, Link& link, Sessions& sessions,
          std::function<void(const Refusal&)> onSessionOver);

    CallId ask(Question question);
    // It is answered Unknown, unless it has been answered.
    void giveUp(CallId call);
    // On the loop: all are given up.
    void giveUpAll();

private:
    struct Try;
    struct Call;
    using CallPtr = std::shared_ptr<Call>;

    void begin(CallId id, Question question, SessionPtr session);
    void send(const CallPtr& call);
    void returned(const CallPtr& call, const Try& tried);
    void again(const CallPtr& call);
    void refused(const CallPtr& call, const Try& tried, const Refusal& refusal);
    void end(const CallPtr& call, RawAnswer answer);

    Loop& loop_;
    const Link& link_;
    Sessions& sessions_;
    const std::function<void(const Refusal&)> onSessionOver_;
    grpc::GenericStub stub_;
    std::map<CallId, CallPtr> open_;
    std::mt19937_64 random_{std::random_device{}()};  // Only spreads the delays.
    std::atomic<CallId> lastId_{0};
    std::atomic<int> openCount_{0};
};

}  // namespace tessera::client
