// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_import.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "server/app/plan/plan_cursor.h"
#include "server/app/plan/plan_document.h"
#include "server/app/plan/plan_rows.h"
#include "server/app/plan/plan_shapes.h"
#include "shared/base/check.h"

namespace tessera::plan {
namespace {

using engine::LayoutSeat;
using engine::Point;
using Offset = Cursor::Offset;

// Texts of one kind that must differ. They live in the document.
class UniqueIds {
public:
    // The member may be missing or empty: then it is nobody's id.
    void take(const Cursor& owner, const char* key) {
        const std::string_view id = owner.text(key);
        if (id.empty() || ids_.insert(id).second) return;
        owner.failAt(key, "is used before: " + quoted(id));
    }
    void reserve(std::size_t count) { ids_.reserve(count); }

private:
    std::unordered_set<std::string_view> ids_;
};

// The box around all seats and areas.
struct Bounds {
    bool any = false;
    Point least;
    Point most;

    void include(Point p) {
        least = any ? Point{std::min(least.x, p.x), std::min(least.y, p.y)} : p;
        most = any ? Point{std::max(most.x, p.x), std::max(most.y, p.y)} : p;
        any = true;
    }
};

class Importer {
public:
    explicit Importer(const PlanImportOptions& options)
        : seatsMax_(static_cast<std::size_t>(
              std::clamp(options.seatsMax, std::int32_t{0}, engine::kSeatsMax))) {}

    ImportedPlan import(const Cursor& root) {
        root.requireObject();
        if (!root.has("name")) root.failAt("name", "is missing");
        if (!root.has("zones")) root.failAt("zones", "is missing");
        plan_.text.name = root.text("name");
        uuids_.reserve(1024);
        readCategories(root);
        root.each("zones", [this](const Cursor& zone) { readZone(zone); });
        if (plan_.parts.seats.empty() && plan_.parts.areas.empty()) {
            root.failAt("zones", "has neither seats nor general-admission areas");
        }
        readSize(root);
        plan_.parts.focal = focalPoint();
        if (auto fault = engine::Layout::faultOf(plan_.parts)) root.fail(std::move(*fault));
        return std::move(plan_);
    }

private:
    void readCategories(const Cursor& root) {
        if (!root.has("categories")) root.failAt("categories", "is missing");
        const auto most = std::clamp(root.options().categoriesMax, 1, INT16_MAX);
        if (root.sizeOf("categories") > static_cast<std::size_t>(most)) {
            root.failAt("categories", "has too many categories", most);
        }
        root.each("categories", [this](const Cursor& category) {
            const std::string_view name = category.requiredText("name");
            const auto number = static_cast<std::int16_t>(plan_.text.categories.size());
            if (!categories_.emplace(name, CategoryNo{number}).second) {
                category.failAt("name", "is used before: " + quoted(name));
            }
            plan_.text.categories.push_back({std::string(name), category.color("color")});
        });
        if (categories_.empty()) root.failAt("categories", "has no category");
        plan_.parts.categories = static_cast<std::int16_t>(categories_.size());
    }

    CategoryNo categoryOf(const Cursor& owner) const {
        const std::string_view name = owner.requiredText("category");
        const auto found = categories_.find(name);
        if (found == categories_.end()) {
            owner.failAt("category", "unknown category " + quoted(name));
        }
        return found->second;
    }

    void readZone(const Cursor& zone) {
        zone.requireObject();
        uuids_.take(zone, "uuid");
        zoneIds_.take(zone, "zone_id");
        const std::string_view name = zone.text("name");
        zoneName_ = name.empty() ? zone.text("zone_id") : name;
        const Offset origin = zone.position("position", {});
        if (zone.sizeOf("rows") > 0) {
            plan_.text.sections.emplace_back(zoneName_);
            zone.each("rows", [&](const Cursor& row) { readRow(row, origin); });
        }
        zone.each("areas", [&](const Cursor& area) { readArea(area, origin); });
    }

    void readRow(const Cursor& row, Offset origin) {
        row.requireObject();
        uuids_.take(row, "uuid");
        const Offset start = row.position("position", origin);
        if (row.sizeOf("seats") == 0) row.failAt("seats", "has no seats");
        const auto first = plan_.parts.seats.size();
        row.each("seats", [&](const Cursor& seat) { readSeat(seat, start); });
        const std::span<LayoutSeat> seats = std::span(plan_.parts.seats).subspan(first);
        const SeatNo number{static_cast<std::int32_t>(first)};
        markGaps(seats);
        pairCompanions(seats, number);
        plan_.parts.rows.push_back({number, static_cast<std::int32_t>(seats.size()),
                                    static_cast<std::int32_t>(plan_.text.sections.size()) - 1});
        RowText text;
        text.number = row.text("row_number");
        text.label = row.text("row_label");
        if (text.label.empty()) text.label = text.number;
        text.seatLabel = row.text("seat_label");
        plan_.text.rows.push_back(std::move(text));
    }

    void readSeat(const Cursor& seat, Offset start) {
        seat.requireObject();
        if (plan_.parts.seats.size() >= seatsMax_) {
            seat.fail("one seat too many", static_cast<std::int64_t>(seatsMax_));
        }
        uuids_.take(seat, "uuid");
        const std::string_view guid = seat.requiredText("seat_guid");
        guids_.take(seat, "seat_guid");
        if (!seat.has("position")) seat.failAt("position", "is missing");
        LayoutSeat read;
        read.position = seat.point(seat.position("position", start));
        read.row = static_cast<std::int32_t>(plan_.parts.rows.size());
        read.category = categoryOf(seat);
        read.wheelchair = seat.flag("wheelchair");
        bounds_.include(read.position);
        plan_.text.seatNumbers.add(seat.text("seat_number"));
        plan_.text.seatGuids.add(guid);
        plan_.parts.seats.push_back(read);
    }

    void readArea(const Cursor& area, Offset origin) {
        area.requireObject();
        if (plan_.text.shapes.size() >=
            static_cast<std::size_t>(std::clamp(area.options().areasMax, 0, INT16_MAX))) {
            area.fail("one area too many", area.options().areasMax);
        }
        uuids_.take(area, "uuid");
        PlanShape shape = readShape(area, origin);
        bounds_.include(shape.center);
        area.with("general_admission", [&](const Cursor& admission) {
            shape.area = AreaNo{static_cast<std::int16_t>(plan_.parts.areas.size())};
            readAdmission(admission, shape);
        });
        plan_.text.shapes.push_back(std::move(shape));
    }

    void readAdmission(const Cursor& admission, const PlanShape& shape) {
        engine::LayoutArea read;
        read.category = categoryOf(admission);
        read.capacity = static_cast<std::int32_t>(
            admission.requiredInteger("capacity", 1, engine::kAreaCapacityMax));
        places_ += read.capacity;
        if (places_ > engine::kAreaCapacityMax) {
            admission.failAt("capacity", "one place too many in all areas",
                             engine::kAreaCapacityMax);
        }
        read.center = shape.center;
        plan_.parts.areas.push_back(read);
        AreaText text;
        text.section = zoneName_;
        if (shape.label) {
            text.name = shape.label->text;
        } else if (!zoneName_.empty()) {
            text.name = zoneName_;
        } else {
            text.name = plan_.text.categories[static_cast<std::size_t>(read.category.value)].name;
        }
        plan_.text.areas.push_back(std::move(text));
    }

    // Plans without a size end where their content does.
    void readSize(const Cursor& root) {
        double width = std::max(0.0F, bounds_.most.x);
        double height = std::max(0.0F, bounds_.most.y);
        root.with("size", [&](const Cursor& size) {
            width = size.size("width", width);
            height = size.size("height", height);
        });
        plan_.text.width = static_cast<float>(width);
        plan_.text.height = static_cast<float>(height);
    }

    Point focalPoint() const {
        const auto& shapes = plan_.text.shapes;
        const auto stage = std::find_if(shapes.begin(), shapes.end(), [](const PlanShape& shape) {
            return !shape.area && shape.label && namesFocus(shape.label->text);
        });
        if (stage != shapes.end()) return stage->center;
        if (!shapes.empty()) return shapes.front().center;
        return {(bounds_.least.x + bounds_.most.x) / 2, bounds_.least.y};
    }

    std::size_t seatsMax_;
    std::int64_t places_ = 0;  // Of all areas.
    ImportedPlan plan_;
    std::unordered_map<std::string_view, CategoryNo> categories_;
    UniqueIds uuids_;
    UniqueIds zoneIds_;
    UniqueIds guids_;
    Bounds bounds_;
    std::string_view zoneName_;
};

}  // namespace

tl::expected<ImportedPlan, PlanError> importPlan(std::string_view json,
                                                 const PlanImportOptions& options) {
    const auto document = parseDocument(json, options);
    if (!document) return tl::make_unexpected(document.error());
    try {
        return Importer(options).import(Cursor(*document, options));
    } catch (const PlanFault& fault) {
        return tl::make_unexpected(fault.error);
    }
}

}  // namespace tessera::plan
