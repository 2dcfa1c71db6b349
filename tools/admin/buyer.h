// SPDX-License-Identifier: Apache-2.0
// Buying what an event has left in its general-admission areas, as the public does: holds,
// checkouts, payments at the provider's sandbox.
//
// Blocks on the network. What a failure leaves behind runs out like anybody's hold or order.
#pragma once

#include <string>

#include "tools/admin/rest_client.h"

namespace tessera::admin {

struct Purchase {
    std::string event;
    int partyMax = 10;  // Places in one order.
};

// Returns when every order is paid, with the number of places that were bought; none if the map
// shows none. Parties buy side by side: a provider's answer is not waited for one by one.
// REQUIRES: `client` has no API key, whose channel would not be the public's.
Result<int> buyAll(RestClient& client, const Purchase& purchase);

}  // namespace tessera::admin
