// SPDX-License-Identifier: Apache-2.0
// Money that goes back; see provider_house.h.
#include <algorithm>

#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/provider_house.h"

namespace tessera::simulation {
namespace {

using engine::AnswerKind;
using engine::RefundStanding;

HouseAnswer saysOf(const SimProviderHouse::Refund& refund) {
    HouseAnswer answer;
    answer.said.kind =
        refund.standing == RefundStanding::Pending ? AnswerKind::Accepted : AnswerKind::Definitive;
    answer.said.refund = refund.standing;
    answer.said.refundObjectId = refund.id;
    answer.said.evidence = "HTTP 200 refund " + refund.id;
    return answer;
}

HouseAnswer refuses(const char* code) {
    HouseAnswer answer;
    answer.said.kind = AnswerKind::Refused;
    answer.said.refund = RefundStanding::Failed;
    answer.said.evidence = std::string("HTTP 400 invalid_request_error ") + code;
    return answer;
}

}  // namespace

// One that fails at once was made all the same, and is found.
HouseAnswer SimProviderHouse::refund(Object& object, const HouseRequest& request) {
    const Money left = object.captured - object.refunded - object.refunding;
    if (request.amount.minor <= 0 || request.amount > left) {
        return simulation::refuses("charge_already_refunded");
    }
    const std::size_t at = object.refunds.size();
    const std::string id = "re_" + object.id.substr(3) + "_" + std::to_string(at + 1);
    object.refunds.push_back({id, request.refund, request.attemptTry, request.amount, clock()});
    object.refunding += request.amount;
    if (refuses(refusedRefunds_)) {
        settleRefund(object.id, at, false);
        HouseAnswer answer = saysOf(object.refunds[at]);
        answer.said.kind = AnswerKind::Refused;
        return answer;
    }
    if (with_.random.chance(300000)) {
        refundLater(object.id, at);
    } else {
        settleRefund(object.id, at, true);
    }
    return saysOf(object.refunds[at]);
}

void SimProviderHouse::settleRefund(const std::string& id, std::size_t at, bool succeeds) {
    Object& object = objects_.at(id);
    Refund& refund = object.refunds[at];
    object.refunding -= refund.amount;
    refund.standing = succeeds ? RefundStanding::Succeeded : RefundStanding::Failed;
    if (succeeds) {
        object.refunded += refund.amount;
        did(ProviderDid::Refunded, object, refund.amount, refund.refund);
        if (refuses(undoneRefunds_)) undoLater(id, at);
    }
    changed(object);
}

void SimProviderHouse::refundLater(const std::string& id, std::size_t at) {
    const Duration time = with_.random.between(kSeconds(1), kSeconds(90));
    with_.agenda.after(time, kWorld,
                       [this, id, at] { settleRefund(id, at, !refuses(refusedRefunds_)); });
}

// The buyer's bank sends it back.
void SimProviderHouse::undoLater(const std::string& id, std::size_t at) {
    const Duration time = with_.random.between(kSeconds(1), kSeconds(240));
    with_.agenda.after(time, kWorld, [this, id, at] {
        if (with_.faults.healed()) return;
        Object& object = objects_.at(id);
        Refund& refund = object.refunds[at];
        refund.standing = RefundStanding::Failed;
        object.refunded -= refund.amount;
        ++owed_;
        did(ProviderDid::RefundFailed, object, refund.amount, refund.refund);
        if (object.isReceived || !isListed_) changed(object);
        tellUndone(id, at);
    });
}

// Nobody asks about it any more: told until it has been made again, as who compares the books
// would.
void SimProviderHouse::tellUndone(const std::string& id, std::size_t at) {
    const Object& object = objects_.at(id);
    const bool again = std::any_of(
        object.refunds.begin() + static_cast<std::ptrdiff_t>(at) + 1, object.refunds.end(),
        [&](const Refund& one) { return one.refund == object.refunds[at].refund; });
    if (again) {
        --owed_;
        return;
    }
    // In a list it is found without that.
    const bool isFound = isListed_ && !object.isReceived && !object.isCard;
    if (with_.hintAll && !isFound) with_.hintAll(object.event, object.attempt);
    with_.agenda.after(kSeconds(15), kWorld, [this, id, at] { tellUndone(id, at); });
}

// By its own id; else the latest of the refund's. One that failed counts only for its own try.
HouseAnswer SimProviderHouse::refundIn(const Object& object, const HouseRequest& request) {
    const Refund* found = nullptr;
    for (const Refund& refund : object.refunds) {
        const bool failedBefore =
            refund.standing == RefundStanding::Failed && refund.attemptTry < request.attemptTry;
        if (refund.refund != request.refund || failedBefore) continue;
        if (found == nullptr || found->id != request.objectId) found = &refund;
    }
    HouseAnswer answer;
    if (found != nullptr) answer = saysOf(*found);
    if (found == nullptr) answer.said.evidence = "refunds: HTTP 200";
    answer.said.kind = AnswerKind::Definitive;
    answer.nothingFound = found == nullptr;
    return answer;
}

HouseAnswer SimProviderHouse::findRefund(const HouseRequest& request) const {
    HouseAnswer last;
    last.said.kind = AnswerKind::Definitive;
    last.nothingFound = true;
    const auto attempts = byAttempt_.find({request.event, request.attempt});
    if (attempts == byAttempt_.end()) return last;
    for (const std::string& id : attempts->second) {
        const HouseAnswer answer = refundIn(objects_.at(id), request);
        if (!answer.nothingFound || last.nothingFound) last = answer;
    }
    return last;
}

}  // namespace tessera::simulation
