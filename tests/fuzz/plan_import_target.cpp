// SPDX-License-Identifier: Apache-2.0
// Seating plans.
//
// A plan that is refused says where and why; one that is taken is whole, is taken the same when it
// is written anew, and can be shown.
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "server/api/convert_layout.h"
#include "server/app/plan/layout_library.h"
#include "server/app/plan/plan_import.h"
#include "shared/base/check.h"
#include "shared/base/encoding.h"
#include "tests/fuzz/contract.h"
#include "tests/fuzz/fuzz.h"

namespace tessera::fuzz {
namespace {

plan::PlanImportOptions importOptions() {
    plan::PlanImportOptions out;
    out.seatsMax = 40;
    out.areasMax = 8;
    out.categoriesMax = 8;
    out.textBytesMax = 60;
    out.depthMax = 12;
    out.valuesMax = 1000;
    return out;
}

void expectFault(const plan::PlanError& error) {
    TESSERA_CHECK(error.jsonPath.starts_with('$') && error.jsonPath.size() <= 400);
    TESSERA_CHECK(!error.message.empty() && error.message.size() <= 200);
    TESSERA_CHECK(isCleanUtf8(error.message) && isCleanUtf8(error.jsonPath));
}

void expectWhole(const plan::ImportedPlan& plan) {
    const auto& [parts, text] = plan;
    TESSERA_CHECK(!engine::Layout::faultOf(parts));
    TESSERA_CHECK(parts.seats.size() == text.seatGuids.size());
    TESSERA_CHECK(parts.seats.size() == text.seatNumbers.size());
    TESSERA_CHECK(parts.seats.size() <= 40 && text.shapes.size() <= 8);
    TESSERA_CHECK(parts.rows.size() == text.rows.size());
    TESSERA_CHECK(parts.areas.size() == text.areas.size());
    TESSERA_CHECK(static_cast<std::size_t>(parts.categories) == text.categories.size());
    TESSERA_CHECK(std::isfinite(text.width) && text.width >= 0 && text.height >= 0);
    for (const auto& row : parts.rows) {
        TESSERA_CHECK(static_cast<std::size_t>(row.section) < text.sections.size());
    }
    for (const auto& shape : text.shapes) {
        TESSERA_CHECK(!shape.area ||
                      static_cast<std::size_t>(shape.area->value) < parts.areas.size());
    }
}

// The document without its spaces: the plan is the same.
void expectSameAnew(std::string_view text, const plan::ImportedPlan& plan) {
    const auto document = nlohmann::ordered_json::parse(text, nullptr, false);
    TESSERA_CHECK(!document.is_discarded());
    const auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
    const auto again = plan::importPlan(document.dump(-1, ' ', false, kReplace), importOptions());
    TESSERA_CHECK(again.has_value());
    TESSERA_CHECK(again->parts.seats.size() == plan.parts.seats.size());
    TESSERA_CHECK(again->parts.areas.size() == plan.parts.areas.size());
    TESSERA_CHECK(again->parts.focal == plan.parts.focal);
    for (std::size_t i = 0; i < plan.parts.seats.size(); ++i) {
        const auto& a = plan.parts.seats[i];
        const auto& b = again->parts.seats[i];
        TESSERA_CHECK(a.position == b.position && a.companion == b.companion);
        TESSERA_CHECK(a.category == b.category && a.gapBefore == b.gapBefore);
    }
}

}  // namespace

void planImport(Input input) {
    auto plan = plan::importPlan(input, importOptions());
    if (!plan) return expectFault(plan.error());
    expectWhole(*plan);
    expectSameAnew(input, *plan);
    auto known = plan::layoutOf(std::move(*plan));
    const api::ShownLayout shown({}, std::move(known.layout), std::move(known.text));
    expectSurvivesJson(toProto(shown));
    expectSurvivesJson(toImportResponse(shown));
}

}  // namespace tessera::fuzz
