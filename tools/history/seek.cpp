// SPDX-License-Identifier: Apache-2.0
// The quick way to an order: a stretch at a time.
#include <algorithm>
#include <iterator>

#include "tools/history/index.h"
#include "tools/history/search.h"

namespace tessera::history {
namespace {

// How far back seek() goes where it is stuck, in configurations, and how many calls more that never
// had to happen it then places.
struct Widening {
    std::size_t back;
    std::size_t optional;
};
constexpr Widening kWidenings[] = {{16, 0}, {24, 0}, {24, 1}, {48, 0}, {48, 1}, {48, 2}};
constexpr std::size_t kRepairsMax = 1500;  // And at most one for two calls.
constexpr std::size_t kCulpritsMax = 24;
constexpr std::size_t kLookBack = 600;  // Elements of the order.
constexpr std::size_t kHeldBackMax = 6;
constexpr std::size_t kBudget = 300;  // Configurations of one repair.
constexpr std::size_t kStretch = 64;  // Operations placed before it forgets.

}  // namespace

// REQUIRES: a frame.
void Search::nextStretch() {
    attempt_ = 0;
    budget_ = SIZE_MAX;
    culprits_.clear();
    deepest_ = 0;
    floor_ = frames_.size() - std::min(frames_.size() - 1, kWidenings[0].back) - 1;
    spentMax_ = spent_.size() + kWidenings[0].optional;
    goal_ = placed_ + kStretch;
    tried_.clear();
}

bool Search::isNear(const Step& step) const {
    const auto isNearSeat = [&](int seat) { return nearSeat_[at(seat)] != 0; };
    for (const auto* seats : {&step.free, &step.notFree, &step.taken, &step.notTaken}) {
        if (std::any_of(seats->begin(), seats->end(), isNearSeat)) return true;
    }
    if (step.setsSale != SaleNeeds::Any || (nearArea_ && step.area != kNone)) return true;
    return step.booking != kNone && isNear(step.booking);
}

bool Search::isNear(int booking) const {
    const Booking& of = program_.bookings[at(booking)];
    return (nearArea_ && of.area != kNone) ||
           (of.buyer != kNone && nearBuyer_[at(of.buyer)] != 0) ||
           std::any_of(of.seats.begin(), of.seats.end(),
                       [&](int seat) { return nearSeat_[at(seat)] != 0; });
}

// What the call that had to come next is about: only what touches it is then taken in any other
// order than it is found in.
void Search::markNear() {
    nearSeat_.assign(at(program_.seats), 0);
    nearArea_ = false;
    const Entry& of = program_.entries[at(found_.blocked)];
    for (int number = of.firstStep; number < of.firstStep + of.steps; ++number) {
        const Step& step = program_.steps[at(number)];
        for (const auto* seats : {&step.free, &step.notFree, &step.taken, &step.notTaken}) {
            for (const int seat : *seats) nearSeat_[at(seat)] = 1;
        }
        nearArea_ = nearArea_ || step.area != kNone;
        if (step.noRunOf > 0) std::fill(nearSeat_.begin(), nearSeat_.end(), 1);
        if (step.booking == kNone) continue;
        for (const int seat : program_.bookings[at(step.booking)].seats) nearSeat_[at(seat)] = 1;
    }
    // Who could take or give what is near may have to have places first.
    nearBuyer_.assign(at(program_.buyers), 0);
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        const Step& step = program_.steps[at(program_.entries[at(entry)].firstStep)];
        if (step.buyer != kNone && step.booking != kNone && isNear(step)) {
            nearBuyer_[at(step.buyer)] = 1;
        }
    }
}

void Search::keepNear(std::vector<Choice>& choices) const {
    std::size_t number = 0;
    std::erase_if(choices, [&](const Choice& choice) {
        if (number++ == 0 || choice.near) return false;
        if (choice.what.entry == kNone) return !isNear(choice.what.turn.booking);
        return !isNear(program_.steps[at(choice.what.step)]);
    });
}

// From further back, or with more of the calls that never had to happen; false where there is
// nothing left to widen.
bool Search::widen() {
    markNear();
    if (++attempt_ >= std::size(kWidenings) + std::min(kRepairsMax, toPlace_ / 2)) return false;
    if (attempt_ >= std::size(kWidenings)) return repair();
    const std::size_t back = kWidenings[attempt_].back - kWidenings[attempt_ - 1].back;
    if (frames_.empty()) startAgain();
    floor_ -= std::min(floor_, back);
    frames_.resize(std::min(frames_.size(), floor_ + 1));
    floor_ = frames_.size() - 1;
    full_ = false;
    tried_.clear();
    restart(kWidenings[attempt_].optional);
    keepNear(frames_.back().choices);
    return true;
}

// Whether what was placed may be why the call that had to come next was refused.
bool Search::isCulprit(const Placed& what, const Refusal& why) const {
    using What = Refusal::What;
    const bool turn = what.entry == kNone;
    const Step* step = turn ? nullptr : &program_.steps[at(what.step)];
    if (why.what == What::SaleClosed || why.what == What::SaleOpen) {
        return !turn && step->setsSale != SaleNeeds::Any;
    }
    const int booking = turn ? what.turn.booking : step->booking;
    const auto has = [](const std::vector<int>& seats, int seat) {
        return std::find(seats.begin(), seats.end(), seat) != seats.end();
    };
    if (booking == kNone) {
        const bool seat = why.what >= What::SeatNotFree && why.what <= What::SeatNotTaken;
        return seat && step->allocation != kNone && has(step->notTaken, why.subject);
    }
    const Booking& of = program_.bookings[at(booking)];
    const bool takes = !turn && step->moves[0].to == Life::Held;
    const bool gives = turn ? kOver.has(what.turn.to) : !takes && !step->moves[0].from.empty();
    switch (why.what) {
        case What::SeatNotFree:
        case What::SeatTaken:
            return takes && has(of.seats, why.subject);
        case What::SeatFree:
        case What::SeatNotTaken:
            return gives && has(of.seats, why.subject);
        case What::AreaFull:
            return takes && of.area == why.subject;
        case What::AreaHasRoom:
            return gives && of.area == why.subject;
        case What::AreaCount:
            return (takes || gives) && of.area == why.subject;
        case What::BuyerFull:
            return takes && of.buyer == why.subject;
        case What::BuyerHasRoom:
            return gives && of.buyer == why.subject;
        case What::RunIsFree:
            return gives && !of.seats.empty();
        case What::WrongLife:
            return booking == why.subject && (turn || gives);
        default:
            return false;
    }
}

// Of the deepest dead end since the last repair: what may have been placed too early for the call
// that had to come next, the latest first.
void Search::noteCulprits() {
    if (placed_ <= deepest_ && !culprits_.empty()) return;
    deepest_ = placed_;
    blockedNow_ = nextEnd_[at(end_)];
    culprits_.clear();
    const Entry& of = program_.entries[at(blockedNow_)];
    Refusal why;
    if (model_.admits(program_.steps[at(of.firstStep)], why)) return;
    const std::size_t until = order_.size() - std::min(order_.size(), kLookBack);
    for (std::size_t i = order_.size(); i > until && culprits_.size() < kCulpritsMax; --i) {
        const Placed& what = order_[i - 1];
        if (what.entry != kNone && program_.entries[at(what.entry)].end < of.begin) continue;
        if (isCulprit(what, why)) culprits_.push_back({what, i - 1});
    }
}

bool Search::isHeldBack(const Placed& what) const {
    return std::any_of(heldBack_.begin(), heldBack_.end(), [&](const HeldBack& one) {
        if (isLifted_[at(one.until)] != 0 || one.what.entry != what.entry) return false;
        return what.entry != kNone || one.what.turn == what.turn;
    });
}

// Back to where something was placed that may have been too early, which is then held back.
bool Search::repair() {
    random_ = mixed(random_);
    std::erase_if(heldBack_, [&](const HeldBack& one) {
        return isLifted_[at(one.until)] != 0 || one.what.entry == blockedNow_;
    });
    if (heldBack_.size() >= kHeldBackMax || random_ % 16 == 0) heldBack_.clear();
    if (frames_.empty()) startAgain();
    std::size_t mark = frames_.back().orderMark;
    mark -= std::min<std::size_t>(mark, random_ % 32);
    if (!culprits_.empty()) {
        const std::size_t few = 1 + mixed(random_ + 1) % culprits_.size();
        const auto& [what, position] = culprits_[mixed(random_ + 2) % few];
        heldBack_.push_back({what, blockedNow_});
        mark = position;
    }
    while (frames_.size() > 1 && frames_.back().orderMark > mark) frames_.pop_back();
    floor_ = frames_.size() - 1;
    full_ = false;
    tried_.clear();
    culprits_.clear();
    deepest_ = 0;
    budget_ = tried_.added() + kBudget;
    restart(random_ / 64 % 4);
    return true;
}

// The first frame again.
void Search::startAgain() {
    undoTo({});
    settle();
    frames_.push_back({model_.mark(), order_.size(), {}, 0, false, 0, placed_});
}

// The last frame from its beginning.
void Search::restart(std::size_t optional) {
    Frame& frame = frames_.back();
    undoTo(frame);
    frame.choices.clear();
    frame.next = 0;
    frame.optionalToo = false;
    gather(frame.choices);
    spentMax_ = frame.spent + optional;
}

Found Search::seek() {
    thorough_ = false;
    bool done = descend();
    if (!done) nextStretch();
    while (!done) {
        if (!advance()) {
            if (!widen()) break;
            continue;
        }
        done = descend();
        if (!done && placed_ >= goal_) nextStretch();
    }
    full_ = !done;
    return finish(done);
}

}  // namespace tessera::history
