// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/map_painter.h"

#include <algorithm>
#include <cmath>

#include "shared/qt/seat_map/camera.h"

namespace tessera::qt {
namespace {

// In logical pixels of the largest seat.
constexpr double kFormsFrom = 3;
constexpr double kDetailedFrom = 9;
constexpr double kNumbersFrom = 15;
constexpr double kNameText = 15;
constexpr double kCountText = 12;
constexpr double kSmallText = 10;
constexpr double kRowText = 8;  // The smallest label of a row.
constexpr double kHalo = 1.5;
constexpr int kAvailabilitySteps = 32;  // Shades of a block.
constexpr int kMarginOfBlock = 4;       // Pixels that line and text may reach beyond the outline.

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool fits(QSize text, QSize box) {
    return text.width() <= box.width() && text.height() <= box.height();
}

// Whether a box of this size around `middle` lies within a convex outline.
bool holds(const std::vector<Corner>& outline, QPoint middle, QSize size) {
    const auto isOneSide = [&](QPoint corner) {
        bool left = false;
        bool right = false;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Corner a = outline[i];
            const Corner b = outline[(i + 1) % outline.size()];
            const qint64 turn = (static_cast<qint64>(b.x) - a.x) * (qint64{corner.y()} * 16 - a.y) -
                                (static_cast<qint64>(b.y) - a.y) * (qint64{corner.x()} * 16 - a.x);
            left = left || turn > 0;
            right = right || turn < 0;
        }
        return !(left && right);
    };
    const QRect box(middle - QPoint(size.width() / 2, size.height() / 2), size);
    return isOneSide(box.topLeft()) && isOneSide(box.topRight()) && isOneSide(box.bottomLeft()) &&
           isOneSide(box.bottomRight());
}

}  // namespace

MapPainter::MapPainter(const SeatMapModel& model)
    : model_(model), palette_(&seatPalette(PaletteKind::Light)) {
    seats_.reset(*palette_);
}

void MapPainter::setLook(PaletteKind palette, double pixelRatio, int textPercent) {
    palette_ = &seatPalette(palette);
    pixelRatio_ = pixelRatio;
    textPercent_ = textPercent;
    seats_.reset(*palette_);
    forms_.clear();
}

void MapPainter::layoutReset() {
    forms_.clear();
}

Detail MapPainter::detail(int zoom) const {
    const double across = model_.layout().seatSizeMax() * scaleAt(zoom) / pixelRatio_;
    if (across < kFormsFrom) return Detail::Blocks;
    return across < kNumbersFrom ? Detail::Forms : Detail::Numbers;
}

MapPainter::Outline MapPainter::outlineOf(const QPolygonF& polygon, double scale) const {
    Outline outline;
    QPolygonF pixelsOf;
    QPointF sum;
    for (const QPointF corner : polygon) {
        pixelsOf.append(corner * scale);
        sum += corner * scale;
    }
    if (polygon.isEmpty()) return outline;
    const QPointF centre = sum / static_cast<double>(polygon.size());
    const auto cornerAt = [](QPointF p) {
        return Corner{static_cast<int>(std::floor(p.x() * 16 + 0.5)),
                      static_cast<int>(std::floor(p.y() * 16 + 0.5))};
    };
    const double line = std::max(1.0, pixelRatio_);
    for (const QPointF p : pixelsOf) {
        const QPointF way = centre - p;
        const double length = std::hypot(way.x(), way.y());
        const double step = length < 4 * line ? 0 : 1.4 * line / length;
        outline.outer.push_back(cornerAt(p));
        outline.inner.push_back(cornerAt(p + way * step));
    }
    outline.rect = pixelsOf.boundingRect().toAlignedRect().adjusted(
        -kMarginOfBlock, -kMarginOfBlock, kMarginOfBlock, kMarginOfBlock);
    outline.middle = outline.rect.center();
    return outline;
}

const MapPainter::Forms& MapPainter::forms(int zoom) {
    const auto found = forms_.find(zoom);
    if (found != forms_.end()) return found->second;
    if (forms_.size() >= kZoomsMax) forms_.clear();
    return forms_.emplace(zoom, makeForms(zoom)).first->second;
}

MapPainter::Forms MapPainter::makeForms(int zoom) {
    const SeatLayout& layout = model_.layout();
    Forms forms;
    forms.scale = scaleAt(zoom);
    forms.detailed = layout.seatSizeMax() * forms.scale / pixelRatio_ >= kDetailedFrom;
    for (const LayoutSection& section : layout.sections()) {
        forms.sections.push_back(outlineOf(section.outline, forms.scale));
        const int across = std::max(1, static_cast<int>(section.seatSize * forms.scale));
        forms.seatPixels.push_back(across);
        forms.reach = std::max(forms.reach, across / 2 + 1);
    }
    if (detail(zoom) != Detail::Blocks) addLabels(forms);
    for (const PlanArea& area : layout.areas())
        forms.areas.push_back(outlineOf(area.shape.outline, forms.scale));
    for (const PlanShape& shape : layout.shapes())
        forms.shapes.push_back(outlineOf(shape.outline, forms.scale));
    return forms;
}

QRect MapPainter::seatRect(int seat, int zoom) {
    const LayoutSeat& one = model_.layout().seats()[at(seat)];
    const Forms& known = forms(zoom);
    if (detail(zoom) == Detail::Blocks) return known.sections[at(one.section)].rect;
    const int across = known.seatPixels[at(one.section)];
    return QRect(planePixel(one.at, known.scale) - QPoint(across / 2, across / 2),
                 QSize(across, across));
}

QRect MapPainter::areaRect(int area, int zoom) {
    return forms(zoom).areas[at(area)].rect;
}

void MapPainter::paint(QImage& image, QPoint origin, const QRect& rect, int zoom) {
    seats_.trim();
    texts_.trim();
    Raster raster(image, origin);
    raster.setClip(rect);
    if (raster.clip().isEmpty()) return;
    const Forms& known = forms(zoom);
    raster.fillRect(raster.clip(), palette_->surface);
    paintShapes(raster, known);
    if (detail(zoom) == Detail::Blocks) {
        paintBlocks(raster, known);
        return;
    }
    paintSections(raster, known);
    paintSeats(raster, known, detail(zoom) == Detail::Numbers);
}

int MapPainter::lettersIn(QSize box, const QStringList& texts) {
    for (const int size : {letters(kNameText), pixels(kNameText)}) {
        QSize all;
        for (const QString& each : texts) {
            const QSize one = texts_.extent(each, size);
            all =
                QSize(std::max(all.width(), one.width()), std::max(0, all.height()) + one.height());
        }
        if (fits(all, box)) return size;
    }
    return 0;
}

void MapPainter::paintShapes(Raster& raster, const Forms& known) {
    const SeatLayout& layout = model_.layout();
    for (std::size_t i = 0; i < known.areas.size(); ++i) {
        const Outline& area = known.areas[i];
        if (!area.rect.intersects(raster.clip())) continue;
        const PlanArea& plan = layout.areas()[i];
        const AreaCounts counts = model_.area(static_cast<int>(i));
        const int free = std::max(0, plan.capacity - counts.held - counts.sold);
        const QRgb band = palette_->bands[at(plan.category % kBandCount)];
        raster.fillPolygon(area.outer, band);
        const int share = plan.capacity > 0 ? free * 40 / plan.capacity : 0;
        const QRgb fill = mixed(palette_->block, band, share);
        raster.fillPolygon(area.inner, fill);
        if (free == 0) raster.fillPolygon(area.inner, palette_->sold, Fill::Hatched);
        const QString count = QString::number(free);
        const int size = lettersIn(area.rect.size(), {plan.name, count});
        if (size == 0) continue;
        const QPoint half(0, texts_.extent(count, size).height() / 2);
        texts_.draw(raster, area.middle - half, plan.name, size, palette_->text);
        texts_.draw(raster, area.middle + half, count, size, palette_->text);
    }
    for (std::size_t i = 0; i < known.shapes.size(); ++i) {
        const Outline& shape = known.shapes[i];
        if (!shape.rect.intersects(raster.clip())) continue;
        raster.fillPolygon(shape.outer, palette_->outline);
        raster.fillPolygon(shape.inner, palette_->shape);
        const QString& text = layout.shapes()[i].text;
        const int size = text.isEmpty() ? 0 : lettersIn(shape.rect.size(), {text});
        if (size > 0) texts_.draw(raster, shape.middle, text, size, palette_->text);
    }
}

void MapPainter::paintBlocks(Raster& raster, const Forms& known) {
    const SeatLayout& layout = model_.layout();
    for (std::size_t i = 0; i < known.sections.size(); ++i) {
        const Outline& block = known.sections[i];
        if (!block.rect.intersects(raster.clip())) continue;
        const LayoutSection& section = layout.sections()[i];
        const int free = model_.availableIn(static_cast<int>(i));
        const QRgb band = palette_->bands[at(section.category % kBandCount)];
        // A single free seat shows: only what is sold out has no colour of its band.
        const int step =
            section.seatCount == 0
                ? 0
                : (free * kAvailabilitySteps + section.seatCount - 1) / section.seatCount;
        const QRgb fill = free == 0
                              ? palette_->shape
                              : mixed(palette_->block, band, 40 + step * 216 / kAvailabilitySteps);
        raster.fillPolygon(block.outer, free == 0 ? palette_->outline : band);
        raster.fillPolygon(block.inner, fill);
        if (free == 0) raster.fillPolygon(block.inner, palette_->sold, Fill::Hatched);
        paintBlockTexts(raster, block, static_cast<int>(i), fill);
    }
}

// Name and count, or the name, or the name in small, as the block has room for; else tip and table.
void MapPainter::paintBlockTexts(Raster& raster, const Outline& block, int section, QRgb fill) {
    const QRgb ink = inkOn(fill);
    if (textPercent_ > 100 && paintBlockTextsOf(letters(kCountText), raster, block, section, ink)) {
        return;
    }
    if (paintBlockTextsOf(pixels(kCountText), raster, block, section, ink)) return;
    const QString& name = model_.layout().sections()[at(section)].name;
    const int small = pixels(kSmallText);
    if (holds(block.inner, block.middle, {texts_.extent(name, small).width() + 2, small}))
        texts_.draw(raster, block.middle, name, small, ink);
}

// False: there is no room for the name in that size.
bool MapPainter::paintBlockTextsOf(int size, Raster& raster, const Outline& block, int section,
                                   QRgb ink) {
    const QString& name = model_.layout().sections()[at(section)].name;
    // Of a line the letters count, not the room above and below them.
    const auto line = [&](const QString& text) {
        return QSize(texts_.extent(text, size).width() + 2, size);
    };
    if (!holds(block.inner, block.middle, line(name))) return false;
    const QString count = QString::number(model_.availableIn(section));
    const QPoint half(0, texts_.extent(name, size).height() / 2);
    const QSize both(std::max(line(name).width(), line(count).width()), half.y() * 2 + size);
    if (model_.availableIn(section) == 0 || !holds(block.inner, block.middle, both)) {
        texts_.draw(raster, block.middle, name, size, ink);
        return true;
    }
    texts_.draw(raster, block.middle - half, name, size, ink);
    texts_.draw(raster, block.middle + half, count, size, ink);
    return true;
}

void MapPainter::paintSections(Raster& raster, const Forms& known) {
    const SeatLayout& layout = model_.layout();
    for (std::size_t i = 0; i < known.sections.size(); ++i) {
        const Outline& section = known.sections[i];
        if (!section.rect.intersects(raster.clip())) continue;
        raster.fillPolygon(section.outer, palette_->outline);
        raster.fillPolygon(section.inner, palette_->block);
    }
    for (std::size_t i = 0; i < known.sections.size(); ++i) {
        if (!known.reaches[i].intersects(raster.clip())) continue;
        paintName(raster, known.labels.names[i], layout.sections()[i].name);
        for (std::size_t r = known.labels.firstOfRow[i]; r < known.labels.firstOfRow[i + 1]; ++r) {
            const RowLabel& label = known.labels.rows[r];
            texts_.draw(raster, label.box.center(), layout.rows()[at(label.row)].label, label.size,
                        palette_->text);
        }
    }
}

// With a halo of the ground, which keeps the letters apart from a line that is near.
void MapPainter::paintName(Raster& raster, const NamePlace& place, const QString& name) {
    if (place.box.isNull()) return;
    const QRgb ground = place.within ? palette_->block : palette_->surface;
    const int by = pixels(kHalo);
    for (const QPoint step : {QPoint(-by, 0), QPoint(by, 0), QPoint(0, -by), QPoint(0, by),
                              QPoint(-by, -by), QPoint(by, by), QPoint(-by, by), QPoint(by, -by)}) {
        texts_.draw(raster, place.box.center() + step, name, place.size, ground);
    }
    texts_.draw(raster, place.box.center(), name, place.size, palette_->text);
}

void MapPainter::addLabels(Forms& known) {
    const SeatLayout& layout = model_.layout();
    LabelLook look;
    look.scale = known.scale;
    look.seatPixels = known.seatPixels;
    look.nameSizes = {pixels(kNameText), pixels(kCountText), pixels(kSmallText)};
    if (textPercent_ > 100) look.nameSizes.insert(look.nameSizes.begin(), letters(kNameText));
    look.rowSizeMost = letters(kCountText);
    look.rowSizeLeast = pixels(kRowText);
    look.gap = pixels(2);
    look.extent = [this](const QString& text, int size) { return texts_.extent(text, size); };
    known.labels = placeLabels(layout, look);
    for (std::size_t i = 0; i < known.sections.size(); ++i) {
        // A text is higher than its letters.
        const auto reachOf = [](const QRect& box, int size) {
            return box.adjusted(-size, -size, size, size);
        };
        const NamePlace& name = known.labels.names[i];
        QRect reach = name.box.isNull() ? QRect() : reachOf(name.box, name.size);
        for (std::size_t r = known.labels.firstOfRow[i]; r < known.labels.firstOfRow[i + 1]; ++r)
            reach |= reachOf(known.labels.rows[r].box, known.labels.rows[r].size);
        known.reaches.push_back(reach);
    }
}

void MapPainter::paintSeats(Raster& raster, const Forms& known, bool numbers) {
    const double reach = known.reach + 1;
    const QRect clip = raster.clip();
    const QRectF where(QPointF(clip.left() - reach, clip.top() - reach) / known.scale,
                       QPointF(clip.right() + reach, clip.bottom() + reach) / known.scale);
    sizes_.assign(known.sections.size(), nullptr);
    model_.layout().visitSeats(where, [&](const PlacedSeat& seat) {
        const int across = known.seatPixels[at(seat.section)];
        const QPoint middle = planePixel(seat.at, known.scale);
        SeatSprites::Size*& size = sizes_[at(seat.section)];
        if (size == nullptr) size = &seats_.size(across, known.detailed);
        const SeatState state = model_.state(seat.seat);
        const SeatForm form{.status = state.status(),
                            .band = seat.category,
                            .wheelchair = seat.wheelchair,
                            .selected = model_.isSelected(seat.seat),
                            .allocation = state.allocation()};
        raster.blend(middle - QPoint(across / 2, across / 2), size->form(form));
        if (numbers && !form.selected) paintNumber(raster, seat, middle, across);
    });
}

void MapPainter::paintNumber(Raster& raster, const PlacedSeat& seat, QPoint middle, int across) {
    const SeatState state = model_.state(seat.seat);
    QString text;
    QRgb ink = palette_->text;
    if (state.status() == SeatStatus::Available && !seat.wheelchair) {
        text = model_.layout().seats()[at(seat.seat)].label;
        ink = inkOn(palette_->bands[at(seat.category % kBandCount)]);
    } else if (state.status() == SeatStatus::Blocked && state.allocation() > 0) {
        text = QChar('A' + state.allocation() - 1);
    }
    if (text.isEmpty()) return;
    // Few sizes: every one of them has its own texts.
    const int size = across >= pixels(40)   ? pixels(18)
                     : across >= pixels(24) ? pixels(12)
                                            : pixels(9);
    const QSize extent = texts_.extent(text, size);
    if (extent.width() > across || extent.height() > across) return;
    if (state.status() == SeatStatus::Blocked) {
        const int plate = std::min(across - pixels(4), std::max(extent.width(), size) + pixels(2));
        raster.fillRect(QRect(middle - QPoint(plate / 2, plate / 2), QSize(plate, plate)),
                        palette_->block);
    }
    texts_.draw(raster, middle, text, size, ink);
}

}  // namespace tessera::qt
