// SPDX-License-Identifier: Apache-2.0
// What users were told, as the load generator wrote it down: one JSON object per line.
//
// {"user":7,"told":"HELD","request":UUID,"reservation":ID,"total":9900,"seats":[1,2],
//  "areas":[[0,2]]} (area and places)
// {"user":7,"told":"REFUSED","request":UUID,"reason":"SEAT_UNAVAILABLE"}
// {"user":7,"told":"CHECKED_OUT","reservation":ID,"order":ID,"total":9900}
// {"user":7,"told":"ORDER","reservation":ID,"order":ID,"state":"PAID","total":9900,"tickets":2}
// {"user":7,"told":"TICKETS","order":ID,"tickets":[[ID,seat or -1],…]}
// {"user":7,"told":"CANCELLED","reservation":ID,"state":"RELEASED"}
// {"user":7,"told":"EXPIRED","reservation":ID}
// {"user":7,"told":"CANCEL_SENT","reservation":ID} (nothing is known of the answer)
// "at": microseconds of the clock of whoever was told, where it was written down.
// Ids are in their public form. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/result.h"

namespace tessera::audit {

enum class Told { Held, Refused, CheckedOut, Order, Tickets, Cancelled, Expired, CancelSent };

struct Answer {
    Told told = Told::Held;
    std::int64_t user = 0;
    std::size_t line = 0;  // From 1.
    std::int64_t at = 0;   // Microseconds; 0: not said.
    std::string request;
    std::string reason;
    std::int64_t event = 0;
    std::int64_t reservation = 0;  // Local ids; 0: not said.
    std::int64_t order = 0;
    std::string state;
    std::int64_t total = 0;
    std::int64_t ticketCount = 0;
    std::vector<std::int64_t> seats;
    std::vector<std::pair<std::int64_t, std::int64_t>> areas;    // Area, places.
    std::vector<std::pair<std::int64_t, std::int64_t>> tickets;  // Ticket, seat or -1.
};

// A line that is not of this form is an error.
Result<std::vector<Answer>> readAnswers(const std::vector<std::string>& lines);

}  // namespace tessera::audit
