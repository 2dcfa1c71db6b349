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
    switch (between(0, 7)) {
        case 0:
            view.zoomAt(QPointF(between(0, view.width()), between(0, view.height())),
                        between(0, 1) == 0 ? 2 : -2);
            break;
        case 1:
            view.showPlace(
                stadium()
                    ->seats()[static_cast<std::size_t>(between(0, stadium()->seatCount() - 1))]
                    .at,
                between(-30, 22));
            break;
        case 2:
            hall.model.toggle(between(0, stadium()->seatCount() - 1));
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
    ASSERT_EQ(hall.model.apply(randomChanges(*stadium(), 33, random), hall.model.revision() + 1),
              ApplyOutcome::Applied);
}

TEST(FramesTest, WhatTheWindowFlushedEqualsPaintingFromScratchOnAnyWalk) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    Hall hall(stadium(), QSize(640, 420));
    fillWithSales(hall.model, random);
    int compared = 0;
    for (int frame = 1; frame <= 1500; ++frame) {
        step(hall, random);
        QApplication::processEvents();
        if (frame % 100 != 0) continue;
        ++compared;
        ASSERT_EQ(hall.shown(), hall.view->fromScratch())
            << "seed " << seed << ", frame " << frame << ", zoom " << hall.view->camera().zoom();
    }
    EXPECT_EQ(compared, 15);
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
