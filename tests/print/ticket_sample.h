// SPDX-License-Identifier: Apache-2.0
// The ticket that the tests of printing have in common, and the values on it.
//
// Deterministic, pure.
#pragma once

#include "shared/print/placeholders.h"
#include "shared/print/ticket_template.h"

namespace tessera::print {

// 5.5 by 2 inches at 200 dots an inch.
inline TicketTemplate sampleTicket() {
    TicketTemplate ticket;
    ticket.name = "Grand Theatre";
    ticket.stock = {1100, 400, 200};
    TextField title{30, 40, "{event.title}"};
    title.font = 8;
    title.heightTimes = 2;
    title.widthTimes = 2;
    ticket.fields.emplace_back(title);
    ticket.fields.emplace_back(TextField{120, 40, "ROW {seat.row}  SEAT {seat.number}"});
    TextField stub{20, 1080, "{order.number}"};
    stub.rotation = Rotation::Right;
    stub.font = 2;
    ticket.fields.emplace_back(stub);
    ticket.fields.emplace_back(QrField{200, 40, "{ticket.code}"});
    ticket.fields.emplace_back(BarField{200, 400, "{order.number}"});
    ticket.fields.emplace_back(LineField{110, 40, 900, 2});
    ticket.fields.emplace_back(BoxField{5, 5, 390, 1090, 3});
    Bitmap logo(9, 2);
    logo.set(0, 0, true);
    logo.set(8, 1, true);
    ticket.images.emplace("logo", logo);
    ticket.fields.emplace_back(ImageField{300, 900, "logo"});
    return ticket;
}

inline FieldValues sampleValues() {
    return {{"event.title", "Hamlet"},
            {"seat.row", "C"},
            {"seat.number", "14"},
            {"order.number", "A7K2-99"},
            {"ticket.code", "TSR1.c2VhdCAxNA"}};
}

}  // namespace tessera::print
