// SPDX-License-Identifier: Apache-2.0
// The JSON form of a ticket template: what an organiser edits, what the server stores.
//
// Deterministic, pure. Every error names the JSON pointer of what is wrong and the limit it breaks.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "shared/print/ticket_template.h"

namespace tessera::print {

struct TemplateProblem {
    std::string path;     // A JSON pointer (RFC 6901): /fields/3/row.
    std::string message;  // "1400 is not a number from 0 to 1199"
    bool operator==(const TemplateProblem&) const = default;
};

// Refuses more than kTemplateBytesMax, what is no JSON, keys that nobody reads, and all that breaks
// a limit of ticket_template.h or starts outside of the stock.
[[nodiscard]] tl::expected<TicketTemplate, TemplateProblem> parseTemplate(std::string_view json);

// parseTemplate of it gives the same template.
std::string toJson(const TicketTemplate& ticket);

}  // namespace tessera::print
