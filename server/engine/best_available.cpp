// SPDX-License-Identifier: Apache-2.0
#include "server/engine/best_available.h"

#include <algorithm>
#include <utility>

#include "server/engine/best_available_index.h"
#include "shared/base/check.h"

namespace tessera::engine {
namespace {

// The categories of a query, by number and as bits (category mod 64) for whole rows.
class CategorySet {
public:
    CategorySet(std::span<const CategoryNo> wanted, std::int16_t categories)
        : any_(wanted.empty()) {
        if (any_) return;
        wanted_.resize(static_cast<std::size_t>(categories));
        bits_ = 0;
        for (const CategoryNo category : wanted) {
            if (category.value < 0 || category.value >= categories) continue;
            wanted_[static_cast<std::size_t>(category.value)] = true;
            bits_ |= 1ULL << (static_cast<unsigned>(category.value) % 64U);
        }
    }

    bool any() const { return any_; }
    std::uint64_t bits() const { return bits_; }
    bool contains(CategoryNo category) const {
        return any_ || wanted_[static_cast<std::size_t>(category.value)];
    }

private:
    bool any_;
    std::uint64_t bits_ = ~0ULL;
    std::vector<bool> wanted_;
};

// How many seats up to `s` may be in one run, if there were `before` up to the one before it: all
// of a run are in one category, so that all of a party pay the same.
std::int32_t continues(const SeatIndex& index, const CategorySet& categories, std::int32_t begin,
                       std::int32_t s, std::int32_t before) {
    const CategoryNo category = index.categoryOf(s);
    if (!categories.contains(category)) return 0;
    return s > begin && index.categoryOf(s - 1) == category ? before + 1 : 1;
}

// One search for one run: the best one yet, and what it is measured against.
class RunSearch {
public:
    RunSearch(SeatIndex& index, const CategorySet& categories, std::int32_t count,
              bool avoidOrphans)
        : index_(index), categories_(categories), count_(count), avoidOrphans_(avoidOrphans) {}

    // The lowest seat of the best run, if there is one. Rows come nearest first, so the first row
    // too far for an equally good run without orphans ends the search.
    std::optional<std::int32_t> run() {
        for (auto& row : index_.rows) {
            if (found_ && best_.orphans == 0 && leastDistanceIn(row) > best_.distance) break;
            if ((row.categories & categories_.bits()) == 0) continue;
            if (index_.longestOf(row) >= count_) searchRow(row);
        }
        return found_ ? std::optional(best_.lowest.value) : std::nullopt;
    }

private:
    std::int64_t leastDistanceIn(const SeatIndex::Row& row) const {
        return std::int64_t{row.nearest} * count_;
    }

    void searchRow(SeatIndex::Row& row) {
        const bool punishes = avoidOrphans_ && index_.canAvoidOrphan(row, count_);
        for (OpenSegment segment = index_.segmentFrom(row, row.begin); segment.begin < row.end;
             segment = index_.segmentFrom(row, segment.end)) {
            if (segment.length() >= count_) searchSegment(segment, punishes);
        }
    }

    void searchSegment(OpenSegment segment, bool punishes) {
        std::int64_t distance = 0;
        std::int32_t suitable = 0;  // Seats up to `s`, in a row, that may be in one run.
        for (std::int32_t s = segment.begin; s < segment.end; ++s) {
            distance += index_.distance[SeatIndex::at(s)];
            if (s - count_ >= segment.begin) {
                distance -= index_.distance[SeatIndex::at(s - count_)];
            }
            suitable = continues(index_, categories_, segment.begin, s, suitable);
            if (suitable < count_ || s - segment.begin + 1 < count_) continue;
            const std::int32_t lowest = s - count_ + 1;
            const bool leavesOne = lowest - segment.begin == 1 || segment.end - s == 2;
            consider({punishes && leavesOne ? 1 : 0, distance, SeatNo{lowest}});
        }
    }

    void consider(const RunScore& score) {
        if (found_ && best_ <= score) return;
        best_ = score;
        found_ = true;
    }

    SeatIndex& index_;
    const CategorySet& categories_;
    std::int32_t count_;
    bool avoidOrphans_;
    bool found_ = false;
    RunScore best_;
};

// The longest run of open seats in one of the categories, at most `limit`.
std::int32_t longestRun(SeatIndex& index, const CategorySet& categories, std::int32_t limit) {
    std::int32_t longest = 0;
    for (auto& row : index.rows) {
        if (longest >= limit) return limit;
        if ((row.categories & categories.bits()) == 0 || index.longestOf(row) <= longest) continue;
        if (categories.any() && index.isOfOneCategory(row)) {
            longest = index.longestOf(row);
            continue;
        }
        for (OpenSegment segment = index.segmentFrom(row, row.begin); segment.begin < row.end;
             segment = index.segmentFrom(row, segment.end)) {
            std::int32_t current = 0;
            for (std::int32_t s = segment.begin; s < segment.end; ++s) {
                current = continues(index, categories, segment.begin, s, current);
                longest = std::max(longest, current);
            }
        }
    }
    return std::min(longest, limit);
}

std::vector<SeatNo> seatsFrom(std::int32_t lowest, std::int32_t count) {
    std::vector<SeatNo> seats;
    seats.reserve(static_cast<std::size_t>(count));
    for (std::int32_t i = 0; i < count; ++i) seats.push_back(SeatNo{lowest + i});
    return seats;
}

// Open and not in `picked`, which is ascending.
bool staysOpen(const SeatIndex& index, std::span<const std::int32_t> picked, std::int32_t seat) {
    return index.isOpen(seat) && !std::binary_search(picked.begin(), picked.end(), seat);
}

bool hasOpenBefore(const SeatIndex& index, std::span<const std::int32_t> picked,
                   std::int32_t seat) {
    return !index.startsBlock(seat) && staysOpen(index, picked, seat - 1);
}

bool hasOpenAfter(const SeatIndex& index, std::span<const std::int32_t> picked, std::int32_t seat) {
    return !index.endsBlock(seat) && staysOpen(index, picked, seat + 1);
}

// The neighbours of `seat` that stay open and have no open neighbour once `picked` are taken.
void addOrphansBeside(const SeatIndex& index, std::span<const std::int32_t> picked,
                      std::int32_t seat, std::vector<SeatNo>& orphans) {
    if (hasOpenBefore(index, picked, seat) && !hasOpenBefore(index, picked, seat - 1)) {
        orphans.push_back(SeatNo{seat - 1});
    }
    if (hasOpenAfter(index, picked, seat) && !hasOpenAfter(index, picked, seat + 1)) {
        orphans.push_back(SeatNo{seat + 1});
    }
}

}  // namespace

struct BestAvailable::Index : SeatIndex {
    using SeatIndex::SeatIndex;
};

BestAvailable::BestAvailable(std::shared_ptr<const Layout> layout, std::optional<Point> focal)
    : index_(std::make_unique<Index>(std::move(layout), focal)) {}
BestAvailable::~BestAvailable() = default;
BestAvailable::BestAvailable(BestAvailable&&) noexcept = default;
BestAvailable& BestAvailable::operator=(BestAvailable&&) noexcept = default;

void BestAvailable::setFree(SeatNo seat, bool free) {
    TESSERA_CHECK(index_->layout->contains(seat));
    index_->setFree(seat.value, free);
}

bool BestAvailable::isFree(SeatNo seat) const {
    TESSERA_CHECK(index_->layout->contains(seat));
    return (index_->flags[SeatIndex::at(seat.value)] & SeatIndex::kFree) != 0;
}

std::int32_t BestAvailable::freeCount() const {
    return index_->freeSeats;
}

std::vector<SeatNo> BestAvailable::findRun(const Query& query) const {
    TESSERA_CHECK(query.count >= 1);
    const CategorySet categories(query.categories, index_->layout->categories());
    const auto lowest = RunSearch(*index_, categories, query.count, query.avoidOrphans).run();
    return lowest ? seatsFrom(*lowest, query.count) : std::vector<SeatNo>{};
}

std::vector<SeatNo> BestAvailable::findSplit(const Query& query) const {
    TESSERA_CHECK(query.count >= 1);
    const CategorySet categories(query.categories, index_->layout->categories());
    std::vector<SeatNo> chosen;
    auto rest = query.count;
    auto length = query.count;  // No longer run fits: taking seats never makes room.
    while (rest > 0) {
        length = std::min(length, rest);
        auto lowest = RunSearch(*index_, categories, length, query.avoidOrphans).run();
        if (!lowest) {
            length = longestRun(*index_, categories, length);
            if (length == 0) break;
            lowest = RunSearch(*index_, categories, length, query.avoidOrphans).run();
        }
        TESSERA_CHECK(lowest.has_value());
        for (std::int32_t i = 0; i < length; ++i) {
            index_->setFree(*lowest + i, false);
            chosen.push_back(SeatNo{*lowest + i});
        }
        rest -= length;
    }
    for (const SeatNo seat : chosen) index_->setFree(seat.value, true);
    if (rest > 0) return {};
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<SeatNo> BestAvailable::findBeside(std::span<const SeatNo> seats,
                                              const Query& query) const {
    TESSERA_CHECK(query.count >= 1);
    const CategorySet categories(query.categories, index_->layout->categories());
    const auto fits = [&](std::int32_t lowest) {
        if (lowest < 0 || lowest + query.count > index_->layout->seatCount()) return false;
        std::int32_t suitable = 0;
        for (std::int32_t s = lowest; s < lowest + query.count; ++s) {
            if (!index_->isOpen(s) || (s > lowest && index_->startsBlock(s))) return false;
            suitable = continues(*index_, categories, lowest, s, suitable);
        }
        return suitable == query.count;
    };
    std::vector<SeatNo> best;
    RunScore bestScore;
    for (const SeatNo seat : seats) {
        const std::int32_t before = seat.value - query.count;
        const bool left = !index_->startsBlock(seat.value) && fits(before);
        const bool right = !index_->endsBlock(seat.value) && fits(seat.value + 1);
        for (const std::int32_t lowest : {left ? before : -1, right ? seat.value + 1 : -1}) {
            if (lowest < 0) continue;
            auto run = seatsFrom(lowest, query.count);
            const RunScore score = scoreOf(run, query.avoidOrphans);
            if (!best.empty() && bestScore <= score) continue;
            bestScore = score;
            best = std::move(run);
        }
    }
    return best;
}

std::vector<SeatNo> BestAvailable::findAccessible(std::int32_t places, bool withCompanions,
                                                  std::span<const CategoryNo> categories,
                                                  std::int32_t passed) const {
    TESSERA_CHECK(places >= 1 && passed >= 0);
    const CategorySet wanted(categories, index_->layout->categories());
    const auto suits = [&](SeatNo seat) {
        return isFree(seat) && wanted.contains(index_->categoryOf(seat.value));
    };
    std::vector<SeatNo> chosen;
    std::int32_t found = 0;
    for (const std::int32_t number : index_->places) {
        if (found == places) break;
        const SeatNo place{number};
        const SeatNo companion = index_->layout->seat(place).companion;
        if (!suits(place)) continue;
        if (withCompanions && (companion == kNoSeat || !suits(companion))) continue;
        if (passed-- > 0) continue;
        chosen.push_back(place);
        if (withCompanions) chosen.push_back(companion);
        ++found;
    }
    if (found < places) return {};
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

RunScore BestAvailable::scoreOf(std::span<const SeatNo> run, bool avoidOrphans) const {
    TESSERA_CHECK(!run.empty() && index_->layout->contains(run.front()));
    RunScore score;
    score.lowest = run.front();
    for (std::size_t i = 0; i < run.size(); ++i) {
        TESSERA_CHECK(index_->layout->contains(run[i]) && index_->isOpen(run[i].value));
        TESSERA_CHECK(i == 0 ||
                      (run[i].value == run[i - 1].value + 1 && !index_->startsBlock(run[i].value)));
        score.distance += index_->distance[SeatIndex::at(run[i].value)];
    }
    score.orphans = avoidOrphans && !avoidableOrphans(run).empty() ? 1 : 0;
    return score;
}

std::vector<SeatNo> BestAvailable::avoidableOrphans(std::span<const SeatNo> seats) const {
    std::vector<std::int32_t> picked;
    picked.reserve(seats.size());
    for (const SeatNo seat : seats) {
        TESSERA_CHECK(index_->layout->contains(seat));
        if (index_->isOpen(seat.value)) picked.push_back(seat.value);
    }
    std::sort(picked.begin(), picked.end());
    picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
    std::vector<SeatNo> orphans;
    for (std::size_t begin = 0; begin < picked.size();) {
        auto& row = index_->rowOf(picked[begin]);
        std::vector<SeatNo> here;
        std::size_t end = begin;
        for (; end < picked.size() && picked[end] < row.end; ++end) {
            addOrphansBeside(*index_, picked, picked[end], here);
        }
        if (!here.empty() && index_->canAvoidOrphan(row, static_cast<std::int32_t>(end - begin))) {
            orphans.insert(orphans.end(), here.begin(), here.end());
        }
        begin = end;
    }
    std::sort(orphans.begin(), orphans.end());
    orphans.erase(std::unique(orphans.begin(), orphans.end()), orphans.end());
    return orphans;
}

std::size_t BestAvailable::memoryBytes() const {
    return sizeof(*this) + index_->memoryBytes();
}

}  // namespace tessera::engine
