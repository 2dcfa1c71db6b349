// SPDX-License-Identifier: Apache-2.0
// A till without a window at the real house: signed in, with its folder, a printer and a payer.
//
// The GUI's thread; owns all of it but the folder. A second one on the same folder is the app after
// a restart.
#pragma once

#include "shared/qt/payment/papers.h"
#include "shared/qt/payment/payer.h"
#include "shared/qt/payment/print_room.h"
#include "shared/qt/sale/order_notes.h"
#include "shared/qt/sale/words.h"
#include "tests/gui/front.h"
#include "tests/print/fake_printer/fake_printer.h"

namespace tessera::gui {

using payment::PayStage;

inline payment::HousePrinter ticketPrinterAt(int port) {
    payment::HousePrinter printer;
    printer.setup.name = "Front";
    printer.setup.host = "127.0.0.1";
    printer.setup.port = port;
    printer.forTickets = true;
    return printer;
}

inline payment::HousePrinter receiptPrinterAt(int port) {
    payment::HousePrinter printer;
    printer.setup.name = "Slips";
    printer.setup.language = qt::PrinterLanguage::Escpos;
    printer.setup.host = "127.0.0.1";
    printer.setup.port = port;
    printer.forReceipts = true;
    return printer;
}

// What came out of a printer for receipts, and how often its drawer was opened.
struct SlipsSeen {
    std::string text{};
    int cuts = 0;
    int kicks = 0;
};
inline SlipsSeen seenAt(const test::FakePrinter& slips) {
    SlipsSeen seen;
    for (const test::SeenItem& item : slips.items()) {
        if (const auto* row = std::get_if<test::SeenRow>(&item)) seen.text += row->text + '\n';
        seen.cuts += std::holds_alternative<test::SeenCut>(item) ? 1 : 0;
        seen.kicks += std::holds_alternative<test::SeenKick>(item) ? 1 : 0;
    }
    return seen;
}

inline std::string euros(std::int64_t minor) {
    v1::Money money;
    money.set_currency_code("EUR");
    money.set_minor_units(minor);
    return sale::moneyText(money, QLocale()).toStdString();
}

// Cash goes through it. Or there is one already: the house's devices outlive a test.
inline void openShift(qt::Desk& desk) {
    v1::OpenShiftRequest shift;
    shift.set_request_id(desk.newRequestId());
    auto* const money = shift.add_opening_float();
    money->set_currency_code("EUR");
    money->set_minor_units(20000);
    const auto answered = std::make_shared<bool>(false);
    desk.ask(client::kOpenShift, shift, &desk,
             [answered](const client::Answer<v1::Shift>&) { *answered = true; });
    EXPECT_TRUE(comes([&] { return *answered; }));
}

// One that has no shift yet. `name` is the test's own.
inline int newDevice(const std::string& name) {
    client::House& house = client::House::shared();
    house.identities.push_back(house.enrol(name));
    return static_cast<int>(house.identities.size()) - 1;
}

// The opening floats of its shifts in minor units, the first first: "20000" of one.
inline std::string floatsOf(const std::string& device) {
    return client::House::shared().stack.psql(
        "SELECT string_agg(opening_float::text, ' ' ORDER BY number) FROM shift "
        "JOIN shift_balance USING (shift_id) JOIN device USING (device_id) WHERE name = '" +
        device + "'");
}

// The code of a new one with that much on it.
inline std::string giftCard(std::int64_t minor) {
    const std::string line = client::House::shared().shell(
        {"gift-cards", "issue", "--currency", "EUR", "--amount", std::to_string(minor)});
    return line.substr(line.find(' ') + 1);
}

struct PayTill {
    // `device`: absent is the first, with a shift; else it is as it is.
    PayTill(const QString& folder, std::uint16_t port, const client::Account& account,
            std::optional<int> device = {})
        : store(folder),
          journal(folder),
          notes(desk, cart, folder),
          papers(desk, folder),
          room(store) {
        QObject::connect(&payer, &payment::Payer::said,
                         [this](const QString& text, sale::Tone) { said << text; });
        QObject::connect(&papers, &payment::Papers::said,
                         [this](const QString& text, sale::Tone) { saidOfPapers << text; });
        QObject::connect(&payer, &payment::Payer::sold, &papers, &payment::Papers::print);
        QObject::connect(&room, &payment::PrintRoom::changed, [this] { use(); });
        QObject::connect(&room, &payment::PrintRoom::closing,
                         [this] { papers.setPrinter(nullptr, {}); });
        QObject::connect(&desk, &qt::Desk::sessionChanged, [this] {
            payer.goOn();
            papers.goOn();
        });
        QObject::connect(&desk, &qt::Desk::linkChanged, [this](bool up) {
            if (up) payer.goOn();
        });
        use();
        stageAtStart = payer.stage();
        const client::House& house = client::House::shared();
        desk.connectTo(house.endpoint(
            port, house.identities.at(static_cast<std::size_t>(device.value_or(0)))));
        desk.signIn(QString::fromStdString(account.login), QString::fromStdString(account.password),
                    {}, &desk, {});
        EXPECT_TRUE(comes([&] { return desk.isSignedIn(); }));
        if (!device) openShift(desk);
    }
    void use() { papers.setPrinter(room.queue(), room.ticketPrinter()); }
    // These seats, held and at the pay screen.
    bool holds(const integration::Sale& at, const std::vector<std::int32_t>& seats) {
        v1::GetEventRequest ask;
        ask.set_event(at.event);
        // The cart may know the event from the sale before.
        const auto taken = std::make_shared<bool>(false);
        desk.ask(client::kGetEvent, ask, &cart,
                 [this, taken](const client::Answer<v1::Event>& answer) {
                     *taken = answer.done();
                     if (*taken) cart.setEvent(answer.value);
                 });
        if (!comes([&] { return *taken; })) return false;
        desk.ask(client::kCreateReservation, client::seatsOf(*desk.client(), at, seats), &cart,
                 [this](const client::Answer<v1::Reservation>& answer) {
                     if (answer.done()) cart.hold(answer.value);
                 });
        if (!comes([&] { return cart.stage() == sale::CartStage::Held; })) return false;
        v1::Customer who;
        who.set_name("Gabriel von Eisenstein");
        who.set_email("g@example.org");
        cart.setCustomer(who);
        if (!cart.startPaying()) return false;
        payer.begin();
        return payer.stage() == PayStage::Choosing;
    }
    bool becomes(PayStage stage) {
        return comes([&] { return payer.stage() == stage; });
    }
    std::string lastSaid() const { return said.isEmpty() ? "" : said.last().toStdString(); }
    std::int64_t total() const { return payer.total().minor_units(); }
    std::int64_t change() const { return payer.change().minor_units(); }

    qt::DeskStore store;
    QStringList said;
    QStringList saidOfPapers;
    qt::Desk desk{"boxoffice/1.0.0"};
    sale::Cart cart;
    payment::PaymentJournal journal;
    sale::OrderNotes notes;
    payment::Payer payer{{desk, cart, journal, client::Millis(700)}};
    payment::Papers papers;
    payment::PrintRoom room;
    PayStage stageAtStart = PayStage::Nothing;
};

}  // namespace tessera::gui
