// SPDX-License-Identifier: Apache-2.0
// What is set aside of the event in view: on its live map by letter, and as a list.
//
// The GUI's thread alone. Borrows desk, view and map, which outlive it; owns the map's feed. It
// decides nothing, and what is shown stays where the connection is lost.
#pragma once

#include <QtCore/QObject>
#include <memory>
#include <optional>
#include <vector>

#include "shared/qt/inventory/allocation_marks.h"
#include "shared/qt/inventory/event_in_view.h"
#include "shared/qt/seat_feed/seat_feed.h"

namespace tessera::inventory {

class AllocationBook : public QObject {
    Q_OBJECT

public:
    struct Parts {
        qt::Desk& desk;
        EventInView& view;
        qt::SeatMapModel& map;
    };
    explicit AllocationBook(Parts parts, QObject* parent = nullptr);
    ~AllocationBook() override;

    // Shows the map of the event in view, and of each that follows; nothing where it is shown
    // already.
    void show();
    // After somebody has signed in: what had ended for want of a session begins again.
    void comeBack();
    // The desk's client will be gone.
    void leaveServer();
    // Asks who has which seats, now.
    void refresh() { marks_.refresh(); }

    qt::FeedState feedState() const;
    // Whose seats the map has; empty: none yet.
    std::string shownEvent() const;
    // As AllocationMarks has them.
    const std::vector<AllocationLine>& lines() const { return marks_.lines(); }
    int allocationOf(int seat) const { return marks_.allocationOf(seat); }
    QList<int> seatsOf(int allocation) const { return marks_.seatsOf(allocation); }
    QString nameOf(int allocation) const { return marks_.nameOf(allocation); }
    std::optional<int> freeNumber() const { return marks_.freeNumber(); }

Q_SIGNALS:
    void changed();
    void feedChanged();

private:
    const Parts parts_;
    std::unique_ptr<qt::SeatFeed> feed_;
    bool wanted_ = false;  // Somebody looks at it.
    AllocationMarks marks_;
};

}  // namespace tessera::inventory
