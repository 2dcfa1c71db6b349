// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/orders/orders_till.h"

#include <sstream>

namespace tessera::gui {

using client::House;
using integration::eventually;
using integration::Json;

namespace {

// Before the stack is: one lane, so that what the sink does next it does to the next mail.
[[maybe_unused]] const bool kSendsMail = [] {
    integration::Stack::sharedOptions().mail = Json{
        {"url", mailSink().url()},
        {"start_tls", false},
        {"from", "tickets@house.example"},
        {"lanes", 1},
        {"try_again_ms", 100}}.dump();
    return true;
}();

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

// By the server, to whom it has ended the session then: a row of the trail is written before.
int signOutsAnswered() {
    integration::ApiClient api(integration::Edge::Rest, House::shared().stack);
    std::istringstream lines(api.http("GET", "/metrics", "").raw);
    int answered = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("tessera_requests_total{")) continue;
        if (line.find("method=\"StaffService.SignOut\"") == std::string::npos) continue;
        answered += std::stoi(line.substr(line.rfind(' ') + 1));
    }
    return answered;
}

}  // namespace

test::MailSink& mailSink() {
    static test::MailSink sink;
    return sink;
}

client::Till& sellingTill() {
    static const std::unique_ptr<client::Till> till = [] {
        const House& house = House::shared();
        givePin(house.supervisor, *house.till(0));
        return house.cashiersTill(0, true);
    }();
    return *till;
}

namespace {

v1::Order oncePaid(v1::Order order) {
    v1::GetOrderRequest request;
    request.set_event(order.event());
    request.set_order(order.order());
    EXPECT_TRUE(eventually([&] {
        order = sellingTill().ask(client::kGetOrder, request).value;
        return order.state() == v1::Order::PAID;
    }));
    return order;
}

}  // namespace

v1::Order exchangeFor(const integration::Sale& sale, const v1::Order& order,
                      const std::vector<std::int32_t>& seats) {
    client::Till& till = sellingTill();
    const auto held =
        till.ask(client::kCreateReservation, client::seatsOf(*till.client, sale, seats));
    EXPECT_TRUE(held.done());
    v1::ExchangeTicketsRequest request;
    request.set_event(order.event());
    request.set_order(order.order());
    request.set_request_id(till.client->newRequestId());
    request.set_reservation(held.value.reservation());
    request.mutable_tender()->set_kind(v1::CASH);
    const auto made = till.ask(client::kExchangeTickets, request);
    EXPECT_TRUE(made.done()) << v1::ErrorReason::Reason_Name(made.refusal.reason);
    return oncePaid(made.value);
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
    return oncePaid(till.ask(client::kCheckoutReservation, checkout).value);
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

int refundsOf(const v1::Order& order) {
    return std::stoi(
        House::shared().stack.psql("SELECT count(*) FROM refund WHERE " + rowsOf(order)));
}

std::string rowsOf(const v1::Order& order) {
    const auto id = decodeEventScopedId(order.order()).value();
    return "event_id = " + std::to_string(id.event.value) +
           " AND order_id = " + std::to_string(id.local);
}

LostOrder::LostOrder(const v1::Order& order)
    : order_(order.order()), nowhere_(encodePublicId(decodeEventScopedId(order_)->event, 1)) {}

void LostOrder::name(const std::string& from, const std::string& to) {
    House::shared().stack.psql("UPDATE tender SET reference = '" + to + "' WHERE reference = '" +
                               from + "'");
}

bool mailsAreOut() {
    // One that was on its way when its node was killed is tried again once its lease is over.
    constexpr integration::Millis kLimit(90'000);
    const auto& stack = House::shared().stack;
    return eventually(
        [&] { return stack.psql("SELECT count(*) FROM mail WHERE state = 1") == "0"; }, kLimit);
}

bool signsOut(qt::Desk& desk) {
    const int before = signOutsAnswered();
    desk.signOut();
    return comes([&] { return signOutsAnswered() > before; });
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
    : store(folder),
      journal(folder),
      left(folder, QStringLiteral("deed_left")),
      unprinted(folder, QStringLiteral("deed_unprinted")) {
    (void)sellingTill();
    stageAtStart = deeds.stage();
    const auto hear = [this](const QString& text, sale::Tone) { said << text; };
    QObject::connect(&deeds, &orders::OrderDeeds::said, hear);
    QObject::connect(&exchange, &orders::Exchange::said, hear);
    QObject::connect(&deeds, &orders::OrderDeeds::approvalWanted, [this] { ++askings; });
    deeds.setPrinter([this](const orders::NotedPrint& print) {
        if (!refusing.isEmpty()) return refusing.takeFirst();
        printed.push_back(print.key.toStdString() + '|' + std::to_string(print.tickets.size()));
        return QString();
    });
    QObject::connect(&desk, &qt::Desk::sessionChanged, [this] { deeds.takeUp(); });
    QObject::connect(&desk, &qt::Desk::linkChanged, [this](bool up) {
        if (up) deeds.goOn();
    });
    order.follow(true);
    const House& house = House::shared();
    desk.connectTo(house.endpoint(port, house.identities.at(static_cast<std::size_t>(device))));
    EXPECT_TRUE(signsIn(account));
}

bool OrdersTill::signsIn(const client::Account& account) {
    constexpr int kTriesMost = 5;
    // Nobody signs in twice by itself: after a cut the first one may find the old connection.
    for (int tries = 0; tries < kTriesMost && !desk.isSignedIn(); ++tries) {
        const auto answered = std::make_shared<bool>(false);
        desk.signIn(QString::fromStdString(account.login), QString::fromStdString(account.password),
                    {}, &desk,
                    [answered](const client::Answer<v1::StaffSession>&) { *answered = true; });
        if (!comes([&] { return *answered; })) return false;
    }
    return desk.isSignedIn() && desk.session().name() == account.login;
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
    const auto token = std::make_shared<std::string>();
    desk.ask(client::kApprove, request, &desk,
             [token](const client::Answer<v1::ApproveResponse>& answer) {
                 *token = answer.done() ? answer.value.token() : "refused";
             });
    EXPECT_TRUE(comes([&] { return !token->empty(); }));
    return *token;
}

}  // namespace tessera::gui
