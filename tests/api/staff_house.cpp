// SPDX-License-Identifier: Apache-2.0
#include "tests/api/staff_house.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>
#include <grpcpp/generic/generic_stub.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

#include "server/runtime/api_key.h"
#include "server/runtime/secrets.h"
#include "server/store/migrator.h"
#include "shared/base/check.h"

namespace tessera::api::test {
namespace {

namespace fs = std::filesystem;

constexpr auto kCallLimit = std::chrono::seconds(20);

// OpenSSL judges certificates by the machine's clock.
std::int64_t wallMicros() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void writeFile(const fs::path& path, std::string_view text) {
    std::ofstream(path) << text;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

Said saidOf(const grpc::Status& status, const grpc::ByteBuffer& bytes) {
    Said said;
    said.status = status.error_code();
    if (status.ok()) {
        grpc::Slice slice;
        if (bytes.Valid() && bytes.DumpToSingleSlice(&slice).ok()) {
            said.bytes.assign(reinterpret_cast<const char*>(slice.begin()), slice.size());
        }
        return said;
    }
    said.reason = "TRANSPORT";
    google::rpc::Status details;
    google::rpc::ErrorInfo info;
    details.ParseFromString(status.error_details());
    for (const auto& any : details.details()) {
        said.retry |= any.Is<google::rpc::RetryInfo>();
        if (!any.UnpackTo(&info)) continue;
        said.reason = info.reason();
        const auto field = info.metadata().find("field");
        if (field != info.metadata().end()) said.field = field->second;
    }
    return said;
}

}  // namespace

StaffClient::StaffClient(std::uint16_t port, const Tls& tls) {
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = tls.authority;
    options.pem_private_key = tls.key;
    options.pem_cert_chain = tls.certificate;
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);  // A connection of its own.
    channel_ = grpc::CreateCustomChannel("127.0.0.1:" + std::to_string(port),
                                         grpc::SslCredentials(options), arguments);
}

Said StaffClient::ask(const std::string& method, const std::string& bytes,
                      const Metadata& metadata) const {
    grpc::GenericStub stub(channel_);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + kCallLimit);
    for (const auto& [key, value] : metadata) context.AddMetadata(key, value);
    const grpc::Slice slice(bytes);
    const grpc::ByteBuffer request(&slice, 1);
    grpc::ByteBuffer response;
    std::promise<grpc::Status> done;
    stub.UnaryCall(&context, "/tessera.v1." + method, grpc::StubOptions(), &request, &response,
                   [&](grpc::Status status) { done.set_value(std::move(status)); });
    return saidOf(done.get_future().get(), response);
}

Said StaffClient::ask(const std::string& method, const google::protobuf::Message& request) const {
    Metadata metadata;
    if (!session.empty()) metadata.emplace_back("authorization", "Bearer " + session);
    if (!approval.empty()) metadata.emplace_back("x-approval", approval);
    return ask(method, request.SerializeAsString(), metadata);
}

std::string StaffClient::ask(const std::string& method, const google::protobuf::Message& request,
                             google::protobuf::Message& answer) const {
    const Said said = ask(method, request);
    if (said.reason.empty()) {
        EXPECT_TRUE(answer.ParseFromString(said.bytes)) << method;
    }
    return said.reason;
}

std::string freshRequestId() {
    RequestId id;
    runtime::fillRandom(id.bytes);
    id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0F));
    id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3F));
    return toString(id);
}

House& House::shared() {
    static House house;
    return house;
}

House::House()
    : cluster(tessera::test::PrivatePostgres::startOrDie()),
      log(runtime::Log::toSink({},
                               [this](std::string_view line) {
                                   const std::lock_guard lock(logMutex);
                                   logText.append(line).append("\n");
                               })),
      encoder(std::make_shared<SeatMapEncoder>([] { return Instant{1'767'225'600'000'000}; })),
      app(encoder),
      providers(std::vector<std::shared_ptr<payments::Provider>>{}) {
    app.micros = wallMicros();
    TESSERA_CHECK(store::migrate(cluster->conninfo()).has_value());
    rows = store::makePostgresStaff(cluster->conninfo(), 2);
    faulty = std::make_unique<tessera::test::FaultyRows>(*rows);
    const runtime::GrpcConfig grpc = makeFiles();
    desk = std::make_unique<staff::Desk>(*faulty, tokenKey, hashing);
    office = std::make_unique<staff::Office>(*faulty, authority.get(), hashing);
    auto started = startEdges({}, grpc,
                              {app,
                               providers,
                               inbox,
                               *encoder,
                               blocking,
                               timers,
                               clock,
                               metrics,
                               *log,
                               wallets,
                               {},
                               StaffParts{*desk, *office}});
    TESSERA_CHECK(started.has_value());
    edges = std::move(*started);
}

House::~House() {
    edges->stop();
    blocking.stop();
    timers.stop();
}

runtime::GrpcConfig House::makeFiles() {
    const auto files = staff::makeAuthority("A house", now());
    authority = std::move(*staff::DeviceAuthority::open(*files));
    const auto own = authority->issueForServer({"localhost", "127.0.0.1"}, now());
    TESSERA_CHECK(own.has_value());
    runtime::GrpcConfig grpc;
    grpc.staff.address = "127.0.0.1";
    grpc.staff.certFile = folder / "staff.crt";
    grpc.staff.keyFile = folder / "staff.key";
    writeFile(grpc.staff.certFile, own->certificatePem);
    writeFile(grpc.staff.keyFile, own->keyPem.reveal());
    return grpc;
}

std::string House::freshCode(Instant madeAt) {
    const auto made =
        office->makeCode({{}, 0, "Till " + std::to_string(++made_)}, {{}, {}, madeAt});
    EXPECT_EQ(made->outcome, staff::OfficeOutcome::Done);
    return made->value.code;
}

StaffClient House::till(const std::string& name) {
    const auto code = office->makeCode({{}, 0, name}, {{}, {}, now()});
    const auto key = tessera::test::makeDeviceKey();
    const auto enrolled = office->enrol(code->value.code, key.requestPem, now());
    EXPECT_EQ(enrolled->outcome, staff::OfficeOutcome::Done);
    EXPECT_TRUE(desk->refresh());
    StaffClient client(edges->staffPort(),
                       {authorityPem(), key.keyPem, enrolled->value.certificatePem});
    client.device = {enrolled->value.row.id, enrolled->value.row.serial};
    return client;
}

StaffClient House::tillOf(staff::Role role) {
    StaffClient client = till();
    client.session = sessionOf(person(role).id, client.device.device);
    return client;
}

store::StaffRow House::person(staff::Role role) {
    static const std::string passwordHash = runtime::hashApiKey(kPassword);
    static const std::string pinHash = runtime::hashApiKey(kPin);
    store::StaffRow row;
    row.id = StaffId{staff::freshId()};
    row.login = "person-" + std::to_string(++made_);
    row.name = "Somebody";
    row.role = static_cast<std::int16_t>(role);
    row.passwordHash = passwordHash;
    row.pinHash = pinHash;
    row.createdAt = now();
    store::TrailRow what;
    what.at = now();
    what.action = "test";
    EXPECT_EQ(rows->add(row, what), store::StaffOutcome::Done);
    EXPECT_TRUE(desk->refresh());
    return row;
}

std::string House::sessionOf(StaffId who, DeviceId where) {
    // Each another one: that somebody signs out of one says nothing about the next.
    const Instant at{now().micros - ++made_};
    return staff::signSession({who, where, at, account(who).version}, tokenKey);
}

store::StaffRow House::account(StaffId id) {
    const auto all = rows->readStaff();
    for (const auto& row : *all) {
        if (row.id == id) return row;
    }
    ADD_FAILURE() << "no such account";
    return {};
}

store::DeviceRow House::device(DeviceId id) {
    const auto all = rows->readDevices();
    for (const auto& row : *all) {
        if (row.id == id) return row;
    }
    ADD_FAILURE() << "no such device";
    return {};
}

bool House::waitsToBlock() const {
    const auto until = std::chrono::steady_clock::now() + kCallLimit;
    while (blocking.load().queued == 0) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::yield();
    }
    return true;
}

std::string House::logged() {
    log->flush();
    const std::lock_guard lock(logMutex);
    return logText;
}

}  // namespace tessera::api::test
