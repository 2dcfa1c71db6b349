// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/plan_names.h"

#include <charconv>
#include <optional>

#include "tools/admin/json_fields.h"

namespace tessera::admin {
namespace {

using nlohmann::json;

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// An area is called by its label, by its zone, or by its category.
std::string areaName(const json& area, const std::string& zone, const std::string& category) {
    const auto label = area.find("text");
    if (label != area.end()) {
        const std::string text =
            label->is_string() ? label->get<std::string>() : textOf(*label, "text");
        if (!text.empty()) return text;
    }
    return zone.empty() ? category : zone;
}

}  // namespace

Result<PlanNames> planNames(std::string_view planJson) {
    // Seats are nearly all of a plan, and have no names that are asked for.
    const auto keep = [](int, json::parse_event_t event, json& parsed) {
        return event != json::parse_event_t::key || parsed != "seats";
    };
    const json plan = json::parse(planJson, keep, false);
    if (!plan.is_object()) return failure("the plan is no JSON object");
    PlanNames names;
    for (const json& category : listOf(plan, "categories")) {
        names.categories.push_back(textOf(category, "name"));
    }
    for (const json& zone : listOf(plan, "zones")) {
        std::string name = textOf(zone, "name");
        if (name.empty()) name = textOf(zone, "zone_id");
        if (!listOf(zone, "rows").empty()) names.sections.push_back(name);
        for (const json& area : listOf(zone, "areas")) {
            const auto admission = area.find("general_admission");
            if (admission == area.end() || !admission->is_object()) continue;
            names.areas.push_back(areaName(area, name, textOf(*admission, "category")));
        }
    }
    return names;
}

std::vector<int> numbersOf(const std::vector<std::string>& names, std::string_view wanted) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == wanted) numbers.push_back(static_cast<int>(i));
    }
    const auto dash = wanted.find('-');
    if (!numbers.empty() || dash == std::string_view::npos) return numbers;
    const auto first = wholeNumber(wanted.substr(0, dash));
    const auto last = wholeNumber(wanted.substr(dash + 1));
    for (std::size_t i = 0; first && last && i < names.size(); ++i) {
        const auto number = wholeNumber(names[i]);
        if (number && *number >= *first && *number <= *last) {
            numbers.push_back(static_cast<int>(i));
        }
    }
    return numbers;
}

}  // namespace tessera::admin
