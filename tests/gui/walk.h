// SPDX-License-Identifier: Apache-2.0
// Looks at every widget that is shown, and says what a person could not use.
//
// Deterministic for a given window, theme and language; the GUI's thread. Screens need nothing of
// their own for it: whatever is in the registry is walked by walk_test.cpp.
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>
#include <ostream>
#include <set>
#include <vector>

namespace tessera::gui {

enum class Fault {
    Unnamed,       // A control that assistive technology cannot name.
    Clipped,       // Text that has less room than it needs, or lies outside of what surrounds it.
    WeakContrast,  // Text that cannot be told from what is behind it.
    Untranslated,  // In the pseudo-locale: text that did not go through tr().
    KeyTwice,      // A key that leads to two places.
};

struct Finding {
    Fault fault;
    QString where;  // As pathOf().
    QString what;
};

inline std::ostream& operator<<(std::ostream& out, const Finding& finding) {
    static constexpr const char* kNames[] = {"unnamed", "clipped", "weak contrast", "untranslated",
                                             "a key twice"};
    return out << kNames[static_cast<int>(finding.fault)] << ": " << finding.where.toStdString()
               << ": " << finding.what.toStdString();
}

struct Walked {
    int controls = 0;
    int texts = 0;
    std::vector<Finding> findings{};
};

struct WalkOptions {
    double contrastLeast = 4.5;
    // Whether the pseudo-locale is used.
    bool pseudo = false;
    // Names of people, events and languages: shown as they are in every language.
    std::set<QString> data{};
};

// Classes and names of a widget and of what it is in, from the window down.
QString pathOf(const QWidget* widget);

// All widgets below `root`, itself included, that are shown.
Walked walk(QWidget& root, const WalkOptions& options = {});

// For a look at it: PNG files into the folder that TESSERA_SHOTS names; nothing without it.
void shoot(QWidget& widget, const QString& name);

}  // namespace tessera::gui
