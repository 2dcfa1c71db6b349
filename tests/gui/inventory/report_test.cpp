// SPDX-License-Identifier: Apache-2.0
// What is sold and who comes, on a real server: numbers against the database, bytes of the file,
// every name on paper.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QProcess>
#include <QtGui/QPageSize>
#include <QtPrintSupport/QPrinter>

#include "shared/qt/inventory/manifest_paper.h"
#include "shared/qt/inventory/sales_bars.h"
#include "tests/gui/inventory/stalls.h"

namespace tessera::gui {
namespace {

using client::House;
using testing::HasSubstr;

class ReportTest : public testing::Test {
protected:
    ~ReportTest() override { house.relay->hold(false); }

    bool counts(Stalls& office) {
        office.feed.setActive(true);
        return comes([&] { return office.feed.report().has_value(); });
    }
    // What the box office has sold; empty: it has no row.
    std::string atTheBox(const inventory::SalesModel& model) const {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, inventory::SalesModel::Name).data() != "Box office") continue;
            return model.index(row, inventory::SalesModel::Sold).data().toString().toStdString();
        }
        return {};
    }
    QString file(const char* name) const { return QString::fromStdString(dir_ / name); }
    QByteArray bytesOf(const QString& path) const {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);

private:
    test::TempDir dir_{"report"};
};

TEST_F(ReportTest, FiguresAreTheDatabasesAndTheTotalIsBeneath) {
    ASSERT_TRUE(sell(sale, {10, 11, 12}, "Rosalinde Eisenstein"));
    ASSERT_TRUE(sell(sale, {900}, "Alfred"));
    ASSERT_TRUE(hold(sale, {20, 21}));
    Stalls office(sale);
    ASSERT_TRUE(office.setter.start(sale.event, 4, {50, 51, 52, 53, 54}));
    ASSERT_TRUE(office.becomesIdle());
    ASSERT_TRUE(counts(office));
    const v1::SalesLine& total = office.feed.report()->total();
    EXPECT_EQ(total.sold(), 4);
    EXPECT_EQ(total.held(), 2);
    EXPECT_EQ(total.blocked(), 5);
    EXPECT_EQ(std::to_string(total.sold()), inDatabase(sale, "count(*) FROM ticket"));
    EXPECT_EQ(std::to_string(total.revenue().minor_units()),
              inDatabase(sale, "sum(captured) FROM payment_attempt"));
    const int last = office.bands.rowCount() - 1;
    EXPECT_EQ(office.bands.index(last, inventory::SalesModel::Name).data(), "Total");
    EXPECT_EQ(office.bands.index(last, inventory::SalesModel::Sold).data(), "4");
    EXPECT_EQ(office.asides.index(0, inventory::SalesModel::SetAside).data(), "5");
    EXPECT_EQ(atTheBox(office.channels), "4");
    EXPECT_EQ(office.minutes.rowCount(), 60);

    qint64 tickets = 0;
    for (const qt::TimeColumn& each : inventory::minuteColumns(office.minutes)) {
        tickets += each.value;
    }
    EXPECT_EQ(tickets, 4);
    qint64 revenue = 0;
    for (const qt::TimeColumn& each :
         inventory::minuteColumns(office.minutes, inventory::MinuteValue::Revenue)) {
        revenue += each.value;
    }
    EXPECT_EQ(revenue, total.revenue().minor_units());
    EXPECT_EQ(inventory::minuteMoney(office.minutes, 200'000), "€2,000.00");
    const QList<qt::ShareBar> bars = inventory::placeBars(office.bands);
    ASSERT_EQ(bars.size(), last);
    qint64 sold = 0;
    for (const qt::ShareBar& bar : bars) {
        sold += bar.parts[0];
        EXPECT_EQ(std::accumulate(bar.parts.begin(), bar.parts.end(), qint64{0}), bar.total);
    }
    EXPECT_EQ(sold, 4);
}

TEST_F(ReportTest, WhatWasCountedStaysWhenTheConnectionIsLostAndIsSaidToBeOld) {
    Stalls office(sale, {.relayed = true});
    ASSERT_TRUE(counts(office));
    const int sold = office.feed.report()->total().sold();
    EXPECT_FALSE(office.feed.isStale());
    house.relay->hold(true);
    house.relay->cut();
    ASSERT_TRUE(comes([&] { return !office.desk.linkIsUp(); }));
    ASSERT_TRUE(office.feed.report().has_value());
    EXPECT_EQ(office.feed.report()->total().sold(), sold);
    house.relay->cut();
    house.relay->hold(false);
    ASSERT_TRUE(sell(sale, {30}, "Frank"));
    EXPECT_TRUE(comes([&] { return office.feed.report()->total().sold() == sold + 1; }));
}

TEST_F(ReportTest, TheManifestHasEveryGuestAndIsFilteredByWords) {
    ASSERT_TRUE(sell(sale, {10, 11}, "Rosalinde Eisenstein"));
    ASSERT_TRUE(sell(sale, {12}, "Adèle"));
    Stalls office(sale);
    office.manifest.read(false);
    ASSERT_TRUE(comes([&] { return office.manifest.stage() == inventory::ManifestStage::Read; }));
    EXPECT_EQ(office.manifest.rowCount(), 3);
    office.manifest.setFilter("eisen  seat");
    EXPECT_EQ(office.manifest.rowCount(), 2);
    office.manifest.setFilter("nobody");
    EXPECT_EQ(office.manifest.rowCount(), 0);
    office.manifest.setFilter({});
    office.manifest.read(true);
    ASSERT_TRUE(comes([&] { return office.manifest.stage() == inventory::ManifestStage::Read; }));
    EXPECT_EQ(office.manifest.rowCount(), 3);  // Nobody has collected yet.
}

TEST_F(ReportTest, TheFileIsTheServersByteForByte) {
    ASSERT_TRUE(sell(sale, {10, 11}, "=HYPERLINK(1)"));
    Stalls office(sale);
    v1::GetManifestCsvRequest request;
    request.set_event(sale.event);
    request.set_language("de");
    std::string wanted;
    office.desk.ask(
        client::kGetManifestCsv, request, &office.view,
        [&](const client::Answer<v1::Document>& answer) { wanted = answer.value.content(); });
    ASSERT_TRUE(comes([&] { return !wanted.empty(); }));
    office.files.saveCsv({.path = file("list.csv"), .language = "de"});
    ASSERT_TRUE(comes([&] { return !office.files.isUnderWay(); }));
    EXPECT_THAT(office.lastSaid(), HasSubstr("Saved as"));
    EXPECT_EQ(bytesOf(file("list.csv")).toStdString(), wanted);
    EXPECT_TRUE(bytesOf(file("list.csv")).startsWith("\xEF\xBB\xBF"));
    EXPECT_TRUE(bytesOf(file("list.csv")).contains("'=HYPERLINK(1)"));

    office.files.saveCsv({.path = file("no/such/folder.csv")});
    ASSERT_TRUE(comes([&] { return !office.files.isUnderWay(); }));
    EXPECT_THAT(office.lastSaid(), HasSubstr("cannot be written"));
}

TEST_F(ReportTest, EveryNameIsOnPaperOnNumberedPages) {
    inventory::ManifestPaper paper;
    paper.title = "Die Fledermaus";
    paper.subtitle = "Manifest";
    paper.pageText = "Page %1 of %2";
    paper.headers = QStringList{"Place", "Name"};
    paper.shares = {1, 1};
    for (int i = 0; i < 130; ++i) {
        paper.rows << QStringList{QString("Row %1").arg(i), QString("Guest%1").arg(i)};
    }
    paper.rows << QStringList{"Box",
                              "A name that is far too long for half of a page "
                              "and is written smaller, then cut where it must be, as here"};
    Stalls office(sale);
    office.files.savePdf(file("list.pdf"), paper);
    EXPECT_THAT(office.lastSaid(), HasSubstr("Saved as"));
    ASSERT_TRUE(bytesOf(file("list.pdf")).startsWith("%PDF"));
    QProcess reader;
    reader.start("pdftotext", {"-layout", file("list.pdf"), "-"});
    if (!reader.waitForFinished()) GTEST_SKIP() << "pdftotext is not installed";
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (int i = 0; i < 130; ++i) {
        EXPECT_TRUE(text.contains(QRegularExpression(QString("\\bGuest%1\\b").arg(i)))) << i;
    }
    EXPECT_EQ(text.count("Die Fledermaus"), text.count("Page "));
    EXPECT_TRUE(text.contains("Page 2 of"));
    EXPECT_FALSE(text.contains("Guest130"));  // A reader that finds anything would find this.
}

// What a printer of the system gets: the same painter on a QPrinter.
TEST_F(ReportTest, APrinterGetsEveryPageWithTheHeadsRepeatedAndArabicNamesFromTheRight) {
    inventory::ManifestPaper paper;
    paper.title = "Die Fledermaus";
    paper.subtitle = "Manifest";
    paper.pageText = "Page %1 of %2";
    paper.headers = QStringList{"Place", "Guest of the house"};
    paper.shares = {1, 1};
    for (int i = 0; i < 100; ++i)
        paper.rows << QStringList{QString("Row %1").arg(i), QString("Guest%1").arg(i)};
    paper.rows << QStringList{"Box", QString::fromUtf8("ليلى حداد")};
    for (const bool rightToLeft : {false, true}) {
        SCOPED_TRACE(rightToLeft);
        paper.rightToLeft = rightToLeft;
        const QString path = file(rightToLeft ? "right.pdf" : "left.pdf");
        int pages = 0;
        {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            printer.setPageSize(QPageSize(QPageSize::A4));
            const auto painted = inventory::paintManifest(paper, printer);
            ASSERT_TRUE(painted);
            pages = *painted;
        }
        EXPECT_GE(pages, 2);
        // One object for each page; "/Type /Pages" is their list.
        const QByteArray bytes = bytesOf(path);
        EXPECT_EQ(bytes.count("/Type /Page\n"), pages);
        QProcess reader;
        reader.start("pdftotext", {"-layout", path, "-"});
        if (!reader.waitForFinished()) GTEST_SKIP() << "pdftotext is not installed";
        const QString text = QString::fromUtf8(reader.readAllStandardOutput())
                                 .normalized(QString::NormalizationForm_KC);
        const QStringList sheets = text.split('\f', Qt::SkipEmptyParts);
        ASSERT_EQ(sheets.size(), pages);
        for (int i = 0; i < pages; ++i) {
            EXPECT_EQ(sheets[i].count("Guest of the house"), 1) << i;
            EXPECT_EQ(sheets[i].count("Die Fledermaus"), 1) << i;
            EXPECT_TRUE(sheets[i].contains(QString("Page %1 of %2").arg(i + 1).arg(pages)));
        }
        EXPECT_FALSE(sheets[0].contains("Guest99"));
        EXPECT_TRUE(sheets.last().contains("Guest99"));
        for (const char* const name : {"ليلى", "حداد"})
            EXPECT_TRUE(sheets.last().contains(QString::fromUtf8(name)))
                << sheets.last().toStdString();
        // The first column is where reading begins.
        const QString first = sheets[0].section("Guest0", 0, 0).section('\n', -1);
        EXPECT_EQ(first.contains("Row 0"), !rightToLeft) << first.toStdString();
    }
}

}  // namespace
}  // namespace tessera::gui
