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

void MapPainter::setLook(PaletteKind palette, double pixelRatio) {
    palette_ = &seatPalette(palette);
    pixelRatio_ = pixelRatio;
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
    const QPointF middle = layout.bounds().center();
    for (const LayoutSection& section : layout.sections()) {
        forms.sections.push_back(outlineOf(section.outline, forms.scale));
        const int across = std::max(1, static_cast<int>(section.seatSize * forms.scale));
        forms.seatPixels.push_back(across);
        forms.reach = std::max(forms.reach, across / 2 + 1);
        // Beyond the corner that is farthest out, where no seat of the section is.
        const QPointF own = section.bounds.center();
        const QPointF way = own - middle;
        const double length = std::max(1.0, std::hypot(way.x(), way.y()));
        double reach = 0;
        for (const QPointF corner : section.outline) {
            const QPointF to = corner - own;
            reach = std::max(reach, (to.x() * way.x() + to.y() * way.y()) / length);
        }
        const QPointF beside =
            own * forms.scale + way / length * (reach * forms.scale + pixels(kNameText) * 0.6);
        forms.names.push_back(planePixel(beside, 1));
    }
    for (std::size_t i = 0; i < forms.sections.size(); ++i) addTexts(forms, i);
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

void MapPainter::paintShapes(Raster& raster, const Forms& known) {
    const SeatLayout& layout = model_.layout();
    const int size = pixels(kNameText);
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
        const QSize name = texts_.extent(plan.name, size);
        const QSize line = name.expandedTo(texts_.extent(count, size));
        if (!fits(QSize(line.width(), line.height() * 2), area.rect.size())) continue;
        const QPoint half(0, line.height() / 2);
        texts_.draw(raster, area.middle - half, plan.name, size, palette_->text);
        texts_.draw(raster, area.middle + half, count, size, palette_->text);
    }
    for (std::size_t i = 0; i < known.shapes.size(); ++i) {
        const Outline& shape = known.shapes[i];
        if (!shape.rect.intersects(raster.clip())) continue;
        raster.fillPolygon(shape.outer, palette_->outline);
        raster.fillPolygon(shape.inner, palette_->shape);
        const QString& text = layout.shapes()[i].text;
        if (!text.isEmpty() && fits(texts_.extent(text, size), shape.rect.size()))
            texts_.draw(raster, shape.middle, text, size, palette_->text);
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
    const QString& name = model_.layout().sections()[at(section)].name;
    const QRgb ink = inkOn(fill);
    // Of a line the letters count, not the room above and below them.
    const auto line = [&](const QString& text, int size) {
        return QSize(texts_.extent(text, size).width() + 2, size);
    };
    const int size = pixels(kCountText);
    if (!holds(block.inner, block.middle, line(name, size))) {
        const int small = pixels(kSmallText);
        if (holds(block.inner, block.middle, line(name, small)))
            texts_.draw(raster, block.middle, name, small, ink);
        return;
    }
    const QString count = QString::number(model_.availableIn(section));
    const QPoint half(0, texts_.extent(name, size).height() / 2);
    const QSize both(std::max(line(name, size).width(), line(count, size).width()),
                     half.y() * 2 + size);
    if (model_.availableIn(section) == 0 || !holds(block.inner, block.middle, both)) {
        texts_.draw(raster, block.middle, name, size, ink);
        return;
    }
    texts_.draw(raster, block.middle - half, name, size, ink);
    texts_.draw(raster, block.middle + half, count, size, ink);
}

void MapPainter::paintSections(Raster& raster, const Forms& known) {
    const SeatLayout& layout = model_.layout();
    for (std::size_t i = 0; i < known.sections.size(); ++i) {
        const Outline& section = known.sections[i];
        if (!section.rect.intersects(raster.clip())) continue;
        raster.fillPolygon(section.outer, palette_->outline);
        raster.fillPolygon(section.inner, palette_->block);
    }
    // Names lie over outlines of other sections, and under all seats.
    for (std::size_t i = 0; i < known.sections.size(); ++i) {
        if (!known.reaches[i].intersects(raster.clip())) continue;
        const QString& name = layout.sections()[i].name;
        const QRect& plate = known.plates[i];
        if (plate.width() <= known.sections[i].rect.width() && plate.intersects(raster.clip())) {
            raster.fillRect(plate, palette_->surface);
            texts_.draw(raster, known.names[i], name, pixels(kNameText), palette_->text);
        }
        visitRowLabels(known, i, [&](QPoint middle, const QString& label, int size) {
            texts_.draw(raster, middle, label, size, palette_->text);
        });
    }
}

// What of a section's texts is beside its outline, and how far all of them reach.
void MapPainter::addTexts(Forms& known, std::size_t section) {
    const QSize plate = texts_.extent(model_.layout().sections()[section].name, pixels(kNameText));
    const QPoint half(plate.width() / 2, plate.height() / 2);
    const QRect name(known.names[section] - half, plate);
    known.plates.push_back(name);
    QRect reach = plate.width() <= known.sections[section].rect.width() ? name : QRect();
    visitRowLabels(known, section, [&](QPoint middle, const QString& label, int size) {
        const QSize extent = texts_.extent(label, size);
        reach |= QRect(middle - QPoint(extent.width() / 2, extent.height() / 2), extent);
    });
    known.reaches.push_back(reach);
}

void MapPainter::visitRowLabels(
    const Forms& known, std::size_t section,
    const std::function<void(QPoint, const QString&, int)>& visit) const {
    const SeatLayout& layout = model_.layout();
    const int size = std::min(pixels(kCountText), known.seatPixels[section]);
    if (size < pixels(8)) return;
    const LayoutSection& own = layout.sections()[section];
    for (int row = own.firstRow; row < own.firstRow + own.rowCount; ++row) {
        const LayoutRow& one = layout.rows()[at(row)];
        if (one.seatCount < 2) continue;
        const auto place = [&](int seat) { return layout.seats()[at(one.firstSeat + seat)].at; };
        const int last = one.seatCount - 1;
        const QPointF before = place(0) + (place(0) - place(1)) * 1.25;
        const QPointF after = place(last) + (place(last) - place(last - 1)) * 1.25;
        visit(planePixel(before, known.scale), one.label, size);
        visit(planePixel(after, known.scale), one.label, size);
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
