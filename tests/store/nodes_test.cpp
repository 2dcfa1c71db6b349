// SPDX-License-Identifier: Apache-2.0
// The nodes' rows in the real database.
#include "server/store/nodes.h"

#include <libpq-fe.h>

#include <chrono>

#include "tests/store/store_fixture.h"

namespace tessera::store {
namespace {

class NodesTest : public StoreFixture {
protected:
    void SetUp() override {
        StoreFixture::SetUp();
        sql("DELETE FROM node");
        nodes_ = makePostgresNodes({.conninfo = cluster_->conninfo()});
        ASSERT_TRUE(nodes_->join({NodeId{1}, "one", "127.0.0.1:1", 0}));
    }
    std::string rows() { return sql("SELECT node_id, beats FROM node ORDER BY node_id"); }
    std::unique_ptr<Nodes> nodes_;
};

TEST_F(NodesTest, AReadingAddsNothingAndABeatAddsOne) {
    ASSERT_TRUE(nodes_->read());
    EXPECT_EQ(rows(), "1|0\n");
    const auto beaten = nodes_->beat(NodeId{1});
    ASSERT_TRUE(beaten);
    EXPECT_EQ(rows(), "1|1\n");
    const auto read = nodes_->read();
    ASSERT_TRUE(read);
    ASSERT_EQ(read->rows.size(), 1U);
    EXPECT_EQ(read->rows[0].name, "one");
    EXPECT_EQ(read->rows[0].beats, 1);
    EXPECT_GE(read->databaseNow, beaten->databaseNow);
}

// A node that came back between the reading and the removal lost its row, and with it its events.
TEST_F(NodesTest, ARowIsRemovedOnlyWhileItsCounterStandsThere) {
    ASSERT_TRUE(nodes_->beat(NodeId{1}));
    ASSERT_TRUE(nodes_->removeStill(NodeId{1}, 0));
    EXPECT_EQ(rows(), "1|1\n");
    ASSERT_TRUE(nodes_->removeStill(NodeId{1}, 1));
    EXPECT_EQ(rows(), "");
}

// A lock on the row kept a beat for as long as its deadline, and the connection with it.
TEST_F(NodesTest, ABeatWaitsHalfASecondForALockAndAReadingNotAtAll) {
    PGconn* holder = PQconnectdb(cluster_->conninfo().c_str());
    PQclear(PQexec(holder, "BEGIN; SELECT * FROM node FOR UPDATE"));
    const auto began = std::chrono::steady_clock::now();
    EXPECT_TRUE(nodes_->read());
    EXPECT_FALSE(nodes_->beat(NodeId{1}));
    const auto took = std::chrono::steady_clock::now() - began;
    EXPECT_GE(took, std::chrono::milliseconds(450));
    EXPECT_LT(took, std::chrono::milliseconds(1800)) << "its deadline is two seconds";
    PQfinish(holder);
    EXPECT_TRUE(nodes_->beat(NodeId{1}));
}

}  // namespace
}  // namespace tessera::store
