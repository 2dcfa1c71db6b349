// SPDX-License-Identifier: Apache-2.0
// The demo event: a venue, its layout, an event with prices, and an open sale, by the REST API.
//
// Blocks on the network. Idempotent as far as it can be seen: an event of that name which is listed
// is taken as it is; one that was left in draft by an interrupted run is not listed, and a new one
// is made.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/result.h"
#include "tools/admin/rest_client.h"

namespace tessera::admin {

struct DemoOptions {
    std::string planJson;
    std::string eventName = "The Tidal Lights: Arena Tour";
    std::string venueName = "Riverside Arena";
    std::string city = "Hamburg";
    std::string timeZone = "Europe/Berlin";
    std::string currency = "EUR";
    std::int32_t startsInDays = 90;
    std::int32_t perOrderMax = 10;
    std::int32_t perBuyerMax = 0;  // 0: no limit.
    std::int32_t holdSeconds = 300;
    std::int32_t paySeconds = 600;
    std::int32_t serviceFee = 250;  // Per ticket, in minor units.
    std::int32_t vatPpm = 70'000;   // Included.
    bool orphanRule = true;
};

struct DemoEvent {
    std::string venue;  // Empty if the event was there already.
    std::string layout;
    std::string event;
    bool existed = false;
};

Result<DemoEvent> makeDemo(RestClient& client, const DemoOptions& options);

}  // namespace tessera::admin
