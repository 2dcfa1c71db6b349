// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/theme/theme.h"

#include <QtGui/QFont>
#include <QtGui/QPalette>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>
#include <algorithm>
#include <array>

#include "shared/qt/theme/cell_tips.h"
#include "shared/qt/theme/house_style.h"
#include "shared/qt/theme/style_sheet.h"

// In no namespace, as Qt wants it: a static library's resources are linked where they are named.
static void initArrows() {
    Q_INIT_RESOURCE(arrows);
}

namespace tessera::qt {
namespace {

using Colours = std::array<QRgb, kColourRoles>;

// In the order of ColourRole.
constexpr Colours kLight = {0xfff4f6f8, 0xffe9edf1, 0xffffffff, 0xff171b20, 0xff4a535e, 0xffb3121d,
                            0xff7d4a00, 0xff0b6138, 0xff0b4f9e, 0xff5b6570, 0xff0b57a8, 0xffffffff,
                            0xffb3121d, 0xffffffff, 0xff6f7985, 0xffa8005f};
constexpr Colours kDark = {0xff14171b, 0xff22272e, 0xff0e1114, 0xfff1f3f5, 0xffb4bcc6, 0xffff8f8f,
                           0xffffc168, 0xff71d9a0, 0xff84bfff, 0xff98a1ab, 0xff9ccbff, 0xff0a1420,
                           0xffffa3a3, 0xff250305, 0xff8a949f, 0xffff6ec7};
constexpr Colours kHighContrast = {
    0xff000000, 0xff000000, 0xff000000, 0xffffffff, 0xffffffff, 0xffff9a9a, 0xffffd34d, 0xff4dffa0,
    0xff7fd0ff, 0xffc4c4c4, 0xffffff00, 0xff000000, 0xffffc0c0, 0xff000000, 0xffffffff, 0xffff5cf4};

QPalette paletteOf(ThemeKind kind) {
    const auto of = [kind](ColourRole role) { return themeColour(kind, role); };
    QPalette palette;
    palette.setColor(QPalette::Window, of(ColourRole::Surface));
    palette.setColor(QPalette::WindowText, of(ColourRole::Text));
    palette.setColor(QPalette::Base, of(ColourRole::Field));
    palette.setColor(QPalette::AlternateBase, of(ColourRole::Surface));
    palette.setColor(QPalette::Text, of(ColourRole::Text));
    palette.setColor(QPalette::PlaceholderText, of(ColourRole::WeakText));
    palette.setColor(QPalette::Button, of(ColourRole::Raised));
    palette.setColor(QPalette::ButtonText, of(ColourRole::Text));
    palette.setColor(QPalette::BrightText, of(ColourRole::Danger));
    palette.setColor(QPalette::Highlight, of(ColourRole::Selection));
    palette.setColor(QPalette::HighlightedText, of(ColourRole::OnSelection));
    palette.setColor(QPalette::Link, of(ColourRole::Accent));
    palette.setColor(QPalette::LinkVisited, of(ColourRole::Accent));
    palette.setColor(QPalette::ToolTipBase, of(ColourRole::Raised));
    palette.setColor(QPalette::ToolTipText, of(ColourRole::Text));
    palette.setColor(QPalette::Light, of(ColourRole::Raised));
    palette.setColor(QPalette::Midlight, of(ColourRole::Raised));
    palette.setColor(QPalette::Mid, of(ColourRole::Border));
    palette.setColor(QPalette::Dark, of(ColourRole::Border));
    palette.setColor(QPalette::Shadow, of(ColourRole::Border));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, of(ColourRole::Disabled));
    }
    return palette;
}

void setProperty(QWidget* widget, const char* name, const QVariant& value) {
    widget->setProperty(name, value);
    // A style sheet looks at properties when a widget is polished, and not again by itself.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace

QColor themeColour(ThemeKind kind, ColourRole role) {
    const auto at = static_cast<std::size_t>(role);
    switch (kind) {
        case ThemeKind::Light:
            return QColor::fromRgb(kLight.at(at));
        case ThemeKind::Dark:
            return QColor::fromRgb(kDark.at(at));
        case ThemeKind::HighContrast:
            break;
    }
    return QColor::fromRgb(kHighContrast.at(at));
}

QString themeName(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return QStringLiteral("light");
        case ThemeKind::Dark:
            return QStringLiteral("dark");
        case ThemeKind::HighContrast:
            break;
    }
    return QStringLiteral("high-contrast");
}

ThemeKind themeOf(const QString& name) {
    for (const auto kind : {ThemeKind::Dark, ThemeKind::HighContrast}) {
        if (name == themeName(kind)) return kind;
    }
    return ThemeKind::Light;
}

void setTextRole(QWidget* widget, TextRole role) {
    static constexpr std::array kNames = {"plain", "weak",    "danger", "warning",
                                          "good",  "heading", "title",  "figure"};
    setProperty(widget, "textRole", kNames.at(static_cast<std::size_t>(role)));
}

void setButtonRole(QAbstractButton* button, ButtonRole role) {
    static constexpr std::array kNames = {"plain", "goesOn", "dangerous"};
    setProperty(button, "buttonRole", kNames.at(static_cast<std::size_t>(role)));
}

void setBanner(QWidget* widget, bool banner) {
    setProperty(widget, "banner", banner);
}

void setRaised(QWidget* widget, bool raised) {
    setProperty(widget, "raised", raised);
}

Theme::Theme(QApplication& app, QObject* parent) : QObject(parent), app_(app) {
    initArrows();
    // Drawn by Qt itself: the same on every till, and it heeds palettes.
    QApplication::setStyle(new HouseStyle);  // Which the application owns.
    new CellTips(app, this);                 // Which this owns.
    pointSize_ = std::max(10.0, app.font().pointSizeF());
    apply(ThemeKind::Light, kTextPercentLeast);
}

void Theme::apply(ThemeKind kind, int textPercent) {
    kind_ = kind;
    percent_ = std::clamp(textPercent, kTextPercentLeast, kTextPercentMost);
    QFont font = QApplication::font();
    // Latin and Arabic: whatever of these is there; fontconfig finds a font for other letters.
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"),
                      QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(pointSize_ * percent_ / 100.0);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(kind));
    app_.setStyleSheet(styleSheetOf(kind, percent_, font.pointSizeF()));
    Q_EMIT changed();
}

}  // namespace tessera::qt
