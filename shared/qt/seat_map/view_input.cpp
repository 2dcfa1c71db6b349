// SPDX-License-Identifier: Apache-2.0
// Pointer and keys of SeatMapView.
#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>
#include <utility>

#include "shared/qt/seat_map/seat_map_view.h"

namespace tessera::qt {
namespace {

constexpr int kNotch = 120;  // Eighths of degrees of a wheel's notch.
constexpr int kStepsOfNotch = 2;
constexpr int kRevealMargin = 60;  // Logical pixels around the place of the keys.

}  // namespace

void SeatMapView::wheelEvent(QWheelEvent* event) {
    wheelRest_ += event->angleDelta().y();
    const int each = kNotch / kStepsOfNotch;
    const int steps = wheelRest_ / each;
    wheelRest_ -= steps * each;
    if (steps != 0) zoomAt(event->position(), steps);
    event->accept();
}

void SeatMapView::mousePressEvent(QMouseEvent* event) {
    if (drag_ != Drag::None) return;  // A second button does not end what the first began.
    dragStart_ = dragLast_ = event->position();
    dragButton_ = event->button();
    if (event->button() == Qt::MiddleButton) {
        drag_ = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        startAt(event->position(), event->modifiers() & Qt::ShiftModifier);
    }
    placeMoved();
}

// Over blocks there is no seat to click: a drag selects a rectangle of any detail.
void SeatMapView::startAt(QPointF position, bool range) {
    const int seat = model_.layout().seatAt(camera_.placeAt(toDevice(position)));
    if (seat < 0 || painter_.detail(camera_.zoom()) == Detail::Blocks) {
        drag_ = Drag::Rectangle;
    } else if (range) {
        gestures_.clickRange(seat);
    } else {
        drag_ = Drag::Stroke;
        gestures_.beginStroke(seat);
    }
}

void SeatMapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF now = event->position();
    switch (drag_) {
        case Drag::None:
            lookAt(model_.layout().seatAt(camera_.placeAt(toDevice(now))));
            break;
        case Drag::Pan:
            panBy(toDevice(dragLast_) - toDevice(now));
            break;
        case Drag::Stroke:
            gestures_.strokeTo(camera_.placeAt(toDevice(dragLast_)),
                               camera_.placeAt(toDevice(now)));
            break;
        case Drag::Rectangle:
            rubber_ = QRect(toDevice(dragStart_), toDevice(now)).normalized();
            update();
            break;
    }
    dragLast_ = now;
}

void SeatMapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != dragButton_) return;
    const Drag ended = std::exchange(drag_, Drag::None);
    if (ended == Drag::Pan) unsetCursor();
    if (ended == Drag::Stroke) gestures_.endStroke();
    if (ended != Drag::Rectangle) return;
    rubber_.reset();
    const QPointF way = event->position() - dragStart_;
    if (way.manhattanLength() >= QApplication::startDragDistance()) {
        const QPointF from = camera_.placeAt(toDevice(dragStart_));
        gestures_.selectWithin(QRectF(from, camera_.placeAt(toDevice(event->position()))));
    } else if (painter_.detail(camera_.zoom()) == Detail::Blocks) {
        zoomAt(event->position(), 2 * kStepsPerOctave);
    }
    placeMoved();
}

void SeatMapView::lookAt(int seat) {
    if (seat == lookedAt_) return;
    lookedAt_ = seat;
    Q_EMIT lookedAt(seat);
}

void SeatMapView::placeMoved() {
    describePlace();
    lookAt(place());
    update();
}

void SeatMapView::describePlace() {
    const QString text =
        place() >= 0 ? describeSeat(model_, place())
                     : tr("Arrow keys go from seat to seat, space selects. The table of seats "
                          "has the same seats as text.");
    if (text != accessibleDescription()) setAccessibleDescription(text);
}

bool SeatMapView::moveByKey(int key, bool select) {
    int dx = 0;
    int dy = 0;
    switch (key) {
        case Qt::Key_Left:
            dx = -1;
            break;
        case Qt::Key_Right:
            dx = 1;
            break;
        case Qt::Key_Up:
            dy = -1;
            break;
        case Qt::Key_Down:
            dy = 1;
            break;
        case Qt::Key_Home:
        case Qt::Key_End:
            break;
        default:
            return false;
    }
    if (model_.layout().seatCount() == 0) return true;
    if (place() < 0) {
        const QSize size = camera_.window().size();
        gestures_.setPlace(model_.layout().nearestSeat(
            camera_.placeAt(QPoint(size.width() / 2, size.height() / 2))));
        if (select) model_.extend({place()});
    } else if (dx != 0 || dy != 0) {
        gestures_.move(dx, dy);
        if (select) model_.extend({place()});
    } else if (const int end = gestures_.endOfRow(key == Qt::Key_End); select) {
        gestures_.clickRange(end);
    } else {
        gestures_.setPlace(end);
    }
    camera_.reveal(model_.layout().seats()[static_cast<std::size_t>(place())].at,
                   qRound(kRevealMargin * pixelRatio_));
    placeMoved();
    return true;
}

bool SeatMapView::lookByKey(int key) {
    const int page = camera_.window().height() * 3 / 4;
    switch (key) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomBy(kStepsOfNotch);
            return true;
        case Qt::Key_Minus:
            zoomBy(-kStepsOfNotch);
            return true;
        case Qt::Key_0:
            fit();
            return true;
        case Qt::Key_PageUp:
            panBy(QPoint(0, -page));
            return true;
        case Qt::Key_PageDown:
            panBy(QPoint(0, page));
            return true;
        default:
            return false;
    }
}

QList<std::pair<QString, QList<QKeySequence>>> SeatMapView::keys() {
    const auto shifted = [](int key) { return QKeySequence(Qt::SHIFT | Qt::Key(key)); };
    return {
        {tr("On the map: to the next seat"),
         {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}},
        {tr("On the map: select the next seat, too"),
         {shifted(Qt::Key_Left), shifted(Qt::Key_Right), shifted(Qt::Key_Up),
          shifted(Qt::Key_Down)}},
        {tr("On the map: select the seat, or not any more"), {Qt::Key_Space}},
        {tr("On the map: to the first or last seat of the row"), {Qt::Key_Home, Qt::Key_End}},
        {tr("On the map: select as far as the first or last seat of the row"),
         {shifted(Qt::Key_Home), shifted(Qt::Key_End)}},
        {tr("On the map: larger or smaller"), {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus}},
        {tr("On the map: all of it"), {Qt::Key_0}},
        {tr("On the map: a page up or down"), {Qt::Key_PageUp, Qt::Key_PageDown}},
        {tr("On the map: select nothing any more"), {Qt::Key_Escape}},
        {tr("On the map: undo the last selection"), {QKeySequence(QKeySequence::Undo)}},
    };
}

void SeatMapView::selectSection(int seat) {
    const auto& sections = model_.layout().sections();
    const auto& section = sections[static_cast<std::size_t>(
        model_.layout().seats()[static_cast<std::size_t>(seat)].section)];
    QList<int> seats;
    for (int i = 0; i < section.seatCount; ++i) seats << section.firstSeat + i;
    model_.extend(seats);
}

void SeatMapView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        model_.undoSelection();
    } else if (event->key() == Qt::Key_Escape && !model_.selection().isEmpty()) {
        model_.select({});
    } else if (event->key() == Qt::Key_Space && place() >= 0) {
        model_.toggle(place());
    } else if (!lookByKey(event->key()) &&
               !moveByKey(event->key(), event->modifiers() & Qt::ShiftModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    placeMoved();
}

bool SeatMapView::event(QEvent* event) {
    // Selected seats are left before the page is, whose key Escape may be.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && !model_.selection().isEmpty()) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int seat = model_.layout().seatAt(camera_.placeAt(toDevice(help->pos())));
    if (seat < 0) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), describeSeat(model_, seat), this);
    }
    return true;
}

void SeatMapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) describePlace();
    QWidget::changeEvent(event);
}

void SeatMapView::focusInEvent(QFocusEvent* event) {
    update();
    QWidget::focusInEvent(event);
}

void SeatMapView::focusOutEvent(QFocusEvent* event) {
    gestures_.endStroke();
    drag_ = Drag::None;
    rubber_.reset();
    update();
    QWidget::focusOutEvent(event);
}

}  // namespace tessera::qt
