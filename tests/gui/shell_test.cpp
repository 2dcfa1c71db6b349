// SPDX-License-Identifier: Apache-2.0
// The window without a server: enrolment's errors, what is kept, what a screen may refuse.
#include <gtest/gtest.h>

#include "shared/qt/language/pseudo_translator.h"
#include "tests/gui/front.h"

namespace tessera::gui {
namespace {

// A screen with something unsaved.
class Unsaved : public boxoffice::Screen {
public:
    explicit Unsaved(boxoffice::Workplace& workplace)
        : Screen(QStringLiteral("unsaved"), workplace, boxoffice::Access::Anyone) {}
    QString title() const override { return QStringLiteral("Unsaved"); }
    bool leave() override { return false; }
    void homeFocus() override { setFocus(); }
    void retranslate() override {}
};

TEST(ShellTest, ADeviceThatIsNotEnrolledAsksForThatAndTheFocusIsAtItsFirstField) {
    Front front;
    EXPECT_EQ(front.currentId(), "enrol");
    EXPECT_EQ(QApplication::focusWidget(), front.find<QLineEdit>("address"));
    EXPECT_FALSE(front.window().bannerIsShown());
}

TEST(ShellTest, AnErrorOfEnrolmentNamesTheFieldAndTakesTheFocusThere) {
    Front front;
    auto* const enrol = front.find<QPushButton>("enrol");
    auto* const message = front.find<QLabel>("message");
    enrol->click();
    EXPECT_TRUE(message->text().startsWith("Server address"));
    for (const char* wrong : {"localhost", "till:0", "till:65536", "a b:1", "till:1/x", ":1"}) {
        front.find<QLineEdit>("address")->setText(wrong);
        enrol->click();
        EXPECT_TRUE(message->text().contains("host:port")) << wrong;
    }
    front.find<QLineEdit>("address")->setText("till.example:9443");
    enrol->click();
    EXPECT_TRUE(message->text().startsWith("Authority certificate"));
    front.find<QPlainTextEdit>("authority")->setPlainText("-----BEGIN CERTIFICATE-----\nno");
    enrol->click();
    EXPECT_TRUE(message->text().contains("no certificate"));
    EXPECT_EQ(QApplication::focusWidget(), front.find<QPlainTextEdit>("authority"));
}

TEST(ShellTest, AScreenThatRefusesToBeLeftStaysAndSoDoesTheWindow) {
    boxoffice::ScreenList screens = boxoffice::allScreens();
    screens.push_back(boxoffice::screenOf<Unsaved>());
    Front front({}, 0, screens);
    ASSERT_TRUE(front.window().show(QStringLiteral("unsaved")));
    EXPECT_FALSE(front.window().show(QStringLiteral("settings")));
    EXPECT_EQ(front.currentId(), "unsaved");
    EXPECT_FALSE(front.window().close());
}

TEST(ShellTest, TheKeysOfScreensLeadToThemAndF6BringsTheFocusBack) {
    Front front;
    const QKeyCombination key = front.window().actions().find("go.settings")->shortcut()[0];
    EXPECT_EQ(key.keyboardModifiers(), Qt::ControlModifier);
    front.press(key.key(), key.keyboardModifiers());
    EXPECT_EQ(front.currentId(), "settings");
    auto* const home = front.find<QComboBox>("language");
    EXPECT_EQ(QApplication::focusWidget(), home);
    front.find<QComboBox>("theme")->setFocus();
    front.press(Qt::Key_F6);
    EXPECT_EQ(QApplication::focusWidget(), home);
    front.press(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(front.currentId(), "enrol");
}

TEST(ShellTest, LanguageColoursAndSizeAreSeenAtOnceAndKept) {
    Front front;
    ASSERT_TRUE(front.window().show(QStringLiteral("settings")));
    const auto choose = [&](const char* name, const QString& value) {
        auto* const box = front.find<QComboBox>(name);
        box->setCurrentIndex(box->findData(value));
        Q_EMIT box->activated(box->currentIndex());
    };
    choose("language", "ar");
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    EXPECT_EQ(front.window().layoutDirection(), Qt::RightToLeft);
    choose("theme", "dark");
    EXPECT_EQ(theme().kind(), qt::ThemeKind::Dark);
    front.find<QSpinBox>("text_percent")->setValue(150);
    Q_EMIT front.find<QSpinBox>("text_percent")->editingFinished();
    EXPECT_EQ(theme().textPercent(), 150);
    const qt::DeskStore again(front.folder());
    EXPECT_EQ(again.text("language"), "ar");
    EXPECT_EQ(again.text("theme"), "dark");
    EXPECT_EQ(again.number("text_percent", 100), 150);
    languages().use(QStringLiteral("en"));
    theme().apply(qt::ThemeKind::Light, 100);
}

TEST(ShellTest, WhatMakesADeviceIsKeptWholeAndForItsUserAlone) {
    const test::TempDir dir("store");
    qt::DeskStore store(QString::fromStdString(dir / "till"));
    EXPECT_FALSE(store.enrolment().has_value());
    ASSERT_TRUE(store.keep({.address = "till:1",
                            .device = "d",
                            .name = "Till",
                            .authorityPem = "a",
                            .keyPem = "k",
                            .certificatePem = "c"}));
    const auto kept = store.enrolment();
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->name, "Till");
    EXPECT_EQ(kept->keyPem, "k");
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                        QFileDevice::WriteOther;
    EXPECT_FALSE(QFile(store.folder() + "/device.json").permissions() & others);
    EXPECT_FALSE(QFile(store.folder()).permissions() & others);
    QFile file(store.folder() + "/device.json");
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"address\": 5");
    file.close();
    EXPECT_FALSE(store.enrolment().has_value()) << "half a file is none";
}

TEST(ShellTest, TheEventInHandAndTheWindowsPlaceAreKnownAtTheNextStart) {
    Front front;
    front.window().workplace().setEvent({"01J0", "La Traviata"});
    front.window().close();
    const qt::DeskStore again(front.folder());
    EXPECT_EQ(again.text("last_event"), "01J0");
    EXPECT_FALSE(again.bytes("window_layout").isEmpty());
}

TEST(ShellTest, ThePseudoTextIsLongerAndKeepsPlacesMnemonicsAndTags) {
    const QString text = qt::pseudoText(QStringLiteral("&Sell %1 <b>now</b>, %n seats"));
    EXPECT_GT(text.size(), 29 * 13 / 10);
    for (const char* kept : {"&", "%1", "<b>", "</b>", "%n"})
        EXPECT_TRUE(text.contains(kept)) << kept;
    EXPECT_EQ(text.front(), QChar{qt::kPseudoOpen});
}

}  // namespace
}  // namespace tessera::gui
