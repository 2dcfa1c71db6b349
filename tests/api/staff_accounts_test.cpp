// SPDX-License-Identifier: Apache-2.0
// Accounts over the wire, who may call what, and that the trail has it all.
#include <map>
#include <set>

#include "server/api/method_table.h"
#include "tessera/v1/options.pb.h"
#include "tests/api/staff_house.h"
#include "tools/admin/staff.h"

namespace tessera::api::test {
namespace {

using staff::Role;

constexpr std::array kRoles{Role::Cashier, Role::Supervisor, Role::Manager, Role::Administrator};

class StaffAccountsTest : public testing::Test {
protected:
    v1::StaffPassword create(const StaffClient& admin, const std::string& login) {
        v1::CreateStaffRequest request;
        request.set_login(login);
        request.set_name("Ada Lovelace");
        request.set_role(v1::Staff::CASHIER);
        v1::StaffPassword made;
        EXPECT_EQ(admin.ask("StaffService/CreateStaff", request, made), "");
        return made;
    }
    static std::string fresh() { return "new-" + std::to_string(staff::freshId()); }

    House& house = House::shared();
};

TEST_F(StaffAccountsTest, ANewAccountSignsInWithThePasswordThatIsShownOnce) {
    const StaffClient admin = house.tillOf(Role::Administrator);
    const std::string login = fresh();
    const v1::StaffPassword made = create(admin, login);
    EXPECT_EQ(made.password().size(), 20U);
    v1::SignInRequest in;
    in.set_login(login);
    in.set_password(made.password());
    const StaffClient till = house.till();
    EXPECT_EQ(till.ask("StaffService/SignIn", in).reason, "");
    v1::ResetPasswordRequest reset;
    reset.set_staff(made.staff().staff());
    reset.set_version(made.staff().version());
    v1::StaffPassword next;
    ASSERT_EQ(admin.ask("StaffService/ResetPassword", reset, next), "");
    EXPECT_EQ(admin.ask("StaffService/ResetPassword", reset).reason, "CHANGED_MEANWHILE");
    EXPECT_EQ(till.ask("StaffService/SignIn", in).reason, "SIGN_IN_WRONG");
    in.set_password(next.password());
    EXPECT_EQ(till.ask("StaffService/SignIn", in).reason, "");
}

TEST_F(StaffAccountsTest, WhatIsNoAccountIsRefusedByItsField) {
    const StaffClient admin = house.tillOf(Role::Administrator);
    v1::CreateStaffRequest request;
    request.set_login(fresh());
    request.set_name("Ada");
    EXPECT_EQ(admin.ask("StaffService/CreateStaff", request).field, "role");
    request.set_role(v1::Staff::MANAGER);
    request.set_name(std::string(201, 'x'));
    EXPECT_EQ(admin.ask("StaffService/CreateStaff", request).field, "name");
    request.set_name("Ada");
    for (const char* const login : {"", "a", "Ada", "-ada", "a b"}) {
        request.set_login(login);
        EXPECT_EQ(admin.ask("StaffService/CreateStaff", request).field, "login") << login;
    }
    request.set_login(create(admin, fresh()).staff().login());
    EXPECT_EQ(admin.ask("StaffService/CreateStaff", request).reason, "LOGIN_TAKEN");
    v1::UpdateStaffRequest update;
    update.set_staff("nonsense");
    EXPECT_EQ(admin.ask("StaffService/UpdateStaff", update).reason, "INVALID_ID");
    update.set_staff(encodePublicId(77));
    EXPECT_EQ(admin.ask("StaffService/UpdateStaff", update).reason, "STAFF_NOT_FOUND");
}

TEST_F(StaffAccountsTest, NobodyTakesARoleFromThemselves) {
    const auto ada = house.person(Role::Administrator);
    StaffClient till = house.till();
    till.session = house.sessionOf(ada.id, till.device.device);
    v1::UpdateStaffRequest update;
    update.set_staff(encodePublicId(ada.id.value));
    update.set_version(ada.version);
    update.set_role(v1::Staff::MANAGER);
    EXPECT_EQ(till.ask("StaffService/UpdateStaff", update).reason, "OWN_ACCOUNT");
    update.clear_role();
    update.set_disabled(true);
    EXPECT_EQ(till.ask("StaffService/UpdateStaff", update).reason, "OWN_ACCOUNT");
    update.clear_disabled();
    update.set_name("Ada King");
    EXPECT_EQ(till.ask("StaffService/UpdateStaff", update).reason, "");
    EXPECT_EQ(house.account(ada.id).name, "Ada King");
}

TEST_F(StaffAccountsTest, PagesOfAccountsAndDevicesHaveEachOnce) {
    const StaffClient admin = house.tillOf(Role::Administrator);
    for (int i = 0; i < 4; ++i) house.person(Role::Cashier);
    std::set<std::string> seen;
    std::size_t shown = 0;
    v1::ListStaffRequest request;
    request.set_page_size(3);
    v1::ListStaffResponse page;
    do {
        ASSERT_EQ(admin.ask("StaffService/ListStaff", request, page), "");
        for (const auto& one : page.staff()) seen.insert(one.staff());
        shown += static_cast<std::size_t>(page.staff_size());
        request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    EXPECT_EQ(seen.size(), house.rows->readStaff()->size());
    EXPECT_EQ(shown, seen.size());
    request.set_page_token("nonsense");
    EXPECT_EQ(admin.ask("StaffService/ListStaff", request).reason, "INVALID_PAGE_TOKEN");
    request.set_page_size(1001);
    EXPECT_EQ(admin.ask("StaffService/ListStaff", request).field, "pageSize");
    v1::ListDevicesResponse devices;
    ASSERT_EQ(admin.ask("StaffService/ListDevices", v1::ListDevicesRequest(), devices), "");
    EXPECT_EQ(static_cast<std::size_t>(devices.devices_size()), house.rows->readDevices()->size());
}

// Every change by staff has its row, and the chain holds; a row that was changed is found.
TEST_F(StaffAccountsTest, TheTrailHasEveryChangeAndIsTrue) {
    const auto ada = house.person(Role::Administrator);
    StaffClient admin = house.till();
    admin.session = house.sessionOf(ada.id, admin.device.device);
    const std::int64_t before = house.rows->readTrail({}, 0)->back().number;
    const v1::StaffPassword made = create(admin, fresh());
    v1::UpdateStaffRequest update;
    update.set_staff(made.staff().staff());
    update.set_version(1);
    update.set_role(v1::Staff::SUPERVISOR);
    EXPECT_EQ(admin.ask("StaffService/UpdateStaff", update).reason, "");
    EXPECT_EQ(admin.ask("StaffService/UpdateStaff", update).reason, "CHANGED_MEANWHILE");
    v1::SetSecondFactorRequest factor;
    factor.set_staff(made.staff().staff());
    factor.set_version(2);
    factor.set_on(true);
    EXPECT_EQ(admin.ask("StaffService/SetSecondFactor", factor).reason, "");
    v1::CreateDeviceCodeRequest wish;
    wish.set_name("Till");
    EXPECT_EQ(admin.ask("StaffService/CreateDeviceCode", wish).reason, "");
    EXPECT_EQ(admin.ask("StaffService/SignOut", v1::SignOutRequest()).reason, "");
    const auto trail = house.rows->readTrail({}, before);
    std::vector<std::string> actions;
    for (const auto& row : *trail) {
        actions.push_back(row.action);
        EXPECT_EQ(row.by, ada.id);
        EXPECT_EQ(row.device, admin.device.device);
    }
    EXPECT_EQ(actions, (std::vector<std::string>{"add_staff", "update_staff", "set_second_factor",
                                                 "add_device_code", "sign_out"}));
    EXPECT_EQ(trail->at(1).reason, "as supervisor");
    EXPECT_TRUE(admin::verifyTrail(*house.rows, {})->findings.empty());
    const std::string row = std::to_string(trail->at(1).number);
    ASSERT_TRUE(house.cluster->psql("UPDATE trail SET reason = 'x' WHERE number = " + row));
    EXPECT_EQ(admin::verifyTrail(*house.rows, {})->findings.size(), 1U);
    ASSERT_TRUE(
        house.cluster->psql("UPDATE trail SET reason = 'as supervisor' WHERE number = " + row));
}

// What the options of a method say of a role: the reason of its refusal, or nothing. Read from the
// descriptor here, beside the server's own reading.
using Rule = std::function<std::string(const MethodInfo&, Role)>;

std::string byOptions(const MethodInfo& method, Role role) {
    const auto& name = method.descriptor->options().GetExtension(v1::required_permission);
    if (name.empty()) return {};
    const auto permission = staff::permissionNamed(name);
    if (!permission) return "there is no permission " + name;
    switch (grantOf(role, *permission)) {
        case staff::Grant::Always:
            return {};
        case staff::Grant::WithApproval:
            return "APPROVAL_NEEDED";
        case staff::Grant::Never:
            return "PERMISSION_MISSING";
    }
    return {};
}

// Calls every method of the staff port with every role, with an empty message; what differs from
// the rule.
std::vector<std::string> walk(House& house, const Rule& rule) {
    const MethodTable table(Surface::Staff);
    std::vector<std::string> findings;
    for (const Role role : kRoles) {
        StaffClient till = house.till();
        const auto person = house.person(role);
        for (const auto& method : table.methods()) {
            // A session of its own: SignOut ends one.
            till.session = house.sessionOf(person.id, till.device.device);
            const std::string path = method.path.substr(std::string("/tessera.v1.").size());
            const std::string reason =
                till.ask(path, std::string(), {{"authorization", "Bearer " + till.session}}).reason;
            const bool refused = reason == "PERMISSION_MISSING" || reason == "APPROVAL_NEEDED";
            const bool known = reason != "TRANSPORT" && reason != "INTERNAL_FAULT";
            const std::string wanted = rule(method, role);
            if (known && (refused ? reason : std::string()) == wanted) continue;
            findings.push_back(std::string(nameOf(role)) + " " + path + ": " + reason);
        }
    }
    return findings;
}

TEST_F(StaffAccountsTest, EveryMethodLetsEveryRoleInAsItsOptionsSay) {
    EXPECT_EQ(walk(house, byOptions), std::vector<std::string>{});
    const MethodTable table(Surface::Staff);
    EXPECT_EQ(table.methods().size(), 88U);
}

// Negative control: a port that let cashiers make accounts, or asked nobody for a refund, is found.
TEST_F(StaffAccountsTest, AMethodThatLetsAnotherRoleInIsReported) {
    const auto findings = walk(house, [](const MethodInfo& method, Role role) {
        if (method.path.ends_with("/CreateStaff") && role == Role::Cashier) return std::string();
        if (method.path.ends_with("/ReturnTickets") && role == Role::Supervisor) {
            return std::string("APPROVAL_NEEDED");
        }
        return byOptions(method, role);
    });
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0], "cashier StaffService/CreateStaff: PERMISSION_MISSING");
    EXPECT_EQ(findings[1].substr(0, 38), "supervisor OrderService/ReturnTickets:");
}

TEST_F(StaffAccountsTest, NothingSecretIsInTheLog) {
    const StaffClient admin = house.tillOf(Role::Administrator);
    const std::string login = fresh();
    const v1::StaffPassword made = create(admin, login);
    const std::string code = house.freshCode(house.now());
    const auto key = tessera::test::makeDeviceKey();
    v1::EnrolRequest enrol;
    enrol.set_code(code);
    enrol.set_csr(key.requestPem);
    EXPECT_EQ(house.stranger().ask("DeviceService/Enrol", enrol).reason, "");
    v1::SignInRequest in;
    in.set_login(login);
    in.set_password(made.password());
    v1::SignInResponse signedIn;
    const StaffClient till = house.till();
    ASSERT_EQ(till.ask("StaffService/SignIn", in, signedIn), "");
    in.set_password("a wrong password");
    EXPECT_EQ(till.ask("StaffService/SignIn", in).reason, "SIGN_IN_WRONG");
    const std::string log = house.logged();
    for (const std::string& secret :
         {login, made.password(), code, signedIn.token(), signedIn.resumption(), admin.session,
          std::string("a wrong password"), std::string("Ada Lovelace"),
          key.requestPem.substr(40, 30)}) {
        EXPECT_EQ(log.find(secret), std::string::npos) << secret;
    }
    // Negative control: what is no secret is there.
    EXPECT_NE(log.find("\"StaffService.SignIn\""), std::string::npos);
    EXPECT_NE(log.find("SIGN_IN_WRONG"), std::string::npos);
}

}  // namespace
}  // namespace tessera::api::test
