// SPDX-License-Identifier: Apache-2.0
// A counter with a whole sale on it: the real window, the real house, printers on real ports, keys.
//
// The GUI's thread. A window of a test's own on the house of all.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "boxoffice-app/screens/orders/orders_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "shared/qt/sale/band_model.h"
#include "shared/qt/sale/words.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {

using client::House;
using sale::CartStage;
using test::FakeLanguage;
using test::FakePrinter;
using testing::HasSubstr;
using testing::Not;

inline constexpr const char* kSupervisorsPin = "528491";

class CounterWindowTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto till = House::shared().till(0);
        ASSERT_TRUE(till->signIn(House::shared().supervisor).done());
        v1::SetPinRequest request;
        request.set_password(House::shared().supervisor.password);
        request.set_pin(kSupervisorsPin);
        client::Awaited<v1::StaffSession> set;
        till->client->setPin(request, set.callback());
        ASSERT_TRUE(set.get().done());
    }
    ~CounterWindowTest() override { house.relay->hold(false); }

    // Somebody works at the first till, with its printers, and sells places of `event`.
    void start(const client::Account& who, const std::string& event, bool relayed = false) {
        front = std::make_unique<Front>(relayed ? house.relay->port() : house.stack.ports().staff);
        front->window().resize(1600, 1000);
        ASSERT_EQ(
            room()
                .setPrinters({ticketPrinterAt(tickets.port()), receiptPrinterAt(slips.port())})
                .toStdString(),
            "");
        front->window().workplace().setEvent({event, QStringLiteral("Evening")});
        ASSERT_TRUE(front->signIn(who));
        openShift(front->desk());
        ASSERT_TRUE(comes([&] { return cart().event().event() == event; }));
        ASSERT_TRUE(hasFocus("quick"));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        front->press(key, modifiers);
    }
    void type(const QString& text) { front->type(text); }
    bool hasFocus(const char* name) {
        return comes([&] {
            const QWidget* const focus = QApplication::focusWidget();
            return focus != nullptr && focus->objectName() == QLatin1String(name);
        });
    }
    sale::Cart& cart() { return sale::Cart::of(front->window().workplace()); }
    payment::PrintRoom& room() {
        return payment::PrintRoom::of(front->window().workplace(), front->store());
    }
    payment::Payer& payer() {
        return static_cast<boxoffice::PayScreen*>(front->window().screen("pay"))->payer();
    }
    boxoffice::OrdersScreen& orders() {
        return *static_cast<boxoffice::OrdersScreen*>(front->window().screen("orders"));
    }
    std::int64_t total() { return cart().reservation().price().total().minor_units(); }
    // On the current screen; empty: nothing, or it has no such label.
    std::string shown(const char* label) {
        const auto* const found =
            front->window().current()->findChild<QLabel*>(QLatin1String(label));
        return found == nullptr ? std::string() : found->text().toStdString();
    }
    // By the quick line.
    bool takes(const QString& wish, int places) {
        type(wish);
        press(Qt::Key_Return);
        return comes([&] {
            int held = cart().reservation().seats_size();
            for (const auto& area : cart().reservation().areas()) held += area.quantity();
            return cart().stage() == CartStage::Held && held == places;
        });
    }
    bool goesToPay() {
        press(Qt::Key_Return);
        return hasFocus("amount");
    }
    // In cash, to the cent; the order. The next sale is begun.
    v1::Order paysCash() {
        const std::size_t before = tickets.tickets().size();
        press(Qt::Key_F2);
        EXPECT_TRUE(comes([&] { return payer().stage() == PayStage::Sold; }))
            << shown("pay_message");
        const v1::Order order = payer().order();
        const auto printed = [&] { return tickets.tickets().size() - before; };
        const auto sold = [&] {
            std::size_t places = static_cast<std::size_t>(order.seats_size());
            for (const auto& area : order.areas()) {
                places += static_cast<std::size_t>(area.quantity());
            }
            return places;
        };
        EXPECT_TRUE(comes([&] { return printed() == sold(); })) << printed();
        EXPECT_TRUE(hasFocus("next"));
        press(Qt::Key_Return);
        EXPECT_TRUE(hasFocus("quick"));
        return order;
    }
    v1::OrderDetails details(const v1::Order& order) {
        v1::GetOrderDetailsRequest request;
        request.set_event(order.event());
        request.set_order(order.order());
        v1::OrderDetails out;
        bool answered = false;
        front->desk().ask(client::kGetOrderDetails, request, &front->desk(),
                          [&](const client::Answer<v1::OrderDetails>& answer) {
                              answered = true;
                              EXPECT_TRUE(answer.done()) << answer.refusal.reason;
                              out = answer.value;
                          });
        EXPECT_TRUE(comes([&] { return answered; }));
        return out;
    }

    House& house = House::shared();
    FakePrinter tickets{FakeLanguage::Fgl};
    FakePrinter slips{FakeLanguage::Escpos};
    std::unique_ptr<Front> front;
};

}  // namespace tessera::gui
