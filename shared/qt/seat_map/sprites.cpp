// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/seat_map/sprites.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <algorithm>

#include "shared/qt/seat_map/seat_shapes.h"

namespace tessera::qt {
namespace {

std::size_t indexOf(const SeatForm& form) {
    const bool ofSomebody = form.status == SeatStatus::Blocked && form.allocation > 0;
    const int status = form.status == SeatStatus::Available ? form.band % kBandCount
                       : ofSomebody ? kBandCount + 3 + (form.allocation - 1) % kBandCount
                                    : kBandCount - 1 + static_cast<int>(form.status);
    return static_cast<std::size_t>(status * 4 + (form.wheelchair ? 2 : 0) +
                                    (form.selected ? 1 : 0));
}

QFont fontOf(int pixels) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferFullHinting);
    return font;
}

bool isDigits(const QString& text) {
    return text.size() > 1 &&
           std::ranges::all_of(text, [](QChar c) { return c.isDigit() && !c.isSurrogate(); });
}

Mask drawn(const QString& text, int pixels) {
    const QFont font = fontOf(pixels);
    const QFontMetrics metrics(font);
    Mask mask;
    mask.width = std::max(1, metrics.horizontalAdvance(text));
    mask.height = std::max(1, metrics.height());
    QImage image(mask.width, mask.height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(0, metrics.ascent(), text);
    painter.end();
    mask.cover.reserve(static_cast<std::size_t>(mask.width) *
                       static_cast<std::size_t>(mask.height));
    for (int y = 0; y < mask.height; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < mask.width; ++x)
            mask.cover.push_back(static_cast<quint8>(qAlpha(row[x])));
    }
    return mask;
}

}  // namespace

void SeatSprites::reset(const SeatPalette& palette) {
    palette_ = &palette;
    sizes_.clear();
    bytes_ = 0;
}

void SeatSprites::trim() {
    if (bytes_ > kBytesMax) reset(*palette_);
}

SeatSprites::Size& SeatSprites::size(int pixels, bool detailed) {
    Size& size = sizes_[{pixels, detailed}];
    size.detailed_ = detailed;
    size.pixels_ = pixels;
    size.palette_ = palette_;
    size.bytes_ = &bytes_;
    return size;
}

const Sprite& SeatSprites::Size::form(const SeatForm& form) {
    std::optional<Sprite>& sprite = forms_[indexOf(form)];
    if (!sprite) {
        SeatForm drawn = form;
        drawn.detailed = detailed_;
        sprite = drawSeat(drawn, pixels_, *palette_);
        *bytes_ += sprite->pixels.size() * sizeof(quint32);
    }
    return *sprite;
}

void TextSprites::trim() {
    if (bytes_ <= kBytesMax) return;
    masks_.clear();
    bytes_ = 0;
}

const Mask& TextSprites::mask(const QString& text, int pixels) {
    const std::pair key(pixels, text);
    auto found = masks_.find(key);
    if (found == masks_.end()) {
        found = masks_.insert(key, drawn(text, pixels));
        bytes_ += found->cover.size();
    }
    return *found;
}

QSize TextSprites::extent(const QString& text, int pixels) {
    if (!isDigits(text)) {
        const Mask& one = mask(text, pixels);
        return {one.width, one.height};
    }
    QSize all;
    for (const QChar digit : text) {
        const Mask& one = mask(digit, pixels);
        all = QSize(std::max(0, all.width()) + one.width, one.height);
    }
    return all;
}

void TextSprites::draw(Raster& raster, QPoint middle, const QString& text, int pixels,
                       QRgb colour) {
    const QSize size = extent(text, pixels);
    QPoint at = middle - QPoint(size.width() / 2, size.height() / 2);
    if (!QRect(at, size).intersects(raster.clip())) return;
    if (!isDigits(text)) {
        raster.blendMask(at, mask(text, pixels), colour);
        return;
    }
    for (const QChar digit : text) {
        const Mask& one = mask(digit, pixels);
        raster.blendMask(at, one, colour);
        at.rx() += one.width;
    }
}

}  // namespace tessera::qt
