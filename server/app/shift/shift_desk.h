// SPDX-License-Identifier: Apache-2.0
// What people ask of a shift: open, put in and take out, count, close, reports; who may, and in
// which order it is refused. What must be in the drawer is told from its count on, and not before.
//
// Thread-safe; replies on any thread. Works on the executor that may block: where that is full the
// answer is OVERLOADED at once. Refers to its parts. Fields are judged by who asks.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/app/deed.h"
#include "server/app/shift/counting.h"
#include "server/app/shift/shift_report.h"

namespace tessera::shift {

// Whose session it is.
struct Who {
    StaffId staff;
    DeviceId device;
    bool signsOff = false;  // Has the permission sign_off_shift, and so sees everybody's.
};

// What somebody else's approval lets a call do, judged by the edge but for whether it is over or
// used.
struct Leave {
    std::optional<app::Problem>
        refusal{};  // There is none: what is refused with, where it needs one.
    std::optional<app::GivenApproval> approval{};
    Money most{};  // Up to which amount.
};

struct Close {
    ShiftId shift;
    std::int32_t version = 0;
    std::string explanation;  // At most kExplanationBytesMax bytes.
    // Somebody who works here, or why not; empty: nobody. Asked where it may block, and not of a
    // request that had its effect before.
    std::function<app::Answer<StaffId>()> handOverTo{};
    Leave leave{};  // Of a second person, where it differs.
};

// A report's facts, or the bytes that were stored of them.
using ReportAnswer = std::variant<ReportFacts, std::string>;
// The same facts give the same bytes.
using EncodeReport = std::function<std::string(const ReportFacts&)>;
// Hexadecimal.
std::string hashOfReport(const std::string& bytes);

class ShiftDesk {
public:
    explicit ShiftDesk(Counting::Parts parts) : with_(parts), counting_(parts) {}

    using ShiftReply = app::Reply<store::ShiftRow>;
    // SHIFT_OPEN. `floats`: an amount for each currency.
    void open(const Who& who, const app::Mutation& mutation,
              const std::vector<store::ShiftBalance>& floats, const ShiftReply& reply);
    // SHIFT_NOT_FOUND. `shift` 0: the device's that is not closed.
    void get(const Who& who, ShiftId shift, const ShiftReply& reply);
    void list(const Who& who, store::ShiftFilter filter,
              const app::Reply<std::vector<store::ShiftRow>>& reply);
    // SHIFT_NOT_FOUND, SHIFT_OVER, the refusal of `leave` where there is one, APPROVAL_OVER,
    // APPROVAL_USED, INVALID_FIELD beyond kDrawerEntriesMax. What it did before it answers whatever
    // the leave is by then.
    void addDrawerEntry(const Who& who, const app::Mutation& mutation, ShiftId shift,
                        const store::DrawerEntry& entry, const Leave& leave,
                        const ShiftReply& reply);
    // SHIFT_NOT_FOUND, SHIFT_OVER, CHANGED_MEANWHILE, SHIFT_BUSY.
    void count(const Who& who, const app::Mutation& mutation, ShiftId shift, std::int32_t version,
               const std::vector<store::ShiftCount>& counts, const ShiftReply& reply);
    // SHIFT_NOT_FOUND, SHIFT_OVER, CHANGED_MEANWHILE, what handOverTo refuses, INVALID_FIELD of an
    // explanation that is missing; where it differs and who asks is no second person, the refusal
    // of the leave, APPROVAL_INVALID of who opened or counted it, APPROVAL_TOO_SMALL,
    // APPROVAL_OVER, APPROVAL_USED.
    void close(const Who& who, const app::Mutation& mutation, const Close& wish,
               const EncodeReport& encode, const ShiftReply& reply);
    // SHIFT_NOT_FOUND.
    void report(const Who& who, ShiftId shift, const app::Reply<ReportAnswer>& reply);

private:
    template <class Value>
    void where(const app::Reply<Value>& reply, std::function<app::Answer<Value>()> work);
    store::ShiftAsk asked(const Who& who, const app::Mutation& mutation) const;
    app::Answer<store::ShiftRow> found(const Who& who, ShiftId shift) const;
    // Whose word makes the difference good, into both.
    std::optional<app::Problem> signOff(const Who& who, const Close& wish,
                                        const store::ShiftRow& row, store::ShiftClosing& closing,
                                        store::ShiftAsk& ask) const;
    app::Answer<store::ShiftRow> closed(const Who& who, const app::Mutation& mutation,
                                        const Close& wish, const EncodeReport& encode);

    Counting::Parts with_;
    Counting counting_;
};

}  // namespace tessera::shift
