// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/orders/orders_till.h"

namespace tessera::gui {

using client::House;
using integration::eventually;
using integration::Json;

namespace {

integration::Headers admin() {
    return {{"authorization", "Bearer " + House::shared().stack.adminKey()}};
}

void givePin(const client::Account& account, client::Till& till) {
    EXPECT_TRUE(till.signIn(account).done());
    v1::SetPinRequest pin;
    pin.set_password(account.password);
    pin.set_pin(kSupervisorPin);
    client::Awaited<v1::StaffSession> set;
    till.client->setPin(pin, set.callback());
    EXPECT_TRUE(set.get().done());
}

}  // namespace

client::Till& sellingTill() {
    static const std::unique_ptr<client::Till> till = [] {
        const House& house = House::shared();
        givePin(house.supervisor, *house.till(0));
        return house.cashiersTill(0);
    }();
    return *till;
}

v1::Order sellForCash(const integration::Sale& sale, const std::vector<std::int32_t>& seats,
                      const SoldTo& buyer) {
    client::Till& till = sellingTill();
    const auto held =
        till.ask(client::kCreateReservation, client::seatsOf(*till.client, sale, seats));
    EXPECT_TRUE(held.done());
    auto checkout = client::cashFor(*till.client, held.value);
    checkout.mutable_buyer()->set_name(buyer.name);
    checkout.mutable_buyer()->set_email(buyer.email);
    checkout.mutable_buyer()->set_phone(buyer.phone);
    v1::Order order = till.ask(client::kCheckoutReservation, checkout).value;
    v1::GetOrderRequest request;
    request.set_event(order.event());
    request.set_order(order.order());
    EXPECT_TRUE(eventually([&] {
        order = till.ask(client::kGetOrder, request).value;
        return order.state() == v1::Order::PAID;
    }));
    return order;
}

v1::Order sellByCard(const integration::Sale& sale, const std::vector<std::int32_t>& seats) {
    integration::Buyer buyer(integration::Edge::Rest, House::shared().stack);
    EXPECT_TRUE(buyer.hold(sale, seats).ok());
    EXPECT_TRUE(buyer.checkout().ok());
    EXPECT_EQ(buyer.pay().status, 200);
    EXPECT_TRUE(buyer.orderBecomes("PAID"));
    v1::GetOrderRequest request;
    request.set_event(sale.event);
    request.set_order(buyer.order);
    return sellingTill().ask(client::kGetOrder, request).value;
}

std::vector<v1::Ticket> ticketsOf(const v1::Order& order) {
    v1::ListTicketsRequest request;
    request.set_event(order.event());
    request.set_order(order.order());
    const auto listed = sellingTill().ask(client::kListTickets, request);
    EXPECT_TRUE(listed.done());
    return {listed.value.tickets().begin(), listed.value.tickets().end()};
}

integration::Sale makeLenientSale() {
    const House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);
    integration::ApiClient api(integration::Edge::Rest, house.stack);
    const Json until = sale.config["startsAt"];
    const auto changed = api.call(
        "UpdateEvent",
        {{"event", sale.event},
         {"requestId", integration::newRequestId()},
         {"config",
          {{"afterSale",
            {{"exchangesUntil", until}, {"returnsUntil", until}, {"transfersUntil", until}}}}},
         {"updateMask", "afterSale"}},
        admin());
    EXPECT_TRUE(changed.ok()) << changed;
    return sale;
}

void cancelEvent(const integration::Sale& sale) {
    integration::ApiClient api(integration::Edge::Rest, House::shared().stack);
    const auto cancelled = api.call(
        "CancelEvent",
        {{"event", sale.event}, {"requestId", integration::newRequestId()}, {"note", "Flooded."}},
        admin());
    EXPECT_TRUE(cancelled.ok()) << cancelled;
}

OrdersTill::OrdersTill(const QString& folder, std::uint16_t port, const client::Account& account,
                       int device)
    : store(folder), journal(folder) {
    (void)sellingTill();
    stageAtStart = deeds.stage();
    const auto hear = [this](const QString& text, sale::Tone) { said << text; };
    QObject::connect(&deeds, &orders::OrderDeeds::said, hear);
    QObject::connect(&exchange, &orders::Exchange::said, hear);
    QObject::connect(&desk, &qt::Desk::sessionChanged, [this] { deeds.goOn(); });
    QObject::connect(&desk, &qt::Desk::linkChanged, [this](bool up) {
        if (up) deeds.goOn();
    });
    order.follow(true);
    const House& house = House::shared();
    desk.connectTo(house.endpoint(port, house.identities.at(static_cast<std::size_t>(device))));
    desk.signIn(QString::fromStdString(account.login), QString::fromStdString(account.password), {},
                &desk, {});
    EXPECT_TRUE(comes([&] { return desk.isSignedIn(); }));
}

bool OrdersTill::opens(const v1::Order& wanted) {
    order.open(wanted.event(), wanted.order());
    return comes([&] { return order.isRead() && order.event().event() == wanted.event(); });
}

std::string OrdersTill::approval(const v1::Order& about, std::int64_t most) {
    v1::ApproveRequest request;
    request.set_login(House::shared().supervisor.login);
    request.set_pin(kSupervisorPin);
    request.set_permission("refund");
    request.set_event(about.event());
    request.set_subject(about.order());
    request.set_amount_minor_most(most);
    std::string token;
    desk.ask(client::kApprove, request, &desk,
             [&](const client::Answer<v1::ApproveResponse>& answer) {
                 token = answer.done() ? answer.value.token() : "refused";
             });
    EXPECT_TRUE(comes([&] { return !token.empty(); }));
    return token;
}

}  // namespace tessera::gui
