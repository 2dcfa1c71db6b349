// SPDX-License-Identifier: Apache-2.0
// Shifts on PostgreSQL: shift_rows.cpp reads their own rows, shift_changes.cpp changes them,
// shift_entries.cpp has the money that goes through them, shift_money.cpp what events say of it.
//
// Thread-safe; internal to the store.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/store/pg_connection.h"
#include "server/store/pg_work.h"
#include "server/store/shift_rows.h"

namespace tessera::store {

class PostgresShifts final : public Shifts {
public:
    PostgresShifts(const std::string& conninfo, std::size_t connections);

    Result<std::optional<ShiftRow>> find(ShiftId id) override;
    Result<std::optional<ShiftRow>> ofDevice(DeviceId device) override;
    Result<std::vector<ShiftRow>> list(const ShiftFilter& filter) override;
    Result<std::string> report(ShiftId id) override;

    Result<ShiftAnswer> open(ShiftRow row, const ShiftAsk& ask) override;
    Result<ShiftAnswer> addDrawerEntry(ShiftId id, const DrawerEntry& entry,
                                       const ShiftAsk& ask) override;
    Result<ShiftAnswer> count(ShiftId id, std::int32_t version,
                              const std::vector<ShiftCount>& counts, const ShiftAsk& ask) override;
    Result<ShiftAnswer> finishCount(ShiftId id, const std::vector<ShiftCash>& cash,
                                    TrailRow told) override;
    Result<ShiftAnswer> close(const ShiftClosing& closing, const ShiftAsk& ask) override;

    Result<EntryOpening> openEntry(const ShiftEntry& entry, DeviceId device) override;
    Status endEntry(const ShiftEntry& entry) override;
    Status settleEntry(const ShiftEntry& entry) override;
    Result<std::vector<ShiftEntry>> entries(ShiftId id, EntryState state,
                                            const RequestId& after) override;
    Result<std::int64_t> prune(Instant now) override;

    Result<std::vector<CashTender>> cashOf(EventId event, ShiftId shift) override;
    Result<std::vector<CashRefund>> refundsOf(EventId event,
                                              const std::vector<std::int64_t>& refunds) override;
    Result<std::int64_t> latestOf(EventId event, OrderId order, std::int16_t kind) override;
    Result<EventSum> sumOf(EventId event, const std::vector<ShiftEntry>& entries) override;

private:
    enum class What : std::int16_t { Open = 1, Drawer = 2, Count = 3, Close = 4 };
    // Changes what is to be changed, where the request is new.
    using Change = std::function<ShiftOutcome(Work&)>;

    Result<PgRows> ask(const std::string& sql, const PgParams& params, const char* tried);
    // One transaction of `change`, the request's row and the trail's. `id`: the shift's.
    Result<ShiftAnswer> transact(What what, ShiftId id, const ShiftAsk& ask, const Change& change);

    PgPool pool_;
};

PgParams paramsOf(std::int64_t id);
// Never null, where it is empty too.
void addInt8s(PgParams& params, const std::vector<std::int64_t>& values);

enum class ShiftKey { Itself, ItsDevice };
// The shift as it is inside the transaction, with everything of it; without an id: there is none.
// Of a device the one that is not closed.
ShiftRow readWhole(Work& work, ShiftKey by, std::int64_t id);

}  // namespace tessera::store
