// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/plot/share_bars.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <algorithm>

#include "shared/base/check.h"
#include "shared/qt/plot/plot_scale.h"

namespace tessera::qt {
namespace {

constexpr int kColumnsWide = 40;  // Of letters: what it would like to have.
constexpr int kColumnsLeast = 12;

}  // namespace

ShareBars::ShareBars(QWidget* parent) : QWidget(parent), look_(plotLook(ThemeKind::Light)) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ShareBars::setLook(ThemeKind kind) {
    look_ = plotLook(kind);
    update();
}

void ShareBars::setParts(const QList<SharePart>& parts, bool legend) {
    parts_ = parts;
    legend_ = legend;
    updateGeometry();
    update();
}

void ShareBars::setBars(const QList<ShareBar>& bars) {
    const qsizetype before = bars_.size();
    bars_ = bars.mid(0, kBarsMost);
    QStringList all;
    for (const ShareBar& bar : bars_) {
        TESSERA_CHECK(bar.parts.size() == parts_.size());
        all << bar.name + QStringLiteral(": ") + bar.note;
    }
    setAccessibleDescription(all.join(QStringLiteral(". ")));
    if (before != bars_.size()) updateGeometry();
    update();
}

int ShareBars::lineHeight() const {
    return fontMetrics().height() * 5 / 4;
}

// A little more than it measures: letters may lean out of it.
int ShareBars::roomFor(const QString& text) const {
    return fontMetrics().horizontalAdvance(text) + fontMetrics().averageCharWidth();
}

int ShareBars::barHeight() const {
    return fontMetrics().height();
}

// Its parts one after the other, in as many lines as they need. Null: measures alone.
int ShareBars::paintLegend(QPainter* painter, int width) const {
    if (!legend_) return 0;
    const int swatch = fontMetrics().height() * 3 / 4;
    const int gap = swatch / 2;
    int x = 0;
    int y = 0;
    for (const SharePart& part : parts_) {
        const int wide = std::min(width, swatch + gap + roomFor(part.name));
        if (x > 0 && x + wide > width) {
            x = 0;
            y += lineHeight();
        }
        if (painter != nullptr) {
            const QRect box(x, y + (lineHeight() - swatch) / 2, swatch, swatch);
            drawFill(*painter, mirrored(box), part.fill, look_);
            painter->setPen(look_.text);
            const QRect text(x + swatch + gap, y, wide - swatch - gap, lineHeight());
            painter->drawText(mirrored(text), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                              fontMetrics().elidedText(part.name, Qt::ElideRight, text.width()));
        }
        x += wide + gap * 4;
    }
    return y + lineHeight() + gap;
}

int ShareBars::legendHeight(int width) const {
    return paintLegend(nullptr, width);
}

QRect ShareBars::mirrored(const QRect& rect) const {
    if (layoutDirection() == Qt::LeftToRight) return rect;
    return QRect(width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height());
}

QRect ShareBars::trackOf(int bar) const {
    const int each = lineHeight() + barHeight() + fontMetrics().height() / 2;
    return QRect(0, legendHeight(width()) + bar * each + lineHeight(), width(), barHeight());
}

QRect ShareBars::partRect(int bar, int part) const {
    const QRect track = trackOf(bar);
    const QList<int> ends = endsOf(bars_[bar].parts, bars_[bar].total, track.width());
    const int from = part == 0 ? 0 : ends[part - 1];
    return mirrored(QRect(from, track.y(), ends[part] - from, track.height()));
}

QSize ShareBars::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * kColumnsWide;
    return {width, heightForWidth(width)};
}

QSize ShareBars::minimumSizeHint() const {
    const int width = fontMetrics().averageCharWidth() * kColumnsLeast;
    return {width, heightForWidth(std::max(width, this->width()))};
}

int ShareBars::heightForWidth(int width) const {
    const int each = lineHeight() + barHeight() + fontMetrics().height() / 2;
    return legendHeight(width) + static_cast<int>(bars_.size()) * each;
}

void ShareBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintLegend(&painter, width());
    for (int bar = 0; bar < bars_.size(); ++bar) {
        const QRect track = trackOf(bar);
        const QRect line(track.x(), track.y() - lineHeight(), track.width(), lineHeight());
        const int note = std::min(line.width(), roomFor(bars_[bar].note));
        const int gap = fontMetrics().averageCharWidth();
        const QRect name(line.x(), line.y(), std::max(0, line.width() - note - gap), line.height());
        const QRect end(line.right() + 1 - note, line.y(), note, line.height());
        painter.setPen(look_.text);
        // Alignments follow the direction by themselves.
        painter.drawText(mirrored(name), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(bars_[bar].name, Qt::ElideRight, name.width()));
        painter.drawText(mirrored(end), Qt::AlignVCenter | Qt::AlignRight,
                         fontMetrics().elidedText(bars_[bar].note, Qt::ElideRight, note));
        drawFill(painter, mirrored(track), PlotFill::Free, look_);
        for (int part = 0; part < parts_.size(); ++part) {
            drawFill(painter, partRect(bar, part), parts_[part].fill, look_);
        }
    }
}

void ShareBars::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

}  // namespace tessera::qt
