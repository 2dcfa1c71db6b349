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
            "CREATE TABLE ticket (event_id bigint NOT NULL, seat_no integer, state smallint,\n"
            "    PRIMARY KEY (event_id, seat_no), UNIQUE (event_id, state));\n"
            "CREATE UNIQUE INDEX ticket_state ON ticket (event_id, state);\n"
            "CREATE TABLE seat (event_id bigint, seat_no integer, status smallint, holder bigint,\n"
            "    PRIMARY KEY (event_id, seat_no)) WITH (fillfactor = 50);\n");
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
    std::vector<std::string> withFunction(const std::string& name, const std::string& body) {
        return withMigration("CREATE FUNCTION " + name +
                             "(p_event bigint) RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n" +
                             body + ";\nEND $$;");
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
        Planted{"CREATE UNIQUE INDEX s ON ticket (seat_no, event_id);", "unique index on ticket"},
        Planted{"CREATE UNIQUE INDEX ON ticket USING btree (state) WHERE state > 0;",
                "unique index on ticket"},
        Planted{"ALTER TABLE ticket ADD CONSTRAINT k UNIQUE (state);", "unique of ticket"},
        Planted{"ALTER TABLE ticket ADD a int, ADD b int;", "one subcommand"},
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (event_id, n),"
                " FOREIGN KEY (n) REFERENCES venue);",
                "foreign key of a"},
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (event_id, n),"
                " FOREIGN KEY (event_id, n) REFERENCES ticket ON UPDATE CASCADE);",
                "on update cascade"},
        Planted{"CREATE TABLE a (event_id bigint, n int, PRIMARY KEY (event_id, n),"
                " FOREIGN KEY (event_id, n) REFERENCES ticket ON DELETE SET NULL);",
                "on delete set null"},
        Planted{"ALTER TABLE venue ADD CONSTRAINT f FOREIGN KEY (venue_id) REFERENCES ticket "
                "(event_id);",
                "must not point at"},
        Planted{"CREATE TABLE a (event_id bigint, n bigserial, PRIMARY KEY (event_id, n));",
                "serial"},
        Planted{"CREATE TABLE a (event_id bigint, n int GENERATED ALWAYS AS IDENTITY,"
                " PRIMARY KEY (event_id, n));",
                "identity"},
        Planted{"CREATE UNLOGGED TABLE a (event_id bigint PRIMARY KEY);", "unlogged"},
        Planted{"CREATE TABLE a (event_id bigint PRIMARY KEY) INHERITS (ticket);", "inheritance"},
        Planted{"CREATE INDEX seat_holder ON seat (event_id, holder);", "no index but its primary"},
        Planted{"CREATE UNIQUE INDEX ON seat (event_id, holder);", "no index but its primary"},
        Planted{"ALTER TABLE seat ADD CONSTRAINT s UNIQUE (event_id, holder);",
                "no index but its primary"},
        Planted{"ALTER TABLE seat SET (fillfactor = 100);", "fillfactor 50"},
        Planted{"ALTER TABLE seat RESET (fillfactor);", "fillfactor 50"},
        Planted{"CREATE TRIGGER t BEFORE INSERT ON ticket FOR EACH ROW EXECUTE FUNCTION f();",
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
        Planted{"SELECT seat_no FROM ticket WHERE state = 1", "no plain event_id = $n for ticket"},
        Planted{"SELECT seat_no FROM ticket WHERE event_id = $1::bigint", "no plain event_id"},
        Planted{"SELECT seat_no FROM ticket WHERE event_id = (SELECT 1)", "no plain event_id"},
        Planted{"SELECT seat_no FROM ticket WHERE event_id = ANY($1)", "no plain event_id"},
        Planted{"SELECT 1 FROM ticket a JOIN ticket b ON a.event_id = b.event_id",
                "no plain event_id"},
        Planted{"SELECT 1 FROM unnest($1) AS u(n, seat_no), ticket WHERE seat_no = u.n",
                "no plain event_id"},
        Planted{"UPDATE ticket SET state = 2 WHERE seat_no = $1", "no plain event_id"},
        Planted{"DELETE FROM ticket USING unnest($1) u WHERE seat_no = u", "no plain event_id"},
        Planted{"INSERT INTO ticket (seat_no, state) VALUES ($1, $2) RETURNING 1",
                "no plain event_id"},
        Planted{"WITH gone AS (DELETE FROM ticket RETURNING 1) SELECT count(*) FROM gone",
                "no plain event_id"},
        Planted{"SELECT a.n FROM ticket a JOIN ticket b ON a.n = b.n WHERE b.event_id = $12",
                "no plain event_id = $n for ticket"},
        Planted{
            "UPDATE ticket t SET state = u FROM unnest($2) u CROSS JOIN LATERAL (SELECT x.ctid AS"
            " place FROM ticket x WHERE x.event_id = $1 AND x.seat_no = u OFFSET 0) AS at"
            " WHERE t.ctid = at.place",
            "no plain event_id = $n for ticket"},
        Planted{"DELETE FROM ticket t USING unnest($2) u CROSS JOIN LATERAL (SELECT x.ctid AS place"
                " FROM ticket x WHERE x.event_id = $1 OFFSET 0) AS at WHERE t.ctid = at.place",
                "no plain event_id"},
        Planted{"UPDATE ticket SET state = (SELECT 1 FROM venue WHERE event_id = $1)",
                "no plain event_id"},
        Planted{"SELECT 1 FROM ticket WHERE event_id = $1 OR seat_no = $2", "no plain event_id"},
        Planted{"SELECT 1 FROM ticket WHERE NOT event_id = $1", "no plain event_id"},
        Planted{"SELECT 1 FROM ticket WHERE event_id = $1 + 1", "no plain event_id"},
        Planted{"SELECT 1 FROM ticket WHERE event_id = $1 UNION SELECT 1 FROM ticket",
                "no plain event_id"},
        Planted{"SELECT 1 FROM ticket a LEFT JOIN ticket b ON a.event_id = $1 AND b.event_id = $1",
                "no plain event_id"},
        Planted{"SELECT 1 FROM venue WHERE EXISTS (SELECT 1 FROM ticket)", "no plain event_id"},
        Planted{"SELECT 1 FROM ticket AS t, seat AS s WHERE t.event_id = $1",
                "no plain event_id = $n for seat"},
        Planted{"TRUNCATE ticket", "no plain event_id"},
        Planted{"LOCK TABLE ticket IN SHARE MODE", "no plain event_id"},
        Planted{"UPDATE seat SET holder = $3 WHERE event_id = $1 AND seat_no = $2",
                "the status and the holder it expects"},
        Planted{"UPDATE seat SET status = 1, holder = $3 WHERE event_id = $1 AND status = 0",
                "the status and the holder it expects"},
        Planted{"DELETE FROM seat WHERE event_id = $1", "the status and the holder it expects"},
        Planted{"INSERT INTO seat (event_id) VALUES ($1) ON CONFLICT (event_id) DO UPDATE SET"
                " holder = $2 RETURNING 1",
                "the status and the holder it expects"},
        Planted{
            "INSERT INTO ticket (event_id) VALUES ($1) ON CONFLICT ON CONSTRAINT ticket_state DO"
            " NOTHING RETURNING 1",
            "never on a constraint's name"},
        Planted{"UPDATE ticket SET state = now() WHERE event_id = $1", "nothing volatile"},
        Planted{"UPDATE ticket AS s SET state = random() WHERE s.event_id = $1",
                "nothing volatile"},
        Planted{
            "INSERT INTO ticket (event_id) VALUES ($1) ON CONFLICT (event_id) DO UPDATE SET state ="
            " CURRENT_TIMESTAMP RETURNING 1",
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
    ::testing::Values("SELECT seat_no FROM ticket WHERE event_id = $1 -- all",
                      "SELECT a.n FROM ticket a JOIN ticket b ON b.event_id = $12 AND a.n = b.n"
                      " WHERE a.event_id = $12 ORDER BY 1",
                      "SELECT 1 FROM ticket a LEFT JOIN ticket b ON b.event_id = $1 AND a.n = b.n"
                      " WHERE a.event_id = $1 AND (a.n = 1 OR a.n = 2) FOR UPDATE OF a",
                      "UPDATE ticket t SET state = u FROM unnest($2) u CROSS JOIN LATERAL (SELECT"
                      " x.ctid AS place FROM ticket x WHERE x.event_id = $1 AND x.seat_no = u"
                      " OFFSET 0) AS at WHERE t.ctid = at.place AND t.event_id = $1",
                      "WITH gone AS (DELETE FROM ticket WHERE event_id = $1 RETURNING 1) SELECT"
                      " count(*) FROM gone",
                      "SELECT greatest((SELECT max(n) FROM ticket WHERE event_id = $1), 0)",
                      "UPDATE seat t SET holder = u.a FROM unnest($2, $3) AS u(a, b) WHERE"
                      " t.event_id = $1 AND t.status = 1 AND t.holder = u.b",
                      "SELECT venue_id FROM venue WHERE name = 'from ticket'",
                      "UPDATE ticket SET state = $2 WHERE event_id = $1 AND seat_no = $3",
                      "INSERT INTO ticket (event_id, seat_no) SELECT $1, u FROM unnest($2) u",
                      "SELECT state, ticket FROM unnest($1) AS u(state, ticket)", "SELECT now()"));

TEST_F(SqlRuleTest, AStatementAcrossEventsIsListedByFileAndName) {
    const std::string scan = "SELECT event_id FROM ticket WHERE state < $1";
    tree_.write("tools/check/cross_event_queries.txt",
                "server/store/q.cpp kQuery  # what is due\n");
    EXPECT_THAT(withQuery(scan), IsEmpty());
}

TEST_F(SqlRuleTest, AStatementAcrossEventsNeitherChangesNorLocks) {
    tree_.write("tools/check/cross_event_queries.txt", "server/store/q.cpp kQuery\n");
    for (const std::string change : {"UPDATE ticket SET state = 1", "DELETE FROM ticket",
                                     "SELECT 1 FROM ticket FOR UPDATE SKIP LOCKED"}) {
        EXPECT_THAT(withQuery(change), ElementsAre(HasSubstr("only read, not locked"))) << change;
    }
}

TEST_F(SqlRuleTest, AFunctionIsJudgedAsTheLastMigrationLeavesIt) {
    const std::string bad = "UPDATE ticket SET state = 1";
    ASSERT_THAT(withFunction("f", bad), ElementsAre(HasSubstr("0002_b.sql")));
    const auto next = [&](const std::string& text) {
        tree_.write("server/store/migrations/0003_c.sql", text);
        return judged();
    };
    const std::string body = " RETURNS void LANGUAGE plpgsql AS $$BEGIN PERFORM 1; END $$;";
    EXPECT_THAT(next("CREATE OR REPLACE FUNCTION f(p_event bigint)" + body), IsEmpty());
    EXPECT_THAT(next("DROP FUNCTION f;\nCREATE FUNCTION f(p_event bigint, n int)" + body),
                IsEmpty());
    EXPECT_THAT(next("CREATE FUNCTION f(p_event bigint, n int)" + body),
                ElementsAre(HasSubstr("0002_b.sql")));
}

TEST_F(SqlRuleTest, AParameterOfAFunctionHoldsAndAColumnInCodeDoesNot) {
    const std::string read = "PERFORM 1 FROM ticket WHERE event_id = p_event";
    EXPECT_THAT(withFunction("f", read), IsEmpty());
    EXPECT_THAT(withQuery("SELECT 1 FROM ticket, venue WHERE event_id = venue_id"),
                ElementsAre(HasSubstr("no plain event_id")));
}

TEST_F(SqlRuleTest, AFunctionInsertsWithReturning) {
    const std::string insert = "INSERT INTO ticket (event_id) SELECT p_event FROM unnest(p_n)";
    EXPECT_THAT(
        withFunction("f", "WITH w AS (" + insert + ") SELECT 1 INTO n FROM venue RETURNING 1"),
        ElementsAre(HasSubstr("says RETURNING: insert into ticket")));
    EXPECT_THAT(withFunction("f", "WITH w AS (" + insert + " RETURNING 1) SELECT 1 INTO n FROM w"),
                IsEmpty());
    EXPECT_THAT(withFunction("f", "INSERT INTO venue (n) VALUES (1)"), IsEmpty());
}

TEST_F(SqlRuleTest, TheBatchChecksItsFenceFirst) {
    const std::string change = "UPDATE ticket SET state = 1 WHERE event_id = p_event;\n";
    const std::string fence =
        "UPDATE event_owner t SET last_batch = p_batch WHERE t.event_id = p_event AND t.epoch ="
        " p_epoch AND t.last_batch = p_batch - 1";
    EXPECT_THAT(withFunction("apply_batch", change + fence),
                ElementsAre(HasSubstr("the fence before it changes anything")));
    EXPECT_THAT(withFunction("apply_batch",
                             "UPDATE event_owner t SET last_batch = p_batch WHERE"
                             " t.event_id = p_event AND t.epoch = p_epoch"),
                ElementsAre(HasSubstr("the fence before it changes anything")));
    EXPECT_THAT(withFunction("apply_batch", fence + ";\n" + change), IsEmpty());
}

TEST_F(SqlRuleTest, TheCodeDoesNotLookAtNamesOfConstraints) {
    for (const std::string text :
         {"auto n = PQresultErrorField(r, PG_DIAG_CONSTRAINT_NAME);", "auto n = r.constraint();",
          "bool taken = n == \"ticket_state\";", "bool taken = n == \"ticket_pkey\";"}) {
        tree_.write("server/store/q.cpp", text + "\n");
        EXPECT_THAT(judged(), ElementsAre(HasSubstr("q.cpp:1 branch on SQLSTATE"))) << text;
    }
    tree_.write("server/store/q.cpp", "bool taken = state == \"23505\";  // ticket_state\n");
    EXPECT_THAT(judged(), IsEmpty());
}

TEST_F(SqlRuleTest, SeatsHaveRoomForTheirUpdates) {
    tree_.write("server/store/migrations/0001_a.sql",
                "CREATE TABLE seat (event_id bigint PRIMARY KEY);\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("fillfactor 50")));
}

TEST_F(SqlRuleTest, AnExceptionThatNothingNeedsIsReported) {
    tree_.write("tools/check/cross_event_queries.txt", "server/store/q.cpp kGone\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("kGone")));
}

TEST_F(SqlRuleTest, AStatementInPiecesIsReadAsOne) {
    tree_.write("server/store/q.cpp",
                "void load() {\n    run(\"SELECT seat_no \"\n        \"FROM ticket\" + tail + \" "
                "WHERE event_id = $1\", 5);\n"
                "    run(\"SELECT seat_no \"\n        \"FROM ticket\");\n}\n");
    EXPECT_THAT(judged(), ElementsAre(HasSubstr("q.cpp:4 ")));
    tree_.write("tools/check/cross_event_queries.txt", "server/store/q.cpp load\n");
    EXPECT_THAT(judged(), IsEmpty());
}

}  // namespace
}  // namespace tessera::check
