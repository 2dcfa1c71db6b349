// SPDX-License-Identifier: Apache-2.0
#include "server/store/invoices.h"

#include <algorithm>

#include "server/store/event_rows.h"
#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"
#include "server/store/terms_codec.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kDigits = 6;
constexpr std::size_t kPrefixMax = 32;

PgParams seriesParams(const InvoiceSubject& subject) {
    PgParams params;
    params.addInt8(subject.event.value);
    params.addInt2(static_cast<std::int16_t>(subject.kind()));
    return params;
}

PgParams subjectParams(const InvoiceSubject& subject) {
    PgParams params = seriesParams(subject);
    params.addInt8(subject.order.value);
    params.addInt8(subject.group.value);
    return params;
}

std::optional<IssuedInvoice> readIssued(Work& work, const InvoiceSubject& subject) {
    const PgRows rows = work.run(
        "SELECT s.prefix, i.number, i.issued_at, i.total, i.document FROM invoice i "
        "JOIN invoice_series s ON s.event_id = $1 AND s.kind = $2 "
        "WHERE i.event_id = $1 AND i.kind = $2 AND i.order_id = $3 AND i.refund_group = $4",
        subjectParams(subject));
    if (rows.count() == 0) return std::nullopt;
    IssuedInvoice out;
    out.subject = subject;
    out.prefix = rows.text(0, 0);
    out.number = rows.as<std::int32_t>(0, 1);
    out.issuedAt.micros = rows.number(0, 2);
    out.total.minor = rows.number(0, 3);
    out.document = rows.text(0, 4);
    return out;
}

// Whoever issues of this series waits here, until the one before has committed or rolled back.
void lockSeries(Work& work, const InvoiceToIssue& wanted) {
    PgParams made = seriesParams(wanted.subject);
    made.addText(wanted.prefix);
    work.run(
        "INSERT INTO invoice_series (event_id, kind, prefix, last_number) VALUES ($1, $2, $3, 0) "
        "ON CONFLICT (event_id, kind) DO NOTHING RETURNING 1",
        made);
    work.run("SELECT last_number FROM invoice_series WHERE event_id = $1 AND kind = $2 FOR UPDATE",
             seriesParams(wanted.subject));
}

void writeInvoice(Work& work, const InvoiceToIssue& wanted, IssuedInvoice& out) {
    const PgRows next = work.run(
        "UPDATE invoice_series SET last_number = last_number + 1 "
        "WHERE event_id = $1 AND kind = $2 RETURNING last_number, prefix",
        seriesParams(wanted.subject));
    if (!work.good()) return;
    out.number = next.as<std::int32_t>(0, 0);
    out.prefix = next.text(0, 1);
    PgParams params = subjectParams(wanted.subject);
    params.addInt4(out.number);
    params.addInt8(wanted.now.micros);
    params.addInt8(wanted.total.minor);
    params.addText(wanted.document);
    work.run(
        "INSERT INTO invoice (event_id, kind, order_id, refund_group, number, issued_at, total, "
        "document) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING 1",
        params);
}

PgParams orderParams(EventId event, OrderId order) {
    PgParams params;
    params.addInt8(event.value);
    params.addInt8(order.value);
    return params;
}

void readTickets(Work& work, const PgParams& params, InvoiceFacts& facts) {
    const PgRows rows = work.run(
        "SELECT t.ticket_id, t.order_id, t.seat_no, t.area_no, t.ticket_type, t.state, t.price, "
        "coalesce(t.refund_id, 0), t.exchange_order, t.offer_id, t.transfer_id, t.replaces, "
        "t.offer_until FROM ticket t "
        "WHERE t.event_id = $1 AND t.order_id = $2 "
        // Void without a refund: of the order's life before it was released.
        "AND (t.state <> 3 OR t.refund_id IS NOT NULL) "
        "ORDER BY t.ticket_id",
        params);
    for (int i = 0; i < rows.count(); ++i) {
        facts.tickets.push_back({ticketAt(rows, i), RefundId{rows.number(i, 7)}});
    }
}

void readMoney(Work& work, const PgParams& params, InvoiceFacts& facts) {
    const PgRows paid = work.run(
        "SELECT t.kind, sum(a.captured)::bigint, t.reference, t.due_at FROM tender t "
        "JOIN payment_attempt a ON a.event_id = $1 AND a.tender_id = t.tender_id "
        "WHERE t.event_id = $1 AND t.order_id = $2 GROUP BY t.tender_id, t.kind, t.reference, "
        "t.due_at HAVING sum(a.captured) > 0 ORDER BY t.tender_id",
        params);
    for (int i = 0; i < paid.count(); ++i) {
        facts.payments.push_back({paid.as<engine::TenderKind>(i, 0), Money{paid.number(i, 1)},
                                  paid.text(i, 2), Instant{paid.number(i, 3)}});
    }
    const PgRows back = work.run(
        "SELECT r.group_id, t.kind, t.reference, sum(r.amount)::bigint, sum(r.retained)::bigint, "
        "max(r.reason) "
        "FROM refund r JOIN payment_attempt a ON a.event_id = $1 AND a.attempt_id = r.attempt_id "
        "JOIN tender t ON t.event_id = $1 AND t.tender_id = a.tender_id "
        "WHERE r.event_id = $1 AND r.order_id = $2 "
        "GROUP BY r.group_id, t.tender_id, t.kind, t.reference ORDER BY r.group_id, t.tender_id",
        params);
    for (int i = 0; i < back.count(); ++i) {
        const RefundId id{back.number(i, 0)};
        if (facts.groups.empty() || facts.groups.back().id != id)
            facts.groups.push_back({id, {}, {}, {}});
        InvoiceFacts::Group& group = facts.groups.back();
        const Money amount{back.number(i, 3)};
        if (amount.minor != 0) {
            group.payments.push_back(
                {back.as<engine::TenderKind>(i, 1), amount, back.text(i, 2), {}});
        }
        group.amount += amount;
        const Money retained{back.number(i, 4)};
        if (back.as<engine::RefundReason>(i, 5) != engine::RefundReason::Exchanged) {
            group.retained += retained;
        } else if (retained.minor != 0) {
            // Paid with, for another order.
            group.payments.push_back({engine::TenderKind::Exchange, retained, {}, {}});
            group.amount += retained;
        }
    }
}

// The order's own columns, and what its places cost.
Result<std::optional<InvoiceFacts>> readOrder(Work& work, EventId event, OrderId order) {
    const PgParams params = orderParams(event, order);
    const PgRows rows = work.run(
        "SELECT o.state, o.created_at, o.total, o.contact_name, o.contact_email, o.language, "
        "o.quote::text, t.terms::text FROM ticket_order o "
        "JOIN reservation r ON r.event_id = $1 AND r.reservation_id = o.reservation_id "
        "JOIN event_terms t ON t.event_id = $1 AND t.version = r.terms_version "
        "WHERE o.event_id = $1 AND o.order_id = $2",
        params);
    if (rows.count() == 0) return std::nullopt;
    InvoiceFacts facts;
    facts.order = order;
    facts.state = rows.as<engine::OrderState>(0, 0);
    facts.createdAt.micros = rows.number(0, 1);
    facts.total.minor = rows.number(0, 2);
    facts.contactName = rows.text(0, 3);
    facts.contactEmail = rows.text(0, 4);
    facts.language = rows.text(0, 5);
    const auto quote = decodeQuote(rows.bytes(0, 6));
    if (!quote) return tl::make_unexpected(quote.error());
    const auto terms = decodeTerms(rows.bytes(0, 7));
    if (!terms) return tl::make_unexpected(terms.error());
    facts.currency = terms->currency;
    readTickets(work, params, facts);
    readMoney(work, params, facts);
    if (facts.tickets.size() != placesOf(*quote)) {
        return failure("an order's tickets are not its quote's");
    }
    if (!facts.tickets.empty()) facts.shares = placeShares(*quote, *terms, facts.tickets.size());
    return facts;
}

}  // namespace

struct Invoices::Impl {
    explicit Impl(PostgresOptions given)
        : options(std::move(given)),
          pool(options.conninfo, "-c jit=off", std::max<std::size_t>(options.readers, 1)) {}

    template <class Body>
    Status transact(const std::string& tried, const Body& body) {
        auto lease =
            pool.lease(steady_clock::now() + std::chrono::microseconds(options.deadline.micros));
        if (!lease) return tl::make_unexpected(lease.error());
        Work work(**lease, tried);
        body(work);
        return work.end();
    }

    const PostgresOptions options;
    PgPool pool;
};

std::string invoiceNumber(const std::string& prefix, std::int32_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
    return prefix + "-" + digits;
}

Invoices::Invoices(PostgresOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

Invoices::~Invoices() = default;

Result<IssuedInvoice> Invoices::issue(const InvoiceToIssue& wanted) {
    if (wanted.prefix.empty() || wanted.prefix.size() > kPrefixMax) {
        return failure("an invoice's prefix has 1 to 32 bytes");
    }
    if (wanted.document.size() > kInvoiceBytesMax) return failure("an invoice is too large");
    IssuedInvoice out;
    const Status done = impl_->transact("issue an invoice", [&](Work& work) {
        lockSeries(work, wanted);
        if (auto before = readIssued(work, wanted.subject)) {
            out = std::move(*before);
            return;
        }
        out = {wanted.subject, {}, 0, wanted.now, wanted.total, wanted.document, true};
        writeInvoice(work, wanted, out);
    });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<std::optional<IssuedInvoice>> Invoices::find(const InvoiceSubject& subject) {
    std::optional<IssuedInvoice> out;
    const Status done =
        impl_->transact("find an invoice", [&](Work& work) { out = readIssued(work, subject); });
    if (!done) return tl::make_unexpected(done.error());
    return out;
}

Result<std::optional<InvoiceFacts>> Invoices::readFacts(EventId event, OrderId order) {
    Result<std::optional<InvoiceFacts>> facts;
    const Status done = impl_->transact("read an order to invoice", [&](Work& work) {
        work.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", {});
        facts = readOrder(work, event, order);
    });
    if (!done) return tl::make_unexpected(done.error());
    return facts;
}

}  // namespace tessera::store
