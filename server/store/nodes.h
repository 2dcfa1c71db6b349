// SPDX-License-Identifier: Apache-2.0
// The nodes' rows: each node's counter, which others observe (DESIGN 5).
//
// `Nodes` is an interface so that a simulated database can keep the same contract. Thread-safe.
// Calls block, each for at most its maker's deadline: a beat is not to wait behind other work.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/store/limits.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

struct NodeRow {
    NodeId node;             // Of one process: never used again.
    std::string name;        // Of the configuration: a process that starts takes its name's place.
    std::string address;     // Where others reach it: host:port of gRPC.
    std::int64_t beats = 0;  // Only whether it changes has a meaning.
};

struct NodesReading {
    std::vector<NodeRow> rows;  // Of all nodes, in no order.
    Instant databaseNow;
};

class Nodes {
public:
    virtual ~Nodes() = default;

    // Writes this node's row, and removes those of earlier processes of its name: what they owned
    // has no owner from then on. Nothing changes if the row is there.
    virtual Status join(const NodeRow& self) = 0;

    // Adds one to the counter of `self`, and reads all rows with the database's clock. `self` is
    // not among them if its row was removed.
    virtual Result<NodesReading> beat(NodeId self) = 0;

    // As a beat reads them, adding nothing. Does not wait for beats, nor they for it.
    virtual Result<NodesReading> read() = 0;

    // Removes the row: what the node owns has no owner from then on.
    virtual Status remove(NodeId node) = 0;

    // Only if its counter still stands there: one that came back meanwhile is left alone.
    virtual Status removeStill(NodeId node, std::int64_t beats) = 0;
};

struct PostgresNodesOptions {
    std::string conninfo;
    Duration deadline = kNodesDeadline;  // Of one call.
};

// Two connections of its own: one for this node's row, one for read().
std::unique_ptr<Nodes> makePostgresNodes(PostgresNodesOptions options);

}  // namespace tessera::store
