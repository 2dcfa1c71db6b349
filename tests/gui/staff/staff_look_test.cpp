// SPDX-License-Identifier: Apache-2.0
// How the screen of staff and devices looks in every language, theme and size, page by page.
#include "tests/gui/looks.h"
#include "tests/gui/staff/office.h"

namespace tessera::gui {
namespace {

class StaffLookTest : public testing::Test {
protected:
    void TearDown() override { plainLook(); }
    void look(const char* page) { lookAt(at.front->window(), QLatin1String(page)); }
    void everywhere(const char* page) { lookEverywhere(at.front->window(), QLatin1String(page)); }
    StaffOffice at;
};

TEST_F(StaffLookTest, ItCanBeUsedInEveryLanguageThemeAndSize) {
    const std::string password = at.makes("rosalinde", "Rosalinde Eisenstein", 2);
    at.makes("alfred", "Alfred Singer", 1);
    at.press(Qt::Key_F9);
    at.agrees();
    ASSERT_TRUE(at.says("account_message", "cannot sign in"));
    everywhere("staff-shut-out");
    ASSERT_TRUE(at.opens("rosalinde"));
    at.press(Qt::Key_F8);
    at.agrees();
    ASSERT_TRUE(comes([&] { return !at.accounts().secret().isEmpty(); }));
    everywhere("staff");
    at.press(Qt::Key_F3);
    at.control(Qt::Key_N, Qt::ShiftModifier);
    at.fill("device_name", QStringLiteral("Till by the cloakroom"));
    at.press(Qt::Key_Return);
    ASSERT_TRUE(comes([&] { return !at.devices().code().isEmpty(); }));
    everywhere("staff-devices");
    at.press(Qt::Key_F12);
    look("staff-devices-question");
    at.press(Qt::Key_Escape);
    at.press(Qt::Key_F4);
    at.fill("person_email", QStringLiteral("rosalinde@example.org"));
    at.control(Qt::Key_E, Qt::ShiftModifier);
    everywhere("staff-person");
}

}  // namespace
}  // namespace tessera::gui
