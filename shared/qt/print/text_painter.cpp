// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/text_painter.h"

#include <QFont>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <algorithm>

namespace tessera::qt {
namespace {

// Below this a dot is black.
constexpr int kGreyLimit = 160;

QFont fontOfHeight(const QString& family, int dots, bool bold) {
    QFont font(family);
    font.setBold(bold);
    font.setPixelSize(std::max(1, dots * 4 / 5));
    while (font.pixelSize() > 1 && QFontMetrics(font).height() > dots) {
        font.setPixelSize(font.pixelSize() - 1);
    }
    return font;
}

}  // namespace

Result<print::Bitmap> TextPainter::raster(const print::TextRasterRequest& request) {
    const QString text = QString::fromStdString(request.text);
    if (request.widthDotsMax < 1 ||
        !print::Bitmap::isAllowed(request.widthDotsMax, request.heightDots)) {
        return failure("a text of " + std::to_string(request.widthDotsMax) + " by " +
                       std::to_string(request.heightDots) + " dots");
    }
    const QFont font = fontOfHeight(family_, request.heightDots, request.bold);
    const QFontMetrics metrics(font);
    const int natural = std::max(1, metrics.horizontalAdvance(text));
    const int width = std::min(natural, request.widthDotsMax);
    QImage image(width, request.heightDots, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.setLayoutDirection(request.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    painter.scale(static_cast<double>(width) / natural, 1);
    const int top = (request.heightDots - metrics.height()) / 2;
    painter.drawText(QRect(0, top, natural, metrics.height()), Qt::AlignLeft | Qt::TextSingleLine,
                     text);
    painter.end();
    print::Bitmap bitmap(width, request.heightDots);
    for (int y = 0; y < request.heightDots; ++y) {
        const uchar* row = image.constScanLine(y);
        for (int x = 0; x < width; ++x) {
            if (row[x] < kGreyLimit) bitmap.set(x, y, true);
        }
    }
    return bitmap;
}

}  // namespace tessera::qt
