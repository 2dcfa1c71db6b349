// SPDX-License-Identifier: Apache-2.0
// An event for a person's calendar: iCalendar, RFC 5545.
//
// Pure, deterministic, thread-safe.
#pragma once

#include <string>

#include "shared/base/time.h"

namespace tessera::tickets {

struct CalendarEvent {
    std::string uid{};  // The same for the same event: a calendar replaces what it has.
    std::string title{};
    std::string place{};
    std::string description{};
    std::string url{};  // May be empty.
    Instant startsAt{};
    Duration lasts = Duration::ofMinutes(120);
    Instant made{};
};

// One VEVENT with an alarm two hours before; lines of at most 75 octets, ended by CR LF. Control
// characters in the texts are left out.
std::string calendarFile(const CalendarEvent& event);

}  // namespace tessera::tickets
