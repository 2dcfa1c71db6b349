// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <fstream>

#include "tests/support/child_process.h"
#include "tests/support/private_postgres.h"
#include "tests/support/temp_dir.h"

namespace tessera::test {
namespace {

using std::chrono::milliseconds;

TEST(ChildProcessTest, OutputIsHeardAndTheExitCodeKnown) {
    auto child = ChildProcess::start({.argv = {"sh", "-c", "echo one; echo two 2 >&2; exit 3"}});
    ASSERT_TRUE(child);
    EXPECT_EQ((*child)->waitForLine("two", milliseconds(10000)), "two 2");
    EXPECT_EQ((*child)->waitForExit(milliseconds(10000)), 3);
    EXPECT_EQ((*child)->output(), "one\ntwo 2\n");
}

TEST(ChildProcessTest, ALineThatIsNeverSaidIsNotHeard) {
    auto child = ChildProcess::start({.argv = {"echo", "one"}});
    ASSERT_TRUE(child);
    EXPECT_FALSE((*child)->waitForLine("two", milliseconds(10000)));
}

TEST(ChildProcessTest, AProcessThatEndsWithoutItsFileIsNotWaitedFor) {
    const TempDir dir;
    auto child = ChildProcess::start({.argv = {"true"}});
    ASSERT_TRUE(child);
    EXPECT_FALSE((*child)->waitForFile(dir / "port", milliseconds(60000)));
    auto writer =
        ChildProcess::start({.argv = {"sh", "-c", "echo 1234 >port; cat"}, .workDir = dir.path()});
    ASSERT_TRUE(writer);
    EXPECT_EQ((*writer)->waitForFile(dir / "port", milliseconds(10000)), "1234\n");
}

TEST(ChildProcessTest, AKilledProcessIsReportedByItsSignal) {
    auto child = ChildProcess::start({.argv = {"sh", "-c", "echo on; exec sleep 60"}});
    ASSERT_TRUE(child);
    ASSERT_TRUE((*child)->waitForLine("on", milliseconds(10000)));
    (*child)->kill9();
    EXPECT_EQ((*child)->waitForExit(milliseconds(0)), -SIGKILL);
}

TEST(ChildProcessTest, AProgramThatIsNotThereFails) {
    EXPECT_FALSE(ChildProcess::run({.argv = {"/nonexistent/program"}}, milliseconds(10000)));
}

TEST(PrivatePostgresTest, WhatWasCommittedSurvivesKillingTheServer) {
    auto cluster = PrivatePostgres::startOrDie();
    ASSERT_TRUE(cluster->psql("CREATE TABLE t (a int); INSERT INTO t VALUES (7)"));
    PGconn* connection = PQconnectdb(cluster->tcpConninfo().c_str());
    ASSERT_EQ(PQstatus(connection), CONNECTION_OK);
    cluster->kill9();
    PGresult* result = PQexec(connection, "SELECT 1");
    EXPECT_NE(PQresultStatus(result), PGRES_TUPLES_OK);
    PQclear(result);
    PQfinish(connection);
    ASSERT_TRUE(cluster->restart());
    auto rows = cluster->psql("SELECT a FROM t");
    ASSERT_TRUE(rows) << rows.error().message;
    EXPECT_EQ(*rows, "7\n");
}

TEST(PrivatePostgresTest, TwoClustersDoNotMeet) {
    auto one = PrivatePostgres::startOrDie();
    auto two = PrivatePostgres::startOrDie();
    EXPECT_NE(one->port(), two->port());
    ASSERT_TRUE(one->psql("CREATE TABLE t (a int)"));
    EXPECT_FALSE(two->psql("SELECT a FROM t"));
}

}  // namespace
}  // namespace tessera::test
