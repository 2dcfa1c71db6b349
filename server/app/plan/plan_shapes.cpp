// SPDX-License-Identifier: Apache-2.0
#include "server/app/plan/plan_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

namespace tessera::plan {
namespace {

using engine::Point;
using Offset = Cursor::Offset;

constexpr double kTextSize = 16;

struct NamedShape {
    const char* name;
    ShapeKind kind;
};
constexpr std::array<NamedShape, 5> kShapes{{{"rectangle", ShapeKind::Rectangle},
                                             {"circle", ShapeKind::Circle},
                                             {"ellipse", ShapeKind::Ellipse},
                                             {"polygon", ShapeKind::Polygon},
                                             {"text", ShapeKind::Text}}};

// Where the area does not say: the shape that it describes; `text` is last, for all can have one.
ShapeKind kindOf(const Cursor& area) {
    const std::string_view name = area.text("shape");
    for (const NamedShape& shape : kShapes) {
        if (name.empty() ? area.has(shape.name) && shape.kind != ShapeKind::Text
                         : name == shape.name) {
            return shape.kind;
        }
    }
    if (!name.empty()) area.failAt("shape", "unknown shape " + quoted(name));
    return area.has("width") && area.has("height") ? ShapeKind::Rectangle : ShapeKind::Text;
}

Offset readRectangle(const Cursor& area) {
    const auto sizes = [](const Cursor& from) {
        if (!from.has("width")) from.failAt("width", "is missing");
        if (!from.has("height")) from.failAt("height", "is missing");
        return Offset{from.size("width", 0), from.size("height", 0)};
    };
    Offset extent;
    if (!area.with("rectangle", [&](const Cursor& shape) { extent = sizes(shape); })) {
        extent = sizes(area);
    }
    return extent;
}

Offset readRadii(const Cursor& area, const char* key, bool round) {
    Offset radii;
    const bool found = area.with(key, [&](const Cursor& shape) {
        if (!shape.has("radius")) shape.failAt("radius", "is missing");
        if (round) {
            radii.x = radii.y = shape.size("radius", 0);
            return;
        }
        shape.with("radius", [&](const Cursor& radius) {
            radii = {radius.size("x", 0), radius.size("y", 0)};
        });
    });
    if (!found) area.failAt(key, "is missing");
    return radii;
}

std::vector<Offset> readPolygon(const Cursor& area) {
    std::vector<Offset> points;
    const bool found = area.with("polygon", [&](const Cursor& shape) {
        shape.each("points", [&](const Cursor& point) { points.push_back(point.asPosition({})); });
        if (points.empty()) shape.failAt("points", "has no points");
    });
    if (!found) area.failAt("polygon", "is missing");
    return points;
}

// The middle of the box around the points.
Offset middleOf(const std::vector<Offset>& points) {
    const auto [left, right] = std::minmax_element(points.begin(), points.end(),
                                                   [](Offset a, Offset b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(),
                                                   [](Offset a, Offset b) { return a.y < b.y; });
    return {(left->x + right->x) / 2, (top->y + bottom->y) / 2};
}

// Clockwise where y grows downwards.
Offset rotated(Offset offset, double degrees) {
    const double angle = degrees * std::numbers::pi / 180.0;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    return {offset.x * cosine - offset.y * sine, offset.x * sine + offset.y * cosine};
}

Offset sum(Offset a, Offset b) {
    return {a.x + b.x, a.y + b.y};
}

std::optional<ShapeLabel> readLabel(const Cursor& area, Offset at) {
    std::optional<ShapeLabel> label;
    area.with("text", [&](const Cursor& text) {
        ShapeLabel read;
        if (text.isText()) {
            read.text = text.asText();
            read.position = area.point(at);
            read.size = static_cast<float>(kTextSize);
        } else {
            read.text = text.text("text");
            read.color = text.color("color");
            read.size = static_cast<float>(text.size("size", kTextSize));
            read.position = text.point(text.position("position", at));
        }
        if (!read.text.empty()) label = std::move(read);
    });
    return label;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

PlanShape readShape(const Cursor& area, Offset origin) {
    PlanShape shape;
    shape.kind = kindOf(area);
    const Offset at = area.position("position", origin);
    shape.position = area.point(at);
    const double rotation = area.number("rotation", 0);
    shape.rotation = static_cast<float>(rotation);
    shape.color = area.color("color");
    shape.borderColor = area.color("border_color");
    Offset middle;  // From `at`, before the rotation.
    Offset extent;
    if (shape.kind == ShapeKind::Rectangle) {
        extent = readRectangle(area);
        middle = {extent.x / 2, extent.y / 2};
    } else if (shape.kind == ShapeKind::Circle) {
        extent = readRadii(area, "circle", true);
    } else if (shape.kind == ShapeKind::Ellipse) {
        extent = readRadii(area, "ellipse", false);
    } else if (shape.kind == ShapeKind::Polygon) {
        const std::vector<Offset> points = readPolygon(area);
        for (const Offset point : points) shape.points.push_back(area.point(sum(at, point)));
        middle = middleOf(points);
    }
    shape.extent = area.point(extent);
    shape.center = area.point(sum(at, rotated(middle, rotation)));
    shape.label = readLabel(area, at);
    return shape;
}

bool namesFocus(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kWords{"stage", "pitch",  "ring",
                                                            "court", "podium", "screen"};
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
        return lowered.find(word) != std::string::npos;
    });
}

}  // namespace tessera::plan
