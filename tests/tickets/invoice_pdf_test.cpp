// SPDX-License-Identifier: Apache-2.0
// What is on an invoice: read back from the document by other programs.
#include "server/tickets/invoice_pdf.h"

#include <fstream>

#include "server/tickets/invoice_words.h"
#include "tests/tickets/paper.h"

namespace tessera::tickets {
namespace {

Invoice someInvoice(std::size_t lines) {
    Invoice out;
    out.language = "de";
    out.currency = Currency{{'E', 'U', 'R'}};
    out.timeZone = "Europe/Vienna";
    out.number = "OP7-000042";
    out.order = "0000000K3P00000000000A7B2C";
    out.issuedAt = *parseRfc3339("2026-12-05T10:00:00Z");
    out.event = "Die Fledermaus";
    out.startsAt = *parseRfc3339("2026-12-31T19:00:00Z");
    out.venue = "Großes Theater, Wien";
    out.seller = {"Theaterverein Wien", {"Ringstraße 1", "1010 Wien", "Österreich"}, "ATU12345678"};
    out.buyer = {"Rosalinde von Eisenstein", {"Am Graben 5", "1010 Wien"}, ""};
    for (std::size_t i = 0; i < lines; ++i) {
        out.lines.push_back({"Erwachsene",
                             "Parkett, Reihe F, Platz " + std::to_string(i + 1),
                             Money{3824},
                             {Rate{190000}},
                             Money{726},
                             Money{4550}});
    }
    const auto count = static_cast<std::int64_t>(lines);
    out.taxes = {{Rate{190000}, Money{3824 * count}, Money{726 * count}}};
    out.total = Money{4550 * count};
    out.payments = {{PaidBy::GiftCard, Money{1000}}, {PaidBy::Card, out.total - Money{1000}}};
    out.note = "Vielen Dank für Ihren Besuch.";
    return out;
}

class InvoicePdfTest : public PaperTest {
protected:
    std::string writeInvoice(const Invoice& invoice) {
        const auto pdf = invoicePdf(invoice);
        EXPECT_TRUE(pdf.has_value()) << pdf.error().message;
        const std::string file = dir_ / "invoice.pdf";
        std::ofstream(file, std::ios::binary) << pdf.value_or("");
        return file;
    }
    static int pagesOf(const std::string& file) {
        const std::string info = run({"pdfinfo", file});
        const auto at = info.find("Pages:");
        return at == std::string::npos ? 0 : std::stoi(info.substr(at + 6));
    }
};

TEST_F(InvoicePdfTest, ItSaysWhoSellsWhatToWhomForHowMuch) {
    const Invoice invoice = someInvoice(2);
    const std::string file = writeInvoice(invoice);
    const std::string text = textOf(file);
    for (const std::string& part :
         {std::string("Rechnung"), invoice.number, invoice.seller.name, invoice.seller.address[0],
          invoice.seller.taxId, invoice.buyer.name, invoice.buyer.address[0], invoice.event,
          invoice.lines[0].what, invoice.lines[1].place, std::string("19 %"),
          std::string("5. Dezember 2026"), std::string("91,00 €"), std::string("76,48 €"),
          std::string("Bezahlt mit: Gutschein"), std::string("Seite 1 von 1"), invoice.note}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
    }
    EXPECT_EQ(pagesOf(file), 1);
    EXPECT_EQ(text.find("Fällig"), std::string::npos);
}

TEST_F(InvoicePdfTest, NobodyInParticularIsNotBilledByName) {
    Invoice invoice = someInvoice(1);
    invoice.buyer = {};
    const std::string text = textOf(writeInvoice(invoice));
    EXPECT_EQ(text.find(invoiceWords(invoice.language).billTo), std::string::npos);
    EXPECT_NE(text.find(invoice.seller.name), std::string::npos);
}

TEST_F(InvoicePdfTest, WhatIsOnAccountHasADueDate) {
    Invoice invoice = someInvoice(1);
    invoice.payments = {{PaidBy::OnAccount, invoice.total}};
    invoice.dueAt = invoice.issuedAt + Duration::ofMinutes(14 * 24 * 60);
    const std::string text = textOf(writeInvoice(invoice));
    EXPECT_NE(text.find("Fällig am"), std::string::npos) << text;
    EXPECT_NE(text.find("19. Dezember 2026"), std::string::npos) << text;
}

TEST_F(InvoicePdfTest, ACreditNoteNamesItsInvoice) {
    Invoice invoice = someInvoice(1);
    invoice.isCreditNote = true;
    invoice.ofInvoice = "OP7-000001";
    const std::string text = textOf(writeInvoice(invoice));
    EXPECT_NE(text.find("Gutschrift"), std::string::npos) << text;
    EXPECT_NE(text.find("OP7-000001"), std::string::npos) << text;
    EXPECT_NE(text.find("Erstattet auf"), std::string::npos) << text;
}

TEST_F(InvoicePdfTest, AHundredTicketsAreOnSheetsThatEachHaveTheColumnsNamesAndSumsOnTheLast) {
    const std::string file = writeInvoice(someInvoice(100));
    const int pages = pagesOf(file);
    EXPECT_GE(pages, 3);
    EXPECT_LE(pages, 7);
    const std::string text = textOf(file);
    std::size_t heads = 0;
    for (auto at = text.find("Brutto"); at != std::string::npos; at = text.find("Brutto", at + 1)) {
        ++heads;
    }
    EXPECT_EQ(heads, static_cast<std::size_t>(pages));
    for (int i = 1; i <= 100; ++i) {
        EXPECT_NE(text.find("Platz " + std::to_string(i) + "\n"), std::string::npos) << i;
    }
    EXPECT_EQ(text.find("Gesamtbetrag"), text.rfind("Gesamtbetrag"));
    EXPECT_LT(text.find("Platz 100\n"), text.find("Gesamtbetrag"));
}

TEST_F(InvoicePdfTest, EveryLanguageHasItsOwnWords) {
    for (const auto& [language, word] : std::vector<std::pair<std::string, std::string>>{
             {"en", "Invoice"}, {"de", "Rechnung"}, {"fr", "Facture"}, {"es", "Factura"}}) {
        Invoice invoice = someInvoice(1);
        invoice.language = language;
        EXPECT_NE(textOf(writeInvoice(invoice)).find(word), std::string::npos) << language;
    }
    Invoice invoice = someInvoice(1);
    invoice.language = "ar";
    EXPECT_NE(textOf(writeInvoice(invoice)).find("OP7-000042"), std::string::npos);
}

TEST_F(InvoicePdfTest, TheSameInvoiceGivesTheSameDocumentAndNoLinesGiveNone) {
    EXPECT_EQ(*invoicePdf(someInvoice(2)), *invoicePdf(someInvoice(2)));
    EXPECT_FALSE(invoicePdf(someInvoice(0)).has_value());
    EXPECT_FALSE(invoicePdf(someInvoice(501)).has_value());
}

}  // namespace
}  // namespace tessera::tickets
