// SPDX-License-Identifier: Apache-2.0
// Blocking look-ups before the visitors come, with libcurl: the event and its layout. One thread.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/result.h"

namespace tessera::load {

struct OnSale {
    std::string event;  // Public id.
    std::string name;
    std::int64_t serverAheadMillis = 0;
    std::string layoutJson;
};

// `wanted` is an event's public id, or words of its or its venue's name ("arena"): then the latest
// made event on sale that has them.
Result<OnSale> findOnSale(const std::string& url, const std::string& wanted);

// How many seats and places of the event are not available now.
Result<std::int64_t> takenPlaces(const std::string& url, const std::string& event);

}  // namespace tessera::load
