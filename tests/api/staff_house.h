// SPDX-License-Identifier: Apache-2.0
// A house with a staff port: real TLS, a real database for accounts, devices and the trail, and a
// FakeApp for what is sold.
//
// One for all tests of the program; each test makes the people and devices that it needs. Clients
// may be used by any thread.
#pragma once

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <string>

#include "server/api/server_edges.h"
#include "server/app/staff/desk.h"
#include "server/app/staff/office.h"
#include "server/runtime/thread_pool.h"
#include "tessera/v1/device_service.pb.h"
#include "tessera/v1/staff_service.pb.h"
#include "tests/api/fake_app.h"
#include "tests/api/fake_inbox.h"
#include "tests/staff/device_key.h"
#include "tests/staff/faulty_rows.h"
#include "tests/support/private_postgres.h"
#include "tests/support/temp_dir.h"

namespace tessera::api::test {

using Metadata = std::vector<std::pair<std::string, std::string>>;

// What a call was answered: `reason` empty and the message's bytes, or why not; TRANSPORT where no
// server of ours has spoken.
struct Said {
    int status = 0;
    std::string reason;
    std::string field;
    bool retry = false;  // Told when to try again.
    std::string bytes;
};

// One client's connection to a port.
class StaffClient {
public:
    struct Tls {
        std::string authority;
        std::string key;  // Both empty: it shows no certificate.
        std::string certificate;
    };
    StaffClient(std::uint16_t port, const Tls& tls);

    // `method`: "StaffService/SignIn".
    Said ask(const std::string& method, const std::string& bytes, const Metadata& metadata) const;
    Said ask(const std::string& method, const google::protobuf::Message& request) const;
    // The reason; `answer` is filled where it is empty.
    std::string ask(const std::string& method, const google::protobuf::Message& request,
                    google::protobuf::Message& answer) const;

    std::string session;   // Sent where it is there.
    std::string approval;  // The same.
    staff::DeviceName device;
    const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }

private:
    std::shared_ptr<grpc::Channel> channel_;
};

inline const std::string kPassword = "correct horse battery";
inline const std::string kPin = "2580";

// A UUID of version 7.
std::string freshRequestId();

class House {
public:
    static House& shared();

    Instant now() const { return app.serverTime(); }
    // A device that is enrolled, and a connection that shows its certificate.
    StaffClient till(const std::string& name = "Till");
    // The same, and somebody of that role signed in: without Argon2, by a session of our own
    // making.
    StaffClient tillOf(staff::Role role);
    StaffClient stranger() { return StaffClient(edges->staffPort(), {authorityPem(), "", ""}); }
    // An account with kPassword and kPin.
    store::StaffRow person(staff::Role role);
    std::string sessionOf(StaffId who, DeviceId where);
    std::string freshCode(Instant madeAt);
    const std::string& authorityPem() const { return authority->certificatePem(); }
    // As the database has them.
    store::DeviceRow device(DeviceId id);
    store::StaffRow account(StaffId id);
    std::string logged();
    // True as soon as a task waits for one of `blocking`'s threads; false after twenty seconds.
    bool waitsToBlock() const;
    static constexpr std::size_t kBlockingThreads = 2;

    const std::string tokenKey = std::string(32, 'k');
    tessera::test::TempDir folder{"house"};
    std::unique_ptr<tessera::test::PrivatePostgres> cluster;
    std::unique_ptr<store::StaffRows> rows;
    std::unique_ptr<tessera::test::FaultyRows> faulty;  // The server's way to them.
    staff::Turns hashing{staff::kHashesAtOnce};
    std::unique_ptr<staff::DeviceAuthority> authority;
    std::unique_ptr<staff::Desk> desk;
    std::unique_ptr<staff::Office> office;
    runtime::SteadyClock clock;
    runtime::ThreadPool timers{{.threads = 1}, clock};
    runtime::ThreadPool blocking{{.threads = kBlockingThreads}, clock};
    runtime::Metrics metrics;
    std::mutex logMutex;
    std::string logText;
    std::unique_ptr<runtime::Log> log;
    std::shared_ptr<SeatMapEncoder> encoder;
    FakeApp app;
    payments::Providers providers;
    FakeInbox inbox;
    WalletSigners wallets;
    std::unique_ptr<Edges> edges;

private:
    House();
    ~House();
    runtime::GrpcConfig makeFiles();

    int made_ = 0;
};

}  // namespace tessera::api::test
