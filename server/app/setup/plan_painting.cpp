// SPDX-License-Identifier: Apache-2.0
#include "server/app/setup/plan_painting.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace tessera::setup {
namespace {

using Json = nlohmann::ordered_json;

// Walks a plan in the order of its numbers, as an import does.
class Painter {
public:
    Painter(Json& plan, const Painting& painting) : plan_(plan), painting_(painting) {
        for (const auto& each : painting.areas) areas_[each.area.value] = each.category;
        std::int16_t number = 0;
        for (const Json& category : plan_.at("categories")) {
            before_[category.at("name").get<std::string>()] = CategoryNo{number++};
        }
    }

    std::optional<PaintFault> paint() {
        for (Json& zone : plan_.at("zones")) {
            forEach(zone, "rows", [&](Json& row) {
                forEach(row, "seats", [&](Json& seat) { paintSeat(seat); });
            });
            forEach(zone, "areas", [&](Json& area) {
                if (area.contains("general_admission")) paintArea(area["general_admission"]);
            });
        }
        if (fault_) return fault_;
        if (run_ < painting_.runs.size()) return PaintFault::SeatUnknown;
        if (!areas_.empty()) return PaintFault::AreaUnknown;
        Json categories = Json::array();
        for (const auto& each : painting_.categories) {
            categories.push_back({{"name", each.name}, {"color", each.color}});
        }
        plan_["categories"] = std::move(categories);
        return std::nullopt;
    }

private:
    template <class Visit>
    static void forEach(Json& of, const char* list, const Visit& visit) {
        if (!of.contains(list)) return;
        for (Json& each : of[list]) visit(each);
    }

    void give(Json& owner, CategoryNo category) {
        const auto known = static_cast<std::int16_t>(painting_.categories.size());
        if (category.value < 0 || category.value >= known) {
            fault_ = PaintFault::CategoryUnknown;
            return;
        }
        owner["category"] = painting_.categories[static_cast<std::size_t>(category.value)].name;
    }

    CategoryNo categoryOf(const Json& owner) const {
        return before_.at(owner.at("category").get<std::string>());
    }

    void paintSeat(Json& seat) {
        const std::int32_t number = seats_++;
        const auto& runs = painting_.runs;
        const bool painted = run_ < runs.size() && runs[run_].first.value <= number;
        give(seat, painted ? runs[run_].category : categoryOf(seat));
        if (painted && number + 1 >= runs[run_].first.value + runs[run_].count) ++run_;
    }

    void paintArea(Json& admission) {
        const auto found = areas_.find(area_++);
        give(admission, found == areas_.end() ? categoryOf(admission) : found->second);
        if (found != areas_.end()) areas_.erase(found);
    }

    Json& plan_;
    const Painting& painting_;
    std::map<std::string, CategoryNo> before_;
    std::map<std::int16_t, CategoryNo> areas_;  // Still to be painted.
    std::size_t run_ = 0;                       // The first that does not end before the seat.
    std::int32_t seats_ = 0;
    std::int16_t area_ = 0;
    std::optional<PaintFault> fault_;
};

}  // namespace

tl::expected<std::string, PaintFault> paint(std::string_view planJson, const Painting& painting) {
    Json plan = Json::parse(planJson, nullptr, false);
    if (!plan.is_object()) return tl::make_unexpected(PaintFault::PlanDamaged);
    try {
        if (const auto fault = Painter(plan, painting).paint()) return tl::make_unexpected(*fault);
        return plan.dump();
    } catch (const Json::exception&) {
        return tl::make_unexpected(PaintFault::PlanDamaged);
    } catch (const std::out_of_range&) {
        return tl::make_unexpected(PaintFault::PlanDamaged);
    }
}

}  // namespace tessera::setup
