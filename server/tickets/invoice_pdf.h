// SPDX-License-Identifier: Apache-2.0
// An invoice or a credit note as a PDF document, on as many sheets as its lines need.
//
// In the languages of the tickets; a language that is written from right to left is laid out so.
// What sums to what is the caller's: it is printed as it is given. The document is tagged.
//
// Pure but for fontconfig's cache; thread-safe. Deterministic for one set of fonts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::tickets {

inline constexpr std::size_t kInvoiceLinesMax = 500;

struct InvoiceParty {
    std::string name{};
    std::vector<std::string> address{};  // A line each, at most eight are printed.
    std::string taxId{};
};

struct InvoiceLine {
    std::string what{};   // The ticket type.
    std::string place{};  // "Stalls, row F, seat 12".
    Money net{};
    std::vector<Rate> rates{};
    Money tax{};
    Money gross{};
};

struct InvoiceTax {
    Rate rate{};
    Money net{};
    Money tax{};
};

enum class PaidBy { Card, Cash, GiftCard, OnAccount, Exchange };

struct InvoicePayment {
    PaidBy by = PaidBy::Card;
    Money amount{};
};

struct Invoice {
    bool isCreditNote = false;
    std::string language = "en";
    Currency currency{};
    std::string timeZone = "UTC";  // IANA: of the dates.
    std::string number{};
    std::string ofInvoice{};  // Of a credit note.
    std::string order{};
    Instant issuedAt{};
    std::optional<Instant> dueAt{};  // Of what is on account.
    std::string event{};
    Instant startsAt{};
    std::string venue{};
    InvoiceParty seller{};
    InvoiceParty buyer{};
    std::vector<InvoiceLine> lines{};
    std::vector<InvoiceTax> taxes{};
    Money total{};
    std::vector<InvoicePayment> payments{};
    std::string note{};  // At the end: plain text.
};

// Refuses none and more than kInvoiceLinesMax lines.
Result<std::string> invoicePdf(const Invoice& invoice);

}  // namespace tessera::tickets
