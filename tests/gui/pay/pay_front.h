// SPDX-License-Identifier: Apache-2.0
// A window at the real house with what paying and printing need, by the keys that staff presses.
//
// The GUI's thread. Owns window and printer, not the house.
#pragma once

#include "boxoffice-app/screens/enrol/enrol_screen.h"
#include "boxoffice-app/screens/pay/pay_screen.h"
#include "boxoffice-app/screens/printing/printing_screen.h"
#include "boxoffice-app/screens/sell/sell_screen.h"
#include "boxoffice-app/screens/signin/signin_screen.h"
#include "tests/gui/pay/pay_till.h"
#include "tests/gui/walk.h"

namespace tessera::gui {

class PayFront : public testing::Test {
protected:
    ~PayFront() override { house.relay->hold(false); }
    void TearDown() override {
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }
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
                                  boxoffice::screenOf<boxoffice::PrintingScreen>()});
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
    void look(const QString& about, WalkOptions options = {}) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        // Layouts follow a change of language or size a moment later.
        constexpr int kSettleMillis = 1'000;
        std::vector<Finding> findings;
        comes(
            [&] {
                findings = walk(front->window(), options).findings;
                return findings.empty();
            },
            kSettleMillis);
        for (const Finding& each : findings) {
            ADD_FAILURE() << about.toStdString() << ": " << each;
        }
        shoot(front->window(), about);
    }
    void everywhere(const QString& what, std::initializer_list<int> sizes = {100, 200}) {
        for (const qt::Language& language : qt::Languages::all()) {
            languages().use(language.code);
            for (const int percent : sizes) {
                theme().apply(qt::ThemeKind::Light, percent);
                look(what + u'-' + language.code + u'-' + QString::number(percent));
            }
        }
        theme().apply(qt::ThemeKind::Dark, 100);
        look(what + QStringLiteral("-ar-dark"));
        theme().apply(qt::ThemeKind::HighContrast, 200);
        look(what + QStringLiteral("-ar-high-contrast"), {.contrastLeast = 7.0});
        languages().use(QStringLiteral("en"));
        theme().apply(qt::ThemeKind::Light, 100);
    }

    client::House& house = client::House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    test::FakePrinter printer{test::FakeLanguage::Fgl};
    std::unique_ptr<Front> front;
};

}  // namespace tessera::gui
