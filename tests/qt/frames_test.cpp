// SPDX-License-Identifier: Apache-2.0
// Frames of tiles against painting from scratch.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QtGui/QPainter>
#include <random>

#include "tests/qt/plan_file.h"
#include "tests/qt/seat_map_fixture.h"

namespace tessera::qt {
namespace {

const std::shared_ptr<const SeatLayout>& stadium() {
    static const std::shared_ptr<const SeatLayout> kLayout = layoutOf("national-stadium");
    return kLayout;
}

TEST(RasterTest, APolygonInPartsEqualsThePolygonAsAWhole) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto between = [&](int from, int to) {
        return std::uniform_int_distribution(from, to)(random);
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<Corner> corners;
        for (int i = between(3, 8); i > 0; --i)
            corners.push_back({between(-400, 2000), between(-400, 2000)});
        const Fill fill = round % 2 == 0 ? Fill::Solid : Fill::Hatched;
        QImage whole(100, 100, QImage::Format_RGB32);
        QImage parts(100, 100, QImage::Format_RGB32);
        whole.fill(Qt::white);
        parts.fill(Qt::white);
        Raster(whole, QPoint(0, 0)).fillPolygon(corners, qRgb(10, 20, 200), fill);
        for (const QRect part :
             {QRect(0, 0, 37, 51), QRect(37, 0, 63, 51), QRect(0, 51, 100, 49)}) {
            Raster raster(parts, QPoint(0, 0));
            raster.setClip(part);
            raster.fillPolygon(corners, qRgb(10, 20, 200), fill);
        }
        ASSERT_EQ(whole, parts) << "round " << round;
    }
}

// A plane of a million units at the nearest zoom, in sixteenths: farther than an int reaches.
TEST(RasterTest, AnEdgeFromOneEndOfThePlaneToTheOtherIsWhereItIs) {
    constexpr int kEnd = 2'048'000'000;
    const std::vector<Corner> half = {{-kEnd, -kEnd}, {kEnd, kEnd}, {-kEnd, kEnd}};
    for (const int at : {-100'000'000, 0, 100'000'000}) {
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        Raster(image, QPoint(at, at)).fillPolygon(half, qRgb(0, 0, 0));
        EXPECT_EQ(image.pixel(5, 10), qRgb(0, 0, 0)) << at;
        EXPECT_EQ(image.pixel(10, 5), qRgb(255, 255, 255)) << at;
    }
}

TEST(RasterTest, WhatIsNotConvexHasItsHole) {
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    // A U, in sixteenths.
    const std::vector<Corner> u = {{0, 0},   {160, 0}, {160, 320}, {320, 320},
                                   {320, 0}, {480, 0}, {480, 480}, {0, 480}};
    Raster(image, QPoint(0, 0)).fillPolygon(u, qRgb(0, 0, 0));
    EXPECT_EQ(image.pixel(5, 5), qRgb(0, 0, 0));
    EXPECT_EQ(image.pixel(15, 5), qRgb(255, 255, 255));
    EXPECT_EQ(image.pixel(25, 5), qRgb(0, 0, 0));
    EXPECT_EQ(image.pixel(15, 25), qRgb(0, 0, 0));
}

// The tiles, driven as the view drives them, so that a driver with a fault can be made.
struct Tiles {
    explicit Tiles(std::size_t bytesMax = TileCache::kBytesMax) : cache(painter, bytesMax) {
        model.setLayout(stadium());
        painter.layoutReset();
        camera.setPlan(stadium()->bounds(), stadium()->seatSizeMax(), 1);
        camera.setWindow(QSize(700, 500));
        camera.fit();
    }

    void change(const std::vector<SeatChange>& changes, int missed = -1) {
        ASSERT_EQ(model.apply(changes, model.revision() + 1), ApplyOutcome::Applied);
        for (const SeatChange& change : changes) {
            if (change.seat != missed) cache.seatChanged(change.seat);
        }
    }

    QImage frame() {
        QImage image(camera.window().size(), QImage::Format_RGB32);
        QPainter into(&image);
        cache.draw(into, image.rect(), camera.window().topLeft(), camera.zoom());
        return image;
    }

    bool isRight(PaletteKind palette = PaletteKind::Light) {
        QImage scratch(camera.window().size(), QImage::Format_RGB32);
        MapPainter fresh(model);
        fresh.setLook(palette, 1);
        fresh.paint(scratch, camera.window().topLeft(), camera.window(), camera.zoom());
        return frame() == scratch;
    }

    SeatMapModel model;
    MapPainter painter{model};
    TileCache cache;
    Camera camera;
};

constexpr int kAnySeat = 20'000;

void lookAt(Tiles& tiles, int seat, int zoom) {
    tiles.camera.zoomAt(QPoint(0, 0), zoom - tiles.camera.zoom());
    tiles.camera.centreOn(stadium()->seats()[static_cast<std::size_t>(seat)].at);
}

TEST(FramesTest, ASeatThatIsMissedIsReported) {
    for (const int zoom : {-16, -8, 8, 20}) {
        Tiles tiles;
        lookAt(tiles, kAnySeat, zoom);
        ASSERT_TRUE(tiles.isRight());
        tiles.change({{kAnySeat, SeatState(SeatStatus::Sold)}}, kAnySeat);
        EXPECT_FALSE(tiles.isRight()) << "zoom " << zoom;
    }
}

TEST(FramesTest, ATileThatIsStaleIsReported) {
    Tiles tiles;
    ASSERT_TRUE(tiles.isRight());
    tiles.painter.setLook(PaletteKind::Dark, 1);
    EXPECT_FALSE(tiles.isRight(PaletteKind::Dark));
    tiles.cache.clear();
    EXPECT_TRUE(tiles.isRight(PaletteKind::Dark));
}

TEST(FramesTest, AChangeOfASeatPaintsItsRectangleAlone) {
    Tiles tiles;
    lookAt(tiles, kAnySeat, 8);
    tiles.frame();
    const quint64 before = tiles.cache.pixelsPainted();
    tiles.change({{kAnySeat, SeatState(SeatStatus::Sold)}});
    tiles.frame();
    const QRect rect = tiles.painter.seatRect(kAnySeat, 8);
    EXPECT_EQ(tiles.cache.pixelsPainted() - before,
              static_cast<quint64>(rect.width()) * static_cast<quint64>(rect.height()));
    EXPECT_TRUE(tiles.isRight());
}

TEST(FramesTest, TilesTakeNoMoreThanTheirBoundAndTheFrameIsRight) {
    Tiles tiles(3 * TileCache::kTileBytes);
    for (int zoom = -28; zoom < 12; zoom += 5) {
        lookAt(tiles, kAnySeat, zoom);
        EXPECT_TRUE(tiles.isRight());
        EXPECT_LE(tiles.cache.bytes(), 3 * TileCache::kTileBytes);
    }
}

// One step of a hand and of a stream, at random.
void step(Hall& hall, std::mt19937& random) {
    const auto between = [&](int from, int to) {
        return std::uniform_int_distribution(from, to)(random);
    };
    SeatMapView& view = *hall.view;
    const SeatLayout& layout = hall.model.layout();
    const auto anySeat = [&] { return between(0, layout.seatCount() - 1); };
    switch (between(0, 7)) {
        case 0:
            view.zoomAt(QPointF(between(0, view.width()), between(0, view.height())),
                        between(0, 1) == 0 ? 2 : -2);
            break;
        case 1:
            view.showPlace(layout.seats()[static_cast<std::size_t>(anySeat())].at,
                           between(-30, 22));
            break;
        case 2:
            hall.model.toggle(anySeat());
            break;
        case 3:
            QTest::keyClick(&view, between(0, 1) == 0 ? Qt::Key_Right : Qt::Key_Down);
            break;
        case 4:
            ASSERT_EQ(hall.model.applyArea(0, {between(0, 5000), between(0, 5000)},
                                           hall.model.revision() + 1),
                      ApplyOutcome::Applied);
            break;
        default:
            view.panBy(QPoint(between(-90, 90), between(-90, 90)));
    }
    ASSERT_EQ(hall.model.apply(randomChanges(layout, 33, random), hall.model.revision() + 1),
              ApplyOutcome::Applied);
}

// Compares every `each`th of `frames`.
void walk(const std::shared_ptr<const SeatLayout>& layout, int frames, int each) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    Hall hall(layout, QSize(640, 420));
    fillWithSales(hall.model, random);
    int compared = 0;
    for (int frame = 1; frame <= frames; ++frame) {
        step(hall, random);
        QApplication::processEvents();
        if (frame % each != 0) continue;
        ++compared;
        ASSERT_EQ(hall.shown(), hall.view->fromScratch())
            << "seed " << seed << ", frame " << frame << ", zoom " << hall.view->camera().zoom();
    }
    EXPECT_EQ(compared, frames / each);
}

TEST(FramesTest, WhatTheWindowFlushedEqualsPaintingFromScratchOnAnyWalk) {
    walk(stadium(), 1500, 100);
}

// Texts that are wider than what they belong to, and seats of several sizes.
std::shared_ptr<const SeatLayout> wordyLayout() {
    SeatPlan plan = smallPlan();
    plan.sections[0].name = "The Dress Circle, left of the royal box and its anteroom";
    plan.sections[1].name = "B";
    for (PlanRow& row : plan.sections[0].rows) row.label = "Row of the benefactors " + row.label;
    for (PlanRow& row : plan.sections[1].rows) {
        for (PlanSeat& seat : row.seats) {
            seat.radius = 3;
            seat.label = "No. " + seat.label;
        }
    }
    plan.areas[0].name = "I";
    plan.areas[0].capacity = 1'000'000'000;
    plan.areas[0].shape.outline = QPolygonF({{0, 120}, {30, 120}, {30, 150}, {0, 150}});
    return *SeatLayout::make(plan);
}

TEST(FramesTest, WhatTheWindowFlushedIsRightWhateverTheNamesAreCalled) {
    walk(wordyLayout(), 200, 4);
}

// Each change of a seat asks for its rectangle at every zoom that has tiles.
TEST(FramesTest, TilesAreOfNoMoreZoomsThanThePainterHasFormsFor) {
    SeatMapModel model;
    model.setLayout(smallLayout());
    MapPainter painter(model);
    TileCache cache(painter);
    QImage image(64, 64, QImage::Format_RGB32);
    QPainter into(&image);
    for (int zoom = -24; zoom < 24; ++zoom) cache.draw(into, image.rect(), QPoint(0, 0), zoom);
    EXPECT_EQ(cache.zooms(), MapPainter::kZoomsMax);
}

TEST(FramesTest, EveryPaletteAndDetailIsRight) {
    Hall hall;
    for (const PaletteKind kind :
         {PaletteKind::Light, PaletteKind::Dark, PaletteKind::HighContrast}) {
        hall.view->setLook(kind);
        for (const int zoom : {-22, -8, 8, 20}) {
            hall.view->showPlace(QPointF(100, 40), zoom);
            EXPECT_EQ(hall.shown(), hall.view->fromScratch());
        }
    }
}

TEST(FramesTest, LargeTextIsLargerOnTheMapTooAndTheFrameIsRight) {
    Hall hall;
    for (const int zoom : {-8, -4, 12}) {
        hall.view->setLook(PaletteKind::Light);
        hall.view->showPlace(QPointF(100, 40), zoom);
        const QImage before = hall.shown();
        hall.view->setLook(PaletteKind::Light, 200);
        EXPECT_NE(hall.shown(), before) << zoom;
        EXPECT_EQ(hall.shown(), hall.view->fromScratch()) << zoom;
    }
}

TEST(FramesTest, APixelOfATileIsOneOfAScreenWithTwoInOne) {
    Hall hall;
    QImage twice(hall.view->size() * 2, QImage::Format_RGB32);
    twice.setDevicePixelRatio(2);
    hall.view->render(&twice);
    EXPECT_EQ(hall.view->camera().window().size(), twice.size());
    twice.setDevicePixelRatio(1);
    EXPECT_EQ(twice, hall.view->fromScratch());
}

}  // namespace
}  // namespace tessera::qt
