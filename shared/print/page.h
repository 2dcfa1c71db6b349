// SPDX-License-Identifier: Apache-2.0
// A ticket or a receipt as drawing primitives in points: for a preview, a PDF, any system printer.
//
// One point is 1/72 inch; x counts to the right and y down from the top left corner. What is drawn
// stands where the ticket printer puts it; letters are the painter's own. Deterministic, pure.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "shared/print/filled_ticket.h"
#include "shared/print/receipt_layout.h"

namespace tessera::print {

// Starts at (x, y) and runs in the direction of `rotation`, at most `widthMax` long: a painter
// draws narrower what is longer. `align` is the side of the room that it stands at.
struct PageText {
    double x = 0;
    double y = 0;
    double height = 0;
    double widthMax = 0;
    double stretch = 1;  // Width of a letter by its usual width.
    std::string text{};
    Rotation rotation = Rotation::None;
    bool bold = false;
    bool rightToLeft = false;
    Align align = Align::Start;
};

struct PageRect {  // Black.
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct PageImage {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Bitmap bitmap{};
};

using PagePrimitive = std::variant<PageText, PageRect, PageImage>;

struct Page {
    double width = 0;
    double height = 0;
    std::vector<PagePrimitive> primitives{};
};

[[nodiscard]] tl::expected<Page, TicketProblem> ticketPage(const TicketTemplate& ticket,
                                                           const FieldValues& values);

// Cuts end the page's content, kicks leave nothing on it.
[[nodiscard]] tl::expected<Page, ReceiptProblem> receiptPage(const Receipt& receipt,
                                                             ReceiptColumns columns);

}  // namespace tessera::print
