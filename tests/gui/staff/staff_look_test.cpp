// SPDX-License-Identifier: Apache-2.0
// How the screen of staff and devices looks in every language, theme and size, page by page.
#include "tests/gui/staff/office.h"
#include "tests/gui/walk.h"

namespace tessera::gui {
namespace {

class StaffLookTest : public testing::Test {
protected:
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    void look(const QString& about, const WalkOptions& options = {}) {
        // A change of language or size is laid out in several steps, each an event.
        constexpr int kStepsMost = 6;
        std::vector<Finding> findings;
        for (int step = 0; step == 0 || (step < kStepsMost && !findings.empty()); ++step) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            findings = walk(at.front->window(), options).findings;
        }
        for (const Finding& each : findings) ADD_FAILURE() << about.toStdString() << ": " << each;
        shoot(at.front->window(), about);
    }
    void everywhere(const QString& page) {
        look(page);
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            theme().apply(qt::ThemeKind::Light, 200);
            look(page + u'-' + language.code + QStringLiteral("-200"));
            theme().apply(qt::ThemeKind::Light, 100);
            look(page + u'-' + language.code);
        }
        theme().apply(qt::ThemeKind::Dark, 100);
        look(page + QStringLiteral("-ar-dark"));
        theme().apply(qt::ThemeKind::HighContrast, 100);
        look(page + QStringLiteral("-ar-high-contrast"), {.contrastLeast = 7.0});
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Dark, 100);
        look(page + QStringLiteral("-dark"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    StaffOffice at;
};

TEST_F(StaffLookTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    const std::string password = at.makes("rosalinde", "Rosalinde Eisenstein", 2);
    at.makes("alfred", "Alfred Singer", 1);
    at.press(Qt::Key_F9);
    at.agrees();
    ASSERT_TRUE(at.says("account_message", "cannot sign in"));
    everywhere(QStringLiteral("staff-shut-out"));
    ASSERT_TRUE(at.opens("rosalinde"));
    at.press(Qt::Key_F8);
    at.agrees();
    ASSERT_TRUE(comes([&] { return !at.accounts().secret().isEmpty(); }));
    everywhere(QStringLiteral("staff"));
    at.press(Qt::Key_F3);
    at.control(Qt::Key_N, Qt::ShiftModifier);
    at.fill("device_name", QStringLiteral("Till by the cloakroom"));
    at.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return !at.devices().code().isEmpty(); }));
    everywhere(QStringLiteral("staff-devices"));
    at.press(Qt::Key_F12);
    look(QStringLiteral("staff-devices-question"));
    at.press(Qt::Key_Escape);
    at.press(Qt::Key_F4);
    at.fill("person_email", QStringLiteral("rosalinde@example.org"));
    at.control(Qt::Key_E, Qt::ShiftModifier);
    everywhere(QStringLiteral("staff-person"));
}

}  // namespace
}  // namespace tessera::gui
