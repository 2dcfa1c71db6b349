// SPDX-License-Identifier: Apache-2.0
// How a machine becomes a device of the house, and ends being one, over real TLS.
#include <grpcpp/generic/generic_stub.h>

#include <cctype>
#include <future>
#include <latch>
#include <thread>

#include "server/api/openapi.h"
#include "server/app/staff/totp.h"
#include "tests/api/staff_house.h"

namespace tessera::api::test {
namespace {

class StaffEnrolTest : public testing::Test {
protected:
    static v1::EnrolRequest request(const std::string& code, const std::string& csr) {
        v1::EnrolRequest out;
        out.set_code(code);
        out.set_csr(csr);
        return out;
    }
    std::string enrol(const std::string& code, const std::string& csr) {
        return house.stranger().ask("DeviceService/Enrol", request(code, csr)).reason;
    }
    static v1::SignInRequest nobody() {
        v1::SignInRequest out;
        out.set_login("nobody");
        out.set_password("nothing");
        return out;
    }

    // What an empty message is answered there.
    static grpc::StatusCode codeOf(const std::shared_ptr<grpc::Channel>& channel,
                                   const char* method) {
        grpc::GenericStub stub(channel);
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
        grpc::CompletionQueue queue;
        grpc::Slice none;
        const grpc::ByteBuffer request(&none, 1);
        auto reader = stub.PrepareUnaryCall(&context, method, request, &queue);
        reader->StartCall();
        grpc::ByteBuffer response;
        grpc::Status status;
        reader->Finish(&response, &status, nullptr);
        void* tag = nullptr;
        bool ok = false;
        EXPECT_TRUE(queue.Next(&tag, &ok));
        return status.error_code();
    }

    House& house = House::shared();
    const tessera::test::DeviceKey key = tessera::test::makeDeviceKey();
};

TEST_F(StaffEnrolTest, AOneTimeCodeYieldsACertificateThatIsTakenAndIsUsedUp) {
    std::string code = house.freshCode(house.now());
    for (char& c : code) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    code.insert(13, " - ");  // As somebody types it.
    v1::EnrolResponse made;
    ASSERT_EQ(house.stranger().ask("DeviceService/Enrol", request(code, key.requestPem), made), "");
    EXPECT_EQ(made.authority(), house.authorityPem());
    const StaffClient till(house.edges->staffPort(),
                           {made.authority(), key.keyPem, made.certificate()});
    EXPECT_EQ(till.ask("StaffService/SignIn", nobody()).reason, "SIGN_IN_WRONG");
    EXPECT_EQ(enrol(code, key.requestPem), "DEVICE_CODE_INVALID");
}

TEST_F(StaffEnrolTest, ACodeThatIsOverOrWrongEnrolsNothing) {
    const std::string over = house.freshCode(house.now() - staff::kCodeLasts);
    EXPECT_EQ(enrol(over, key.requestPem), "DEVICE_CODE_OVER");
    EXPECT_EQ(enrol(staff::toBase32(std::string(16, 'x')), key.requestPem), "DEVICE_CODE_INVALID");
    EXPECT_EQ(enrol("nonsense!", key.requestPem), "DEVICE_CODE_INVALID");
    EXPECT_EQ(enrol("", key.requestPem), "INVALID_FIELD");
    EXPECT_EQ(enrol(std::string(61, 'A'), key.requestPem), "INVALID_FIELD");
}

TEST_F(StaffEnrolTest, ARequestThatIsNoneIsRefusedByItsFieldAndLeavesTheCode) {
    const std::string code = house.freshCode(house.now());
    for (const std::string& bad : {std::string("nothing"), house.authorityPem(),
                                   std::string(staff::kRequestBytesMax + 1, 'x')}) {
        const Said said = house.stranger().ask("DeviceService/Enrol", request(code, bad));
        EXPECT_EQ(said.reason, "INVALID_FIELD");
        EXPECT_EQ(said.field, "csr");
    }
    EXPECT_EQ(enrol(code, key.requestPem), "");
}

TEST_F(StaffEnrolTest, OfTwoWhoUseOneCodeAtOnceOneIsEnrolled) {
    const std::string code = house.freshCode(house.now());
    std::array<std::string, 2> reasons;
    std::vector<std::thread> threads;
    for (std::string& reason : reasons) {
        threads.emplace_back([&] {
            do {
                reason = enrol(code, key.requestPem);
            } while (reason == "OVERLOADED");
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::ranges::sort(reasons);
    EXPECT_EQ(reasons[0], "");
    EXPECT_TRUE(reasons[1] == "CHANGED_MEANWHILE" || reasons[1] == "DEVICE_CODE_INVALID")
        << reasons[1];
}

// Strangers may ask this: what they send is small, and one at a time waits for a thread.
TEST_F(StaffEnrolTest, WhileOneIsBeingEnrolledTheNextIsToldToWaitAtOnce) {
    const std::string code = house.freshCode(house.now());
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
    auto first = std::async(std::launch::async, [&] { return enrol(code, key.requestPem); });
    EXPECT_TRUE(house.waitsToBlock());
    EXPECT_EQ(enrol(code, key.requestPem), "OVERLOADED");
    go.set_value();
    EXPECT_EQ(first.get(), "");
    EXPECT_EQ(enrol(std::string(16'384, 'A'), key.requestPem), "BODY_TOO_LARGE");
    EXPECT_EQ(enrol(std::string(61, 'A'), key.requestPem), "INVALID_FIELD");
}

TEST_F(StaffEnrolTest, WithoutACertificateNothingButEnrolIsServed) {
    StaffClient stranger = house.stranger();
    EXPECT_EQ(stranger.ask("StaffService/SignIn", nobody()).reason, "DEVICE_CERTIFICATE_MISSING");
    stranger.session = house.tillOf(staff::Role::Administrator).session;
    EXPECT_EQ(stranger.ask("StaffService/ListStaff", v1::ListStaffRequest()).reason,
              "DEVICE_CERTIFICATE_MISSING");
    EXPECT_EQ(stranger.ask("CatalogService/ListEvents", v1::GetSessionRequest()).reason,
              "DEVICE_CERTIFICATE_MISSING");
}

TEST_F(StaffEnrolTest, ACertificateOfAnotherHousesAuthorityEndsTheHandshake) {
    const auto other = staff::DeviceAuthority::open(*staff::makeAuthority("A house", house.now()));
    const StaffClient till = house.till();
    const auto theirs = (*other)->issue(key.requestPem, till.device.device, house.now());
    const StaffClient thief(house.edges->staffPort(),
                            {house.authorityPem(), key.keyPem, theirs->pem});
    const Said said = thief.ask("StaffService/SignIn", nobody());
    EXPECT_EQ(said.reason, "TRANSPORT");
    EXPECT_EQ(said.status, grpc::StatusCode::UNAVAILABLE);
    // And a server of another authority is none of ours.
    const StaffClient wary(house.edges->staffPort(), {(*other)->certificatePem(), "", ""});
    EXPECT_EQ(wary.ask("DeviceService/Enrol", request("A", "A")).reason, "TRANSPORT");
}

TEST_F(StaffEnrolTest, ADeviceThatIsEnrolledAnewLosesItsFormerCertificate) {
    const StaffClient till = house.till();
    const StaffClient admin = house.tillOf(staff::Role::Administrator);
    v1::CreateDeviceCodeRequest wish;
    wish.set_device(encodePublicId(till.device.device.value));
    wish.set_version(house.device(till.device.device).version);
    v1::DeviceCode code;
    ASSERT_EQ(admin.ask("StaffService/CreateDeviceCode", wish, code), "");
    EXPECT_EQ(till.ask("StaffService/SignIn", nobody()).reason, "SIGN_IN_WRONG");
    v1::EnrolResponse made;
    ASSERT_EQ(
        house.stranger().ask("DeviceService/Enrol", request(code.code(), key.requestPem), made),
        "");
    EXPECT_EQ(made.device(), wish.device());
    EXPECT_EQ(till.ask("StaffService/SignIn", nobody()).reason, "DEVICE_UNKNOWN");
}

TEST_F(StaffEnrolTest, ADeviceThatIsTakenOutOfUseIsOutForGood) {
    StaffClient till = house.tillOf(staff::Role::Cashier);
    const StaffClient admin = house.tillOf(staff::Role::Administrator);
    v1::RevokeDeviceRequest wish;
    wish.set_device(encodePublicId(till.device.device.value));
    wish.set_version(house.device(till.device.device).version - 1);
    wish.set_reason("stolen");
    EXPECT_EQ(admin.ask("StaffService/RevokeDevice", wish).reason, "CHANGED_MEANWHILE");
    wish.set_version(wish.version() + 1);
    v1::Device device;
    ASSERT_EQ(admin.ask("StaffService/RevokeDevice", wish, device), "");
    EXPECT_EQ(device.state(), v1::Device::REVOKED);
    EXPECT_EQ(till.ask("StaffService/GetSession", v1::GetSessionRequest()).reason, "DEVICE_OVER");
    v1::CreateDeviceCodeRequest again;
    again.set_device(wish.device());
    again.set_version(device.version());
    EXPECT_EQ(admin.ask("StaffService/CreateDeviceCode", again).reason, "DEVICE_OVER");
    again.set_device("nonsense");
    EXPECT_EQ(admin.ask("StaffService/CreateDeviceCode", again).reason, "INVALID_ID");
    again.set_device(encodePublicId(12345));
    EXPECT_EQ(admin.ask("StaffService/CreateDeviceCode", again).reason, "DEVICE_NOT_FOUND");
}

// A port that describes itself told strangers without a certificate what staff can ask.
TEST_F(StaffEnrolTest, TheStaffPortDescribesItselfToNobody) {
    const StaffClient stranger = house.stranger();
    const auto open = grpc::CreateChannel("127.0.0.1:" + std::to_string(house.edges->grpcPort()),
                                          grpc::InsecureChannelCredentials());
    const char* const reflection = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
    EXPECT_EQ(codeOf(stranger.channel(), reflection), grpc::StatusCode::UNIMPLEMENTED);
    EXPECT_NE(codeOf(open, reflection), grpc::StatusCode::UNIMPLEMENTED);
    // Said in docs/operations/staff.md: whether it serves is for anybody to know.
    EXPECT_EQ(codeOf(stranger.channel(), "/grpc.health.v1.Health/Check"), grpc::StatusCode::OK);
}

TEST_F(StaffEnrolTest, ThePublicEdgesDoNotKnowStaffAndTheStaffPortNotTheirWallets) {
    const auto channel = grpc::CreateChannel("127.0.0.1:" + std::to_string(house.edges->grpcPort()),
                                             grpc::InsecureChannelCredentials());
    for (const char* const method :
         {"/tessera.v1.StaffService/SignIn", "/tessera.v1.DeviceService/Enrol"}) {
        EXPECT_EQ(codeOf(channel, method), grpc::StatusCode::UNIMPLEMENTED) << method;
    }
    const std::string document = openApiDocument();
    for (const char* const word :
         {"StaffService", "DeviceService", "DeskService", "SignIn", "otpauth"}) {
        EXPECT_EQ(document.find(word), std::string::npos) << word;
    }
    const StaffClient admin = house.tillOf(staff::Role::Administrator);
    EXPECT_EQ(admin.ask("OrderService/GetWallets", v1::GetSessionRequest()).status,
              grpc::StatusCode::UNIMPLEMENTED);
}

}  // namespace
}  // namespace tessera::api::test
