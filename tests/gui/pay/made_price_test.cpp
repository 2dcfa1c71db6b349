// SPDX-License-Identifier: Apache-2.0
// Prices that staff makes and notes that it types, at a cashier's till on a real server: what was
// approved stays approved, over another ticket type, a restart and another hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/qt/sale/order_notes.h"
#include "shared/qt/sale/pricing.h"
#include "tests/gui/pay/pay_till.h"

namespace tessera::gui {
namespace {

using client::House;
using sale::CartStage;
using testing::HasSubstr;

constexpr auto kComp = v1::PriceAdjustment::COMPLIMENTARY;
constexpr auto kPrice = v1::PriceAdjustment::PRICE;
constexpr const char* kApproverPin = "482913";

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
                             pricing.approved(approval(permission.toStdString(), most));
                         });
        const House& house = House::shared();
        desk.connectTo(house.endpoint(port, house.identities.at(0)));
        desk.signIn(QString::fromStdString(account.login), QString::fromStdString(account.password),
                    {}, &desk, {});
        EXPECT_TRUE(comes([&] { return desk.isSignedIn(); }));
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
                   return cart.stage() == CartStage::Held &&
                          cart.reservation().seats_size() == seats.size();
               });
    }
    // By the supervisor, who is at hand.
    std::string approval(const std::string& permission, std::int64_t most) {
        v1::ApproveRequest request;
        request.set_login(House::shared().supervisor.login);
        request.set_pin(kApproverPin);
        request.set_permission(permission);
        request.set_event(cart.event().event());
        request.set_subject(cart.reservation().reservation());
        request.set_amount_minor_most(most);
        std::string token;
        desk.ask(client::kApprove, request, &desk,
                 [&](const client::Answer<v1::ApproveResponse>& answer) {
                     token = answer.done() ? answer.value.token() : "refused";
                 });
        EXPECT_TRUE(comes([&] { return !token.empty(); }));
        return token;
    }
    bool makes(int row, const sale::Pricing::Change& change) {
        const auto permission = sale::Pricing::permissionOf(change.kind);
        pricing.adjust({row}, change, approval(permission, pricing.givenAwayMost({row}, change)));
        return settles();
    }
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
    qt::Desk desk{"boxoffice/1.0.0"};
    sale::Cart cart;
    qt::SeatMapModel map;
    sale::SaleKeeper keeper;
    sale::OrderNotes notes;
    sale::Seller seller{{desk, cart, map, &keeper}};
    sale::Pricing pricing{{desk, cart, seller, map, &keeper}};
};

class MadePriceTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const auto till = House::shared().till(0);
        ASSERT_TRUE(till->signIn(House::shared().supervisor).done());
        v1::SetPinRequest request;
        request.set_password(House::shared().supervisor.password);
        request.set_pin(kApproverPin);
        client::Awaited<v1::StaffSession> set;
        till->client->setPin(request, set.callback());
        ASSERT_TRUE(set.get().done());
    }
    ~MadePriceTest() override { house.relay->hold(false); }
    std::unique_ptr<PriceTill> till(bool relayed = false) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<PriceTill>(QString::fromStdString(dir_ / "till"), port,
                                           house.cashier);
    }

    House& house = House::shared();
    integration::Sale sale = integration::makeSale(house.stack);

private:
    test::TempDir dir_{"prices"};
};

TEST_F(MadePriceTest, ACashierGoesOnAfterAComplimentaryTicketAndAnotherPriceWereApproved) {
    const auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0, 1, 2}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Competition"}));
    ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Competition"))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->pricing.reasonOf(1), QStringLiteral("Late"));
    const std::string before = at->prices();
    at->pricing.nextType({2});
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->cart.reservation().seats(2).ticket_type_no(), 1);
    EXPECT_NE(at->prices(), before);
    EXPECT_EQ(at->prices().substr(0, 2), "0 ") << "what was approved is still given";
    EXPECT_TRUE(at->needed.isEmpty()) << "nobody has to approve it again";

    // Less given away needs nobody either; more does: back to the dearer type.
    at->pricing.nextType({0});
    ASSERT_TRUE(at->settles());
    EXPECT_TRUE(at->needed.isEmpty());
    at->pricing.nextType({0});
    ASSERT_TRUE(comes([&] { return at->cart.reservation().seats(0).ticket_type_no() == 0; }));
    EXPECT_EQ(at->needed, QStringList{QStringLiteral("complimentary")});
}

TEST_F(MadePriceTest, PricesAndCodeAreThereAfterARestartAndOnTheNextHold) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0, 1}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
    ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
    const std::string held = at->cart.reservation().reservation();
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }));
    EXPECT_EQ(at->cart.reservation().reservation(), held);
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    at->pricing.nextType({1});
    ASSERT_TRUE(at->settles());
    EXPECT_EQ(at->prices().substr(0, 2), "0 ");
    EXPECT_TRUE(at->needed.isEmpty());

    ASSERT_TRUE(at->holds({0, 1, 2}));
    ASSERT_TRUE(comes([&] {
        return at->pricing.reasonOf(0) == QStringLiteral("Press") &&
               at->pricing.reasonOf(1) == QStringLiteral("Late");
    })) << at->said.join('|').toStdString();
    EXPECT_EQ(at->needed.size(), 2) << "each permission by itself, on the new reservation";
    EXPECT_THAT(at->said.join('|').toStdString(), HasSubstr("made again"));
    EXPECT_EQ(at->prices().substr(0, 2), "0 ");
}

TEST_F(MadePriceTest, APriceWhoseAnswerIsLostIsAskedAgainAfterARestartAndItsApprovalCountsOnce) {
    auto at = till(true);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string token = at->approval("complimentary", 100'000);
    house.relay->hold(true);
    at->pricing.adjust({0}, {.kind = kComp, .reason = "Press"}, token);
    const std::string ofEvent = " WHERE event_id = " + client::eventNumber(sale);
    ASSERT_TRUE(comes([&] {
        return house.stack.psql("SELECT count(adjustments) FROM reservation" + ofEvent) == "1";
    }));
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_TRUE(at->needed.isEmpty());
    EXPECT_EQ(at->prices(), "0");
}

// The order's note in the database; empty: none.
std::string noteOf(const House& house, const integration::Sale& sale) {
    return house.stack.psql(
        "SELECT coalesce(string_agg(note, '|'), '') FROM order_desk WHERE event_id = " +
        client::eventNumber(sale));
}

// Typed before it goes to pay.
bool notes(PayTill& at, const QString& text) {
    at.payer.goBack();
    at.cart.setNote(text);
    if (!at.cart.startPaying()) return false;
    at.payer.begin();
    return at.payer.stage() == PayStage::Choosing;
}

TEST_F(MadePriceTest, TheNoteOfASaleIsWithItsOrderWhateverBecomesOfTheAnswers) {
    const std::string wheelchair = "Rollstuhl, Begleitung kommt später";
    test::TempDir dir("note");
    const QString folder = QString::fromStdString(dir / "till");
    auto at = std::make_unique<PayTill>(folder, house.relay->port(), house.cashier);
    ASSERT_TRUE(at->holds(sale, {19, 20}));
    ASSERT_TRUE(notes(*at, QString::fromStdString(wheelchair)));
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(comes([&] { return noteOf(house, sale) == wheelchair; }));
    ASSERT_TRUE(comes([&] { return at->notes.waiting() == 0; }));
    ASSERT_TRUE(at->becomes(PayStage::Sold));

    // The app ends with the answer to the checkout on its way.
    const integration::Sale other = integration::makeSale(house.stack);
    at->payer.close();
    ASSERT_TRUE(at->holds(other, {19}));
    ASSERT_TRUE(notes(*at, QStringLiteral("Garderobe 12")));
    house.relay->hold(true);
    ASSERT_TRUE(at->payer.payCash(at->total()));
    ASSERT_TRUE(comes([&] { return house.count("ticket_order", other) == 1; }));
    at.reset();
    house.relay->cut();
    house.relay->hold(false);
    EXPECT_EQ(noteOf(house, other), "");
    at = std::make_unique<PayTill>(folder, house.relay->port(), house.cashier);
    ASSERT_TRUE(comes([&] { return noteOf(house, other) == "Garderobe 12"; }));
    EXPECT_TRUE(comes([&] { return at->notes.waiting() == 0; }));
}

}  // namespace
}  // namespace tessera::gui
