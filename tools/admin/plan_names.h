// SPDX-License-Identifier: Apache-2.0
// What a seating plan calls its categories, sections and areas, each in the order of its numbers:
// prices and entrances are written down by name.
//
// Pure. Numbers are as server/app/plan gives them at an import: categories as they are listed, a
// section for each zone that has rows, an area for each general admission.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace tessera::admin {

struct PlanNames {
    std::vector<std::string> categories;
    std::vector<std::string> sections;
    std::vector<std::string> areas;
};

Result<PlanNames> planNames(std::string_view planJson);

// The numbers of all that have this name; "101-109" is also all whose names are whole numbers in
// that range. Empty: none.
std::vector<int> numbersOf(const std::vector<std::string>& names, std::string_view wanted);

}  // namespace tessera::admin
