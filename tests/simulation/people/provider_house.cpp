// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/provider_house.h"

#include <array>

#include "shared/base/check.h"
#include "tests/simulation/people/durations.h"

namespace tessera::simulation {
namespace {

using engine::AnswerKind;
using engine::ObjectState;
using engine::Operation;

constexpr Duration kSearchLag = kSeconds(2);
constexpr Duration kSearchLagWorst = kSeconds(60);

const char* nameOfState(ObjectState state) {
    switch (state) {
        case ObjectState::RequiresPaymentMethod:
            return "requires_payment_method";
        case ObjectState::RequiresConfirmation:
            return "requires_confirmation";
        case ObjectState::RequiresAction:
            return "requires_action";
        case ObjectState::Processing:
            return "processing";
        case ObjectState::RequiresCapture:
            return "requires_capture";
        case ObjectState::Succeeded:
            return "succeeded";
        case ObjectState::Canceled:
            return "canceled";
        case ObjectState::None:
            break;
    }
    return "none";
}

HouseAnswer shown(const SimProviderHouse::Object& object, AnswerKind kind, std::string evidence) {
    HouseAnswer answer;
    answer.said.kind = kind;
    answer.said.object = object.state;
    answer.said.authorized = object.authorized;
    answer.said.captured = object.captured;
    answer.said.refunded = object.refunded;
    answer.said.objectId = object.id;
    answer.said.clientSecret = object.clientSecret;
    answer.said.evidence = std::move(evidence);
    return answer;
}

HouseAnswer shown(const SimProviderHouse::Object& object) {
    return shown(object, AnswerKind::Definitive,
                 "HTTP 200 " + object.id + " " + nameOfState(object.state));
}

HouseAnswer says(AnswerKind kind, std::string evidence) {
    HouseAnswer answer;
    answer.said.kind = kind;
    answer.said.evidence = std::move(evidence);
    return answer;
}

bool canBeCancelled(ObjectState state) {
    return state == ObjectState::RequiresPaymentMethod ||
           state == ObjectState::RequiresConfirmation || state == ObjectState::RequiresAction ||
           state == ObjectState::RequiresCapture;
}

const char* nameOfDeed(ProviderDid::What what) {
    constexpr std::array<const char*, 7> kNames{"makes",   "authorizes",    "captures",  "voids",
                                                "refunds", "takes at once", "takes back"};
    return kNames[what];
}

}  // namespace

SimProviderHouse::SimProviderHouse(Parts parts) : with_(std::move(parts)) {
    if (with_.random.chance(500000)) return;
    refusedCreates_ = with_.random.between(0, 20000);
    refusedCaptures_ = with_.random.between(0, 50000);
    refusedRefunds_ = with_.random.between(0, 100000);
    undoneRefunds_ = with_.random.between(0, 100000);
    oddPayments_ = with_.random.between(0, 120000);
    partCaptures_ = with_.random.between(0, 40000);
}

const SimProviderHouse::Object* SimProviderHouse::find(const std::string& objectId) const {
    const auto found = objects_.find(objectId);
    return found == objects_.end() ? nullptr : &found->second;
}

void SimProviderHouse::receive(HouseRequest request, Reply reply) {
    auto& random = with_.random;
    if (down_) {
        if (reply && random.chance(500000)) reply(says(AnswerKind::Unknown, "HTTP 503"));
        return;
    }
    if (with_.faults.fires(Fault::ProviderAnswersTwice)) {
        // A proxy that heard nothing tries again, and passes one of the two answers on.
        Reply later = random.chance(500000) ? std::exchange(reply, {}) : Reply{};
        with_.agenda.after(random.between(Duration{}, kSeconds(2)), kWorld,
                           [this, request, later = std::move(later)] {
                               serveAfter(kMillis(1), kMillis(1), request, later);
                           });
    }
    if (with_.faults.fires(Fault::ProviderSilent)) {
        const auto how = random.between(0, 2);
        if (how == 1) serveAfter(random.between(Duration{}, kSeconds(12)), {}, request, {});
        if (how == 2 && !request.isReceived) {
            keepBroken(request);
            if (reply) reply(says(AnswerKind::Unknown, "HTTP 500"));
        }
        return;
    }
    if (with_.faults.fires(Fault::ProviderSlow)) {
        const Duration all = random.between(kSeconds(1), kSeconds(9));
        const Duration before = random.between(Duration{}, all);
        return serveAfter(before, all - before, std::move(request), std::move(reply));
    }
    serveAfter(random.between(kMillis(2), kMillis(60)), random.between(kMillis(1), kMillis(60)),
               std::move(request), std::move(reply));
}

// A key whose first call is still worked on is told so, and nothing is kept of that.
void SimProviderHouse::serveAfter(Duration before, Duration after, HouseRequest request,
                                  Reply reply) {
    const bool marked = !request.key.empty() && inProgress_.insert(request.key).second;
    if (!request.key.empty() && !marked) {
        if (reply) reply(says(AnswerKind::Unknown, "HTTP 409 idempotency_key_in_use"));
        return;
    }
    with_.agenda.after(
        before, kWorld, [this, after, request = std::move(request), reply = std::move(reply)] {
            inProgress_.erase(request.key);
            auto answer = serve(request);
            if (!reply) return;
            with_.agenda.after(after, kWorld,
                               [reply, answer = std::move(answer)] { reply(answer); });
        });
}

// It fell over before it did anything, and says so whenever the key comes again.
void SimProviderHouse::keepBroken(const HouseRequest& request) {
    if (request.key.empty() || inProgress_.contains(request.key)) return;
    kept_.try_emplace(request.key, Kept{request, says(AnswerKind::Unknown, "HTTP 500")});
}

HouseAnswer SimProviderHouse::serve(const HouseRequest& request) {
    if (request.key.empty()) return effectOf(request);
    const auto kept = kept_.find(request.key);
    if (kept == kept_.end()) {
        auto answer = effectOf(request);
        kept_.emplace(request.key, Kept{request, answer});
        return answer;
    }
    if (kept->second.request.sameParameters(request)) return kept->second.answer;
    return says(AnswerKind::Unknown, "HTTP 400 idempotency_error");
}

HouseAnswer SimProviderHouse::effectOf(const HouseRequest& request) {
    if (request.search) return search(request);
    if (request.operation == Operation::Create) return create(request);
    if (request.operation == Operation::RetrieveRefund) return findRefund(request);
    const auto found = objects_.find(request.objectId);
    if (found == objects_.end()) {
        return says(AnswerKind::Unknown, "HTTP 404 resource_missing");
    }
    Object& object = found->second;
    if (request.isReceived) return receiveOnly(object, request);
    switch (request.operation) {
        case Operation::Cancel:
            object.wasToEnd = true;
            return cancel(object);
        case Operation::Capture:
            return capture(object, request.amount);
        case Operation::Refund:
            return refund(object, request);
        default:
            return shown(object);
    }
}

HouseAnswer SimProviderHouse::show(const Object& object) {
    return shown(object);
}

HouseAnswer SimProviderHouse::create(const HouseRequest& request) {
    if (request.amount.minor <= 0 || refuses(refusedCreates_)) {
        return says(AnswerKind::Refused, "HTTP 400 invalid_request_error amount_too_small");
    }
    auto& ofAttempt = byAttempt_[{request.event, request.attempt}];
    Object object;
    object.id = "pi_" + encodePublicId(request.event, request.attempt.value) + "_" +
                std::to_string(ofAttempt.size() + 1);
    object.clientSecret = object.id + "_secret_" + std::to_string(with_.random.next() >> 1);
    object.event = request.event;
    object.attempt = request.attempt;
    object.amount = request.amount;
    object.isReceived = request.isReceived;
    object.isCard = request.holdsAtOnce;
    object.currency = request.currency;
    object.createdAt = clock();
    const bool lags = !with_.faults.healed() && with_.random.chance(100000);
    const Duration lag = with_.random.between(Duration{}, lags ? kSearchLagWorst : kSearchLag);
    object.searchableAt = with_.agenda.now() + lag.micros;
    ofAttempt.push_back(object.id);
    const auto made = objects_.emplace(object.id, std::move(object)).first;
    did(ProviderDid::Created, made->second, request.amount);
    if (request.holdsAtOnce) {
        made->second.state = ObjectState::RequiresCapture;
        made->second.authorized = request.amount;
        did(ProviderDid::Authorized, made->second, request.amount);
    }
    return shown(made->second);
}

// The newest first, of those that the index knows.
HouseAnswer SimProviderHouse::search(const HouseRequest& request) const {
    const auto found = byAttempt_.find({request.event, request.attempt});
    if (found != byAttempt_.end()) {
        for (auto id = found->second.rbegin(); id != found->second.rend(); ++id) {
            const Object& object = objects_.at(*id);
            if (object.searchableAt <= with_.agenda.now()) {
                return shown(object, AnswerKind::Definitive, "search: HTTP 200 " + object.id);
            }
        }
    }
    HouseAnswer nothing = says(AnswerKind::Definitive, "search: HTTP 200");
    nothing.nothingFound = true;
    return nothing;
}

bool SimProviderHouse::refuses(std::int64_t perMillion) {
    return perMillion > 0 && !with_.faults.healed() && with_.random.chance(perMillion);
}

// Some errors show the object, some do not.
HouseAnswer SimProviderHouse::refused(const Object& object, const char* code) {
    const std::string evidence = std::string("HTTP 400 invalid_request_error ") + code;
    if (with_.random.chance(300000)) return says(AnswerKind::Refused, evidence);
    return shown(object, AnswerKind::Refused, evidence);
}

HouseAnswer SimProviderHouse::cancel(Object& object) {
    if (!canBeCancelled(object.state)) return refused(object, "payment_intent_unexpected_state");
    object.state = ObjectState::Canceled;
    did(ProviderDid::Voided, object, std::exchange(object.authorized, Money{}));
    changed(object);
    return shown(object);
}

HouseAnswer SimProviderHouse::capture(Object& object, Money amount) {
    if (object.state != ObjectState::RequiresCapture) {
        return refused(object, "payment_intent_unexpected_state");
    }
    if (amount.minor <= 0 || amount > object.authorized) {
        return refused(object, "amount_too_large");
    }
    if (refuses(refusedCaptures_)) return refused(object, "processing_error");
    object.state = ObjectState::Succeeded;
    object.authorized = {};
    object.captured = amount;
    if (amount.minor > 1 && refuses(partCaptures_)) object.captured.minor /= 2;
    did(ProviderDid::Captured, object, object.captured);
    changed(object);
    return shown(object);
}

void SimProviderHouse::did(ProviderDid::What what, const Object& object, Money amount,
                           RefundId refund) {
    with_.trace.note(
        Told::Provider, {what, object.event.value, object.attempt.value, amount.minor}, [&] {
            return nameOfDeed(what) + (" " + std::to_string(amount.minor)) + " of " + object.id;
        });
    ProviderDid act{what, object.event, object.attempt, object.id, amount, refund};
    const bool isTold = what == ProviderDid::Voided && object.isReceived && with_.deliver;
    if (isTold) act.webhook = webhookOf(object, object.told + 1);
    with_.witness.onProviderDid(act, with_.agenda.now());
}

}  // namespace tessera::simulation
