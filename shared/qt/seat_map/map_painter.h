// SPDX-License-Identifier: Apache-2.0
// Paints any rectangle of the plane at any zoom: the one place that knows how the map looks.
//
// Deterministic: a pixel depends on the model, the zoom, the palette and the pixel ratio, never on
// which rectangle is painted. Not thread-safe. Borrows the model, which outlives it; owns sprites
// and what it derived for at most kZoomsMax zooms.
#pragma once

#include <QtGui/QImage>
#include <map>
#include <vector>

#include "shared/qt/seat_map/label_places.h"
#include "shared/qt/seat_map/palette.h"
#include "shared/qt/seat_map/raster.h"
#include "shared/qt/seat_map/seat_map_model.h"
#include "shared/qt/seat_map/sprites.h"

namespace tessera::qt {

// What is drawn depends on how large a seat is: a block for each section, forms for seats, and
// forms with their numbers.
enum class Detail { Blocks, Forms, Numbers };

class MapPainter {
public:
    static constexpr std::size_t kZoomsMax = 32;

    explicit MapPainter(const SeatMapModel& model);

    // Texts are so much larger where they have room.
    void setLook(PaletteKind palette, double pixelRatio, int textPercent = 100);
    const SeatPalette& palette() const { return *palette_; }
    void layoutReset();  // The model has another layout.

    Detail detail(int zoom) const;

    // Paints what of `rect` is in the image, whose first pixel is `origin` of the plane.
    // REQUIRES: the image's format is RGB32.
    void paint(QImage& image, QPoint origin, const QRect& rect, int zoom);

    // Where names and labels of rows are painted at a zoom that shows seats; else empty.
    const LabelPlaces& labels(int zoom) { return forms(zoom).labels; }

    // All pixels that may differ after a change of a seat or an area.
    QRect seatRect(int seat, int zoom);
    QRect areaRect(int area, int zoom);

private:
    struct Outline {
        std::vector<Corner> outer;
        std::vector<Corner> inner;  // Within the line around it.
        QRect rect;
        QPoint middle;
    };
    // All that depends on layout and zoom alone.
    struct Forms {
        double scale = 1;
        std::vector<Outline> sections;
        std::vector<int> seatPixels;  // By section.
        std::vector<Outline> areas;
        std::vector<Outline> shapes;
        LabelPlaces labels;          // None where seats are not painted.
        std::vector<QRect> reaches;  // By section: all that name and labels of rows cover.
        int reach = 1;               // Half of the largest seat.
        bool detailed = false;       // Crosses and symbols rather than dots.
    };
    const Forms& forms(int zoom);
    Forms makeForms(int zoom);
    Outline outlineOf(const QPolygonF& polygon, double scale) const;
    int pixels(double logical) const { return static_cast<int>(logical * pixelRatio_ + 0.5); }
    int letters(double logical) const { return pixels(logical * textPercent_ / 100); }
    // The larger of both sizes at which the texts beneath each other fit there.
    int lettersIn(QSize box, const QStringList& texts);
    void paintShapes(Raster& raster, const Forms& forms);
    void paintBlocks(Raster& raster, const Forms& forms);
    void paintBlockTexts(Raster& raster, const Outline& block, int section, QRgb fill);
    bool paintBlockTextsOf(int size, Raster& raster, const Outline& block, int section, QRgb ink);
    void paintSections(Raster& raster, const Forms& forms);
    void addLabels(Forms& forms);
    void paintName(Raster& raster, const NamePlace& place, const QString& name);
    void paintSeats(Raster& raster, const Forms& forms, bool numbers);
    void paintNumber(Raster& raster, const PlacedSeat& seat, QPoint middle, int seatPixels);

    const SeatMapModel& model_;
    const SeatPalette* palette_;
    double pixelRatio_ = 1;
    int textPercent_ = 100;
    SeatSprites seats_;
    TextSprites texts_;
    std::vector<SeatSprites::Size*> sizes_;  // By section, while one rectangle is painted.
    std::map<int, Forms> forms_;
};

}  // namespace tessera::qt
