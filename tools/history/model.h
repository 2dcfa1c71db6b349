// SPDX-License-Identifier: Apache-2.0
// One event as the contract describes it, one step at a time: what must hold for a call to have
// been answered as it was, and what the event is afterwards.
//
// Deterministic; no clock, no random, nothing of server/. Not thread-safe. A Model refers to its
// Program, which must outlive it and stay as it is. Every change can be undone, last first; the
// hash follows each change, so that equal states have equal hashes whatever way led there.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tools/history/hash.h"
#include "tools/history/life.h"
#include "tools/history/operation.h"

namespace tessera::history {

// What a reservation has, and when time may act on it at the earliest (recorder's clock).
struct Booking {
    std::string name;        // Its id; empty where nobody was told.
    std::vector<int> seats;  // Ascending.
    int area = kNone;
    int buyer = kNone;
    int places = 0;
    std::int64_t holdDue = INT64_MIN;
    std::int64_t payDue = INT64_MIN;
};

enum class SaleNeeds : std::uint8_t { Any, Open, Closed };
enum class RoomNeeds : std::uint8_t { Any, Fits, TooMany };

struct LifeMove {
    Lives from;
    Life to = Life::None;
};

// One way in which one operation can have happened: conditions, then effects.
struct Step {
    SaleNeeds sale = SaleNeeds::Any;
    RoomNeeds buyerRoom = RoomNeeds::Any;
    RoomNeeds areaRoom = RoomNeeds::Any;
    int buyer = kNone;
    int area = kNone;
    int places = 0;                // For buyer and area.
    std::optional<int> available;  // The area has exactly that many free.
    std::vector<int> free;         // Neither taken nor set aside.
    std::vector<int> notFree;
    std::vector<int> taken;  // By a reservation.
    std::vector<int> notTaken;
    int noRunOf = 0;            // >= 1: nowhere so many free neighbours ...
    bool noRunTogether = true;  // ... false: not so many free at all ...
    std::vector<int> noRunIn;   // ... in these categories; empty: in all of them.
    int booking = kNone;
    Lives lives;  // Of `booking`.

    // From which lives it goes to which; from the others it stays as it is.
    std::array<LifeMove, 2> moves{};
    bool authorizes = false;
    int allocation = kNone;      // Sets `notTaken` aside (0: gives them back) ...
    std::optional<int> changed;  // ... which changes exactly so many.
    SaleNeeds setsSale = SaleNeeds::Any;

    // Whether it changes nothing wherever it is admitted once it would change nothing: then it may
    // be placed as soon as it is.
    bool settlesAtRest() const { return allocation == kNone && setsSale == SaleNeeds::Any; }
};

// What the search orders: an operation, or one of the two halves of a retried one.
struct Entry {
    std::int64_t begin = 0;
    std::int64_t end = kNever;
    std::int64_t hint = 0;  // Where to look first; decides nothing else.
    bool optional = false;  // It may never have taken effect.
    int operation = 0;      // Index into the history's.
    int firstStep = 0;
    int steps = 1;  // Alternatives.
};

struct Program {
    int seats = 0;
    std::vector<Run> runs;
    std::vector<int> areas;  // Capacities.
    int buyers = 0;
    int placesPerBuyer = 0;
    std::vector<Booking> bookings;
    std::vector<Entry> entries;
    std::vector<Step> steps;
};

// Why a step cannot be next.
struct Refusal {
    enum class What : std::uint8_t {
        Nothing,
        SaleClosed,
        SaleOpen,
        SeatNotFree,
        SeatFree,
        SeatTaken,
        SeatNotTaken,
        AreaFull,
        AreaHasRoom,
        AreaCount,
        BuyerFull,
        BuyerHasRoom,
        RunIsFree,
        WrongLife,
        WrongChange
    };
    What what = What::Nothing;
    int subject = kNone;  // A seat, an area, a buyer or a booking.
    int value = 0;        // What the model has there.
};

class Model {
public:
    explicit Model(const Program& program);

    // Whether the step can be next; if not, `why` says the first condition that does not hold.
    bool admits(const Step& step, Refusal& why) const;
    bool changesNothing(const Step& step) const;
    // REQUIRES: admits(step).
    void apply(const Step& step);

    // The turns that could help against `why`, of those that may happen while every call that ended
    // before `by` is placed.
    void turnsAgainst(const Refusal& why, std::int64_t by, std::vector<Turn>& out) const;
    // REQUIRES: it is one of turnsAgainst().
    void apply(const Turn& turn);

    std::size_t mark() const { return undo_.size(); }
    void undoTo(std::size_t mark);
    Hash hash() const { return hash_; }

    Life lifeOf(int booking) const { return life_[static_cast<std::size_t>(booking)]; }
    // For people: what is the matter.
    std::string explain(const Refusal& why, const Step& step) const;

private:
    struct Change {
        enum class Kind : std::uint8_t { Seat, Life, Area, Buyer, Authorized, Sale };
        Kind kind;
        int subject;
        int before;
    };
    std::optional<Refusal> refusedBySeats(const Step& step) const;
    std::optional<Refusal> refusedByRoom(const Step& step) const;
    bool hasRun(const Step& step) const;
    int wouldChange(const Step& step) const;
    void turnsOf(int booking, std::int64_t by, std::vector<Turn>& out) const;
    void turnsOfArea(int area, std::int64_t by, std::vector<Turn>& out) const;
    void turnsOfBuyer(int buyer, std::int64_t by, std::vector<Turn>& out) const;
    void move(int booking, Life to);
    void takePlaces(int booking, bool take);
    void set(Change::Kind kind, int subject, int value);
    int& slot(Change::Kind kind, int subject);
    std::string nameOfBooking(int booking) const;

    const Program& program_;
    std::vector<int> seat_;  // kFree, a booking, or below kFree: an allocation.
    std::vector<Life> life_;
    std::vector<int> area_;   // Places taken.
    std::vector<int> buyer_;  // Places taken.
    std::vector<int> authorized_;
    int open_ = 1;
    // Bookings that have places, by what they count in; in order of becoming so.
    std::vector<std::vector<int>> ofArea_;
    std::vector<std::vector<int>> ofBuyer_;
    std::vector<Change> undo_;
    Hash hash_;
};

}  // namespace tessera::history
