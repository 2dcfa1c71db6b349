// SPDX-License-Identifier: Apache-2.0
// Bars one beneath the other, each made of parts that follow each other, with a legend above.
//
// The GUI's thread alone. What is painted follows from values, font and direction: from right to
// left the bars begin at the right. Nothing is clicked; the same numbers are in a table somewhere
// near, and in its accessible description. Owns what it is told.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include "shared/qt/plot/plot_look.h"

namespace tessera::qt {

class ShareBars : public QWidget {
    Q_OBJECT

public:
    static constexpr int kBarsMost = 100;  // What is beyond is not shown.

    explicit ShareBars(QWidget* parent = nullptr);

    void setLook(ThemeKind kind);
    // No parts in the legend: there is none.
    void setParts(const QList<SharePart>& parts, bool legend = true);
    void setBars(const QList<ShareBar>& bars);
    const QList<ShareBar>& bars() const { return bars_; }

    // Where that part of that bar is painted.
    QRect partRect(int bar, int part) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int lineHeight() const;
    int roomFor(const QString& text) const;
    int barHeight() const;
    int legendHeight(int width) const;
    QRect trackOf(int bar) const;
    int paintLegend(QPainter* painter, int width) const;
    QRect mirrored(const QRect& rect) const;

    PlotLook look_;
    QList<SharePart> parts_;
    QList<ShareBar> bars_;
    bool legend_ = true;
};

}  // namespace tessera::qt
