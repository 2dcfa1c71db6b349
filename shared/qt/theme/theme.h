// SPDX-License-Identifier: Apache-2.0
// How an app looks: light, dark and high contrast, from 100 to 200 % of text, colours by meaning.
//
// One for an application, applied as QPalette, font and one style sheet. Widgets say what they are
// (setTextRole, setButtonRole) and never a colour; what paints itself asks colour() and follows
// changed(). The GUI's thread alone; themeColours() and contrast checks are pure.
#pragma once

#include <QtCore/QObject>
#include <QtGui/QColor>

#include "shared/qt/seat_map/palette.h"

class QAbstractButton;
class QApplication;
class QWidget;

namespace tessera::qt {

using ThemeKind = PaletteKind;

inline constexpr int kTextPercentLeast = 100;
inline constexpr int kTextPercentMost = 200;

enum class ColourRole {
    Surface,      // Behind everything.
    Raised,       // Bars, buttons, headers of tables.
    Field,        // Where one types or chooses.
    Text,         // On the three above, like the five after it.
    WeakText,     // Explanations, placeholders.
    Danger,       // Something is wrong, lost, or cannot be undone.
    Warning,      // Look at this before you go on.
    Good,         // Done.
    Accent,       // Links, the heading's mark.
    Disabled,     // Text of what cannot be used now.
    Selection,    // Chosen rows and the button that goes on.
    OnSelection,  // Text on it.
    DangerFill,   // A banner or button of danger.
    OnDanger,     // Text on it.
    Border,       // Round fields and buttons: 3:1 at least.
    Focus,        // The ring: 3:1 at least, on anything but OnSelection's text.
};
inline constexpr int kColourRoles = 16;

QColor themeColour(ThemeKind kind, ColourRole role);
// The names in settings: light, dark, high-contrast. Anything else is light.
QString themeName(ThemeKind kind);
ThemeKind themeOf(const QString& name);

enum class TextRole { Plain, Weak, Danger, Warning, Good, Heading, Title, Figure };
enum class ButtonRole { Plain, GoesOn, Dangerous };

// What a label is; colours and sizes follow the theme.
void setTextRole(QWidget* widget, TextRole role);
// GoesOn: the one that finishes the screen's work. One a screen.
void setButtonRole(QAbstractButton* button, ButtonRole role);
// A bar across the window that says something is wrong.
void setBanner(QWidget* widget, bool banner);
// A part of the window that stands out from its surface: a bar, a card.
void setRaised(QWidget* widget, bool raised);

class Theme : public QObject {
    Q_OBJECT

public:
    // Applies light at 100 %. `app` outlives it.
    explicit Theme(QApplication& app, QObject* parent = nullptr);

    // Percentages beyond the bounds are taken to the nearest.
    void apply(ThemeKind kind, int textPercent);

    ThemeKind kind() const { return kind_; }
    int textPercent() const { return percent_; }
    QColor colour(ColourRole role) const { return themeColour(kind_, role); }
    // A length that grows with the text, in pixels.
    int scaled(int pixels) const { return pixels * percent_ / 100; }

Q_SIGNALS:
    void changed();

private:
    QApplication& app_;
    double pointSize_ = 10;
    ThemeKind kind_ = ThemeKind::Light;
    int percent_ = 100;
};

}  // namespace tessera::qt
