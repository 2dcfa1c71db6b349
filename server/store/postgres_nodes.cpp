// SPDX-License-Identifier: Apache-2.0
#include "server/store/nodes.h"
#include "server/store/pg_connection.h"

namespace tessera::store {
namespace {

using std::chrono::steady_clock;

// Somebody who has locked a row is not to keep a beat for as long as others wait for one.
constexpr const char* kSession = "-c jit=off -c lock_timeout=500ms";

class PostgresNodes final : public Nodes {
public:
    explicit PostgresNodes(PostgresNodesOptions options)
        : options_(std::move(options)),
          pool_(options_.conninfo, kSession, 1),
          readings_(options_.conninfo, kSession, 1) {}

    Status join(const NodeRow& self) override;
    Result<NodesReading> beat(NodeId self) override;
    Result<NodesReading> read() override { return readBy(readings_); }
    Status remove(NodeId node) override;
    Status removeStill(NodeId node, std::int64_t beats) override;

private:
    Result<PgRows> ask(PgPool& pool, const std::string& sql, const PgParams& params,
                       const std::string& tried);
    Result<NodesReading> readBy(PgPool& pool);

    const PostgresNodesOptions options_;
    PgPool pool_;
    PgPool readings_;
};

Result<PgRows> PostgresNodes::ask(PgPool& pool, const std::string& sql, const PgParams& params,
                                  const std::string& tried) {
    const auto deadline = steady_clock::now() + std::chrono::microseconds(options_.deadline.micros);
    auto lease = pool.lease(deadline);
    if (!lease) return tl::make_unexpected(lease.error());
    auto rows = (*lease)->query(sql, params, deadline);
    if (!rows) return tl::make_unexpected(errorOf(rows.error(), tried));
    return std::move(*rows);
}

Status PostgresNodes::join(const NodeRow& self) {
    PgParams params;
    params.addInt8(self.node.value);
    params.addText(self.name);
    params.addText(self.address);
    const auto joined =
        ask(pool_,
            "WITH before AS (DELETE FROM node WHERE name = $2 AND node_id <> $1) "
            "INSERT INTO node (node_id, name, address, beats) VALUES ($1, $2, $3, 0) "
            "ON CONFLICT (node_id) DO NOTHING",
            params, "join the nodes");
    if (!joined) return tl::make_unexpected(joined.error());
    return {};
}

Result<NodesReading> PostgresNodes::beat(NodeId self) {
    PgParams params;
    params.addInt8(self.value);
    const auto beaten =
        ask(pool_, "UPDATE node SET beats = beats + 1 WHERE node_id = $1", params, "beat");
    if (!beaten) return tl::make_unexpected(beaten.error());
    return readBy(pool_);
}

Result<NodesReading> PostgresNodes::readBy(PgPool& pool) {
    // A row for the clock alone: there may be no node.
    const auto rows = ask(
        pool,
        "SELECT node_id, name, address, beats, "
        "(extract(epoch from clock_timestamp()) * 1000000)::bigint FROM node "
        "UNION ALL SELECT 0, '', '', 0, (extract(epoch from clock_timestamp()) * 1000000)::bigint",
        {}, "read the nodes");
    if (!rows) return tl::make_unexpected(rows.error());
    NodesReading reading;
    for (int i = 0; i < rows->count(); ++i) {
        reading.databaseNow = Instant{rows->number(i, 4)};
        if (rows->number(i, 0) == 0) continue;
        reading.rows.push_back(
            {NodeId{rows->number(i, 0)}, rows->text(i, 1), rows->text(i, 2), rows->number(i, 3)});
    }
    return reading;
}

Status PostgresNodes::remove(NodeId node) {
    PgParams params;
    params.addInt8(node.value);
    const auto removed =
        ask(pool_, "DELETE FROM node WHERE node_id = $1", params, "leave the nodes");
    if (!removed) return tl::make_unexpected(removed.error());
    return {};
}

Status PostgresNodes::removeStill(NodeId node, std::int64_t beats) {
    PgParams params;
    params.addInt8(node.value);
    params.addInt8(beats);
    const auto removed = ask(pool_, "DELETE FROM node WHERE node_id = $1 AND beats = $2", params,
                             "remove a node that is gone");
    if (!removed) return tl::make_unexpected(removed.error());
    return {};
}

}  // namespace

std::unique_ptr<Nodes> makePostgresNodes(PostgresNodesOptions options) {
    return std::make_unique<PostgresNodes>(std::move(options));
}

}  // namespace tessera::store
