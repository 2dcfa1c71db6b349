// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/people/received_picture.h"

#include <sstream>

namespace tessera::simulation {
namespace {

constexpr const char* kNote = "asked";

}  // namespace

std::optional<HouseRequest> ReceivedPicture::undecided() const {
    for (const HouseRequest& request : asked) {
        if (known == nullptr || !known->decided.contains(request.key)) return request;
    }
    return std::nullopt;
}

ReceivedPicture pictureOf(const SimProviderHouse& house,
                          const std::vector<payments::WebhookItem>& items, Currency currency) {
    ReceivedPicture picture;
    for (const payments::WebhookItem& item : items) {
        if (item.kind != kNote) {
            const auto* body = house.bodyOf(item.id);
            const bool isLater =
                body != nullptr && (picture.known == nullptr || body->told > picture.known->told);
            if (isLater) picture.known = body;
            continue;
        }
        HouseRequest request;
        int operation = 0;
        std::istringstream reason(item.reason);
        reason >> operation >> request.attemptTry >> request.payload;
        request.operation = static_cast<engine::Operation>(operation);
        request.key = item.id;
        request.event = item.event;
        request.attempt = item.attempt;
        request.isReceived = true;
        request.refund = item.refund;
        request.objectId = item.objectId;
        request.amount = item.amount;
        request.currency = currency;
        picture.asked.push_back(std::move(request));
    }
    return picture;
}

payments::WebhookItem noteOf(const HouseRequest& request) {
    payments::WebhookItem item;
    item.provider = engine::ProviderKind::Adyen;
    item.id = request.key;
    item.event = request.event;
    item.attempt = request.attempt;
    item.refund = request.refund;
    item.kind = kNote;
    item.amount = request.amount;
    item.objectId = request.objectId;
    item.reason = std::to_string(static_cast<int>(request.operation)) + " " +
                  std::to_string(request.attemptTry) + " " + request.payload;
    return item;
}

}  // namespace tessera::simulation
