// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/inventory/stalls.h"

namespace tessera::gui {

using client::House;

// The server reads accounts again where a device is enrolled.
const Manager& manager() {
    static const Manager kManager = [] {
        House& house = House::shared();
        const client::Account account = house.hire("mia", "manager");
        house.identities.push_back(house.enrol("Office"));
        client::Till till(house.endpoint(house.stack.ports().staff, house.identities.back()));
        EXPECT_TRUE(till.signIn(account).done());
        v1::SetPinRequest pin;
        pin.set_password(account.password);
        pin.set_pin(kManagersPin);
        client::Awaited<v1::StaffSession> set;
        till.client->setPin(pin, set.callback());
        EXPECT_TRUE(set.get().done());
        return Manager{account, static_cast<int>(house.identities.size()) - 1};
    }();
    return kManager;
}

namespace {

client::Till& box() {
    static const std::unique_ptr<client::Till> kTill = House::shared().cashiersTill(0);
    return *kTill;
}

}  // namespace

bool sell(const integration::Sale& sale, const std::vector<std::int32_t>& seats,
          const std::string& name) {
    const auto held =
        box().ask(client::kCreateReservation, client::seatsOf(*box().client, sale, seats));
    auto cash = client::cashFor(*box().client, held.value);
    cash.mutable_buyer()->set_name(name);
    const auto order = box().ask(client::kCheckoutReservation, cash);
    if (!held.done() || !order.done()) return false;
    v1::GetOrderRequest request;
    request.set_event(sale.event);
    request.set_order(order.value.order());
    return client::eventually(
        [&] { return box().ask(client::kGetOrder, request).value.state() == v1::Order::PAID; });
}

bool hold(const integration::Sale& sale, const std::vector<std::int32_t>& seats) {
    return box()
        .ask(client::kCreateReservation, client::seatsOf(*box().client, sale, seats))
        .done();
}

std::string inDatabase(const integration::Sale& sale, const std::string& what,
                       const std::string& where) {
    return House::shared().stack.psql(
        "SELECT " + what + " WHERE event_id = " + client::eventNumber(sale) + " AND " + where);
}

Stalls::Stalls(const integration::Sale& sale, const StallsOptions& options)
    : setter({.desk = desk,
              .map = map,
              .mapEvent = [this] { return book.shownEvent(); },
              .folder = options.folder,
              .patience = client::Millis(options.patienceMillis),
              .pieceMost = options.pieceMost}),
      editor(desk, view, client::Millis(options.patienceMillis)) {
    for (QAbstractItemModel* const each : std::initializer_list<QAbstractItemModel*>{
             &allocations, &bands, &asides, &channels, &minutes, &manifest}) {
        testers_.push_back(std::make_unique<test::ModelRules>(each));
    }
    const auto note = [this](const QString& text, sale::Tone) { said << text; };
    QObject::connect(&setter, &inventory::AllocationSetter::said, note);
    QObject::connect(&files, &inventory::ManifestFiles::said, note);
    QObject::connect(&editor, &inventory::AllocationEditor::said,
                     [this](const QString& text, sale::Tone, inventory::AllocationField field) {
                         said << text;
                         fields << field;
                     });
    QObject::connect(&desk, &qt::Desk::sessionChanged, [this] {
        setter.goOn();
        editor.goOn();
    });
    House& house = House::shared();
    const std::uint16_t port = options.relayed ? house.relay->port() : house.stack.ports().staff;
    desk.connectTo(
        house.endpoint(port, house.identities.at(static_cast<std::size_t>(manager().device))));
    const client::Account& who = options.supervisor ? house.supervisor : manager().account;
    desk.signIn(QString::fromStdString(who.login), QString::fromStdString(who.password), {}, &desk,
                {});
    EXPECT_TRUE(comes([&] { return desk.isSignedIn(); }));
    view.choose(sale.event);
    EXPECT_TRUE(comes([&] { return view.id() == sale.event; }));
    book.show();
    EXPECT_TRUE(comes([&] { return book.feedState() == qt::FeedState::Live; }));
}

v1::Allocation Stalls::allocation(int number, const std::string& name,
                                  v1::Allocation::Kind kind) const {
    v1::Allocation out;
    out.set_allocation_no(number);
    out.set_name(name);
    out.set_kind(kind);
    return out;
}

const inventory::AllocationLine* Stalls::line(int number) const {
    for (const inventory::AllocationLine& each : book.lines()) {
        if (each.named.allocation_no() == number) return &each;
    }
    return nullptr;
}

}  // namespace tessera::gui
