// SPDX-License-Identifier: Apache-2.0
#include "tools/history/focus.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "tools/history/index.h"

namespace tessera::history {
namespace {

using Kind = Subject::Kind;

// Cuts a program down to what is in focus.
class Cutter {
public:
    Cutter(const Program& whole, const std::vector<Subject>& subjects,
           const std::vector<int>& bookings)
        : whole_(whole) {
        for (const Subject& subject : subjects) {
            if (subject.kind == Kind::Seat) seats_.insert(subject.number);
            if (subject.kind == Kind::Area) areas_.insert(subject.number);
            if (subject.kind == Kind::Buyer) buyers_.insert(subject.number);
            sale_ = sale_ || subject.kind == Kind::Sale;
        }
        part_.seats = seats_.empty() ? 0 : whole.seats;
        part_.areas = areas_.empty() ? std::vector<int>{} : whole.areas;
        part_.buyers = buyers_.empty() ? 0 : whole.buyers;
        part_.placesPerBuyer = whole.placesPerBuyer;
        for (const int booking : bookings) cutBooking(booking);
        if (!seats_.empty()) cutRuns();
    }

    void cut(int entry) {
        const Entry& of = whole_.entries[at(entry)];
        Entry cut = of;
        cut.firstStep = static_cast<int>(part_.steps.size());
        cut.steps = 0;
        for (int i = of.firstStep; i < of.firstStep + of.steps; ++i) {
            Step step = cutStep(whole_.steps[at(i)]);
            if (saysNothing(step)) continue;
            part_.steps.push_back(std::move(step));
            ++cut.steps;
        }
        if (cut.steps > 0) part_.entries.push_back(cut);
    }
    Program take() { return std::move(part_); }

private:
    void cutBooking(int booking) {
        number_.emplace(booking, static_cast<int>(part_.bookings.size()));
        Booking cut = whole_.bookings[at(booking)];
        keep(cut.seats);
        if (!areas_.contains(cut.area)) cut.area = kNone;
        if (!buyers_.contains(cut.buyer)) cut.buyer = kNone;
        part_.bookings.push_back(std::move(cut));
    }
    // Neighbours that are both in focus.
    void cutRuns() {
        for (const Run& run : whole_.runs) {
            Run cut{run.category, {}};
            for (const int seat : run.seats) {
                if (seats_.contains(seat)) {
                    cut.seats.push_back(seat);
                } else if (!cut.seats.empty()) {
                    part_.runs.push_back(std::exchange(cut, Run{run.category, {}}));
                }
            }
            if (!cut.seats.empty()) part_.runs.push_back(std::move(cut));
        }
    }
    void keep(std::vector<int>& seats) const {
        std::erase_if(seats, [&](int seat) { return !seats_.contains(seat); });
    }
    Step cutStep(Step step) const {
        if (!sale_) step.sale = step.setsSale = SaleNeeds::Any;
        if (!buyers_.contains(step.buyer)) {
            step.buyer = kNone;
            step.buyerRoom = RoomNeeds::Any;
        }
        if (!areas_.contains(step.area)) {
            step.area = kNone;
            step.areaRoom = RoomNeeds::Any;
            step.available.reset();
        }
        const std::size_t aside = step.notTaken.size();
        for (auto* seats : {&step.free, &step.notFree, &step.taken, &step.notTaken}) keep(*seats);
        if (step.notTaken.size() != aside) step.changed.reset();
        if (step.notTaken.empty()) step.allocation = kNone;
        if (part_.runs.empty()) step.noRunOf = 0;
        const auto known = number_.find(step.booking);
        step.booking = known == number_.end() ? kNone : known->second;
        if (step.booking == kNone) {
            step.lives = {};
            step.moves = {};
            step.authorizes = false;
        }
        return step;
    }
    static bool saysNothing(const Step& step) {
        return step.sale == SaleNeeds::Any && step.setsSale == SaleNeeds::Any &&
               step.buyer == kNone && step.area == kNone && step.free.empty() &&
               step.notFree.empty() && step.taken.empty() && step.notTaken.empty() &&
               step.noRunOf == 0 && step.booking == kNone;
    }

    const Program& whole_;
    std::set<int> seats_, areas_, buyers_;
    bool sale_ = false;
    std::unordered_map<int, int> number_;
    Program part_;
};

void sortUnique(std::vector<int>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// The seats that a step says something of by number.
std::vector<int> seatsOf(const Step& step) {
    std::vector<int> seats;
    for (const auto* some : {&step.free, &step.notFree, &step.taken, &step.notTaken}) {
        seats.insert(seats.end(), some->begin(), some->end());
    }
    return seats;
}

// Those it says something of because they are free or not, anywhere.
std::vector<int> seatsOfRuns(const Step& step, const Program& program) {
    std::vector<int> seats;
    if (step.noRunOf == 0) return seats;
    for (const Run& run : program.runs) {
        const auto& in = step.noRunIn;
        if (!in.empty() && std::find(in.begin(), in.end(), run.category) == in.end()) continue;
        seats.insert(seats.end(), run.seats.begin(), run.seats.end());
    }
    return seats;
}

}  // namespace

std::string describe(const Subject& subject, const Program& program) {
    const std::string number = std::to_string(subject.number);
    switch (subject.kind) {
        case Kind::Reservation: {
            const std::string& name = program.bookings[at(subject.number)].name;
            return "reservation " + (name.empty() ? "#" + number : name);
        }
        case Kind::Seat:
            return "seat " + number;
        case Kind::Area:
            return "area " + number;
        case Kind::Buyer:
            return "the places of buyer #" + number;
        case Kind::Sale:
            return "whether the sale is open";
    }
    return "";
}

SubjectIndex::SubjectIndex(const Program& program)
    : program_(program),
      byReservation_(program.bookings.size()),
      bySeat_(at(program.seats)),
      byArea_(program.areas.size()),
      byBuyer_(at(program.buyers)),
      bySale_(1),
      bookingsOfSeat_(at(program.seats)),
      bookingsOfArea_(program.areas.size()),
      bookingsOfBuyer_(at(program.buyers)) {
    for (int booking = 0; booking < static_cast<int>(program.bookings.size()); ++booking) {
        const Booking& of = program.bookings[at(booking)];
        for (const int seat : of.seats) bookingsOfSeat_[at(seat)].push_back(booking);
        if (of.area != kNone) bookingsOfArea_[at(of.area)].push_back(booking);
        if (of.buyer != kNone) bookingsOfBuyer_[at(of.buyer)].push_back(booking);
    }
    for (int entry = 0; entry < static_cast<int>(program.entries.size()); ++entry) {
        for (const Subject& subject : subjectsOf(entry)) note(entry, subject);
    }
    std::sort(subjects_.begin(), subjects_.end());
}

void SubjectIndex::note(int entry, const Subject& subject) {
    auto& entries = entriesOf(subject);
    if (entries.empty()) subjects_.push_back(subject);
    entries.push_back(entry);
}

std::vector<int>& SubjectIndex::entriesOf(const Subject& subject) {
    const auto& found = static_cast<const SubjectIndex&>(*this).entriesOf(subject);
    return const_cast<std::vector<int>&>(found);
}

const std::vector<int>& SubjectIndex::entriesOf(const Subject& subject) const {
    switch (subject.kind) {
        case Kind::Reservation:
            return byReservation_[at(subject.number)];
        case Kind::Seat:
            return bySeat_[at(subject.number)];
        case Kind::Area:
            return byArea_[at(subject.number)];
        case Kind::Buyer:
            return byBuyer_[at(subject.number)];
        default:
            return bySale_[0];
    }
}

std::vector<Subject> SubjectIndex::subjectsOf(int entry) const {
    const Entry& of = program_.entries[at(entry)];
    std::set<Subject> subjects;
    for (int i = of.firstStep; i < of.firstStep + of.steps; ++i) {
        const Step& step = program_.steps[at(i)];
        for (const int seat : seatsOf(step)) subjects.insert({Kind::Seat, seat});
        for (const int seat : seatsOfRuns(step, program_)) subjects.insert({Kind::Seat, seat});
        if (step.booking != kNone) subjects.insert({Kind::Reservation, step.booking});
        if (step.area != kNone) subjects.insert({Kind::Area, step.area});
        if (step.buyer != kNone) subjects.insert({Kind::Buyer, step.buyer});
        if (step.sale != SaleNeeds::Any || step.setsSale != SaleNeeds::Any) {
            subjects.insert({Kind::Sale, 0});
        }
    }
    return {subjects.begin(), subjects.end()};
}

Program SubjectIndex::part(const std::vector<Subject>& subjects) const {
    std::vector<int> bookings;
    std::vector<int> entries;
    const auto add = [](std::vector<int>& to, const std::vector<int>& more) {
        to.insert(to.end(), more.begin(), more.end());
    };
    for (const Subject& subject : subjects) {
        add(entries, entriesOf(subject));
        if (subject.kind == Kind::Reservation) bookings.push_back(subject.number);
        if (subject.kind == Kind::Seat) add(bookings, bookingsOfSeat_[at(subject.number)]);
        if (subject.kind == Kind::Area) add(bookings, bookingsOfArea_[at(subject.number)]);
        if (subject.kind == Kind::Buyer) add(bookings, bookingsOfBuyer_[at(subject.number)]);
    }
    sortUnique(bookings);
    for (const int booking : bookings) add(entries, byReservation_[at(booking)]);
    sortUnique(entries);
    Cutter cutter(program_, subjects, bookings);
    for (const int entry : entries) cutter.cut(entry);
    return cutter.take();
}

}  // namespace tessera::history
