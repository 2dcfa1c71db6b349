// SPDX-License-Identifier: Apache-2.0
// Best-available by exhaustive search, written from the documented score and sharing no code with
// the engine: the judge of its tests.
#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "server/engine/best_available.h"

namespace tessera::engine {

class NaiveBest {
public:
    explicit NaiveBest(std::shared_ptr<const Layout> layout)
        : layout_(std::move(layout)), free_(layout_->seats().size()) {
        for (const LayoutSeat& seat : layout_->seats()) {
            const double x = double{seat.position.x} - double{layout_->focal().x};
            const double y = double{seat.position.y} - double{layout_->focal().y};
            distance_.push_back(
                static_cast<std::int64_t>(std::floor(16.0 * std::sqrt(x * x + y * y))));
        }
    }

    void setFree(SeatNo seat, bool free) { free_[static_cast<std::size_t>(seat.value)] = free; }

    bool isOpen(int s) const {
        const LayoutSeat& seat = layout_->seat(SeatNo{s});
        return free_[static_cast<std::size_t>(s)] && !seat.wheelchair && seat.companion == kNoSeat;
    }

    // Both in the layout, one after the other, side by side.
    bool areNeighbours(int left, int right) const {
        if (left < 0 || right >= layout_->seatCount()) return false;
        return layout_->seat(SeatNo{left}).row == layout_->seat(SeatNo{right}).row &&
               !layout_->seat(SeatNo{right}).gapBefore;
    }

    std::set<int> orphansOf(const LayoutRow& row, const std::set<int>& taken) const {
        std::set<int> orphans;
        if (taken.empty()) return orphans;
        // Whoever sits next to none of them has the neighbours of before.
        const int first = std::max(row.first.value, *taken.begin() - 1);
        const int last = std::min(row.first.value + row.count - 1, *taken.rbegin() + 1);
        const auto open = [&](int s, bool after) {
            return isOpen(s) && (!after || !taken.contains(s));
        };
        for (int s = first; s <= last; ++s) {
            if (!open(s, true)) continue;
            const auto neighbours = [&](bool after) {
                return int{areNeighbours(s - 1, s) && open(s - 1, after)} +
                       int{areNeighbours(s, s + 1) && open(s + 1, after)};
            };
            if (neighbours(false) > 0 && neighbours(true) == 0) orphans.insert(s);
        }
        return orphans;
    }
    bool leavesOrphan(const LayoutRow& row, const std::set<int>& taken) const {
        return !orphansOf(row, taken).empty();
    }

    // The lowest seats of all runs of `count` open neighbours in the row.
    std::vector<int> runsIn(const LayoutRow& row, int count) const {
        std::vector<int> runs;
        for (int s = row.first.value; s + count <= row.first.value + row.count; ++s) {
            bool fits = true;
            for (int i = 0; i < count && fits; ++i) {
                fits = isOpen(s + i) && (i == 0 || areNeighbours(s + i - 1, s + i));
            }
            if (fits) runs.push_back(s);
        }
        return runs;
    }

    static std::set<int> seatsOf(int lowest, int count) {
        std::set<int> seats;
        for (int i = 0; i < count; ++i) seats.insert(lowest + i);
        return seats;
    }

    bool canAvoid(const LayoutRow& row, int count) const {
        for (const int run : runsIn(row, count)) {
            if (!leavesOrphan(row, seatsOf(run, count))) return true;
        }
        return false;
    }

    std::optional<RunScore> best(int count, const std::vector<CategoryNo>& categories,
                                 bool avoidOrphans) const {
        return bestOf(count, categories, avoidOrphans, [](int) { return true; });
    }

    // Only runs that begin or end next to one of `seats`.
    std::optional<RunScore> beside(const std::vector<SeatNo>& seats, int count,
                                   const std::vector<CategoryNo>& categories,
                                   bool avoidOrphans) const {
        return bestOf(count, categories, avoidOrphans, [&](int run) {
            return std::any_of(seats.begin(), seats.end(), [&](SeatNo seat) {
                const bool after = seat.value == run - 1 && areNeighbours(run - 1, run);
                const bool before =
                    seat.value == run + count && areNeighbours(run + count - 1, run + count);
                return after || before;
            });
        });
    }

    template <class Where>
    std::optional<RunScore> bestOf(int count, const std::vector<CategoryNo>& categories,
                                   bool avoidOrphans, Where where) const {
        std::optional<RunScore> best;
        for (const LayoutRow& row : layout_->rows()) {
            std::vector<std::pair<RunScore, bool>> scores;
            bool avoidable = false;
            for (const int run : runsIn(row, count)) {
                RunScore score{0, 0, SeatNo{run}};
                bool allowed = where(run);
                for (int s = run; s < run + count; ++s) {
                    score.distance += distance_[static_cast<std::size_t>(s)];
                    allowed =
                        allowed && accepts(categories, s) &&
                        layout_->seat(SeatNo{s}).category == layout_->seat(SeatNo{run}).category;
                }
                score.orphans = avoidOrphans && leavesOrphan(row, seatsOf(run, count)) ? 1 : 0;
                avoidable = avoidable || score.orphans == 0;
                scores.emplace_back(score, allowed);
            }
            for (auto [score, allowed] : scores) {
                if (!avoidable) score.orphans = 0;
                if (allowed && (!best || score < *best)) best = score;
            }
        }
        return best;
    }

    bool accepts(const std::vector<CategoryNo>& categories, int seat) const {
        const CategoryNo category = layout_->seat(SeatNo{seat}).category;
        return categories.empty() ||
               std::find(categories.begin(), categories.end(), category) != categories.end();
    }

    // The rule for hand-picked seats.
    std::vector<SeatNo> avoidableOrphans(const std::set<int>& picked) const {
        std::vector<SeatNo> orphans;
        for (const LayoutRow& row : layout_->rows()) {
            std::set<int> here;
            for (const int s : picked) {
                if (s >= row.first.value && s < row.first.value + row.count && isOpen(s)) {
                    here.insert(s);
                }
            }
            if (here.empty() || !canAvoid(row, static_cast<int>(here.size()))) continue;
            for (const int s : orphansOf(row, here)) orphans.push_back(SeatNo{s});
        }
        return orphans;
    }

    std::vector<SeatNo> split(int count, const std::vector<CategoryNo>& categories) {
        std::vector<SeatNo> seats;
        for (int rest = count; rest > 0;) {
            int length = rest;
            std::optional<RunScore> run;
            for (; length > 0 && !run; --length) run = best(length, categories, true);
            if (!run) break;
            ++length;
            for (int i = 0; i < length; ++i) {
                seats.push_back(SeatNo{run->lowest.value + i});
                setFree(seats.back(), false);
            }
            rest -= length;
        }
        for (const SeatNo seat : seats) setFree(seat, true);
        if (static_cast<int>(seats.size()) < count) return {};
        std::sort(seats.begin(), seats.end());
        return seats;
    }

    std::vector<SeatNo> accessible(int places, bool withCompanions,
                                   const std::vector<CategoryNo>& categories,
                                   int passed = 0) const {
        std::vector<std::pair<std::int64_t, int>> candidates;
        for (int s = 0; s < layout_->seatCount(); ++s) {
            const LayoutSeat& seat = layout_->seat(SeatNo{s});
            if (!seat.wheelchair || !free_[static_cast<std::size_t>(s)]) continue;
            const bool accompanied =
                seat.companion != kNoSeat && free_[static_cast<std::size_t>(seat.companion.value)];
            if (!accepts(categories, s) || (withCompanions && !accompanied)) continue;
            candidates.emplace_back(distance_[static_cast<std::size_t>(s)], s);
        }
        if (static_cast<int>(candidates.size()) < passed + places) return {};
        std::sort(candidates.begin(), candidates.end());
        std::vector<SeatNo> seats;
        for (int i = passed; i < passed + places; ++i) {
            const SeatNo place{candidates[static_cast<std::size_t>(i)].second};
            seats.push_back(place);
            if (withCompanions) seats.push_back(layout_->seat(place).companion);
        }
        std::sort(seats.begin(), seats.end());
        return seats;
    }

private:
    std::shared_ptr<const Layout> layout_;
    std::vector<bool> free_;
    std::vector<std::int64_t> distance_;
};

}  // namespace tessera::engine
