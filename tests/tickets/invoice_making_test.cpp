// SPDX-License-Identifier: Apache-2.0
// What an invoice and a credit note say, from an order's facts.
#include "server/app/invoices/invoice_making.h"

#include <gtest/gtest.h>

#include "server/tickets/invoice_json.h"

namespace tessera::app {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};
const EventId kEvent{9};
const RefundId kGroup{70};

// Three tickets of 119.00 with 19 % in it; the third one was returned, 9.00 were kept.
store::InvoiceFacts someFacts() {
    store::InvoiceFacts facts;
    facts.order = OrderId{5};
    facts.state = engine::OrderState::Paid;
    facts.total = Money{35700};
    facts.currency = Currency{{'E', 'U', 'R'}};
    facts.contactName = "Ada";
    facts.contactEmail = "ada@example.org";
    facts.language = "de";
    for (std::int64_t i = 0; i < 3; ++i) {
        store::SoldTicket ticket;
        ticket.row.id = TicketId{10 + i};
        ticket.row.price = Money{11900};
        if (i == 2) ticket.group = kGroup;
        facts.tickets.push_back(ticket);
        facts.shares.push_back({Money{11900}, {}, {{0, Rate{190000}, Money{10000}, Money{1900}}}});
    }
    facts.payments = {{engine::TenderKind::GiftCard, Money{5000}, "7"},
                      {engine::TenderKind::Invoice, Money{30700}, "Guild"}};
    facts.groups = {
        {kGroup, Money{11000}, Money{900}, {{engine::TenderKind::Invoice, Money{11000}, "Guild"}}}};
    return facts;
}

void expectSums(const tickets::Invoice& invoice) {
    Money net, tax, gross, taxNet, taxes;
    for (const auto& line : invoice.lines) {
        net += line.net;
        tax += line.tax;
        gross += line.gross;
    }
    for (const auto& each : invoice.taxes) {
        taxNet += each.net;
        taxes += each.tax;
    }
    EXPECT_EQ(gross, invoice.total);
    EXPECT_EQ(net + tax, gross);
    EXPECT_EQ(taxes, tax);
    Money paid;
    for (const auto& each : invoice.payments) paid += each.amount;
    EXPECT_EQ(paid, invoice.total);
}

TEST(InvoiceMakingTest, AnInvoiceIsOfAllThatWasBoughtWhateverCameBack) {
    const auto invoice = invoiceText(someFacts(), {kEvent, OrderId{5}, {}}, {}, kNow);
    ASSERT_TRUE(invoice) << invoice.error().message;
    EXPECT_EQ(invoice->lines.size(), 3U);
    EXPECT_EQ(invoice->total, Money{35700});
    EXPECT_EQ(invoice->buyer.name, "Ada");
    EXPECT_EQ(invoice->language, "de");
    ASSERT_EQ(invoice->taxes.size(), 1U);
    EXPECT_EQ(invoice->taxes[0].net, Money{30000});
    ASSERT_TRUE(invoice->dueAt);
    EXPECT_EQ(*invoice->dueAt, kNow + Duration::ofMinutes(14 * 24 * 60));
    expectSums(*invoice);
}

TEST(InvoiceMakingTest, ItIsDueWhenItWasAgreedTheFirstOfSeveral) {
    auto facts = someFacts();
    facts.payments.back().dueAt = kNow + Duration::ofMinutes(90);
    facts.payments.push_back(facts.payments.back());
    facts.payments.back().dueAt = kNow + Duration::ofMinutes(60);
    facts.payments.front().dueAt = kNow;  // A gift card owes nothing.
    const auto invoice = invoiceText(facts, {kEvent, OrderId{5}, {}}, {}, kNow);
    ASSERT_TRUE(invoice && invoice->dueAt);
    EXPECT_EQ(*invoice->dueAt, kNow + Duration::ofMinutes(60));
}

TEST(InvoiceMakingTest, NobodyInParticularIsBilledToNobody) {
    auto facts = someFacts();
    facts.contactName.clear();
    facts.contactEmail.clear();
    const auto invoice = invoiceText(facts, {kEvent, OrderId{5}, {}}, {}, kNow);
    ASSERT_TRUE(invoice);
    EXPECT_TRUE(invoice->buyer.name.empty());
    EXPECT_TRUE(invoice->buyer.address.empty());
}

TEST(InvoiceMakingTest, ACreditNoteIsOfWhatGoesBackAndItsTaxes) {
    const auto note = invoiceText(someFacts(), {kEvent, OrderId{5}, kGroup}, {}, kNow);
    ASSERT_TRUE(note) << note.error().message;
    EXPECT_TRUE(note->isCreditNote);
    ASSERT_EQ(note->lines.size(), 1U);
    EXPECT_EQ(note->total, Money{11000});
    EXPECT_EQ(note->lines[0].tax, Money{1900 * 11000 / 11900});
    EXPECT_FALSE(note->dueAt);
    expectSums(*note);
}

TEST(InvoiceMakingTest, WhatIsNotPaidOrWasNotReturnedHasNone) {
    store::InvoiceFacts facts = someFacts();
    const auto none = invoiceText(facts, {kEvent, OrderId{5}, RefundId{71}}, {}, kNow);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, kNothingToCredit);
    facts.state = engine::OrderState::Unpaid;
    const auto unpaid = invoiceText(facts, {kEvent, OrderId{5}, {}}, {}, kNow);
    ASSERT_FALSE(unpaid);
    EXPECT_EQ(unpaid.error().code, kOrderNotPaid);
}

TEST(InvoiceMakingTest, WhatIsKeptIsReadBackAsItWas) {
    auto invoice = invoiceText(someFacts(), {kEvent, OrderId{5}, {}}, {}, kNow);
    ASSERT_TRUE(invoice);
    const std::string kept = tickets::encodeInvoice(*invoice);
    const auto read = tickets::decodeInvoice(kept);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(tickets::encodeInvoice(*read), kept);
    EXPECT_EQ(*tickets::invoicePdf(*read), *tickets::invoicePdf(*invoice));
    for (const char* bad : {"", "[]", "{}", "{\"currency\":\"euro\"}"}) {
        EXPECT_FALSE(tickets::decodeInvoice(bad)) << bad;
    }
}

}  // namespace
}  // namespace tessera::app
