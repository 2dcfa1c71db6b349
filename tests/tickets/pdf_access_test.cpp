// SPDX-License-Identifier: Apache-2.0
#include "server/tickets/pdf_access.h"

#include <gtest/gtest.h>

#include <regex>

#include "server/tickets/ticket_pdf.h"

namespace tessera::tickets {
namespace {

std::string drawn(const std::string& language) {
    TicketPage page;
    page.event = "Die Fledermaus";
    page.seat = "12";
    page.code = std::string(154, 'K');
    return ticketsPdf({.language = language, .title = "Karten"}, std::vector{page, page}).value();
}

std::size_t lastNumberAfter(const std::string& pdf, const std::string& name) {
    return std::stoul(pdf.substr(pdf.rfind(name) + name.size()));
}

std::string lastPart(const std::string& pdf) {
    return pdf.substr(pdf.find("%%EOF"));
}

TEST(PdfAccessTest, TheDocumentNamesItsLanguageAndWhatItsCodesAre) {
    const std::string added = lastPart(drawn("de-AT"));
    EXPECT_NE(added.find("/Lang (de)"), std::string::npos) << added;
    EXPECT_NE(added.find("/DisplayDocTitle true"), std::string::npos);
    const std::string alt = "/Alt <FEFF00510052002D0043006F00640065";  // "QR-Code".
    const auto first = added.find(alt);
    ASSERT_NE(first, std::string::npos) << added;
    EXPECT_NE(added.find(alt, first + 1), std::string::npos);
}

// A reader goes by these numbers alone.
TEST(PdfAccessTest, TheTableOfWhatWasAddedPointsAtIt) {
    const std::string pdf = drawn("ar");
    const std::size_t table = lastNumberAfter(pdf, "startxref\n");
    ASSERT_EQ(pdf.compare(table, 5, "xref\n"), 0);
    const std::string entries = pdf.substr(table, pdf.find("trailer", table) - table);
    const std::regex entry(R"((\d+) 1\n(\d{10}) 00000 n \n)");
    int count = 0;
    for (std::sregex_iterator it(entries.begin(), entries.end(), entry), end; it != end; ++it) {
        const std::string begins = (*it)[1].str() + " 0 obj\n<<";
        EXPECT_EQ(pdf.compare(std::stoul((*it)[2]), begins.size(), begins), 0) << begins;
        ++count;
    }
    EXPECT_EQ(count, 3);  // Two figures and the catalog.
    EXPECT_EQ(pdf.compare(lastNumberAfter(pdf, "/Prev "), 5, "xref\n"), 0);
    EXPECT_LT(lastNumberAfter(pdf, "/Prev "), table);
}

TEST(PdfAccessTest, WhatIsNoSuchDocumentStaysAsItIs) {
    for (const std::string text :
         {"", "%PDF-1.7", "trailer\n", "trailer\n<< /Size 1 >>\nstartxref\n",
          "/Type /Catalog trailer\n<< >>\nstartxref\n5\n%%EOF\n"}) {
        EXPECT_EQ(accessiblePdf(text, "en", "code"), text);
    }
}

}  // namespace
}  // namespace tessera::tickets
