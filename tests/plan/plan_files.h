// SPDX-License-Identifier: Apache-2.0
// The repository's own plans, as text and as layouts. For tests; aborts where one cannot be read.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "server/app/plan/plan_import.h"
#include "server/engine/layout.h"
#include "shared/base/check.h"

namespace tessera::plan {

inline std::string planText(const std::string& name) {
    std::ifstream file(std::string(TESSERA_SOURCE_DIR) + "/plans/" + name + ".json");
    TESSERA_CHECK(file.good());
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

inline ImportedPlan planNamed(const std::string& name) {
    auto plan = importPlan(planText(name));
    TESSERA_CHECK(plan.has_value());
    return std::move(*plan);
}

inline std::shared_ptr<const engine::Layout> layoutNamed(const std::string& name) {
    return engine::Layout::make(planNamed(name).parts);
}

}  // namespace tessera::plan
