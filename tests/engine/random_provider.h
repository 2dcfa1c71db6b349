// SPDX-License-Identifier: Apache-2.0
// A payment provider that loses answers, answers late, refuses, and lets buyers pay when they like.
//
// Keeps what a real one keeps: one object per attempt, one effect per key, and for a key of a
// cancel, a capture or a refund its first answer, which it repeats. Deterministic by seed.
#pragma once

#include <map>
#include <random>
#include <string>
#include <utility>

#include "server/engine/changes.h"
#include "tests/engine/test_seed.h"

namespace tessera::engine {

class RandomProvider {
public:
    struct Object {
        ObjectState state = ObjectState::RequiresPaymentMethod;
        Money amount;
        Money captured;
        Money refunded;
    };

    explicit RandomProvider(std::uint32_t seed) : random_(seed) {}

    bool faulty = true;

    // Makes the call; the answer may be lost, before the effect or after it.
    ProviderAnswer make(const OutboxRow& call) {
        const int luck = faulty ? between(random_, 0, 99) : 50;
        if (luck < 8) return {};
        ProviderAnswer answer = keptOr(call);
        if (luck < 16) return {};
        if (luck < 19) {
            answer = {};
            answer.kind = AnswerKind::Accepted;
        }
        return answer;
    }

    // A buyer pays, hesitates or is declined; some objects die by themselves.
    void buyerActs(AttemptId attempt) {
        const auto found = objects.find(attempt);
        if (found == objects.end()) return;
        Object& object = found->second;
        const int luck = between(random_, 0, 99);
        if (object.state == ObjectState::Canceled || object.state == ObjectState::Succeeded) return;
        if (object.state == ObjectState::RequiresCapture) {
            if (luck < 50) object.state = ObjectState::Canceled;  // The authorization ran out.
            return;
        }
        if (luck < 60) {
            object.state = ObjectState::RequiresCapture;
            if (luck < 4) object.amount.minor /= 2;  // Authorized for less.
        } else if (luck < 70) {
            object.state = ObjectState::Processing;
        } else if (luck < 75) {
            object.state = ObjectState::Canceled;
        } else if (luck < 83) {
            object.state = ObjectState::Succeeded;  // Captured at once, or a part of it.
            if (luck < 80) object.amount.minor /= 3;
            object.captured = object.amount;
        } else {
            object.state = ObjectState::RequiresPaymentMethod;  // Declined.
        }
    }

    std::map<AttemptId, Object> objects;

private:
    static std::string keyOf(const OutboxRow& call) {
        return std::to_string(call.attempt.value) + ":" +
               std::to_string(static_cast<int>(call.operation)) + ":" +
               std::to_string(call.attemptTry);
    }

    ProviderAnswer tell(const OutboxRow& call, AnswerKind kind) const {
        const Object& object = objects.at(call.attempt);
        ProviderAnswer answer;
        answer.kind = kind;
        answer.object = object.state;
        answer.captured = object.captured;
        answer.refunded = object.refunded;
        if (object.state == ObjectState::RequiresCapture) answer.authorized = object.amount;
        answer.objectId = "pi_" + std::to_string(call.attempt.value);
        answer.clientSecret = "secret";
        answer.evidence = "seen";
        return answer;
    }

    ProviderAnswer keptOr(const OutboxRow& call) {
        if (call.operation == Operation::Create || call.operation == Operation::Retrieve) {
            return effectOf(call);
        }
        const auto kept = kept_.find(keyOf(call));
        if (kept != kept_.end()) return kept->second;
        return kept_[keyOf(call)] = effectOf(call);
    }

    ProviderAnswer effectOf(const OutboxRow& call) {
        if (call.operation == Operation::Create && !objects.contains(call.attempt)) {
            if (faulty && between(random_, 0, 99) < 8) {
                ProviderAnswer answer;
                answer.kind = AnswerKind::Refused;
                return answer;
            }
            objects[call.attempt].amount = call.amount;
        }
        Object& object = objects.at(call.attempt);
        const bool refuses = faulty && between(random_, 0, 99) < 10;
        bool done = true;
        if (call.operation == Operation::Cancel) {
            done = object.state != ObjectState::Succeeded && !refuses;
            if (done) object.state = ObjectState::Canceled;
        } else if (call.operation == Operation::Capture) {
            done = (object.state == ObjectState::RequiresCapture && !refuses) ||
                   object.state == ObjectState::Succeeded;
            if (done && object.state == ObjectState::RequiresCapture) {
                object.state = ObjectState::Succeeded;
                object.captured = call.amount;
            }
        } else if (call.operation == Operation::Refund) {
            done = !refuses && object.refunded + call.amount <= object.captured;
            if (done) object.refunded += call.amount;
        }
        return tell(call, done ? AnswerKind::Definitive : AnswerKind::Refused);
    }

    std::mt19937 random_;
    std::map<std::string, ProviderAnswer> kept_;  // By key.
};

}  // namespace tessera::engine
