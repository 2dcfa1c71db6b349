// SPDX-License-Identifier: Apache-2.0
// What the stored webhooks and notes of an attempt say, for a node's client of the second shape.
//
// As server/payments/adyen_reading.h does for Adyen: the order of arrival and doubles make no
// difference. Values; deterministic.
#pragma once

#include <optional>
#include <vector>

#include "tests/simulation/people/provider_house.h"

namespace tessera::simulation {

struct ReceivedPicture {
    // As the latest webhook that came in has it; null: none did.
    const SimProviderHouse::Object* known = nullptr;
    std::vector<HouseRequest> asked;  // Noted before they were sent.

    // Of which it is not known what became of it, or whether it arrived.
    std::optional<HouseRequest> undecided() const;
};

ReceivedPicture pictureOf(const SimProviderHouse& house,
                          const std::vector<payments::WebhookItem>& items, Currency currency);
payments::WebhookItem noteOf(const HouseRequest& request);

}  // namespace tessera::simulation
