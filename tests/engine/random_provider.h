// SPDX-License-Identifier: Apache-2.0
// A payment provider that loses answers, answers late, refuses, and lets buyers pay when they like.
//
// Keeps what a real one keeps: one object per attempt, one effect per key, and for a key of a
// confirm, a cancel, a capture or a refund its first answer, which it repeats. A refund may be
// pending, fail, or fail after it had succeeded. Deterministic by seed.
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
        ProviderKind provider = ProviderKind::Stripe;
    };
    struct RefundObject {
        AttemptId attempt;
        Money amount;
        RefundStanding standing = RefundStanding::None;
        int objects = 0;  // Made for it, those that failed too.
    };

    explicit RandomProvider(std::uint32_t seed) : random_(seed) {}

    bool faulty = true;
    int refundedTwice = 0;  // Refunds asked for while one of the same name stood.

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
        pays(object, luck);
    }

    // Every pending refund comes to its end.
    void settleRefunds() {
        for (auto& [id, refund] : refunds) {
            if (refund.standing != RefundStanding::Pending) continue;
            const bool fails = faulty && between(random_, 0, 9) == 0;
            end(refund, fails ? RefundStanding::Failed : RefundStanding::Succeeded);
        }
    }

    // REQUIRES: it has succeeded.
    void failLate(RefundId id) {
        RefundObject& refund = refunds.at(id);
        objects.at(refund.attempt).refunded -= refund.amount;
        refund.standing = RefundStanding::Failed;
    }

    ProviderAnswer tell(AttemptId attempt, AnswerKind kind) const {
        const Object& object = objects.at(attempt);
        ProviderAnswer answer;
        answer.kind = kind;
        answer.object = object.state;
        answer.captured = object.captured;
        answer.refunded = object.refunded;
        if (object.state == ObjectState::RequiresCapture) answer.authorized = object.amount;
        answer.objectId = "pi_" + std::to_string(attempt.value);
        answer.clientSecret = "secret";
        answer.evidence = "seen";
        return answer;
    }

    std::map<AttemptId, Object> objects;
    std::map<RefundId, RefundObject> refunds;

private:
    static std::string keyOf(const OutboxRow& call) {
        const std::int64_t about = call.refund ? call.refund.value : call.attempt.value;
        return std::to_string(about) + ":" + std::to_string(static_cast<int>(call.operation)) +
               ":" + std::to_string(call.attemptTry);
    }

    void pays(Object& object, int luck) {
        if (luck < 60) {
            object.state = ObjectState::RequiresCapture;
            if (luck < 4 && object.amount.minor > 1) object.amount.minor /= 2;  // For less.
        } else if (luck < 70) {
            object.state = ObjectState::Processing;
        } else if (luck < 75) {
            object.state = ObjectState::Canceled;
        } else if (luck < 83) {
            object.state = ObjectState::Succeeded;  // Captured at once, or a part of it.
            if (luck < 80 && object.amount.minor > 2) object.amount.minor /= 3;
            object.captured = object.amount;
        } else {
            object.state = ObjectState::RequiresPaymentMethod;  // Declined.
        }
    }

    void end(RefundObject& refund, RefundStanding standing) {
        refund.standing = standing;
        if (standing == RefundStanding::Succeeded) {
            objects.at(refund.attempt).refunded += refund.amount;
        }
    }

    ProviderAnswer keptOr(const OutboxRow& call) {
        const bool looks =
            call.operation == Operation::Retrieve || call.operation == Operation::RetrieveRefund;
        if (call.operation == Operation::Create || looks) return effectOf(call);
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
            objects[call.attempt].provider = call.provider;
            if (call.provider == ProviderKind::GiftCard) {
                objects[call.attempt].state = ObjectState::RequiresCapture;
            }
        }
        if (call.refund) return effectOfRefund(call);
        const bool done = changes(objects.at(call.attempt), call);
        return tell(call.attempt, done ? AnswerKind::Definitive : AnswerKind::Refused);
    }

    // False if it is refused.
    bool changes(Object& object, const OutboxRow& call) {
        const bool refuses = faulty && between(random_, 0, 99) < 10;
        if (call.operation == Operation::Confirm) {
            if (object.state == ObjectState::RequiresPaymentMethod) {
                pays(object, between(random_, 0, 99));
            }
            return true;
        }
        if (call.operation == Operation::Cancel) {
            if (object.state == ObjectState::Succeeded || refuses) return false;
            object.state = ObjectState::Canceled;
        } else if (call.operation == Operation::Capture) {
            if (object.state == ObjectState::Succeeded) return true;
            if (object.state != ObjectState::RequiresCapture || refuses) return false;
            object.state = ObjectState::Succeeded;
            object.captured = call.amount;
        }
        return true;
    }

    ProviderAnswer effectOfRefund(const OutboxRow& call) {
        const bool refuses = faulty && between(random_, 0, 99) < 10;
        RefundObject& refund = refunds[call.refund];
        refund.attempt = call.attempt;
        const bool stands = refund.standing == RefundStanding::Pending ||
                            refund.standing == RefundStanding::Succeeded;
        bool refused = false;
        if (call.operation == Operation::Refund) {
            const Object& object = objects.at(call.attempt);
            refundedTwice += stands ? 1 : 0;
            refused = refuses || object.refunded + call.amount > object.captured;
            if (!refused) {
                refund.amount = call.amount;
                ++refund.objects;
                const bool waits = faulty && between(random_, 0, 1) == 0;
                end(refund, waits ? RefundStanding::Pending : RefundStanding::Succeeded);
            }
        }
        ProviderAnswer answer =
            tell(call.attempt, refused ? AnswerKind::Refused : AnswerKind::Definitive);
        if (refused) return answer;
        answer.refund = refund.standing;
        if (refund.objects > 0) {
            answer.refundObjectId =
                "re_" + std::to_string(call.refund.value) + "_" + std::to_string(refund.objects);
        }
        return answer;
    }

    std::mt19937 random_;
    std::map<std::string, ProviderAnswer> kept_;  // By key.
};

}  // namespace tessera::engine
