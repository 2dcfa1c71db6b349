// SPDX-License-Identifier: Apache-2.0
// The orders screen in a window, with a cashier before it: by keys, and by how it looks.
//
// The GUI's thread. A window of a test's own on the house of all.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "shared/qt/desk/approval_dialog.h"
#include "shared/qt/payment/print_room.h"
#include "tests/gui/looks.h"
#include "tests/gui/orders/orders_till.h"
#include "tests/print/fake_printer/fake_printer.h"

namespace tessera::gui {

class OrdersLookTest : public testing::Test {
protected:
    void SetUp() override {
        (void)sellingTill();
        open(house.stack.ports().staff);
    }
    void open(std::uint16_t port) {
        // A window of fewer screens is dressed in less time.
        using namespace boxoffice;
        const ScreenList screens{screenOf<EnrolScreen>(), screenOf<SigninScreen>(),
                                 screenOf<SellScreen>(), screenOf<OrdersScreen>(),
                                 screenOf<PayScreen>()};
        front.reset();
        front = std::make_unique<Front>(port, 0, screens);
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale().event, "Evening"});
        ASSERT_TRUE(front->signIn(house.cashier));
        ASSERT_TRUE(comes([&] { return !cart().event().event().empty(); }));
        front->press(Qt::Key_2, Qt::ControlModifier);
        ASSERT_EQ(front->currentId(), QStringLiteral("orders"));
    }
    void TearDown() override {
        house.relay->hold(false);
        plainLook();
    }
    static const integration::Sale& sale() {
        static const integration::Sale made = makeLenientSale();
        return made;
    }
    sale::Cart& cart() { return sale::Cart::of(front->window().workplace()); }
    boxoffice::OrdersScreen& screen() {
        return *static_cast<boxoffice::OrdersScreen*>(front->window().screen("orders"));
    }
    std::string message() { return front->find<QLabel>("orders_message")->text().toStdString(); }
    bool opened(const v1::Order& order) {
        return comes(
            [&] { return screen().order().isRead() && screen().order().order() == order.order(); });
    }
    // By its number, as somebody types it.
    bool opensByKeys(const v1::Order& order) {
        front->find<QLineEdit>("find")->setFocus();
        front->find<QLineEdit>("find")->selectAll();
        front->type(QString::fromStdString(order.order()).toLower() + u' ');
        front->press(Qt::Key_Return);
        return opened(order);
    }
    void scan(const std::string& code) {
        front->type(QString::fromStdString(code));
        front->press(Qt::Key_Return);
    }
    // As between a person's key and a scanner's.
    static void pause() {
        QElapsedTimer since;
        since.start();
        comes([&] { return since.elapsed() > orders::kScanGapMillis; });
    }
    // The supervisor comes to this till.
    bool approve() { return front->approve(house.supervisor, kSupervisorPin); }
    void look(const QString& about) { lookAt(front->window(), about); }
    void everywhere(const char* page) { lookEverywhere(front->window(), QLatin1String(page)); }
    // A question on the page is closed by a change of language: `ask` asks again, and gives what
    // must be in sight.
    void everywhere(const char* page, const std::function<QWidget*()>& ask) {
        lookEverywhere(
            [&]() -> QWidget* {
                const QWidget* const part = ask();
                const bool inSight = comes(
                    [&] { return part->visibleRegion().boundingRect().size() == part->size(); });
                return inSight ? &front->window() : nullptr;
            },
            QLatin1String(page));
    }

    client::House& house = client::House::shared();
    test::FakePrinter printer{test::FakeLanguage::Fgl};
    std::unique_ptr<Front> front;
};

}  // namespace tessera::gui
