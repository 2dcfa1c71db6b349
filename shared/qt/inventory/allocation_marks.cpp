// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/allocation_marks.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/base/check.h"
#include "shared/qt/sale/words.h"

namespace tessera::inventory {
namespace {

using qt::SeatState;
using qt::SeatStatus;

constexpr int kAskAgainMillis = 250;
constexpr client::Millis kWhosePatience{10'000};
constexpr int kNumbersMost = 999;  // Of allocations, by the contract.

}  // namespace

AllocationMarks::AllocationMarks(Parts parts, QObject* parent)
    : QObject(parent), parts_(std::move(parts)) {
    later_.setSingleShot(true);
    later_.setInterval(kAskAgainMillis);
    connect(&later_, &QTimer::timeout, this, &AllocationMarks::ask);
    connect(&parts_.map, &qt::SeatMapModel::seatsChanged, this, &AllocationMarks::seatsChanged);
    connect(&parts_.map, &qt::SeatMapModel::layoutReset, this, [this] {
        drop();
        told_.Clear();
        ofSeat_.assign(parts_.map.layout().seats().size(), 0);
        rename();
    });
}

void AllocationMarks::setLive(bool live) {
    if (std::exchange(live_, live) == live) return;
    if (live) refresh();
}

void AllocationMarks::drop() {
    ++question_;
    asking_ = false;
    later_.stop();
}

const AllocationMarks::Names& AllocationMarks::names() const {
    return parts_.named ? parts_.named().allocations() : told_;
}

void AllocationMarks::refresh() {
    later_.stop();
    ask();
}

void AllocationMarks::ask() {
    if (asking_) {
        later_.start();
        return;
    }
    if (!live_) return;
    asking_ = true;
    const int question = ++question_;
    v1::GetAllocationsRequest request;
    request.set_event(parts_.event());
    parts_.desk.ask(client::kGetAllocations, request, this,
                    [this, question](const client::Answer<v1::GetAllocationsResponse>& answer) {
                        if (question != question_) return;
                        asking_ = false;
                        if (answer.done()) return take(answer.value);
                        if (client::leavesOpen(answer, false)) later_.start();
                    },
                    {.within = kWhosePatience});
}

void AllocationMarks::take(const v1::GetAllocationsResponse& response) {
    std::ranges::fill(ofSeat_, short{0});
    const int seats = static_cast<int>(ofSeat_.size());
    for (const v1::AllocationRun& run : response.runs()) {
        const int last = std::min(seats, run.first_seat_no() + run.count());
        for (int seat = std::max(0, run.first_seat_no()); seat < last; ++seat) {
            ofSeat_[static_cast<std::size_t>(seat)] = static_cast<short>(run.allocation_no());
        }
    }
    told_ = response.allocations();
    rename();
    QList<int> all(seats);
    for (int seat = 0; seat < seats; ++seat) all[seat] = seat;
    paint(all);
}

// Of what the event names, and of what has seats without a name.
void AllocationMarks::rename() {
    std::map<int, AllocationLine> byNumber;
    for (const v1::Allocation& each : names()) {
        byNumber[each.allocation_no()].named = each;
    }
    for (const short allocation : ofSeat_) {
        if (allocation != 0) ++byNumber[allocation].seats;
    }
    lines_.clear();
    for (auto& [number, line] : byNumber) {
        line.named.set_allocation_no(number);
        lines_.push_back(line);
    }
    giveLetters();
    Q_EMIT changed();
}

// The first 26 numbers have their own, so that a letter stays while others come and go.
void AllocationMarks::giveLetters() {
    std::set<int> spare;
    for (int letter = 1; letter <= qt::kAllocationsMax; ++letter) spare.insert(letter);
    for (AllocationLine& line : lines_) {
        const int number = line.named.allocation_no();
        if (spare.erase(number) > 0) line.letter = number;
    }
    for (AllocationLine& line : lines_) {
        if (line.letter != 0 || spare.empty()) continue;
        line.letter = *spare.rbegin();
        spare.erase(line.letter);
    }
    for (const AllocationLine& line : lines_) {
        if (line.letter == 0) continue;
        parts_.map.setAllocationName(line.letter, nameOf(line.named.allocation_no()));
    }
}

void AllocationMarks::seatsChanged(const QList<int>& seats) {
    if (!painting_) paint(seats);
}

// Blocked seats by the letter of whom they are set aside for. One that is blocked and has no name
// here is news: the names are asked for again.
void AllocationMarks::paint(const QList<int>& seats) {
    std::map<int, int> letters;
    for (const AllocationLine& line : lines_) letters[line.named.allocation_no()] = line.letter;
    std::vector<qt::SeatChange> changes;
    bool news = false;
    for (const int seat : seats) {
        const SeatState state = parts_.map.state(seat);
        const int allocation = allocationOf(seat);
        const bool blocked = state.status() == SeatStatus::Blocked;
        // A held one may still belong to its allocation.
        news = news || (state.status() != SeatStatus::Held && blocked != (allocation != 0));
        if (!blocked) continue;
        const SeatState wanted = SeatState::blocked(allocation == 0 ? 0 : letters[allocation]);
        if (!(wanted == state)) changes.push_back({seat, wanted});
    }
    if (news && !asking_ && !later_.isActive()) later_.start();
    if (changes.empty()) return;
    painting_ = true;
    TESSERA_CHECK(parts_.map.apply(changes, parts_.map.revision()) == qt::ApplyOutcome::Applied);
    painting_ = false;
}

int AllocationMarks::allocationOf(int seat) const {
    const auto at = static_cast<std::size_t>(seat);
    return at < ofSeat_.size() ? ofSeat_[at] : 0;
}

QList<int> AllocationMarks::seatsOf(int allocation) const {
    QList<int> seats;
    for (std::size_t seat = 0; seat < ofSeat_.size(); ++seat) {
        if (ofSeat_[seat] == allocation) seats << static_cast<int>(seat);
    }
    return seats;
}

QString AllocationMarks::nameOf(int allocation) const {
    if (allocation == 0) return tr("The public");
    for (const v1::Allocation& each : names()) {
        if (each.allocation_no() == allocation) return sale::textOf(each.name());
    }
    return tr("Number %1").arg(allocation);
}

std::optional<int> AllocationMarks::freeNumber() const {
    int number = 1;
    for (const AllocationLine& line : lines_) {
        if (line.named.allocation_no() == number) ++number;
    }
    if (number > kNumbersMost) return std::nullopt;
    return number;
}

}  // namespace tessera::inventory
