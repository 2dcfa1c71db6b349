// SPDX-License-Identifier: Apache-2.0
// A plan with the seats that it has and other categories: price bands that were painted.
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "shared/base/ids.h"

namespace tessera::setup {

struct Painting {
    struct Category {
        std::string name;
        std::string color;
    };
    struct Run {
        SeatNo first;
        std::int32_t count = 0;
        CategoryNo category;
    };
    struct AreaCategory {
        AreaNo area;
        CategoryNo category;
    };
    std::vector<Category> categories;  // Not empty; no name twice.
    std::vector<Run> runs;             // Ascending, not overlapping.
    std::vector<AreaCategory> areas;   // Each once.
};

enum class PaintFault {
    PlanDamaged,  // The stored plan cannot be read.
    SeatUnknown,  // A run goes beyond the last seat.
    AreaUnknown,
    CategoryUnknown,  // A seat or an area would have a category that is none of the new ones.
};

// The plan's JSON with these categories; what is not painted keeps its category's number.
tl::expected<std::string, PaintFault> paint(std::string_view planJson, const Painting& painting);

}  // namespace tessera::setup
