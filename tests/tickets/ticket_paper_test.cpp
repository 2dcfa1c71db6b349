// SPDX-License-Identifier: Apache-2.0
// How a page looks and is heard: sizes, what fills it, and the order in which it is read.
#include <algorithm>
#include <fstream>
#include <regex>

#include "tests/tickets/paper.h"

namespace tessera::tickets {
namespace {

class TicketPaperTest : public PaperTest {
protected:
    // Of the first word that is `text`, in points from its highest to its lowest letter's room.
    static double heightOf(const std::string& file, const std::string& text) {
        const std::string boxes = run({"pdftotext", "-bbox", "-enc", "UTF-8", file, "-"});
        const std::regex word("yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">" + text +
                              "</word>");
        std::smatch match;
        if (!std::regex_search(boxes, match, word)) return 0;
        return std::stod(match[2]) - std::stod(match[1]);
    }
    // The first page as rows of red, green and blue.
    struct Picture {
        int width = 0;
        int height = 0;
        std::string pixels{};

        // Whether no part of the pixel is lighter than `most`.
        bool isDark(int x, int y, int most) const {
            const std::size_t at = static_cast<std::size_t>(y * width + x) * 3;
            return std::all_of(pixels.begin() + static_cast<long>(at),
                               pixels.begin() + static_cast<long>(at) + 3,
                               [&](char part) { return static_cast<unsigned char>(part) <= most; });
        }
    };
    Picture pictureOf(const std::string& file, const char* dotsPerInch) {
        const std::string stem = dir_ / "picture";
        run({"pdftoppm", "-r", dotsPerInch, "-singlefile", file, stem});
        std::ifstream in(stem + ".ppm", std::ios::binary);
        Picture picture;
        std::string kind;
        int most = 0;
        in >> kind >> picture.width >> picture.height >> most;
        in.get();
        picture.pixels.resize(static_cast<std::size_t>(picture.width * picture.height) * 3);
        in.read(picture.pixels.data(), static_cast<long>(picture.pixels.size()));
        EXPECT_TRUE(in.good());
        return picture;
    }
    // The last line of the band, in points: below the stones, left of every letter.
    int bandEndOf(const std::string& file) {
        const Picture picture = pictureOf(file, "72");
        int end = 0;
        for (int y = 40; y < picture.height - 40; ++y) {
            if (picture.isDark(28, y, 90)) end = y;
        }
        return end;
    }
    // In millimetres, without the quiet zone. Nothing but the code is purely black.
    double codeWidthOf(const std::string& file) {
        const Picture picture = pictureOf(file, "150");
        int least = picture.width;
        int most = 0;
        for (int y = 0; y < picture.height; ++y) {
            for (int x = 0; x < picture.width; ++x) {
                if (!picture.isDark(x, y, 0)) continue;
                least = std::min(least, x);
                most = std::max(most, x);
            }
        }
        return (most - least + 1) / 150.0 * 25.4;
    }
    static std::string longTerms() {
        std::string terms;
        for (int i = 0; i < 300; ++i) terms += "Kein Einlass nach Beginn, auch nicht später.\n";
        return terms;
    }
};

TEST_F(TicketPaperTest, EachPageSaysWhichOfHowManyItIs) {
    const std::string file = write({.language = "de"}, {somePage(), somePage()});
    const std::string text = textOf(file);
    EXPECT_NE(text.find("Karte 1 von 2"), std::string::npos) << text;
    EXPECT_NE(text.find("Karte 2 von 2"), std::string::npos) << text;
}

TEST_F(TicketPaperTest, HouseAndCityAreListedAsTheLanguageDoes) {
    const std::string german = textOf(write({.language = "de"}, {somePage()}));
    EXPECT_NE(german.find("Großes Theater, Wien"), std::string::npos) << german;
    const std::string arabic = textOf(write({.language = "ar"}, {somePage()}));
    EXPECT_NE(arabic.find("،"), std::string::npos) << arabic;
    EXPECT_EQ(german.find("،"), std::string::npos);
}

TEST_F(TicketPaperTest, SectionRowAndSeatAreOfOneSize) {
    TicketPage page = somePage();
    for (const char* section :
         {"104", "Parkett", "Orchestersitz links, Loge mit Sicht auf alles"}) {
        page.section = section;
        page.row = "R7";
        page.seat = "S9";
        const std::string file = write({.language = "de"}, {page});
        const std::string first = page.section.substr(0, page.section.find_first_of(", "));
        const double height = heightOf(file, first);
        EXPECT_GT(height, 16) << section;
        EXPECT_NEAR(heightOf(file, "R7"), height, 0.1) << section;
        EXPECT_NEAR(heightOf(file, "S9"), height, 0.1) << section;
    }
}

TEST_F(TicketPaperTest, WhatToDoWithTheCodeIsReadAtArmsLength) {
    const std::string file = write({.language = "de"}, {somePage()});
    // A line of 11 pt is 15 pt high in Noto Sans, in DejaVu Sans 12.8.
    EXPECT_GT(heightOf(file, "Diesen"), 12.8);
    EXPECT_GT(heightOf(file, "Diesen"), heightOf(file, "Einlass"));
}

TEST_F(TicketPaperTest, TheBandIsAsHighAsWhatStandsOnIt) {
    TicketPage page = somePage();
    const int low = bandEndOf(write({.language = "de"}, {page}));
    EXPECT_GT(low, 100);
    EXPECT_LT(low, 190);
    page.event += " in einer konzertanten Aufführung mit dem Orchester der Staatsoper und Gästen";
    EXPECT_GT(bandEndOf(write({.language = "de"}, {page})), low + 20);
}

TEST_F(TicketPaperTest, TheCodeIsLargeAndStaysSoBesideLongTerms) {
    TicketPage page = somePage();
    page.terms.clear();
    const double wide = codeWidthOf(write({.language = "de"}, {page}));
    EXPECT_GT(wide, 68);
    EXPECT_LT(wide, 76);
    page.terms = longTerms();
    const std::string file = write({.language = "de"}, {page});
    EXPECT_GT(codeWidthOf(file), 60);
    EXPECT_EQ(codeOn(file, 1), page.code);
}

TEST_F(TicketPaperTest, TermsThatAreCutSaySo) {
    TicketPage page = somePage();
    const std::string isSaid = "Die Bedingungen sind hier gekürzt";
    EXPECT_EQ(textOf(write({.language = "de"}, {page})).find(isSaid), std::string::npos);
    page.terms = longTerms();
    const std::string file = write({.language = "de"}, {page});
    const std::string text = textOf(file);
    EXPECT_NE(text.find("…"), std::string::npos) << text;
    EXPECT_NE(text.find(isSaid), std::string::npos) << text;
    EXPECT_NE(run({"pdfinfo", file}).find("Pages:           1"), std::string::npos);
}

TEST_F(TicketPaperTest, NothingIsHeadedTermsWhereThereAreNone) {
    TicketPage page = somePage();
    EXPECT_NE(textOf(write({.language = "de"}, {page})).find("Bedingungen"), std::string::npos);
    page.terms.clear();
    EXPECT_EQ(textOf(write({.language = "de"}, {page})).find("Bedingungen"), std::string::npos);
}

TEST_F(TicketPaperTest, TheDocumentIsHeardInOrder) {
    const std::string file = write({.language = "de", .title = "Karten"}, {somePage(), somePage()});
    const std::string facts = run({"pdfinfo", file});
    EXPECT_NE(facts.find("Tagged:          yes"), std::string::npos) << facts;
    EXPECT_NE(facts.find("Title:           Karten"), std::string::npos) << facts;
    EXPECT_NE(facts.find("Author:          Tessera"), std::string::npos) << facts;
    const std::string heard = run({"pdfinfo", "-struct-text", file});
    std::size_t from = 0;
    for (int page = 1; page <= 2; ++page) {
        for (const std::string& part :
             {std::string("Sect"), "Karte " + std::to_string(page) + " von 2", std::string("H1"),
              std::string("Die Fledermaus"), std::string("MEZ"), std::string("Parkett"),
              std::string("Tor B"), std::string("Figure"), std::string("Diesen Code"),
              std::string("Erwachsene"), std::string("H2"), std::string("Kein Einlass")}) {
            from = heard.find(part, from);
            ASSERT_NE(from, std::string::npos) << part << " on page " << page << " of\n" << heard;
        }
    }
}

}  // namespace
}  // namespace tessera::tickets
