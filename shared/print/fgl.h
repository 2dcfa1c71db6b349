// SPDX-License-Identifier: Apache-2.0
// The bytes of one ticket for a Boca printer.
//
// By Boca's "FGL Programming Guide" (FGL46; the printer must have its BMP and QR commands). Each
// thing sets all that it depends on, so nothing hangs on what was printed before. Text outside of
// ASCII, text with < or > (which FGL knows no way to print, and which could otherwise become a
// command), and text that is longer than its room are drawn by the rasteriser and sent as pictures.
// Deterministic if the rasteriser is. Nothing is kept.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "shared/print/filled_ticket.h"
#include "shared/print/text_raster.h"

namespace tessera::print {

enum class Cut { Yes, No };  // <p> or <q>: the latter leaves tickets in one strip.

// One ticket; the printer acknowledges it with one byte.
[[nodiscard]] tl::expected<std::string, TicketProblem> compileFgl(const TicketTemplate& ticket,
                                                                  const FieldValues& values,
                                                                  TextRasteriser& rasteriser,
                                                                  Cut cut);

}  // namespace tessera::print
