// SPDX-License-Identifier: Apache-2.0
// What is on the paper: read back from the document's text and picture by other programs.
#include "tests/tickets/paper.h"

namespace tessera::tickets {
namespace {

const std::string kCode(154, 'K');

class TicketPdfTest : public PaperTest {
protected:
    // Every character of `words`, in whatever order its script is drawn.
    bool isReadOn(const std::string& file, const std::string& words) {
        const std::string text = textOf(file);
        for (std::size_t from = 0; from < words.size();) {
            std::size_t to = from + 1;
            while (to < words.size() && (words[to] & 0xC0) == 0x80) ++to;
            if (text.find(words.substr(from, to - from)) == std::string::npos) return false;
            from = to;
        }
        return true;
    }
};

TEST_F(TicketPdfTest, APageSaysAllThatTheGateAndTheGuestNeed) {
    const TicketPage page = somePage();
    const std::string file = write({.language = "de", .title = "Karten"}, {page});
    const std::string text = textOf(file);
    for (const std::string& part :
         {page.event, page.when, page.venue, page.section, page.row, page.seat, page.entrance,
          page.type, page.price, page.holder, page.order, page.ticket}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
    }
    for (const char* word :
         {"Reihe", "Platz", "Eingang", "Kein Einlass nach Beginn.", "Nicht übertragbar."}) {
        EXPECT_NE(text.find(word), std::string::npos) << word;
    }
    EXPECT_EQ(codeOn(file, 1), kCode);
}

TEST_F(TicketPdfTest, EveryTicketHasAPageWithItsOwnCode) {
    std::vector<TicketPage> pages;
    for (const char c : {'A', 'B', 'C'}) {
        pages.push_back(somePage());
        pages.back().code = std::string(154, c);
    }
    const std::string file = write({}, pages);
    EXPECT_NE(run({"pdfinfo", file}).find("Pages:           3"), std::string::npos);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(codeOn(file, i + 1), pages[static_cast<std::size_t>(i)].code);
    }
}

TEST_F(TicketPdfTest, NamesOfManyScriptsArePrintedAndNotBoxes) {
    for (const auto& [language, name] : std::vector<std::pair<std::string, std::string>>{
             {"ar", "نور الهدى"}, {"en", "Ђорђе Čapek"}, {"el", "Νίκος"}, {"hi", "अनीता"}}) {
        TicketPage page = somePage();
        page.holder = name;
        const std::string file = write({.language = language}, {page});
        EXPECT_TRUE(isReadOn(file, name)) << language << ": " << textOf(file);
        EXPECT_EQ(codeOn(file, 1), kCode) << language;
    }
}

// What has no glyph anywhere is drawn as a box, which is no text: the test above would see it.
TEST_F(TicketPdfTest, ANameWithoutAFontIsNotReadBack) {
    const std::string name = "\U0001F8FE\U000E0FFF\U0003FFFD";  // Assigned to nothing.
    TicketPage page = somePage();
    page.holder = name;
    EXPECT_FALSE(isReadOn(write({.language = "en"}, {page}), name));
}

TEST_F(TicketPdfTest, TextThatIsTooLongLeavesOnePageAndTheCodeOnIt) {
    TicketPage page = somePage();
    for (std::string* part : {&page.event, &page.venue, &page.section, &page.holder, &page.terms}) {
        for (int i = 0; i < 400; ++i) *part += " immer länger";
    }
    const std::string file = write({.language = "de"}, {page});
    EXPECT_EQ(codeOn(file, 1), kCode);
    EXPECT_NE(run({"pdfinfo", file}).find("Pages:           1"), std::string::npos);
}

TEST_F(TicketPdfTest, TheSameTicketsGiveTheSameDocument) {
    const std::vector<TicketPage> pages{somePage()};
    EXPECT_EQ(*ticketsPdf({}, pages), *ticketsPdf({}, pages));
}

TEST_F(TicketPdfTest, WhatCannotBePrintedIsRefused) {
    EXPECT_FALSE(ticketsPdf({}, {}).has_value());
    EXPECT_FALSE(ticketsPdf({}, std::vector<TicketPage>(101, somePage())).has_value());
    TicketPage page = somePage();
    page.code.clear();
    EXPECT_FALSE(ticketsPdf({}, std::vector<TicketPage>{page}).has_value());
}

}  // namespace
}  // namespace tessera::tickets
