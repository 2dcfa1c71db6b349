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
    CLI::App* audit = app.add_subcommand("audit", "the trail of what staff did");
    audit->require_subcommand(1);
    CLI::App* verify = audit->add_subcommand(
        "verify", "judges every chain and prints its end, to be kept somewhere else");
    verify->add_option("--known", knownFile_, "ends that an earlier run has printed");
    verify_ = verify;
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

std::optional<int> StaffCommands::run(const std::string& database) {
    const bool mine = add_->parsed() || list_->parsed() || verify_->parsed();
    if (!mine) return std::nullopt;
    if (database.empty()) return fail("--database is missing");
    const auto rows = store::makePostgresStaff(database, 1);
    if (*verify_) return verify(*rows);
    if (*list_) return codeOf(listStaff(*rows, std::cout));
    return codeOf(addStaff(*rows, staff_, wallClock(), std::cout));
}

}  // namespace tessera::admin
