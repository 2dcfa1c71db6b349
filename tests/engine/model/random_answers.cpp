// SPDX-License-Identifier: Apache-2.0
// Answers of a provider: every kind to every call, but never against what it confirmed before
// (money that was captured stays captured until it is refunded).
#include <algorithm>

#include "tests/engine/model/random_commands.h"

namespace tessera::engine {

Command RandomCommands::answer() {
    std::vector<const NaiveOrder*> waiting;
    for (const ReservationId id : m_.live) {
        const auto order = m_.orders.find(m_.reservations.at(id).order);
        if (order != m_.orders.end() && order->second.call) waiting.push_back(&order->second);
    }
    if (waiting.empty()) return hold();
    const NaiveOrder& order =
        *waiting[static_cast<std::size_t>(upTo(static_cast<int>(waiting.size()) - 1))];
    RecordProviderAnswer record{order.call->seq, order.attempts.back().id, order.call->operation,
                                answerTo(order)};
    if (oneIn(25)) {
        record.operation = static_cast<Operation>(1 + static_cast<int>(record.operation) % 7);
    } else {
        if (given_.size() >= 50) given_.erase(given_.begin());
        given_.push_back(record);
    }
    return record;
}

Command RandomCommands::staleAnswer() {
    if (given_.empty() || !oneIn(3)) return answer();
    return given_[static_cast<std::size_t>(upTo(static_cast<int>(given_.size()) - 1))];
}

void RandomCommands::nameObject(const NaiveOrder& order, ProviderAnswer& answer) {
    const NaiveAttempt& attempt = order.attempts.back();
    if (answer.object == ObjectState::None) return;
    const bool create = order.call->operation == Operation::Create;
    if (create && !oneIn(20)) {
        answer.objectId = "pi_" + std::to_string(attempt.id.value);
        answer.clientSecret = "secret_" + std::to_string(attempt.id.value);
    } else if (!create && oneIn(2)) {
        answer.objectId = oneIn(12) ? "pi_other" : attempt.objectId;
    }
}

ProviderAnswer RandomCommands::anyObject(const NaiveOrder& order) {
    ProviderAnswer answer;
    answer.kind = AnswerKind::Definitive;
    const int kind = upTo(19);
    const Money less = order.total - Money{1};
    if (kind < 2) {
        answer.object = ObjectState::RequiresPaymentMethod;
    } else if (kind < 4) {
        answer.object = ObjectState::RequiresConfirmation;
    } else if (kind < 5) {
        answer.object = ObjectState::RequiresAction;
    } else if (kind < 8) {
        answer.object = ObjectState::Processing;
    } else if (kind < 14) {
        answer.object = ObjectState::RequiresCapture;
        answer.authorized = kind < 13 ? order.total : less;
    } else if (kind < 17) {
        answer.object = ObjectState::Succeeded;
        answer.captured = kind < 16 ? order.total : less;
    } else if (kind < 19) {
        answer.object = ObjectState::Canceled;
    }
    return answer;
}

ProviderAnswer RandomCommands::answerAboutMoney(const NaiveOrder& order) {
    const NaiveAttempt& attempt = order.attempts.back();
    const bool refund = order.call->operation == Operation::Refund;
    ProviderAnswer answer;
    // Some objects never give anything back.
    const bool never = attempt.id.value / 4096 % 3 == 0;
    answer.kind = refund && (never || oneIn(2)) ? AnswerKind::Refused : AnswerKind::Definitive;
    answer.object = ObjectState::Succeeded;
    answer.captured = attempt.captured;
    answer.refunded = attempt.refunded;
    if (answer.kind == AnswerKind::Definitive && oneIn(refund ? 2 : 8)) {
        answer.refunded = attempt.captured;
    }
    return answer;
}

ProviderAnswer RandomCommands::answerTo(const NaiveOrder& order) {
    ProviderAnswer answer;
    const int luck = upTo(99);
    const Operation operation = order.call->operation;
    if (luck < 10) return answer;
    if (luck < 15) {
        answer.kind = AnswerKind::Accepted;
        return answer;
    }
    if (order.attempts.back().captured != Money{}) {
        answer = answerAboutMoney(order);
    } else {
        answer = anyObject(order);
        if (operation == Operation::Create) {
            if (luck < 30) {
                answer = ProviderAnswer{};
                answer.kind = AnswerKind::Refused;
            } else if (luck < 92) {
                answer.object = ObjectState::RequiresPaymentMethod;
                answer.authorized = answer.captured = Money{};
            }
        } else if (operation == Operation::Cancel || operation == Operation::Capture) {
            const bool done = luck < 60;
            answer.kind = done ? AnswerKind::Definitive : AnswerKind::Refused;
            if (done) {
                const bool capture = operation == Operation::Capture;
                answer.object = capture ? ObjectState::Succeeded : ObjectState::Canceled;
                answer.authorized = Money{};
                answer.captured = capture ? order.total : Money{};
            }
        }
    }
    answer.evidence = "said";
    nameObject(order, answer);
    return answer;
}

}  // namespace tessera::engine
