// SPDX-License-Identifier: Apache-2.0
#include "tools/check/rule_sql.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/temporary_tree.h"

namespace tessera::check {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SqlRuleTest : public ::testing::Test {
protected:
    SqlRuleTest() {
        tree_.write("tools/check/shared_tables.txt", "# Shared.\nvenue\n");
        tree_.write(
            "server/store/migrations/0001_a.sql",
            "CREATE TABLE venue (venue_id bigint PRIMARY KEY, name text);\n"
            "CREATE TABLE seat (event_id bigint NOT NULL, seat_no integer, state smallint,\n"
            "    PRIMARY KEY (event_id, seat_no), UNIQUE (event_id, state));\n");
    }
    std::vector<std::string> judged() { return toLines(checkSql(tree_.load())); }
    std::vector<std::string> withMigration(const std::string& text) {
        tree_.write("server/store/migrations/0002_b.sql", text);
        return judged();
    }
    std::vector<std::string> withQuery(const std::string& sql) {
        tree_.write("server/store/q.cpp", "constexpr const char* kQuery = R\"(" + sql + ")\";\n");
        return judged();
    }
    TemporaryTree tree_;
};

TEST_F(SqlRuleTest, ACleanSchemaHasNoFindings) {
    EXPECT_THAT(judged(), IsEmpty());
}

struct Planted {
    std::string sql;
    std::string message;
};

class SqlSchemaTest : public SqlRuleTest, public ::testing::WithParamInterface<Planted> {};

TEST_P(SqlSchemaTest, IsReported) {
    EXPECT_THAT(withMigration(GetParam().sql), ElementsAre(HasSubstr(GetParam().message)));
}

INSTANTIATE_TEST_SUITE_P(
    Planted, SqlSchemaTest,
    ::testing::Values(
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (n, event_id));",
                "primary key of a"},
        Planted{"CREATE TABLE a (event_id bigint, n int PRIMARY KEY);", "primary key of a"},
        Planted{"CREATE TABLE a (event_id bigint, n int);", "no primary key"},
        Planted{
            "CREATE TABLE a (n int);\n-- event_id\nALTER TABLE a ADD event_id bigint PRIMARY KEY;",
            "a has no event_id"},
        Planted{"CREATE TABLE a (event_id integer PRIMARY KEY);", "not bigint"},
        Planted{"CREATE TABLE a (event_id bigint PRIMARY KEY, code text UNIQUE);", "unique of a"},
        Planted{"CREATE TABLE a (event_id bigint PRIMARY KEY, c text, UNIQUE (c));", "unique of a"},
        Planted{"CREATE UNIQUE INDEX s ON seat (seat_no, event_id);", "unique index on seat"},
        Planted{"CREATE UNIQUE INDEX ON seat USING btree (state) WHERE state > 0;",
                "unique index on seat"},
        Planted{"ALTER TABLE seat ADD CONSTRAINT k UNIQUE (state);", "unique of seat"},
        Planted{"ALTER TABLE seat ADD a int, ADD b int;", "one subcommand"},
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (event_id, n),"
                " FOREIGN KEY (n) REFERENCES venue);",
                "foreign key of a"},
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (event_id, n),"
                " FOREIGN KEY (event_id, n) REFERENCES seat ON UPDATE CASCADE);",
                "on update cascade"},
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (event_id, n),"
                " FOREIGN KEY (event_id, n) REFERENCES seat ON DELETE SET NULL);",
                "on delete set null"},
        Planted{
            "ALTER TABLE venue ADD CONSTRAINT f FOREIGN KEY (venue_id) REFERENCES seat (event_id);",
            "must not point at"},
        Planted{"CREATE TABLE a (event_id bigint, n bigserial, PRIMARY KEY (event_id, n));",
                "serial"},
        Planted{"CREATE TABLE a (event_id bigint, n int GENERATED ALWAYS AS IDENTITY,"
                " PRIMARY KEY (event_id, n));",
                "identity"},
        Planted{"CREATE UNLOGGED TABLE a (event_id bigint PRIMARY KEY);", "unlogged"},
        Planted{"CREATE TABLE a (event_id bigint PRIMARY KEY) INHERITS (seat);", "inheritance"},
        Planted{"CREATE TRIGGER t BEFORE INSERT ON seat FOR EACH ROW EXECUTE FUNCTION f();",
                "triggers"}));

class SqlStatementTest : public SqlRuleTest, public ::testing::WithParamInterface<Planted> {};

TEST_P(SqlStatementTest, IsReportedInCppAndInAFunctionOfAMigration) {
    EXPECT_THAT(withQuery(GetParam().sql), ElementsAre(HasSubstr(GetParam().message)));
    tree_.write("server/store/q.cpp", "");
    EXPECT_THAT(
        withMigration("CREATE FUNCTION f(p bigint) RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n"
                      "IF p > 0 THEN\n" +
                      GetParam().sql + ";\nEND IF;\nEND $$;"),
        ElementsAre(HasSubstr(GetParam().message)));
}

INSTANTIATE_TEST_SUITE_P(
    Planted, SqlStatementTest,
    ::testing::Values(
        Planted{"SELECT seat_no FROM seat WHERE state = 1", "no plain event_id = $n for seat"},
        Planted{"SELECT seat_no FROM seat WHERE event_id = $1::bigint", "no plain event_id"},
        Planted{"SELECT seat_no FROM seat WHERE event_id = (SELECT 1)", "no plain event_id"},
        Planted{"SELECT seat_no FROM seat WHERE event_id = ANY($1)", "no plain event_id"},
        Planted{"SELECT 1 FROM seat a JOIN seat b ON a.event_id = b.event_id", "no plain event_id"},
        Planted{"SELECT 1 FROM unnest($1) AS u(n, seat_no), seat WHERE seat_no = u.n",
                "no plain event_id"},
        Planted{"UPDATE seat SET state = 2 WHERE seat_no = $1", "no plain event_id"},
        Planted{"DELETE FROM seat USING unnest($1) u WHERE seat_no = u", "no plain event_id"},
        Planted{"INSERT INTO seat (seat_no, state) VALUES ($1, $2)", "no plain event_id"},
        Planted{"WITH gone AS (DELETE FROM seat RETURNING 1) SELECT count(*) FROM gone",
                "no plain event_id"},
        Planted{"UPDATE seat SET state = now() WHERE event_id = $1", "nothing volatile"},
        Planted{"UPDATE seat AS s SET state = random() WHERE s.event_id = $1", "nothing volatile"},
        Planted{
            "INSERT INTO seat (event_id) VALUES ($1) ON CONFLICT (event_id) DO UPDATE SET state ="
            " CURRENT_TIMESTAMP",
            "nothing volatile"},
        Planted{"SELECT pg_advisory_lock(1)", "advisory"},
        Planted{"SELECT pg_notify('a', 'b')", "NOTIFY"},
        Planted{"MERGE INTO venue USING x ON true WHEN MATCHED THEN DO NOTHING", "MERGE"}));

class SqlCleanTest : public SqlRuleTest, public ::testing::WithParamInterface<std::string> {};

TEST_P(SqlCleanTest, IsNotReported) {
    EXPECT_THAT(withQuery(GetParam()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Clean, SqlCleanTest,
    ::testing::Values("SELECT seat_no FROM seat WHERE event_id = $1 -- all",
                      "SELECT a.n FROM seat a JOIN seat b ON a.n = b.n WHERE b.event_id = $12",
                      "SELECT venue_id FROM venue WHERE name = 'from seat'",
                      "UPDATE seat SET state = $2 WHERE event_id = $1 AND seat_no = $3",
                      "INSERT INTO seat (event_id, seat_no) SELECT $1, u FROM unnest($2) u",
                      "SELECT state, seat FROM unnest($1) AS u(state, seat)", "SELECT now()"));

TEST_F(SqlRuleTest, AStatementAcrossEventsIsListedByFileAndName) {
    const std::string scan = "SELECT event_id FROM seat WHERE state < $1";
    tree_.write("tools/check/cross_event_queries.txt",
                "server/store/q.cpp kQuery  # what is due\n");
    EXPECT_THAT(withQuery(scan), IsEmpty());
}

TEST_F(SqlRuleTest, AnExceptionThatNothingNeedsIsReported) {
    tree_.write("tools/check/cross_event_queries.txt", "server/store/q.cpp kGone\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("kGone")));
}

TEST_F(SqlRuleTest, AStatementInPiecesIsReadAsOne) {
    tree_.write("server/store/q.cpp",
                "void load() {\n    run(\"SELECT seat_no \"\n        \"FROM seat\" + tail + \" "
                "WHERE event_id = $1\", 5);\n"
                "    run(\"SELECT seat_no \"\n        \"FROM seat\");\n}\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("q.cpp:4 ")));
    tree_.write("tools/check/cross_event_queries.txt", "server/store/q.cpp load\n");
    EXPECT_THAT(judged(), IsEmpty());
}

}  // namespace
}  // namespace tessera::check
