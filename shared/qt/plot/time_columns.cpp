// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/plot/time_columns.h"

#include <QtCore/QEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>
#include <algorithm>

namespace tessera::qt {
namespace {

constexpr int kTicksMost = 6;
constexpr int kLinesLeast = 5;  // Of text, in height.
constexpr int kLettersLeast = 24;

}  // namespace

TimeColumns::TimeColumns(QWidget* parent) : QWidget(parent), look_(plotLook(ThemeKind::Light)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TimeColumns::setLook(ThemeKind kind) {
    look_ = plotLook(kind);
    update();
}

void TimeColumns::setLocale(const QLocale& locale) {
    numbers_ = locale;
    update();
}

void TimeColumns::setTitles(const QString& values, const QString& times) {
    values_ = values;
    times_ = times;
    update();
}

void TimeColumns::setValueText(std::function<QString(qint64)> text) {
    valueText_ = std::move(text);
    update();
}

QString TimeColumns::valueText(qint64 value) const {
    return valueText_ ? valueText_(value) : numbers_.toString(value);
}

void TimeColumns::setColumns(const QList<TimeColumn>& columns) {
    columns_ = columns.size() > kColumnsMost ? columns.last(kColumnsMost) : columns;
    rescale();
    update();
}

void TimeColumns::rescale() {
    qint64 greatest = 0;
    for (const TimeColumn& each : columns_) greatest = std::max(greatest, each.value);
    scale_ = plotScale(greatest, kTicksMost);
}

QRect TimeColumns::mirrored(const QRect& rect) const {
    if (layoutDirection() == Qt::LeftToRight) return rect;
    return QRect(width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height());
}

// A title above, times and their title beneath, numbers at the side.
QRect TimeColumns::plotRect() const {
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height() * 5 / 4;
    const int side = metrics.horizontalAdvance(valueText(scale_.top)) + line / 2;
    const int end = metrics.averageCharWidth() * 2;
    return mirrored(QRect(side, line + line / 2, std::max(1, width() - side - end),
                          std::max(1, height() - line * 4)));
}

QRect TimeColumns::columnRect(int column) const {
    const QRect plot = mirrored(plotRect());
    const auto count = static_cast<int>(columns_.size());
    const int from = plot.width() * column / count;
    const int to = plot.width() * (column + 1) / count;
    const int gap = to - from >= 4 ? 1 : 0;
    const int high = scale_.pixelsOf(columns_[column].value, plot.height());
    return mirrored(QRect(plot.x() + from, plot.y() + plot.height() - high,
                          std::max(1, to - from - gap), high));
}

QSize TimeColumns::sizeHint() const {
    return minimumSizeHint() * 2;
}

QSize TimeColumns::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * kLettersLeast, fontMetrics().height() * kLinesLeast};
}

bool TimeColumns::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* const help = static_cast<QHelpEvent*>(event);
    const QRect plot = plotRect();
    for (int i = 0; i < columns_.size(); ++i) {
        const QRect column = columnRect(i);
        const QRect whole(column.x(), plot.y(), column.width(), plot.height());
        if (!whole.contains(help->pos())) continue;
        QToolTip::showText(help->globalPos(), columns_[i].tip, this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

void TimeColumns::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(plotRect(), look_.ground);
    paintValues(painter);
    for (int i = 0; i < columns_.size(); ++i) {
        drawFill(painter, columnRect(i), PlotFill::Sold, look_);
    }
    paintTimes(painter);
}

void TimeColumns::paintValues(QPainter& painter) {
    const QRect plot = plotRect();
    const int line = fontMetrics().height() * 5 / 4;
    painter.setPen(look_.text);
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(values_, Qt::ElideRight, width()));
    const QRect side = mirrored(QRect(0, 0, mirrored(plot).x() - line / 4, line));
    for (qint64 value = 0; value <= scale_.top; value += scale_.step) {
        const int y = plot.y() + plot.height() - scale_.pixelsOf(value, plot.height());
        painter.setPen(look_.grid);
        painter.drawLine(plot.left(), y, plot.right(), y);
        painter.setPen(look_.text);
        painter.drawText(QRect(side.x(), y - line / 2, side.width(), line),
                         Qt::AlignVCenter | Qt::AlignRight, valueText(value));
    }
}

// As many as there is room for, the latest always.
void TimeColumns::paintTimes(QPainter& painter) {
    const QRect plot = plotRect();
    const int line = fontMetrics().height() * 5 / 4;
    const int top = plot.y() + plot.height() + line / 4;
    painter.setPen(look_.text);
    painter.drawText(QRect(plot.x(), top + line, plot.width(), line), Qt::AlignCenter,
                     fontMetrics().elidedText(times_, Qt::ElideRight, plot.width()));
    if (columns_.isEmpty()) return;
    int wide = 1;
    for (const TimeColumn& each : columns_) {
        wide = std::max(wide, fontMetrics().horizontalAdvance(each.time));
    }
    const auto count = static_cast<int>(columns_.size());
    const int room = std::max(1, plot.width() / (wide + fontMetrics().averageCharWidth() * 3));
    const int every = std::max(1, (count + room - 1) / room);
    for (int i = count - 1; i >= 0; i -= every) {
        const int middle = columnRect(i).center().x();
        const int x = std::clamp(middle - wide / 2, 0, std::max(0, width() - wide));
        painter.drawText(QRect(x, top, wide, line), Qt::AlignCenter, columns_[i].time);
        painter.drawLine(middle, plot.bottom() + 1, middle, plot.bottom() + line / 8);
    }
}

}  // namespace tessera::qt
