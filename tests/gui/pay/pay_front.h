// SPDX-License-Identifier: Apache-2.0
// A window at the real house with what paying and printing need, by the keys that staff presses.
//
// The GUI's thread. Owns window and printer, not the house.
#pragma once

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/paper/paper_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/screens/printers/printers_screen.h"
#include "boxoffice-app/screens/printing/printing_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "tests/gui/looks.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {

class PayFront : public testing::Test {
protected:
    ~PayFront() override { house.relay->hold(false); }
    void TearDown() override { plainLook(); }
    // Anew, at that device, with the evening in hand.
    void start(int device, bool relayed = false) {
        front.reset();
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        // Those alone that it needs: all of them are dressed anew for seconds.
        front = std::make_unique<Front>(
            port, device,
            boxoffice::ScreenList{boxoffice::screenOf<boxoffice::EnrolScreen>(),
                                  boxoffice::screenOf<boxoffice::SigninScreen>(),
                                  boxoffice::screenOf<boxoffice::SellScreen>(),
                                  boxoffice::screenOf<boxoffice::PayScreen>(),
                                  boxoffice::screenOf<boxoffice::PrintingScreen>(),
                                  boxoffice::screenOf<boxoffice::PrintersScreen>(),
                                  boxoffice::screenOf<boxoffice::PaperScreen>()});
        front->window().resize(1600, 1000);
        front->window().workplace().setEvent({sale.event, "Evening"});
        ASSERT_TRUE(front->signIn(house.cashier));
        ASSERT_TRUE(comes([&] { return !cart().event().event().empty(); }));
        v1::Customer who;
        who.set_name("Rosalinde Eisenstein");
        who.set_email("rosalinde@example.org");
        cart().setCustomer(who);
    }
    sale::Cart& cart() { return sale::Cart::of(front->window().workplace()); }
    payment::PrintRoom& room() {
        return payment::PrintRoom::of(front->window().workplace(), front->store());
    }
    boxoffice::PayScreen& screen() {
        return *static_cast<boxoffice::PayScreen*>(front->window().screen("pay"));
    }
    bool becomes(PayStage stage) {
        return comes([&] { return screen().payer().stage() == stage; });
    }
    // By three keys from the sell screen.
    bool atPay() {
        front->type("2");
        front->press(Qt::Key_Return);
        if (!comes([&] { return cart().stage() == sale::CartStage::Held; })) return false;
        front->press(Qt::Key_Return);
        return front->currentId() == QStringLiteral("pay");
    }
    // Two tickets for exact cash, and back at the sell screen.
    bool sells() {
        if (!atPay()) return false;
        front->press(Qt::Key_Return);
        if (!becomes(PayStage::Sold)) return false;
        front->press(Qt::Key_Return);
        return front->currentId() == QStringLiteral("sell");
    }
    void look(const char* about) { lookAt(front->window(), QLatin1String(about)); }
    void everywhere(const char* page) { lookEverywhere(front->window(), QLatin1String(page)); }

    client::House& house = client::House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    test::FakePrinter printer{test::FakeLanguage::Fgl};
    std::unique_ptr<Front> front;
};

}  // namespace tessera::gui
