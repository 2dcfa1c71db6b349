// SPDX-License-Identifier: Apache-2.0
// The order in which people read the seats of a plan: by section, row and number, "2" before "10".
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/app/plan/plan_text.h"
#include "server/engine/layout.h"

namespace tessera::setup {

// Whether people read `a` before `b`: digits by the number that they write, all else by its bytes.
// A total order but for leading zeros.
bool readsBefore(std::string_view a, std::string_view b);

// Every seat of the layout once. Seats whose texts are the same come by their numbers.
std::vector<std::int32_t> seatsAsRead(const engine::Layout& layout, const plan::PlanText& text);

}  // namespace tessera::setup
