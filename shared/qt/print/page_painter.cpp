// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/print/page_painter.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>
#include <algorithm>
#include <array>
#include <cmath>

#include "shared/base/check.h"

namespace tessera::qt {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kPdfDpi = 1200;
constexpr int kFontPixels = 100;  // Letters are drawn at one size and scaled: no rounding of sizes.

class PagePainter {
public:
    PagePainter(QPainter& painter, double scale) : painter_(painter), scale_(scale) {}

    void draw(const print::PageText& text) {
        static constexpr std::array kDegrees = {0.0, 90.0, 180.0, 270.0};
        QFont font("Sans Serif");
        font.setPixelSize(kFontPixels);
        font.setBold(text.bold);
        const QFontMetricsF metrics(font);
        const QString letters = QString::fromStdString(text.text);
        const double high = text.height * scale_ / metrics.height();
        const double natural = std::max(metrics.horizontalAdvance(letters), 1.0);
        const double room = text.widthMax * scale_;
        const double wide = std::min(high * text.stretch, room / natural);
        const double free = room - natural * wide;
        const double shift = text.align == print::Align::Start ? 0
                             : text.align == print::Align::End ? free
                                                               : free / 2;
        painter_.save();
        painter_.translate(text.x * scale_, text.y * scale_);
        painter_.rotate(kDegrees[static_cast<std::size_t>(text.rotation)]);
        painter_.translate(shift, 0);
        painter_.scale(wide, high);
        painter_.setFont(font);
        painter_.setPen(Qt::black);
        painter_.setLayoutDirection(text.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        painter_.drawText(QRectF(0, 0, natural, metrics.height()),
                          Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, letters);
        painter_.restore();
    }

    void draw(const print::PageRect& rect) {
        painter_.fillRect(rectOf(rect.x, rect.y, rect.width, rect.height), Qt::black);
    }

    // Rectangles of black dots, row by row: crisp at every size, and lines in a PDF.
    void draw(const print::PageImage& image) {
        const print::Bitmap& bitmap = image.bitmap;
        const double width = image.width / bitmap.width();
        const double height = image.height / bitmap.height();
        for (int y = 0; y < bitmap.height(); ++y) {
            for (int x = 0; x < bitmap.width(); ++x) {
                if (!bitmap.black(x, y)) continue;
                const int begin = x;
                while (x < bitmap.width() && bitmap.black(x, y)) ++x;
                painter_.fillRect(rectOf(image.x + begin * width, image.y + y * height,
                                         (x - begin) * width, height),
                                  Qt::black);
            }
        }
    }

private:
    QRectF rectOf(double x, double y, double width, double height) const {
        return {x * scale_, y * scale_, width * scale_, height * scale_};
    }

    QPainter& painter_;
    double scale_;
};

Status judge(const std::vector<print::Page>& pages) {
    if (!pages.empty() && pages.size() <= kPagesMax) return {};
    return failure("1 to " + std::to_string(kPagesMax) + " pages are wanted");
}

QPageSize sizeOf(const print::Page& page) {
    return QPageSize(QSizeF(page.width, page.height), QPageSize::Point, QString(),
                     QPageSize::ExactMatch);
}

}  // namespace

void drawPage(QPainter& painter, const print::Page& page, double scale) {
    PagePainter drawer(painter, scale);
    for (const print::PagePrimitive& primitive : page.primitives) {
        std::visit([&](const auto& one) { drawer.draw(one); }, primitive);
    }
}

QImage previewOf(const print::Page& page, int dpi) {
    TESSERA_CHECK(dpi >= 20 && dpi <= 1200);
    const double scale = dpi / kPointsPerInch;
    // Sums of points are not exact: a millionth of a dot is none.
    const auto dots = [&](double points) {
        return static_cast<int>(std::ceil(points * scale - 1e-6));
    };
    QImage image(dots(page.width), dots(page.height), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawPage(painter, page, scale);
    return image;
}

Result<QByteArray> pdfOf(const std::vector<print::Page>& pages, const QString& title) {
    if (const Status fits = judge(pages); !fits) return tl::make_unexpected(fits.error());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setResolution(kPdfDpi);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(sizeOf(pages.front()));
    QPainter painter;
    if (!painter.begin(&writer)) return failure("the PDF cannot be written");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            writer.setPageSize(sizeOf(pages[i]));
            if (!writer.newPage()) return failure("the PDF has no next page");
        }
        drawPage(painter, pages[i], kPdfDpi / kPointsPerInch);
    }
    painter.end();
    return bytes;
}

Status printPages(QPrinter& printer, const std::vector<print::Page>& pages) {
    if (Status fits = judge(pages); !fits) return fits;
    printer.setFullPage(true);
    QPainter painter;
    if (!painter.begin(&printer)) return failure("the printer does not take a document");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !printer.newPage()) {
            return failure("the printer takes no further page", Effect::Unknown);
        }
        drawPage(painter, pages[i], printer.resolution() / kPointsPerInch);
    }
    if (!painter.end()) return failure("the printer did not take the document", Effect::Unknown);
    return {};
}

}  // namespace tessera::qt
