// SPDX-License-Identifier: Apache-2.0
// One column for each step of time, with axes: round numbers at the side, times beneath.
//
// The GUI's thread alone. What is painted follows from values, font, locale and direction: from
// right to left the latest column is at the left, and the numbers stand at the right. Nothing is
// clicked; the same numbers are in a table near it. Owns what it is told.
#pragma once

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <QtWidgets/QWidget>
#include <functional>

#include "shared/qt/plot/plot_look.h"
#include "shared/qt/plot/plot_scale.h"

namespace tessera::qt {

class TimeColumns : public QWidget {
    Q_OBJECT

public:
    static constexpr int kColumnsMost = 1'000;  // The latest; what is before is not shown.

    explicit TimeColumns(QWidget* parent = nullptr);

    void setLook(ThemeKind kind);
    void setLocale(const QLocale& locale);
    // What the axes count, with units: "Tickets per minute", "Time, Europe/Vienna".
    void setTitles(const QString& values, const QString& times);
    // How numbers at the side are written; as it is at first, as whole numbers of the locale.
    void setValueText(std::function<QString(qint64)> text);
    QString valueText(qint64 value) const;
    // The latest last.
    void setColumns(const QList<TimeColumn>& columns);

    // Where the values are painted, axes aside, and where that column is: of value 0 without
    // height.
    QRect plotRect() const;
    QRect columnRect(int column) const;
    const PlotScale& scale() const { return scale_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect mirrored(const QRect& rect) const;
    void rescale();
    void paintValues(QPainter& painter);
    void paintTimes(QPainter& painter);

    PlotLook look_;
    QLocale numbers_;
    std::function<QString(qint64)> valueText_;
    QString values_;
    QString times_;
    QList<TimeColumn> columns_;
    PlotScale scale_;
};

}  // namespace tessera::qt
