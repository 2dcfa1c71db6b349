// SPDX-License-Identifier: Apache-2.0
// Whether what is written can be read, in every theme.
#include "shared/qt/theme/theme.h"

#include <gtest/gtest.h>

#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

using qt::ColourRole;
using qt::ThemeKind;

constexpr std::array kThemes = {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast};
constexpr std::array kGrounds = {ColourRole::Surface, ColourRole::Raised, ColourRole::Field};
constexpr std::array kInks = {ColourRole::Text,    ColourRole::WeakText, ColourRole::Danger,
                              ColourRole::Warning, ColourRole::Good,     ColourRole::Accent,
                              ColourRole::Disabled};

double between(ThemeKind kind, ColourRole ink, ColourRole ground) {
    return qt::contrast(qt::themeColour(kind, ink).rgb(), qt::themeColour(kind, ground).rgb());
}

TEST(ThemeTest, EveryTextCanBeReadOnEverySurface) {
    for (const ThemeKind kind : kThemes) {
        const double least = kind == ThemeKind::HighContrast ? 7 : 4.5;
        for (const ColourRole ink : kInks) {
            for (const ColourRole ground : kGrounds) {
                EXPECT_GE(between(kind, ink, ground), least)
                    << qt::themeName(kind).toStdString() << " " << static_cast<int>(ink) << " on "
                    << static_cast<int>(ground);
            }
        }
        EXPECT_GE(between(kind, ColourRole::OnSelection, ColourRole::Selection), least);
        EXPECT_GE(between(kind, ColourRole::OnDanger, ColourRole::DangerFill), least);
    }
}

TEST(ThemeTest, BordersAndTheFocusRingAreSeenOnEverySurface) {
    for (const ThemeKind kind : kThemes) {
        for (const ColourRole ground : kGrounds) {
            EXPECT_GE(between(kind, ColourRole::Border, ground), 3.0);
            EXPECT_GE(between(kind, ColourRole::Focus, ground), 3.0);
        }
    }
}

TEST(ThemeTest, TheBoxOfACheckBoxGrowsWithItsTextAndItsOutlineIsSeen) {
    QWidget window;
    window.resize(600, 200);
    QCheckBox box("Who does not answer gets the money back", &window);
    box.resize(580, 80);
    for (const ThemeKind kind : kThemes) {
        theme().apply(kind, 200);
        window.show();
        QCoreApplication::processEvents();
        QStyleOptionButton option;
        option.initFrom(&box);
        const QRect place =
            box.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box);
        EXPECT_GE(place.height(), box.fontMetrics().ascent());
        EXPECT_GE(place.height(), 22);
        const QImage empty = box.grab().toImage();
        const auto seen = [&](double share) {
            const int across = static_cast<int>(place.width() * share);
            return empty.pixel(place.left() + across, place.center().y());
        };
        EXPECT_GE(qt::contrast(seen(0.05), seen(0.5)), 3.0) << qt::themeName(kind).toStdString();
        box.setChecked(true);
        EXPECT_NE(empty, box.grab().toImage());
        box.setChecked(false);
    }
    theme().apply(ThemeKind::Light, 100);
}

TEST(ThemeTest, TheControlOfTheMeasureFindsGreyOnGrey) {
    EXPECT_LT(qt::contrast(qRgb(150, 150, 150), qRgb(200, 200, 200)), 4.5);
}

TEST(ThemeTest, TheSizeOfTextStaysWithinItsBoundsAndAnUnknownThemeIsLight) {
    theme().apply(ThemeKind::Dark, 1'000);
    EXPECT_EQ(theme().textPercent(), 200);
    theme().apply(qt::themeOf(QStringLiteral("no such")), 1);
    EXPECT_EQ(theme().textPercent(), 100);
    EXPECT_EQ(theme().kind(), ThemeKind::Light);
    for (const ThemeKind kind : kThemes) EXPECT_EQ(qt::themeOf(qt::themeName(kind)), kind);
}

}  // namespace
}  // namespace tessera::gui
