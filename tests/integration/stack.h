// SPDX-License-Identifier: Apache-2.0
// A whole Tessera of a test's own: database, payment sandbox, server, on free ports and own
// folders.
//
// Ends with the object, each process by its own pid. start, kill9 and restart are for the thread
// that made the stack; the rest may be read by any thread while they do not run.
#pragma once

#include <poll.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/private_postgres.h"
#include "tests/support/temp_dir.h"

namespace tessera::integration {

using Millis = std::chrono::milliseconds;

// Whether `condition` became true before `limit` had passed; asked at most 100 times a second.
template <class Condition>
bool eventually(Condition condition, Millis limit = Millis(20'000)) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        ::poll(nullptr, 0, 10);
    }
    return true;
}

// Where a server listens.
struct Ports {
    std::uint16_t http = 0;
    std::uint16_t grpc = 0;
    std::uint16_t staff = 0;  // 0: there is no such port.
};

struct StackOptions {
    // The server's program: a name among Tessera's own, or a path. Another one than it was built
    // with where a test wants a server that is wrong somewhere.
    std::string server = "tessera-server";
    std::vector<std::string> sandbox{};  // More flags of the payment sandbox.
    bool readers = false;                // Cards are taken at terminals, too.
    bool staff = false;                  // The first server has a staff port.
    std::string mail{};                  // `mail` of each server's configuration; empty: none.
};

class Stack {
public:
    // The stack that the tests of one program share. Started by the first that asks, with these
    // options: who wants others changes them before, while no thread runs yet.
    static Stack& shared();
    static StackOptions& sharedOptions();

    // Aborts with the reason if something does not start.
    explicit Stack(StackOptions options = {});
    ~Stack();
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;

    // kill -9 of the server; then nothing listens until startServer().
    void killServer();
    // On the same HTTP port; the gRPC port may change.
    void startServer();
    // SIGTERM and the wait for its end; its exit code.
    int stopServer();

    // Another server on the same database and provider, with a name and ports of its own.
    struct Node {
        std::unique_ptr<test::ChildProcess> process;
        Ports ports;
    };
    Node startNode(const std::string& name) const;

    Ports ports() const { return {httpPort_, grpcPort_, staffPort_}; }
    // Of a stack with a staff port: the certificate that its devices trust.
    std::string authorityPem() const;
    // What sessions and approvals are signed with, in hex.
    std::string holderTokenKey() const;
    std::uint16_t httpPort() const { return httpPort_; }
    std::uint16_t grpcPort() const { return grpcPort_; }
    std::uint16_t paysimPort() const { return paysimPort_; }
    int serverPid() const { return server_->pid(); }
    // For a shell: starts the server again as it was, and writes its process id to `pidFile`. Who
    // runs it ends that process.
    std::string restartCommand(const std::string& pidFile) const;
    bool serverRuns() { return server_->running(); }

    // A key with these scopes, made by tessera-admin.
    std::string makeKey(const std::string& name, const std::vector<std::string>& scopes) const;
    // A key with all admin scopes.
    const std::string& adminKey() const { return adminKey_; }
    // What psql prints, tuples only.
    std::string psql(const std::string& sql) const;
    // The text of the file that tickets are signed with.
    std::string ticketSecret() const;
    std::string serverOutput() const;
    // libpq conninfo of the stack's database, and the file that the sandbox keeps its books in: for
    // programs that look at both from outside.
    std::string conninfo() const { return database_->conninfo(); }
    std::string ledgerFile() const { return dir_ / "paysim.ledger"; }
    // A file of the stack's folder that only its user can read; its path.
    std::string writeFile(const std::string& name, const std::string& contents) const;
    // Runs one of Tessera's own programs in the stack's folder; its output and exit code.
    struct Ran {
        int code = -1;
        std::string output{};
    };
    Ran runProgram(const std::string& name, const std::vector<std::string>& arguments,
                   Millis limit) const;
    // The lines of the sandbox's ledger that are whole.
    std::vector<std::string> ledger() const;

private:
    void writeSecrets();
    void makeStaffCertificates() const;
    void startPaysim();
    void writeConfig(const std::string& name, std::uint16_t httpPort) const;
    Node runServer(const std::string& name) const;

    const StackOptions options_;
    test::TempDir dir_{"stack"};
    std::unique_ptr<test::PrivatePostgres> database_;
    std::unique_ptr<test::ChildProcess> paysim_;
    std::unique_ptr<test::ChildProcess> server_;
    std::uint16_t httpPort_ = 0;
    std::uint16_t grpcPort_ = 0;
    std::uint16_t staffPort_ = 0;
    std::uint16_t paysimPort_ = 0;
    std::string adminKey_;
};

}  // namespace tessera::integration
