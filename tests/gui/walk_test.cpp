// SPDX-License-Identifier: Apache-2.0
// Every screen of the registry in every language, theme and size, as a person meets it.
#include "tests/gui/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "shared/qt/desk/approval_dialog.h"
#include "tests/gui/front.h"
#include "tests/support/report.h"

namespace tessera::gui {
namespace {

std::vector<Fault> faultsOf(QWidget& widget, const WalkOptions& options = {}) {
    widget.show();
    std::vector<Fault> out;
    for (const Finding& each : walk(widget, options).findings) out.push_back(each.fault);
    return out;
}

TEST(WalkTest, ItFindsAControlWithoutAName) {
    QWidget window;
    auto* const field = new QLineEdit(&window);
    field->resize(200, 40);
    window.resize(300, 100);
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::Unnamed));
    field->setAccessibleName("Name");
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
}

TEST(WalkTest, ItFindsTextWithoutRoomInOneLineInSeveralAndOutsideOfItsSurroundings) {
    QWidget window;
    window.resize(400, 200);
    auto* const label = new QLabel("A text that needs more room than that", &window);
    label->setGeometry(0, 0, 40, 20);
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::Clipped));
    label->setWordWrap(true);
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::Clipped));
    label->setGeometry(350, 0, 380, 60);
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::Clipped));
    label->setGeometry(0, 0, 380, 60);
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
}

TEST(WalkTest, ItFindsAWordThatItsUnderlinedLetterMakesWider) {
    constexpr const char* kTest = "اختبار طابعة ال&تذاكر";
    class Underlines : public QProxyStyle {
        int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                      QStyleHintReturn* returned) const override {
            return hint == SH_UnderlineShortcut
                       ? 1
                       : QProxyStyle::styleHint(hint, option, widget, returned);
        }
    };
    Underlines underlines;
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        QWidget window;
        window.resize(600, 200);
        auto* const button = new QPushButton(QString::fromUtf8(kTest), &window);
        button->resize(button->sizeHint());
        EXPECT_THAT(faultsOf(window), testing::IsEmpty());  // The house's style underlines nothing.
        button->setStyle(&underlines);
        button->resize(button->sizeHint());
        EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::Clipped));
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST(WalkTest, ItFindsGreyOnGrey) {
    QWidget window;
    window.resize(400, 200);
    auto* const label = new QLabel("Hardly to be read", &window);
    label->setGeometry(0, 0, 300, 60);
    label->setAutoFillBackground(true);
    label->setStyleSheet("background: #ffffff; color: #b0b0b0");
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::WeakContrast));
    label->setStyleSheet("background: #ffffff; color: #505050");
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
}

TEST(WalkTest, ItFindsAnExampleInAFieldThatIsHardlyToBeRead) {
    QWidget window;
    window.resize(400, 200);
    auto* const field = new QLineEdit(&window);
    field->setAccessibleName("Address");
    field->setPlaceholderText("192.168.1.20:9100 or a device");
    field->resize(300, 60);
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    QPalette palette = field->palette();
    palette.setColor(QPalette::PlaceholderText, QColor(0xb0, 0xb0, 0xb0));
    field->setPalette(palette);
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::WeakContrast));
}

QPalette greyOnWhite(QPalette palette) {
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, QColor(0xb0, 0xb0, 0xb0));
    return palette;
}

TEST(WalkTest, ItFindsTypedTextThatIsHardlyToBeReadAndADateWithoutRoom) {
    QWidget window;
    window.resize(500, 300);
    auto* const field = new QLineEdit("Rosalinde Eisenstein", &window);
    field->setAccessibleName("Name");
    field->resize(300, 60);
    auto* const date = new QDateTimeEdit(&window);
    date->setAccessibleName("Begins");
    date->setDisplayFormat("dd.MM.yyyy hh:mm");
    date->setGeometry(0, 100, 300, 60);
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    field->setPalette(greyOnWhite(field->palette()));
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::WeakContrast));
    field->hide();
    date->resize(60, 60);
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::Clipped));
}

TEST(WalkTest, ItFindsANumberAHeaderAndAChoiceWithoutRoomAndAGreyCell) {
    QWidget window;
    window.resize(700, 500);
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({"Name", "Amount"});
    model.setItem(0, 0, new QStandardItem("Box office by the main entrance"));
    auto* const amount = new QStandardItem("1.234.567,00 €");
    amount->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    model.setItem(0, 1, amount);
    auto* const table = new QTableView(&window);
    table->setAccessibleName("Takings");
    table->setModel(&model);
    table->setGeometry(0, 0, 680, 300);
    table->setColumnWidth(0, 150);  // A name may be shortened.
    table->setColumnWidth(1, 250);
    auto* const box = new QComboBox(&window);
    box->setAccessibleName("Printer");
    box->addItem("Ticket printer by the door");
    box->setGeometry(0, 320, 400, 60);
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    box->resize(80, 60);
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::Clipped));
    box->hide();
    table->setColumnWidth(1, 40);
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::Clipped, Fault::Clipped))
        << "the number and the header over it";
    table->setColumnWidth(1, 250);
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    table->setPalette(greyOnWhite(table->palette()));
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::WeakContrast));
    QListView list(&window);
    list.setAccessibleName("Names");
    list.setModel(&model);
    list.setGeometry(0, 0, 600, 300);
    table->hide();
    list.show();
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    list.setPalette(greyOnWhite(list.palette()));
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::WeakContrast));
}

TEST(WalkTest, ItFindsATextThatDidNotGoThroughTranslation) {
    QWidget window;
    window.resize(400, 200);
    auto* const label = new QLabel("Sold out", &window);
    label->resize(300, 60);
    EXPECT_THAT(faultsOf(window, {.pseudo = true}), testing::ElementsAre(Fault::Untranslated));
    EXPECT_THAT(faultsOf(window, {.pseudo = true, .data = {"Sold out"}}), testing::IsEmpty());
    label->setText(QStringLiteral("⟦Šöļđ öût···⟧"));
    EXPECT_THAT(faultsOf(window, {.pseudo = true}), testing::IsEmpty());
}

class ScreensTest : public testing::Test {
protected:
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
    std::set<QString> data() const {
        std::set<QString> out = {"cora", "Till by the door", "Till"};
        for (const qt::Language& each : qt::Languages::all()) out.insert(each.name);
        return out;
    }
    // All screens, as far as they can be shown now.
    void walkAll(Front& front, const QString& about) {
        WalkOptions options{
            .contrastLeast = theme().kind() == qt::ThemeKind::HighContrast ? 7.0 : 4.5,
            .pseudo = languages().code() == "pseudo",
            .data = data()};
        for (const boxoffice::Screen* each : front.window().screens()) {
            const bool shown = front.currentId() == each->id() || front.window().show(each->id());
            if (!shown) continue;
            seen.insert(each->id());
            walkOne(front.window(), each->id() + about, options);
        }
    }
    void walkOne(QWidget& window, const QString& about, const WalkOptions& options) {
        // A change of language or font is laid out in several steps, each an event.
        constexpr int kStepsMost = 5;
        Walked walked;
        for (int step = 0; step == 0 || (step < kStepsMost && !walked.findings.empty()); ++step) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            walked = walk(window, options);
        }
        ++looks;
        controls += walked.controls;
        texts += walked.texts;
        for (const Finding& each : walked.findings) {
            ++found[each.fault];
            ADD_FAILURE() << about.toStdString() << ": " << each;
        }
        shoot(window, about);
    }
    // One screen of the window, if it can be shown now.
    void walkEverywhere(Front& front, const QString& id, const QString& about) {
        const bool shown = front.currentId() == id || front.window().show(id);
        if (!shown) return;
        seen.insert(id);
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            for (const auto kind :
                 {qt::ThemeKind::Light, qt::ThemeKind::Dark, qt::ThemeKind::HighContrast}) {
                for (const int percent : {100, 200}) {
                    theme().apply(kind, percent);
                    walkOne(front.window(),
                            id + about + u'-' + language.code + u'-' + qt::themeName(kind) + u'-' +
                                QString::number(percent),
                            {.contrastLeast = kind == qt::ThemeKind::HighContrast ? 7.0 : 4.5});
                }
            }
        }
        TearDown();
    }
    // A window with every screen is dressed anew for seconds: this one has the two that the window
    // itself needs, the last, which is in its menu, and one more.
    static boxoffice::ScreenList listWith(std::size_t number) {
        const boxoffice::ScreenList all = boxoffice::allScreens();
        boxoffice::ScreenList out{all[0], all[1], all.back()};
        if (number > 1 && number + 1 < all.size()) out.push_back(all[number]);
        return out;
    }
    // Of all looks: a control that is there in two languages counts twice.
    void report() {
        test::addToReport("boxoffice", {{"screens_seen", static_cast<double>(seen.size())},
                                        {"looks", looks},
                                        {"controls_seen", controls},
                                        {"unnamed_controls", found[Fault::Unnamed]},
                                        {"texts_seen", texts},
                                        {"clipped_texts", found[Fault::Clipped]},
                                        {"weak_contrasts", found[Fault::WeakContrast]}});
    }
    std::set<QString> seen;
    std::map<Fault, int> found;
    int looks = 0;
    int controls = 0;
    int texts = 0;
};

TEST_F(ScreensTest, AllScreensCanBeUsedInEveryLanguageThemeAndSize) {
    const std::size_t count = boxoffice::allScreens().size();
    for (std::size_t number = 1; number < count; ++number) {
        Front front(client::House::shared().stack.ports().staff, 0, listWith(number));
        const auto screens = front.window().screens();
        const std::size_t from = number == 1 ? 0 : screens.size() - 1;
        const std::size_t to = number == 1 ? 2 : screens.size();
        for (std::size_t at = from; at < to; ++at) walkEverywhere(front, screens[at]->id(), "-out");
        ASSERT_TRUE(front.signIn(client::House::shared().cashier));
        for (std::size_t at = from; at < to; ++at) walkEverywhere(front, screens[at]->id(), "-in");
    }
    report();
    EXPECT_EQ(seen.size(), count);
    EXPECT_GT(controls, 100);
    EXPECT_GT(texts, 100);
}

TEST_F(ScreensTest, NoTextOfAnyScreenIsWithoutTranslation) {
    Front front(client::House::shared().stack.ports().staff);
    languages().use(QStringLiteral("pseudo"));
    theme().apply(qt::ThemeKind::Light, 100);
    walkAll(front, "-out-pseudo");
    ASSERT_TRUE(front.signIn(client::House::shared().cashier));
    walkAll(front, "-in-pseudo");
    front.press(Qt::Key_F1);
    auto* const legend = front.window().findChild<QDialog*>(QStringLiteral("legend"));
    ASSERT_NE(legend, nullptr);
    walkOne(*legend, "legend-pseudo", {.pseudo = true});
}

TEST_F(ScreensTest, DialogsCanBeUsedInEveryThemeToo) {
    Front front(client::House::shared().stack.ports().staff, 0, listWith(1));
    for (const int percent : {100, 200}) {
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            theme().apply(qt::ThemeKind::Light, percent);
            qt::ApprovalDialog approval(front.desk(), {.what = "Refund of 20.00"}, {},
                                        &front.window());
            approval.show();
            walkOne(approval, "approval-" + language.code + u'-' + QString::number(percent), {});
        }
    }
}

TEST_F(ScreensTest, EveryTextHasATranslationInEveryLanguage) {
    for (const char* folder : {"boxoffice-app", "shared/qt"}) {
        QDirIterator files(QStringLiteral(TESSERA_SOURCE_DIR "/") + folder, {"*.ts"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            EXPECT_FALSE(file.readAll().contains("type=\"unfinished\""))
                << file.fileName().toStdString();
        }
    }
}

}  // namespace
}  // namespace tessera::gui
