// SPDX-License-Identifier: Apache-2.0
// Imports a seating plan in pretix's format, as its editor writes it.
//
// Seats are numbered in the document's order: zones, rows, seats. Positions add up: zone + row +
// seat. Keys that are not known are ignored; missing optional ones have their defaults; null counts
// as missing. Beyond pretix's schema it reads `wheelchair` (a boolean of a seat) and
// `general_admission` (`category`, `capacity`) of an area, and the older areas whose width, height
// and text stand in the area itself. Gaps, companions and the focal point are derived as
// docs/algorithms/companions_and_gaps.md says.
// Pure and deterministic; any thread. Bounded: no input makes it use more than its limits allow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/plan/plan_text.h"
#include "server/engine/layout.h"

namespace tessera::plan {

inline constexpr std::int32_t kAreasMax = 10000;

struct PlanImportOptions {
    std::size_t documentBytesMax = std::size_t{64} << 20;
    std::int32_t seatsMax = engine::kSeatsMax;  // At most engine::kSeatsMax counts.
    std::int32_t areasMax = kAreasMax;          // Shapes and general-admission areas together.
    std::int32_t categoriesMax = 1000;
    std::size_t depthMax = 32;         // Of nested objects and arrays.
    std::size_t valuesMax = 8000000;   // Of known keys, containers included.
    std::size_t textBytesMax = 200;    // Of a name, a label, an id.
    double coordinateMax = 1000000.0;  // Absolute, after adding up.
};

// Where the document is wrong, and how.
struct PlanError {
    std::string jsonPath;  // E.g. $.zones[3].rows[1].seats[4].seat_guid; $ for the whole.
    std::string message;
    std::optional<std::int64_t> limit;  // The bound that was exceeded, if it was one.
};

struct ImportedPlan {
    engine::Layout::Parts parts;  // Without a fault: ready for Layout::make.
    PlanText text;
};

tl::expected<ImportedPlan, PlanError> importPlan(std::string_view json,
                                                 const PlanImportOptions& options = {});

}  // namespace tessera::plan
