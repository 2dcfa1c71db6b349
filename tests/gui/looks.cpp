// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/looks.h"

#include <gtest/gtest.h>

#include <QtGui/QAccessible>

#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

const QString kPseudo = QStringLiteral("pseudo");

QString nameOf(const Look& look) {
    return u'-' + look.language + u'-' + qt::themeName(look.theme) + u'-' +
           QString::number(look.percent);
}

void nameMustBeNightly() {
    const auto* const running = testing::UnitTest::GetInstance()->current_test_info();
    const std::string name = running == nullptr ? "" : running->name();
    if (name.ends_with(kNightlyName)) return;
    ADD_FAILURE() << name << " walks looks and does not end with " << kNightlyName;
}

}  // namespace

std::vector<Look> allLooks() {
    std::vector<Look> out;
    for (const qt::Language& language : qt::Languages::all()) {
        for (const auto kind :
             {qt::ThemeKind::Light, qt::ThemeKind::Dark, qt::ThemeKind::HighContrast}) {
            for (const int percent : {100, 200}) out.push_back({language.code, kind, percent});
        }
    }
    out.push_back({kPseudo, qt::ThemeKind::Light, 100});
    return out;
}

std::vector<Look> looksOfThisRun() {
    if (qEnvironmentVariable("TESSERA_LOOKS") == QLatin1String("all")) return allLooks();
    using Kind = qt::ThemeKind;
    return {{QStringLiteral("en"), Kind::Light, 100},
            {QStringLiteral("en"), Kind::HighContrast, 100},
            {QStringLiteral("en"), Kind::Dark, 200},
            {QStringLiteral("de"), Kind::Light, 200},
            {QStringLiteral("fr"), Kind::HighContrast, 200},
            {QStringLiteral("es"), Kind::Light, 200},
            {QStringLiteral("ar"), Kind::Dark, 100},
            {QStringLiteral("ar"), Kind::HighContrast, 200},
            {kPseudo, Kind::Light, 100}};
}

Walked lookAt(QWidget& root, const QString& about, const WalkOptions& options) {
    // A change of language or size is laid out in several steps, each an event.
    constexpr int kStepsLeast = 2;
    constexpr int kSettleMillis = 5'000;  // On a busy machine; only what stays wrong waits for it.
    const auto settle = [] {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    };
    for (int step = 0; step < kStepsLeast; ++step) settle();
    Walked walked;
    comes(
        [&] {
            settle();
            walked = walk(root, options);
            return walked.findings.empty();
        },
        kSettleMillis);
    for (const Finding& each : walked.findings) {
        ADD_FAILURE() << about.toStdString() << ": " << each;
    }
    shoot(root, about);
    return walked;
}

Walked lookEverywhere(QWidget& root, const QString& page, const Data& data,
                      const std::vector<Look>& looks) {
    return lookEverywhere([&root] { return &root; }, page, data, looks);
}

Walked lookEverywhere(const std::function<QWidget*()>& open, const QString& page, const Data& data,
                      const std::vector<Look>& looks) {
    nameMustBeNightly();
    Walked all;
    for (const Look& look : looks) {
        if (languages().code() != look.language) languages().use(look.language);
        theme().apply(look.theme, look.percent);
        QWidget* const root = open();
        if (root == nullptr) {
            ADD_FAILURE() << page.toStdString() << " does not open";
            break;
        }
        WalkOptions options{.contrastLeast = look.theme == qt::ThemeKind::HighContrast ? 7.0 : 4.5};
        options.pseudo = look.language == kPseudo && data.has_value();
        if (data) options.data = *data;
        const Walked walked = lookAt(*root, page + nameOf(look), options);
        all.controls += walked.controls;
        all.texts += walked.texts;
        all.findings.insert(all.findings.end(), walked.findings.begin(), walked.findings.end());
    }
    plainLook();
    return all;
}

std::string focusFault(const QWidget& page) {
    QWidget* const focus = QApplication::focusWidget();
    if (focus == nullptr) return "the focus is nowhere";
    if (focus != &page && !page.isAncestorOf(focus)) {
        return "the focus is elsewhere: " + pathOf(focus).toStdString();
    }
    QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(focus);
    const bool named = face != nullptr && !face->text(QAccessible::Name).trimmed().isEmpty();
    return named && focus->isVisible() ? ""
                                       : "the focus has no name: " + pathOf(focus).toStdString();
}

void plainLook() {
    languages().use(QStringLiteral("en"));
    theme().apply(qt::ThemeKind::Light, 100);
}

}  // namespace tessera::gui
