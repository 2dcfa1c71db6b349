// SPDX-License-Identifier: Apache-2.0
// Who signs in at the staff port, and until when, over real TLS and a real database.
#include <future>
#include <latch>

#include "server/app/staff/totp.h"
#include "shared/base/encoding.h"
#include "tessera/v1/reservation_service.pb.h"
#include "tessera/v1/seat_map_service.grpc.pb.h"
#include "tests/api/staff_house.h"

namespace tessera::api::test {
namespace {

using staff::Role;

class StaffSessionTest : public testing::Test {
protected:
    static v1::SignInRequest wish(const std::string& login, const std::string& password,
                                  const std::string& totp = "") {
        v1::SignInRequest out;
        out.set_login(login);
        out.set_password(password);
        out.set_totp(totp);
        return out;
    }
    static std::string signIn(const StaffClient& till, const std::string& login,
                              const std::string& password = kPassword,
                              const std::string& totp = "") {
        return till.ask("StaffService/SignIn", wish(login, password, totp)).reason;
    }
    static std::string whoAmI(const StaffClient& till) {
        v1::StaffSession session;
        const std::string reason =
            till.ask("StaffService/GetSession", v1::GetSessionRequest(), session);
        return reason.empty() ? session.login() : reason;
    }
    static std::string resume(const StaffClient& till, const std::string& resumption,
                              const std::string& pin, v1::SignInResponse& out) {
        v1::ResumeRequest request;
        request.set_resumption(resumption);
        request.set_pin(pin);
        return till.ask("StaffService/Resume", request, out);
    }

    House& house = House::shared();
};

TEST_F(StaffSessionTest, WhoSignsInIsToldWhoTheyAreAndWhatTheyMay) {
    const auto cora = house.person(Role::Cashier);
    StaffClient till = house.till("Till by the door");
    v1::SignInResponse in;
    ASSERT_EQ(till.ask("StaffService/SignIn", wish(cora.login, kPassword), in), "");
    EXPECT_EQ(in.session().login(), cora.login);
    EXPECT_EQ(in.session().role(), v1::Staff::CASHIER);
    EXPECT_EQ(in.session().device_name(), "Till by the door");
    const auto& may = in.session().permissions();
    EXPECT_NE(std::ranges::find(may, "sell"), may.end());
    EXPECT_EQ(std::ranges::find(may, "manage_staff"), may.end());
    const auto& approved = in.session().permissions_with_approval();
    EXPECT_NE(std::ranges::find(approved, "refund"), approved.end());
    till.session = in.token();
    EXPECT_EQ(whoAmI(till), cora.login);
}

TEST_F(StaffSessionTest, AWrongPasswordAndALoginThatIsNotThereAreOneAnswerAndLockAfterTen) {
    const auto cora = house.person(Role::Cashier);
    const StaffClient till = house.till();
    EXPECT_EQ(signIn(till, "nobody-here"), "SIGN_IN_WRONG");
    for (int i = 0; i < staff::kPinsWrongMost; ++i) {
        EXPECT_EQ(signIn(till, cora.login, "wrong"), "SIGN_IN_WRONG");
    }
    EXPECT_EQ(signIn(till, cora.login), "SIGN_IN_LOCKED");
    const Said empty = till.ask("StaffService/SignIn", wish("", kPassword));
    EXPECT_EQ(empty.reason + " " + empty.field, "INVALID_FIELD login");
    const Said long_ = till.ask("StaffService/SignIn", wish("a", std::string(201, 'x')));
    EXPECT_EQ(long_.reason + " " + long_.field, "INVALID_FIELD password");
    // Elsewhere, and for others here, nothing is locked.
    EXPECT_EQ(signIn(house.till(), cora.login), "");
    EXPECT_EQ(signIn(till, house.person(Role::Cashier).login), "");
}

TEST_F(StaffSessionTest, ASecondFactorIsAskedForAndItsCodeIsGoodOnce) {
    const auto cora = house.person(Role::Cashier);
    const StaffClient till = house.till();
    v1::SetSecondFactorRequest request;
    request.set_staff(encodePublicId(cora.id.value));
    request.set_version(cora.version);
    request.set_on(true);
    v1::SecondFactor made;
    ASSERT_EQ(house.tillOf(Role::Administrator).ask("StaffService/SetSecondFactor", request, made),
              "");
    EXPECT_EQ(made.uri().substr(0, 15), "otpauth://totp/");
    const std::string secret = house.account(cora.id).totpSecret;
    const std::int64_t step = house.now().micros / staff::kTotpStep.micros;
    EXPECT_EQ(signIn(till, cora.login), "TOTP_NEEDED");
    EXPECT_EQ(signIn(till, cora.login, kPassword, staff::totpAt(secret, step - 9)), "TOTP_WRONG");
    const Said short_ = till.ask("StaffService/SignIn", wish(cora.login, kPassword, "123"));
    EXPECT_EQ(short_.field, "totp");
    const std::string code = staff::totpAt(secret, step);
    EXPECT_EQ(signIn(till, cora.login, kPassword, code), "");
    ASSERT_TRUE(house.desk->refresh());
    EXPECT_EQ(signIn(till, cora.login, kPassword, code), "TOTP_WRONG");
}

TEST_F(StaffSessionTest, ASessionIsGoodOnItsDeviceAlone) {
    StaffClient till = house.tillOf(Role::Supervisor);
    StaffClient other = house.till();
    EXPECT_EQ(whoAmI(other), "SESSION_MISSING");
    other.session = till.session;
    EXPECT_EQ(whoAmI(other), "SESSION_INVALID");
    till.session = "tss_nonsense";
    EXPECT_EQ(whoAmI(till), "SESSION_INVALID");
    till.session = std::string(600, 'x');
    EXPECT_EQ(whoAmI(till), "SESSION_INVALID");
}

TEST_F(StaffSessionTest, WhoIsDisabledIsOutAtOnceHereAndElsewhereWithTheNextReading) {
    const auto cora = house.person(Role::Cashier);
    StaffClient till = house.till();
    till.session = house.sessionOf(cora.id, till.device.device);
    EXPECT_EQ(whoAmI(till), cora.login);
    v1::UpdateStaffRequest request;
    request.set_staff(encodePublicId(cora.id.value));
    request.set_version(cora.version);
    request.set_disabled(true);
    v1::Staff after;
    ASSERT_EQ(house.tillOf(Role::Administrator).ask("StaffService/UpdateStaff", request, after),
              "");
    EXPECT_TRUE(after.disabled());
    EXPECT_EQ(whoAmI(till), "SESSION_INVALID");
    EXPECT_EQ(signIn(till, cora.login), "ACCOUNT_DISABLED");
    // As another node does it.
    auto dan = house.person(Role::Cashier);
    till.session = house.sessionOf(dan.id, till.device.device);
    dan.disabled = true;
    ASSERT_TRUE(house.office->update({dan.id, dan.version, {}, {}, true}, {{}, {}, house.now()}));
    EXPECT_EQ(whoAmI(till), dan.login);
    ASSERT_TRUE(house.desk->refresh());
    EXPECT_EQ(whoAmI(till), "SESSION_INVALID");
}

TEST_F(StaffSessionTest, APinBringsASessionBackAndSigningOutEndsBoth) {
    const auto cora = house.person(Role::Cashier);
    StaffClient till = house.till();
    v1::SignInResponse in;
    ASSERT_EQ(till.ask("StaffService/SignIn", wish(cora.login, kPassword), in), "");
    v1::SignInResponse back;
    EXPECT_EQ(resume(till, in.resumption(), "0000", back), "SIGN_IN_WRONG");
    EXPECT_EQ(resume(till, in.token(), kPin, back), "SESSION_INVALID");
    ASSERT_EQ(resume(till, in.resumption(), kPin, back), "");
    till.session = back.token();
    EXPECT_EQ(whoAmI(till), cora.login);
    EXPECT_EQ(till.ask("StaffService/SignOut", v1::SignOutRequest()).reason, "");
    EXPECT_EQ(whoAmI(till), "SESSION_INVALID");
    EXPECT_EQ(resume(till, in.resumption(), kPin, back), "SESSION_INVALID");
    EXPECT_EQ(signIn(till, cora.login), "");
}

TEST_F(StaffSessionTest, OnesOwnPinNeedsThePasswordAndLetsTheSessionGoOn) {
    const auto cora = house.person(Role::Cashier);
    StaffClient till = house.till();
    till.session = house.sessionOf(cora.id, till.device.device);
    v1::SetPinRequest request;
    request.set_password("wrong");
    request.set_pin("1357");
    v1::SignInResponse after;
    EXPECT_EQ(till.ask("StaffService/SetPin", request, after), "SIGN_IN_WRONG");
    request.set_password(kPassword);
    for (const char* const pin : {"123", "12a4", "1234567890123"}) {
        request.set_pin(pin);
        EXPECT_EQ(till.ask("StaffService/SetPin", request).field, "pin") << pin;
    }
    request.set_pin("1357");
    ASSERT_EQ(till.ask("StaffService/SetPin", request, after), "");
    EXPECT_EQ(whoAmI(till), "SESSION_INVALID");
    till.session = after.token();
    EXPECT_EQ(whoAmI(till), cora.login);
    v1::SignInResponse back;
    EXPECT_EQ(resume(till, after.resumption(), kPin, back), "SIGN_IN_WRONG");
    EXPECT_EQ(resume(till, after.resumption(), "1357", back), "");
}

// A change whose commit was not answered was said to have failed, and to be tried again.
TEST_F(StaffSessionTest, AChangeOfWhichNobodyKnowsWhetherItWasMadeIsToBeReadAgain) {
    const auto cora = house.person(Role::Cashier);
    const StaffClient admin = house.tillOf(Role::Administrator);
    v1::UpdateStaffRequest request;
    request.set_staff(encodePublicId(cora.id.value));
    request.set_version(cora.version);
    request.set_name("Cora");
    house.faulty->failNext(Effect::None);
    const Said none = admin.ask("StaffService/UpdateStaff", request);
    EXPECT_EQ(none.status, grpc::StatusCode::UNAVAILABLE);
    EXPECT_TRUE(none.retry);
    house.faulty->failNext(Effect::Unknown);
    const Said unknown = admin.ask("StaffService/UpdateStaff", request);
    EXPECT_EQ(unknown.reason, "RESULT_UNKNOWN");
    EXPECT_EQ(unknown.status, grpc::StatusCode::ABORTED);
    EXPECT_FALSE(unknown.retry);
    EXPECT_EQ(house.account(cora.id).name, "Cora");
    StaffClient till = house.till();
    ASSERT_TRUE(house.desk->refresh());
    till.session = house.sessionOf(cora.id, till.device.device);
    v1::SetPinRequest pin;
    pin.set_password(kPassword);
    pin.set_pin("1357");
    house.faulty->failNext(Effect::Unknown);
    EXPECT_EQ(till.ask("StaffService/SetPin", pin).reason, "RESULT_UNKNOWN");
}

TEST_F(StaffSessionTest, ASupervisorApprovesOnTheSpotAndNobodyForThemselves) {
    const auto cora = house.person(Role::Cashier);
    const auto sue = house.person(Role::Supervisor);
    StaffClient till = house.till();
    till.session = house.sessionOf(cora.id, till.device.device);
    v1::ApproveRequest request;
    request.set_login(sue.login);
    request.set_pin(kPin);
    request.set_permission("refund");
    request.set_event(encodePublicId(kEvent.value));
    request.set_subject(encodePublicId(kEvent, kOrder.value));
    request.set_amount_minor_most(5000);
    v1::ApproveResponse given;
    ASSERT_EQ(till.ask("StaffService/Approve", request, given), "");
    EXPECT_EQ(given.approved_by(), encodePublicId(sue.id.value));
    const staff::Session session{cora.id, till.device.device, {}, 1};
    const auto approval = house.desk->approvalOf(given.token(), session, house.now());
    ASSERT_TRUE(approval);
    EXPECT_EQ(approval->permission, staff::Permission::Refund);
    EXPECT_EQ(approval->event, kEvent);
    EXPECT_EQ(approval->subject, kOrder.value);
    EXPECT_EQ(approval->amountMost, Money{5000});
    request.set_login(cora.login);
    EXPECT_EQ(till.ask("StaffService/Approve", request).reason, "APPROVAL_NOT_ALLOWED");
    request.set_amount_minor_most(-1);
    EXPECT_EQ(till.ask("StaffService/Approve", request).field, "amountMinorMost");
    request.set_permission("rule");
    EXPECT_EQ(till.ask("StaffService/Approve", request).field, "permission");
}

TEST_F(StaffSessionTest, ASessionSellsAsTheBoxOfficeAndWatchesTheMap) {
    StaffClient till = house.tillOf(Role::Cashier);
    v1::CreateReservationRequest request;
    request.set_event(encodePublicId(kEvent.value));
    request.set_request_id(freshRequestId());
    request.mutable_seats()->add_seats()->set_seat_no(4);
    EXPECT_EQ(till.ask("ReservationService/CreateReservation", request).reason, "");
    const auto caller = house.app.asked().caller;
    ASSERT_TRUE(caller);
    EXPECT_TRUE(caller->staff);
    EXPECT_EQ(caller->channel, engine::Channel::BoxOffice);
    const auto maps = v1::SeatMapService::NewStub(till.channel());
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    context.AddMetadata("authorization", "Bearer " + till.session);
    v1::WatchSeatMapRequest watch;
    watch.set_event(request.event());
    const auto reader = maps->WatchSeatMap(&context, watch);
    v1::SeatMapUpdate update;
    ASSERT_TRUE(reader->Read(&update));
    EXPECT_TRUE(update.has_snapshot());
    context.TryCancel();
    reader->Finish();
}

// Passwords are computed where it may take its time: whoever sells meanwhile does not wait. Both
// threads for that are held, so the sign-in waits in their queue while the session is served.
TEST_F(StaffSessionTest, WhileNobodyCanSignInSessionsAreServed) {
    const auto cora = house.person(Role::Cashier);
    StaffClient till = house.till();
    till.session = house.sessionOf(cora.id, till.device.device);
    std::promise<void> go;
    const auto held = go.get_future().share();
    std::latch holding(House::kBlockingThreads);
    for (std::size_t i = 0; i < House::kBlockingThreads; ++i) {
        ASSERT_EQ(house.blocking.post([held, &holding] {
            holding.count_down();
            held.wait();
        }),
                  runtime::PostOutcome::Accepted);
    }
    holding.wait();
    auto in = std::async(std::launch::async, [&] { return signIn(till, cora.login); });
    EXPECT_TRUE(house.waitsToBlock());
    EXPECT_EQ(whoAmI(till), cora.login);
    EXPECT_TRUE(house.waitsToBlock());
    go.set_value();
    EXPECT_EQ(in.get(), "");
}

}  // namespace
}  // namespace tessera::api::test
