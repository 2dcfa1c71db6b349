// SPDX-License-Identifier: Apache-2.0
// A throw-away PostgreSQL 15 cluster of a test's own, with an empty database `tessera`.
//
// Made once by initdb into a template in the temporary folder, then copied. Runs as `postgres`
// where the test is root. Reached by a unix socket in its own folder and by TCP on a free port of
// the loopback. Ends with the object (and with the test's process). One thread at a time may call.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_dir.h"

namespace tessera::test {

struct PostgresOptions {
    // False: fsync, full_page_writes and synchronous_commit stay as they are but for fsync, which
    // is off: a test that kills the server's processes needs no disk, one that measures does.
    bool fsync = false;
    std::vector<std::string> settings;  // Lines of postgresql.conf; later ones win.
};

class PrivatePostgres {
public:
    static Result<std::unique_ptr<PrivatePostgres>> start(const PostgresOptions& options = {});
    // As start, but aborts with the reason.
    static std::unique_ptr<PrivatePostgres> startOrDie(const PostgresOptions& options = {});
    // Stops at once, as if the power failed, and removes everything.
    ~PrivatePostgres();
    PrivatePostgres(const PrivatePostgres&) = delete;
    PrivatePostgres& operator=(const PrivatePostgres&) = delete;

    // Of database `tessera` by the unix socket.
    std::string conninfo() const;
    std::string tcpConninfo() const;
    int port() const { return port_; }
    int pid() const { return server_->pid(); }
    const std::filesystem::path& dataDir() const { return data_; }

    // Kills the postmaster and every backend; then nothing answers until restart().
    void kill9();
    // Starts again after kill9, or stops fast first; the same port and folder.
    Status restart();
    // The server's log, for a failed test.
    std::string log() const { return server_->output(); }

    // Runs one SQL text by psql, unaligned, tuples only; an error is an error.
    Result<std::string> psql(const std::string& sql) const;

    // Programs of PostgreSQL 15, e.g. program("pgbench").
    static std::string program(const std::string& name);
    // Whom to run as: empty or `postgres`.
    static std::string user();

private:
    explicit PrivatePostgres(const PostgresOptions& options);
    Status copyTemplate();
    Status launch();

    PostgresOptions options_;
    TempDir dir_;
    std::filesystem::path data_;
    int port_ = 0;
    std::unique_ptr<ChildProcess> server_;
};

}  // namespace tessera::test
