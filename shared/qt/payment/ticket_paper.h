// SPDX-License-Identifier: Apache-2.0
// What stands on a ticket of the house: values of one sold place, and where they go on the stock.
//
// Pure but for the file that a template is read from. The GUI's thread. Values are personal data
// and codes that admit: onto paper and into the print queue's file, never into a log.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

#include "shared/print/placeholders.h"
#include "shared/print/ticket_template.h"
#include "tessera/v1/event.pb.h"
#include "tessera/v1/order.pb.h"

namespace tessera::payment {

// event.title, event.date, event.time, event.terms, venue.name, venue.city, seat.section, seat.row,
// seat.number, ticket.type, ticket.price, ticket.code, order.number. What a ticket has not is
// empty, and leaves no trace on the paper.
print::FieldValues ticketValues(const v1::Event& event, const v1::Order& order,
                                const v1::Ticket& ticket, const QLocale& locale);

// The house's own where none is laid down: 5.5 by 2 inches at 200 dots an inch, code at the left,
// words in the middle, a stub at the right.
print::TicketTemplate plainTicket();

// `folder`/EVENT.json, else `folder`/ticket.json, else plainTicket(). A file that is no template is
// passed over; `problem` says what is wrong with it, and where.
print::TicketTemplate templateFor(const QString& folder, const std::string& event,
                                  QString* problem = nullptr);

// As long as the server's are: what a template does with it, it does with a ticket's.
inline constexpr std::size_t kTicketCodeLetters = 154;
std::string sampleCode();  // Admits nobody.

// "Parkett, row 3, seat 12" for the queue's list.
QString ticketTitle(const v1::Event& event, const v1::Ticket& ticket);

}  // namespace tessera::payment
