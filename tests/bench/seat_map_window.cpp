// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/seat_map_window.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QMouseEvent>
#include <QtGui/QPixmap>
#include <QtGui/QScreen>
#include <QtGui/QWheelEvent>
#include <algorithm>

namespace tessera::bench {
namespace {

constexpr int kComparedOneIn = 100;
constexpr int kAroundLevel = 4;  // Steps of the ladder to either side.

const QEvent::Type kPosted = static_cast<QEvent::Type>(QEvent::registerEventType());

class Posted : public QEvent {
public:
    explicit Posted(Input what) : QEvent(kPosted), input(what) {}
    Input input;
    Clock::time_point when = Clock::now();
};

}  // namespace

void MeasuredView::begin() {
    level_ = camera().zoom();
    latencies_.clear();
    handled_.clear();
    frames_ = compared_ = wrong_ = 0;
    scratchMs_ = 0;
    ignoreBefore_ = Clock::now();
}

void MeasuredView::post(Input input) {
    QCoreApplication::postEvent(this, new Posted(input));
}

void MeasuredView::handle(const Input& input) {
    if (input.kind == Input::Wheel) {
        const int next = camera().zoom() + input.steps * 2;
        const int steps = std::abs(next - level_) <= kAroundLevel ? input.steps : -input.steps;
        QWheelEvent wheel(input.at, input.at, QPoint(), QPoint(0, steps * 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(this, &wheel);
        return;
    }
    const QPointF to = input.at + QPointF(input.by);
    const auto send = [this](QEvent::Type type, QPointF at, Qt::MouseButton button,
                             Qt::MouseButtons buttons) {
        QMouseEvent mouse(type, at, at, at, button, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(this, &mouse);
    };
    send(QEvent::MouseButtonPress, input.at, Qt::MiddleButton, Qt::MiddleButton);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::MiddleButton);
    send(QEvent::MouseButtonRelease, to, Qt::MiddleButton, Qt::NoButton);
}

bool MeasuredView::event(QEvent* event) {
    if (event->type() == kPosted) {
        const auto* posted = static_cast<Posted*>(event);
        handled_.push_back(posted->when);
        handle(posted->input);
        return true;
    }
    // Painting and flushing are both done when a window's request for an update has been handled.
    const bool isFrame = event->type() == QEvent::UpdateRequest;
    const bool handled = SeatMapView::event(event);
    if (isFrame) flushed();
    return handled;
}

void MeasuredView::flushed() {
    const Clock::time_point now = Clock::now();
    for (const Clock::time_point posted : handled_) {
        if (posted < ignoreBefore_) continue;
        latencies_.push_back(std::chrono::duration<double, std::milli>(now - posted).count());
    }
    handled_.clear();
    if (onFlushed_) onFlushed_(now);
    if (++frames_ % kComparedOneIn == 0) compare();
}

// Outside of the measured time: input that was posted meanwhile is not counted.
void MeasuredView::compare() {
    const QImage shown =
        screen()->grabWindow(winId()).toImage().convertToFormat(QImage::Format_RGB32);
    ++compared_;
    const Clock::time_point before = Clock::now();
    const QImage scratch = fromScratch();
    ignoreBefore_ = Clock::now();
    scratchMs_ = std::max(
        scratchMs_, std::chrono::duration<double, std::milli>(ignoreBefore_ - before).count());
    if (shown != scratch) ++wrong_;
    ignoreBefore_ = Clock::now();
}

}  // namespace tessera::bench
