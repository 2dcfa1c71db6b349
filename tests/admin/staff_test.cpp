// SPDX-License-Identifier: Apache-2.0
// The first account and the trail's judge from a shell, on a real database.
#include "tools/admin/staff.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

#include "server/runtime/api_key.h"
#include "server/store/migrator.h"
#include "shared/base/encoding.h"
#include "tests/support/private_postgres.h"
#include "tests/support/temp_dir.h"
#include "tools/admin/devices.h"

namespace tessera::admin {
namespace {

constexpr Instant kNow{1'800'000'000'000'000};

struct StaffTest : ::testing::Test {
    void SetUp() override { ASSERT_TRUE(store::migrate(cluster->conninfo())); }

    std::string add(const std::string& login, const std::string& role = "cashier") {
        std::ostringstream out;
        const auto added = addStaff(*rows, {login, "Ada Lovelace", role}, kNow, out);
        return added ? out.str() : added.error().message;
    }
    TrailReport verify(const TrailEnds& known = {}) {
        const auto report = verifyTrail(*rows, known);
        EXPECT_TRUE(report);
        return *report;
    }
    std::string psql(const std::string& text) { return cluster->psql(text).value(); }

    std::unique_ptr<test::PrivatePostgres> cluster = test::PrivatePostgres::startOrDie();
    std::unique_ptr<store::StaffRows> rows = store::makePostgresStaff(cluster->conninfo(), 1);
};

TEST_F(StaffTest, AnAccountsPasswordIsShownOnceAndOnlyItsHashIsKept) {
    std::string password = add("ada", "administrator");
    ASSERT_EQ(password.size(), 21U);
    password.pop_back();
    const auto all = rows->readStaff();
    ASSERT_EQ(all->size(), 1U);
    EXPECT_EQ(all->front().role, 4);
    EXPECT_TRUE(runtime::verifyApiKey(password, all->front().passwordHash));
    EXPECT_FALSE(runtime::verifyApiKey(password + "A", all->front().passwordHash));
    EXPECT_EQ(psql("SELECT count(*) FROM staff s, trail t WHERE strpos(s::text || t::text, '" +
                   password + "') > 0"),
              "0\n");
    EXPECT_NE(add("bea"), add("cem"));
    std::ostringstream list;
    ASSERT_TRUE(listStaff(*rows, list));
    EXPECT_NE(list.str().find("ada\tadministrator\tenabled\tAda Lovelace\n"), std::string::npos);
}

TEST_F(StaffTest, WhatIsNoAccountIsRefusedByItsFieldAndLeavesNothing) {
    EXPECT_EQ(add("ada").size(), 21U);
    EXPECT_EQ(add("ada"), "login: it is taken");
    for (const char* const login : {"", "a", "Ada", "-ada", "a b", "äda"}) {
        EXPECT_EQ(add(login).substr(0, 6), "login:") << login;
    }
    EXPECT_EQ(add(std::string(41, 'a')).substr(0, 6), "login:");
    EXPECT_EQ(add(std::string(40, 'a')).size(), 21U);
    EXPECT_EQ(add("bea", "boss").substr(0, 5), "role:");
    std::ostringstream out;
    EXPECT_FALSE(addStaff(*rows, {"bea", "", "cashier"}, kNow, out));
    EXPECT_FALSE(addStaff(*rows, {"bea", std::string(201, 'x'), "cashier"}, kNow, out));
    EXPECT_FALSE(addStaff(*rows, {"bea", "\xff", "cashier"}, kNow, out));
    EXPECT_TRUE(out.str().empty());
    EXPECT_EQ(psql("SELECT count(*) FROM staff"), "2\n");
    EXPECT_EQ(psql("SELECT count(*) FROM trail"), "2\n");
}

TEST_F(StaffTest, ATrailThatNobodyTouchedHasNoFindingsAndKeepsItsEnds) {
    for (const char* const login : {"ada", "bea", "cem"}) add(login);
    const TrailReport first = verify();
    EXPECT_EQ(first.rows, 3);
    EXPECT_TRUE(first.findings.empty());
    std::stringstream kept;
    printEnds(first.ends, kept);
    add("dan");
    const auto known = readEnds(kept);
    ASSERT_TRUE(known);
    const TrailReport second = verify(*known);
    EXPECT_EQ(second.rows, 4);
    EXPECT_TRUE(second.findings.empty());
}

TEST_F(StaffTest, ADevicesCodeIsShownOnceAndOnlyItsHashIsKept) {
    std::ostringstream out;
    ASSERT_TRUE(makeDeviceCode(*rows, "Till 1", kNow, out));
    const std::string code = out.str().substr(0, 26);
    EXPECT_EQ(out.str().size(), 27U);
    EXPECT_EQ(psql("SELECT count(*) FROM device d, trail t WHERE strpos(d::text || t::text, '" +
                   code + "') > 0"),
              "0\n");
    const auto device = rows->readDevices()->front();
    EXPECT_EQ(device.codeUntil, kNow + Duration::ofMinutes(10));
    std::ostringstream list;
    ASSERT_TRUE(listDevices(*rows, kNow, list));
    EXPECT_NE(list.str().find("\twaiting\tTill 1\n"), std::string::npos);
    const Status refused = makeDeviceCode(*rows, "", kNow, out);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.substr(0, 5), "name:");
    EXPECT_EQ(rows->readTrail({}, 0)->back().action, "add_device_code");
}

TEST_F(StaffTest, FilesOfTheStaffPortAreMadeOnceAndKeysAreTheirOwnersAlone) {
    const tessera::test::TempDir folder("authority");
    const auto contents = [&](const char* name) {
        std::ifstream in(folder / name);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    StaffPortFiles wish{folder.path(), "A house", {"till.example", "10.0.0.7", "::1"}};
    ASSERT_TRUE(makeStaffPortFiles(wish, kNow));
    using std::filesystem::perms;
    for (const char* const key : {"authority.key", "staff.key"}) {
        const auto mode = std::filesystem::status(folder / key).permissions();
        EXPECT_EQ(mode, perms::owner_read | perms::owner_write) << key;
    }
    const std::string authority = contents("authority.crt");
    const std::string own = contents("staff.crt");
    ASSERT_TRUE(makeStaffPortFiles(wish, kNow));
    EXPECT_EQ(contents("staff.crt"), own);
    std::filesystem::rename(folder / "authority.crt", folder / "elsewhere.crt");
    EXPECT_FALSE(makeStaffPortFiles(wish, kNow));
    std::filesystem::rename(folder / "elsewhere.crt", folder / "authority.crt");
    wish.renew = true;
    ASSERT_TRUE(makeStaffPortFiles(wish, kNow));
    EXPECT_NE(contents("staff.crt"), own);
    EXPECT_EQ(contents("authority.crt"), authority);
    for (const char* const host : {"", "a b", "a,DNS:evil", "ü"}) {
        wish.hosts = {host};
        EXPECT_FALSE(makeStaffPortFiles(wish, kNow)) << host;
    }
}

// A folder with a certificate whose key was lost, or that was over, was taken for a good one: the
// server did not start.
TEST_F(StaffTest, FilesOfTheServerThatCannotServeAreMadeAgainUnasked) {
    const tessera::test::TempDir folder("halves");
    const tessera::test::TempDir other("other");
    StaffPortFiles wish{folder.path(), "A house", {"till.example"}};
    StaffPortFiles theirs{other.path(), "Another", {"till.example"}};
    ASSERT_TRUE(makeStaffPortFiles(wish, kNow));
    ASSERT_TRUE(makeStaffPortFiles(theirs, kNow));
    const auto contents = [&](const char* name) {
        std::ifstream in(folder / name);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const std::string authority = contents("authority.crt") + contents("authority.key");
    // Whether both of the server's were made again, after what was done to them.
    const auto again = [&](const std::function<void()>& harm, Instant now) {
        const std::string key = contents("staff.key");
        const std::string certificate = contents("staff.crt");
        harm();
        EXPECT_TRUE(makeStaffPortFiles(wish, now));
        EXPECT_EQ(contents("authority.crt") + contents("authority.key"), authority);
        return contents("staff.key") != key && contents("staff.crt") != certificate;
    };
    const auto copied = [&](const char* name) {
        std::filesystem::copy_file(other / name, folder / name,
                                   std::filesystem::copy_options::overwrite_existing);
    };
    EXPECT_FALSE(again([] {}, kNow));
    EXPECT_TRUE(again([&] { std::filesystem::remove(folder / "staff.key"); }, kNow));
    EXPECT_TRUE(again([&] { std::filesystem::remove(folder / "staff.crt"); }, kNow));
    EXPECT_TRUE(again([&] { copied("staff.key"); }, kNow));
    EXPECT_TRUE(again([&] { copied("staff.crt"); }, kNow));
    EXPECT_TRUE(again([&] { copied("staff.key"), copied("staff.crt"); }, kNow));
    const Instant last = kNow + Duration::ofMinutes(400 * 24 * 60);
    EXPECT_FALSE(again([] {}, last - Duration::ofSeconds(1)));
    EXPECT_TRUE(again([] {}, last));
    std::filesystem::remove(folder / "authority.key");
    EXPECT_FALSE(makeStaffPortFiles(wish, kNow));
    EXPECT_EQ(contents("authority.crt"), authority.substr(0, contents("authority.crt").size()));
}

// Negative control.
TEST_F(StaffTest, WhateverIsDoneToTheTrailBehindItsBackIsFound) {
    for (const char* const login : {"ada", "bea", "cem"}) add(login);
    const TrailEnds known = verify().ends;
    psql("UPDATE trail SET reason = 'nothing' WHERE number = 2");
    EXPECT_EQ(verify().findings, std::vector<std::string>{"chain 0, row 2 was changed"});
    psql("UPDATE trail SET reason = 'from a shell, as cashier' WHERE number = 2");
    EXPECT_TRUE(verify().findings.empty());
    // The end cut off: only who kept it knows.
    psql("DELETE FROM trail WHERE number = 3");
    EXPECT_TRUE(verify().findings.empty());
    EXPECT_EQ(verify(known).findings.size(), 1U);
    psql("DELETE FROM trail");
    EXPECT_EQ(verify(known).findings, std::vector<std::string>{"chain 0 is gone"});
}

// Negative control: the same of an event's own chain, beside another that is true.
TEST_F(StaffTest, WhateverIsDoneToTheChainOfAnEventIsFoundInThatChain) {
    add("ada");
    constexpr EventId kEvent{77};
    store::TrailEnd end;
    for (int i = 1; i <= 4; ++i) {
        store::TrailRow row;
        row.event = kEvent;
        row.at = kNow;
        row.by = StaffId{5};
        row.action = "refund_tickets";
        row.subject = 100 + i;
        row.amount = Money{2500};
        chain(row, end);
        end = {row.number, row.hash};
        const auto hex = [](const store::TrailHash& hash) {
            return "decode('" + toHex(hash) + "', 'hex')";
        };
        psql("INSERT INTO trail VALUES (77, " + std::to_string(i) + ", " +
             std::to_string(kNow.micros) + ", 5, 0, 0, 0, 'refund_tickets', " +
             std::to_string(row.subject) + ", 2500, '', " + hex(row.before) + ", " + hex(row.hash) +
             ")");
    }
    const TrailReport report = verify();
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(report.rows, 5);
    EXPECT_EQ(report.ends.at(kEvent).hash, end.hash);
    const std::string chain = "chain " + encodePublicId(kEvent.value) + ", row ";
    const auto finds = [&](const std::string& change, const std::string& said,
                           const std::string& back) {
        psql(change);
        EXPECT_EQ(verify(report.ends).findings, std::vector<std::string>{chain + said}) << change;
        psql(back);
        EXPECT_TRUE(verify(report.ends).findings.empty()) << back;
    };
    finds("UPDATE trail SET amount = 1 WHERE event_id = 77 AND number = 2", "2 was changed",
          "UPDATE trail SET amount = 2500 WHERE event_id = 77 AND number = 2");
    const std::string swap =
        "UPDATE trail SET number = number + 100 WHERE event_id = 77 AND number IN (2, 3);"
        "UPDATE trail SET number = 105 - number WHERE event_id = 77 AND number > 100";
    finds(swap, "2 does not follow the row before it", swap);
    finds(
        "CREATE TABLE cut AS SELECT * FROM trail WHERE event_id = 77 AND number = 3;"
        "DELETE FROM trail WHERE event_id = 77 AND number = 3",
        "4 is missing, doubled or not where it was",
        "INSERT INTO trail SELECT * FROM cut; DROP TABLE cut");
    finds(
        "CREATE TABLE cut AS SELECT * FROM trail WHERE event_id = 77 AND number = 4;"
        "DELETE FROM trail WHERE event_id = 77 AND number = 4",
        "3 is where the chain ends or differs from the end that is known",
        "INSERT INTO trail SELECT * FROM cut; DROP TABLE cut");
}

TEST_F(StaffTest, EndsThatAreNoneAreRefusedByTheirLine) {
    for (const char* const text : {"0", "0 1", "0 1 ff", "nobody 1 00", "0 -1 00"}) {
        std::istringstream in("0 0 " + std::string(64, '0') + "\n" + text + "\n");
        const auto read = readEnds(in);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().message, "line 2 is no end of a chain");
    }
}

}  // namespace
}  // namespace tessera::admin
