// SPDX-License-Identifier: Apache-2.0
// Prices that staff makes, at a cashier's till on a real server: what was approved stays approved,
// over another ticket type, a restart and another hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <optional>

#include "shared/qt/desk/refusal_text.h"
#include "shared/qt/sale/order_notes.h"
#include "shared/qt/sale/pricing.h"
#include "tests/gui/late_approval.h"
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
                             if (approvalsLeft-- <= 0) return;
                             pricing.approved(approval(permission.toStdString(), most));
                         });
        const House& house = House::shared();
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
    int approvalsLeft = 100;
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
    std::unique_ptr<PriceTill> till(bool relayed = false, std::optional<client::Account> who = {}) {
        const std::uint16_t port = relayed ? house.relay->port() : house.stack.ports().staff;
        return std::make_unique<PriceTill>(QString::fromStdString(dir_ / "till"), port,
                                           who.value_or(house.cashier));
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
    int inDatabase(const std::string& counted) {
        return std::stoi(
            house.stack.psql("SELECT count(" + counted +
                             ") FROM reservation WHERE event_id = " + client::eventNumber(sale)));
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

TEST_F(MadePriceTest, WhatWasMadeAgainInPartBeforeARestartIsMadeWholeAfterIt) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({10, 11}));
    ASSERT_TRUE(at->makes(0, {.kind = kComp, .reason = "Press"}));
    ASSERT_TRUE(at->makes(1, {.kind = kPrice, .priceMinor = 1'000, .reason = "Late"}));
    at->approvalsLeft = 1;
    ASSERT_TRUE(at->holds({10, 11, 12}));
    ASSERT_TRUE(comes([&] { return at->needed.size() == 2; }));
    EXPECT_EQ(at->pricing.reasonOf(0), QStringLiteral("Press"));
    EXPECT_EQ(at->pricing.reasonOf(1), QString());
    at->needed.clear();
    ASSERT_TRUE(at->holds({10, 11, 12, 13}));  // The second one is left aside once more.
    at->approvalsLeft = 0;
    ASSERT_TRUE(comes([&] { return !at->needed.isEmpty(); }));
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] {
        return at->pricing.reasonOf(0) == QStringLiteral("Press") &&
               at->pricing.reasonOf(1) == QStringLiteral("Late");
    })) << at->said.join('|').toStdString();
    EXPECT_EQ(at->needed.size(), 2);
}

TEST_F(MadePriceTest, APriceWhoseAnswerIsLostIsAskedAgainAfterARestartAndItsApprovalCountsOnce) {
    auto at = till(true);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string token = at->approval("complimentary", 100'000);
    house.relay->hold(true);
    at->pricing.adjust({0}, {.kind = kComp, .reason = "Press"}, token);
    ASSERT_TRUE(comes([&] { return inDatabase("adjustments") == 1; }));
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

TEST_F(MadePriceTest, AnApprovalThatComesLateChangesNoPriceSaysSoAndTheNextOneDoes) {
    const auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string before = at->prices();
    const sale::Pricing::Change change{.kind = kComp, .reason = "Press"};
    at->pricing.adjust({0}, change, threeMinutesEarlier(at->approval("complimentary", 100'000)));
    ASSERT_TRUE(at->settles());
    EXPECT_THAT(at->said.last().toStdString(), HasSubstr("too late"));
    EXPECT_EQ(at->prices(), before);
    EXPECT_EQ(inDatabase("adjustments"), 0);
    ASSERT_TRUE(at->makes(0, change));
    EXPECT_EQ(at->prices(), "0");
}

TEST_F(MadePriceTest, APriceIsUnknownForAsLongAsNobodyWhoMayAskIsSignedInAndFoundOutByTheNext) {
    const client::Account who = quitter("quitter");
    const auto at = till(true, who);
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({0}));
    const std::string token = at->approval("complimentary", 100'000);
    house.relay->hold(true);
    at->pricing.adjust({0}, {.kind = kComp, .reason = "Press"}, token);
    ASSERT_TRUE(comes([&] { return inDatabase("adjustments") == 1; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->pricing.isUnknown(); }));
    at->pricing.again();
    ASSERT_TRUE(comes([&] { return !at->pricing.isUnderWay(); }));
    EXPECT_TRUE(at->pricing.isUnknown()) << at->said.join('|').toStdString();
    EXPECT_NE(at->prices(), "0");

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(comes([&] { return at->pricing.reasonOf(0) == QStringLiteral("Press"); }))
        << at->said.join('|').toStdString();
    EXPECT_FALSE(at->pricing.isUnknown());
    EXPECT_EQ(at->prices(), "0");
    EXPECT_TRUE(at->needed.isEmpty()) << "it was approved";
}

TEST_F(MadePriceTest, AHoldIsUnknownForAsLongAsNobodyWhoMayAskIsSignedInAndFoundOutByTheNext) {
    const client::Account who = quitter("leaver2");
    const auto at = till(true, who);
    ASSERT_TRUE(at->chooses(sale.event));
    house.relay->hold(true);
    at->map.select({3, 4});
    ASSERT_EQ(at->seller.hold(), sale::HoldStart::Started);
    ASSERT_TRUE(comes([&] { return inDatabase("*") == 1; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); }));
    at->seller.again();
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); })) << "and not refused";
    EXPECT_EQ(at->cart.stage(), CartStage::Empty);
    EXPECT_FALSE(at->cart.payOrder({}, {}, {})) << "no other order is paid before it is known";

    ASSERT_TRUE(at->signsIn(house.cashier));
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.reservation().seats_size(), 2);
    EXPECT_EQ(inDatabase("*"), 1) << "asked again it is held once";
}

TEST_F(MadePriceTest, WhatWasHeldBeforeARestartIsKeptUntilItIsKnownWhatBecameOfIt) {
    auto at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(at->holds({7}));
    const std::string held = at->cart.reservation().reservation();
    const client::Account who = quitter("leaver3");
    at = till(true, who);
    // The event's answer comes, and that of the reservation does not.
    bool asked = false;
    QObject::connect(&at->seller, &sale::Seller::keptRead, [&] {
        house.relay->hold(true);
        asked = true;
    });
    ASSERT_TRUE(at->seller.resume());
    ASSERT_TRUE(comes([&] { return asked; }));
    ASSERT_TRUE(isShutOut(*at, who));
    ASSERT_TRUE(comes([&] { return at->seller.isUnknown(); })) << at->said.join('|').toStdString();
    // Once more: another start finds it all the same.
    at = till();
    ASSERT_TRUE(at->chooses(sale.event));
    ASSERT_TRUE(comes([&] { return at->cart.stage() == CartStage::Held; }))
        << at->said.join('|').toStdString();
    EXPECT_EQ(at->cart.reservation().reservation(), held);
}

TEST_F(MadePriceTest, NotesThatCannotBeReadAreSetAsideAndItIsSaid) {
    test::TempDir dir("torn");
    const QString folder = QString::fromStdString(dir / "till");
    QFile torn(folder + QStringLiteral("/notes_to_send"));
    ASSERT_TRUE(QDir().mkpath(folder) && torn.open(QIODevice::WriteOnly));
    torn.write("half a note");
    torn.close();
    const auto at = till();
    at->desk.signOut();
    ASSERT_TRUE(comes([&] { return !at->desk.isSignedIn(); }));
    {
        sale::OrderNotes of(at->desk, at->cart, folder);
        EXPECT_EQ(of.waiting(), 0U);
    }
    ASSERT_TRUE(QFile::remove(torn.fileName() + ".unread"));
    // Of whole ones among others those stay.
    v1::SetOrderNoteRequest whole;
    whole.set_request_id(at->desk.newRequestId());
    qt::JournalPage page;
    page.put("10001", whole);
    page.putText("10002", "not a note");
    ASSERT_TRUE(qt::Journal(folder, QStringLiteral("notes_to_send")).write(page));
    sale::OrderNotes notes(at->desk, at->cart, folder);
    EXPECT_EQ(notes.waiting(), 1U);
    EXPECT_TRUE(QFile::exists(torn.fileName()));
    QStringList said;
    QObject::connect(&notes, &sale::OrderNotes::said,
                     [&](const QString& text, sale::Tone) { said << text; });
    ASSERT_TRUE(at->signsIn(house.cashier));
    EXPECT_EQ(said.value(0), qt::unreadText());
    EXPECT_TRUE(QFile::exists(torn.fileName() + ".unread"));
}

}  // namespace
}  // namespace tessera::gui
