// SPDX-License-Identifier: Apache-2.0
// The words that are printed on an invoice, in the languages of the tickets.
//
// Constant; thread-safe.
#pragma once

#include <string_view>

namespace tessera::tickets {

struct InvoiceWords {
    std::string_view invoice;
    std::string_view creditNote;
    std::string_view number;
    std::string_view date;
    std::string_view order;
    std::string_view ofInvoice;  // Of a credit note: which invoice it is about.
    std::string_view due;
    std::string_view billTo;
    std::string_view taxId;
    std::string_view item;
    std::string_view net;
    std::string_view rate;
    std::string_view tax;
    std::string_view gross;
    std::string_view taxesByRate;
    std::string_view total;
    std::string_view paidBy;
    std::string_view refundedBy;
    std::string_view card;
    std::string_view cash;
    std::string_view giftCard;
    std::string_view onAccount;
    std::string_view exchange;
    std::string_view retained;   // What the organiser keeps of returned tickets.
    std::string_view pageOf;     // "Page {n} of {count}".
    std::string_view payUntil;   // "Please pay {amount} by {date}."
    std::string_view pointSign;  // Between a number's whole and its fraction.
};

// Of a BCP 47 tag by its language; English for every other.
const InvoiceWords& invoiceWords(std::string_view language);

}  // namespace tessera::tickets
