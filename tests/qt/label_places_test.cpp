// SPDX-License-Identifier: Apache-2.0
// Names of sections and labels of rows against the seats of the real plans, at every zoom that
// shows seats.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>

#include "shared/qt/seat_map/camera.h"
#include "shared/qt/seat_map/map_painter.h"
#include "tests/qt/plan_file.h"
#include "tests/qt/seat_map_fixture.h"

namespace tessera::qt {
namespace {

// All boxes of labels at a zoom.
std::vector<QRect> boxesOf(const LabelPlaces& labels) {
    std::vector<QRect> boxes;
    for (const NamePlace& name : labels.names) {
        if (!name.box.isNull()) boxes.push_back(name.box);
    }
    for (const RowLabel& row : labels.rows) boxes.push_back(row.box);
    return boxes;
}

// How many boxes cover a seat as it is painted: every box against all seats near it.
int covering(const SeatLayout& layout, int zoom, const std::vector<QRect>& boxes) {
    const double scale = scaleAt(zoom);
    int count = 0;
    for (const QRect& box : boxes) {
        const double reach = layout.seatSizeMax() * 2;
        bool covers = false;
        layout.visitSeats(QRectF(QPointF(box.topLeft()) / scale, QSizeF(box.size()) / scale)
                              .adjusted(-reach, -reach, reach, reach),
                          [&](const PlacedSeat& seat) {
                              const LayoutSection& own =
                                  layout.sections()[static_cast<std::size_t>(seat.section)];
                              const int across = static_cast<int>(own.seatSize * scale);
                              const QRect form(
                                  planePixel(seat.at, scale) - QPoint(across / 2, across / 2),
                                  QSize(across, across));
                              covers = covers || form.intersects(box);
                          });
        count += covers ? 1 : 0;
    }
    return count;
}

int touching(const std::vector<QRect>& boxes) {
    int count = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t other = 0; other < i; ++other)
            count += boxes[i].intersects(boxes[other]) ? 1 : 0;
    }
    return count;
}

class LabelPlacesTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        model.setLayout(layoutOf(GetParam()));
        painter.layoutReset();
        camera.setPlan(layout().bounds(), layout().seatSizeMax(), 1);
        camera.setWindow(QSize(1100, 800));
    }
    const SeatLayout& layout() const { return model.layout(); }
    void everyZoomOfSeats(const std::function<void(int)>& look) {
        int zooms = 0;
        for (int zoom = camera.zoomMin(); zoom <= camera.zoomMax(); ++zoom) {
            if (painter.detail(zoom) == Detail::Blocks) continue;
            SCOPED_TRACE("zoom " + std::to_string(zoom));
            look(zoom);
            ++zooms;
        }
        EXPECT_GT(zooms, 12);
    }
    SeatMapModel model;
    MapPainter painter{model};
    Camera camera;
};

TEST_P(LabelPlacesTest, NoLabelCoversASeatAtAnyZoom) {
    everyZoomOfSeats(
        [&](int zoom) { EXPECT_EQ(covering(layout(), zoom, boxesOf(painter.labels(zoom))), 0); });
}

TEST_P(LabelPlacesTest, NoLargeLabelDoes) {
    painter.setLook(PaletteKind::Light, 1, 200);
    for (int zoom = camera.zoomMax(); zoom > camera.zoomMin(); zoom -= 5) {
        if (painter.detail(zoom) == Detail::Blocks) continue;
        EXPECT_EQ(covering(layout(), zoom, boxesOf(painter.labels(zoom))), 0) << zoom;
    }
}

// The count is worth something: names in the middle of their sections are counted.
TEST_P(LabelPlacesTest, NamesOnTheirSectionsMiddlesWouldBeNoticed) {
    everyZoomOfSeats([&](int zoom) {
        std::vector<QRect> boxes;
        for (std::size_t i = 0; i < layout().sections().size(); ++i) {
            QRect box(0, 0, 40, 20);
            const LayoutSeat& middle = layout().seats()[static_cast<std::size_t>(
                layout().sections()[i].firstSeat + layout().sections()[i].seatCount / 2)];
            box.moveCenter(planePixel(middle.at, scaleAt(zoom)));
            boxes.push_back(box);
        }
        EXPECT_EQ(covering(layout(), zoom, boxes), static_cast<int>(boxes.size()));
    });
}

TEST_P(LabelPlacesTest, NoLabelLiesOverAnother) {
    for (const int above : {0, 4, 8, 12}) {
        const int zoom = camera.zoomMax() - above;
        EXPECT_EQ(touching(boxesOf(painter.labels(zoom))), 0);
        EXPECT_GT(painter.labels(zoom).rows.size(), layout().sections().size());
    }
}

// Whoever can read numbers in seats reads where they are, too: all names at the nearest zooms, most
// of them before. The seat that one looks at says its section in any case.
TEST_P(LabelPlacesTest, SectionsHaveTheirNamesWhereSeatsHaveNumbers) {
    std::chrono::microseconds longest{0};
    everyZoomOfSeats([&](int zoom) {
        const auto begun = std::chrono::steady_clock::now();
        const auto& names = painter.labels(zoom).names;
        longest = std::max(longest, std::chrono::duration_cast<std::chrono::microseconds>(
                                        std::chrono::steady_clock::now() - begun));
        const auto there =
            std::ranges::count_if(names, [](const NamePlace& name) { return !name.box.isNull(); });
        const auto all = static_cast<long>(names.size());
        EXPECT_GE(there * 2, all);
        if (painter.detail(zoom) == Detail::Numbers) EXPECT_GE(there * 10, all * 9);
        if (zoom > camera.zoomMax() - kStepsPerOctave) EXPECT_EQ(there, all);
    });
    RecordProperty("longest_us", static_cast<int>(longest.count()));
}

INSTANTIATE_TEST_SUITE_P(Plans, LabelPlacesTest,
                         testing::Values("concert-hall", "grand-theatre", "riverside-arena",
                                         "national-stadium"),
                         [](const auto& plan) {
                             std::string name = plan.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace tessera::qt
