// SPDX-License-Identifier: Apache-2.0
// What is set aside of the event in view: on its live map by letter, and as a list.
//
// The GUI's thread alone. Borrows desk, view and map, which outlive it; owns the map's feed. The
// feed says that a seat is blocked, GetAllocations for whom: it is asked again, four times a second
// at most, where a blocked seat has no name yet. Bounded by the seats of the layout. It decides
// nothing, and what is shown stays where the connection is lost.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "shared/qt/inventory/event_in_view.h"
#include "shared/qt/seat_feed/seat_feed.h"
#include "tessera/v1/inventory_service.pb.h"

namespace tessera::inventory {

// One that has a name or a seat.
struct AllocationLine {
    v1::Allocation named{};  // Its number; without a name: nobody has named it.
    int seats = 0;           // Set aside under it.
    int letter = 0;          // 1 to 26, as on the map; 0: it has none there.
};

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
    void refresh();

    qt::FeedState feedState() const;
    // Whose seats the map has; empty: none yet.
    std::string shownEvent() const;
    // Ascending by number.
    const std::vector<AllocationLine>& lines() const { return lines_; }
    // 0: none, or not known.
    int allocationOf(int seat) const;
    // Ascending.
    QList<int> seatsOf(int allocation) const;
    // The name that people read; of one without a name its number. Of 0: the public.
    QString nameOf(int allocation) const;
    // The lowest number that nothing has; absent: all are taken.
    std::optional<int> freeNumber() const;

Q_SIGNALS:
    void changed();
    void feedChanged();

private:
    void ask();
    void take(const v1::GetAllocationsResponse& response);
    void buildLines();
    void giveLetters();
    void paint(const QList<int>& seats);
    void seatsChanged(const QList<int>& seats);

    const Parts parts_;
    std::unique_ptr<qt::SeatFeed> feed_;
    QTimer later_;
    int question_ = 0;
    bool wanted_ = false;  // Somebody looks at it.
    bool asking_ = false;
    std::vector<short> ofSeat_;
    std::vector<AllocationLine> lines_;
    bool painting_ = false;
};

}  // namespace tessera::inventory
