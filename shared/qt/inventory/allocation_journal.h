// SPDX-License-Identifier: Apache-2.0
// Seats that are being set aside, on the disk: after a crash the app finds out what became of it.
//
// The GUI's thread alone. One file of the till's folder, a qt::Journal's, gone once all pieces are
// answered. What cannot be written is not sent: write() says so.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "shared/qt/desk/journal.h"
#include "tessera/v1/admin_service.pb.h"

namespace tessera::inventory {

struct AllocationWork {
    v1::SetAllocationRequest piece{};  // Without an id: nothing is under way.
    QList<int> rest{};                 // What follows it.
    QList<int> refused{};
    int total = 0;
    int done = 0;
    int changed = 0;
};

class AllocationJournal {
public:
    // An empty folder keeps nothing, and says that it has.
    explicit AllocationJournal(const QString& folder);

    // What an earlier start left. Absent: nothing, or it cannot be read and is set aside.
    std::optional<AllocationWork> read() const;
    // On the disk when it returns true.
    [[nodiscard]] bool write(const AllocationWork& work) const;
    void clear() const { journal_.clear(); }
    bool hasSetAside() const { return journal_.hasSetAside(); }

private:
    const qt::Journal journal_;
};

}  // namespace tessera::inventory
