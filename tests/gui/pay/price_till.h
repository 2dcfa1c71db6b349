// SPDX-License-Identifier: Apache-2.0
// A till without a window where prices are made, at the real house: with its folder, and a
// supervisor at hand who approves.
//
// The GUI's thread; owns all of it but the folder. A second one on the same folder is the app after
// a restart.
#pragma once

#include <optional>

#include "shared/qt/sale/hold_clock.h"
#include "shared/qt/sale/order_notes.h"
#include "shared/qt/sale/pricing.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {

inline constexpr auto kComp = v1::PriceAdjustment::COMPLIMENTARY;
inline constexpr const char* kApproverPin = "482913";

struct PriceTill {
    PriceTill(const QString& folder, std::uint16_t port, const client::Account& account)
        : keeper(folder, cart), notes(desk, cart, folder) {
        QObject::connect(&seller, &sale::Seller::said,
                         [this](const QString& text, sale::Tone) { said << text; });
        QObject::connect(&pricing, &sale::Pricing::said,
                         [this](const QString& text, sale::Tone) { said << text; });
        QObject::connect(&pricing, &sale::Pricing::approvalNeeded,
                         [this](const QString& permission, qint64 most) {
                             needed << permission;
                             if (approvalsLeft-- <= 0) return;
                             pricing.approved(approval(permission.toStdString(), most));
                         });
        const client::House& house = client::House::shared();
        desk.connectTo(house.endpoint(port, house.identities.at(0)));
        EXPECT_TRUE(signsIn(account));
    }
    bool signsIn(const client::Account& account) {
        desk.signIn(QString::fromStdString(account.login), QString::fromStdString(account.password),
                    {}, &desk, {});
        return comes([&] { return desk.isSignedIn(); });
    }
    bool chooses(const std::string& event) {
        if (!seller.resume()) seller.chooseEvent(event);
        return comes([&] { return seller.feedState() == qt::FeedState::Live; });
    }
    bool settles() {
        return comes([&] {
            return seller.doing() == sale::Doing::Nothing && !pricing.isUnderWay() &&
                   !pricing.isUnknown();
        });
    }
    bool holds(const QList<int>& seats) {
        map.select(seats);
        return seller.hold() == sale::HoldStart::Started && comes([&] {
                   return cart.stage() == sale::CartStage::Held &&
                          cart.reservation().seats_size() == seats.size();
               });
    }
    // By the supervisor, who is at hand.
    std::string approval(const std::string& permission, std::int64_t most) {
        v1::ApproveRequest request;
        request.set_login(client::House::shared().supervisor.login);
        request.set_pin(kApproverPin);
        request.set_permission(permission);
        request.set_event(cart.event().event());
        request.set_subject(cart.reservation().reservation());
        request.set_amount_minor_most(most);
        const auto token = std::make_shared<std::string>();
        desk.ask(client::kApprove, request, &desk,
                 [token](const client::Answer<v1::ApproveResponse>& answer) {
                     *token = answer.done() ? answer.value.token() : "refused";
                 });
        EXPECT_TRUE(comes([&] { return !token->empty(); }));
        return *token;
    }
    bool makes(int row, const sale::Pricing::Change& change) {
        const auto permission = sale::Pricing::permissionOf(change.kind);
        pricing.adjust({row}, change, approval(permission, pricing.givenAwayMost({row}, change)));
        return settles();
    }
    std::int64_t total() const { return cart.reservation().price().total().minor_units(); }
    std::string prices() const {
        std::string out;
        for (const auto& seat : cart.reservation().seats()) {
            if (!out.empty()) out += ' ';
            out += std::to_string(seat.price().minor_units());
        }
        return out;
    }

    QStringList said;
    QStringList needed;
    int approvalsLeft = 100;
    qt::Desk desk{"boxoffice/1.0.0"};
    sale::Cart cart;
    qt::SeatMapModel map;
    sale::SaleKeeper keeper;
    sale::OrderNotes notes;
    sale::Seller seller{{desk, cart, map, &keeper}};
    sale::Pricing pricing{{desk, cart, seller, map, &keeper}};
    sale::HoldClock clock{desk, cart};
};

class MadePriceTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto till = client::House::shared().till(0);
        ASSERT_TRUE(till->signIn(client::House::shared().supervisor).done());
        v1::SetPinRequest request;
        request.set_password(client::House::shared().supervisor.password);
        request.set_pin(kApproverPin);
        client::Awaited<v1::StaffSession> set;
        till->client->setPin(request, set.callback());
        ASSERT_TRUE(set.get().done());
    }
    ~MadePriceTest() override { house.relay->hold(false); }
    QString folder() const { return QString::fromStdString(dir_ / "till"); }
    // Ten per cent off for whoever has it.
    std::string makeCode() {
        const std::string code = "TENTH";
        integration::ApiClient api(integration::Edge::Rest, house.stack);
        const auto made = api.call("CreateCode",
                                   {{"event", sale.event},
                                    {"requestId", integration::newRequestId()},
                                    {"code", {{"code", code}, {"rateOffPpm", 100'000}}}},
                                   {{"authorization", "Bearer " + house.stack.adminKey()}});
        EXPECT_TRUE(made.ok()) << made;
        return code;
    }
    std::unique_ptr<PriceTill> till(bool relayed = false, std::optional<client::Account> who = {}) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<PriceTill>(folder(), port, who.value_or(house.cashier));
    }
    // The server reads accounts again where a device is enrolled.
    client::Account quitter(const std::string& login) {
        const client::Account account = house.hire(login, "cashier");
        newDevice("Till of " + login);
        return account;
    }
    // Whose account is ended while an answer to it is on its way.
    bool isShutOut(PriceTill& at, const client::Account& who) {
        const auto other = house.till(1);
        EXPECT_TRUE(other->signIn(who).done());
        house.stack.psql("UPDATE staff SET disabled = true, version = version + 1 WHERE login = '" +
                         who.login + "'");
        const auto session = [&] {
            return other->ask(client::kGetSession, v1::GetSessionRequest());
        };
        if (!comes([&] { return !session().done(); })) return false;
        house.relay->cut();
        house.relay->hold(false);
        return comes([&] { return !at.desk.isSignedIn(); });
    }
    int seatsHeld() {
        return std::stoi(
            house.stack.psql("SELECT count(*) FROM seat WHERE status = 1 AND event_id = " +
                             client::eventNumber(sale)));
    }
    int inDatabase(const std::string& counted) {
        return std::stoi(
            house.stack.psql("SELECT count(" + counted +
                             ") FROM reservation WHERE event_id = " + client::eventNumber(sale)));
    }

    client::House& house = client::House::shared();
    integration::Sale sale = integration::makeSale(house.stack);

private:
    test::TempDir dir_{"prices"};
};

}  // namespace tessera::gui
