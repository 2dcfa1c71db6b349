// SPDX-License-Identifier: Apache-2.0
// What a seating plan says to people: names, labels, colours and shapes. The numbers that the
// engine works with are in engine::Layout; both come from one import and share their order.
//
// Plain values, immutable once imported; then any thread may read them. Texts are clean UTF-8 of
// bounded length (plan_import.h); colours hold only characters of a CSS colour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/engine/layout.h"
#include "shared/base/ids.h"

namespace tessera::plan {

// Many short texts in one block of memory.
class TextColumn {
public:
    void add(std::string_view text);
    std::size_t size() const { return ends_.size(); }
    // REQUIRES: index < size(). Valid until the next add.
    std::string_view at(std::size_t index) const;
    std::size_t memoryBytes() const;

private:
    std::string bytes_;
    std::vector<std::uint32_t> ends_;
};

struct CategoryText {
    std::string name;
    std::string color;  // Empty: the reader's choice.
};

struct RowText {
    std::string number;     // On the map. May be empty.
    std::string label;      // In sentences; the number where the plan has none.
    std::string seatLabel;  // How a seat is named in sentences, `%s` its number; may be empty.
};

// A general-admission area.
struct AreaText {
    std::string name;     // Its text, else its zone's name, else its category's.
    std::string section;  // Its zone's name.
};

enum class ShapeKind : std::uint8_t { Rectangle, Circle, Ellipse, Polygon, Text };

struct ShapeLabel {
    std::string text;
    std::string color;
    engine::Point position;
    float size = 16;
};

// For drawing; all positions are the plan's own.
struct PlanShape {
    ShapeKind kind = ShapeKind::Text;
    engine::Point position;             // Upper left of a rectangle, middle of a circle or ellipse.
    engine::Point extent;               // Width and height of a rectangle, radii of the round ones.
    std::vector<engine::Point> points;  // Of a polygon, before its rotation.
    float rotation = 0;                 // Degrees, clockwise around `position`.
    std::string color;
    std::string borderColor;
    std::optional<ShapeLabel> label;
    std::optional<AreaNo> area;  // The general-admission area that it shows.
    engine::Point center;        // After rotation.
};

struct PlanText {
    std::string name;
    float width = 0;
    float height = 0;
    std::vector<CategoryText> categories;  // By CategoryNo.
    std::vector<std::string> sections;     // By section of a LayoutRow; names of zones with rows.
    std::vector<RowText> rows;             // By row.
    TextColumn seatNumbers;                // By SeatNo; may be empty.
    TextColumn seatGuids;                  // By SeatNo; unique.
    std::vector<AreaText> areas;           // By AreaNo.
    std::vector<PlanShape> shapes;         // In the plan's order: later ones are drawn on top.

    std::size_t memoryBytes() const;
};

}  // namespace tessera::plan
