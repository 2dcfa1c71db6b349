// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/shell/map_legend.h"

#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include "shared/qt/seat_map/seat_shapes.h"
#include "shared/qt/theme/theme.h"

namespace tessera::boxoffice {
namespace {

using qt::SeatForm;
using qt::SeatStatus;

constexpr int kFormsARow = 3;

const SeatForm kShown[] = {
    {.status = SeatStatus::Available}, {.status = SeatStatus::Available, .selected = true},
    {.status = SeatStatus::Held},      {.status = SeatStatus::Sold},
    {.status = SeatStatus::Blocked},   {.status = SeatStatus::Available, .wheelchair = true},
};

// On the colour that seats of a section stand on.
QPixmap pictureOf(const SeatForm& form, int pixels, const qt::SeatPalette& palette) {
    const qt::Sprite sprite = qt::drawSeat(form, pixels, palette);
    const QImage seat(reinterpret_cast<const uchar*>(sprite.pixels.data()), sprite.width,
                      sprite.height, QImage::Format_ARGB32_Premultiplied);
    QPixmap picture(sprite.width + 4, sprite.height + 4);
    picture.fill(QColor(palette.block));
    QPainter painter(&picture);
    painter.drawImage(2, 2, seat);
    return picture;
}

}  // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < kForms; ++i) {
        auto* const part = new QHBoxLayout;
        pictures_[i] = new QLabel(this);
        names_[i] = new QLabel(this);
        names_[i]->setWordWrap(true);
        part->addWidget(pictures_[i]);
        part->addWidget(names_[i], 1);
        grid->addLayout(part, i / kFormsARow, i % kFormsARow);
    }
}

void MapLegend::setLook(qt::PaletteKind kind, int pixels) {
    for (int i = 0; i < kForms; ++i) {
        pictures_[i]->setPixmap(pictureOf(kShown[i], pixels, qt::seatPalette(kind)));
    }
}

void MapLegend::retranslate() {
    const QString texts[] = {tr("Free, in the band's colour"),
                             tr("Selected"),
                             tr("Held"),
                             tr("Sold"),
                             tr("Set aside"),
                             tr("Wheelchair")};
    for (int i = 0; i < kForms; ++i) names_[i]->setText(texts[i]);
}

}  // namespace tessera::boxoffice
