// SPDX-License-Identifier: Apache-2.0
// A part of an event: what a history says of a few seats, areas, buyers or reservations alone.
//
// Deterministic. Conditions and effects on all else are left out, so the part asks for less: a part
// that has no order proves that the whole has none. What a part allows proves nothing.
#pragma once

#include <string>
#include <vector>

#include "tools/history/model.h"

namespace tessera::history {

// One thing that a history says something of.
struct Subject {
    enum class Kind : std::uint8_t { Reservation, Seat, Area, Buyer, Sale };
    Kind kind = Kind::Seat;
    int number = 0;
    auto operator<=>(const Subject&) const = default;
};

std::string describe(const Subject& subject, const Program& program);

// Which entries say something of which subject; a reservation belongs to its seats, area and buyer.
class SubjectIndex {
public:
    explicit SubjectIndex(const Program& program);

    // All subjects that some entry is about, reservations first.
    const std::vector<Subject>& subjects() const { return subjects_; }
    std::vector<Subject> subjectsOf(int entry) const;
    // The program of these subjects alone. Entries keep their operations.
    Program part(const std::vector<Subject>& subjects) const;

private:
    void note(int entry, const Subject& subject);
    std::vector<int>& entriesOf(const Subject& subject);
    const std::vector<int>& entriesOf(const Subject& subject) const;

    const Program& program_;
    std::vector<Subject> subjects_;
    std::vector<std::vector<int>> byReservation_, bySeat_, byArea_, byBuyer_, bySale_;
    std::vector<std::vector<int>> bookingsOfSeat_, bookingsOfArea_, bookingsOfBuyer_;
};

}  // namespace tessera::history
