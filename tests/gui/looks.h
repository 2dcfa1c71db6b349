// SPDX-License-Identifier: Apache-2.0
// A page in every look that staff can give it: language, theme and size of text.
//
// The GUI's thread. What is shown stays; the look is English, light and 100 % again afterwards.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/qt/theme/theme.h"
#include "tests/gui/walk.h"

namespace tessera::gui {

struct Look {
    QString language{};
    qt::ThemeKind theme = qt::ThemeKind::Light;
    int percent = 100;
};

// Five languages, three themes, 100 and 200 %; and the pseudo-locale, light, at 100 %.
std::vector<Look> allLooks();

// What every run walks of a page: each language, each theme in both sizes, both directions, the
// pseudo-locale. All of allLooks() where TESSERA_LOOKS is "all", as in nightly runs.
std::vector<Look> looksOfThisRun();

// Looks once `root` is laid out; each finding fails the running test.
Walked lookAt(QWidget& root, const QString& about, const WalkOptions& options = {});

// How the tests end that nightly runs take, of every program that has looks.cpp.
inline constexpr std::string_view kNightlyName = "InEveryLanguageThemeAndSize";

// Names of people, events and places on a page. Absent: texts that did not go through tr() are not
// looked for.
using Data = std::optional<std::set<QString>>;

// `root` in all of `looks`. What was seen of them together. The running test fails where its name
// does not end with kNightlyName: nightly runs would not walk it in every look.
Walked lookEverywhere(QWidget& root, const QString& page, const Data& data = {},
                      const std::vector<Look>& looks = looksOfThisRun());

// The same of what `open` opens in each look anew: it does not outlive a change of language.
Walked lookEverywhere(const std::function<QWidget*()>& open, const QString& page,
                      const Data& data = {}, const std::vector<Look>& looks = looksOfThisRun());

// Why the focus is not at a known place of `page`, one that can be named; empty: it is.
std::string focusFault(const QWidget& page);

// English, light, 100 %: as tests begin and end.
void plainLook();

}  // namespace tessera::gui
