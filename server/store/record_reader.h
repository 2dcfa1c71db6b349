// SPDX-License-Identifier: Apache-2.0
// The money of orders as one REPEATABLE READ transaction sees it, and that of the orders whose
// tickets were given up for them.
//
// One reader is used once, by one thread, on a connection of its caller's. Many orders cost as many
// statements as one does.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/engine/order_record.h"
#include "server/store/pg_connection.h"
#include "server/store/store.h"
#include "shared/base/result.h"

namespace tessera::store {

class RecordReader {
public:
    using Record = std::shared_ptr<const engine::OrderRecord>;

    RecordReader(PgConnection& connection, EventId event, SteadyTime deadline)
        : connection_(connection), event_(event), deadline_(deadline) {}

    // Null: there is no such order or attempt.
    Result<Record> read(OrderId id);
    Result<Record> read(AttemptId id);
    // Beside `ids`, at most kRecordsPerLookUp.
    Result<std::vector<Record>> read(std::span<const OrderId> ids);

private:
    using Records = std::map<OrderId, std::shared_ptr<engine::OrderRecord>>;

    Result<std::vector<Record>> inTransaction(std::span<const OrderId> ids,
                                              std::optional<AttemptId> attempt);
    // REQUIRES: the statement reads rows that name the event, $1, and one of `ids`, $2.
    tl::expected<PgRows, Error> query(const std::string& statement,
                                      std::span<const std::int64_t> ids);
    // Nothing: there is none.
    Result<OrderId> orderOf(AttemptId attempt);
    // `row`: how many orders were read that were paid with tickets of the next.
    Result<Records> readOrders(std::span<const OrderId> ids, int row);
    Status readGiven(Records& out, int row);
    Status readMoney(Records& out, std::span<const std::int64_t> orders);
    Status readPlaces(Records& out, std::span<const std::int64_t> orders);
    Status readReservations(Records& out);

    PgConnection& connection_;
    const EventId event_;
    const SteadyTime deadline_;
};

// See Store::listManual.
Result<std::vector<ManualRow>> readManual(PgConnection& connection, EventId event,
                                          std::int32_t limit, SteadyTime deadline);

}  // namespace tessera::store
