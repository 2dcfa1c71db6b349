// SPDX-License-Identifier: Apache-2.0
// What becomes of a question: an answer, a refusal with the contract's reason, or nothing known.
//
// Values are the contract's own messages: they are plain, documented in proto/, and a second set of
// the same fields would be translation that judges nothing. Pure functions and values; any thread.
#pragma once

#include <grpcpp/support/status.h>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "tessera/v1/errors.pb.h"

namespace tessera::client {

using Millis = std::chrono::milliseconds;

enum class Outcome {
    Done,     // `value` is the answer.
    Refused,  // The server has judged: nothing was done, `refusal` says why.
    // No answer: it may or may not have been done. Ask again with the same request id. `refusal`
    // says what came last; never a success.
    Unknown,
    // Nothing was sent: too many questions are open, or the client ends. Not to be asked again from
    // within the callback.
    NotSent,
};

struct Refusal {
    // REASON_UNSPECIFIED: none of this contract, or a later one's; `status` says what to do then.
    v1::ErrorReason::Reason reason = v1::ErrorReason::REASON_UNSPECIFIED;
    int status = 0;         // Of gRPC.
    bool ofServer = false;  // The application has said it, not the connection.
    std::map<std::string, std::string> metadata{};  // As errors.proto lists it by reason.
    std::optional<Millis> retryAfter{};
};

template <class Value>
struct Answer {
    Outcome outcome = Outcome::Unknown;
    Value value{};
    Refusal refusal{};
    int tries = 0;  // How often it was sent.

    bool done() const { return outcome == Outcome::Done; }
};

// On the client's thread, once.
template <class Value>
using Callback = std::function<void(const Answer<Value>&)>;

Refusal refusalOf(const grpc::Status& status);

// How a method may be asked again.
enum class Kind {
    Read,      // Changes nothing.
    Large,     // The same, and its answer is megabytes: a slow line needs its time for it.
    Mutation,  // Carries a request id: asked again it is done once.
    Change,    // The same, of one version of a row: that it is another by now is the answer.
    Once,      // Nothing tells a second one from a repetition; with a session.
    Entry,     // The same, before there is a session.
};

// What a status other than OK says of the question.
enum class Verdict {
    Judged,    // That is the answer.
    AskLater,  // Nothing was done, and nothing said: after `retryAfter`.
    AskAgain,  // It may have been done.
    Fault,     // It may have been done, and asking again would not help.
};
Verdict verdictOf(const Refusal& refusal, Kind kind);

// It was said at the door, of who asks: where an earlier try has no answer, nothing is known of
// that.
bool isOfTheDoor(const Refusal& refusal);
// The same of an approval that is missing or not taken: the door judges it before it looks for an
// earlier try. Whoever asks again with the same request id brings another one.
bool isOfWhoAsks(const Refusal& refusal);
bool wantsApproval(const Refusal& refusal);
// Whether it is still not known what was done: there is no answer, or `earlier`, an earlier try of
// the same request id has none, and this one says nothing of it.
bool leavesOpen(Outcome outcome, const Refusal& refusal, bool earlier);
template <class Value>
bool leavesOpen(const Answer<Value>& answer, bool earlier) {
    return leavesOpen(answer.outcome, answer.refusal, earlier);
}
// The session that the question came with is over.
bool endsSession(const Refusal& refusal);

// The delay before try `tries` + 1: it doubles from 50 ms up to a second, of which `drawn`, in
// [0, 1), takes off up to a half; never less than the server asked for, of which 10 s are heeded.
// REQUIRES: tries >= 1.
Millis delayAfter(int tries, double drawn, std::optional<Millis> asked);

}  // namespace tessera::client
