// SPDX-License-Identifier: Apache-2.0
// Times as they stand on a poster: so many days from today, by the clock on the venue's wall.
//
// Pure; thread-safe. Zones and their summer times are ICU's.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/time.h"

namespace tessera::admin {

struct LocalTime {
    int hour = 0;    // 0 to 23.
    int minute = 0;  // 0 to 59.
};

// "19:30": two digits each. Nothing if it is no such time.
std::optional<LocalTime> parseLocalTime(std::string_view text);

// When the clocks of `zone`, an IANA name, show `time`, `days` after the day that `now` is there.
// A time that the clocks leave out is as much later as they jump; of one that they show twice it
// is the second. Nothing for an unknown zone. REQUIRES: days in 0 … 36500.
std::optional<Instant> localInstant(LocalTime time, int days, std::string_view zone, Instant now);

}  // namespace tessera::admin
