// SPDX-License-Identifier: Apache-2.0
#include "tools/history/tried.h"

#include <algorithm>

namespace tessera::history {

int Tried::numberOf(const std::vector<int>& spent) {
    const auto [found, fresh] = numbers_.emplace(spent, static_cast<int>(spent_.size()));
    if (fresh) spent_.push_back(spent);
    return found->second;
}

bool Tried::isWithin(int less, int more) const {
    if (less == more) return true;
    const auto& a = spent_[static_cast<std::size_t>(less)];
    const auto& b = spent_[static_cast<std::size_t>(more)];
    return a.size() < b.size() && std::includes(b.begin(), b.end(), a.begin(), a.end());
}

Tried::Added Tried::add(const Hash& configuration, const std::vector<int>& spent) {
    const int number = numberOf(spent);
    std::size_t at = slotOf(configuration);
    for (; cells_[at].spent != kEmpty; at = (at + 1) & (cells_.size() - 1)) {
        if (cells_[at].hash == configuration && isWithin(cells_[at].spent, number)) {
            return Added::Known;
        }
    }
    if (size_ == capacity_) return Added::Full;
    cells_[at] = {configuration, number};
    ++added_;
    if (++size_ * 2 > cells_.size()) grow();
    return Added::New;
}

void Tried::clear() {
    cells_.assign(64, {});
    size_ = 0;
    numbers_.clear();
    spent_.clear();
}

void Tried::grow() {
    std::vector<Cell> before(cells_.size() * 2);
    before.swap(cells_);
    for (const Cell& cell : before) {
        if (cell.spent == kEmpty) continue;
        std::size_t at = slotOf(cell.hash);
        while (cells_[at].spent != kEmpty) at = (at + 1) & (cells_.size() - 1);
        cells_[at] = cell;
    }
}

}  // namespace tessera::history
