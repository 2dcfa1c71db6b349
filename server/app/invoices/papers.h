// SPDX-License-Identifier: Apache-2.0
// Papers about an event's money: a day's report as CSV, an order's invoice as PDF.
//
// What rows name by number is named by the event's own words. Blocks on the database; thread-safe.
// Refers to what it reads.
#pragma once

#include <string>

#include "server/app/invoices/invoice_making.h"
#include "server/app/plan/layout_library.h"
#include "server/store/finance.h"
#include "server/store/store.h"

namespace tessera::app {

// The database, by what reads it.
struct PaperSources {
    store::Catalog& catalog;
    store::Finance& finance;
    store::Invoices& invoices;
    plan::LayoutLibrary& layouts;
};

struct InvoiceWanted {
    store::InvoiceSubject subject;
    std::string language{};  // BCP 47; empty: the order's.
    tickets::InvoiceParty seller{};
    tickets::InvoiceParty buyer{};  // Without a name: the order's contact.
    std::string note{};
};

// Error::code of what is not there to be put on paper.
inline constexpr const char* kEventUnknown = "EVENT_UNKNOWN";
inline constexpr const char* kDayInvalid = "DAY_INVALID";
inline constexpr const char* kDayAhead = "DAY_AHEAD";  // It has not begun at the venue.
inline constexpr const char* kBooksDisagree = "BOOKS_DISAGREE";

// `day`: "2026-05-04", by the venue's clocks. A report that does not sum to its ledger is refused.
Result<std::string> dayReportCsv(const PaperSources& sources, EventId event, const std::string& day,
                                 Instant now);

// As makeInvoice, with the event's words.
Result<MadeInvoice> invoicePaper(const PaperSources& sources, const InvoiceWanted& wanted,
                                 Instant now);

}  // namespace tessera::app
