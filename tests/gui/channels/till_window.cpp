// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/channels/till_window.h"

#include <algorithm>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {

using sale::CartStage;

TillWindow::TillWindow(const Wiring& wiring, const integration::Sale& sale, SaleBook& book)
    : front_(client::House::shared().stack.ports().staff, wiring.device,
             boxoffice::ScreenList{boxoffice::screenOf<boxoffice::EnrolScreen>(),
                                   boxoffice::screenOf<boxoffice::SigninScreen>(),
                                   boxoffice::screenOf<boxoffice::SellScreen>(),
                                   boxoffice::screenOf<boxoffice::PayScreen>()}),
      channel_(wiring.channel),
      book_(book) {
    front_.window().resize(1600, 1000);
    front_.window().workplace().setEvent({sale.event, "Evening"});
    EXPECT_TRUE(front_.signIn(client::House::shared().cashier));
    openShift(front_.desk());
    message_ = front_.find<QLabel>("quick_message");
    table_ = front_.find<QTableView>("seats");
    section_ = front_.find<QComboBox>("section");
    EXPECT_TRUE(
        comes([&] { return cart().event().event() == sale.event && section_->count() > 0; }));
    readSections();
    message_->installEventFilter(this);
    connect(&cart(), &sale::Cart::changed, this, [this] {
        if (!waits_ || cart().stage() != CartStage::Held) return;
        waits_ = false;
        std::vector<int> seats;
        for (const auto& each : cart().reservation().seats()) seats.push_back(each.seat_no());
        book_.won(channel_, seats);
    });
}

sale::Cart& TillWindow::cart() {
    return sale::Cart::of(front_.window().workplace());
}

void TillWindow::readSections() {
    int seats = 0;
    for (int at = 0; at < section_->count(); ++at) {
        section_->setCurrentIndex(at);
        firsts_.push_back(seats);
        seats += table_->model()->rowCount();
    }
    EXPECT_EQ(seats, integration::kTheatreSeats);
}

void TillWindow::toggle(int seat) {
    const auto after = std::ranges::upper_bound(firsts_, seat);
    const auto section = after - firsts_.begin() - 1;
    section_->setCurrentIndex(static_cast<int>(section));
    table_->selectRow(seat - firsts_[static_cast<std::size_t>(section)]);
    QTest::keyClick(table_, Qt::Key_Space);
}

void TillWindow::choose(const Seats& seats) {
    run("sell.give_back");
    run("sell.table");
    for (const std::int32_t seat : seats) toggle(seat);
    message_->clear();
}

void TillWindow::ask() {
    waits_ = true;
    asked_ = SaleBook::Clock::now();
    QTest::keyClick(table_, Qt::Key_Return);
}

bool TillWindow::hasWon() {
    return cart().stage() == CartStage::Held;
}

bool TillWindow::pays() {
    run("sell.pay");
    if (front_.currentId() != QStringLiteral("pay")) return false;
    run("pay.cash1");
    return true;
}

bool TillWindow::isPaid() {
    auto* const pay = static_cast<boxoffice::PayScreen*>(front_.window().screen("pay"));
    return pay->payer().stage() == PayStage::Sold;
}

void TillWindow::next() {
    if (isPaid()) run("pay.next");
}

bool TillWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == message_ && event->type() == QEvent::Paint && waits_) read();
    return false;
}

void TillWindow::read() {
    const auto after = SaleBook::Clock::now() - asked_;
    const QString text = message_->text();
    const bool lost = text.startsWith("Taken by somebody else: ");
    if (!lost && message_->property("textRole").toString() != QLatin1String("danger")) return;
    waits_ = false;
    if (lost) return book_.lost(channel_, after);
    book_.failed("app: " + text.toStdString());
}

}  // namespace tessera::gui
