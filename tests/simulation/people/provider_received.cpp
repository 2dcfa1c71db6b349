// SPDX-License-Identifier: Apache-2.0
// Webhooks, and the provider's second shape, whose outcomes come by them alone; see
// provider_house.h.
#include <algorithm>

#include "tests/simulation/people/durations.h"
#include "tests/simulation/people/provider_house.h"

namespace tessera::simulation {
namespace {

using engine::AnswerKind;
using engine::Operation;

constexpr Duration kAckPatience = kSeconds(5);
constexpr std::int64_t kTimesMax = 6;  // The pause before another copy stays the same from there.

}  // namespace

HouseAnswer SimProviderHouse::receiveOnly(Object& object, const HouseRequest& request) {
    ++counts_.received;
    if (request.operation == Operation::Confirm) ++counts_.confirms;
    const Duration time = with_.random.between(kMillis(20), kSeconds(20));
    with_.agenda.after(time, kWorld, [this, id = object.id, request] { decide(id, request); });
    HouseAnswer answer;
    answer.said.kind = AnswerKind::Accepted;
    answer.said.evidence = "HTTP 201 received";
    return answer;
}

// Whatever comes of it, it is told.
void SimProviderHouse::decide(const std::string& id, const HouseRequest& request) {
    Object& object = objects_.at(id);
    object.decided.insert(request.key);
    switch (request.operation) {
        case Operation::Confirm:
            pays(id, object.clientSecret, static_cast<Payer>(std::stoi(request.payload)));
            break;
        case Operation::Cancel:
            object.wasToEnd = true;
            cancel(object);
            break;
        case Operation::Capture:
            capture(object, request.amount);
            break;
        case Operation::Refund:
            refund(object, request);
            break;
        default:
            break;
    }
    changed(object);
}

std::string SimProviderHouse::webhookOf(const Object& object, std::int64_t told) {
    return object.id + "." + std::to_string(told);
}

// What an object became is in the webhook only where nothing else tells it.
void SimProviderHouse::changed(Object& object) {
    if (!with_.deliver) {
        if (with_.hint) with_.hint(object.event, object.attempt);
        return;
    }
    payments::WebhookItem item;
    item.provider = object.isReceived ? engine::ProviderKind::Adyen : engine::ProviderKind::Stripe;
    item.id = webhookOf(object, ++object.told);
    item.event = object.event;
    item.attempt = object.attempt;
    item.kind = "changed";
    item.amount = object.captured;
    item.objectId = object.id;
    if (object.isReceived) bodies_.emplace(item.id, object);
    // The first shape's are lost for good now and then: who asks loses nothing by it.
    if (!object.isReceived && with_.faults.fires(Fault::MessageLost)) return;
    ++counts_.webhooks;
    untaken_.emplace(item.id, item);
    send(item, 1);
    if (with_.faults.fires(Fault::ProviderAnswersTwice)) send(item, 1);
}

// Until somebody says that it has been taken in: late, twice, and the later before the earlier.
void SimProviderHouse::send(const payments::WebhookItem& item, std::int64_t times) {
    Duration way = with_.random.between(kMillis(5), kMillis(400));
    if (with_.faults.fires(Fault::MessageDelayed)) {
        way = way + with_.random.between(kSeconds(1), kSeconds(60));
    }
    const bool isLost =
        item.provider == engine::ProviderKind::Adyen && with_.faults.fires(Fault::MessageLost);
    if (!isLost && !down_) {
        with_.agenda.after(way, kWorld, [this, item] {
            ++counts_.arrivals;
            with_.deliver(item, [this, event = item.event, id = item.id] { taken(event, id); });
        });
    }
    const Duration patience = Duration::ofMicros(kAckPatience.micros * times);
    with_.agenda.after(way + patience, kWorld, [this, item, times] {
        if (untaken_.contains(item.id)) send(item, std::min(times + 1, kTimesMax));
    });
}

// Who is back sends at once what nobody has taken in.
void SimProviderHouse::setDown(bool down) {
    down_ = down;
    if (down_) return;
    for (const auto& [id, item] : untaken_) send(item, 1);
}

void SimProviderHouse::taken(EventId event, const std::string& id) {
    untaken_.erase(id);
    with_.witness.onWebhookTaken(event, id, with_.agenda.now());
}

const SimProviderHouse::Object* SimProviderHouse::bodyOf(const std::string& webhook) const {
    const auto found = bodies_.find(webhook);
    return found == bodies_.end() ? nullptr : &found->second;
}

}  // namespace tessera::simulation
