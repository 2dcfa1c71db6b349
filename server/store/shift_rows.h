// SPDX-License-Identifier: Apache-2.0
// Shifts of tills and the money that goes through them, as the database has them.
//
// Thread-safe; blocks, each call with a deadline. Owns its connections. A shift is a unit of its
// own: every change names the state and the version that it expects, so that nothing of a closed
// one changes, and is one transaction with its outcome by request id and its rows of the trail
// (chain 0). Entries of sales leave no trail here: their orders do.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/store/trail.h"
#include "shared/base/ids.h"
#include "shared/base/money.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace tessera::store {

inline constexpr std::int32_t kDrawerEntriesMax = 1'000;  // Of one shift.
inline constexpr std::int32_t kEntriesPerRead = 1'000;
inline constexpr std::size_t kExplanationBytesMax = 500;
// One of 30 days is taken still, and may be stamped a little ahead of its arrival.
inline constexpr Duration kShiftRequestsKept = Duration::ofMinutes(31 * 24 * 60);
inline constexpr std::int32_t kShiftRequestsAtOnce = 1'000;  // Of prune().

// The numbers of these enums are the database's.
enum class ShiftState : std::int16_t { Open = 1, Counting = 2, Counted = 3, Closed = 4 };

struct Denomination {
    std::int64_t worth = 1;  // In minor units.
    std::int32_t number = 0;

    bool operator==(const Denomination&) const = default;
};

// Of one currency. Sales and refunds are cash, and nothing until the shift is counted.
struct ShiftBalance {
    Currency currency;
    Money openingFloat;
    Money sales{};
    Money refunds{};
    Money paidIn{};
    Money paidOut{};
    Money counted{};
    std::vector<Denomination> denominations{};

    Money expected() const { return openingFloat + sales - refunds + paidIn - paidOut; }
    Money variance() const { return counted - expected(); }
    bool operator==(const ShiftBalance&) const = default;
};

enum class DrawerKind : std::int16_t { PaidIn = 1, PaidOut = 2, NoSale = 3 };

struct DrawerEntry {
    DrawerKind kind = DrawerKind::PaidIn;
    Currency currency{};  // Of NoSale without a meaning.
    Money amount{};       // More than 0; of NoSale 0.
    std::string reason;   // 1 to 200 bytes.
    Instant at;
    StaffId by;

    bool operator==(const DrawerEntry&) const = default;
};

struct ShiftRow {
    ShiftId id;
    DeviceId device;
    std::int32_t number = 0;  // Of its device; made by open().
    StaffId staff;
    ShiftState state = ShiftState::Open;
    std::int32_t version = 1;
    Instant openedAt;
    Instant closedAt = Instant::never();
    StaffId countedBy{};
    std::string explanation{};
    StaffId signedOffBy{};
    ShiftId next{};
    std::vector<ShiftBalance> balances{};  // By currency.
    std::vector<DrawerEntry> entries{};    // In their order; not of a list.
    // Until it is counted, of cash that was taken or given back or is about to be, by letter.
    std::vector<Currency> cashIn{};

    bool operator==(const ShiftRow&) const = default;
};

// In order of precedence. Whatever is not Done has changed nothing.
enum class ShiftOutcome {
    Done,        // Now, or by an earlier call of this request: see `repeated`.
    Reused,      // The request came before with another body.
    Unknown,     // No such shift.
    Over,        // It is past that state.
    Changed,     // It has another version.
    Open,        // The device has a shift that is not closed: `row`.
    TooMany,     // kDrawerEntriesMax.
    Busy,        // Entries of it are open.
    Unbalanced,  // Its entries do not sum to what was told of the ledger.
    Refused,     // ShiftAsk::refused.
    ApprovalOver,
    ApprovalUsed,
};

struct ShiftAnswer {
    ShiftOutcome outcome = ShiftOutcome::Done;
    bool repeated = false;
    ShiftRow row{};  // As it is now; of Unknown and Reused empty.
};

// A mutation of a shift, and what the trail says of it.
struct ShiftAsk {
    RequestId request;
    Fingerprint fingerprint;
    TrailRow told;  // Its subject is the shift, its action is made here.
    // Where told.approval is set; open end.
    Instant approvedUntil = Instant::never();
    // Only what this request did before is answered: for anything new somebody's leave is missing.
    bool refused = false;
};

struct ShiftCount {
    Currency currency;
    Money counted;
    std::vector<Denomination> denominations;
};

// What a shift took in cash, by currency.
struct ShiftCash {
    Currency currency;
    Money sales{};
    Money refunds{};
};

struct ShiftClosing {
    ShiftId shift;
    std::int32_t version = 0;
    std::string explanation;
    StaffId signedOffBy{};
    std::string report;              // The Z report's bytes.
    std::string reportHash;          // Hexadecimal; for the trail.
    std::optional<ShiftRow> next{};  // That it is handed over to.
};

// What an order's money does to a shift.
enum class EntryKind : std::int16_t {
    Taken = 1,     // A tender.
    CashBack = 2,  // A refund in cash, handed over.
    Returned = 3,  // Tickets taken back; the cash of it is a CashBack later.
};
enum class EntryState : std::int16_t { Open = 1, Done = 2, Failed = 3 };
inline constexpr std::int16_t kCashTender = 2;  // As engine::TenderKind.

struct ShiftEntry {
    ShiftId shift{};
    RequestId request;
    Fingerprint fingerprint;
    EntryKind kind = EntryKind::Taken;
    std::int16_t tenderKind = 0;  // As engine::TenderKind; 0: of tickets taken back.
    EntryState state = EntryState::Open;
    std::int32_t tries = 1;  // Whoever ends it says which of them it was.
    EventId event;
    OrderId order{};        // 0: not known yet.
    std::int64_t target{};  // The tender, refund or group; 0: not known yet.
    Currency currency;
    Money amount{};  // Of cash, once it is done.
    StaffId staff;
    Instant openedAt;

    bool isCash() const { return tenderKind == kCashTender; }
    bool operator==(const ShiftEntry&) const = default;
};

struct EntryOpening {
    enum class How {
        NoShift,  // None that is open: nothing was written.
        Opened,
        DoneBefore,
        LeftOpen,  // In a shift that takes none any more: what became of it can be asked.
        Reused,    // The request came before with another body.
    };
    How how = How::NoShift;
    ShiftId shift{};
    std::int32_t tries = 0;
};

// A tender of cash that names a shift, with its money as attempt and ledger have it.
struct CashTender {
    TenderId tender;
    OrderId order;
    std::string reference;
    Money amount;
    std::int16_t attemptState = 0;  // As engine::AttemptState; 0: none was opened.
    std::int16_t orderState = 0;    // As engine::OrderState.
    Money captured;
    Money booked;  // By the ledger.
};
struct CashRefund {
    RefundId refund;
    std::int16_t state = 0;  // As engine::RefundState.
    Money amount;
    Money booked;  // By the ledger; not negative.
};
// What was paid by one kind of tender, or given back.
struct TenderSum {
    std::int16_t kind = 0;
    std::int32_t payments = 0;
    Money taken{};
    std::int32_t refunds = 0;
    Money returned{};
};
// What a report says of one event.
struct EventSum {
    EventId event;
    std::string title;
    Currency currency;
    std::int32_t ticketsSold = 0;
    std::int32_t ticketsReturned = 0;
    std::vector<TenderSum> tenders{};  // By kind.
};

struct ShiftFilter {
    StaffId staff{};  // 0: everybody's.
    std::optional<ShiftState> state{};
    ShiftId before{};  // 0: from the latest.
    std::int32_t limit = 20;
};

class Shifts {
public:
    virtual ~Shifts() = default;

    virtual Result<std::optional<ShiftRow>> find(ShiftId id) = 0;
    // The device's that is not closed.
    virtual Result<std::optional<ShiftRow>> ofDevice(DeviceId device) = 0;
    // The latest first, without entries.
    virtual Result<std::vector<ShiftRow>> list(const ShiftFilter& filter) = 0;
    // Of a closed one; else empty.
    virtual Result<std::string> report(ShiftId id) = 0;

    virtual Result<ShiftAnswer> open(ShiftRow row, const ShiftAsk& ask) = 0;
    virtual Result<ShiftAnswer> addDrawerEntry(ShiftId id, const DrawerEntry& entry,
                                               const ShiftAsk& ask) = 0;
    // From Open to Counting, or another count while it is Counting.
    virtual Result<ShiftAnswer> count(ShiftId id, std::int32_t version,
                                      const std::vector<ShiftCount>& counts,
                                      const ShiftAsk& ask) = 0;
    // From Counting to Counted, once no entry is open. `cash`: what it took by the ledger, to which
    // its entries must sum.
    virtual Result<ShiftAnswer> finishCount(ShiftId id, const std::vector<ShiftCash>& cash,
                                            TrailRow told) = 0;
    // REQUIRES: unless the ask is refused, there is a report.
    virtual Result<ShiftAnswer> close(const ShiftClosing& closing, const ShiftAsk& ask) = 0;

    // For the device's open shift.
    virtual Result<EntryOpening> openEntry(const ShiftEntry& entry, DeviceId device) = 0;
    // An open entry is Done or Failed; Failed only if it was not opened again since. What is not so
    // any more stays as it is.
    virtual Status endEntry(const ShiftEntry& entry) = 0;
    // What a Done entry of cash came to, while its shift is Counting.
    virtual Status settleEntry(const ShiftEntry& entry) = 0;
    // By request id after that one, at most kEntriesPerRead.
    virtual Result<std::vector<ShiftEntry>> entries(ShiftId id, EntryState state,
                                                    const RequestId& after) = 0;

    // Lets request ids go that are older than kShiftRequestsKept, the oldest first, at most
    // kShiftRequestsAtOnce; how many.
    virtual Result<std::int64_t> prune(Instant now) = 0;

    // Every tender of the event that says that its cash is this shift's.
    virtual Result<std::vector<CashTender>> cashOf(EventId event, ShiftId shift) = 0;
    virtual Result<std::vector<CashRefund>> refundsOf(EventId event,
                                                      const std::vector<std::int64_t>& refunds) = 0;
    // The order's latest tender of that kind, or of kind 0 its latest group of refunds; 0: none.
    virtual Result<std::int64_t> latestOf(EventId event, OrderId order, std::int16_t kind) = 0;
    // Of these entries, all of one event: tickets of orders that were paid, what came and went.
    virtual Result<EventSum> sumOf(EventId event, const std::vector<ShiftEntry>& entries) = 0;
};

// The reference of a tender of cash: whose cash it is, and by which request.
std::string cashReference(ShiftId shift, const RequestId& request);

// `connections` at most, opened when they are needed.
std::unique_ptr<Shifts> makePostgresShifts(const std::string& conninfo, std::size_t connections);

}  // namespace tessera::store
