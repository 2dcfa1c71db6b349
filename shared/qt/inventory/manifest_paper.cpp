// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/inventory/manifest_paper.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPagedPaintDevice>
#include <QtGui/QPainter>
#include <algorithm>
#include <numeric>

#include "shared/base/check.h"

namespace tessera::inventory {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kTitlePoints = 15;
constexpr double kTextPoints = 9;
constexpr double kSmallestShare = 0.75;  // Of the text's size, before a cell is cut.

class ManifestPainter {
public:
    ManifestPainter(const ManifestPaper& paper, QPagedPaintDevice& device)
        : paper_(paper), device_(device), painter_(&device) {}

    Result<int> paint() {
        if (!painter_.isActive()) return failure("begin to paint on that paper");
        const QFontMetricsF text(fontOf(kTextPoints), &device_);
        const QFontMetricsF title(fontOf(kTitlePoints), &device_);
        page_ = QRectF(0, 0, painter_.viewport().width(), painter_.viewport().height());
        line_ = text.height() * 1.35;
        head_ = title.height() * 1.2 + line_ * 2.4;
        const double room = page_.height() - head_ - line_ * 1.2;
        const int perPage = static_cast<int>(room / line_);
        if (perPage < 1) return failure("paint a list: the paper is too small for one line");
        const auto rows = static_cast<int>(paper_.rows.size());
        const int pages = std::max(1, (rows + perPage - 1) / perPage);
        if (pages > kPagesMost) return failure("paint a list: more than 5,000 pages");
        for (int page = 0; page < pages; ++page) {
            if (page > 0) device_.newPage();
            paintHead();
            for (int i = 0; i < perPage && page * perPage + i < rows; ++i) {
                paintRow(paper_.rows[page * perPage + i], head_ + i * line_, kTextPoints, false);
            }
            paintFoot(page + 1, pages);
        }
        return pages;
    }

private:
    QFont fontOf(double points, bool bold = false) const {
        QFont font(QStringLiteral("Sans Serif"));
        font.setPixelSize(
            std::max(1, static_cast<int>(points * device_.logicalDpiY() / kPointsPerInch)));
        font.setBold(bold);
        return font;
    }
    int alignment() const {
        return (paper_.rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter |
               Qt::AlignAbsolute | Qt::TextSingleLine;
    }
    // As much of `text` as there is room for, smaller before it is cut.
    void draw(QString text, const QRectF& box, double points, bool bold) {
        QFont font = fontOf(points, bold);
        const double width = QFontMetricsF(font, &device_).horizontalAdvance(text);
        if (width > box.width()) {
            font = fontOf(points * std::max(kSmallestShare, box.width() / width), bold);
            text = QFontMetricsF(font, &device_).elidedText(text, Qt::ElideRight, box.width());
        }
        painter_.setFont(font);
        painter_.drawText(box, alignment(), text);
    }
    void paintHead() {
        painter_.setPen(Qt::black);
        painter_.setLayoutDirection(paper_.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const double title = head_ - line_ * 2.4;
        draw(paper_.title, {0, 0, page_.width(), title}, kTitlePoints, true);
        draw(paper_.subtitle, {0, title, page_.width(), line_}, kTextPoints, false);
        paintRow(paper_.headers, head_ - line_, kTextPoints, true);
    }
    void paintRow(const QStringList& cells, double top, double points, bool bold) {
        const double gap = line_ * 0.4;
        const int all = std::accumulate(paper_.shares.begin(), paper_.shares.end(), 0);
        double from = 0;
        for (qsizetype column = 0; column < paper_.shares.size(); ++column) {
            const double width = page_.width() * paper_.shares[column] / all;
            const double left = paper_.rightToLeft ? page_.width() - from - width : from;
            const double lead = paper_.rightToLeft ? gap : 0;
            draw(cells.value(column), {left + lead, top, width - gap, line_}, points, bold);
            from += width;
        }
        painter_.setPen(QPen(bold ? Qt::black : Qt::lightGray, line_ * (bold ? 0.05 : 0.02)));
        painter_.drawLine(QPointF(0, top + line_), QPointF(page_.width(), top + line_));
        painter_.setPen(Qt::black);
    }
    void paintFoot(int page, int pages) {
        const QString text =
            paper_.pageText.arg(paper_.locale.toString(page), paper_.locale.toString(pages));
        draw(text, {0, page_.height() - line_, page_.width(), line_}, kTextPoints, false);
    }

    const ManifestPaper& paper_;
    QPagedPaintDevice& device_;
    QPainter painter_;
    QRectF page_;
    double line_ = 0;
    double head_ = 0;
};

}  // namespace

Result<int> paintManifest(const ManifestPaper& paper, QPagedPaintDevice& device) {
    TESSERA_CHECK(paper.headers.size() == paper.shares.size());
    return ManifestPainter(paper, device).paint();
}

}  // namespace tessera::inventory
