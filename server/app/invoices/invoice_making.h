// SPDX-License-Identifier: Apache-2.0
// An order's invoice, or the credit note of a group of its refunds, as a PDF document.
//
// The text is made from the order's quote and the terms it was sold on, issued under the next
// number of the event's series, and drawn from what is stored: asked for again it is the same.
// Blocks on the database; thread-safe.
#pragma once

#include <functional>
#include <string>

#include "server/store/invoices.h"
#include "server/tickets/invoice_pdf.h"

namespace tessera::app {

// What an order's rows do not say.
struct InvoiceContext {
    tickets::InvoiceParty seller;
    tickets::InvoiceParty buyer;  // Without a name: the order's contact.
    std::string event;
    Instant startsAt;
    std::string venue;
    std::string timeZone;                                    // IANA, of the venue.
    std::string language;                                    // Empty: the order's.
    std::string prefix;                                      // Empty: made from the event's id.
    Duration payWithin = Duration::ofMinutes(14 * 24 * 60);  // Of what is on account.
    std::string note;
    std::function<std::string(TicketTypeNo)> typeName;
    // In the invoice's language.
    std::function<std::string(const engine::TicketRow&, const std::string& language)> placeName;
};

struct MadeInvoice {
    std::string number;
    std::string pdf;
    bool isNew = false;
};

// Error::code of what cannot be invoiced.
inline constexpr const char* kOrderUnknown = "ORDER_UNKNOWN";
inline constexpr const char* kOrderNotPaid = "ORDER_NOT_PAID";
inline constexpr const char* kNothingToCredit = "NOTHING_TO_CREDIT";

Result<MadeInvoice> makeInvoice(store::Invoices& invoices, const store::InvoiceSubject& subject,
                                const InvoiceContext& context, Instant now);

// The text alone, without its number. Pure.
Result<tickets::Invoice> invoiceText(const store::InvoiceFacts& facts,
                                     const store::InvoiceSubject& subject,
                                     const InvoiceContext& context, Instant now);

}  // namespace tessera::app
