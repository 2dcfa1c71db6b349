// SPDX-License-Identifier: Apache-2.0
// A till's whole day on a real server, to the cent against the ledger.
#include <fstream>

#include "shared/base/ids.h"
#include "tests/integration/till_house.h"

namespace tessera::integration {
namespace {

constexpr std::int64_t kFloat = 20'000;

class ShiftDayTest : public testing::Test {
protected:
    // What the ledger has in cash of the event.
    std::int64_t cashInLedger(const Sale& sale) {
        return std::stoll(house.stack.psql(
            "SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE account = 4 AND event_id = " +
            std::to_string(numberOf(sale))));
    }
    std::string giftCard(std::int64_t amount) {
        const std::string said = house.shell(
            {"gift-cards", "issue", "--currency", "EUR", "--amount", std::to_string(amount)});
        const std::size_t blank = said.find(' ');
        return said.substr(blank + 1, said.find('\n') - blank - 1);
    }
    static Json ofShift(const Answer& shift) { return {{"shift", shift.body.value("shift", "")}}; }
    static Json drawer(const Answer& shift, const std::string& kind, Json amount,
                       const std::string& why) {
        Json entry = {{"kind", kind}, {"reason", why}};
        if (!amount.is_null()) entry["amount"] = std::move(amount);
        Json request = ofShift(shift);
        request["entry"] = std::move(entry);
        return request;
    }
    static Json tenderOf(const Json& report, const std::string& kind) {
        for (const Json& one : report.value("tenders", Json::array())) {
            if (one.value("kind", "") == kind) return one;
        }
        return Json::object();
    }
    // A paid order's tickets given back by the supervisor, and its cash handed over.
    std::int64_t refundInCash(const TillUser& who, const Answer& order) {
        Json which = {{"event", order.body["event"]}, {"order", order.body["order"]}};
        const Answer back = who.ask("RefundTickets", which);
        EXPECT_TRUE(back.ok()) << back;
        const Json refund = back.body["refunds"][0];
        which["refund"] = refund["refund"];
        which["evidence"] = "Handed over at the till";
        const Answer settled = who.ask("SettleRefund", which);
        EXPECT_TRUE(settled.ok()) << settled;
        return minorOf(refund["amount"]);
    }
    // Entries of sales are ended behind their answers.
    bool allEnded(const std::string& shift) {
        return eventually([&] {
            return house.stack.psql(
                       "SELECT count(*) FROM shift_entry WHERE state = 1 AND "
                       "shift_id = " +
                       std::to_string(decodePublicId(shift).value_or(0))) == "0";
        });
    }

    TillHouse& house = TillHouse::shared();
};

// One day, in its order.
class ShiftDay : public ShiftDayTest {
public:
    // Without a shift no cash; opened once, whoever asks how often.
    void open() {
        first = cora.checkoutOf(cora.hold(sale, {60, 61}), {{"kind", "CASH"}});
        EXPECT_EQ(cora.shift().reason, "SHIFT_NOT_FOUND");
        EXPECT_EQ(cora.call("CheckoutReservation", first).reason, "SHIFT_NEEDED");
        const Json opening = {{"requestId", newRequestId()},
                              {"openingFloat", Json::array({eur(kFloat)})}};
        shift = cora.ask("OpenShift", opening);
        ASSERT_TRUE(shift.ok()) << shift;
        EXPECT_EQ(cora.ask("OpenShift", opening).body, shift.body);
        const Answer second = cora.openShift(1);
        EXPECT_EQ(second.reason, "SHIFT_OPEN");
        EXPECT_EQ(second.metadata.value("shift", ""), shift.body.value("shift", "none"));
        Json other = opening;
        other["openingFloat"] = Json::array({eur(1)});
        EXPECT_EQ(cora.ask("OpenShift", other).reason, "REQUEST_ID_REUSED");
    }
    void sellByCard() {
        card = cora.sell(sale, {80}, {{"kind", "CARD"}});
        ASSERT_TRUE(card.ok()) << card;
        const Json which = {{"event", card.body["event"]}, {"order", card.body["order"]}};
        Json payment;
        ASSERT_TRUE(eventually([&] {
            payment = paymentOf(cora.call("GetOrder", which));
            return payment.value("state", "") == "PAYABLE";
        }));
        ApiClient browser(Edge::Rest, house.stack);
        ASSERT_EQ(confirmAtSandbox(browser, payment, "pm_card_visa").status, 200);
        ASSERT_TRUE(cora.becomes(card, "PAID"));
    }
    // Two cashiers into one drawer, a card, a gift card and cash, one order given back.
    void sell() {
        // The request that was refused, now that there is a shift; asked again it sells no more.
        sold = cora.call("CheckoutReservation", first);
        ASSERT_TRUE(sold.ok()) << sold;
        ASSERT_TRUE(cora.becomes(sold, "PAID"));
        EXPECT_EQ(cora.call("CheckoutReservation", first).body.value("order", ""),
                  sold.body.value("order", "none"));
        const Answer colleagues = dora.sell(sale, {70}, {{"kind", "CASH"}});
        ASSERT_TRUE(dora.becomes(colleagues, "PAID"));
        sellByCard();
        gift = cora.sell(sale, {90, 91}, {{"kind", "GIFT_CARD"}, {"giftCardCode", giftCard(500)}});
        ASSERT_TRUE(gift.ok()) << gift;
        const Answer rest = cora.ask("AddTender", {{"event", gift.body["event"]},
                                                   {"order", gift.body["order"]},
                                                   {"tender", {{"kind", "CASH"}}}});
        ASSERT_TRUE(rest.ok()) << rest;
        ASSERT_TRUE(cora.becomes(gift, "PAID"));
        back = refundInCash(ada, colleagues);
        EXPECT_EQ(back, minorOf(colleagues.body["total"]));
    }
    void useDrawer() {
        const auto add = [&](const TillUser& who, const char* kind, Json amount) {
            return who.ask("AddDrawerEntry", drawer(shift, kind, std::move(amount), "Because"));
        };
        EXPECT_TRUE(add(cora, "PAID_IN", eur(5'000)).ok());
        EXPECT_TRUE(add(cora, "PAID_OUT", eur(1'234)).ok());
        EXPECT_EQ(add(cora, "NO_SALE", {}).reason, "APPROVAL_NEEDED");
        EXPECT_TRUE(add(ada, "NO_SALE", {}).ok());
        EXPECT_EQ(add(dora, "PAID_IN", eur(1)).reason, "SHIFT_NOT_FOUND");
        EXPECT_EQ(house.stack.psql("SELECT string_agg(reason, ', ' ORDER BY number) FROM trail "
                                   "WHERE action = 'add_drawer_entry' AND subject = " +
                                   std::to_string(*decodePublicId(shift.body.value("shift", "")))),
                  "PAID_IN EUR: Because, PAID_OUT EUR: Because, NO_SALE: Because");
    }
    // Nothing says what is in the drawer.
    void lookBlindly() {
        ASSERT_TRUE(allEnded(shift.body.value("shift", "")));
        const Answer now = cora.shift();
        EXPECT_TRUE(now.body.value("balances", Json::array()).empty()) << now;
        EXPECT_EQ(now.body["entries"].size(), 3U);
        const Answer x = cora.call("GetShiftReport", ofShift(shift));
        ASSERT_TRUE(x.ok()) << x;
        EXPECT_FALSE(x.body.value("final", false));
        EXPECT_TRUE(tenderOf(x.body, "CASH").empty()) << x.body;
        EXPECT_EQ(minorOf(tenderOf(x.body, "CARD")["taken"]), minorOf(card.body["total"]))
            << x.body;
        EXPECT_EQ(minorOf(tenderOf(x.body, "GIFT_CARD")["taken"]), 500);
        EXPECT_FALSE(x.body["events"][0].contains("net")) << x.body;
        EXPECT_EQ(x.body["events"][0].value("ticketsSold", 0), 6);
        EXPECT_EQ(x.body["events"][0].value("ticketsReturned", 0), 1);
    }
    // One euro short: known from then on, and for somebody else to sign.
    void count() {
        cash = cashInLedger(sale);
        EXPECT_EQ(cash, minorOf(sold.body["total"]) + minorOf(gift.body["total"]) - 500);
        expected = kFloat + cash + 5'000 - 1'234;
        Answer stale = shift;
        stale.body["version"] = 7;
        EXPECT_EQ(cora.count(stale, Json::array({countOf(expected)})).reason, "CHANGED_MEANWHILE");
        counted = cora.count(shift, Json::array({countOf(expected - 100)}));
        ASSERT_TRUE(counted.ok()) << counted;
        const Json balance = counted.body["balances"][0];
        EXPECT_EQ(counted.body.value("state", ""), "COUNTED");
        EXPECT_EQ(minorOf(balance["sales"]) - minorOf(balance["refunds"]), cash);
        EXPECT_EQ(minorOf(balance["refunds"]), back);
        EXPECT_EQ(minorOf(balance["expected"]), expected);
        EXPECT_EQ(minorOf(balance["variance"]), -100);
        EXPECT_EQ(cora.sell(sale, {100}, {{"kind", "CASH"}}).reason, "SHIFT_NEEDED");
        EXPECT_EQ(cora.count(counted, Json::array({countOf(expected)})).reason, "SHIFT_OVER");
        EXPECT_EQ(cora.close(counted).reason, "INVALID_FIELD");
        EXPECT_EQ(cora.close(counted, "One euro is missing").reason, "APPROVAL_NEEDED");
        EXPECT_EQ(dora.close(counted, "One euro is missing").reason, "SHIFT_NOT_FOUND");
    }
    // By the supervisor, and handed over with what is there.
    void close() {
        closed = ada.close(counted, "One euro is missing", "dora");
        ASSERT_TRUE(closed.ok()) << closed;
        EXPECT_EQ(closed.body.value("state", ""), "CLOSED");
        EXPECT_EQ(closed.body.value("signedOffBy", ""), "ada");
        const Answer next = dora.shift();
        ASSERT_TRUE(next.ok()) << next;
        EXPECT_EQ(next.body.value("shift", ""), closed.body.value("nextShift", "none"));
        EXPECT_EQ(minorOf(next.body["openingFloat"][0]), expected - 100);
        EXPECT_EQ(next.body.value("number", 0), 2);
    }
    // Its report is one for ever, the trail has its hash, and nothing of it changes any more.
    void lookBack() {
        const Answer z = cora.call("GetShiftReport", ofShift(shift));
        ASSERT_TRUE(z.ok()) << z;
        EXPECT_TRUE(z.body.value("final", false));
        const Json inCash = tenderOf(z.body, "CASH");
        EXPECT_EQ(minorOf(inCash["taken"]) - minorOf(inCash["returned"]), cash) << z.body;
        EXPECT_EQ(minorOf(z.body["events"][0]["net"]), cash + minorOf(card.body["total"]) + 500);
        const auto number = decodePublicId(shift.body.value("shift", "")).value_or(0);
        EXPECT_EQ(house.stack.psql(
                      "SELECT reason FROM trail WHERE action = 'write_z_report' AND subject = " +
                      std::to_string(number)),
                  z.body.value("hash", "none"));
        EXPECT_EQ(ada.count(closed, Json::array({countOf(1)})).reason, "SHIFT_OVER");
        EXPECT_EQ(ada.close(closed, "Again").reason, "SHIFT_OVER");
        EXPECT_EQ(ada.ask("AddDrawerEntry", drawer(shift, "PAID_IN", eur(1), "Late")).reason,
                  "SHIFT_OVER");
        EXPECT_TRUE(dora.becomes(dora.sell(sale, {110}, {{"kind", "CASH"}}), "PAID"));
        EXPECT_EQ(cora.call("GetShiftReport", ofShift(shift)).body, z.body);
        EXPECT_EQ(cora.shift(closed.body.value("shift", "")).body, closed.body);
    }

    const Sale sale = makeSale(house.stack);
    const std::shared_ptr<ApiClient> device = house.enrol("Till one");
    const TillUser cora = house.signIn("cora", "cashier", device);
    const TillUser ada = house.signIn("ada", "supervisor", device);
    const TillUser dora = house.signIn("dora", "cashier", device);
    Json first;
    Answer shift, sold, card, gift, counted, closed;
    std::int64_t back = 0, cash = 0, expected = 0;
};

TEST_F(ShiftDay, ComesToTheCentAndStaysAsItWasClosed) {
    for (const auto step :
         {&ShiftDay::open, &ShiftDay::sell, &ShiftDay::useDrawer, &ShiftDay::lookBlindly,
          &ShiftDay::count, &ShiftDay::close, &ShiftDay::lookBack}) {
        (this->*step)();
        if (HasFatalFailure()) return;
    }
    const auto verified = house.stack.runProgram(
        "tessera-admin", {"--database", house.stack.conninfo(), "audit", "verify"}, Millis(20'000));
    EXPECT_EQ(verified.code, 0) << verified.output;
    const std::string file = house.stack.ledgerFile() + ".audit";
    const auto audited =
        house.stack.runProgram("tessera-audit",
                               {"--database", house.stack.conninfo(), "--ledger",
                                house.stack.ledgerFile(), "--event", sale.event, "--json", file},
                               Millis(20'000));
    EXPECT_EQ(audited.code, 0) << audited.output;
    EXPECT_GT(Json::parse(std::ifstream(file))["judged"].value("A11", 0), 0) << audited.output;
}

// A cashier with a shift, and supervisors who come to the till with their PINs.
class ShiftApprovalTest : public ShiftDayTest {
protected:
    // A PIN, once the server has read it.
    void givePin(const std::string& login) {
        const TillUser who = house.signIn(login, "supervisor", till);
        const Answer set =
            who.call("SetPin", {{"password", house.passwordOf(login)}, {"pin", kPin}});
        ASSERT_TRUE(set.ok()) << set;
    }
    // `who` with the approval of `login`, for what `wish` says.
    TillUser approved(const TillUser& who, const std::string& login, Json wish) {
        wish["login"] = login;
        wish["pin"] = kPin;
        Answer given;
        EXPECT_TRUE(eventually([&] {
            given = who.call("Approve", wish);
            return given.ok();
        })) << given;
        Headers with = who.session();
        with["x-approval"] = given.body.value("token", "");
        return {till, std::move(with)};
    }
    static Json signOff(const Answer& shift, std::int64_t most) {
        return {{"permission", "sign_off_shift"},
                {"subject", shift.body.value("shift", "")},
                {"amountMinorMost", std::to_string(most)}};
    }
    static Json closing(const Answer& counted) {
        Json request = ofShift(counted);
        request["requestId"] = newRequestId();
        request["version"] = counted.body.value("version", 0);
        request["explanation"] = "One euro is missing";
        return request;
    }

    static constexpr const char* kPin = "4711";
    const std::shared_ptr<ApiClient> till = house.enrol("Till of approvals");
    const TillUser cora = house.signIn("cora", "cashier", till);
};

TEST_F(ShiftApprovalTest, APinOnTheSpotOpensTheDrawerOnceAndSignsOffUpToItsAmount) {
    givePin("ada");
    const Answer shift = cora.openShift(10'000);
    ASSERT_TRUE(shift.ok()) << shift;
    Json noSale = drawer(shift, "NO_SALE", {}, "Change for a note");
    noSale["requestId"] = newRequestId();
    const Json toOpen = {{"permission", "open_drawer"}, {"subject", shift.body["shift"]}};
    for (const Json& other :
         {Json{{"permission", "open_drawer"}}, signOff(shift, 0),
          Json{{"permission", "open_drawer"}, {"subject", encodePublicId(7)}}}) {
        EXPECT_EQ(approved(cora, "ada", other).call("AddDrawerEntry", noSale).reason,
                  "APPROVAL_INVALID");
    }
    const TillUser once = approved(cora, "ada", toOpen);
    const Answer opened = once.call("AddDrawerEntry", noSale);
    ASSERT_TRUE(opened.ok()) << opened;
    // Asked again it is told what came of it, with the approval used and without one.
    EXPECT_EQ(once.call("AddDrawerEntry", noSale).body, opened.body);
    EXPECT_EQ(cora.call("AddDrawerEntry", noSale).body, opened.body);
    EXPECT_EQ(once.ask("AddDrawerEntry", drawer(shift, "NO_SALE", {}, "Again")).reason,
              "APPROVAL_USED");
    const Answer counted = cora.count(shift, Json::array({countOf(9'900)}));
    ASSERT_TRUE(counted.ok()) << counted;
    const Json close = closing(counted);
    EXPECT_EQ(once.call("CloseShift", close).reason, "APPROVAL_INVALID");
    const Answer small = approved(cora, "ada", signOff(shift, 99)).call("CloseShift", close);
    EXPECT_EQ(small.reason, "APPROVAL_TOO_SMALL");
    EXPECT_EQ(small.metadata.value("amount_minor_units", ""), "100");
    const Answer closed = approved(cora, "ada", signOff(shift, 100)).call("CloseShift", close);
    ASSERT_TRUE(closed.ok()) << closed;
    EXPECT_EQ(closed.body.value("signedOffBy", ""), "ada");
    EXPECT_EQ(cora.call("CloseShift", close).body, closed.body);
    const auto number = decodePublicId(shift.body.value("shift", "")).value_or(0);
    EXPECT_EQ(house.stack.psql("SELECT string_agg(action, ',' ORDER BY number) FROM trail WHERE "
                               "approval_id <> 0 AND approved_by <> staff_id AND subject = " +
                               std::to_string(number)),
              "add_drawer_entry,close_shift");
}

TEST_F(ShiftApprovalTest, WhoOpenedOrCountedAShiftCannotSignItOff) {
    givePin("ada");
    givePin("eva");
    const TillUser ada = house.signIn("ada", "supervisor", till);
    const TillUser eva = house.signIn("eva", "supervisor", till);
    const Answer shift = ada.openShift(10'000);
    ASSERT_TRUE(shift.ok()) << shift;
    const Answer counted = eva.count(shift, Json::array({countOf(9'900)}));
    ASSERT_TRUE(counted.ok()) << counted;
    EXPECT_EQ(eva.call("CloseShift", closing(counted)).reason, "APPROVAL_NEEDED");
    EXPECT_EQ(approved(eva, "ada", signOff(shift, 100)).call("CloseShift", closing(counted)).reason,
              "APPROVAL_INVALID");
    EXPECT_EQ(approved(ada, "eva", signOff(shift, 100)).call("CloseShift", closing(counted)).reason,
              "APPROVAL_INVALID");
    givePin("mia");
    EXPECT_TRUE(
        approved(eva, "mia", signOff(shift, 100)).call("CloseShift", closing(counted)).ok());
}

TEST_F(ShiftDayTest, CashOfAnApiKeyNeedsNoShiftAndCannotSayThatItIsOnes) {
    const Sale sale = makeSale(house.stack);
    Buyer agent(Edge::Rest, house.stack);
    const Headers key{
        {"authorization", "Bearer " + house.stack.makeKey("agent", {"reservations:staff"})}};
    ASSERT_TRUE(agent.hold(sale, {19}).ok());
    Json checkout = agent.ofReservation();
    checkout["requestId"] = newRequestId();
    checkout["buyer"] = {{"name", "Gabriel von Eisenstein"}, {"email", "g@example.org"}};
    const std::string ofShift = encodePublicId(77) + "/" + newRequestId();
    checkout["tender"] = {{"kind", "CASH"}, {"reference", ofShift}};
    EXPECT_EQ(agent.client.call("CheckoutReservation", checkout, key).metadata.value("field", ""),
              "tender.reference");
    checkout["requestId"] = newRequestId();
    checkout["tender"] = {{"kind", "CASH"}, {"reference", "drawer 3"}};
    EXPECT_TRUE(agent.client.call("CheckoutReservation", checkout, key).ok());
}

TEST_F(ShiftDayTest, WhatIsWrongIsRefusedByItsFieldAndLimit) {
    const TillUser ada = house.signIn("ada", "supervisor", house.enrol("Till of refusals"));
    const auto fieldOf = [&](const std::string& method, Json request) {
        const Answer answer = ada.ask(method, std::move(request));
        return answer.reason == "INVALID_FIELD" ? answer.metadata.value("field", "")
                                                : answer.reason;
    };
    EXPECT_EQ(fieldOf("OpenShift", Json::object()), "openingFloat");
    EXPECT_EQ(fieldOf("OpenShift", {{"openingFloat", Json::array({eur(1), eur(2)})}}),
              "openingFloat[1].currencyCode");
    EXPECT_EQ(fieldOf("OpenShift", {{"openingFloat", Json::array({eur(-1)})}}),
              "openingFloat[0].minorUnits");
    const Answer shift = ada.openShift(0);
    ASSERT_TRUE(shift.ok()) << shift;
    const auto counting = [&](const Json& denominations) {
        const Json count = {{"currencyCode", "EUR"}, {"denominations", denominations}};
        return fieldOf(
            "CountShift",
            {{"shift", shift.body["shift"]}, {"version", 1}, {"counts", Json::array({count})}});
    };
    const Json huge = {{"minorUnits", "999999999999"}, {"count", 100'000}};
    EXPECT_EQ(counting(Json::array({huge})), "counts[0].denominations");
    const auto one = [](const char* worth, int number) {
        return Json{{"minorUnits", worth}, {"count", number}};
    };
    EXPECT_EQ(counting(Json::array({one("0", 1)})), "counts[0].denominations[0].minorUnits");
    EXPECT_EQ(counting(Json::array({one("5", 100'001)})), "counts[0].denominations[0].count");
    EXPECT_EQ(counting(Json::array({one("5", 1), one("5", 1)})),
              "counts[0].denominations[1].minorUnits");
    EXPECT_EQ(fieldOf("AddDrawerEntry", {{"shift", shift.body["shift"]},
                                         {"entry", {{"kind", "PAID_IN"}, {"reason", "x"}}}}),
              "entry.amount.currencyCode");
    EXPECT_EQ(fieldOf("GetShift", {{"shift", "nonsense"}}), "INVALID_ID");
    EXPECT_EQ(fieldOf("ListShifts", {{"pageSize", 101}}), "pageSize");
    EXPECT_EQ(fieldOf("ListShifts", {{"pageToken", "nonsense"}}), "INVALID_PAGE_TOKEN");
    // Two currencies, one that nobody expected; even, so that nobody has to sign.
    const Answer counted = ada.count(shift, Json::array({countOf(0), countOf(0, "CHF")}));
    ASSERT_TRUE(counted.ok()) << counted;
    EXPECT_TRUE(ada.close(counted).ok());
    const Answer listed = ada.call("ListShifts", {{"pageSize", 1}});
    ASSERT_TRUE(listed.ok()) << listed;
    EXPECT_EQ(listed.body["shifts"][0]["shift"], shift.body["shift"]);
}

}  // namespace
}  // namespace tessera::integration
