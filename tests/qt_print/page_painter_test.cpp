// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/page_painter.h"

#include <QFile>
#include <QPrinter>

#include "shared/qt/print/text_painter.h"
#include "tests/print/ticket_sample.h"
#include "tests/qt_print/till.h"
#include "tests/support/child_process.h"

namespace tessera::qt {
namespace {

using std::chrono::seconds;
using ::testing::HasSubstr;

print::Page samplePage() {
    return print::ticketPage(print::sampleTicket(), print::sampleValues()).value();
}

std::string outputOf(const std::vector<std::string>& argv) {
    test::ChildOptions options;
    options.argv = argv;
    const auto output = test::ChildProcess::run(options, seconds(30));
    return output ? *output : output.error().message;
}

bool isBlack(const QImage& image, int x, int y) {
    return qGray(image.pixel(x, y)) < 128;
}

class PagePainterTest : public TillTest {
protected:
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
};

// A reader that is not ours reads both codes off the preview.
TEST_F(PagePainterTest, TheCodesOfAPreviewCanBeScanned) {
    const QImage image = previewOf(samplePage(), 300);
    EXPECT_EQ(image.width(), 1650);
    ASSERT_TRUE(image.save(QString::fromStdString(path("ticket.png"))));
    const std::string read = outputOf({"zbarimg", "--quiet", path("ticket.png")});
    EXPECT_THAT(read, HasSubstr("QR-Code:TSR1.c2VhdCAxNA"));
    EXPECT_THAT(read, HasSubstr("CODE-128:A7K2-99"));
}

TEST_F(PagePainterTest, LinesAndTextsAreWhereTheTicketHasThem) {
    const QImage image = previewOf(samplePage(), 200);  // A dot of the ticket is one here.
    EXPECT_TRUE(isBlack(image, 500, 110));
    EXPECT_FALSE(isBlack(image, 500, 114));
    EXPECT_TRUE(isBlack(image, 6, 200));
    int black = 0;
    for (int y = 30; y < 96; ++y) {
        for (int x = 40; x < 300; ++x) black += isBlack(image, x, y) ? 1 : 0;
    }
    EXPECT_GT(black, 300);
    // The turned text runs down at the right edge, left of its start.
    int turned = 0;
    for (int y = 20; y < 200; ++y) {
        for (int x = 1062; x <= 1080; ++x) turned += isBlack(image, x, y) ? 1 : 0;
    }
    EXPECT_GT(turned, 50);
}

TEST_F(PagePainterTest, APdfHasAPageForEachTicketInItsSizeWithItsWords) {
    const auto pdf = pdfOf({samplePage(), samplePage()}, "Tickets");
    ASSERT_TRUE(pdf);
    QFile file(QString::fromStdString(path("tickets.pdf")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(*pdf);
    file.close();
    const std::string info = outputOf({"pdfinfo", path("tickets.pdf")});
    EXPECT_THAT(info, HasSubstr("Pages:           2"));
    EXPECT_THAT(info, HasSubstr("396 x 144 pts"));
    EXPECT_THAT(outputOf({"pdftotext", "-raw", path("tickets.pdf"), "-"}),
                HasSubstr("ROW C SEAT 14"));
    EXPECT_FALSE(pdfOf({}, "none"));
}

TEST_F(PagePainterTest, APrinterOfTheSystemTakesThePages) {
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(QString::fromStdString(path("printed.pdf")));
    ASSERT_TRUE(printPages(printer, {samplePage(), samplePage(), samplePage()}));
    EXPECT_THAT(outputOf({"pdfinfo", path("printed.pdf")}), HasSubstr("Pages:           3"));
    EXPECT_FALSE(printPages(printer, {}));
}

TEST_F(PagePainterTest, ArabicLettersAreJoinedAndAreNoBoxes) {
    TextPainter painter;
    const auto drawn = [&](const char* text) {
        return painter.raster({text, 40, 1000, false, true}).value();
    };
    const print::Bitmap joined = drawn("\u0647\u0627\u0645\u0644\u062A");
    const print::Bitmap apart = drawn("\u0647\u200C\u0627\u200C\u0645\u200C\u0644\u200C\u062A");
    const print::Bitmap boxes = drawn("\u0378\u0378\u0378\u0378\u0378");  // Assigned to nothing.
    EXPECT_NE(joined, apart);
    EXPECT_NE(joined, boxes);
}

TEST_F(PagePainterTest, DrawnTextHasItsHeightAndFitsItsWidth) {
    TextPainter painter;
    const auto wide = painter.raster({"Hamlet, Prinz von Dänemark", 40, 10'000 / 4, false, false});
    ASSERT_TRUE(wide);
    const auto tight = painter.raster({"Hamlet, Prinz von Dänemark", 40, 100, false, false});
    ASSERT_TRUE(tight);
    EXPECT_EQ(wide->height(), 40);
    EXPECT_GT(wide->width(), 200);
    EXPECT_EQ(tight->width(), 100);
    // Its last letter is there: black in the last tenth of it.
    bool black = false;
    for (int y = 0; y < 40; ++y) {
        for (int x = 90; x < 100; ++x) black = black || tight->black(x, y);
    }
    EXPECT_TRUE(black);
    EXPECT_FALSE(painter.raster({"x", 5000, 10, false, false}));
}

}  // namespace
}  // namespace tessera::qt
