// SPDX-License-Identifier: Apache-2.0
// The map in a window: shows a model, pans, zooms, and turns pointer and keys into a selection.
//
// Deterministic: the frame depends on model, camera, palette and pointer. Lives on the thread of
// the windows. Borrows the model, which outlives it; owns camera, painter and tiles.
//
// Pointer: click in or out, shift-click to the end of a range in a row, a stroke from a seat, a
// rectangle from elsewhere, the middle button to pan, the wheel to zoom at the pointer. Keys:
// arrows to the neighbouring seat (with shift also selecting it), space, Home and End in the row
// (with shift selecting all as far as there), page keys, + - 0, Esc, undo. Left and right are those
// of the venue in every language.
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>
#include <optional>
#include <utility>

#include "shared/qt/seat_map/camera.h"
#include "shared/qt/seat_map/map_painter.h"
#include "shared/qt/seat_map/seat_gestures.h"
#include "shared/qt/seat_map/tile_cache.h"

namespace tessera::qt {

class SeatMapView : public QWidget {
    Q_OBJECT
public:
    explicit SeatMapView(SeatMapModel& model, QWidget* parent = nullptr);

    void setLook(PaletteKind palette, int textPercent = 100);
    PaletteKind paletteKind() const { return kind_; }

    const Camera& camera() const { return camera_; }
    void fit();
    void zoomBy(int steps);  // At the middle of the window.
    void zoomAt(QPointF position, int steps);
    void panBy(QPoint devicePixels);
    void showPlace(QPointF place, int zoom);  // In the middle.

    // Where the keys are, or -1.
    int place() const { return gestures_.place(); }
    // The whole section of that seat is added to the selection. REQUIRES: there is the seat.
    void selectSection(int seat);
    // All that it does by keys, for the legend: a text, and the keys of which each does it.
    static QList<std::pair<QString, QList<QKeySequence>>> keys();

    // The same frame without any tile, for those who compare.
    QImage fromScratch();

    const TileCache& tiles() const { return tiles_; }

Q_SIGNALS:
    // The seat that one looks at: under the pointer, with setMouseTracking(true), or where the keys
    // are; or -1.
    void lookedAt(int seat);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag { None, Pan, Stroke, Rectangle };

    void layoutReset();
    void seatsChanged(const QList<int>& seats);
    void adopt(double pixelRatio);
    QPoint toDevice(QPointF position) const;
    QRect toLogical(const QRect& devicePixels) const;
    void paintOver(QPainter& painter);
    void placeMoved();
    void describePlace();
    bool moveByKey(int key, bool select);
    bool lookByKey(int key);
    void startAt(QPointF position, bool range);
    void lookAt(int seat);

    SeatMapModel& model_;
    PaletteKind kind_ = PaletteKind::Light;
    int textPercent_ = 100;
    double pixelRatio_ = 0;
    MapPainter painter_;
    TileCache tiles_;
    Camera camera_;
    SeatGestures gestures_;
    int lookedAt_ = -1;
    bool fitted_ = true;  // Until somebody pans or zooms, a new size of the window fits again.
    Drag drag_ = Drag::None;
    Qt::MouseButton dragButton_ = Qt::NoButton;
    QPointF dragStart_;
    QPointF dragLast_;
    std::optional<QRect> rubber_;  // In device pixels.
    int wheelRest_ = 0;            // Eighths of degrees that made no step yet.
};

}  // namespace tessera::qt
