// SPDX-License-Identifier: Apache-2.0
#include "server/api/convert_layout.h"

#include "server/api/convert_common.h"
#include "server/api/convert_seat_map.h"
#include "server/api/json_writer.h"

namespace tessera::api {
namespace {

constexpr int kLayoutGzipLevel = 6;  // Once per layout.
constexpr double kSeatRadius = 8;    // The pretix editor draws every seat so.

void setPoint(v1::Point* out, engine::Point point) {
    out->set_x(static_cast<double>(point.x));
    out->set_y(static_cast<double>(point.y));
}

v1::Shape::Kind kindOf(plan::ShapeKind kind) {
    switch (kind) {
        case plan::ShapeKind::Rectangle:
            return v1::Shape::RECTANGLE;
        case plan::ShapeKind::Circle:
            return v1::Shape::CIRCLE;
        case plan::ShapeKind::Ellipse:
            return v1::Shape::ELLIPSE;
        case plan::ShapeKind::Polygon:
            return v1::Shape::POLYGON;
        case plan::ShapeKind::Text:
            return v1::Shape::TEXT;
    }
    return v1::Shape::KIND_UNSPECIFIED;
}

void setShape(v1::Shape* out, const plan::PlanShape& shape) {
    out->set_kind(kindOf(shape.kind));
    setPoint(out->mutable_center(), shape.center);
    if (shape.kind == plan::ShapeKind::Circle || shape.kind == plan::ShapeKind::Ellipse) {
        out->set_radius_x(static_cast<double>(shape.extent.x));
        out->set_radius_y(static_cast<double>(shape.extent.y));
    }
    if (shape.kind == plan::ShapeKind::Rectangle) {
        setPoint(out->add_points(), shape.position);
        setPoint(out->add_points(),
                 {shape.position.x + shape.extent.x, shape.position.y + shape.extent.y});
    }
    for (const auto point : shape.points) setPoint(out->add_points(), point);
    out->set_rotation(static_cast<double>(shape.rotation));
    out->set_fill_color(shape.color);
    out->set_border_color(shape.borderColor);
    if (shape.label) out->set_text(shape.label->text);
}

void setCategory(v1::Category* out, std::size_t number, const plan::CategoryText& text) {
    out->set_category_no(static_cast<std::int32_t>(number));
    out->set_name(text.name);
    out->set_color(text.color);
}

void setArea(v1::Area* out, const ShownLayout& shown, std::size_t number) {
    const auto& area = shown.layout->areas()[number];
    out->set_area_no(static_cast<std::int32_t>(number));
    out->set_name(shown.text.areas[number].name);
    out->set_category_no(area.category.value);
    out->set_capacity(area.capacity);
    for (const auto& shape : shown.text.shapes) {
        if (shape.area && static_cast<std::size_t>(shape.area->value) == number) {
            setShape(out->mutable_shape(), shape);
        }
    }
}

void setSeat(v1::Seat* out, const ShownLayout& shown, std::int32_t number) {
    const auto& seat = shown.layout->seat(SeatNo(number));
    const auto index = static_cast<std::size_t>(number);
    out->set_seat_no(number);
    out->set_label(shown.text.seatNumbers.at(index).data(),
                   shown.text.seatNumbers.at(index).size());
    out->set_x(static_cast<double>(seat.position.x));
    out->set_y(static_cast<double>(seat.position.y));
    out->set_category_no(seat.category.value);
    out->set_guid(shown.text.seatGuids.at(index).data(), shown.text.seatGuids.at(index).size());
    out->set_radius(kSeatRadius);
    if (seat.wheelchair) {
        out->set_kind(v1::Seat::WHEELCHAIR);
    } else if (seat.companion != engine::kNoSeat) {
        out->set_kind(v1::Seat::COMPANION);
        out->set_companion_of(seat.companion.value);
    } else {
        out->set_kind(v1::Seat::ORDINARY);
    }
}

void setSections(v1::Layout* out, const ShownLayout& shown) {
    for (std::size_t i = 0; i < shown.text.sections.size(); ++i) {
        auto* section = out->add_sections();
        section->set_section_no(static_cast<std::int32_t>(i));
        section->set_name(shown.text.sections[i]);
    }
    const auto rows = shown.layout->rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto* row = out->mutable_sections(rows[i].section)->add_rows();
        row->set_label(shown.text.rows[i].label);
        row->mutable_seats()->Reserve(rows[i].count);
        for (std::int32_t n = 0; n < rows[i].count; ++n) {
            setSeat(row->add_seats(), shown, rows[i].first.value + n);
        }
    }
}

}  // namespace

ShownLayout::ShownLayout(store::LayoutRow layoutRow, std::shared_ptr<const engine::Layout> geometry,
                         std::shared_ptr<const plan::PlanText> planText)
    : row(std::move(layoutRow)),
      layout(std::move(geometry)),
      text(*planText),
      keepsText_(std::move(planText)) {}

const EncodedLayout& ShownLayout::encoded() const {
    std::call_once(once_, [this] {
        const auto message = toProto(*this);
        encoded_.grpc = std::make_shared<const std::string>(message.SerializeAsString());
        encoded_.json = std::make_shared<const std::string>(toJson(message));
        encoded_.jsonGzip = gzipped(*encoded_.json, kLayoutGzipLevel);
        ready_.store(true, std::memory_order_release);
    });
    return encoded_;
}

v1::Layout toProto(const ShownLayout& shown) {
    v1::Layout out;
    out.set_layout(encodePublicId(shown.row.id.value));
    out.set_venue(encodePublicId(shown.row.venue.value));
    out.set_name(shown.row.name);
    out.set_version(shown.row.version);
    out.set_width(static_cast<double>(shown.text.width));
    out.set_height(static_cast<double>(shown.text.height));
    for (std::size_t i = 0; i < shown.text.categories.size(); ++i) {
        setCategory(out.add_categories(), i, shown.text.categories[i]);
    }
    setSections(&out, shown);
    for (std::size_t i = 0; i < shown.layout->areas().size(); ++i) {
        setArea(out.add_areas(), shown, i);
    }
    for (const auto& shape : shown.text.shapes) {
        if (!shape.area) setShape(out.add_shapes(), shape);
    }
    setPoint(out.mutable_focal_point(), shown.layout->focal());
    out.set_seat_count(shown.layout->seatCount());
    return out;
}

v1::ImportLayoutResponse toImportResponse(const ShownLayout& shown) {
    v1::ImportLayoutResponse out;
    out.set_layout(encodePublicId(shown.row.id.value));
    out.set_venue(encodePublicId(shown.row.venue.value));
    out.set_version(shown.row.version);
    out.set_name(shown.row.name);
    out.set_seat_count(shown.layout->seatCount());
    for (std::size_t i = 0; i < shown.text.categories.size(); ++i) {
        setCategory(out.add_categories(), i, shown.text.categories[i]);
    }
    for (std::size_t i = 0; i < shown.layout->areas().size(); ++i) {
        setArea(out.add_areas(), shown, i);
    }
    return out;
}

void setLabel(v1::PlaceLabel* out, const ShownLayout& shown, SeatNo seat) {
    const auto row = static_cast<std::size_t>(shown.layout->seat(seat).row);
    const auto section = static_cast<std::size_t>(shown.layout->rows()[row].section);
    out->set_section(shown.text.sections[section]);
    out->set_row(shown.text.rows[row].label);
    const auto number = shown.text.seatNumbers.at(static_cast<std::size_t>(seat.value));
    out->set_seat(number.data(), number.size());
}

void setLabel(v1::PlaceLabel* out, const ShownLayout& shown, AreaNo area) {
    out->set_section(shown.text.areas[static_cast<std::size_t>(area.value)].name);
}

}  // namespace tessera::api
