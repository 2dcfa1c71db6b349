// SPDX-License-Identifier: Apache-2.0
// Which places are sold at the counter: the best of a band by the quick line, and those that a hand
// chooses on the map. What counts is what the database has then.
#include <QtGui/QWheelEvent>
#include <algorithm>
#include <sstream>

#include "shared/qt/seat_map/seat_map_view.h"
#include "tests/gui/counter/counter_window.h"

namespace tessera::gui {
namespace {

constexpr int kPixelsApart = 24;  // Of neighbours: there is room for a pointer between them.

class PlaceSaleTest : public CounterWindowTest {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(start(house.cashier, sale.event));
        v1::GetLayoutRequest request;
        request.set_event(sale.event);
        front->desk().ask(
            client::kGetLayout, request, &front->desk(),
            [this](const client::Answer<v1::Layout>& answer) { layout = answer.value; });
        ASSERT_TRUE(comes([&] { return layout.seat_count() == integration::kTheatreSeats; }));
        for (const v1::Section& section : layout.sections()) {
            for (const v1::Row& row : section.rows()) rows.push_back(row);
        }
    }
    std::vector<int> heldSeats() {
        std::vector<int> out;
        std::istringstream numbers(house.stack.psql(
            "SELECT coalesce(string_agg(seat_no::text, ' ' ORDER BY seat_no), '') FROM seat "
            "WHERE status = 1 AND event_id = " +
            client::eventNumber(sale)));
        for (int seat = 0; numbers >> seat;) out.push_back(seat);
        return out;
    }

    qt::SeatMapView& view() { return *front->find<qt::SeatMapView>("map"); }
    QPoint pointOf(const v1::Seat& seat) {
        return view().camera().pixelOf(QPointF(seat.x(), seat.y()));
    }
    // By the wheel, until a pointer fits between its seats.
    void comesNear(const v1::Row& row) {
        const auto apart = [&] {
            return (pointOf(row.seats(1)) - pointOf(row.seats(0))).manhattanLength();
        };
        for (int notch = 0; notch < 40 && apart() < kPixelsApart; ++notch) {
            const QPoint at = pointOf(row.seats(row.seats_size() / 2));
            QWheelEvent wheel(at, view().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(&view(), &wheel);
        }
        ASSERT_GE(apart(), kPixelsApart);
        for (int place : {0, 9}) {
            ASSERT_TRUE(view().rect().contains(pointOf(row.seats(first(row) + place))));
        }
    }
    // Of the ten in the middle of a row.
    static int first(const v1::Row& row) { return row.seats_size() / 2 - 5; }
    void click(const v1::Seat& seat, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mouseClick(&view(), Qt::LeftButton, modifiers, pointOf(seat));
    }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view().mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&view(), &move);
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, to);
    }
    // All of the plan that a rectangle in the window has in it.
    std::vector<int> within(const QRect& window) {
        std::vector<int> out;
        for (const v1::Row& row : rows) {
            for (const v1::Seat& seat : row.seats()) {
                if (window.contains(pointOf(seat))) out.push_back(seat.seat_no());
            }
        }
        return out;
    }

    integration::Sale sale = integration::makeSale(house.stack);
    v1::Layout layout;
    std::vector<v1::Row> rows;
};

TEST_F(PlaceSaleTest, FourBBringsTheBestFourOfThatBandSideBySide) {
    ASSERT_TRUE(takes("4b", 4)) << shown("quick_message");
    const std::vector<int> held = heldSeats();
    ASSERT_EQ(held.size(), 4U);
    const auto same = std::ranges::find_if(rows, [&](const v1::Row& row) {
        return std::ranges::any_of(row.seats(),
                                   [&](const v1::Seat& seat) { return seat.seat_no() == held[0]; });
    });
    ASSERT_NE(same, rows.end());
    const auto begin = std::ranges::find(same->seats(), held[0], &v1::Seat::seat_no);
    ASSERT_GE(same->seats().end() - begin, 4) << "of one row";
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ((begin + i)->seat_no(), held[static_cast<std::size_t>(i)]);
        EXPECT_EQ((begin + i)->category_no(), 1);
        EXPECT_EQ(cart().reservation().seats(i).category_no(), 1);
    }
}

TEST_F(PlaceSaleTest, WhatIsClickedRangedFramedAndPaintedOnTheMapIsHeldByOneKey) {
    const auto wide = [](const v1::Row& row) { return row.seats_size() >= 12; };
    const auto row = std::ranges::find_if(rows, wide);
    ASSERT_NE(row, rows.end());
    press(Qt::Key_F2);
    ASSERT_TRUE(hasFocus("map"));
    ASSERT_NO_FATAL_FAILURE(comesNear(*row));
    const auto seat = [&](int place) -> const v1::Seat& { return row->seats(first(*row) + place); };

    click(seat(0));
    click(seat(3), Qt::ShiftModifier);
    click(seat(1));  // Not that one.
    drag(pointOf(seat(5)), pointOf(seat(6)));
    std::vector<int> wanted;
    for (const int place : {0, 2, 3, 5, 6}) wanted.push_back(seat(place).seat_no());

    // From beside the row, where no seat is, over two of it.
    const QRect two = QRect(pointOf(seat(8)), pointOf(seat(9))).normalized();
    const QPoint away = pointOf(row->seats(1)) - pointOf(row->seats(0));
    const QPoint margin(kPixelsApart / 3, kPixelsApart / 2);
    ASSERT_LT(std::abs(away.y()), kPixelsApart / 3) << "a row that lies across";
    const QRect frame(two.topLeft() - margin, two.bottomRight() + margin);
    const std::vector<int> framed = within(frame);
    ASSERT_GE(framed.size(), 2U);
    drag(frame.topLeft(), frame.bottomRight());
    wanted.insert(wanted.end(), framed.begin(), framed.end());
    std::ranges::sort(wanted);
    ASSERT_LE(wanted.size(), 10U);
    EXPECT_TRUE(heldSeats().empty()) << "selected is not held";

    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(comes([&] { return cart().stage() == CartStage::Held; })) << shown("quick_message");
    EXPECT_EQ(heldSeats(), wanted);
    EXPECT_EQ(cart().reservation().seats_size(), static_cast<int>(wanted.size()));
}

}  // namespace
}  // namespace tessera::gui
