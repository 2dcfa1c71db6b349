// SPDX-License-Identifier: Apache-2.0
#include "tools/history/model.h"

#include <algorithm>

#include "shared/base/check.h"
#include "tools/history/index.h"

namespace tessera::history {
namespace {

constexpr int kFree = -1;

int asideAs(int allocation) {
    return kFree - allocation;
}

bool isIn(const std::vector<int>& categories, int category) {
    return categories.empty() ||
           std::find(categories.begin(), categories.end(), category) != categories.end();
}

}  // namespace

Model::Model(const Program& program)
    : program_(program),
      seat_(at(program.seats), kFree),
      life_(program.bookings.size(), Life::None),
      area_(program.areas.size(), 0),
      buyer_(at(program.buyers), 0),
      authorized_(program.bookings.size(), 0),
      ofArea_(program.areas.size()),
      ofBuyer_(at(program.buyers)) {}

bool Model::admits(const Step& step, Refusal& why) const {
    using What = Refusal::What;
    if (step.sale != SaleNeeds::Any && (step.sale == SaleNeeds::Open) != (open_ != 0)) {
        why = {open_ != 0 ? What::SaleOpen : What::SaleClosed, 0, open_};
        return false;
    }
    if (step.booking != kNone && !step.lives.has(life_[at(step.booking)])) {
        why = {What::WrongLife, step.booking, static_cast<int>(life_[at(step.booking)])};
        return false;
    }
    if (const auto room = refusedByRoom(step)) {
        why = *room;
        return false;
    }
    if (const auto seats = refusedBySeats(step)) {
        why = *seats;
        return false;
    }
    if (step.noRunOf > 0 && hasRun(step)) {
        why = {What::RunIsFree, step.noRunOf, 0};
        return false;
    }
    if (step.changed && wouldChange(step) != *step.changed) {
        why = {What::WrongChange, 0, wouldChange(step)};
        return false;
    }
    return true;
}

std::optional<Refusal> Model::refusedByRoom(const Step& step) const {
    using What = Refusal::What;
    if (step.buyerRoom != RoomNeeds::Any) {
        const int had = buyer_[at(step.buyer)];
        const bool fits = had + step.places <= program_.placesPerBuyer;
        if (fits != (step.buyerRoom == RoomNeeds::Fits)) {
            return Refusal{fits ? What::BuyerHasRoom : What::BuyerFull, step.buyer, had};
        }
    }
    if (step.area == kNone) return std::nullopt;
    const int free = program_.areas[at(step.area)] - area_[at(step.area)];
    if (step.areaRoom != RoomNeeds::Any &&
        (step.places <= free) != (step.areaRoom == RoomNeeds::Fits)) {
        return Refusal{step.places <= free ? What::AreaHasRoom : What::AreaFull, step.area, free};
    }
    if (step.available && *step.available != free) {
        return Refusal{What::AreaCount, step.area, free};
    }
    return std::nullopt;
}

std::optional<Refusal> Model::refusedBySeats(const Step& step) const {
    using What = Refusal::What;
    for (const int seat : step.notFree) {
        if (seat_[at(seat)] == kFree) return Refusal{What::SeatFree, seat, kFree};
    }
    for (const int seat : step.taken) {
        if (seat_[at(seat)] <= kFree) return Refusal{What::SeatNotTaken, seat, seat_[at(seat)]};
    }
    for (const int seat : step.free) {
        if (seat_[at(seat)] != kFree) return Refusal{What::SeatNotFree, seat, seat_[at(seat)]};
    }
    for (const int seat : step.notTaken) {
        if (seat_[at(seat)] > kFree) return Refusal{What::SeatTaken, seat, seat_[at(seat)]};
    }
    return std::nullopt;
}

bool Model::hasRun(const Step& step) const {
    int inAll = 0;
    for (const Run& run : program_.runs) {
        if (!isIn(step.noRunIn, run.category)) continue;
        int inRow = 0;
        for (const int seat : run.seats) {
            const bool free = seat_[at(seat)] == kFree;
            inRow = free ? inRow + 1 : 0;
            inAll += free ? 1 : 0;
            if (step.noRunTogether ? inRow >= step.noRunOf : inAll >= step.noRunOf) return true;
        }
    }
    return false;
}

int Model::wouldChange(const Step& step) const {
    const int target = asideAs(step.allocation);
    return static_cast<int>(std::count_if(step.notTaken.begin(), step.notTaken.end(),
                                          [&](int seat) { return seat_[at(seat)] != target; }));
}

bool Model::changesNothing(const Step& step) const {
    if (step.authorizes && authorized_[at(step.booking)] == 0) return false;
    if (step.booking == kNone) return true;
    const Life life = life_[at(step.booking)];
    return !step.moves[0].from.has(life) && !step.moves[1].from.has(life);
}

void Model::apply(const Step& step) {
    using Kind = Change::Kind;
    if (step.setsSale != SaleNeeds::Any) set(Kind::Sale, 0, step.setsSale == SaleNeeds::Open);
    if (step.allocation != kNone) {
        for (const int seat : step.notTaken) set(Kind::Seat, seat, asideAs(step.allocation));
    }
    if (step.authorizes) set(Kind::Authorized, step.booking, 1);
    if (step.booking == kNone) return;
    const Life life = life_[at(step.booking)];
    for (const LifeMove& way : step.moves) {
        if (way.from.has(life)) return move(step.booking, way.to);
    }
}

void Model::apply(const Turn& turn) {
    TESSERA_CHECK(life_[at(turn.booking)] == turn.from);
    move(turn.booking, turn.to);
}

void Model::move(int booking, Life to) {
    const Life from = life_[at(booking)];
    if (hasPlaces(from) != hasPlaces(to)) takePlaces(booking, hasPlaces(to));
    set(Change::Kind::Life, booking, static_cast<int>(to));
}

void Model::takePlaces(int booking, bool take) {
    using Kind = Change::Kind;
    const Booking& of = program_.bookings[at(booking)];
    const int places = take ? of.places : -of.places;
    for (const int seat : of.seats) set(Kind::Seat, seat, take ? booking : kFree);
    if (of.area != kNone) set(Kind::Area, of.area, area_[at(of.area)] + places);
    if (of.buyer != kNone) set(Kind::Buyer, of.buyer, buyer_[at(of.buyer)] + places);
}

int& Model::slot(Change::Kind kind, int subject) {
    using Kind = Change::Kind;
    switch (kind) {
        case Kind::Seat:
            return seat_[at(subject)];
        case Kind::Area:
            return area_[at(subject)];
        case Kind::Buyer:
            return buyer_[at(subject)];
        case Kind::Authorized:
            return authorized_[at(subject)];
        default:
            return open_;
    }
}

// Also keeps the lists of those who have places as the lives say.
void Model::set(Change::Kind kind, int subject, int value) {
    const bool life = kind == Change::Kind::Life;
    const int before = life ? static_cast<int>(life_[at(subject)]) : slot(kind, subject);
    if (before == value) return;
    undo_.push_back({kind, subject, before});
    const auto of = static_cast<std::uint64_t>(kind);
    const auto whose = static_cast<std::uint64_t>(subject);
    // Nobody can ask for one that nobody was told of: over, it is as if it had never been.
    const auto shown = [&](int what) {
        const bool gone = life && program_.bookings[at(subject)].name.empty() &&
                          kOver.has(static_cast<Life>(what));
        return static_cast<std::uint64_t>(gone ? static_cast<int>(Life::None) : what);
    };
    hash_.toggle(hashOf(of, whose, shown(before)));
    hash_.toggle(hashOf(of, whose, shown(value)));
    if (!life) {
        slot(kind, subject) = value;
        return;
    }
    life_[at(subject)] = static_cast<Life>(value);
    const bool has = hasPlaces(static_cast<Life>(value));
    if (has == hasPlaces(static_cast<Life>(before))) return;
    const Booking& booking = program_.bookings[at(subject)];
    const auto count = [&](std::vector<int>& list) {
        if (has) return list.push_back(subject);
        list.erase(std::find(list.begin(), list.end(), subject));
    };
    if (booking.area != kNone) count(ofArea_[at(booking.area)]);
    if (booking.buyer != kNone) count(ofBuyer_[at(booking.buyer)]);
}

void Model::undoTo(std::size_t mark) {
    while (undo_.size() > mark) {
        const Change change = undo_.back();
        set(change.kind, change.subject, change.before);  // Notes itself; both notes go.
        undo_.pop_back();
        undo_.pop_back();
    }
}

void Model::turnsAgainst(const Refusal& why, std::int64_t by, std::vector<Turn>& out) const {
    using What = Refusal::What;
    switch (why.what) {
        case What::SeatNotFree:
        case What::SeatTaken:
            if (why.value > kFree) turnsOf(why.value, by, out);
            return;
        case What::WrongLife:
            return turnsOf(why.subject, by, out);
        case What::AreaFull:
        case What::AreaCount:
            return turnsOfArea(why.subject, by, out);
        case What::BuyerFull:
            return turnsOfBuyer(why.subject, by, out);
        default:
            return;  // Turns free places and take none.
    }
}

void Model::turnsOf(int booking, std::int64_t by, std::vector<Turn>& out) const {
    const Booking& of = program_.bookings[at(booking)];
    const bool authorized = authorized_[at(booking)] != 0;
    for (const TurnRule& rule : kTurnRules) {
        if (rule.from != life_[at(booking)]) continue;
        const bool may = rule.needs == TurnNeeds::Nothing ||
                         (rule.needs == TurnNeeds::HoldDue && of.holdDue <= by) ||
                         (rule.needs == TurnNeeds::PayDue && of.payDue <= by) ||
                         (rule.needs == TurnNeeds::Authorized && authorized) ||
                         (rule.needs == TurnNeeds::NotAuthorized && !authorized);
        if (may) out.push_back({booking, rule.from, rule.to});
    }
}

void Model::turnsOfArea(int area, std::int64_t by, std::vector<Turn>& out) const {
    for (const int booking : ofArea_[at(area)]) turnsOf(booking, by, out);
}

void Model::turnsOfBuyer(int buyer, std::int64_t by, std::vector<Turn>& out) const {
    for (const int booking : ofBuyer_[at(buyer)]) turnsOf(booking, by, out);
}

std::string Model::nameOfBooking(int booking) const {
    const std::string& name = program_.bookings[at(booking)].name;
    const std::string life = nameOf(life_[at(booking)]);
    return (name.empty() ? "a reservation nobody was told of" : name) + " (" + life + ")";
}

std::string Model::explain(const Refusal& why, const Step& step) const {
    using What = Refusal::What;
    const std::string subject = std::to_string(why.subject);
    const auto owner = [&] {
        return why.value > kFree ? "has " + nameOfBooking(why.value)
                                 : "is set aside under " + std::to_string(kFree - why.value);
    };
    switch (why.what) {
        case What::Nothing:
            return "nothing is against it";
        case What::SaleClosed:
            return "the sale is closed";
        case What::SaleOpen:
            return "the sale is open";
        case What::SeatNotFree:
        case What::SeatTaken:
            return "seat " + subject + " " + owner();
        case What::SeatFree:
            return "seat " + subject + " is free";
        case What::SeatNotTaken:
            return "seat " + subject + (why.value == kFree ? " is free" : " " + owner());
        case What::AreaFull:
        case What::AreaHasRoom:
        case What::AreaCount:
            return "area " + subject + " has " + std::to_string(why.value) + " free";
        case What::BuyerFull:
        case What::BuyerHasRoom:
            return "the buyer has " + std::to_string(why.value) + " of " +
                   std::to_string(program_.placesPerBuyer) + " places";
        case What::RunIsFree:
            return subject + " such seats are free";
        case What::WrongLife:
            return nameOfBooking(why.subject) + " would have to be " + nameOf(step.lives);
        case What::WrongChange:
            return std::to_string(why.value) + " seats would change";
    }
    return "";
}

}  // namespace tessera::history
