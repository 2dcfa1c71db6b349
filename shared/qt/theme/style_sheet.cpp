// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/theme/style_sheet.h"

#include <QtCore/QHash>

namespace tessera::qt {
namespace {

// Names in @ are put in below. A focus ring is as wide as the border that it takes the place of, so
// that nothing moves.
constexpr const char* kSheet = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: @xs; }
QWidget[raised="true"] { background: @raised; }
QWidget[banner="true"] { background: @dangerFill; }
QWidget[banner="true"] QLabel, QLabel[banner="true"] { color: @onDanger; font-weight: 600; }
QLabel[textRole="weak"] { color: @weak; }
QLabel[textRole="danger"] { color: @danger; font-weight: 600; }
QLabel[textRole="warning"] { color: @warning; font-weight: 600; }
QLabel[textRole="good"] { color: @good; font-weight: 600; }
QLabel[textRole="heading"] { font-size: @headingPt; font-weight: 600; }
QLabel[textRole="title"] { font-size: @titlePt; font-weight: 600; }
QLabel[textRole="figure"] { font-size: @figurePt; font-weight: 600; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateTimeEdit {
    background: @field; border: @ring solid @border; border-radius: @xs; padding: @xs;
    selection-background-color: @selection; selection-color: @onSelection; }
QSpinBox, QDoubleSpinBox, QDateTimeEdit { padding: @xs; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QComboBox:focus, QDateTimeEdit:focus { border-color: @focus; }
QComboBox::drop-down, QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button, QDateTimeEdit::up-button, QDateTimeEdit::down-button {
    border: none; width: @l; }
QComboBox::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url(:/theme/arrows/down-@name.png); width: @m; height: @m; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QDateTimeEdit::up-arrow {
    image: url(:/theme/arrows/up-@name.png); width: @m; height: @m; }
QLineEdit[wrong="true"] { border-color: @danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {
    color: @disabled; background: @surface; }
QPushButton, QToolButton { background: @raised; border: @ring solid @border;
    border-radius: @xs; padding: @s @m; }
QPushButton:hover, QToolButton:hover { background: @field; }
QPushButton:focus, QToolButton:focus { border-color: @focus; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; background: @surface; }
QPushButton[buttonRole="goesOn"] { background: @selection; color: @onSelection;
    border-color: @selection; font-weight: 600; }
QPushButton[buttonRole="dangerous"] { background: @dangerFill; color: @onDanger;
    border-color: @dangerFill; font-weight: 600; }
QPushButton[buttonRole="goesOn"]:focus, QPushButton[buttonRole="dangerous"]:focus {
    border-color: @focus; }
QPushButton[buttonRole="goesOn"]:disabled, QPushButton[buttonRole="dangerous"]:disabled {
    background: @surface; color: @disabled; border-color: @border; }
QPushButton QLabel { background: transparent; color: @weak; font-weight: 400; }
QPushButton[buttonRole="goesOn"] QLabel { color: @onSelection; }
QPushButton[buttonRole="dangerous"] QLabel { color: @onDanger; }
QPushButton QLabel:disabled { color: @disabled; }
QAbstractItemView { background: @field; border: @ring solid @border; outline: none;
    selection-background-color: @selection; selection-color: @onSelection; }
QAbstractItemView:focus { border-color: @focus; }
QAbstractItemView::item:selected { background: @selection; color: @onSelection; }
QTableView::item { padding: 0 @xs; }
QHeaderView { border: none; }
QHeaderView::section { background: @raised; color: @text; border: 1px solid @border;
    padding: @xs; font-weight: 600; }
QMenuBar { background: @raised; }
QMenuBar::item { padding: @xs @m; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: @selection; color: @onSelection; }
QMenu { background: @field; border: 1px solid @border; }
QMenu::item { padding: @xs @l; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: @xs; }
QCheckBox:focus, QRadioButton:focus { outline: none; border: @ring solid @focus; }
QCheckBox, QRadioButton { border: @ring solid transparent; spacing: @s; }
QGroupBox { border: 1px solid @border; border-radius: @xs; margin-top: @l; padding: @s; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0 @xs; }
)";

QString px(int pixels, int percent) {
    return QString::number(pixels * percent / 100) + QStringLiteral("px");
}

QString pt(double points) {
    return QString::number(points, 'f', 1) + QStringLiteral("pt");
}

}  // namespace

QString styleSheetOf(ThemeKind kind, int percent, double points) {
    const auto colour = [kind](ColourRole role) { return themeColour(kind, role).name(); };
    const QHash<QString, QString> values = {
        {QStringLiteral("surface"), colour(ColourRole::Surface)},
        {QStringLiteral("raised"), colour(ColourRole::Raised)},
        {QStringLiteral("field"), colour(ColourRole::Field)},
        {QStringLiteral("text"), colour(ColourRole::Text)},
        {QStringLiteral("weak"), colour(ColourRole::WeakText)},
        {QStringLiteral("danger"), colour(ColourRole::Danger)},
        {QStringLiteral("warning"), colour(ColourRole::Warning)},
        {QStringLiteral("good"), colour(ColourRole::Good)},
        {QStringLiteral("disabled"), colour(ColourRole::Disabled)},
        {QStringLiteral("selection"), colour(ColourRole::Selection)},
        {QStringLiteral("onSelection"), colour(ColourRole::OnSelection)},
        {QStringLiteral("dangerFill"), colour(ColourRole::DangerFill)},
        {QStringLiteral("onDanger"), colour(ColourRole::OnDanger)},
        {QStringLiteral("border"), colour(ColourRole::Border)},
        {QStringLiteral("focus"), colour(ColourRole::Focus)},
        {QStringLiteral("name"), themeName(kind)},
        {QStringLiteral("ring"), QStringLiteral("2px")},
        {QStringLiteral("xs"), px(4, percent)},
        {QStringLiteral("s"), px(8, percent)},
        {QStringLiteral("m"), px(12, percent)},
        {QStringLiteral("l"), px(20, percent)},
        {QStringLiteral("headingPt"), pt(points * 1.2)},
        {QStringLiteral("titlePt"), pt(points * 1.5)},
        {QStringLiteral("figurePt"), pt(points * 2.0)},
    };
    QString out;
    const QString sheet = QString::fromLatin1(kSheet);
    for (qsizetype at = 0; at < sheet.size();) {
        if (sheet[at] != u'@') {
            out += sheet[at++];
            continue;
        }
        qsizetype end = at + 1;
        while (end < sheet.size() && sheet[end].isLetter()) ++end;
        out += values.value(sheet.mid(at + 1, end - at - 1));
        at = end;
    }
    return out;
}

}  // namespace tessera::qt
