// SPDX-License-Identifier: Apache-2.0
// Invoices and credit notes, numbered without gaps in a series per event and kind.
//
// A number is taken, and what it is the number of is written, in one transaction behind the lock of
// the series' row: what is rolled back has taken none. The same order asked for twice gives the
// same number and the text of the first time. Thread-safe; blocks, each call with a deadline. Owns
// its connections.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/store/finance_report.h"
#include "server/store/postgres_store.h"
#include "server/store/price_shares.h"

namespace tessera::store {

// The numbers are the database's.
enum class InvoiceKind : std::uint8_t { Invoice = 1, CreditNote = 2 };

// An order's own invoice, or the credit note of one group of its refunds.
struct InvoiceSubject {
    EventId event;
    OrderId order;
    RefundId group{};  // 0: the invoice.
    InvoiceKind kind() const { return group ? InvoiceKind::CreditNote : InvoiceKind::Invoice; }
};

struct InvoiceToIssue {
    InvoiceSubject subject;
    std::string prefix;  // Of the series where it begins with this one; 1 to 32 bytes.
    Money total;
    std::string document;  // What is printed beside the number; at most kInvoiceBytesMax.
    Instant now;
};
inline constexpr std::size_t kInvoiceBytesMax = std::size_t{1} << 20;

struct IssuedInvoice {
    InvoiceSubject subject;
    std::string prefix;
    std::int32_t number = 0;
    Instant issuedAt;
    Money total;
    std::string document;
    bool isNew = false;
};

// "A7-000012": sorts as it counts, up to a million of an event.
std::string invoiceNumber(const std::string& prefix, std::int32_t number);

// An order as an invoice needs it.
struct InvoiceFacts {
    OrderId order;
    engine::OrderState state = engine::OrderState::Paying;
    Instant createdAt;
    Money total;
    Currency currency;
    std::string contactName;  // Personal data, as is the address.
    std::string contactEmail;
    std::string language;
    std::vector<SoldTicket> tickets;  // Ascending.
    std::vector<PlaceShare> shares;   // Beside tickets.
    struct Payment {
        engine::TenderKind kind = engine::TenderKind::Card;
        Money amount;           // Captured, or given back.
        std::string reference;  // As TenderRow's.
        Instant dueAt{};        // As TenderRow's.
    };
    std::vector<Payment> payments;
    struct Group {
        RefundId id;
        Money amount;  // What goes back in all.
        Money retained;
        std::vector<Payment> payments;  // By tender.
    };
    std::vector<Group> groups;
};

class Invoices {
public:
    // `writers` is not used.
    explicit Invoices(PostgresOptions options);
    ~Invoices();
    Invoices(const Invoices&) = delete;
    Invoices& operator=(const Invoices&) = delete;

    // A failure with Effect::Unknown may have issued it: asked again, it is given back.
    Result<IssuedInvoice> issue(const InvoiceToIssue& wanted);
    Result<std::optional<IssuedInvoice>> find(const InvoiceSubject& subject);
    // Nothing: there is no such order.
    Result<std::optional<InvoiceFacts>> readFacts(EventId event, OrderId order);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace tessera::store
