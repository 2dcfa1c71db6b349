// SPDX-License-Identifier: Apache-2.0
#include "boxoffice-app/screens/sell/allocation_legend.h"

#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include "shared/qt/seat_map/seat_shapes.h"

namespace tessera::boxoffice {
namespace {

constexpr int kARow = 3;
constexpr int kMargin = 2;

QChar signOf(int letter) {
    return QChar('A' + letter - 1);
}

// With its letter on a plate, as on the map where there is room for it.
QPixmap pictureOf(int letter, int pixels, const qt::SeatPalette& palette) {
    const qt::Sprite sprite =
        qt::drawSeat({.status = qt::SeatStatus::Blocked, .allocation = letter}, pixels, palette);
    const QImage seat(reinterpret_cast<const uchar*>(sprite.pixels.data()), sprite.width,
                      sprite.height, QImage::Format_ARGB32_Premultiplied);
    QPixmap picture(sprite.width + 2 * kMargin, sprite.height + 2 * kMargin);
    picture.fill(QColor(palette.block));
    QPainter painter(&picture);
    painter.drawImage(kMargin, kMargin, seat);
    const int plate = pixels * 3 / 4;
    QRect at(0, 0, plate, plate);
    at.moveCenter(picture.rect().center());
    painter.fillRect(at, QColor(palette.block));
    QFont font = painter.font();
    font.setPixelSize(std::max(1, plate));
    painter.setFont(font);
    painter.setPen(QColor(palette.text));
    painter.drawText(at, Qt::AlignCenter, signOf(letter));
    return picture;
}

}  // namespace

AllocationLegend::AllocationLegend(QWidget* parent) : QWidget(parent) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < kShownMost; ++i) {
        auto* const part = new QHBoxLayout;
        pictures_[i] = new QLabel(this);
        names_[i] = new QLabel(this);
        names_[i]->setWordWrap(true);
        part->addWidget(pictures_[i]);
        part->addWidget(names_[i], 1);
        grid->addLayout(part, i / kARow, i % kARow);
    }
    for (int column = 0; column < kARow; ++column) grid->setColumnStretch(column, 1);
    more_ = new QLabel(this);
    more_->setWordWrap(true);
    grid->addWidget(more_, (kShownMost + kARow - 1) / kARow, 0, 1, kARow);
    hide();
}

void AllocationLegend::setLook(qt::PaletteKind kind, int pixels) {
    kind_ = kind;
    pixels_ = pixels;
    paint();
}

void AllocationLegend::show(const inventory::AllocationMarks& marks, const QLocale& locale) {
    letters_.clear();
    int more = 0;
    for (const inventory::AllocationLine& line : marks.lines()) {
        if (line.seats == 0) continue;
        if (line.letter == 0 || std::ssize(letters_) == kShownMost) {
            ++more;
            continue;
        }
        names_[letters_.size()]->setText(
            tr("%1: %2 (%3)", "letter, allocation, number of seats")
                .arg(signOf(line.letter))
                .arg(marks.nameOf(line.named.allocation_no()), locale.toString(line.seats)));
        letters_.push_back(line.letter);
    }
    more_->setText(tr("%n more: look at a seat to read whose it is.", "", more));
    more_->setVisible(more > 0);
    paint();
    setVisible(!letters_.empty());
}

void AllocationLegend::paint() {
    for (std::size_t i = 0; i < kShownMost; ++i) {
        const bool shown = i < letters_.size();
        pictures_[i]->setVisible(shown);
        names_[i]->setVisible(shown);
        if (shown) {
            pictures_[i]->setPixmap(pictureOf(letters_[i], pixels_, qt::seatPalette(kind_)));
        }
    }
}

}  // namespace tessera::boxoffice
