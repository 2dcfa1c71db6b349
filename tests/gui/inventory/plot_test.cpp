// SPDX-License-Identifier: Apache-2.0
// Plots: what is painted against the values, pixel by pixel.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "shared/qt/plot/plot_scale.h"
#include "shared/qt/plot/share_bars.h"
#include "shared/qt/plot/time_columns.h"
#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

using qt::PlotFill;
using qt::PlotScale;

QImage pictureOf(QWidget& widget) {
    widget.show();
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

// How many pixels of that colour stand one above the other at `x`.
int heightOf(const QImage& picture, int x, const QColor& colour) {
    int pixels = 0;
    for (int y = 0; y < picture.height(); ++y) {
        pixels += picture.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return pixels;
}

int widthOf(const QImage& picture, int y, const QColor& colour) {
    int pixels = 0;
    for (int x = 0; x < picture.width(); ++x) {
        pixels += picture.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return pixels;
}

TEST(PlotScaleTest, StepsAreOneTwoOrFiveTimesATenAndTheTopIsNoLessThanTheGreatest) {
    EXPECT_EQ(qt::plotScale(0, 6).top, 1);
    EXPECT_EQ(qt::plotScale(7, 6).step, 2);
    EXPECT_EQ(qt::plotScale(7, 6).top, 8);
    EXPECT_EQ(qt::plotScale(61, 6).step, 20);
    EXPECT_EQ(qt::plotScale(100'000, 6).step, 20'000);
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int i = 0; i < 2'000; ++i) {
        const qint64 greatest = std::uniform_int_distribution<qint64>(0, 80'960'000)(random);
        const PlotScale scale = qt::plotScale(greatest, 6);
        ASSERT_GE(scale.top, greatest);
        ASSERT_LE(scale.top / scale.step, 6);
        ASSERT_EQ(scale.top % scale.step, 0);
        qint64 mantissa = scale.step;
        while (mantissa % 10 == 0) mantissa /= 10;
        ASSERT_TRUE(mantissa == 1 || mantissa == 2 || mantissa == 5) << scale.step;
    }
}

TEST(PlotScaleTest, RoundedPartsAddUpToTheWhole) {
    EXPECT_EQ(qt::endsOf({1, 1, 1}, 3, 100), (QList<int>{33, 67, 100}));
    EXPECT_EQ(qt::endsOf({0, 0}, 0, 100), (QList<int>{0, 0}));
}

class ColumnsTest : public testing::Test {
protected:
    void SetUp() override {
        columns.resize(600, 300);
        QList<qt::TimeColumn> told;
        for (int i = 0; i < 30; ++i) {
            told.append({.value = i % 7 * 3, .time = QString("19:%1").arg(10 + i)});
        }
        values = told;
        columns.setColumns(told);
        columns.setTitles("Tickets per minute", "Time, Europe/Vienna");
    }
    // Each column in the picture is as high as its value says, to a pixel.
    void expectHeights(qt::ThemeKind kind) {
        const QImage picture = pictureOf(columns);
        const QColor colour = qt::plotLook(kind).sold;
        const int plot = columns.plotRect().height();
        for (int i = 0; i < values.size(); ++i) {
            const double wanted = static_cast<double>(values[i].value) * plot /
                                  static_cast<double>(columns.scale().top);
            EXPECT_NEAR(heightOf(picture, columns.columnRect(i).center().x(), colour), wanted, 1)
                << "column " << i;
        }
    }
    qt::TimeColumns columns;
    QList<qt::TimeColumn> values;
};

TEST_F(ColumnsTest, EachColumnIsAsHighAsItsValueWithinAPixelInEveryTheme) {
    for (const auto kind :
         {qt::ThemeKind::Light, qt::ThemeKind::Dark, qt::ThemeKind::HighContrast}) {
        columns.setLook(kind);
        expectHeights(kind);
    }
}

TEST_F(ColumnsTest, AnAxisOfMoneyHasRoomForItsAmountsAndTheColumnsKeepTheirHeights) {
    const int before = columns.plotRect().width();
    columns.setValueText([](qint64 value) { return QString("%1.00 EUR").arg(value); });
    EXPECT_EQ(columns.valueText(columns.scale().top), "20.00 EUR");
    EXPECT_LT(columns.plotRect().width(), before);
    EXPECT_EQ(before - columns.plotRect().width(),
              columns.fontMetrics().horizontalAdvance("20.00 EUR") -
                  columns.fontMetrics().horizontalAdvance("20"));
    expectHeights(qt::ThemeKind::Light);
}

TEST_F(ColumnsTest, FromRightToLeftTheLatestIsAtTheLeft) {
    EXPECT_LT(columns.columnRect(0).x(), columns.columnRect(29).x());
    columns.setLayoutDirection(Qt::RightToLeft);
    EXPECT_GT(columns.columnRect(0).x(), columns.columnRect(29).x());
    expectHeights(qt::ThemeKind::Light);
}

// A test that a wrong picture does not fail would prove nothing.
TEST_F(ColumnsTest, AColumnThatIsThreePixelsTooHighWouldBeNoticed) {
    const QImage picture = pictureOf(columns);
    const QColor colour = qt::plotLook(qt::ThemeKind::Light).sold;
    QImage wrong = picture;
    const QRect column = columns.columnRect(2);
    for (int y = 1; y <= 3; ++y) wrong.setPixel(column.center().x(), column.y() - y, colour.rgb());
    EXPECT_EQ(heightOf(wrong, column.center().x(), colour) -
                  heightOf(picture, column.center().x(), colour),
              3);
}

TEST_F(ColumnsTest, NothingIsPaintedWhereNothingIsKnown) {
    columns.setColumns({});
    const QImage picture = pictureOf(columns);
    const QColor colour = qt::plotLook(qt::ThemeKind::Light).sold;
    for (int x = 0; x < picture.width(); x += 10) EXPECT_EQ(heightOf(picture, x, colour), 0);
}

class BarsTest : public testing::Test {
protected:
    void SetUp() override {
        bars.resize(500, 300);
        bars.setParts({{"Sold", PlotFill::Sold},
                       {"Held", PlotFill::Held},
                       {"Set aside", PlotFill::SetAside},
                       {"Free", PlotFill::Free}},
                      false);
        bars.setBars({{"Stalls", "412 of 900", {412, 20, 50, 418}, 900},
                      {"Circle", "0 of 300", {0, 0, 0, 300}, 300},
                      {"Gallery", "120 of 120", {120, 0, 0, 0}, 120}});
    }
    qt::ShareBars bars;
};

TEST_F(BarsTest, EachPartIsAsWideAsItsShareWithinAPixel) {
    for (const auto kind :
         {qt::ThemeKind::Light, qt::ThemeKind::Dark, qt::ThemeKind::HighContrast}) {
        bars.setLook(kind);
        const QImage picture = pictureOf(bars);
        const QColor sold = qt::plotLook(kind).sold;
        for (int bar = 0; bar < 3; ++bar) {
            const qt::ShareBar& one = bars.bars()[bar];
            const double wanted =
                500.0 * static_cast<double>(one.parts[0]) / static_cast<double>(one.total);
            EXPECT_NEAR(widthOf(picture, bars.partRect(bar, 0).center().y(), sold), wanted, 1);
        }
    }
    int right = 0;
    for (int part = 0; part < 4; ++part) {
        EXPECT_EQ(bars.partRect(0, part).x(), right);
        right += bars.partRect(0, part).width();
    }
    EXPECT_EQ(right, 500);
}

TEST_F(BarsTest, FromRightToLeftABarBeginsAtTheRight) {
    bars.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(bars.partRect(0, 0).right(), 499);
    EXPECT_EQ(bars.partRect(0, 3).x(), 0);
}

// In shades of grey the fillings still differ: each has a pattern of its own.
TEST_F(BarsTest, PartsDifferInMoreThanColour) {
    for (const auto kind :
         {qt::ThemeKind::Light, qt::ThemeKind::Dark, qt::ThemeKind::HighContrast}) {
        const qt::PlotLook look = qt::plotLook(kind);
        std::set<std::vector<bool>> patterns;
        for (const auto fill :
             {PlotFill::Sold, PlotFill::Held, PlotFill::SetAside, PlotFill::Free}) {
            QImage picture(32, 32, QImage::Format_RGB32);
            picture.fill(look.ground);
            QPainter painter(&picture);
            qt::drawFill(painter, picture.rect(), fill, look);
            painter.end();
            std::vector<bool> drawn;
            for (int y = 0; y < 32; ++y) {
                for (int x = 0; x < 32; ++x)
                    drawn.push_back(picture.pixel(x, y) != look.ground.rgb());
            }
            patterns.insert(drawn);
        }
        EXPECT_EQ(patterns.size(), 4U);
        for (const QColor& each : {look.sold, look.held, look.setAside}) {
            EXPECT_GE(qt::contrast(each.rgb(), look.ground.rgb()), 3.0);
        }
    }
}

TEST_F(BarsTest, TheNumbersAreInTheAccessibleDescriptionToo) {
    EXPECT_TRUE(bars.accessibleDescription().contains("Stalls: 412 of 900"));
}

}  // namespace
}  // namespace tessera::gui
