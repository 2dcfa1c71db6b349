// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_text.h"

#include <limits>

#include "shared/base/check.h"

namespace tessera::plan {

void TextColumn::add(std::string_view text) {
    TESSERA_CHECK(text.size() <= std::numeric_limits<std::uint32_t>::max() - bytes_.size());
    bytes_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

std::string_view TextColumn::at(std::size_t index) const {
    TESSERA_CHECK(index < ends_.size());
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

std::size_t TextColumn::memoryBytes() const {
    return bytes_.capacity() + ends_.capacity() * sizeof(std::uint32_t);
}

std::size_t PlanText::memoryBytes() const {
    std::size_t bytes = sizeof(*this) + seatNumbers.memoryBytes() + seatGuids.memoryBytes();
    for (const auto& row : rows) {
        bytes += sizeof(row) + row.number.size() + row.label.size() + row.seatLabel.size();
    }
    for (const auto& category : categories) {
        bytes += sizeof(category) + category.name.size() + category.color.size();
    }
    for (const auto& section : sections) bytes += sizeof(section) + section.size();
    for (const auto& area : areas) bytes += sizeof(area) + area.name.size() + area.section.size();
    for (const auto& shape : shapes) {
        bytes += sizeof(shape) + shape.points.size() * sizeof(engine::Point) + shape.color.size() +
                 shape.borderColor.size() + (shape.label ? shape.label->text.size() : 0);
    }
    return bytes;
}

}  // namespace tessera::plan
