// SPDX-License-Identifier: Apache-2.0
// Who is signed in at a till: by password, by PIN, out again, and shut out from elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/client/sessions.h"
#include "tests/client/house.h"

namespace tessera::client {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using v1::ErrorReason;

class SessionTest : public testing::Test {
protected:
    static std::string whoseSession(Till& till) {
        return till.ask(kGetSession, v1::GetSessionRequest()).value.login();
    }
    static Answer<v1::StaffSession> resume(Till& till, const std::string& staff,
                                           const std::string& pin) {
        Awaited<v1::StaffSession> awaited;
        till.client->resume(staff, pin, awaited.callback());
        return awaited.get();
    }
    // Behind the server's back, as by another node; known within its reading of every two seconds.
    void shutOut(const Account& account) {
        house.stack.psql("UPDATE staff SET disabled = true, version = version + 1 WHERE login = '" +
                         account.login + "'");
    }
    static bool isShutOut(Till& till) {
        return eventually([&] {
            return till.ask(kGetSession, v1::GetSessionRequest()).refusal.reason ==
                   ErrorReason::SESSION_INVALID;
        });
    }

    House& house = House::shared();
};

v1::SignInResponse entryOf(const std::string& staff, const std::string& token) {
    v1::SignInResponse entry;
    entry.mutable_session()->set_staff(staff);
    entry.set_token(token);
    entry.set_resumption("back by " + token);
    return entry;
}

// It made the next person act as the one who had gone.
TEST(SessionsTest, AChangedPinThatIsAnsweredLateLeavesTheNextPersonWhoTheyAre) {
    Sessions sessions;
    sessions.begin(entryOf("cora", "1"));
    sessions.renew(entryOf("cora", "2"));
    EXPECT_EQ(sessions.current()->token, "2");
    sessions.begin(entryOf("ada", "3"));
    sessions.renew(entryOf("cora", "4"));
    EXPECT_EQ(sessions.current()->staff, "ada");
    EXPECT_EQ(sessions.current()->token, "3");
    EXPECT_EQ(sessions.resumptionOf("cora"), "back by 4");
    ASSERT_TRUE(sessions.end(sessions.current()));
    sessions.renew(entryOf("ada", "5"));
    EXPECT_EQ(sessions.current(), nullptr);
    EXPECT_EQ(sessions.resumptionOf("ada"), "back by 5");
}

TEST_F(SessionTest, APinBringsBackWhoSignedInBeforeAndAnApprovalIsGivenByIt) {
    const Account& ada = house.supervisor;
    const auto till = house.till(0);
    const auto first = till->signIn(ada);
    ASSERT_TRUE(first.done());
    v1::SetPinRequest pin;
    pin.set_password(ada.password);
    pin.set_pin("471147");
    Awaited<v1::StaffSession> set;
    till->client->setPin(pin, set.callback());
    ASSERT_TRUE(set.get().done());
    EXPECT_EQ(whoseSession(*till), "ada");

    ASSERT_TRUE(till->signIn(house.cashier).done());
    EXPECT_EQ(whoseSession(*till), "cora");
    v1::ApproveRequest wish;
    wish.set_login("ada");
    wish.set_pin("471147");
    wish.set_permission("refund");
    wish.set_amount_minor_most(5'000);
    const auto approved = till->ask(kApprove, wish);
    ASSERT_TRUE(approved.done());
    EXPECT_EQ(approved.value.approved_by(), first.value.staff());
    EXPECT_EQ(whoseSession(*till), "cora");

    EXPECT_EQ(resume(*till, first.value.staff(), "111111").refusal.reason,
              ErrorReason::SIGN_IN_WRONG);
    EXPECT_EQ(whoseSession(*till), "cora");
    ASSERT_TRUE(resume(*till, first.value.staff(), "471147").done());
    EXPECT_EQ(whoseSession(*till), "ada");

    Awaited<v1::SignOutResponse> out;
    till->client->signOut(out.callback());
    EXPECT_TRUE(out.get().done());
    EXPECT_EQ(till->ask(kGetSession, v1::GetSessionRequest()).refusal.reason,
              ErrorReason::SESSION_MISSING);
    EXPECT_EQ(resume(*till, first.value.staff(), "471147").outcome, Outcome::Refused);
    EXPECT_THAT(till->ends(), IsEmpty());
    const std::string log = house.stack.serverOutput();
    for (const std::string& secret :
         {ada.password, house.cashier.password, approved.value.token()}) {
        EXPECT_EQ(log.find(secret), std::string::npos);
    }
}

TEST_F(SessionTest, WhoIsShutOutIsToldOnceAndAnAnswerThatWasLostBeforeStaysUnknown) {
    const Account& dora = house.leaver;
    const Sale sale = integration::makeSale(house.stack);
    const auto till = house.till(0, true);
    const auto other = house.till(1);
    ASSERT_TRUE(till->signIn(dora).done());
    ASSERT_TRUE(other->signIn(dora).done());
    house.relay->hold(true);
    Awaited<v1::Reservation> held;
    till->client->ask(kCreateReservation, seatsOf(*till->client, sale, {3}), held.callback());
    EXPECT_TRUE(eventually([&] { return house.count("reservation", sale) == 1; }));
    shutOut(dora);
    EXPECT_TRUE(isShutOut(*other));
    EXPECT_TRUE(eventually([&] { return !other->ends().empty(); }));
    EXPECT_THAT(other->ends(), ElementsAre(ErrorReason::SESSION_INVALID));
    house.relay->cut();
    house.relay->hold(false);

    // The door says nothing of what was asked before.
    const auto unknown = held.get();
    EXPECT_EQ(unknown.outcome, Outcome::Unknown);
    EXPECT_EQ(unknown.refusal.reason, ErrorReason::SESSION_INVALID);
    EXPECT_TRUE(eventually([&] { return till->ends().size() == 1; }));
    EXPECT_EQ(other->ask(kGetSession, v1::GetSessionRequest()).refusal.reason,
              ErrorReason::SESSION_MISSING);
    EXPECT_EQ(other->ends().size(), 1U);
}

TEST_F(SessionTest, AStrangerWithoutACertificateIsNoDevice) {
    Till stranger(house.endpoint(house.stack.ports().staff));
    EXPECT_EQ(stranger.signIn(house.cashier).refusal.reason,
              ErrorReason::DEVICE_CERTIFICATE_MISSING);
    v1::EnrolRequest request;
    request.set_code("AAAAAAAAAAAAAAAAAAAAAAAAAA");
    request.set_csr("no request");
    const auto enrolled = stranger.ask(kEnrol, request);
    EXPECT_EQ(enrolled.outcome, Outcome::Refused);
    EXPECT_EQ(enrolled.refusal.reason, ErrorReason::DEVICE_CODE_INVALID);
}

}  // namespace
}  // namespace tessera::client
