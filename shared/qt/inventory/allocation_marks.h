// SPDX-License-Identifier: Apache-2.0
// For whom the blocked seats of a live map are set aside: a letter on each, and as a list.
//
// The GUI's thread alone. Borrows desk and map, which outlive it; whoever has the map's feed says
// when it is live. The feed says that a seat is blocked, GetAllocations for whom: it is asked once
// the map is live, and again, four times a second at most, where a blocked seat has no name yet.
// Bounded by the seats of the layout. It decides nothing, and what is shown stays where the
// connection is lost.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/qt/desk/desk.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "tessera/v1/inventory_service.pb.h"

namespace tessera::inventory {

// One that has a name or a seat.
struct AllocationLine {
    v1::Allocation named{};  // Its number; without a name: nobody has named it.
    int seats = 0;           // Set aside under it.
    int letter = 0;          // 1 to 26, as on the map; 0: it has none there.
};

class AllocationMarks : public QObject {
    Q_OBJECT

public:
    struct Parts {
        qt::Desk& desk;
        qt::SeatMapModel& map;
        std::function<std::string()> event{};  // Whose seats the map has.
        // How the event names its allocations; absent: as GetAllocations tells them.
        std::function<const v1::EventConfig&()> named{};
    };
    explicit AllocationMarks(Parts parts, QObject* parent = nullptr);

    // Whether the map follows the server: asks where it has begun to.
    void setLive(bool live);
    // An answer that is on its way is dropped: another event is about to be shown.
    void drop();
    // The event has other names for them.
    void rename();
    // Asks who has which seats, now.
    void refresh();

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

private:
    using Names = google::protobuf::RepeatedPtrField<v1::Allocation>;

    const Names& names() const;
    void ask();
    void take(const v1::GetAllocationsResponse& response);
    void giveLetters();
    void paint(const QList<int>& seats);
    void seatsChanged(const QList<int>& seats);

    const Parts parts_;
    QTimer later_;
    int question_ = 0;
    bool live_ = false;
    bool asking_ = false;
    Names told_;
    std::vector<short> ofSeat_;
    std::vector<AllocationLine> lines_;
    bool painting_ = false;
};

}  // namespace tessera::inventory
