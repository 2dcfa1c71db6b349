// SPDX-License-Identifier: Apache-2.0
#include "server/app/invoices/invoice_making.h"

#include <algorithm>
#include <map>

#include "server/tickets/invoice_json.h"

namespace tessera::app {
namespace {

using store::InvoiceFacts;
using store::PlaceShare;

tickets::PaidBy paidBy(engine::TenderKind kind) {
    switch (kind) {
        case engine::TenderKind::Card:
        case engine::TenderKind::Reader:
            return tickets::PaidBy::Card;
        case engine::TenderKind::Cash:
            return tickets::PaidBy::Cash;
        case engine::TenderKind::GiftCard:
            return tickets::PaidBy::GiftCard;
        case engine::TenderKind::Invoice:
            return tickets::PaidBy::OnAccount;
        case engine::TenderKind::Exchange:
            return tickets::PaidBy::Exchange;
    }
    return tickets::PaidBy::Card;
}

// Lines and their taxes, summed by rate.
class Lines {
public:
    Lines(const InvoiceContext& context, tickets::Invoice& out) : context_(context), out_(out) {}

    // `part` of what the place cost, all of it for an invoice.
    void add(const engine::TicketRow& ticket, const PlaceShare& share, Money part) {
        tickets::InvoiceLine line;
        if (context_.typeName) line.what = context_.typeName(ticket.type);
        if (context_.placeName) line.place = context_.placeName(ticket, out_.language);
        line.gross = part;
        const std::vector<Money> weights{part, share.gross - part};
        for (const store::TaxShare& tax : share.taxes) {
            const bool whole = part == share.gross;
            const Money amount = whole ? tax.tax : store::split(tax.tax, weights)[0];
            const Money base = whole ? tax.base : store::split(tax.base, weights)[0];
            line.rates.push_back(tax.rate);
            line.tax += amount;
            tickets::InvoiceTax& sum = taxes_[tax.rate];
            sum.rate = tax.rate;
            sum.net += base;
            sum.tax += amount;
        }
        line.net = line.gross - line.tax;
        out_.total += line.gross;
        out_.lines.push_back(std::move(line));
    }
    void finish() {
        for (const auto& [rate, sum] : taxes_) out_.taxes.push_back(sum);
    }

private:
    const InvoiceContext& context_;
    tickets::Invoice& out_;
    std::map<Rate, tickets::InvoiceTax> taxes_;
};

void addPayments(const std::vector<InvoiceFacts::Payment>& payments, tickets::Invoice& out) {
    for (const InvoiceFacts::Payment& each : payments) {
        out.payments.push_back({paidBy(each.kind), each.amount});
    }
}

void writeHead(const InvoiceFacts& facts, const store::InvoiceSubject& subject,
               const InvoiceContext& context, tickets::Invoice& out) {
    out.isCreditNote = static_cast<bool>(subject.group);
    out.language = !context.language.empty() ? context.language : facts.language;
    if (out.language.empty()) out.language = "en";
    out.currency = facts.currency;
    out.timeZone = context.timeZone;
    out.order = encodePublicId(subject.event, subject.order.value);
    out.event = context.event;
    out.startsAt = context.startsAt;
    out.venue = context.venue;
    out.seller = context.seller;
    out.note = context.note;
    out.buyer = context.buyer;
    if (!out.buyer.name.empty()) return;
    out.buyer.name = facts.contactName;
    out.buyer.address.clear();
    if (!facts.contactEmail.empty()) out.buyer.address = {facts.contactEmail};
}

Status writeInvoice(const InvoiceFacts& facts, const InvoiceContext& context, Instant now,
                    tickets::Invoice& out) {
    Lines lines(context, out);
    for (std::size_t i = 0; i < facts.tickets.size(); ++i) {
        lines.add(facts.tickets[i].row, facts.shares[i], facts.shares[i].gross);
    }
    lines.finish();
    addPayments(facts.payments, out);
    // The first of several: all of it is one paper. Tenders of before have none.
    for (const InvoiceFacts::Payment& each : facts.payments) {
        if (each.kind != engine::TenderKind::Invoice) continue;
        const Instant due = each.dueAt == Instant{} ? now + context.payWithin : each.dueAt;
        out.dueAt = std::min(out.dueAt.value_or(due), due);
    }
    return {};
}

Status writeCreditNote(const InvoiceFacts& facts, RefundId id, const InvoiceContext& context,
                       tickets::Invoice& out) {
    const auto group = std::find_if(facts.groups.begin(), facts.groups.end(),
                                    [&](const auto& each) { return each.id == id; });
    std::vector<std::size_t> of;
    std::vector<Money> prices;
    for (std::size_t i = 0; i < facts.tickets.size(); ++i) {
        if (facts.tickets[i].group != id) continue;
        of.push_back(i);
        prices.push_back(facts.shares[i].gross);
    }
    if (group == facts.groups.end() || of.empty()) {
        return failure("make a credit note: no ticket was returned", Effect::None,
                       kNothingToCredit);
    }
    const auto parts = store::split(group->amount, prices);
    Lines lines(context, out);
    for (std::size_t i = 0; i < of.size(); ++i) {
        lines.add(facts.tickets[of[i]].row, facts.shares[of[i]], parts[i]);
    }
    lines.finish();
    addPayments(group->payments, out);
    return {};
}

// A series of its own for each event: the event's id is in its numbers.
std::string prefixOf(const store::InvoiceSubject& subject, const InvoiceContext& context) {
    if (!context.prefix.empty()) return context.prefix;
    return encodePublicId(subject.event.value) + (subject.group ? "-C" : "");
}

Result<MadeInvoice> drawn(const store::IssuedInvoice& issued) {
    auto text = tickets::decodeInvoice(issued.document);
    if (!text) return tl::make_unexpected(text.error());
    MadeInvoice out;
    out.number = store::invoiceNumber(issued.prefix, issued.number);
    out.isNew = issued.isNew;
    text->number = out.number;
    text->issuedAt = issued.issuedAt;
    auto pdf = tickets::invoicePdf(*text);
    if (!pdf) return tl::make_unexpected(pdf.error());
    out.pdf = std::move(*pdf);
    return out;
}

}  // namespace

Result<tickets::Invoice> invoiceText(const InvoiceFacts& facts,
                                     const store::InvoiceSubject& subject,
                                     const InvoiceContext& context, Instant now) {
    if (facts.state != engine::OrderState::Paid || facts.tickets.empty()) {
        return failure("make an invoice: the order is not paid", Effect::None, kOrderNotPaid);
    }
    tickets::Invoice out;
    writeHead(facts, subject, context, out);
    const Status written = subject.group ? writeCreditNote(facts, subject.group, context, out)
                                         : writeInvoice(facts, context, now, out);
    if (!written) return tl::make_unexpected(written.error());
    return out;
}

Result<MadeInvoice> makeInvoice(store::Invoices& invoices, const store::InvoiceSubject& subject,
                                const InvoiceContext& context, Instant now) {
    const auto before = invoices.find(subject);
    if (!before) return tl::make_unexpected(before.error());
    if (*before) return drawn(**before);
    const auto facts = invoices.readFacts(subject.event, subject.order);
    if (!facts) return tl::make_unexpected(facts.error());
    if (!*facts) return failure("make an invoice: no such order", Effect::None, kOrderUnknown);
    auto text = invoiceText(**facts, subject, context, now);
    if (!text) return tl::make_unexpected(text.error());
    if (subject.group) {
        const auto of = invoices.find({subject.event, subject.order, {}});
        if (!of) return tl::make_unexpected(of.error());
        if (*of) text->ofInvoice = store::invoiceNumber((*of)->prefix, (*of)->number);
    }
    const auto issued = invoices.issue(
        {subject, prefixOf(subject, context), text->total, tickets::encodeInvoice(*text), now});
    if (!issued) return tl::make_unexpected(issued.error());
    return drawn(*issued);
}

}  // namespace tessera::app
