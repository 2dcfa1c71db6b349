// SPDX-License-Identifier: Apache-2.0
// What the walk finds: each fault is planted once.
#include "tests/gui/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/front.h"

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

// What is planted in a window, and what is found of it then.
std::vector<Fault> faultsIn(QWidget& window, QWidget& planted, QSize size) {
    planted.show();
    planted.resize(size);
    return faultsOf(window);
}

TEST(WalkTest, ItFindsANameThatIsShortenedAndNowhereWhole) {
    class Deaf : public QObject {
        bool eventFilter(QObject*, QEvent* event) override {
            return event->type() == QEvent::ToolTip;
        }
    };
    QWidget window;
    window.resize(700, 400);
    QStandardItemModel model(1, 1);
    model.setHorizontalHeaderLabels({"Name"});
    model.setItem(0, 0, new QStandardItem("Gesellschaft der <b>Musikfreunde</b>"));
    const auto show = [&](QTableView& table, int width) {
        table.setAccessibleName("Names");
        table.setModel(&model);
        table.verticalHeader()->hide();
        table.setColumnWidth(0, width);
        const auto found = faultsIn(window, table, {680, 300});
        table.hide();
        return found;
    };
    QTableView table(&window);
    EXPECT_THAT(show(table, 600), testing::IsEmpty());
    EXPECT_THAT(show(table, 150), testing::IsEmpty()) << "the house's theme tells it";
    {
        Deaf deaf;
        qApp->installEventFilter(&deaf);
        QToolTip::showText({}, "something else", &window);
        EXPECT_THAT(show(table, 150), testing::ElementsAre(Fault::Clipped));
    }
    model.item(0, 0)->setData("Gesellschaft", Qt::AccessibleTextRole);
    EXPECT_THAT(show(table, 150), testing::ElementsAre(Fault::Clipped)) << "read out shortened";
    model.item(0, 0)->setData({}, Qt::AccessibleTextRole);
    model.item(0, 0)->setToolTip("Gesellschaft");
    EXPECT_THAT(show(table, 150), testing::ElementsAre(Fault::Clipped)) << "a tip of its own";
}

TEST(WalkTest, ItFindsTabsWithoutRoomHardlyToBeReadAndWithoutTranslation) {
    QWidget window;
    window.resize(700, 200);
    QTabBar tabs(&window);
    tabs.setAccessibleName("Parts");
    tabs.setUsesScrollButtons(false);
    tabs.setElideMode(Qt::ElideRight);
    tabs.setFocusPolicy(Qt::NoFocus);
    for (const char* const name : {"Sale and its windows", "Prices and fees"}) tabs.addTab(name);
    EXPECT_THAT(faultsIn(window, tabs, {680, 60}), testing::IsEmpty());
    EXPECT_THAT(faultsIn(window, tabs, {150, 60}),
                testing::ElementsAre(Fault::Clipped, Fault::Clipped));
    tabs.resize(680, 60);
    EXPECT_THAT(faultsOf(window, {.pseudo = true, .data = {"Parts"}}),
                testing::ElementsAre(Fault::Untranslated, Fault::Untranslated));
    tabs.setStyleSheet("QTabBar::tab { background: #ffffff; color: #b0b0b0 }");
    EXPECT_THAT(faultsIn(window, tabs, {680, 60}), testing::Contains(Fault::WeakContrast));
}

TEST(WalkTest, ItFindsTheOpenTabBehindAnArrow) {
    QWidget window;
    window.resize(700, 200);
    QTabBar tabs(&window);
    tabs.setAccessibleName("Parts");
    tabs.setExpanding(false);
    for (int i = 0; i < 9; ++i) tabs.addTab("Prices and fees");
    EXPECT_THAT(faultsIn(window, tabs, {400, 60}), testing::IsEmpty());
    EXPECT_THAT(faultsIn(window, tabs, {70, 60}), testing::ElementsAre(Fault::Clipped));
}

TEST(WalkTest, ItFindsWhatAProgressSaysWithoutRoomAndHardlyToBeReadOnOneOfItsGrounds) {
    QWidget window;
    window.resize(700, 200);
    QProgressBar bar(&window);
    bar.setRange(0, 100);
    bar.setFormat("%v of %m orders are given back");
    bar.setAlignment(Qt::AlignCenter);
    bar.setStyleSheet(
        "QProgressBar { background: #ffffff; color: #171b20 }"
        "QProgressBar::chunk { background: #ffffff }");
    for (const int value : {0, 50, 100}) {
        bar.setValue(value);
        EXPECT_THAT(faultsIn(window, bar, {600, 60}), testing::IsEmpty()) << value;
    }
    EXPECT_THAT(faultsIn(window, bar, {90, 60}), testing::ElementsAre(Fault::Clipped));
    bar.setValue(50);
    bar.setStyleSheet(
        "QProgressBar { background: #ffffff; color: #171b20 }"
        "QProgressBar::chunk { background: #303030 }");
    EXPECT_THAT(faultsIn(window, bar, {600, 60}), testing::ElementsAre(Fault::WeakContrast));
}

TEST(WalkTest, ItFindsEntriesOfAMenuThatAreHardlyToBeReadNamelessAndWithoutTranslation) {
    QMainWindow window;
    window.resize(600, 300);
    QMenu* const menu = window.menuBar()->addMenu("&Screens");
    QAction* const sell = menu->addAction("&Sell");
    menu->addMenu("&More")->addAction("S&taff");
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    EXPECT_THAT(faultsOf(window, {.pseudo = true}),
                testing::ElementsAre(Fault::Untranslated, Fault::Untranslated, Fault::Untranslated,
                                     Fault::Untranslated));
    menu->setStyleSheet("QMenu { background: #ffffff } QMenu::item { color: #b0b0b0 }");
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::WeakContrast));
    menu->setStyleSheet({});
    sell->setText({});
    EXPECT_THAT(faultsOf(window), testing::ElementsAre(Fault::Unnamed));
}

TEST(WalkTest, ItFindsMenusThatTheirBarHasNoRoomForAndRowsHeadsThatAreCut) {
    QMainWindow window;
    for (const char* const title : {"&Screens", "&Actions", "S&ession", "&Help"}) {
        window.menuBar()->addMenu(title);
    }
    window.resize(600, 300);
    EXPECT_THAT(faultsOf(window), testing::IsEmpty());
    window.resize(150, 300);
    EXPECT_THAT(faultsOf(window), testing::Contains(Fault::Clipped));
    QWidget other;
    other.resize(500, 300);
    QStandardItemModel model(1, 1);
    model.setHorizontalHeaderLabels({"Seats"});
    model.setVerticalHeaderLabels({"Parkett Mitte links"});
    QTableView table(&other);
    table.setAccessibleName("Rows");
    table.setModel(&model);
    EXPECT_THAT(faultsIn(other, table, {480, 200}), testing::IsEmpty());
    table.verticalHeader()->setFixedWidth(40);
    EXPECT_THAT(faultsIn(other, table, {480, 200}), testing::ElementsAre(Fault::Clipped));
}

// A window with a menu, a button, a field, a group and an action, each with a key of its own.
struct Keyed {
    Keyed() {
        window.menuBar()->addMenu("&Screens");
        window.setCentralWidget(page);
        label->setBuddy(field);
        for (QWidget* each : std::initializer_list<QWidget*>{button, label, field, group}) {
            column->addWidget(each);
        }
        action->setShortcut(QKeySequence("Alt+T"));
        window.addAction(action);
        window.resize(500, 400);
    }
    std::vector<Fault> faults() { return faultsOf(window); }

    QMainWindow window;
    QWidget* const page = new QWidget(&window);
    QVBoxLayout* const column = new QVBoxLayout(page);
    QPushButton* const button = new QPushButton("&Keep", page);
    QLineEdit* const field = new QLineEdit(page);
    QLabel* const label = new QLabel("&Name", page);
    QGroupBox* const group = new QGroupBox("&Group", page);
    QAction* const action = new QAction("Act", &window);
};

TEST(WalkTest, ItFindsAKeyThatLeadsToTwoPlaces) {
    Keyed at;
    EXPECT_THAT(at.faults(), testing::IsEmpty());
    at.button->setText("&Save");
    EXPECT_THAT(at.faults(), testing::ElementsAre(Fault::KeyTwice)) << "a button and a menu";
    at.button->setText("&Take");
    EXPECT_THAT(at.faults(), testing::ElementsAre(Fault::KeyTwice)) << "a button and an action";
    at.action->setEnabled(false);
    EXPECT_THAT(at.faults(), testing::IsEmpty()) << "one that is another screen's";
    at.button->setText("&Keep");
    at.label->setText("&Kind");
    EXPECT_THAT(at.faults(), testing::ElementsAre(Fault::KeyTwice)) << "a field and a button";
    at.button->setEnabled(false);
    EXPECT_THAT(at.faults(), testing::ElementsAre(Fault::KeyTwice)) << "it may be used in a moment";
    at.button->hide();
    EXPECT_THAT(at.faults(), testing::IsEmpty()) << "what is not shown has no key";
    at.group->setTitle("&King");
    EXPECT_THAT(at.faults(), testing::ElementsAre(Fault::KeyTwice)) << "a group and a field";
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

}  // namespace
}  // namespace tessera::gui
