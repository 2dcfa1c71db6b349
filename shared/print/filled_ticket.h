// SPDX-License-Identifier: Apache-2.0
// A ticket with its values in place: what both FGL and the page description are made of.
//
// Deterministic, pure. A refusal names the field and the limit, and nothing of the value.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "shared/print/placeholders.h"
#include "shared/print/ticket_template.h"

namespace tessera::print {

inline constexpr std::size_t kQrDataBytesMax = 800;  // A symbol of level High holds 1,273.
inline constexpr std::size_t kBarDataBytesMax = 60;

// In order of precedence.
enum class TicketRefusal {
    MissingValue,  // A placeholder has no value.
    BadValue,      // Not clean UTF-8, a control character, or what a bar code cannot say.
    TooLong,       // A value, or what it makes of its field.
    NotDrawn,      // The rasteriser could not draw a text.
};

struct TicketProblem {
    TicketRefusal reason = TicketRefusal::BadValue;
    std::string path{};  // The field of the template: /fields/3; or the value: {seat.row}.
    std::string message{};
};

// The fields of the template with their placeholders replaced; images as they were. A text that has
// become empty is left out, so that an optional value leaves no trace.
[[nodiscard]] tl::expected<std::vector<Field>, TicketProblem> fillTicket(
    const TicketTemplate& ticket, const FieldValues& values);

// Dots that a text may be long: to the edge of the stock that it runs towards, or its own widthMax.
int roomOf(const TextField& field, const Stock& stock);

}  // namespace tessera::print
