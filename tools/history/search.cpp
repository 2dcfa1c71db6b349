// SPDX-License-Identifier: Apache-2.0
#include "tools/history/search.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "shared/base/check.h"
#include "tools/history/index.h"

namespace tessera::history {
namespace {

constexpr std::uint64_t kLiftedKind = 99;  // Beside the model's own kinds.
constexpr std::size_t kDeadEndsMax = 4;
constexpr std::size_t kLastShown = 12;
constexpr std::size_t kAgainstShown = 8;

// A ring of the entries in this order, with `end` as head and tail.
void chain(const std::vector<int>& order, int end, std::vector<int>& next,
           std::vector<int>& previous) {
    int last = end;
    for (const int entry : order) {
        next[at(last)] = entry;
        previous[at(entry)] = last;
        last = entry;
    }
    next[at(last)] = end;
    previous[at(end)] = last;
}

// Of equal turns only the first.
template <class Choices>
void dropRepeated(Choices& choices) {
    std::vector<Turn> seen;
    std::erase_if(choices, [&](const auto& choice) {
        if (choice.what.entry != kNone) return false;
        if (std::find(seen.begin(), seen.end(), choice.what.turn) != seen.end()) return true;
        seen.push_back(choice.what.turn);
        return false;
    });
}

}  // namespace

Search::Search(const Program& program, SearchLimits limits)
    : program_(program),
      model_(program),
      optionals_(program),
      foresight_(program),
      tried_(limits.memory),
      isLifted_(program.entries.size(), 0),
      considered_(program.steps.size(), 0),
      end_(static_cast<int>(program.entries.size())) {
    linkUp();
}

void Search::linkUp() {
    const auto& entries = program_.entries;
    for (auto* list : {&nextBegin_, &previousBegin_, &nextEnd_, &previousEnd_}) {
        list->assign(entries.size() + 1, end_);
    }
    cancelled_.assign(program_.bookings.size(), kNever);
    for (const Entry& entry : entries) {
        const Step& step = program_.steps[at(entry.firstStep)];
        if (step.booking == kNone || !step.moves[1].from.has(Life::Paying)) continue;
        auto& cancelled = cancelled_[at(step.booking)];
        cancelled = std::min(cancelled, entry.optional ? entry.begin : entry.end);
    }
    std::vector<int> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return std::pair(entries[at(a)].begin, a) < std::pair(entries[at(b)].begin, b);
    });
    chain(order, end_, nextBegin_, previousBegin_);
    std::erase_if(order, [&](int entry) { return entries[at(entry)].optional; });
    toPlace_ = order.size();
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return std::pair(entries[at(a)].end, a) < std::pair(entries[at(b)].end, b);
    });
    chain(order, end_, nextEnd_, previousEnd_);
}

std::int64_t Search::begin(int entry) const {
    return program_.entries[at(entry)].begin;
}

std::int64_t Search::firstEnd() const {
    const int first = nextEnd_[at(end_)];
    return first == end_ ? kNever : program_.entries[at(first)].end;
}

// Taken out of both rings; its own links stay, so that it can be put back where it was.
void Search::lift(int entry) {
    nextBegin_[at(previousBegin_[at(entry)])] = nextBegin_[at(entry)];
    previousBegin_[at(nextBegin_[at(entry)])] = previousBegin_[at(entry)];
    isLifted_[at(entry)] = 1;
    if (program_.entries[at(entry)].optional) {
        spent_.insert(std::lower_bound(spent_.begin(), spent_.end(), entry), entry);
        return;
    }
    nextEnd_[at(previousEnd_[at(entry)])] = nextEnd_[at(entry)];
    previousEnd_[at(nextEnd_[at(entry)])] = previousEnd_[at(entry)];
    ++placed_;
    lifted_.toggle(hashOf(kLiftedKind, static_cast<std::uint64_t>(entry), 1));
}

// REQUIRES: last lifted, first put back.
void Search::unlift(int entry) {
    nextBegin_[at(previousBegin_[at(entry)])] = entry;
    previousBegin_[at(nextBegin_[at(entry)])] = entry;
    isLifted_[at(entry)] = 0;
    if (program_.entries[at(entry)].optional) {
        spent_.erase(std::lower_bound(spent_.begin(), spent_.end(), entry));
        return;
    }
    nextEnd_[at(previousEnd_[at(entry)])] = entry;
    previousEnd_[at(nextEnd_[at(entry)])] = entry;
    --placed_;
    lifted_.toggle(hashOf(kLiftedKind, static_cast<std::uint64_t>(entry), 1));
}

void Search::place(const Placed& what) {
    order_.push_back(what);
    if (what.entry == kNone) return model_.apply(what.turn);
    model_.apply(program_.steps[at(what.step)]);
    lift(what.entry);
}

void Search::undoTo(const Frame& frame) {
    while (order_.size() > frame.orderMark) {
        if (order_.back().entry != kNone) unlift(order_.back().entry);
        order_.pop_back();
    }
    model_.undoTo(frame.modelMark);
}

// What is true now and changes nothing is placed at once: wherever it comes in an order, it can as
// well come here. What was lifted keeps its way on to the next.
void Search::settle() {
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        settleOne(entry);
    }
}

void Search::settleOne(int entry) {
    const Entry& of = program_.entries[at(entry)];
    if (of.optional) return;
    Refusal why;
    for (int step = of.firstStep; step < of.firstStep + of.steps; ++step) {
        const Step& one = program_.steps[at(step)];
        if (!one.settlesAtRest() || !model_.changesNothing(one) || !model_.admits(one, why)) {
            continue;
        }
        return place({entry, step, {}});
    }
}

// Who waits longest is most likely to be next.
std::int64_t Search::waitsSince(const Turn& turn) const {
    const Booking& of = program_.bookings[at(turn.booking)];
    if (turn.from == Life::Held) return of.holdDue;
    return turn.from == Life::Cancelling ? cancelled_[at(turn.booking)] : of.payDue;
}

// The turns that could help against `why`.
void Search::offer(std::int64_t hint, const Refusal& why, std::vector<Choice>& choices) const {
    std::vector<Turn> turns;
    model_.turnsAgainst(why, firstEnd(), turns);
    if (!thorough_ && turns.size() > 1) {
        std::stable_sort(turns.begin(), turns.end(), [&](const Turn& a, const Turn& b) {
            return waitsSince(a) < waitsSince(b);
        });
    }
    for (const Turn& turn : turns) choices.push_back({hint, {kNone, kNone, turn}});
}

void Search::gatherOf(int entry, std::vector<Choice>& choices) const {
    const Entry& of = program_.entries[at(entry)];
    for (int step = of.firstStep; step < of.firstStep + of.steps; ++step) {
        Refusal why;
        if (model_.admits(program_.steps[at(step)], why)) {
            choices.push_back({of.hint, {entry, step, {}}});
        } else {
            const std::size_t before = choices.size();
            offer(of.hint, why, choices);
            if (attempt_ == 0 || !isNear(program_.steps[at(step)])) continue;
            for (std::size_t i = before; i < choices.size(); ++i) choices[i].near = true;
        }
    }
}

// What may come next: calls that the model admits, and turns that one of the others asks for.
void Search::gather(std::vector<Choice>& choices) const {
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        if (!program_.entries[at(entry)].optional) gatherOf(entry, choices);
    }
    hurry(choices);
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.hint < b.hint; });
    dropRepeated(choices);
    dropHopeless(choices);
}

void Search::dropHopeless(std::vector<Choice>& choices) const {
    const std::int64_t by = firstEnd();
    std::erase_if(choices, [&](const Choice& choice) {
        const Placed& what = choice.what;
        if (isHeldBack(what)) return true;
        return !(what.entry == kNone ? foresight_.allows(what.turn, isLifted_, by)
                                     : foresight_.allows(what.entry, program_.steps[at(what.step)],
                                                         model_, isLifted_, by));
    });
}

// What gives places that another waits for is looked at before the other: answers tell when a hold
// was made, and not so well when one was given back.
void Search::hurry(std::vector<Choice>& choices) const {
    using What = Refusal::What;
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        const Entry& of = program_.entries[at(entry)];
        const Step& step = program_.steps[at(of.firstStep)];
        Refusal why;
        if (of.optional || step.booking == kNone || model_.admits(step, why)) continue;
        for (Choice& choice : choices) {
            if (choice.what.entry == kNone || choice.hint < of.hint) continue;
            const int booking = program_.steps[at(choice.what.step)].booking;
            if (booking == kNone) continue;
            const Booking& gives = program_.bookings[at(booking)];
            const bool helps = (why.what == What::SeatNotFree && why.value == booking) ||
                               (why.what == What::AreaFull && gives.area == why.subject) ||
                               (why.what == What::BuyerFull && gives.buyer == why.subject);
            if (helps && hasPlaces(model_.lifeOf(booking))) choice.hint = of.hint - 1;
        }
    }
}

// What the model has against the calls that may come next and had to happen.
std::vector<Refusal> Search::refusals() const {
    std::vector<Refusal> whys;
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        const Entry& of = program_.entries[at(entry)];
        if (of.optional || (!thorough_ && entry != found_.blocked && entry != nextEnd_[at(end_)])) {
            continue;
        }
        Refusal why;
        for (int step = of.firstStep; step < of.firstStep + of.steps; ++step) {
            if (!model_.admits(program_.steps[at(step)], why)) whys.push_back(why);
        }
    }
    return whys;
}

bool Search::staffIsNear() const {
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        const Entry& of = program_.entries[at(entry)];
        if (program_.steps[at(of.firstStep)].setsSale != SaleNeeds::Any) return true;
    }
    return false;
}

// Calls that never had to happen: those that could help, and, where one of them is refused itself,
// those that could help it.
void Search::gatherOptional(std::vector<Choice>& choices) {
    if (optionals_.empty()) return;
    std::vector<Refusal> whys = refusals();
    ++asked_;
    const auto consider = [&](const OptionalStep& one) {
        if (isLifted_[at(one.entry)] != 0 || begin(one.entry) > firstEnd()) return;
        if (std::exchange(considered_[at(one.step)], asked_) == asked_) return;
        Refusal why;
        if (model_.admits(program_.steps[at(one.step)], why)) {
            choices.push_back({program_.entries[at(one.entry)].hint, {one.entry, one.step, {}}});
        } else {
            if (thorough_) whys.push_back(why);
            offer(program_.entries[at(one.entry)].hint, why, choices);
        }
    };
    for (const OptionalStep& one : optionals_.ofStaff()) consider(one);
    if (thorough_ && staffIsNear()) {
        for (const OptionalStep& one : optionals_.all()) consider(one);
    }
    for (std::size_t i = 0; i < whys.size(); ++i) {
        for (const OptionalStep& one : optionals_.against(Refusal(whys[i]))) consider(one);
    }
    dropRepeated(choices);
    dropHopeless(choices);
}

// True where everything is placed.
bool Search::descend() {
    settle();
    if (placed_ == toPlace_) return true;
    Hash configuration = model_.hash();
    configuration.toggle(lifted_);
    const auto added = tried_.add(configuration, spent_);
    full_ = full_ || added == Tried::Added::Full;
    if (added != Tried::Added::New) return false;
    Frame frame{model_.mark(), order_.size(), {}, 0, false, spent_.size(), placed_};
    gather(frame.choices);
    if (attempt_ > 0 && budget_ == SIZE_MAX) keepNear(frame.choices);
    if (hurriesOptional()) {
        std::vector<Choice> mandatory = std::exchange(frame.choices, {});
        gatherOptional(frame.choices);
        frame.choices.insert(frame.choices.end(), mandatory.begin(), mandatory.end());
    }
    frames_.push_back(std::move(frame));
    return false;
}

// Goes on to the next choice; false where there is none left. What never had to happen comes last.
bool Search::advance() {
    while (frames_.size() > floor_ && !full_ && tried_.added() < budget_) {
        Frame& frame = frames_.back();
        undoTo(frame);
        if (frame.next == frame.choices.size() && !frame.optionalToo) {
            frame.optionalToo = true;
            frame.choices.clear();
            frame.next = 0;
            if (spent_.size() < spentMax_) gatherOptional(frame.choices);
        }
        if (frame.next < frame.choices.size()) {
            place(frame.choices[frame.next++].what);
            return true;
        }
        if (!thorough_) noteCulprits();
        noteDeadEnd();
        frames_.pop_back();
    }
    return false;
}

Objection Search::against(int entry) const {
    const Step& step = program_.steps[at(program_.entries[at(entry)].firstStep)];
    Refusal why;
    const bool admitted = model_.admits(step, why);
    return {entry, admitted ? "may come, and then nothing fits" : model_.explain(why, step)};
}

void Search::noteDeadEnd() {
    if (placed_ < found_.placed) return;
    const int blocked = nextEnd_[at(end_)];
    if (placed_ > found_.placed || found_.blocked == kNone) {
        found_.placed = placed_;
        found_.blocked = blocked;
        found_.deadEnds.clear();
    }
    if (found_.deadEnds.size() == kDeadEndsMax) return;
    DeadEnd deadEnd;
    const std::size_t from = order_.size() - std::min(order_.size(), kLastShown);
    deadEnd.last.assign(order_.begin() + static_cast<std::ptrdiff_t>(from), order_.end());
    deadEnd.against.push_back(against(blocked));
    for (int entry = nextBegin_[at(end_)]; inWindow(entry); entry = nextBegin_[at(entry)]) {
        if (entry == blocked || program_.entries[at(entry)].optional) continue;
        if (deadEnd.against.size() == kAgainstShown) break;
        deadEnd.against.push_back(against(entry));
    }
    found_.deadEnds.push_back(std::move(deadEnd));
}

Found Search::run() {
    bool done = descend();
    while (!done && advance()) done = descend();
    return finish(done);
}

Found Search::finish(bool done) {
    found_.configurations = tried_.added();
    if (done) {
        found_.verdict = Verdict::Linearizable;
        found_.order = std::move(order_);
        found_.placed = placed_;
    } else {
        found_.verdict = full_ ? Verdict::Undecided : Verdict::NotLinearizable;
    }
    return std::move(found_);
}

}  // namespace tessera::history
