// SPDX-License-Identifier: Apache-2.0
// What is being done with the till's shift, on the disk: after a crash the app finds out whether it
// was.
//
// The GUI's thread alone. One file of the till's folder, a qt::Journal's, gone once there is an
// answer. A question is written before it is sent. What cannot be written is not sent: write() says
// so. An approval is never in it.
#pragma once

#include <QtCore/QString>

#include "shared/qt/desk/journal.h"
#include "tessera/v1/shift_service.pb.h"

namespace tessera::till {

// One of them at most has a request id.
struct ShiftAsked {
    v1::AddDrawerEntryRequest entry{};
    v1::CountShiftRequest count{};
    v1::CloseShiftRequest close{};

    // Empty: nothing is under way.
    const std::string& requestId() const;
};

class ShiftJournal {
public:
    // An empty folder keeps nothing, and says that it has.
    explicit ShiftJournal(const QString& folder);

    // What an earlier start left; nothing where that cannot be read, which is set aside.
    ShiftAsked read() const;
    // On the disk when it returns true.
    [[nodiscard]] bool write(const ShiftAsked& asked) const;
    void clear() const { journal_.clear(); }
    // What an earlier start left could not be read.
    bool hasSetAside() const { return journal_.hasSetAside(); }

private:
    const qt::Journal journal_;
};

}  // namespace tessera::till
