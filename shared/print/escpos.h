// SPDX-License-Identifier: Apache-2.0
// The bytes of one receipt for a printer that speaks ESC/POS.
//
// By Epson's "ESC/POS Command Reference". A line is sent in the printer's code pages where they can
// show it, and is drawn by the rasteriser where they cannot (GS v 0). Deterministic if the
// rasteriser is. Nothing is kept.
#pragma once

#include <span>
#include <string>
#include <tl/expected.hpp>

#include "shared/print/code_pages.h"
#include "shared/print/receipt_layout.h"
#include "shared/print/text_raster.h"

namespace tessera::print {

struct EscposModel {
    ReceiptColumns columns = ReceiptColumns::C48;
    std::span<const CodePage> pages = knownCodePages();  // What its fonts have; empty: ASCII alone.
};

[[nodiscard]] tl::expected<std::string, ReceiptProblem> compileEscpos(const Receipt& receipt,
                                                                      const EscposModel& model,
                                                                      TextRasteriser& rasteriser);

// The pulse that opens a drawer, alone: never in a document, of which copies, reprints and those
// that waited for paper would open it too. 1 is the connector's pin 2, 2 is pin 5.
// REQUIRES: drawer is 1 or 2.
std::string drawerPulse(int drawer);

}  // namespace tessera::print
