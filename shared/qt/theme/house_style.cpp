// SPDX-License-Identifier: Apache-2.0
#include "shared/qt/theme/house_style.h"

#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleOption>
#include <algorithm>

namespace tessera::qt {

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const {
    if (hint == SH_UnderlineShortcut && QApplication::isRightToLeft()) return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const {
    const int plain = QProxyStyle::pixelMetric(metric, option, widget);
    if (metric != PM_IndicatorWidth && metric != PM_IndicatorHeight) return plain;
    return widget == nullptr ? plain : std::max(plain, widget->fontMetrics().ascent());
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const {
    if (element != PE_IndicatorCheckBox) {
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
    constexpr double kOutlineShare = 0.1;
    const QRectF box = option->rect;
    const double line = std::max(1.5, box.width() * kOutlineShare);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool checked = option->state.testFlag(State_On);
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    const auto colour = [&](QPalette::ColorRole role) {
        return option->palette.color(group, role);
    };
    const QColor edge = colour(!enabled  ? QPalette::WindowText
                               : checked ? QPalette::Highlight
                                         : QPalette::PlaceholderText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edge, line));
    painter->setBrush(enabled && checked ? edge : colour(QPalette::Base));
    const double half = line / 2;
    painter->drawRoundedRect(box.adjusted(half, half, -half, -half), line, line);
    if (checked) {
        const auto at = [&](double x, double y) {
            return box.topLeft() + QPointF(x * box.width(), y * box.height());
        };
        const QColor ink = enabled ? colour(QPalette::HighlightedText) : edge;
        painter->setPen(QPen(ink, line * 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.3)});
    }
    painter->restore();
}

}  // namespace tessera::qt
