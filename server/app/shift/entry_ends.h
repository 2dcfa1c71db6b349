// SPDX-License-Identifier: Apache-2.0
// What became of the entries of a shift: asked of their event by the request's id, and read from
// the rows that the request has left. Nothing is guessed: what cannot be known yet stays open.
//
// Thread-safe; nothing is kept between calls. Rows are read on the executor that may block. Refers
// to its parts.
#pragma once

#include <functional>

#include "server/app/app.h"
#include "server/runtime/executor.h"
#include "server/store/shift_rows.h"

namespace tessera::shift {

// A command that is sent with an entry is decided by then, or never.
inline constexpr Duration kDecidedWithin = Duration::ofSeconds(20);
// An entry that was opened so long ago has no command under way any more, whichever node opened it.
inline constexpr Duration kEntryOver = Duration::ofSeconds(40);

class EntryEnds {
public:
    EntryEnds(store::Shifts& shifts, app::App& app, runtime::Executor& blocking)
        : shifts_(shifts), app_(app), blocking_(blocking) {}

    // Whether whoever asks has sent the command of it and has been answered: then nothing of it is
    // under way, however young it is.
    enum class Sender { Answered, Unknown };
    // Ends an open entry, or leaves it. `done` is called once, on any thread: true where it is
    // ended.
    void find(const store::ShiftEntry& entry, Sender sender, const std::function<void(bool)>& done);

    // Blocking. Ends an entry that had effect on that order.
    Status endDone(store::ShiftEntry entry, OrderId order);

private:
    void decideLater(const store::ShiftEntry& entry, std::optional<std::int64_t> target,
                     Sender sender, const std::function<void(bool)>& done);
    Result<bool> decide(store::ShiftEntry entry, std::optional<std::int64_t> target, Sender sender);

    store::Shifts& shifts_;
    app::App& app_;
    runtime::Executor& blocking_;
};

}  // namespace tessera::shift
