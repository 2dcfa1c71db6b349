// SPDX-License-Identifier: Apache-2.0
// The contract's layout as input: what is drawn, and what is refused.
#include "shared/qt/seat_feed/layout_from.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tessera::qt {
namespace {

// One section of two rows of three, an area, and one shape of each kind.
v1::Layout smallLayout() {
    v1::Layout layout;
    for (const char* name : {"Front", "Standing"}) {
        auto* category = layout.add_categories();
        category->set_category_no(layout.categories_size() - 1);
        category->set_name(name);
    }
    auto* section = layout.add_sections();
    section->set_name("Parkett");
    for (int number = 0; number < 6; ++number) {
        auto* row = number % 3 == 0 ? section->add_rows() : section->mutable_rows(number / 3);
        row->set_label(number < 3 ? "A" : "Ä");
        auto* seat = row->add_seats();
        seat->set_seat_no(number);
        seat->set_label(std::to_string(number % 3 + 1));
        seat->set_x(20.0 * (number % 3));
        seat->set_y(30.0 * (number / 3));
        seat->set_radius(8);
        seat->set_kind(number == 0 ? v1::Seat::WHEELCHAIR : v1::Seat::ORDINARY);
    }
    layout.set_seat_count(6);
    return layout;
}

v1::Shape* place(v1::Shape* shape, v1::Shape::Kind kind,
                 const std::vector<std::pair<double, double>>& points) {
    shape->set_kind(kind);
    for (const auto& [x, y] : points) {
        auto* point = shape->add_points();
        point->set_x(x);
        point->set_y(y);
    }
    return shape;
}

std::string refusal(const v1::Layout& layout) {
    const auto made = layoutFrom(layout);
    return made ? "made" : made.error().message;
}

TEST(LayoutFromTest, SeatsHaveTheContractsNumbersPlacesAndLabels) {
    const auto layout = layoutFrom(smallLayout());
    ASSERT_TRUE(layout.has_value());
    ASSERT_EQ((*layout)->seatCount(), 6);
    const LayoutSeat& seat = (*layout)->seats()[4];
    EXPECT_EQ(seat.label, "2");
    EXPECT_EQ(seat.at, QPointF(20, 30));
    EXPECT_EQ((*layout)->rows()[1].label, QString::fromUtf8("Ä"));
    EXPECT_EQ((*layout)->sections()[0].name, "Parkett");
    EXPECT_TRUE((*layout)->seats()[0].wheelchair);
    EXPECT_FALSE(seat.wheelchair);
}

TEST(LayoutFromTest, ShapesAreOutlinesTurnedAboutTheirMiddleAndATextAloneIsNotDrawn) {
    v1::Layout layout = smallLayout();
    place(layout.add_shapes(), v1::Shape::RECTANGLE, {{0, 0}, {40, 20}})->set_rotation(90);
    place(layout.add_shapes(), v1::Shape::POLYGON, {{0, 0}, {9, 0}, {0, 9}})->set_text("Stage");
    auto* round = place(layout.add_shapes(), v1::Shape::ELLIPSE, {});
    round->mutable_center()->set_x(100);
    round->set_radius_x(10);
    round->set_radius_y(5);
    place(layout.add_shapes(), v1::Shape::TEXT, {})->set_text("Bar");
    auto* area = layout.add_areas();
    area->set_name("Floor");
    area->set_category_no(1);
    area->set_capacity(500);
    auto* circle = place(area->mutable_shape(), v1::Shape::CIRCLE, {});
    circle->set_radius_x(10);
    const auto made = layoutFrom(layout);
    ASSERT_TRUE(made.has_value());
    const auto& shapes = (*made)->shapes();
    ASSERT_EQ(shapes.size(), 3U);
    EXPECT_EQ(shapes[0].outline.boundingRect().toAlignedRect(), QRect(10, -10, 20, 40));
    EXPECT_EQ(shapes[1].text, "Stage");
    EXPECT_EQ(shapes[2].outline.boundingRect().toAlignedRect(), QRect(90, -5, 20, 10));
    ASSERT_EQ((*made)->areas().size(), 1U);
    EXPECT_EQ((*made)->areas()[0].name, "Floor");
    EXPECT_EQ((*made)->areas()[0].shape.outline.boundingRect().toAlignedRect(),
              QRect(-10, -10, 20, 20));
}

TEST(LayoutFromTest, WhatIsNotNumberedAsTheContractSaysIsRefusedAndNamed) {
    EXPECT_EQ(refusal(smallLayout()), "made");
    v1::Layout layout = smallLayout();
    layout.mutable_sections(0)->mutable_rows(1)->mutable_seats(1)->set_seat_no(5);
    EXPECT_EQ(refusal(layout), "seat_no: 5 is not the next one, counted from 0");
    layout = smallLayout();
    layout.set_seat_count(7);
    EXPECT_EQ(refusal(layout), "seat_count: 7, but there are 6 seats");
    layout = smallLayout();
    layout.mutable_categories(1)->set_category_no(0);
    EXPECT_EQ(refusal(layout), "category_no: 0 is not the next one, counted from 0");
    layout = smallLayout();
    layout.add_areas()->set_area_no(1);
    EXPECT_EQ(refusal(layout), "area_no: 1 is not the next one, counted from 0");
    layout = smallLayout();
    layout.mutable_sections(0)->mutable_rows(0)->mutable_seats(0)->set_category_no(2);
    EXPECT_EQ(refusal(layout), "row A, seat 1: no such category");
    layout = smallLayout();
    layout.mutable_sections(0)->mutable_rows(0)->mutable_seats(0)->set_radius(0);
    EXPECT_EQ(refusal(layout), "row A, seat 1: radius must be 0.1 to 1000");
}

}  // namespace
}  // namespace tessera::qt
