// SPDX-License-Identifier: Apache-2.0
// A day's report and an order's invoice, as the shell asks for them: ids and parties are texts.
//
// Blocks on the database; server/app/invoices/papers.h makes the papers.
#pragma once

#include <string>

#include "server/app/invoices/papers.h"

namespace tessera::admin {

struct PaperOptions {
    std::string event;  // Public ids.
    std::string day;    // Of a report: "2026-05-04", by the venue's clocks.
    std::string order;
    std::string refund;  // Empty: the invoice; else a credit note of this group.
    std::string language;
    std::string sellerJson;  // {"name":…,"address":[…],"taxId":…,"note":…}
    std::string buyerJson;   // The same; empty: the order's contact.
};

Result<std::string> dayReportCsv(const app::PaperSources& sources, const PaperOptions& options,
                                 Instant now);
Result<app::MadeInvoice> invoicePdf(const app::PaperSources& sources, const PaperOptions& options,
                                    Instant now);

}  // namespace tessera::admin
