// SPDX-License-Identifier: Apache-2.0
// The quick way to an order: a stretch at a time.
#include <algorithm>
#include <iterator>

#include "tools/history/search.h"

namespace tessera::history {
namespace {

// How far back seek() goes where it is stuck, in configurations, and how many calls more that never
// had to happen it then places.
struct Widening {
    std::size_t back;
    std::size_t optional;
};
constexpr Widening kWidenings[] = {{16, 0},  {24, 0},  {24, 1},  {48, 0},  {48, 1}, {48, 2},
                                   {100, 0}, {100, 1}, {100, 2}, {200, 1}, {400, 2}};
constexpr std::size_t kStretch = 64;  // Operations placed before it forgets.

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

// REQUIRES: a frame.
void Search::nextStretch() {
    attempt_ = 0;
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
    if (++attempt_ == std::size(kWidenings) || frames_.empty()) return false;
    const std::size_t back = kWidenings[attempt_].back - kWidenings[attempt_ - 1].back;
    floor_ -= std::min(floor_, back);
    frames_.resize(std::min(frames_.size(), floor_ + 1));
    Frame& frame = frames_.back();
    floor_ = frames_.size() - 1;
    undoTo(frame);
    frame.choices.clear();
    frame.next = 0;
    frame.optionalToo = false;
    gather(frame.choices);
    keepNear(frame.choices);
    spentMax_ = frame.spent + kWidenings[attempt_].optional;
    full_ = false;
    tried_.clear();
    return true;
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
