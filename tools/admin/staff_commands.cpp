// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/staff_commands.h"

#include <cstdio>
#include <fstream>
#include <iostream>

#include "tools/admin/wall_clock.h"

namespace tessera::admin {
namespace {

int fail(const std::string& what) {
    std::fprintf(stderr, "tessera-admin: %s\n", what.c_str());
    return 1;
}

int codeOf(const Status& done) {
    return done ? 0 : fail(done.error().message);
}

}  // namespace

StaffCommands::StaffCommands(CLI::App& app) {
    CLI::App* staff = app.add_subcommand("staff", "accounts of staff");
    staff->require_subcommand(1);
    CLI::App* add = staff->add_subcommand("add", "prints the new account's password, once");
    add->add_option("--login", staff_.login, "2 to 40 of a-z, 0-9, '.', '_', '-'")->required();
    add->add_option("--name", staff_.name, "as others see it")->required();
    add->add_option("--role", staff_.role, "cashier, supervisor, manager or administrator")
        ->capture_default_str();
    add_ = add;
    list_ = staff->add_subcommand("list", "a line for each account");
    describeDevices(app);
    CLI::App* audit = app.add_subcommand("audit", "the trail of what staff did");
    audit->require_subcommand(1);
    CLI::App* verify = audit->add_subcommand(
        "verify", "judges every chain and prints its end, to be kept somewhere else");
    verify->add_option("--known", knownFile_, "ends that an earlier run has printed");
    verify_ = verify;
}

void StaffCommands::describeDevices(CLI::App& app) {
    CLI::App* devices = app.add_subcommand("devices", "machines of staff");
    devices->require_subcommand(1);
    CLI::App* code = devices->add_subcommand(
        "code", "adds a device and prints the code that enrols it, once; good for ten minutes");
    code->add_option("--name", deviceName_, "as staff sees it")->required();
    code_ = code;
    devices_ = devices->add_subcommand("list", "a line for each device");
    CLI::App* authority = devices->add_subcommand(
        "authority", "the authority's and the staff port's keys and certificates, where missing");
    authority->add_option("--folder", files_.folder, "where they are kept")->required();
    authority->add_option("--host", files_.hosts, "by which devices reach the server")->required();
    authority->add_option("--house", files_.house, "as the authority is called")
        ->capture_default_str();
    authority->add_flag("--renew", files_.renew, "the staff port's certificate anew");
    authority_ = authority;
}

int StaffCommands::verify(store::StaffRows& rows) const {
    TrailEnds known;
    if (!knownFile_.empty()) {
        std::ifstream in(knownFile_);
        if (!in) return fail("cannot read " + knownFile_);
        auto read = readEnds(in);
        if (!read) return fail(knownFile_ + ": " + read.error().message);
        known = std::move(*read);
    }
    const auto report = verifyTrail(rows, known);
    if (!report) return fail(report.error().message);
    printEnds(report->ends, std::cout);
    for (const std::string& finding : report->findings) {
        std::fprintf(stderr, "%s\n", finding.c_str());
    }
    std::fprintf(stderr, "%zu findings over %lld rows in %zu chains, %zu known ends\n",
                 report->findings.size(), static_cast<long long>(report->rows), report->ends.size(),
                 known.size());
    return report->findings.empty() ? 0 : 1;
}

Status StaffCommands::runOn(store::StaffRows& rows) const {
    if (*list_) return listStaff(rows, std::cout);
    const auto now = rows.databaseNow();
    if (!now) return tl::make_unexpected(now.error());
    if (*code_) return makeDeviceCode(rows, deviceName_, *now, std::cout);
    if (*devices_) return listDevices(rows, *now, std::cout);
    return addStaff(rows, staff_, *now, std::cout);
}

std::optional<int> StaffCommands::run(const std::string& database) {
    if (*authority_) return codeOf(makeStaffPortFiles(files_, wallClock()));
    const bool mine = add_->parsed() || list_->parsed() || verify_->parsed() || code_->parsed() ||
                      devices_->parsed();
    if (!mine) return std::nullopt;
    if (database.empty()) return fail("--database is missing");
    const auto rows = store::makePostgresStaff(database, 1);
    return *verify_ ? verify(*rows) : codeOf(runOn(*rows));
}

}  // namespace tessera::admin
