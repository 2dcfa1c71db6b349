// SPDX-License-Identifier: Apache-2.0
// What is known of the seats of one event, at one revision, and which of them are selected.
//
// Deterministic: it knows what it was told, in that order, and asks no clock. Not thread-safe: it
// lives on the thread of the windows; SeatChangeQueue brings changes from others. Owns states,
// holds and selection; shares the layout. It never decides what is free: any seat can be selected.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "shared/qt/seat_map/seat_layout.h"
#include "shared/qt/seat_map/seat_state.h"

namespace tessera::qt {

inline constexpr int kUndosMax = 32;  // Older selections are forgotten.
inline constexpr int kHoldInfosMax = 200'000;

struct HoldInfo {
    QString by;
    QDateTime until;  // In the venue's zone.
};

// Of an area of general admission.
struct AreaCounts {
    int held = 0;
    int sold = 0;
};

// In order of precedence. Any outcome but Applied leaves everything as it was.
enum class ApplyOutcome { Applied, OlderRevision, UnknownSeat, UnknownArea };

class SeatMapModel : public QObject {
    Q_OBJECT
public:
    explicit SeatMapModel(QObject* parent = nullptr);

    // Everything is available, nothing selected, revision 0.
    void setLayout(std::shared_ptr<const SeatLayout> layout);
    // The same seats and areas in other price bands: states, selection and the places of the keys
    // stay. REQUIRES: as many of both.
    void setBands(std::shared_ptr<const SeatLayout> layout);
    const SeatLayout& layout() const { return *layout_; }

    // A batch of a stream. The same revision again is fine: a snapshot comes in parts.
    [[nodiscard]] ApplyOutcome apply(std::span<const SeatChange> changes, quint64 revision);
    [[nodiscard]] ApplyOutcome applyArea(int area, AreaCounts counts, quint64 revision);
    quint64 revision() const { return revision_; }

    SeatState state(int seat) const { return states_[static_cast<std::size_t>(seat)]; }
    AreaCounts area(int area) const { return areas_[static_cast<std::size_t>(area)]; }
    int availableIn(int section) const { return available_[static_cast<std::size_t>(section)]; }

    // Who holds a seat and until when, if this desk may know. Forgotten with the next change of the
    // seat: another may hold it then. False where the seat is not held.
    bool setHold(int seat, HoldInfo info);
    std::optional<HoldInfo> hold(int seat) const;

    // The name of allocation 1 to 26; a letter where it was not named.
    void setAllocationName(int allocation, const QString& name);
    QString allocationName(int allocation) const;

    // Selection. Each call that changes it is one step of undo, up to kUndosMax.
    bool isSelected(int seat) const { return selected_[static_cast<std::size_t>(seat)] != 0; }
    const QList<int>& selection() const { return selection_; }  // In order of choosing.
    void select(const QList<int>& seats);                       // These and no others.
    void toggle(int seat);
    void extend(const QList<int>& seats);  // These too.
    bool undoSelection();                  // False where there is nothing to undo.

    // A gesture of many steps is one step of undo.
    void beginGesture();
    void endGesture();

Q_SIGNALS:
    void layoutReset();
    void bandsChanged();
    void seatsChanged(const QList<int>& seats);
    void areaChanged(int area);
    void selectionChanged(const QList<int>& seats);  // What is selected now.

private:
    void remember();
    void replaceSelection(QList<int> seats);

    std::shared_ptr<const SeatLayout> layout_;
    std::vector<SeatState> states_;
    std::vector<AreaCounts> areas_;
    std::vector<int> available_;  // By section.
    QHash<int, HoldInfo> holds_;
    QHash<int, QString> allocationNames_;
    quint64 revision_ = 0;
    std::vector<char> selected_;
    QList<int> selection_;
    std::deque<QList<int>> undo_;
    bool inGesture_ = false;
    bool gestureRemembered_ = false;
};

// Whether who holds a seat is said, too.
enum class HoldTold { Yes, No };

// "Section 101, row 3, seat 7. Lower. Held. By Ada until 19:42." In the language of the app.
QString describeSeat(const SeatMapModel& model, int seat, HoldTold hold = HoldTold::Yes);
QString describeStatus(const SeatMapModel& model, int seat);

}  // namespace tessera::qt
