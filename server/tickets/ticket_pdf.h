// SPDX-License-Identifier: Apache-2.0
// Tickets as a PDF document: one page each, with the code, the place, the entrance and the terms.
//
// Names in any script that the installed fonts have; a page of a language that is written from
// right to left is laid out so. Text that is too long for its place is cut with an ellipsis, the
// code never; terms that do not fit are set smaller, and where they are cut at last, that is said.
// The document is tagged: language, headings, paragraphs, and what the code's picture is.
//
// Pure but for fontconfig's cache; thread-safe. Deterministic for one set of fonts.
#pragma once

#include <span>
#include <string>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::tickets {

inline constexpr std::size_t kPdfPagesMax = 100;

// One ticket, in the words of its reader: UTF-8, already formatted. Empty lines are left out.
struct TicketPage {
    std::string event{};
    std::string when{};
    std::string venue{};
    std::string city{};
    std::string section{};  // Or the area's name, where there is no seat.
    std::string row{};
    std::string seat{};
    std::string entrance{};
    std::string type{};
    std::string price{};
    std::string holder{};
    std::string order{};
    std::string ticket{};
    std::string code{};  // What the gate scans.
    std::string terms{};
};

struct TicketDocument {
    std::string language = "en";
    std::string title{};
    Instant made{};  // The document's date.
};

// Refuses no page, more than kPdfPagesMax, and a code that no symbol holds.
Result<std::string> ticketsPdf(const TicketDocument& document, std::span<const TicketPage> pages);

}  // namespace tessera::tickets
