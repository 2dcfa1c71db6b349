// SPDX-License-Identifier: Apache-2.0
// A whole shift at the money screen by keys, to the cent against the ledger, and blind until it is
// counted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/words.h"
#include "shared/qt/till/shift_words.h"
#include "tests/gui/money/money_till.h"

namespace tessera::gui {
namespace {

using client::House;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::int64_t kFloat = 20'000;

// All texts that the window has anywhere: shown or hidden, said to assistive technology, and in the
// cells of every model.
QStringList textsOf(QWidget& window) {
    QStringList out;
    QList<QWidget*> all = window.findChildren<QWidget*>();
    all << &window;
    for (const QWidget* each : all) {
        out << each->toolTip() << each->accessibleName() << each->accessibleDescription()
            << each->windowTitle();
        for (const char* property : {"text", "plainText", "currentText", "title"}) {
            out << each->property(property).toString();
        }
        const auto* const view = qobject_cast<const QAbstractItemView*>(each);
        const QAbstractItemModel* const model = view == nullptr ? nullptr : view->model();
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole,
                                       Qt::AccessibleTextRole, Qt::UserRole}) {
                    out << model->index(row, column).data(role).toString();
                }
            }
        }
    }
    return out;
}

v1::Money eurOf(std::int64_t minor) {
    v1::Money money;
    money.set_currency_code("EUR");
    money.set_minor_units(minor);
    return money;
}

// Whether an amount is in any of them, as it is written or as it is typed.
bool tell(const QStringList& texts, std::int64_t minor) {
    const QLocale& locale = languages().locale();
    const QString written = sale::moneyText(eurOf(minor), locale);
    const QString typed = sale::amountText(eurOf(minor), locale);
    return std::ranges::any_of(texts, [&](const QString& each) {
        return each.contains(written) || each.contains(typed) ||
               each.contains(QString::number(minor));
    });
}

payment::HousePrinter receiptPrinterAt(int port) {
    payment::HousePrinter printer = ticketPrinterAt(port);
    printer.setup.name = "Receipts";
    printer.setup.language = qt::PrinterLanguage::Escpos;
    printer.forTickets = false;
    printer.forReceipts = true;
    return printer;
}

std::string printed(const test::FakePrinter& printer) {
    std::string text;
    for (const test::SeenItem& each : printer.items()) {
        if (const auto* row = std::get_if<test::SeenRow>(&each)) text += row->text + "\n";
    }
    return text;
}

int kicks(const test::FakePrinter& printer) {
    int count = 0;
    for (const test::SeenItem& each : printer.items()) {
        count += std::holds_alternative<test::SeenKick>(each) ? 1 : 0;
    }
    return count;
}

class MoneyDayTest : public testing::Test {
public:
    void SetUp() override {
        givePin();
        till = std::make_unique<MoneyTill>("Till of the day");
        till->front.store().set("report_folder", QString::fromStdString(dir / "reports"));
        ASSERT_EQ(room().setPrinters({receiptPrinterAt(printer.port())}).toStdString(), "");
    }
    payment::PrintRoom& room() {
        return payment::PrintRoom::of(till->front.window().workplace(), till->front.store());
    }
    boxoffice::MoneyScreen& screen() { return till->screen(); }
    Front& front() { return till->front; }
    QStringList texts() { return textsOf(till->front.window()); }
    void enter(int key, const char* amount, const char* reason) {
        front().press(key);
        front().type(amount);
        front().press(Qt::Key_Return);
        front().type(reason);
        front().press(Qt::Key_Return);
    }
    std::int64_t cashInLedger() {
        return std::stoll(house.stack.psql(
            "SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE account = 4 AND event_id = " +
            client::eventNumber(sale)));
    }

    QStringList reportsKept(const QString& beginning) {
        const QDir folder(QString::fromStdString(dir / "reports"));
        QStringList out;
        for (const QString& each : folder.entryList({beginning + u'*'}, QDir::Files)) {
            out << folder.filePath(each);
        }
        return out;
    }

    void open() {
        EXPECT_TRUE(front().find<QLabel>("shift_state")->text().contains("No shift is open"));
        till->openWith(kFloat);
        ASSERT_FALSE(HasFailure());
        EXPECT_EQ(till->ofShift("state"), "1");
        EXPECT_EQ(floatsOf("Till of the day"), std::to_string(kFloat));
    }
    void sell() {
        sellForCash(front().desk(), sale, {60, 61});
        sellForCash(front().desk(), sale, {70});
        cash = cashInLedger();
        expected = kFloat + cash + 5'000 - 1'234;
        ASSERT_GT(cash, 0);
    }
    void useDrawer() {
        enter(Qt::Key_F2, "50", "Coins from the bank");
        ASSERT_TRUE(comes([&] { return till->work().shift().entries_size() == 1; }))
            << till->said();
        enter(Qt::Key_F3, "12.34", "Milk");
        ASSERT_TRUE(comes([&] { return till->work().shift().entries_size() == 2; }))
            << till->said();
        EXPECT_TRUE(printer.waitFor([](const auto& each) { return kicks(each) == 2; }));
        front().press(Qt::Key_F4);
        front().type("Change for a note");
        front().press(Qt::Key_Return);
        till->approve(house.supervisor.login, kPin);
        till->backToWindow();
        ASSERT_TRUE(comes([&] { return till->work().shift().entries_size() == 3; }))
            << till->said();
        EXPECT_TRUE(printer.waitFor([](const auto& each) { return kicks(each) == 3; }));
        EXPECT_EQ(front().find<QTableView>("entries")->model()->rowCount(), 3);
    }
    // An X report on screen and paper, the list, the count begun: nothing tells what must be there.
    void lookBlindly() {
        front().press(Qt::Key_F5);
        ASSERT_TRUE(comes([&] { return screen().reports().report().has_value(); }));
        EXPECT_THAT(front().find<QLabel>("report_heading")->text().toStdString(),
                    StartsWith("X report"));
        front().press(Qt::Key_P, Qt::ControlModifier);
        ASSERT_TRUE(printer.waitFor(
            [](const auto& each) { return printed(each).find("X report") != std::string::npos; }));
        EXPECT_THAT(till->said(), HasSubstr("kept as"));
        EXPECT_EQ(reportsKept("X-").size(), 1);
        front().press(Qt::Key_F9);
        ASSERT_TRUE(comes([&] { return !screen().reports().shifts().empty(); }));
        front().press(Qt::Key_F7);
        const QStringList all = texts();
        EXPECT_TRUE(tell(all, kFloat));  // What it looks for it would find.
        EXPECT_TRUE(tell(all, 1'234));
        EXPECT_FALSE(tell(all, expected));
        EXPECT_FALSE(tell(all, cash));
        EXPECT_FALSE(tell(all, kFloat + cash));
        EXPECT_FALSE(tell({QString::fromStdString(printed(printer))}, cash));
        for (const v1::Shift& each : screen().reports().shifts()) {
            const bool counted =
                each.state() == v1::Shift::COUNTED || each.state() == v1::Shift::CLOSED;
            if (!counted) EXPECT_EQ(each.balances_size(), 0);
        }
        EXPECT_EQ(till->work().shift().balances_size(), 0);
        EXPECT_FALSE(tell(
            {QString::fromStdString(screen().reports().report()->SerializeAsString())}, expected));
    }
    void count() {
        EXPECT_EQ(QApplication::focusWidget(), front().find<QTableView>("count_table"));
        front().find<QPushButton>("count_go")->click();
        EXPECT_THAT(till->said(), HasSubstr("nothing is typed"));
        EXPECT_EQ(till->ofShift("state"), "1");
        till->typeCount("EUR", expected - 100);
        EXPECT_FALSE(tell(texts(), expected));
        front().press(Qt::Key_Space);
        ASSERT_TRUE(till->becomes(v1::Shift::COUNTED)) << till->said();
        EXPECT_TRUE(tell(texts(), expected));
        EXPECT_THAT(front().find<QLabel>("settle_verdict")->text().toStdString(),
                    HasSubstr("1.00"));
    }
    // Refused without explanation, by the cashier's own word, and without a second person.
    void close() {
        auto* const why = front().find<QLineEdit>("explanation");
        EXPECT_EQ(QApplication::focusWidget(), why);
        front().find<QPushButton>("settle_go")->click();
        EXPECT_THAT(till->said(), StartsWith("Explanation"));
        EXPECT_EQ(QApplication::focusWidget(), why);
        front().type("One euro is missing");
        front().find<QPushButton>("settle_go")->click();
        till->approve(house.cashier.login, kPin);
        ASSERT_TRUE(comes([] {
            const auto* const message = MoneyTill::dialog()->findChildren<QLabel*>().last();
            return message->isVisible() && !message->text().isEmpty();
        }));
        EXPECT_EQ(till->ofShift("state"), "3");
        till->approve(house.supervisor.login, kPin);
        till->backToWindow();
        ASSERT_TRUE(till->becomes(v1::Shift::CLOSED)) << till->said();
        EXPECT_EQ(till->ofShift("state"), "4");
        EXPECT_EQ(till->work().shift().signed_off_by(), "ada");
    }
    void readReport() {
        ASSERT_TRUE(comes([&] {
            const auto& report = screen().reports().report();
            return report && report->final();
        }));
        const v1::ShiftReport& z = *screen().reports().report();
        EXPECT_EQ(z.shift().balances(0).sales().minor_units() -
                      z.shift().balances(0).refunds().minor_units(),
                  cash);
        EXPECT_EQ(z.shift().balances(0).expected().minor_units(), expected);
        EXPECT_EQ(house.stack.psql("SELECT reason FROM trail WHERE action = 'write_z_report' AND "
                                   "subject = " +
                                   std::to_string(decodePublicId(z.shift().shift()).value_or(0))),
                  z.hash());
        ASSERT_TRUE(comes([&] {
            return QApplication::focusWidget() == front().find<QPushButton>("report_print");
        }));
        front().press(Qt::Key_Space);
        ASSERT_TRUE(printer.waitFor([&](const auto& each) {
            return printed(each).find(z.hash().substr(32)) != std::string::npos;
        }));
        EXPECT_TRUE(tell({QString::fromStdString(printed(printer))}, expected));
        EXPECT_TRUE(tell({QString::fromStdString(printed(printer))}, cash));
        EXPECT_TRUE(std::ranges::any_of(screen().reports().lines(), [](const auto& each) {
            return each.label.endsWith(QStringLiteral("Paid out, cora: Milk"));
        })) << "who took it out";
        EXPECT_TRUE(printer.illegal().empty());
        EXPECT_EQ(kicks(printer), 3);
        EXPECT_EQ(reportsKept("Z-").size(), 0) << "the server keeps it";
        front().press(Qt::Key_E, Qt::ControlModifier);
        ASSERT_EQ(reportsKept("Z-").size(), 1) << till->said();
        for (const QString& each : reportsKept("")) {
            QFile pdf(each);
            ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
            EXPECT_TRUE(pdf.read(5) == "%PDF-") << each.toStdString();
        }
    }
    // Neither by keys nor by asking the server past them.
    void changeNothing() {
        for (const char* action : {"paid_in", "paid_out", "no_sale", "count", "close"}) {
            EXPECT_FALSE(front().window().actions().isAvailable(QStringLiteral("money.") + action))
                << action;
        }
        v1::AddDrawerEntryRequest late;
        late.set_shift(till->work().shift().shift());
        late.set_request_id(front().desk().newRequestId());
        late.mutable_entry()->set_kind(v1::DrawerEntry::PAID_IN);
        *late.mutable_entry()->mutable_amount() = eurOf(1);
        late.mutable_entry()->set_reason("Late");
        EXPECT_EQ(asked(front().desk(), client::kAddDrawerEntry, late).refusal.reason,
                  v1::ErrorReason::SHIFT_OVER);
        const std::string before = screen().reports().report()->SerializeAsString();
        front().press(Qt::Key_F9);
        ASSERT_TRUE(comes([&] {
            return !screen().reports().shifts().empty() &&
                   screen().reports().shifts()[0].state() == v1::Shift::CLOSED;
        }));
        front().press(Qt::Key_Return);
        ASSERT_TRUE(comes([&] { return front().find<QTableView>("report_table")->isVisible(); }));
        EXPECT_EQ(screen().reports().report()->SerializeAsString(), before);
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    test::FakePrinter printer{test::FakeLanguage::Escpos};
    test::TempDir dir{"day"};
    std::unique_ptr<MoneyTill> till;
    std::int64_t cash = 0;
    std::int64_t expected = 0;
};

TEST_F(MoneyDayTest, ComesToTheCentIsBlindUntilItIsCountedAndStaysAsItWasClosed) {
    using Day = MoneyDayTest;
    for (const auto step : {&Day::open, &Day::sell, &Day::useDrawer, &Day::lookBlindly, &Day::count,
                            &Day::close, &Day::readReport, &Day::changeNothing}) {
        (this->*step)();
        if (HasFatalFailure()) return;
    }
}

}  // namespace
}  // namespace tessera::gui
