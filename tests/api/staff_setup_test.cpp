// SPDX-License-Identifier: Apache-2.0
// What organisers' keys may do at the public edge, sessions do at the staff port; and which
// versions of the apps are let in.
#include "server/api/method_table.h"
#include "server/api/staff_gate.h"
#include "tessera/v1/admin_service.pb.h"
#include "tessera/v1/catalog_service.pb.h"
#include "tests/api/staff_house.h"

namespace tessera::api::test {
namespace {

using staff::Role;

bool isOfOrganisers(const std::string& path) {
    return path.starts_with("/tessera.v1.AdminService/") ||
           path.starts_with("/tessera.v1.PaymentService/") ||
           path.starts_with("/tessera.v1.TransferService/");
}

TEST(StaffSetupTest, ARoleMayWhatItsPermissionsSayOfOrganisersMethods) {
    House& house = House::shared();
    const MethodTable table(Surface::Staff);
    int asked = 0;
    for (const Role role : {Role::Cashier, Role::Supervisor, Role::Manager, Role::Administrator}) {
        const StaffClient till = house.tillOf(role);
        for (const auto& method : table.methods()) {
            if (!isOfOrganisers(method.path)) continue;
            ASSERT_TRUE(method.permission) << method.path;
            const auto grant = staff::grantOf(role, *method.permission);
            const std::string name = method.path.substr(std::string("/tessera.v1.").size());
            // An empty message: whoever is let in hears what is wrong with it.
            const std::string reason =
                till.ask(name, std::string(), {{"authorization", "Bearer " + till.session}}).reason;
            if (grant == staff::Grant::Never) {
                EXPECT_EQ(reason, "PERMISSION_MISSING") << name;
            } else if (grant == staff::Grant::WithApproval) {
                EXPECT_EQ(reason, "APPROVAL_NEEDED") << name;
            } else {
                EXPECT_TRUE(reason == "REQUEST_ID_INVALID" || reason == "INVALID_ID")
                    << name << ": " << reason;
            }
            ++asked;
        }
    }
    EXPECT_EQ(asked, 4 * 20);
}

v1::CreateVenueRequest venueRequest(const std::string& requestId) {
    v1::CreateVenueRequest request;
    request.set_request_id(requestId);
    request.set_name("Cellar");
    request.set_city("Linz");
    request.set_time_zone("Europe/Vienna");
    return request;
}

TEST(StaffSetupTest, AMutationOfASessionSaysWhoseItIs) {
    House& house = House::shared();
    const StaffClient till = house.tillOf(Role::Manager);
    v1::Venue made;
    ASSERT_EQ(till.ask("AdminService/CreateVenue", venueRequest(freshRequestId()), made), "");
    const auto deed = house.app.asked().mutation->deed;
    ASSERT_NE(deed, nullptr);
    EXPECT_NE(deed->by, StaffId{});
    EXPECT_EQ(deed->device, till.device.device);
}

TEST(StaffSetupTest, ARequestIdIsOneOfItsCallerAndBody) {
    House& house = House::shared();
    const StaffClient till = house.tillOf(Role::Manager);
    const std::string id = freshRequestId();
    const auto fingerprint = [&](const StaffClient& by, const v1::CreateVenueRequest& request) {
        v1::Venue made;
        EXPECT_EQ(by.ask("AdminService/CreateVenue", request, made), "");
        return house.app.asked().mutation->fingerprint;
    };
    const auto first = fingerprint(till, venueRequest(id));
    EXPECT_EQ(fingerprint(till, venueRequest(id)), first);
    auto other = venueRequest(id);
    other.set_city("Wels");
    EXPECT_NE(fingerprint(till, other), first);
    EXPECT_NE(fingerprint(house.tillOf(Role::Manager), venueRequest(id)), first);
    EXPECT_EQ(till.ask("AdminService/CreateVenue", venueRequest("7")).reason, "REQUEST_ID_INVALID");
}

std::string said(const StaffGate& gate, const std::string& version) {
    Presented presented;
    presented.appVersion = version;
    const auto problem = gate.tooOld(presented);
    if (!problem) return "let in";
    return problem->reason + " " + problem->metadata.at(0).first + " " +
           problem->metadata.at(0).second;
}

TEST(StaffSetupTest, AnAppBelowTheLeastVersionIsToldSo) {
    House& house = House::shared();
    StaffGate gate(*house.desk, house.app);
    gate.demand("1.4.0");
    const std::string old = "APP_TOO_OLD version_min 1.4.0";
    EXPECT_EQ(said(gate, "boxoffice/1.4.0"), "let in");
    EXPECT_EQ(said(gate, "boxoffice/1.10"), "let in");
    EXPECT_EQ(said(gate, "boxoffice/2"), "let in");
    EXPECT_EQ(said(gate, "boxoffice/1.3.99"), old);
    for (const char* const nothing : {"", "boxoffice", "/1.4.0", "boxoffice/", "boxoffice/1..5",
                                      "boxoffice/1.4.0.1", "boxoffice/x", "boxoffice/9999999999"}) {
        EXPECT_EQ(said(gate, nothing), old) << nothing;
    }
    const StaffGate open(*house.desk, house.app);
    for (const char* const any : {"", "boxoffice", "boxoffice/0.0.1"}) {
        EXPECT_EQ(said(open, any), "let in") << any;
    }
}

TEST(StaffSetupTest, ASessionIsToldTheServersVersion) {
    House& house = House::shared();
    const StaffClient till = house.tillOf(Role::Cashier);
    v1::StaffSession session;
    ASSERT_EQ(till.ask("StaffService/GetSession", v1::GetSessionRequest(), session), "");
    EXPECT_EQ(session.server_version(), TESSERA_VERSION);
}

}  // namespace
}  // namespace tessera::api::test
